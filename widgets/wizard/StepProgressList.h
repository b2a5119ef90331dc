#pragma once

#include <map>
#include <set>

#include <QWidget>

#include "base/Progress.h"
#include "study/StudyFolder.h"

class QGridLayout;
class QLabel;
class QProgressBar;

namespace isostain {

/// The steps of a study, each with its state, how far it is and the time left. GUI thread only.
class StepProgressList : public QWidget {
    Q_OBJECT

public:
    explicit StepProgressList(QWidget* parent = nullptr);

    void setSteps(const std::set<StudyStep>& steps);
    void setStatus(StudyStep step, const StudyStepStatus& status);
    void setProgress(StudyStep step, const Progress& progress, const QString& timeLeft);
    /// Of a step, for tests and screen readers: "Train the StainGAN: Running, 12 %".
    QString text(StudyStep step) const;

private:
    struct Row {
        QLabel* icon;
        QLabel* name;
        QProgressBar* bar;
        QLabel* remark;
        StepState state = StepState::Waiting;
    };

    QGridLayout* m_grid;
    std::map<StudyStep, Row> m_rows;
};

}
