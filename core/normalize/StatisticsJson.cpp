#include "normalize/StatisticsJson.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "normalize/ProfileNames.h"

namespace isostain {

using nlohmann::json;

namespace {

constexpr double kUnitTolerance = 1e-6;

/// Numbers that no fit can have made; caught where parsing began.
struct BadStatistics {
    std::string detail;
};

template <std::size_t Count>
std::array<double, Count> numbers(const json& list)
{
    if (!list.is_array() || list.size() != Count)
        throw BadStatistics{"statistics: a list has the wrong length"};
    std::array<double, Count> values{};
    for (std::size_t i = 0; i < Count; ++i) {
        values[i] = list[i].get<double>();
        if (!std::isfinite(values[i]))
            throw BadStatistics{"statistics: a number is not finite"};
    }
    return values;
}

void requireNonNegative(double value)
{
    if (value < 0)
        throw BadStatistics{"statistics: a number that cannot be negative is"};
}

StainMatrix stainsFrom(const json& rows)
{
    if (!rows.is_array() || rows.size() != 2)
        throw BadStatistics{"statistics: there are not two stains"};
    StainMatrix stains{};
    for (std::size_t i = 0; i < 2; ++i) {
        stains[i] = numbers<3>(rows[i]);
        const double length = std::hypot(stains[i][0], stains[i][1], stains[i][2]);
        if (std::abs(length - 1) > kUnitTolerance)
            throw BadStatistics{"statistics: a stain is not of unit length"};
    }
    return stains;
}

LabStatistics labFrom(const json& lab)
{
    const LabStatistics statistics{numbers<3>(lab.at("mean")), numbers<3>(lab.at("deviation"))};
    for (const double deviation : statistics.deviation)
        requireNonNegative(deviation);
    return statistics;
}

StainStatistics stainStatisticsFrom(const json& object)
{
    const StainStatistics statistics{stainsFrom(object.at("stains")), numbers<2>(object.at("maximum"))};
    for (const double maximum : statistics.maximum)
        requireNonNegative(maximum);
    return statistics;
}

KhanStatistics khanFrom(const json& object)
{
    const KhanStatistics statistics{stainsFrom(object.at("stains")), numbers<3>(object.at("glass")), numbers<2>(object.at("mean")),
                                    numbers<2>(object.at("maximum"))};
    for (const double density : statistics.glass)
        requireNonNegative(density);
    for (std::size_t stain = 0; stain < 2; ++stain) {
        requireNonNegative(statistics.mean[stain]);
        requireNonNegative(statistics.maximum[stain]);
    }
    return statistics;
}

struct ToJson {
    json operator()(const LabStatistics& lab) const { return {{"lab", {{"mean", lab.mean}, {"deviation", lab.deviation}}}}; }
    json operator()(const KhanStatistics& khan) const
    {
        return {{"stains", khan.stains}, {"glass", khan.glass}, {"mean", khan.mean}, {"maximum", khan.maximum}};
    }
    json operator()(const StainStatistics& stains) const { return {{"stains", stains.stains}, {"maximum", stains.maximum}}; }
};

template <typename Enum>
Enum choice(const json& object, const char* key, std::span<const NamedValue<Enum>> rows, Enum published)
{
    const auto found = object.find(key);
    if (found == object.end())
        return published;
    const auto value = valueOf(rows, found->template get<std::string>());
    if (!value)
        throw Error{ErrorCode::ProfileTooNew, {}, std::string("it uses a choice of \"") + key + "\" that this version does not know"};
    return *value;
}

}

json statisticsToJson(const FittedStatistics& statistics)
{
    return std::visit(ToJson(), statistics);
}

Result<FittedStatistics> statisticsFromJson(const json& object, NormalizationMethod method, const std::string& subject)
{
    try {
        if (method == NormalizationMethod::Reinhard)
            return labFrom(object.at("lab"));
        if (method == NormalizationMethod::Khan)
            return khanFrom(object);
        return stainStatisticsFrom(object);
    } catch (const BadStatistics& bad) {
        return fail(ErrorCode::ProfileInvalid, subject, bad.detail);
    } catch (const json::exception&) {
        return fail(ErrorCode::ProfileInvalid, subject, "statistics: a part is missing or of the wrong type");
    }
}

json optionsToJson(const MethodOptions& options)
{
    json object = {{"mask", named(options.mask).key}, {"white", named(options.white).key}};
    if (options.stainVectors)
        object["stainVectors"] = *options.stainVectors;
    return object;
}

Result<MethodOptions> optionsFromJson(const json& object, const std::string& subject)
{
    try {
        if (!object.is_object())
            return fail(ErrorCode::ProfileInvalid, subject, "options: they are of the wrong type");
        MethodOptions options;
        options.mask = choice(object, "mask", fitMasks(), options.mask);
        options.white = choice(object, "white", whiteTreatments(), options.white);
        if (object.contains("stainVectors"))
            options.stainVectors = stainsFrom(object.at("stainVectors"));
        return options;
    } catch (const BadStatistics& bad) {
        return fail(ErrorCode::ProfileInvalid, subject, bad.detail);
    } catch (const Error& error) {
        return fail(error.code, subject, error.detail);
    } catch (const json::exception&) {
        return fail(ErrorCode::ProfileInvalid, subject, "options: a part is missing or of the wrong type");
    }
}

}
