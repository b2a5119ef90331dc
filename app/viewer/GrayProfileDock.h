#pragma once

#include <QDockWidget>

class QAction;

namespace isostain {

class CompareView;
class GrayProfileController;
class ProfilePlot;
class TileCache;
class TileScheduler;

/// The gray value profile beside the view, hidden at first. Its action shows it and takes up the line tool; both go together:
/// closing the dock lays the tool down. GUI thread only.
class GrayProfileDock : public QDockWidget {
    Q_OBJECT

public:
    /// Everything outlives the dock.
    GrayProfileDock(CompareView& view, TileCache& cache, TileScheduler& scheduler, QAction& action, QWidget* parent);
    ~GrayProfileDock() override;

    ProfilePlot& plot() { return *m_plot; }
    /// Nothing more is to come.
    bool isSettled() const;

private:
    void followAction(bool isWanted);

    CompareView& m_view;
    QAction& m_action;
    ProfilePlot* m_plot;
    GrayProfileController* m_controller;
};

}
