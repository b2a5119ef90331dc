// Building and applying color tables, beside a memcpy of the same pixels. One `name value unit` per line; each value is the
// best of several runs.

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <string>

#include <opencv2/imgproc.hpp>

#include "base/Parallel.h"
#include "bench/Measure.h"
#include "color/ColorGamut.h"
#include "color/ColorTable.h"
#include "color/Reinhard.h"
#include "color/StainSeparation.h"
#include "color/StainViewMap.h"
#include "color/TableLookup.h"
#include "color/TrustOverlay.h"
#include "color/WhiteKept.h"
#include "image/ImageFile.h"
#include "nn/StainNetEvaluate.h"
#include "nn/StainNetMap.h"
#include "support/ReferenceNetwork.h"
#include "support/TestData.h"

using namespace isostain;
using bench::bestSeconds;
using bench::print;

namespace {

class PortableMap : public ColorMap {
public:
    explicit PortableMap(StainNetWeights weights) : m_weights(std::move(weights)) {}
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        evaluateStainNet(m_weights, source, target, count, SimdLevel::Portable);
    }

private:
    StainNetWeights m_weights;
};

/// Smooth stain concentrations turned into H&E colors by Beer-Lambert's law, with the noise of a camera.
BgrxImage generatedTissue(int size)
{
    cv::RNG random(11);
    const auto concentration = [&](int cells, double sharpness) {
        cv::Mat coarse(cells, cells, CV_32F), fine;
        random.fill(coarse, cv::RNG::NORMAL, 0, sharpness);
        cv::resize(coarse, fine, cv::Size(size, size), 0, 0, cv::INTER_CUBIC);
        return fine;
    };
    const cv::Mat hematoxylin = concentration(size / 12, 0.5), eosin = concentration(size / 60, 0.4);
    cv::Mat pixels(size, size, CV_8UC4), noise(size, size, CV_32FC3);
    random.fill(noise, cv::RNG::NORMAL, 0, 2);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const float h = std::max(0.0f, hematoxylin.at<float>(y, x) + 0.2f);
            const float e = std::max(0.0f, eosin.at<float>(y, x) + 0.4f);
            const auto& n = noise.at<cv::Vec3f>(y, x);
            const auto level = [](float density, float grain) {
                return cv::saturate_cast<uchar>(245.0f * std::exp(-density) + grain);
            };
            pixels.at<cv::Vec4b>(y, x) = {level(0.29f * h + 0.11f * e, n[0]), level(0.70f * h + 0.99f * e, n[1]),
                                          level(0.65f * h + 0.07f * e, n[2]), 255};
        }
    return BgrxImage{pixels};
}

BgrxImage tiled(const BgrxImage& image, int size)
{
    cv::Mat large;
    cv::repeat(image.pixels, size / image.height() + 1, size / image.width() + 1, large);
    return BgrxImage{large(cv::Rect(0, 0, size, size)).clone()};
}

/// Runs a loop over the rows of an image on some threads.
double megapixelsPerSecond(const BgrxImage& image, unsigned threads, const std::function<void(int)>& row)
{
    constexpr int kBand = 64;
    const auto bands = static_cast<std::size_t>(image.height() / kBand);
    const double seconds = bestSeconds(7, [&] {
        parallelFor(bands, [&](std::size_t band) {
            for (int y = static_cast<int>(band) * kBand; y < static_cast<int>(band + 1) * kBand; ++y)
                row(y);
        }, threads);
    });
    return static_cast<double>(image.pixels.total()) / seconds / 1e6;
}

void measureBuild(const ColorMap& map, const std::string& form, unsigned threads)
{
    JobControl control;
    control.threads = threads;
    print("table_build_" + form + "_" + std::to_string(threads) + "_threads",
          bestSeconds(5, [&] { ColorTable::compile(map, control).value(); }), "s");
}

/// The methods fitted to generated tissue, with what a profile may put around them.
void measureBuilds(const BgrxImage& image, unsigned threads)
{
    const ColorCounts pixels = countColors(std::span(image.row(0), image.pixels.total()));
    StainStatistics source;
    source.stains = macenkoStainMatrix(publishedTissue(pixels)).value();
    source.maximum = maximumAmounts(pixels, source.stains);
    const auto macenko = std::make_shared<StainScalingMap>(source, publishedHematoxylinEosinReference());
    const LabStatistics lab = labStatistics(pixels);
    measureBuild(*macenko, "macenko", threads);
    measureBuild(ReinhardMap(lab, {{60, 20, -10}, {15, 8, 8}}), "reinhard", threads);
    measureBuild(*WhiteKeptMap::create(macenko, {glassColor(pixels)}).value(), "macenko_white_kept", threads);
    measureBuild(StainViewMap(source.stains, StainView::Eosin), "stain_view", threads);

    JobControl control;
    control.threads = threads;
    const ColorGamut gamut = ColorGamut::of(pixels);
    const ColorTablePtr table = ColorTable::compile(*macenko, gamut, control).value();
    print("table_build_trust_overlay_" + std::to_string(threads) + "_threads",
          bestSeconds(5, [&] { trustOverlay(*table, control).value(); }), "s");
}

void measureApply(const ColorTable& table, const std::string& pixels, const BgrxImage& source, unsigned threads)
{
    const std::string suffix = "_" + pixels + "_" + std::to_string(threads) + "_threads";
    const auto width = static_cast<std::size_t>(source.width());
    BgrxImage target = makeBgrxImage(source.width(), source.height());
    print("memcpy" + suffix, megapixelsPerSecond(source, threads, [&](int y) {
        std::memcpy(target.row(y), source.row(y), width * sizeof(std::uint32_t));
    }), "Mpx/s");

    const RgbImage rgbSource = toRgb(source);
    RgbImage rgbTarget = makeRgbImage(source.width(), source.height());
    for (const SimdLevel level : {SimdLevel::Portable, bestSimdLevel()}) {
        const std::string form = level == SimdLevel::Portable ? "portable" : "simd";
        print("apply_bgrx_" + form + suffix, megapixelsPerSecond(source, threads, [&](int y) {
            lookUpBgrx(table.entries(), source.row(y), target.row(y), width, level);
        }), "Mpx/s");
        print("apply_rgb_" + form + suffix, megapixelsPerSecond(source, threads, [&](int y) {
            lookUpRgb(table.entries(), rgbSource.pixels.ptr(y), rgbTarget.pixels.ptr(y), width, level);
        }), "Mpx/s");
    }
}

}

int main()
{
    const StainNetWeights weights = test::generatedStainNet({3, 32, 32, 3}, 7);
    const auto network = StainNetMap::create(weights, "generated").value();
    for (const unsigned threads : {1u, 2u}) {
        measureBuild(*network, "simd", threads);
        measureBuild(PortableMap(weights), "portable", threads);
    }

    const BgrxImage sample = generatedTissue(1024);
    for (const unsigned threads : {1u, 2u})
        measureBuilds(sample, threads);

    constexpr int kSize = 4096;
    const ColorTablePtr table = ColorTable::compile(*network).value();
    const BgrxImage generated = generatedTissue(kSize);
    for (const unsigned threads : {1u, 2u})
        measureApply(*table, "generated", generated, threads);
    if (const auto path = test::sharedFile("reference/golden/a03.png"))
        if (const auto real = readImage(*path))
            for (const unsigned threads : {1u, 2u})
                measureApply(*table, "a03", tiled(toBgrx(*real), kSize), threads);
    return 0;
}
