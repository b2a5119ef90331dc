#pragma once

#include <algorithm>

#include <opencv2/core/mat.hpp>

namespace isostain {

/// Side of the window of the structural similarity; the outermost half of it has no full window.
inline constexpr int kSsimWindow = 11;
inline constexpr int kSsimBorder = kSsimWindow / 2;

/// Structural similarity of two planes (CV_64F, of equal size, at least one window large, range 0..255) at every center of a
/// full window: CV_64F, smaller by the border on all sides. Definition: see ssimTarget(). Each value depends on its window
/// alone. Any thread.
cv::Mat ssimMap(const cv::Mat& x, const cv::Mat& y);

/// The least and the largest gray of an image; of nothing at first.
struct GrayRange {
    double low = 255;
    double high = 0;

    void widen(const GrayRange& other)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }
};

/// Of 8-bit gray (CV_8U).
GrayRange grayRange(const cv::Mat& gray);

/// 8-bit gray stretched from the range to 0..255, CV_64F; zeros where the range is one gray.
cv::Mat stretched(const cv::Mat& gray, const GrayRange& range);

}
