#include <cmath>
#include <thread>

#include <QTest>

#include "normalize/NetworkTiles.h"
#include "normalize/NormalizedSlide.h"
#include "support/FakeNetwork.h"
#include "support/ImageSlide.h"
#include "support/SlideDecorators.h"

using namespace isostain;
using namespace isostain::test;

namespace {

constexpr int kTile = 64;

std::shared_ptr<const ImageSlide> slideOf(const RgbImage& image, std::optional<double> mpp)
{
    return std::make_shared<const ImageSlide>(image, mpp, kTile);
}

NormalizedSlideOptions optionsFor(std::optional<double> trainingMpp, int networkTileSize = 128)
{
    NormalizedSlideOptions options;
    options.trainingMpp = trainingMpp;
    options.networkTileSize = networkTileSize;
    return options;
}

RgbImage levelOf(const Slide& slide, int level)
{
    const PyramidLevel& of = slide.geometry().level(level);
    return toRgb(readRegion(slide, level, {0, 0, of.width, of.height}).value());
}

RgbImage resampledWhole(const RgbImage& image, const PixelGrid& from, const PixelGrid& to)
{
    const PixelRect needed = neededFor(from, to, to.rect());
    return resample({image.pixels(cv::Rect(int(needed.x), int(needed.y), int(needed.width), int(needed.height)))}, from, to,
                    to.rect());
}

}

class TestNormalizedSlide : public QObject {
    Q_OBJECT

private slots:
    void glassIsKeptWhereThatIsAsked()
    {
        const auto source = slideOf(toRgb(makeBgrxImage(300, 200, 0xF2F0F3)), 0.5);
        NormalizedSlideOptions options = optionsFor(std::nullopt);
        const NormalizedSlide mapped(source, std::make_shared<const FakeNetwork>(), options);
        QVERIFY((mapped.read({0, 0, 0})->row(30)[30] & 0xFFFFFFu) != 0xF2F0F3u);
        options.glass = GlassMixer::create({0xF2F0F3}).value();
        const NormalizedSlide kept(source, std::make_shared<const FakeNetwork>(), options);
        QCOMPARE(kept.read({0, 0, 0})->row(30)[30] & 0xFFFFFFu, 0xF2F0F3u);
    }

    void looksLikeItsSource();
    void picksTheCanvasOfTheTraining_data();
    void picksTheCanvasOfTheTraining();
    void resultsDoNotDependOnTiles_data();
    void resultsDoNotDependOnTiles();
    void coarseLevelsAreMeansThenPreviews();
    void networkTilesAreShared();
    void manyThreadsComputeEachTileOnce();
    void holesStayHoles();
    void stopsAndErrorsAreNotKept();
};

void TestNormalizedSlide::looksLikeItsSource()
{
    const auto source = slideOf(noiseImage(200, 150, 1), 0.5);
    const NormalizedSlide slide(source, std::make_shared<const FakeNetwork>(), optionsFor(0.5));
    QVERIFY(slide.id() != source->id());
    QCOMPARE(slide.geometry().levelCount(), source->geometry().levelCount());
    QCOMPARE(slide.info().path, source->info().path);
    QCOMPARE(slide.read({0, 99, 0}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(slide.readAssociatedImage("label").error().code, ErrorCode::NoSuchAssociatedImage);
    const auto tile = slide.read({0, 3, 2});
    QVERIFY(tile);
    QCOMPARE(tile->width(), 8);
    QCOMPARE(tile->height(), 22);
    QCOMPARE(tile->row(0)[0] >> 24, 0xFFu);
}

void TestNormalizedSlide::picksTheCanvasOfTheTraining_data()
{
    QTest::addColumn<double>("mpp"); // 0: unknown
    QTest::addColumn<double>("trainingMpp");
    QTest::addColumn<int>("match");
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("width"); // of the canvas
    const auto row = [](const char* name, double mpp, double training, PixelSizeMatch match, int level, int width) {
        QTest::newRow(name) << mpp << training << int(match) << level << width;
    };
    using enum PixelSizeMatch;
    row("same", 0.5, 0.5, Matched, 0, 1000);
    row("a little finer", 0.46, 0.5, Matched, 0, 1000);
    row("a little coarser", 0.55, 0.5, Matched, 0, 1000);
    row("twice as fine", 0.25, 0.5, Matched, 1, 500);
    row("four times as fine", 0.12, 0.5, Matched, 2, 250);
    row("between levels", 0.25, 0.36, Resampled, 0, 694);
    row("between coarser levels", 0.25, 0.7, Resampled, 1, 357);
    row("coarser", 0.5, 0.25, Resampled, 0, 2000);
    row("much coarser", 1.1, 0.25, TooCoarse, 0, 1000);
    row("slide unknown", 0, 0.5, Unknown, 0, 1000);
    row("training unknown", 0.5, 0, Unknown, 0, 1000);
    row("training is no number", 0.5, std::nan(""), Unknown, 0, 1000);
    row("far beyond the pyramid", 0.25, 1e6, Resampled, 4, 1);
}

void TestNormalizedSlide::picksTheCanvasOfTheTraining()
{
    QFETCH(double, mpp);
    QFETCH(double, trainingMpp);
    QFETCH(int, match);
    QFETCH(int, level);
    QFETCH(int, width);
    const auto known = [](double value) {
        return value == 0 ? std::nullopt : std::optional(value);
    };
    SlideInfo info;
    info.mppX = known(mpp);
    info.mppY = known(mpp);
    const PyramidGeometry geometry({{1000, 800}}, kTile);
    const NetworkCanvas canvas = networkCanvas(geometry, info, known(trainingMpp));
    QCOMPARE(int(canvas.match), match);
    QCOMPARE(canvas.level, level);
    QCOMPARE(int(canvas.grid.width), width);
    const PyramidLevel& from = geometry.level(level);
    QVERIFY(std::abs(canvas.grid.width * canvas.grid.downsampleX - from.width * from.downsampleX) < 1e-6);
}

void TestNormalizedSlide::resultsDoNotDependOnTiles_data()
{
    QTest::addColumn<double>("trainingMpp");
    QTest::newRow("as it is") << 0.5;
    QTest::newRow("coarser level") << 1.0;
    QTest::newRow("shrunk") << 0.73;
    QTest::newRow("enlarged") << 0.31;
}

void TestNormalizedSlide::resultsDoNotDependOnTiles()
{
    QFETCH(double, trainingMpp);
    const auto source = slideOf(noiseImage(331, 250, 1), 0.5);
    const auto network = std::make_shared<const FakeNetwork>();
    const NetworkCanvas canvas = networkCanvas(source->geometry(), source->info(), trainingMpp);
    // The same without any tiles: to the canvas, through the network, and back.
    const PixelGrid from = gridOf(source->geometry().level(canvas.level));
    const RgbImage input = resampledWhole(levelOf(*source, canvas.level), from, canvas.grid);
    const RgbImage output = normalizeWhole(*network, input).value();
    for (const int networkTile : {1, 60, 128, 1024}) {
        const NormalizedSlide slide(source, network, optionsFor(trainingMpp, std::max(networkTile, 16)));
        for (int level = 0; level < 3; ++level) {
            if (slide.isPreview(level))
                continue;
            const RgbImage expected = resampledWhole(output, canvas.grid, gridOf(source->geometry().level(level)));
            QCOMPARE(largestDifference(levelOf(slide, level), expected), 0);
        }
    }
}

void TestNormalizedSlide::coarseLevelsAreMeansThenPreviews()
{
    const auto source = slideOf(noiseImage(640, 512, 1), 0.5);
    const auto network = std::make_shared<const FakeNetwork>();
    const NormalizedSlide slide(source, network, optionsFor(0.5));
    QVERIFY(!slide.isPreview(0) && !slide.isPreview(1) && !slide.isPreview(2) && slide.isPreview(3));
    RgbImage mean = levelOf(slide, 0);
    mean = toRgb(halved(toBgrx(mean)));
    QCOMPARE(largestDifference(levelOf(slide, 1), mean), 0);
    mean = toRgb(halved(toBgrx(mean)));
    QVERIFY(largestDifference(levelOf(slide, 2), mean) <= 1); // rounded once instead of twice
    QCOMPARE(largestDifference(levelOf(slide, 3), normalizeWhole(*network, levelOf(*source, 3)).value()), 0);

    NormalizedSlideOptions options = optionsFor(0.5);
    options.mostAveraged = 1;
    QVERIFY(NormalizedSlide(source, network, options).isPreview(1));
    options.mostAveraged = 8;
    QVERIFY(!NormalizedSlide(source, network, options).isPreview(3));
}

void TestNormalizedSlide::networkTilesAreShared()
{
    const auto network = std::make_shared<FakeNetwork>();
    const NormalizedSlide slide(slideOf(noiseImage(300, 256, 1), 0.5), network, optionsFor(0.5, 128));
    levelOf(slide, 0);
    QCOMPARE(network->runCount(), 3 * 2);
    levelOf(slide, 1);
    levelOf(slide, 2);
    QCOMPARE(network->runCount(), 3 * 2);
}

void TestNormalizedSlide::manyThreadsComputeEachTileOnce()
{
    const auto network = std::make_shared<FakeNetwork>();
    const RgbImage image = noiseImage(256, 256, 1);
    const NormalizedSlide slide(slideOf(image, 0.5), network, optionsFor(0.5, 128));
    const RgbImage expected = normalizeWhole(FakeNetwork(), image).value();
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { right += largestDifference(levelOf(slide, 0), expected) == 0; });
    }
    QCOMPARE(right.load(), 4);
    QCOMPARE(network->runCount(), 4);
}

void TestNormalizedSlide::holesStayHoles()
{
    const RgbImage image = noiseImage(256, 256, 1);
    const auto inner = slideOf(image, 0.5);
    const TileKey hole{0, 1, 1};
    const auto source = std::make_shared<const FailingSlide>(inner, [=](const TileKey& key) { return key == hole; });
    const auto network = std::make_shared<const FakeNetwork>(5);
    const NormalizedSlide slide(source, network, optionsFor(0.5, 128));
    QCOMPARE(slide.read(hole).error().code, ErrorCode::TileUnreadable);
    const RgbImage expected = normalizeWhole(*network, image).value();
    const auto beside = slide.read({0, 2, 1});
    QVERIFY(beside);
    // Beyond the network's reach nothing of the hole is seen.
    const cv::Rect unaffected(5, 0, 59, 64);
    QCOMPARE(largestDifference({toRgb(*beside).pixels(unaffected)}, {expected.pixels(cv::Rect(128 + 5, 64, 59, 64))}), 0);
    // The coarser level has the hole in the middle of its tile: it is gray there, not some color of tissue.
    const NormalizedSlide asCanvas(source, network, optionsFor(1.0, 128));
    QVERIFY(asCanvas.read({0, 0, 0}));
    const auto averaged = std::make_shared<const FailingSlide>(inner, [=](const TileKey& key) { return key == hole; });
    const auto coarser = NormalizedSlide(averaged, network, optionsFor(0.5, 128)).read({1, 0, 0});
    QVERIFY(coarser);
    QCOMPARE(coarser->row(40)[40] & 0xFFFFFF, kUnreadableColor);
}

void TestNormalizedSlide::stopsAndErrorsAreNotKept()
{
    const auto network = std::make_shared<FakeNetwork>();
    const NormalizedSlide slide(slideOf(noiseImage(128, 128, 1), 0.5), network, optionsFor(0.5, 64));
    std::stop_source stop;
    network->onRun = [&] {
        stop.request_stop();
    };
    QCOMPARE(slide.read({0, 0, 0}, stop.get_token()).error().code, ErrorCode::Cancelled);
    QCOMPARE(network->runCount(), 1);
    QCOMPARE(slide.read({0, 1, 0}, stop.get_token()).error().code, ErrorCode::Cancelled);
    QCOMPARE(network->runCount(), 1);
    network->onRun = [] {
        throw std::bad_alloc();
    };
    QVERIFY_EXCEPTION_THROWN((void)slide.read({0, 0, 0}), std::bad_alloc);
    network->onRun = nullptr;
    QVERIFY(slide.read({0, 0, 0}));
}

QTEST_GUILESS_MAIN(TestNormalizedSlide)
#include "tst_normalized_slide.moc"
