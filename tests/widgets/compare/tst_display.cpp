#include <QTest>

#include "widgets/compare/ExactFrame.h"
#include "widgets/compare/ViewFixture.h"

using namespace isostain;
using namespace isostain::test;

namespace {

constexpr DisplayAdjustment kSome{15, -30, 1.4};

/// Tables for all that the fixture's view shows.
DisplayTablesPtr tablesFor(const CompareView& view, const DisplayAdjustment& adjustment)
{
    DisplayRequest request{adjustment, nullptr, {{view.slide()->id(), nullptr, nullptr, {}}}};
    for (const PaneContent& pane : view.panes())
        request.colors.push_back({view.slide()->id(), pane.table, nullptr, {}});
    return DisplayTables::make(request, nullptr).value();
}

/// What is on the screen, without what lies around the view.
QImage screenOf(ViewFixture& fixture)
{
    if (!fixture.settle())
        return {};
    QImage screen = fixture.view.grab().toImage().convertToFormat(QImage::Format_RGB32);
    screen.setDevicePixelRatio(1);
    return screen;
}

std::uint32_t adjusted(std::uint32_t color, const DisplayAdjustment& adjustment)
{
    const auto curve = adjustment.curve();
    return std::uint32_t(curve[color >> 16 & 255]) << 16 | std::uint32_t(curve[color >> 8 & 255]) << 8 | curve[color & 255];
}

/// The first pixel of all panes that is not the adjusted answer of its table, in words.
QString firstWrongOnScreen(const CompareView& view, const QImage& screen, const DisplayAdjustment& adjustment)
{
    for (const PanePlace& place : view.paneLayout().places) {
        const ColorTablePtr table = tableOf(view, place);
        const QString wrong = firstWrongPixel(view, screen, place, [&](std::uint32_t color) {
            return adjusted(table ? table->entry(color) : color, adjustment);
        });
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

struct DisplayFixture : ViewFixture {
    DisplayFixture()
    {
        view.setPaneLabels(PaneLabels::Widgets); // nothing painted over the pixels
        view.setSlide(PaintedSlide::create(3000, 2000));
        show();
        view.setViewport(viewportAt(view, 1500, 1000, 1));
    }
};

}

#define VERIFY_SCREEN(fixture, adjustment)                                                                                \
    do {                                                                                                                   \
        const QString difference = firstWrongOnScreen((fixture).view, screenOf(fixture), adjustment);                     \
        QVERIFY2(difference.isEmpty(), qPrintable(difference));                                                            \
    } while (false)

/// What setDisplay() does to the screen, and to nothing else.
class TestDisplay : public QObject {
    Q_OBJECT

private slots:
    void changesTheScreenOfAllPanesToTheBit()
    {
        DisplayFixture fixture;
        fixture.view.setPanes({{{}, nullptr}, {{}, permutedTable(1)}, {{}, permutedTable(2)}});
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 2));
        fixture.view.setMode(CompareMode::Single);
        VERIFY_SCREEN(fixture, DisplayAdjustment());
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        VERIFY_SCREEN(fixture, kSome);
        for (const int pane : {0, 1, 2}) {
            fixture.view.setMainPane(pane);
            VERIFY_SCREEN(fixture, kSome);
        }
    }

    void grabbedFramesAreTheSlidesOwn()
    {
        DisplayFixture fixture;
        const QImage before = fixture.settledFrame();
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        const QImage during = fixture.settledFrame();
        QVERIFY(!before.isNull());
        QCOMPARE(during.size(), before.size());
        // The panes' names are painted in both.
        QVERIFY(during == before);
        VERIFY_SCREEN(fixture, kSome);
    }

    void takingItAwayReturnsToTheBit()
    {
        DisplayFixture fixture;
        const QImage before = screenOf(fixture);
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        QVERIFY(screenOf(fixture) != before);
        fixture.view.setDisplay(nullptr);
        QVERIFY(screenOf(fixture) == before);
    }

    void betweenLevelsItIsPartOfTheTables()
    {
        DisplayFixture fixture;
        fixture.view.setPanes({{{}, curvedTable()}});
        fixture.view.setViewport(viewportAt(fixture.view, 1500, 1000, 0.71));
        const DisplayTablesPtr tables = tablesFor(fixture.view, kSome);
        fixture.view.setDisplay(tables);
        const QImage screen = screenOf(fixture);
        QVERIFY(!screen.isNull());
        // The same picture as that of a pane with such a table.
        fixture.view.setDisplay(nullptr);
        const ColorTablePtr combined = tables->find(fixture.view.slide()->id(), curvedTable().get()).value();
        fixture.view.setPanes({{{}, combined}});
        QVERIFY(screenOf(fixture) == screen);
    }

    void cursorTellsTheSlidesOwnColors()
    {
        DisplayFixture fixture;
        QVERIFY(fixture.settle());
        std::vector<CursorSample> samples;
        connect(&fixture.view, &CompareView::cursorMoved, this, [&](const CursorSample& sample) { samples.push_back(sample); });
        QTest::mouseMove(&fixture.view, middleOf(fixture.view, 1));
        QTRY_VERIFY(!samples.empty() && samples.back().normalized);
        const CursorSample before = samples.back();
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        samples.clear();
        QTRY_VERIFY(!samples.empty() && samples.back().normalized);
        QCOMPARE(*samples.back().source, *before.source);
        QCOMPARE(*samples.back().normalized, *before.normalized);
    }

    void heldSourceIsShownTheSameWay()
    {
        DisplayFixture fixture;
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        fixture.view.setSourceHeld(true);
        VERIFY_SCREEN(fixture, kSome);
        fixture.view.setSourceHeld(false);
        VERIFY_SCREEN(fixture, kSome);
    }

    /// A new table must not flash by unadjusted.
    void keepsWhatItShowedUntilTablesHaveThePanesColors()
    {
        DisplayFixture fixture;
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        const QImage before = screenOf(fixture);
        fixture.view.setPanes({{{}, nullptr}, {{}, permutedTable(2)}});
        const int frames = fixture.view.frameCount();
        QTRY_COMPARE(fixture.view.paneState(1), PaneState::Preparing);
        QTRY_VERIFY(fixture.view.frameCount() > frames);
        QVERIFY(!fixture.view.isSettled());
        QImage screen = fixture.view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        screen.setDevicePixelRatio(1);
        QVERIFY(screen == before);
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        VERIFY_SCREEN(fixture, kSome);
        QCOMPARE(fixture.view.paneState(1), PaneState::Ready);
    }

    void survivesAnotherSlide()
    {
        DisplayFixture fixture;
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        QVERIFY(fixture.settle());
        fixture.view.setSlide(PaintedSlide::create(900, 700));
        fixture.view.setDisplay(tablesFor(fixture.view, kSome));
        fixture.view.setViewport(viewportAt(fixture.view, 450, 350, 1));
        VERIFY_SCREEN(fixture, kSome);
        fixture.view.setSlide(nullptr);
        fixture.view.setDisplay(nullptr);
        QVERIFY(fixture.settle());
    }
};

QTEST_MAIN(TestDisplay)
#include "tst_display.moc"
