#pragma once

#include <map>
#include <set>

#include <QWidget>

#include "study/StudyConfig.h"

class QCheckBox;
class QLabel;

namespace isostain {

/// Which steps a study does, with what each is for and what it takes. What a step needs is chosen with it. GUI thread only.
class StepChoice : public QWidget {
    Q_OBJECT

public:
    explicit StepChoice(QWidget* parent = nullptr);

    /// Steps that the data does not allow are grayed out and say why.
    void showConfig(const StudyConfig& config);
    std::set<StudyStep> steps() const;
    /// What a step is going to take; empty: not known.
    void setCost(StudyStep step, const QString& text);
    void clearCosts();

signals:
    void changed();

private:
    struct Row {
        QCheckBox* box;
        QLabel* explanation;
        QLabel* cost;
    };

    void toggle(StudyStep step);

    std::map<StudyStep, Row> m_rows;
    bool m_needsStainGan = true; ///< StainNets are trained from it, as there are no pairs
    bool m_isShowing = false;
};

/// Why the data of a study does not allow a step; empty: it does.
QString stepHindrance(StudyStep step, const StudyConfig& config);

}
