#pragma once

#include <vector>

#include <QDialog>
#include <QPointer>

#include "wizard/StudyDraft.h"
#include "wizard/StudyRunner.h"

class QLabel;
class QListWidget;
class QMessageBox;
class QPushButton;
class QScrollArea;
class QSettings;
class QStackedWidget;

namespace isostain {

class Background;
class CheckPage;
class DataPage;
class PlanPage;
class ResultsPage;
class RunPage;
class WizardPage;

/// From folders to a trained stain profile, page by page: data, check, plan, run, results. Not modal. What is filled in is kept
/// in one draft, for the next time too. Closing while a study runs asks. GUI thread only.
class TrainingWizard : public QDialog {
    Q_OBJECT

public:
    enum class Page { Data, Check, Plan, Run, Results };
    static constexpr int kPages = 5;

    /// Everything outlives the wizard.
    TrainingWizard(const StudyBackend& backend, StudyRunner& runner, Background& background, QSettings& store,
                   QWidget* parent = nullptr);
    ~TrainingWizard() override;

    /// Goes on with a study, and shows it. Does nothing while another one runs, as the next two.
    void resume(const StudyEntry& entry);
    /// The run and the results of a study that is on disk.
    void open(const StudyEntry& entry);
    /// The pages of a new study.
    void beginNew();

    Page page() const { return m_page; }
    const StudyDraft& draft() const { return m_draft; }
    ResultsPage& results() { return *m_results; }

public slots:
    void goNext();
    void goBack();
    /// Asks while a study runs.
    void reject() override;

signals:
    /// The window is hidden, the study runs on.
    void wentToBackground();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeFooter();
    void addPage(WizardPage* page);
    WizardPage* pageAt(Page page) const { return m_pages[std::size_t(page)]; }
    bool canGoTo(Page page) const;
    void goTo(Page page);
    void takeOver(const WizardPage& page);
    void start();
    void goOn(const std::filesystem::path& study);
    void showState();
    void showEnd(const StudyOutcome& outcome);
    void askToClose();

    StudyRunner& m_runner;
    QSettings& m_store;
    StudyDraft m_draft;
    Page m_page = Page::Data;
    std::filesystem::path m_study; ///< that the last two pages show; empty: none
    bool m_hasResults = false;     ///< of that study
    bool m_closesWhenStopped = false;
    std::vector<WizardPage*> m_pages;
    DataPage* m_data;
    CheckPage* m_check;
    PlanPage* m_plan;
    RunPage* m_run;
    ResultsPage* m_results;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QLabel* m_title;
    QLabel* m_explanation;
    QLabel* m_problemIcon;
    QLabel* m_problem;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_close;
    QPointer<QMessageBox> m_question;
};

}
