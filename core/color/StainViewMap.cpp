#include "color/StainViewMap.h"

#include <algorithm>
#include <cmath>

#include "color/DensityLevels.h"

// lupdate finds the names by this macro; nothing of Qt is used.
#define QT_TRANSLATE_NOOP(context, text) text

namespace isostain {

namespace {

/// Rows closer to parallel than this sine explain noise, not stain.
constexpr double kLeastSine = 1e-3;

constexpr std::array kViews = {
    NamedStainView{StainView::Hematoxylin, "hematoxylin", QT_TRANSLATE_NOOP("StainViewName", "Hematoxylin")},
    NamedStainView{StainView::Eosin, "eosin", QT_TRANSLATE_NOOP("StainViewName", "Eosin")},
    NamedStainView{StainView::Residual, "residual", QT_TRANSLATE_NOOP("StainViewName", "Residual")},
};

/// Rows stand in the order of the enum, so that a value is its own index.
constexpr bool inEnumOrder()
{
    for (std::size_t i = 0; i < kViews.size(); ++i)
        if (static_cast<std::size_t>(kViews[i].value) != i)
            return false;
    return true;
}
static_assert(inEnumOrder() && kViews.back().value == StainView::Residual);

double dot(const OpticalDensity& a, const OpticalDensity& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

OpticalDensity cross(const OpticalDensity& a, const OpticalDensity& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

OpticalDensity divided(const OpticalDensity& a, double divisor)
{
    return {a[0] / divisor, a[1] / divisor, a[2] / divisor};
}

}

std::span<const NamedStainView> stainViews()
{
    return kViews;
}

const NamedStainView& named(StainView view)
{
    return kViews[static_cast<std::size_t>(view)];
}

std::optional<StainView> stainViewOf(std::string_view key)
{
    const auto row = std::find_if(kViews.begin(), kViews.end(), [&](const NamedStainView& each) { return each.key == key; });
    return row == kViews.end() ? std::nullopt : std::optional(row->value);
}

std::optional<OpticalDensity> residualRow(const StainMatrix& stains)
{
    const OpticalDensity normal = cross(stains[0], stains[1]);
    const double area = std::sqrt(dot(normal, normal));
    const double lengths = std::sqrt(dot(stains[0], stains[0]) * dot(stains[1], stains[1]));
    if (!std::isfinite(area) || !std::isfinite(lengths) || lengths < 1e-12 || area < kLeastSine * lengths)
        return std::nullopt;
    return divided(normal, area);
}

StainViewMap::StainViewMap(const StainMatrix& stains, StainView view)
{
    const auto index = static_cast<std::size_t>(view);
    if (const auto residual = residualRow(stains)) {
        const std::array<OpticalDensity, 3> rows = {stains[0], stains[1], *residual};
        // Row i of the inverse's transpose is the cross product of the two other rows over the determinant.
        const OpticalDensity& next = rows[(index + 1) % 3];
        const OpticalDensity& last = rows[(index + 2) % 3];
        m_row = rows[index];
        m_amount = divided(cross(next, last), dot(m_row, cross(next, last)));
    } else if (view != StainView::Residual) {
        const double square = dot(stains[index], stains[index]);
        if (std::isfinite(square) && square > 1e-12) {
            m_row = stains[index];
            m_amount = divided(m_row, square);
        }
    }
}

void StainViewMap::map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    const DensityWeights weights(m_amount);
    for (std::size_t i = 0; i < count; ++i) {
        const double amount = std::max(weights.of(source[i]), 0.0);
        std::uint32_t color = 0;
        for (const double row : m_row)
            color = color << 8 | static_cast<std::uint32_t>(std::clamp(255 * std::exp(-amount * row), 0.0, 255.0));
        target[i] = color;
    }
}

}
