#pragma once

#include <QMenu>

namespace isostain {

class RecentFiles;

/// File > Open Recent. Files that are gone are grayed and say so.
class RecentMenu : public QMenu {
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
