#pragma once

#include <vector>

#include <QDialog>

#include "study/StudyResults.h"

class QComboBox;
class QCustomPlot;
class QTableWidget;

namespace isostain {

/// Two or more studies beside each other: one loss of all of them in one chart, what they measured in one table. GUI thread
/// only.
class ComparisonWindow : public QDialog {
    Q_OBJECT

public:
    explicit ComparisonWindow(const std::vector<StudyResults>& results, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillCurves();
    void fillTable();
    void draw();

    std::vector<StudyResults> m_results;
    QComboBox* m_curve;
    QCustomPlot* m_plot;
    QTableWidget* m_table;
};

/// Means and standard deviations of a method over the images of an evaluation.
struct MethodMeans {
    std::string method;
    std::size_t images = 0;
    double ssimTarget = 0;
    double psnrTarget = 0;
    double ssimSource = 0;
};

/// By method, in the order in which they first come. What is not finite (identical images) is left out of its mean.
std::vector<MethodMeans> meansByMethod(const std::vector<EvaluationRow>& rows);

}
