#include <set>

#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

#include "compare/PaneHeader.h"
#include "compare/PaneHeaders.h"
#include "support/TestData.h"
#include "widgets/compare/PanePixels.h"

using namespace isostain;
using namespace isostain::test;

namespace {

const ColorTablePtr& tableOf(std::uint32_t seed)
{
    static const ColorTablePtr others[] = {compiled(PermutedMap(4)), compiled(PermutedMap(5))};
    return seed <= 3 ? permutedTable(seed) : others[seed - 4];
}

/// The source and five tables.
std::vector<PaneContent> sixPanes(const QString& name = {})
{
    std::vector<PaneContent> panes = {{name, nullptr}};
    for (std::uint32_t seed = 1; seed <= 5; ++seed)
        panes.push_back({name.isEmpty() ? name : name + QString::number(seed), tableOf(seed)});
    return panes;
}

struct GridFixture : ViewFixture {
    explicit GridFixture(std::vector<PaneContent> panes = sixPanes()) : ViewFixture({900, 600})
    {
        view.setArrangement(PaneArrangement::Automatic);
        view.setSlide(PaintedSlide::create(3000, 2000));
        view.setPanes(std::move(panes));
    }
};

/// Sharp, and with the tiles around it that are read ahead.
bool becomeIdle(ViewFixture& fixture)
{
    if (!fixture.settle())
        return false;
    std::uint64_t reads = 0;
    do {
        reads = fixture.scheduler.readCount();
        QTest::qWait(200);
    } while (fixture.scheduler.readCount() != reads);
    return fixture.view.isSettled();
}

/// Columns and rows of a layout.
QSize shapeOf(const PaneLayout& layout)
{
    std::set<int> columns, rows;
    for (const PanePlace& place : layout.places) {
        columns.insert(place.rect.left());
        rows.insert(place.rect.top());
    }
    return QSize(int(columns.size()), int(rows.size()));
}

/// The widget that frames are drawn on.
QWidget* surfaceOf(const CompareView& view)
{
    for (QWidget* child : view.findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if (child->testAttribute(Qt::WA_TransparentForMouseEvents))
            return child;
    return nullptr;
}

}

class TestPaneGrid : public QObject {
    Q_OBJECT

private slots:
    void arrangementsHaveTheirShapes_data()
    {
        QTest::addColumn<PaneArrangement>("arrangement");
        QTest::addColumn<QSize>("view");
        QTest::addColumn<int>("panes");
        QTest::addColumn<QSize>("shape");
        const QSize wide(1920, 1080), tall(1080, 1920), square(1000, 1000);
        const auto automatic = PaneArrangement::Automatic;
        QTest::newRow("wide 1") << automatic << wide << 1 << QSize(1, 1);
        QTest::newRow("wide 2") << automatic << wide << 2 << QSize(2, 1);
        QTest::newRow("wide 3") << automatic << wide << 3 << QSize(3, 1);
        QTest::newRow("wide 4") << automatic << wide << 4 << QSize(2, 2);
        QTest::newRow("wide 5") << automatic << wide << 5 << QSize(3, 2);
        QTest::newRow("wide 6") << automatic << wide << 6 << QSize(3, 2);
        QTest::newRow("wide 9") << automatic << wide << 9 << QSize(3, 3);
        QTest::newRow("very wide 5") << automatic << QSize(5000, 900) << 5 << QSize(5, 1);
        QTest::newRow("tall 2") << automatic << tall << 2 << QSize(1, 2);
        QTest::newRow("tall 6") << automatic << tall << 6 << QSize(2, 3);
        QTest::newRow("square 4") << automatic << square << 4 << QSize(2, 2);
        QTest::newRow("row") << PaneArrangement::Row << tall << 6 << QSize(6, 1);
        QTest::newRow("column") << PaneArrangement::Column << wide << 4 << QSize(1, 4);
        QTest::newRow("grid 2") << PaneArrangement::Grid << wide << 2 << QSize(2, 1);
        QTest::newRow("grid 5") << PaneArrangement::Grid << tall << 5 << QSize(3, 2);
        QTest::newRow("grid 9") << PaneArrangement::Grid << wide << 9 << QSize(3, 3);
    }

    void arrangementsHaveTheirShapes()
    {
        QFETCH(PaneArrangement, arrangement);
        QFETCH(QSize, view);
        QFETCH(int, panes);
        QFETCH(QSize, shape);
        const PaneLayout layout = layoutPanes({CompareMode::SideBySide, panes, 0, 0, view, 0, arrangement, 3, 2});
        QCOMPARE(shapeOf(layout), shape);
        QCOMPARE(int(layout.places.size()), panes);
        QCOMPARE(int(layout.emptyCells.size()), shape.width() * shape.height() - panes);

        // Every pixel belongs to one pane, one empty cell, or a gap.
        QImage owners(view, QImage::Format_Grayscale8);
        owners.fill(0);
        const auto add = [&](const QRect& rect) {
            QVERIFY(owners.rect().contains(rect));
            QCOMPARE(rect.size(), layout.paneSize);
            for (int y = rect.top(); y <= rect.bottom(); ++y)
                for (int x = rect.left(); x <= rect.right(); ++x)
                    ++owners.scanLine(y)[x];
        };
        for (const PanePlace& place : layout.places) {
            add(place.rect);
            QCOMPARE(place.viewportCorner(), place.rect.topLeft());
        }
        for (const QRect& cell : layout.emptyCells)
            add(cell);
        for (const QRect& gap : layout.gaps)
            for (int y = gap.top(); y <= gap.bottom(); ++y)
                for (int x = gap.left(); x <= gap.right(); ++x) {
                    QVERIFY(owners.constScanLine(y)[x] == 0 || owners.constScanLine(y)[x] == 9);
                    owners.scanLine(y)[x] = 9;
                }
        for (int y = 0; y < view.height(); ++y)
            for (int x = 0; x < view.width(); ++x)
                QVERIFY(owners.constScanLine(y)[x] == 1 || owners.constScanLine(y)[x] == 9);
    }

    void arrangementsAreOneTable()
    {
        for (std::size_t i = 0; i < paneArrangements().size(); ++i)
            QCOMPARE(std::size_t(paneArrangements()[i].arrangement), i);
    }

    void sixPanesAreExact_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {0.5, 1.0, 3.0})
            QTest::addRow("zoom %g", zoom) << zoom;
    }

    void sixPanesAreExact()
    {
        QFETCH(double, zoom);
        GridFixture fixture;
        fixture.show();
        QCOMPARE(shapeOf(fixture.view.paneLayout()), QSize(3, 2));
        for (const QPointF at : {QPointF(0, 0), QPointF(1500.3, 1000.7), QPointF(2999.9, 1999.5)}) {
            fixture.view.setViewport(viewportAt(fixture.view, at.x(), at.y(), zoom));
            const QString wrong = firstWrongPixel(fixture.view, fixture.settledFrame());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }

    void panesOfAGridShowTheSameBetweenLevels()
    {
        std::vector<PaneContent> panes = sixPanes();
        panes[5].table = panes[1].table;
        GridFixture fixture(panes);
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500.3, 1000.7, 0.37));
        const QImage frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());
        const std::vector<PanePlace> places = fixture.view.paneLayout().places;
        QCOMPARE(frame.copy(places[1].rect), frame.copy(places[5].rect));
        QVERIFY(frame.copy(places[1].rect) != frame.copy(places[2].rect));
    }

    void emptyCellsAreCanvasAndTheMainPaneHasAFrame()
    {
        std::vector<PaneContent> panes = sixPanes();
        panes.pop_back();
        GridFixture fixture(panes);
        fixture.show();
        fixture.view.setMainPane(4);
        fixture.view.zoomTo(1);
        const QImage frame = fixture.settledFrame();
        const PaneLayout layout = fixture.view.paneLayout();
        QCOMPARE(layout.emptyCells.size(), std::size_t(1));
        const QRect empty = layout.emptyCells[0];
        for (int y = empty.top() + 4; y <= empty.bottom() - 4; y += 3)
            for (int x = empty.left() + 4; x <= empty.right() - 4; x += 3)
                QCOMPARE(pixelOf(frame, x, y), canvas::kBackground & kRgb);
        for (int pane = 0; pane < 5; ++pane) {
            const QRect outer = layout.places[std::size_t(pane)].rect.adjusted(-1, -1, 1, 1);
            const QPoint left(outer.left(), outer.center().y());
            const std::uint32_t color = pane == 4 ? canvas::kMainPaneFrame : canvas::kGap;
            QCOMPARE(pixelOf(frame, left.x(), left.y()), color & kRgb);
            if (pane == 4)
                for (const QPoint& corner : {outer.topLeft(), outer.bottomRight(), outer.topRight(), outer.bottomLeft()})
                    QCOMPARE(pixelOf(frame, corner.x(), corner.y()), color & kRgb);
        }
        const QString wrong = firstWrongPixel(fixture.view, frame);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void fivePointwiseMethodsReadNoTileTwice()
    {
        const auto readsOf = [](std::vector<PaneContent> panes, int& reads, int& largest) {
            ViewFixture fixture({900, 600});
            const auto slide = std::make_shared<CountingSlide>(PaintedSlide::create(3000, 2000));
            fixture.view.setSlide(slide);
            // The same viewport, whatever the number of panes.
            fixture.view.setMode(CompareMode::Single);
            fixture.view.setPanes(std::move(panes));
            fixture.show();
            for (int pane = 0; pane < int(fixture.view.panes().size()); ++pane) {
                fixture.view.setMainPane(pane);
                fixture.view.setViewport(viewportAt(fixture.view, 900, 700, 1));
                QVERIFY(becomeIdle(fixture));
                fixture.view.setViewport(viewportAt(fixture.view, 1900, 1200, 0.7));
                QVERIFY(becomeIdle(fixture));
            }
            reads = slide->readCount();
            largest = slide->largestReadCount();
        };
        int alone = 0, six = 0, largest = 0;
        readsOf({{"Source", nullptr}}, alone, largest);
        QVERIFY(alone > 10);
        readsOf(sixPanes(), six, largest);
        QCOMPARE(six, alone);
        QCOMPARE(largest, 1);
    }

    void addingPanesReadsNothing()
    {
        GridFixture fixture({{{}, nullptr}});
        fixture.show();
        QVERIFY(fixture.settle());
        const std::uint64_t reads = fixture.scheduler.readCount();
        const Viewport before = fixture.view.viewport();
        fixture.view.setPanes(sixPanes());
        QVERIFY(fixture.settle());
        // Smaller panes of a fitted view need coarser tiles at most.
        QVERIFY(fixture.view.viewport().zoom < before.zoom);
        QVERIFY(fixture.scheduler.readCount() <= reads + 2);
    }

    void moreThanTheMostPanesAreLeftOut()
    {
        ViewFixture fixture;
        fixture.view.setPanes(std::vector<PaneContent>(20));
        QCOMPARE(int(fixture.view.panes().size()), kMaxPanes);
        fixture.view.setPanes({});
        QCOMPARE(fixture.view.panes().size(), std::size_t(1));
    }

    void aClickMakesAPaneTheMainOneAndADragDoesNot()
    {
        GridFixture fixture;
        fixture.show();
        QCOMPARE(fixture.view.mainPane(), 1);
        QSignalSpy changes(&fixture.view, &CompareView::mainPaneChanged);
        const cv::Point2d center = fixture.view.viewport().center;
        QTest::mouseClick(&fixture.view, Qt::LeftButton, {}, middleOf(fixture.view, 4));
        QCOMPARE(fixture.view.mainPane(), 4);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(fixture.view.viewport().center, center);

        const QPoint start = middleOf(fixture.view, 2);
        QTest::mousePress(&fixture.view, Qt::LeftButton, {}, start);
        QTest::mouseMove(&fixture.view, start + QPoint(25, 5));
        QTest::mouseRelease(&fixture.view, Qt::LeftButton, {}, start + QPoint(25, 5));
        QCOMPARE(fixture.view.mainPane(), 4);
        QVERIFY(fixture.view.viewport().center != center);

        // The choice outlives other contents of the same number of panes, also when it is the source.
        QTest::mouseClick(&fixture.view, Qt::LeftButton, {}, middleOf(fixture.view, 0));
        QCOMPARE(fixture.view.mainPane(), 0);
        fixture.view.setPanes(sixPanes("Other"));
        QCOMPARE(fixture.view.mainPane(), 0);
        // A curtain between the source and itself would show nothing.
        fixture.view.setMode(CompareMode::Curtain);
        QCOMPARE(fixture.view.paneLayout().places[1].pane, 1);
        fixture.view.setPanes({{"Source", nullptr}, {"One", permutedTable(1)}});
        QCOMPARE(fixture.view.mainPane(), 1);
    }

    void cursorTellsTheColorsOfAllPanes()
    {
        GridFixture fixture;
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        const QImage frame = fixture.settledFrame();
        QVERIFY(!frame.isNull());
        std::optional<CursorSample> last;
        connect(&fixture.view, &CompareView::cursorMoved, this, [&](const CursorSample& sample) { last = sample; });
        QTest::mouseMove(&fixture.view, middleOf(fixture.view, 5));
        QTRY_VERIFY(last && last->source && last->normalized);
        QCOMPARE(last->panes.size(), std::size_t(6));
        const std::uint32_t source = last->source->rgb() & kRgb;
        QCOMPARE(source,
                 paintedPixel(fixture.view.slide()->geometry(), 0, std::int64_t(last->level0.x), std::int64_t(last->level0.y)));
        for (std::uint32_t pane = 1; pane <= 5; ++pane)
            QCOMPARE(last->panes[pane]->rgb() & kRgb, tableOf(pane)->entry(source) & kRgb);
        QCOMPARE(*last->normalized, *last->panes[1]);
        fixture.view.setMainPane(3);
        QTest::mouseMove(&fixture.view, middleOf(fixture.view, 5) + QPoint(3, 0));
        QTRY_COMPARE(*last->normalized, *last->panes[3]);
    }

    /// Source and five methods on a real slide.
    void fiveMethodsReadWhatTheSourceAloneReads()
    {
        ISOSTAIN_SHARED_FILE(path, "data/slides/aperio/CMU-1-Small-Region.svs");
        const SlidePtr slide = openSlide(path).value();
        const auto alone = std::make_shared<CountingSlide>(slide);
        const auto compared = std::make_shared<CountingSlide>(slide);
        ViewFixture grid({1200, 800});
        if (grid.view.devicePixelRatioF() != 1)
            QSKIP("a window has the size of a pane only where pixels are whole");
        grid.view.setArrangement(PaneArrangement::Automatic);
        grid.view.setPanes(sixPanes());
        grid.view.setSlide(compared);
        grid.show();
        QVERIFY(becomeIdle(grid));
        QCOMPARE(shapeOf(grid.view.paneLayout()), QSize(3, 2));
        ViewFixture single(grid.view.paneLayout().paneSize);
        single.view.setPanes({{{}, nullptr}});
        single.view.setSlide(alone);
        single.show();
        QVERIFY(becomeIdle(single));

        const PyramidGeometry& geometry = slide->geometry();
        for (const double zoom : {0.2, 0.5, 0.9, 1.0, 2.0, 0.3}) {
            for (ViewFixture* fixture : {&grid, &single}) {
                fixture->view.setViewport(
                    viewportAt(fixture->view, double(geometry.width()) * 0.45, double(geometry.height()) * 0.55, zoom));
                QVERIFY(becomeIdle(*fixture));
            }
            QCOMPARE(grid.view.viewport().zoom, zoom);
            QVERIFY(grid.view.viewport() == single.view.viewport());
            QCOMPARE(grid.scheduler.readCount(), single.scheduler.readCount());
        }
        QVERIFY(alone->readCount() > 10);
        QCOMPARE(compared->readCount(), alone->readCount());
        for (int level = 0; level < geometry.levelCount(); ++level)
            for (int row = 0; row < geometry.rows(level); ++row)
                for (int column = 0; column < geometry.columns(level); ++column) {
                    const TileKey key{level, column, row};
                    QCOMPARE(compared->readCount(key), alone->readCount(key));
                    QVERIFY(compared->readCount(key) <= 1);
                }
    }

    void layoutChangesAreTold()
    {
        GridFixture fixture;
        fixture.show();
        QSignalSpy changes(&fixture.view, &CompareView::paneLayoutChanged);
        fixture.view.setMode(CompareMode::Single);
        QCOMPARE(changes.count(), 1);
        fixture.view.setMode(CompareMode::SideBySide);
        QCOMPARE(changes.count(), 2);
        fixture.view.setArrangement(PaneArrangement::Row);
        QCOMPARE(changes.count(), 3);
        fixture.view.setPanes({{{}, nullptr}});
        QCOMPARE(changes.count(), 4);
        fixture.view.resize(500, 400);
        QTRY_COMPARE(changes.count(), 5);
        fixture.view.zoomIn();
        QVERIFY(fixture.settle());
        QCOMPARE(changes.count(), 5);
    }

    void headersFollowThePanesInsteadOfPaintedLabels()
    {
        GridFixture fixture(sixPanes("Name "));
        auto* headers = new PaneHeaders(fixture.view);
        QMenu menu;
        for (int pane = 0; pane < 6; ++pane)
            headers->header(pane)->setMenu(&menu);
        fixture.show();
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 1));
        QVERIFY(fixture.settle());
        const double ratio = fixture.view.devicePixelRatioF();
        for (const PanePlace& place : fixture.view.paneLayout().places) {
            PaneHeader* header = headers->header(place.pane);
            QVERIFY(header->isVisible());
            QTRY_COMPARE(header->name(), fixture.view.panes()[std::size_t(place.pane)].name);
            const QRectF device(QPointF(header->pos()) * ratio, QSizeF(header->size()) * ratio);
            QVERIFY(QRectF(place.rect).contains(device));
        }
        QVERIFY(!headers->header(6));

        // The frame on the screen has no labels, a grabbed one does.
        const QString onScreen = firstWrongPixel(fixture.view, surfaceOf(fixture.view)->grab().toImage());
        QVERIFY2(onScreen.isEmpty(), qPrintable(onScreen));
        QVERIFY(!firstWrongPixel(fixture.view, fixture.view.grabFrame()).isEmpty());

        fixture.view.setMode(CompareMode::Single);
        QVERIFY(headers->header(1)->isVisible() && !headers->header(0)->isVisible());
        fixture.view.setSourceHeld(true);
        QCOMPARE(headers->header(1)->name(), fixture.view.panes()[0].name);
        fixture.view.setSourceHeld(false);
        fixture.view.setSlide(nullptr);
        QVERIFY(!headers->header(1)->isVisible());
    }

    void headersCloseTellAndElide()
    {
        std::vector<PaneContent> panes = sixPanes(QString(200, 'x'));
        panes[2].badge = "preview";
        GridFixture fixture(panes);
        auto* headers = new PaneHeaders(fixture.view);
        fixture.show();
        QVERIFY(fixture.settle());
        QCOMPARE(headers->header(2)->badges(), QStringList("preview"));
        QVERIFY(headers->header(0)->width() <= fixture.view.width() / 3);
        QSignalSpy closings(headers, &PaneHeaders::closeRequested);
        auto* close = headers->header(3)->findChild<QToolButton*>("closePane");
        QTest::mouseClick(close, Qt::LeftButton);
        QCOMPARE(closings.count(), 1);
        QCOMPARE(closings[0][0].toInt(), 3);
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Space);
        QCOMPARE(closings.count(), 2);
        fixture.view.setPanes({{"Source", nullptr}});
        QVERIFY(!headers->header(1) && headers->header(0)->isVisible());
        QVERIFY(headers->header(0)->findChild<QToolButton*>("closePane")->isHidden());
        QCOMPARE(fixture.view.mainPane(), 0);
    }
};

QTEST_MAIN(TestPaneGrid)
#include "tst_panegrid.moc"
