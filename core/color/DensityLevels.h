#pragma once

#include <array>
#include <cstdint>

#include "color/StainSeparation.h"

namespace isostain {

/// A weighted sum of a color's optical densities, looked up: what a projection onto a stain costs per pixel is three loads.
class DensityWeights {
public:
    explicit DensityWeights(const OpticalDensity& weights)
    {
        for (std::uint32_t level = 0; level < 256; ++level) {
            const OpticalDensity density = opticalDensityOf(level * 0x010101u);
            for (std::size_t channel = 0; channel < 3; ++channel)
                m_terms[channel][level] = weights[channel] * density[channel];
        }
    }

    double of(std::uint32_t color) const
    {
        return m_terms[0][color >> 16 & 0xFF] + m_terms[1][color >> 8 & 0xFF] + m_terms[2][color & 0xFF];
    }

private:
    std::array<std::array<double, 256>, 3> m_terms;
};

}
