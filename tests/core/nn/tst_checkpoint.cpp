#include <cmath>
#include <fstream>
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include "TorchFileBuilder.h"
#include "nn/Checkpoint.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(isostain::StateDict)

namespace {

const std::vector<float> kSix = {1.5f, -2.0f, 3.25f, 0.0f, -0.5f, 1e-3f};

StorageData floats(const std::vector<float>& values, const std::string& key = "0")
{
    return {key, bytesOf(values), values.size()};
}

/// What one tensor of six floats, `weight`, reads as.
StateDict sixAs(const std::string& name)
{
    return {{name, {{2, 3}, kSix}}};
}

std::string oneTensorZip(const TensorSpec& spec, const StorageData& data)
{
    return torchZip(pickle(stateDict({spec})), {data});
}

bool sameBits(const StateDict& a, const StateDict& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
               return x.first == y.first && x.second.shape == y.second.shape &&
                      bytesOf(x.second.values) == bytesOf(y.second.values);
           });
}

StainNetWeights stainNet(int layers, int width, int kernel)
{
    StainNetWeights weights;
    float next = 0.25f;
    for (int i = 0; i < layers; ++i) {
        ConvLayer layer{i == 0 ? 3 : width, i == layers - 1 ? 3 : width, kernel, {}, {}};
        layer.weight.resize(static_cast<std::size_t>(layer.inChannels * layer.outChannels * kernel * kernel));
        layer.bias.resize(static_cast<std::size_t>(layer.outChannels));
        for (auto* values : {&layer.weight, &layer.bias})
            for (float& value : *values)
                value = next = next * -0.9f + 0.01f;
        weights.layers.push_back(layer);
    }
    return weights;
}

}

class TestCheckpoint : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path file(const std::string& content)
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / fs::path(u8"gewichte ä.pth");
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }

private slots:
    void readsWhatPyTorchWrites_data();
    void readsWhatPyTorchWrites();
    void readsTheReferenceFiles_data();
    void readsTheReferenceFiles();
    void stainNetRoundTripsThroughItsStateDict_data();
    void stainNetRoundTripsThroughItsStateDict();
    void saysWhatIsWrongWithAStainNet_data();
    void saysWhatIsWrongWithAStainNet();
    void writesTheSameBytesAndReadsThemBack();
    void writerAlignsStorages();
    void writerRefusesWhatItShould();
};

void TestCheckpoint::readsWhatPyTorchWrites_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<StateDict>("expected");
    const auto row = [](const char* name, const std::string& content, const StateDict& expected) {
        QTest::newRow(name) << QByteArray(content.data(), qsizetype(content.size())) << expected;
    };
    const std::string tensorDict = stateDict({TensorSpec{}});
    const StorageData six = floats(kSix);
    const float inf = std::numeric_limits<float>::infinity();

    row("zip", torchZip(pickle(tensorDict), {six}), sixAs("weight"));
    row("zip, another root", torchZip(pickle(tensorDict), {six}, "StainNet 3x0"), sixAs("weight"));
    row("zip, little byteorder", zip({{"a/data.pkl", pickle(tensorDict)}, {"a/byteorder", "little"}, {"a/data/0", six.bytes}}),
        sixAs("weight"));
    row("cuda storage", oneTensorZip({.device = "cuda:1"}, six), sixAs("weight"));
    row("module prefix", oneTensorZip({.name = "module.a.weight"}, six), sixAs("a.weight"));
    row("plain dict", torchZip(pickle("}(" + text("weight") + tensor({}) + "u"), {six}), sixAs("weight"));
    for (const char* wrapper : {"state_dict", "model", "net"})
        row(wrapper, torchZip(pickle("}(" + text("epoch") + integer(7) + text(wrapper) + tensorDict + "u"), {six}),
            sixAs("weight"));
    row("metadata by BUILD", torchZip(pickle(tensorDict + "}" + text("_metadata") + "}sb"), {six}), sixAs("weight"));
    row("parameter",
        torchZip(pickle("}" + text("weight") + global("torch._utils", "_rebuild_parameter") + tensor({}) + "\x88}\x87Rs"),
                 {six}),
        sixAs("weight"));
    row("a later entry of the same name counts",
        torchZip(pickle(stateDict({{.offset = 1, .storageCount = 7}, {.storageCount = 7}})),
                 {floats({1.5f, -2.0f, 3.25f, 0.0f, -0.5f, 1e-3f, 9.0f})}),
        sixAs("weight"));
    row("other values beside tensors", torchZip(pickle(tensorDict + text("note") + "G" + std::string(8, '\0') + "s"), {six}),
        sixAs("weight"));

    row("float16",
        oneTensorZip({.storageType = "HalfStorage"},
                     {"0", bytesOf<std::uint16_t>({0x3E00, 0xC000, 0x7BFF, 0x0001, 0x8000, 0xFC00})}),
        {{"weight", {{2, 3}, {1.5f, -2.0f, 65504.0f, 0x1p-24f, -0.0f, -inf}}}});
    row("bfloat16",
        oneTensorZip({.storageType = "BFloat16Storage"},
                     {"0", bytesOf<std::uint16_t>({0x3FC0, 0xC000, 0x7F80, 0x0000, 0x8000, 0x0001})}),
        {{"weight", {{2, 3}, {1.5f, -2.0f, inf, 0.0f, -0.0f, 0x1p-133f}}}});
    row("float64", oneTensorZip({.storageType = "DoubleStorage"}, {"0", bytesOf<double>({1.5, -2.0, 3.25, 0.0, -0.5, 0.001})}),
        sixAs("weight"));
    row("integers are skipped",
        torchZip(pickle(stateDict({{}, {"bn.num_batches_tracked", {}, {}, 0, "LongStorage", "1", 1}})),
                 {six, {"1", little(9, 8)}}),
        sixAs("weight"));

    row("integers alone", oneTensorZip({.storageType = "IntStorage"}, six), {});
    row("transposed view", oneTensorZip({.shape = {3, 2}, .strides = {1, 3}}, six),
        {{"weight", {{3, 2}, {kSix[0], kSix[3], kSix[1], kSix[4], kSix[2], kSix[5]}}}});
    row("offset view", oneTensorZip({.shape = {2}, .strides = {2}, .offset = 3}, six), {{"weight", {{2}, {kSix[3], kSix[5]}}}});
    row("expanded view", oneTensorZip({.shape = {2, 2}, .strides = {0, 1}}, six),
        {{"weight", {{2, 2}, {kSix[0], kSix[1], kSix[0], kSix[1]}}}});
    row("scalar", oneTensorZip({.shape = {}, .strides = {}, .offset = 5}, six), {{"weight", {{}, {kSix[5]}}}});
    row("empty tensor", oneTensorZip({.shape = {0, 4}, .strides = {4, 1}, .storageCount = 0}, floats({})),
        {{"weight", {{0, 4}, {}}}});
    row("shared storage", torchZip(pickle(stateDict({{}, {"tied", {3}, {1}, 3}})), {six}),
        {{"weight", {{2, 3}, kSix}}, {"tied", {{3}, {kSix[3], kSix[4], kSix[5]}}}});

    row("Python 2", torchZip(pickle(global("collections", "OrderedDict") + "](](U\x06weight" + tensor({}) + "ee\x85R"), {six}),
        sixAs("weight"));
    row("protocol 4",
        torchZip("\x80\x04\x95" + little(4, 8) +
                     "}\x94(\x8c\x06weight\x94\x8c\x0ctorch._utils\x94\x8c\x12_rebuild_tensor_v2\x94\x93\x94(" + storage({}) +
                     "K" + little(0, 1) + "K\x02K\x03\x86\x94K\x03K\x01\x86\x89}tRu.",
                 {six}),
        sixAs("weight"));

    row("legacy", torchLegacy(pickle(tensorDict), {six}), sixAs("weight"));
    row("legacy with an unused storage",
        torchLegacy(pickle(stateDict({{}, {"count", {}, {}, 0, "LongStorage", "9", 2}})),
                    {{"9", little(1, 8) + little(2, 8), 2}, six}),
        sixAs("weight"));
    row("legacy view of a storage",
        torchLegacy(pickle(stateDict({{.shape = {2}, .strides = {1}, .offset = 1, .view = StorageView{2, 3}}})), {six}),
        {{"weight", {{2}, {kSix[3], kSix[4]}}}});
}

void TestCheckpoint::readsWhatPyTorchWrites()
{
    QFETCH(QByteArray, content);
    QFETCH(StateDict, expected);
    const auto state = readCheckpoint(file(content.toStdString()));
    QVERIFY2(state.has_value(), state ? "" : describe(state.error()).c_str());
    QVERIFY(sameBits(*state, expected));
}

void TestCheckpoint::readsTheReferenceFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("tensors");
    QTest::addColumn<int>("values");
    QTest::addColumn<QString>("mismatch"); // empty: it is a StainNet
    QTest::newRow("official") << "data/weights/stainnet/StainNet-3x0_best_psnr_layer3_ch32.pth" << 6 << 1283 << "";
    QTest::newRow("official, public") << "data/weights/stainnet/StainNet-Public_layer3_ch32.pth" << 6 << 1283 << "";
    QTest::newRow("official, centers") << "data/weights/stainnet/StainNet-Public-centerUni_layer3_ch32.pth" << 6 << 1283 << "";
    QTest::newRow("3x3") << "reference/golden/stainnet-3x3-ch32.pth" << 6 << 11011 << "";
    QTest::newRow("generator") << "reference/golden/generator-ngf16-blocks9.pth" << 48 << 715651 << "StainGAN generator";
    QTest::newRow("generator, legacy") << "reference/golden/generator-ngf8-blocks6-legacy.pth" << 36 << 124931
                                       << "StainGAN generator";
    QTest::newRow("discriminator") << "reference/golden/discriminator-ndf16.pth" << 10 << 175089 << "StainGAN discriminator";
    QTest::newRow("classifier, float16") << "data/weights/squeezenet1_1-torchvision-fp16.pth" << 52 << 1235496 << "classifier";
}

void TestCheckpoint::readsTheReferenceFiles()
{
    QFETCH(QString, name);
    QFETCH(int, tensors);
    QFETCH(int, values);
    QFETCH(QString, mismatch);
    ISOSTAIN_SHARED_FILE(path, name.toStdString());
    const auto state = readCheckpoint(path);
    QVERIFY2(state.has_value(), state ? "" : describe(state.error()).c_str());
    QCOMPARE(int(state->size()), tensors);
    std::size_t count = 0;
    for (const auto& [key, tensor] : *state) {
        count += tensor.values.size();
        for (const float value : tensor.values)
            QVERIFY2(std::abs(value) < 20.0f, key.c_str());
    }
    QCOMPARE(int(count), values);

    const auto net = readStainNet(path);
    if (mismatch.isEmpty()) {
        QVERIFY(net.has_value());
        QCOMPARE(int(net->parameterCount()), values);
        QCOMPARE(net->isPointwise(), values == 1283);
    } else {
        QCOMPARE(net.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY(QString::fromStdString(net.error().detail).contains(mismatch));
    }
}

void TestCheckpoint::stainNetRoundTripsThroughItsStateDict_data()
{
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("kernel");
    QTest::newRow("published") << 3 << 32 << 1;
    QTest::newRow("two layers") << 2 << 8 << 1;
    QTest::newRow("many layers") << 12 << 5 << 1;
    QTest::newRow("spatial") << 3 << 4 << 5;
}

void TestCheckpoint::stainNetRoundTripsThroughItsStateDict()
{
    QFETCH(int, layers);
    QFETCH(int, width);
    QFETCH(int, kernel);
    const StainNetWeights weights = stainNet(layers, width, kernel);
    const StateDict state = toStateDict(weights);
    QCOMPARE(int(state.size()), 2 * layers);
    QVERIFY(state.contains("rgb_trans." + std::to_string(2 * layers - 2) + ".bias"));
    const auto again = stainNetFromStateDict(state, "net");
    QVERIFY(again.has_value());
    QCOMPARE(again->isPointwise(), kernel == 1);
    QVERIFY(sameBits(toStateDict(*again), state));
}

void TestCheckpoint::saysWhatIsWrongWithAStainNet_data()
{
    QTest::addColumn<StateDict>("state");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* name, auto change, ErrorCode code, const char* detail) {
        StateDict state = toStateDict(stainNet(3, 4, 1));
        change(state);
        QTest::newRow(name) << state << int(code) << detail;
    };
    constexpr auto kMismatch = ErrorCode::CheckpointMismatch;
    constexpr auto kNotFinite = ErrorCode::CheckpointNotFinite;
    row(
        "empty", [](StateDict& state) { state.clear(); }, kMismatch, "'rgb_trans.0.weight' is missing");
    row(
        "bias missing", [](StateDict& state) { state.erase("rgb_trans.2.bias"); }, kMismatch, "'rgb_trans.2.bias' is missing");
    row(
        "middle layer missing", [](StateDict& state) { state.erase("rgb_trans.2.bias"), state.erase("rgb_trans.2.weight"); },
        kMismatch, "'rgb_trans.2.weight' is missing");
    row(
        "one layer", [](StateDict& state) { std::erase_if(state, [](const auto& entry) { return entry.first[10] != '0'; }); },
        kMismatch, "'rgb_trans.2.weight' is missing");
    for (const char* key :
         {"rgb_trans.5.weight", "rgb_trans.04.weight", "rgb_trans.99999999999999999999.weight", "rgb_trans.4.gamma", "x"})
        row(
            key,
            [&](StateDict& state) {
                state[key] = {{1}, {0.0f}};
            },
            kMismatch, key);
    row(
        "bias too long",
        [](StateDict& state) {
            state["rgb_trans.2.bias"] = {{5}, std::vector<float>(5)};
        },
        kMismatch, "[5] instead of [4]");
    row(
        "channels do not follow",
        [](StateDict& state) {
            state["rgb_trans.2.weight"] = {{4, 3, 1, 1}, std::vector<float>(12)};
        },
        kMismatch, "'rgb_trans.2.weight' has the shape [4, 3, 1, 1] instead of [n, 4, k, k]");
    row(
        "even kernel",
        [](StateDict& state) {
            state["rgb_trans.2.weight"] = {{4, 4, 2, 2}, std::vector<float>(64)};
        },
        kMismatch, "odd k");
    row(
        "linear layer",
        [](StateDict& state) {
            state["rgb_trans.2.weight"].shape = {4, 4};
        },
        kMismatch, "[4, 4]");
    row(
        "values do not fill the shape", [](StateDict& state) { state["rgb_trans.2.weight"].values.pop_back(); }, kMismatch,
        "'rgb_trans.2.weight'");
    row(
        "no outputs",
        [](StateDict& state) {
            state["rgb_trans.2.weight"] = {{0, 4, 1, 1}, {}};
        },
        kMismatch, "'rgb_trans.2.weight'");
    row(
        "four outputs",
        [](StateDict& state) {
            state["rgb_trans.4.weight"] = {{4, 4, 1, 1}, std::vector<float>(16)};
            state["rgb_trans.4.bias"] = {{4}, std::vector<float>(4)};
        },
        kMismatch, "'rgb_trans.4.weight' gives 4 channels instead of 3");
    row(
        "NaN", [](StateDict& state) { state["rgb_trans.2.weight"].values[7] = NAN; }, kNotFinite,
        "value 7 of 'rgb_trans.2.weight'");
    row(
        "infinite", [](StateDict& state) { state["rgb_trans.4.bias"].values[2] = -INFINITY; }, kNotFinite,
        "value 2 of 'rgb_trans.4.bias'");
}

void TestCheckpoint::saysWhatIsWrongWithAStainNet()
{
    QFETCH(StateDict, state);
    QFETCH(int, code);
    QFETCH(QString, detail);
    const auto net = stainNetFromStateDict(state, "net.pth");
    QVERIFY(!net.has_value());
    QCOMPARE(int(net.error().code), code);
    QCOMPARE(net.error().subject, std::string("net.pth"));
    QVERIFY2(QString::fromStdString(net.error().detail).contains(detail), net.error().detail.c_str());
}

void TestCheckpoint::writesTheSameBytesAndReadsThemBack()
{
    StateDict state = toStateDict(stainNet(3, 32, 3));
    state["scalar"] = {{}, {-0.0f}};
    state["empty"] = {{0, 3}, {}};
    state["odd"] = {{3}, {std::numeric_limits<float>::denorm_min(), NAN, INFINITY}};
    const fs::path first = fs::path(m_folder.path().toStdString()) / "first.pth";
    const fs::path second = fs::path(m_folder.path().toStdString()) / "second.pth";
    QVERIFY(writeCheckpoint(state, first, Overwrite::No).has_value());
    QVERIFY(writeCheckpoint(state, second, Overwrite::No).has_value());
    const auto content = [](const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    QVERIFY(content(first) == content(second));
    const auto again = readCheckpoint(first);
    QVERIFY(again.has_value());
    QVERIFY(sameBits(*again, state));
}

void TestCheckpoint::writerAlignsStorages()
{
    const std::vector<float> mark = {1234.5f, -77.25f, 0.125f};
    const fs::path path = fs::path(m_folder.path().toStdString()) / "aligned.pth";
    QVERIFY(writeCheckpoint({{"a", {{1}, {1.0f}}}, {"b", {{3}, mark}}}, path, Overwrite::Yes).has_value());
    std::ifstream file(path, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(file), {});
    const auto at = content.find(bytesOf(mark));
    QVERIFY(at != std::string::npos);
    QCOMPARE(at % 64, std::size_t(0));
}

void TestCheckpoint::writerRefusesWhatItShould()
{
    const fs::path path = file("somebody's");
    QCOMPARE(writeCheckpoint({}, path, Overwrite::No).error().code, ErrorCode::OutputExists);
    QCOMPARE(writeCheckpoint({}, "/nonexistent/a.pth", Overwrite::No).error().code, ErrorCode::OutputUnwritable);
    QCOMPARE(writeCheckpoint({{"a", {{2}, {1.0f}}}}, path, Overwrite::Yes).error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
