#include <algorithm>
#include <cmath>

#include <QTest>

#include "nn/SqueezeNet.h"
#include "support/TestData.h"

using namespace isostain;

Q_DECLARE_METATYPE(StateDict)

namespace {

StateDict smallState()
{
    return toStateDict(untrainedSqueezeNet(2, 0.0625, 1));
}

bool sameState(const StateDict& a, const StateDict& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && x.second.shape == y.second.shape && x.second.values == y.second.values;
    });
}

/// Mean and deviation of a layer's weights.
std::pair<double, double> spread(const std::vector<float>& values)
{
    double sum = 0, squares = 0;
    for (const float value : values) {
        sum += static_cast<double>(value);
        squares += static_cast<double>(value) * static_cast<double>(value);
    }
    const double mean = sum / static_cast<double>(values.size());
    return {mean, std::sqrt(squares / static_cast<double>(values.size()) - mean * mean)};
}

}

class TestSqueezeNet : public QObject {
    Q_OBJECT

private slots:
    void hasTheShapesOfTorchvision()
    {
        const SqueezeNetWeights weights = untrainedSqueezeNet(1000, 1, 1);
        QCOMPARE(weights.parameterCount(), std::size_t(1'235'496)); // as torchvision's documentation says
        const StateDict state = toStateDict(weights);
        QCOMPARE(state.size(), std::size_t(52));
        using Shape = std::vector<std::int64_t>;
        QCOMPARE(state.at("features.0.weight").shape, (Shape{64, 3, 3, 3}));
        QCOMPARE(state.at("features.3.squeeze.weight").shape, (Shape{16, 64, 1, 1}));
        QCOMPARE(state.at("features.7.expand3x3.weight").shape, (Shape{128, 32, 3, 3}));
        QCOMPARE(state.at("features.12.expand1x1.weight").shape, (Shape{256, 64, 1, 1}));
        QCOMPARE(state.at("classifier.1.weight").shape, (Shape{1000, 512, 1, 1}));
        QCOMPARE(state.at("classifier.1.bias").shape, (Shape{1000}));
    }

    void roundTripsAtAnyWidth_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<double>("width");
        QTest::newRow("published") << 1000 << 1.0;
        QTest::newRow("two classes, half") << 2 << 0.5;
        QTest::newRow("as narrow as can be") << 1 << 0.001;
    }

    void roundTripsAtAnyWidth()
    {
        QFETCH(int, classes);
        QFETCH(double, width);
        const StateDict state = toStateDict(untrainedSqueezeNet(classes, width, 5));
        const auto again = squeezeNetFromStateDict(state, "net");
        QVERIFY2(again, again ? "" : describe(again.error()).c_str());
        QCOMPARE(again->classes(), classes);
        QVERIFY(sameState(toStateDict(*again), state));
    }

    void beginsAsTorchvisionDoes()
    {
        const SqueezeNetWeights weights = untrainedSqueezeNet(200, 1, 3);
        const ConvLayer& wide = weights.fires[7].expand3x3; // 64 channels in
        const double bound = std::sqrt(6.0 / (64 * 9));
        const auto [mean, deviation] = spread(wide.weight);
        QVERIFY(std::abs(mean) < 0.01 * bound);
        QVERIFY(std::abs(deviation / (bound / std::sqrt(3.0)) - 1) < 0.01);
        QVERIFY(static_cast<double>(*std::max_element(wide.weight.begin(), wide.weight.end())) <= bound);
        QVERIFY(std::all_of(wide.bias.begin(), wide.bias.end(), [](float value) { return value == 0; }));
        const auto [headMean, headDeviation] = spread(weights.head.weight);
        QVERIFY(std::abs(headMean) < 1e-4);
        QVERIFY(std::abs(headDeviation - 0.01) < 1e-4);
    }

    void seedsDecide()
    {
        QVERIFY(sameState(smallState(), toStateDict(untrainedSqueezeNet(2, 0.0625, 1))));
        QVERIFY(!sameState(smallState(), toStateDict(untrainedSqueezeNet(2, 0.0625, 2))));
    }

    void aNewHeadLeavesTheRest()
    {
        const SqueezeNetWeights before = untrainedSqueezeNet(10, 0.125, 1);
        const SqueezeNetWeights after = withNewHead(before, 2, 7);
        QCOMPARE(after.classes(), 2);
        QCOMPARE(after.head.inChannels, before.head.inChannels);
        const float bound = 1 / std::sqrt(static_cast<float>(after.head.inChannels));
        for (const auto* values : {&after.head.weight, &after.head.bias}) {
            QVERIFY(std::all_of(values->begin(), values->end(), [&](float value) { return std::abs(value) <= bound; }));
            QVERIFY(std::any_of(values->begin(), values->end(), [&](float value) { return value != 0; }));
        }
        StateDict a = toStateDict(before), b = toStateDict(after);
        for (const char* key : {"classifier.1.weight", "classifier.1.bias"}) {
            a.erase(key);
            b.erase(key);
        }
        QVERIFY(sameState(a, b));
        QVERIFY(squeezeNetFromStateDict(toStateDict(after), "net"));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<StateDict>("state");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, auto change, const char* detail, ErrorCode code = ErrorCode::ClassifierMismatch) {
            StateDict state = smallState();
            change(state);
            QTest::newRow(name) << state << int(code) << detail;
        };
        row(
            "empty", [](StateDict& state) { state.clear(); }, "'features.0.weight' is missing");
        row(
            "no head", [](StateDict& state) { state.erase("classifier.1.bias"); }, "'classifier.1.bias' is missing");
        row(
            "no fire", [](StateDict& state) { state.erase("features.9.squeeze.weight"); },
            "'features.9.squeeze.weight' is missing");
        row(
            "SqueezeNet 1.0",
            [](StateDict& state) {
                state["features.0.weight"] = {{4, 3, 7, 7}, std::vector<float>(588)};
            },
            "[4, 3, 7, 7] instead of [n, 3, 3, 3]");
        row(
            "another layer",
            [](StateDict& state) {
                state["features.2.weight"] = {{1}, {1}};
            },
            "unexpected key 'features.2.weight'");
        row(
            "channels that do not join",
            [](StateDict& state) {
                state["features.4.squeeze.weight"] = {{1, 3, 1, 1}, std::vector<float>(3)};
            },
            "'features.4.squeeze.weight' has the shape [1, 3, 1, 1] instead of [n, 8, 1, 1]");
        row(
            "StainNet",
            [](StateDict& state) {
                state.clear();
                state["rgb_trans.0.weight"] = {{32, 3, 1, 1}, std::vector<float>(96)};
            },
            "it looks like a StainNet");
        row(
            "StainGAN",
            [](StateDict& state) {
                state.clear();
                state["model.10.conv_block.1.weight"] = {{1}, {1}};
            },
            "it looks like a StainGAN generator");
        row(
            "NaN", [](StateDict& state) { state["features.0.bias"].values[1] = NAN; }, "value 1 of 'features.0.bias'",
            ErrorCode::CheckpointNotFinite);
    }

    void saysWhatIsWrong()
    {
        QFETCH(StateDict, state);
        QFETCH(int, code);
        QFETCH(QString, detail);
        const auto network = squeezeNetFromStateDict(state, "net.pth");
        QVERIFY(!network);
        QCOMPARE(int(network.error().code), code);
        const QString sentence = QString::fromStdString(describe(network.error()));
        QVERIFY2(sentence.contains(detail) && sentence.contains("net.pth"), qPrintable(sentence));
    }

    void readsImageNetWeightsInHalfPrecision()
    {
        ISOSTAIN_SHARED_FILE(path, "data/weights/squeezenet1_1-torchvision-fp16.pth");
        const auto network = readSqueezeNet(path);
        QVERIFY2(network, network ? "" : describe(network.error()).c_str());
        QCOMPARE(network->classes(), 1000);
        QCOMPARE(network->parameterCount(), std::size_t(1'235'496));
    }
};

QTEST_GUILESS_MAIN(TestSqueezeNet)
#include "tst_squeezenet.moc"
