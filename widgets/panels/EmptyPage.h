#pragma once

#include <QStringList>

#include "panels/CenteredPage.h"

class QLabel;
class QVBoxLayout;

namespace isostain {

/// What the window shows while no slide is open: what to do first, and the slides seen lately.
class EmptyPage : public CenteredPage {
    Q_OBJECT

public:
    explicit EmptyPage(QWidget* parent = nullptr);

    /// Paths of slides, latest first; only the first few are shown.
    void setRecent(const QStringList& paths);

signals:
    void openRequested();
    void demoRequested();
    void recentChosen(const QString& path);

private:
    QLabel* m_recentHeading;
    QVBoxLayout* m_recentList;
};

}
