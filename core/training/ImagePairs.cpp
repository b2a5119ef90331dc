#include "training/ImagePairs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "evaluation/Metrics.h"
#include "nn/StainNetMap.h"

namespace isostain {

namespace {

void appendPixel(std::vector<std::uint8_t>& pixels, const RgbImage& image, std::size_t index)
{
    const auto width = static_cast<std::size_t>(image.width());
    const std::uint8_t* pixel = image.pixels.ptr<std::uint8_t>(static_cast<int>(index / width)) + 3 * (index % width);
    pixels.insert(pixels.end(), pixel, pixel + 3);
}

/// The mean of what is finite: identical images have an infinite PSNR, which is left out.
class FiniteMean {
public:
    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        m_sum += value;
        ++m_count;
    }
    /// Infinity where nothing finite was added.
    double value() const { return m_count > 0 ? m_sum / m_count : std::numeric_limits<double>::infinity(); }

private:
    double m_sum = 0;
    int m_count = 0;
};

RgbImage applied(const StainNetMap& map, const RgbImage& image)
{
    BgrxImage result = toBgrx(image);
    for (int y = 0; y < result.height(); ++y) {
        std::uint32_t* row = result.row(y);
        map.map(row, row, static_cast<std::size_t>(result.width()));
    }
    return toRgb(result);
}

}

Result<PixelPairs> readPixels(std::span<const ImagePair> pairs, std::size_t mostPixels, std::uint32_t seed,
                              const JobControl& control)
{
    PixelPairs pixels;
    std::mt19937 random(seed);
    const std::size_t share = std::max<std::size_t>(1, mostPixels / std::max<std::size_t>(1, pairs.size()));
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled, pairs[i].source.string());
        const auto loaded = readPair(pairs[i]);
        if (!loaded)
            return tl::unexpected(loaded.error());
        const std::size_t total = loaded->source.pixels.total();
        for (std::size_t k = 0; k < std::min(share, total); ++k) {
            const std::size_t index = total <= share ? k : random() % total;
            appendPixel(pixels.source, loaded->source, index);
            appendPixel(pixels.teacher, loaded->target, index);
        }
        control.report(i + 1, pairs.size());
    }
    return pixels;
}

Result<DistillationQuality> measureQuality(const StainNetWeights& weights, std::span<const ImagePair> pairs,
                                           const JobControl& control)
{
    const auto map = StainNetMap::create(weights, "the trained network");
    if (!map)
        return tl::unexpected(map.error());
    DistillationQuality sum;
    FiniteMean meanPsnr;
    FiniteMean meanPsnrUntouched;
    for (const ImagePair& pair : pairs) {
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled, pair.source.string());
        const auto loaded = readPair(pair);
        if (!loaded)
            return tl::unexpected(loaded.error());
        const RgbImage result = applied(**map, loaded->source);
        const auto psnr = psnrTarget(result, loaded->target);
        const auto psnrUntouched = psnrTarget(loaded->source, loaded->target);
        const auto ssim = ssimTarget(result, loaded->target);
        const auto ssimUntouched = ssimTarget(loaded->source, loaded->target);
        for (const auto* metric : {&psnr, &psnrUntouched, &ssim, &ssimUntouched})
            if (!*metric)
                return tl::unexpected(metric->error());
        sum.images += 1;
        sum.loss += cv::norm(result.pixels, loaded->target.pixels, cv::NORM_L1) /
                    (127.5 * 3 * static_cast<double>(result.pixels.total()));
        meanPsnr.add(*psnr);
        meanPsnrUntouched.add(*psnrUntouched);
        sum.ssim += *ssim;
        sum.ssimUntouched += *ssimUntouched;
    }
    if (sum.images == 0)
        return sum;
    sum.psnr = meanPsnr.value();
    sum.psnrUntouched = meanPsnrUntouched.value();
    for (double* value : {&sum.loss, &sum.ssim, &sum.ssimUntouched})
        *value /= static_cast<double>(sum.images);
    return sum;
}

}
