#include "ExportController.h"

#include "panels/PathText.h"

namespace isostain {

ExportController::ExportController(QWidget* window) : QObject(window), m_window(window) {}

void ExportController::show(const SlidePtr& slide, const NormalizerPtr& normalizer)
{
    if (!isRunning()) {
        delete m_dialog;
        m_dialog = new ExportDialog({{toFileName(slide->info().path)}, normalizer, m_folder, m_options}, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &QDialog::finished, this, [this] {
            m_folder = m_dialog->folder();
            m_options = m_dialog->options();
        });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ExportController::askToStop()
{
    m_dialog->show();
    m_dialog->raise();
    m_dialog->reject();
}

}
