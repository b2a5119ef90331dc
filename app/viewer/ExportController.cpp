#include "ExportController.h"

#include <QMessageBox>

#include "export/StopQuestion.h"
#include "panels/PathText.h"

namespace isostain {

ExportController::ExportController(NetworkLoader networks, Background& background, QString savedFolder, QWidget* window)
    : QObject(window),
      m_networks(std::move(networks)),
      m_background(background),
      m_savedFolder(std::move(savedFolder)),
      m_window(window)
{
}

void ExportController::show(const Shown& shown)
{
    const QString slide = toFileName(shown.slide->info().path);
    const auto view = shown.region ? std::optional(ViewedRegion{slide, *shown.region}) : std::nullopt;
    if (!m_dialog) {
        ExportSetup setup = m_next;
        setup.slides = QStringList{slide};
        setup.normalizer = shown.normalizer;
        setup.profileFile = shown.profileFile;
        setup.view = view;
        // What was in view then is not what is now.
        if (setup.options.area.kind == ExportArea::Kind::Region)
            setup.options.area = {};
        open(setup);
    } else {
        m_dialog->addSlides({slide});
        m_dialog->setNormalizer(shown.normalizer, shown.profileFile);
        if (view)
            m_dialog->setView(*view);
    }
    bringForward();
}

void ExportController::resume(const SavedExport& saved)
{
    if (!isRunning()) {
        delete m_dialog;
        Normalizer normalizer;
        normalizer.profile = saved.profile;
        normalizer.form = saved.form;
        ExportSetup setup;
        for (const std::filesystem::path& slide : saved.slides)
            setup.slides << toFileName(slide);
        setup.normalizer = std::make_shared<const Normalizer>(std::move(normalizer));
        setup.folder = toFileName(saved.folder);
        setup.options = saved.options;
        setup.pattern = QString::fromStdString(saved.pattern);
        setup.names = saved.names;
        setup.profileFile = toFileName(saved.profileFile);
        if (saved.options.area.kind == ExportArea::Kind::Region)
            setup.view = ViewedRegion{setup.slides.first(), saved.options.area.region};
        open(setup);
    }
    bringForward();
}

void ExportController::open(const ExportSetup& setup)
{
    ExportSetup complete = setup;
    complete.networks = m_networks;
    complete.savedFolder = m_savedFolder;
    m_dialog = new ExportDialog(complete, m_background, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ExportDialog::openRequested, this, &ExportController::openRequested);
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_next.folder = m_dialog->folder();
        m_next.options = m_dialog->options();
        m_next.pattern = m_dialog->pattern();
        m_next.names = m_dialog->names();
    });
}

void ExportController::bringForward()
{
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ExportController::askToCloseWindow()
{
    if (m_question)
        return;
    m_question = askToStopExport({tr("Stop the Export and Close?"), tr("Stop and Close"), tr("Keep Exporting")}, m_window,
                                 [this] { closeWindow(); });
    connect(m_question, &QDialog::rejected, this, &ExportController::closeRefused);
}

void ExportController::closeWindow()
{
    if (!isRunning()) {
        m_window->close();
        return;
    }
    connect(m_dialog, &QDialog::finished, m_window, &QWidget::close, Qt::QueuedConnection);
    m_dialog->cancelAndClose();
}

}
