#pragma once

#include <optional>

#include "handover/StoppableJob.h"
#include "wizard/StudyBackend.h"
#include "wizard/WizardPage.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace isostain {

class ColorCharts;
class RemarkList;
class SidePanel;

/// Looks at the data and says what it found. What was found stays while the data does. GUI thread only.
class CheckPage : public WizardPage {
    Q_OBJECT

public:
    CheckPage(const StudyBackend& backend, Background& background, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QString problem() const override;
    void enter(const StudyDraft& draft) override;
    void leave() override;

    /// Of the draft of the last enter(); nothing: not found yet.
    const std::optional<StudyCheck>& check() const { return m_check; }

private:
    void begin();
    void take(const Result<StudyCheck>& check);
    void showState();

    StudyBackend m_backend;
    StoppableJob m_job;
    std::optional<StudyConfig> m_config; ///< that was looked at
    std::optional<StudyCheck> m_check;
    std::optional<Error> m_error;
    QLabel* m_status;
    QProgressBar* m_bar;
    QPushButton* m_again;
    QWidget* m_found;
    RemarkList* m_remarks;
    SidePanel* m_source;
    SidePanel* m_target;
    ColorCharts* m_charts;
    QLabel* m_pairs;
};

}
