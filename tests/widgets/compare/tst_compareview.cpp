#include <cmath>

#include <QScreen>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "widgets/compare/ExactFrame.h"
#include "widgets/compare/ViewFixture.h"

using namespace isostain;
using namespace isostain::test;

class TestCompareView : public QObject {
    Q_OBJECT

private slots:
    void fallsBackExactlyWhereOpenGlIsRefused()
    {
        ViewFixture fixture;
        QCOMPARE(fixture.view.isSoftwareFallback(), qgetenv("ISOSTAIN_RENDERER") != "opengl");
    }

    void frameHasTheSizeOfTheScreensPixels()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        const QImage frame = fixture.settledFrame();
        QCOMPARE(frame.size(), fixture.view.size() * fixture.view.devicePixelRatioF());
        QCOMPARE(frame.devicePixelRatio(), 1.0);
        QCOMPARE(fixture.view.viewport().height, frame.height());
    }

    void levelZeroIsTheTablesAnswerToTheBit_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {1.0, 2.0, 3.0, 7.0, 0.5, 0.25})
            QTest::addRow("zoom %g", zoom) << zoom;
    }

    void levelZeroIsTheTablesAnswerToTheBit()
    {
        QFETCH(double, zoom);
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.view.setPanes({{{}, nullptr}, {{}, permutedTable(1)}, {{}, permutedTable(2)}, {{}, permutedTable(3)}});
        fixture.show();
        for (const QPointF at : {QPointF(0, 0), QPointF(1500.3, 1000.7), QPointF(2999.9, 1999.5)}) {
            fixture.view.setViewport(viewportAt(fixture.view, at.x(), at.y(), zoom));
            QCOMPARE(fixture.view.viewport().zoom, zoom);
            VERIFY_EXACT(fixture);
        }
    }

    void quarterTurnsAndMirrorImagesAreExact_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<int>("quarters");
        QTest::addColumn<bool>("isMirrored");
        QTest::addColumn<CompareMode>("mode");
        for (const double zoom : {0.25, 1.0, 3.0})
            for (int quarters = 0; quarters < 4; ++quarters)
                for (const bool isMirrored : {false, true})
                    QTest::addRow("zoom %g, %d%s", zoom, 90 * quarters, isMirrored ? ", mirrored" : "")
                        << zoom << quarters << isMirrored << (quarters % 2 ? CompareMode::SideBySide : CompareMode::Curtain);
    }

    void quarterTurnsAndMirrorImagesAreExact()
    {
        QFETCH(double, zoom);
        QFETCH(int, quarters);
        QFETCH(bool, isMirrored);
        QFETCH(CompareMode, mode);
        ViewFixture fixture;
        const SlidePtr slide = PaintedSlide::create(3000, 2000);
        fixture.view.setSlide(slide);
        fixture.show();
        fixture.view.setMode(mode);
        fixture.view.setDividerPosition(0.6);
        fixture.view.setViewport(viewportAt(fixture.view, 2900.3, 1000.7, zoom));
        fixture.view.setOrientation({90.0 * quarters, isMirrored});
        QCOMPARE(fixture.view.viewport().orientation.degrees, 90.0 * quarters);
        const QImage frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());

        const Viewport& viewport = fixture.view.viewport();
        const PyramidGeometry& geometry = slide->geometry();
        const int level = geometry.levelForZoom(zoom);
        const PyramidLevel& drawn = geometry.level(level);
        const int divider = fixture.view.paneLayout().places[1].rect.left();
        int slidePixels = 0;
        for (const PanePlace& place : fixture.view.paneLayout().places)
            for (int y = place.rect.top(); y <= place.rect.bottom(); ++y)
                for (int x = place.rect.left(); x <= place.rect.right(); ++x) {
                    if (mode == CompareMode::Curtain && std::abs(x - divider) < 40)
                        continue; // its handle
                    const QPoint corner = place.viewportCorner();
                    const cv::Point2d at = viewport.toLevel0({x - corner.x() + 0.5, y - corner.y() + 0.5});
                    const auto column = std::int64_t(std::floor(at.x / drawn.downsampleX));
                    const auto row = std::int64_t(std::floor(at.y / drawn.downsampleY));
                    std::uint32_t wanted = canvas::kBackground;
                    if (column >= 0 && row >= 0 && column < drawn.width && row < drawn.height) {
                        ++slidePixels;
                        wanted = paintedPixel(geometry, level, column, row) & 0xFFFFFF;
                        if (place.pane == 1)
                            wanted = permutedTable(1)->entry(wanted) & 0xFFFFFF;
                    }
                    if ((pixelOf(frame, x, y) & 0xFFFFFF) != wanted && y > 60)
                        QFAIL(qPrintable(QString("%1,%2: %3 instead of %4").arg(x).arg(y).arg(pixelOf(frame, x, y) & 0xFFFFFF, 0, 16).arg(wanted, 0, 16)));
                }
        QVERIFY(slidePixels > 10'000);
    }

    void aDragTakesATurnedPictureAlong()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 0.8));
        fixture.view.setOrientation({30, false});
        QVERIFY(fixture.settle());
        const cv::Point2d grabbed = fixture.view.viewport().toLevel0({100, 100});
        QTest::mousePress(&fixture.view, Qt::LeftButton, {}, QPoint(100, 100));
        QTest::mouseMove(&fixture.view, QPoint(160, 80));
        QTest::mouseRelease(&fixture.view, Qt::LeftButton, {}, QPoint(160, 80));
        const double ratio = fixture.view.devicePixelRatioF();
        const cv::Point2d now = fixture.view.viewport().toDevice(grabbed);
        QVERIFY(std::abs(now.x - (100 + 60 * ratio)) < 2 && std::abs(now.y - (100 - 20 * ratio)) < 2);
    }

    void shiftAndADragTurn()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setMode(CompareMode::Single);
        const QPoint middle = fixture.view.rect().center();
        QTest::mousePress(&fixture.view, Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(100, 0));
        QTest::mouseMove(&fixture.view, middle + QPoint(70, 70));
        QVERIFY2(std::abs(fixture.view.viewport().orientation.degrees - 45) < 2,
                 qPrintable(QString::number(fixture.view.viewport().orientation.degrees)));
        QTest::mouseMove(&fixture.view, middle + QPoint(0, 100));
        QCOMPARE(fixture.view.viewport().orientation.degrees, 90.0);
        QTest::mouseRelease(&fixture.view, Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(0, 100));
        fixture.view.setSlide(PaintedSlide::create(300, 200));
        QVERIFY2(fixture.view.viewport().orientation.isUpright(), "every slide begins upright");
    }

    void panningMovesWholePixels()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 0.8));
        const QImage before = fixture.settledFrame();
        fixture.view.setViewport(pannedBy(fixture.view.viewport(), -13, 5));
        const QImage after = fixture.settledFrame();
        const PanePlace pane = fixture.view.paneLayout().places[1];
        for (int y = 10; y < before.height() - 10; ++y)
            for (int x = pane.rect.left(); x < pane.rect.right() - 13; ++x)
                if (pixelOf(after, x, y) != pixelOf(before, x + 13, y - 5))
                    QFAIL(qPrintable(QString("at %1,%2").arg(x).arg(y)));
    }

    void betweenLevelsTexelsAreMappedThenAveragedWithoutSeams_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {0.08, 0.3, 0.37, 0.71, 0.9, 1.3, 2.5, 5.7})
            QTest::addRow("zoom %g", zoom) << zoom;
    }

    void betweenLevelsTexelsAreMappedThenAveragedWithoutSeams()
    {
        QFETCH(double, zoom);
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.view.setPanes({{{}, nullptr}, {{}, curvedTable()}});
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1501.3, 1000.1, zoom));
        const QImage frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());

        const double worst = worstDistanceFromAverage(fixture.view, frame);
        // Hardware weighs texels in steps of 1/256 and the painted neighbors lie up to 255 apart.
        QVERIFY2(worst <= 3, qPrintable(QString::number(worst)));
    }

    void curtainShowsTheSourceLeftAndTheMainPaneRight()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setMode(CompareMode::Curtain);
        fixture.view.setDividerPosition(0.3);
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        const int divider = fixture.view.paneLayout().places[1].rect.left();
        QCOMPARE(divider, int(std::lround(0.3 * fixture.view.grabFrame().width())));
        const QRect handle(divider - 40, 0, 80, 10000);
        const QString difference = firstWrongPixel(fixture.view, fixture.settledFrame(), handle);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(fixture.view.viewport().width, fixture.view.grabFrame().width());
    }

    void everyModeIsExactAndReadsNoTileAgain()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(1200, 900));
        fixture.view.setPanes({{{}, nullptr}, {{}, permutedTable(1)}, {{}, permutedTable(2)}});
        fixture.show();
        fixture.view.setMode(CompareMode::Single);
        fixture.view.setViewport(viewportAt(fixture.view, 600, 450, 1));
        VERIFY_EXACT(fixture);
        QTRY_COMPARE(fixture.cache.stateOf({fixture.view.slide()->id(), {0, 4, 3}}), TileState::Ready);
        const std::uint64_t reads = fixture.scheduler.readCount();

        fixture.view.setSourceHeld(true);
        VERIFY_EXACT(fixture);
        fixture.view.setSourceHeld(false);
        VERIFY_EXACT(fixture);
        fixture.view.setMainPane(2);
        VERIFY_EXACT(fixture);
        fixture.view.setMode(CompareMode::SideBySide);
        VERIFY_EXACT(fixture);
        QCOMPARE(fixture.scheduler.readCount(), reads);
    }

    void togglingIsRightInTheVeryNextFrame()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(1200, 900));
        fixture.view.setPanes({{{}, nullptr}, {{}, permutedTable(1)}, {{}, permutedTable(2)}});
        fixture.show();
        fixture.view.setMode(CompareMode::Single);
        fixture.view.zoomTo(1);
        VERIFY_EXACT(fixture);
        const int frames = fixture.view.frameCount();
        for (const int pane : {2, 0, 1}) {
            fixture.view.setMainPane(pane);
            const QString difference = firstWrongPixel(fixture.view, fixture.view.grabFrame());
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        QCOMPARE(fixture.view.frameCount(), frames + 3);
    }

    void aNewTableReplacesTheOldOneOnlyWhenItIsComplete()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(1200, 900));
        fixture.show();
        fixture.view.zoomTo(1);
        VERIFY_EXACT(fixture);
        const QImage before = fixture.view.grabFrame();
        fixture.view.setPanes({{{}, nullptr}, {{}, permutedTable(3)}});
        const QImage next = fixture.view.grabFrame();
        if (fixture.view.isSoftwareFallback())
            QVERIFY(next != before);
        else
            QCOMPARE(next, before);
        VERIFY_EXACT(fixture);
    }

    void missingTilesAreHatchedAndReportedOnce()
    {
        ViewFixture fixture;
        const auto isBad = [](const TileKey& key) { return key.level == 0 && key.column == 2 && key.row < 2; };
        fixture.view.setSlide(std::make_shared<FailingSlide>(PaintedSlide::create(1200, 900), isBad));
        QSignalSpy failures(&fixture.view, &CompareView::tilesFailed);
        fixture.show();
        fixture.view.setMode(CompareMode::Single);
        fixture.view.setViewport(viewportAt(fixture.view, 600, 450, 1));
        const QImage frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());
        QTRY_COMPARE(failures.count(), 1);

        const cv::Point2d corner = fixture.view.viewport().toDevice({512, 0});
        const QRect missing(int(corner.x), int(corner.y), 256, 512);
        const QRect messageStrip(0, frame.height() - 80, frame.width(), 80);
        const PanePlace place = fixture.view.paneLayout().places[0];
        const ColorTablePtr table = tableOf(fixture.view, place);
        int stripes[2] = {};
        for (int y = 0; y < messageStrip.top(); ++y)
            for (int x = 0; x < frame.width(); ++x) {
                const std::uint32_t color = pixelOf(frame, x, y);
                if (!missing.contains(x, y)) {
                    const auto source = copiedPixel(fixture.view, place, x, y);
                    const std::uint32_t expected = !source ? canvas::kBackground : table ? table->entry(*source) : *source;
                    QVERIFY2(color == (expected & kRgb), qPrintable(QString("at %1,%2").arg(x).arg(y)));
                    continue;
                }
                QVERIFY(color == (canvas::kHatchDark & kRgb) || color == (canvas::kHatchLight & kRgb));
                ++stripes[color == (canvas::kHatchLight & kRgb)];
            }
        QVERIFY(stripes[0] > 1000 && stripes[1] > 1000);
        fixture.view.setViewport(pannedBy(fixture.view.viewport(), 10, 10));
        QVERIFY(fixture.settle());
        QCOMPARE(failures.count(), 1);
    }

    void tilesOnTheirWayShowBackgroundThenStandInsThenThePicture()
    {
        SlideInfo info;
        info.background = 0xF1F2F3;
        const auto gated = std::make_shared<GatedSlide>(
            std::make_shared<PaintedSlide>(PyramidGeometry({{1200, 900}}), info));
        ViewFixture fixture;
        fixture.view.setSlide(gated);
        fixture.show();
        fixture.view.setMode(CompareMode::Single);
        fixture.view.setPanes({{{}, nullptr}});
        fixture.view.setViewport(viewportAt(fixture.view, 600, 450, 1));
        const QImage empty = fixture.view.grabFrame();
        QVERIFY(!fixture.view.isSettled());
        QCOMPARE(pixelOf(empty, empty.width() / 2, empty.height() / 2), 0xF1F2F3u);
        gated->open();
        VERIFY_EXACT(fixture);
    }

    void changesOfOneTurnAreOneFrame()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(1200, 900));
        fixture.show();
        QVERIFY(fixture.settle());
        const int frames = fixture.view.frameCount();
        fixture.view.setSourceHeld(true);
        fixture.view.setDividerPosition(0.2);
        fixture.view.zoomTo(0.9);
        fixture.view.zoomToFit();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.view.frameCount(), frames + 1);
    }

    void resizingKeepsTheFitAndOtherwiseThePlace()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        QVERIFY(fixture.settle());
        const double fit = fixture.view.viewport().zoom;
        fixture.view.resize(1100, 800);
        QTRY_VERIFY(fixture.view.viewport().zoom > fit * 1.4);
        QCOMPARE(fixture.view.viewport(), fitViewport(fixture.view.slide()->geometry(), fixture.view.viewport().width,
                                                      fixture.view.viewport().height));

        fixture.view.setViewport(viewportAt(fixture.view, 1234, 987, 1));
        fixture.view.resize(640, 480);
        QTRY_COMPARE(fixture.view.viewport().height, int(std::lround(480 * fixture.view.devicePixelRatioF())));
        QCOMPARE(fixture.view.viewport().center, cv::Point2d(1234, 987));
        QCOMPARE(fixture.view.viewport().zoom, 1.0);
        VERIFY_EXACT(fixture);
    }

    void withoutASlideThereIsOnlyCanvas()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(1200, 900));
        fixture.view.setPanes({{"Source", nullptr}});
        fixture.show();
        QVERIFY(fixture.settle());
        fixture.view.setSlide(nullptr);
        const QImage frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());
        for (int y = 0; y < frame.height(); ++y)
            for (int x = 0; x < frame.width(); ++x)
                QCOMPARE(pixelOf(frame, x, y), canvas::kBackground & kRgb);
    }

    void anotherWindowGetsTheSamePicture()
    {
        QWidget first;
        QWidget second;
        auto fixture = std::make_unique<ViewFixture>();
        fixture->view.setSlide(PaintedSlide::create(1200, 900));
        for (QWidget* window : {&first, &second, &first}) {
            window->resize(640, 480);
            window->show();
            QVERIFY(QTest::qWaitForWindowExposed(window));
            fixture->view.setParent(window);
            fixture->view.setGeometry(0, 0, 640, 480);
            fixture->view.show();
            fixture->view.zoomTo(1);
            VERIFY_EXACT(*fixture);
        }
        fixture->view.setParent(nullptr);
    }

    void theScreenShowsTheFrame()
    {
        QWidget window;
        window.resize(720, 520);
        auto fixture = std::make_unique<ViewFixture>();
        fixture->view.setParent(&window);
        fixture->view.setGeometry(3, 5, 701, 500);
        fixture->view.setSlide(PaintedSlide::create(3000, 2000));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        fixture->view.setViewport(viewportAt(fixture->view, 1500, 1000, 1));
        const QImage frame = fixture->settledFrame();
        QVERIFY(!frame.isNull());

        const double ratio = window.devicePixelRatioF();
        const QPoint corner(qRound(3 * ratio), qRound(5 * ratio));
        const auto firstWrongPixel = [&]() -> QString {
            QImage screen = window.screen()->grabWindow(window.winId()).toImage().convertToFormat(QImage::Format_RGB32);
            screen.setDevicePixelRatio(1);
            // At fractional scales the window's border may cut the last row and column.
            for (int y = 0; y < frame.height() - 1; ++y)
                for (int x = 0; x < frame.width() - 1; ++x)
                    if (pixelOf(screen, corner.x() + x, corner.y() + y) != pixelOf(frame, x, y))
                        return QString("at %1,%2 of %3 x %4").arg(x).arg(y).arg(frame.width()).arg(frame.height());
            return {};
        };
        QString wrong = firstWrongPixel();
        for (int attempt = 0; attempt < 50 && !wrong.isEmpty(); ++attempt) {
            QTest::qWait(50);
            wrong = firstWrongPixel();
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        fixture->view.setParent(nullptr);
    }

    void wheelZoomsAtTheCursorAndMeetsWholeMagnifications()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        const QPointF cursor(100.5, 77.5);
        const cv::Point2d device(cursor.x() * fixture.view.devicePixelRatioF(), cursor.y() * fixture.view.devicePixelRatioF());
        const cv::Point2d before = fixture.view.viewport().toLevel0(device);
        const auto turn = [&](int angle, Qt::ScrollPhase phase) {
            QWheelEvent event(cursor, fixture.view.mapToGlobal(cursor), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, phase, false);
            QCoreApplication::sendEvent(&fixture.view, &event);
        };
        for (int notch = 0; notch < 3; ++notch)
            turn(120, Qt::NoScrollPhase);
        QCOMPARE(fixture.view.viewport().zoom, 2.0);
        const cv::Point2d after = fixture.view.viewport().toLevel0(device);
        QVERIFY(std::abs(after.x - before.x) <= 1 && std::abs(after.y - before.y) <= 1);
        turn(7, Qt::ScrollUpdate);
        QVERIFY(fixture.view.viewport().zoom > 2.0 && fixture.view.viewport().zoom < 2.1);
        turn(-480, Qt::NoScrollPhase);
        QCOMPARE(fixture.view.viewport().zoom, std::exp2(0.0));
    }

    void dragPansByTheSameDistance()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        QTest::mousePress(&fixture.view, Qt::LeftButton, {}, {200, 200});
        QTest::mouseMove(&fixture.view, {230, 190});
        QTest::mouseRelease(&fixture.view, Qt::LeftButton, {}, {230, 190});
        const double ratio = fixture.view.devicePixelRatioF();
        QCOMPARE(fixture.view.viewport().center, cv::Point2d(1500 - 30 * ratio, 1000 + 10 * ratio));
    }

    void dividerIsDragged()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setMode(CompareMode::Curtain);
        const cv::Point2d center = fixture.view.viewport().center;
        const int middle = fixture.view.width() / 2;
        QTest::mousePress(&fixture.view, Qt::LeftButton, {}, {middle + 6, 100});
        QTest::mouseMove(&fixture.view, {fixture.view.width() / 4, 100});
        QTest::mouseRelease(&fixture.view, Qt::LeftButton, {}, {fixture.view.width() / 4, 100});
        QVERIFY(std::abs(fixture.view.dividerPosition() - 0.25) < 0.01);
        QCOMPARE(fixture.view.viewport().center, center);
    }

    void keysMoveAndZoom()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        QTest::keyClick(&fixture.view, Qt::Key_1);
        QCOMPARE(fixture.view.viewport().zoom, 1.0);
        QTest::keyClick(&fixture.view, Qt::Key_Plus);
        QCOMPARE(fixture.view.viewport().zoom, 2.0);
        QTest::keyClick(&fixture.view, Qt::Key_Minus);
        QTest::keyClick(&fixture.view, Qt::Key_Minus);
        QCOMPARE(fixture.view.viewport().zoom, 0.5);
        const double x = fixture.view.viewport().center.x;
        QTest::keyClick(&fixture.view, Qt::Key_Right);
        QCOMPARE(fixture.view.viewport().center.x, x + std::round(fixture.view.viewport().width / 4.0) / 0.5);
        QTest::keyClick(&fixture.view, Qt::Key_0);
        QCOMPARE(fixture.view.viewport(), fitViewport(fixture.view.slide()->geometry(), fixture.view.viewport().width,
                                                      fixture.view.viewport().height));
    }

    void keysZoomAtTheCursorWhileItIsOverTheView()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 0.5));
        const QPoint cursor(90, 140);
        const cv::Point2d device(cursor.x() * fixture.view.devicePixelRatioF(), cursor.y() * fixture.view.devicePixelRatioF());
        const cv::Point2d before = fixture.view.viewport().toLevel0(device);
        QTest::mouseMove(&fixture.view, cursor);
        for (const auto key : {Qt::Key_Plus, Qt::Key_1, Qt::Key_Plus}) {
            QTest::keyClick(&fixture.view, key);
            const cv::Point2d after = fixture.view.viewport().toLevel0(device);
            QVERIFY(std::abs(after.x - before.x) <= 2 && std::abs(after.y - before.y) <= 2);
        }
        QCOMPARE(fixture.view.viewport().zoom, 2.0);

        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&fixture.view, &leave);
        const cv::Point2d center = fixture.view.viewport().center;
        QTest::keyClick(&fixture.view, Qt::Key_Minus);
        QVERIFY(std::abs(fixture.view.viewport().center.x - center.x) <= 1);
        QVERIFY(std::abs(fixture.view.viewport().center.y - center.y) <= 1);
    }

    void cursorTellsBothColors()
    {
        ViewFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        QVERIFY(fixture.settle());
        std::optional<CursorSample> last;
        connect(&fixture.view, &CompareView::cursorMoved, this, [&](const CursorSample& sample) { last = sample; });
        QTest::mouseMove(&fixture.view, {120, 60});
        QTRY_VERIFY(last && last->source && last->normalized);
        const auto x = std::int64_t(last->level0.x);
        const auto y = std::int64_t(last->level0.y);
        const std::uint32_t source = paintedPixel(fixture.view.slide()->geometry(), 0, x, y);
        QCOMPARE(last->source->rgb() & kRgb, source);
        QCOMPARE(last->normalized->rgb() & kRgb, permutedTable(1)->entry(source) & kRgb);
        const double ratio = fixture.view.devicePixelRatioF();
        const QImage frame = fixture.view.grabFrame();
        QCOMPARE(pixelOf(frame, int(120 * ratio), int(60 * ratio)), source);
    }
};

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
