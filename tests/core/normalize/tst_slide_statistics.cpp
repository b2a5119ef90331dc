#include <filesystem>
#include <functional>

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "image/ImageFile.h"
#include "normalize/Normalizer.h"
#include "support/FakeNetwork.h"
#include "support/GeneratedNetworks.h"
#include "support/ImageSlide.h"

using namespace isostain;
using namespace isostain::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

class FakeBackend : public NetworkBackend {
public:
    Result<SpatialNetworkPtr> create(const Network&, const NetworkOptions&, const std::string&) const override
    {
        return network;
    }

    std::shared_ptr<FakeSpatialNetwork> network = std::make_shared<FakeSpatialNetwork>();
};

StainProfile networkProfile()
{
    StainProfile profile;
    profile.name = "network";
    profile.weights = NetworkMaker(1).stainNet(4, 2, 3);
    return profile;
}

SlideStatistics awkwardStatistics()
{
    SlideStatistics slide;
    slide.slideSha256 = std::string(64, 'a');
    slide.statistics = {
        {{{1.0f / 3, -0.0f, 1e-38f}, {0, 3.4e38f, 0.1f}}, {{2}, {1e-10f}}}, 2, ~std::uint64_t(0), 16, 0.1 + 0.2};
    return slide;
}

}

class TestSlideStatistics : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = fs::path(m_folder->path().toStdString()) / "a.png";
        QVERIFY(writePng(noiseImage(600, 400, 1), m_path, Overwrite::No));
    }

    void theyComeBackToTheBit()
    {
        StainProfile written = networkProfile();
        SlideStatistics other = awkwardStatistics();
        other.slideSha256 = std::string(64, 'b');
        other.statistics.mpp.reset();
        written.frozen = {awkwardStatistics(), other};
        const auto read = parseStainProfile(toJson(written), "profile");
        QVERIFY(read.has_value());
        QVERIFY(read->frozen == written.frozen);
        QCOMPARE(toJson(*read), toJson(written));
        QVERIFY(parseStainProfile(toJson(networkProfile()), "profile")->frozen.empty());
    }

    void damageIsRefused_data()
    {
        QTest::addColumn<std::string>("text");
        const auto row = [](const char* name, const std::function<void(json&)>& edit) {
            StainProfile profile = networkProfile();
            profile.frozen = {awkwardStatistics()};
            json document = json::parse(toJson(profile));
            edit(document["frozen"]);
            QTest::newRow(name) << document.dump();
        };
        row("no list", [](json& it) { it = 7; });
        row("no layers", [](json& it) { it[0].erase("layers"); });
        row("no digest", [](json& it) { it[0]["slide"] = "a03"; });
        row("a negative level", [](json& it) { it[0]["level"] = -1; });
        row("a level beyond all", [](json& it) { it[0]["level"] = 4294967296; });
        row("a seed that is none", [](json& it) { it[0]["seed"] = 0.5; });
        row("pixels of no size", [](json& it) { it[0]["mpp"] = 0; });
        row("unequal lengths", [](json& it) { it[0]["layers"][0]["mean"].erase(0); });
        row("a negative variance", [](json& it) { it[0]["layers"][0]["variance"][0] = -1; });
        row("too large for float32", [](json& it) { it[0]["layers"][0]["mean"][0] = 1e300; });
        row("text for numbers", [](json& it) { it[0]["layers"][0]["mean"][0] = "x"; });
    }

    void damageIsRefused()
    {
        QFETCH(std::string, text);
        const auto read = parseStainProfile(text, "lab.json");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::ProfileInvalid);
        QVERIFY2(read.error().detail.starts_with("frozen statistics"), read.error().detail.c_str());
    }

    void aSlideIsItsContent()
    {
        const fs::path moved = m_path.parent_path() / "moved.png", other = m_path.parent_path() / "other.png";
        fs::copy_file(m_path, moved);
        QVERIFY(writePng(noiseImage(600, 400, 2), other, Overwrite::No));
        const auto of = [](const fs::path& path) {
            return slideSha256(**openSlide(path)).value();
        };
        QCOMPARE(of(moved), of(m_path));
        QVERIFY(of(other) != of(m_path));
        QCOMPARE(slideSha256(ImageSlide(noiseImage(8, 8, 1), 0.5)).error().code, ErrorCode::FileNotFound);
    }

    void ofOneSlideTheLastAreKept()
    {
        std::vector<SlideStatistics> list;
        keep(list, {"a", {}});
        keep(list, {"b", {}});
        SlideStatistics again{"a", {}};
        again.statistics.seed = 9;
        keep(list, again);
        QCOMPARE(list.size(), std::size_t(2));
        QVERIFY(list[0] == again);
    }

    void keptStatisticsAreUsedWhereTheyBelong_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<bool>("used");
        QTest::newRow("the slide that they are of") << 0 << true;
        QTest::newRow("another slide") << 1 << false;
        QTest::newRow("of another level") << 2 << false;
        QTest::newRow("of other pixels") << 3 << false;
        QTest::newRow("of another network") << 4 << false;
    }

    void keptStatisticsAreUsedWhereTheyBelong()
    {
        QFETCH(int, change);
        QFETCH(bool, used);
        const FakeBackend backend;
        const auto networks = [&backend]() -> Result<const NetworkBackend*> {
            return &backend;
        };
        StainProfile profile = networkProfile();
        const SlidePtr slide = openSlide(m_path).value();
        SlideStatistics kept = NormalizerFactory(profile, NormalizerForm::Profile, networks).freeze(*slide).value();
        QCOMPARE(kept.statistics.samples, 2);
        // What no sampling gives shows where it comes from.
        kept.statistics.layers = {{{17}, {3}}};
        if (change == 1)
            QVERIFY(writePng(noiseImage(600, 400, 2), m_path, Overwrite::Yes));
        if (change == 2)
            kept.statistics.level = 1;
        if (change == 3)
            kept.statistics.mpp = 0.25;
        if (change == 4)
            kept.statistics.layers.push_back({{0}, {1}});
        profile.frozen = {kept};
        backend.network->samples.clear();

        const NormalizerFactory factory(profile, NormalizerForm::Profile, networks);
        QVERIFY(factory.forSlide(**openSlide(m_path)));
        QCOMPARE(backend.network->samples.empty(), used);
        QCOMPARE(backend.network->statistics == kept.statistics, used);
        QVERIFY(!backend.network->statistics.layers.empty());
    }

    void pointwiseProfilesHaveNone()
    {
        StainProfile profile;
        profile.weights = NetworkMaker(1).stainNet(4, 2, 1);
        const auto frozen = NormalizerFactory(profile, NormalizerForm::Profile).freeze(**openSlide(m_path));
        QCOMPARE(frozen.error().code, ErrorCode::InvalidArgument);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;
};

QTEST_GUILESS_MAIN(TestSlideStatistics)
#include "tst_slide_statistics.moc"
