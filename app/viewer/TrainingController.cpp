#include "TrainingController.h"

#include <algorithm>

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QTimer>

#include "PaneSet.h"
#include "ProfileLibrary.h"
#include "ReportMaker.h"
#include "SlideSession.h"
#include "ViewerActions.h"
#include "handover/Background.h"
#include "plots/StudyFigures.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"
#include "wizard/InterruptedBar.h"
#include "wizard/ResultsPage.h"
#include "wizard/StudyDraft.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

const QString kReportFolderKey = QStringLiteral("training/reportFolder");

/// Where studies are kept now, and where they are kept by default.
std::vector<std::filesystem::path> studyFolders(const QSettings& store)
{
    std::vector<std::filesystem::path> folders = {toPath(rememberedDraft(store).folder)};
    if (const auto usual = toPath(defaultStudyFolder()); usual != folders.front())
        folders.push_back(usual);
    return folders;
}

bool isInterrupted(const StudyEntry& entry)
{
    return !entry.isBusy && !entry.isFinished() &&
           std::any_of(entry.steps.begin(), entry.steps.end(),
                       [](const auto& step) { return step.second.state == StepState::Interrupted; });
}

void bringForward(QWidget& window)
{
    window.show();
    window.raise();
    window.activateWindow();
}

}

TrainingController::TrainingController(const Context& context, QWidget* window)
    : QObject(window),
      m_context(context),
      m_window(window),
      m_runner(context.backend),
      m_entry(new QPushButton)
{
    m_entry->setObjectName(QStringLiteral("trainingEntry"));
    m_entry->setFlat(true);
    m_entry->setToolTip(tr("Shows the training"));
    m_entry->hide();
    connect(m_entry, &QPushButton::clicked, this, &TrainingController::showWizard);
    connect(context.actions.train, &QAction::triggered, this, &TrainingController::showWizard);
    connect(context.actions.pastTrainings, &QAction::triggered, this, &TrainingController::showPastStudies);
    connect(context.actions.resumeTraining, &QAction::triggered, this, &TrainingController::resumeLast);
    connect(&context.bar, &InterruptedBar::resumeRequested, this, &TrainingController::resumeLast);
    for (const auto signal : {&StudyRunner::started, &StudyRunner::progressed, &StudyRunner::pausedChanged})
        connect(&m_runner, signal, this, &TrainingController::showEntry);
    connect(&m_runner, &StudyRunner::finished, this, [this] {
        showEntry();
        if (m_past) {
            m_past->setRunning({});
            m_past->load(studyFolders(m_context.store));
        }
    });
    connect(&m_runner, &StudyRunner::started, this, [this] {
        m_context.bar.hide();
        if (m_past)
            m_past->setRunning(m_runner.folder());
    });
}

TrainingController::~TrainingController()
{
    // They look at the runner until they are gone.
    delete m_wizard;
    delete m_past;
}

QWidget* TrainingController::statusEntry() const
{
    return m_entry;
}

void TrainingController::makeWizard()
{
    if (m_wizard)
        return;
    m_wizard = new TrainingWizard(m_context.backend, m_runner, m_context.background, m_context.store, m_window);
    connectResults();
}

void TrainingController::connectResults()
{
    ResultsPage* results = &m_wizard->results();
    connect(results, &ResultsPage::keepRequested, this, &TrainingController::keepProfile);
    connect(results, &ResultsPage::showOnSlideRequested, this, &TrainingController::showOnSlide);
    connect(results, &ResultsPage::reportRequested, this, &TrainingController::chooseReportFolder);
}

void TrainingController::showWizard()
{
    makeWizard();
    bringForward(*m_wizard);
}

void TrainingController::showPastStudies()
{
    if (!m_past) {
        m_past = new PastStudiesWindow(m_context.backend, m_context.background, m_window);
        connect(m_past, &PastStudiesWindow::openRequested, this, &TrainingController::open);
        connect(m_past, &PastStudiesWindow::resumeRequested, this, &TrainingController::resume);
    }
    m_past->setRunning(m_runner.isRunning() ? m_runner.folder() : std::filesystem::path());
    m_past->load(studyFolders(m_context.store));
    bringForward(*m_past);
}

void TrainingController::open(const StudyEntry& entry)
{
    makeWizard();
    m_wizard->open(entry);
    bringForward(*m_wizard);
}

void TrainingController::resume(const StudyEntry& entry)
{
    makeWizard();
    m_wizard->resume(entry);
    bringForward(*m_wizard);
}

void TrainingController::findInterrupted(std::function<void(const std::vector<StudyEntry>&)> done)
{
    m_context.background.run(
        this,
        [list = m_context.backend.list, folders = studyFolders(m_context.store)] {
            std::vector<StudyEntry> entries = list(folders);
            std::erase_if(entries, [](const StudyEntry& entry) { return !isInterrupted(entry); });
            return entries;
        },
        std::move(done));
}

void TrainingController::resumeLast()
{
    if (m_runner.isRunning()) {
        showWizard();
        return;
    }
    findInterrupted([this](const std::vector<StudyEntry>& entries) {
        if (m_runner.isRunning())
            return;
        if (entries.size() == 1)
            resume(entries.front());
        else
            showPastStudies();
    });
}

void TrainingController::lookForInterrupted()
{
    findInterrupted([this](const std::vector<StudyEntry>& entries) {
        if (!entries.empty() && !m_runner.isRunning())
            m_context.bar.showInterrupted(QString::fromStdString(entries.front().name), int(entries.size()));
    });
}

void TrainingController::keepProfile(const std::filesystem::path& file, const QString& name)
{
    ResultsPage* results = &m_wizard->results();
    if (m_context.library.hasName(name)) {
        results->showNews(tr("There is a profile of this name already. Choose another name."));
        return;
    }
    results->setBusy(tr("Keeping the profile…"));
    const auto fail = [page = QPointer(results)](const Error& error) {
        if (page)
            page->showNews(errorText(error));
    };
    m_context.background.run(
        this, [read = m_context.backend.profile, file] { return read(file); },
        [this, name, fail, page = QPointer(results)](const Result<StainProfile>& read) {
            if (!read) {
                fail(read.error());
                return;
            }
            StainProfile profile = *read;
            profile.name = name.toStdString();
            m_context.library.add(profile, [name, fail, page](const Result<QString>& added) {
                if (!added)
                    fail(added.error());
                else if (page)
                    page->showNews(tr("Kept as “%1”: it is among the profiles of the main window now.").arg(name));
            });
        });
}

void TrainingController::showOnSlide(const std::filesystem::path& file)
{
    ResultsPage& results = m_wizard->results();
    if (!m_context.slides.slide()) {
        results.showNews(tr("Open a slide in the main window first."));
        return;
    }
    ViewerPane* pane = m_context.panes.add();
    if (!pane) {
        results.showNews(tr("There is no room for another pane. Close one in the main window first."));
        return;
    }
    pane->pick(toFileName(file));
    results.showNews(tr("The main window shows it in a new pane."));
    bringForward(*m_window);
}

void TrainingController::chooseReportFolder(const std::filesystem::path& study)
{
    auto* dialog = new QFileDialog(m_wizard, tr("Folder for the Report"), m_context.store.value(kReportFolderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, study](const QString& folder) {
        m_context.store.setValue(kReportFolderKey, folder);
        // A folder of its own: what lies beside it stays.
        saveReport(study, toPath(folder) / (study.filename().string() + " report"));
    });
    dialog->open();
}

/// A report on its way: read and written in the background, drawn figure by figure between other things.
struct TrainingController::ReportTask {
    std::filesystem::path folder;
    std::optional<Error> error;
    StudyResults results;
    StudyImages images;
    std::vector<FigurePtr> waiting; ///< last first
    std::vector<DrawnFigure> figures;
};

void TrainingController::saveReport(const std::filesystem::path& study, const std::filesystem::path& folder)
{
    m_wizard->results().setBusy(tr("Writing the report…"));
    m_context.background.run(
        this,
        [study, folder] {
            auto task = std::make_shared<ReportTask>();
            task->folder = folder;
            auto results = readStudyResults(study);
            if (!results) {
                task->error = results.error();
                return task;
            }
            task->results = std::move(*results);
            task->images = loadStudyImages(task->results);
            return task;
        },
        [this](const std::shared_ptr<ReportTask>& task) {
            if (task->error)
                return showReport(*task);
            task->waiting = studyFigures(task->results, task->images);
            std::reverse(task->waiting.begin(), task->waiting.end());
            drawReport(task);
        });
}

void TrainingController::drawReport(const std::shared_ptr<ReportTask>& task)
{
    if (!task->waiting.empty()) {
        task->figures.push_back(drawForReport(*task->waiting.back()));
        task->waiting.pop_back();
        QTimer::singleShot(0, this, [this, task] { drawReport(task); });
        return;
    }
    m_context.background.run(
        this,
        [task] {
            std::vector<ReportFigure> figures;
            for (const DrawnFigure& figure : task->figures)
                figures.push_back(reportFigure(figure));
            return writeReport(task->results, figures, task->folder, Overwrite::Yes);
        },
        [this, task](const Result<void>& written) {
            if (!written)
                task->error = written.error();
            showReport(*task);
        });
}

void TrainingController::showReport(const ReportTask& task)
{
    if (!m_wizard)
        return;
    m_wizard->results().showNews(task.error ? errorText(*task.error)
                                            : tr("The report is in %1.").arg(QDir::toNativeSeparators(toFileName(task.folder))));
}

void TrainingController::showEntry()
{
    if (!m_entry)
        return;
    m_entry->setVisible(m_runner.isRunning());
    const auto step = m_runner.current();
    if (m_runner.isPaused())
        m_entry->setText(tr("Training: paused"));
    else if (step && m_runner.progress(*step).total > 0)
        m_entry->setText(tr("Training: %1, %2 %").arg(stepText(*step)).arg(int(100 * m_runner.progress(*step).fraction())));
    else
        m_entry->setText(tr("Training…"));
}

void TrainingController::askToCloseWindow()
{
    if (m_question)
        return;
    m_question = new QMessageBox(QMessageBox::Question, tr("Stop the Training and Close?"),
                                 tr("A training is running. If it is stopped, what it has learned is saved, and it can be gone on "
                                    "with later."),
                                 QMessageBox::NoButton, m_window);
    m_question->setObjectName(QStringLiteral("stopTrainingQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* stop = m_question->addButton(tr("&Stop and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("stopTrainingAndClose"));
    m_question->setDefaultButton(m_question->addButton(tr("&Keep training"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, [this] {
        if (!m_runner.isRunning()) {
            m_window->close();
            return;
        }
        connect(&m_runner, &StudyRunner::finished, m_window, &QWidget::close, Qt::QueuedConnection);
        m_runner.cancel();
    });
    connect(m_question, &QDialog::rejected, this, &TrainingController::closeRefused);
    m_question->open();
}

}
