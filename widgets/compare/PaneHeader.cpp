#include "compare/PaneHeader.h"

#include <QEvent>
#include <QPainter>

#include "compare/PaneHeaderButton.h"
#include "compare/PillColors.h"

namespace isostain {

namespace {

constexpr int kPadding = 8;  ///< logical pixels
constexpr int kDimmed = 200; ///< of 255: remarks are quieter than the name

}

PaneHeader::PaneHeader(QWidget* parent)
    : QWidget(parent),
      m_name(new PaneHeaderButton(PaneHeaderButton::Kind::Name, this)),
      m_close(new PaneHeaderButton(PaneHeaderButton::Kind::Close, this))
{
    m_close->setToolTip(tr("Close this pane"));
    m_close->setAccessibleName(tr("Close this pane"));
    m_close->setObjectName(QStringLiteral("closePane"));
    m_name->setObjectName(QStringLiteral("paneName"));
    connect(m_close, &QToolButton::clicked, this, &PaneHeader::closeRequested);
    setTabOrder(m_name, m_close);
    setMenu(nullptr);
}

void PaneHeader::setName(const QString& name)
{
    m_name->setText(name);
    tellAssistants();
    arrange();
}

QString PaneHeader::name() const
{
    return m_name->text();
}

void PaneHeader::setMenu(QMenu* menu)
{
    m_name->setMenu(menu);
    m_name->setEnabled(menu != nullptr);
    // Without a menu it is a label: clicks go to the pane below.
    m_name->setAttribute(Qt::WA_TransparentForMouseEvents, menu == nullptr);
    arrange();
    emit partsChanged();
}

void PaneHeader::setBadges(const QStringList& badges)
{
    if (badges == m_badges)
        return;
    m_badges = badges;
    tellAssistants();
    arrange();
    update();
}

void PaneHeader::setClosing(PaneClosing closing)
{
    m_close->setVisible(closing == PaneClosing::Allowed);
    arrange();
    emit partsChanged();
}

QString PaneHeader::badgeText() const
{
    return m_badges.join(QStringLiteral(" · "));
}

int PaneHeader::badgeWidth() const
{
    return m_badges.isEmpty() ? 0 : fontMetrics().horizontalAdvance(badgeText()) + kPadding;
}

QSize PaneHeader::sizeHint() const
{
    const QSize name = m_name->sizeHint();
    return {name.width() + badgeWidth() + (m_close->isHidden() ? 0 : m_close->sizeHint().width()), name.height()};
}

QSize PaneHeader::minimumSizeHint() const
{
    const QSize name = m_name->minimumSizeHint();
    return {name.width() + (m_close->isHidden() ? 0 : m_close->sizeHint().width()), name.height()};
}

void PaneHeader::arrange()
{
    updateGeometry();
    int right = width();
    if (!m_close->isHidden()) {
        right -= m_close->sizeHint().width();
        m_close->setGeometry(right, 0, m_close->sizeHint().width(), height());
    }
    const bool fitsBadges = right - badgeWidth() >= m_name->minimumSizeHint().width();
    m_shownBadgeWidth = fitsBadges ? badgeWidth() : 0;
    m_name->setGeometry(0, 0, right - m_shownBadgeWidth, height());
}

void PaneHeader::tellAssistants()
{
    const QString whole = m_badges.isEmpty() ? name() : tr("%1 (%2)").arg(name(), m_badges.join(QStringLiteral(", ")));
    setToolTip(whole);
    m_name->setToolTip(whole);
    m_name->setAccessibleName(tr("What this pane shows: %1").arg(whole));
}

void PaneHeader::resizeEvent(QResizeEvent*)
{
    arrange();
}

void PaneHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    arrange();
    emit partsChanged();
}

void PaneHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pill::kBackground);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    if (m_shownBadgeWidth == 0)
        return;
    QColor quiet = pill::kText;
    quiet.setAlpha(kDimmed);
    painter.setPen(quiet);
    painter.drawText(QRect(m_name->geometry().right() + 1, 0, m_shownBadgeWidth, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     badgeText());
}

}
