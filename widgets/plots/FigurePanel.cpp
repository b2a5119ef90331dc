#include "plots/FigurePanel.h"

#include <algorithm>
#include <cmath>

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "base/AtomicFile.h"
#include "handover/Background.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"
#include "plots/ChartView.h"

namespace isostain {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kMostZoom = 6;
constexpr double kCopyScale = 2;

std::optional<FigureFormat> formatOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return FigureFormat::Png;
    if (suffix == QLatin1String("svg"))
        return FigureFormat::Svg;
    if (suffix == QLatin1String("pdf"))
        return FigureFormat::Pdf;
    if (suffix == QLatin1String("csv"))
        return FigureFormat::Csv;
    return std::nullopt;
}

}

FigurePanel::FigurePanel(FigurePtr figure, Background& background, QWidget* parent)
    : QWidget(parent),
      m_figure(std::move(figure)),
      m_background(background),
      m_news(new QLabel),
      m_views(new QStackedWidget)
{
    auto* caption = new QLabel(m_figure->caption());
    caption->setWordWrap(true);
    caption->setTextFormat(Qt::PlainText);
    m_news->setTextFormat(Qt::PlainText);
    m_news->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    makeViews();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(makeTools());
    column->addWidget(m_views, 1);
    column->addWidget(caption);
    setFocusPolicy(Qt::StrongFocus);

    connect(this, &FigurePanel::saved, this,
            [this](const QString& path) { m_news->setText(tr("Saved as %1").arg(QFileInfo(path).fileName())); });
    connect(this, &FigurePanel::failed, this, [this](const Error& error) { m_news->setText(errorText(error)); });
}

void FigurePanel::makeViews()
{
    if (auto chart = std::dynamic_pointer_cast<const ChartFigure>(m_figure)) {
        m_chart = new ChartView(std::move(chart));
        m_views->addWidget(m_chart);
        return;
    }
    m_picture = new QLabel;
    m_scroll = new QScrollArea;
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(m_figure->title());
    m_picture->setAccessibleDescription(m_figure->caption());
    m_picture->installEventFilter(this);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->setWidget(m_picture);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(m_figure->title());
    m_views->addWidget(m_scroll);
    if (auto chart = std::dynamic_pointer_cast<const ChartFigure>(m_figure->chart())) {
        m_chart = new ChartView(std::move(chart));
        m_views->addWidget(m_chart);
    }
}

QLayout* FigurePanel::makeTools()
{
    auto* tools = new QHBoxLayout;
    const auto button = [&](const char* name, const QString& text, const QString& toolTip, auto slot) {
        auto* made = new QToolButton;
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        made->setToolTip(toolTip);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, slot);
        tools->addWidget(made);
        return made;
    };
    button("copyFigure", tr("&Copy"), tr("Copies the figure as a picture"), [this] {
        copy();
        m_news->setText(tr("Copied"));
    })->setShortcut(QKeySequence::Copy);
    if (!m_figure->csv().isEmpty())
        button("copyFigureValues", tr("Copy &Values"), tr("Copies the numbers behind the figure as CSV"), [this] {
            copyValues();
            m_news->setText(tr("Copied"));
        });
    button("saveFigure", tr("&Save As…"), tr("Saves the figure as PNG, SVG or PDF, or its numbers as CSV"), [this] { chooseFile(); });
    if (m_views->count() > 1) {
        QToolButton* chart = button("showChart", tr("C&hart Alone"), tr("Shows the chart without the pictures, to read its values"),
                                    [this](bool isAlone) { m_views->setCurrentIndex(isAlone ? 1 : 0); });
        chart->setCheckable(true);
    }
    button("zoomFigureIn", tr("Zoom &In"), tr("Larger (+)"), [this] { zoom(kZoomStep); });
    button("zoomFigureOut", tr("Zoom &Out"), tr("Smaller (-)"), [this] { zoom(1 / kZoomStep); });
    button("fitFigure", tr("&Fit"), tr("Shows everything (0)"), [this] { zoom(0); });
    tools->addWidget(m_news, 1);
    return tools;
}

ChartView* FigurePanel::chart() const
{
    return m_views->currentWidget() == m_chart ? m_chart : nullptr;
}

void FigurePanel::copy() const
{
    QGuiApplication::clipboard()->setImage(figureImage(*m_figure, kCopyScale));
}

void FigurePanel::copyValues() const
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_figure->csv()));
}

void FigurePanel::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Save the Figure"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters = {tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")};
    if (!m_figure->csv().isEmpty())
        filters << tr("Numbers (*.csv)");
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1)); });
    QString name = m_figure->title();
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &FigurePanel::save);
    dialog->open();
}

void FigurePanel::save(const QString& path)
{
    const auto format = formatOf(path);
    if (!format) {
        emit failed({ErrorCode::InvalidArgument, path.toStdString(), "png, svg, pdf or csv"});
        return;
    }
    const QByteArray bytes = figureFile(*m_figure, *format);
    if (bytes.isEmpty()) {
        emit failed({ErrorCode::InvalidArgument, path.toStdString(), "this figure has no numbers"});
        return;
    }
    m_background.run(
        this,
        [bytes, file = toPath(path)] {
            return writeFileAtomically(file, std::string_view(bytes.constData(), std::size_t(bytes.size())), Overwrite::Yes);
        },
        [this, path](const Result<void>& written) {
            if (written)
                emit saved(path);
            else
                emit failed(written.error());
        });
}

void FigurePanel::zoom(double factor)
{
    if (ChartView* shown = chart()) {
        if (factor > 0)
            shown->zoom(factor);
        else
            shown->showEverything();
        return;
    }
    m_zoom = factor > 0 ? std::clamp(m_zoom * factor, 1.0, kMostZoom) : 1;
    showFigure();
}

void FigurePanel::showFigure()
{
    if (m_views->widget(0) == m_chart)
        return;
    const QSize size = m_figure->size();
    const QSize room = m_scroll->viewport()->size();
    const double fits = std::min(double(room.width()) / size.width(), std::max(1.0, double(room.height()) / size.height()));
    const double scale = std::max(0.1, fits * m_zoom);
    const QSize shown = (QSizeF(size) * scale).toSize();
    if (shown == m_shown)
        return;
    m_shown = shown;
    QImage image = figureImage(*m_figure, scale * devicePixelRatioF());
    image.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(QPixmap::fromImage(image));
    m_picture->setMinimumSize(m_zoom > 1 ? shown : QSize(0, shown.height()));
}

/// The picture fits the room that it has, and follows the mouse that drags it; the wheel with Ctrl zooms it.
bool FigurePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport()) {
        if (event->type() == QEvent::Resize)
            showFigure();
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::MouseButtonPress)
        m_dragged = static_cast<QMouseEvent*>(event)->globalPosition().toPoint();
    if (event->type() == QEvent::MouseMove) {
        const QPoint now = static_cast<QMouseEvent*>(event)->globalPosition().toPoint();
        for (const auto& [bar, step] : {std::pair(m_scroll->horizontalScrollBar(), now.x() - m_dragged.x()),
                                        std::pair(m_scroll->verticalScrollBar(), now.y() - m_dragged.y())})
            bar->setValue(bar->value() - step);
        m_dragged = now;
    }
    if (event->type() == QEvent::Wheel && static_cast<QWheelEvent*>(event)->modifiers().testFlag(Qt::ControlModifier)) {
        zoom(static_cast<QWheelEvent*>(event)->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FigurePanel::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(kZoomStep);
    case Qt::Key_Minus:
        return zoom(1 / kZoomStep);
    case Qt::Key_0:
        return zoom(0);
    default:
        QWidget::keyPressEvent(event);
    }
}

}
