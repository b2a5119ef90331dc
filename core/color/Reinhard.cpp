#include "color/Reinhard.h"

#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "color/LabColors.h"

namespace isostain {

namespace {

/// 8-bit Lab as OpenCV stores it, to Lab units and back.
constexpr std::array<double, 3> kUnit = {1 / 2.55, 1, 1};
constexpr std::array<double, 3> kOffset = {0, -128, -128};

}

LabStatistics labStatistics(const ColorCounts& pixels)
{
    LabStatistics statistics;
    if (pixels.empty())
        return statistics;
    const cv::Mat lab = labOf(pixels);

    std::array<std::array<std::uint64_t, 256>, 3> histogram{};
    for (std::size_t i = 0; i < pixels.size(); ++i)
        for (std::size_t channel = 0; channel < 3; ++channel)
            histogram[channel][lab.ptr<cv::Vec3b>(0)[i][static_cast<int>(channel)]] += pixels[i].count;
    const auto total = static_cast<double>(pixelCount(pixels));
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const auto valueOf = [&](std::size_t level) { return static_cast<double>(level) * kUnit[channel] + kOffset[channel]; };
        double mean = 0;
        for (std::size_t level = 0; level < 256; ++level)
            mean += valueOf(level) * static_cast<double>(histogram[channel][level]) / total;
        double variance = 0;
        for (std::size_t level = 0; level < 256; ++level)
            variance += (valueOf(level) - mean) * (valueOf(level) - mean) * static_cast<double>(histogram[channel][level]) / total;
        statistics.mean[channel] = mean;
        statistics.deviation[channel] = std::sqrt(variance);
    }
    return statistics;
}

ReinhardMap::ReinhardMap(const LabStatistics& source, const LabStatistics& target)
{
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const double scale = source.deviation[channel] > 0 ? target.deviation[channel] / source.deviation[channel] : 1.0;
        for (std::size_t level = 0; level < 256; ++level) {
            const double value = static_cast<double>(level) * kUnit[channel] + kOffset[channel];
            const double moved = (value - source.mean[channel]) * scale + target.mean[channel];
            m_channel[channel][level] =
                static_cast<std::uint8_t>(std::clamp((moved - kOffset[channel]) / kUnit[channel], 0.0, 255.0));
        }
    }
}

void ReinhardMap::map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    if (count == 0)
        return;
    cv::Mat lab = labOf(std::span(source, count));
    auto* row = lab.ptr<cv::Vec3b>(0);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t channel = 0; channel < 3; ++channel)
            row[i][static_cast<int>(channel)] = m_channel[channel][row[i][static_cast<int>(channel)]];
    cv::Mat rgb;
    cv::cvtColor(lab, rgb, cv::COLOR_Lab2RGB);
    for (std::size_t i = 0; i < count; ++i) {
        const cv::Vec3b& pixel = rgb.ptr<cv::Vec3b>(0)[i];
        target[i] = static_cast<std::uint32_t>(pixel[0] << 16 | pixel[1] << 8 | pixel[2]);
    }
}

}
