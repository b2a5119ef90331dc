#include "color/StainSeparation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/core.hpp>

#include "color/LabColors.h"

namespace isostain {

namespace {

constexpr double kTissueLightness = 0.8;
constexpr double kDictionaryLambda = 0.1;
constexpr int kDictionarySweeps = 400;
constexpr double kDictionaryConverged = 1e-7;

double dot(const OpticalDensity& a, const OpticalDensity& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

OpticalDensity scaled(const OpticalDensity& a, double factor)
{
    return {a[0] * factor, a[1] * factor, a[2] * factor};
}

OpticalDensity sum(const OpticalDensity& a, const OpticalDensity& b)
{
    return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}

OpticalDensity unit(const OpticalDensity& a)
{
    return scaled(a, 1 / std::sqrt(dot(a, a)));
}

bool isUsable(const OpticalDensity& a)
{
    return std::isfinite(dot(a, a)) && dot(a, a) > 1e-12;
}

/// Hematoxylin, the one that absorbs more red, comes first.
std::optional<StainMatrix> ordered(const OpticalDensity& a, const OpticalDensity& b)
{
    if (!isUsable(a) || !isUsable(b))
        return std::nullopt;
    return a[0] > b[0] ? StainMatrix{unit(a), unit(b)} : StainMatrix{unit(b), unit(a)};
}

/// Densities with weights; neighboring colors pooled into cells of 4 levels, which moves a fit by far less than its spread.
struct PooledDensity {
    OpticalDensity density{};
    double weight = 0;
};

std::vector<PooledDensity> pooled(const ColorCounts& colors)
{
    std::vector<std::pair<std::uint32_t, PooledDensity>> cells;
    cells.reserve(colors.size());
    for (const ColorCount& entry : colors) {
        const auto weight = static_cast<double>(entry.count);
        cells.push_back({entry.color & 0xFCFCFCu, {scaled(opticalDensityOf(entry.color), weight), weight}});
    }
    std::stable_sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<PooledDensity> result;
    std::uint32_t last = 0;
    for (const auto& [cell, entry] : cells) {
        if (result.empty() || cell != last)
            result.emplace_back();
        last = cell;
        result.back().density = sum(result.back().density, entry.density);
        result.back().weight += entry.weight;
    }
    for (PooledDensity& entry : result)
        entry.density = scaled(entry.density, 1 / entry.weight);
    return result;
}

}

OpticalDensity opticalDensityOf(std::uint32_t color)
{
    static const std::array<double, 256> table = [] {
        std::array<double, 256> densities{};
        for (std::size_t value = 0; value < 256; ++value)
            densities[value] = std::max(-std::log(std::max(static_cast<double>(value), 1.0) / 255), 1e-6);
        return densities;
    }();
    return {table[color >> 16 & 0xFF], table[color >> 8 & 0xFF], table[color & 0xFF]};
}

double degreesBetween(const OpticalDensity& a, const OpticalDensity& b)
{
    const double cosine = dot(a, b) / std::sqrt(dot(a, a) * dot(b, b));
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
}

StainMatrix ruifrokStainMatrix()
{
    return {unit({0.65, 0.70, 0.29}), unit({0.07, 0.99, 0.11})};
}

StainStatistics publishedHematoxylinEosinReference()
{
    return {{unit({0.5626, 0.7201, 0.4062}), unit({0.2159, 0.8012, 0.5581})}, {1.9705, 1.0308}};
}

ColorCounts publishedTissue(const ColorCounts& pixels)
{
    const cv::Mat lab = labOf(pixels);
    ColorCounts tissue;
    for (std::size_t i = 0; i < pixels.size(); ++i)
        if (lab.ptr<cv::Vec3b>(0)[i][0] / 255.0 < kTissueLightness)
            tissue.push_back(pixels[i]);
    return tissue;
}

std::optional<StainMatrix> macenkoStainMatrix(const ColorCounts& tissue)
{
    if (tissue.size() < 2)
        return std::nullopt;
    const auto total = static_cast<double>(pixelCount(tissue));
    OpticalDensity mean{};
    for (const ColorCount& entry : tissue)
        mean = sum(mean, scaled(opticalDensityOf(entry.color), static_cast<double>(entry.count) / total));
    cv::Matx33d covariance = cv::Matx33d::zeros();
    for (const ColorCount& entry : tissue) {
        const OpticalDensity d = sum(opticalDensityOf(entry.color), scaled(mean, -1));
        for (int i = 0; i < 3; ++i)
            for (int j = 0; j < 3; ++j)
                covariance(i, j) += static_cast<double>(entry.count) * d[static_cast<std::size_t>(i)] * d[static_cast<std::size_t>(j)] / (total - 1);
    }

    cv::Mat values;
    cv::Mat vectors;   // rows, largest eigenvalue first
    cv::eigen(covariance, values, vectors);
    std::array<OpticalDensity, 2> axes;
    for (int i = 0; i < 2; ++i) {
        const double sign = vectors.at<double>(i, 0) < 0 ? -1 : 1;
        axes[static_cast<std::size_t>(i)] = {sign * vectors.at<double>(i, 0), sign * vectors.at<double>(i, 1),
                                             sign * vectors.at<double>(i, 2)};
    }
    std::vector<WeightedValue> angles;
    angles.reserve(tissue.size());
    for (const ColorCount& entry : tissue) {
        const OpticalDensity d = opticalDensityOf(entry.color);
        angles.push_back({std::atan2(dot(d, axes[1]), dot(d, axes[0])), entry.count});
    }
    const double low = percentile(angles, 1);
    const double high = percentile(angles, 99);
    const auto direction = [&](double angle) { return sum(scaled(axes[0], std::cos(angle)), scaled(axes[1], std::sin(angle))); };
    return ordered(direction(low), direction(high));
}

std::optional<StainMatrix> vahadaneStainMatrix(const ColorCounts& tissue)
{
    if (tissue.size() < 2)
        return std::nullopt;
    const std::vector<PooledDensity> samples = pooled(tissue);
    StainMatrix stains = ruifrokStainMatrix();
    for (int sweep = 0; sweep < kDictionarySweeps; ++sweep) {
        const StainSolver solver(stains, kDictionaryLambda);
        double aa00 = 0, aa01 = 0, aa11 = 0;
        std::array<OpticalDensity, 2> ax{};
        for (const PooledDensity& sample : samples) {
            const StainAmounts a = solver.solve(sample.density);
            aa00 += sample.weight * a[0] * a[0];
            aa01 += sample.weight * a[0] * a[1];
            aa11 += sample.weight * a[1] * a[1];
            for (std::size_t stain = 0; stain < 2; ++stain)
                ax[stain] = sum(ax[stain], scaled(sample.density, sample.weight * a[stain]));
        }
        const StainMatrix before = stains;
        const std::array<std::array<double, 2>, 2> aa = {{{aa00, aa01}, {aa01, aa11}}};
        double change = 0;
        for (std::size_t stain = 0; stain < 2; ++stain) {
            const OpticalDensity explained = sum(scaled(stains[0], aa[stain][0]), scaled(stains[1], aa[stain][1]));
            OpticalDensity row = sum(stains[stain], scaled(sum(ax[stain], scaled(explained, -1)), 1 / std::max(aa[stain][stain], 1e-12)));
            for (double& value : row)
                value = std::max(value, 0.0);
            stains[stain] = scaled(row, 1 / std::max(std::sqrt(dot(row, row)), 1.0));
            for (std::size_t channel = 0; channel < 3; ++channel)
                change = std::max(change, std::abs(stains[stain][channel] - before[stain][channel]));
        }
        if (change < kDictionaryConverged)
            break;
    }
    return ordered(stains[0], stains[1]);
}

StainSolver::StainSolver(const StainMatrix& stains, double lambda)
    : m_stains(stains), m_lambda(lambda), m_g00(dot(stains[0], stains[0])), m_g01(dot(stains[0], stains[1])),
      m_g11(dot(stains[1], stains[1])), m_determinant(m_g00 * m_g11 - m_g01 * m_g01)
{
}

StainAmounts StainSolver::solve(const OpticalDensity& density) const
{
    const double r0 = dot(density, m_stains[0]) - m_lambda;
    const double r1 = dot(density, m_stains[1]) - m_lambda;
    // Two equal stains cannot be told apart: then the single-stain cases below decide.
    if (m_determinant > 1e-12) {
        const double a0 = (m_g11 * r0 - m_g01 * r1) / m_determinant;
        const double a1 = (m_g00 * r1 - m_g01 * r0) / m_determinant;
        if (a0 >= 0 && a1 >= 0)
            return {a0, a1};
    }
    const double only0 = m_g00 > 0 ? std::max(r0 / m_g00, 0.0) : 0.0;
    const double only1 = m_g11 > 0 ? std::max(r1 / m_g11, 0.0) : 0.0;
    const double gain0 = only0 * r0 - 0.5 * only0 * only0 * m_g00;
    const double gain1 = only1 * r1 - 0.5 * only1 * only1 * m_g11;
    return gain0 >= gain1 ? StainAmounts{only0, 0.0} : StainAmounts{0.0, only1};
}

StainAmounts maximumAmounts(const ColorCounts& pixels, const StainMatrix& stains)
{
    if (pixels.empty())
        return {0, 0};
    const StainSolver solver(stains);
    std::array<std::vector<WeightedValue>, 2> amounts;
    for (const ColorCount& entry : pixels) {
        const StainAmounts a = solver.solve(opticalDensityOf(entry.color));
        amounts[0].push_back({a[0], entry.count});
        amounts[1].push_back({a[1], entry.count});
    }
    return {percentile(amounts[0], 99), percentile(amounts[1], 99)};
}

}
