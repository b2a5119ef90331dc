#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "base/Error.h"

namespace isostain {

/// Mean and standard deviation of what is finite among some values. The deviation is that of the population (divided by n), as
/// in the published tables.
struct Spread {
    std::size_t count = 0;      ///< of finite values
    std::size_t notFinite = 0;  ///< left out, as the PSNR of identical images
    std::optional<double> mean; ///< nothing: no finite value
    std::optional<double> deviation;
};

Spread spreadOf(std::span<const double> values);

/// The mean of paired differences and how far it can be trusted.
struct PairedDifference {
    std::size_t count = 0; ///< pairs that are finite on both sides; others are left out
    double mean = 0;       ///< of b - a
    double low = 0;        ///< 95 % interval
    double high = 0;
};

/// What b gains over a on the same images, with the percentile interval of a bootstrap (Efron and Tibshirani 1993, chapter 13):
/// `resamples` times as many differences are drawn with replacement, and the 2.5th and 97.5th percentile of their means are
/// taken. The same on every machine for the same seed. Differences must be independent: patches of one image are not, so give
/// the means of images. Any thread. Errors: InvalidArgument (lengths differ, no finite pair, no resample).
Result<PairedDifference> pairedDifference(std::span<const double> a, std::span<const double> b, std::uint64_t seed = 1,
                                          int resamples = 10'000);

}
