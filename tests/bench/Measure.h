#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

namespace isostain::bench {

using Clock = std::chrono::steady_clock;

/// Seconds that `body` takes, the best of several runs.
template <typename Body>
double bestSeconds(int runs, Body body)
{
    double best = 1e9;
    for (int run = 0; run < runs; ++run) {
        const auto start = Clock::now();
        body();
        best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
    }
    return best;
}

inline void print(const std::string& name, double value, const char* unit)
{
    std::printf("%s %.4g %s\n", name.c_str(), value, unit);
    std::fflush(stdout);
}

}
