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
    explicit ExportController(QWidget* window);

    /// A dialog whose export is running comes to the front instead.
    void show(const SlidePtr& slide, const NormalizerPtr& normalizer);
    bool isRunning() const { return m_dialog && m_dialog->isRunning(); }
    /// Brings a running export to the front, where it asks whether to stop.
    void askToStop();

private:
    QWidget* m_window;
    QPointer<ExportDialog> m_dialog;
    QString m_folder;
    ExportOptions m_options;
};

}
