#pragma once

#include <QObject>
#include <QPointer>

#include "export/ExportDialog.h"

namespace isostain {

/// Opens the export dialog for what the window shows, one at a time, and lets the next one begin where the last one ended.
/// GUI thread only.
class ExportController : public QObject {
    Q_OBJECT

public:
    ExportController(NetworkLoader networks, QWidget* window);

    /// A dialog that is open already comes to the front and takes the slide and the normalizer on, unless it is exporting.
    void show(const SlidePtr& slide, const NormalizerPtr& normalizer);
    bool isRunning() const { return m_dialog && m_dialog->isRunning(); }
    /// Asks whether to stop the running export, and closes the window if so, once the export has stopped.
    void askToCloseWindow();

private:
    void closeWindow();

    NetworkLoader m_networks;
    QWidget* m_window;
    QPointer<ExportDialog> m_dialog;
    QPointer<QMessageBox> m_question;
    QString m_folder;
    ExportOptions m_options;
};

}
