// Every fitted pointwise method on the aligned pairs of two scanners (../shared, skipped where absent): PSNR Target, SSIM
// Target and SSIM Source of the source normalized to the target scanner's image of the same case and of the next one; seconds
// per fit.

#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "Measure.h"
#include "color/Khan.h"
#include "color/Reinhard.h"
#include "color/StainSeparation.h"
#include "evaluation/Metrics.h"
#include "image/ImageFile.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::bench;

namespace {

struct Pair {
    RgbImage source;
    RgbImage target;
};

using Fit = std::function<std::unique_ptr<ColorMap>(const ColorCounts& source, const ColorCounts& target)>;
struct Method {
    const char* name;
    Fit fit;
};

std::unique_ptr<ColorMap> fitReinhard(const ColorCounts& source, const ColorCounts& target)
{
    return std::make_unique<ReinhardMap>(labStatistics(source), labStatistics(target));
}

template <typename Estimator>
std::unique_ptr<ColorMap> fitScaling(const ColorCounts& source, const ColorCounts& target, Estimator estimate)
{
    const auto statistics = [&](const ColorCounts& colors) {
        const StainMatrix stains = estimate(publishedTissue(colors)).value();
        return StainStatistics{stains, maximumAmounts(colors, stains)};
    };
    return std::make_unique<StainScalingMap>(statistics(source), statistics(target));
}

std::unique_ptr<ColorMap> fitKhan(const ColorCounts& source, const ColorCounts& target)
{
    return std::make_unique<KhanMap>(khanStatistics(source).value(), khanStatistics(target).value());
}

std::unique_ptr<ColorMap> fitKhanOnTissue(const ColorCounts& source, const ColorCounts& target)
{
    return fitKhan(publishedTissue(source), publishedTissue(target));
}

RgbImage applied(const ColorMap& map, const RgbImage& image)
{
    BgrxImage words = toBgrx(image);
    for (int y = 0; y < words.height(); ++y)
        map.map(words.row(y), words.row(y), static_cast<std::size_t>(words.width()));
    return toRgb(words);
}

void report(const std::string& name, const std::vector<double>& values, const char* unit)
{
    double mean = 0;
    for (const double value : values)
        mean += value / static_cast<double>(values.size());
    double variance = 0;
    for (const double value : values)
        variance += (value - mean) * (value - mean) / static_cast<double>(values.size());
    print(name + ".mean", mean, unit);
    print(name + ".deviation", std::sqrt(variance), unit);
}

/// The target of case i is that of case i + `shift`.
void evaluate(const Method& method, const std::vector<Pair>& pairs, std::size_t shift, const std::string& suffix)
{
    std::vector<double> psnr, ssim, structure;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Pair& pair = pairs[i];
        const auto map = method.fit(countColors(pair.source), countColors(pairs[(i + shift) % pairs.size()].target));
        const RgbImage result = applied(*map, pair.source);
        psnr.push_back(psnrTarget(result, pair.target).value());
        ssim.push_back(ssimTarget(result, pair.target).value());
        structure.push_back(ssimSource(result, pair.source).value());
    }
    report(method.name + suffix + ".psnr_target", psnr, "dB");
    report(method.name + suffix + ".ssim_target", ssim, "1");
    report(method.name + suffix + ".ssim_source", structure, "1");
}

}

int main()
{
    std::vector<Pair> pairs;
    for (const char* name : {"03", "04", "05", "07", "10"}) {
        const auto path = [&](const char* scanner) {
            return test::sharedFile(std::string("data/pairs/mitos-atypia-x40/") + scanner + name + "_1216x960.png");
        };
        if (path("A") && path("H"))
            pairs.push_back({readImage(*path("A")).value(), readImage(*path("H")).value()});
    }
    if (pairs.size() < 2) {
        std::printf("the shared test data is not there (set ISOSTAIN_TEST_DATA)\n");
        return 0;
    }
    const Method methods[] = {
        {"reinhard", fitReinhard},
        {"macenko",
         [](const auto& source, const auto& target) {
             return fitScaling(source, target, macenkoStainMatrix);
         }},
        {"vahadane",
         [](const auto& source, const auto& target) {
             return fitScaling(source, target, vahadaneStainMatrix);
         }},
        {"khan", fitKhan},
        {"khan_on_tissue", fitKhanOnTissue},
    };
    const ColorCounts source = countColors(pairs[0].source);
    const ColorCounts target = countColors(pairs[0].target);
    for (const Method& method : methods) {
        evaluate(method, pairs, 0, ".same_case");
        evaluate(method, pairs, 1, ".other_case");
        print(std::string(method.name) + ".fit", bestSeconds(3, [&] { method.fit(source, target); }), "s");
    }
    print("distinct_colors", static_cast<double>(source.size() + target.size()), "colors");
    return 0;
}
