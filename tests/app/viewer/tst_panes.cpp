#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include "Bookmarks.h"
#include "PaneMenu.h"
#include "ViewSaver.h"
#include "PanesFixture.h"
#include "color/DisplayAdjustment.h"
#include "color/TrustOverlay.h"
#include "compare/PaneHeader.h"
#include "compare/PaneHeaders.h"
#include "normalize/StatisticsSampling.h"
#include "overview/OverviewPicture.h"
#include "panels/PathText.h"
#include "panels/ProfilePicker.h"
#include "profile/ProfilePlot.h"
#include "support/SlideDecorators.h"

using namespace isostain;
using namespace isostain::test;

namespace {

QString trustOf(const ViewerFixture& viewer)
{
    return find<QLabel>(viewer, "statusTrust")->text();
}

/// A learned profile that knows the colors of the upper part of the tissue.
StainProfile profileWithGamut()
{
    StainProfile profile = swappingProfile(false);
    const RgbImage& image = tissue(demo::ScannerId::A);
    profile.gamut = ColorGamut::of(countColors({image.pixels(cv::Rect(0, 0, 400, 300)).clone()}));
    return profile;
}

}

/// Panes in the real window and what they can show of a profile.
class TestPanes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tissue(demo::ScannerId::A); }
    void readsNothingTwiceForFivePanes();
    void showsSeparatedStains_data();
    void showsSeparatedStains();
    void showsStainsWithoutAProfile();
    void offersTheTrustMapWhereTheGamutIsKnown();
    void saysWhereTheShareIsUnknown();
    void addsUpToNinePanes();
    void closesPanes();
    void turnsAllPanesOff();
    void picksForTheMainPane();
    void showsTheGrayProfile();
    void keepsTheArrangement();
    void stepsThroughPanesInASingleView();
    void turnsAndMirrorsByCommands();
    void adjustsTheScreenAlone();
    void savesAndCopiesTheView();
    void bookmarksAreKeptForEachSlide();
    void opensNoLibTorch();
};

void TestPanes::readsNothingTwiceForFivePanes()
{
    std::shared_ptr<CountingSlide> counting;
    ViewerFixture viewer([&](const std::filesystem::path& path) -> Result<SlidePtr> {
        counting = std::make_shared<CountingSlide>(*openTissue(path));
        return counting;
    });
    QVERIFY(viewer.show());
    viewer.window.openFile("a.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    for (const char* id : {"builtin:macenko", "builtin:vahadane", "builtin:ruifrok", "builtin:macenko", "builtin:vahadane"})
        viewer.window.addPane(QLatin1String(id));
    for (int i = 0; i < 5; ++i)
        QVERIFY(waitForFit(viewer, i));
    QCOMPARE(viewOf(viewer).panes().size(), 6u);
    viewOf(viewer).zoomTo(1);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.window.isSettled(), 30000);

    const CountingSlide sampled(*openTissue("a.svs"));
    QVERIFY(sampleSlide(sampled));
    const CountingSlide pictured(*openTissue("a.svs"));
    QVERIFY(!overviewPicture(pictured, kOverviewSide).isNull());
    QVERIFY(viewer.scheduler.readCount() > 0);
    QTRY_COMPARE(std::uint64_t(counting->readCount()),
                 viewer.scheduler.readCount() + std::uint64_t(sampled.readCount()) + std::uint64_t(pictured.readCount()));
    const PyramidGeometry& geometry = counting->geometry();
    for (int level = 0; level < geometry.levelCount(); ++level)
        for (int row = 0; row < geometry.rows(level); ++row)
            for (int column = 0; column < geometry.columns(level); ++column) {
                const TileKey key{level, column, row};
                QVERIFY(counting->readCount(key) - sampled.readCount(key) - pictured.readCount(key) <= 1);
            }
}

void TestPanes::showsSeparatedStains_data()
{
    QTest::addColumn<PaneView>("view");
    for (const PaneView view : {PaneView::Hematoxylin, PaneView::Eosin, PaneView::Residual})
        QTest::newRow(rowOf(view).key) << view;
}

void TestPanes::showsSeparatedStains()
{
    QFETCH(PaneView, view);
    const auto viewer = openViewer();
    QVERIFY(viewer);
    const NormalizerPtr normalizer = viewer->normalizers.normalizer();
    menuOf(*viewer, 0).viewAction(view)->trigger();
    QTRY_VERIFY(viewOf(*viewer).panes()[1].table && viewOf(*viewer).panes()[1].table != normalizer->table);
    const auto& stains = std::get<StainStatistics>(*normalizer->source).stains;
    const StainViewMap map(stains, *stainViewOf(view));
    for (const std::uint32_t color : {0x9050A0u, 0xE080B0u, 0xFFFFFFu, 0x403060u}) {
        std::uint32_t expected = 0;
        map.map(&color, &expected, 1);
        QCOMPARE(viewOf(*viewer).panes()[1].table->entry(color) & 0xFFFFFF, expected);
    }
    QVERIFY(viewOf(*viewer).panes()[1].name.contains("Macenko"));
    QVERIFY(menuOf(*viewer, 0).viewAction(view)->isChecked());

    // The stains of the next slide are its own.
    const ColorTablePtr old = viewOf(*viewer).panes()[1].table;
    viewer->window.openFile("b.svs");
    QTRY_VERIFY(viewer->normalizers.normalizer() && viewer->normalizers.normalizer() != normalizer);
    QTRY_VERIFY(viewOf(*viewer).panes()[1].table);
    QVERIFY(viewOf(*viewer).panes()[1].table != old);
    menuOf(*viewer, 0).viewAction(PaneView::Normalized)->trigger();
    QCOMPARE(viewOf(*viewer).panes()[1].table, viewer->normalizers.normalizer()->table);
}

void TestPanes::showsStainsWithoutAProfile()
{
    const auto viewer = openViewer({});
    QVERIFY(viewer);
    viewer->panes.main().setView(PaneView::Hematoxylin);
    QTRY_COMPARE(viewOf(*viewer).panes().size(), 2u);
    QTRY_VERIFY(viewOf(*viewer).panes()[1].table);
    QVERIFY(viewOf(*viewer).panes()[1].name.contains("published"));
}

void TestPanes::offersTheTrustMapWhereTheGamutIsKnown()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("trained.json");
    QVERIFY(writeStainProfile(profileWithGamut(), toPath(file)));
    const auto viewer = openViewer(file);
    QVERIFY(viewer);
    const NormalizerPtr normalizer = viewer->normalizers.normalizer();
    QVERIFY(normalizer->outOfGamutShare);
    QVERIFY(*normalizer->outOfGamutShare > 0);
    QVERIFY2(trustOf(*viewer).contains("% of the tissue"), qPrintable(trustOf(*viewer)));

    QVERIFY(menuOf(*viewer, 0).viewAction(PaneView::TrustMap)->isEnabled());
    menuOf(*viewer, 0).viewAction(PaneView::TrustMap)->trigger();
    QTRY_VERIFY(viewOf(*viewer).panes()[1].table && viewOf(*viewer).panes()[1].table != normalizer->table);
    // A pure green is in no tissue: marked, and the lightest of marks.
    QVERIFY(normalizer->table->isOutOfGamut(0x00FF00));
    const std::uint32_t marked = viewOf(*viewer).panes()[1].table->entry(0x00FF00) & 0xFFFFFF;
    QVERIFY((marked >> 8 & 0xFF) > (marked >> 16 & 0xFF));

    // A method without training has no trust map: back to the normalized view.
    viewer->panes.main().pick(kMacenko);
    QTRY_COMPARE(viewer->normalizers.currentId(), kMacenko);
    QCOMPARE(viewer->panes.main().view(), PaneView::Normalized);
    QVERIFY(trustOf(*viewer).isEmpty());
}

void TestPanes::saysWhereTheShareIsUnknown()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("bare.json");
    QVERIFY(writeStainProfile(swappingProfile(false), toPath(file)));
    const auto viewer = openViewer(file);
    QVERIFY(viewer);
    QVERIFY(trustOf(*viewer).contains("unknown"));
    QVERIFY(!trustOf(*viewer).contains('0'));
    const QAction* trust = menuOf(*viewer, 0).viewAction(PaneView::TrustMap);
    QVERIFY(!trust->isEnabled());
    QVERIFY(trust->toolTip().contains("unknown"));
    viewer->panes.main().setView(PaneView::TrustMap);
    QCOMPARE(viewer->panes.main().view(), PaneView::Normalized);
}

void TestPanes::addsUpToNinePanes()
{
    const auto viewer = openViewer({});
    QVERIFY(viewer);
    CompareView& view = viewOf(*viewer);
    QTest::keyClick(&view, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(waitForFit(*viewer));
    QCOMPARE(viewer->normalizers.currentId(), kMacenko);
    QTest::keyClick(&view, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(waitForFit(*viewer, 1));
    QCOMPARE(viewer->panes.pane(1).session().currentId(), "builtin:vahadane");
    QCOMPARE(view.panes().size(), 3u);
    QCOMPARE(view.mainPane(), 2);
    while (actionsOf(*viewer).addPane->isEnabled())
        actionsOf(*viewer).addPane->trigger();
    QCOMPARE(int(view.panes().size()), kMaxPanes);
    viewer->window.addPane(kMacenko);
    QCOMPARE(int(view.panes().size()), kMaxPanes);
    QTRY_VERIFY_WITH_TIMEOUT(!viewer->panes.isBusy(), 60000);
}

void TestPanes::closesPanes()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    CompareView& view = viewOf(*viewer);
    viewer->window.addPane("builtin:vahadane");
    viewer->window.addPane("builtin:ruifrok");
    QVERIFY(waitForFit(*viewer, 1));
    QVERIFY(waitForFit(*viewer, 2));
    auto* headers = find<PaneHeaders>(*viewer);
    QVERIFY2(headers->header(0)->findChild<QToolButton*>("closePane")->isHidden(), "the source stays");
    headers->header(2)->findChild<QToolButton*>("closePane")->click();
    QTRY_COMPARE(view.panes().size(), 3u);
    QVERIFY(view.panes()[1].name.startsWith("Macenko"));
    QVERIFY(view.panes()[2].name.startsWith("Ruifrok"));
    QCOMPARE(viewer->panes.mainIndex(), 1);

    for (QAction* action : menuOf(*viewer, 1).actions())
        if (action->text().contains("Close"))
            action->trigger();
    QTRY_COMPARE(view.panes().size(), 2u);
    QCOMPARE(find<ProfilePicker>(*viewer)->text().left(7), "Macenko");
    actionsOf(*viewer).closePane->trigger();
    QTRY_COMPARE(view.panes().size(), 1u);
    QVERIFY(viewer->panes.isSourceAlone());
    QVERIFY(!actionsOf(*viewer).closePane->isEnabled());
    QCOMPARE(find<ProfilePicker>(*viewer)->text(), "Source only");
}

void TestPanes::turnsAllPanesOff()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    viewer->window.addPane("builtin:ruifrok");
    QVERIFY(waitForFit(*viewer, 1));
    CompareView& view = viewOf(*viewer);
    QTest::keyClick(&view, Qt::Key_N);
    QVERIFY(!view.panes()[1].table && !view.panes()[2].table);
    QTest::keyClick(&view, Qt::Key_N);
    QVERIFY(view.panes()[1].table && view.panes()[2].table);
}

void TestPanes::picksForTheMainPane()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    viewer->window.addPane("builtin:ruifrok");
    QVERIFY(waitForFit(*viewer, 1));
    CompareView& view = viewOf(*viewer);
    QCOMPARE(find<ProfilePicker>(*viewer)->text().left(7), "Ruifrok");
    click(view, 1, {700, 500});
    QCOMPARE(viewer->panes.mainIndex(), 0);
    QCOMPARE(find<ProfilePicker>(*viewer)->text().left(7), "Macenko");
    click(view, 0, {700, 500});
    QVERIFY2(viewer->panes.mainIndex() == 0, "the source has no profile to pick");
    viewer->panes.main().pick("builtin:vahadane");
    QTRY_VERIFY_WITH_TIMEOUT(view.panes()[1].name.startsWith("Vahadane"), 30000);
    QVERIFY(view.panes()[2].name.startsWith("Ruifrok"));
}

void TestPanes::showsTheGrayProfile()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    CompareView& view = viewOf(*viewer);
    auto* plot = find<ProfilePlot>(*viewer);
    QVERIFY(!plot->isVisible());
    QTest::keyClick(&view, Qt::Key_L);
    QVERIFY(plot->isVisible());
    QCOMPARE(view.tool(), ViewTool::Line);
    view.setLine(ProfileLine{{400, 400}, {600, 500}, 1});
    QTRY_VERIFY_WITH_TIMEOUT(viewer->window.isSettled() && !plot->isEmpty(), 30000);
    QCOMPARE(plot->profiles().curves.size(), 2u);
    QTest::keyClick(&view, Qt::Key_L);
    QVERIFY(!plot->isVisible());
    QCOMPARE(view.tool(), ViewTool::Pan);
}

void TestPanes::keepsTheArrangement()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    QCOMPARE(viewOf(*viewer).arrangement(), PaneArrangement::Automatic);
    for (const auto& each : actionsOf(*viewer).arrangements)
        if (each.arrangement == PaneArrangement::Grid)
            each.action->trigger();
    QCOMPARE(viewOf(*viewer).arrangement(), PaneArrangement::Grid);
    QCOMPARE(viewer->settings.store().value("window/arrangement").toString(), "grid");
}

void TestPanes::stepsThroughPanesInASingleView()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    viewer->window.addPane("builtin:ruifrok");
    QVERIFY(waitForFit(*viewer, 1));
    CompareView& view = viewOf(*viewer);
    QTest::keyClick(&view, Qt::Key_V);
    QCOMPARE(view.mainPane(), 2);
    QTest::keyClick(&view, Qt::Key_Period);
    QCOMPARE(view.mainPane(), 1);
    QTest::keyClick(&view, Qt::Key_Period);
    QCOMPARE(view.mainPane(), 2);
    QCOMPARE(find<ProfilePicker>(*viewer)->text().left(7), "Ruifrok");
}

/// Last, after every pointwise method has been shown.
void TestPanes::turnsAndMirrorsByCommands()
{
    ViewerFixture viewer(openTissue);
    QVERIFY(viewer.show());
    ViewerActions& actions = actionsOf(viewer);
    QVERIFY2(!actions.rotateRight->isEnabled(), "there is nothing to turn");
    viewer.window.openFile("a.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    const auto orientation = [&] { return viewOf(viewer).viewport().orientation; };
    auto* chip = find<QPushButton>(viewer, "orientationChip");
    QVERIFY(!chip->isVisible());
    QTest::keyClick(&viewer.window, Qt::Key_BracketRight, Qt::ControlModifier);
    QVERIFY(orientation() == (ViewOrientation{90, false}));
    QTRY_VERIFY(chip->isVisible());
    QVERIFY2(chip->text().contains("90°"), qPrintable(chip->text()));
    actions.flipHorizontally->trigger();
    QVERIFY(orientation().isMirrored);
    actions.turnLeft->trigger();
    QCOMPARE(orientation().degrees, 265.0);
    QVERIFY(actions.upright->isEnabled());
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(orientation().isUpright());
    QVERIFY(!chip->isVisible() && !actions.upright->isEnabled());
}

void TestPanes::adjustsTheScreenAlone()
{
    ViewerFixture viewer(openTissue);
    QVERIFY(viewer.show());
    viewer.window.openFile("a.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    viewer.window.addPane(kMacenko);
    QVERIFY(waitForFit(viewer));
    CompareView& view = viewOf(viewer);
    view.zoomTo(1);
    const auto settledFrame = [&] {
        const bool isSettled = QTest::qWaitFor([&] { return viewer.window.isSettled(); }, 30000);
        return isSettled ? view.grab().toImage().convertToFormat(QImage::Format_RGB32) : QImage();
    };
    actionsOf(viewer).overview->setChecked(false);
    const QImage before = settledFrame();
    QVERIFY(!before.isNull());
    std::optional<CursorSample> sample;
    connect(&view, &CompareView::cursorMoved, &view, [&](const CursorSample& now) { sample = now; });
    QTest::mouseMove(&view, QPoint(200, 300));
    QTRY_VERIFY(sample && sample->normalized);
    const CursorSample measured = *sample;

    actionsOf(viewer).display->trigger();
    auto* brightness = find<QSpinBox>(viewer, "brightness");
    QVERIFY(brightness);
    brightness->setValue(30);
    find<QSlider>(viewer, "contrastSlider")->setValue(20);
    auto* chip = find<QPushButton>(viewer, "displayChip");
    QTRY_VERIFY(chip->isVisible());
    QVERIFY2(chip->text().contains("+30") && chip->text().contains("+20"), qPrintable(chip->text()));
    const QImage adjusted = settledFrame();
    QCOMPARE(adjusted.size(), before.size());
    const auto curve = DisplayAdjustment{30, 20, 1}.curve();
    for (const PanePlace& place : view.paneLayout().places)
        for (int y = place.rect.top() + 100; y < place.rect.bottom() - 200; y += 7)
            for (int x = place.rect.left() + 40; x < place.rect.right() - 40; x += 5) {
                const QRgb was = before.pixel(x, y);
                QCOMPARE(adjusted.pixel(x, y),
                         qRgb(curve[std::size_t(qRed(was))], curve[std::size_t(qGreen(was))], curve[std::size_t(qBlue(was))]));
            }
    // What is measured is what the data is.
    QTest::mouseMove(&view, QPoint(201, 300));
    QTest::mouseMove(&view, QPoint(200, 300));
    QCOMPARE(sample->normalized, measured.normalized);
    QCOMPARE(sample->source, measured.source);

    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(settledFrame(), before);
    QCOMPARE(brightness->value(), 0);
    QVERIFY(!chip->isVisible());
}

void TestPanes::savesAndCopiesTheView()
{
    ViewerFixture viewer(openTissue);
    QVERIFY(viewer.show());
    auto* saver = viewer.window.findChild<ViewSaver*>();
    QVERIFY(!actionsOf(viewer).saveView->isEnabled());
    viewer.window.openFile("a.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    viewer.window.addPane(kMacenko);
    QVERIFY(waitForFit(viewer));
    CompareView& view = viewOf(viewer);
    view.zoomTo(2);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.window.isSettled(), 30000);

    actionsOf(viewer).copyView->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), view.grabFrame().size());

    QSignalSpy saved(saver, &ViewSaver::saved), failed(saver, &ViewSaver::failed);
    using Names = ViewPictureOrder::Names;
    using Scale = ViewPictureOrder::Scale;
    saver->save(viewer.path("screen.png"), ViewSaver::Resolution::Screen, Names::Shown, Scale::Hidden);
    QVERIFY(saved.wait(30000));
    QCOMPARE(QImage(viewer.path("screen.png")).convertToFormat(QImage::Format_RGB32), view.grabFrame());

    // At full resolution: the slide's own pixels, and the table's answers to them.
    view.setOrientation({90, false});
    saver->save(viewer.path("full.png"), ViewSaver::Resolution::Full, Names::Hidden, Scale::Hidden);
    QVERIFY(saved.wait(30000));
    const ViewPictureOrder order = saver->order(Names::Hidden, Scale::Hidden);
    const QImage full = QImage(viewer.path("full.png"));
    QCOMPARE(full.size(), viewPictureSize(order));
    QCOMPARE(full.height(), int(order.region.width));
    const int pane = int(order.region.height);
    const cv::Mat& source = tissue(demo::ScannerId::A).pixels;
    const ColorTablePtr table = viewer.panes.main().session().normalizer()->table;
    for (int y = 0; y < full.height(); y += 11)
        for (int x = 0; x < pane; x += 7) {
            // Turned clockwise: what was below is on the left.
            const auto& at = source.at<cv::Vec3b>(int(order.region.y) + pane - 1 - x, int(order.region.x) + y);
            const QRgb color = qRgb(at[0], at[1], at[2]);
            QCOMPARE(full.pixel(x, y), color);
            QCOMPARE(full.pixel(full.width() - pane + x, y) & 0xFFFFFF, table->entry(color) & 0xFFFFFF);
        }

    saver->save("/proc/nowhere/a.png", ViewSaver::Resolution::Full, Names::Shown, Scale::Shown);
    QVERIFY(failed.wait(30000));
    ViewPictureOrder large = order;
    large.region = {0, 0, 20'000, 20'000};
    QVERIFY(viewPictureSize(large).isEmpty());
    QCOMPARE(drawViewPicture(large, {}).error().code, ErrorCode::ImageTooLarge);
}

void TestPanes::bookmarksAreKeptForEachSlide()
{
    ViewerFixture viewer;
    const QString first = viewer.writePicture("a.png"), second = viewer.writePicture("b.png");
    QVERIFY(viewer.show());
    QVERIFY(!actionsOf(viewer).addBookmark->isEnabled());
    viewer.window.openFile(first);
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    CompareView& view = viewOf(viewer);
    Viewport place = view.viewport();
    place.center = {500, 400};
    place.zoom = 3;
    view.setViewport(place);
    view.setOrientation({90, true});
    const Viewport marked = view.viewport();
    QTest::keyClick(&viewer.window, Qt::Key_D, Qt::ControlModifier);
    actionsOf(viewer).bookmarkList->trigger();
    auto* list = find<QListWidget>(viewer, "bookmarkList");
    QCOMPARE(list->count(), 1);
    list->item(0)->setText("  Mitosis ");
    QCOMPARE(list->item(0)->text(), QString("Mitosis"));
    list->item(0)->setText(" ");
    QCOMPARE(list->item(0)->text(), QString("Mitosis"));
    view.setOrientation({});
    view.zoomToFit();
    find<QToolButton>(viewer, "goToBookmark")->click();
    QVERIFY(view.viewport().orientation == marked.orientation);
    QCOMPARE(view.viewport().zoom, marked.zoom);
    QCOMPARE(view.viewport().center.x, marked.center.x);
    QCOMPARE(view.viewport().center.y, marked.center.y);

    viewer.window.openFile(second);
    QTRY_COMPARE(viewer.window.windowTitle(), QStringLiteral("b.png – Isostain"));
    QTRY_COMPARE(list->count(), 0);
    viewer.window.openFile(first);
    QTRY_COMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), QString("Mitosis"));
    QVERIFY2(!QDir(viewer.path("bookmarks")).entryList(QDir::Files).join(',').contains("a.png"), "no names of slides");

    find<QToolButton>(viewer, "deleteBookmark")->click();
    QCOMPARE(list->count(), 0);
    find<QToolButton>(viewer, "undoBookmark")->click();
    QCOMPARE(list->count(), 1);
    QVERIFY(bookmarksFromJson("{\"isostain-bookmarks\": 1, \"places\": [{\"zoom\": 0}, 7]}").empty());
    QVERIFY(bookmarksFromJson("broken").empty());
}

void TestPanes::opensNoLibTorch()
{
    QFile maps("/proc/self/maps");
    if (!maps.open(QIODevice::ReadOnly))
        QSKIP("this system does not list the libraries of a process");
    const QByteArray loaded = maps.readAll();
    QVERIFY(loaded.contains("libQt6Widgets"));
    QVERIFY(!loaded.contains("libtorch"));
}

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
