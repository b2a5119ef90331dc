#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "evaluation/Evaluation.h"

namespace isostain {

/// Real pixels for a measurement of speed: squares of 512 pixels.
struct SpeedImages {
    static constexpr int kSide = 512;

    std::vector<RgbImage> images;
    std::size_t cut = 0;      ///< that are parts of an image
    std::size_t repeated = 0; ///< that are smaller images repeated side by side
};

/// At most `most` images of the sources, in the order of the pairs: cut on the grid from (0, 0), or repeated where an image is
/// smaller. What cannot be read is passed over. Blocks; any thread. Errors: TrainingDataInvalid (nothing could be read).
Result<SpeedImages> speedImages(const std::vector<ImagePair>& pairs, std::size_t most = 8);

/// Images per second of one method.
struct MethodSpeed {
    std::string method;
    /// Without a table: a network evaluated pixel by pixel, or run as a whole on each image; a fitted method fitted to each
    /// image (sampling and tissue mask included, as everywhere in this program) and applied to it. Nothing: there is nothing to measure.
    std::optional<double> direct;
    std::optional<double> table;             ///< looked up in its complete table; nothing: it can have none
    std::optional<double> tableBuildSeconds; ///< fitting included, all threads
    std::string device;
    unsigned threads = 1; ///< each with an image of its own; a spatial network: for one image
};

/// What was measured, on what.
struct SpeedReport {
    std::vector<MethodSpeed> methods;
    SpeedImages images; ///< without their pixels
    std::size_t imageCount = 0;
    double secondsPerRate = 0;
};

/// Measures frames per second at 512 x 512 without file access: after a warm-up over all images, for about `secondsPerRate`
/// each, and only whole results are counted (spatial networks give theirs when the device is done). Images are taken one by one
/// (batch 1). Blocks. Progress in methods. Errors: those of evaluate().
Result<SpeedReport> measureSpeed(const EvaluationRequest& request, double secondsPerRate, const JobControl& control);

}
