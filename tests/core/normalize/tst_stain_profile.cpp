#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <functional>
#include <limits>
#include <random>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "base/Sha256.h"
#include "nn/Checkpoint.h"
#include "normalize/ProfileNames.h"
#include "normalize/StainProfile.h"
#include "support/ReferenceNetwork.h"

using namespace isostain;
using namespace isostain::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

StainProfile fullProfile()
{
    StainProfile profile;
    profile.name = "Färbung \"A\" → B";
    profile.stain = Stain::Papanicolaou;
    profile.description = "two\nlines";
    profile.sourceScanner = "Scanner A";
    profile.targetScanner = "Scanner B";
    profile.mpp = 0.2930;
    profile.demoSlidesOnly = true;
    profile.options.white = WhiteTreatment::Kept;
    profile.weights = generatedStainNet({3, 32, 32, 3}, 9);
    profile.gamut = ColorGamut::of(countColors(std::vector<std::uint32_t>(1000, 0xC080B0)));
    profile.programVersion = "0.1.0";
    profile.provenance = "isostain-cli train pairs";
    return profile;
}

StainProfile fittedProfile(NormalizationMethod method)
{
    StainProfile profile;
    profile.name = "fitted";
    profile.method = method;
    profile.options = {FitMask::Tissue, WhiteTreatment::Kept, std::nullopt};
    if (method == NormalizationMethod::Reinhard) {
        profile.target = LabStatistics{{60.5, 1.0 / 3, -20}, {15, 0, 7.25}};
        profile.source = LabStatistics{{70, 5, -10}, {10, 1, 5}};
    } else if (method == NormalizationMethod::Khan) {
        profile.target = KhanStatistics{ruifrokStainMatrix(), {0.05, 0.06, 0}, {0.5, 0.25}, {1.0 / 3, 2}};
        profile.source = KhanStatistics{publishedHematoxylinEosinReference().stains, {0, 0, 0}, {0, 0}, {0, 0}};
    } else {
        profile.options.stainVectors = ruifrokStainMatrix();
        profile.target = publishedHematoxylinEosinReference();
        profile.source = StainStatistics{ruifrokStainMatrix(), {1.0 / 3, 0}};
    }
    return profile;
}

std::string edited(const std::function<void(json&)>& edit)
{
    json document = json::parse(toJson(fullProfile()));
    edit(document);
    return document.dump();
}

void compareWeights(const StainNetWeights& actual, const StainNetWeights& expected)
{
    QCOMPARE(actual.layers.size(), expected.layers.size());
    for (std::size_t i = 0; i < expected.layers.size(); ++i) {
        QCOMPARE(actual.layers[i].inChannels, expected.layers[i].inChannels);
        QCOMPARE(actual.layers[i].outChannels, expected.layers[i].outChannels);
        QCOMPARE(actual.layers[i].kernelSize, expected.layers[i].kernelSize);
        QVERIFY(actual.layers[i].weight == expected.layers[i].weight);
        QVERIFY(actual.layers[i].bias == expected.layers[i].bias);
    }
}

}

class TestStainProfile : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void everythingComesBack()
    {
        const StainProfile written = fullProfile();
        const StainProfile read = parseStainProfile(toJson(written), "profile").value();
        QCOMPARE(read.name, written.name);
        QCOMPARE(read.method, written.method);
        QCOMPARE(read.stain, written.stain);
        QCOMPARE(read.description, written.description);
        QCOMPARE(read.sourceScanner, written.sourceScanner);
        QCOMPARE(read.targetScanner, written.targetScanner);
        QVERIFY(read.mpp == written.mpp);
        QCOMPARE(read.demoSlidesOnly, written.demoSlidesOnly);
        QCOMPARE(read.programVersion, written.programVersion);
        QCOMPARE(read.provenance, written.provenance);
        QVERIFY(read.options == written.options);
        QVERIFY(read.gamut == written.gamut);
        compareWeights(read.weights, written.weights);
        QCOMPARE(read.weightsSha256.size(), std::size_t(64));
        QCOMPARE(toJson(read), toJson(written));
    }

    void fittedStatisticsComeBack_data()
    {
        QTest::addColumn<int>("method");
        for (const NormalizationMethod method : {NormalizationMethod::Reinhard, NormalizationMethod::Ruifrok, NormalizationMethod::Macenko,
                                                 NormalizationMethod::Vahadane, NormalizationMethod::Khan})
            QTest::addRow("%s", std::string(named(method).key).c_str()) << static_cast<int>(method);
    }

    void fittedStatisticsComeBack()
    {
        QFETCH(int, method);
        const StainProfile written = fittedProfile(static_cast<NormalizationMethod>(method));
        const auto read = parseStainProfile(toJson(written), "profile");
        QVERIFY(read.has_value());
        QVERIFY(read->options == written.options);
        QCOMPARE(toJson(*read), toJson(written));
        QCOMPARE(recipeSha256(*read), recipeSha256(written));
        QVERIFY(read->target && read->source);
        StainProfile other = written;
        other.source.reset();
        QVERIFY(recipeSha256(other) != recipeSha256(written));
    }

    void withoutOptionsAProfileIsAsPublished()
    {
        const auto read = parseStainProfile(edited([](json& it) { it.erase("options"); }), "profile");
        QVERIFY(read && read->options == MethodOptions());
    }

    void damagedStatisticsAreRefused_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, NormalizationMethod method, ErrorCode code, const char* detail,
                            const std::function<void(json&)>& edit) {
            json document = json::parse(toJson(fittedProfile(method)));
            edit(document);
            QTest::newRow(name) << document.dump() << code << QString(detail);
        };
        using enum NormalizationMethod;
        const auto invalid = ErrorCode::ProfileInvalid;
        row("no target", Macenko, invalid, "target", [](json& it) { it.erase("target"); });
        row("target of another method", Macenko, invalid, "missing", [](json& it) { it["target"] = {{"lab", 1}}; });
        row("one stain", Macenko, invalid, "two stains", [](json& it) { it["target"]["stains"].erase(1); });
        row("two numbers", Macenko, invalid, "length", [](json& it) { it["target"]["stains"][0].erase(1); });
        row("not of unit length", Vahadane, invalid, "unit", [](json& it) { it["target"]["stains"][0][1] = 3; });
        row("negative maximum", Vahadane, invalid, "negative", [](json& it) { it["source"]["maximum"][0] = -1; });
        row("null", Macenko, invalid, "type", [](json& it) { it["target"]["maximum"][0] = nullptr; });
        row("glass that shines", Khan, invalid, "negative", [](json& it) { it["target"]["glass"][0] = -1; });
        row("Khan without a mean", Khan, invalid, "missing", [](json& it) { it["target"].erase("mean"); });
        row("negative deviation", Reinhard, invalid, "negative", [](json& it) { it["target"]["lab"]["deviation"][0] = -1; });
        row("text", Reinhard, invalid, "type", [](json& it) { it["target"]["lab"]["mean"][0] = "x"; });
        row("vectors that are none", Ruifrok, invalid, "unit", [](json& it) { it["options"]["stainVectors"][0] = {0, 0, 0}; });
        row("options of a wrong type", Ruifrok, invalid, "options", [](json& it) { it["options"] = 7; });
        row("unknown mask", Ruifrok, ErrorCode::ProfileTooNew, "mask", [](json& it) { it["options"]["mask"] = "moon"; });
        row("gamut out of order", Macenko, invalid, "", [](json& it) { it["gamut"] = {{"runs", {10, 2, 5, 2}}}; });
        row("gamut of a wrong type", Macenko, invalid, "type", [](json& it) { it["gamut"] = {{"runs", "x"}}; });
        row("gamut out of range", Macenko, invalid, "", [](json& it) { it["gamut"] = {{"runs", {0, 4294967295u}}}; });
    }

    void damagedStatisticsAreRefused()
    {
        QFETCH(std::string, text);
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        const auto read = parseStainProfile(text, "lab.json");
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QCOMPARE(read.error().subject, std::string("lab.json"));
        QVERIFY2(QString::fromStdString(read.error().detail).contains(detail), read.error().detail.c_str());
    }

    void awkwardNumbersComeBackToTheBit()
    {
        using Limits = std::numeric_limits<float>;
        StainProfile profile = fullProfile();
        profile.mpp.reset();
        profile.weights = generatedStainNet({3, 3, 3}, 9);
        profile.weights.layers[0].weight = {Limits::max(),  Limits::lowest(),   Limits::min(), Limits::denorm_min(), -0.0f,
                                            1.0f / 3.0f,    16777217.0f,        1e-10f,        0.1f};
        const StainProfile read = parseStainProfile(toJson(profile), "profile").value();
        compareWeights(read.weights, profile.weights);
        QVERIFY(std::signbit(read.weights.layers[0].weight[4]));
        QVERIFY(!read.mpp);
    }

    void anyFiniteNumberComesBackToTheBit()
    {
        StainProfile profile = fullProfile();
        profile.weights = generatedStainNet({3, 20000, 3}, 9);
        std::mt19937 random(1);
        for (ConvLayer& layer : profile.weights.layers)
            for (float& value : layer.weight)
                do
                    value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
                while (!std::isfinite(value));
        const auto read = parseStainProfile(toJson(profile), "profile");
        QVERIFY(read.has_value());
        compareWeights(read->weights, profile.weights);
    }

    void theHashIsThatOfTheLittleEndianBytes()
    {
        StainProfile profile = fullProfile();
        profile.weights = StainNetWeights{{ConvLayer{3, 1, 1, {1, 2, 3}, {4}}, ConvLayer{1, 3, 1, {5, 6, 7}, {8, 9, 10}}}};
        const unsigned char ones[] = {0x00, 0x00, 0x80, 0x3F};   // 1.0f
        std::vector<std::byte> bytes;
        for (float value = 1; value <= 10; ++value) {
            const auto word = std::bit_cast<std::uint32_t>(value);
            for (const int shift : {0, 8, 16, 24})
                bytes.push_back(static_cast<std::byte>(word >> shift));
        }
        QVERIFY(std::equal(std::begin(ones), std::end(ones), reinterpret_cast<const unsigned char*>(bytes.data())));
        QCOMPARE(parseStainProfile(toJson(profile), "profile")->weightsSha256, sha256Hex(bytes));
    }

    void oneLineALayer()
    {
        const auto lines = [](const std::vector<int>& widths) {
            StainProfile profile = fullProfile();
            profile.weights = generatedStainNet(widths, 9);
            return std::ranges::count(toJson(profile), '\n');
        };
        QCOMPARE(lines({3, 8, 8, 8, 3}) - lines({3, 8, 3}), std::ptrdiff_t(2));
    }

    void textThatIsNotUtf8IsStillWritten()
    {
        StainProfile profile = fullProfile();
        profile.name = "caf\xE9";
        QCOMPARE(parseStainProfile(toJson(profile), "profile")->name, std::string("caf\xEF\xBF\xBD"));
    }

    void refusals_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        const auto invalid = [](const char* name, const char* detail, const std::function<void(json&)>& edit) {
            QTest::newRow(name) << edited(edit) << ErrorCode::ProfileInvalid << detail;
        };
        const auto tooNew = [](const char* name, const char* detail, const std::function<void(json&)>& edit) {
            QTest::newRow(name) << edited(edit) << ErrorCode::ProfileTooNew << detail;
        };
        tooNew("next version", "version 2", [](json& it) { it["version"] = 2; });
        tooNew("far version", "version 18446744073709551615", [](json& it) { it["version"] = 18446744073709551615u; });
        tooNew("unknown method", "method", [](json& it) { it["method"] = "dream"; });
        invalid("version zero", "version", [](json& it) { it["version"] = 0; });
        invalid("version as text", "version", [](json& it) { it["version"] = "1"; });
        invalid("no version", "missing", [](json& it) { it.erase("version"); });
        invalid("another format", "stain profile", [](json& it) { it["format"] = "geojson"; });
        invalid("no format", "stain profile", [](json& it) { it.erase("format"); });
        invalid("no name", "missing", [](json& it) { it.erase("name"); });
        invalid("name of a wrong type", "type", [](json& it) { it["name"] = 7; });
        invalid("size below zero", "mpp", [](json& it) { it["mpp"] = -1; });
        invalid("no weights", "missing", [](json& it) { it.erase("weights"); });
        invalid("weights of a wrong type", "weights", [](json& it) { it["weights"] = 7; });
        invalid("no layers", "weights", [](json& it) { it["weights"]["layers"] = json::array(); });
        invalid("one layer", "weights", [](json& it) { it["weights"]["layers"].erase(1); });
        invalid("layer of a wrong type", "weights", [](json& it) { it["weights"]["layers"][0] = "x"; });
        invalid("a bias too few", "weights", [](json& it) { it["weights"]["layers"][0]["bias"].erase(0); });
        invalid("text among the numbers", "weights", [](json& it) { it["weights"]["layers"][0]["bias"][3] = "1"; });
        invalid("null among the numbers", "weights", [](json& it) { it["weights"]["layers"][0]["bias"][3] = nullptr; });
        invalid("too large for float32", "weights", [](json& it) { it["weights"]["layers"][0]["bias"][3] = 1e39; });
        invalid("absurd channels", "weights", [](json& it) { it["weights"]["layers"][0]["out"] = 9223372036854775807; });
        invalid("negative kernel", "weights", [](json& it) { it["weights"]["layers"][0]["kernel"] = -1; });
        invalid("weights as an object", "weights", [](json& it) { it["weights"]["layers"][0]["weight"] = json::object(); });
        invalid("a number changed", "SHA-256", [](json& it) { it["weights"]["layers"][2]["bias"][1] = 0.25; });
        invalid("another hash", "SHA-256", [](json& it) { it["weights"]["sha256"] = std::string(64, '0'); });
        invalid("no hash", "weights", [](json& it) { it["weights"].erase("sha256"); });

        const auto raw = [](const char* name, std::string text, const char* detail) {
            QTest::newRow(name) << std::move(text) << ErrorCode::ProfileInvalid << detail;
        };
        const std::string good = toJson(fullProfile());
        const auto with = [&](const char* text) {
            std::string changed = good;
            return changed.insert(changed.find("\"bias\": [") + 9, text);
        };
        raw("empty", "", "not JSON at byte");
        raw("an array", "[]", "stain profile");
        raw("cut short", good.substr(0, good.size() / 2), "not JSON at byte");
        raw("something after it", good + "x", "not JSON at byte");
        raw("NaN", with("NaN,"), "not JSON at byte");
        raw("beyond double", with("1e999,"), "");
        raw("nested deeply", "{\"x\": " + std::string(1 << 20, '['), "nested too deeply");
        raw("objects nested deeply", [] {
            std::string text;
            for (int i = 0; i < 1000; ++i)
                text += "{\"x\":";
            return text;
        }(), "nested too deeply");
        raw("enormous", "{\"x\": \"" + std::string(40 << 20, 'x') + "\"}", "32 MiB");
    }

    void refusals()
    {
        QFETCH(std::string, text);
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        const auto profile = parseStainProfile(text, "lab.json");
        QVERIFY(!profile.has_value());
        QCOMPARE(profile.error().code, code);
        QCOMPARE(profile.error().subject, std::string("lab.json"));
        QVERIFY2(profile.error().detail.find(detail.toStdString()) != std::string::npos, profile.error().detail.c_str());
    }

    void whatLaterVersionsAddIsIgnored()
    {
        const auto profile = parseStainProfile(edited([](json& it) {
            it["nuclei"] = {{"points", {1, 2, 3}}};
            it["options"]["later"] = true;
            it["weights"]["layers"][0]["note"] = "x";
            it["stain"] = "giemsa";
            it["mpp"] = nullptr;
            it.erase("description");
        }), "profile");
        QVERIFY(profile.has_value());
        QCOMPARE(profile->stain, Stain::Unknown);
        QVERIFY(!profile->mpp);
        QVERIFY(profile->description.empty());
    }

    void filesAreReadByContent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::string>("before");
        QTest::newRow("plain") << "profile.json" << std::string();
        QTest::newRow("named as a checkpoint") << "profile.pth" << std::string();
        QTest::newRow("white space first") << QString("häma tox.json") << std::string("\r\n \t");
        QTest::newRow("byte order mark first") << "profile.json" << std::string("\xEF\xBB\xBF");
    }

    void filesAreReadByContent()
    {
        QFETCH(QString, name);
        QFETCH(std::string, before);
        std::ofstream(file(name), std::ios::binary) << before << toJson(fullProfile());
        const auto profile = readStainProfile(file(name));
        QVERIFY2(profile.has_value(), profile ? "" : profile.error().detail.c_str());
        QCOMPARE(profile->name, fullProfile().name);
    }

    void checkpointsAreProfilesWithoutHistory()
    {
        const StainNetWeights weights = generatedStainNet({3, 8, 3}, 2);
        const fs::path path = file("center B.json");
        QVERIFY(writeCheckpoint(toStateDict(weights), path, Overwrite::No).has_value());
        const StainProfile profile = readStainProfile(path).value();
        QCOMPARE(profile.name, std::string("center B"));
        QCOMPARE(profile.weightsSha256, sha256OfFile(path).value());
        QCOMPARE(profile.stain, Stain::Unknown);
        QVERIFY(!profile.demoSlidesOnly);
        compareWeights(profile.weights, weights);
    }

    void unreadableFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << "missing.json" << ErrorCode::FileNotFound;
        QTest::newRow("a folder") << "." << ErrorCode::FileUnreadable;
        QTest::newRow("a pipe") << "pipe" << ErrorCode::FileUnreadable;
        QTest::newRow("neither") << "text.json" << ErrorCode::CheckpointUnrecognized;
        QTest::newRow("empty") << "empty.json" << ErrorCode::CheckpointUnrecognized;
        QTest::newRow("begins only") << "begun.json" << ErrorCode::ProfileInvalid;
        QTest::newRow("too large") << "large.json" << ErrorCode::ProfileInvalid;
    }

    void unreadableFiles()
    {
        QFETCH(QString, name);
        QFETCH(ErrorCode, code);
        QCOMPARE(::mkfifo(file("pipe").c_str(), 0600), 0);
        std::ofstream(file("text.json")) << "hello";
        std::ofstream(file("empty.json"));
        std::ofstream(file("begun.json")) << "{";
        std::ofstream(file("large.json")) << "{";
        fs::resize_file(file("large.json"), std::uintmax_t(1) << 40);   // sparse: takes no space
        QCOMPARE(readStainProfile(file(name)).error().code, code);
    }

    void writing()
    {
        QVERIFY(writeStainProfile(fullProfile(), file("a.json")).has_value());
        QCOMPARE(writeStainProfile(fullProfile(), file("a.json")).error().code, ErrorCode::OutputExists);
        StainProfile renamed = fullProfile();
        renamed.name = "renamed";
        QVERIFY(writeStainProfile(renamed, file("a.json"), Overwrite::Yes).has_value());
        QCOMPARE(readStainProfile(file("a.json"))->name, std::string("renamed"));

        renamed.weights.layers[1].bias[0] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(writeStainProfile(renamed, file("b.json")).error().code, ErrorCode::ProfileInvalid);
        QVERIFY(!fs::exists(file("b.json")));
    }

    void everyNameIsUniqueAndLeadsBack()
    {
        std::set<std::string_view> keys;
        for (const auto& row : stains()) {
            QVERIFY(keys.insert(row.key).second);
            QVERIFY(valueOf(stains(), row.key) == row.value);
            QCOMPARE(named(row.value).key, row.key);
        }
        for (const auto& row : normalizationMethods())
            QVERIFY(valueOf(normalizationMethods(), row.key) == row.value);
        QVERIFY(!valueOf(stains(), "no such stain"));
    }

private:
    fs::path file(const QString& name) const { return fs::path(m_folder->path().toStdString()) / name.toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStainProfile)
#include "tst_stain_profile.moc"
