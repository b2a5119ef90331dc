#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "base/Error.h"
#include "color/ColorMap.h"
#include "color/GlassColor.h"

namespace isostain {

/// How a normalizer leaves glass alone. Distances are those of GlassDistance: optical density from glass, summed over R, G, B.
struct WhiteKept {
    std::uint32_t glass = 0xFFFFFF; ///< 0xRRGGBB of the slide, as glassColor() finds it
    /// Up to here a color is glass. Noise, JPEG artifacts and uneven light move 99.9 % of the glass of a real scan (Aperio)
    /// by less than 0.046 and of generated ones by less than 0.03; the rest is for a glass color that is two levels off.
    double unchangedUpTo = 0.08;
    /// From here on the normalizer's answer stands alone: the palest tissue that is read (thin eosin, mucus, the cytoplasm
    /// of a Pap smear) is denser. What lies between is the soft edge of all tissue.
    double mappedFrom = 0.25;

    bool operator==(const WhiteKept&) const = default;
};

/// Mixes colors with what a normalizer made of them: the color itself where it is glass, the answer where it is tissue, and a
/// smooth (3t^2 - 2t^3) mixture of the two between, rounded. Immutable; any thread.
class GlassMixer {
public:
    /// Errors: InvalidArgument for distances that are not finite with 0 <= unchangedUpTo < mappedFrom.
    static Result<GlassMixer> create(const WhiteKept& options);

    /// 0x??RRGGBB each; byte 3 of the result is 0.
    std::uint32_t mixed(std::uint32_t color, std::uint32_t answer) const;

private:
    explicit GlassMixer(const WhiteKept& options);
    /// How much of the normalizer's answer a color gets, 0..1.
    float weight(std::uint32_t color) const;

    GlassDistance m_distance;
    float m_unchangedUpTo;
    float m_perDistance; ///< 1 / (mappedFrom - unchangedUpTo)
};

/// A normalizer with glass kept: the answers of `map` through a GlassMixer. Immutable; any thread.
class WhiteKeptMap : public ColorMap {
public:
    /// Errors: InvalidArgument for no map, and those of GlassMixer::create().
    static Result<std::shared_ptr<const WhiteKeptMap>> create(std::shared_ptr<const ColorMap> map, const WhiteKept& options);

    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override;

private:
    WhiteKeptMap(std::shared_ptr<const ColorMap> map, const GlassMixer& mixer) : m_map(std::move(map)), m_mixer(mixer) {}

    std::shared_ptr<const ColorMap> m_map;
    GlassMixer m_mixer;
};

}
