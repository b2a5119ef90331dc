#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include "nn/Network.h"
#include "nn/PatchDiscriminator.h"
#include "support/GeneratedNetworks.h"
#include "support/TestData.h"

using namespace isostain;
using test::NetworkMaker;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(isostain::StateDict)

namespace {

bool sameState(const StateDict& a, const StateDict& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && x.second.shape == y.second.shape && x.second.values == y.second.values;
    });
}

StateDict generatorState(int width = 2, int blocks = 3)
{
    return toStateDict(NetworkMaker(1).generator(width, blocks));
}

}

class TestNetwork : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatAFileHolds();
    void generatorsRoundTrip_data();
    void generatorsRoundTrip();
    void discriminatorsRoundTrip();
    void runningStatisticsAreIgnored();
    void saysWhatIsWrongWithAGenerator_data();
    void saysWhatIsWrongWithAGenerator();
    void saysWhatIsWrongWithADiscriminator();
    void readsTheReferenceNetworks_data();
    void readsTheReferenceNetworks();
    void shapeFollowsFromTheLayers_data();
    void shapeFollowsFromTheLayers();
};

void TestNetwork::tellsWhatAFileHolds()
{
    QTemporaryDir folder;
    const auto path = [&](const char* name) {
        return fs::path(folder.path().toStdString()) / name;
    };
    NetworkMaker make(1);
    QVERIFY(writeCheckpoint(toStateDict(make.stainNet(4, 3, 1)), path("pointwise.pth"), Overwrite::No));
    QVERIFY(writeCheckpoint(toStateDict(make.stainNet(4, 3, 3)), path("spatial.pth"), Overwrite::No));
    QVERIFY(writeCheckpoint(toStateDict(make.generator(2, 2)), path("generator.pth"), Overwrite::No));
    QVERIFY(writeCheckpoint(toStateDict(make.discriminator(2)), path("discriminator.pth"), Overwrite::No));

    const auto pointwise = readNetwork(path("pointwise.pth"));
    QVERIFY(pointwise && std::holds_alternative<StainNetWeights>(*pointwise) && isPointwise(*pointwise));
    const auto spatial = readNetwork(path("spatial.pth"));
    QVERIFY(spatial && std::holds_alternative<StainNetWeights>(*spatial) && !isPointwise(*spatial));
    const auto generator = readNetwork(path("generator.pth"));
    QVERIFY(generator && std::holds_alternative<ResnetGeneratorWeights>(*generator) && !isPointwise(*generator));
    QVERIFY(sameState(toStateDict(*generator), *readCheckpoint(path("generator.pth"))));
    const auto discriminator = readNetwork(path("discriminator.pth"));
    QVERIFY(!discriminator);
    QCOMPARE(discriminator.error().code, ErrorCode::CheckpointMismatch);
    QVERIFY(discriminator.error().detail.ends_with("it looks like a StainGAN discriminator"));
    QCOMPARE(readNetwork(path("nowhere.pth")).error().code, ErrorCode::FileNotFound);
}

void TestNetwork::generatorsRoundTrip_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("blocks");
    QTest::addColumn<bool>("hasDropout");
    QTest::newRow("small") << 2 << 3 << false;
    QTest::newRow("with dropout") << 3 << 2 << true;
    QTest::newRow("no blocks") << 4 << 0 << false;
    QTest::newRow("more than nine blocks") << 1 << 14 << false;
}

void TestNetwork::generatorsRoundTrip()
{
    QFETCH(int, width);
    QFETCH(int, blocks);
    QFETCH(bool, hasDropout);
    using Dropout = ResnetGeneratorWeights::Dropout;
    ResnetGeneratorWeights weights = NetworkMaker(7).generator(width, blocks);
    weights.dropout = hasDropout ? Dropout::Present : Dropout::Absent;
    const StateDict state = toStateDict(weights);
    QCOMPARE(state.contains("model.10.conv_block.6.weight"), hasDropout);
    const auto again = generatorFromStateDict(state, "net");
    QVERIFY(again);
    QCOMPARE(again->width(), width);
    QCOMPARE(int(again->blocks.size()), blocks);
    QCOMPARE(again->dropout, weights.dropout);
    std::size_t values = 0;
    for (const auto& [key, tensor] : state)
        values += tensor.values.size();
    QCOMPARE(again->parameterCount(), values);
    QVERIFY(sameState(toStateDict(*again), state));
}

void TestNetwork::discriminatorsRoundTrip()
{
    for (const int halvings : {1, 3, 4}) {
        const StateDict state = toStateDict(NetworkMaker(3).discriminator(2, halvings));
        const auto again = discriminatorFromStateDict(state, "net");
        QVERIFY(again);
        QCOMPARE(int(again->layers.size()), halvings + 2);
        QCOMPARE(again->width(), 2);
        QVERIFY(sameState(toStateDict(*again), state));
    }
}

void TestNetwork::runningStatisticsAreIgnored()
{
    StateDict state = generatorState();
    const StateDict clean = state;
    state["model.2.running_mean"] = {{2}, {0, 0}};
    state["model.10.conv_block.2.running_var"] = {{8}, std::vector<float>(8, 1)};
    const auto generator = generatorFromStateDict(state, "net");
    QVERIFY(generator);
    QVERIFY(sameState(toStateDict(*generator), clean));
}

void TestNetwork::saysWhatIsWrongWithAGenerator_data()
{
    QTest::addColumn<StateDict>("state");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* name, auto change, const char* detail, ErrorCode code = ErrorCode::CheckpointMismatch) {
        StateDict state = generatorState();
        change(state);
        QTest::newRow(name) << state << int(code) << detail;
    };
    row(
        "stem missing", [](StateDict& state) { state.erase("model.1.bias"); }, "'model.1.bias' is missing");
    row(
        "half a block", [](StateDict& state) { state.erase("model.11.conv_block.5.bias"); },
        "'model.11.conv_block.5.bias' is missing");
    row(
        "block missing",
        [](StateDict& state) { std::erase_if(state, [](const auto& entry) { return entry.first.starts_with("model.11."); }); },
        "'model.11.weight' is missing");
    row(
        "head missing", [](StateDict& state) { state.erase("model.20.weight"); }, "'model.20.weight' is missing");
    row(
        "affine norm",
        [](StateDict& state) {
            state["model.2.weight"] = {{2}, {1, 1}};
        },
        "unexpected key 'model.2.weight'");
    row(
        "both second convolutions",
        [](StateDict& state) { state["model.10.conv_block.6.weight"] = state["model.10.conv_block.5.weight"]; },
        "'model.10.conv_block.6.bias' is missing");
    row(
        "far block",
        [](StateDict& state) {
            state["model.2000000000.conv_block.1.weight"] = {{1}, {1}};
        },
        "unexpected key 'model.2000000000.conv_block.1.weight'");
    row(
        "gray",
        [](StateDict& state) {
            state["model.1.weight"] = {{2, 1, 7, 7}, std::vector<float>(98)};
        },
        "'model.1.weight' has the shape [2, 1, 7, 7] instead of [n, 3, 7, 7]");
    row(
        "not transposed",
        [](StateDict& state) { std::swap(state["model.13.weight"].shape[0], state["model.13.weight"].shape[1]); },
        "'model.13.weight' has the shape [4, 8, 3, 3] instead of [8, 4, 3, 3]");
    row(
        "block of another width",
        [](StateDict& state) {
            state["model.12.conv_block.1.weight"] = {{8, 4, 3, 3}, std::vector<float>(288)};
        },
        "instead of [8, 8, 3, 3]");
    row(
        "no width",
        [](StateDict& state) {
            state["model.1.weight"] = {{0, 3, 7, 7}, {}};
        },
        "'model.1.weight'");
    row(
        "NaN", [](StateDict& state) { state["model.16.weight"].values[3] = NAN; }, "value 3 of 'model.16.weight'",
        ErrorCode::CheckpointNotFinite);
}

void TestNetwork::saysWhatIsWrongWithAGenerator()
{
    QFETCH(StateDict, state);
    QFETCH(int, code);
    QFETCH(QString, detail);
    const auto network = networkFromStateDict(state, "net.pth");
    QVERIFY(!network);
    QCOMPARE(int(network.error().code), code);
    QCOMPARE(network.error().subject, std::string("net.pth"));
    QVERIFY2(QString::fromStdString(network.error().detail).contains(detail), network.error().detail.c_str());
}

void TestNetwork::saysWhatIsWrongWithADiscriminator()
{
    StateDict state = toStateDict(NetworkMaker(3).discriminator(2));
    state.erase("model.5.weight");
    QCOMPARE(discriminatorFromStateDict(state, "net").error().code, ErrorCode::CheckpointMismatch);
    const auto generator = discriminatorFromStateDict(generatorState(), "net");
    QVERIFY(!generator);
    QCOMPARE(generator.error().detail, std::string("key 'model.0.weight' is missing"));
}

void TestNetwork::readsTheReferenceNetworks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("blocks");
    QTest::newRow("zip") << "generator-ngf16-blocks9.pth" << 16 << 9;
    QTest::newRow("legacy") << "generator-ngf8-blocks6-legacy.pth" << 8 << 6;
}

void TestNetwork::readsTheReferenceNetworks()
{
    QFETCH(QString, file);
    QFETCH(int, width);
    QFETCH(int, blocks);
    ISOSTAIN_SHARED_FILE(path, "reference/golden/" + file.toStdString());
    const auto network = readNetwork(path);
    QVERIFY(network);
    const auto& generator = std::get<ResnetGeneratorWeights>(*network);
    QCOMPARE(generator.width(), width);
    QCOMPARE(int(generator.blocks.size()), blocks);
    const auto discriminator = readDiscriminator(path.parent_path() / "discriminator-ndf16.pth");
    QVERIFY(discriminator);
    QCOMPARE(discriminator->width(), 16);
    QCOMPARE(discriminator->layers.size(), std::size_t(5));
}

void TestNetwork::shapeFollowsFromTheLayers_data()
{
    QTest::addColumn<int>("blocks");
    QTest::addColumn<int>("radius");
    // Counted as sets of positions, layer by layer from the output back: 12, and two pixels of four a block on each side.
    QTest::newRow("no blocks") << 0 << 12;
    QTest::newRow("published") << 9 << 84;
}

void TestNetwork::shapeFollowsFromTheLayers()
{
    QFETCH(int, blocks);
    QFETCH(int, radius);
    const Network generator = NetworkMaker(1).generator(2, blocks);
    const NetworkShape shape = shapeOf(generator);
    QCOMPARE(shape.receptiveRadius, radius);
    QCOMPARE(shape.alignment, 4);
    QCOMPARE(shape.halo() % 4, 0);
    QVERIFY(shape.halo() >= radius && shape.halo() < radius + 4);
    QCOMPARE(int(shape.normChannels.size()), 5 + 2 * blocks);

    const NetworkShape stainNet = shapeOf(Network(NetworkMaker(1).stainNet(4, 3, 3)));
    QCOMPARE(stainNet.receptiveRadius, 3);
    QVERIFY(!stainNet.hasNorms());
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
