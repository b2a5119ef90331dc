#include "normalize/StainSummary.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "color/LabColors.h"

namespace isostain {

namespace {

std::uint8_t byteOf(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

std::uint32_t packed(double red, double green, double blue)
{
    return std::uint32_t(byteOf(red)) << 16 | std::uint32_t(byteOf(green)) << 8 | byteOf(blue);
}

std::optional<LabColor> meanLab(const ColorCounts& colors)
{
    const auto pixels = static_cast<double>(pixelCount(colors));
    if (pixels == 0)
        return std::nullopt;
    const cv::Mat lab = labOf(colors);
    LabColor sum{};
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const auto& value = lab.at<cv::Vec3b>(static_cast<int>(i));
        const auto count = static_cast<double>(colors[i].count);
        sum[0] += count * value[0] * 100 / 255;
        sum[1] += count * (value[1] - 128);
        sum[2] += count * (value[2] - 128);
    }
    for (double& each : sum)
        each /= pixels;
    return sum;
}

}

StainSummary summarize(const ColorSample& sample)
{
    StainSummary summary;
    summary.tissueShare = sample.tissueShare;
    summary.mean = meanLab(sample.tissue);
    Fit fit = fitStatistics(NormalizationMethod::Macenko, {}, sample);
    summary.warnings = std::move(fit.warnings);
    const bool isFound = std::find(summary.warnings.begin(), summary.warnings.end(), FitWarning::OneStain) == summary.warnings.end();
    if (fit.statistics && isFound)
        summary.stains = std::get<StainStatistics>(*fit.statistics);
    return summary;
}

std::uint32_t colorOf(const OpticalDensity& stain, double amount)
{
    const auto light = [&](double density) { return 255 * std::exp(-amount * density); };
    return packed(light(stain[0]), light(stain[1]), light(stain[2]));
}

std::uint32_t colorOf(const LabColor& color)
{
    const cv::Mat lab(1, 1, CV_32FC3,
                      cv::Scalar(color[0], color[1], color[2]));
    cv::Mat rgb;
    cv::cvtColor(lab, rgb, cv::COLOR_Lab2RGB);
    const auto& value = rgb.at<cv::Vec3f>(0);
    return packed(value[0] * 255.0, value[1] * 255.0, value[2] * 255.0);
}

std::optional<LabColor> medianOf(std::vector<LabColor> colors)
{
    if (colors.empty())
        return std::nullopt;
    LabColor median{};
    for (std::size_t i = 0; i < median.size(); ++i) {
        const auto middle = colors.begin() + static_cast<std::ptrdiff_t>(colors.size() / 2);
        const auto less = [i](const LabColor& a, const LabColor& b) { return a[i] < b[i]; };
        std::nth_element(colors.begin(), middle, colors.end(), less);
        median[i] = (*middle)[i];
        if (colors.size() % 2 == 0)
            median[i] = (median[i] + (*std::max_element(colors.begin(), middle, less))[i]) / 2;
    }
    return median;
}

double differenceOf(const LabColor& a, const LabColor& b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

}
