#pragma once

#include <QElapsedTimer>

#include "handover/Background.h"
#include "wizard/StudyRunner.h"
#include "wizard/WizardPage.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace isostain {

class LossCharts;
class PreviewPanel;
class StepProgressList;

/// How a study is going: its steps, what the trainings have learned, and the buttons that steer it. GUI thread only.
class RunPage : public WizardPage {
    Q_OBJECT

public:
    /// Everything outlives the page.
    RunPage(const StudyBackend& backend, StudyRunner& runner, Background& background, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QString problem() const override;
    void enter(const StudyDraft& draft) override;

    /// The steps of the study that is about to begin.
    void setSteps(const std::set<StudyStep>& steps);
    /// A study as it lies on disk, to be gone on with.
    void showEntry(const StudyEntry& entry);
    QString log() const;

signals:
    void hideRequested();
    void resumeRequested();

private:
    QWidget* makeButtons();
    void showState();
    void showProgress();
    void showEnd(const StudyOutcome& outcome);
    void look();
    void addLog(const QString& text);

    StudyBackend m_backend;
    StudyRunner& m_runner;
    Background& m_background;
    StepProgressList* m_steps;
    LossCharts* m_charts;
    PreviewPanel* m_previews;
    QLabel* m_status;
    QLabel* m_statusIcon;
    QPlainTextEdit* m_log;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QPushButton* m_hide;
    QPushButton* m_resume;
    StudyGlimpse m_glimpse;
    QElapsedTimer m_lastLook;
    bool m_isLooking = false;
    bool m_looksAgain = false; ///< something has changed meanwhile
    bool m_hasEnded = false;   ///< the study that is shown, with a result
    int m_study = 0;           ///< counts the studies shown
    QString m_endText;
    std::set<StudyStep> m_stepSet;
};

}
