#include "training/DistillationQuality.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "base/Parallel.h"
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
        const std::size_t threads = threadCount(control.threads);
        DistillationQuality quality;
        quality.images.resize(images.count());
        std::vector<std::optional<Error>> failures(threads);
        const bool all = parallelFor(
            threads,
            [&](std::size_t thread) {
                StainNetApply network(*shape);
                for (std::size_t i = thread; i < images.count() && !failures[thread] && !control.stopRequested();
                     i += threads) {
                    auto measured =
                        images.image(i).and_then([&](const auto& image) { return qualityOf(network, parameters, *image); });
                    if (measured)
                        quality.images[i] = std::move(*measured);
                    else
                        failures[thread] = measured.error();
                }
            },
            control.threads, control.stop);
        for (const auto& failure : failures)
            if (failure)
                return tl::unexpected(*failure);
        if (!all || control.stopRequested())
            return fail(ErrorCode::Cancelled);
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
