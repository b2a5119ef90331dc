#include <atomic>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "image/ImageFile.h"
#include "runs/RunFolder.h"
#include "training/BatchReader.h"
#include "training/ClassifierRun.h"
#include "training/ClassifierTraining.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

/// What the fake network of a test does, besides counting.
struct Behavior {
    std::optional<Error> failure; ///< of every step from `failAt` on
    double loss = 0.5;            ///< NaN: diverges
    double gradient = 1;          ///< 0: collapsed
    std::size_t failAt = std::numeric_limits<std::size_t>::max();
    std::stop_source stop;
    std::size_t stopAt = std::numeric_limits<std::size_t>::max(); ///< requests a stop during this step
    std::atomic<std::size_t> steps = 0;
    std::vector<std::uint32_t> seeds;
};
Behavior* behavior = nullptr;

/// Its "weight" is a sum over all that it was shown, in order, so that it tells one training from another. It scores red.
class FakeClassifier : public ClassifierNetwork {
public:
    std::string deviceName() const override { return "CPU"; }

    Result<ClassifierStepResult> train(const ImageBatch& batch, const ClassifierStep& step) override
    {
        const std::size_t index = behavior->steps++;
        behavior->seeds.push_back(step.seed);
        if (behavior->failure && index >= behavior->failAt)
            return tl::unexpected(*behavior->failure);
        for (std::size_t i = 0; i < batch.count(); ++i)
            m_trace = std::fmod(m_trace * 31 + red(batch, i) + batch.labels[i] + step.seed % 101, 65521);
        if (index == behavior->stopAt)
            behavior->stop.request_stop();
        const bool diverges = index >= behavior->failAt;
        return ClassifierStepResult{diverges ? behavior->loss : 0.5, batch.count() / 2, behavior->gradient};
    }
    Result<std::vector<float>> logits(const ImageBatch& batch) override
    {
        std::vector<float> logits;
        for (std::size_t i = 0; i < batch.count(); ++i)
            logits.insert(logits.end(), {0, static_cast<float>((red(batch, i) - 128) / 16)});
        return logits;
    }
    Result<SqueezeNetWeights> weights() const override { return untrainedSqueezeNet(2, 0.0625, 1); }
    Result<StateDict> state() const override { return StateDict{{"trace", {{1}, {static_cast<float>(m_trace)}}}}; }
    Result<void> restore(const StateDict& state, const std::string& subject) override
    {
        if (!state.contains("trace"))
            return fail(ErrorCode::ClassifierMismatch, subject);
        m_trace = static_cast<double>(state.at("trace").values[0]);
        return {};
    }

private:
    static double red(const ImageBatch& batch, std::size_t image)
    {
        return batch.pixels[image * 3 * static_cast<std::size_t>(batch.width) * static_cast<std::size_t>(batch.height)];
    }
    double m_trace = 1;
};

Result<std::unique_ptr<ClassifierNetwork>> createFake(const SqueezeNetWeights&, unsigned)
{
    return std::make_unique<FakeClassifier>();
}
constexpr ClassifierModule kFakeModule{&createFake};

RgbImage flat(int side, int red)
{
    RgbImage image = makeRgbImage(side, side);
    image.pixels.setTo(cv::Scalar(red, 100, 100));
    return image;
}

void writeImages(const fs::path& folder, int count, int red, int side = 20)
{
    fs::create_directories(folder);
    for (int i = 0; i < count; ++i)
        QVERIFY(writePng(flat(side, red + i), folder / (std::to_string(i) + ".png"), Overwrite::Yes));
}

std::string textOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

ClassifierConfig smallConfig()
{
    ClassifierConfig config;
    config.epochs = 3;
    config.batchSize = 4;
    config.repeats = 2;
    return config;
}

}

class TestClassifier : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_behavior = std::make_unique<Behavior>();
        behavior = m_behavior.get();
        for (const char* set : {"train", "test"}) {
            writeImages(file(set) / "normal", 5, 60);
            writeImages(file(set) / "tumor", 6, 160);
        }
    }

    void schedulesAreThoseOfThePaperAndItsCode_data()
    {
        QTest::addColumn<int>("schedule");
        QTest::addColumn<int>("epoch");
        QTest::addColumn<double>("rate");
        const int code = int(ClassifierSchedule::PublishedCode), paper = int(ClassifierSchedule::Paper);
        QTest::newRow("code 0") << code << 0 << 2e-4;
        QTest::newRow("code 39") << code << 39 << 2e-4;
        QTest::newRow("code 40") << code << 40 << 2e-5;
        QTest::newRow("code 49") << code << 49 << 2e-5;
        QTest::newRow("code 50") << code << 50 << 2e-6;
        QTest::newRow("paper 0") << paper << 0 << 2e-4;
        QTest::newRow("paper 30") << paper << 30 << 1e-4;
        QTest::newRow("paper 20") << paper << 20 << 1.5e-4;
    }
    void schedulesAreThoseOfThePaperAndItsCode()
    {
        QFETCH(int, schedule);
        QFETCH(int, epoch);
        QFETCH(double, rate);
        ClassifierConfig config;
        config.schedule = static_cast<ClassifierSchedule>(schedule);
        QVERIFY(std::abs(learningRateAt(config, epoch) / rate - 1) < 1e-9);
    }

    void configurationsReadBack()
    {
        ClassifierConfig config = classifierConfigOf(ClassifierPreset::Quick);
        config.schedule = ClassifierSchedule::Paper;
        config.layers = TrainedLayers::Head;
        config.width = 0.25;
        config.seed = 4'000'000'000u;
        const auto again = parseClassifierConfig(toJson(config), {}, "x.json");
        QVERIFY(again);
        QVERIFY(*again == config);
    }

    void configurationsThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("no object") << "[1]"
                                   << "x.json";
        QTest::newRow("no JSON") << "{"
                                 << "x.json";
        QTest::newRow("unknown") << R"({"epoch": 3})"
                                 << "field";
        QTest::newRow("half an epoch") << R"({"epochs": 1.5})"
                                       << "epochs";
        QTest::newRow("no epochs") << R"({"epochs": 0})"
                                   << "epochs";
        QTest::newRow("beyond an int") << R"({"epochs": 1e30})"
                                       << "epochs";
        QTest::newRow("text") << R"({"learning_rate": "fast"})"
                              << "learning_rate";
        QTest::newRow("negative rate") << R"({"learning_rate": -1})"
                                       << "learning rate";
        QTest::newRow("too small") << R"({"side": 16})"
                                   << "size";
        QTest::newRow("schedule") << R"({"schedule": "linear"})"
                                  << "schedule";
        QTest::newRow("negative seed") << R"({"seed": -1})"
                                       << "seed";
    }
    void configurationsThatCannotBeAreRefused()
    {
        QFETCH(QString, json);
        QFETCH(QString, named);
        const auto config = parseClassifierConfig(json.toStdString(), {}, "x.json");
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(QString::fromStdString(describe(config.error())).contains(named), describe(config.error()).c_str());
    }

    void foldersAreReadByClass()
    {
        std::ofstream(file("train/tumor/broken.png")) << "no image";
        std::ofstream(file("train/tumor/notes.txt")) << "no image either";
        fs::create_directories(file("train/.cache"));
        const auto images = readLabelledImages(file("train"), {}, 7 * 3 * 400);
        QVERIFY2(images, images ? "" : describe(images.error()).c_str());
        QCOMPARE(images->classes[0], std::string("normal"));
        QCOMPARE(images->classes[1], std::string("tumor"));
        QCOMPARE(images->countOf(0), std::size_t(5));
        QCOMPARE(images->countOf(1), std::size_t(6));
        QCOMPARE(images->images[5].name, std::string("tumor/0.png"));
        QCOMPARE(images->width, 20);
        QCOMPARE(images->skipped.size(), std::size_t(1));
        QVERIFY(images->skipped[0].subject.ends_with("broken.png"));
        // Memory for seven: the rest is decoded when it is needed, to the same pixels.
        QVERIFY(!images->images[6].kept.isEmpty());
        QVERIFY(images->images[7].kept.isEmpty());
        const auto pixels = pixelsOf(images->images[7]);
        QVERIFY(pixels);
        QCOMPARE(int(pixels->pixels.at<cv::Vec3b>(0, 0)[0]), 162);
    }

    void badFoldersAreRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no such folder") << "missing"
                                        << "was not found";
        QTest::newRow("one class") << "one"
                                   << "holds 1 folders of images";
        QTest::newRow("three classes") << "three"
                                       << "holds 3 folders of images";
        QTest::newRow("empty class") << "empty"
                                     << "no PNG, JPEG or TIFF image is in it";
        QTest::newRow("unreadable class") << "unreadable"
                                          << "none of its images can be read";
        QTest::newRow("mixed sizes") << "sizes"
                                     << "cut all patches to one size";
    }
    void badFoldersAreRefused()
    {
        QFETCH(QString, what);
        QFETCH(QString, sentence);
        const fs::path tumor = file("train/tumor");
        if (what == "missing" || what == "one")
            fs::remove_all(what == "one" ? tumor : file("train"));
        else if (what == "three")
            fs::create_directories(file("train/other"));
        else if (what == "sizes")
            writeImages(tumor, 1, 50, 24);
        else {
            fs::remove_all(tumor);
            fs::create_directories(tumor);
            if (what == "unreadable")
                std::ofstream(tumor / "a.png") << "no image";
        }
        const auto images = readLabelledImages(file("train"), {});
        QVERIFY(!images);
        QVERIFY2(QString::fromStdString(describe(images.error())).contains(sentence), describe(images.error()).c_str());
    }

    void batchesComeInOrderAndResampled()
    {
        const auto images = readLabelledImages(file("train"), {}, 0);
        QVERIFY(images);
        BatchPlan plan;
        plan.order = shuffledOrder(images->images.size(), 3);
        QCOMPARE(std::set<std::size_t>(plan.order.begin(), plan.order.end()).size(), std::size_t(11));
        QVERIFY(plan.order != shuffledOrder(11, 4));
        plan.batchSize = 4;
        plan.firstBatch = 1;
        plan.side = 32;
        plan.change = [](const RgbImage& image) -> Result<RgbImage> {
            RgbImage changed{image.pixels.clone()};
            changed.pixels.setTo(cv::Scalar(image.pixels.at<cv::Vec3b>(0, 0)[0] + 1, 0, 0));
            return changed;
        };
        BatchReader reader(*images, plan);
        for (std::size_t first = 4; first < 11; first += 4) {
            const auto batch = reader.next({});
            QVERIFY(batch);
            QCOMPARE(batch->width, 32);
            QCOMPARE(batch->count(), std::min<std::size_t>(4, 11 - first));
            for (std::size_t i = 0; i < batch->count(); ++i) {
                const std::size_t index = plan.order[first + i];
                QCOMPARE(int(batch->labels[i]), index >= 5 ? 1 : 0);
                QCOMPARE(int(batch->pixels[i * 3 * 32 * 32]), int(index >= 5 ? 161 + index - 5 : 61 + index));
            }
        }
    }

    void aReaderMayBeLeftAtAnyTime()
    {
        const auto images = readLabelledImages(file("train"), {}, 0);
        QVERIFY(images);
        BatchPlan plan;
        plan.order = shuffledOrder(11, 1);
        plan.batchSize = 1;
        for (int taken = 0; taken < 4; ++taken) {
            BatchReader reader(*images, plan);
            for (int i = 0; i < taken; ++i)
                QVERIFY(reader.next({}));
        }
        fs::remove(images->images[7].path);
        BatchReader reader(*images, plan);
        Result<ImageBatch> batch = reader.next({});
        for (int i = 1; i < 11 && batch; ++i)
            batch = reader.next({});
        QVERIFY(!batch);
        QCOMPARE(batch.error().code, ErrorCode::FileNotFound);
    }

    void trainsTestsAndReports()
    {
        const auto outcome = run("run");
        QVERIFY2(outcome, outcome ? "" : describe(outcome.error()).c_str());
        QCOMPARE(outcome->repeatsDone, std::size_t(2));
        QCOMPARE(m_behavior->steps.load(), std::size_t(2 * 3 * 3));
        QCOMPARE(std::set<std::uint32_t>(m_behavior->seeds.begin(), m_behavior->seeds.end()).size(), std::size_t(18));
        QCOMPARE(outcome->tests.size(), std::size_t(1));
        QCOMPARE(outcome->tests[0].name, std::string("raw"));
        QCOMPARE(outcome->tests[0].auc, (std::vector<double>{1, 1})); // tumors are redder
        QCOMPARE(outcome->tests[0].publishedAuc, (std::vector<double>{1, 1}));
        const std::string scores = textOf(file("run/scores.csv"));
        QVERIFY(scores.starts_with("test_set,repeat,image,class,score\nraw,1,normal/0.png,normal,"));
        QCOMPARE(std::count(scores.begin(), scores.end(), '\n'), std::ptrdiff_t(1 + 2 * 11));
        QVERIFY(textOf(file("run/roc.csv")).find("raw,2,inf,0,0\n") != std::string::npos);
        QVERIFY(textOf(file("run/summary.md")).find("| raw | 1.000 ± 0.000 | 1.000 ± 0.000 | 1.000 ± 0.000 |  |  |") !=
                std::string::npos);
        QVERIFY(readSqueezeNet(file("run/classifier-02.pth")));
        const auto metrics = readMetrics(file("run"));
        QVERIFY(metrics);
        QCOMPARE(metrics->rows(), std::size_t(6));
        QCOMPARE(readRunStatus(file("run"))->state, RunState::Finished);
    }

    void normalizersChangeTestImagesAlone()
    {
        ClassifierInputs inputs = this->inputs();
        inputs.normalizers = {{"negative", file("negative.pth")}};
        inputs.sameScanner = file("test");
        // y = -x: ReLU of x and -x, then their difference.
        StainNetWeights weights;
        weights.layers = {{3, 6, 1, std::vector<float>(18), std::vector<float>(6)},
                          {6, 3, 1, std::vector<float>(18), std::vector<float>(3)}};
        for (std::size_t c = 0; c < 3; ++c) {
            weights.layers[0].weight[c * 3 + c] = 1;
            weights.layers[0].weight[(c + 3) * 3 + c] = -1;
            weights.layers[1].weight[c * 6 + c] = -1;
            weights.layers[1].weight[c * 6 + c + 3] = 1;
        }
        QVERIFY(writeCheckpoint(toStateDict(weights), inputs.normalizers[0].file, Overwrite::No));
        const auto outcome = runClassifier(inputs, smallConfig(), file("run"), Overwrite::No, kFakeModule, {}, {});
        QVERIFY2(outcome, outcome ? "" : describe(outcome.error()).c_str());
        QCOMPARE(outcome->tests.size(), std::size_t(3));
        QCOMPARE(outcome->tests[1].name, std::string("negative"));
        QCOMPARE(outcome->tests[1].auc, (std::vector<double>{0, 0}));
        QCOMPARE(outcome->tests[1].gain, (std::vector<double>{-1, -1}));
        QCOMPARE(outcome->tests[1].publishedGain, (std::vector<double>{-1, -1}));
        QCOMPARE(outcome->tests[2].name, std::string("same scanner"));
        QCOMPARE(outcome->tests[2].gain, (std::vector<double>{0, 0}));
    }

    void aStoppedRunGoesOnAsIfItHadNot_data()
    {
        QTest::addColumn<int>("stopAt");
        QTest::newRow("in an epoch") << 4;
        QTest::newRow("at its end") << 5;
        QTest::newRow("in the second repeat") << 13;
        QTest::newRow("at the first step") << 0;
    }
    void aStoppedRunGoesOnAsIfItHadNot()
    {
        QFETCH(int, stopAt);
        QVERIFY(run("whole"));
        const auto wholeSeeds = m_behavior->seeds;
        m_behavior->seeds.clear();
        m_behavior->steps = 0;
        m_behavior->stopAt = static_cast<std::size_t>(stopAt);
        const auto stopped = run("halved");
        QVERIFY2(stopped, stopped ? "" : describe(stopped.error()).c_str());
        QCOMPARE(stopped->end, ClassifierOutcome::End::Stopped);
        QCOMPARE(readRunStatus(file("halved"))->state, RunState::Stopped);
        m_behavior->stopAt = std::numeric_limits<std::size_t>::max();
        m_behavior->stop = {};
        const auto resumed = resumeClassifier(file("halved"), kFakeModule, {}, JobControl{m_behavior->stop.get_token(), {}, 1});
        QVERIFY2(resumed, resumed ? "" : describe(resumed.error()).c_str());
        QCOMPARE(resumed->end, ClassifierOutcome::End::Finished);
        QVERIFY(m_behavior->seeds == wholeSeeds);
        for (const char* name : {"metrics.csv", "scores.csv", "roc.csv", "summary.md"})
            QCOMPARE(textOf(file("halved") / name), textOf(file("whole") / name));
        const auto last = [](const fs::path& folder) {
            auto checkpoint = RunFolder::open(folder)->latestCheckpoint();
            return readCheckpoint(checkpoint->path)->at("trace").values;
        };
        QCOMPARE(last(file("halved")), last(file("whole")));
    }

    void whatGoesWrongIsSaid_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("NaN") << "nan"
                             << "diverged";
        QTest::newRow("collapse") << "collapse"
                                  << "no longer depend on the images";
        QTest::newRow("no memory on the GPU") << "memory"
                                              << "There is not enough memory for a batch";
    }
    void whatGoesWrongIsSaid()
    {
        QFETCH(QString, what);
        QFETCH(QString, sentence);
        m_behavior->failAt = 4; // in the second epoch
        if (what == "nan")
            m_behavior->loss = std::nan("");
        else if (what == "collapse")
            m_behavior->gradient = 0;
        else
            m_behavior->failure = Error{ErrorCode::OutOfMemory, "a batch", "CUDA out of memory"};
        const auto outcome = run("run");
        QVERIFY(!outcome);
        QVERIFY2(QString::fromStdString(describe(outcome.error())).contains(sentence), describe(outcome.error()).c_str());
        QCOMPARE(readRunStatus(file("run"))->state, RunState::Failed);
        // The last good state is still there.
        const auto checkpoint = RunFolder::open(file("run"))->latestCheckpoint();
        QCOMPARE(checkpoint.has_value(), what != "collapse");
    }

    void inputsThatDoNotFitAreRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("other classes") << "classes" << int(ErrorCode::TrainingDataInvalid);
        QTest::newRow("other size") << "size" << int(ErrorCode::TrainingDataInvalid);
        QTest::newRow("unknown class") << "positive" << int(ErrorCode::InvalidArgument);
        QTest::newRow("name taken") << "name" << int(ErrorCode::InvalidArgument);
        QTest::newRow("weights of another network") << "weights" << int(ErrorCode::ClassifierMismatch);
        QTest::newRow("run there already") << "run" << int(ErrorCode::OutputExists);
        QTest::newRow("unwritable run") << "unwritable" << int(ErrorCode::OutputUnwritable);
    }
    void inputsThatDoNotFitAreRefused()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        ClassifierInputs inputs = this->inputs();
        std::string name = "run";
        if (what == "classes")
            fs::rename(file("test/tumor"), file("test/cancer"));
        else if (what == "size") {
            fs::remove_all(file("test"));
            writeImages(file("test/normal"), 2, 60, 24);
            writeImages(file("test/tumor"), 2, 160, 24);
        } else if (what == "positive")
            inputs.positive = "cancer";
        else if (what == "name")
            inputs.normalizers = {{"raw", "x.json"}};
        else if (what == "weights") {
            inputs.weights = file("stainnet.pth");
            QVERIFY(writeCheckpoint({{"rgb_trans.0.weight", {{1}, {1}}}}, inputs.weights, Overwrite::No));
        } else if (what == "run")
            QVERIFY(run("run"));
        else {
            std::ofstream(file("file")) << "not a folder";
            name = "file/run";
        }
        const auto outcome = runClassifier(inputs, smallConfig(), file(name), Overwrite::No, kFakeModule, {}, {});
        QVERIFY(!outcome);
        QVERIFY2(int(outcome.error().code) == code, describe(outcome.error()).c_str());
    }

    void aRunOfOtherImagesIsNotResumed()
    {
        m_behavior->stopAt = 4;
        QVERIFY(run("run"));
        fs::remove(file("train/normal/0.png"));
        const auto resumed = resumeClassifier(file("run"), kFakeModule, {}, {});
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().code, ErrorCode::TrainingDataInvalid);
        QVERIFY(describe(resumed.error()).find("no longer those") != std::string::npos);
    }

private:
    fs::path file(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }

    ClassifierInputs inputs() const
    {
        ClassifierInputs inputs;
        inputs.train = file("train");
        inputs.test = file("test");
        return inputs;
    }

    Result<ClassifierOutcome> run(const std::string& name)
    {
        return runClassifier(inputs(), smallConfig(), file(name), Overwrite::No, kFakeModule, {},
                             JobControl{m_behavior->stop.get_token(), {}, 1});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Behavior> m_behavior;
};

QTEST_GUILESS_MAIN(TestClassifier)
#include "tst_classifier.moc"
