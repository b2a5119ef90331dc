#pragma once

#include <optional>

#include <QTimer>

#include "handover/StoppableJob.h"
#include "wizard/StudyBackend.h"
#include "wizard/WizardPage.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace isostain {

class ParameterForm;
class StepChoice;

/// What the study does, how, and what that takes on this machine. GUI thread only.
class PlanPage : public WizardPage {
    Q_OBJECT

public:
    PlanPage(const StudyBackend& backend, Background& background, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void showDraft(const StudyDraft& draft) override;
    void write(StudyDraft& draft) const override;
    QString problem() const override;
    void enter(const StudyDraft& draft) override;
    void leave() override;

    /// What the data was found to be; to be set before enter().
    void setCheck(const std::optional<StudyCheck>& check) { m_check = check; }

private:
    struct Cost {
        std::optional<StudyForecast> forecast;
        std::optional<Error> error;
        std::optional<std::uint64_t> freeBytes;
    };

    QWidget* makePreset();
    QWidget* makeBaselines();
    ParameterForm* makeStainGan();
    ParameterForm* makeStainNet();
    ParameterForm* makeClassifier();
    void resetToPreset();
    void showPreset();
    void changeParameter();
    void askForCost();
    void beginForecast();
    void showCost(const Cost& cost);

    StudyBackend m_backend;
    StoppableJob m_job;
    QTimer m_settle;
    StudyDraft m_draft; ///< as the page shows it
    std::optional<StudyCheck> m_check;
    std::optional<Cost> m_cost;
    QComboBox* m_preset;
    QLabel* m_presetHint;
    QPushButton* m_reset;
    StepChoice* m_steps;
    QLabel* m_total;
    QLabel* m_totalIcon;
    std::vector<std::pair<std::string, QCheckBox*>> m_baselines;
    std::vector<ParameterForm*> m_forms;
    bool m_isShowing = false;
};

}
