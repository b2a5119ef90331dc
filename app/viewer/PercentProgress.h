#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "base/Progress.h"

namespace isostain {

/// Passes on whole percents, each once: jobs report far more often than anybody can see.
inline std::function<void(const Progress&)> inPercent(std::function<void(int)> onPercent)
{
    return [onPercent = std::move(onPercent), last = std::make_shared<std::atomic<int>>(-1)](const Progress& progress) {
        const int percent = static_cast<int>(progress.fraction() * 100);
        if (last->exchange(percent) != percent)
            onPercent(percent);
    };
}

}
