#include <QTest>

#include "annotation/AnnotationFile.h"
#include "annotation/GeoJson.h"
#include "support/FileFixture.h"

using namespace isostain;
using namespace isostain::test;

namespace {

Annotation area(std::vector<Annotation::Part> parts)
{
    Annotation annotation;
    annotation.parts = std::move(parts);
    annotation.objectType = "annotation";
    return annotation;
}

/// One of each kind, with everything that can be said of it.
std::vector<Annotation> samples()
{
    Annotation region = area({{{{10, 20}, {110.125, 20}, {110.125, 90}}, {{40, 30}, {60, 30}, {60, 40}}}});
    region.id = "0b5a1b9e-7d0a-4f62-9d1e-0f6f6a3f2f11";
    region.name = "Region \xC3\xA4 \"1\"";
    region.className = "Tumor: Positive";
    region.color = 0xC80010;
    region.isLocked = true;
    region.otherProperties = "{\"measurements\":{\"Area\":12.5,\"note\":\"x\"}}";
    Annotation several = area({{{{0, 0}, {1, 0}, {1, 1}}}, {{{5, 5}, {9, 5}, {9, 9}, {5, 9}}}});
    Annotation line = area({{{{0, 0}, {100, 50}}}});
    line.kind = AnnotationKind::Lines;
    line.color = 0x000000;
    Annotation lines = area({{{{0, 0}, {100, 50}}}, {{{3, 4}, {5, 6}, {7, 7}}}});
    lines.kind = AnnotationKind::Lines;
    Annotation point = area({{{{7.5, 8}}}});
    point.kind = AnnotationKind::Points;
    point.objectType = "detection";
    Annotation points = area({{{{7.5, 8}, {1, 2}, {1, 2}}}});
    points.kind = AnnotationKind::Points;
    points.className = "Stroma";
    return {region, several, line, lines, point, points};
}

}

class TestAnnotationGeoJson : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBack()
    {
        const std::vector<Annotation> written = samples();
        const std::string text = toGeoJson(written);
        const auto read = annotationsFromGeoJson(text, "a");
        QVERIFY2(read, read ? "" : describe(read.error()).c_str());
        QCOMPARE(read->size(), written.size());
        for (std::size_t i = 0; i < written.size(); ++i)
            QVERIFY2((*read)[i] == written[i], qPrintable(QString::number(i)));
        QVERIFY(toGeoJson(*read) == text);
    }

    void filesReadBack()
    {
        const std::filesystem::path path = file("a.geojson");
        QVERIFY(writeAnnotationFile(samples(), path, Overwrite::No));
        QCOMPARE(writeAnnotationFile({}, path, Overwrite::No).error().code, ErrorCode::OutputExists);
        QVERIFY(readAnnotationFile(path).value() == samples());
        QVERIFY(writeAnnotationFile({}, path, Overwrite::Yes));
        QVERIFY(readAnnotationFile(path).value().empty());
        QCOMPARE(readAnnotationFile(file("none")).error().code, ErrorCode::FileNotFound);
    }

    void colorsAreReadAsQuPathHasWrittenThem_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<qint64>("color"); // -1: none
        QTest::newRow("list") << QByteArray("{\"color\":[1,2,3]}") << qint64(0x010203);
        QTest::newRow("of the class") << QByteArray("{\"classification\":{\"name\":\"a\",\"color\":[1,2,3]}}")
                                      << qint64(0x010203);
        QTest::newRow("its own wins") << QByteArray("{\"color\":[9,9,9],\"classification\":{\"name\":\"a\",\"color\":[1,2,3]}}")
                                      << qint64(0x090909);
        QTest::newRow("packed") << QByteArray("{\"classification\":{\"name\":\"a\",\"colorRGB\":-3670016}}")
                                << qint64(0xC80000);
        QTest::newRow("none") << QByteArray("{}") << qint64(-1);
        QTest::newRow("no color") << QByteArray("{\"color\":[1,2,300]}") << qint64(-1);
        QTest::newRow("words") << QByteArray("{\"color\":[\"a\",\"b\",\"c\"]}") << qint64(-1);
    }
    void colorsAreReadAsQuPathHasWrittenThem()
    {
        QFETCH(const QByteArray, properties);
        QFETCH(const qint64, color);
        const auto read =
            annotationsFromGeoJson("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
                                   "\"properties\":" +
                                       properties.toStdString() + "}",
                                   "a");
        QVERIFY(read);
        QCOMPARE(read->front().color ? qint64(*read->front().color) : -1, color);
    }

    void whatIsNoShapeIsCounted()
    {
        std::size_t leftOut = 0;
        const auto read = annotationsFromGeoJson(
            "[{\"type\":\"LineString\",\"coordinates\":[[1,2]]},{\"type\":\"Feature\",\"geometry\":null},"
            "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[2,2],[1,2]]]},{\"type\":\"MultiPoint\",\"coordinates\":[]},"
            "{\"type\":\"Point\",\"coordinates\":[1,2]}]",
            "a", &leftOut);
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(1));
        QCOMPARE(leftOut, std::size_t(4));
    }

    void refusesWhatIsNoGeoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("another JSON") << QByteArray("{\"a\":1}");
        QTest::newRow("number") << QByteArray("7");
        QTest::newRow("features") << QByteArray("{\"type\":\"FeatureCollection\",\"features\":3}");
        QTest::newRow("coordinate") << QByteArray("{\"type\":\"Point\",\"coordinates\":[\"1\",2]}");
        QTest::newRow("far off") << QByteArray("{\"type\":\"Point\",\"coordinates\":[1e300,2]}");
        QTest::newRow("one coordinate") << QByteArray("{\"type\":\"MultiPoint\",\"coordinates\":[[1]]}");
        QTest::newRow("nested") << QByteArray(40, '[') + QByteArray(40, ']');
    }
    void refusesWhatIsNoGeoJson()
    {
        QFETCH(const QByteArray, text);
        const auto read = annotationsFromGeoJson(text.toStdString(), "a");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::AnnotationsInvalid);
    }
};

QTEST_APPLESS_MAIN(TestAnnotationGeoJson)
#include "tst_annotationgeojson.moc"
