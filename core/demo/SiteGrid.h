#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <vector>

#include "demo/DyeField.h"
#include "demo/Noise.h"

namespace isostain::demo {

/// Values of an architecture (a struct of floats) around a field: computed on a coarse lattice that is fixed to the slide,
/// so that neighboring tiles agree, and interpolated between.
template <typename Site>
class SiteGrid {
public:
    static constexpr int kStep = 8;
    static constexpr int kValues = static_cast<int>(sizeof(Site) / sizeof(float));
    static_assert(sizeof(Site) == sizeof(float) * kValues, "a site is made of floats alone");

    /// Covers the field and `rim` pixels around it.
    template <typename SiteAt>
    SiteGrid(const DyeField& field, int rim, const SiteAt& siteAt)
        : m_firstColumn(floorDivide(field.x() - rim)),
          m_firstRow(floorDivide(field.y() - rim)),
          m_columns(floorDivide(field.x() + field.width() + rim) - m_firstColumn + 2),
          m_rows(floorDivide(field.y() + field.height() + rim) - m_firstRow + 2)
    {
        m_sites.reserve(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                m_sites.push_back(siteAt(Point{static_cast<float>((m_firstColumn + column) * kStep),
                                               static_cast<float>((m_firstRow + row) * kStep)}));
    }

    /// The site at any point of the grid; points outside get the nearest one inside.
    Site at(Point p) const
    {
        const float gx = std::clamp(p.x / kStep - static_cast<float>(m_firstColumn), 0.0f, static_cast<float>(m_columns - 2));
        const float gy = std::clamp(p.y / kStep - static_cast<float>(m_firstRow), 0.0f, static_cast<float>(m_rows - 2));
        const int column = static_cast<int>(gx);
        const int row = static_cast<int>(gy);
        const float fx = gx - static_cast<float>(column);
        const float fy = gy - static_cast<float>(row);
        return blend(blend(node(column, row), node(column + 1, row), fx),
                     blend(node(column, row + 1), node(column + 1, row + 1), fx), fy);
    }

    /// The direction in which one value grows, per pixel.
    Point gradient(Point p, float Site::*value) const
    {
        constexpr float kReach = kStep / 2;
        return {(at({p.x + kReach, p.y}).*value - at({p.x - kReach, p.y}).*value) / (2 * kReach),
                (at({p.x, p.y + kReach}).*value - at({p.x, p.y - kReach}).*value) / (2 * kReach)};
    }

    float largest(float Site::*value) const
    {
        float most = m_sites.front().*value;
        for (const Site& site : m_sites)
            most = std::max(most, site.*value);
        return most;
    }

    /// The sites of pixels (x .. x + sites.size(), y), level-0.
    void interpolateRow(int x, int y, std::span<Site> sites) const
    {
        const int row = floorDivide(y) - m_firstRow;
        const float fy = static_cast<float>(y - (row + m_firstRow) * kStep) / kStep;
        int column = floorDivide(x) - m_firstColumn;
        int within = x - (column + m_firstColumn) * kStep;
        Site left = blend(node(column, row), node(column, row + 1), fy);
        Site right = blend(node(column + 1, row), node(column + 1, row + 1), fy);
        for (Site& site : sites) {
            site = blend(left, right, static_cast<float>(within) / kStep);
            if (++within == kStep) {
                within = 0;
                ++column;
                left = right;
                right = blend(node(column + 1, row), node(column + 1, row + 1), fy);
            }
        }
    }

private:
    using Values = std::array<float, kValues>;

    static int floorDivide(int value) { return value >= 0 ? value / kStep : -((kStep - 1 - value) / kStep); }
    const Site& node(int column, int row) const
    {
        return m_sites[static_cast<std::size_t>(std::min(row, m_rows - 1)) * static_cast<std::size_t>(m_columns) +
                       static_cast<std::size_t>(std::min(column, m_columns - 1))];
    }
    static Site blend(const Site& a, const Site& b, float t)
    {
        Values values = std::bit_cast<Values>(a);
        const Values other = std::bit_cast<Values>(b);
        for (std::size_t i = 0; i < kValues; ++i)
            values[i] = mix(values[i], other[i], t);
        return std::bit_cast<Site>(values);
    }

    int m_firstColumn;
    int m_firstRow;
    int m_columns;
    int m_rows;
    std::vector<Site> m_sites;
};

}
