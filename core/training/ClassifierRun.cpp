#include "training/ClassifierRun.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/Parallel.h"
#include "base/Sha256.h"
#include "export/NumberText.h"
#include "runs/RunFolder.h"
#include "training/ClassifierTraining.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

using nlohmann::json;

constexpr const char* kRaw = "raw";
constexpr const char* kSameScanner = "same scanner";
const std::string kRepeatKey = "repeat";

/// All images that a run needs.
struct Data {
    LabelledImages train;
    LabelledImages test;
    std::optional<LabelledImages> sameScanner;
    std::uint8_t positive = 1;
    std::size_t skipped = 0;
};

/// One column of the tables.
struct Test {
    std::string name;
    const LabelledImages* images = nullptr;
    ImageChange change;
};

Result<std::uint8_t> positiveOf(const LabelledImages& images, const std::string& wanted)
{
    const auto find = [&](const std::string& name) -> std::optional<std::uint8_t> {
        for (std::uint8_t i = 0; i < LabelledImages::kClasses; ++i)
            if (images.classes[i] == name)
                return i;
        return std::nullopt;
    };
    if (!wanted.empty()) {
        const auto found = find(wanted);
        if (!found)
            return fail(ErrorCode::InvalidArgument, "The class \"" + wanted + "\"",
                        "the classes are " + images.classes[0] + " and " + images.classes[1]);
        return *found;
    }
    for (const char* usual : {"tumor", "abnormal"})
        if (const auto found = find(usual))
            return *found;
    return 1;
}

Result<LabelledImages> readImages(const fs::path& folder, const LabelledImages* like, const ClassifierObserver& observer,
                                  const JobControl& control)
{
    auto images = readLabelledImages(folder, JobControl{control.stop, {}, control.threads});
    if (!images)
        return images;
    if (observer.onLeftOut)
        for (const Error& error : images->skipped)
            observer.onLeftOut(error);
    if (like && images->classes != like->classes)
        return fail(ErrorCode::TrainingDataInvalid, folder.string(),
                    "its classes are " + images->classes[0] + " and " + images->classes[1] + ", those of the training " +
                        like->classes[0] + " and " + like->classes[1]);
    if (like && (images->width != like->width || images->height != like->height))
        return fail(ErrorCode::TrainingDataInvalid, folder.string(), "its images have another size than those of the training");
    return images;
}

Result<Data> readData(const ClassifierInputs& inputs, const ClassifierObserver& observer, const JobControl& control)
{
    Data data;
    auto train = readImages(inputs.train, nullptr, observer, control);
    if (!train)
        return tl::unexpected(train.error());
    data.train = *std::move(train);
    auto test = readImages(inputs.test, &data.train, observer, control);
    if (!test)
        return tl::unexpected(test.error());
    data.test = *std::move(test);
    data.skipped = data.train.skipped.size() + data.test.skipped.size();
    if (!inputs.sameScanner.empty()) {
        auto same = readImages(inputs.sameScanner, &data.train, observer, control);
        if (!same)
            return tl::unexpected(same.error());
        data.sameScanner = *std::move(same);
        data.skipped += data.sameScanner->skipped.size();
    }
    const auto positive = positiveOf(data.train, inputs.positive);
    if (!positive)
        return tl::unexpected(positive.error());
    data.positive = *positive;
    return data;
}

Result<std::vector<Test>> makeTests(const ClassifierInputs& inputs, const Data& data, const JobControl& control)
{
    std::vector<Test> tests{{kRaw, &data.test, {}}};
    for (const NamedNormalizer& normalizer : inputs.normalizers) {
        auto change = normalizerOf(normalizer, data.test, JobControl{control.stop, {}, control.threads});
        if (!change)
            return tl::unexpected(change.error());
        tests.push_back({normalizer.name, &data.test, *std::move(change)});
    }
    if (data.sameScanner)
        tests.push_back({kSameScanner, &*data.sameScanner, {}});
    return tests;
}

Result<void> checkNames(const std::vector<NamedNormalizer>& normalizers)
{
    std::set<std::string> names{kRaw, kSameScanner};
    for (const NamedNormalizer& normalizer : normalizers)
        if (normalizer.name.empty() || !names.insert(normalizer.name).second)
            return fail(ErrorCode::InvalidArgument, "The name \"" + normalizer.name + "\" of a normalizer",
                        "each needs one of its own; \"raw\" and \"same scanner\" are taken");
    return {};
}

/// Tells a training folder from itself after files came or went.
std::string fingerprint(const LabelledImages& images)
{
    Sha256 hash;
    for (const LabelledImage& image : images.images)
        hash.add(image.name.c_str(), image.name.size() + 1);
    return hash.hex();
}

std::string toJson(const ClassifierInputs& inputs, const ClassifierConfig& config, const Data& data)
{
    json normalizers = json::array();
    for (const NamedNormalizer& normalizer : inputs.normalizers)
        normalizers.push_back({{"name", normalizer.name}, {"file", normalizer.file.string()}});
    const json object{{"training", json::parse(isostain::toJson(config))}, {"train", inputs.train.string()},
                      {"train_images_sha256", fingerprint(data.train)},    {"test", inputs.test.string()},
                      {"same_scanner", inputs.sameScanner.string()},       {"weights", inputs.weights.string()},
                      {"positive", data.train.classes[data.positive]},     {"normalizers", std::move(normalizers)}};
    return object.dump(2, ' ', false, json::error_handler_t::replace);
}

/// What toJson() wrote.
struct SavedRun {
    ClassifierInputs inputs;
    ClassifierConfig config;
    std::string fingerprint;
};

Result<SavedRun> savedRun(const RunInfo& info, const fs::path& run)
{
    const auto invalid = [&](const std::string& detail) {
        return fail(ErrorCode::RunInvalid, run.string(), detail);
    };
    if (info.kind != "classifier")
        return invalid("it is not the run of a classifier");
    try {
        const json object = json::parse(info.config);
        SavedRun saved;
        const auto config = parseClassifierConfig(object.at("training").dump(), {}, "its configuration");
        if (!config)
            return invalid(describe(config.error()));
        saved.config = *config;
        saved.fingerprint = object.at("train_images_sha256").get<std::string>();
        saved.inputs.train = object.at("train").get<std::string>();
        saved.inputs.test = object.at("test").get<std::string>();
        saved.inputs.sameScanner = object.at("same_scanner").get<std::string>();
        saved.inputs.weights = object.at("weights").get<std::string>();
        saved.inputs.positive = object.at("positive").get<std::string>();
        for (const json& normalizer : object.at("normalizers"))
            saved.inputs.normalizers.push_back(
                {normalizer.at("name").get<std::string>(), normalizer.at("file").get<std::string>()});
        return saved;
    } catch (const json::exception& error) {
        return invalid(error.what());
    }
}

std::string numbered(const char* name, std::size_t repeat, const char* extension)
{
    char text[64];
    std::snprintf(text, sizeof text, "%s-%02zu%s", name, repeat + 1, extension);
    return text;
}

/// The repeats of a run, one after the other.
class Repeats {
public:
    Repeats(const ClassifierInputs& inputs, const ClassifierConfig& config, const Data& data, std::vector<Test> tests,
            RunFolder& folder, const ClassifierModule& module, const JobControl& control)
        : m_inputs(inputs),
          m_config(config),
          m_data(data),
          m_tests(std::move(tests)),
          m_folder(folder),
          m_module(module),
          m_control(control)
    {
        for (const Test& test : m_tests) {
            ClassifierTestScores scores;
            scores.name = test.name;
            for (const LabelledImage& image : test.images->images) {
                scores.images.push_back(image.name);
                scores.labels.push_back(image.label);
            }
            m_scores.push_back(std::move(scores));
        }
    }

    std::size_t done() const { return m_scores.front().scores.size(); }
    const std::vector<ClassifierTestScores>& scores() const { return m_scores; }

    /// Reads the newest checkpoint and what the repeats before it have given.
    Result<void> prepareResume()
    {
        const auto latest = m_folder.latestCheckpoint();
        std::size_t repeat = 0;
        if (latest) {
            auto state = readCheckpoint(latest->path);
            if (!state)
                return tl::unexpected(state.error());
            const auto saved = state->find(kRepeatKey);
            if (saved == state->end() || saved->second.values.size() != 1 || !(saved->second.values[0] >= 0) ||
                saved->second.values[0] >= static_cast<float>(m_config.repeats))
                return fail(ErrorCode::ClassifierMismatch, latest->path.string(), "it is of another run");
            repeat = static_cast<std::size_t>(saved->second.values[0]);
            state->erase(kRepeatKey);
            m_state = *std::move(state);
        }
        for (std::size_t i = 0; i < repeat; ++i)
            if (auto read = readScores(i); !read)
                return read;
        return m_folder.resumeAt(latest ? latest->step : 0);
    }

    Result<void> run()
    {
        while (done() < static_cast<std::size_t>(m_config.repeats))
            if (auto ran = runOne(done()); !ran)
                return ran;
        return {};
    }

private:
    std::uint64_t batches() const
    {
        const auto size = static_cast<std::size_t>(m_config.batchSize);
        return (m_data.train.images.size() + size - 1) / size;
    }
    /// Of the run: batches over all repeats.
    std::uint64_t firstStep(std::size_t repeat) const
    {
        return repeat * static_cast<std::uint64_t>(m_config.epochs) * batches();
    }

    ClassifierConfig configOf(std::size_t repeat) const
    {
        ClassifierConfig config = m_config;
        config.seed += static_cast<std::uint32_t>(repeat);
        return config;
    }

    Result<SqueezeNetWeights> beginning(std::uint32_t seed) const
    {
        constexpr int kClasses = static_cast<int>(LabelledImages::kClasses);
        if (m_inputs.weights.empty())
            return untrainedSqueezeNet(kClasses, m_config.width, seed);
        return readSqueezeNet(m_inputs.weights).map([&](SqueezeNetWeights weights) {
            return withNewHead(std::move(weights), kClasses, seed);
        });
    }

    Result<void> runOne(std::size_t repeat)
    {
        const ClassifierConfig config = configOf(repeat);
        const auto weights = beginning(config.seed);
        if (!weights)
            return tl::unexpected(weights.error());
        auto network = m_module.create(*weights, m_control.threads);
        if (!network)
            return tl::unexpected(network.error());
        const std::uint64_t first = firstStep(repeat);
        m_step = first;
        const JobControl control{m_control.stop,
                                 [&](const Progress& progress) {
                                     m_step = first + progress.done;
                                     m_control.report(m_step, firstStep(static_cast<std::size_t>(m_config.repeats)));
                                 },
                                 m_control.threads};
        auto trained =
            trainClassifier(**network, m_data.train, config, std::exchange(m_state, std::nullopt), hooksOf(repeat), control);
        if (!trained)
            return trained;
        return test(**network, repeat, config);
    }

    ClassifierHooks hooksOf(std::size_t repeat)
    {
        ClassifierHooks hooks;
        hooks.epochDone = [this, repeat](const ClassifierEpoch& epoch) {
            const double values[] = {static_cast<double>(repeat + 1), static_cast<double>(epoch.epoch + 1), epoch.learningRate,
                                     epoch.loss, epoch.accuracy};
            return m_folder.appendMetrics(m_step, values);
        };
        hooks.save = [this, repeat](const StateDict& state) {
            StateDict saved = state;
            saved[kRepeatKey] = {{1}, {static_cast<float>(repeat)}};
            return m_folder.saveCheckpoint(m_step,
                                           [&](const fs::path& path) { return writeCheckpoint(saved, path, Overwrite::Yes); });
        };
        return hooks;
    }

    Result<void> test(ClassifierNetwork& network, std::size_t repeat, const ClassifierConfig& config)
    {
        std::vector<std::vector<double>> all;
        for (const Test& test : m_tests) {
            auto scores = scoreImages(network, *test.images, test.change, m_data.positive, config,
                                      JobControl{m_control.stop, {}, m_control.threads});
            if (!scores)
                return tl::unexpected(scores.error());
            all.push_back(*std::move(scores));
        }
        const auto weights = network.weights();
        if (!weights)
            return tl::unexpected(weights.error());
        if (auto written = writeCheckpoint(toStateDict(*weights), path(numbered("classifier", repeat, ".pth")), Overwrite::Yes);
            !written)
            return written;
        std::string text;
        for (const auto& scores : all)
            for (const double score : scores)
                text += numberText(score) + "\n";
        if (auto written = writeFileAtomically(path(numbered("scores", repeat, ".txt")), text, Overwrite::Yes); !written)
            return written;
        for (std::size_t i = 0; i < all.size(); ++i)
            m_scores[i].scores.push_back(std::move(all[i]));
        return {};
    }

    Result<void> readScores(std::size_t repeat)
    {
        const fs::path file = path(numbered("scores", repeat, ".txt"));
        std::ifstream stream(file);
        if (!stream)
            return fail(ErrorCode::FileNotFound, file.string());
        for (ClassifierTestScores& test : m_scores) {
            std::vector<double> scores(test.images.size());
            for (double& score : scores)
                if (!(stream >> score) || !(score >= 0 && score <= 1))
                    return fail(ErrorCode::CorruptFile, file.string(), "or the test images have changed since");
            test.scores.push_back(std::move(scores));
        }
        return {};
    }

    fs::path path(const std::string& name) const { return m_folder.path() / name; }

    const ClassifierInputs& m_inputs;
    const ClassifierConfig& m_config;
    const Data& m_data;
    std::vector<Test> m_tests;
    RunFolder& m_folder;
    const ClassifierModule& m_module;
    const JobControl& m_control;
    std::vector<ClassifierTestScores> m_scores;
    std::optional<StateDict> m_state;
    std::uint64_t m_step = 0;
};

/// Runs the repeats and writes down what came of them.
Result<ClassifierOutcome> finish(Repeats& repeats, RunFolder& folder, const Data& data, const ClassifierConfig& config)
{
    const auto ran = repeats.run();
    const bool isStopped = !ran && ran.error().code == ErrorCode::Cancelled;
    if (!ran && !isStopped) {
        // The first error is the one to tell.
        (void)folder.setStatus({RunState::Failed, describe(ran.error())});
        Error error = ran.error();
        if (error.code == ErrorCode::TrainingDiverged)
            error.subject = folder.path().string();
        return tl::unexpected(std::move(error));
    }
    ClassifierOutcome outcome;
    outcome.end = isStopped ? ClassifierOutcome::End::Stopped : ClassifierOutcome::End::Finished;
    outcome.repeatsDone = repeats.done();
    outcome.facts = {data.train.classes, data.positive, data.train.images.size(), data.skipped, isostain::toJson(config)};
    if (outcome.repeatsDone > 0) {
        if (const auto written = writeClassifierReport(folder.path(), repeats.scores(), outcome.facts); !written)
            return tl::unexpected(written.error());
        auto summaries = summarize(repeats.scores(), data.positive);
        if (!summaries)
            return tl::unexpected(summaries.error());
        outcome.tests = *std::move(summaries);
    }
    if (const auto set = folder.setStatus({isStopped ? RunState::Stopped : RunState::Finished, {}}); !set)
        return tl::unexpected(set.error());
    return outcome;
}

}

Result<ClassifierOutcome> runClassifier(const ClassifierInputs& inputs, const ClassifierConfig& config, const fs::path& run,
                                        Overwrite overwrite, const ClassifierModule& module, const ClassifierObserver& observer,
                                        const JobControl& control)
{
    if (const auto checked = checkConfig(config); !checked)
        return tl::unexpected(checked.error());
    if (const auto checked = checkNames(inputs.normalizers); !checked)
        return tl::unexpected(checked.error());
    if (!inputs.weights.empty())
        if (const auto weights = readSqueezeNet(inputs.weights); !weights)
            return tl::unexpected(weights.error());
    const auto data = readData(inputs, observer, control);
    if (!data)
        return tl::unexpected(data.error());
    auto tests = makeTests(inputs, *data, control);
    if (!tests)
        return tl::unexpected(tests.error());
    RunInfo info;
    info.kind = "classifier";
    info.config = toJson(inputs, config, *data);
    info.seed = config.seed;
    info.threads = threadCount(control.threads);
    info.metrics = {"repeat", "epoch", "learning_rate", "loss", "accuracy"};
    info.results = {"classifier-*.pth", "scores-*.txt", "scores.csv", "roc.csv", "summary.json", "summary.md"};
    auto folder = RunFolder::create(run, info, overwrite);
    if (!folder)
        return tl::unexpected(folder.error());
    Repeats repeats(inputs, config, *data, *std::move(tests), *folder, module, control);
    return finish(repeats, *folder, *data, config);
}

Result<ClassifierOutcome> resumeClassifier(const fs::path& run, const ClassifierModule& module,
                                           const ClassifierObserver& observer, const JobControl& control)
{
    auto folder = RunFolder::open(run);
    if (!folder)
        return tl::unexpected(folder.error());
    const auto saved = savedRun(folder->info(), run);
    if (!saved)
        return tl::unexpected(saved.error());
    JobControl ofRun = control;
    if (ofRun.threads == 0)
        ofRun.threads = folder->info().threads;
    const auto data = readData(saved->inputs, observer, ofRun);
    if (!data)
        return tl::unexpected(data.error());
    if (fingerprint(data->train) != saved->fingerprint)
        return fail(ErrorCode::TrainingDataInvalid, saved->inputs.train.string(),
                    "its images are no longer those that the run began with");
    auto tests = makeTests(saved->inputs, *data, ofRun);
    if (!tests)
        return tl::unexpected(tests.error());
    Repeats repeats(saved->inputs, saved->config, *data, *std::move(tests), *folder, module, ofRun);
    if (const auto prepared = repeats.prepareResume(); !prepared)
        return tl::unexpected(prepared.error());
    return finish(repeats, *folder, *data, saved->config);
}

}
