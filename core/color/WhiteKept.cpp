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
std::uint32_t mixedChannel(std::uint32_t from, std::uint32_t to, int shift, float weight)
{
    const auto a = static_cast<float>(from >> shift & 0xFF);
    const auto b = static_cast<float>(to >> shift & 0xFF);
    return static_cast<std::uint32_t>(a + weight * (b - a) + 0.5f) << shift;
}

}

Result<GlassMixer> GlassMixer::create(const WhiteKept& options)
{
    if (!std::isfinite(options.unchangedUpTo) || !std::isfinite(options.mappedFrom) || options.unchangedUpTo < 0 ||
        options.mappedFrom - options.unchangedUpTo <= 1e-6)
        return fail(ErrorCode::InvalidArgument, "white kept", "distances from glass must ascend from 0");
    return GlassMixer(options);
}

GlassMixer::GlassMixer(const WhiteKept& options)
    : m_distance(options.glass),
      m_unchangedUpTo(static_cast<float>(options.unchangedUpTo)),
      m_perDistance(static_cast<float>(1 / (options.mappedFrom - options.unchangedUpTo)))
{
}

float GlassMixer::weight(std::uint32_t color) const
{
    const float t = std::clamp((m_distance.of(color) - m_unchangedUpTo) * m_perDistance, 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

std::uint32_t GlassMixer::mixed(std::uint32_t color, std::uint32_t answer) const
{
    const float share = weight(color);
    if (share <= 0)
        return color & 0xFFFFFFu;
    if (share >= 1)
        return answer & 0xFFFFFFu;
    return mixedChannel(color, answer, 16, share) | mixedChannel(color, answer, 8, share) | mixedChannel(color, answer, 0, share);
}

Result<std::shared_ptr<const WhiteKeptMap>> WhiteKeptMap::create(std::shared_ptr<const ColorMap> map, const WhiteKept& options)
{
    if (!map)
        return fail(ErrorCode::InvalidArgument, "white kept", "no map");
    const auto mixer = GlassMixer::create(options);
    if (!mixer)
        return tl::unexpected(mixer.error());
    return std::shared_ptr<const WhiteKeptMap>(new WhiteKeptMap(std::move(map), *mixer));
}

void WhiteKeptMap::map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    std::array<std::uint32_t, kChunk> colors;
    for (std::size_t first = 0; first < count; first += kChunk) {
        const std::size_t chunk = std::min(kChunk, count - first);
        std::memcpy(colors.data(), source + first, chunk * sizeof(std::uint32_t));
        std::uint32_t* const mapped = target + first;
        m_map->map(colors.data(), mapped, chunk);
        for (std::size_t i = 0; i < chunk; ++i)
            mapped[i] = m_mixer.mixed(colors[i], mapped[i]);
    }
}

}
