// Applying every fitted pointwise method to 100 million pixels of real tissue (generated where it is absent), beside a memcpy
// of the same pixels on as many threads. One `name value unit` per line; each value is the best of several runs.

#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "Measure.h"
#include "base/Parallel.h"
#include "color/ColorTable.h"
#include "color/GlassColor.h"
#include "color/Reinhard.h"
#include "color/StainSeparation.h"
#include "color/WhiteKept.h"
#include "demo/Tissue.h"
#include "image/ImageFile.h"
#include "nn/StainNetMap.h"
#include "support/ReferenceNetwork.h"
#include "support/TestData.h"

using namespace isostain;
using bench::bestSeconds;
using bench::print;

namespace {

constexpr int kSide = 10000;
constexpr int kBand = 50;
constexpr unsigned kThreads = 2;

BgrxImage tissue()
{
    if (const auto path = test::sharedFile("reference/golden/a03.png"))
        if (const auto image = readImage(*path))
            return toBgrx(*image);
    return demo::TissueGenerator({}).render({3000, 2500, 1024, 1024}, demo::ScannerId::A);
}

StainStatistics separated(const ColorCounts& pixels, const StainMatrix& stains)
{
    return {stains, maximumAmounts(pixels, stains)};
}

using Method = std::pair<std::string, std::shared_ptr<const ColorMap>>;

std::vector<Method> fittedMethods(const BgrxImage& image)
{
    const ColorCounts pixels = countColors(std::span(image.row(0), image.pixels.total()));
    const ColorCounts stained = publishedTissue(pixels);
    const StainStatistics target = publishedHematoxylinEosinReference();
    const auto scaling = [&](const StainMatrix& stains) {
        return std::make_shared<StainScalingMap>(separated(pixels, stains), target);
    };
    const auto macenko = scaling(macenkoStainMatrix(stained).value());
    const LabStatistics lab{{65, 20, -12}, {14, 8, 7}};
    return {{"reinhard", std::make_shared<ReinhardMap>(labStatistics(pixels), lab)},
            {"ruifrok", scaling(ruifrokStainMatrix())},
            {"macenko", macenko},
            {"macenko_white_kept", WhiteKeptMap::create(macenko, {glassColor(pixels)}).value()},
            {"vahadane", scaling(vahadaneStainMatrix(stained).value())},
            {"stainnet", StainNetMap::create(test::generatedStainNet({3, 32, 32, 3}, 7), "generated").value()}};
}

double megapixelsPerSecond(const std::function<void(int)>& row)
{
    const double seconds = bestSeconds(5, [&] {
        parallelFor(kSide / kBand, [&](std::size_t band) {
            for (int y = static_cast<int>(band) * kBand; y < static_cast<int>(band + 1) * kBand; ++y)
                row(y);
        }, kThreads);
    });
    return static_cast<double>(kSide) * kSide / seconds / 1e6;
}

}

int main()
{
    const BgrxImage image = tissue();
    BgrxImage source = makeBgrxImage(kSide, kSide);
    BgrxImage target = makeBgrxImage(kSide, kSide, 0);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            source.row(y)[x] = image.row(y % image.height())[x % image.width()];

    const double copied = megapixelsPerSecond(
        [&](int y) { std::memcpy(target.row(y), source.row(y), static_cast<std::size_t>(kSide) * sizeof(std::uint32_t)); });
    print("memcpy_2_threads", copied, "Mpx/s");
    for (const auto& [name, map] : fittedMethods(image)) {
        const ColorTablePtr table = ColorTable::compile(*map).value();
        const double applied =
            megapixelsPerSecond([&](int y) { table->apply(source.row(y), target.row(y), static_cast<std::size_t>(kSide)); });
        print("apply_" + name + "_2_threads", applied, "Mpx/s");
        print("apply_" + name + "_of_memcpy", applied / copied, "ratio");
    }
    return 0;
}
