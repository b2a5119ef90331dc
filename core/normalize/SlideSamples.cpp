#include "normalize/SlideSamples.h"

#include <chrono>
#include <new>
#include <utility>

namespace isostain {

namespace {

/// How often who waits for another's sample looks whether it should stop.
constexpr std::chrono::milliseconds kStopCheck(20);

Result<ColorSamplePtr> sampled(const Slide& slide, const JobControl& control)
{
    try {
        auto sample = sampleSlide(slide, kSampleSeed, control);
        if (!sample)
            return tl::unexpected(sample.error());
        return std::make_shared<const ColorSample>(*std::move(sample));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, slide.info().path.string());
    }
}

}

Result<ColorSamplePtr> SlideSamples::of(const SlidePtr& slide, const JobControl& control)
{
    while (true) {
        std::promise<Result<ColorSamplePtr>> promise;
        Shared shared;
        bool isFirst = false;
        {
            const std::lock_guard lock(m_mutex);
            const auto [found, isNew] = m_samples.try_emplace(slide->id());
            if (isNew)
                found->second = promise.get_future().share();
            isFirst = isNew;
            shared = found->second;
        }
        if (isFirst) {
            auto result = sampled(*slide, control);
            if (!result)
                remove(slide->id());
            promise.set_value(result);
            return result;
        }
        while (shared.wait_for(kStopCheck) != std::future_status::ready)
            if (control.stopRequested())
                return fail(ErrorCode::Cancelled);
        // Cancelled by the one who asked first, not by this one: tried again.
        if (shared.get() || shared.get().error().code != ErrorCode::Cancelled || control.stopRequested())
            return shared.get();
    }
}

void SlideSamples::remove(std::uint64_t slideId)
{
    const std::lock_guard lock(m_mutex);
    m_samples.erase(slideId);
}

}
