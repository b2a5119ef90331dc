#pragma once

#include <stop_token>

#include <QObject>

#include "slide/Slide.h"

class QPushButton;
class QWidget;

namespace isostain {

class Background;
class CompareView;
class Navigator;
class ScaleBar;

/// Overview and scale bar over a view: at the bottom, right and left, where the view has room for them, the overview while only
/// a part of the slide is in sight. They follow the view by themselves. GUI thread only.
class ViewOverlays : public QObject {
    Q_OBJECT

public:
    /// The view owns this object; `background` outlives it.
    ViewOverlays(CompareView& view, Background& background);
    ~ViewOverlays() override;

    void setNavigatorShown(bool shown);
    void setScaleBarShown(bool shown);

    /// A hidden button at the bottom, between the two: to be shown with a few words while something about the view is not as
    /// usual, and to be clicked to end that. Owned by the view.
    QPushButton* addChip();

    Navigator& navigator() { return *m_navigator; }
    ScaleBar& scaleBar() { return *m_scaleBar; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showSlide();
    void showViewport();
    void arrange();

    CompareView& m_view;
    Background& m_background;
    Navigator* m_navigator;
    ScaleBar* m_scaleBar;
    QWidget* m_chips;
    std::stop_source m_stop;
    bool m_isAllInSight = false; ///< the view is the overview
    bool m_isNavigatorWanted = true;
    bool m_isScaleBarWanted = true;
};

}
