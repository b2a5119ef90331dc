#pragma once

#include <optional>
#include <vector>

#include <QImage>
#include <QString>

#include "base/Progress.h"
#include "color/ColorTable.h"
#include "slide/Slide.h"
#include "tiles/Viewport.h"

namespace isostain {

/// What a view shows, to be drawn from the slide itself at one pixel per level-0 pixel.
struct ViewPictureOrder {
    struct Pane {
        QString name;
        SlidePtr slide;
        ColorTablePtr table; ///< null: as it is
    };
    enum class Names { Shown, Hidden };
    enum class Scale { Shown, Hidden };

    std::vector<Pane> panes; ///< side by side in one row
    PixelRect region;        ///< level 0
    ViewOrientation orientation;
    std::optional<double> mpp;
    Names names = Names::Shown;
    Scale scale = Scale::Shown;
};

/// More than this is refused.
inline constexpr std::int64_t kMostPicturePixels = 250'000'000;
inline constexpr int kLongestPictureSide = 30'000;

/// Of the whole picture; null where it would be too large.
QSize viewPictureSize(const ViewPictureOrder& order);

/// The panes with their names above and a scale bar in the first, where wanted. Progress in panes. Blocks; any thread. Errors:
/// ImageTooLarge, Cancelled, OutOfMemory, those of readRegion().
Result<QImage> drawViewPicture(const ViewPictureOrder& order, const JobControl& control);

/// A bar of a round length in the lower left corner of `place`, `perPixel` micrometers (or, without `mpp`, slide pixels) to a
/// pixel of the picture.
void paintScaleBar(QImage& picture, const QRect& place, double perPixel, bool isMicrometers);

}
