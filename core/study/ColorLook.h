#pragma once

#include <array>
#include <vector>

#include "image/Image.h"

namespace isostain {

/// The colors of some images.
struct ColorSummary {
    std::array<std::array<double, 256>, 3> histogram{}; ///< R, G, B; each sums to 1
    std::vector<std::array<float, 2>> ab;               ///< CIE a*, b* of some pixels, evenly over all
    std::array<double, 3> meanLab{};
};

/// Sums up the colors of images, one after the other.
class ColorLook {
public:
    /// `images`: how many there will be; `colors`: pixels that all together give to the a*b* scatter.
    ColorLook(std::size_t images, std::size_t colors);

    void add(const RgbImage& image);
    ColorSummary summary() const;

private:
    std::size_t m_perImage;
    double m_pixels = 0;
    std::array<std::array<double, 256>, 3> m_histogram{};
    std::array<double, 3> m_sum{};
    std::vector<std::array<float, 2>> m_ab;
};

}
