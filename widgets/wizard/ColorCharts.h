#pragma once

#include <optional>

#include <QWidget>

#include "study/StudyCheck.h"

class QCustomPlot;

namespace isostain {

/// The colors of source and target beside each other: histograms of their channels, and their hues in CIE a*b*. GUI thread
/// only.
class ColorCharts : public QWidget {
    Q_OBJECT

public:
    explicit ColorCharts(QWidget* parent = nullptr);

    void showCheck(const StudyCheck& check);

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawHistogram();
    void drawScatter();

    std::optional<StudyCheck> m_check;
    QCustomPlot* m_histogram;
    QCustomPlot* m_scatter;
};

}
