#include <fstream>
#include <random>

#include <QTemporaryDir>
#include <QTest>

#include "PeakMemory.h"
#include "TorchFileBuilder.h"
#include "nn/Checkpoint.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

constexpr auto kCorrupt = ErrorCode::CheckpointCorrupt;
constexpr auto kRefused = ErrorCode::CheckpointRefused;
constexpr auto kUnrecognized = ErrorCode::CheckpointUnrecognized;

// What a reading may take beside three times the file: the values of the largest pickle that is looked at.
constexpr std::size_t kFixedBytes = std::size_t(128) << 20;

const StorageData kSix = {"0", bytesOf<float>({1, 2, 3, 4, 5, 6}), 6};

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string result;
    result.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        result += piece;
    return result;
}

std::string zipWith(const TensorSpec& spec)
{
    return torchZip(pickle(stateDict({spec})), {kSix});
}

std::string zipOf(std::string_view value)
{
    return torchZip(pickle(value), {kSix});
}

}

class TestHostileCheckpoint : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<StateDict> read(const std::string& content)
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / "file.pth";
        fs::remove(path); // some file systems wait for the disk when a file is overwritten
        std::ofstream(path, std::ios::binary) << content;
        return readCheckpoint(path);
    }

private slots:
    void refusesByName_data();
    void refusesByName();
    void survives_data();
    void survives();
    void everyTruncationIsAnError_data();
    void everyTruncationIsAnError();
    void mutationsGiveResultsInBoundedMemory_data();
    void mutationsGiveResultsInBoundedMemory();
    void namesWhatIsNoFile();
};

void TestHostileCheckpoint::refusesByName_data()
{
    QTest::addColumn<QByteArray>("opcodes");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* name, const std::string& opcodes, const char* detail) {
        QTest::newRow(name) << QByteArray(opcodes.data(), qsizetype(opcodes.size())) << detail;
    };
    const std::string arguments = "(" + text("touch /tmp/owned") + "t";
    row("GLOBAL", global("os", "system") + arguments + "R", "'os.system'");
    row("GLOBAL, not called", global("posix", "system"), "'posix.system'");
    row("STACK_GLOBAL", text("builtins") + text("eval") + "\x93" + arguments + "R", "'builtins.eval'");
    row("STACK_GLOBAL, dotted name", text("torch") + text("serialization.os.system") + "\x93",
        "'torch.serialization.os.system'");
    row("a neighbor of what is allowed", global("torch._utils", "_rebuild_tensor_v3"), "'torch._utils._rebuild_tensor_v3'");
    row("another storage type", global("torch", "ComplexFloatStorage"), "'torch.ComplexFloatStorage'");
    row("control characters", global("os\x1b[31m", "sys\xfftem"), "'os?[31m.sys?tem'");
    row("a name split elsewhere", global("torch._utils._rebuild_tensor_v2", ""), "'torch._utils._rebuild_tensor_v2.'");
    row("INST", "(" + text("id") + "ios\nsystem\n", "'os.system'");
    row("INST of what is allowed", "(icollections\nOrderedDict\n", "'collections.OrderedDict'");
    row("OBJ", "(" + global("os", "system") + text("id") + "o", "'os.system'");
    row("OBJ of what is allowed", "(" + global("collections", "OrderedDict") + "o", "OBJ");
    row("NEWOBJ", global("subprocess", "Popen") + arguments + "\x81", "'subprocess.Popen'");
    row("NEWOBJ of what is allowed", global("collections", "OrderedDict") + ")\x81", "NEWOBJ");
    row("NEWOBJ_EX of what is allowed", global("collections", "OrderedDict") + ")}\x92", "NEWOBJ_EX");
    row("EXT1", "\x82\x01", "EXT1");
    row("EXT2", std::string("\x83\x01\x00", 3), "EXT2");
    row("EXT4", std::string("\x84\x01\x00\x00\x00", 5), "EXT4");
    row("PERSID", "Pstorage\n", "PERSID");
    row("calling a storage type", global("torch", "FloatStorage") + ")R", "'torch.FloatStorage'");
    row("calling a string", text("os.system") + ")R", "not an allowed function");
    row("calling the result of a call", global("torch._utils", "_rebuild_tensor_v2") + ")R)R", "not an allowed function");
    row("BUILD on a dict", "}}b", "not an OrderedDict");
    row("BUILD on a tensor", tensor({}) + "}b", "missing");
    row("BUILD with a tuple",
        global("collections", "OrderedDict") + ")RN}\x86"
                                               "b",
        "not a dict");
    row("a whole module", "(" + text("module") + text("Net") + "tQ", "module");
}

void TestHostileCheckpoint::refusesByName()
{
    QFETCH(QByteArray, opcodes);
    QFETCH(QString, detail);
    const std::string pickled = pickle("}" + text("x") + opcodes.toStdString() + "s");
    for (const std::string& content : {torchZip(pickled, {}), torchLegacy(pickled, {})}) {
        const auto state = read(content);
        QVERIFY(!state.has_value());
        if (detail == "missing") {
            QCOMPARE(state.error().code, kCorrupt);
            continue;
        }
        QCOMPARE(state.error().code, kRefused);
        QVERIFY2(QString::fromStdString(state.error().detail).contains(detail), state.error().detail.c_str());
    }
}

void TestHostileCheckpoint::survives_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& content, ErrorCode code) {
        QTest::newRow(name) << QByteArray(content.data(), qsizetype(content.size())) << int(code);
    };
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    constexpr std::size_t kMillion = 1'000'000;

    row("empty file", "", kUnrecognized);
    row("text", "weights", kUnrecognized);
    row("another pickle", pickle(integer(3)), kUnrecognized);
    row("another pickle that runs something", pickle(global("os", "system") + "(" + text("id") + "tR"), kRefused);
    row("zip without data.pkl", zip({{"word/document.xml", "<a/>"}}), kUnrecognized);
    row("TorchScript", zipOf("c__torch__\nNet\n)\x81}b"), kRefused);
    row("no state dict", zipOf("}"), kUnrecognized);
    row("a list", zipOf("]"), kUnrecognized);
    row("a list that holds itself", zipOf(std::string("]q\0h\0a", 6)), kUnrecognized);
    row("a dict that holds itself", zipOf("}q\1" + text("state_dict") + "h\1s"), kUnrecognized);

    row("deep marks", zipOf(repeated("(", kMillion)), kRefused);
    row("deep lists, open", zipOf(repeated("](", kMillion)), kRefused);
    row("deep lists", zipOf(repeated("]", 50'000) + repeated("a", 49'999)), kUnrecognized);
    row("deep lists, too many", zipOf(repeated("]", kMillion) + repeated("a", kMillion)), kRefused);
    row("deep tuples", zipOf("N" + repeated("\x85", 500'000)), kUnrecognized);
    row("deep tuples, too many", zipOf("N" + repeated("\x85", kMillion)), kRefused);
    row("deep dicts", zipOf("N" + repeated("q\1}Nh\1s", 200'000)), kRefused);
    row("too many opcodes", zipOf("N" + repeated("N0", 5 * kMillion)), kRefused);
    row(
        "too many memo entries",
        [] {
            std::string opcodes = "N";
            for (std::uint32_t i = 0; i < 1'100'000; ++i)
                opcodes += "r" + little(i, 4);
            return zipOf(opcodes);
        }(),
        kRefused);
    row("one list copied often",
        zipOf("](" + repeated("]NaNa", 10'000) + "eq\1" +
              repeated("0" + global("collections", "OrderedDict") + "h\1\x85R", 10'000)),
        kRefused);

    row("huge BINUNICODE", zipOf("X\xff\xff\xff\xff"), kCorrupt);
    row("huge BINUNICODE8", zipOf("\x8d" + little(kMax, 8)), kCorrupt);
    row("huge BINBYTES8", zipOf("\x8e" + little(~0ull, 8)), kCorrupt);
    row("huge LONG4", zipOf("\x8b\xff\xff\xff\x7f"), kCorrupt);
    row("huge FRAME", zipOf("\x95" + little(~0ull, 8) + "N"), kCorrupt);
    row("endless line", zipOf("c" + std::string(kMillion, 'a')), kCorrupt);
    row("later protocol", torchZip("\x80\x06}.", {}), kRefused);
    row("unknown opcode", zipOf("\xff"), kCorrupt);
    row("empty stack", zipOf("0"), kCorrupt);
    row("pop through a mark", zipOf("N(R"), kCorrupt);
    row("no mark", zipOf("t"), kCorrupt);
    row("missing memo", zipOf("h\7"), kCorrupt);
    row("two values at the end", zipOf("NN"), kCorrupt);
    row("nothing at the end", zipOf(""), kCorrupt);
    row("open mark at the end", zipOf("("), kCorrupt);
    row("key without value", zipOf("}(Nu"), kCorrupt);
    row("append to a dict", zipOf("}Na"), kCorrupt);
    row("set an item of a list", zipOf("]NNs"), kCorrupt);
    row("number that is none", zipOf("Iabc\n"), kCorrupt);

    row("negative size", zipWith({.shape = {-2, -3}}), kCorrupt);
    row("negative stride", zipWith({.strides = {-3, 1}, .offset = 5}), kCorrupt);
    row("negative offset", zipWith({.offset = -1}), kCorrupt);
    row("offset beyond", zipWith({.offset = 1}), kCorrupt);
    row("huge offset", zipWith({.offset = kMax}), kCorrupt);
    row("huge stride", zipWith({.strides = {kMax, kMax}}), kCorrupt);
    row("huge shape", zipWith({.shape = {kMax, kMax}}), kCorrupt);
    row("shape product overflows to 0", zipWith({.shape = {std::int64_t(1) << 32, std::int64_t(1) << 32}, .strides = {0, 0}}),
        kCorrupt);
    row("reach overflows to 0", zipWith({.shape = {3, 2}, .strides = {std::int64_t(1) << 62, kMax}}), kCorrupt);
    row("one value expanded to a terabyte", zipWith({.shape = {std::int64_t(1) << 38}, .strides = {0}}), kRefused);
    row(
        "many values expanded",
        [] {
            std::vector<TensorSpec> specs;
            for (int i = 0; i < 1000; ++i)
                specs.push_back({std::to_string(i), {200'000}, {0}});
            return torchZip(pickle(stateDict(specs)), {kSix});
        }(),
        kRefused);
    row("fewer strides than sizes", zipWith({.strides = {1}}), kCorrupt);
    row("65 dimensions", zipWith({.shape = std::vector<std::int64_t>(65, 1), .strides = std::vector<std::int64_t>(65, 1)}),
        kCorrupt);
    row("storage smaller than claimed", zipWith({.storageCount = 7}), kCorrupt);
    row("storage of a huge claimed size", zipWith({.storageCount = kMax}), kCorrupt);
    row("storage of a negative size", zipWith({.storageCount = -6}), kCorrupt);
    row("storage described twice", torchZip(pickle(stateDict({{}, {.name = "b", .storageType = "HalfStorage"}})), {kSix}),
        kCorrupt);
    row("storage missing", zipWith({.key = "1"}), kCorrupt);
    row("storage by a path", zipWith({.key = "../data.pkl"}), kCorrupt);
    row("tensor without arguments", zipOf("}" + text("a") + global("torch._utils", "_rebuild_tensor_v2") + ")Rs"), kCorrupt);
    row("storage that is a number", zipOf("}" + text("a") + integer(3) + "Qs"), kCorrupt);
    row("names that meet without their prefix", torchZip(pickle(stateDict({{}, {.name = "module.weight"}})), {kSix}), kCorrupt);

    const std::string good = pickle(stateDict({{}}));
    row("record outside", zip({{"a/data.pkl", good}, {"a/data/0", kSix.bytes}, {"../evil", "x"}}), kRefused);
    row("record above by its root", zip({{"a/data.pkl", good}, {"a/data/0", kSix.bytes}, {"a/../../evil", "x"}}), kRefused);
    row("absolute record", zip({{"/data.pkl", good}}), kUnrecognized);
    row("absolute record beside", zip({{"a/data.pkl", good}, {"/etc/passwd", "x"}}), kRefused);
    row("Windows path", zip({{"a/data.pkl", good}, {"a/..\\evil", "x"}}), kRefused);
    row("root of dots", zip({{"../data.pkl", good}, {"../data/0", kSix.bytes}}), kRefused);
    row("two roots", zip({{"a/data.pkl", good}, {"b/data.pkl", good}}), kRefused);
    row("record twice", zip({{"a/data.pkl", good}, {"a/data/0", kSix.bytes}, {"a/data/0", kSix.bytes}}), kRefused);
    row("big-endian", zip({{"a/data.pkl", good}, {"a/byteorder", "big"}, {"a/data/0", kSix.bytes}}), kRefused);
    row("compressed pickle", zip({{"a/data.pkl", good, 8, 0xFFFFFFF0u}}), kRefused);
    row("compressed storage", zip({{"a/data.pkl", good}, {"a/data/0", "bomb", 8, 0x7FFFFFFFu}}), kRefused);
    row("stored record of a huge claimed size", zip({{"a/data.pkl", good}, {"a/data/0", kSix.bytes, 0, 0x7FFFFFFFu}}),
        kCorrupt);
    row("a directory without end", zip({{"a/data.pkl", good}, {"a/data/0", kSix.bytes}, {"a/x", repeated("PK\x01\x02", 140'000)}}),
        kRefused);
    row(
        "many records of the same bytes",
        [] {
            const std::string bytes(100'000, '\0');
            std::vector<TensorSpec> specs;
            std::vector<ZipRecord> records = {{"a/data.pkl", ""}};
            for (int i = 0; i < 20; ++i) {
                const std::string key = std::to_string(i);
                specs.push_back({.name = key, .shape = {1}, .strides = {1}, .key = key, .storageCount = 25'000});
                records.push_back({.name = "a/data/" + key, .content = bytes, .isAlias = i > 0});
            }
            records.front().content = pickle(stateDict(specs));
            return zip(records);
        }(),
        kRefused);
    row(
        "wrong checksum",
        [] {
            std::string content = zipWith({});
            content[content.find(kSix.bytes)] ^= 1;
            return content;
        }(),
        kCorrupt);

    row("legacy: storage not listed", torchLegacy(good, {}), kCorrupt);
    row("legacy: unknown storage listed", torchLegacy(good, {kSix, {"7", "", 0}}), kCorrupt);
    row("legacy: storage listed twice", torchLegacy(good, {kSix, kSix}), kCorrupt);
    row("legacy: another count", torchLegacy(good, {{"0", kSix.bytes, 5}}), kCorrupt);
    row("legacy: huge count", torchLegacy(pickle(stateDict({{.storageCount = kMax / 4}})), {{"0", kSix.bytes, kMax / 4}}),
        kCorrupt);
    row("legacy: view outside its storage", torchLegacy(pickle(stateDict({{.view = StorageView{3, 4}}})), {kSix}), kCorrupt);
    row("legacy: overflowing view", torchLegacy(pickle(stateDict({{.view = StorageView{kMax, kMax}}})), {kSix}), kCorrupt);
    row("legacy: tensor outside its view", torchLegacy(pickle(stateDict({{.view = StorageView{2, 4}}})), {kSix}), kCorrupt);
}

void TestHostileCheckpoint::survives()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const std::string bytes = content.toStdString();
    const PeakMemory peak;
    const auto state = read(bytes);
    QVERIFY2(peak.bytes() < 3 * bytes.size() + kFixedBytes, std::to_string(peak.bytes()).c_str());
    QVERIFY(!state.has_value());
    QVERIFY2(int(state.error().code) == code, describe(state.error()).c_str());
    QVERIFY(QByteArray::fromStdString(state.error().subject).endsWith("file.pth"));
}

void TestHostileCheckpoint::everyTruncationIsAnError_data()
{
    QTest::addColumn<QByteArray>("content");
    const std::string pickled = pickle(stateDict({{}, {.name = "half", .storageType = "HalfStorage", .key = "1"}}));
    const std::vector<StorageData> storages = {kSix, {"1", std::string(12, 'h'), 6}};
    QTest::newRow("zip") << QByteArray::fromStdString(torchZip(pickled, storages));
    QTest::newRow("legacy") << QByteArray::fromStdString(torchLegacy(pickled, storages));
}

void TestHostileCheckpoint::everyTruncationIsAnError()
{
    QFETCH(QByteArray, content);
    const std::string whole = content.toStdString();
    QVERIFY(read(whole).has_value());
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY2(!read(whole.substr(0, size)).has_value(), std::to_string(size).c_str());
}

void TestHostileCheckpoint::mutationsGiveResultsInBoundedMemory_data()
{
    QTest::addColumn<int>("container");
    QTest::newRow("bytes of a zip") << 0;
    QTest::newRow("bytes of a pickle in a zip") << 1;
    QTest::newRow("bytes of a legacy file") << 2;
}

void TestHostileCheckpoint::mutationsGiveResultsInBoundedMemory()
{
    QFETCH(int, container);
    const std::string pickled =
        pickle("}(" + text("epoch") + "K\x01" + text("state_dict") +
               stateDict({{}, {.name = "b", .shape = {6}, .strides = {1}}}) + "}" + text("_metadata") + "}sbu");
    const std::string whole = container == 0   ? torchZip(pickled, {kSix})
                              : container == 1 ? pickled
                                               : torchLegacy(pickled, {kSix});
    std::mt19937 random(2021);
    int successes = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string changed = whole;
        const auto changes = 1 + random() % 3;
        for (unsigned i = 0; i < changes; ++i) {
            const std::size_t at = random() % changed.size();
            switch (random() % 5) {
            case 0:
                changed[at] = static_cast<char>(changed[at] ^ 1 << random() % 8);
                break;
            case 1:
                changed[at] = static_cast<char>(random());
                break;
            case 2:
                changed.erase(at, 1 + random() % 4);
                break;
            case 3:
                changed.insert(at, changed.substr(random() % changed.size(), 1 + random() % 12));
                break;
            default:
                changed.replace(at, 4, "\xff\xff\xff\x7f");
                break;
            }
        }
        const std::string content = container == 1 ? torchZip(changed, {kSix}) : changed;
        const PeakMemory peak;
        const auto state = read(content);
        QVERIFY2(peak.bytes() < 3 * content.size() + (std::size_t(4) << 20), std::to_string(round).c_str());
        if (!state)
            continue;
        ++successes;
        for (const auto& [key, tensor] : *state) {
            std::int64_t count = 1;
            for (const std::int64_t size : tensor.shape)
                count *= size;
            QCOMPARE(std::int64_t(tensor.values.size()), count);
        }
    }
    QVERIFY2(successes > 0, "some mutations are harmless; else the loop tests nothing but the container's checks");
}

void TestHostileCheckpoint::namesWhatIsNoFile()
{
    QCOMPARE(readCheckpoint("/nonexistent/net.pth").error().code, ErrorCode::FileNotFound);
    QCOMPARE(readCheckpoint(m_folder.path().toStdString()).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(readCheckpoint("/dev/zero").error().code, ErrorCode::FileUnreadable);
    const fs::path sparse = fs::path(m_folder.path().toStdString()) / "sparse.pth";
    std::ofstream(sparse) << "PK\x03\x04";
    fs::resize_file(sparse, (std::uintmax_t(2) << 30) + 1);
    QCOMPARE(readCheckpoint(sparse).error().code, kRefused);
}

QTEST_GUILESS_MAIN(TestHostileCheckpoint)
#include "tst_hostile_checkpoint.moc"
