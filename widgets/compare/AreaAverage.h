#pragma once

#include <cstdint>
#include <vector>

#include "compare/TexelImage.h"

namespace isostain {

/// The texels that a device pixel covers along one axis, with weights that sum to 256.
struct Coverage {
    int first = 0;
    int count = 0;
    const int* weights = nullptr;
};

/// The coverages of consecutive device pixels. Immutable; any thread.
class CoverageTable {
public:
    /// For `pixelCount` pixels from `firstPixel` on, of which pixel 0 begins at texel `texelOfPixel0`; within
    /// [0, texelCount).
    CoverageTable(int firstPixel, int pixelCount, double texelOfPixel0, double texelsPerPixel, int texelCount);

    int pixelCount() const { return int(m_firsts.size()); }
    /// Of the pixel with this number, counted from the first one.
    Coverage of(int pixel) const
    {
        return {m_firsts[std::size_t(pixel)], m_counts[std::size_t(pixel)],
                m_weights.data() + std::size_t(pixel) * std::size_t(m_stride)};
    }

private:
    void addPixel(double begin, double end, int pixel);

    int m_stride;
    std::vector<int> m_weights;
    std::vector<int> m_firsts;
    std::vector<int> m_counts;
};

/// Makes rows of the screen, one pixel being the mean of the texels it covers, weighted by area: texel rows are summed
/// first, then columns. One per thread.
class AreaAverage {
public:
    explicit AreaAverage(const CoverageTable& columns);

    /// One word for each pixel of the columns' table, opaque.
    void makeRow(const TexelImage& texels, const Coverage& rows, std::uint32_t* target);

private:
    void sumRows(const TexelImage& texels, const Coverage& rows);

    const CoverageTable& m_columns;
    int m_firstTexel = 0;
    int m_texelCount = 0;
    std::vector<std::uint16_t> m_sums; ///< blue, green, red, unused for each texel from the first one on
};

}
