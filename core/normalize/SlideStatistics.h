#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "normalize/SpatialNetwork.h"
#include "slide/Slide.h"

namespace isostain {

/// Statistics frozen for one slide, as a profile keeps them: whoever normalizes that slide with the profile, in whatever part
/// and on whatever machine, uses these instead of sampling it again.
struct SlideStatistics {
    std::string slideSha256; ///< slideSha256() of the slide that they belong to
    FrozenStatistics statistics;

    bool operator==(const SlideStatistics&) const = default;
};

/// Tells slides apart by their content, wherever they lie and whatever they are called: SHA-256 of the size of level 0 and of
/// quickSha256OfFile(). Of a slide in several files, the one that was opened counts. Reads 4 MiB; any thread.
/// Errors: FileNotFound, FileUnreadable.
Result<std::string> slideSha256(const Slide& slide);

/// Puts statistics into a list, in the place of those that it has of the same slide.
void keep(std::vector<SlideStatistics>& list, SlideStatistics statistics);

/// The statistics of the list that belong to the slide, were sampled from what a network trained on `trainingMpp` is run on
/// there (networkCanvas()), and fit() its shape; nothing where there are none. Reads the slide's file unless the list is
/// empty. Any thread.
std::optional<FrozenStatistics> statisticsFor(const std::vector<SlideStatistics>& list, const Slide& slide,
                                              const NetworkShape& shape, std::optional<double> trainingMpp);

}
