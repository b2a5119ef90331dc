#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "training/StainNetPass.h"

namespace isostain {

/// Colors close to white that are to stay as they are: what a white-preserving term is measured on. One thread at a time.
class WhiteColors {
public:
    explicit WhiteColors(std::uint32_t seed) : m_random(seed ^ 0x57484954u), m_colors(std::size_t(kSide) * kSide) {}

    /// Appends a patch of other colors than before, each channel kDarkest..255; it stays valid until the next call.
    void add(double weight, std::vector<ColorPatch>& batch)
    {
        for (ColorPair& pair : m_colors) {
            const auto level = [this] {
                return kDarkest + static_cast<std::uint32_t>(m_random()) % (256 - kDarkest);
            };
            const std::uint32_t red = level();
            const std::uint32_t green = level();
            const std::uint32_t color = red << 16 | green << 8 | level();
            pair = {color, color};
        }
        batch.push_back(
            {m_colors.data(), kSide, kSide, kSide, static_cast<float>(weight / static_cast<double>(m_colors.size()))});
    }

    static constexpr std::uint32_t kDarkest = 235;

private:
    static constexpr int kSide = 16;
    std::mt19937 m_random;
    std::vector<ColorPair> m_colors;
};

}
