#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>

#include <QTemporaryDir>
#include <QTest>

#include "demo/DemoSet.h"
#include "image/ImageFile.h"
#include "nn/Checkpoint.h"
#include "runs/RunFolder.h"
#include "support/TestData.h"
#include "training/DistillationQuality.h"
#include "training/StainNetTraining.h"
#include "training/TrainingPatches.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

fs::path pathOf(const QTemporaryDir& folder)
{
    return folder.path().toStdString();
}

void writeGray(const fs::path& path, int width, int height, int gray)
{
    fs::create_directories(path.parent_path());
    RgbImage image = makeRgbImage(width, height);
    image.pixels.setTo(cv::Scalar::all(gray));
    QVERIFY(writePng(image, path, Overwrite::No));
}

}

class TestTraining : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_tiles = std::make_unique<QTemporaryDir>();
        demo::DemoSetOptions options;
        options.tissue = {Stain::HematoxylinEosin, 1536, 1536, 11};
        options.slides.clear();
        options.tiles = 6;
        QVERIFY(demo::writeDemoSet(pathOf(*m_tiles), options, {}));
        auto found = pairImages(pathOf(*m_tiles) / "tiles" / "a", pathOf(*m_tiles) / "tiles" / "b");
        QVERIFY(found);
        m_pairs = found->pairs;
        QCOMPARE(m_pairs.size(), std::size_t(6));
    }

    void pairsOfTwoSizesAreNamed()
    {
        QTemporaryDir folder;
        writeGray(pathOf(folder) / "a" / "1.png", 4, 4, 100);
        writeGray(pathOf(folder) / "c" / "1.png", 5, 4, 100);
        const auto differing = pairImages(pathOf(folder) / "a", pathOf(folder) / "c");
        QVERIFY(differing);
        const auto image = readTrainingImage(differing->pairs.front());
        QVERIFY(!image);
    }

    void pixelsKeepTheirPartners()
    {
        QTemporaryDir folder;
        writeGray(pathOf(folder) / "a" / "1.png", 20, 10, 10);
        writeGray(pathOf(folder) / "b" / "1.png", 20, 10, 110);
        writeGray(pathOf(folder) / "a" / "2.png", 30, 10, 20);
        writeGray(pathOf(folder) / "b" / "2.png", 30, 10, 120);
        // Kept in memory or read each time.
        for (const std::size_t keepBytes : {std::size_t(1) << 20, std::size_t(0)}) {
            const TrainingImages images(pairImages(pathOf(folder) / "a", pathOf(folder) / "b")->pairs, keepBytes);
            for (const std::size_t most : {std::size_t(10'000), std::size_t(80)}) {
                const auto pixels = shuffledPixels(images, most, 1, {});
                QVERIFY(pixels);
                QCOMPARE(pixels->size(), most == 80 ? std::size_t(80) : std::size_t(500));
                for (const ColorPair& pair : *pixels)
                    QCOMPARE(pair.target, pair.source + 0x646464u);
            }
        }
    }

    void patchesComeOnceInARound_data()
    {
        QTest::addColumn<int>("kernel");
        QTest::newRow("colors") << 1;
        QTest::newRow("crops") << 3;
    }

    void patchesComeOnceInARound()
    {
        QFETCH(int, kernel);
        const TrainingImages images(m_pairs, std::size_t(1) << 30);
        StainNetShape shape;
        shape.kernels = {kernel, 1};
        auto patches = TrainingPatches::cut(images, shape, 100'000, 1, {});
        QVERIFY(patches);
        QVERIFY(patches->pixelCount() > 90'000 && patches->pixelCount() < 130'000);
        std::vector<ColorPatch> first;
        std::vector<ColorPatch> second;
        for (std::size_t i = 0; i < patches->count(); ++i)
            patches->take(1, 1, first);
        for (std::size_t i = 0; i < patches->count(); ++i)
            patches->take(1, 1, second);
        const auto addresses = [](const std::vector<ColorPatch>& batch) {
            std::vector<const ColorPair*> result;
            for (const ColorPatch& patch : batch)
                result.push_back(patch.pairs);
            return result;
        };
        auto a = addresses(first);
        auto b = addresses(second);
        QVERIFY(a != b);
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        QVERIFY(a == b);
        QVERIFY(std::adjacent_find(a.begin(), a.end()) == a.end());
    }

    void identicalImagesAreLeftOutOfTheMeanPsnr()
    {
        QTemporaryDir folder;
        for (const char* name : {"a/same.png", "b/same.png", "a/other.png"})
            writeGray(pathOf(folder) / name, 12, 12, 100);
        writeGray(pathOf(folder) / "b" / "other.png", 12, 12, 101);
        auto pairs = pairImages(pathOf(folder) / "a", pathOf(folder) / "b")->pairs;
        // Answers 100 for every color, the truncated half of a level above it.
        const float bias = (100.5f / 255 - 0.5f) * 2;
        const StainNetWeights constant{{ConvLayer{3, 3, 1, std::vector<float>(9), {0, 0, 0}},
                                        ConvLayer{3, 3, 1, std::vector<float>(9), {bias, bias, bias}}}};
        const auto quality = measureQuality(constant, TrainingImages(pairs, 0), {});
        QVERIFY(quality);
        QCOMPARE(quality->images.size(), std::size_t(2));
        QCOMPARE(quality->mean.psnr, 20 * std::log10(255.0));
        QCOMPARE(quality->mean.psnrUntouched, 20 * std::log10(255.0));
        QCOMPARE(quality->mean.ssimSource, 1.0);
        pairs.erase(pairs.begin());
        const auto identical = measureQuality(constant, TrainingImages(pairs, 0), {});
        QVERIFY(std::isinf(identical->mean.psnr));
        QCOMPARE(measureQuality(constant, TrainingImages({}, 0), {})->images.size(), std::size_t(0));
        const StainNetWeights broken{{ConvLayer{3, 4, 1, std::vector<float>(12), std::vector<float>(4)},
                                      ConvLayer{3, 3, 1, std::vector<float>(9), std::vector<float>(3)}}};
        QCOMPARE(measureQuality(broken, TrainingImages(pairs, 0), {}).error().code, ErrorCode::CheckpointMismatch);
    }

    void aStainNetLearnsTheOtherScanner_data()
    {
        QTest::addColumn<std::vector<int>>("kernels");
        QTest::newRow("pointwise") << std::vector{1, 1, 1};
        QTest::newRow("3x3 first") << std::vector{3, 1};
    }

    void aStainNetLearnsTheOtherScanner()
    {
        QFETCH(std::vector<int>, kernels);
        DistillationConfig config;
        config.shape = {16, kernels};
        config.steps = 150;
        config.pixelsPerStep = 4096;
        std::uint64_t lastStep = 0;
        std::uint64_t rows = 0;
        const auto trained = distillFast(
            images(0, 5), config,
            [&](const DistillationRow& row) -> Result<void> {
                rows += row.trainingLoss > 0 && row.step <= 150 ? 1 : 0;
                return {};
            },
            JobControl{{}, [&](const Progress& progress) { lastStep = progress.done; }, 2});
        QVERIFY(trained);
        QCOMPARE(lastStep, std::uint64_t(150));
        QCOMPARE(rows, std::uint64_t(150));
        const auto quality = measureQuality(trained->weights, images(5, 1), {});
        QVERIFY(quality);
        QVERIFY2(quality->mean.psnr > quality->mean.psnrUntouched + 5,
                 qPrintable(QString("%1 from %2").arg(quality->mean.psnr).arg(quality->mean.psnrUntouched)));
    }

    void theSameSeedGivesTheSameWeights()
    {
        DistillationConfig config = brief();
        const auto first = distillFast(images(0, 6), config, {}, JobControl{{}, {}, 1});
        const auto again = distillFast(images(0, 6), config, {}, JobControl{{}, {}, 3});
        config.seed = 2;
        const auto other = distillFast(images(0, 6), config, {}, JobControl{{}, {}, 1});
        QVERIFY(first && again && other);
        QVERIFY(flattened(first->weights) == flattened(again->weights));
        QVERIFY(flattened(first->weights) != flattened(other->weights));
    }

    void whiteStaysWhereItIsAskedFor()
    {
        DistillationConfig config = brief();
        config.steps = 300;
        std::vector<ColorPair> nearWhite;
        for (std::uint32_t red = 235; red <= 255; red += 5)
            for (std::uint32_t green = 235; green <= 255; green += 5)
                for (std::uint32_t blue = 235; blue <= 255; blue += 5)
                    nearWhite.push_back({red << 16 | green << 8 | blue, red << 16 | green << 8 | blue});
        const auto count = static_cast<int>(nearWhite.size());
        // Mean difference in the scale of 2.
        const auto shift = [&](double keepWhite) {
            config.keepWhite = keepWhite;
            const auto trained = distillFast(images(0, 6), config, {}, {});
            StainNetPass pass(config.shape);
            return pass.loss(flattened(trained->weights), {nearWhite.data(), count, count, 1, 1}, {1, 0, 0}) / (3.0 * count);
        };
        const double without = shift(0);
        const double with = shift(5);
        QVERIFY2(with < 0.75 * without && with < 0.05, qPrintable(QString("%1 from %2").arg(with).arg(without)));
    }

    void theMixedRecipeTakesPairsAndTeachers()
    {
        DistillationConfig config = brief();
        config.steps = 200;
        // One case whose pairs and teacher agree, one with pairs alone, one with a teacher alone.
        const std::vector<DistillationCase> cases{
            {"1", {m_pairs[0]}, {m_pairs[1]}}, {"2", {}, {m_pairs[2]}}, {"3", {m_pairs[3]}, {}}};
        const auto trained = distillMixed(cases, config, {}, {});
        QVERIFY(trained);
        const auto quality = measureQuality(trained->weights, images(5, 1), {});
        QVERIFY(quality->mean.psnr > quality->mean.psnrUntouched + 4);
        QCOMPARE(distillMixed({}, config, {}, {}).error().code, ErrorCode::TrainingDataInvalid);
    }

    void aPublishedTrainingGoesOnAsInOneGo()
    {
        DistillationConfig config = brief();
        config.epochs = 6;
        config.batchSize = 2;
        config.cropSize = 100;
        config.testEvery = 2;
        std::vector<PublishedTraining> states;
        std::size_t tested = 0;
        const auto keep = [&](const PublishedTraining& state, const DistillationRow& row) -> Result<void> {
            states.push_back(state);
            tested += row.testLoss ? 1 : 0;
            return {};
        };
        const auto whole = distillAsPublished(images(0, 5), images(5, 1), config, {}, keep, JobControl{{}, {}, 1});
        QVERIFY(whole);
        QCOMPARE(states.size(), std::size_t(6));
        QCOMPARE(tested, std::size_t(3));
        const auto rest = distillAsPublished(images(0, 5), images(5, 1), config, states[2], {}, JobControl{{}, {}, 2});
        QVERIFY(rest);
        QVERIFY(flattened(whole->weights) == flattened(rest->weights));
        QCOMPARE(*whole->testLoss, *rest->testLoss);
        QCOMPARE(whole->testEpoch, 6);
        // The first rate is the given one, the last one almost 0.
        QVERIFY(states[0].parameters != states[5].parameters);
        QCOMPARE(distillAsPublished(images(0, 5), {{}, 0}, config, {}, {}, {}).error().code, ErrorCode::TrainingDataInvalid);
        states[2].parameters.pop_back();
        QCOMPARE(distillAsPublished(images(0, 5), images(5, 1), config, states[2], {}, {}).error().code,
                 ErrorCode::CheckpointMismatch);
    }

    void aRunLeavesWeightsProfileAndMetrics()
    {
        QTemporaryDir folder;
        StainNetTrainingPlan plan = planIn(folder);
        const auto outcome = trainStainNet(plan, {});
        QVERIFY2(outcome, qPrintable(outcome ? "" : QString::fromStdString(describe(outcome.error()))));
        const auto weights = readStainNet(pathOf(folder) / "run" / "stainnet.pth");
        QVERIFY(weights);
        QVERIFY(flattened(*weights) == flattened(outcome->trained.weights));
        const auto profile = readStainProfile(pathOf(folder) / "run" / "profile.json");
        QVERIFY(profile);
        QVERIFY(profile->gamut && !profile->gamut->isEmpty());
        const auto metrics = readMetrics(pathOf(folder) / "run");
        QVERIFY(metrics);
        QCOMPARE(metrics->rows(), std::size_t(20));
        QCOMPARE(readRunStatus(pathOf(folder) / "run")->state, RunState::Finished);
        QCOMPARE(trainStainNet(plan, {}).error().code, ErrorCode::OutputExists);
        plan.overwrite = Overwrite::Yes;
        QVERIFY(trainStainNet(plan, {}));
    }

    void aStoppedPublishedRunGoesOn()
    {
        QTemporaryDir folder;
        StainNetTrainingPlan plan = planIn(folder);
        plan.recipe = DistillationRecipe::Paper;
        plan.config.epochs = 5;
        plan.config.batchSize = 2;
        std::stop_source stop;
        const auto stopped = trainStainNet(plan, JobControl{stop.get_token(), [&](const Progress& progress) {
                                                                if (progress.done == 2)
                                                                    stop.request_stop();
                                                            }});
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(readRunStatus(plan.run)->state, RunState::Stopped);
        // Not with other settings.
        StainNetTrainingPlan other = plan;
        other.config.sgdRate = 0.5;
        QCOMPARE(trainStainNet(other, {}).error().code, ErrorCode::InvalidArgument);
        const auto resumed = trainStainNet(plan, {});
        QVERIFY(resumed);
        plan.run = pathOf(folder) / "whole";
        const auto whole = trainStainNet(plan, {});
        QVERIFY(whole);
        QVERIFY(flattened(resumed->trained.weights) == flattened(whole->trained.weights));
        QCOMPARE(readMetrics(pathOf(folder) / "run")->rows(), std::size_t(5));
    }

    void whatCannotBeTrainedIsAnError()
    {
        DistillationConfig config = brief();
        QCOMPARE(distillFast({{}, 0}, config, {}, {}).error().code, ErrorCode::TrainingDataInvalid);
        for (const double rate : {0.0, -1e-3, std::nan("")}) {
            config.learningRate = rate;
            QCOMPARE(distillFast(images(0, 1), config, {}, {}).error().code, ErrorCode::InvalidArgument);
        }
        config.learningRate = 1e30;
        QCOMPARE(distillFast(images(0, 1), config, {}, {}).error().code, ErrorCode::TrainingDiverged);
        config = brief();
        config.shape.kernels = {1};
        QCOMPARE(distillFast(images(0, 1), config, {}, {}).error().code, ErrorCode::InvalidArgument);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(distillFast(images(0, 1), brief(), {}, JobControl{stop.get_token(), {}, 1}).error().code,
                 ErrorCode::Cancelled);
        // An error of whoever keeps the rows ends it.
        const auto full = [](const DistillationRow&) -> Result<void> {
            return fail(ErrorCode::DiskFull, "metrics.csv");
        };
        QCOMPARE(distillFast(images(0, 1), brief(), full, {}).error().code, ErrorCode::DiskFull);
    }

    void casesComeFromNames()
    {
        QCOMPARE(caseOf("A030_1.png", 3), std::string("A03"));
        QCOMPARE(caseOf("A030_1.png", 0), std::string("A030"));
        QCOMPARE(caseOf("x.png", 40), std::string("x.png"));
    }

private:
    TrainingImages images(std::size_t first, std::size_t count) const
    {
        const auto begin = m_pairs.begin() + static_cast<std::ptrdiff_t>(first);
        return {{begin, begin + static_cast<std::ptrdiff_t>(count)}, std::size_t(1) << 30};
    }

    static DistillationConfig brief()
    {
        DistillationConfig config;
        config.shape.channels = 8;
        config.pixelsPerStep = 1024;
        config.steps = 20;
        return config;
    }

    StainNetTrainingPlan planIn(const QTemporaryDir& folder) const
    {
        StainNetTrainingPlan plan;
        plan.config = brief();
        plan.train = {m_pairs.begin(), m_pairs.begin() + 4};
        plan.test = {m_pairs.begin() + 4, m_pairs.end()};
        plan.profile.name = "A test";
        plan.run = pathOf(folder) / "run";
        return plan;
    }

    std::unique_ptr<QTemporaryDir> m_tiles;
    std::vector<ImagePair> m_pairs;
};

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
