#pragma once

#include "image/Image.h"

namespace isostain::test {

/// Whether two images have the same size and the same bytes.
inline bool isSame(const BgrxImage& a, const BgrxImage& b)
{
    return a.pixels.size() == b.pixels.size() && cv::norm(a.pixels, b.pixels, cv::NORM_INF) == 0;
}

}
