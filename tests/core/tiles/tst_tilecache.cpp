#include <random>
#include <thread>
#include <vector>

#include <QTest>

#include "tiles/TileCache.h"

using namespace isostain;

namespace {

constexpr std::size_t kTileBytes = 16 * 16 * 4;

TilePtr newTile()
{
    return std::make_shared<const BgrxImage>(makeBgrxImage(16, 16));
}

SlideTileKey keyOf(int column, std::uint64_t slide = 1)
{
    return {slide, {0, column, 0}};
}

/// The columns 0..count-1 that are ready, e.g. "0,2".
QString readyColumns(const TileCache& cache, int count)
{
    QStringList columns;
    for (int column = 0; column < count; ++column)
        if (cache.stateOf(keyOf(column)) == TileState::Ready)
            columns << QString::number(column);
    return columns.join(',');
}

}

class TestTileCache : public QObject {
    Q_OBJECT

private slots:
    /// Steps: "i3" inserts tile 3, "p3" pinned, "f3" uses it, "s3" asks for its state, "b2" sets the budget to two tiles.
    void leastRecentlyUsedTilesLeaveFirst_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("ready");
        QTest::newRow("all fit") << "b3 i0 i1 i2" << "0,1,2";
        QTest::newRow("oldest leaves") << "b3 i0 i1 i2 i3" << "1,2,3";
        QTest::newRow("use keeps") << "b3 i0 i1 i2 f0 i3" << "0,2,3";
        QTest::newRow("asking for the state does not keep") << "b3 i0 i1 i2 s0 i3" << "1,2,3";
        QTest::newRow("insert again keeps and costs once") << "b3 i0 i1 i2 i0 i3" << "0,2,3";
        QTest::newRow("pinned stays") << "b3 p0 i1 i2 i3 i4" << "0,3,4";
        QTest::newRow("pinned may exceed the budget") << "b2 p0 p1 p2" << "0,1,2";
        QTest::newRow("no room beside pinned") << "b2 p0 p1 p2 i3" << "0,1,2";
        QTest::newRow("unpinned by a later insert") << "b2 p0 i0 i1 i2" << "1,2";
        QTest::newRow("lower budget evicts at once") << "b4 i0 i1 i2 i3 b2" << "2,3";
        QTest::newRow("no budget") << "b0 i0" << "";
    }

    void leastRecentlyUsedTilesLeaveFirst()
    {
        QFETCH(QString, steps);
        QFETCH(QString, ready);
        TileCache cache(0);
        for (const QString& step : steps.split(' ')) {
            const int number = step.mid(1).toInt();
            switch (step[0].toLatin1()) {
            case 'i': cache.insert(keyOf(number), newTile(), false); break;
            case 'p': cache.insert(keyOf(number), newTile(), true); break;
            case 'f': QVERIFY(cache.find(keyOf(number))); break;
            case 's': QCOMPARE(cache.stateOf(keyOf(number)), TileState::Ready); break;
            case 'b': cache.setBudget(std::size_t(number) * kTileBytes); break;
            default: QFAIL("unknown step");
            }
        }
        QCOMPARE(readyColumns(cache, 10), ready);
        QCOMPARE(cache.usedBytes(), std::size_t(ready.isEmpty() ? 0 : ready.count(',') + 1) * kTileBytes);
    }

    void failuresAreRememberedWithTheirReason()
    {
        TileCache cache(0);
        QCOMPARE(cache.stateOf(keyOf(0)), TileState::Absent);
        QVERIFY(!cache.failureOf(keyOf(0)));
        cache.insertFailed(keyOf(0), {ErrorCode::TileUnreadable, "a.svs", "bad"});
        QCOMPARE(cache.stateOf(keyOf(0)), TileState::Failed);
        QCOMPARE(cache.failureOf(keyOf(0))->detail, std::string("bad"));
        QVERIFY(!cache.find(keyOf(0)));
        QCOMPARE(cache.usedBytes(), std::size_t(0));
    }

    void aFailureAndATileReplaceEachOther()
    {
        TileCache cache(10 * kTileBytes);
        cache.insertFailed(keyOf(0), {});
        cache.insert(keyOf(0), newTile(), false);
        QCOMPARE(cache.stateOf(keyOf(0)), TileState::Ready);
        QVERIFY(!cache.failureOf(keyOf(0)));
        cache.insertFailed(keyOf(0), {});
        QCOMPARE(cache.stateOf(keyOf(0)), TileState::Failed);
        QCOMPARE(cache.usedBytes(), std::size_t(0));
    }

    void theOldestOfVeryManyFailuresAreForgotten()
    {
        TileCache cache(0);
        const int count = int(TileCache::kMaxFailedTiles);
        for (int column = 0; column <= count; ++column)
            cache.insertFailed(keyOf(column), {});
        QCOMPARE(cache.stateOf(keyOf(0)), TileState::Absent);
        QCOMPARE(cache.stateOf(keyOf(1)), TileState::Failed);
        QCOMPARE(cache.stateOf(keyOf(count)), TileState::Failed);
    }

    void removeSlideForgetsThatSlideAlone()
    {
        TileCache cache(10 * kTileBytes);
        for (const std::uint64_t slide : {1, 2}) {
            cache.insert(keyOf(0, slide), newTile(), false);
            cache.insert(keyOf(1, slide), newTile(), true);
            cache.insertFailed(keyOf(2, slide), {});
        }
        cache.removeSlide(1);
        for (int column = 0; column < 3; ++column) {
            QCOMPARE(cache.stateOf(keyOf(column, 1)), TileState::Absent);
            QVERIFY(cache.stateOf(keyOf(column, 2)) != TileState::Absent);
        }
        QCOMPARE(cache.usedBytes(), 2 * kTileBytes);
    }

    void aTileInUseOutlivesItsEviction()
    {
        TileCache cache(kTileBytes);
        cache.insert(keyOf(0), newTile(), false);
        const TilePtr used = cache.find(keyOf(0));
        cache.insert(keyOf(1), newTile(), false);
        QCOMPARE(cache.stateOf(keyOf(0)), TileState::Absent);
        QCOMPARE(used->sizeBytes(), kTileBytes);
    }

    void manyThreadsAtOnceStayWithinTheBudget()
    {
        constexpr std::size_t kBudget = 50 * kTileBytes;
        TileCache cache(kBudget);
        std::vector<std::jthread> threads;
        for (unsigned seed = 0; seed < 8; ++seed)
            threads.emplace_back([&cache, seed] {
                std::mt19937 random(seed);
                for (int i = 0; i < 3000; ++i) {
                    const SlideTileKey key = keyOf(int(random() % 100), 1 + random() % 3);
                    switch (random() % 8) {
                    case 0: cache.insertFailed(key, {}); break;
                    case 1: cache.insert(key, newTile(), key.tile.column < 5); break;
                    case 2: cache.insert(key, newTile(), false); break;
                    case 3: cache.stateOf(key); break;
                    case 4: cache.failureOf(key); break;
                    case 5: if (i % 100 == 0) cache.removeSlide(key.slideId); break;
                    default: if (const TilePtr tile = cache.find(key)) Q_ASSERT(tile->width() == 16); break;
                    }
                }
            });
        threads.clear();
        std::size_t ready = 0;
        for (const std::uint64_t slide : {1, 2, 3})
            for (int column = 0; column < 100; ++column)
                ready += cache.stateOf(keyOf(column, slide)) == TileState::Ready;
        QCOMPARE(cache.usedBytes(), ready * kTileBytes);
        QVERIFY(cache.usedBytes() <= kBudget);
        for (const std::uint64_t slide : {1, 2, 3})
            cache.removeSlide(slide);
        QCOMPARE(cache.usedBytes(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestTileCache)
#include "tst_tilecache.moc"
