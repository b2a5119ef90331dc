#include "ExportController.h"

#include <QMessageBox>

#include "export/StopQuestion.h"
#include "panels/PathText.h"

namespace isostain {

ExportController::ExportController(NetworkLoader networks, QWidget* window)
    : QObject(window), m_networks(std::move(networks)), m_window(window)
{
}

void ExportController::show(const SlidePtr& slide, const NormalizerPtr& normalizer)
{
    const QStringList slides = {toFileName(slide->info().path)};
    if (!m_dialog) {
        m_dialog = new ExportDialog({slides, normalizer, m_folder, m_options, m_networks}, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &QDialog::finished, this, [this] {
            m_folder = m_dialog->folder();
            m_options = m_dialog->options();
        });
    } else {
        m_dialog->addSlides(slides);
        m_dialog->setNormalizer(normalizer);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ExportController::askToCloseWindow()
{
    if (!m_question)
        m_question = askToStopExport({tr("Stop the Export and Close?"), tr("Stop and Close"), tr("Keep Exporting")}, m_window,
                                     [this] { closeWindow(); });
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
