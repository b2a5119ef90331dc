#include <cmath>
#include <condition_variable>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <set>

#include <QSize>
#include <QTemporaryDir>
#include <QTest>

#include "demo/DemoSet.h"
#include "evaluation/Metrics.h"
#include "image/ImageFile.h"
#include "inference/InferenceModule.h"
#include "nn/Network.h"
#include "runs/RunFolder.h"
#include "training/Prefetch.h"
#include "training/StainGanNetworks.h"
#include "training/StainGanTraining.h"
#include "training/StateText.h"

using namespace isostain;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(isostain::ErrorCode)

namespace {

void writeGray(const fs::path& path, int width, int height, int gray)
{
    fs::create_directories(path.parent_path());
    RgbImage image = makeRgbImage(width, height);
    image.pixels.setTo(cv::Scalar::all(gray));
    QVERIFY(writePng(image, path, Overwrite::No));
}

std::string contentOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Networks of a few thousand weights, epochs of three steps.
StainGanConfig tinyConfig()
{
    StainGanConfig config;
    config.width = 2;
    config.blocks = 1;
    config.discriminatorWidth = 2;
    config.discriminatorHalvings = 2;
    config.crop = 32;
    config.batch = 2;
    config.schedule = StainGanSchedule::PublishedCode;
    config.epochs = 3;
    config.decayEpochs = 2;
    config.stepsPerEpoch = 5;
    config.warmupSteps = 2;
    config.poolSize = 3;
    config.logSteps = 2;
    config.learningRate = 1e-3;
    return config;
}

/// What FakeModel does wrong, at a step counted from 1.
struct Trouble {
    std::uint64_t step = 0;
    enum class Kind { None, NotANumber, WeightNotANumber, Collapse, OutOfMemory } kind = Kind::None;
};

/// A model that learns nothing and fails when it is told to.
class FakeModel : public StainGanModel {
public:
    FakeModel(const StainGanConfig& config, Trouble trouble) : m_config(config), m_trouble(trouble) {}

    std::string deviceName() const override { return "fake"; }
    std::string libraryVersion() const override { return "0"; }
    Result<StainGanMeasures> train(const UnpairedBatch& batch, const StainGanStep&) override
    {
        const bool isTime = batch.step + 1 >= m_trouble.step;
        m_hasBrokenWeight = isTime && m_trouble.kind == Trouble::Kind::WeightNotANumber;
        StainGanMeasures measures;
        measures.fill(0.5);
        if (isTime && m_trouble.kind == Trouble::Kind::OutOfMemory)
            return fail(ErrorCode::OutOfMemory, "the training", "no more");
        if (isTime && m_trouble.kind == Trouble::Kind::NotANumber)
            measures[static_cast<std::size_t>(StainGanMeasure::CycleSource)] = std::nan("");
        if (isTime && m_trouble.kind == Trouble::Kind::Collapse)
            measures[static_cast<std::size_t>(StainGanMeasure::ContrastToSource)] = 0.01;
        return measures;
    }
    Result<RgbImage> translate(StainGanDirection, const RgbImage& image) override { return image; }
    Result<ResnetGeneratorWeights> generator(StainGanDirection) const override { return newGenerator(m_config, 1); }
    Result<StateDict> state() const override
    {
        StateDict state{{"fake", tensorOfText("state")}};
        if (m_hasBrokenWeight)
            state["fake"].values[0] = std::nanf("");
        return state;
    }
    Result<void> restore(const StateDict&, const std::string&) override { return {}; }

private:
    StainGanConfig m_config;
    Trouble m_trouble;
    bool m_hasBrokenWeight = false;
};

Trouble nextTrouble;

StainGanModule fakeModule(Trouble trouble)
{
    nextTrouble = trouble;
    StainGanModule module;
    module.create = [](const StainGanConfig& config, unsigned) -> Result<std::unique_ptr<StainGanModel>> {
        return std::make_unique<FakeModel>(config, nextTrouble);
    };
    return module;
}

/// A control that asks to stop when `steps` steps are done.
struct StopAfter {
    explicit StopAfter(std::uint64_t steps)
    {
        control.stop = source.get_token();
        control.threads = 1;
        control.onProgress = [this, steps](const Progress& progress) {
            if (progress.done >= steps)
                source.request_stop();
        };
    }
    std::stop_source source;
    JobControl control;
};

}

/// The module under test, or a skip where this build has none.
#define STAINGAN_MODULE(name)                                                                                                  \
    const auto name##Loaded = loadStainGanModule();                                                                            \
    if (!name##Loaded)                                                                                                         \
        QSKIP("this build has no LibTorch");                                                                                   \
    const StainGanModule& name = **name##Loaded

class TestStainGan : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        demo::DemoSetOptions options;
        options.tissue = {Stain::HematoxylinEosin, 1536, 1536, 11};
        options.slides.clear();
        options.tiles = 5;
        m_tiles = fs::path(m_temporary.path().toStdString()) / "demo";
        QVERIFY(demo::writeDemoSet(m_tiles, options, {}));
        m_folders = {m_tiles / "tiles" / "a", m_tiles / "tiles" / "b", {}, {}};
    }

    void init() { m_run = fs::path(m_temporary.path().toStdString()) / ("run" + std::to_string(++m_runs)); }

    void settingsSurviveTheirFile()
    {
        for (const auto& preset : stainGanPresets()) {
            const StainGanConfig config = stainGanPreset(preset.value);
            QVERIFY2(checkStainGanConfig(config), preset.key);
            const auto read = stainGanConfigFromJson(toJson(config), tinyConfig(), "test");
            QVERIFY(read);
            QVERIFY(*read == config);
        }
        const auto partly = stainGanConfigFromJson(R"({"crop": 64, "schedule": "paper"})", tinyConfig(), "test");
        QVERIFY(partly);
        QCOMPARE(partly->crop, 64);
        QVERIFY(partly->schedule == StainGanSchedule::Paper);
        QCOMPARE(partly->width, tinyConfig().width);
    }

    void settingsThatMakeNoSenseAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("no JSON") << "{"
                                 << "";
        QTest::newRow("no object") << "[]"
                                   << "";
        QTest::newRow("unknown") << R"({"croop": 64})"
                                 << "croop";
        QTest::newRow("text for a number") << R"({"crop": "64"})"
                                           << "crop";
        QTest::newRow("fraction") << R"({"crop": 64.5})"
                                  << "crop";
        QTest::newRow("huge") << R"({"epochs": 1e300})"
                              << "epochs";
        QTest::newRow("beyond int") << R"({"epochs": 4294967297})"
                                    << "epochs";
        QTest::newRow("no multiple of 4") << R"({"crop": 66})"
                                          << "crop";
        QTest::newRow("zero") << R"({"batch": 0})"
                              << "batch";
        QTest::newRow("negative rate") << R"({"learning-rate": -1})"
                                       << "learning-rate";
        QTest::newRow("unknown schedule") << R"({"schedule": "mine"})"
                                          << "schedule";
        QTest::newRow("negative seed") << R"({"seed": -1})"
                                       << "seed";
        QTest::newRow("too narrow to copy") << R"({"width": 11, "start": "copying"})"
                                            << "start";
        QTest::newRow("more halvings than the crop has") << R"({"crop": 16, "discriminator-halvings": 5})"
                                                         << "discriminator-halvings";
    }
    void settingsThatMakeNoSenseAreNamed()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, named);
        const auto config = stainGanConfigFromJson(text.toStdString(), {}, "a file");
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(QString::fromStdString(describe(config.error())).contains(named), describe(config.error()).c_str());
    }

    void schedulesAreThePublishedOnes()
    {
        StainGanConfig config; // the paper's: stop after epoch 100
        QCOMPARE(epochCount(config), 100);
        QCOMPARE(learningRateOfEpoch(config, 99), 2e-4);
        config.schedule = StainGanSchedule::PublishedCode;
        config.epochs = 25;
        config.decayEpochs = 25;
        QCOMPARE(epochCount(config), 49);
        QCOMPARE(learningRateOfEpoch(config, 0), 2e-4);
        QCOMPARE(learningRateOfEpoch(config, 24), 2e-4);
        QCOMPARE(learningRateOfEpoch(config, 25), 2e-4 * 25 / 26);
        QCOMPARE(learningRateOfEpoch(config, 48), 2e-4 * 2 / 26);
    }

    void networksBeginAsPublished()
    {
        const StainGanConfig config;
        const ResnetGeneratorWeights generator = newGenerator(config, 7);
        QCOMPARE(generator.parameterCount(), std::size_t(11'378'179));
        QCOMPARE(newDiscriminator(config, 7).parameterCount(), std::size_t(2'764'737));
        const std::vector<float>& weights = generator.blocks[4].second.weight;
        double sum = 0, squares = 0;
        for (const float weight : weights) {
            sum += weight;
            squares += double(weight) * weight;
        }
        const double mean = sum / double(weights.size());
        QVERIFY(std::abs(mean) < 1e-4);
        QVERIFY(std::abs(std::sqrt(squares / double(weights.size()) - mean * mean) - 0.02) < 1e-4);
        for (const float bias : generator.head.bias)
            QCOMPARE(bias, 0.0f);
        QVERIFY(newGenerator(config, 7).stem.weight == generator.stem.weight);
        QVERIFY(newGenerator(config, 8).stem.weight != generator.stem.weight);
    }

    void anEpochShowsEveryImageOfTheSource()
    {
        const fs::path folder = m_run;
        for (int i = 0; i < 5; ++i)
            writeGray(folder / "a" / (std::to_string(i) + ".png"), 16, 20, 10 + i);
        for (int i = 0; i < 3; ++i)
            writeGray(folder / "b" / (std::to_string(i) + ".png"), 24, 16, 100 + i);
        const auto source = UnpairedImages::read(folder / "a", {16, 0}, {}); // nothing is kept in memory
        const auto target = UnpairedImages::read(folder / "b", {}, {});
        QVERIFY(source && target);
        const UnpairedSampler sampler(*source, *target, {16, 2, 0, 3});
        QCOMPARE(sampler.stepsPerEpoch(), std::uint64_t(3));
        std::multiset<int> seen;
        std::set<int> targets;
        for (std::uint64_t step = 0; step < 30; ++step) {
            const auto batch = sampler.batch(step);
            QVERIFY(batch);
            QCOMPARE(batch->source.count, step % 3 == 2 ? 1 : 2);
            QCOMPARE(batch->source.pixels.size(), std::size_t(batch->source.count * 16 * 16 * 3));
            QCOMPARE(batch->target.pixels.size(), batch->source.pixels.size());
            for (int i = 0; i < batch->source.count; ++i) {
                seen.insert(batch->source.pixels[std::size_t(i) * 16 * 16 * 3]);
                targets.insert(batch->target.pixels[std::size_t(i) * 16 * 16 * 3]);
            }
            QVERIFY(sampler.batch(step)->source.pixels == batch->source.pixels);
        }
        for (int i = 0; i < 5; ++i)
            QCOMPARE(seen.count(10 + i), std::size_t(10));
        QCOMPARE(targets.size(), std::size_t(3));
    }

    void cropsAreMirroredByChance()
    {
        RgbImage ramp = makeRgbImage(16, 16);
        for (int y = 0; y < 16; ++y)
            for (int x = 0; x < 16; ++x)
                ramp.pixels.at<cv::Vec3b>(y, x) = {std::uint8_t(10 * x), std::uint8_t(y), 7};
        fs::create_directories(m_run / "a");
        QVERIFY(writePng(ramp, m_run / "a" / "1.png", Overwrite::No));
        const auto images = UnpairedImages::read(m_run / "a", {}, {});
        const UnpairedSampler sampler(*images, *images, {16, 1, 40, 1});
        int mirrored = 0;
        for (std::uint64_t step = 0; step < 40; ++step) {
            const auto batch = sampler.batch(step);
            const auto& pixels = batch->source.pixels;
            const bool isMirrored = pixels[0] == 150;
            mirrored += isMirrored;
            for (int y = 0; y < 16; ++y)
                for (int x = 0; x < 16; ++x) {
                    const std::uint8_t* pixel = &pixels[std::size_t(3 * (16 * y + x))];
                    QCOMPARE(int(pixel[0]), 10 * (isMirrored ? 15 - x : x));
                    QCOMPARE(int(pixel[1]), y);
                    QCOMPARE(int(pixel[2]), 7);
                }
        }
        QVERIFY(mirrored > 8 && mirrored < 32);
    }

    void theFeedKeepsTheOrderAndEndsEarly()
    {
        std::mutex mutex;
        std::uint64_t made = 0;
        {
            Prefetch<UnpairedBatch> feed(
                [&](std::uint64_t step, const std::stop_token&) -> Result<UnpairedBatch> {
                    const std::lock_guard lock(mutex);
                    ++made;
                    if (step == 13)
                        throw std::bad_alloc();
                    return UnpairedBatch{step, {}, {}};
                },
                {3, 1000, 4, "the training images"});
            for (std::uint64_t step = 3; step < 13; ++step)
                QCOMPARE(feed.next()->step, step);
            QCOMPARE(feed.next().error().code, ErrorCode::OutOfMemory);
        }
        QCOMPARE(made, std::uint64_t(11));
        // Ends with its owner.
        Prefetch<UnpairedBatch> unread([](std::uint64_t step, const std::stop_token&) { return UnpairedBatch{step, {}, {}}; },
                                       {0, 1000, 4, "the training images"});
    }

    void badImagesAreLeftOutOrRefused_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << "missing" << ErrorCode::FileNotFound;
        QTest::newRow("empty") << "empty" << ErrorCode::TrainingDataInvalid;
        QTest::newRow("no images in it") << "text" << ErrorCode::TrainingDataInvalid;
        QTest::newRow("all too small") << "small" << ErrorCode::TrainingDataInvalid;
        QTest::newRow("all damaged") << "damaged" << ErrorCode::TrainingDataInvalid;
        QTest::newRow("the source's") << "source" << ErrorCode::TrainingDataInvalid;
        QTest::newRow("a copy of the source's") << "copy" << ErrorCode::TrainingDataInvalid;
    }
    void badImagesAreLeftOutOrRefused()
    {
        QFETCH(const QString, folder);
        QFETCH(const ErrorCode, code);
        const fs::path root = m_run / "data";
        writeGray(root / "source" / "1.png", 40, 40, 90);
        writeGray(root / "copy" / "1.png", 40, 40, 90);
        writeGray(root / "small" / "1.png", 31, 400, 90);
        for (const char* name : {"empty", "text", "damaged"})
            fs::create_directories(root / name);
        std::ofstream(root / "text" / "notes.txt") << "no image";
        std::ofstream(root / "damaged" / "1.png", std::ios::binary) << contentOf(m_folders.source / "0001.png").substr(0, 5000);
        const auto outcome = trainStainGan({root / "source", root / folder.toStdString(), {}, {}}, tinyConfig(), m_run / "run",
                                           Overwrite::No, fakeModule({}), {}, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, code);
        QVERIFY2(!isRunFolder(m_run / "run"), "nothing was begun");
    }

    void mixedImagesAreTrainedOnAndTheRestIsNamed()
    {
        const fs::path root = m_run / "data";
        writeGray(root / "a" / "1.png", 40, 300, 90);
        writeGray(root / "a" / "2.PNG", 500, 33, 120);
        writeGray(root / "a" / "small.png", 31, 31, 120);
        std::ofstream(root / "a" / "damaged.png", std::ios::binary) << contentOf(m_folders.source / "0001.png").substr(0, 5000);
        writeGray(root / "b" / "only.png", 32, 32, 190);
        std::vector<Error> leftOut;
        StainGanObserver observer;
        observer.onLeftOut = [&](const Error& error) {
            leftOut.push_back(error);
        };
        const auto outcome = trainStainGan({root / "a", root / "b", {}, {}}, tinyConfig(), m_run / "run", Overwrite::No,
                                           fakeModule({}), observer, {});
        QVERIFY2(outcome, outcome ? "" : describe(outcome.error()).c_str());
        QCOMPARE(outcome->sourceImages, std::size_t(2));
        QCOMPARE(outcome->targetImages, std::size_t(1));
        QCOMPARE(leftOut.size(), std::size_t(2));
        QVERIFY(leftOut[0].subject.ends_with("damaged.png"));
        QVERIFY(leftOut[1].subject.ends_with("small.png"));
        QVERIFY(readRunStatus(m_run / "run")->state == RunState::Finished);
    }

    void whatGoesWrongIsWrittenDownAndTheLastCheckpointKept_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("not a number") << int(Trouble::Kind::NotANumber) << ErrorCode::TrainingDiverged
                                      << "cycle_source is no number";
        QTest::newRow("a weight that is not a number")
            << int(Trouble::Kind::WeightNotANumber) << ErrorCode::TrainingDiverged << "'fake' holds a value that is no number";
        QTest::newRow("collapse") << int(Trouble::Kind::Collapse) << ErrorCode::TrainingDiverged << "one color";
        QTest::newRow("out of memory") << int(Trouble::Kind::OutOfMemory) << ErrorCode::OutOfMemory << "2 crops of 32x32";
    }
    void whatGoesWrongIsWrittenDownAndTheLastCheckpointKept()
    {
        QFETCH(const int, kind);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, words);
        const auto outcome =
            trainStainGan(m_folders, tinyConfig(), m_run, Overwrite::No, fakeModule({8, Trouble::Kind(kind)}), {}, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, code);
        const auto status = readRunStatus(m_run);
        QVERIFY(status->state == RunState::Failed);
        QVERIFY2(QString::fromStdString(status->reason).contains(words), status->reason.c_str());
        auto run = RunFolder::open(m_run);
        QVERIFY(run);
        const auto kept = readCheckpoint(run->latestCheckpoint()->path);
        QVERIFY(kept);
        QCOMPARE(textFrom(*kept, "fake", "kept").value_or(""), std::string("state"));
        QVERIFY(readNetwork(m_run / "generator.pth"));
        const auto metrics = readMetrics(m_run);
        for (const double value : *metrics->column("cycle_source"))
            QVERIFY(std::isnan(value) || value == 0.5);
    }

    void theCurvesAreInTheRunFolder()
    {
        StainGanFolders folders = m_folders;
        folders.testSource = m_folders.source;
        folders.testTarget = m_folders.target;
        std::vector<std::uint64_t> told;
        StainGanObserver observer;
        observer.onRow = [&](std::uint64_t step, std::span<const double>) {
            told.push_back(step);
        };
        const auto outcome = trainStainGan(folders, tinyConfig(), m_run, Overwrite::No, fakeModule({}), observer, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->steps, std::uint64_t(20));
        QVERIFY(outcome->quality);
        QCOMPARE(outcome->quality->psnr, outcome->quality->psnrUntouched); // it changes nothing
        const auto metrics = readMetrics(m_run);
        QVERIFY(metrics);
        QVERIFY(metrics->columns == stainGanColumns());
        QVERIFY((metrics->steps == std::vector<std::uint64_t>{2, 4, 5, 6, 8, 10, 12, 14, 15, 16, 18, 20}));
        QVERIFY(metrics->steps == told);
        QVERIFY(std::isnan((*metrics->column("adversarial_to_target"))[0])); // copying
        QCOMPARE((*metrics->column("adversarial_to_target"))[1], 0.5);
        QCOMPARE((*metrics->column("identity_source"))[0], 0.5);
        QVERIFY(std::isnan((*metrics->column("psnr_target"))[1]));
        QCOMPARE((*metrics->column("psnr_target"))[2], outcome->quality->psnr);
        QCOMPARE(metrics->column("learning_rate")->front(), 1e-3);
        QCOMPARE(metrics->column("learning_rate")->back(), 1e-3 * 2 / 3);
        QVERIFY(readImage(m_run / "previews" / "0000000005-to-target.png"));
        QCOMPARE(readImage(m_run / "previews" / "0000000020-to-source.png")->width(), 4 * 32);
    }

    void aStopWhileTheResultIsMeasuredLeavesAFinishedRun()
    {
        StopAfter stop(20);
        const StainGanFolders folders{m_folders.source, m_folders.target, m_folders.source, m_folders.target};
        const auto outcome = trainStainGan(folders, tinyConfig(), m_run, Overwrite::No, fakeModule({}), {}, stop.control);
        QVERIFY(outcome);
        QVERIFY(outcome->end == StainGanOutcome::End::Finished);
        QVERIFY(!outcome->quality);
        QVERIFY(readRunStatus(m_run)->state == RunState::Finished);
    }

    void aStoppedRunGoesOnToTheSameBits_data()
    {
        QTest::addColumn<QList<int>>("stops");
        QTest::newRow("while copying") << QList<int>{1};
        QTest::newRow("in mid-epoch, between two rows") << QList<int>{7};
        QTest::newRow("at an epoch's end") << QList<int>{10};
        QTest::newRow("again and again") << QList<int>{3, 2, 8, 1, 1};
    }
    void aStoppedRunGoesOnToTheSameBits()
    {
        STAINGAN_MODULE(module);
        QFETCH(const QList<int>, stops);
        const fs::path whole = fs::path(m_temporary.path().toStdString()) / "whole";
        if (!fs::exists(whole))
            QVERIFY(trainStainGan(m_folders, tinyConfig(), whole, Overwrite::No, module, {}, JobControl{{}, {}, 1}));
        for (int i = 0; i < stops.size(); ++i) {
            StopAfter stop(static_cast<std::uint64_t>(stops[i]));
            const auto outcome = i == 0 ? trainStainGan(m_folders, tinyConfig(), m_run, Overwrite::No, module, {}, stop.control)
                                        : resumeStainGan(m_run, {}, module, {}, stop.control);
            QVERIFY2(outcome, outcome ? "" : describe(outcome.error()).c_str());
            QVERIFY(outcome->end == StainGanOutcome::End::Stopped);
            QVERIFY(readRunStatus(m_run)->state == RunState::Stopped);
            QVERIFY(readNetwork(m_run / "generator.pth"));
        }
        const auto outcome = resumeStainGan(m_run, {}, module, {}, {}); // with the threads of the run
        QVERIFY2(outcome, outcome ? "" : describe(outcome.error()).c_str());
        QVERIFY(outcome->end == StainGanOutcome::End::Finished);
        for (const char* name : {"generator.pth", "generator-reverse.pth", "metrics.csv", "checkpoints/0000000020.ckpt",
                                 "previews/0000000020-to-target.png"}) {
            QVERIFY(!contentOf(whole / name).empty());
            QVERIFY2(contentOf(m_run / name) == contentOf(whole / name), name);
        }
        const auto again = resumeStainGan(m_run, {}, module, {}, {}); // nothing is left to do
        QVERIFY(again && again->end == StainGanOutcome::End::Finished);
        QVERIFY(contentOf(m_run / "generator.pth") == contentOf(whole / "generator.pth"));
    }

    void aDamagedCheckpointFallsBackToTheOneBefore()
    {
        STAINGAN_MODULE(module);
        StopAfter stop(12);
        QVERIFY(trainStainGan(m_folders, tinyConfig(), m_run, Overwrite::No, module, {}, stop.control));
        const fs::path newest = RunFolder::open(m_run)->latestCheckpoint()->path;
        fs::resize_file(newest, fs::file_size(newest) / 2);
        const auto outcome = resumeStainGan(m_run, {}, module, {}, {});
        QVERIFY2(outcome, outcome ? "" : describe(outcome.error()).c_str());
        const fs::path other = m_run.string() + "-whole";
        QVERIFY(trainStainGan(m_folders, tinyConfig(), other, Overwrite::No, module, {}, JobControl{{}, {}, 1}));
        QVERIFY(contentOf(m_run / "metrics.csv") == contentOf(other / "metrics.csv"));
        QVERIFY(contentOf(m_run / "generator.pth") == contentOf(other / "generator.pth"));
    }

    void whereAllCheckpointsAreDamagedNothingIsLost()
    {
        StopAfter stop(12);
        QVERIFY(trainStainGan(m_folders, tinyConfig(), m_run, Overwrite::No, fakeModule({}), {}, stop.control));
        for (const RunCheckpoint& checkpoint : RunFolder::open(m_run)->checkpoints())
            fs::resize_file(checkpoint.path, fs::file_size(checkpoint.path) / 2);
        const std::string rows = contentOf(m_run / "metrics.csv");
        QVERIFY(!resumeStainGan(m_run, {}, fakeModule({}), {}, {}));
        QVERIFY(contentOf(m_run / "metrics.csv") == rows);
        QCOMPARE(RunFolder::open(m_run)->checkpoints().size(), RunFolder::kCheckpointsKept);
    }

    void aKillBetweenTheCheckpointAndTheGeneratorsLosesNothing()
    {
        QVERIFY(trainStainGan(m_folders, tinyConfig(), m_run, Overwrite::No, fakeModule({}), {}, {}));
        const std::string whole = contentOf(m_run / "generator.pth");
        std::ofstream(m_run / "generator.pth") << "of an earlier checkpoint";
        fs::remove(m_run / "generator-reverse.pth");
        QVERIFY(resumeStainGan(m_run, {}, fakeModule({}), {}, {}));
        QVERIFY(contentOf(m_run / "generator.pth") == whole);
        QVERIFY(fs::exists(m_run / "generator-reverse.pth"));
    }

    void testPairsThatCannotBeMeasuredAreKnownBeforeTheFirstStep_data()
    {
        QTest::addColumn<QSize>("source");
        QTest::addColumn<QSize>("target");
        QTest::newRow("of two sizes") << QSize(64, 64) << QSize(64, 60);
        QTest::newRow("too small") << QSize(12, 64) << QSize(12, 64);
    }
    void testPairsThatCannotBeMeasuredAreKnownBeforeTheFirstStep()
    {
        QFETCH(const QSize, source);
        QFETCH(const QSize, target);
        const fs::path data = m_run / "data";
        writeGray(data / "a" / "1.png", source.width(), source.height(), 90);
        writeGray(data / "b" / "1.png", target.width(), target.height(), 120);
        const auto outcome = trainStainGan({m_folders.source, m_folders.target, data / "a", data / "b"}, tinyConfig(),
                                           m_run / "run", Overwrite::No, fakeModule({}), {}, {});
        QVERIFY(!outcome);
        QVERIFY2(!isRunFolder(m_run / "run"), "nothing was begun");
    }

    void whatCannotGoOnIsRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no run") << "none" << ErrorCode::FileNotFound;
        QTest::newRow("a folder without a run") << "empty" << ErrorCode::RunInvalid;
        QTest::newRow("a run of another kind") << "kind" << ErrorCode::RunInvalid;
        QTest::newRow("settings that are none") << "settings" << ErrorCode::RunInvalid;
        QTest::newRow("checkpoint of a wider network") << "width" << ErrorCode::CheckpointMismatch;
        QTest::newRow("checkpoint of a deeper network") << "blocks" << ErrorCode::CheckpointMismatch;
        QTest::newRow("checkpoint of a StainNet") << "foreign" << ErrorCode::CheckpointMismatch;
        QTest::newRow("nothing but damaged checkpoints") << "damaged" << ErrorCode::CheckpointUnrecognized;
        QTest::newRow("other images") << "images" << ErrorCode::RunMismatch;
    }
    void whatCannotGoOnIsRefused()
    {
        STAINGAN_MODULE(module);
        QFETCH(const QString, change);
        QFETCH(const ErrorCode, code);
        StainGanFolders moved;
        if (change == "empty")
            fs::create_directories(m_run);
        if (change != "none" && change != "empty") {
            StopAfter stop(3);
            QVERIFY(trainStainGan(m_folders, tinyConfig(), m_run, Overwrite::No, module, {}, stop.control));
            std::string text = contentOf(m_run / "config.json");
            const auto replace = [&](const std::string& from, const std::string& to) {
                const auto at = text.find(from);
                QVERIFY(at != std::string::npos);
                text.replace(at, from.size(), to);
            };
            if (change == "kind")
                replace("\"staingan\"", "\"classifier\"");
            if (change == "settings")
                replace("\"crop\": 32", "\"crop\": 33");
            if (change == "blocks")
                replace("\"blocks\": 1", "\"blocks\": 2");
            if (change == "width")
                replace("      \"width\": 2", "      \"width\": 4");
            if (change == "foreign") {
                const StainNetWeights stainNet{{ConvLayer{3, 3, 1, std::vector<float>(9), {0, 0, 0}}}};
                const fs::path newest = RunFolder::open(m_run)->latestCheckpoint()->path;
                QVERIFY(writeCheckpoint(toStateDict(stainNet), newest, Overwrite::Yes));
            }
            if (change == "damaged")
                std::ofstream(RunFolder::open(m_run)->latestCheckpoint()->path) << "weights";
            if (change == "images")
                moved.source = m_folders.target, moved.target = m_folders.source;
            std::ofstream(m_run / "config.json") << text;
        }
        const auto outcome = resumeStainGan(m_run, moved, module, {}, {});
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().code == code, describe(outcome.error()).c_str());
    }

    void anEndlessRateIsNoticed()
    {
        STAINGAN_MODULE(module);
        StainGanConfig config = tinyConfig();
        config.learningRate = 1;
        config.beta1 = config.beta2 = 0;
        config.epochs = 400;
        const auto outcome = trainStainGan(m_folders, config, m_run, Overwrite::No, module, {}, JobControl{{}, {}, 1});
        // Steps of 1 in every weight leave either no numbers or a generator that is saturated everywhere.
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::TrainingDiverged);
        QVERIFY(readRunStatus(m_run)->state == RunState::Failed);
    }

    void theFirstStepIsAdams()
    {
        STAINGAN_MODULE(module);
        const StainGanConfig config = tinyConfig();
        const auto model = module.create(config, 1);
        QVERIFY(model);
        const auto source = UnpairedImages::read(m_folders.source, {}, {});
        const auto target = UnpairedImages::read(m_folders.target, {}, {});
        const auto batch = UnpairedSampler(*source, *target, {32, 1, 1, 1}).batch(0);
        const auto before = (*model)->generator(StainGanDirection::ToTarget);
        const auto stateBefore = (*model)->state();
        constexpr double kRate = 1e-3;
        const auto measures = (*model)->train(*batch, {StainGanStep::Phase::Copying, kRate});
        QVERIFY(before && stateBefore && measures);

        // The identity loss is what the network, run on its own, says.
        RgbImage image = makeRgbImage(32, 32);
        std::copy(batch->target.pixels.begin(), batch->target.pixels.end(), image.pixels.data);
        const auto inference = loadInferenceModule();
        QVERIFY(inference);
        const auto output = (*inference)->evaluate(*before, image);
        QVERIFY(output);
        double sum = 0;
        for (int channel = 0; channel < 3; ++channel)
            for (std::size_t i = 0; i < 32 * 32; ++i) {
                const double value = (image.pixels.data[3 * i + static_cast<std::size_t>(channel)] / 255.0 - 0.5) * 2;
                sum += std::abs(double(output->values[static_cast<std::size_t>(channel) * 32 * 32 + i]) - value);
            }
        const double identity = (*measures)[static_cast<std::size_t>(StainGanMeasure::IdentityTarget)];
        QVERIFY2(std::abs(identity - sum / (3 * 32 * 32)) < 1e-5, qPrintable(QString::number(identity)));

        // Adam's first step is the learning rate in the direction of the gradient, whatever its size.
        const auto after = (*model)->generator(StainGanDirection::ToTarget);
        for (std::size_t i = 0; i < after->head.weight.size(); ++i) {
            const double change = std::abs(double(after->head.weight[i]) - before->head.weight[i]);
            QVERIFY2(std::abs(change - kRate) < 0.02 * kRate, qPrintable(QString::number(change)));
        }
        // Copying leaves the discriminators alone; the adversarial phase does not.
        const auto weightOf = [](const StateDict& state) {
            return state.at("judge-source.model.2.weight").values;
        };
        QVERIFY(weightOf(*(*model)->state()) == weightOf(*stateBefore));
        QVERIFY((*model)->train(*batch, {StainGanStep::Phase::Adversarial, kRate}));
        QVERIFY(weightOf(*(*model)->state()) != weightOf(*stateBefore));
    }

    void aCopyingStartKeepsTheStructure()
    {
        STAINGAN_MODULE(module);
        StainGanConfig config = tinyConfig();
        config.width = 12;
        config.start = StainGanStart::Copying;
        const auto image = readImage(m_folders.source / "0001.png");
        std::array<double, 2> similarity{};
        for (const auto start : {StainGanStart::Random, StainGanStart::Copying}) {
            config.start = start;
            const auto model = module.create(config, 1);
            QVERIFY(model);
            for (const auto direction : {StainGanDirection::ToTarget, StainGanDirection::ToSource}) {
                const auto result = (*model)->translate(direction, *image);
                QVERIFY(result);
                similarity[static_cast<std::size_t>(start)] = *ssimSource(*result, *image);
            }
        }
        QVERIFY2(similarity[1] > 0.95, qPrintable(QString::number(similarity[1])));
        QVERIFY2(similarity[0] < 0.8, qPrintable(QString::number(similarity[0])));
    }

    void generatorsLearnToCopy()
    {
        STAINGAN_MODULE(module);
        StainGanConfig config = tinyConfig();
        config.width = 4;
        config.warmupSteps = 1000;
        config.stepsPerEpoch = 60;
        config.epochs = 1;
        config.decayEpochs = 0;
        config.learningRate = 5e-3;
        config.logSteps = 10;
        QVERIFY(trainStainGan(m_folders, config, m_run, Overwrite::No, module, {}, JobControl{{}, {}, 1}));
        const std::vector<double> losses = *readMetrics(m_run)->column("identity_target");
        QVERIFY2(losses.back() < 0.8 * losses.front(), qPrintable(QString("%1 -> %2").arg(losses.front()).arg(losses.back())));
    }

private:
    QTemporaryDir m_temporary;
    fs::path m_tiles;
    StainGanFolders m_folders;
    fs::path m_run;
    int m_runs = 0;
};

QTEST_GUILESS_MAIN(TestStainGan)
#include "tst_staingan.moc"
