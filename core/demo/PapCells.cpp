#include "demo/PapCells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "demo/Nucleus.h"
#include "demo/Placement.h"

namespace isostain::demo {

namespace {

constexpr float kPi = std::numbers::pi_v<float>;
using DyeMix = std::array<float, kPapDyeCount>;

Point direction(float angle)
{
    return {std::cos(angle), std::sin(angle)};
}

/// The outline and texture of one cell's cytoplasm.
struct Cytoplasm {
    static constexpr int kMostSides = 8;
    static constexpr float kFarthest = 1.28f;
    Point center;
    float radius = 100;
    int sides = 6;
    std::array<Point, kMostSides> normals{}; ///< divided by the distance of the side
    Point foldNormal{1, 0};
    float foldAt = 0; ///< distance of the fold line from the center, pixels; 0: not folded
    DyeMix inner{};   ///< dyes near the nucleus, of one layer
    DyeMix outer{};   ///< and near the edge
    float wrinkles = 0.3f;
    float granules = 0;
    Point nucleus;   ///< offset from the center
    float halo = 0;  ///< radius of the clear zone around the nucleus, 0: none
    float angle = 0; ///< of the wrinkles
    Point patch;     ///< where its texture is taken from

    bool isFolded() const { return foldAt > 0; }
    /// Distance to the edge, positive inside; corners are rounded.
    float inside(Point d) const
    {
        float sum = 0;
        for (int i = 0; i < sides; ++i) {
            const float t = std::max(0.0f, dot(normals[static_cast<std::size_t>(i)], d));
            const float t2 = t * t;
            const float t4 = t2 * t2;
            sum += t4 * t4 * t2;
        }
        // However few sides there are, no corner lies farther out than kFarthest radii.
        const float r2 = dot(d, d) / (kFarthest * kFarthest * radius * radius);
        const float r4 = r2 * r2;
        sum += r4 * r4 * r2;
        return sum < 1e-9f ? radius : (1 - std::exp2(0.1f * std::log2(sum))) * radius;
    }
};

Cytoplasm shapeOf(Point center, float radius, Draws& draws)
{
    Cytoplasm cell;
    cell.center = center;
    cell.radius = radius;
    cell.sides = 4 + static_cast<int>(draws.unit() * 4.99f);
    const float start = draws.between(0, 2 * kPi);
    for (int i = 0; i < cell.sides; ++i) {
        const float angle =
            start + 2 * kPi * (static_cast<float>(i) + draws.between(-0.32f, 0.32f)) / static_cast<float>(cell.sides);
        cell.normals[static_cast<std::size_t>(i)] = direction(angle) * (1 / (radius * draws.between(0.62f, 1.0f)));
    }
    cell.angle = draws.between(0, kPi);
    cell.patch = {draws.between(0, 3000), draws.between(0, 3000)};
    return cell;
}

/// A pixel of cytoplasm as the texture sees it.
struct CytoplasmPixel {
    Point offset;     ///< from the cell's center
    Point texture;    ///< where its texture is taken from
    float wobble;     ///< how much farther out the ragged edge lies here than the smooth outline
    float edge;       ///< distance to the ragged edge, positive inside
    float beyondFold; ///< distance to the fold line, negative on the side that stays flat
    float nucleusDistance;
};

/// Thickness of the cytoplasm in layers: creases, granules, the rolled edge, the part that is folded back, the halo.
float layersAt(const Noise& noise, const Cytoplasm& cell, const CytoplasmPixel& pixel)
{
    const Point t = pixel.texture;
    const Point grain = direction(cell.angle);
    const float u = dot(t, grain);
    const float v = grain.x * t.y - grain.y * t.x;
    // Creases: thin dark lines where a stretched noise changes its sign, some stronger than others.
    const float crease = bell(noise(u / 95 + 0.5f * noise.at(t, 70, 2), v / 46 + 0.7f * noise.at(t, 40, 11)), 0.045f) *
                         smoothStep(-0.25f, 0.5f, noise.at(t, 85, 12));
    const float plait = noise(u / 40, v / 7);
    const float depth = clampUnit(pixel.edge / cell.radius * 1.3f);
    float layers = 0.66f + 0.28f * depth + cell.wrinkles * (crease + 0.16f * plait) + 0.13f * noise.at(t, 2.7f, 3) +
                   0.13f * noise.at(t, 7, 4) + 0.20f * noise.at(t, 52, 5) + 0.22f * bell(pixel.edge - 1.5f, 1.8f);
    if (cell.granules > 0)
        layers += cell.granules * smoothStep(0.45f, 0.62f, noise.at(t, 3.6f, 6));
    if (cell.isFolded()) {
        // What lay beyond the fold line is turned back onto the cell: a second layer with its own outline.
        const float mirrored = cell.inside(pixel.offset - cell.foldNormal * (2 * pixel.beyondFold)) + pixel.wobble;
        layers +=
            0.85f * smoothStep(-1, 1.5f, mirrored) + 0.35f * bell(pixel.beyondFold + 1, 1.8f) * smoothStep(-1, 2, mirrored);
    }
    if (cell.halo > 0) {
        const float rim = pixel.nucleusDistance - cell.halo * (1 + 0.18f * noise.at(t, 38, 7));
        layers = layers * mix(0.14f, 1.0f, smoothStep(-5, 2, rim)) + 0.65f * bell(rim - 4, 7);
    }
    return layers;
}

void drawCytoplasm(DyeField& field, const Noise& noise, const Cytoplasm& cell)
{
    constexpr float kMostWobble = 12;
    const Extent extent = extentAround(field, cell.center, cell.radius * Cytoplasm::kFarthest + kMostWobble);
    for (int y = extent.top; y < extent.bottom; ++y) {
        for (int x = extent.left; x < extent.right; ++x) {
            CytoplasmPixel pixel{};
            pixel.offset = Point{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)} - cell.center;
            const Point t = pixel.texture = pixel.offset + cell.patch;
            const float outline = cell.inside(pixel.offset);
            if (outline < -kMostWobble)
                continue;
            pixel.beyondFold =
                cell.isFolded() ? dot(pixel.offset, cell.foldNormal) - cell.foldAt + 7 * noise.at(t, 55, 9) : -1e6f;
            pixel.wobble = 7 * noise.at(t, 48, 0) + 3 * noise.at(t, 17, 10) + 1.5f * noise.at(t, 6, 1);
            pixel.edge = outline + pixel.wobble;
            const float coverage = smoothStep(-1.2f, 1.6f, pixel.edge) * smoothStep(1.5f, -0.5f, pixel.beyondFold);
            if (coverage <= 0)
                continue;
            const Point fromNucleus = pixel.offset - cell.nucleus;
            pixel.nucleusDistance = std::sqrt(dot(fromNucleus, fromNucleus));
            const float amount = coverage * layersAt(noise, cell, pixel);
            const float outwards = smoothStep(0.15f, 0.95f, pixel.nucleusDistance / cell.radius + 0.15f * noise.at(t, 50, 8));
            for (int dye = 0; dye < kPapShade; ++dye)
                field.row(dye, y)[x] += amount * mix(cell.inner[static_cast<std::size_t>(dye)],
                                                     cell.outer[static_cast<std::size_t>(dye)], outwards);
        }
    }
}

Nucleus nucleusOf(Point center, float radius, Draws& draws)
{
    Nucleus nucleus;
    nucleus.center = center;
    nucleus.axis = direction(draws.between(0, kPi));
    nucleus.halfLength = radius * draws.between(1.0f, 1.18f);
    nucleus.halfWidth = radius * draws.between(0.82f, 0.98f);
    nucleus.softness = 1.8f;
    nucleus.hash = draws.bits();
    return nucleus;
}

struct KindLook {
    float smallest, largest;               ///< radius of the cell
    float nucleusSmallest, nucleusLargest; ///< radius of its nucleus
    float density, clumps, membrane;       ///< of the nucleus
    float foldProbability;
};

KindLook lookOf(PapCellKind kind)
{
    switch (kind) {
    case PapCellKind::Superficial:
        return {95, 128, 9.5f, 12, 1.15f, 0.12f, 0.1f, 0.5f};
    case PapCellKind::Intermediate:
        return {84, 120, 14, 17.5f, 0.66f, 0.30f, 0.35f, 0.55f};
    case PapCellKind::Parabasal:
        return {44, 60, 17, 21, 0.72f, 0.34f, 0.35f, 0.1f};
    case PapCellKind::Koilocyte:
        return {88, 115, 17, 24, 0.92f, 0.38f, 0.2f, 0.25f};
    }
    return {};
}

/// Dyes of one layer of cytoplasm; within a kind they vary from cell to cell.
void chooseDyes(Cytoplasm& cell, PapCellKind kind, Draws& draws)
{
    const float strength = draws.between(0.75f, 1.3f);
    const auto dyes = [&](float hematoxylin, float orange, float eosin, float green, float brown) {
        DyeMix mixed{hematoxylin, orange, eosin, green, brown, 0};
        for (float& amount : mixed)
            amount *= strength;
        return mixed;
    };
    const float variant = draws.unit();
    switch (kind) {
    case PapCellKind::Superficial:
        cell.outer = variant < 0.18f ? dyes(0.01f, 0.42f, 0.16f, 0, 0.03f) : dyes(0.01f, 0.11f * variant, 0.34f, 0.01f, 0.02f);
        cell.inner = cell.outer;
        cell.inner[kEosinY] *= 1.15f;
        break;
    case PapCellKind::Intermediate:
        if (variant < 0.2f) {
            cell.outer = dyes(0.02f, 0.02f, 0.20f, 0.08f, 0.02f);
            cell.inner = dyes(0.03f, 0.01f, 0.06f, 0.24f, 0.03f);
        } else {
            cell.outer = dyes(0.02f, 0, 0.01f, 0.24f, 0.01f);
            cell.inner = dyes(0.05f, 0.01f, 0.02f, 0.28f, 0.05f);
        }
        break;
    case PapCellKind::Parabasal:
        cell.outer = dyes(0.08f, 0, 0.02f, 0.44f, 0.06f);
        cell.inner = dyes(0.12f, 0, 0.03f, 0.48f, 0.08f);
        break;
    case PapCellKind::Koilocyte:
        cell.outer = variant < 0.45f ? dyes(0.02f, 0.10f, 0.34f, 0.04f, 0.03f) : dyes(0.05f, 0, 0.02f, 0.42f, 0.05f);
        cell.inner = cell.outer;
        break;
    }
}

}

void drawSquamousCell(DyeField& field, const Noise& noise, Point center, PapCellKind kind, Draws draws)
{
    const KindLook look = lookOf(kind);
    Cytoplasm cell = shapeOf(center, draws.between(look.smallest, look.largest), draws);
    if (draws.happens(look.foldProbability)) {
        cell.foldNormal = direction(draws.between(0, 2 * kPi));
        cell.foldAt = cell.radius * draws.between(0.42f, 0.8f);
    }
    chooseDyes(cell, kind, draws);
    cell.wrinkles = draws.between(0.1f, 0.6f) * (kind == PapCellKind::Parabasal ? 0.4f : 1.0f);
    cell.granules = kind == PapCellKind::Superficial && draws.happens(0.4f) ? 0.4f : 0;
    cell.nucleus = direction(draws.between(0, 2 * kPi)) * (cell.radius * draws.between(0, 0.22f));
    const float nucleusRadius = draws.between(look.nucleusSmallest, look.nucleusLargest);
    if (kind == PapCellKind::Koilocyte)
        cell.halo = nucleusRadius * draws.between(1.9f, 2.5f);
    drawCytoplasm(field, noise, cell);

    const int nuclei = kind == PapCellKind::Koilocyte && draws.happens(0.35f) ? 2 : 1;
    const Point apart = direction(draws.between(0, 2 * kPi)) * (nucleusRadius * 1.05f);
    for (int i = 0; i < nuclei; ++i) {
        const Point place = center + cell.nucleus + (nuclei == 2 ? apart * (i == 0 ? 1.0f : -1.0f) : Point{});
        Nucleus nucleus = nucleusOf(place, nuclei == 2 ? nucleusRadius * 0.85f : nucleusRadius, draws);
        nucleus.density = look.density * draws.between(0.85f, 1.15f);
        nucleus.clumps = look.clumps;
        nucleus.membrane = look.membrane;
        nucleus.grainSize = draws.between(3.5f, 6);
        if (kind == PapCellKind::Koilocyte)
            nucleus.halfWidth *= draws.between(0.75f, 1.0f);
        drawNucleus(field, noise, nucleus, kPapHematoxylin, -1);
    }
}

namespace {

/// A sheet of glandular cells: a lattice of jittered nuclei within a ragged outline.
class Honeycomb {
public:
    Honeycomb(const Noise& noise, Point center, float radius, std::uint32_t seed)
        : m_noise(noise),
          m_center(center),
          m_radius(radius),
          m_seed(seed)
    {
    }

    void drawSheet(DyeField& field) const
    {
        const Extent extent = extentAround(field, m_center, m_radius * kFarthest);
        for (int y = extent.top; y < extent.bottom; ++y) {
            for (int x = extent.left; x < extent.right; ++x) {
                const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
                const float coverage = smoothStep(-2, 2, inside(p));
                if (coverage <= 0)
                    continue;
                const float amount = coverage * (0.75f + 0.5f * bell(borderDistance(p), 4) + 0.14f * m_noise.at(p, 4, 12) +
                                                 0.2f * m_noise.at(p, 18, 13));
                field.row(kLightGreen, y)[x] += 0.30f * amount;
                field.row(kPapHematoxylin, y)[x] += 0.12f * amount;
                field.row(kEosinY, y)[x] += 0.05f * amount;
                field.row(kBismarckBrown, y)[x] += 0.05f * amount;
            }
        }
    }

    void drawNuclei(DyeField& field) const
    {
        const int reach = static_cast<int>(m_radius * kFarthest / kRow) + 2;
        const int middleRow = static_cast<int>(std::floor(m_center.y / kRow));
        const int middleColumn = static_cast<int>(std::floor(m_center.x / kColumn));
        for (int row = middleRow - reach; row <= middleRow + reach; ++row) {
            for (int column = middleColumn - reach; column <= middleColumn + reach; ++column) {
                const Point place = nucleusAt(column, row);
                if (inside(place) < 9)
                    continue;
                Draws draws(hashAt(column, row, m_seed + 1));
                Nucleus nucleus = nucleusOf(place, draws.between(12.5f, 15.5f), draws);
                nucleus.density = draws.between(0.6f, 0.85f);
                nucleus.clumps = 0.35f;
                nucleus.membrane = 0.4f;
                nucleus.grainSize = 4.5f;
                nucleus.nucleoli = draws.happens(0.4f) ? 1 : 0;
                drawNucleus(field, m_noise, nucleus, kPapHematoxylin, -1);
            }
        }
    }

private:
    static constexpr float kColumn = 37;
    static constexpr float kRow = 33;
    static constexpr float kFarthest = 1.5f;

    float inside(Point p) const
    {
        const Point d = p - m_center;
        return m_radius * (1 + 0.32f * m_noise.at(p, m_radius * 0.8f, 10)) - std::sqrt(dot(d, d)) + 7 * m_noise.at(p, 34, 11);
    }
    /// Every other row is shifted by half a cell.
    static float shiftOf(int row) { return 0.5f * static_cast<float>(row & 1); }
    Point nucleusAt(int column, int row) const
    {
        Draws draws(hashAt(column, row, m_seed));
        const float x = static_cast<float>(column) + shiftOf(row) + draws.between(0.3f, 0.7f);
        return {x * kColumn, (static_cast<float>(row) + draws.between(0.3f, 0.7f)) * kRow};
    }
    /// Cellular noise (Worley 1996): the second nearest nucleus' distance less the nearest one's.
    float borderDistance(Point p) const
    {
        const int row = static_cast<int>(std::floor(p.y / kRow));
        const int column = static_cast<int>(std::floor(p.x / kColumn - shiftOf(row)));
        float nearest = 1e9f;
        float next = 1e9f;
        for (int r = row - 1; r <= row + 1; ++r) {
            for (int c = column - 1; c <= column + 1; ++c) {
                const Point d = p - nucleusAt(c, r);
                const float distance = std::sqrt(dot(d, d));
                next = std::min(next, std::max(nearest, distance));
                nearest = std::min(nearest, distance);
            }
        }
        return next - nearest;
    }

    const Noise& m_noise;
    Point m_center;
    float m_radius;
    std::uint32_t m_seed;
};

}

void drawHoneycomb(DyeField& field, const Noise& noise, Point center, float radius, Draws draws)
{
    const Honeycomb sheet(noise, center, radius, draws.bits());
    sheet.drawSheet(field);
    sheet.drawNuclei(field);
}

void drawNeutrophil(DyeField& field, const Noise& noise, Point center, Draws draws)
{
    const float radius = draws.between(16, 23);
    const Extent extent = extentAround(field, center, radius * 1.3f);
    const bool bare = draws.happens(0.45f);
    for (int y = extent.top; y < extent.bottom && !bare; ++y) {
        for (int x = extent.left; x < extent.right; ++x) {
            const Point p{static_cast<float>(field.x() + x), static_cast<float>(field.y() + y)};
            const Point d = p - center;
            const float inside = radius - std::sqrt(dot(d, d)) + 5 * noise.at(p, 12, 14);
            const float amount = smoothStep(-2, 2, inside) * (1 + 0.5f * noise.at(p, 4, 15)) + 0.6f * bell(inside - 1, 1.5f);
            field.row(kLightGreen, y)[x] += 0.09f * amount;
            field.row(kEosinY, y)[x] += 0.04f * amount;
        }
    }
    const int lobes = 2 + static_cast<int>(draws.unit() * 2.99f);
    const float start = draws.between(0, 2 * kPi);
    for (int i = 0; i < lobes; ++i) {
        const Point place =
            center + direction(start + draws.between(1.3f, 1.9f) * static_cast<float>(i)) * draws.between(7, 10);
        Nucleus lobe = nucleusOf(place, draws.between(6, 8.5f), draws);
        lobe.halfLength *= 1.25f;
        lobe.density = draws.between(1.0f, 1.35f);
        lobe.clumps = 0.15f;
        lobe.membrane = 0;
        drawNucleus(field, noise, lobe, kPapHematoxylin, -1);
    }
}

}
