#include "training/DistillationQuality.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "evaluation/Metrics.h"
#include "image/Guarded.h"
#include "training/StainNetApply.h"

namespace isostain {

namespace {

constexpr double ImageQuality::*kPlainMeans[] = {&ImageQuality::loss, &ImageQuality::ssim, &ImageQuality::ssimSource,
                                                 &ImageQuality::ssimUntouched};
constexpr double ImageQuality::*kFiniteMeans[] = {&ImageQuality::psnr, &ImageQuality::psnrUntouched};

RgbImage asImage(const TrainingImage& image, std::uint32_t ColorPair::*side)
{
    RgbImage result = makeRgbImage(image.width, image.height);
    std::uint8_t* bytes = result.pixels.ptr();
    for (const ColorPair& pair : image.pairs)
        for (const int shift : {16, 8, 0})
            *bytes++ = static_cast<std::uint8_t>(pair.*side >> shift & 0xFF);
    return result;
}

Result<ImageQuality> qualityOf(StainNetApply& network, std::span<const float> parameters, const TrainingImage& image)
{
    ImageQuality quality;
    quality.name = image.name;
    quality.loss = network.meanAbsoluteError(parameters, image);
    const RgbImage result = network.apply(parameters, image);
    const RgbImage source = asImage(image, &ColorPair::source);
    const RgbImage target = asImage(image, &ColorPair::target);
    const std::pair<double*, Result<double>> metrics[] = {
        {&quality.psnr, psnrTarget(result, target)},          {&quality.ssim, ssimTarget(result, target)},
        {&quality.ssimSource, ssimSource(result, source)},    {&quality.psnrUntouched, psnrTarget(source, target)},
        {&quality.ssimUntouched, ssimTarget(source, target)},
    };
    for (const auto& [place, value] : metrics) {
        if (!value)
            return tl::unexpected(value.error());
        *place = *value;
    }
    return quality;
}

double meanOf(const std::vector<ImageQuality>& images, double ImageQuality::*value)
{
    double sum = 0;
    double count = 0;
    for (const ImageQuality& image : images)
        if (std::isfinite(image.*value)) {
            sum += image.*value;
            ++count;
        }
    return count > 0 ? sum / count : std::numeric_limits<double>::infinity();
}

}

Result<DistillationQuality> measureQuality(const StainNetWeights& weights, const TrainingImages& images,
                                           const JobControl& control)
{
    const auto shape = shapeOfStainNet(weights);
    if (!shape)
        return tl::unexpected(shape.error());
    const std::vector<float> parameters = flattened(weights);
    return guarded("the measurement", [&]() -> Result<DistillationQuality> {
        DistillationQuality quality;
        quality.images.resize(images.count());
        const auto newVisitor = [&]() -> ImageVisitor {
            return [&, network = std::make_shared<StainNetApply>(*shape)](std::size_t i, const TrainingImage& image) {
                return qualityOf(*network, parameters, image).map([&](ImageQuality&& measured) {
                    quality.images[i] = std::move(measured);
                });
            };
        };
        if (const auto visited = visitImages(images, newVisitor, control); !visited)
            return tl::unexpected(visited.error());
        if (quality.images.empty())
            return quality;
        for (const auto value : kPlainMeans)
            quality.mean.*value = meanOf(quality.images, value);
        for (const auto value : kFiniteMeans)
            quality.mean.*value = meanOf(quality.images, value);
        return quality;
    });
}

}
