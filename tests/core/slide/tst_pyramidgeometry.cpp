#include <cmath>
#include <sstream>

#include <QTest>

#include "slide/CanvasMap.h"
#include "slide/PyramidGeometry.h"

using namespace isostain;

Q_DECLARE_METATYPE(std::vector<isostain::StoredLevel>)

namespace {

/// "300x250/1 150x125/2v": size, downsample, v where virtual.
std::string text(const PyramidGeometry& geometry)
{
    std::ostringstream out;
    out.precision(6);
    for (int i = 0; i < geometry.levelCount(); ++i) {
        const PyramidLevel& level = geometry.level(i);
        out << (i ? " " : "") << level.width << 'x' << level.height << '/' << level.downsampleX;
        if (level.downsampleY != level.downsampleX)
            out << ',' << level.downsampleY;
        out << (level.isVirtual() ? "v" : "");
    }
    return out.str();
}

}

class TestPyramidGeometry : public QObject {
    Q_OBJECT

private slots:
    void levels_data()
    {
        QTest::addColumn<std::vector<StoredLevel>>("stored");
        QTest::addColumn<QString>("expected");
        using Levels = std::vector<StoredLevel>;
        QTest::newRow("tiny") << Levels{{1, 1}} << "1x1/1";
        QTest::newRow("one tile") << Levels{{256, 256}} << "256x256/1";
        QTest::newRow("one pixel more than a tile") << Levels{{257, 3}} << "257x3/1 129x2/2v";
        QTest::newRow("single level, odd sizes") << Levels{{2220, 2967}}
                                                 << "2220x2967/1 1110x1484/2v 555x742/4v 278x371/8v 139x186/16v";
        QTest::newRow("halvings rounded down") << Levels{{300, 250}, {150, 125}, {75, 62}, {37, 31}}
                                               << "300x250/1 150x125/2 75x62/4 37x31/8";
        QTest::newRow("halvings rounded up") << Levels{{301, 251}, {151, 126}, {76, 63}} << "301x251/1 151x126/2 76x63/4";
        QTest::newRow("4.00024 is 4") << Levels{{1000, 914}, {250, 228}} << "1000x914/1 500x457/2v 250x228/4";
        QTest::newRow("the longer side decides") << Levels{{40000, 10}, {10000, 3}, {2500, 1}}
                                                 << "40000x10/1 20000x5/2v 10000x3/4 5000x2/8v 2500x1/16 1250x1/32v 625x1/64v "
                                                    "313x1/128v 157x1/256v";
        QTest::newRow("139 of 17,760 fits 1/127 too") << Levels{{17760, 17802}, {8880, 8901}, {4440, 4451}, {2220, 2226}, {1110, 1113}, {555, 557}, {278, 279}, {139, 140}}
                                                      << "17760x17802/1 8880x8901/2 4440x4451/4 2220x2226/8 1110x1113/16 555x557/32 278x279/64 139x140/128";
        QTest::newRow("3x apart") << Levels{{900, 900}, {300, 300}, {100, 100}}
                                  << "900x900/1 450x450/2v 300x300/3 150x150/6v 100x100/9";
        QTest::newRow("a real fraction stays one") << Levels{{1000, 1000}, {400, 400}, {200, 200}}
                                                   << "1000x1000/1 500x500/2v 400x400/2.5 200x200/5";
        QTest::newRow("2.05 gets no level in between") << Levels{{1000, 1000}, {487, 487}, {238, 238}}
                                                       << "1000x1000/1 487x487/2.05339 238x238/4.20168";
        QTest::newRow("16x apart") << Levels{{4096, 4096}, {256, 256}}
                                   << "4096x4096/1 2048x2048/2v 1024x1024/4v 512x512/8v 256x256/16";
        QTest::newRow("a level that repeats another is left out") << Levels{{400, 400}, {400, 400}, {200, 200}}
                                                                  << "400x400/1 200x200/2";
        QTest::newRow("downsamples that are known") << Levels{{1000, 1000, 1, 1}, {120, 120, 8.4, 8.4}}
                                                    << "1000x1000/1 500x500/2v 250x250/4v 120x120/8.4";
    }
    void levels()
    {
        QFETCH(std::vector<StoredLevel>, stored);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(text(PyramidGeometry(stored))), expected);
    }

    void virtualLevelsHalveTheOneBefore()
    {
        const PyramidGeometry geometry({{100001, 77777}, {11111, 8641}});
        for (int i = 1; i < geometry.levelCount(); ++i) {
            if (geometry.level(i).isVirtual()) {
                QCOMPARE(geometry.level(i - 1).storedLevel, geometry.level(i).storedLevel);
                QCOMPARE(geometry.level(i - 1).reduction * 2, geometry.level(i).reduction);
            }
            QVERIFY(geometry.level(i).downsampleX / geometry.level(i - 1).downsampleX <= 2.1);
        }
        QCOMPARE(geometry.columns(geometry.coarsestLevel()) * geometry.rows(geometry.coarsestLevel()), 1);
    }

    void tilesCoverEachLevelOnce()
    {
        const PyramidGeometry geometry({{1000, 513}, {333, 171}}, 128);
        for (int level = 0; level < geometry.levelCount(); ++level) {
            std::int64_t area = 0;
            for (int row = 0; row < geometry.rows(level); ++row) {
                for (int column = 0; column < geometry.columns(level); ++column) {
                    const TileKey key{level, column, row};
                    QVERIFY(geometry.contains(key));
                    const PixelRect rect = geometry.tileRect(key);
                    QVERIFY(!rect.isEmpty());
                    QCOMPARE(rect.x, std::int64_t(column) * 128);
                    area += rect.width * rect.height;
                    const TileRange touched = geometry.tilesTouching(level, geometry.tileRectLevel0(key));
                    QVERIFY(touched.firstColumn <= column && touched.lastColumn >= column);
                    QVERIFY(touched.firstRow <= row && touched.lastRow >= row);
                }
            }
            QCOMPARE(area, geometry.level(level).width * geometry.level(level).height);
        }
        for (const TileKey& outside : {TileKey{-1, 0, 0}, TileKey{99, 0, 0}, TileKey{0, 8, 0}, TileKey{0, 0, 5}, TileKey{0, -1, 0}})
            QVERIFY(!geometry.contains(outside));
    }

    void tilesTouching_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QRectF>("rect");
        QTest::addColumn<QRect>("columnsAndRows");
        QTest::newRow("all") << 0 << QRectF(-5, -5, 5000, 5000) << QRect(QPoint(0, 0), QPoint(3, 1));
        QTest::newRow("borders belong to the tile they begin") << 0 << QRectF(256, 0, 256, 256) << QRect(1, 0, 1, 1);
        QTest::newRow("a sliver") << 0 << QRectF(255.5, 255.5, 1, 1) << QRect(0, 0, 2, 2);
        QTest::newRow("one pixel") << 0 << QRectF(999, 511, 1, 1) << QRect(3, 1, 1, 1);
        QTest::newRow("coarser level") << 1 << QRectF(511, 0, 2, 1) << QRect(0, 0, 2, 1);
        QTest::newRow("left of it") << 0 << QRectF(-50, 0, 50, 50) << QRect();
        QTest::newRow("right of it") << 0 << QRectF(1024, 0, 50, 50) << QRect();
        QTest::newRow("empty") << 0 << QRectF(10, 10, 0, 0) << QRect();
        QTest::newRow("not a number") << 0 << QRectF(qQNaN(), 0, 10, 10) << QRect();
        QTest::newRow("infinite") << 0 << QRectF(0, 0, qInf(), qInf()) << QRect(0, 0, 4, 2);
    }
    void tilesTouching()
    {
        QFETCH(int, level);
        QFETCH(QRectF, rect);
        QFETCH(QRect, columnsAndRows);
        const PyramidGeometry geometry({{1000, 512}});
        const TileRange range = geometry.tilesTouching(level, {rect.x(), rect.y(), rect.width(), rect.height()});
        QCOMPARE(QRect(QPoint(range.firstColumn, range.firstRow), QPoint(range.lastColumn, range.lastRow)), columnsAndRows);
        QCOMPARE(range.isEmpty(), columnsAndRows.isEmpty());
    }

    void levelRectanglesOfSnappedLevelsStartOnWholePixels()
    {
        const PyramidGeometry geometry({{46000, 32914}, {11500, 8228}, {2875, 2057}});
        for (int level = 0; level < geometry.levelCount(); ++level) {
            const cv::Rect2d last = geometry.tileRectLevel0({level, geometry.columns(level) - 1, geometry.rows(level) - 1});
            QCOMPARE(std::floor(last.x), last.x);
            QCOMPARE(std::floor(last.y), last.y);
            QVERIFY(last.x + last.width <= 46000 && last.y + last.height <= 32914);
        }
    }

    void levelForZoom()
    {
        const PyramidGeometry geometry({{10000, 10000}, {2500, 2500}});   // 1 2v 4 8v 16v 32v 64v
        for (const double zoom : {1.0, 1.5, 40.0, 0.99, 0.75})
            QCOMPARE(geometry.levelForZoom(zoom), 0);
        QCOMPARE(geometry.levelForZoom(0.70), 1);
        QCOMPARE(geometry.levelForZoom(0.5), 1);
        QCOMPARE(geometry.levelForZoom(0.25), 2);
        QCOMPARE(geometry.levelForZoom(1e-9), geometry.coarsestLevel());
        for (double zoom = 0.02; zoom < 1; zoom *= 1.01) {
            const double texelsPerPixel = 1 / (geometry.level(geometry.levelForZoom(zoom)).downsampleX * zoom);
            QVERIFY(texelsPerPixel < 1.4143 && texelsPerPixel > 0.7071);
        }
        QCOMPARE(PyramidGeometry().levelForZoom(0.1), 0);
    }

    void canvasMapHitsStoredPixels()
    {
        // 4.00024 and 4 average to 4.00012: far from the corner, 4 * x would be a source pixel off.
        const CanvasMap map({{46000, 32914, 1}, {11500, 8228, (4 + 32914.0 / 8228) / 2}}, {0, 0, 46000, 32914});
        for (const std::int64_t x : {std::int64_t(0), std::int64_t(256), std::int64_t(11244)}) {
            const LevelRegion region = map.region(1, {x, 0, 256, 200});
            QVERIFY(std::abs(static_cast<double>(region.x0) / ((4 + 32914.0 / 8228) / 2) - static_cast<double>(x)) <= 0.125);
            QCOMPARE(region.width, 256);
            QCOMPARE(region.height, 200);
        }
        QCOMPARE(map.region(0, {1234, 4321, 1, 1}).x0, 1234);
    }

    void canvasMapStartsAtTheBounds()
    {
        const CanvasMap map({{100000, 200000, 1}, {25000, 50000, 4}, {6250, 12500, 16}}, {1003, 2001, 4001, 5000});
        const PyramidGeometry geometry(map.levels());
        QCOMPARE(geometry.width(), 4001);
        QCOMPARE(geometry.height(), 5000);
        QCOMPARE(map.levels()[1].width, 1001);
        QCOMPARE(map.levels()[2].height, 313);
        QCOMPARE(map.levels()[2].downsampleX, 16.0);
        QCOMPARE(map.region(0, {0, 0, 256, 256}).x0, 1003);
        QCOMPARE(map.region(1, {0, 256, 256, 256}).x0, 1003);
        QCOMPARE(map.region(1, {0, 256, 256, 256}).y0, 2001 + 4 * 256);
        QCOMPARE(map.region(2, {256, 0, 256, 256}).x0, 1003 + 16 * 256);
    }
};

QTEST_GUILESS_MAIN(TestPyramidGeometry)
#include "tst_pyramidgeometry.moc"
