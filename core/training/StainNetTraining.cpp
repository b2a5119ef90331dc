#include "training/StainNetTraining.h"

#include <cmath>
#include <fstream>
#include <limits>
#include <map>

#include <nlohmann/json.hpp>

#include "base/Parallel.h"
#include "base/Version.h"
#include "color/ColorCounts.h"
#include "nn/Checkpoint.h"
#include "normalize/MethodOptions.h"
#include "runs/RunFolder.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// Images kept in memory by the published recipe; the others are read when their turn comes.
constexpr std::size_t kKeepBytes = std::size_t(1) << 31;
/// Colors that the training gamut is made from.
constexpr std::size_t kGamutPixels = std::size_t(1) << 24;
constexpr const char* kChoice =
    "The weights are those with the lowest L1 on the test images, as published: that L1 flatters them.";
constexpr const char* kNoChoice = "The weights are those of the last step: the test images played no part.";

std::string_view keyOf(DistillationRecipe recipe)
{
    return distillationRecipes()[static_cast<std::size_t>(recipe)].key;
}

json namesOf(const std::vector<ImagePair>& pairs)
{
    json names = json::array();
    for (const ImagePair& pair : pairs)
        names.push_back(pair.name);
    return names;
}

/// Everything that decides the result; names of images without their folders, which may name people.
json settingsOf(const StainNetTrainingPlan& plan)
{
    const DistillationConfig& config = plan.config;
    json settings = {{"recipe", keyOf(plan.recipe)},
                     {"channels", config.shape.channels},
                     {"kernels", config.shape.kernels},
                     {"keep-white", config.keepWhite},
                     {"images", namesOf(plan.train)},
                     {"test-images", namesOf(plan.test)},
                     {"weights", plan.recipe == DistillationRecipe::Paper ? kChoice : kNoChoice}};
    if (plan.recipe == DistillationRecipe::Paper) {
        settings.update({{"epochs", config.epochs},
                         {"learning-rate", config.sgdRate},
                         {"batch", config.batchSize},
                         {"crop", config.cropSize},
                         {"test-every", config.testEvery}});
    } else {
        settings.update({{"steps", config.steps}, {"pixels", config.pixelsPerStep}, {"learning-rate", config.learningRate}});
    }
    if (plan.recipe == DistillationRecipe::Mixed)
        settings.update({{"aligned-images", namesOf(plan.aligned)},
                         {"teacher-weight", config.teacherWeight},
                         {"fairness", config.fairness},
                         {"structure", config.structure},
                         {"case-length", plan.caseLength}});
    return settings;
}

RunInfo infoOf(const StainNetTrainingPlan& plan, unsigned threads)
{
    RunInfo info;
    info.kind = "stainnet";
    info.config = settingsOf(plan).dump(2);
    info.seed = plan.config.seed;
    info.threads = threadCount(threads);
    info.metrics = {"training_l1", "test_l1", "learning_rate"};
    info.results = {"stainnet.pth", "profile.json", "quality.json"};
    if (plan.recipe == DistillationRecipe::Mixed)
        info.metrics.front() = "training_loss";
    return info;
}

fs::path checkpointOf(const StainNetTrainingPlan& plan)
{
    return plan.run / "stainnet.pth";
}

fs::path profileOf(const StainNetTrainingPlan& plan)
{
    return plan.run / "profile.json";
}

std::string textOf(const PublishedTraining& state)
{
    return json{{"epoch", state.epoch},
                {"parameters", state.parameters},
                {"best", state.best},
                {"best-loss", state.bestLoss},
                {"best-epoch", state.bestEpoch}}
        .dump();
}

Result<PublishedTraining> readState(const fs::path& path)
{
    try {
        std::ifstream stream(path, std::ios::binary);
        const json state = json::parse(stream);
        return PublishedTraining{state.at("epoch").get<int>(), state.at("parameters").get<std::vector<float>>(),
                                 state.at("best").get<std::vector<float>>(), state.at("best-loss").get<double>(),
                                 state.at("best-epoch").get<int>()};
    } catch (const json::exception& error) {
        return fail(ErrorCode::CheckpointCorrupt, path.string(), error.what());
    }
}

struct OpenRun {
    RunFolder folder;
    PublishedTraining state;
};

/// An unfinished published run of the same settings, or a new one.
Result<OpenRun> openRun(const StainNetTrainingPlan& plan, unsigned threads)
{
    const RunInfo info = infoOf(plan, threads);
    if (plan.overwrite == Overwrite::No)
        for (const fs::path& path : {checkpointOf(plan), profileOf(plan)})
            if (std::error_code error; fs::exists(path, error))
                return fail(ErrorCode::OutputExists, path.string());
    if (plan.overwrite == Overwrite::Yes || !isRunFolder(plan.run)) {
        auto created = RunFolder::create(plan.run, info, plan.overwrite);
        if (!created)
            return tl::unexpected(created.error());
        return OpenRun{std::move(*created), {}};
    }
    auto folder = RunFolder::open(plan.run);
    if (!folder)
        return tl::unexpected(folder.error());
    const RunInfo& old = folder->info();
    if (old.kind != info.kind || old.seed != info.seed || json::parse(old.config, nullptr, false) != json::parse(info.config))
        return fail(ErrorCode::InvalidArgument, plan.run.string(),
                    "it holds an unfinished run of other settings or images; overwrite it or choose another folder");
    OpenRun run{std::move(*folder), {}};
    const auto checkpoint = plan.recipe == DistillationRecipe::Paper ? run.folder.latestCheckpoint() : std::nullopt;
    if (checkpoint) {
        auto state = readState(checkpoint->path);
        if (!state)
            return tl::unexpected(state.error());
        run.state = std::move(*state);
    }
    if (auto ready = run.folder.resumeAt(static_cast<std::uint64_t>(run.state.epoch)); !ready)
        return tl::unexpected(ready.error());
    return run;
}

std::vector<DistillationCase> casesOf(const StainNetTrainingPlan& plan)
{
    std::map<std::string, DistillationCase> cases;
    for (const ImagePair& pair : plan.train)
        cases[caseOf(pair.name, plan.caseLength)].teacher.push_back(pair);
    for (const ImagePair& pair : plan.aligned)
        cases[caseOf(pair.name, plan.caseLength)].aligned.push_back(pair);
    std::vector<DistillationCase> result;
    for (auto& [name, one] : cases) {
        one.name = name;
        result.push_back(std::move(one));
    }
    return result;
}

Result<DistilledStainNet> trained(const StainNetTrainingPlan& plan, OpenRun& run, const TrainingImages& images,
                                  const TrainingImages& test, const JobControl& control)
{
    const DistillationRowFunction keepRow = [&](const DistillationRow& row) {
        const double values[] = {row.trainingLoss, row.testLoss.value_or(std::numeric_limits<double>::quiet_NaN()),
                                 row.learningRate};
        return run.folder.appendMetrics(row.step, values);
    };
    if (plan.recipe == DistillationRecipe::Fast)
        return distillFast(images, plan.config, keepRow, control);
    if (plan.recipe == DistillationRecipe::Mixed)
        return distillMixed(casesOf(plan), plan.config, keepRow, control);
    const auto keepEpoch = [&](const PublishedTraining& state, const DistillationRow& row) {
        return keepRow(row).and_then([&] {
            const std::string text = textOf(state);
            return run.folder.saveCheckpoint(row.step, std::as_bytes(std::span(text)));
        });
    };
    return distillAsPublished(images, test, plan.config, std::move(run.state), keepEpoch, control);
}

Result<ColorGamut> gamutOf(const TrainingImages& images, std::uint32_t seed, const JobControl& control)
{
    const auto pixels = shuffledPixels(images, kGamutPixels, seed, JobControl{control.stop, {}, control.threads});
    if (!pixels)
        return tl::unexpected(pixels.error());
    std::vector<std::uint32_t> colors;
    colors.reserve(pixels->size());
    for (const ColorPair& pair : *pixels)
        colors.push_back(pair.source);
    return ColorGamut::of(countColors(colors));
}

Result<void> writeResults(const StainNetTrainingPlan& plan, const StainNetOutcome& outcome, ColorGamut gamut)
{
    if (auto written = writeCheckpoint(toStateDict(outcome.trained.weights), outcome.checkpoint, Overwrite::Yes); !written)
        return written;
    const ImageQuality& mean = outcome.quality.mean;
    const auto number = [](double value) {
        return std::isfinite(value) ? json(value) : json();
    };
    json quality = {{"recipe", keyOf(plan.recipe)},
                    {"weights", plan.recipe == DistillationRecipe::Paper ? kChoice : kNoChoice},
                    {"training-images", plan.train.size() + plan.aligned.size()},
                    {"training-loss", outcome.trained.trainingLoss},
                    {"training-seconds", outcome.trained.seconds},
                    {"test-images", outcome.quality.images.size()}};
    if (!outcome.quality.images.empty())
        quality.update({{"test-l1", mean.loss},
                        {"psnr-target", number(mean.psnr)},
                        {"ssim-target", mean.ssim},
                        {"ssim-source", mean.ssimSource}});
    if (auto written = writeFileAtomically(plan.run / "quality.json", quality.dump(2) + "\n", Overwrite::Yes); !written)
        return written;
    StainProfile profile = plan.profile;
    profile.method = NormalizationMethod::StainNet;
    profile.options = kNewProfileOptions;
    profile.weights = outcome.trained.weights;
    profile.gamut = std::move(gamut);
    profile.programVersion = kVersion;
    return writeStainProfile(profile, outcome.profile, Overwrite::Yes);
}

Result<StainNetOutcome> trainIn(const StainNetTrainingPlan& plan, OpenRun& run, const JobControl& control)
{
    const TrainingImages images(plan.train, kKeepBytes);
    const TrainingImages test(plan.test, kKeepBytes);
    StainNetOutcome outcome;
    outcome.checkpoint = checkpointOf(plan);
    outcome.profile = profileOf(plan);
    auto distilled = trained(plan, run, images, test, control);
    if (!distilled)
        return tl::unexpected(distilled.error());
    outcome.trained = std::move(*distilled);
    auto quality = measureQuality(outcome.trained.weights, test, JobControl{control.stop, {}, control.threads});
    if (!quality)
        return tl::unexpected(quality.error());
    outcome.quality = std::move(*quality);
    std::vector<ImagePair> all = plan.train;
    all.insert(all.end(), plan.aligned.begin(), plan.aligned.end());
    auto gamut = gamutOf(TrainingImages(std::move(all), 0), plan.config.seed, control);
    if (!gamut)
        return tl::unexpected(gamut.error());
    if (auto written = writeResults(plan, outcome, std::move(*gamut)); !written)
        return tl::unexpected(written.error());
    return outcome;
}

}

std::string caseOf(const std::string& name, std::size_t caseLength)
{
    return name.substr(0, caseLength > 0 ? caseLength : name.find('_'));
}

Result<StainNetOutcome> trainStainNet(const StainNetTrainingPlan& plan, const JobControl& control)
{
    if (auto valid = checkConfig(plan.config); !valid)
        return tl::unexpected(valid.error());
    if (plan.train.empty() && plan.aligned.empty())
        return fail(ErrorCode::TrainingDataInvalid, "The training set", "no images");
    auto run = openRun(plan, control.threads);
    if (!run)
        return tl::unexpected(run.error());
    auto outcome = trainIn(plan, *run, control);
    RunStatus status{RunState::Finished, {}};
    if (!outcome)
        status = outcome.error().code == ErrorCode::Cancelled ? RunStatus{RunState::Stopped, {}}
                                                              : RunStatus{RunState::Failed, describe(outcome.error())};
    const auto kept = run->folder.setStatus(status);
    if (outcome && !kept)
        return tl::unexpected(kept.error());
    return outcome;
}

}
