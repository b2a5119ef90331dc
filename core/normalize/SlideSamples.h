#pragma once

#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <mutex>

#include "base/Error.h"
#include "base/Progress.h"
#include "normalize/ColorSample.h"
#include "slide/Slide.h"

namespace isostain {

using ColorSamplePtr = std::shared_ptr<const ColorSample>;

/// Remembers the sample of each slide in use, so that five methods on one slide read it once. Any thread.
class SlideSamples {
public:
    /// The slide's sample: taken now, or by whoever asked first, for whom this call then waits. What failed or was cancelled
    /// is tried again by the next call. Errors: those of sampleSlide().
    Result<ColorSamplePtr> of(const SlidePtr& slide, const JobControl& control = {});
    /// Forgets a slide that was closed.
    void remove(std::uint64_t slideId);

private:
    using Shared = std::shared_future<Result<ColorSamplePtr>>;

    std::mutex m_mutex;
    std::map<std::uint64_t, Shared> m_samples;   ///< by slide id
};

}
