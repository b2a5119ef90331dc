#include <atomic>
#include <latch>
#include <mutex>
#include <new>
#include <stdexcept>

#include <QTest>

#include "SchedulerTesting.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// Writes down the columns in the order of reading.
class RecordingSlide : public SlideDecorator {
public:
    using SlideDecorator::SlideDecorator;

    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_columns.push_back(key.column);
        }
        return SlideDecorator::read(key, stop);
    }

    std::vector<int> columns() const
    {
        const std::lock_guard lock(m_mutex);
        return m_columns;
    }

private:
    mutable std::mutex m_mutex;
    mutable std::vector<int> m_columns;
};

}

/// What is read, in which order, and who hears of it.
class TestTileScheduler : public QObject {
    Q_OBJECT

private slots:
    void tilesAreReadBestFirstAndAnnouncedFromTheCache()
    {
        const auto slide = std::make_shared<RecordingSlide>(paintedSlide());
        Scheduling on(1);
        on.request(slide, {tile(5), tile(3), tile(4)});
        QVERIFY(on.inbox.waitFor(3));
        QCOMPARE(slide->columns(), (std::vector<int>{5, 3, 4}));
        QCOMPARE(on.scheduler.readCount(), std::uint64_t(3));
        for (const auto& arrival : on.inbox.arrivals()) {
            QVERIFY(!arrival.error);
            QCOMPARE(arrival.key.slideId, slide->id());
            const TilePtr ready = on.cache.find(arrival.key);
            QVERIFY(ready);
            QCOMPARE(addressOf(ready->row(0)[0]).column, arrival.key.tile.column);
        }
    }

    void aTileWantedByTwoIsReadOnceAndReachesBoth()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());
        Inbox second;
        Scheduling on(4);
        QVERIFY(on.beginReading(slide, {tile(1)}));
        on.requestFor(second, slide, {tile(1)});
        slide->open();
        QVERIFY(on.inbox.waitFor(1));
        QVERIFY(second.waitFor(1));
        QCOMPARE(on.scheduler.readCount(), std::uint64_t(1));
    }

    void tilesInTheCacheAreAnnouncedWithoutReading()
    {
        const SlidePtr slide = paintedSlide();
        Scheduling on(1);
        on.cache.insert({slide->id(), tile(1)}, std::make_shared<const BgrxImage>(makeBgrxImage(16, 16)), false);
        on.cache.insertFailed({slide->id(), tile(2)}, {ErrorCode::TileUnreadable, {}, "earlier"});
        on.request(slide, {tile(1), tile(2)});
        QVERIFY(on.inbox.waitFor(2));
        QVERIFY(!on.inbox.arrivals()[0].error);
        QCOMPARE(on.inbox.arrivals()[1].error->detail, std::string("earlier"));
        QCOMPARE(on.scheduler.readCount(), std::uint64_t(0));
    }

    void failuresArriveWithTheirErrorAndAreNotReadAgain_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("error") << 0 << ErrorCode::TileUnreadable;
        QTest::newRow("exception") << 1 << ErrorCode::TileUnreadable;
        QTest::newRow("memory") << 2 << ErrorCode::OutOfMemory;
        QTest::newRow("something thrown") << 3 << ErrorCode::TileUnreadable;
        QTest::newRow("cancelled, though nobody asked") << 4 << ErrorCode::Cancelled;
    }

    void failuresArriveWithTheirErrorAndAreNotReadAgain()
    {
        QFETCH(int, how);
        QFETCH(ErrorCode, code);
        const auto slide = std::make_shared<HookedSlide>(
            paintedSlide(), [how](const TileKey&, const std::stop_token&) -> std::optional<Error> {
                switch (how) {
                case 1: throw std::runtime_error("boom");
                case 2: throw std::bad_alloc();
                case 3: throw 3;
                case 4: return Error{ErrorCode::Cancelled, {}, {}};
                default: return Error{ErrorCode::TileUnreadable, {}, {}};
                }
            });
        Scheduling on(2);
        for (std::size_t times = 1; times <= 2; ++times) {
            on.request(slide, {tile(1)});
            QVERIFY(on.inbox.waitFor(times));
            QCOMPARE(on.inbox.arrivals().back().error->code, code);
        }
        QCOMPARE(on.cache.stateOf({slide->id(), tile(1)}), TileState::Failed);
        QCOMPARE(on.scheduler.readCount(), std::uint64_t(1));
    }

    void clientsAreServedInTurn()
    {
        const auto gate = std::make_shared<GatedSlide>(paintedSlide());
        const auto slide = std::make_shared<RecordingSlide>(gate);
        Inbox second;
        Scheduling on(1);
        on.request(slide, {tile(1), tile(2), tile(3)});
        QVERIFY(gate->waitForArrivals(1));
        on.requestFor(second, slide, {tile(11), tile(12), tile(13)});
        gate->open();
        QVERIFY(on.inbox.waitFor(3));
        QVERIFY(second.waitFor(3));
        QCOMPARE(slide->columns(), (std::vector<int>{1, 11, 2, 12, 3, 13}));
    }

    void aCallbackMayRequestMore()
    {
        const SlidePtr slide = paintedSlide();
        std::atomic<int> client = 0;
        std::atomic<int> next = 1;
        std::latch done(1);
        TileCache cache(kPlenty);
        TileScheduler scheduler(cache, 2);
        client = scheduler.addClient([&](const TileScheduler::Arrival&) {
            if (next == 20)
                done.count_down();
            else
                scheduler.request(client, slide, {tile(++next)});
        });
        scheduler.request(client, slide, {tile(1)});
        done.wait();
        QCOMPARE(scheduler.readCount(), std::uint64_t(20));
    }

    void slidesAreLetGoWhenNothingIsAwaited()
    {
        SlidePtr slide = paintedSlide();
        const std::weak_ptr<const Slide> watch = slide;
        Scheduling on(2);
        on.request(std::move(slide), {tile(1), tile(2)});
        QVERIFY(on.inbox.waitFor(2));
        QTRY_VERIFY(watch.expired());
    }

    void coarseLevelsArePinnedWhileSomebodyWantsThem()
    {
        const SlidePtr slide = paintedSlide();
        Scheduling on(1);
        on.request(slide, {{3, 0, 0}, {4, 0, 0}, {6, 0, 0}});
        QVERIFY(on.inbox.waitFor(3));
        on.cache.setBudget(0);
        QCOMPARE(on.cache.stateOf({slide->id(), {3, 0, 0}}), TileState::Absent);
        QCOMPARE(on.cache.stateOf({slide->id(), {4, 0, 0}}), TileState::Ready);
        QCOMPARE(on.cache.stateOf({slide->id(), {6, 0, 0}}), TileState::Ready);
    }

    /// Else the tiles of a closed slide could stay for ever.
    void aCoarseTileThatComesTooLateIsNotPinned()
    {
        std::latch begun(1);
        std::latch closed(1);
        const auto slide = std::make_shared<HookedSlide>(
            paintedSlide(), [&](const TileKey& key, const std::stop_token&) -> std::optional<Error> {
                if (key.level == 6) {
                    begun.count_down();
                    closed.wait();
                }
                return std::nullopt;
            });
        Scheduling on(1);
        on.request(slide, {{6, 0, 0}});
        begun.wait();
        on.request(slide, {tile(1)});
        on.cache.removeSlide(slide->id());
        closed.count_down();
        QVERIFY(on.inbox.waitFor(1));
        QCOMPARE(on.cache.stateOf({slide->id(), {6, 0, 0}}), TileState::Ready);
        on.cache.setBudget(0);
        QCOMPARE(on.cache.usedBytes(), std::size_t(0));
    }

    void aTileThatTheCacheCannotHoldArrivesAllTheSame()
    {
        Scheduling on(1, 0);
        on.request(paintedSlide(), {tile(1)});
        QVERIFY(on.inbox.waitFor(1));
    }
};

QTEST_GUILESS_MAIN(TestTileScheduler)
#include "tst_tilescheduler.moc"
