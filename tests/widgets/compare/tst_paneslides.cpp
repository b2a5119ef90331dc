#include <QSignalSpy>

#include "compare/RasterCompose.h"
#include "widgets/compare/PanePixels.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// Another slide of the same geometry: every color the other way round.
class NegativeSlide : public SlideDecorator {
public:
    using SlideDecorator::SlideDecorator;
    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override
    {
        auto tile = SlideDecorator::read(key, stop);
        if (tile)
            for (int y = 0; y < tile->height(); ++y)
                for (int x = 0; x < tile->width(); ++x)
                    tile->row(y)[x] ^= kRgb;
        return tile;
    }
};

struct SlidesFixture : ViewFixture {
    SlidesFixture() { view.setSlide(source); }

    PaneContent own(SlidePtr slide, const SlideAlignment& alignment = {})
    {
        PaneContent pane;
        pane.slide = std::move(slide);
        pane.alignment = alignment;
        return pane;
    }
    const PanePlace place(int index) const { return view.paneLayout().places[std::size_t(index)]; }

    SlidePtr source = PaintedSlide::create(3000, 2000);
};

SlideAlignment turned(double degrees, double scale, const cv::Point2d& shift)
{
    const double c = scale * std::cos(degrees * CV_PI / 180), s = scale * std::sin(degrees * CV_PI / 180);
    return SlideAlignment::fromMatrix({c, -s, shift.x, s, c, shift.y}).value();
}

double channelOf(std::uint32_t color, int channel)
{
    return color >> 8 * channel & 255;
}

}

class TestPaneSlides : public QObject {
    Q_OBJECT

private slots:
    void aSlideOfTheSameGeometryIsExact_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {0.5, 1.0, 2.0})
            QTest::addRow("zoom %g", zoom) << zoom;
    }

    void aSlideOfTheSameGeometryIsExact()
    {
        QFETCH(double, zoom);
        SlidesFixture fixture;
        const auto negative = std::make_shared<NegativeSlide>(fixture.source);
        PaneContent mapped = fixture.own(negative);
        mapped.table = permutedTable(2);
        fixture.view.setPanes({{}, fixture.own(negative), mapped});
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500.3, 1000.7, zoom));
        const QImage frame = fixture.settledFrame();
        QString wrong = firstWrongPixel(fixture.view, frame, fixture.place(0), [](std::uint32_t color) { return color; });
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        wrong = firstWrongPixel(fixture.view, frame, fixture.place(1), [](std::uint32_t color) { return ~color; });
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        wrong = firstWrongPixel(fixture.view, frame, fixture.place(2),
                                [](std::uint32_t color) { return permutedTable(2)->entry(~color & kRgb); });
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));

        fixture.view.setSourceHeld(true);
        for (int pane : {1, 2}) {
            wrong = firstWrongPixel(fixture.view, fixture.settledFrame(), fixture.place(pane),
                                    [](std::uint32_t color) { return color; });
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }

    void eachSlideIsReadOnceHoweverManyPanesShowIt()
    {
        SlidesFixture fixture;
        const auto first = std::make_shared<CountingSlide>(fixture.source);
        const auto second = std::make_shared<CountingSlide>(fixture.source);
        PaneContent mapped = fixture.own(second);
        mapped.table = permutedTable(1);
        fixture.view.setSlide(first);
        fixture.view.setPanes({{}, fixture.own(second), mapped, {{}, permutedTable(2)}, fixture.own(first)});
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        QVERIFY(fixture.settle());
        fixture.view.setViewport(viewportAt(fixture.view, 1800, 1000, 0.6));
        QVERIFY(fixture.settle());
        QVERIFY(first->readCount() > 0 && second->readCount() > 0);
        QCOMPARE(first->largestReadCount(), 1);
        QCOMPARE(second->largestReadCount(), 1);
    }

    void theSourceStandsInMarkedUntilTheTilesAreThere()
    {
        SlidesFixture fixture;
        const auto gated = std::make_shared<GatedSlide>(std::make_shared<NegativeSlide>(fixture.source));
        PaneContent waiting = fixture.own(gated);
        waiting.standIn = PaneStandIn::Source;
        waiting.badge = "preview";
        TileScheduler gatedWorkers(fixture.cache, 1);
        waiting.scheduler = &gatedWorkers;
        fixture.view.setPanes({{}, waiting});
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        QTRY_COMPARE(fixture.cache.stateOf({fixture.source->id(), {0, 5, 3}}), TileState::Ready);
        QTest::qWait(300);
        QVERIFY(!fixture.view.isSettled());
        const auto wrongMark = [&] {
            const QImage frame = fixture.view.grabFrame();
            const PanePlace place = fixture.place(1);
            for (int y = place.rect.top(); y <= place.rect.bottom(); ++y)
                for (int x = place.rect.left(); x <= place.rect.right(); ++x) {
                    const std::uint32_t expected = markedColor(*copiedPixel(fixture.view, place, x, y));
                    for (int channel = 0; channel < 3; ++channel)
                        if (std::abs(channelOf(pixelOf(frame, x, y), channel) - channelOf(expected, channel)) > 2)
                            return QString("at %1,%2").arg(x).arg(y);
                }
            return QString();
        };
        QTRY_VERIFY2(wrongMark().isEmpty(), qPrintable(wrongMark()));
        QTRY_COMPARE(fixture.view.paneState(1), PaneState::StandingIn);
        QCOMPARE(fixture.view.paneBadges(1).size(), 2);
        QCOMPARE(fixture.view.paneState(0), PaneState::Ready);

        QSignalSpy states(&fixture.view, &CompareView::paneStateChanged);
        gated->open();
        const QString wrong =
            firstWrongPixel(fixture.view, fixture.settledFrame(), fixture.place(1), [](std::uint32_t color) { return ~color; });
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QTRY_COMPARE(states.count(), 1);
        QCOMPARE(fixture.view.paneState(1), PaneState::Ready);
        QCOMPARE(fixture.view.paneBadges(1), QStringList("preview"));
        fixture.view.setPanes({{}});
    }

    void withoutAStandInTheBackgroundShows()
    {
        SlidesFixture fixture;
        SlideInfo info;
        info.background = 0xF1F2F3;
        const auto gated = std::make_shared<GatedSlide>(std::make_shared<PaintedSlide>(PyramidGeometry({{3000, 2000}}), info));
        fixture.view.setPanes({{}, fixture.own(gated)});
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        QVERIFY(gated->waitForArrivals(1));
        const QPoint middle = fixture.place(1).rect.center();
        QCOMPARE(pixelOf(fixture.view.grabFrame(), middle.x(), middle.y()), 0xF1F2F3u);
        QVERIFY(!fixture.view.isSettled());
        gated->open();
        QVERIFY(fixture.settle());
    }

    void aSecondScanIsFilteredInItsPlace_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<bool>("isViewsSlide");
        for (const double zoom : {0.4, 1.0, 2.3}) {
            QTest::addRow("a quarter turn, zoom %g", zoom) << 90.0 << 1.0 << zoom << false;
            QTest::addRow("a little, zoom %g", zoom) << 3.7 << 1.1 << zoom << false;
            QTest::addRow("half the pixels, zoom %g", zoom) << -30.0 << 0.5 << zoom << false;
        }
        QTest::addRow("the view's own slide, turned") << 10.0 << 1.0 << 1.0 << true;
    }

    void aSecondScanIsFilteredInItsPlace()
    {
        QFETCH(double, degrees);
        QFETCH(double, scale);
        QFETCH(double, zoom);
        QFETCH(bool, isViewsSlide);
        SlidesFixture fixture;
        const SlidePtr scan = PaintedSlide::create(4000, 4000);
        fixture.view.setSlide(isViewsSlide ? scan : fixture.source);
        // The middle of the source lies on the middle of the scan.
        const cv::Point2d offset = turned(degrees, scale, {}).map({1500, 1000});
        const SlideAlignment alignment = turned(degrees, scale, cv::Point2d(2000, 2000) - offset);
        PaneContent mapped = fixture.own(scan, alignment);
        mapped.table = curvedTable();
        fixture.view.setPanes({{}, fixture.own(scan, alignment), mapped});
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500.3, 1000.7, zoom));
        const QImage frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());

        const Viewport& viewport = fixture.view.viewport();
        const PyramidGeometry& geometry = scan->geometry();
        const int index = geometry.levelForZoom(zoom / scale);
        const PyramidLevel& level = geometry.level(index);
        double worst = 0;
        int seen = 0;
        for (const int pane : {1, 2}) {
            const PanePlace place = fixture.place(pane);
            for (int y = place.rect.top(); y <= place.rect.bottom(); y += 3)
                for (int x = place.rect.left(); x <= place.rect.right(); x += 2) {
                    const cv::Point2d device(x - place.viewportX + 0.5, y - place.viewportY + 0.5);
                    const cv::Point2d on = alignment.map(viewport.toLevel0(device));
                    const double u = on.x / level.downsampleX - 0.5, v = on.y / level.downsampleY - 0.5;
                    if (u < 1 || v < 1 || u > double(level.width) - 2 || v > double(level.height) - 2)
                        continue;
                    const auto left = std::int64_t(u), top = std::int64_t(v);
                    ++seen;
                    for (int channel = 0; channel < 3; ++channel) {
                        const auto texel = [&](std::int64_t tx, std::int64_t ty) {
                            const std::uint32_t color = paintedPixel(geometry, index, tx, ty);
                            return channelOf(pane == 2 ? curvedTable()->entry(color) : color, channel);
                        };
                        const double a = u - double(left), b = v - double(top);
                        const double mean = (1 - b) * ((1 - a) * texel(left, top) + a * texel(left + 1, top)) +
                                            b * ((1 - a) * texel(left, top + 1) + a * texel(left + 1, top + 1));
                        worst = std::max(worst, std::abs(mean - channelOf(pixelOf(frame, x, y), channel)));
                    }
                }
        }
        QVERIFY(seen > 1000);
        // Positions and weights in steps of 1/256; neighbors lie up to 255 apart.
        QVERIFY2(worst <= 5, qPrintable(QString::number(worst)));
    }

    void besideASecondScanThereIsCanvasAndItsHolesAreHatched()
    {
        SlidesFixture fixture;
        const auto isBad = [](const TileKey& key) {
            return key.level == 0 && key.column == 2 && key.row == 2;
        };
        const auto scan = std::make_shared<FailingSlide>(PaintedSlide::create(1000, 1000), isBad);
        const SlideAlignment alignment = turned(20, 1, {-700, -900});
        fixture.view.setPanes({{}, fixture.own(scan, alignment)});
        QSignalSpy failures(&fixture.view, &CompareView::tilesFailed);
        fixture.show();
        const cv::Point2d middle = alignment.inverse().map({640, 640});
        fixture.view.setViewport(viewportAt(fixture.view, middle.x, middle.y, 1));
        QImage frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());
        QTRY_COMPARE(failures.count(), 1);
        const PanePlace place = fixture.place(1);
        int hatched = 0, canvasPixels = 0;
        for (int y = place.rect.top(); y <= place.rect.bottom() - 80; y += 2)
            for (int x = place.rect.left(); x <= place.rect.right(); x += 2) {
                const cv::Point2d device(x - place.viewportX + 0.5, y - place.viewportY + 0.5);
                const cv::Point2d on = alignment.map(fixture.view.viewport().toLevel0(device));
                const std::uint32_t color = pixelOf(frame, x, y);
                if (cv::Rect2d(513, 513, 254, 254).contains(on)) {
                    QVERIFY(color == (canvas::kHatchDark & kRgb) || color == (canvas::kHatchLight & kRgb));
                    ++hatched;
                } else if (!cv::Rect2d(-1, -1, 1002, 1002).contains(on)) {
                    QCOMPARE(color, canvas::kBackground & kRgb);
                    ++canvasPixels;
                }
            }
        QVERIFY(hatched > 1000);
        fixture.view.setViewport(viewportAt(fixture.view, 0, 0, 1));
        frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());
        QVERIFY(canvasPixels > 0 || pixelOf(frame, place.rect.left(), place.rect.top()) == (canvas::kBackground & kRgb));
    }

    void aSlideMayHaveWorkersOfItsOwn()
    {
        SlidesFixture fixture;
        TileScheduler slow(fixture.cache, 1);
        PaneContent pane = fixture.own(std::make_shared<NegativeSlide>(fixture.source));
        pane.scheduler = &slow;
        fixture.view.setPanes({{}, pane});
        fixture.show();
        QVERIFY(fixture.settle());
        QVERIFY(slow.readCount() > 0 && fixture.scheduler.readCount() > 0);
        fixture.view.setPanes({{}});
    }

    void whatIsNoLongerShownIsLetGo()
    {
        SlidesFixture fixture;
        auto gated = std::make_shared<GatedSlide>(fixture.source);
        const std::weak_ptr<GatedSlide> watched = gated;
        fixture.view.setPanes({{}, fixture.own(gated)});
        fixture.show();
        QVERIFY(gated->waitForArrivals(1));
        gated.reset();
        fixture.view.setPanes({{}, {{}, permutedTable(1)}});
        QTRY_VERIFY(watched.expired());
        QVERIFY(fixture.settle());
    }

    void aHiddenPaneAsksForNothing()
    {
        SlidesFixture fixture;
        const auto second = std::make_shared<CountingSlide>(fixture.source);
        fixture.view.setPanes({{}, {{}, permutedTable(1)}, fixture.own(second)});
        fixture.view.setMode(CompareMode::Single);
        fixture.view.setMainPane(1);
        fixture.show();
        QVERIFY(fixture.settle());
        QCOMPARE(second->readCount(), 0);
        fixture.view.setMainPane(2);
        QVERIFY(fixture.settle());
        QVERIFY(second->readCount() > 0);
    }

    void pointsArePickedInThePixelsOfTheirSlide()
    {
        SlidesFixture fixture;
        const SlideAlignment alignment = turned(12, 0.8, {400, 300});
        fixture.view.setPanes({{}, fixture.own(PaintedSlide::create(4000, 4000), alignment)});
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        fixture.view.setTool(ViewTool::PickPoint);
        struct Pick {
            int pane;
            cv::Point2d level0;
        };
        std::vector<Pick> picks;
        connect(&fixture.view, &CompareView::pointPicked, this, [&](int pane, const cv::Point2d& level0) {
            picks.push_back({pane, level0});
        });
        const double ratio = fixture.view.devicePixelRatioF();
        for (const int pane : {0, 1}) {
            const QPoint at = middleOf(fixture.view, pane) + QPoint(20, -30);
            QTest::mouseClick(&fixture.view, Qt::LeftButton, {}, at);
            QCOMPARE(int(picks.size()), pane + 1);
            QCOMPARE(picks.back().pane, pane);
            const PanePlace place = fixture.place(pane);
            const cv::Point2d device(std::floor(at.x() * ratio) - place.viewportX + 0.5,
                                     std::floor(at.y() * ratio) - place.viewportY + 0.5);
            const cv::Point2d view = fixture.view.viewport().toLevel0(device);
            const cv::Point2d expected = pane == 0 ? view : alignment.map(view);
            QVERIFY(cv::norm(picks.back().level0 - expected) < 1e-6);
        }
        QCOMPARE(fixture.view.mainPane(), 1);
        QCOMPARE(fixture.view.cursor().shape(), Qt::CrossCursor);

        const QPoint start = middleOf(fixture.view, 0);
        QTest::mousePress(&fixture.view, Qt::LeftButton, {}, start);
        QTest::mouseMove(&fixture.view, start + QPoint(30, 0));
        QTest::mouseRelease(&fixture.view, Qt::LeftButton, {}, start + QPoint(30, 0));
        QTest::mouseDClick(&fixture.view, Qt::LeftButton, {}, start);
        QCOMPARE(int(picks.size()), 2);
        QCOMPARE(fixture.view.viewport().zoom, 1.0);
    }

    void markersLieOnTheirPoints()
    {
        SlidesFixture fixture;
        const SlideAlignment alignment = turned(12, 0.8, {400, 300});
        fixture.view.setPanes({{}, fixture.own(PaintedSlide::create(4000, 4000), alignment)});
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        const QImage before = fixture.settledFrame();
        fixture.view.setMarkers({{0, {1510, 1020}, 1}, {1, alignment.map({1480, 990}), 2}, {1, {1e15, 0}, 3}, {5, {}, 4}});
        const QImage after = fixture.settledFrame();
        QVERIFY(!before.isNull() && !after.isNull());
        const double ratio = fixture.view.devicePixelRatioF();
        for (const int pane : {0, 1}) {
            const PanePlace place = fixture.place(pane);
            const cv::Point2d device =
                fixture.view.viewport().toDevice(pane == 0 ? cv::Point2d(1510, 1020) : cv::Point2d(1480, 990));
            const QPoint center = place.viewportCorner() + QPoint(int(device.x), int(device.y));
            const int reach = int(45 * ratio);
            int changed = 0;
            for (int y = place.rect.top(); y <= place.rect.bottom(); ++y)
                for (int x = place.rect.left(); x <= place.rect.right(); ++x) {
                    const bool differs = pixelOf(before, x, y) != pixelOf(after, x, y);
                    QVERIFY(!differs || (std::abs(x - center.x()) < reach && std::abs(y - center.y()) < reach));
                    changed += differs;
                }
            QVERIFY(changed > 100);
            // The spot itself can be seen.
            QCOMPARE(pixelOf(after, center.x(), center.y()), pixelOf(before, center.x(), center.y()));
        }
    }
};

QTEST_MAIN(TestPaneSlides)
#include "tst_paneslides.moc"
