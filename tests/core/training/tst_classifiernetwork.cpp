#include <cmath>
#include <fstream>
#include <random>

#include <QTest>

#include <nlohmann/json.hpp>

#include "image/ImageFile.h"
#include "nn/SqueezeNet.h"
#include "support/TestData.h"
#include "training/ClassifierNetwork.h"

using namespace isostain;

namespace {

constexpr double kWidth = 0.125;

/// Noise whose color tells the class.
ImageBatch noise(int side, std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    ImageBatch batch;
    batch.width = batch.height = side;
    for (std::size_t i = 0; i < count; ++i) {
        const auto label = static_cast<std::uint8_t>(i % 2);
        batch.labels.push_back(label);
        for (int k = 0; k < side * side; ++k)
            for (int c = 0; c < 3; ++c)
                batch.pixels.push_back(static_cast<std::uint8_t>(60 + (c == 0 ? 90 * label : 0) + random() % 64));
    }
    return batch;
}

ImageBatch batchOf(const RgbImage& image, int side)
{
    ImageBatch batch;
    batch.width = batch.height = side;
    batch.labels = {0};
    for (int y = 0; y < side; ++y)
        batch.pixels.insert(batch.pixels.end(), image.pixels.ptr(y), image.pixels.ptr(y) + 3 * side);
    return batch;
}

double largestDifference(const StateDict& a, const StateDict& b)
{
    double largest = 0;
    for (const auto& [name, tensor] : a)
        for (std::size_t i = 0; i < tensor.values.size(); ++i)
            largest =
                std::max(largest, std::abs(static_cast<double>(tensor.values[i]) - static_cast<double>(b.at(name).values[i])));
    return largest;
}

bool sameState(const StateDict& a, const StateDict& b)
{
    return a.size() == b.size() && largestDifference(a, b) == 0;
}

}

/// A network of the module under test, or a skip where this build has none.
#define CLASSIFIER(name, weights)                                                                                              \
    const auto name##Module = loadClassifierModule();                                                                          \
    if (!name##Module)                                                                                                         \
        QSKIP("this build has no LibTorch");                                                                                   \
    const auto name##Created = (*name##Module)->create(weights, 1);                                                            \
    QVERIFY2(name##Created, name##Created ? "" : describe(name##Created.error()).c_str());                                     \
    ClassifierNetwork& name = **name##Created

class TestClassifierNetwork : public QObject {
    Q_OBJECT

private slots:
    void logitsAreThoseOfTorchvision()
    {
        ISOSTAIN_SHARED_FILE(weightsPath, "data/weights/squeezenet1_1-torchvision-fp16.pth");
        ISOSTAIN_SHARED_FILE(imagePath, "reference/golden/a03.png");
        ISOSTAIN_SHARED_FILE(goldenPath, "reference/golden/golden.json");
        const auto weights = readSqueezeNet(weightsPath);
        QVERIFY(weights);
        CLASSIFIER(network, *weights);
        const auto image = readImage(imagePath);
        QVERIFY(image);
        const auto logits = network.logits(batchOf(*image, 256));
        QVERIFY2(logits, logits ? "" : describe(logits.error()).c_str());
        const nlohmann::json golden = nlohmann::json::parse(std::ifstream(goldenPath)).at("squeezenet");
        QCOMPARE(logits->size(), std::size_t(1000));
        const auto first = golden.at("logits_first_8").get<std::vector<double>>();
        for (std::size_t i = 0; i < first.size(); ++i)
            QVERIFY2(std::abs(static_cast<double>((*logits)[i]) - first[i]) < 1e-2, qPrintable(QString::number((*logits)[i])));
        QCOMPARE(std::max_element(logits->begin(), logits->end()) - logits->begin(), golden.at("argmax").get<std::ptrdiff_t>());
        double squares = 0;
        for (const float value : *logits)
            squares += static_cast<double>(value) * static_cast<double>(value);
        QVERIFY(std::abs(std::sqrt(squares) - golden.at("norm").get<double>()) < 1e-2);
    }

    void theFirstStepOfAdamIsTheLearningRate()
    {
        const SqueezeNetWeights weights = untrainedSqueezeNet(2, kWidth, 1);
        CLASSIFIER(network, weights);
        const StateDict before = toStateDict(weights);
        const auto step = network.train(noise(32, 8, 1), {1e-3, 0, 1, TrainedLayers::All});
        QVERIFY2(step, step ? "" : describe(step.error()).c_str());
        QVERIFY(step->gradientNorm > 0);
        // An untrained network does not know: ln 2, more or less.
        QVERIFY2(std::abs(step->loss - std::log(2.0)) < 0.1, qPrintable(QString::number(step->loss)));
        const double change = largestDifference(before, toStateDict(*network.weights()));
        QVERIFY2(std::abs(change - 1e-3) < 1e-5, qPrintable(QString::number(change)));
    }

    void weightDecayPullsTowardsZero()
    {
        const SqueezeNetWeights weights = untrainedSqueezeNet(2, kWidth, 1);
        CLASSIFIER(network, weights);
        // Far stronger than any gradient: the first step of Adam then goes against the sign of each weight.
        QVERIFY(network.train(noise(32, 8, 1), {1e-4, 1e6, 1, TrainedLayers::All}));
        const auto after = network.weights();
        std::size_t towardsZero = 0;
        const std::vector<float>& old = weights.fires[2].expand3x3.weight;
        for (std::size_t i = 0; i < old.size(); ++i)
            towardsZero += (after->fires[2].expand3x3.weight[i] - old[i]) * old[i] < 0 ? 1 : 0;
        QVERIFY(towardsZero > old.size() * 99 / 100);
    }

    void learnsAndGoesOnFromItsState()
    {
        const SqueezeNetWeights weights = untrainedSqueezeNet(2, kWidth, 2);
        CLASSIFIER(whole, weights);
        CLASSIFIER(first, weights);
        CLASSIFIER(second, untrainedSqueezeNet(2, kWidth, 9));
        const auto step = [](ClassifierNetwork& network, unsigned index) {
            return network.train(noise(32, 16, index), {2e-3, 1e-5, index, TrainedLayers::All});
        };
        double firstLoss = 0, lastLoss = 0;
        for (unsigned i = 0; i < 60; ++i) {
            const auto result = step(whole, i);
            QVERIFY(result);
            (i == 0 ? firstLoss : lastLoss) = result->loss;
            if (i < 30)
                QVERIFY(step(first, i));
        }
        QVERIFY2(lastLoss < 0.5 * firstLoss, qPrintable(QString::number(lastLoss)));
        // The first half again in one network, the second half in another that takes over: bit for bit the same.
        const auto state = first.state();
        QVERIFY(state);
        const auto restored = second.restore(*state, "state");
        QVERIFY2(restored, restored ? "" : describe(restored.error()).c_str());
        for (unsigned i = 30; i < 60; ++i)
            QVERIFY(step(second, i));
        QVERIFY(sameState(*whole.state(), *second.state()));
        // Dropout is for training alone.
        const ImageBatch unseen = noise(32, 16, 1000);
        const auto logits = whole.logits(unseen);
        QVERIFY(logits);
        QCOMPARE(*whole.logits(unseen), *logits);
        for (std::size_t i = 0; i < unseen.count(); ++i)
            QCOMPARE((*logits)[2 * i + 1] > (*logits)[2 * i], unseen.labels[i] == 1);
    }

    void seedsDecideTheDropout()
    {
        const SqueezeNetWeights weights = untrainedSqueezeNet(2, kWidth, 2);
        CLASSIFIER(a, weights);
        CLASSIFIER(b, weights);
        CLASSIFIER(c, weights);
        const auto lossOf = [](ClassifierNetwork& network, unsigned seed) {
            return network.train(noise(32, 4, 1), {1e-3, 0, seed, TrainedLayers::All})->loss;
        };
        const double loss = lossOf(a, 1);
        QCOMPARE(lossOf(b, 1), loss);
        QVERIFY(lossOf(c, 2) != loss);
    }

    void frozenLayersStay()
    {
        const SqueezeNetWeights weights = untrainedSqueezeNet(2, kWidth, 2);
        CLASSIFIER(network, weights);
        QVERIFY(network.train(noise(32, 4, 1), {1e-2, 1e-3, 1, TrainedLayers::Head}));
        StateDict before = toStateDict(weights), after = toStateDict(*network.weights());
        QVERIFY(before.at("classifier.1.weight").values != after.at("classifier.1.weight").values);
        for (const char* key : {"classifier.1.weight", "classifier.1.bias"}) {
            before.erase(key);
            after.erase(key);
        }
        QVERIFY(sameState(before, after));
    }

    void takesWhatItCanAndSaysWhatItCannot()
    {
        CLASSIFIER(network, untrainedSqueezeNet(2, kWidth, 2));
        constexpr int kSmallest = SqueezeNetWeights::kSmallestSide;
        const auto smallest = network.logits(noise(kSmallest, 3, 1));
        QVERIFY2(smallest, smallest ? "" : describe(smallest.error()).c_str());
        QCOMPARE(smallest->size(), std::size_t(6));
        QVERIFY(network.logits(noise(kSmallest + 1, 1, 1)));
        const auto refused = [&](const ImageBatch& batch) {
            const auto result = network.train(batch, {1e-3, 0, 1, TrainedLayers::All});
            return !result && result.error().code == ErrorCode::InvalidArgument;
        };
        QVERIFY(refused(noise(kSmallest - 1, 3, 1)));
        QVERIFY(refused({}));
        ImageBatch batch = noise(32, 2, 1);
        batch.labels[1] = 2;
        QVERIFY(refused(batch));
        batch = noise(32, 2, 1);
        batch.pixels.pop_back();
        QVERIFY(refused(batch));
    }

    void aStateOfAnotherNetworkIsRefused_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("code");
        QTest::newRow("weights alone") << 0 << int(ErrorCode::ClassifierMismatch);
        QTest::newRow("another width") << 1 << int(ErrorCode::ClassifierMismatch);
        QTest::newRow("NaN") << 2 << int(ErrorCode::CheckpointNotFinite);
        QTest::newRow("no steps") << 3 << int(ErrorCode::ClassifierMismatch);
    }

    void aStateOfAnotherNetworkIsRefused()
    {
        QFETCH(int, change);
        QFETCH(int, code);
        CLASSIFIER(network, untrainedSqueezeNet(2, kWidth, 2));
        CLASSIFIER(wider, untrainedSqueezeNet(2, 2 * kWidth, 2));
        StateDict state = change == 1 ? *wider.state() : *network.state();
        if (change == 0)
            state = toStateDict(*network.weights());
        else if (change == 2)
            state.at("adam.mean.features.0.bias").values[0] = NAN;
        else if (change == 3)
            state.erase("adam.steps");
        const StateDict before = *network.state();
        const auto restored = network.restore(state, "run/state.pth");
        QVERIFY(!restored);
        QCOMPARE(int(restored.error().code), code);
        QCOMPARE(restored.error().subject, std::string("run/state.pth"));
        QVERIFY(sameState(*network.state(), before));
    }
};

QTEST_GUILESS_MAIN(TestClassifierNetwork)
#include "tst_classifiernetwork.moc"
