#pragma once

#include <array>

#include "color/ColorCounts.h"
#include "color/ColorMap.h"

namespace isostain {

/// Mean and population standard deviation of L, a, b over pixels (OpenCV's 8-bit RGB2Lab as (L/2.55, a-128, b-128)).
struct LabStatistics {
    std::array<double, 3> mean{};
    std::array<double, 3> deviation{};
};

LabStatistics labStatistics(const ColorCounts& pixels);

/// Reinhard et al. 2001: per channel (x - mean_source) * deviation_target/deviation_source + mean_target in Lab, clipped and
/// truncated to 8 bits before the way back. A source without spread in a channel keeps its deviation (only the mean moves).
class ReinhardMap : public ColorMap {
public:
    ReinhardMap(const LabStatistics& source, const LabStatistics& target);
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override;

private:
    std::array<std::array<std::uint8_t, 256>, 3> m_channel;   ///< 8-bit Lab value to 8-bit Lab value
};

}
