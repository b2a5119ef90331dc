#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include <QTest>

#include "tiles/FramePlan.h"

using namespace isostain;

namespace {

/// What is cached, and how often it was asked for.
class Tiles {
public:
    void set(const TileKey& key, TileState state) { m_states[key] = state; }

    void setLevel(const PyramidGeometry& geometry, int level, TileState state)
    {
        for (int row = 0; row < geometry.rows(level); ++row)
            for (int column = 0; column < geometry.columns(level); ++column)
                set({level, column, row}, state);
    }

    TileState stateOf(const TileKey& key) const
    {
        const auto found = m_states.find(key);
        return found == m_states.end() ? TileState::Absent : found->second;
    }

    FramePlan plan(const Viewport& viewport, const PyramidGeometry& geometry)
    {
        questions = 0;
        return planFrame(viewport, geometry, [&](const TileKey& key) {
            ++questions;
            return stateOf(key);
        });
    }

    int questions = 0;

private:
    std::map<TileKey, TileState> m_states;
};

/// Level k has 2^k times fewer pixels a side; all levels are stored.
PyramidGeometry halvingGeometry(std::int64_t size, int levels)
{
    std::vector<StoredLevel> stored;
    for (int level = 0; level < levels; ++level)
        stored.push_back({size >> level, size >> level});
    return PyramidGeometry(stored);
}

std::vector<TileKey> ofLevel(const std::vector<TileKey>& keys, int level)
{
    std::vector<TileKey> found;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(found), [&](const TileKey& key) { return key.level == level; });
    return found;
}

bool contains(const std::vector<TileKey>& keys, const TileKey& key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool hasDuplicates(const std::vector<TileKey>& keys)
{
    return std::set<TileKey>(keys.begin(), keys.end()).size() != keys.size();
}

/// Pane of 2 x 2 tiles of `level` at 1:1 whose corners are tile (column, row) and its right lower neighbor.
Viewport fourTiles(int level, int column, int row)
{
    const double downsample = std::exp2(level);
    return {{(column + 1) * 256 * downsample, (row + 1) * 256 * downsample}, 1 / downsample, 512, 512};
}

/// 16 x 16 tiles on level 0, 8 x 8, 4 x 4, 2 x 2, 1.
const PyramidGeometry kSlide = halvingGeometry(4096, 5);

struct RandomFrame {
    PyramidGeometry geometry;
    Viewport viewport;
};

std::vector<RandomFrame> randomFrames(int count)
{
    const std::vector<std::vector<StoredLevel>> slides{
        {{100'000, 100'000}},
        {{46'000, 32'914}, {11'500, 8'228}, {2'875, 2'057}},
        {{119'040, 98'304}, {29'757, 24'571}, {7'437, 6'139}},
        {{30'001, 20'003}, {15'000, 10'001}, {7'500, 5'000}, {937, 625}},
        {{1'000'003, 701}},
        {{300, 200}},
    };
    std::mt19937 random(7);
    std::uniform_real_distribution<double> unit(0, 1);
    std::vector<RandomFrame> frames;
    for (int i = 0; i < count; ++i) {
        PyramidGeometry geometry(slides[static_cast<std::size_t>(i) % slides.size()]);
        Viewport viewport{{}, std::exp2(unit(random) * 14 - 10), 64 + int(unit(random) * 3000), 64 + int(unit(random) * 2000)};
        viewport.center = {unit(random) * double(geometry.width()), unit(random) * double(geometry.height())};
        viewport = clampedTo(viewport, geometry);
        frames.push_back({std::move(geometry), viewport});
    }
    return frames;
}

}

class TestFramePlan : public QObject {
    Q_OBJECT

private slots:
    void anEmptyCacheIsFilledBestFirst()
    {
        Tiles tiles;
        const PyramidGeometry slide = halvingGeometry(65'536, 9);
        const Viewport viewport{{30'000, 30'000}, 1, 1500, 1000};
        const FramePlan plan = tiles.plan(viewport, slide);
        QCOMPARE(plan.level, 0);
        QVERIFY(plan.draw.empty());
        QCOMPARE(plan.visibleReady, 0);
        QVERIFY(!plan.isComplete());
        QVERIFY(!hasDuplicates(plan.wanted));

        const TileRange range = slide.tilesTouching(0, viewport.visibleLevel0());
        const auto isVisible = [&](const TileKey& key) {
            return key.level == 0 && key.column >= range.firstColumn && key.column <= range.lastColumn &&
                   key.row >= range.firstRow && key.row <= range.lastRow;
        };
        const auto distance = [&](const TileKey& key) {
            return std::hypot((key.column + 0.5) * 256 - 30'000, (key.row + 0.5) * 256 - 30'000);
        };
        // In this order: the coarse layer, the visible tiles, the ring, the pinned level.
        const auto part = [&](const TileKey& key) {
            return key.level == pinnedLevel(slide) ? 3 : key.level > 0 ? 0 : isVisible(key) ? 1 : 2;
        };
        int counts[4] = {};
        for (std::size_t i = 0; i < plan.wanted.size(); ++i) {
            ++counts[part(plan.wanted[i])];
            if (i == 0)
                continue;
            QVERIFY(part(plan.wanted[i]) >= part(plan.wanted[i - 1]));
            if (part(plan.wanted[i]) == part(plan.wanted[i - 1]) && plan.wanted[i].level == 0)
                QVERIFY(distance(plan.wanted[i]) >= distance(plan.wanted[i - 1]));
        }
        const int columns = range.lastColumn - range.firstColumn + 1;
        const int rows = range.lastRow - range.firstRow + 1;
        QCOMPARE(plan.visibleTiles, columns * rows);
        QVERIFY(counts[0] > 0 && counts[0] * 8 <= plan.visibleTiles);
        QCOMPARE(counts[1], plan.visibleTiles);
        QCOMPARE(counts[2], (columns + 2) * (rows + 2) - columns * rows);
        QCOMPARE(counts[3], 16);
    }

    /// Making a virtual tile means reading every tile of the file below it: slower than the sharp picture itself.
    void noCoarseLayerWhereItCostsMoreThanTheSharpPicture()
    {
        Tiles tiles;
        const PyramidGeometry slide({{40'000, 40'000}});
        const FramePlan plan = tiles.plan({{20'000, 20'000}, 1, 1500, 1000}, slide);
        QCOMPARE(plan.wanted.front().level, 0);
    }

    void noCoarseLayerWhereSomethingStandsIn()
    {
        Tiles tiles;
        const PyramidGeometry slide = halvingGeometry(65'536, 9);
        tiles.setLevel(slide, 8, TileState::Ready);
        const FramePlan plan = tiles.plan({{30'000, 30'000}, 1, 1500, 1000}, slide);
        QCOMPARE(plan.draw, (std::vector<TileKey>{{8, 0, 0}}));
        QCOMPARE(plan.wanted.front().level, 0);
    }

    void coarseTilesStandInForHolesOnly()
    {
        Tiles tiles;
        tiles.setLevel(kSlide, 0, TileState::Ready);
        tiles.setLevel(kSlide, 1, TileState::Ready);
        tiles.setLevel(kSlide, 4, TileState::Ready);
        FramePlan plan = tiles.plan(fourTiles(0, 4, 4), kSlide);
        QCOMPARE(plan.draw.size(), std::size_t(4));
        QVERIFY(plan.isComplete());
        QVERIFY(plan.wanted == ofLevel(plan.wanted, pinnedLevel(kSlide)));

        tiles.set({0, 5, 4}, TileState::Absent);
        plan = tiles.plan(fourTiles(0, 4, 4), kSlide);
        QCOMPARE(plan.draw, (std::vector<TileKey>{{1, 2, 2}, {0, 4, 4}, {0, 4, 5}, {0, 5, 5}}));
        QCOMPARE(plan.wanted.front(), (TileKey{0, 5, 4}));
        QCOMPARE(plan.visibleReady, 3);
        QVERIFY(!plan.isComplete());
    }

    void tilesThatNothingCoversAreCounted()
    {
        Tiles tiles;
        QCOMPARE(tiles.plan(fourTiles(0, 4, 4), kSlide).visibleUncovered, 4);
        tiles.set({0, 4, 4}, TileState::Ready);
        tiles.set({0, 5, 5}, TileState::Failed);
        QCOMPARE(tiles.plan(fourTiles(0, 4, 4), kSlide).visibleUncovered, 2);
        tiles.set({1, 2, 2}, TileState::Ready);
        QCOMPARE(tiles.plan(fourTiles(0, 4, 4), kSlide).visibleUncovered, 0);
        // Each tile of level 2 has sixteen of level 0 and four of level 1, of which one is not enough.
        QCOMPARE(tiles.plan(fourTiles(2, 0, 0), kSlide).visibleUncovered, 4);
    }

    void theNearestCoarseLevelStandsIn()
    {
        Tiles tiles;
        tiles.setLevel(kSlide, 4, TileState::Ready);
        tiles.set({2, 1, 1}, TileState::Ready);
        tiles.set({3, 0, 0}, TileState::Ready);
        const FramePlan plan = tiles.plan(fourTiles(0, 5, 5), kSlide);
        QCOMPARE(plan.draw, (std::vector<TileKey>{{2, 1, 1}}));
    }

    void finerTilesStandInAfterZoomingOut()
    {
        Tiles tiles;
        tiles.setLevel(kSlide, 4, TileState::Ready);
        for (const TileKey& key : {TileKey{0, 8, 8}, {0, 9, 8}, {0, 8, 9}, {0, 9, 9}})
            tiles.set(key, TileState::Ready);
        // Level-1 tiles (4,4) to (5,5); the level-0 tiles cover (4,4) alone.
        FramePlan plan = tiles.plan(fourTiles(1, 4, 4), kSlide);
        QCOMPARE(plan.draw, (std::vector<TileKey>{{4, 0, 0}, {0, 8, 8}, {0, 8, 9}, {0, 9, 8}, {0, 9, 9}}));
        QCOMPARE(plan.visibleReady, 0);

        for (const TileKey& key : {TileKey{1, 5, 4}, {1, 4, 5}, {1, 5, 5}})
            tiles.set(key, TileState::Ready);
        plan = tiles.plan(fourTiles(1, 4, 4), kSlide);
        QVERIFY2(ofLevel(plan.draw, 4).empty(), "the only hole is covered by finer tiles");
        QCOMPARE(plan.draw.size(), std::size_t(7));
        QCOMPARE(plan.draw.back().level, 1);

        QCOMPARE(ofLevel(tiles.plan(fourTiles(2, 1, 1), kSlide).draw, 1).size(), std::size_t(3));
    }

    void finerTilesTwoLevelsDownStandInButNotThree()
    {
        const PyramidGeometry slide = halvingGeometry(16'384, 7);
        Tiles tiles;
        tiles.set({0, 16, 16}, TileState::Ready);
        QCOMPARE(tiles.plan(fourTiles(2, 4, 4), slide).draw, (std::vector<TileKey>{{0, 16, 16}}));
        QVERIFY(tiles.plan(fourTiles(3, 2, 2), slide).draw.empty());
    }

    void aFullCacheOfFinerTilesDoesNotFloodTheFrame()
    {
        const PyramidGeometry slide = halvingGeometry(16'384, 7);
        Tiles tiles;
        tiles.setLevel(slide, 0, TileState::Ready);
        tiles.setLevel(slide, 6, TileState::Ready);
        const FramePlan plan = tiles.plan({{8192, 8192}, 0.25, 2048, 2048}, slide);
        QCOMPARE(plan.visibleTiles, 64);
        QVERIFY(ofLevel(plan.draw, 0).size() <= 64 * 2 + 16);
        QVERIFY2(contains(plan.draw, {0, 32, 32}), "the middle comes first");
        QVERIFY(contains(plan.draw, {6, 0, 0}));
    }

    void failedTilesAreShownAsMissingAndNotAskedForAgain()
    {
        Tiles tiles;
        tiles.setLevel(kSlide, 0, TileState::Ready);
        tiles.setLevel(kSlide, 2, TileState::Ready);
        tiles.set({0, 4, 4}, TileState::Failed);
        tiles.set({0, 3, 4}, TileState::Failed);   // in the ring
        const FramePlan plan = tiles.plan(fourTiles(0, 4, 4), kSlide);
        QCOMPARE(plan.failed, (std::vector<TileKey>{{0, 4, 4}}));
        QVERIFY(plan.wanted.empty());
        QVERIFY(plan.isComplete());
        QCOMPARE(plan.visibleReady, 3);
        QCOMPARE(plan.draw.front(), (TileKey{2, 1, 1}));
    }

    void nothingToSeeIsComplete_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<int>("width");
        QTest::newRow("beside the slide") << 100'000.0 << 500;
        QTest::newRow("pane without area") << 2000.0 << 0;
    }

    void nothingToSeeIsComplete()
    {
        QFETCH(double, x);
        QFETCH(int, width);
        Tiles tiles;
        const FramePlan plan = tiles.plan({{x, 2000}, 1, width, 500}, kSlide);
        QCOMPARE(plan.visibleTiles, 0);
        QVERIFY(plan.isComplete());
        QVERIFY(plan.draw.empty());
        QVERIFY(plan.wanted == ofLevel(plan.wanted, pinnedLevel(kSlide)));
        QVERIFY(tiles.plan({{0, 0}, 1, 500, 500}, {}).isComplete());
    }

    void aFrameNeedsAboutTwiceThePanesPixels()
    {
        Tiles nothing;
        for (const RandomFrame& frame : randomFrames(3000)) {
            const FramePlan plan = nothing.plan(frame.viewport, frame.geometry);
            const PyramidLevel& level = frame.geometry.level(plan.level);
            const double perPixelX = 1 / (frame.viewport.zoom * level.downsampleX);
            const double perPixelY = 1 / (frame.viewport.zoom * level.downsampleY);
            QVERIFY(perPixelX * perPixelY < 2.2 || plan.visibleTiles == 1);
            const double columns = std::ceil(frame.viewport.width * perPixelX / 256) + 1;
            const double rows = std::ceil(frame.viewport.height * perPixelY / 256) + 1;
            QVERIFY(plan.visibleTiles <= columns * rows);
            QVERIFY(double(plan.wanted.size()) <= (columns + 2) * (rows + 2) * 1.5 + 16);
        }
    }

    void theWorkDependsOnThePaneAndNotOnTheSlide()
    {
        Tiles nothing;
        for (const std::int64_t size : {20'000, 100'000, 1'000'000}) {
            const PyramidGeometry slide({{size, size}});
            const double middle = double(size) / 2;
            for (const double zoom : {1.0, 0.71, 0.25, 0.1}) {
                nothing.plan({{middle, middle}, zoom, 1920, 1080}, slide);
                // Per visible tile: itself, finer ones, a few on each coarser level.
                QVERIFY2(nothing.questions < 6000, qPrintable(QString::number(nothing.questions)));
            }
        }
    }

    void everyPointIsDrawnByTheBestTileThereIs()
    {
        std::mt19937 random(11);
        std::uniform_real_distribution<double> unit(0, 1);
        for (const RandomFrame& frame : randomFrames(300)) {
            const PyramidGeometry& geometry = frame.geometry;
            Tiles tiles;
            for (int level = pinnedLevel(geometry); level < geometry.levelCount(); ++level)
                tiles.setLevel(geometry, level, TileState::Ready);
            const int target = geometry.levelForZoom(frame.viewport.zoom);
            const cv::Rect2d visible = frame.viewport.visibleLevel0();
            for (int level = std::max(0, target - 2); level <= std::min(target + 2, geometry.coarsestLevel()); ++level) {
                const TileRange range = geometry.tilesTouching(level, visible);
                for (int row = range.firstRow; row <= range.lastRow; ++row)
                    for (int column = range.firstColumn; column <= range.lastColumn; ++column)
                        if (unit(random) < 0.4)
                            tiles.set({level, column, row}, unit(random) < 0.9 ? TileState::Ready : TileState::Failed);
            }
            checkPlan(tiles, frame, random);
        }
    }

    void pinnedLevelHasAtMostSixteenTiles_data()
    {
        QTest::addColumn<qint64>("width");
        QTest::addColumn<qint64>("height");
        QTest::addColumn<int>("level");
        QTest::newRow("one tile") << qint64(200) << qint64(200) << 0;
        QTest::newRow("exactly sixteen") << qint64(1024) << qint64(1024) << 0;
        QTest::newRow("one column more") << qint64(1025) << qint64(1024) << 1;
        QTest::newRow("large") << qint64(100'000) << qint64(100'000) << 7;
        QTest::newRow("strip") << qint64(1'000'000) << qint64(100) << 8;
    }

    void pinnedLevelHasAtMostSixteenTiles()
    {
        QFETCH(qint64, width);
        QFETCH(qint64, height);
        QFETCH(int, level);
        QCOMPARE(pinnedLevel(PyramidGeometry({{width, height}})), level);
    }

private:
    static bool covers(const PyramidGeometry& geometry, const TileKey& key, const cv::Point2d& point)
    {
        return geometry.tileRectLevel0(key).contains(point);
    }

    void checkPlan(Tiles& tiles, const RandomFrame& frame, std::mt19937& random)
    {
        const PyramidGeometry& geometry = frame.geometry;
        const FramePlan plan = tiles.plan(frame.viewport, geometry);
        QVERIFY(!hasDuplicates(plan.draw));
        QVERIFY(!hasDuplicates(plan.wanted));
        for (const TileKey& key : plan.draw)
            QCOMPARE(tiles.stateOf(key), TileState::Ready);
        for (const TileKey& key : plan.wanted)
            QVERIFY(geometry.contains(key) && tiles.stateOf(key) == TileState::Absent);

        const cv::Rect2d visible = frame.viewport.visibleLevel0();
        const cv::Rect2d whole(0, 0, double(geometry.width()), double(geometry.height()));
        const cv::Rect2d shown = visible & whole;
        std::uniform_real_distribution<double> unit(0.001, 0.999);
        for (int i = 0; i < 20; ++i) {
            const cv::Point2d point(shown.x + unit(random) * shown.width, shown.y + unit(random) * shown.height);
            const TileRange at = geometry.tilesTouching(plan.level, {point, cv::Size2d(1e-9, 1e-9)});
            const TileKey ideal{plan.level, at.firstColumn, at.firstRow};
            const auto last = std::find_if(plan.draw.rbegin(), plan.draw.rend(),
                                           [&](const TileKey& key) { return covers(geometry, key, point); });
            QVERIFY2(last != plan.draw.rend() || !covers(geometry, ideal, point), "coarse levels are pinned: no gap");
            if (tiles.stateOf(ideal) == TileState::Ready)
                QCOMPARE(*last, ideal);
        }
        for (const TileKey& key : plan.draw)
            QVERIFY2(key.level == plan.level || touchesHole(tiles, geometry, plan, visible, key), "no idle stand-ins");
    }

    static bool touchesHole(const Tiles& tiles, const PyramidGeometry& geometry, const FramePlan& plan,
                            const cv::Rect2d& visible, const TileKey& key)
    {
        const TileRange range = geometry.tilesTouching(plan.level, geometry.tileRectLevel0(key) & visible);
        for (int row = range.firstRow; row <= range.lastRow; ++row)
            for (int column = range.firstColumn; column <= range.lastColumn; ++column)
                if (tiles.stateOf({plan.level, column, row}) != TileState::Ready)
                    return true;
        return false;
    }
};

QTEST_GUILESS_MAIN(TestFramePlan)
#include "tst_frameplan.moc"
