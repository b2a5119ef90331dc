#include <fstream>
#include <string>

#include <QTest>

#include "dataset/Annotations.h"
#include "support/FileFixture.h"

using namespace isostain;
using namespace isostain::test;

namespace {

std::string asap(const std::string& annotations)
{
    return "<?xml version=\"1.0\"?>\n<ASAP_Annotations><Annotations>" + annotations +
           "</Annotations><AnnotationGroups/></ASAP_Annotations>";
}

std::string asapArea(const std::string& type, const std::string& group, const std::string& corners)
{
    return "<Annotation Name=\"a\" Type=\"" + type + "\" PartOfGroup=\"" + group + "\" Color=\"#F4FA58\"><Coordinates>" +
           corners + "</Coordinates></Annotation>";
}

const std::string kCorners = "<Coordinate Order=\"0\" X=\"1\" Y=\"2\"/><Coordinate Order=\"1\" X=\"11.5\" Y=\"2\"/><Coordinate "
                             "Order=\"2\" X=\"1\" Y=\"9\"/>";
const std::string kSquare = "[[0,0],[10,0],[10,10],[0,10],[0,0]]";

std::string feature(const std::string& properties, const std::string& type, const std::string& coordinates)
{
    return R"({"type":"Feature","geometry":{"type":")" + type + R"(","coordinates":)" + coordinates + R"(},"properties":)" +
           properties + "}";
}

}

class TestAnnotations : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void readsAsap()
    {
        const auto read = parseAsapXml(asap(asapArea("Polygon", "_0", kCorners) + asapArea("Spline", "metastases", kCorners) +
                                            asapArea("Dot", "_0", kCorners) + asapArea("Polygon", "_1", "")),
                                       "a.xml");
        QVERIFY2(read, read ? "" : describe(read.error()).c_str());
        QCOMPARE(read->areas.size(), std::size_t(2));
        QCOMPARE(read->withoutArea, std::size_t(2));
        QCOMPARE(read->areas[0].name, std::string("_0"));
        QCOMPARE(read->areas[1].name, std::string("metastases"));
        QVERIFY(read->areas[0].rings == std::vector<Ring>({{{1, 2}, {11.5, 2}, {1, 9}}}));
        QVERIFY(read->origin == AnnotationOrigin::Canvas);
    }

    void cornersComeInTheOrderTheyState()
    {
        const auto read = parseAsapXml(asap(asapArea("Polygon", "_0",
                                                     "<Coordinate Order=\"2\" X=\"3\" Y=\"3\"/>"
                                                     "<Coordinate Order=\"0\" X=\"1\" Y=\"1\"/>"
                                                     "<Coordinate Order=\"1\" X=\"2\" Y=\"0\"/>")),
                                       "a.xml");
        QVERIFY(read && read->areas[0].rings[0] == Ring({{1, 1}, {2, 0}, {3, 3}}));
    }

    void readsGeoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("areas");
        QTest::addColumn<int>("rings");
        const std::string tumor = R"({"objectType":"annotation","classification":{"name":"Tumor","color":[200,0,0]}})";
        const auto row = [](const char* title, const std::string& text, const char* name, int areas, int rings) {
            QTest::newRow(title) << QByteArray::fromStdString(text) << QByteArray(name) << areas << rings;
        };
        const std::string polygon = feature(tumor, "Polygon", "[" + kSquare + "]");
        row("feature", polygon, "Tumor", 1, 1);
        row("collection", R"({"type":"FeatureCollection","features":[)" + polygon + "," + polygon + "]}", "Tumor", 2, 1);
        row("list of features", "[" + polygon + "]", "Tumor", 1, 1);
        row("bare geometry", R"({"type":"Polygon","coordinates":[)" + kSquare + "]}", "", 1, 1);
        row("hole", feature(tumor, "Polygon", "[" + kSquare + ",[[2,2],[3,2],[3,3],[2,2]]]"), "Tumor", 1, 2);
        row("unclosed", feature(tumor, "Polygon", "[[[0,0],[1,0],[1,1]]]"), "Tumor", 1, 1);
        row("several polygons", feature(tumor, "MultiPolygon", "[[" + kSquare + "],[" + kSquare + "]]"), "Tumor", 2, 1);
        row("no class", feature(R"({"objectType":"annotation"})", "Polygon", "[" + kSquare + "]"), "annotation", 1, 1);
        row("class names", feature(R"({"classification":{"names":["Tumor","Positive"]}})", "Polygon", "[" + kSquare + "]"),
            "Tumor: Positive", 1, 1);
        row("properties null", feature("null", "Polygon", "[" + kSquare + "]"), "", 1, 1);
    }
    void readsGeoJson()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, name);
        QFETCH(const int, areas);
        QFETCH(const int, rings);
        const auto read = parseGeoJson(text.toStdString(), "a.geojson");
        QVERIFY2(read, read ? "" : describe(read.error()).c_str());
        QCOMPARE(int(read->areas.size()), areas);
        QCOMPARE(int(read->areas[0].rings.size()), rings);
        QCOMPARE(read->areas[0].name, name.toStdString());
        QVERIFY(read->areas[0].rings[0].front() != read->areas[0].rings[0].back());
    }

    void whatEnclosesNothingIsCounted()
    {
        const auto read =
            parseGeoJson("[" + feature("{}", "Point", "[1,2]") + "," + feature("{}", "LineString", "[[1,2],[3,4]]") + "," +
                             feature("{}", "Polygon", "[[[1,2],[3,4],[1,2]]]") + R"(,{"type":"Feature","geometry":null}])",
                         "a");
        QVERIFY(read);
        QVERIFY(read->areas.empty());
        QCOMPARE(read->withoutArea, std::size_t(4));
    }

    void badFilesAreASentence_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char* title, const std::string& content) {
            QTest::newRow(title) << QByteArray::fromStdString(content);
        };
        row("empty", "");
        row("text", "no annotations");
        row("binary", std::string(4096, '\0'));
        row("other XML", "<html/>");
        row("XML cut off", asap(asapArea("Polygon", "_0", kCorners)).substr(0, 200));
        row("X not a number", asap(asapArea("Polygon", "_0", "<Coordinate X=\"one\" Y=\"2\"/>")));
        row("X missing", asap(asapArea("Polygon", "_0", "<Coordinate Y=\"2\"/>")));
        row("X NaN", asap(asapArea("Polygon", "_0", "<Coordinate X=\"nan\" Y=\"2\"/>")));
        row("X huge", asap(asapArea("Polygon", "_0", "<Coordinate X=\"1e300\" Y=\"2\"/>")));
        row(
            "XML of nothing but elements", "<ASAP_Annotations>" + [] {
                std::string bomb;
                for (int i = 0; i < 5'000'000; ++i)
                    bomb += "<a>";
                return bomb;
            }());
        row("JSON cut off", feature("{}", "Polygon", "[" + kSquare));
        row("no GeoJSON", R"({"a":1})");
        row("features no list", R"({"type":"FeatureCollection","features":{}})");
        row("features missing", R"({"type":"FeatureCollection"})");
        row("coordinate a text", feature("{}", "Polygon", R"([[["1",2],[3,4],[5,6]]])"));
        row("coordinate null", feature("{}", "Polygon", R"([[[null,2],[3,4],[5,6]]])"));
        row("coordinate NaN", feature("{}", "Polygon", R"([[[NaN,2],[3,4],[5,6]]])"));
        row("coordinate huge", feature("{}", "Polygon", R"([[[1e12,2],[3,4],[5,6]]])"));
        row("coordinate no double", feature("{}", "Polygon", R"([[[1e999,2],[3,4],[5,6]]])"));
        row("corner without y", feature("{}", "Polygon", R"([[[1],[3,4],[5,6]]])"));
        row("polygon a number", feature("{}", "Polygon", "5"));
        row("nesting bomb", std::string(1'000'000, '['));
        row("nested objects", [] {
            std::string bomb;
            for (int i = 0; i < 100'000; ++i)
                bomb += "{\"a\":";
            return bomb;
        }());
        row("too many corners", feature(
                                    "{}", "Polygon", "[[" + [] {
                                        std::string corners = "[0,0]";
                                        for (std::size_t i = 0; i <= kMostAnnotationPoints; ++i)
                                            corners += ",[1,2]";
                                        return corners;
                                    }() + "]]"));
    }
    void badFilesAreASentence()
    {
        QFETCH(const QByteArray, content);
        const auto path = file("bad.xml");
        std::ofstream(path, std::ios::binary).write(content.data(), content.size());
        const auto read = readAnnotations(path);
        QVERIFY(!read);
        QVERIFY2(read.error().code == ErrorCode::AnnotationsInvalid, describe(read.error()).c_str());
        QCOMPARE(read.error().subject, path.string());
        QVERIFY(!read.error().detail.empty());
    }

    void aMillionCornersAreRead()
    {
        std::string corners;
        for (int i = 0; i < 1'000'000; ++i)
            corners += (i ? ",[" : "[") + std::to_string(i % 1000) + "," + std::to_string(i / 1000) + "]";
        const auto path = file("large.geojson");
        std::ofstream(path) << feature("{}", "Polygon", "[[" + corners + "]]");
        const auto read = readAnnotations(path);
        QVERIFY2(read, read ? "" : describe(read.error()).c_str());
        QCOMPARE(read->areas[0].rings[0].size(), std::size_t(1'000'000));
    }

    void missingFilesAndFolders()
    {
        QVERIFY(readAnnotations(file("none.xml")).error().code == ErrorCode::FileNotFound);
        QVERIFY(readAnnotations(folder()).error().code == ErrorCode::FileUnreadable);
    }

    void namesHaveRoles_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("role");
        const auto row = [](const char* name, AreaRole role) {
            QTest::newRow(name) << QByteArray(name) << int(role);
        };
        row("_0", AreaRole::Tumor);
        row("_1", AreaRole::Tumor);
        row("_2", AreaRole::Excluded);
        row("TUMOR", AreaRole::Tumor);
        row("Metastases", AreaRole::Tumor);
        row("Tumor: Positive", AreaRole::Tumor);
        row("Exclusion", AreaRole::Excluded);
        row("Ignore*", AreaRole::Excluded);
        row("ignored fold", AreaRole::Excluded);
        row("Stroma", AreaRole::Other);
        row("tumors", AreaRole::Other);
        row("", AreaRole::Other);
    }
    void namesHaveRoles()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const int, role);
        QCOMPARE(int(roleOf(name.toStdString(), AreaNames{})), role);
    }
};

QTEST_APPLESS_MAIN(TestAnnotations)
#include "tst_annotations.moc"
