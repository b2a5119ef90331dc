#pragma once

#include "panels/SteadyMenu.h"

namespace isostain {

class RecentFiles;

/// File > Open Recent. Files that are gone are grayed and say so, from the next time the menu is opened.
class RecentMenu : public SteadyMenu {
    Q_OBJECT

public:
    explicit RecentMenu(RecentFiles& recent, QWidget* parent = nullptr);

signals:
    void chosen(const QString& path);

private:
    void rebuild();

    RecentFiles& m_recent;
};

}
