#pragma once

#include <QWidget>

#include "export/SlideExport.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;
class QToolButton;

namespace isostain {

/// How the slides of an export are written: what most people choose between, and the rest behind a button. GUI thread only.
class ExportOptionsForm : public QWidget {
    Q_OBJECT

public:
    explicit ExportOptionsForm(const ExportOptions& options, QWidget* parent = nullptr);

    /// Puts a row above the options, so that all labels stand in one column.
    void prependRow(const QString& label, QWidget* field);
    ExportOptions options() const;
    /// 0: one per core.
    unsigned threads() const;

signals:
    void changed();

private:
    QLayout* makeBasicRows(const ExportOptions& options);
    QWidget* makeAdvancedRows(const ExportOptions& options);
    void showAdvanced();
    void updateJpegRows();

    QFormLayout* m_basic;
    QComboBox* m_compression;
    QSpinBox* m_quality;
    QCheckBox* m_overwrite;
    QToolButton* m_more;
    QWidget* m_advanced;
    QComboBox* m_subsampling;
    QComboBox* m_tileSize;
    QSpinBox* m_threads;
};

}
