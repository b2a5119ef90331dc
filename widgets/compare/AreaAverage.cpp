#include "compare/AreaAverage.h"

#include <algorithm>
#include <cmath>

namespace isostain {

CoverageTable::CoverageTable(int firstPixel, int pixelCount, double texelOfPixel0, double texelsPerPixel, int texelCount)
    : m_stride(int(std::ceil(texelsPerPixel)) + 1)
{
    m_weights.resize(std::size_t(pixelCount) * std::size_t(m_stride));
    m_firsts.reserve(std::size_t(pixelCount));
    m_counts.reserve(std::size_t(pixelCount));
    for (int i = 0; i < pixelCount; ++i) {
        const double begin = std::clamp(texelOfPixel0 + (firstPixel + i) * texelsPerPixel, 0.0, texelCount - 1e-3);
        const double end = std::clamp(begin + texelsPerPixel, begin + 1e-4, double(texelCount));
        addPixel(begin, end, i);
    }
}

void CoverageTable::addPixel(double begin, double end, int pixel)
{
    const int first = int(begin);
    const int count = std::min(std::max(1, int(std::ceil(end - 1e-9)) - first), m_stride);
    int* weights = m_weights.data() + std::size_t(pixel) * std::size_t(m_stride);
    int given = 0;
    for (int i = 0; i < count; ++i) {
        const double covered = std::min(end, first + i + 1.0) - begin;
        const int total = i + 1 == count ? 256 : int(std::lround(256 * covered / (end - begin)));
        weights[i] = total - given;
        given = total;
    }
    m_firsts.push_back(first);
    m_counts.push_back(count);
}

AreaAverage::AreaAverage(const CoverageTable& columns) : m_columns(columns)
{
    if (columns.pixelCount() == 0)
        return;
    const Coverage last = columns.of(columns.pixelCount() - 1);
    m_firstTexel = columns.of(0).first;
    m_texelCount = last.first + last.count - m_firstTexel;
    m_sums.resize(std::size_t(m_texelCount) * 4);
}

void AreaAverage::sumRows(const TexelImage& texels, const Coverage& rows)
{
    for (int i = 0; i < rows.count; ++i) {
        const auto* from = reinterpret_cast<const std::uint8_t*>(texels.row(rows.first + i) + m_firstTexel);
        const auto weight = std::uint16_t(rows.weights[i]);
        if (i == 0)
            for (std::size_t byte = 0; byte < m_sums.size(); ++byte)
                m_sums[byte] = std::uint16_t(weight * from[byte]);
        else
            for (std::size_t byte = 0; byte < m_sums.size(); ++byte)
                m_sums[byte] = std::uint16_t(m_sums[byte] + weight * from[byte]);
    }
}

void AreaAverage::makeRow(const TexelImage& texels, const Coverage& rows, std::uint32_t* target)
{
    sumRows(texels, rows);
    for (int x = 0; x < m_columns.pixelCount(); ++x) {
        const Coverage coverage = m_columns.of(x);
        const std::uint16_t* sum = m_sums.data() + std::size_t(coverage.first - m_firstTexel) * 4;
        std::uint32_t blue = 1 << 15, green = 1 << 15, red = 1 << 15;
        for (int i = 0; i < coverage.count; ++i, sum += 4) {
            const auto weight = std::uint32_t(coverage.weights[i]);
            blue += weight * sum[0];
            green += weight * sum[1];
            red += weight * sum[2];
        }
        target[x] = 0xFF000000u | (red >> 16) << 16 | (green >> 16) << 8 | blue >> 16;
    }
}

}
