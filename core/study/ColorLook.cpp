#include "study/ColorLook.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace isostain {

ColorLook::ColorLook(std::size_t images, std::size_t colors)
    : m_perImage(std::max<std::size_t>(1, colors / std::max<std::size_t>(1, images)))
{
}

void ColorLook::add(const RgbImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        const std::uint8_t* row = image.pixels.ptr<std::uint8_t>(y);
        for (int x = 0; x < image.width(); ++x)
            for (std::size_t channel = 0; channel < 3; ++channel)
                ++m_histogram[channel][row[3 * x + static_cast<int>(channel)]];
    }
    m_pixels += double(image.width()) * image.height();
    cv::Mat scaled, lab;
    image.pixels.convertTo(scaled, CV_32FC3, 1.0 / 255);
    cv::cvtColor(scaled, lab, cv::COLOR_RGB2Lab);
    const cv::Scalar sum = cv::sum(lab);
    for (std::size_t channel = 0; channel < 3; ++channel)
        m_sum[channel] += sum[static_cast<int>(channel)];
    const std::size_t total = lab.total();
    for (std::size_t i = 0; i < std::min(m_perImage, total); ++i) {
        const std::size_t at = i * total / std::min(m_perImage, total);
        const cv::Vec3f color = lab.at<cv::Vec3f>(static_cast<int>(at) / lab.cols, static_cast<int>(at) % lab.cols);
        m_ab.push_back({color[1], color[2]});
    }
}

ColorSummary ColorLook::summary() const
{
    ColorSummary summary;
    for (std::size_t channel = 0; channel < 3 && m_pixels > 0; ++channel) {
        for (std::size_t value = 0; value < 256; ++value)
            summary.histogram[channel][value] = m_histogram[channel][value] / m_pixels;
        summary.meanLab[channel] = m_sum[channel] / m_pixels;
    }
    summary.ab = m_ab;
    return summary;
}

}
