#include "panels/ZoomBox.h"

#include <array>

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolTip>

#include "panels/ViewTexts.h"

namespace isostain {

namespace {

constexpr int kLength = 6; ///< characters
constexpr std::array kPowers = {1.25, 2.5, 5.0, 10.0, 20.0, 40.0};
constexpr std::array kPercents = {5, 10, 25, 50, 100, 200};

}

std::optional<ZoomWish> zoomWish(const QString& text, const SlideInfo& info, const QLocale& locale)
{
    QString rest = text.simplified().toLower();
    if (rest == QLatin1String("fit") || rest == ZoomBox::tr("Fit").toLower())
        return ZoomWish{true, 0};
    enum class Unit { None, Power, Percent } unit = Unit::None;
    if (rest.endsWith(QLatin1Char('%')))
        unit = Unit::Percent;
    else if (rest.endsWith(QLatin1Char('x')) || rest.endsWith(QChar(0xD7)))
        unit = Unit::Power;
    if (unit != Unit::None)
        rest = rest.chopped(1).trimmed();
    bool isNumber = false;
    double number = locale.toDouble(rest, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(rest, &isNumber);
    if (!isNumber || !(number > 0))
        return std::nullopt;
    if (unit == Unit::None)
        unit = info.objectivePower ? Unit::Power : Unit::Percent;
    if (unit == Unit::Percent)
        return ZoomWish{false, number / 100};
    return info.objectivePower ? std::optional(ZoomWish{false, number / *info.objectivePower}) : std::nullopt;
}

ZoomBox::ZoomBox(QWidget* parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("zoomBox"));
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr);
    setAccessibleName(tr("Magnification"));
    setToolTip(tr("Magnification on the screen: choose one, or write 12x, 50 % or Fit"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(kLength);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (!m_isLeaving)
            take(itemText(index));
    });
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { m_isTyped = true; });
    lineEdit()->installEventFilter(this);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { mark({}); });
    fill();
}

void ZoomBox::fill()
{
    clear();
    addItem(tr("Fit"));
    if (m_slide && m_slide->info().objectivePower)
        for (const double power : kPowers)
            addItem(tr("%1×").arg(locale().toString(power)));
    else
        for (const int percent : kPercents)
            addItem(tr("%1 %").arg(locale().toString(percent)));
    setEnabled(m_slide != nullptr);
    showZoom();
}

void ZoomBox::setSlide(SlidePtr slide)
{
    m_slide = std::move(slide);
    fill();
}

void ZoomBox::setViewport(const Viewport& viewport)
{
    if (viewport.zoom == m_zoom)
        return;
    m_zoom = viewport.zoom;
    if (!m_isTyped)
        showZoom();
}

void ZoomBox::showZoom()
{
    m_isTyped = false;
    mark({});
    if (!m_slide || !(m_zoom > 0)) {
        setEditText({});
        return;
    }
    setEditText(m_slide->info().objectivePower ? magnificationText(m_zoom, m_slide->info(), locale())
                                               : tr("%1 %").arg(locale().toString(100 * m_zoom, 'g', 3)));
}

void ZoomBox::take(const QString& text)
{
    if (!m_slide)
        return;
    const auto wish = zoomWish(text, m_slide->info(), locale());
    if (!wish) {
        mark(m_slide->info().objectivePower ? tr("Write a magnification such as 12x, or 50 %, or Fit.")
                                            : tr("The slide does not state its objective. Write 50 % or Fit."));
        return;
    }
    m_isTyped = false;
    if (wish->isFit)
        emit fitRequested();
    else
        emit zoomRequested(wish->zoom);
    // Limits may have had another idea.
    showZoom();
}

void ZoomBox::mark(const QString& problem)
{
    setAccessibleDescription(problem);
    lineEdit()->setStyleSheet(problem.isEmpty() ? QString() : QStringLiteral("QLineEdit { color: white; background: #b3261e; }"));
    if (problem.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(mapToGlobal(QPoint(0, height())), problem, this);
}

/// Return takes what is written; the box itself would take an entry that reads alike as well.
bool ZoomBox::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == lineEdit() && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            take(currentText());
            return true;
        }
    }
    return QComboBox::eventFilter(watched, event);
}

void ZoomBox::focusOutEvent(QFocusEvent* event)
{
    m_isLeaving = true;
    QComboBox::focusOutEvent(event);
    m_isLeaving = false;
    showZoom();
}

void ZoomBox::changeEvent(QEvent* event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::LanguageChange)
        fill();
}

}
