#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "dataset/Annotations.h"

namespace isostain {

/// Cells of one size laid over a slide from its top left corner, in level-0 pixels; only whole ones.
struct CellGrid {
    double cellWidth = 0;
    double cellHeight = 0;
    int columns = 0;
    int rows = 0;

    std::size_t count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
};

/// How annotated areas cover the cells of a grid, by CellGrid::index().
struct AreaCoverage {
    std::vector<float> tumor;        ///< share of the cell that is tumor and not excluded, 0..1
    std::vector<float> excluded;     ///< share that is excluded
    std::vector<bool> centerIsTumor; ///< whether the cell's center is tumor and not excluded
};

/// Cells a grid may have.
inline constexpr std::size_t kMostCells = 16'000'000;

/// Covers each cell by kCoverageRows horizontal lines: along them areas are exact, across they are sampled, the center line
/// being one of them. Areas of one role are united; an outline that runs over itself encloses what it goes around (non-zero
/// winding); holes are cut out of their own area. `origin` (level-0 pixels) is taken off every coordinate. Any thread. Errors:
/// AnnotationsInvalid (`subject`; outlines that cross the lines tens of millions of times).
Result<AreaCoverage> coverageOf(std::span<const AnnotatedArea> areas, const AreaNames& names, cv::Point2d origin,
                                const CellGrid& grid, const std::string& subject);

inline constexpr int kCoverageRows = 15;

}
