#include "overview/ViewOverlays.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include "compare/CompareView.h"
#include "compare/PillColors.h"
#include "handover/Background.h"
#include "overview/Navigator.h"
#include "overview/OverviewPicture.h"
#include "overview/ScaleBar.h"

namespace isostain {

namespace {

constexpr int kMargin = 10;         ///< logical pixels
constexpr double kRoomForMap = 2.5; ///< times its own size, so that the slide stays in sight
constexpr double kWheelStep = 1.25;

}

ViewOverlays::ViewOverlays(CompareView& view, Background& background)
    : QObject(&view),
      m_view(view),
      m_background(background),
      m_navigator(new Navigator(&view)),
      m_scaleBar(new ScaleBar(&view)),
      m_chips(new QWidget(&view))
{
    auto* row = new QHBoxLayout(m_chips);
    row->setContentsMargins(0, 0, 0, 0);
    m_chips->hide();
    m_chips->installEventFilter(this);
    m_navigator->hide();
    m_scaleBar->hide();
    connect(&view, &CompareView::slideChanged, this, &ViewOverlays::showSlide);
    connect(&view, &CompareView::viewportChanged, this, &ViewOverlays::showViewport);
    connect(m_navigator, &Navigator::centerRequested, this, [this](const QPointF& level0) {
        Viewport viewport = m_view.viewport();
        viewport.center = {level0.x(), level0.y()};
        m_view.setViewport(viewport);
    });
    connect(m_navigator, &Navigator::zoomRequested, this, [this](double steps) {
        Viewport viewport = m_view.viewport();
        viewport.zoom *= std::pow(kWheelStep, steps);
        m_view.setViewport(viewport);
    });
    view.installEventFilter(this);
    showSlide();
}

ViewOverlays::~ViewOverlays()
{
    m_stop.request_stop();
}

QPushButton* ViewOverlays::addChip()
{
    auto* chip = new QPushButton;
    chip->setStyleSheet(QStringLiteral("QPushButton { background: %1; color: %2; border: 1px solid %2; border-radius: 4px; "
                                       "padding: 3px 10px; } QPushButton:focus { border-width: 2px; }")
                            .arg(QColor(pill::kBackground).name(QColor::HexArgb), QColor(pill::kText).name()));
    chip->setCursor(Qt::PointingHandCursor);
    chip->setFocusPolicy(Qt::TabFocus);
    chip->hide();
    m_chips->layout()->addWidget(chip);
    return chip;
}

void ViewOverlays::setNavigatorShown(bool shown)
{
    m_isNavigatorWanted = shown;
    arrange();
}

void ViewOverlays::setScaleBarShown(bool shown)
{
    m_isScaleBarWanted = shown;
    arrange();
}

void ViewOverlays::showSlide()
{
    m_stop.request_stop();
    m_stop = {};
    const SlidePtr slide = m_view.slide();
    m_navigator->setSlideSize(slide ? QSizeF(double(slide->geometry().width()), double(slide->geometry().height())) : QSizeF());
    if (slide)
        m_background.run(
            this, [slide, stop = m_stop.get_token()] { return overviewPicture(*slide, kOverviewSide, stop); },
            [this, slide](const QImage& picture) {
                if (m_view.slide() == slide)
                    m_navigator->setPicture(picture);
            });
    showViewport();
}

void ViewOverlays::showViewport()
{
    const SlidePtr& slide = m_view.slide();
    if (slide) {
        const Viewport& viewport = m_view.viewport();
        const auto corners = [](double width, double height) {
            return std::array<cv::Point2d, 4>{{{0, 0}, {width, 0}, {width, height}, {0, height}}};
        };
        QPolygonF shown;
        for (const cv::Point2d& corner : corners(viewport.width, viewport.height)) {
            const cv::Point2d level0 = viewport.toLevel0(corner);
            shown << QPointF(level0.x, level0.y);
        }
        m_navigator->setShownPart(shown);
        const cv::Rect2d pane(-0.5, -0.5, viewport.width + 1, viewport.height + 1);
        const auto slideCorners = corners(double(slide->geometry().width()), double(slide->geometry().height()));
        m_isAllInSight = std::all_of(slideCorners.begin(), slideCorners.end(),
                                     [&](const cv::Point2d& corner) { return pane.contains(viewport.toDevice(corner)); });
        m_scaleBar->setScale(m_view.devicePixelRatioF() / viewport.zoom, slide->info().mppX);
    }
    arrange();
}

void ViewOverlays::arrange()
{
    const bool hasSlide = m_view.slide() != nullptr;
    const QSize map = m_navigator->size();
    const bool fitsMap = m_view.width() >= kRoomForMap * map.width() && m_view.height() >= kRoomForMap * map.height();
    m_navigator->move(m_view.width() - map.width() - kMargin, m_view.height() - map.height() - kMargin);
    m_navigator->setVisible(hasSlide && m_isNavigatorWanted && fitsMap && !m_isAllInSight);

    const QSize bar = m_scaleBar->size();
    m_scaleBar->move(kMargin, m_view.height() - bar.height() - kMargin);
    m_scaleBar->setVisible(hasSlide && m_isScaleBarWanted && !m_scaleBar->text().isEmpty() &&
                           m_view.width() >= bar.width() + 2 * kMargin);
    m_chips->adjustSize();
    m_chips->move((m_view.width() - m_chips->width()) / 2, m_view.height() - m_chips->height() - kMargin);
    m_chips->setVisible(hasSlide);
    m_navigator->raise();
    m_scaleBar->raise();
    m_chips->raise();
}

bool ViewOverlays::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_view && event->type() == QEvent::Resize)
        arrange();
    if (watched == m_chips && event->type() == QEvent::LayoutRequest)
        arrange();
    return QObject::eventFilter(watched, event);
}

}
