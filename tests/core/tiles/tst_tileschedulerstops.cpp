#include <atomic>
#include <latch>
#include <thread>

#include <QTest>

#include "SchedulerTesting.h"

using namespace isostain;
using namespace isostain::test;

/// Wishes that are dropped, clients that leave and the end of it all.
class TestTileSchedulerStops : public QObject {
    Q_OBJECT

private slots:
    void restatingDropsWhatIsNotYetBegun()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());
        Scheduling on(1);
        QVERIFY(on.beginReading(slide, {tile(1), tile(2), tile(3)}));
        on.request(slide, {tile(4), tile(1)});
        slide->open();
        QVERIFY(on.inbox.waitFor(2));
        QCOMPARE(on.inbox.arrivals()[0].key.tile, tile(1));
        QCOMPARE(on.inbox.arrivals()[1].key.tile, tile(4));
        QCOMPARE(on.scheduler.readCount(), std::uint64_t(2));
    }

    void aReadThatNobodyWantsIsStoppedAndLeavesNoTrace()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());
        Scheduling on(1);
        QVERIFY(on.beginReading(slide, {tile(1)}));
        on.request(slide, {tile(2)});   // the only worker gets here once tile 1 was stopped
        QVERIFY(slide->waitForArrivals(2));
        slide->open();
        QVERIFY(on.inbox.waitFor(1));
        QCOMPARE(on.inbox.arrivals().size(), std::size_t(1));
        QCOMPARE(on.inbox.arrivals()[0].key.tile, tile(2));
        QCOMPARE(on.cache.stateOf({slide->id(), tile(1)}), TileState::Absent);
    }

    void aReadThatAnotherClientWantsGoesOn()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());
        Inbox second;
        Scheduling on(1);
        QVERIFY(on.beginReading(slide, {tile(1)}));
        on.requestFor(second, slide, {tile(1)});
        on.scheduler.removeClient(on.client);
        slide->open();
        QVERIFY(second.waitFor(1));
        QVERIFY(on.inbox.arrivals().empty());
        QCOMPARE(on.scheduler.readCount(), std::uint64_t(1));
    }

    void aStoppedTileThatIsWantedAgainIsReadAnew()
    {
        std::latch begun(1);
        std::latch wantedAgain(1);
        std::atomic<int> reads = 0;
        const auto slide = std::make_shared<HookedSlide>(
            paintedSlide(), [&](const TileKey&, const std::stop_token& stop) -> std::optional<Error> {
                if (++reads > 1)
                    return std::nullopt;
                begun.count_down();
                wantedAgain.wait();
                return stop.stop_requested() ? std::optional(Error{ErrorCode::Cancelled, {}, {}}) : std::nullopt;
            });
        Scheduling on(2);
        on.request(slide, {tile(1)});
        begun.wait();
        on.request(nullptr, {});
        on.request(slide, {tile(1)});
        wantedAgain.count_down();
        QVERIFY(on.inbox.waitFor(1));
        QVERIFY(!on.inbox.arrivals()[0].error);
        QCOMPARE(reads.load(), 2);
    }

    void removeClientWaitsForItsCallbackAndSilencesIt()
    {
        const SlidePtr slide = paintedSlide();
        Inbox other;
        TileCache cache(kPlenty);
        TileScheduler scheduler(cache, 2);
        std::latch inCallback(1);
        std::latch mayReturn(1);
        std::atomic<bool> returned = false;
        std::atomic<int> calls = 0;
        const auto client = scheduler.addClient([&](const TileScheduler::Arrival&) {
            if (++calls > 1)
                return;
            inCallback.count_down();
            mayReturn.wait();
            returned = true;
        });
        scheduler.request(client, slide, {tile(1)});
        inCallback.wait();
        std::jthread letGo([&] { mayReturn.count_down(); });
        scheduler.removeClient(client);
        QVERIFY(returned);
        scheduler.request(client, slide, {tile(2)});
        scheduler.removeClient(client);

        scheduler.request(scheduler.addClient(other.callback()), slide, {tile(2), tile(3)});
        QVERIFY(other.waitFor(2));
        QCOMPARE(calls.load(), 1);
    }

    void destructionStopsReadsUnderWay()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());   // never opened
        TileCache cache(kPlenty);
        Inbox inbox;
        {
            TileScheduler scheduler(cache, 3);
            scheduler.request(scheduler.addClient(inbox.callback()), slide, {tile(1), tile(2), tile(3), tile(4)});
            QVERIFY(slide->waitForArrivals(3));
        }
        QVERIFY(inbox.arrivals().empty());
        QCOMPARE(cache.usedBytes(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestTileSchedulerStops)
#include "tst_tileschedulerstops.moc"
