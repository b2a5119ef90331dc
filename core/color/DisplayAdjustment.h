#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "color/ColorMap.h"
#include "color/ColorTable.h"

namespace isostain {

/// How colors are shown, for the eye alone: never part of a normalization, an export or a measurement. Pure value.
struct DisplayAdjustment {
    static constexpr int kMost = 100;
    static constexpr double kLeastGamma = 0.2;
    static constexpr double kMostGamma = 5;

    int brightness = 0; ///< -100..100; 100 adds half of the range
    int contrast = 0;   ///< -100..100 about middle gray; -100 leaves gray alone
    double gamma = 1;   ///< 0.2..5; larger: dark parts become brighter

    bool operator==(const DisplayAdjustment&) const = default;
    bool isNeutral() const { return *this == DisplayAdjustment(); }
    /// Of each channel: gamma first, then contrast, then brightness.
    std::array<std::uint8_t, 256> curve() const;
};

/// A normalizer's answer, or the source's own color, as it is shown. Immutable; any thread.
class DisplayMap : public ColorMap {
public:
    /// `table` null: the source's colors. `profiles`: from these colors to those of the screen, before they are adjusted; null:
    /// the same.
    DisplayMap(ColorTablePtr table, const DisplayAdjustment& adjustment, ColorTablePtr profiles = nullptr);

    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override;

private:
    ColorTablePtr m_table;
    ColorTablePtr m_profiles;
    std::array<std::uint8_t, 256> m_curve;
};

}
