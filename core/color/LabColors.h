#pragma once

#include <cstdint>
#include <span>

#include <opencv2/core/mat.hpp>

#include "color/ColorCounts.h"

namespace isostain {

/// OpenCV's 8-bit Lab (L * 2.55, a + 128, b + 128) of colors 0xRRGGBB (higher bits are ignored): one row, CV_8UC3, in their
/// order; empty for none. Any thread.
cv::Mat labOf(std::span<const std::uint32_t> colors);
/// The same of a list of counted colors.
cv::Mat labOf(const ColorCounts& colors);

}
