// Planning frames, finding tiles and handing them through the scheduler, without reading any file. One `name value unit`
// per line; each value is the best of several runs.

#include <latch>
#include <memory>
#include <thread>
#include <vector>

#include "bench/Measure.h"
#include "tiles/FramePlan.h"
#include "tiles/TileCache.h"
#include "tiles/TileScheduler.h"

using namespace isostain;
using namespace isostain::bench;

namespace {

constexpr std::size_t kBudget = std::size_t(1) << 30;
constexpr int kRuns = 7;
const PyramidGeometry kSlide({{100'000, 100'000}});

TilePtr tinyTile()
{
    static const TilePtr tile = std::make_shared<const BgrxImage>(makeBgrxImage(1, 1));
    return tile;
}

/// Costs nothing to read: all tiles share their pixels.
class NullSlide : public Slide {
public:
    NullSlide() : Slide(kSlide, {}) {}
    Result<BgrxImage> read(const TileKey&, const std::stop_token&) const override { return *tinyTile(); }
    Result<RgbImage> readAssociatedImage(const std::string& name) const override
    {
        return fail(ErrorCode::NoSuchAssociatedImage, {}, name);
    }
};

FramePlan planWith(const TileCache& cache, const Viewport& viewport)
{
    return planFrame(viewport, kSlide, [&](const TileKey& key) { return cache.stateOf({1, key}); });
}

void insertAll(TileCache& cache, const std::vector<TileKey>& keys)
{
    for (const TileKey& key : keys)
        cache.insert({1, key}, tinyTile(), false);
}

void benchPlan(const char* name, const TileCache& cache, const Viewport& viewport)
{
    constexpr int kFrames = 100;
    const double seconds = bestSeconds(kRuns, [&] {
        for (int frame = 0; frame < kFrames; ++frame)
            planWith(cache, viewport);
    });
    print(name, seconds / kFrames * 1e6, "us");
}

/// 1920 x 1080 of 100,000 x 100,000 at the zoom with most tiles.
void benchPlans()
{
    const Viewport viewport{{50'050, 50'050}, 0.3536, 1920, 1080};
    TileCache cache(kBudget);
    benchPlan("plan_frame_empty_cache", cache, viewport);

    Viewport wider = viewport;
    wider.zoom /= 2;
    const FramePlan whole = planWith(cache, viewport);
    insertAll(cache, whole.wanted);
    benchPlan("plan_frame_all_ready", cache, viewport);
    benchPlan("plan_frame_after_zooming_out", cache, wider);
    print("plan_frame_visible_tiles", whole.visibleTiles, "tiles");
}

void benchFind(const char* name, unsigned threads)
{
    constexpr int kColumns = 1000;
    constexpr int kFinds = 200'000;
    TileCache cache(kBudget);
    for (int column = 0; column < kColumns; ++column)
        cache.insert({1, {0, column, 0}}, tinyTile(), false);
    const double seconds = bestSeconds(kRuns, [&] {
        std::vector<std::jthread> finders;
        for (unsigned i = 0; i < threads; ++i)
            finders.emplace_back([&] {
                for (int find = 0; find < kFinds; ++find)
                    cache.find({1, {0, find % kColumns, 0}});
            });
    });
    print(name, threads * kFinds / seconds / 1e6, "Mops/s");
}

/// Wish lists of a screen each, every tile new.
void benchScheduler(const char* name, unsigned threads)
{
    constexpr int kFrames = 50;
    constexpr int kTiles = 100;
    int row = 0;
    const double seconds = bestSeconds(kRuns, [&] {
        const auto slide = std::make_shared<NullSlide>();
        TileCache cache(kBudget);
        TileScheduler scheduler(cache, threads);
        for (int frame = 0; frame < kFrames; ++frame, ++row) {
            std::latch arrived(kTiles);
            const auto client = scheduler.addClient([&](const TileScheduler::Arrival&) { arrived.count_down(); });
            std::vector<TileKey> wanted;
            for (int column = 0; column < kTiles; ++column)
                wanted.push_back({0, column, row});
            scheduler.request(client, slide, wanted);
            arrived.wait();
            scheduler.removeClient(client);
        }
    });
    print(name, kFrames * kTiles / seconds, "tiles/s");
}

}

int main()
{
    benchPlans();
    benchFind("cache_find_1_thread", 1);
    benchFind("cache_find_2_threads", 2);
    benchScheduler("scheduler_1_worker", 1);
    benchScheduler("scheduler_2_workers", 2);
}
