#include <cmath>
#include <thread>

#include <QTest>

#include "compare/FrameGeometry.h"
#include "compare/PaneLayout.h"
#include "compare/ZoomSteps.h"

using namespace isostain;

class TestCompareParts : public QObject {
    Q_OBJECT

private slots:
    void panesAreOfEqualWidthWithGaps_data()
    {
        QTest::addColumn<int>("panes");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("paneWidth");
        QTest::newRow("one") << 1 << 1920 << 1920;
        QTest::newRow("two, a pixel to spare") << 2 << 1920 << 959;
        QTest::newRow("two, even") << 2 << 1921 << 960;
        QTest::newRow("five") << 5 << 1920 << 383;
        QTest::newRow("narrower than the gaps") << 5 << 3 << 1;
    }

    void panesAreOfEqualWidthWithGaps()
    {
        QFETCH(int, panes);
        QFETCH(int, width);
        QFETCH(int, paneWidth);
        const PaneLayout layout = layoutPanes({CompareMode::SideBySide, panes, 0, 0, QSize(width, 100), 0});
        QCOMPARE(layout.paneSize, QSize(paneWidth, 100));
        QCOMPARE(int(layout.places.size()), panes);
        for (std::size_t i = 0; i < layout.places.size(); ++i) {
            QCOMPARE(layout.places[i].rect.size(), layout.paneSize);
            QCOMPARE(layout.places[i].viewportX, layout.places[i].rect.left());
            if (i > 0) {
                const int gap = layout.places[i].rect.left() - layout.places[i - 1].rect.right() - 1;
                QVERIFY(gap == 1 || gap == 2);
            }
        }
        if (width > 2 * panes)
            QCOMPARE(layout.places.back().rect.right(), width - 1);
    }

    void curtainSplitsOneViewport()
    {
        const PaneLayout layout = layoutPanes({CompareMode::Curtain, 3, 2, 0, QSize(100, 50), 30});
        QCOMPARE(layout.paneSize, QSize(100, 50));
        QCOMPARE(layout.places[0].rect, QRect(0, 0, 30, 50));
        QCOMPARE(layout.places[1].rect, QRect(30, 0, 70, 50));
        QCOMPARE(layout.places[1].pane, 2);
        QCOMPARE(layout.places[1].viewportX, 0);
        QCOMPARE(layout.placeAt({29, 10})->pane, 0);
        QCOMPARE(layout.placeAt({30, 10})->pane, 2);
        const PaneLayout closed = layoutPanes({CompareMode::Curtain, 3, 2, 0, QSize(100, 50), 0});
        QCOMPARE(closed.placeAt({-5, 10})->pane, 2);
    }

    void regionCoversExactlyWhatIsVisible_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("x");
        for (const double zoom : {0.02, 0.1, 0.33, 0.5, 0.99, 1.0, 1.5, 3.0, 17.3})
            for (const double x : {0.0, 12345.678, 50000.0})
                QTest::addRow("zoom %g at %g", zoom, x) << zoom << x;
    }

    void regionCoversExactlyWhatIsVisible()
    {
        QFETCH(double, zoom);
        QFETCH(double, x);
        const PyramidGeometry geometry({{50001, 40003}, {12500, 10000}});
        const Viewport viewport{{x, 20000.5}, zoom, 801, 600};
        const int index = geometry.levelForZoom(zoom);
        const PyramidLevel& level = geometry.level(index);
        const FrameGeometry frame = frameGeometry(viewport, geometry, index);
        QVERIFY(!frame.isEmpty());
        QVERIFY(frame.region.x >= 0 && frame.region.x + frame.region.width <= level.width);
        QVERIFY(QRect(0, 0, 801, 600).contains(frame.slideRect));
        QVERIFY(double(frame.region.width) <= frame.slideRect.width() * frame.texelsPerPixelX + 2.001);
        for (const int pixel : {frame.slideRect.left(), frame.slideRect.right()}) {
            const double begin = frame.texelX + pixel * frame.texelsPerPixelX;
            const double end = begin + frame.texelsPerPixelX;
            QVERIFY(begin > -1e-6);
            // The slide's last device pixel may reach over its border by rounding.
            QVERIFY(end < double(frame.region.width) + frame.texelsPerPixelX / 2 + 1e-6);
            const double level0 = (double(frame.region.x) + begin) * level.downsampleX;
            QVERIFY(std::abs(level0 - viewport.toLevel0({double(pixel), 0}).x) < 1e-6);
            if (frame.magnification > 0)
                QCOMPARE((pixel + frame.copyOffsetX) / frame.magnification, int(std::floor(begin + 1e-6)));
        }
        QCOMPARE(frame.magnification > 0, zoom == std::floor(zoom) || (zoom == 0.5 && level.downsampleX == 2));
    }

    void tilesOfOtherLevelsMeetWithoutGaps()
    {
        const PyramidGeometry geometry({{50001, 40003}, {12497, 9999}});
        for (int from = 0; from < geometry.levelCount(); ++from)
            for (int to = 0; to < std::min(from + 1, geometry.levelCount()); ++to)
                for (int column = 0; column + 1 < geometry.columns(from); ++column) {
                    const PixelRect left = tileRectInLevel(geometry, {from, column, 0}, to);
                    const PixelRect right = tileRectInLevel(geometry, {from, column + 1, 0}, to);
                    QCOMPARE(left.x + left.width, right.x);
                }
    }

    void stepsMeetPowersOfTwo()
    {
        QCOMPARE(nextZoomStep(0.3, ZoomDirection::In, 1), 0.5);
        QCOMPARE(nextZoomStep(0.5, ZoomDirection::In, 1), 1.0);
        QCOMPARE(nextZoomStep(1.0, ZoomDirection::Out, 1), 0.5);
        QCOMPARE(nextZoomStep(1.7, ZoomDirection::Out, 1), 1.0);
        double zoom = 0.0437;
        bool metOne = false;
        for (int notch = 0; notch < 20; ++notch) {
            const double next = nextZoomStep(zoom, ZoomDirection::In, 3);
            QVERIFY(next > zoom && next < zoom * 1.27);
            zoom = next;
            metOne = metOne || zoom == 1.0;
        }
        QVERIFY(metOne);
    }
};

QTEST_GUILESS_MAIN(TestCompareParts)
#include "tst_compareparts.moc"
