#include "demo/HeCells.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "demo/HeGround.h"
#include "demo/HeSection.h"
#include "demo/Nucleus.h"
#include "demo/Placement.h"

namespace isostain::demo {

namespace {

constexpr float kPi = std::numbers::pi_v<float>;

Point normalized(Point v)
{
    const float length = std::sqrt(dot(v, v));
    return length > 1e-6f ? v * (1 / length) : Point{1, 0};
}

Point turned(Point v, float angle)
{
    const float c = std::cos(angle);
    const float s = std::sin(angle);
    return {v.x * c - v.y * s, v.x * s + v.y * c};
}

Point jittered(int column, int row, int spacing, Draws& draws)
{
    const float x = draws.between(0.12f, 0.88f);
    const float y = draws.between(0.12f, 0.88f);
    return {(static_cast<float>(column) + x) * static_cast<float>(spacing),
            (static_cast<float>(row) + y) * static_cast<float>(spacing)};
}

/// Draws the cells of one field, kind by kind.
class CellPainter {
public:
    CellPainter(DyeField& field, const HeSites& sites, const HeArchitecture& architecture)
        : m_field(field),
          m_sites(sites),
          m_architecture(architecture),
          m_noise(architecture.noise()),
          m_seed(architecture.seed())
    {
    }

    void drawVacuoles();
    void drawEpithelium();
    void drawFibroblasts();
    void drawInflammation();
    void drawVesselNuclei();
    void drawRedCells();

private:
    template <typename Visit>
    void forEachPlace(int spacing, std::uint32_t kind, const Visit& visit)
    {
        forEachLatticeCell(m_field, spacing, kHeCellReach, m_seed + kind, [&](int column, int row, std::uint32_t hash) {
            Draws draws(hash);
            const Point p = jittered(column, row, spacing, draws);
            const HeSite site = m_sites.at(p);
            if (site.tissue > 10)
                visit(p, site, draws);
        });
    }
    /// Fat cells are empty: other cells lie between them.
    bool floatsInFat(Point p, const HeSite& site) const
    {
        return site.fat > 0.25f && fatMembraneDistance(p, m_architecture) > 11;
    }
    void draw(const Nucleus& nucleus) { drawNucleus(m_field, m_noise, nucleus, kHematoxylin, kEosin); }
    void drawVacuole(Point center, Point axis, float halfLength, float halfWidth, std::uint32_t hash);
    void drawRedCell(Point center, float radius, float amount, Draws draws);

    DyeField& m_field;
    const HeSites& m_sites;
    const HeArchitecture& m_architecture;
    const Noise& m_noise;
    std::uint32_t m_seed;
};

void CellPainter::drawVacuole(Point center, Point axis, float halfLength, float halfWidth, std::uint32_t hash)
{
    const Extent extent = extentAround(m_field, center, halfLength + 2);
    const float tone = Draws(hash).between(0.10f, 0.24f);
    for (int y = extent.top; y < extent.bottom; ++y) {
        float* hematoxylin = m_field.row(kHematoxylin, y);
        float* eosin = m_field.row(kEosin, y);
        for (int x = extent.left; x < extent.right; ++x) {
            const Point p{static_cast<float>(m_field.x() + x), static_cast<float>(m_field.y() + y)};
            const Point d = p - center;
            const float u = dot(d, axis) / halfLength;
            const float v = (axis.x * d.y - axis.y * d.x) / (halfWidth * (1 + 0.35f * u));
            const float inside = (1 - std::sqrt(u * u + v * v)) * halfWidth;
            if (inside <= -1)
                continue;
            const float coverage = smoothStep(-1, 2, inside);
            hematoxylin[x] = mix(hematoxylin[x], tone + 0.06f * m_noise.at(p, 7, 70), coverage * 0.85f);
            eosin[x] = mix(eosin[x], 0.05f, coverage * 0.85f);
        }
    }
}

void CellPainter::drawVacuoles()
{
    forEachPlace(34, 11, [&](Point p, const HeSite& site, Draws& draws) {
        const float lumen = lumenDepth(site);
        if (site.gland < 34 || lumen > -12 || site.atypia > 0.75f || !draws.happens(smoothStep(0.35f, 0.8f, site.goblet)))
            return;
        const Point inward = normalized(m_sites.gradient(p, &HeSite::gland));
        drawVacuole(p, inward, draws.between(13, 21), draws.between(8, 13), draws.bits());
    });
}

void CellPainter::drawEpithelium()
{
    constexpr int kSpacing = 21;
    forEachPlace(kSpacing, 12, [&](Point p, const HeSite& site, Draws& draws) {
        if (site.gland < 4 || lumenDepth(site) > -8)
            return;
        // Nuclei stand in rows near the base: a candidate near a row is moved onto it.
        const float firstRow = 21 + 3 * site.atypia;
        const float rowStep = 25;
        const float rows = std::floor((site.gland - firstRow) / rowStep + 0.5f);
        if (rows < 0 || std::abs(site.gland - firstRow - rows * rowStep) > kSpacing * 0.5f)
            return;
        const bool solid = lumenDepth(site) < -70;
        const float presence = rows == 0   ? 0.97f
                               : solid     ? 0.7f
                               : rows == 1 ? 0.12f + 0.65f * site.atypia
                                           : 0.55f * site.atypia - 0.1f;
        if (!draws.happens(presence))
            return;
        const Point slope = m_sites.gradient(p, &HeSite::gland);
        const Point inward = normalized(slope);
        const float target = firstRow + rows * rowStep + draws.between(-5, 5);
        Nucleus nucleus;
        nucleus.center = p + inward * (target - site.gland);
        nucleus.axis = turned(inward, draws.between(-0.3f, 0.3f));
        const float size = draws.between(0.85f, 1.15f) * (1 + 0.22f * site.atypia);
        nucleus.halfLength = size * draws.between(14, 19);
        nucleus.halfWidth = size * draws.between(9.5f, 12.5f);
        nucleus.density = draws.between(0.42f, 0.68f) + 0.16f * site.atypia;
        nucleus.membrane = 0.42f;
        nucleus.clumps = draws.between(0.28f, 0.5f) + 0.15f * site.atypia;
        nucleus.grainSize = draws.between(4, 6.5f);
        nucleus.nucleoli = draws.happens(0.35f + 0.4f * site.atypia) ? (draws.happens(0.3f) ? 2 : 1) : 0;
        nucleus.hash = draws.bits();
        draw(nucleus);
    });
}

void CellPainter::drawFibroblasts()
{
    forEachPlace(54, 13, [&](Point p, const HeSite& site, Draws& draws) {
        if (site.gland > -9 || site.vessel > -site.vesselWall || !draws.happens(0.62f) || floatsInFat(p, site))
            return;
        const Point across = normalized(m_sites.gradient(p, &HeSite::across));
        Nucleus nucleus;
        nucleus.center = p;
        nucleus.axis = turned({-across.y, across.x}, draws.between(-0.25f, 0.25f));
        const float plump = draws.unit() * draws.unit();
        nucleus.halfLength = draws.between(17, 31);
        nucleus.halfWidth = mix(3.6f, 9, plump);
        nucleus.bend = draws.between(-7, 7);
        nucleus.density = mix(1.05f, 0.55f, plump);
        nucleus.membrane = 0.25f * plump;
        nucleus.clumps = draws.between(0.15f, 0.35f);
        nucleus.hash = draws.bits();
        draw(nucleus);
    });
}

void CellPainter::drawInflammation()
{
    forEachPlace(29, 14, [&](Point p, const HeSite& site, Draws& draws) {
        const bool inEpithelium = site.gland > -6;
        const float crowd = inEpithelium ? 0.012f : 0.03f + 0.9f * site.inflammation;
        if (lumenDepth(site) > -14 || site.vessel > -6 || floatsInFat(p, site) || !draws.happens(crowd))
            return;
        const bool plasmaCell = draws.happens(0.2f);
        Nucleus nucleus;
        nucleus.center = p;
        nucleus.axis = turned({1, 0}, draws.between(0, kPi));
        nucleus.halfLength = draws.between(11, 14.5f);
        nucleus.halfWidth = nucleus.halfLength * draws.between(0.82f, 1.0f);
        nucleus.density = draws.between(0.95f, 1.3f);
        nucleus.membrane = 0.2f;
        nucleus.clumps = plasmaCell ? 0.45f : 0.25f;
        nucleus.grainSize = plasmaCell ? 6.5f : 4.5f;
        nucleus.hash = draws.bits();
        draw(nucleus);
    });
}

void CellPainter::drawVesselNuclei()
{
    constexpr int kSpacing = 26;
    forEachPlace(kSpacing, 15, [&](Point p, const HeSite& site, Draws& draws) {
        if (site.vessel < -site.vesselWall - 4 || site.vessel > 12 || site.gland > -10)
            return;
        const bool endothelial = std::abs(site.vessel - 1) < 10;
        if (!draws.happens(endothelial ? 0.42f : 0.25f))
            return;
        const Point inward = normalized(m_sites.gradient(p, &HeSite::vessel));
        Nucleus nucleus;
        nucleus.center = endothelial ? p + inward * (1 - site.vessel) : p;
        nucleus.axis = turned({-inward.y, inward.x}, draws.between(-0.15f, 0.15f));
        nucleus.halfLength = draws.between(15, 25);
        nucleus.halfWidth = draws.between(4, 6.5f);
        nucleus.density = draws.between(0.7f, 1.0f);
        nucleus.clumps = 0.25f;
        nucleus.hash = draws.bits();
        draw(nucleus);
    });
}

void CellPainter::drawRedCell(Point center, float radius, float amount, Draws draws)
{
    const float stretch = draws.between(0.85f, 1.18f);
    const Point axis = turned({1, 0}, draws.between(0, kPi));
    const Extent extent = extentAround(m_field, center, radius * 1.3f + 1);
    for (int y = extent.top; y < extent.bottom; ++y) {
        float* hemoglobin = m_field.row(kHemoglobin, y);
        for (int x = extent.left; x < extent.right; ++x) {
            const Point p{static_cast<float>(m_field.x() + x), static_cast<float>(m_field.y() + y)};
            const Point d = p - center;
            const float u = dot(d, axis) / stretch;
            const float v = (axis.x * d.y - axis.y * d.x) * stretch;
            const float distance = std::sqrt(u * u + v * v) + 1.2f * m_noise.at(p, 13, 71);
            const float coverage = smoothStep(1, -1.5f, distance - radius);
            const float pallor = 1 - 0.30f * smoothStep(radius * 0.6f, 0, distance);
            hemoglobin[x] = std::max(hemoglobin[x], coverage * amount * pallor);
        }
    }
}

void CellPainter::drawRedCells()
{
    forEachPlace(24, 16, [&](Point p, const HeSite& site, Draws& draws) {
        const bool stray = site.vessel < -site.vesselWall && site.gland < -14 && site.inflammation < 0.3f;
        const float blood = 0.55f + 0.8f * m_noise.at(p, 170, 72);
        if (site.vessel > 4 ? !draws.happens(blood) : !(stray && draws.happens(0.0012f)))
            return;
        const float radius = draws.between(11, 13.5f);
        const float amount = draws.between(0.5f, 0.8f);
        drawRedCell(p, radius, amount, Draws(draws.bits()));
    });
}

}

void drawHeCells(DyeField& field, const HeSites& sites, const HeArchitecture& architecture)
{
    CellPainter painter(field, sites, architecture);
    painter.drawVacuoles();
    painter.drawEpithelium();
    painter.drawFibroblasts();
    painter.drawVesselNuclei();
    painter.drawInflammation();
    painter.drawRedCells();
}

}
