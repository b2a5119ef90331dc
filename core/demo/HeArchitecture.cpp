#include "demo/HeArchitecture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace isostain::demo {

namespace {

constexpr float kGlandSpacing = 440;
constexpr float kPi = std::numbers::pi_v<float>;

/// Signed distance to an ellipse, approximate, positive inside.
float ellipseDistance(Point offset, float angle, float a, float b)
{
    const float u = (offset.x * std::cos(angle) + offset.y * std::sin(angle)) / a;
    const float v = (offset.y * std::cos(angle) - offset.x * std::sin(angle)) / b;
    return (1 - std::sqrt(u * u + v * v)) * std::min(a, b);
}

float smoothMin(float a, float b, float radius)
{
    const float h = std::max(radius - std::abs(a - b), 0.0f) / radius;
    return std::min(a, b) - h * h * radius * 0.25f;
}

int latticeIndex(float value, float spacing)
{
    return static_cast<int>(std::floor(value / spacing));
}

}

HeArchitecture::HeArchitecture(int width, int height, std::uint32_t seed)
    : m_width(static_cast<float>(width)),
      m_height(static_cast<float>(height)),
      m_seed(mixBits(seed ^ 0x4845u)),
      m_noise(m_seed)
{
}

/// One large piece and a small one beside it, torn at every scale.
float HeArchitecture::tissueDistance(Point p) const
{
    const float scale = std::min(m_width, m_height);
    const Point torn{p.x + scale * 0.13f * m_noise.at(p, scale * 0.35f, 0) + scale * 0.045f * m_noise.at(p, scale * 0.11f, 2) +
                         40 * m_noise.at(p, 190, 4) + 13 * m_noise.at(p, 60, 6),
                     p.y + scale * 0.13f * m_noise.at(p, scale * 0.35f, 1) + scale * 0.045f * m_noise.at(p, scale * 0.11f, 3) +
                         40 * m_noise.at(p, 190, 5) + 13 * m_noise.at(p, 60, 7)};
    const Point large{torn.x - 0.43f * m_width, torn.y - 0.50f * m_height};
    const Point small{torn.x - 0.89f * m_width, torn.y - 0.27f * m_height};
    return std::max(ellipseDistance(large, 0.12f, 0.39f * m_width, 0.42f * m_height),
                    ellipseDistance(small, 1.9f, 0.17f * m_height, 0.06f * m_width));
}

void HeArchitecture::addGland(Point p, HeSite& site) const
{
    const Point warped{p.x + 46 * m_noise.at(p, 260, 20) + 15 * m_noise.at(p, 85, 22),
                       p.y + 46 * m_noise.at(p, 260, 21) + 15 * m_noise.at(p, 85, 23)};
    const int column = latticeIndex(warped.x, kGlandSpacing);
    const int row = latticeIndex(warped.y, kGlandSpacing);
    float best = -400;
    float second = -400;
    for (int r = row - 1; r <= row + 1; ++r) {
        for (int c = column - 1; c <= column + 1; ++c) {
            Draws draws(hashAt(c, r, m_seed + 1));
            const Point center{(static_cast<float>(c) + draws.between(0.16f, 0.84f)) * kGlandSpacing,
                               (static_cast<float>(r) + draws.between(0.16f, 0.84f)) * kGlandSpacing};
            const float lobule = m_noise.at(center, 2100, 24) + 0.35f * m_noise.at(center, 700, 25);
            const float presence = smoothStep(-0.42f, -0.14f, lobule);
            const float radius = draws.between(105, 205) * mix(0.6f, 1.0f, presence);
            const float angle = draws.between(0, kPi);
            const float stretch = std::sqrt(draws.between(1.0f, 1.9f));
            const float goblet = draws.unit();
            const float atypia = clampUnit(0.35f + 1.1f * m_noise.at(center, 2600, 26) + draws.between(-0.2f, 0.2f));
            const float epithelium = draws.between(60, 86);
            if (!draws.happens(0.02f + 0.97f * presence))
                continue;
            const float distance = ellipseDistance(warped - center, angle, radius * stretch, radius / stretch);
            if (distance > best) {
                second = best;
                best = distance;
                site.goblet = goblet;
                site.atypia = atypia;
                site.epithelium = epithelium;
                const Point outwards = warped - center;
                const float rim = 130 / std::max(1.0f, std::sqrt(dot(outwards, outwards)));
                site.rimX = center.x + outwards.x * rim;
                site.rimY = center.y + outwards.y * rim;
            } else {
                second = std::max(second, distance);
            }
        }
    }
    site.gland = smoothMin(best, (best - second) * 0.5f - 16, 30);
    site.epithelium += 15 * m_noise.at(p, 75, 27) + 6 * m_noise.at(p, 30, 28) + 10 * site.atypia;
}

/// One population of vessels; sizes in pixels.
struct HeArchitecture::VesselSizes {
    float spacing;
    float smallest, largest;  ///< radius of the lumen
    float longest;            ///< largest ratio of the axes
    float thinnest, thickest; ///< wall
    float presence;
    std::uint32_t kind;
};

void HeArchitecture::addVessels(Point p, const VesselSizes& sizes, HeSite& site) const
{
    const Point warped{p.x + 30 * m_noise.at(p, 190, 30), p.y + 30 * m_noise.at(p, 190, 31)};
    const int column = latticeIndex(warped.x, sizes.spacing);
    const int row = latticeIndex(warped.y, sizes.spacing);
    for (int r = row - 1; r <= row + 1; ++r) {
        for (int c = column - 1; c <= column + 1; ++c) {
            Draws draws(hashAt(c, r, m_seed + sizes.kind));
            if (!draws.happens(sizes.presence))
                continue;
            const Point center{(static_cast<float>(c) + draws.unit()) * sizes.spacing,
                               (static_cast<float>(r) + draws.unit()) * sizes.spacing};
            const float size = draws.unit();
            const float radius = mix(sizes.smallest, sizes.largest, size * size);
            const float stretch = draws.between(1, sizes.longest);
            const float wall = draws.between(sizes.thinnest, sizes.thickest) + radius * 0.2f;
            const float distance = ellipseDistance(warped - center, draws.between(0, kPi), radius * stretch, radius);
            if (distance > site.vessel) {
                site.vessel = distance;
                site.vesselWall = wall;
            }
        }
    }
}

void HeArchitecture::addArtifacts(Point p, HeSite& site) const
{
    const float scale = std::min(m_width, m_height);
    const Point crest{p.x - 0.60f * m_width, p.y - 0.45f * m_height};
    const float beside = 0.83f * crest.x + 0.56f * crest.y + 0.05f * scale * m_noise.at(p, 0.3f * scale, 40);
    const float progress = (0.83f * crest.y - 0.56f * crest.x) / (0.24f * scale);
    const float halfWidth = (0.008f * scale + 12) * (1 - progress * progress) * (1 + 0.35f * m_noise.at(p, 300, 41));
    site.fold = halfWidth > 1 ? 1 - std::abs(beside) / halfWidth : -1;

    const Point stroke{p.x - 0.84f * m_width, p.y - 0.80f * m_height};
    const float bend = 0.03f * scale * std::sin(stroke.x / (0.08f * scale)) + 14 * m_noise.at(p, 160, 42);
    const float side = 0.026f * scale - std::abs(stroke.y + 0.45f * stroke.x + bend);
    const float ends = 0.15f * scale - std::abs(stroke.x + 20 * m_noise.at(p, 60, 43));
    site.pen = smoothMin(side, ends, 0.02f * scale);
}

HeSite HeArchitecture::siteAt(Point p) const
{
    static constexpr VesselSizes kArteriesAndVeins{1350, 28, 105, 2.1f, 8, 30, 0.85f, 2};
    static constexpr VesselSizes kCapillaries{430, 9, 17, 3.5f, 2, 4, 0.8f, 4};

    HeSite site;
    site.tissue = tissueDistance(p);
    addArtifacts(p, site);
    if (site.tissue < -80)
        return site;
    site.thickness = 1 + 0.10f * m_noise.at(p, 1700, 8) + 0.05f * m_noise.at(p, 420, 9);
    const float fatZone = m_noise.at(p, 1900, 10) + 0.3f * m_noise.at(p, 600, 11) - 0.0009f * std::min(site.tissue, 600.0f);
    site.fat = smoothStep(-0.14f, -0.02f, fatZone);
    site.inflammation = clampUnit(0.25f * m_noise.at(p, 330, 12) + 1.8f * (m_noise.at(p, 900, 13) - 0.22f));
    site.looseness = clampUnit(0.5f + 0.9f * m_noise.at(p, 1300, 14) + 0.3f * m_noise.at(p, 300, 15));

    addGland(p, site);
    site.vessel = -300;
    addVessels(p, kArteriesAndVeins, site);
    addVessels(p, kCapillaries, site);
    site.vessel = std::min({site.vessel, site.tissue - 60, (0.75f - site.fat) * 300});
    site.gland = std::min({site.gland, -site.vessel - site.vesselWall - 10, (0.3f - site.fat) * 260});

    // Fibers run along the lines of equal `across`; they bend around glands and vessels.
    const float wander = 520 * m_noise.at(p, 1500, 16) + 130 * m_noise.at(p, 480, 17) + 26 * m_noise.at(p, 140, 18);
    const float around = 1.6f * std::max(site.gland, -130.0f) + 1.8f * std::max(site.vessel, -110.0f);
    site.across = 0.35f * p.x + 0.94f * p.y + wander + around;
    site.along = 0.94f * p.x - 0.35f * p.y + 260 * m_noise.at(p, 1300, 19);
    return site;
}

}
