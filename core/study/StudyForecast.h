#pragma once

#include <cstdint>
#include <map>

#include "base/Error.h"
#include "base/Progress.h"
#include "study/StudyCheck.h"
#include "study/StudyConfig.h"

namespace isostain {

struct StepForecast {
    double seconds = 0;
    std::uint64_t bytes = 0; ///< on disk
};

/// Measured on this machine by a few steps of each (networks of the configuration's sizes on made-up images; the result is
/// extrapolated), in some seconds.
struct StudyForecast {
    std::map<StudyStep, StepForecast> steps; ///< those of the configuration
    std::string device;                      ///< "cpu" or the GPU's name

    double seconds() const;
    std::uint64_t bytes() const;
};

/// Blocks; any thread. Progress in steps of the study. Errors: ModuleMissing, OutOfMemory, Cancelled.
Result<StudyForecast> forecastStudy(const StudyConfig& config, const StudyCheck& check, const JobControl& control);

}
