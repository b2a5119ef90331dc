#include "training/StainGanSamples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "evaluation/Metrics.h"
#include "image/Guarded.h"
#include "image/ImageFile.h"

namespace isostain {

namespace {

constexpr std::size_t kPreviewImages = 4;

RgbImage cut(const RgbImage& image, int left, int top, int width, int height)
{
    return {image.pixels(cv::Rect(left, top, width, height)).clone()};
}

RgbImage cutToMultiplesOf4(const RgbImage& image)
{
    return cut(image, 0, 0, image.width() / 4 * 4, image.height() / 4 * 4);
}

struct PairScore {
    double psnr = 0, psnrUntouched = 0, ssim = 0, ssimUntouched = 0;
};

Result<PairScore> scoreOf(StainGanModel& model, const ImagePair& pair)
{
    const auto source = readImage(pair.source).map(cutToMultiplesOf4);
    const auto target = readImage(pair.target).map(cutToMultiplesOf4);
    for (const auto* image : {&source, &target})
        if (!*image)
            return tl::unexpected(image->error());
    if (std::min(source->width(), source->height()) < kSmallestStainGanTest)
        return fail(ErrorCode::TrainingDataInvalid, pair.source.string(), "it is under 16 pixels wide or high");
    const auto result = model.translate(StainGanDirection::ToTarget, *source);
    if (!result)
        return tl::unexpected(result.error());
    const std::array scores = {psnrTarget(*result, *target), psnrTarget(*source, *target), ssimTarget(*result, *target),
                               ssimTarget(*source, *target)};
    for (const auto& score : scores)
        if (!score)
            return tl::unexpected(score.error());
    return PairScore{*scores[0], *scores[1], *scores[2], *scores[3]};
}

/// The mean of what is finite, infinity where nothing is.
class FiniteMean {
public:
    void add(double value)
    {
        if (std::isfinite(value)) {
            m_sum += value;
            ++m_count;
        }
    }
    double value() const { return m_count > 0 ? m_sum / m_count : std::numeric_limits<double>::infinity(); }

private:
    double m_sum = 0;
    int m_count = 0;
};

}

Result<StainGanQuality> stainGanQuality(StainGanModel& model, std::span<const ImagePair> pairs, const std::stop_token& stop)
{
    FiniteMean psnr, psnrUntouched, ssim, ssimUntouched;
    for (const ImagePair& pair : pairs) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, pair.source.string());
        const auto score = guarded(pair.source.string(), [&] { return scoreOf(model, pair); });
        if (!score)
            return tl::unexpected(score.error());
        psnr.add(score->psnr);
        psnrUntouched.add(score->psnrUntouched);
        ssim.add(score->ssim);
        ssimUntouched.add(score->ssimUntouched);
    }
    return StainGanQuality{pairs.size(), psnr.value(), psnrUntouched.value(), ssim.value(), ssimUntouched.value()};
}

Result<RgbImage> stainGanPreview(StainGanModel& model, StainGanDirection direction, const UnpairedImages& images, int crop)
{
    const std::size_t count = std::min(kPreviewImages, images.count());
    RgbImage preview = makeRgbImage(crop * static_cast<int>(count), 2 * crop);
    for (std::size_t i = 0; i < count; ++i) {
        const auto image = images.image(i);
        if (!image)
            return tl::unexpected(image.error());
        const RgbImage part = cut(*image, (image->width() - crop) / 2, (image->height() - crop) / 2, crop, crop);
        auto result = model.translate(direction, part);
        if (!result)
            return result;
        const int left = crop * static_cast<int>(i);
        part.pixels.copyTo(preview.pixels(cv::Rect(left, 0, crop, crop)));
        result->pixels.copyTo(preview.pixels(cv::Rect(left, crop, crop, crop)));
    }
    return preview;
}

}
