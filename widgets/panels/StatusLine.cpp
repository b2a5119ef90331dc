#include "panels/StatusLine.h"

#include <array>

#include <QHBoxLayout>
#include <QLabel>

#include "panels/ColorSwatch.h"
#include "panels/ViewTexts.h"

namespace isostain {

namespace {

constexpr int kSpacing = 18;
constexpr int kMargin = 8;
constexpr int kNewsMilliseconds = 15'000;

/// A field keeps the largest width it has had, so that the line does not tremble while the cursor moves.
void setField(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setMinimumWidth(text.isEmpty() ? 0 : std::max(label->minimumWidth(), label->sizeHint().width()));
}

}

StatusLine::StatusLine(QWidget* parent) : QWidget(parent)
{
    const auto field = [this](const char* name) {
        auto* label = new QLabel(this);
        label->setObjectName(QLatin1String(name));
        label->setTextFormat(Qt::PlainText);
        return label;
    };
    m_task = field("statusTask");
    m_task->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note = field("statusNote");
    m_trust = field("statusTrust");
    m_trust->setToolTip(tr("How much of this slide's tissue has colors that the stain profile has never seen"));
    m_position = field("statusPosition");
    m_colors = new ColorSwatch(this);
    m_colors->setObjectName(QStringLiteral("statusColors"));
    m_level = field("statusLevel");
    m_level->setToolTip(tr("Level of the slide's pyramid that is drawn, and its size against the full resolution"));
    m_magnification = field("statusMagnification");
    m_magnification->setToolTip(tr("Magnification on the screen"));
    m_pixelSize = field("statusPixelSize");
    m_pixelSize->setToolTip(tr("Size of the tissue under one pixel of the screen"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 3, kMargin, 3);
    row->setSpacing(kSpacing);
    row->setSizeConstraint(QLayout::SetNoConstraint); // fields give way instead
    row->addWidget(m_task, 1);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_trust), static_cast<QWidget*>(m_colors), static_cast<QWidget*>(m_position),
          static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_pixelSize), static_cast<QWidget*>(m_magnification)})
        row->addWidget(widget);

    m_newsTimer.setSingleShot(true);
    connect(&m_newsTimer, &QTimer::timeout, this, [this] {
        m_news.clear();
        showTask();
    });
    arrange();
}

void StatusLine::setSlide(SlidePtr slide)
{
    m_slide = std::move(slide);
    for (QLabel* label : {m_position, m_level, m_magnification, m_pixelSize})
        setField(label, {});
    m_colors->setColors({}, {});
    arrange();
}

void StatusLine::setViewport(const Viewport& viewport)
{
    if (!m_slide)
        return;
    const SlideInfo& info = m_slide->info();
    setField(m_level, levelText(viewport.zoom, m_slide->geometry(), locale()));
    setField(m_magnification, magnificationText(viewport.zoom, info, locale()));
    setField(m_pixelSize, pixelSizeText(viewport.zoom, info, locale()));
    arrange();
}

void StatusLine::setCursor(const cv::Point2d& level0, const std::optional<QColor>& source,
                           const std::optional<QColor>& normalized)
{
    if (!m_slide)
        return;
    setField(m_position, positionText(level0, m_slide->info(), locale()));
    m_colors->setColors(source, normalized);
    arrange();
}

void StatusLine::clearCursor()
{
    m_position->clear();
    m_colors->setColors({}, {});
    arrange();
}

void StatusLine::setTask(const QString& text)
{
    m_taskText = text;
    showTask();
}

void StatusLine::showNews(const QString& text)
{
    m_news = text;
    m_newsTimer.start(kNewsMilliseconds);
    showTask();
}

void StatusLine::showTask()
{
    m_task->setText(m_taskText.isEmpty() ? m_news : m_taskText);
    arrange();
}

void StatusLine::setNote(const QString& text)
{
    m_note->setText(text);
    arrange();
}

void StatusLine::setTrust(const QString& text)
{
    m_trust->setText(text);
    arrange();
}

QSize StatusLine::minimumSizeHint() const
{
    return {0, fontMetrics().height() + 6};
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StatusLine::arrange()
{
    struct Field {
        QWidget* widget;
        bool isEmpty;
    };
    const auto ofLabel = [](QLabel* label) {
        return Field{label, label->text().isEmpty()};
    };
    const std::array byImportance = {ofLabel(m_magnification), ofLabel(m_pixelSize),
                                     ofLabel(m_trust),         ofLabel(m_position),
                                     Field{m_colors, m_colors->isEmpty()},
                                     ofLabel(m_level),         ofLabel(m_note)};
    int left = width() - 2 * kMargin;
    if (!m_task->text().isEmpty())
        left -= m_task->sizeHint().width() + kSpacing;
    for (const Field& field : byImportance) {
        const int needed = std::max(field.widget->sizeHint().width(), field.widget->minimumWidth()) + kSpacing;
        const bool fits = !field.isEmpty && needed <= left;
        field.widget->setVisible(fits);
        if (fits)
            left -= needed;
    }
}

}
