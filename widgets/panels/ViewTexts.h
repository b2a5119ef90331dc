#pragma once

#include <QLocale>
#include <QString>

#include "slide/Slide.h"
#include "tiles/Viewport.h"

namespace isostain {

// The words for what a view shows, with numbers in the user's locale.

/// "10x" where the slide knows its objective power (magnification on the screen), else "0.5 pixels per pixel".
QString magnificationText(double zoom, const SlideInfo& info, const QLocale& locale);
/// Micrometers per device pixel on the screen; empty where the slide does not say.
QString pixelSizeText(double zoom, const SlideInfo& info, const QLocale& locale);
/// "Level 2 of 5 (1:4)"; level 0 is the full resolution.
QString levelText(double zoom, const PyramidGeometry& geometry, const QLocale& locale);
/// "x 1,024, y 2,048 px" and, where known, "(511.0, 1,022.0 µm)".
QString positionText(const cv::Point2d& level0, const SlideInfo& info, const QLocale& locale);

}
