#include "demo/HeSection.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "demo/HeCells.h"
#include "demo/HeGround.h"
#include "demo/Placement.h"

namespace isostain::demo {

namespace {

/// Below this the fold has no effect.
constexpr float kFoldReach = -0.4f;

/// Dust and fibers on the glass: few, small, partly out of focus.
void drawDust(DyeField& field, const HeArchitecture& architecture)
{
    constexpr int kSpacing = 520;
    forEachLatticeCell(field, kSpacing, 40, architecture.seed() + 21, [&](int column, int row, std::uint32_t hash) {
        Draws draws(hash);
        const Point center{(static_cast<float>(column) + draws.unit()) * kSpacing,
                           (static_cast<float>(row) + draws.unit()) * kSpacing};
        if (!draws.happens(0.35f))
            return;
        const float radius = draws.between(1.5f, 9);
        const float amount = draws.between(0.05f, 0.35f) * (radius < 4 ? 2 : 1);
        const float soft = draws.between(1, 4);
        const Extent extent = extentAround(field, center, radius * 1.6f + soft + 2);
        for (int y = extent.top; y < extent.bottom; ++y) {
            float* dirt = field.row(kDirt, y);
            for (int x = extent.left; x < extent.right; ++x) {
                const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
                const Point d = p - center;
                const float distance = std::sqrt(dot(d, d)) * (1 + 0.5f * architecture.noise().at(p, radius * 0.9f, 80));
                dirt[x] += amount * smoothStep(soft, -soft, distance - radius);
            }
        }
    });
}

}

void HeSection::stainGround(DyeField& field, const HeSites& sites) const
{
    const Noise& noise = m_architecture.noise();
    std::vector<HeSite> row(static_cast<std::size_t>(field.width()));
    for (int y = 0; y < field.height(); ++y) {
        sites.interpolateRow(field.x(), field.y() + y, row);
        float* hematoxylin = field.row(kHematoxylin, y);
        float* eosin = field.row(kEosin, y);
        for (int x = 0; x < field.width(); ++x) {
            const HeSite& site = row[static_cast<std::size_t>(x)];
            if (site.tissue < -20)
                continue;
            const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
            const float coverage = smoothStep(-1.5f, 2.5f, site.tissue + 7 * noise.at(p, 21, 81) + 3 * noise.at(p, 7, 82));
            if (coverage <= 0)
                continue;
            const HeStain stain = groundAt(p, site, m_architecture);
            const float amount = coverage * site.thickness * (1 + 0.3f * bell(site.tissue - 8, 12));
            hematoxylin[x] = stain.hematoxylin * amount;
            eosin[x] = stain.eosin * amount;
        }
    }
}

/// Where the section lies double there is twice the stain, and it is not quite in focus.
void HeSection::foldOver(DyeField& field, const HeSites& sites) const
{
    std::vector<HeSite> row(static_cast<std::size_t>(field.width()));
    for (int y = 0; y < field.height(); ++y) {
        sites.interpolateRow(field.x(), field.y() + y, row);
        for (int x = 0; x < field.width(); ++x) {
            const float fold = row[static_cast<std::size_t>(x)].fold;
            if (fold <= kFoldReach)
                continue;
            const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
            const float folded = smoothStep(-0.02f, 0.06f, fold + 0.06f * m_architecture.noise().at(p, 30, 83));
            const float amount = 1 + 0.95f * folded + 0.25f * bell(fold - 0.05f, 0.1f);
            field.row(kHematoxylin, y)[x] *= amount;
            field.row(kEosin, y)[x] *= amount;
            field.defocusRow(y)[x] = 0.35f * folded;
        }
    }
}

void HeSection::drawPen(DyeField& field, const HeSites& sites) const
{
    const Noise& noise = m_architecture.noise();
    std::vector<HeSite> row(static_cast<std::size_t>(field.width()));
    for (int y = 0; y < field.height(); ++y) {
        sites.interpolateRow(field.x(), field.y() + y, row);
        for (int x = 0; x < field.width(); ++x) {
            const float pen = row[static_cast<std::size_t>(x)].pen;
            const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
            const float ink = smoothStep(-7, 9, pen + 5 * noise.at(p, 26, 86));
            if (ink <= 0)
                continue;
            const float streaks = noise.at({p.x + 0.45f * p.y, (p.y + 0.45f * p.x) * 9}, 400, 84);
            const float mottle = noise.octaves(p, 60, 85, 2);
            field.row(kPenInk, y)[x] =
                ink * std::max(0.1f, 0.75f + 0.25f * streaks + 0.12f * mottle + 0.3f * bell(pen - 10, 12));
        }
    }
}

void HeSection::stain(DyeField& field) const
{
    const HeSites sites(field, kHeCellReach + HeSites::kStep, [this](Point p) { return m_architecture.siteAt(p); });
    if (sites.largest(&HeSite::tissue) > -20) {
        stainGround(field, sites);
        drawHeCells(field, sites, m_architecture);
        if (sites.largest(&HeSite::fold) > kFoldReach)
            foldOver(field, sites);
    }
    drawDust(field, m_architecture);
    if (sites.largest(&HeSite::pen) > -15)
        drawPen(field, sites);
}

}
