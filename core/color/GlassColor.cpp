#include "color/GlassColor.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace isostain {

namespace {

constexpr std::uint32_t kWhite = 0xFFFFFF;
/// Scanners show glass from about 200 (old ones, and a dirty condenser) to 255, tinted by at most this much.
constexpr int kDarkestGlass = 180;
constexpr int kMostChroma = 28;
/// What may pass for glass, and how large a part of all pixels it must be: less is a highlight or a gap in the tissue. Light
/// that lacks green looks like pale stain, so a lot of it is asked for.
struct Candidates {
    int mostStain; ///< levels by which green may lie below both red and blue
    double leastShare;
};
constexpr std::array<Candidates, 2> kCandidates = {{{12, 1.0 / 200}, {kMostChroma, 1.0 / 10}}};
/// A mode of the gray values is what lies within this many levels of its top; glass is no wider.
constexpr int kModeReach = 6;
constexpr double kModeShare = 0.1;
/// Noise puts more than this many pixels near white for each that is pure white.
constexpr double kNoiseAroundWhite = 0.02;

struct Channels {
    int red, green, blue;

    explicit Channels(std::uint32_t color)
        : red(static_cast<int>(color >> 16 & 0xFF)),
          green(static_cast<int>(color >> 8 & 0xFF)),
          blue(static_cast<int>(color & 0xFF))
    {
    }
    int smallest() const { return std::min({red, green, blue}); }
    int chroma() const { return std::max({red, green, blue}) - smallest(); }
    int stain() const { return std::min(red, blue) - green; }
    int gray() const { return (red + green + blue) / 3; }
};

ColorCounts possibleGlass(const ColorCounts& pixels, int mostStain)
{
    ColorCounts possible;
    for (const ColorCount& entry : pixels) {
        const Channels channels(entry.color);
        if (channels.smallest() >= kDarkestGlass && channels.chroma() <= kMostChroma && channels.stain() <= mostStain)
            possible.push_back(entry);
    }
    return possible;
}

/// Without the pure white that a file's writer filled in, unless that is all there is.
void dropPadding(ColorCounts& possible)
{
    if (possible.empty() || possible.back().color != kWhite)
        return;
    std::uint64_t nearWhite = 0;
    for (const ColorCount& entry : possible)
        if (entry.color != kWhite && Channels(entry.color).smallest() >= 250)
            nearWhite += entry.count;
    const auto white = static_cast<double>(possible.back().count);
    const std::uint64_t others = pixelCount(possible) - possible.back().count;
    if (static_cast<double>(nearWhite) < kNoiseAroundWhite * white && others > 0)
        possible.pop_back();
}

/// Gray level of the brightest mode that holds enough of the pixels.
int brightestMode(const ColorCounts& possible)
{
    std::array<double, 256> share{};
    const auto total = static_cast<double>(pixelCount(possible));
    for (const ColorCount& entry : possible)
        share[static_cast<std::size_t>(Channels(entry.color).gray())] += static_cast<double>(entry.count) / total;
    const auto within = [&](int level, int reach) {
        double sum = 0;
        for (int i = std::max(level - reach, 0); i <= std::min(level + reach, 255); ++i)
            sum += share[static_cast<std::size_t>(i)];
        return sum;
    };
    for (int level = 255; level >= kDarkestGlass; --level) {
        bool isTop = within(level, kModeReach) >= kModeShare;
        for (int other = std::max(level - kModeReach, 0); isTop && other <= std::min(level + kModeReach, 255); ++other)
            isTop = within(other, 1) <= within(level, 1);
        if (isTop)
            return level;
    }
    return static_cast<int>(std::max_element(share.begin(), share.end()) - share.begin());
}

/// Per channel, of the colors whose gray lies in the mode.
std::uint32_t medianColor(const ColorCounts& possible, int mode)
{
    std::uint32_t median = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        std::vector<WeightedValue> values;
        for (const ColorCount& entry : possible)
            if (std::abs(Channels(entry.color).gray() - mode) <= kModeReach)
                values.push_back({static_cast<double>(entry.color >> shift & 0xFF), entry.count});
        median = median << 8 | static_cast<std::uint32_t>(std::lround(percentile(values, 50)));
    }
    return median;
}

}

std::uint32_t glassColor(const ColorCounts& pixels)
{
    const auto total = static_cast<double>(pixelCount(pixels));
    for (const Candidates& candidates : kCandidates) {
        ColorCounts possible = possibleGlass(pixels, candidates.mostStain);
        dropPadding(possible);
        if (!possible.empty() && static_cast<double>(pixelCount(possible)) >= candidates.leastShare * total)
            return medianColor(possible, brightestMode(possible));
    }
    return kWhite;
}

GlassDistance::GlassDistance(std::uint32_t glass)
{
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const double level = std::max(glass >> (16 - 8 * channel) & 0xFF, 1u);
        for (std::size_t value = 0; value < 256; ++value)
            m_density[channel][value] =
                static_cast<float>(std::max(std::log(level / static_cast<double>(std::max<std::size_t>(value, 1))), 0.0));
    }
}

}
