#include <cmath>

#include <QTest>

#include "annotation/AnnotationMeasures.h"

using namespace isostain;

namespace {

Annotation shape(AnnotationKind kind, std::vector<Annotation::Part> parts)
{
    Annotation annotation;
    annotation.kind = kind;
    annotation.parts = std::move(parts);
    return annotation;
}

const Ring kSquare{{1e6, 1e6}, {1e6 + 100, 1e6}, {1e6 + 100, 1e6 + 100}, {1e6, 1e6 + 100}};
const Ring kHole{{1e6 + 10, 1e6 + 10}, {1e6 + 20, 1e6 + 10}, {1e6 + 20, 1e6 + 20}, {1e6 + 10, 1e6 + 20}};

}

class TestAnnotationMeasures : public QObject {
    Q_OBJECT

private slots:
    void linesAndAreas()
    {
        const Annotation line = shape(AnnotationKind::Lines, {{{{0, 0}, {30, 40}, {30, 50}}}});
        QCOMPARE(measured(line, {}, {}).length, 60.0);
        QVERIFY(!measured(line, {}, {}).isInMicrometers && !measured(line, 0.5, {}).isInMicrometers);
        QCOMPARE(measured(line, 0.5, 0.5).length, 30.0);
        QCOMPARE(measured(shape(AnnotationKind::Lines, {{{{0, 0}, {30, 40}}}}), 1.0, 2.0).length, std::hypot(30, 80));
        QCOMPARE(measured(line, {}, {}).area, 0.0);

        const Annotation area = shape(AnnotationKind::Areas, {{kSquare, kHole}});
        QCOMPARE(measured(area, {}, {}).area, 9900.0);
        QCOMPARE(measured(area, {}, {}).length, 440.0);
        QCOMPARE(measured(area, 0.25, 0.5).area, 9900.0 / 8);
        QVERIFY(measured(area, 0.25, 0.5).isInMicrometers);
        QCOMPARE(measured(shape(AnnotationKind::Areas, {{kSquare}, {kHole}}), {}, {}).area, 10100.0);
        QCOMPARE(measured(shape(AnnotationKind::Points, {{kSquare}}), {}, {}).points, std::size_t(4));
        QCOMPARE(measured({}, {}, {}).length, 0.0);
    }

    void directionDoesNotMatter()
    {
        const Ring backwards(kSquare.rbegin(), kSquare.rend());
        QCOMPARE(measured(shape(AnnotationKind::Areas, {{backwards, kHole}}), {}, {}).area, 9900.0);
    }

    void placesInAndOut()
    {
        const Annotation area = shape(AnnotationKind::Areas, {{kSquare, kHole}});
        QVERIFY(contains(area, {1e6 + 50, 1e6 + 50}));
        QVERIFY(!contains(area, {1e6 + 15, 1e6 + 15}));
        QVERIFY(!contains(area, {1e6 - 1, 1e6 + 50}));
        QVERIFY(!contains(shape(AnnotationKind::Lines, {{kSquare}}), {1e6 + 50, 1e6 + 50}));
        QCOMPARE(boundsOf(area), cv::Rect2d(1e6, 1e6, 100, 100));
        QVERIFY(boundsOf({}).empty());
        QCOMPARE(distanceTo(area, {1e6 + 15, 1e6 + 13}), 3.0);
        QCOMPARE(distanceTo(area, {1e6 - 30, 1e6 - 40}), 50.0);
        QCOMPARE(distanceTo(area, {1e6 - 7, 1e6 + 50}), 7.0); // the side that closes it
        QVERIFY(distanceTo(shape(AnnotationKind::Lines, {{kSquare}}), {1e6 - 7, 1e6 + 50}) > 49);
        QCOMPARE(distanceTo(shape(AnnotationKind::Points, {{{{3, 4}, {100, 100}}}}), {0, 0}), 5.0);
        QVERIFY(std::isinf(distanceTo({}, {0, 0})));
    }

    void tremblingGoes()
    {
        Ring drawn;
        for (int i = 0; i <= 100; ++i)
            drawn.emplace_back(i, i % 2 * 0.4);
        for (int i = 1; i <= 100; ++i)
            drawn.emplace_back(100 + i % 2 * 0.4, i);
        const Ring line = simplified(drawn, 1);
        QCOMPARE(line.size(), std::size_t(3));
        QCOMPARE(line.front(), drawn.front());
        QCOMPARE(line.back(), drawn.back());
        QVERIFY(cv::norm(line[1] - cv::Point2d(100, 0)) <= 1);
        QCOMPARE(simplified(drawn, 0).size(), drawn.size());
        QCOMPARE(simplified(Ring(50, {1, 1}), 1).size(), std::size_t(3));
        for (const cv::Point2d& point : drawn)
            QVERIFY(distanceTo(shape(AnnotationKind::Lines, {{line}}), point) <= 1.0001);
    }
};

QTEST_APPLESS_MAIN(TestAnnotationMeasures)
#include "tst_annotationmeasures.moc"
