#include <atomic>
#include <new>

#include <QTest>

#include "ExportTesting.h"
#include "base/Parallel.h"
#include "export/SlideTiles.h"
#include "support/PaintedSlide.h"
#include "support/SlideDecorators.h"

using namespace isostain;
using namespace isostain::test;

class TestSlideTiles : public QObject {
    Q_OBJECT

private slots:
    void putsTilesOfAnySizeTogether_data()
    {
        QTest::addColumn<int>("tileSize");
        QTest::newRow("as the slide has them") << 64;
        QTest::newRow("several in one") << 192;
        QTest::newRow("parts of one") << 32;
        QTest::newRow("across borders") << 80;
        QTest::newRow("larger than the slide") << 1024;
    }
    void cutsAnAreaOut_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("tileSize");
        QTest::newRow("whole tiles") << 64 << 128 << 128 << 192 << 64;
        QTest::newRow("across tiles") << 17 << 33 << 150 << 199 << 64;
        QTest::newRow("to the far corner") << 128 << 256 << 205 << 215 << 64;
        QTest::newRow("larger tiles") << 50 << 60 << 250 << 300 << 96;
        QTest::newRow("one pixel") << 332 << 470 << 1 << 1 << 64;
    }
    void cutsAnAreaOut()
    {
        QFETCH(const int, x);
        QFETCH(const int, y);
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const int, tileSize);
        const auto slide = std::make_shared<CountingSlide>(PaintedSlide::create(333, 471, 64));
        const auto part = readRegion(*PaintedSlide::create(333, 471, 64), 0, {x, y, width, height});
        SlideTiles tiles(slide, tileSize, {x, y, width, height});
        for (int row = 0; row * tileSize < height; ++row)
            for (int column = 0; column * tileSize < width; ++column) {
                const auto tile = tiles.read(column, row, {});
                QVERIFY(tile && isSame(*tile, cutOut(*part, column, row, tileSize)));
            }
        QCOMPARE(slide->largestReadCount(), 1);
    }
    void putsTilesOfAnySizeTogether()
    {
        QFETCH(const int, tileSize);
        const auto slide = std::make_shared<CountingSlide>(PaintedSlide::create(333, 471, 64));
        const auto whole = readRegion(*PaintedSlide::create(333, 471, 64), 0, {0, 0, 333, 471});
        SlideTiles tiles(slide, tileSize, {0, 0, 333, 471});
        const int columns = (333 + tileSize - 1) / tileSize;
        const int rows = (471 + tileSize - 1) / tileSize;
        std::atomic<int> wrong = 0;
        parallelFor(static_cast<std::size_t>(columns * rows), [&](std::size_t i) {
            const int column = static_cast<int>(i) % columns;
            const int row = static_cast<int>(i) / columns;
            const auto tile = tiles.read(column, row, {});
            if (!tile || !isSame(*tile, cutOut(*whole, column, row, tileSize)))
                ++wrong;
        }, 4);
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(slide->largestReadCount(), 1);
        QCOMPARE(slide->readCount(), slide->geometry().columns(0) * slide->geometry().rows(0));
    }

    void aBadTileFailsWhatItTouches()
    {
        const auto slide =
            std::make_shared<FailingSlide>(PaintedSlide::create(256, 256, 64), [](const TileKey& key) { return key.column == 1; });
        SlideTiles tiles(slide, 128, {0, 0, 256, 256});
        QCOMPARE(tiles.read(0, 0, {}).error().code, ErrorCode::TileUnreadable);
        QVERIFY(tiles.read(1, 0, {}));
    }

    void anExceptionReachesEverybodyWhoNeedsTheTile()
    {
        const auto slide = std::make_shared<FailingSlide>(PaintedSlide::create(256, 256, 64),
                                                          [](const TileKey&) -> bool { throw std::bad_alloc(); });
        SlideTiles tiles(slide, 32, {0, 0, 256, 256});
        QVERIFY_EXCEPTION_THROWN(tiles.read(0, 0, {}), std::bad_alloc);
        QVERIFY_EXCEPTION_THROWN(tiles.read(1, 0, {}), std::bad_alloc);
    }
};

QTEST_GUILESS_MAIN(TestSlideTiles)
#include "tst_slidetiles.moc"
