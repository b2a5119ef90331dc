#pragma once

#include <optional>

#include <QComboBox>

#include "slide/Slide.h"
#include "tiles/Viewport.h"

namespace isostain {

/// What a typed magnification means.
struct ZoomWish {
    bool isFit = false;
    double zoom = 0; ///< device pixels per level-0 pixel; where it is not the whole slide

    bool operator==(const ZoomWish&) const = default;
};

/// "20x", "20 ×", "20" (magnifications where the objective is known, else percent), "50 %", "fit"; nothing for what is none of
/// them, or a magnification where the objective is not known. Numbers by the locale.
std::optional<ZoomWish> zoomWish(const QString& text, const SlideInfo& info, const QLocale& locale);

/// Shows the magnification and takes another: chosen or typed. What makes no sense stays in the field, marked, with a word on
/// what would. GUI thread only.
class ZoomBox : public QComboBox {
    Q_OBJECT

public:
    explicit ZoomBox(QWidget* parent = nullptr);

    /// Null: no slide, disabled.
    void setSlide(SlidePtr slide);
    void setViewport(const Viewport& viewport);

signals:
    void fitRequested();
    void zoomRequested(double zoom);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void take(const QString& text);
    void showZoom();
    void mark(const QString& problem);

    SlidePtr m_slide;
    double m_zoom = 0;
    bool m_isTyped = false;   ///< and not taken yet
    bool m_isLeaving = false; ///< the focus goes elsewhere
};

}
