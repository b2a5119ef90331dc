#include <cmath>
#include <random>

#include <QTest>

#include "tiles/Viewport.h"

using namespace isostain;

namespace {

bool isWhole(const cv::Point2d& point)
{
    return point.x == std::floor(point.x) && point.y == std::floor(point.y);
}

double distance(const cv::Point2d& a, const cv::Point2d& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

PyramidGeometry geometryOf(std::int64_t width, std::int64_t height)
{
    return PyramidGeometry({{width, height}});
}

/// Viewports on a slide of 100,000 x 80,000, the same ones in every run.
class RandomViewports {
public:
    double number(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_random); }
    int whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }
    double zoom() { return std::exp2(number(-8, 6)); }
    Viewport next(double zoom) { return {{number(0, 100'000), number(0, 80'000)}, zoom, whole(1, 4000), whole(1, 2500)}; }

private:
    std::mt19937 m_random{1};
};

constexpr int kSamples = 2000;

}

class TestViewport : public QObject {
    Q_OBJECT

private slots:
    void rasterOriginIsTheNearestWholePixel_data()
    {
        QTest::addColumn<double>("center");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<int>("size");
        QTest::addColumn<double>("raster");
        QTest::newRow("even pane") << 100.0 << 1.0 << 50 << 75.0;
        QTest::newRow("fraction below half") << 100.3 << 1.0 << 50 << 75.0;
        QTest::newRow("fraction above half") << 100.7 << 1.0 << 50 << 76.0;
        QTest::newRow("half goes up") << 100.0 << 1.0 << 51 << 75.0;
        QTest::newRow("half goes up left of the slide too") << 10.0 << 1.0 << 51 << -15.0;
        QTest::newRow("magnified") << 100.0 << 3.0 << 50 << 275.0;
        QTest::newRow("magnified, third of a pixel") << 100.0 + 1 / 3.0 << 3.0 << 50 << 276.0;
        QTest::newRow("reduced") << 101.0 << 0.25 << 10 << 20.0;
    }

    void rasterOriginIsTheNearestWholePixel()
    {
        QFETCH(double, center);
        QFETCH(double, zoom);
        QFETCH(int, size);
        QFETCH(double, raster);
        const Viewport viewport{{center, center}, zoom, size, size};
        QCOMPARE(viewport.rasterOrigin().x, raster);
        QCOMPARE(viewport.rasterOrigin().y, raster);
        QCOMPARE(viewport.visibleLevel0().x, raster / zoom);
        QCOMPARE(viewport.visibleLevel0().width, size / zoom);
    }

    void pixelBordersFallOnDevicePixelsAtWholeMagnifications()
    {
        RandomViewports random;
        for (int i = 0; i < kSamples; ++i) {
            const int magnification = random.whole(1, 64);
            const double downsample = std::exp2(random.whole(0, 8));
            const Viewport viewport = random.next(magnification / downsample);
            const cv::Point2d border(random.whole(0, 300) * downsample, random.whole(0, 300) * downsample);
            const cv::Point2d device = viewport.toDevice(border);
            QVERIFY(isWhole(device));
            QCOMPARE(viewport.toDevice(border + cv::Point2d(downsample, 0)).x - device.x, double(magnification));
        }
    }

    void levelAndDeviceCoordinatesAreInverse()
    {
        RandomViewports random;
        for (int i = 0; i < kSamples; ++i) {
            const Viewport viewport = random.next(random.zoom());
            const cv::Point2d device(random.number(-100, 5000), random.number(-100, 3000));
            QVERIFY(distance(viewport.toDevice(viewport.toLevel0(device)), device) < 1e-6);
        }
    }

    void zoomingKeepsThePointUnderTheCursor()
    {
        RandomViewports random;
        for (int i = 0; i < kSamples; ++i) {
            const Viewport before = random.next(random.zoom());
            const cv::Point2d device(random.number(0, before.width), random.number(0, before.height));
            const cv::Point2d middle(before.width / 2.0, before.height / 2.0);
            const cv::Point2d point = before.center + (device - middle) / before.zoom;
            const Viewport after = zoomedAt(before, device, random.zoom());
            QVERIFY(distance(after.toDevice(point), device) < 0.72);   // half a pixel each way
            QCOMPARE(after.width, before.width);
        }
    }

    void zoomingToAndFroDoesNotDrift()
    {
        RandomViewports random;
        const Viewport start{{50'000.25, 40'000.75}, 0.37, 1919, 1081};
        Viewport viewport = start;
        for (int i = 0; i < kSamples; ++i) {
            const cv::Point2d device(random.number(0, 1919), random.number(0, 1081));
            viewport = zoomedAt(zoomedAt(viewport, device, random.zoom()), device, start.zoom);
        }
        QVERIFY(distance(viewport.center, start.center) < 1e-5);
        QCOMPARE(viewport.rasterOrigin(), start.rasterOrigin());
    }

    void thePictureDoesNotCreepAtTheLimits()
    {
        const PyramidGeometry geometry = geometryOf(10'000, 10'000);
        const Viewport start{{5000, 5000}, kMaxZoom, 1000, 1000};
        const double zoom = clampedZoom(start.zoom * 1.26, geometry, start.width, start.height);
        QCOMPARE(clampedTo(zoomedAt(start, {10, 10}, zoom), geometry), start);
    }

    void dragsByWholePixelsMoveThePictureByExactlyThese()
    {
        RandomViewports random;
        for (int i = 0; i < kSamples; ++i) {
            Viewport viewport = random.next(i % 2 ? random.zoom() : random.whole(1, 9) / 3.0);
            if (i % 3 == 0)   // exactly between two pixels
                viewport.center = cv::Point2d(random.whole(0, 9999) + viewport.width / 2.0 + 0.5, 7.5) / viewport.zoom;
            const int dx = random.whole(-500, 500);
            const Viewport panned = pannedBy(viewport, dx, -1);
            QCOMPARE(panned.rasterOrigin(), viewport.rasterOrigin() - cv::Point2d(dx, -1));
        }
    }

    void fitShowsTheWholeSlide_data()
    {
        QTest::addColumn<qint64>("slideWidth");
        QTest::addColumn<qint64>("slideHeight");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("zoom");
        QTest::newRow("wide slide") << qint64(100'000) << qint64(20'000) << 1000 << 1000 << 0.0095;
        QTest::newRow("tall slide") << qint64(20'000) << qint64(100'000) << 1000 << 500 << 0.00475;
        QTest::newRow("small image is magnified") << qint64(100) << qint64(100) << 1000 << 1000 << 9.5;
        QTest::newRow("not beyond the limit") << qint64(2) << qint64(2) << 1000 << 1000 << kMaxZoom;
        QTest::newRow("pane without area") << qint64(100) << qint64(100) << 0 << 1000 << 1.0;
    }

    void fitShowsTheWholeSlide()
    {
        QFETCH(qint64, slideWidth);
        QFETCH(qint64, slideHeight);
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(double, zoom);
        const Viewport viewport = fitViewport(geometryOf(slideWidth, slideHeight), width, height);
        QCOMPARE(viewport.zoom, zoom);
        QCOMPARE(viewport.center, cv::Point2d(double(slideWidth) / 2, double(slideHeight) / 2));
        QCOMPARE(viewport.width, width);
        QCOMPARE(viewport.height, height);
    }

    void anEmptyGeometryGivesAUsableViewport()
    {
        const Viewport viewport = clampedTo(fitViewport({}, 800, 600), {});
        QCOMPARE(viewport.zoom, 1.0);
        QCOMPARE(viewport.center, cv::Point2d());
    }

    void clampingKeepsTheSlideInView_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("clampedX");
        QTest::addColumn<double>("expectedZoom");
        QTest::newRow("inside") << 500.0 << 2.0 << 500.0 << 2.0;
        QTest::newRow("left of the slide") << -3.0 << 2.0 << 0.0 << 2.0;
        QTest::newRow("right of the slide") << 20'000.0 << 2.0 << 10'000.0 << 2.0;
        QTest::newRow("too large") << 500.0 << 100.0 << 500.0 << kMaxZoom;
        QTest::newRow("too small") << 500.0 << 0.001 << 500.0 << 0.0475;
        QTest::newRow("smaller than fit is fine") << 500.0 << 0.06 << 500.0 << 0.06;
    }

    void clampingKeepsTheSlideInView()
    {
        QFETCH(double, x);
        QFETCH(double, zoom);
        QFETCH(double, clampedX);
        QFETCH(double, expectedZoom);
        const Viewport clamped = clampedTo({{x, x}, zoom, 1000, 1000}, geometryOf(10'000, 10'000));
        QCOMPARE(clamped.center, cv::Point2d(clampedX, clampedX));
        QCOMPARE(clamped.zoom, expectedZoom);
        QCOMPARE(clampedZoom(zoom, geometryOf(10'000, 10'000), 1000, 1000), expectedZoom);
    }

    void turnedAboutThePivot_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<bool>("isMirrored");
        for (const double degrees : {0.0, 90.0, 180.0, 270.0, 30.0, 211.7})
            for (const bool isMirrored : {false, true})
                QTest::addRow("%g%s", degrees, isMirrored ? ", mirrored" : "") << degrees << isMirrored;
    }

    void turnedAboutThePivot()
    {
        QFETCH(double, degrees);
        QFETCH(bool, isMirrored);
        RandomViewports random;
        for (int i = 0; i < kSamples; ++i) {
            Viewport viewport = random.next(random.zoom());
            const Viewport upright = viewport;
            viewport.orientation = {degrees, isMirrored};
            const cv::Point2d device(random.number(-100, 4000), random.number(-100, 4000));
            const cv::Point2d level0 = viewport.toLevel0(device);
            QVERIFY(distance(viewport.toDevice(level0), device) < 1e-6);
            QVERIFY(distance(viewport.toLevel0(viewport.pivot()), upright.toLevel0(upright.pivot())) < 1e-6 / viewport.zoom);
            const cv::Matx23d there = viewport.level0ToDevice();
            QVERIFY(distance({there(0, 0) * level0.x + there(0, 1) * level0.y + there(0, 2),
                              there(1, 0) * level0.x + there(1, 1) * level0.y + there(1, 2)},
                             device) < 1e-5);
            // What the pane shows lies within what is said to be visible.
            const cv::Rect2d visible = viewport.visibleLevel0();
            const double margin = 1e-6 / viewport.zoom + 1e-6;
            for (const cv::Point2d& corner : {cv::Point2d(0, 0), cv::Point2d(viewport.width, viewport.height)}) {
                const cv::Point2d shown = viewport.toLevel0(corner);
                QVERIFY(shown.x >= visible.x - margin && shown.x <= visible.x + visible.width + margin);
                QVERIFY(shown.y >= visible.y - margin && shown.y <= visible.y + visible.height + margin);
            }
            // A drag takes the picture along, a zoom keeps the point under the pointer.
            const Viewport panned = pannedBy(viewport, 30, -20);
            QVERIFY(distance(panned.toDevice(level0), device + cv::Point2d(30, -20)) < 1.5);
            QVERIFY(distance(zoomedAt(viewport, device, viewport.zoom * 1.7).toDevice(level0), device) < 2);
        }
    }

    void quarterTurnsBringPixelsOntoPixels()
    {
        RandomViewports random;
        for (int i = 0; i < kSamples; ++i) {
            Viewport viewport = random.next(1);
            for (const double degrees : {90.0, 180.0, 270.0}) {
                viewport.orientation = {degrees, i % 2 == 1};
                QVERIFY(isWhole(viewport.toDevice({100, 200})));
                QVERIFY(isWhole(viewport.toLevel0({3, 5})));
            }
        }
    }

    void orientationsAddUp()
    {
        const ViewOrientation upright;
        QCOMPARE(upright.turnedBy(-90).degrees, 270.0);
        QVERIFY(upright.turnedBy(123).turnedBy(-123).isUpright());
        QVERIFY(upright.turnedBy(40).flippedHorizontally().flippedHorizontally() == upright.turnedBy(40));
        QVERIFY(upright.turnedBy(40).flippedVertically().flippedVertically() == upright.turnedBy(40));
        QVERIFY(upright.flippedHorizontally().flippedVertically() == upright.turnedBy(180));
        // On the screen: what is turned is mirrored as it is seen.
        const cv::Matx22d turned = upright.turnedBy(30).matrix();
        const cv::Matx22d mirrored = upright.turnedBy(30).flippedHorizontally().matrix();
        QVERIFY(std::abs(mirrored(0, 0) + turned(0, 0)) < 1e-12 && std::abs(mirrored(1, 0) - turned(1, 0)) < 1e-12);
    }

    void turnedSlidesFit()
    {
        for (const double degrees : {0.0, 45.0, 90.0, 120.0}) {
            const Viewport fitted = fitViewport(geometryOf(3000, 1000), 800, 600, {degrees, false});
            for (const cv::Point2d& corner : {cv::Point2d(0, 0), cv::Point2d(3000, 0), cv::Point2d(3000, 1000), cv::Point2d(0, 1000)}) {
                const cv::Point2d device = fitted.toDevice(corner);
                QVERIFY(device.x >= 0 && device.x <= 800 && device.y >= 0 && device.y <= 600);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestViewport)
#include "tst_viewport.moc"
