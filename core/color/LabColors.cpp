#include "color/LabColors.h"

#include <algorithm>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace isostain {

cv::Mat labOf(std::span<const std::uint32_t> colors)
{
    cv::Mat lab;
    if (colors.empty())
        return lab;
    cv::Mat rgb(1, static_cast<int>(colors.size()), CV_8UC3);
    std::transform(colors.begin(), colors.end(), rgb.ptr<cv::Vec3b>(0), [](std::uint32_t color) {
        return cv::Vec3b(static_cast<uchar>(color >> 16 & 0xFF), static_cast<uchar>(color >> 8 & 0xFF),
                         static_cast<uchar>(color & 0xFF));
    });
    cv::cvtColor(rgb, lab, cv::COLOR_RGB2Lab);
    return lab;
}

cv::Mat labOf(const ColorCounts& colors)
{
    std::vector<std::uint32_t> words(colors.size());
    std::transform(colors.begin(), colors.end(), words.begin(), [](const ColorCount& entry) { return entry.color; });
    return labOf(std::span<const std::uint32_t>(words));
}

}
