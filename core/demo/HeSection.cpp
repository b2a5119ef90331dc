#include "demo/HeSection.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "demo/HeCells.h"
#include "demo/HeGround.h"
#include "demo/Nucleus.h"

namespace isostain::demo {

namespace {

/// Dust and fibers on the glass: few, small, partly out of focus.
void drawDust(DyeField& field, const HeArchitecture& architecture)
{
    constexpr int kSpacing = 520;
    forEachLatticeCell(field, kSpacing, 40, architecture.seed() + 21, [&](int column, int row, std::uint32_t hash) {
        Draws draws(hash);
        const Point center{(static_cast<float>(column) + draws.unit()) * kSpacing, (static_cast<float>(row) + draws.unit()) * kSpacing};
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

void HeSection::stain(DyeField& field) const
{
    const Noise& noise = m_architecture.noise();
    const HeSites sites(field, kHeCellReach + HeSites::kStep, [this](Point p) { return m_architecture.siteAt(p); });
    const bool anyTissue = sites.largest(&HeSite::tissue) > -20;
    std::vector<HeSite> row(static_cast<std::size_t>(field.width()));
    if (anyTissue) {
        for (int y = 0; y < field.height(); ++y) {
            sites.interpolateRow(field.x(), field.y() + y, row);
            for (int x = 0; x < field.width(); ++x) {
                const HeSite& site = row[static_cast<std::size_t>(x)];
                const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
                if (site.tissue < -20)
                    continue;
                const float coverage = smoothStep(-1.5f, 2.5f, site.tissue + 7 * noise.at(p, 21, 81) + 3 * noise.at(p, 7, 82));
                if (coverage <= 0)
                    continue;
                const HeStain stain = groundAt(p, site, m_architecture);
                const float edge = coverage * (1 + 0.3f * bell(site.tissue - 8, 12));
                field.row(kHematoxylin, y)[x] = stain.hematoxylin * edge;
                field.row(kEosin, y)[x] = stain.eosin * edge;
            }
        }
        drawHeCells(field, sites, m_architecture);
    }
    drawDust(field, m_architecture);
    for (int y = 0; y < field.height(); ++y) {
        sites.interpolateRow(field.x(), field.y() + y, row);
        for (int x = 0; x < field.width(); ++x) {
            const HeSite& site = row[static_cast<std::size_t>(x)];
            const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
            if (anyTissue) {
                const float folded = smoothStep(-0.02f, 0.06f, site.fold + 0.06f * noise.at(p, 30, 83));
                const float amount = site.thickness * (1 + 0.95f * folded + 0.25f * bell(site.fold - 0.05f, 0.1f));
                field.row(kHematoxylin, y)[x] *= amount;
                field.row(kEosin, y)[x] *= amount;
                field.defocusRow(y)[x] = 0.35f * folded;
            }
            if (site.pen > -30) {
                const float streaks = noise.at({p.x + 0.45f * p.y, (p.y + 0.45f * p.x) * 9}, 400, 84);
                const float mottle = noise.octaves(p, 60, 85, 2);
                const float ink = smoothStep(-7, 9, site.pen + 5 * noise.at(p, 26, 86));
                field.row(kPenInk, y)[x] = ink * std::max(0.1f, 0.75f + 0.25f * streaks + 0.12f * mottle + 0.3f * bell(site.pen - 10, 12));
            }
        }
    }
}

}
