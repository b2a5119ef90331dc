#include "training/ClassifierTests.h"

#include <algorithm>
#include <utility>

#include "inference/InferenceModule.h"
#include "normalize/NetworkTiles.h"
#include "normalize/Normalizer.h"

namespace isostain {

namespace {

Result<ColorSample> sampleOf(const LabelledImages& images, const JobControl& control)
{
    constexpr std::size_t kMostSampled = 256;
    const std::size_t count = std::min(kMostSampled, images.images.size());
    ColorSample sample;
    for (std::size_t i = 0; i < count; ++i) {
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled);
        const auto pixels = pixelsOf(images.images[i * images.images.size() / count]);
        if (!pixels)
            return tl::unexpected(pixels.error());
        sample = i == 0 ? sampleImage(*pixels) : merged(sample, sampleImage(*pixels));
    }
    return sample;
}

Result<ImageChange> throughTable(StainProfile profile, const LabelledImages& images, const JobControl& control)
{
    ColorSample sample;
    if (isFitted(profile.method)) {
        auto sampled = sampleOf(images, control);
        if (!sampled)
            return tl::unexpected(sampled.error());
        sample = *std::move(sampled);
    }
    const auto normalizer = makeNormalizer(std::move(profile), sample, NormalizerForm::Published, control);
    if (!normalizer)
        return tl::unexpected(normalizer.error());
    return [table = (*normalizer)->table](const RgbImage& image) -> Result<RgbImage> {
        return table->apply(image);
    };
}

Result<ImageChange> throughSpatial(const StainProfile& profile, const std::stop_token& stop)
{
    const auto network = loadNetwork(profile, loadNetworkBackend, profile.name);
    if (!network)
        return tl::unexpected(network.error());
    return [network = *network, stop](const RgbImage& image) {
        return normalizeAsPublished(*network, image, stop);
    };
}

}

Result<ImageChange> normalizerOf(const NamedNormalizer& normalizer, const LabelledImages& images, const JobControl& control)
{
    auto profile = readStainProfile(normalizer.file);
    if (!profile)
        return tl::unexpected(profile.error());
    if (isSpatial(*profile))
        return throughSpatial(*profile, control.stop);
    return throughTable(*std::move(profile), images, control);
}

}
