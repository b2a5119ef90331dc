#include "training/StainGanTraining.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <stop_token>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/Parallel.h"
#include "dataset/ImagePairs.h"
#include "image/Guarded.h"
#include "nn/Checkpoint.h"
#include "nn/StateTensors.h"
#include "runs/RunFolder.h"
#include "training/Prefetch.h"
#include "training/StainGanSamples.h"
#include "training/StateText.h"
#include "training/UnpairedImages.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kKind = "staingan";
constexpr const char* kProgressKey = "training.progress";
constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kTestedPerEpoch = 16;
/// A generator whose images have less contrast than this share of what it is given, for that many rows, has collapsed.
constexpr double kLeastContrast = 0.05;
constexpr int kRowsUntilCollapsed = 5;

std::size_t indexOf(StainGanMeasure measure)
{
    return static_cast<std::size_t>(measure);
}

bool isMeasuredWhileCopying(std::size_t measure)
{
    return measure == indexOf(StainGanMeasure::IdentitySource) || measure == indexOf(StainGanMeasure::IdentityTarget) ||
           measure >= indexOf(StainGanMeasure::ContrastToTarget);
}

/// The images of both sides, and pairs to measure on.
struct TrainingData {
    UnpairedImages source;
    UnpairedImages target;
    std::vector<ImagePair> test;

    std::string fingerprint() const { return source.fingerprint() + target.fingerprint(); }
};

/// Reads every test pair once: one that cannot be measured is to be known before the first epoch and not after it.
Result<std::vector<ImagePair>> readTestPairs(const StainGanFolders& folders, const JobControl& control)
{
    auto found = pairImages(folders.testSource, folders.testTarget);
    if (!found)
        return tl::unexpected(found.error());
    for (const ImagePair& pair : found->pairs) {
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled, pair.source.string());
        const auto loaded = guarded(pair.source.string(), [&] { return readPair(pair); });
        if (!loaded)
            return tl::unexpected(loaded.error());
        if (std::min(loaded->source.width(), loaded->source.height()) < kSmallestStainGanTest)
            return fail(ErrorCode::TrainingDataInvalid, pair.source.string(), "it is under 16 pixels wide or high");
    }
    return std::move(found->pairs);
}

Result<TrainingData> readData(const StainGanFolders& folders, const StainGanConfig& config, const StainGanObserver& observer,
                              const JobControl& control)
{
    // How far this is stays unsaid: to the caller, progress counts steps.
    const JobControl quiet{control.stop, {}, control.threads};
    UnpairedImages::Options options;
    options.smallest = config.crop;
    TrainingData data;
    for (auto [side, folder] : {std::pair(&data.source, &folders.source), std::pair(&data.target, &folders.target)}) {
        auto images = guarded(folder->string(), [&, folder = folder] { return UnpairedImages::read(*folder, options, quiet); });
        if (!images)
            return tl::unexpected(images.error());
        *side = std::move(*images);
        for (const Error& error : side->leftOut())
            if (observer.onLeftOut)
                observer.onLeftOut(error);
    }
    if (data.source.fingerprint() == data.target.fingerprint())
        return fail(ErrorCode::TrainingDataInvalid, folders.target.string(), "it holds the same images as the source folder");
    if (!folders.testSource.empty()) {
        auto pairs = readTestPairs(folders, quiet);
        if (!pairs)
            return tl::unexpected(pairs.error());
        data.test = std::move(*pairs);
    }
    return data;
}

/// Where a training stands besides its networks.
struct LoopState {
    std::uint64_t step = 0;
    StainGanMeasures sums{};
    std::array<std::uint64_t, kStainGanMeasures> counts{};
    int collapsedRows = 0;
};

std::string toText(const LoopState& state)
{
    return json{{"step", state.step}, {"sums", state.sums}, {"counts", state.counts}, {"collapsed-rows", state.collapsedRows}}
        .dump();
}

Result<LoopState> loopStateFrom(const StateDict& dict, const std::string& subject)
{
    const auto text = textFrom(dict, kProgressKey, subject);
    if (!text)
        return tl::unexpected(text.error());
    try {
        const json object = json::parse(*text);
        LoopState state;
        state.step = object.at("step").get<std::uint64_t>();
        state.sums = object.at("sums").get<StainGanMeasures>();
        state.counts = object.at("counts").get<std::array<std::uint64_t, kStainGanMeasures>>();
        state.collapsedRows = object.at("collapsed-rows").get<int>();
        return state;
    } catch (const json::exception&) {
        return checkpointMismatch(subject, std::string("'") + kProgressKey + "' is damaged");
    }
}

/// One run from a step to its end.
class StainGanLoop {
public:
    StainGanLoop(RunFolder& run, StainGanModel& model, const TrainingData& data, const StainGanConfig& config, LoopState state)
        : m_run(run),
          m_model(model),
          m_data(data),
          m_config(config),
          m_state(state),
          m_sampler(data.source, data.target, {config.crop, config.batch, config.stepsPerEpoch, config.seed})
    {
    }

    std::uint64_t stepsInAll() const { return m_sampler.stepsPerEpoch() * static_cast<std::uint64_t>(epochCount(m_config)); }

    Result<StainGanOutcome> run(const StainGanObserver& observer, const JobControl& control);

private:
    using Clock = std::chrono::steady_clock;

    Result<void> step(const UnpairedBatch& batch);
    Result<void> endStep(const StainGanObserver& observer);
    Result<void> appendRow(double psnr, double ssim, const StainGanObserver& observer);
    Result<void> checkContrast(const std::vector<double>& row);
    Result<void> savePreviews();
    Result<void> saveCheckpoint();
    Result<void> saveGenerators();
    tl::unexpected<Error> diverged(const std::string& what) const;
    StainGanStep settingsOf(std::uint64_t step) const;
    fs::path generatorPath() const { return m_run.path() / "generator.pth"; }

    RunFolder& m_run;
    StainGanModel& m_model;
    const TrainingData& m_data;
    const StainGanConfig& m_config;
    LoopState m_state;
    UnpairedSampler m_sampler;
    Clock::time_point m_lastSaved = Clock::now();
};

StainGanStep StainGanLoop::settingsOf(std::uint64_t step) const
{
    StainGanStep settings;
    if (step < static_cast<std::uint64_t>(m_config.warmupSteps))
        settings.phase = StainGanStep::Phase::Copying;
    settings.learningRate = learningRateOfEpoch(m_config, static_cast<int>(step / m_sampler.stepsPerEpoch()));
    return settings;
}

tl::unexpected<Error> StainGanLoop::diverged(const std::string& what) const
{
    const auto kept = m_run.latestCheckpoint();
    return fail(ErrorCode::TrainingDiverged, m_run.path().string(),
                "step " + std::to_string(m_state.step) + ": " + what +
                    (kept ? "; the checkpoint of step " + std::to_string(kept->step) + " is kept" : ""));
}

Result<void> StainGanLoop::step(const UnpairedBatch& batch)
{
    const StainGanStep settings = settingsOf(m_state.step);
    const auto measures = m_model.train(batch, settings);
    if (!measures)
        return tl::unexpected(measures.error());
    ++m_state.step;
    for (std::size_t i = 0; i < kStainGanMeasures; ++i) {
        if (settings.phase == StainGanStep::Phase::Copying && !isMeasuredWhileCopying(i))
            continue;
        if (!std::isfinite((*measures)[i]))
            return diverged(std::string(kStainGanMeasureNames[i]) + " is no number");
        m_state.sums[i] += (*measures)[i];
        ++m_state.counts[i];
    }
    return {};
}

Result<void> StainGanLoop::checkContrast(const std::vector<double>& row)
{
    const double contrast =
        std::min(row[indexOf(StainGanMeasure::ContrastToTarget)], row[indexOf(StainGanMeasure::ContrastToSource)]);
    m_state.collapsedRows = contrast < kLeastContrast ? m_state.collapsedRows + 1 : 0;
    if (m_state.collapsedRows >= kRowsUntilCollapsed)
        return diverged("a generator paints one color whatever it is given");
    return {};
}

Result<void> StainGanLoop::appendRow(double psnr, double ssim, const StainGanObserver& observer)
{
    std::vector<double> row;
    for (std::size_t i = 0; i < kStainGanMeasures; ++i)
        row.push_back(m_state.counts[i] > 0 ? m_state.sums[i] / static_cast<double>(m_state.counts[i]) : kNotMeasured);
    m_state.sums = {};
    m_state.counts = {};
    row.insert(row.end(), {settingsOf(m_state.step - 1).learningRate, psnr, ssim});
    if (auto appended = m_run.appendMetrics(m_state.step, row); !appended)
        return appended;
    if (observer.onRow)
        observer.onRow(m_state.step, row);
    return checkContrast(row);
}

Result<void> StainGanLoop::savePreviews()
{
    const auto save = [&](StainGanDirection direction, const UnpairedImages& images, const char* name) -> Result<void> {
        const auto preview = guarded("a preview", [&] { return stainGanPreview(m_model, direction, images, m_config.crop); });
        return preview ? m_run.savePreview(m_state.step, name, *preview) : tl::unexpected(preview.error());
    };
    return save(StainGanDirection::ToTarget, m_data.source, "to-target").and_then([&] {
        return save(StainGanDirection::ToSource, m_data.target, "to-source");
    });
}

Result<void> StainGanLoop::saveCheckpoint()
{
    auto state = m_model.state();
    if (!state)
        return tl::unexpected(state.error());
    // The losses of a step were measured before its weights changed; a checkpoint without numbers would push out a good one.
    for (const auto& [name, tensor] : *state)
        if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float value) { return std::isfinite(value); }))
            return diverged("'" + name + "' holds a value that is no number");
    (*state)[kProgressKey] = tensorOfText(toText(m_state));
    auto saved =
        m_run.saveCheckpoint(m_state.step, [&](const fs::path& path) { return writeCheckpoint(*state, path, Overwrite::Yes); });
    if (!saved)
        return saved;
    m_lastSaved = Clock::now();
    return saveGenerators();
}

Result<void> StainGanLoop::saveGenerators()
{
    const auto write = [&](StainGanDirection direction, const fs::path& path) {
        return m_model.generator(direction).and_then(
            [&](const ResnetGeneratorWeights& weights) { return writeCheckpoint(toStateDict(weights), path, Overwrite::Yes); });
    };
    return write(StainGanDirection::ToTarget, generatorPath()).and_then([&] {
        return write(StainGanDirection::ToSource, m_run.path() / "generator-reverse.pth");
    });
}

Result<void> StainGanLoop::endStep(const StainGanObserver& observer)
{
    const bool endsEpoch = m_state.step % m_sampler.stepsPerEpoch() == 0;
    if (endsEpoch || m_state.step % static_cast<std::uint64_t>(m_config.logSteps) == 0) {
        StainGanQuality quality{0, kNotMeasured, kNotMeasured, kNotMeasured, kNotMeasured};
        if (endsEpoch && !m_data.test.empty()) {
            const std::span<const ImagePair> test(m_data.test);
            const auto measured = stainGanQuality(m_model, test.first(std::min(kTestedPerEpoch, test.size())), {});
            if (!measured)
                return tl::unexpected(measured.error());
            quality = *measured;
        }
        if (auto appended = appendRow(quality.psnr, quality.ssim, observer); !appended)
            return appended;
    }
    if (endsEpoch)
        if (auto saved = savePreviews(); !saved)
            return saved;
    const std::chrono::duration<double, std::ratio<60>> since = Clock::now() - m_lastSaved;
    if (endsEpoch || since.count() >= m_config.checkpointMinutes)
        return saveCheckpoint();
    return {};
}

Result<StainGanOutcome> StainGanLoop::run(const StainGanObserver& observer, const JobControl& control)
{
    const std::uint64_t begin = m_state.step, end = stepsInAll();
    StainGanOutcome outcome;
    outcome.steps = end;
    outcome.sourceImages = m_data.source.count();
    outcome.targetImages = m_data.target.count();
    outcome.generator = generatorPath();
    // A kill may have come between the checkpoint and these, or a later checkpoint than the one resumed from was damaged.
    if (begin > 0)
        if (auto saved = saveGenerators(); !saved)
            return tl::unexpected(saved.error());
    {
        constexpr std::size_t kMostAhead = 4;
        Prefetch<UnpairedBatch> feed([this](std::uint64_t step, const std::stop_token&) { return m_sampler.batch(step); },
                                     {begin, end, kMostAhead, "the training images"});
        while (m_state.step < end && !control.stopRequested()) {
            control.waitWhilePaused();
            const auto batch = feed.next();
            if (!batch)
                return tl::unexpected(batch.error());
            if (auto done = step(*batch).and_then([&] { return endStep(observer); }); !done)
                return tl::unexpected(done.error());
            control.report(m_state.step - begin, end - begin);
        }
    }
    outcome.step = m_state.step;
    if (m_state.step < end) {
        outcome.end = StainGanOutcome::End::Stopped;
        if (auto saved = saveCheckpoint(); !saved)
            return tl::unexpected(saved.error());
    } else if (!m_data.test.empty()) {
        // All is trained and saved: who stops here goes without the figures.
        const auto quality = stainGanQuality(m_model, m_data.test, control.stop);
        if (quality)
            outcome.quality = *quality;
        else if (quality.error().code != ErrorCode::Cancelled)
            return tl::unexpected(quality.error());
    }
    return outcome;
}

std::string runConfigOf(const StainGanFolders& folders, const StainGanConfig& config, const TrainingData& data)
{
    return json{{"source", folders.source.string()},          {"target", folders.target.string()},
                {"test-source", folders.testSource.string()}, {"test-target", folders.testTarget.string()},
                {"source-images", data.source.count()},       {"target-images", data.target.count()},
                {"images-sha256", data.fingerprint()},        {"settings", json::parse(toJson(config))}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

/// What a run's configuration says.
struct RecordedRun {
    StainGanFolders folders;
    StainGanConfig config;
    std::string fingerprint;
};

Result<RecordedRun> recordedRun(const RunInfo& info, const fs::path& run)
{
    if (info.kind != kKind)
        return fail(ErrorCode::RunInvalid, run.string(), "it trains another kind of network: " + info.kind);
    try {
        const json object = json::parse(info.config);
        RecordedRun recorded;
        recorded.folders = {object.at("source").get<std::string>(), object.at("target").get<std::string>(),
                            object.at("test-source").get<std::string>(), object.at("test-target").get<std::string>()};
        recorded.fingerprint = object.at("images-sha256").get<std::string>();
        const auto config = stainGanConfigFromJson(object.at("settings").dump(), {}, (run / "config.json").string());
        if (!config)
            return fail(ErrorCode::RunInvalid, run.string(), describe(config.error()));
        recorded.config = *config;
        return recorded;
    } catch (const json::exception& exception) {
        return fail(ErrorCode::RunInvalid, run.string(), exception.what());
    }
}

Error withMemoryHint(Error error, const StainGanConfig& config)
{
    if (error.code == ErrorCode::OutOfMemory && error.subject == "the training")
        error.detail = std::to_string(config.batch) + " crops of " + std::to_string(config.crop) + "x" +
                       std::to_string(config.crop) + " pixels a step; fewer or smaller ones need less";
    return error;
}

/// Runs the loop and writes down how it ended.
Result<StainGanOutcome> finish(RunFolder& run, StainGanLoop& loop, const StainGanConfig& config,
                               const StainGanObserver& observer, const JobControl& control)
{
    auto outcome = guarded("the training", [&] { return loop.run(observer, control); });
    if (!outcome) {
        const Error error = withMemoryHint(outcome.error(), config);
        // That it failed counts, not that it could not be written down as well, as on a full disk.
        (void)run.setStatus({RunState::Failed, describe(error)});
        return tl::unexpected(error);
    }
    const bool isFinished = outcome->end == StainGanOutcome::End::Finished;
    if (const auto noted = run.setStatus({isFinished ? RunState::Finished : RunState::Stopped, {}}); !noted)
        return tl::unexpected(noted.error());
    return outcome;
}

/// The newest checkpoint that can be read, taken over by the model; from the beginning where there is none. Where there are
/// some but all are damaged, an error: going on would remove them and every row of metrics.
Result<LoopState> restoreNewest(const RunFolder& run, StainGanModel& model)
{
    auto checkpoints = run.checkpoints();
    std::reverse(checkpoints.begin(), checkpoints.end());
    std::optional<Error> unreadable;
    for (const RunCheckpoint& checkpoint : checkpoints) {
        const std::string subject = checkpoint.path.string();
        const auto state = readCheckpoint(checkpoint.path);
        if (!state && state.error().code == ErrorCode::OutOfMemory)
            return tl::unexpected(state.error());
        if (!state) {
            unreadable = unreadable.value_or(state.error()); // the one before may be sound
            continue;
        }
        auto loop = loopStateFrom(*state, subject);
        if (!loop)
            return loop;
        if (const auto restored = model.restore(*state, subject); !restored)
            return tl::unexpected(restored.error());
        return loop;
    }
    if (unreadable)
        return tl::unexpected(*unreadable);
    return LoopState{};
}

}

std::vector<std::string> stainGanColumns()
{
    std::vector<std::string> columns(kStainGanMeasureNames.begin(), kStainGanMeasureNames.end());
    columns.insert(columns.end(), {"learning_rate", "psnr_target", "ssim_target"});
    return columns;
}

Result<StainGanOutcome> trainStainGan(const StainGanFolders& folders, const StainGanConfig& config, const fs::path& run,
                                      Overwrite overwrite, const StainGanModule& module, const StainGanObserver& observer,
                                      const JobControl& control)
{
    if (const auto checked = checkStainGanConfig(config); !checked)
        return tl::unexpected(checked.error());
    // Before the images are read: it may take a while.
    if (overwrite == Overwrite::No && isRunFolder(run))
        return fail(ErrorCode::OutputExists, run.string());
    const auto data = readData(folders, config, observer, control);
    if (!data)
        return tl::unexpected(data.error());
    const auto model = module.create(config, control.threads);
    if (!model)
        return tl::unexpected(model.error());
    RunInfo info;
    info.kind = kKind;
    info.config = runConfigOf(folders, config, *data);
    info.seed = config.seed;
    info.device = (*model)->deviceName();
    info.threads = threadCount(control.threads);
    info.versions = {{"libtorch", (*model)->libraryVersion()}};
    info.metrics = stainGanColumns();
    info.results = {"generator.pth", "generator-reverse.pth"};
    auto folder = RunFolder::create(run, info, overwrite);
    if (!folder)
        return tl::unexpected(folder.error());
    StainGanLoop loop(*folder, **model, *data, config, {});
    return finish(*folder, loop, config, observer, control);
}

Result<StainGanOutcome> resumeStainGan(const fs::path& run, const StainGanFolders& moved, const StainGanModule& module,
                                       const StainGanObserver& observer, const JobControl& control)
{
    auto folder = RunFolder::open(run);
    if (!folder)
        return tl::unexpected(folder.error());
    auto recorded = recordedRun(folder->info(), run);
    if (!recorded)
        return tl::unexpected(recorded.error());
    JobControl same = control;
    same.threads = control.threads > 0 ? control.threads : folder->info().threads;
    StainGanFolders& folders = recorded->folders;
    for (auto [own, given] :
         {std::pair(&folders.source, &moved.source), std::pair(&folders.target, &moved.target),
          std::pair(&folders.testSource, &moved.testSource), std::pair(&folders.testTarget, &moved.testTarget)})
        if (!given->empty())
            *own = *given;
    const auto data = readData(folders, recorded->config, observer, same);
    if (!data)
        return tl::unexpected(data.error());
    if (data->fingerprint() != recorded->fingerprint)
        return fail(ErrorCode::RunMismatch, run.string(), "its training images have changed");
    const auto model = module.create(recorded->config, same.threads);
    if (!model)
        return tl::unexpected(model.error());
    const auto state = restoreNewest(*folder, **model);
    if (!state)
        return tl::unexpected(state.error());
    if (const auto cut = folder->resumeAt(state->step); !cut)
        return tl::unexpected(cut.error());
    StainGanLoop loop(*folder, **model, *data, recorded->config, *state);
    return finish(*folder, loop, recorded->config, observer, same);
}

}
