#include "base/Progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace isostain {

std::optional<std::chrono::seconds> EtaMeter::remaining(const Progress& progress, Clock::time_point now) const
{
    const double seconds = elapsed(now).count();
    const double fraction = std::min(progress.fraction(), 1.0);
    if (seconds < 0.5 || fraction <= 0.0)
        return std::nullopt;
    return std::chrono::seconds(std::llround(seconds * (1.0 - fraction) / fraction));
}

std::string durationText(std::chrono::seconds duration)
{
    const auto total = static_cast<long>(duration.count());
    char text[48];
    if (total >= 3600)
        std::snprintf(text, sizeof text, "%ld h %02ld min", total / 3600, total / 60 % 60);
    else if (total >= 60)
        std::snprintf(text, sizeof text, "%ld min %02ld s", total / 60, total % 60);
    else
        std::snprintf(text, sizeof text, "%ld s", total);
    return text;
}

}
