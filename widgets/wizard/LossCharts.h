#pragma once

#include <map>

#include <QWidget>

#include "runs/MetricsFile.h"
#include "study/StudyConfig.h"

class QCustomPlot;
class QTabBar;

namespace isostain {

/// The losses of the trainings of a study, one training at a time. GUI thread only.
class LossCharts : public QWidget {
    Q_OBJECT

public:
    explicit LossCharts(QWidget* parent = nullptr);

    void clear();
    /// The newest training comes to the front when it first has something to show.
    void showMetrics(const std::map<StudyStep, MetricsTable>& metrics);
    /// Curves and points of the training in front.
    int curves() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void addTab(StudyStep step);
    void draw();

    std::map<StudyStep, MetricsTable> m_metrics;
    std::vector<StudyStep> m_tabs;
    QTabBar* m_bar;
    QCustomPlot* m_plot;
};

}
