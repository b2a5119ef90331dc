#include "demo/Nucleus.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "demo/Placement.h"

namespace isostain::demo {

void drawNucleus(DyeField& field, const Noise& noise, const Nucleus& nucleus, int hematoxylin, int displaced)
{
    Draws draws(nucleus.hash);
    const float reach = nucleus.halfLength * 1.25f + std::abs(nucleus.bend) + 3;
    const Extent extent = extentAround(field, nucleus.center, reach);
    if (extent.isEmpty())
        return;
    const Point patch{draws.between(0, 200), draws.between(0, 200)};
    std::array<Point, 3> nucleoli{};
    const auto nucleolusCount = static_cast<std::size_t>(std::min(nucleus.nucleoli, 3));
    for (std::size_t i = 0; i < nucleolusCount; ++i)
        nucleoli[i] = {draws.between(-0.45f, 0.45f) * nucleus.halfLength, draws.between(-0.4f, 0.4f) * nucleus.halfWidth};
    const float nucleolusSize = draws.between(2.2f, 3.6f);
    const float lopsided = draws.between(-0.12f, 0.12f);

    for (int y = extent.top; y < extent.bottom; ++y) {
        float* target = field.row(hematoxylin, y);
        float* thinned = displaced >= 0 ? field.row(displaced, y) : nullptr;
        for (int x = extent.left; x < extent.right; ++x) {
            const Point offset = Point{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)} - nucleus.center;
            const float u = dot(offset, nucleus.axis);
            const float along = u / nucleus.halfLength;
            const float v = nucleus.axis.x * offset.y - nucleus.axis.y * offset.x - nucleus.bend * (along * along - 0.4f);
            const float across = v / (nucleus.halfWidth * (1 + lopsided * along));
            const float square = along * along + across * across;
            if (square > 1.5f)
                continue;
            const float wobble = 0.13f * noise(patch.x + u * 0.055f, patch.y + v * 0.055f);
            const float inside = (1 - std::sqrt(square) + wobble) * nucleus.halfWidth;
            const float coverage = smoothStep(-nucleus.softness * 0.5f, nucleus.softness, inside);
            if (coverage <= 0)
                continue;
            const float grain = noise(patch.x + u / nucleus.grainSize, patch.y + v / nucleus.grainSize);
            const float fine = noise(patch.y + u / 2.4f, patch.x + v / 2.4f);
            float chromatin = 1 + nucleus.clumps * (1.3f * grain + 0.5f * fine);
            for (std::size_t i = 0; i < nucleolusCount; ++i) {
                const Point d = Point{u, v} - nucleoli[i];
                chromatin += 0.75f * bell(dot(d, d), nucleolusSize * nucleolusSize);
            }
            const float rim = nucleus.membrane * bell(inside - 1.8f, 1.9f);
            target[x] = target[x] * (1 - 0.68f * coverage) + coverage * (nucleus.density * std::max(0.15f, chromatin) + rim);
            if (thinned)
                thinned[x] *= 1 - 0.45f * coverage;
        }
    }
}

}
