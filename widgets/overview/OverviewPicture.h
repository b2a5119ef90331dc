#pragma once

#include <stop_token>

#include <QImage>

#include "slide/Slide.h"

namespace isostain {

/// The longer side of the overview's picture, in pixels.
inline constexpr int kOverviewSide = 360;

/// The whole slide, at least `side` pixels at the longer side where it has so many, less than about twice that otherwise; null
/// where it cannot be read. Blocks; any thread.
QImage overviewPicture(const Slide& slide, int side, const std::stop_token& stop = {});

}
