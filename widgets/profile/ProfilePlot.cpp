#include "profile/ProfilePlot.h"

#include <cmath>

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "panels/ErrorText.h"
#include "panels/NoticeBar.h"
#include "profile/CurveTable.h"
#include "profile/ProfileChart.h"
#include "profile/ProfileText.h"

namespace isostain {

namespace {

const QSize kSmallestFigure(640, 360);
const QSize kLargestFigure(1280, 720);

QToolButton* makeButton(const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}

ProfilePlot::ProfilePlot(QWidget* parent)
    : QWidget(parent),
      m_width(new QSpinBox),
      m_reset(makeButton(tr("Whole line"), tr("Show the whole line and all gray values (Home)"))),
      m_copy(makeCopyButton()),
      m_save(makeButton(tr("Save…"), tr("Save the chart as a picture, a drawing or a table"))),
      m_notice(new NoticeBar),
      m_pages(new QStackedWidget),
      m_empty(new QLabel(tr("Drag a line across the tissue"))),
      m_splitter(new QSplitter),
      m_chart(new ProfileChart),
      m_table(new CurveTable),
      m_summary(new QLabel)
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("profileEmpty"));
    m_chart->setAccessibleName(tr("Gray values along the line"));
    m_chart->setMinimumSize(160, 100);
    m_summary->setObjectName(QStringLiteral("profileSummary"));
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setMinimumWidth(40);

    m_splitter->addWidget(m_chart);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_splitter);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(makeTools());
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &ProfilePlot::refresh);
    connect(m_width, &QSpinBox::valueChanged, this, &ProfilePlot::lineWidthChanged);
    connect(m_save, &QToolButton::clicked, this, &ProfilePlot::chooseFile);
    connect(&m_saver, &ProfileSaver::saved, this, &ProfilePlot::reportSaved);
    connectChart();
    applyTheme();
    refresh();
}

ProfilePlot::~ProfilePlot() = default;

QWidget* ProfilePlot::makeTools()
{
    m_width->setRange(1, kMaxLineWidth);
    m_width->setSuffix(tr(" px"));
    m_width->setToolTip(tr("Gray values are averaged across the line over this many pixels"));
    m_width->setAccessibleName(tr("Width of the line"));
    m_width->setKeyboardTracking(false);
    auto* label = new QLabel(tr("&Width:"));
    label->setBuddy(m_width);

    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(label);
    row->addWidget(m_width);
    row->addSpacing(8);
    row->addWidget(m_summary, 1);
    for (QToolButton* button : {m_reset, m_copy, m_save})
        row->addWidget(button);
    return tools;
}

QToolButton* ProfilePlot::makeCopyButton()
{
    QToolButton* button = makeButton(tr("Copy"), tr("Copy the chart or its values"));
    auto* menu = new QMenu(button);
    connect(menu->addAction(tr("Copy &Image")), &QAction::triggered, this, &ProfilePlot::copyImage);
    connect(menu->addAction(tr("Copy &Values")), &QAction::triggered, this, &ProfilePlot::copyValues);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

void ProfilePlot::connectChart()
{
    connect(m_chart, &ProfileChart::cursorMoved, this, [this](std::optional<int> sample) {
        m_table->showValues(m_curves, sample);
        emit positionHovered(sample ? std::optional(*sample * m_curves.step) : std::nullopt);
    });
    connect(m_chart, &ProfileChart::zoomChanged, this, [this] { m_reset->setEnabled(m_chart->isZoomed()); });
    connect(m_reset, &QToolButton::clicked, m_chart, &ProfileChart::resetZoom);
    m_reset->setEnabled(false);
}

void ProfilePlot::setProfiles(ProfileCurves curves)
{
    m_curves = std::move(curves);
    if (!m_refresh.isActive())
        m_refresh.start();
}

void ProfilePlot::refresh()
{
    m_chart->setCurves(m_curves);
    m_table->setCurves(m_curves, m_chart->cursorSample());
    m_summary->setText(summaryText(m_curves));
    m_summary->setToolTip(m_summary->text());
    m_pages->setCurrentWidget(isEmpty() ? static_cast<QWidget*>(m_empty) : m_splitter);
    for (QToolButton* button : {m_copy, m_save})
        button->setEnabled(!isEmpty());
    if (isEmpty())
        m_chart->resetZoom();
    emit refreshed();
}

void ProfilePlot::setLineWidth(int width)
{
    m_width->setValue(width);
}

int ProfilePlot::lineWidth() const
{
    return m_width->value();
}

void ProfilePlot::setCursor(std::optional<double> distance)
{
    std::optional<int> sample;
    if (distance && std::isfinite(*distance) && *distance >= 0 && *distance <= double(m_curves.sampleCount()) * m_curves.step)
        sample = int(std::lround(*distance / m_curves.step));
    if (sample == m_chart->cursorSample())
        return;
    m_chart->setCursorSample(sample);
    m_table->showValues(m_curves, m_chart->cursorSample());
}

std::optional<int> ProfilePlot::cursorSample() const
{
    return m_chart->cursorSample();
}

ProfileRanges ProfilePlot::shownRanges() const
{
    const QCPRange distance = m_chart->distanceRange();
    const QCPRange gray = m_chart->grayRange();
    return {distance.lower, distance.upper, gray.lower, gray.upper};
}

/// About that of the chart on the screen, but never too small to be read.
QSize ProfilePlot::figureSize() const
{
    return m_chart->size().expandedTo(kSmallestFigure).boundedTo(kLargestFigure);
}

void ProfilePlot::copyImage()
{
    if (!isEmpty())
        QApplication::clipboard()->setImage(profileImage(m_curves, shownRanges(), figureSize()));
}

void ProfilePlot::copyValues()
{
    if (!isEmpty())
        QApplication::clipboard()->setText(QString::fromStdString(profileTable(m_curves, '\t')));
}

void ProfilePlot::chooseFile()
{
    QStringList filters;
    for (const ProfileFormatRow& row : profileFormats())
        filters << QStringLiteral("%1 (*.%2)")
                       .arg(QCoreApplication::translate("ProfileFormat", row.name), QLatin1String(row.suffix));
    auto* dialog = new QFileDialog(this, tr("Save the Gray Value Profile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QLatin1String(profileFormats().front().suffix));
    dialog->selectFile(tr("gray-value-profile"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString& filter) {
        if (const auto row = filters.indexOf(filter); row >= 0)
            dialog->setDefaultSuffix(QLatin1String(profileFormats()[std::size_t(row)].suffix));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ProfilePlot::saveAs);
    dialog->open();
}

void ProfilePlot::saveAs(const QString& path)
{
    if (isEmpty())
        return;
    const auto format = profileFormatOf(path);
    if (!format)
        return reportSaved(path, format.error());
    m_saver.save(path, profileFile(m_curves, shownRanges(), figureSize(), *format));
}

void ProfilePlot::reportSaved(const QString& path, const std::optional<Error>& error)
{
    if (error)
        return m_notice->showNotice(errorText(*error), errorDetail(*error));
    m_notice->hide();
    emit saved(path);
}

void ProfilePlot::applyTheme()
{
    const bool isDark = palette().color(QPalette::Base).lightness() < palette().color(QPalette::Text).lightness();
    const ChartTheme theme = isDark ? ChartTheme::Dark : ChartTheme::Light;
    m_chart->setTheme(theme);
    m_table->setTheme(theme);
}

void ProfilePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

/// The table goes beside a wide chart and below a narrow one.
void ProfilePlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() > 1.5 * height() ? Qt::Horizontal : Qt::Vertical);
}

void ProfilePlot::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    emit visibilityChanged(false);
}

void ProfilePlot::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    emit visibilityChanged(true);
}

}
