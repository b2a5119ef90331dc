#pragma once

#include <optional>

#include <QWidget>

#include "export/SlideExport.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLayout;
class QSpinBox;
class QToolButton;

namespace isostain {

/// How the slides of an export are written: what most people choose between, and the rest behind a button. GUI thread only.
class ExportOptionsForm : public QWidget {
    Q_OBJECT

public:
    /// What the form does not offer, such as a scale given in micrometers, is kept until another is chosen.
    explicit ExportOptionsForm(const ExportOptions& options, QWidget* parent = nullptr);

    /// Puts a row above the options, so that all labels stand in one column.
    void prependRow(const QString& label, QWidget* field);
    ExportOptions options() const;
    /// 0: one per core.
    unsigned threads() const;

    /// The part of the slide that the view shows, in level-0 pixels; nothing: it cannot be chosen.
    void setVisibleRegion(const std::optional<PixelRect>& region);
    /// The objective magnification of the slides, to be shown beside the choices; nothing: not known, or not the same.
    void setPower(const std::optional<double>& power);

signals:
    void changed();

private:
    void makeControls(const ExportOptions& options);
    QLayout* makeBasicRows();
    QWidget* makeAdvancedRows(const ExportOptions& options);
    void connectAll();
    void showAdvanced();
    void updateCompressions();
    void updateJpegRows();

    ExportOptions m_given;
    PixelRect m_region;
    QFormLayout* m_basic;
    QComboBox* m_format;
    QComboBox* m_compression;
    QSpinBox* m_quality;
    QComboBox* m_area;
    QComboBox* m_scale;
    QCheckBox* m_overwrite;
    QToolButton* m_more;
    QWidget* m_advanced;
    QComboBox* m_subsampling;
    QComboBox* m_tileSize;
    QSpinBox* m_threads;
};

}
