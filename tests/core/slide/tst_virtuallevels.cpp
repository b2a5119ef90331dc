#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <new>
#include <thread>

#include <QTest>

#include "support/Images.h"
#include "support/PaintedSlide.h"
#include "support/SlideDecorators.h"

using namespace isostain;
using namespace isostain::test;

namespace {

BgrxImage wholeLevel(const Slide& slide, int level)
{
    const PyramidLevel& of = slide.geometry().level(level);
    return readRegion(slide, level, {0, 0, of.width, of.height}).value();
}

/// Counts how often each stored tile is read; tiles for which `isBad` holds fail.
class StoredTiles : public PaintedStoredSlide {
public:
    using PaintedStoredSlide::PaintedStoredSlide;

    std::function<bool(const PixelRect&)> isBad = [](const PixelRect&) { return false; };
    std::function<void()> onRead = [] {};

    int readCount() const
    {
        const std::lock_guard lock(m_mutex);
        return m_reads;
    }
    int largestReadCount() const
    {
        const std::lock_guard lock(m_mutex);
        int largest = 0;
        for (const auto& [position, count] : m_counts)
            largest = std::max(largest, count);
        return largest;
    }

protected:
    Result<BgrxImage> readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const override
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_counts[{rect.x, rect.y}];
            ++m_reads;
        }
        onRead();
        if (isBad(rect))
            return fail(ErrorCode::TileUnreadable, "painted", "bad");
        return PaintedStoredSlide::readStored(storedLevel, rect, stop);
    }

private:
    mutable std::mutex m_mutex;
    mutable std::map<std::pair<std::int64_t, std::int64_t>, int> m_counts;
    mutable int m_reads = 0;
};

}

class TestVirtualLevels : public QObject {
    Q_OBJECT

private slots:
    void tilesCarryTheirAddress()
    {
        const auto slide = PaintedSlide::create(5000, 3001);
        const PyramidGeometry& geometry = slide->geometry();
        for (int level = 0; level < geometry.levelCount(); ++level) {
            const TileKey last{level, geometry.columns(level) - 1, geometry.rows(level) - 1};
            const BgrxImage tile = slide->read(last).value();
            QCOMPARE(tile.width(), static_cast<int>(geometry.tileRect(last).width));
            QVERIFY(addressOf(tile.row(tile.height() - 1)[tile.width() - 1]) == last);
            QVERIFY((tile.row(0)[0] & 0xFFFFFF) == paintedColor(last, 0, 0));
        }
    }

    void virtualLevelsAreRepeatedHalvings_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("coarseWidth");
        QTest::addColumn<int>("coarseHeight");
        QTest::newRow("one level, even") << 512 << 512 << 0 << 0;
        QTest::newRow("one level, odd") << 701 << 533 << 0 << 0;
        QTest::newRow("a column of one pixel") << 641 << 1 << 0 << 0;
        QTest::newRow("4x apart") << 701 << 533 << 175 << 133;
        QTest::newRow("3x apart") << 900 << 301 << 300 << 100;
    }
    void virtualLevelsAreRepeatedHalvings()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, coarseWidth);
        QFETCH(int, coarseHeight);
        std::vector<StoredLevel> stored{{width, height}};
        if (coarseWidth > 0)
            stored.push_back({coarseWidth, coarseHeight});
        const PaintedStoredSlide slide(PyramidGeometry(stored, 64));

        BgrxImage expected;
        int virtualLevels = 0;
        for (int level = 0; level < slide.geometry().levelCount(); ++level) {
            const bool isVirtual = slide.geometry().level(level).isVirtual();
            expected = isVirtual ? halved(expected) : wholeLevel(slide, level);
            QVERIFY2(isSame(wholeLevel(slide, level), expected), qPrintable(QString("level %1").arg(level)));
            virtualLevels += isVirtual;
        }
        QVERIFY(virtualLevels > 0);
    }

    void regionsAreFilledWithBackgroundOutside()
    {
        SlideInfo info;
        info.background = 0x112233;
        const PaintedStoredSlide slide(PyramidGeometry({{100, 80}}, 64), info);
        const BgrxImage region = readRegion(slide, 0, {-10, 70, 120, 20}).value();
        QCOMPARE(region.row(0)[9], 0xFF112233u);
        QCOMPARE(region.row(0)[10] & 0xFFFFFF, paintedColor({0, 0, 1}, 0, 6));
        QCOMPARE(region.row(9)[109] & 0xFFFFFF, paintedColor({0, 1, 1}, 35, 15));
        QCOMPARE(region.row(9)[110], 0xFF112233u);
        QCOMPARE(region.row(10)[50], 0xFF112233u);
        QCOMPARE(readRegion(slide, 5, {0, 0, 1, 1}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readRegion(slide, 0, {0, 0, 0, 1}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readRegion(slide, 0, {0, 0, 1 << 20, 1 << 20}).error().code, ErrorCode::InvalidArgument);
    }

    void storedTilesAreReadOnceForAllDeepLevels()
    {
        const StoredTiles slide(PyramidGeometry({{1000, 1000}}, 64));
        for (int level = 1; level < slide.geometry().levelCount(); ++level)
            wholeLevel(slide, level);
        QCOMPARE(slide.readCount(), 256);
        QCOMPARE(slide.largestReadCount(), 1);
    }

    void threadsDoNotRepeatEachOthersWork()
    {
        const StoredTiles slide(PyramidGeometry({{1000, 1000}}, 64));
        const TileKey coarsest{slide.geometry().coarsestLevel(), 0, 0};
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i)
                threads.emplace_back([&] { good += slide.read(coarsest).has_value(); });
        }
        QCOMPARE(good.load(), 8);
        QCOMPARE(slide.largestReadCount(), 1);
    }

    void drawingIntoATileDoesNotChangeTheNext()
    {
        const PaintedStoredSlide slide(PyramidGeometry({{300, 300}}, 64));
        const TileKey key{1, 0, 0};
        const BgrxImage before{slide.read(key).value().pixels.clone()};
        slide.read(key).value().pixels.setTo(cv::Scalar::all(0));
        QVERIFY(isSame(slide.read(key).value(), before));
    }

    void aBadTileIsNotTakenForGlassInTheOverviewAndMissingBelow()
    {
        StoredTiles slide(PyramidGeometry({{256, 256}}, 64));
        slide.isBad = [](const PixelRect& rect) { return rect.x == 64 && rect.y == 0; };
        const TileKey bad{0, 1, 0};
        for (int i = 0; i < 3; ++i)
            QCOMPARE(slide.read(bad).error().code, ErrorCode::TileUnreadable);
        const BgrxImage overview = slide.read({2, 0, 0}).value();
        QCOMPARE(overview.row(5)[20], 0xFF000000u | kUnreadableColor);
        QVERIFY(overview.row(5)[5] != (0xFF000000u | kUnreadableColor));
        QVERIFY(slide.read({0, 0, 0}).has_value());
        QCOMPARE(slide.readCount(), 1 + 15 + 1);   // the bad one once, the rest for the overview, one good one again
    }

    void nothingReadableIsAFailure()
    {
        StoredTiles slide(PyramidGeometry({{256, 256}}, 64));
        slide.isBad = [](const PixelRect&) { return true; };
        for (int i = 0; i < 3; ++i)
            QCOMPARE(slide.read({2, 0, 0}).error().code, ErrorCode::TileUnreadable);
        QCOMPARE(slide.largestReadCount(), 1);
    }

    void stopsBetweenTiles()
    {
        StoredTiles slide(PyramidGeometry({{1000, 1000}}, 64));
        std::stop_source source;
        slide.onRead = [&] {
            if (slide.readCount() == 10)
                source.request_stop();
        };
        const TileKey coarsest{slide.geometry().coarsestLevel(), 0, 0};
        QCOMPARE(slide.read(coarsest, source.get_token()).error().code, ErrorCode::Cancelled);
        QCOMPARE(slide.readCount(), 10);
        QVERIFY(slide.read(coarsest).has_value());
    }

    void aWaitingReaderTakesOverFromACancelledOne()
    {
        auto slide = std::make_shared<StoredTiles>(PyramidGeometry({{128, 128}}, 64));
        std::atomic<bool> entered = false;
        std::atomic<bool> proceed = false;
        slide->onRead = [&] {
            entered = true;
            while (!proceed)
                std::this_thread::yield();
        };
        std::stop_source source;
        Result<BgrxImage> first;
        Result<BgrxImage> second;
        {
            std::jthread a([&] { first = slide->read({1, 0, 0}, source.get_token()); });
            while (!entered)
                std::this_thread::yield();
            std::jthread b([&] { second = slide->read({1, 0, 0}); });
            source.request_stop();
            proceed = true;
        }
        QCOMPARE(first.error().code, ErrorCode::Cancelled);
        QVERIFY(second.has_value());
    }

    void runningOutOfMemoryIsAnErrorThatIsNotRemembered()
    {
        StoredTiles slide(PyramidGeometry({{256, 256}}, 64));
        slide.onRead = [] { throw std::bad_alloc(); };
        for (const TileKey& key : {TileKey{0, 0, 0}, TileKey{2, 0, 0}})
            QCOMPARE(slide.read(key).error().code, ErrorCode::OutOfMemory);
        slide.onRead = [] {};
        QVERIFY(slide.read({0, 0, 0}) && slide.read({2, 0, 0}));
    }

    void noSuchTile()
    {
        const PaintedStoredSlide slide(PyramidGeometry({{100, 100}}, 64));
        for (const TileKey& key : {TileKey{0, 2, 0}, TileKey{5, 0, 0}, TileKey{0, 0, -1}})
            QCOMPARE(slide.read(key).error().code, ErrorCode::InvalidArgument);
    }

    void everySlideHasItsOwnId()
    {
        const auto a = PaintedSlide::create(10, 10);
        const CountingSlide b(a);
        QVERIFY(a->id() != b.id());
    }
};

QTEST_GUILESS_MAIN(TestVirtualLevels)
#include "tst_virtuallevels.moc"
