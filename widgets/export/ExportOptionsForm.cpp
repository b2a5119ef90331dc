#include "export/ExportOptionsForm.h"

#include <cmath>

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QThread>
#include <QToolButton>
#include <QVBoxLayout>

#include "export/ExportNames.h"

namespace isostain {

namespace {

constexpr int kMostHalvings = 2;
constexpr int kGivenScale = -1;

template <typename Enum>
QComboBox* makeCombo(const char* name, std::span<const NamedValue<Enum>> rows, Enum current)
{
    auto* combo = new QComboBox;
    combo->setObjectName(QLatin1String(name));
    for (const auto& row : rows)
        combo->addItem(QCoreApplication::translate("ExportName", row.displayName), static_cast<int>(row.value));
    combo->setCurrentIndex(combo->findData(static_cast<int>(current)));
    return combo;
}

QComboBox* makeAreaCombo(const ExportArea& area)
{
    auto* combo = new QComboBox;
    combo->setObjectName(QStringLiteral("area"));
    combo->addItem(ExportOptionsForm::tr("Whole slide"), static_cast<int>(ExportArea::Kind::Whole));
    combo->addItem(ExportOptionsForm::tr("Around the tissue"), static_cast<int>(ExportArea::Kind::Tissue));
    combo->addItem(ExportOptionsForm::tr("What the view shows"), static_cast<int>(ExportArea::Kind::Region));
    combo->setCurrentIndex(combo->findData(static_cast<int>(area.kind)));
    return combo;
}

QString scaleText(int halvings, const std::optional<double>& power)
{
    const QString name = halvings == 0   ? ExportOptionsForm::tr("As in the slide")
                         : halvings == 1 ? ExportOptionsForm::tr("Half")
                                         : ExportOptionsForm::tr("A quarter");
    return power ? ExportOptionsForm::tr("%1 (%2x)").arg(name, QLocale().toString(std::ldexp(*power, -halvings), 'g', 4))
                 : name;
}

QComboBox* makeScaleCombo(const ExportScale& scale)
{
    auto* combo = new QComboBox;
    combo->setObjectName(QStringLiteral("scale"));
    for (int halvings = 0; halvings <= kMostHalvings; ++halvings)
        combo->addItem(scaleText(halvings, {}), halvings);
    if (scale.power || scale.mpp || scale.halvings > kMostHalvings)
        combo->addItem(ExportOptionsForm::tr("As it was begun"), kGivenScale);
    const int given = combo->findData(kGivenScale);
    combo->setCurrentIndex(given >= 0 ? given : combo->findData(scale.halvings));
    return combo;
}

QHBoxLayout* pairOf(QWidget* left, const QString& label, QWidget* right)
{
    auto* rightLabel = new QLabel(label);
    rightLabel->setBuddy(right);
    auto* row = new QHBoxLayout;
    row->addWidget(left);
    row->addSpacing(12);
    row->addWidget(rightLabel);
    row->addWidget(right);
    row->addStretch();
    return row;
}

}

ExportOptionsForm::ExportOptionsForm(const ExportOptions& options, QWidget* parent)
    : QWidget(parent),
      m_given(options),
      m_region(options.area.region)
{
    makeControls(options);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(makeBasicRows());
    column->addWidget(m_more);
    column->addWidget(makeAdvancedRows(options));
    connectAll();
    setVisibleRegion(options.area.kind == ExportArea::Kind::Region ? std::optional(options.area.region) : std::nullopt);
    showAdvanced();
    updateCompressions();
    updateJpegRows();
}

void ExportOptionsForm::makeControls(const ExportOptions& options)
{
    m_format = makeCombo("format", exportFormats(), options.format);
    m_compression = makeCombo("compression", compressions(), options.compression);
    m_quality = new QSpinBox;
    m_quality->setObjectName(QStringLiteral("quality"));
    m_quality->setRange(1, 100);
    m_quality->setValue(options.quality);
    m_quality->setToolTip(tr("1 to 100: higher looks better and takes more space. Scanners use 70 to 90."));
    m_area = makeAreaCombo(options.area);
    m_scale = makeScaleCombo(options.scale);
    m_scale->setToolTip(tr("A coarser export takes a quarter of the space for each step"));
    m_overwrite = new QCheckBox(tr("Replace files that e&xist already"));
    m_overwrite->setObjectName(QStringLiteral("overwrite"));
    m_overwrite->setToolTip(tr("Slides that an earlier export with these options has finished are never written again"));
    m_overwrite->setChecked(options.overwrite == Overwrite::Yes);
    m_more = new QToolButton;
    m_more->setObjectName(QStringLiteral("moreOptions"));
    m_more->setText(tr("More o&ptions"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

QLayout* ExportOptionsForm::makeBasicRows()
{
    QHBoxLayout* compression = pairOf(m_compression, tr("&Quality:"), m_quality);
    QHBoxLayout* area = pairOf(m_area, tr("Ma&gnification:"), m_scale);
    m_basic = new QFormLayout;
    m_basic->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* format = new QHBoxLayout; // no wider than it has to be
    format->addWidget(m_format);
    format->addStretch();
    m_basic->addRow(tr("Fo&rmat:"), format);
    m_basic->addRow(tr("&Compression:"), compression);
    m_basic->addRow(tr("Ar&ea:"), area);
    m_basic->addRow(QString(), m_overwrite);
    static_cast<QLabel*>(m_basic->labelForField(format))->setBuddy(m_format);
    static_cast<QLabel*>(m_basic->labelForField(compression))->setBuddy(m_compression);
    static_cast<QLabel*>(m_basic->labelForField(area))->setBuddy(m_area);
    return m_basic;
}

void ExportOptionsForm::prependRow(const QString& label, QWidget* field)
{
    m_basic->insertRow(0, label, field);
}

QWidget* ExportOptionsForm::makeAdvancedRows(const ExportOptions& options)
{
    m_subsampling = makeCombo("subsampling", subsamplings(), options.subsampling);
    m_subsampling->setToolTip(tr("How finely JPEG stores color. Half resolution is what most scanners use; "
                                 "full resolution keeps small colored details and takes more space."));
    m_tileSize = new QComboBox;
    m_tileSize->setObjectName(QStringLiteral("tileSize"));
    for (const int size : {128, 256, 512, 1024})
        m_tileSize->addItem(tr("%1 × %1 pixels").arg(size), size);
    if (m_tileSize->findData(options.tileSize) < 0)
        m_tileSize->addItem(tr("%1 × %1 pixels").arg(options.tileSize), options.tileSize);
    m_tileSize->setCurrentIndex(m_tileSize->findData(options.tileSize));
    m_threads = new QSpinBox;
    m_threads->setObjectName(QStringLiteral("threads"));
    m_threads->setRange(0, 256);
    m_threads->setSpecialValueText(tr("One per processor core (%1)").arg(QThread::idealThreadCount()));

    m_advanced = new QWidget;
    auto* form = new QFormLayout(m_advanced);
    form->setContentsMargins(20, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("&JPEG color:"), m_subsampling);
    form->addRow(tr("&Tile size:"), m_tileSize);
    form->addRow(tr("T&hreads:"), m_threads);
    return m_advanced;
}

void ExportOptionsForm::connectAll()
{
    connect(m_more, &QToolButton::toggled, this, &ExportOptionsForm::showAdvanced);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportOptionsForm::updateCompressions);
    connect(m_compression, &QComboBox::currentIndexChanged, this, &ExportOptionsForm::updateJpegRows);
    for (QComboBox* combo : {m_format, m_compression, m_area, m_scale, m_subsampling, m_tileSize})
        connect(combo, &QComboBox::currentIndexChanged, this, &ExportOptionsForm::changed);
    connect(m_quality, &QSpinBox::valueChanged, this, &ExportOptionsForm::changed);
    connect(m_overwrite, &QCheckBox::toggled, this, &ExportOptionsForm::changed);
}

ExportOptions ExportOptionsForm::options() const
{
    ExportOptions options;
    options.format = static_cast<ExportFormat>(m_format->currentData().toInt());
    options.compression = static_cast<TiffCompression>(m_compression->currentData().toInt());
    options.quality = m_quality->value();
    options.subsampling = static_cast<SubsamplingChoice>(m_subsampling->currentData().toInt());
    options.tileSize = m_tileSize->currentData().toInt();
    options.overwrite = m_overwrite->isChecked() ? Overwrite::Yes : Overwrite::No;
    options.area.kind = static_cast<ExportArea::Kind>(m_area->currentData().toInt());
    if (options.area.kind == ExportArea::Kind::Region)
        options.area.region = m_region;
    const int halvings = m_scale->currentData().toInt();
    if (halvings == kGivenScale)
        options.scale = m_given.scale;
    else
        options.scale.halvings = halvings;
    return options;
}

unsigned ExportOptionsForm::threads() const
{
    return static_cast<unsigned>(m_threads->value());
}

void ExportOptionsForm::setVisibleRegion(const std::optional<PixelRect>& region)
{
    const int row = m_area->findData(static_cast<int>(ExportArea::Kind::Region));
    auto* model = qobject_cast<QStandardItemModel*>(m_area->model());
    model->item(row)->setEnabled(region.has_value());
    m_area->setItemData(
        row, region ? tr("%1 × %2 pixels").arg(region->width).arg(region->height) : tr("Only of the slide that is open"),
        Qt::ToolTipRole);
    if (!region || *region == m_region)
        return;
    m_region = *region;
    if (m_area->currentIndex() == row)
        emit changed();
}

void ExportOptionsForm::setPower(const std::optional<double>& power)
{
    for (int halvings = 0; halvings <= kMostHalvings; ++halvings)
        m_scale->setItemText(m_scale->findData(halvings), scaleText(halvings, power));
}

void ExportOptionsForm::showAdvanced()
{
    m_more->setArrowType(m_more->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_advanced->setVisible(m_more->isChecked());
}

/// Grays out what the format cannot hold; JPEG, which all of them can, takes its place.
void ExportOptionsForm::updateCompressions()
{
    const ExportFormat format = options().format;
    auto* items = qobject_cast<QStandardItemModel*>(m_compression->model());
    for (int i = 0; i < m_compression->count(); ++i)
        items->item(i)->setEnabled(takes(format, static_cast<TiffCompression>(m_compression->itemData(i).toInt())));
    if (!takes(format, options().compression))
        m_compression->setCurrentIndex(m_compression->findData(int(TiffCompression::Jpeg)));
}

void ExportOptionsForm::updateJpegRows()
{
    const bool isJpeg = options().compression == TiffCompression::Jpeg;
    m_quality->setEnabled(isJpeg);
    m_subsampling->setEnabled(isJpeg);
}

}
