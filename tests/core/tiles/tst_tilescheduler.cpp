#include <atomic>
#include <condition_variable>
#include <functional>
#include <latch>
#include <mutex>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

#include <QTest>

#include "support/PaintedSlide.h"
#include "support/SlideDecorators.h"
#include "tiles/TileScheduler.h"

using namespace isostain;
using namespace isostain::test;

namespace {

constexpr std::size_t kPlenty = std::size_t(1) << 30;

TileKey tile(int column, int row = 0)
{
    return {0, column, row};
}

/// 64 x 64 tiles of 16 pixels; levels 0 to 6, of which 4 and up are pinned.
SlidePtr paintedSlide()
{
    return PaintedSlide::create(1024, 1024, 16);
}

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

/// Calls `before` in front of every read, which may throw, wait or answer in the slide's place.
class HookedSlide : public SlideDecorator {
public:
    using Hook = std::function<std::optional<Error>(const TileKey&, const std::stop_token&)>;

    HookedSlide(SlidePtr inner, Hook before) : SlideDecorator(std::move(inner)), m_before(std::move(before)) {}

    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override
    {
        if (std::optional<Error> error = m_before(key, stop))
            return tl::unexpected(*std::move(error));
        return SlideDecorator::read(key);
    }

private:
    Hook m_before;
};

/// Collects arrivals of one client.
class Inbox {
public:
    TileScheduler::ArrivalCallback callback()
    {
        return [this](const TileScheduler::Arrival& arrival) {
            const std::lock_guard lock(m_mutex);
            m_arrivals.push_back(arrival);
            m_changed.notify_all();
        };
    }

    /// False after ten seconds.
    bool waitFor(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_arrivals.size() >= count; });
    }

    std::vector<TileScheduler::Arrival> arrivals() const
    {
        const std::lock_guard lock(m_mutex);
        return m_arrivals;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<TileScheduler::Arrival> m_arrivals;
};

}

class TestTileScheduler : public QObject {
    Q_OBJECT

private slots:
    void tilesAreReadBestFirstAndAnnouncedFromTheCache()
    {
        const auto slide = std::make_shared<RecordingSlide>(paintedSlide());
        TileCache cache(kPlenty);
        Inbox inbox;
        TileScheduler scheduler(cache, 1);
        const auto client = scheduler.addClient(inbox.callback());
        scheduler.request(client, slide, {tile(5), tile(3), tile(4)});
        QVERIFY(inbox.waitFor(3));
        QCOMPARE(slide->columns(), (std::vector<int>{5, 3, 4}));
        QCOMPARE(scheduler.readCount(), std::uint64_t(3));
        for (const auto& arrival : inbox.arrivals()) {
            QVERIFY(!arrival.error);
            QCOMPARE(arrival.key.slideId, slide->id());
            const TilePtr ready = cache.find(arrival.key);
            QVERIFY(ready);
            QCOMPARE(addressOf(ready->row(0)[0]).column, arrival.key.tile.column);
        }
    }

    void aTileWantedByTwoIsReadOnceAndReachesBoth()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());
        TileCache cache(kPlenty);
        Inbox first;
        Inbox second;
        TileScheduler scheduler(cache, 4);
        scheduler.request(scheduler.addClient(first.callback()), slide, {tile(1)});
        QVERIFY(slide->waitForArrivals(1));
        scheduler.request(scheduler.addClient(second.callback()), slide, {tile(1)});
        slide->open();
        QVERIFY(first.waitFor(1));
        QVERIFY(second.waitFor(1));
        QCOMPARE(scheduler.readCount(), std::uint64_t(1));
    }

    void tilesInTheCacheAreAnnouncedWithoutReading()
    {
        const SlidePtr slide = paintedSlide();
        TileCache cache(kPlenty);
        cache.insert({slide->id(), tile(1)}, std::make_shared<const BgrxImage>(makeBgrxImage(16, 16)), false);
        cache.insertFailed({slide->id(), tile(2)}, {ErrorCode::TileUnreadable, {}, "earlier"});
        Inbox inbox;
        TileScheduler scheduler(cache, 1);
        scheduler.request(scheduler.addClient(inbox.callback()), slide, {tile(1), tile(2)});
        QVERIFY(inbox.waitFor(2));
        QVERIFY(!inbox.arrivals()[0].error);
        QCOMPARE(inbox.arrivals()[1].error->detail, std::string("earlier"));
        QCOMPARE(scheduler.readCount(), std::uint64_t(0));
    }

    void restatingDropsWhatIsNotYetBegun()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());
        TileCache cache(kPlenty);
        Inbox inbox;
        TileScheduler scheduler(cache, 1);
        const auto client = scheduler.addClient(inbox.callback());
        scheduler.request(client, slide, {tile(1), tile(2), tile(3)});
        QVERIFY(slide->waitForArrivals(1));
        scheduler.request(client, slide, {tile(4), tile(1)});
        slide->open();
        QVERIFY(inbox.waitFor(2));
        QCOMPARE(inbox.arrivals()[0].key.tile, tile(1));
        QCOMPARE(inbox.arrivals()[1].key.tile, tile(4));
        QCOMPARE(scheduler.readCount(), std::uint64_t(2));
    }

    void aReadThatNobodyWantsIsStoppedAndLeavesNoTrace()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());
        TileCache cache(kPlenty);
        Inbox inbox;
        TileScheduler scheduler(cache, 1);
        const auto client = scheduler.addClient(inbox.callback());
        scheduler.request(client, slide, {tile(1)});
        QVERIFY(slide->waitForArrivals(1));
        scheduler.request(client, slide, {tile(2)});   // the only worker gets here once tile 1 was stopped
        QVERIFY(slide->waitForArrivals(2));
        slide->open();
        QVERIFY(inbox.waitFor(1));
        QCOMPARE(inbox.arrivals().size(), std::size_t(1));
        QCOMPARE(inbox.arrivals()[0].key.tile, tile(2));
        QCOMPARE(cache.stateOf({slide->id(), tile(1)}), TileState::Absent);
    }

    void aReadThatAnotherClientWantsGoesOn()
    {
        const auto slide = std::make_shared<GatedSlide>(paintedSlide());
        TileCache cache(kPlenty);
        Inbox first;
        Inbox second;
        TileScheduler scheduler(cache, 1);
        const auto leaving = scheduler.addClient(first.callback());
        scheduler.request(leaving, slide, {tile(1)});
        QVERIFY(slide->waitForArrivals(1));
        scheduler.request(scheduler.addClient(second.callback()), slide, {tile(1)});
        scheduler.removeClient(leaving);
        slide->open();
        QVERIFY(second.waitFor(1));
        QVERIFY(first.arrivals().empty());
        QCOMPARE(scheduler.readCount(), std::uint64_t(1));
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
        TileCache cache(kPlenty);
        Inbox inbox;
        TileScheduler scheduler(cache, 2);
        const auto client = scheduler.addClient(inbox.callback());
        scheduler.request(client, slide, {tile(1)});
        begun.wait();
        scheduler.request(client, nullptr, {});
        scheduler.request(client, slide, {tile(1)});
        wantedAgain.count_down();
        QVERIFY(inbox.waitFor(1));
        QVERIFY(!inbox.arrivals()[0].error);
        QCOMPARE(reads.load(), 2);
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
        TileCache cache(kPlenty);
        Inbox inbox;
        TileScheduler scheduler(cache, 2);
        const auto client = scheduler.addClient(inbox.callback());
        for (std::size_t times = 1; times <= 2; ++times) {
            scheduler.request(client, slide, {tile(1)});
            QVERIFY(inbox.waitFor(times));
            QCOMPARE(inbox.arrivals().back().error->code, code);
        }
        QCOMPARE(cache.stateOf({slide->id(), tile(1)}), TileState::Failed);
        QCOMPARE(scheduler.readCount(), std::uint64_t(1));
    }

    void clientsAreServedInTurn()
    {
        const auto gate = std::make_shared<GatedSlide>(paintedSlide());
        const auto slide = std::make_shared<RecordingSlide>(gate);
        TileCache cache(kPlenty);
        Inbox first;
        Inbox second;
        TileScheduler scheduler(cache, 1);
        scheduler.request(scheduler.addClient(first.callback()), slide, {tile(1), tile(2), tile(3)});
        QVERIFY(gate->waitForArrivals(1));
        scheduler.request(scheduler.addClient(second.callback()), slide, {tile(11), tile(12), tile(13)});
        gate->open();
        QVERIFY(first.waitFor(3));
        QVERIFY(second.waitFor(3));
        QCOMPARE(slide->columns(), (std::vector<int>{1, 11, 2, 12, 3, 13}));
    }

    void removeClientWaitsForItsCallbackAndSilencesIt()
    {
        const SlidePtr slide = paintedSlide();
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

        Inbox other;
        scheduler.request(scheduler.addClient(other.callback()), slide, {tile(2), tile(3)});
        QVERIFY(other.waitFor(2));
        QCOMPARE(calls.load(), 1);
    }

    void aCallbackMayRequestMore()
    {
        const SlidePtr slide = paintedSlide();
        TileCache cache(kPlenty);
        TileScheduler scheduler(cache, 2);
        std::atomic<int> client = 0;
        std::atomic<int> next = 1;
        std::latch done(1);
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
        TileCache cache(kPlenty);
        Inbox inbox;
        TileScheduler scheduler(cache, 2);
        scheduler.request(scheduler.addClient(inbox.callback()), std::move(slide), {tile(1), tile(2)});
        QVERIFY(inbox.waitFor(2));
        QTRY_VERIFY(watch.expired());
    }

    void coarseLevelsArePinnedWhileSomebodyWantsThem()
    {
        const SlidePtr slide = paintedSlide();
        TileCache cache(kPlenty);
        Inbox inbox;
        TileScheduler scheduler(cache, 1);
        scheduler.request(scheduler.addClient(inbox.callback()), slide, {{3, 0, 0}, {4, 0, 0}, {6, 0, 0}});
        QVERIFY(inbox.waitFor(3));
        cache.setBudget(0);
        QCOMPARE(cache.stateOf({slide->id(), {3, 0, 0}}), TileState::Absent);
        QCOMPARE(cache.stateOf({slide->id(), {4, 0, 0}}), TileState::Ready);
        QCOMPARE(cache.stateOf({slide->id(), {6, 0, 0}}), TileState::Ready);
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
        TileCache cache(kPlenty);
        Inbox inbox;
        TileScheduler scheduler(cache, 1);
        const auto client = scheduler.addClient(inbox.callback());
        scheduler.request(client, slide, {{6, 0, 0}});
        begun.wait();
        scheduler.request(client, slide, {tile(1)});
        cache.removeSlide(slide->id());
        closed.count_down();
        QVERIFY(inbox.waitFor(1));
        QCOMPARE(cache.stateOf({slide->id(), {6, 0, 0}}), TileState::Ready);
        cache.setBudget(0);
        QCOMPARE(cache.usedBytes(), std::size_t(0));
    }

    void aTileThatTheCacheCannotHoldArrivesAllTheSame()
    {
        TileCache cache(0);
        Inbox inbox;
        TileScheduler scheduler(cache, 1);
        scheduler.request(scheduler.addClient(inbox.callback()), paintedSlide(), {tile(1)});
        QVERIFY(inbox.waitFor(1));
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

    /// Eight views of one slide with slow, failing, throwing and missing tiles; 1,000 restated wish lists, of which the last
    /// of each view has to be fulfilled.
    void manyClientsAtOnce()
    {
        constexpr int kClients = 8;
        constexpr int kRequests = 125;
        constexpr std::size_t kWishes = 12;
        std::mutex mutex;
        std::set<TileKey> underWay;
        std::atomic<int> readTwiceAtOnce = 0;
        const auto isBad = [](const TileKey& key) { return key.column % 7 == 0 || key.column >= 64; };
        const auto failing = std::make_shared<FailingSlide>(paintedSlide(), [](const TileKey& key) {
            if (key.column % 14 == 0)
                throw std::runtime_error("thrown");
            return key.column % 7 == 0;
        });
        const auto slow = std::make_shared<SlowSlide>(failing, std::chrono::milliseconds(1));
        const auto slide = std::make_shared<HookedSlide>(
            paintedSlide(), [&](const TileKey& key, const std::stop_token& stop) -> std::optional<Error> {
                {
                    const std::lock_guard lock(mutex);
                    readTwiceAtOnce += !underWay.insert(key).second;
                }
                std::optional<Error> error;
                try {
                    const auto image = key.column % 3 == 0 ? slow->read(key, stop) : failing->read(key, stop);
                    if (!image)
                        error = image.error();
                } catch (...) {
                    const std::lock_guard lock(mutex);
                    underWay.erase(key);
                    throw;
                }
                const std::lock_guard lock(mutex);
                underWay.erase(key);
                return error;
            });

        TileCache cache(200 * 16 * 16 * 4);   // a fraction of what is asked for
        TileScheduler scheduler(cache, 8);
        std::atomic<int> wrongArrivals = 0;
        std::atomic<int> unfulfilled = 0;
        std::vector<std::jthread> views;
        for (unsigned seed = 0; seed < kClients; ++seed)
            views.emplace_back([&, seed] {
                std::mt19937 random(seed);
                std::mutex wishMutex;
                std::condition_variable changed;
                std::set<TileKey> lastWishes;
                const auto client = scheduler.addClient([&](const TileScheduler::Arrival& arrival) {
                    wrongArrivals += arrival.error.has_value() != isBad(arrival.key.tile);
                    const std::lock_guard lock(wishMutex);
                    lastWishes.erase(arrival.key.tile);
                    changed.notify_all();
                });
                for (int i = 0; i < kRequests; ++i) {
                    std::set<TileKey> wishes;
                    while (wishes.size() < kWishes)
                        wishes.insert(tile(int(random() % 70), int(random() % 8)));
                    if (i + 1 == kRequests) {
                        scheduler.request(client, nullptr, {});
                        const std::lock_guard lock(wishMutex);
                        lastWishes = wishes;
                    }
                    scheduler.request(client, slide, {wishes.begin(), wishes.end()});
                    if (i % 5 == 0)
                        std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
                std::unique_lock lock(wishMutex);
                if (!changed.wait_for(lock, std::chrono::seconds(60), [&] { return lastWishes.empty(); }))
                    ++unfulfilled;
                lock.unlock();
                scheduler.removeClient(client);
            });
        views.clear();
        QCOMPARE(unfulfilled.load(), 0);
        QCOMPARE(wrongArrivals.load(), 0);
        QCOMPARE(readTwiceAtOnce.load(), 0);
        QVERIFY(scheduler.readCount() > kWishes);
    }
};

QTEST_GUILESS_MAIN(TestTileScheduler)
#include "tst_tilescheduler.moc"
