#pragma once

#include <bit>
#include <cstdint>

namespace isostain {

/// e^x for x in [-700, 700], within 1e-14 of it relatively, and exactly 1 for 0; everything else, NaN included, is taken for
/// -700 or 700. Without branches or calls, so that loops over it become vector code. e^x = 2^n e^f with |f| <= ln(2)/2, and
/// the Taylor series of e^f to the 12th power.
[[gnu::always_inline]] inline double fastExp(double x)
{
    constexpr double kLog2E = 1.4426950408889634074;
    constexpr double kLn2High = 6.93147180369123816490e-01; // 32 bits of ln 2, so that n times it is exact
    constexpr double kLn2Low = 1.90821492927058770002e-10;
    constexpr double kRound = 6755399441055744.0; // 1.5 * 2^52: adding it rounds to an integer in the lowest bits
    x = x > -700.0 ? x : -700.0;
    x = x < 700.0 ? x : 700.0;
    const double shifted = x * kLog2E + kRound;
    const double n = shifted - kRound;
    const double f = (x - n * kLn2High) - n * kLn2Low;
    double series = 1.0 / 479001600;
    series = series * f + 1.0 / 39916800;
    series = series * f + 1.0 / 3628800;
    series = series * f + 1.0 / 362880;
    series = series * f + 1.0 / 40320;
    series = series * f + 1.0 / 5040;
    series = series * f + 1.0 / 720;
    series = series * f + 1.0 / 120;
    series = series * f + 1.0 / 24;
    series = series * f + 1.0 / 6;
    series = series * f + 0.5;
    series = series * f + 1.0;
    series = series * f + 1.0;
    const auto exponent = (std::bit_cast<std::uint64_t>(shifted) + 1023) << 52;
    return series * std::bit_cast<double>(exponent);
}

}
