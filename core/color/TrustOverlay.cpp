#include "color/TrustOverlay.h"

#include <array>

namespace isostain {

namespace {

/// Black tissue keeps this part of the overlay's light: it must not vanish in it.
constexpr double kDarkest = 0.35;

/// kTrustColor for each gray value.
std::array<std::uint32_t, 256> overlayColors()
{
    std::array<std::uint32_t, 256> colors{};
    for (std::size_t gray = 0; gray < colors.size(); ++gray) {
        const double light = kDarkest + (1 - kDarkest) * static_cast<double>(gray) / 255;
        for (const int shift : {16, 8, 0})
            colors[gray] |= static_cast<std::uint32_t>(light * static_cast<double>(kTrustColor >> shift & 0xFF) + 0.5) << shift;
    }
    return colors;
}

class TrustOverlayMap : public ColorMap {
public:
    explicit TrustOverlayMap(const ColorTable& table) : m_table(table), m_overlay(overlayColors()) {}

    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t entry = m_table.entry(source[i]);
            // The usual weights of gray, in parts of 256.
            const std::uint32_t gray = (77 * (entry >> 16 & 0xFF) + 150 * (entry >> 8 & 0xFF) + 29 * (entry & 0xFF)) >> 8;
            target[i] = (entry & ColorTable::kOutOfGamutBit) != 0 ? m_overlay[gray] : entry & 0xFFFFFFu;
        }
    }

private:
    const ColorTable& m_table;
    std::array<std::uint32_t, 256> m_overlay;
};

}

Result<ColorTablePtr> trustOverlay(const ColorTable& table, const JobControl& control)
{
    return ColorTable::compile(TrustOverlayMap(table), control);
}

}
