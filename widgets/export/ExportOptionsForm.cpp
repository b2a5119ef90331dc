#include "export/ExportOptionsForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QThread>
#include <QToolButton>
#include <QVBoxLayout>

#include "export/ExportNames.h"

namespace isostain {

namespace {

template <typename Enum>
QComboBox* makeCombo(std::span<const NamedValue<Enum>> rows, Enum current)
{
    auto* combo = new QComboBox;
    for (const auto& row : rows)
        combo->addItem(QCoreApplication::translate("ExportName", row.displayName), static_cast<int>(row.value));
    combo->setCurrentIndex(combo->findData(static_cast<int>(current)));
    return combo;
}

}

ExportOptionsForm::ExportOptionsForm(const ExportOptions& options, QWidget* parent) : QWidget(parent)
{
    m_more = new QToolButton;
    m_more->setObjectName(QStringLiteral("moreOptions"));
    m_more->setText(tr("&More options"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(makeBasicRows(options));
    column->addWidget(m_more);
    column->addWidget(makeAdvancedRows(options));

    connect(m_more, &QToolButton::toggled, this, &ExportOptionsForm::showAdvanced);
    connect(m_compression, &QComboBox::currentIndexChanged, this, &ExportOptionsForm::updateJpegRows);
    for (QComboBox* combo : {m_compression, m_subsampling, m_tileSize})
        connect(combo, &QComboBox::currentIndexChanged, this, &ExportOptionsForm::changed);
    connect(m_quality, &QSpinBox::valueChanged, this, &ExportOptionsForm::changed);
    connect(m_overwrite, &QCheckBox::toggled, this, &ExportOptionsForm::changed);
    showAdvanced();
    updateJpegRows();
}

QLayout* ExportOptionsForm::makeBasicRows(const ExportOptions& options)
{
    m_compression = makeCombo(compressions(), options.compression);
    m_compression->setObjectName(QStringLiteral("compression"));
    m_quality = new QSpinBox;
    m_quality->setObjectName(QStringLiteral("quality"));
    m_quality->setRange(1, 100);
    m_quality->setValue(options.quality);
    m_quality->setToolTip(tr("1 to 100: higher looks better and takes more space. Scanners use 70 to 90."));
    auto* qualityLabel = new QLabel(tr("&Quality:"));
    qualityLabel->setBuddy(m_quality);
    m_overwrite = new QCheckBox(tr("Replace files that e&xist already"));
    m_overwrite->setObjectName(QStringLiteral("overwrite"));
    m_overwrite->setChecked(options.overwrite == Overwrite::Yes);

    auto* format = new QHBoxLayout;
    format->addWidget(m_compression);
    format->addSpacing(12);
    format->addWidget(qualityLabel);
    format->addWidget(m_quality);
    format->addStretch();
    m_basic = new QFormLayout;
    m_basic->addRow(tr("&Compression:"), format);
    m_basic->addRow(QString(), m_overwrite);
    static_cast<QLabel*>(m_basic->labelForField(format))->setBuddy(m_compression);
    return m_basic;
}

void ExportOptionsForm::prependRow(const QString& label, QWidget* field)
{
    m_basic->insertRow(0, label, field);
}

QWidget* ExportOptionsForm::makeAdvancedRows(const ExportOptions& options)
{
    m_subsampling = makeCombo(subsamplings(), options.subsampling);
    m_subsampling->setObjectName(QStringLiteral("subsampling"));
    m_subsampling->setToolTip(tr("How finely JPEG stores color. Half resolution is what most scanners use; "
                                 "full resolution keeps small colored details and takes more space."));
    m_tileSize = new QComboBox;
    m_tileSize->setObjectName(QStringLiteral("tileSize"));
    for (const int size : {128, 256, 512, 1024})
        m_tileSize->addItem(tr("%1 × %1 pixels").arg(size), size);
    m_tileSize->setCurrentIndex(m_tileSize->findData(options.tileSize));
    m_threads = new QSpinBox;
    m_threads->setObjectName(QStringLiteral("threads"));
    m_threads->setRange(0, 256);
    m_threads->setSpecialValueText(tr("One per processor core (%1)").arg(QThread::idealThreadCount()));

    m_advanced = new QWidget;
    auto* form = new QFormLayout(m_advanced);
    form->setContentsMargins(20, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("JPEG c&olor:"), m_subsampling);
    form->addRow(tr("&Tile size:"), m_tileSize);
    form->addRow(tr("T&hreads:"), m_threads);
    return m_advanced;
}

ExportOptions ExportOptionsForm::options() const
{
    ExportOptions options;
    options.compression = static_cast<TiffCompression>(m_compression->currentData().toInt());
    options.quality = m_quality->value();
    options.subsampling = static_cast<SubsamplingChoice>(m_subsampling->currentData().toInt());
    options.tileSize = m_tileSize->currentData().toInt();
    options.overwrite = m_overwrite->isChecked() ? Overwrite::Yes : Overwrite::No;
    return options;
}

unsigned ExportOptionsForm::threads() const
{
    return static_cast<unsigned>(m_threads->value());
}

void ExportOptionsForm::showAdvanced()
{
    m_more->setArrowType(m_more->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_advanced->setVisible(m_more->isChecked());
}

void ExportOptionsForm::updateJpegRows()
{
    const bool isJpeg = options().compression == TiffCompression::Jpeg;
    m_quality->setEnabled(isJpeg);
    m_subsampling->setEnabled(isJpeg);
}

}
