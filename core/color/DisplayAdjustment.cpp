#include "color/DisplayAdjustment.h"

#include <algorithm>
#include <cmath>

namespace isostain {

namespace {

/// 0 is as it is; the steepest step of an 8-bit channel at 100.
double slopeOf(int contrast)
{
    constexpr double kSteepest = 64;
    const double share = double(contrast) / DisplayAdjustment::kMost;
    return share < 0 ? 1 + share : std::pow(kSteepest, share);
}

}

std::array<std::uint8_t, 256> DisplayAdjustment::curve() const
{
    const double exponent = 1 / std::clamp(gamma, kLeastGamma, kMostGamma);
    const double slope = slopeOf(std::clamp(contrast, -kMost, kMost));
    const double shift = 0.5 * std::clamp(brightness, -kMost, kMost) / kMost;
    std::array<std::uint8_t, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = (std::pow(double(i) / 255, exponent) - 0.5) * slope + 0.5 + shift;
        values[i] = static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0, 1.0)));
    }
    return values;
}

DisplayMap::DisplayMap(ColorTablePtr table, const DisplayAdjustment& adjustment, ColorTablePtr profiles)
    : m_table(std::move(table)),
      m_profiles(std::move(profiles)),
      m_curve(adjustment.curve())
{
}

void DisplayMap::map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t color = m_table ? m_table->entry(source[i]) : source[i];
        if (m_profiles)
            color = m_profiles->entry(color);
        target[i] = std::uint32_t(m_curve[color >> 16 & 255]) << 16 | std::uint32_t(m_curve[color >> 8 & 255]) << 8 |
                    m_curve[color & 255];
    }
}

}
