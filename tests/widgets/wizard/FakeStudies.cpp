#include "FakeStudies.h"

namespace isostain::test {

namespace {

using State = FakeStudies::State;

void note(State& state)
{
    state.callsOnGuiThread += std::this_thread::get_id() == state.gui ? 1 : 0;
}

StudySideCheck someSide(double red)
{
    StudySideCheck side;
    side.summary.images = 40;
    side.summary.sizes[{256, 256}] = 40;
    side.groups = 4;
    side.split = {{"train", 30}, {"test", 10}};
    RgbImage image = makeRgbImage(32, 32);
    image.pixels.setTo(cv::Scalar(red, 100, 160));
    side.thumbnails.assign(12, image);
    for (auto& channel : side.colors.histogram)
        channel.fill(1.0 / 256);
    side.colors.ab = {{10, -5}, {20, 3}};
    return side;
}

/// Trains until it is told how to end, or stopped.
Result<StudyEnd> run(State& state, const StudyOrder& order, const StudyObserver& observer, const JobControl& control)
{
    note(state);
    {
        const std::lock_guard lock(state.mutex);
        state.orders.push_back(order);
    }
    ++state.runs; // who sees it may read the orders
    observer.onStatus(StudyStep::Data, {StepState::Running, {}, 0});
    observer.onProgress(StudyStep::Data, {5, 10});
    observer.onLog(StudyStep::Data, "Left out: one.png");
    observer.onStatus(StudyStep::Data, {StepState::Done, {}, 2});
    observer.onStatus(StudyStep::StainGan, {StepState::Running, {}, 0});
    observer.onProgress(StudyStep::StainGan, {1, 4});
    const std::stop_callback wake(control.stop, [&state] {
        const std::lock_guard lock(state.mutex);
        state.changed.notify_all();
    });
    std::unique_lock lock(state.mutex);
    state.changed.wait(lock, [&] { return state.end || control.stopRequested(); });
    const Result<StudyEnd> end = control.stopRequested() ? Result<StudyEnd>(StudyEnd::Stopped) : *state.end;
    state.end.reset();
    lock.unlock();
    const bool isDone = end && *end == StudyEnd::Finished;
    observer.onStatus(StudyStep::StainGan, {isDone ? StepState::Done : end ? StepState::Stopped : StepState::Failed, {}, 9});
    return end;
}

}

FakeStudies::FakeStudies() : m_state(std::make_shared<State>())
{
    m_state->check.source = someSide(180);
    m_state->check.target = someSide(120);
    m_state->check.testPairs = 10;
}

void FakeStudies::finish(const Result<StudyEnd>& end)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->end = end;
    m_state->changed.notify_all();
}

StudyBackend FakeStudies::backend()
{
    StudyBackend backend;
    backend.check = [state = m_state](const StudyConfig&, const JobControl&) -> Result<StudyCheck> {
        note(*state);
        ++state->checks;
        const std::lock_guard lock(state->mutex);
        return state->checkError ? Result<StudyCheck>(tl::unexpected(*state->checkError)) : Result<StudyCheck>(state->check);
    };
    backend.forecast = [state = m_state](const StudyConfig& config, const StudyCheck&,
                                         const JobControl&) -> Result<StudyForecast> {
        note(*state);
        ++state->forecasts;
        StudyForecast forecast;
        forecast.device = "cpu";
        for (const StudyStep step : config.steps)
            forecast.steps[step] = {90, 2'000'000};
        return forecast;
    };
    backend.freeBytes = [state = m_state](const std::filesystem::path&) -> std::optional<std::uint64_t> {
        note(*state);
        return state->freeBytes;
    };
    backend.run = [state = m_state](const StudyOrder& order, const StudyObserver& observer, const JobControl& control) {
        return run(*state, order, observer, control);
    };
    backend.glimpse = [state = m_state](const std::filesystem::path&, const StudyGlimpse&) {
        note(*state);
        StudyGlimpse glimpse;
        glimpse.metrics[StudyStep::StainGan] = {{"generator", "learning_rate"}, {20, 40}, {{1.5, 1.2}, {2e-4, 2e-4}}};
        RgbImage image = makeRgbImage(16, 16);
        image.pixels.setTo(cv::Scalar(200, 120, 180));
        glimpse.previews = {{"source", {image, image}}, {"staingan", {image, image}}};
        return glimpse;
    };
    backend.results = [state = m_state](const std::filesystem::path&) -> Result<StudyResults> {
        note(*state);
        const std::lock_guard lock(state->mutex);
        return state->results;
    };
    backend.profile = [state = m_state](const std::filesystem::path& path) -> Result<StainProfile> {
        note(*state);
        return fail(ErrorCode::FileNotFound, path.string());
    };
    backend.list = [state = m_state](const std::vector<std::filesystem::path>&) {
        note(*state);
        const std::lock_guard lock(state->mutex);
        return state->entries;
    };
    backend.entry = [state = m_state](const std::filesystem::path& path) -> Result<StudyEntry> {
        note(*state);
        return fail(ErrorCode::FileNotFound, path.string());
    };
    backend.remove = [state = m_state](const std::filesystem::path& path) -> Result<void> {
        note(*state);
        ++state->removed;
        const std::lock_guard lock(state->mutex);
        std::erase_if(state->entries, [&](const StudyEntry& entry) { return entry.path == path; });
        return {};
    };
    return backend;
}

}
