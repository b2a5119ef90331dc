#include "export/ExportDialog.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "export/ExportOptionsForm.h"
#include "export/ExportSlideList.h"
#include "export/StopQuestion.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

constexpr int kBarSteps = 1000;
constexpr int kRefreshMilliseconds = 100;

QString defaultFolder(const ExportSetup& setup)
{
    if (!setup.folder.isEmpty() || setup.slides.isEmpty())
        return setup.folder;
    return QFileInfo(setup.slides.first()).dir().filePath(QStringLiteral("normalized"));
}

QString timeText(std::chrono::seconds time)
{
    const auto seconds = static_cast<int>(time.count());
    if (seconds >= 3600)
        return ExportDialog::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    if (seconds >= 60)
        return ExportDialog::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return ExportDialog::tr("%1 s").arg(seconds);
}

QString profileText(const NormalizerPtr& normalizer)
{
    if (!normalizer)
        return ExportDialog::tr("none: choose a stain profile in the main window first");
    const QString name = QString::fromStdString(normalizer->profile.name);
    return name.isEmpty() ? ExportDialog::tr("unnamed profile") : name;
}

}

ExportDialog::ExportDialog(const ExportSetup& setup, QWidget* parent) : QDialog(parent), m_normalizer(setup.normalizer), m_networks(setup.networks)
{
    setWindowTitle(tr("Export Normalized Slides"));
    resize(720, 560);

    m_slides = new ExportSlideList;
    m_slides->addSlides(setup.slides);
    m_options = new ExportOptionsForm(setup.options);
    addTarget(setup);

    m_bar = new QProgressBar;
    m_bar->setRange(0, kBarSteps);
    m_status = new QLabel;
    m_status->setObjectName(QStringLiteral("exportStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);

    auto* column = new QVBoxLayout(this);
    column->addWidget(m_slides, 1);
    column->addWidget(m_options);
    column->addWidget(m_bar);
    column->addWidget(m_status);
    column->addLayout(makeButtons());

    connect(m_slides, &ExportSlideList::changed, this, &ExportDialog::updateState);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::forgetResults);
    connect(m_options, &ExportOptionsForm::changed, this, &ExportDialog::forgetResults);
    connect(&m_runner, &ExportRunner::slideFinished, this, &ExportDialog::showResult);
    connect(&m_runner, &ExportRunner::finished, this, &ExportDialog::showFinished);
    connect(&m_timer, &QTimer::timeout, this, &ExportDialog::showProgress);
    updateState();
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
    m_folder->setToolTip(tr("Each slide is written here as NAME.tif. The folder is created when it is missing."));
    auto* browse = new QPushButton(tr("C&hoose…"));
    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseFolder);

    auto* folder = new QWidget;
    auto* row = new QHBoxLayout(folder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    folder->setFocusProxy(m_folder);
    m_options->prependRow(tr("&Folder:"), folder);
    m_options->prependRow(tr("Stain profile:"), m_profile);
}

QLayout* ExportDialog::makeButtons()
{
    m_openFolder = new QPushButton(tr("&Open Folder"));
    m_export = new QPushButton(tr("&Export"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setDefault(true);
    m_cancel = new QPushButton(tr("&Stop"));
    m_close = new QPushButton(tr("Close"));
    for (QPushButton* button : {m_openFolder, m_cancel, m_close})
        button->setAutoDefault(false);
    connect(m_openFolder, &QPushButton::clicked, this, &ExportDialog::openFolder);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::cancelExport);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);

    auto* row = new QHBoxLayout;
    row->addWidget(m_openFolder);
    row->addStretch();
    row->addWidget(m_export);
    row->addWidget(m_cancel);
    row->addWidget(m_close);
    return row;
}

void ExportDialog::addSlides(const QStringList& fileNames)
{
    if (!isRunning())
        m_slides->addSlides(fileNames);
}

void ExportDialog::setNormalizer(const NormalizerPtr& normalizer)
{
    if (isRunning() || normalizer == m_normalizer)
        return;
    m_normalizer = normalizer;
    m_profile->setText(profileText(normalizer));
    forgetResults();
}

QString ExportDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

ExportOptions ExportDialog::options() const
{
    return m_options->options();
}

void ExportDialog::startExport()
{
    if (isRunning() || !m_export->isEnabled())
        return;
    std::vector<std::filesystem::path> slides;
    for (const QString& slide : m_slides->slides())
        slides.push_back(toPath(slide));
    // Names are given out over the whole list, so that a second go at what failed keeps them.
    const std::vector<ExportItem> items = exportItems(slides, toPath(QDir(folder()).absolutePath()));
    ExportJob job{{}, fittedToEach(m_normalizer->profile, m_normalizer->form, m_networks), options()};
    m_running.clear();
    m_finished = 0;
    for (int row = 0; row < m_slides->count(); ++row) {
        if (m_slides->isDone(row))
            continue;
        m_running.push_back(row);
        job.items.push_back(items[static_cast<std::size_t>(row)]);
        m_slides->showWaiting(row);
    }
    m_slides->showRunning(m_running.front());
    m_eta = EtaMeter();
    m_runner.start(std::move(job), m_options->threads());
    m_timer.start(kRefreshMilliseconds);
    updateState();
    showProgress();
}

void ExportDialog::cancelExport()
{
    m_runner.cancel();
    m_cancel->setEnabled(false);
    m_status->setText(tr("Stopping…"));
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
        m_status->setText(tr("The folder %1 could not be shown. Open it with your file manager.")
                              .arg(QDir::toNativeSeparators(path)));
}

/// With another profile, other options or another folder, what is finished is no longer what would be written.
void ExportDialog::forgetResults()
{
    m_slides->resetStates();
    updateState();
}

void ExportDialog::showResult(const ExportResult& result)
{
    m_slides->showResult(m_running[m_finished++], result);
    if (m_finished < m_running.size())
        m_slides->showRunning(m_running[m_finished]);
}

void ExportDialog::showProgress()
{
    const Progress progress = m_runner.progress();
    m_bar->setValue(static_cast<int>(progress.fraction() * kBarSteps));
    if (!m_cancel->isEnabled())
        return;
    QStringList parts = {tr("Slide %1 of %2").arg(std::min(m_finished + 1, m_running.size())).arg(m_running.size())};
    if (const auto left = m_eta.remaining(progress)) {
        const double rate = static_cast<double>(progress.done) / 1e6 / m_eta.elapsed().count();
        parts << tr("%1 megapixels per second").arg(locale().toString(rate, 'f', 0)) << tr("%1 left").arg(timeText(*left));
    }
    m_status->setText(parts.join(QStringLiteral(" · ")));
}

void ExportDialog::showFinished()
{
    m_timer.stop();
    for (; m_finished < m_running.size(); ++m_finished)
        m_slides->showCancelled(m_running[m_finished]);
    updateState();
    if (m_closesWhenFinished)
        QDialog::reject();
}

void ExportDialog::updateState()
{
    int done = 0;
    for (int row = 0; row < m_slides->count(); ++row)
        done += m_slides->isDone(row) ? 1 : 0;
    const int left = m_slides->count() - done;
    const int failed = m_slides->failedCount();
    const bool running = isRunning();

    m_slides->setEditing(running ? ExportSlideList::Editing::Locked : ExportSlideList::Editing::Allowed);
    m_options->setEnabled(!running);
    m_export->setVisible(!running);
    m_export->setEnabled(left > 0 && m_normalizer && !folder().isEmpty());
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running);
    m_openFolder->setEnabled(done > 0);
    m_bar->setVisible(running);
    if (running)
        return;
    QStringList parts;
    if (done > 0)
        parts << tr("%n slide(s) exported.", nullptr, done);
    if (failed > 0)
        parts << tr("%n slide(s) failed.", nullptr, failed);
    if (done == 0 && failed == 0)
        parts << tr("%n slide(s) to export.", nullptr, left);
    m_status->setText(parts.join(QLatin1Char(' ')));
}

}
