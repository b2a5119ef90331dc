#include "normalize/SlideStatisticsJson.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <nlohmann/json.hpp>

#include "normalize/WeightsJson.h"

namespace isostain {

using nlohmann::json;

namespace {

constexpr std::size_t kSha256Digits = 64;
constexpr std::uint64_t kMostLevels = 64;
constexpr std::uint64_t kMostSamples = 1'000'000;

/// Statistics that no sampling can have made; caught where parsing began.
struct BadStatistics {
    const char* detail;
};

void require(bool isGood, const char* detail)
{
    if (!isGood)
        throw BadStatistics{detail};
}

int smallNumber(const json& number, std::uint64_t most)
{
    require(number.is_number_unsigned() && number.get<std::uint64_t>() <= most, "a number is out of range");
    return number.get<int>();
}

NormStatistics layerFrom(const json& object)
{
    const NormStatistics layer{floatsFromJson(object.at("mean")), floatsFromJson(object.at("variance"))};
    const auto isFinite = [](float value) {
        return std::isfinite(value);
    };
    require(layer.mean.size() == layer.variance.size(), "a layer has not as many means as variances");
    require(std::all_of(layer.mean.begin(), layer.mean.end(), isFinite) &&
                std::all_of(layer.variance.begin(), layer.variance.end(), isFinite),
            "a number is not finite");
    require(std::all_of(layer.variance.begin(), layer.variance.end(), [](float value) { return value >= 0; }),
            "a variance is negative");
    return layer;
}

SlideStatistics slideFrom(const json& object)
{
    SlideStatistics slide;
    slide.slideSha256 = object.at("slide").get<std::string>();
    require(slide.slideSha256.size() == kSha256Digits &&
                slide.slideSha256.find_first_not_of("0123456789abcdef") == std::string::npos,
            "the slide is not named by a SHA-256");
    FrozenStatistics& statistics = slide.statistics;
    statistics.level = smallNumber(object.at("level"), kMostLevels);
    statistics.samples = smallNumber(object.at("samples"), kMostSamples);
    require(object.at("seed").is_number_unsigned(), "the seed is out of range");
    statistics.seed = object.at("seed").get<std::uint64_t>();
    if (object.contains("mpp")) {
        statistics.mpp = object.at("mpp").get<double>();
        require(std::isfinite(*statistics.mpp) && *statistics.mpp > 0, "mpp is not a size");
    }
    for (const json& layer : object.at("layers"))
        statistics.layers.push_back(layerFrom(layer));
    return slide;
}

std::string slideToJson(const SlideStatistics& slide)
{
    const FrozenStatistics& statistics = slide.statistics;
    std::string text = "{\"slide\": " + json(slide.slideSha256).dump() + ", \"level\": " + std::to_string(statistics.level) +
                       (statistics.mpp ? ", \"mpp\": " + json(*statistics.mpp).dump() : "") +
                       ", \"seed\": " + std::to_string(statistics.seed) +
                       ", \"samples\": " + std::to_string(statistics.samples) + ", \"layers\": [";
    const char* separator = "\n";
    for (const NormStatistics& layer : statistics.layers) {
        text += separator;
        text += "      {\"mean\": " + floatsToJson(layer.mean) + ", \"variance\": " + floatsToJson(layer.variance) + "}";
        separator = ",\n";
    }
    return text + "]}";
}

}

std::string slideStatisticsToJson(const std::vector<SlideStatistics>& list)
{
    std::string text = "[";
    const char* separator = "\n    ";
    for (const SlideStatistics& slide : list) {
        text += separator + slideToJson(slide);
        separator = ",\n    ";
    }
    return text + "\n  ]";
}

Result<std::vector<SlideStatistics>> slideStatisticsFromJson(const json& list, const std::string& subject)
{
    try {
        require(list.is_array(), "they are not a list");
        std::vector<SlideStatistics> slides;
        for (const json& object : list)
            slides.push_back(slideFrom(object));
        return slides;
    } catch (const BadStatistics& bad) {
        return fail(ErrorCode::ProfileInvalid, subject, std::string("frozen statistics: ") + bad.detail);
    } catch (const json::exception&) {
        return fail(ErrorCode::ProfileInvalid, subject, "frozen statistics: a part is missing or of the wrong type");
    }
}

}
