#include "export/ExportDialog.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "export/ExportButtons.h"
#include "export/ExportForecastLabel.h"
#include "export/ExportJournal.h"
#include "export/ExportNamingField.h"
#include "export/ExportOptionsForm.h"
#include "export/ExportProgressPanel.h"
#include "export/ExportRecipe.h"
#include "export/ExportSlideList.h"
#include "export/StopQuestion.h"
#include "handover/Background.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"
#include "panels/ProfileTitle.h"
#include "report/ExportReport.h"

namespace isostain {

namespace {

constexpr int kRefreshMilliseconds = 100;

QString defaultFolder(const ExportSetup& setup)
{
    if (!setup.folder.isEmpty() || setup.slides.isEmpty())
        return setup.folder;
    return QFileInfo(setup.slides.first()).dir().filePath(QStringLiteral("normalized"));
}

QString profileText(const NormalizerPtr& normalizer)
{
    if (!normalizer)
        return ExportDialog::tr("none: choose a stain profile in the main window first");
    const QString name = profileTitle(normalizer->profile);
    return name.isEmpty() ? ExportDialog::tr("unnamed profile") : name;
}

}

ExportDialog::ExportDialog(const ExportSetup& setup, Background& background, QWidget* parent)
    : QDialog(parent),
      m_normalizer(setup.normalizer),
      m_networks(setup.networks),
      m_profileFile(setup.profileFile),
      m_savedFolder(setup.savedFolder),
      m_view(setup.view),
      m_background(background),
      m_list(new ExportSlideList(background)),
      m_queue(m_list->queue()),
      m_naming(new ExportNamingField(setup.pattern, setup.names)),
      m_options(new ExportOptionsForm(setup.options)),
      m_forecast(new ExportForecastLabel),
      m_progress(new ExportProgressPanel),
      m_status(new QLabel),
      m_buttons(new ExportButtons),
      m_forecaster(background)
{
    setWindowTitle(tr("Export Normalized Slides"));
    resize(780, 660);
    m_queue.add(setup.slides);
    addTarget(setup);
    m_status->setObjectName(QStringLiteral("exportStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);

    auto* column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addSpacing(4);
    column->addWidget(m_options);
    column->addSpacing(4);
    column->addWidget(m_forecast);
    column->addWidget(m_progress);
    column->addWidget(m_status);
    column->addWidget(m_buttons);
    connectParts();
    followQueue();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::addTarget(const ExportSetup& setup)
{
    m_profile = new QLabel(profileText(setup.normalizer));
    m_profile->setObjectName(QStringLiteral("exportProfile"));
    m_profile->setTextFormat(Qt::PlainText);
    m_profile->setWordWrap(true);
    m_folder = new QLineEdit(QDir::toNativeSeparators(defaultFolder(setup)));
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setToolTip(tr("The slides are written here, with a journal by which an export is resumed. The folder is created "
                            "when it is missing."));
    auto* browse = new QPushButton(tr("C&hoose…"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseFolder);

    auto* folder = new QWidget;
    auto* row = new QHBoxLayout(folder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    folder->setFocusProxy(m_folder);
    m_options->prependRow(tr("&Names:"), m_naming);
    m_options->prependRow(tr("&Folder:"), folder);
    m_options->prependRow(tr("Stain profile:"), m_profile);
}

void ExportDialog::connectParts()
{
    connect(m_list, &ExportSlideList::openRequested, this, &ExportDialog::openRequested);
    connect(m_list, &ExportSlideList::searching, this, [this] { m_status->setText(tr("Searching for slides…")); });
    connect(m_list, &ExportSlideList::searched, this, [this](int added) {
        showStatus();
        if (added == 0)
            m_status->setText(tr("No further slides were found there."));
    });
    connect(m_list, &ExportSlideList::failed, this, [this](const Error& error) { m_status->setText(errorText(error)); });
    connect(&m_queue, &ExportQueue::changed, this, &ExportDialog::followQueue);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::forgetResults);
    connect(m_naming, &ExportNamingField::changed, this, &ExportDialog::forgetResults);
    connect(m_options, &ExportOptionsForm::changed, this, &ExportDialog::forgetResults);
    connect(m_buttons, &ExportButtons::exportClicked, this, &ExportDialog::startExport);
    connect(m_buttons, &ExportButtons::retryClicked, this, &ExportDialog::retryFailed);
    connect(m_buttons, &ExportButtons::pauseClicked, this, &ExportDialog::pauseExport);
    connect(m_buttons, &ExportButtons::stopClicked, this, &ExportDialog::cancelExport);
    connect(m_buttons, &ExportButtons::closeClicked, this, &ExportDialog::reject);
    connect(m_buttons, &ExportButtons::folderClicked, this, &ExportDialog::openFolder);
    connect(m_buttons, &ExportButtons::reportClicked, this, &ExportDialog::showReport);
    connect(&m_forecaster, &ExportForecaster::found, this, &ExportDialog::showForecast);
    connect(&m_runner, &ExportRunner::slideFinished, this, &ExportDialog::showResult);
    connect(&m_runner, &ExportRunner::notSaved, this, [this](const Error& error) {
        m_forecast->showProblem(tr("After a crash this export could not be resumed. %1").arg(errorText(error)));
    });
    connect(&m_runner, &ExportRunner::finished, this, &ExportDialog::showFinished);
    connect(&m_timer, &QTimer::timeout, this, &ExportDialog::showProgress);
}

void ExportDialog::addSlides(const QStringList& fileNames)
{
    if (!isRunning())
        m_queue.add(fileNames);
}

void ExportDialog::setNormalizer(const NormalizerPtr& normalizer, const QString& profileFile)
{
    if (isRunning() || normalizer == m_normalizer)
        return;
    m_normalizer = normalizer;
    m_profileFile = profileFile;
    m_profile->setText(profileText(normalizer));
    forgetResults();
}

void ExportDialog::setView(const ViewedRegion& view)
{
    if (isRunning())
        return;
    m_view = view;
    updateState();
}

QString ExportDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

ExportOptions ExportDialog::options() const
{
    return m_options->options();
}

QString ExportDialog::pattern() const
{
    return QString::fromStdString(m_naming->pattern());
}

NamesInExport ExportDialog::names() const
{
    return m_naming->names();
}

SavedExport ExportDialog::wanted() const
{
    SavedExport wanted;
    for (const QString& slide : m_queue.slides())
        wanted.slides.push_back(toPath(slide));
    wanted.folder = toPath(QDir(folder()).absolutePath());
    wanted.pattern = m_naming->pattern();
    wanted.names = names();
    wanted.options = options();
    wanted.profileFile = toPath(m_profileFile);
    if (m_normalizer) {
        wanted.profile = m_normalizer->profile;
        wanted.form = m_normalizer->form;
    }
    return wanted;
}

void ExportDialog::startExport()
{
    if (problem().isEmpty())
        begin(m_queue.rowsIn({ExportState::Waiting, ExportState::Stopped}));
}

void ExportDialog::retryFailed()
{
    if (problem().isEmpty())
        begin(m_queue.rowsIn({ExportState::Failed}));
}

void ExportDialog::begin(const std::vector<int>& rows)
{
    if (isRunning() || rows.empty())
        return;
    ExportRun run;
    run.saved = wanted();
    run.threads = m_options->threads();
    if (!m_savedFolder.isEmpty())
        run.savedFile = savedExportPath(toPath(m_savedFolder), run.saved.folder);
    run.job.options = run.saved.options;
    run.job.names = run.saved.names;
    run.job.normalizer = fittedToEach(run.saved.profile, run.saved.form, m_networks);
    run.job.recipe = exportRecipe(run.saved.profile, run.saved.form, run.saved.options);
    run.job.journal = journalPath(run.saved.folder);
    // Names are given out over the whole list, so that a second go at what failed keeps them.
    const std::vector<ExportItem> items = itemsOf(run.saved);
    for (const int row : rows)
        run.job.items.push_back(items[static_cast<std::size_t>(row)]);
    m_running = rows;
    m_finished = 0;
    m_isStopping = false;
    m_forecaster.cancel();
    m_forecast->clear();
    m_runner.start(std::move(run));
    for (const int row : rows)
        m_queue.setState(row, ExportState::Waiting);
    m_queue.setState(rows.front(), ExportState::Running);
    m_progress->begin(static_cast<int>(rows.size()));
    m_timer.start(kRefreshMilliseconds);
    updateState();
}

void ExportDialog::pauseExport()
{
    if (!isRunning() || m_isStopping)
        return;
    if (isPaused()) {
        m_runner.resume();
        m_progress->setResumed();
    } else {
        m_runner.pause();
        m_progress->setPaused();
    }
    showProgress();
    updateState();
}

void ExportDialog::cancelExport()
{
    if (!isRunning())
        return;
    m_runner.cancel();
    m_isStopping = true;
    m_progress->showText(tr("Stopping…"));
    updateState();
}

void ExportDialog::cancelAndClose()
{
    if (!isRunning()) {
        QDialog::reject();
        return;
    }
    m_closesWhenFinished = true;
    cancelExport();
}

void ExportDialog::reject()
{
    if (!isRunning())
        QDialog::reject();
    else if (!m_question)
        m_question = askToStopExport({tr("Stop the Export?"), tr("Stop Export"), tr("Keep Exporting")}, this,
                                     [this] { cancelAndClose(); });
}

void ExportDialog::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Choose a Folder"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& chosen) { m_folder->setText(QDir::toNativeSeparators(chosen)); });
    dialog->open();
}

void ExportDialog::openFolder()
{
    const QString path = QDir(folder()).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        m_status->setText(
            tr("The folder %1 could not be shown. Open it with your file manager.").arg(QDir::toNativeSeparators(path)));
}

void ExportDialog::showReport()
{
    const std::filesystem::path folder = wanted().folder;
    m_background.run(
        this, [folder] { return writeExportReport(folder); },
        [this, folder](const Result<ExportReport>& report) {
            const QString page = toFileName(exportReportPath(folder));
            if (!report)
                m_status->setText(errorText(report.error()));
            else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(page)))
                m_status->setText(
                    tr("The report could not be shown. Open %1 with a web browser.").arg(QDir::toNativeSeparators(page)));
        });
}

/// With another profile, other options or another folder, what is finished is no longer what would be written.
void ExportDialog::forgetResults()
{
    m_queue.resetStates();
    m_knownSlides.clear();
    followQueue();
}

/// What is known of the list holds until its slides change.
void ExportDialog::followQueue()
{
    if (isRunning()) {
        updateState();
        return;
    }
    const QStringList slides = m_queue.slides();
    if (slides != m_knownSlides) {
        m_knownSlides = slides;
        m_naming->setSource(slides, m_normalizer ? m_normalizer->profile.name : std::string(),
                            std::string(suffixOf(options().format)));
        askForForecast();
    }
    updateState();
}

void ExportDialog::askForForecast()
{
    m_forecaster.cancel();
    m_forecast->clear();
    if (!problem().isEmpty())
        return;
    m_forecast->showBusy();
    m_forecaster.ask(wanted());
}

void ExportDialog::showForecast(const std::optional<ExportForecast>& forecast)
{
    m_forecast->showForecast(forecast);
    if (forecast)
        m_options->setPower(forecast->power);
}

void ExportDialog::showResult(const ExportResult& result)
{
    m_queue.setResult(m_running[m_finished++], result);
    if (m_finished == m_running.size())
        return;
    m_queue.setState(m_running[m_finished], ExportState::Running);
    m_list->showRow(m_running[m_finished]);
}

void ExportDialog::showProgress()
{
    if (m_finished < m_running.size())
        m_queue.setFraction(m_running[m_finished], m_runner.slideFraction());
    if (!m_isStopping)
        m_progress->showProgress(static_cast<int>(m_finished), m_runner.progress());
}

void ExportDialog::showFinished()
{
    m_timer.stop();
    m_isStopping = false;
    for (; m_finished < m_running.size(); ++m_finished)
        m_queue.setState(m_running[m_finished], ExportState::Stopped);
    updateState();
    if (m_closesWhenFinished)
        QDialog::reject();
}

bool ExportDialog::showsOneViewedSlide() const
{
    return m_view && m_queue.slides() == QStringList{QDir::cleanPath(m_view->slide)};
}

/// What keeps the export from being begun; empty: nothing.
QString ExportDialog::problem() const
{
    if (m_queue.count() == 0)
        return tr("Add slides, or folders of slides, to export.");
    if (!m_normalizer)
        return tr("Choose a stain profile in the main window first.");
    if (folder().isEmpty())
        return tr("Choose the folder to write to.");
    if (!m_naming->isUsable())
        return tr("Correct the pattern of the names.");
    if (options().area.kind == ExportArea::Kind::Region && !showsOneViewedSlide())
        return tr("What the view shows is a part of one slide. Choose another area, or leave only that slide in the list.");
    return {};
}

void ExportDialog::updateState()
{
    const bool running = isRunning();
    const bool isUsable = problem().isEmpty();
    const int done = m_queue.count(ExportState::Done) + m_queue.count(ExportState::WasThere);
    const int failed = m_queue.count(ExportState::Failed);
    const int left = m_queue.count(ExportState::Waiting) + m_queue.count(ExportState::Stopped);
    m_list->setEditing(running ? ExportSlideList::Editing::Locked : ExportSlideList::Editing::Allowed);
    m_options->setEnabled(!running);
    if (!running)
        m_options->setVisibleRegion(showsOneViewedSlide() ? std::optional(m_view->region) : std::nullopt);
    m_buttons->setState(
        {running, isPaused(), m_isStopping, isUsable && left > 0, isUsable && failed > 0, done > 0, done + failed > 0});
    m_progress->setVisible(running);
    m_status->setVisible(!running);
    showStatus();
}

void ExportDialog::showStatus()
{
    if (isRunning())
        return;
    const int done = m_queue.count(ExportState::Done);
    const int before = m_queue.count(ExportState::WasThere);
    const int failed = m_queue.count(ExportState::Failed);
    const int left = m_queue.count(ExportState::Waiting) + m_queue.count(ExportState::Stopped);
    QStringList parts;
    if (done > 0)
        parts << tr("%n slide(s) exported.", nullptr, done);
    if (before > 0)
        parts << tr("%n slide(s) exported before.", nullptr, before);
    if (failed > 0)
        parts << tr("%n slide(s) failed.", nullptr, failed);
    if (left > 0 && problem().isEmpty())
        parts << tr("%n slide(s) to export.", nullptr, left);
    if (!problem().isEmpty())
        parts << problem();
    m_status->setText(parts.join(QLatin1Char(' ')));
}

}
