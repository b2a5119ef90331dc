#include "demo/PapSmear.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "demo/PapCells.h"
#include "demo/Placement.h"
#include "demo/SiteGrid.h"

namespace isostain::demo {

namespace {

constexpr float kPi = std::numbers::pi_v<float>;

Point placeIn(int column, int row, int spacing, Draws& draws)
{
    const float x = draws.unit();
    const float y = draws.unit();
    return {(static_cast<float>(column) + x) * static_cast<float>(spacing),
            (static_cast<float>(row) + y) * static_cast<float>(spacing)};
}

/// A point drawn around `center`, denser towards it.
Point placeAround(Point center, float radius, Draws& draws)
{
    const float angle = draws.between(0, 2 * kPi);
    const float distance = radius * std::sqrt(draws.unit()) * draws.between(0.7f, 1.0f);
    return center + Point{std::cos(angle), std::sin(angle)} * distance;
}

PapCellKind matureKind(float eosinophilic, Draws& draws)
{
    return draws.happens(eosinophilic) ? PapCellKind::Superficial : PapCellKind::Intermediate;
}

/// What varies slowly over the smear.
struct PapSite {
    float mucus = 0;
    float streaks = 0; ///< coordinate across the strands of mucus
    float defocus = 0;
};

}

void PapSmear::drawScatteredCells(DyeField& field) const
{
    constexpr int kSpacing = 270;
    forEachLatticeCell(field, kSpacing, kSquamousReach, m_seed + 1, [&](int column, int row, std::uint32_t hash) {
        Draws draws(hash);
        const Point p = placeIn(column, row, kSpacing, draws);
        const float density = 0.26f + 0.55f * m_noise.at(p, 1700, 20) + 0.28f * m_noise.at(p, 520, 21);
        if (!draws.happens(density))
            return;
        const float eosinophilic = clampUnit(0.36f + 0.8f * m_noise.at(p, 2600, 22));
        const PapCellKind kind = draws.happens(0.07f) ? PapCellKind::Parabasal : matureKind(eosinophilic, draws);
        drawSquamousCell(field, m_noise, p, kind, Draws(draws.bits()));
    });
}

void PapSmear::drawClusters(DyeField& field) const
{
    constexpr int kSpacing = 1250;
    constexpr float kMostRadius = 330;
    constexpr int kReach = static_cast<int>(kMostRadius) + kSquamousReach + 60;
    forEachLatticeCell(field, kSpacing, kReach, m_seed + 2, [&](int column, int row, std::uint32_t hash) {
        Draws draws(hash);
        const Point center = placeIn(column, row, kSpacing, draws);
        if (!draws.happens(0.5f + 0.6f * m_noise.at(center, 2400, 29)))
            return;
        const float kind = draws.unit();
        if (kind < 0.16f) {
            drawHoneycomb(field, m_noise, center, draws.between(110, 250), Draws(draws.bits()));
            return;
        }
        if (kind < 0.34f) {
            const int cells = 8 + static_cast<int>(draws.unit() * 26);
            const float radius = 34 * std::sqrt(static_cast<float>(cells));
            for (int i = 0; i < cells; ++i)
                drawSquamousCell(field, m_noise, placeAround(center, radius, draws), PapCellKind::Parabasal,
                                 Draws(draws.bits()));
            return;
        }
        const bool infected = kind < 0.52f;
        const float eosinophilic = draws.unit();
        const float crowd = draws.unit();
        const int cells = 5 + static_cast<int>(crowd * crowd * 32);
        const float radius = std::min(kMostRadius, 70 * std::sqrt(static_cast<float>(cells)));
        for (int i = 0; i < cells; ++i) {
            const PapCellKind cell =
                infected && draws.happens(0.55f) ? PapCellKind::Koilocyte : matureKind(eosinophilic, draws);
            drawSquamousCell(field, m_noise, placeAround(center, radius, draws), cell, Draws(draws.bits()));
        }
    });
}

void PapSmear::drawNeutrophils(DyeField& field) const
{
    constexpr int kSpacing = 64;
    forEachLatticeCell(field, kSpacing, kNeutrophilReach, m_seed + 3, [&](int column, int row, std::uint32_t hash) {
        Draws draws(hash);
        const Point p = placeIn(column, row, kSpacing, draws);
        const float inflamed = 0.012f + 0.5f * std::max(0.0f, m_noise.at(p, 1300, 23) + 0.5f * m_noise.at(p, 330, 24) - 0.42f);
        if (draws.happens(inflamed))
            drawNeutrophil(field, m_noise, p, Draws(draws.bits()));
    });
}

void PapSmear::drawDebris(DyeField& field) const
{
    constexpr int kSpacing = 110;
    forEachLatticeCell(field, kSpacing, 40, m_seed + 4, [&](int column, int row, std::uint32_t hash) {
        Draws draws(hash);
        const Point center = placeIn(column, row, kSpacing, draws);
        if (!draws.happens(0.10f + 0.12f * m_noise.at(center, 700, 25)))
            return;
        const float size = draws.unit();
        const float radius = mix(2, 17, size * size);
        const float green = draws.between(0.05f, 0.3f);
        const float hematoxylin = draws.between(0, 0.3f) * (1 - size * 0.6f);
        const Extent extent = extentAround(field, center, radius * 1.8f + 3);
        for (int y = extent.top; y < extent.bottom; ++y) {
            for (int x = extent.left; x < extent.right; ++x) {
                const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
                const Point d = p - center;
                const float inside = radius * (1 + 1.1f * m_noise.at(p, 9, 26)) - std::sqrt(dot(d, d));
                const float amount = smoothStep(-1.5f, 2, inside) * std::max(0.0f, 0.9f + 1.3f * m_noise.at(p, 5, 27));
                field.row(kLightGreen, y)[x] += green * amount;
                field.row(kPapHematoxylin, y)[x] += hematoxylin * amount;
                field.row(kEosinY, y)[x] += 0.05f * amount;
            }
        }
    });
}

/// Air under the cover slip: a dark refracting rim with a bright line inside.
void PapSmear::drawBubbles(DyeField& field) const
{
    constexpr int kSpacing = 2300;
    constexpr float kMostRadius = 240;
    forEachLatticeCell(
        field, kSpacing, static_cast<int>(kMostRadius * 1.3f), m_seed + 5, [&](int column, int row, std::uint32_t hash) {
            Draws draws(hash);
            const Point center = placeIn(column, row, kSpacing, draws);
            if (!draws.happens(0.42f))
                return;
            const float size = draws.unit();
            const float radius = mix(36, kMostRadius, size * size);
            const Extent extent = extentAround(field, center, radius * 1.25f);
            for (int y = extent.top; y < extent.bottom; ++y) {
                for (int x = extent.left; x < extent.right; ++x) {
                    const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
                    const Point d = p - center;
                    const float inside = radius * (1 + 0.035f * m_noise.at(p, radius, 28)) - std::sqrt(dot(d, d));
                    const float rim =
                        1.5f * bell(inside - 5, 5) + 0.5f * smoothStep(-2, 2, inside) * bell(inside, 0.12f * radius + 6) -
                        0.10f * bell(inside - 17, 4) + 0.12f * bell(inside + 9, 5) + 0.025f * smoothStep(0, 20, inside);
                    field.row(kPapShade, y)[x] += rim;
                    float& defocus = field.defocusRow(y)[x];
                    defocus = std::max(defocus, 0.55f * smoothStep(0, 6, inside));
                }
            }
        });
}

void PapSmear::drawBackground(DyeField& field) const
{
    const SiteGrid<PapSite> sites(field, 0, [this](Point p) {
        PapSite site;
        site.mucus = smoothStep(0.30f, 0.6f, m_noise.octaves(p, 1100, 30, 2));
        site.streaks = 0.8f * p.x + 0.6f * p.y + 160 * m_noise.at(p, 420, 33);
        site.defocus = smoothStep(0.12f, 0.62f, m_noise.at(p, 1250, 34) + 0.3f * m_noise.at(p, 380, 35));
        return site;
    });
    if (sites.largest(&PapSite::mucus) <= 0 && sites.largest(&PapSite::defocus) <= 0)
        return;
    std::vector<PapSite> row(static_cast<std::size_t>(field.width()));
    for (int y = 0; y < field.height(); ++y) {
        sites.interpolateRow(field.x(), field.y() + y, row);
        for (int x = 0; x < field.width(); ++x) {
            const PapSite& site = row[static_cast<std::size_t>(x)];
            field.defocusRow(y)[x] = 0.75f * site.defocus;
            if (site.mucus <= 0)
                continue;
            const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
            const float strand = bell(m_noise(site.streaks / 60, (0.8f * p.y - 0.6f * p.x) / 300), 0.1f);
            const float amount = site.mucus * std::max(0.0f, 0.008f + 0.018f * strand + 0.014f * m_noise.octaves(p, 90, 36, 3));
            field.row(kLightGreen, y)[x] += amount;
            field.row(kEosinY, y)[x] += 0.5f * amount;
        }
    }
}

void PapSmear::stain(DyeField& field) const
{
    drawBackground(field);
    drawDebris(field);
    drawScatteredCells(field);
    drawClusters(field);
    drawNeutrophils(field);
    drawBubbles(field);
}

}
