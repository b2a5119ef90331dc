#include <algorithm>
#include <atomic>
#include <functional>
#include <latch>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include <QTest>

#include "slide/HandleGenerations.h"

using namespace isostain;
using namespace std::chrono_literals;

namespace {

constexpr ReopenPolicy kNoRest{0, 0ms};

/// What all handles of one fake slide share: regions at negative x0 are bad, those at y0 == 1 transparent.
struct FakeFile {
    std::atomic<int> opened = 0;
    std::atomic<int> closed = 0;
    std::atomic<int> readsOnBrokenHandles = 0;
    std::atomic<bool> isGone = false;
    std::function<void(const LevelRegion&)> whileReading = [](const LevelRegion&) {};
    std::function<void()> afterBreaking = [] {};
};

class FakeHandle : public RegionHandle {
public:
    explicit FakeHandle(FakeFile& file) : m_file(file) { ++file.opened; }
    ~FakeHandle() override { ++m_file.closed; }

    void readRegion(const LevelRegion& region, std::uint32_t* pixels) override
    {
        const auto count = region.width * region.height;
        std::fill_n(pixels, count, 0);
        if (m_isBroken) {
            ++m_file.readsOnBrokenHandles;
            return;
        }
        m_file.whileReading(region);
        if (region.x0 < 0) {
            m_isBroken = true;
            m_file.afterBreaking();
        } else if (region.y0 != 1) {
            std::fill_n(pixels, count, 0xFF000000u | static_cast<std::uint32_t>(region.x0));
        }
    }
    std::optional<std::string> error() const override
    {
        return m_isBroken ? std::optional<std::string>("broken") : std::nullopt;
    }

private:
    FakeFile& m_file;
    std::atomic<bool> m_isBroken = false;
};

HandleGenerations generationsOf(FakeFile& file, ReopenPolicy policy = kNoRest)
{
    return HandleGenerations(
        std::make_shared<FakeHandle>(file),
        [&file]() -> Result<std::shared_ptr<RegionHandle>> {
            if (file.isGone)
                return fail(ErrorCode::TileUnreadable, {}, "gone");
            return std::make_shared<FakeHandle>(file);
        },
        policy);
}

Result<std::uint32_t> readAt(HandleGenerations& handles, std::int64_t x0, std::int64_t y0 = 0, const std::stop_token& stop = {})
{
    std::vector<std::uint32_t> pixels(16);
    if (const auto read = handles.read({0, x0, y0, 4, 4}, pixels.data(), stop); !read)
        return tl::unexpected(read.error());
    return pixels.front();
}

}

class TestHandleGenerations : public QObject {
    Q_OBJECT

private slots:
    void goodReadsNeverReopen()
    {
        FakeFile file;
        HandleGenerations handles = generationsOf(file);
        for (std::int64_t x = 0; x < 100; ++x)
            QCOMPARE(readAt(handles, x).value(), 0xFF000000u | static_cast<std::uint32_t>(x));
        QCOMPARE(readAt(handles, 5, 1).value(), 0u);
        QCOMPARE(file.opened.load(), 1);
    }

    void aBadTileCostsOneReopeningAndNothingElse()
    {
        FakeFile file;
        HandleGenerations handles = generationsOf(file);
        for (int bad = 1; bad <= 5; ++bad) {
            const auto failed = readAt(handles, -bad);
            QCOMPARE(failed.error().code, ErrorCode::TileUnreadable);
            QCOMPARE(failed.error().detail, std::string("broken"));
            for (std::int64_t x = 0; x < 10; ++x)
                QVERIFY(readAt(handles, x).has_value());
            QCOMPARE(handles.reopenCount(), bad);
            QCOMPARE(file.closed.load(), bad);
        }
    }

    void aTransparentTileIsNotTakenForTheCulprit()
    {
        FakeFile file;
        HandleGenerations handles = generationsOf(file);
        std::latch bothInside(2);
        std::atomic<int> firstReads = 0;
        file.whileReading = [&](const LevelRegion&) {
            if (++firstReads <= 2)
                bothInside.arrive_and_wait();
        };
        Result<std::uint32_t> bad;
        Result<std::uint32_t> transparent;
        {
            std::jthread a([&] { bad = readAt(handles, -1); });
            std::jthread b([&] { transparent = readAt(handles, 1, 1); });
        }
        QCOMPARE(bad.error().code, ErrorCode::TileUnreadable);
        QCOMPARE(transparent.value(), 0u);
        QVERIFY(handles.reopenCount() <= 2);
    }

    void readersUnderWayKeepWhatTheyHaveRead()
    {
        FakeFile file;
        HandleGenerations handles = generationsOf(file);
        std::latch bothInside(2);
        std::latch broken(1);
        file.whileReading = [&](const LevelRegion& region) {
            bothInside.arrive_and_wait();
            if (region.x0 > 0)
                broken.wait();
        };
        file.afterBreaking = [&] { broken.count_down(); };
        Result<std::uint32_t> good;
        Result<std::uint32_t> bad;
        {
            std::jthread a([&] { good = readAt(handles, 7); });
            std::jthread b([&] { bad = readAt(handles, -1); });
        }
        QCOMPARE(bad.error().code, ErrorCode::TileUnreadable);
        QCOMPARE(good.value(), 0xFF000007u);
        QCOMPARE(handles.reopenCount(), 0);
    }

    void aFileThatIsGoneFailsAndComesBack()
    {
        FakeFile file;
        HandleGenerations handles = generationsOf(file);
        QVERIFY(!readAt(handles, -1));
        file.isGone = true;
        const auto failed = readAt(handles, 1);
        QCOMPARE(failed.error().code, ErrorCode::TileUnreadable);
        QCOMPARE(failed.error().detail, std::string("gone"));
        file.isGone = false;
        QVERIFY(readAt(handles, 1).has_value());
    }

    void restingBetweenReopeningsCanBeStopped()
    {
        FakeFile file;
        HandleGenerations handles(
            std::make_shared<FakeHandle>(file),
            [&file]() -> Result<std::shared_ptr<RegionHandle>> {
                std::this_thread::sleep_for(1ms);
                return std::make_shared<FakeHandle>(file);
            },
            ReopenPolicy{1'000'000'000, std::chrono::hours(1)});
        QVERIFY(!readAt(handles, -1));
        QVERIFY(readAt(handles, 1).has_value());   // the first reopening is free
        QVERIFY(!readAt(handles, -1));
        std::stop_source source;
        std::jthread stopper([&] { source.request_stop(); });
        QCOMPARE(readAt(handles, 1, 0, source.get_token()).error().code, ErrorCode::Cancelled);
        QCOMPARE(handles.reopenCount(), 1);
    }

    void eightThreadsAThousandReads()
    {
        FakeFile file;
        HandleGenerations handles = generationsOf(file);
        std::atomic<int> wrong = 0;
        std::atomic<int> bad = 0;
        {
            std::vector<std::jthread> threads;
            for (unsigned seed = 0; seed < 8; ++seed) {
                threads.emplace_back([&, seed] {
                    std::minstd_rand random(seed + 1);
                    for (int i = 0; i < 125; ++i) {
                        const auto dice = random() % 20;
                        const auto x = static_cast<std::int64_t>(random() % 1000);
                        if (dice == 0) {
                            ++bad;
                            const auto result = readAt(handles, -1 - x);
                            wrong += result.has_value() || result.error().code != ErrorCode::TileUnreadable;
                        } else if (dice == 1) {
                            wrong += readAt(handles, x, 1).value_or(1) != 0;
                        } else {
                            wrong += readAt(handles, x).value_or(0) != (0xFF000000u | static_cast<std::uint32_t>(x));
                        }
                    }
                });
            }
        }
        QCOMPARE(wrong.load(), 0);
        QVERIFY(bad > 0);
        // One for each bad tile, and one for each reader that could not tell whether it was to blame.
        QVERIFY2(handles.reopenCount() <= 3 * bad, qPrintable(QString("%1 for %2").arg(handles.reopenCount()).arg(bad.load())));
        QCOMPARE(file.opened.load(), handles.reopenCount() + 1);
    }
};


QTEST_GUILESS_MAIN(TestHandleGenerations)
#include "tst_handlegenerations.moc"
