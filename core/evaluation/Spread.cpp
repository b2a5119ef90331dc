#include "evaluation/Spread.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace isostain {

namespace {

double meanOf(std::span<const double> values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Between the two nearest ranks of sorted values.
double percentile(std::span<const double> sorted, double share)
{
    const double rank = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}

Spread spreadOf(std::span<const double> values)
{
    std::vector<double> finite;
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite), [](double value) { return std::isfinite(value); });
    Spread spread{finite.size(), values.size() - finite.size(), std::nullopt, std::nullopt};
    if (finite.empty())
        return spread;
    const double mean = meanOf(finite);
    double squares = 0;
    for (const double value : finite)
        squares += (value - mean) * (value - mean);
    spread.mean = mean;
    spread.deviation = std::sqrt(squares / static_cast<double>(finite.size()));
    return spread;
}

Result<PairedDifference> pairedDifference(std::span<const double> a, std::span<const double> b, std::uint64_t seed,
                                          int resamples)
{
    if (a.size() != b.size())
        return fail(ErrorCode::InvalidArgument, "The pair of lists", "their lengths differ");
    if (resamples < 1)
        return fail(ErrorCode::InvalidArgument, std::to_string(resamples) + " resamples");
    std::vector<double> differences;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::isfinite(a[i]) && std::isfinite(b[i]))
            differences.push_back(b[i] - a[i]);
    if (differences.empty())
        return fail(ErrorCode::InvalidArgument, "The pair of lists", "no pair of finite numbers");
    // The standard's distributions differ between libraries; the generator itself does not.
    std::mt19937_64 random(seed);
    std::vector<double> means(static_cast<std::size_t>(resamples));
    for (double& mean : means) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i)
            sum += differences[random() % differences.size()];
        mean = sum / static_cast<double>(differences.size());
    }
    std::sort(means.begin(), means.end());
    return PairedDifference{differences.size(), meanOf(differences), percentile(means, 0.025), percentile(means, 0.975)};
}

}
