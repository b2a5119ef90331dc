#include <atomic>
#include <condition_variable>
#include <mutex>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

#include <QTest>

#include "SchedulerTesting.h"

using namespace isostain;
using namespace isostain::test;

class TestTileSchedulerHammer : public QObject {
    Q_OBJECT

private slots:
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

QTEST_GUILESS_MAIN(TestTileSchedulerHammer)
#include "tst_tileschedulerhammer.moc"
