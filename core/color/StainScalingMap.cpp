#include "color/FastExp.h"
#include "color/SimdLevel.h"
#include "color/StainSeparation.h"

#include <algorithm>

namespace isostain {

namespace {

constexpr double kLambda = 0.01;
/// Colors evaluated together: their intermediate values stay in the processor's nearest cache.
constexpr std::size_t kBlock = 256;

double dot(const OpticalDensity& a, const OpticalDensity& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// The constants of StainSolver::solve(), and of the recomposition.
struct Coefficients {
    double g00, g01, g11;
    double perDeterminant; ///< 0: the stains cannot be told apart
    double perG00, perG11;
    StainAmounts scale;
    StainMatrix target;
};

Coefficients coefficients(const StainMatrix& source, const StainMatrix& target, const StainAmounts& scale)
{
    Coefficients c{dot(source[0], source[0]), dot(source[0], source[1]), dot(source[1], source[1]), 0, 0, 0, scale, target};
    const double determinant = c.g00 * c.g11 - c.g01 * c.g01;
    c.perDeterminant = determinant > 1e-12 ? 1 / determinant : 0;
    c.perG00 = c.g00 > 0 ? 1 / c.g00 : 0;
    c.perG11 = c.g11 > 0 ? 1 / c.g11 : 0;
    return c;
}

struct Block {
    double first[kBlock]; ///< projections onto the first stain, then its scaled amounts
    double second[kBlock];
};

/// StainSolver::solve() on projections, without branches. Lambda is taken off here.
[[gnu::always_inline]] inline void solve(const Coefficients& c, Block& block)
{
    for (std::size_t i = 0; i < kBlock; ++i) {
        const double r0 = block.first[i] - kLambda;
        const double r1 = block.second[i] - kLambda;
        const double both0 = (c.g11 * r0 - c.g01 * r1) * c.perDeterminant;
        const double both1 = (c.g00 * r1 - c.g01 * r0) * c.perDeterminant;
        const double only0 = r0 * c.perG00 > 0 ? r0 * c.perG00 : 0;
        const double only1 = r1 * c.perG11 > 0 ? r1 * c.perG11 : 0;
        const double gain0 = only0 * r0 - 0.5 * only0 * only0 * c.g00;
        const double gain1 = only1 * r1 - 0.5 * only1 * only1 * c.g11;
        const double single0 = gain0 >= gain1 ? only0 : 0;
        const double single1 = gain0 >= gain1 ? 0 : only1;
        const double least = both0 < both1 ? both0 : both1;
        // Stains that cannot be told apart have both amounts 0 here, and are one stain.
        const double usable = c.perDeterminant > 0 ? least : -1;
        block.first[i] = (usable >= 0 ? both0 : single0) * c.scale[0];
        block.second[i] = (usable >= 0 ? both1 : single1) * c.scale[1];
    }
}

[[gnu::always_inline]] inline void recompose(const Coefficients& c, const Block& block, std::uint32_t* colors)
{
    std::int32_t levels[3][kBlock];
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const double perFirst = c.target[0][channel];
        const double perSecond = c.target[1][channel];
        for (std::size_t i = 0; i < kBlock; ++i) {
            const double value = 255 * fastExp(-(block.first[i] * perFirst + block.second[i] * perSecond));
            levels[channel][i] = static_cast<std::int32_t>(value < 255.0 ? value : 255.0);
        }
    }
    for (std::size_t i = 0; i < kBlock; ++i)
        colors[i] = static_cast<std::uint32_t>(levels[0][i] << 16 | levels[1][i] << 8 | levels[2][i]);
}

void evaluatePortable(const Coefficients& c, Block& block, std::uint32_t* colors)
{
    solve(c, block);
    recompose(c, block, colors);
}

#if defined(__x86_64__)
/// The same arithmetic on four colors at once: the same answers, as nothing is fused.
ISOSTAIN_TARGET_AVX2 void evaluateAvx2(const Coefficients& c, Block& block, std::uint32_t* colors)
{
    solve(c, block);
    recompose(c, block, colors);
}
#endif

void evaluate(const Coefficients& c, Block& block, std::uint32_t* colors)
{
#if defined(__x86_64__)
    if (bestSimdLevel() == SimdLevel::Avx2)
        return evaluateAvx2(c, block, colors);
#endif
    evaluatePortable(c, block, colors);
}

}

StainScalingMap::StainScalingMap(const StainStatistics& source, const StainStatistics& target)
    : m_source(source.stains),
      m_target(target.stains)
{
    for (std::size_t stain = 0; stain < 2; ++stain)
        m_scale[stain] = source.maximum[stain] > 0 ? target.maximum[stain] / source.maximum[stain] : 1.0;
    for (std::uint32_t level = 0; level < 256; ++level) {
        const OpticalDensity density = opticalDensityOf(level * 0x010101u);
        for (std::size_t channel = 0; channel < 3; ++channel)
            for (std::size_t stain = 0; stain < 2; ++stain)
                m_projections[channel][level][stain] = density[channel] * source.stains[stain][channel];
    }
}

void StainScalingMap::map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    const Coefficients c = coefficients(m_source, m_target, m_scale);
    Block block{};
    std::uint32_t colors[kBlock];
    for (std::size_t first = 0; first < count; first += kBlock) {
        const std::size_t size = std::min(kBlock, count - first);
        for (std::size_t i = 0; i < size; ++i) {
            const std::uint32_t color = source[first + i];
            const StainAmounts& red = m_projections[0][color >> 16 & 0xFF];
            const StainAmounts& green = m_projections[1][color >> 8 & 0xFF];
            const StainAmounts& blue = m_projections[2][color & 0xFF];
            block.first[i] = red[0] + green[0] + blue[0];
            block.second[i] = red[1] + green[1] + blue[1];
        }
        evaluate(c, block, colors);
        std::copy_n(colors, size, target + first);
    }
}

}
