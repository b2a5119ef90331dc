#include "color/WhiteKept.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace isostain {

namespace {

/// Colors mapped at once: their copies stay in the processor's nearest cache.
constexpr std::size_t kChunk = 2048;

/// `from` + weight * (`to` - `from`) in one channel, rounded.
std::uint32_t mixed(std::uint32_t from, std::uint32_t to, int shift, float weight)
{
    const auto a = static_cast<float>(from >> shift & 0xFF);
    const auto b = static_cast<float>(to >> shift & 0xFF);
    return static_cast<std::uint32_t>(a + weight * (b - a) + 0.5f) << shift;
}

}

Result<std::shared_ptr<const WhiteKeptMap>> WhiteKeptMap::create(std::shared_ptr<const ColorMap> map, const WhiteKept& options)
{
    const bool valid = std::isfinite(options.unchangedUpTo) && std::isfinite(options.mappedFrom) &&
                       options.unchangedUpTo >= 0 && options.mappedFrom - options.unchangedUpTo > 1e-6;
    if (!map || !valid)
        return fail(ErrorCode::InvalidArgument, "white kept", map ? "distances from glass must ascend from 0" : "no map");
    return std::shared_ptr<const WhiteKeptMap>(new WhiteKeptMap(std::move(map), options));
}

WhiteKeptMap::WhiteKeptMap(std::shared_ptr<const ColorMap> map, const WhiteKept& options)
    : m_map(std::move(map)),
      m_distance(options.glass),
      m_unchangedUpTo(static_cast<float>(options.unchangedUpTo)),
      m_perDistance(static_cast<float>(1 / (options.mappedFrom - options.unchangedUpTo)))
{
}

float WhiteKeptMap::weight(std::uint32_t color) const
{
    const float t = std::clamp((m_distance.of(color) - m_unchangedUpTo) * m_perDistance, 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

void WhiteKeptMap::map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    std::array<std::uint32_t, kChunk> colors;
    for (std::size_t first = 0; first < count; first += kChunk) {
        const std::size_t chunk = std::min(kChunk, count - first);
        std::memcpy(colors.data(), source + first, chunk * sizeof(std::uint32_t));
        std::uint32_t* const mapped = target + first;
        m_map->map(colors.data(), mapped, chunk);
        for (std::size_t i = 0; i < chunk; ++i) {
            const std::uint32_t color = colors[i] & 0xFFFFFFu;
            const float share = weight(color);
            if (share <= 0)
                mapped[i] = color;
            else if (share < 1)
                mapped[i] =
                    mixed(color, mapped[i], 16, share) | mixed(color, mapped[i], 8, share) | mixed(color, mapped[i], 0, share);
        }
    }
}

}
