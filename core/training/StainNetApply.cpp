#include "training/StainNetApply.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace isostain {

namespace {

/// Parts that an image is done in: small enough for the caches, large enough that halos cost little.
cv::Size partSize(const StainNetShape& shape)
{
    return shape.isPointwise() ? cv::Size(256, 1) : cv::Size(128, 128);
}

}

std::vector<float> StainNetApply::evaluate(std::span<const float> parameters, const TrainingImage& image)
{
    const auto pixels = image.pairs.size();
    std::vector<float> result(3 * pixels);
    const cv::Rect whole(0, 0, image.width, image.height);
    const int halo = m_shape.radius();
    const cv::Size step = partSize(m_shape);
    for (int y = 0; y < image.height; y += step.height)
        for (int x = 0; x < image.width; x += step.width) {
            const cv::Rect part = cv::Rect(x, y, step.width, step.height) & whole;
            const cv::Rect read = cv::Rect(part.x - halo, part.y - halo, part.width + 2 * halo, part.height + 2 * halo) & whole;
            const ColorPair* const first = image.pairs.data() + static_cast<std::ptrdiff_t>(read.y) * image.width + read.x;
            m_pass.evaluate(parameters, {first, image.width, read.width, read.height, 1}, m_part);
            for (int channel = 0; channel < 3; ++channel)
                for (int row = 0; row < part.height; ++row) {
                    const auto from =
                        m_part.begin() +
                        (static_cast<std::ptrdiff_t>(channel) * read.height + part.y - read.y + row) * read.width + part.x -
                        read.x;
                    std::copy(from, from + part.width,
                              result.begin() + static_cast<std::ptrdiff_t>(channel * pixels) +
                                  static_cast<std::ptrdiff_t>(part.y + row) * image.width + part.x);
                }
        }
    return result;
}

RgbImage StainNetApply::apply(std::span<const float> parameters, const TrainingImage& image)
{
    const std::vector<float> values = evaluate(parameters, image);
    RgbImage result = makeRgbImage(image.width, image.height);
    const std::size_t pixels = image.pairs.size();
    std::uint8_t* const bytes = result.pixels.ptr();
    for (std::size_t i = 0; i < pixels; ++i)
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const float scaled = values[channel * pixels + i] * 0.5f + 0.5f;
            bytes[3 * i + channel] = static_cast<std::uint8_t>((scaled > 0 ? std::min(scaled, 1.0f) : 0.0f) * 255.0f);
        }
    return result;
}

double StainNetApply::meanAbsoluteError(std::span<const float> parameters, const TrainingImage& image)
{
    const std::vector<float> values = evaluate(parameters, image);
    const std::size_t pixels = image.pairs.size();
    double sum = 0;
    for (std::size_t channel = 0; channel < 3; ++channel)
        for (std::size_t i = 0; i < pixels; ++i) {
            const auto level = static_cast<float>(image.pairs[i].target >> (16 - 8 * channel) & 0xFF);
            sum += static_cast<double>(std::abs(values[channel * pixels + i] - (level / 255.0f - 0.5f) * 2.0f));
        }
    return sum / static_cast<double>(3 * pixels);
}

Result<double> meanAbsoluteError(const StainNetShape& shape, std::span<const float> parameters, const TrainingImages& images,
                                 const JobControl& control)
{
    std::vector<double> errors(images.count());
    const auto newVisitor = [&]() -> ImageVisitor {
        return [&, network = std::make_shared<StainNetApply>(shape)](std::size_t i, const TrainingImage& image) -> Result<void> {
            errors[i] = network->meanAbsoluteError(parameters, image);
            return {};
        };
    };
    if (const auto visited = visitImages(images, newVisitor, control); !visited)
        return tl::unexpected(visited.error());
    double sum = 0;
    for (const double error : errors)
        sum += error;
    return sum / static_cast<double>(std::max<std::size_t>(1, images.count()));
}

}
