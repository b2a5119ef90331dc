#include <atomic>

#include <QAction>
#include <QDir>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "PaneController.h"
#include "PaneMenu.h"
#include "ReferenceMaker.h"
#include "ViewerActions.h"
#include "ViewerFixture.h"
#include "color/TrustOverlay.h"
#include "compare/CompareView.h"
#include "compare/PaneHeader.h"
#include "compare/PaneHeaders.h"
#include "demo/Tissue.h"
#include "image/ImageFile.h"
#include "normalize/NormalizedSlide.h"
#include "panels/AlignmentPanel.h"
#include "panels/NoticeBar.h"
#include "panels/PathText.h"
#include "panels/ProfilePicker.h"
#include "profile/ProfilePlot.h"
#include "support/FakeNetwork.h"
#include "support/GeneratedNetworks.h"
#include "support/ImageSlide.h"
#include "support/SlideDecorators.h"

using namespace isostain;
using namespace isostain::test;

namespace {

const QString kMacenko = QStringLiteral("builtin:macenko");

/// Generated tissue that does not say so of itself.
const RgbImage& tissue(demo::ScannerId scanner)
{
    const auto render = [](demo::ScannerId id) {
        return toRgb(demo::TissueGenerator({Stain::HematoxylinEosin, 1400, 1000, 7}).render({0, 0, 1400, 1000}, id));
    };
    static const RgbImage a = render(demo::ScannerId::A);
    static const RgbImage b = render(demo::ScannerId::B);
    return scanner == demo::ScannerId::A ? a : b;
}

/// "b.svs" is the glass of all others as another scanner sees it; "blank.svs" is empty glass, what is
/// "broken" cannot be opened.
Result<SlidePtr> openTissue(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    if (name.starts_with("broken"))
        return fail(ErrorCode::SlideUnreadable, name);
    if (name.starts_with("blank")) {
        RgbImage image = makeRgbImage(600, 400);
        image.pixels.setTo(cv::Scalar(250, 250, 250));
        return std::make_shared<ImageSlide>(std::move(image), 0.25);
    }
    return std::make_shared<ImageSlide>(tissue(name.starts_with("b.") ? demo::ScannerId::B : demo::ScannerId::A), 0.25);
}

template <typename T>
T* find(const ViewerFixture& viewer, const char* name = nullptr)
{
    return viewer.window.findChild<T*>(name ? QLatin1String(name) : QString());
}

CompareView& viewOf(const ViewerFixture& viewer)
{
    return *find<CompareView>(viewer);
}

ViewerActions& actionsOf(const ViewerFixture& viewer)
{
    return *find<ViewerActions>(viewer);
}

QString warningsOf(const ViewerFixture& viewer)
{
    return find<NoticeBar>(viewer, "fitWarnings")->text();
}

PaneMenu& menuOf(const ViewerFixture& viewer, int pane)
{
    return find<PaneController>(viewer)->menuOf(pane);
}

QString trustOf(const ViewerFixture& viewer)
{
    return find<QLabel>(viewer, "statusTrust")->text();
}

/// The entries that name profiles, as ids.
QStringList offeredIds(const ViewerFixture& viewer)
{
    QStringList ids;
    for (const QAction* action : find<ProfileMenu>(viewer)->actions())
        if (!action->isSeparator() && action->isCheckable())
            ids << action->data().toString();
    return ids;
}

/// A learned profile that knows the colors of the upper part of the tissue.
StainProfile profileWithGamut()
{
    StainProfile profile = swappingProfile(false);
    const RgbImage& image = tissue(demo::ScannerId::A);
    profile.gamut = ColorGamut::of(countColors({image.pixels(cv::Rect(0, 0, 400, 300)).clone()}));
    return profile;
}

/// Whatever the network, it is the one that tests use.
struct FakeBackend : NetworkBackend {
    Result<SpatialNetworkPtr> create(const Network&, const NetworkOptions&, const std::string&) const override
    {
        return std::make_shared<FakeSpatialNetwork>();
    }
};

/// Where a pane shows this place of the view's slide, level-0 pixels.
void click(CompareView& view, int pane, const cv::Point2d& level0)
{
    const cv::Point2d device = view.viewport().toDevice(level0);
    for (const PanePlace& place : view.paneLayout().places)
        if (place.pane == pane)
            QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier,
                              (place.viewportCorner() + QPoint(int(device.x), int(device.y))) / view.devicePixelRatioF());
}

}

/// Panes in the real window, on generated tissue.
class TestPanes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tissue(demo::ScannerId::A); }
    void normalizesARealSlideWithOneClick();
    void listsReferencesLastOnAPapSlide();
    void neverShowsOneSlideThroughAnothersFit();
    void fitsAKeptProfileWhenASlideComes();
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
    void showsAndAlignsASecondScan();
    void survivesABrokenSecondScan();
    void warnsOfWhatCannotBeFitted();
    void makesAReferenceOfTheRegion();
    void neverReplacesAProfileOfThatName();
    void streamsSpatialNetworks();
    void showsTheGrayProfile();
    void keepsTheArrangement();
    void stepsThroughPanesInASingleView();
    void opensNoLibTorch();

private:
    /// An open slide with Macenko in the first pane.
    std::unique_ptr<ViewerFixture> open(const QString& profile = kMacenko, const NetworkLoader& networks = {});
    void waitForFit(const ViewerFixture& viewer, int pane = 0);
};

std::unique_ptr<ViewerFixture> TestPanes::open(const QString& profile, const NetworkLoader& networks)
{
    auto viewer = std::make_unique<ViewerFixture>(openTissue, networks);
    if (!viewer->show())
        return nullptr;
    viewer->window.openFile("a.svs");
    if (!QTest::qWaitFor([&] { return viewer->slides.state() == SlideSession::State::Open; }))
        return nullptr;
    viewer->panes.main().pick(profile);
    const bool isFitted = QTest::qWaitFor([&] { return profile.isEmpty() || viewer->normalizers.normalizer(); }, 30000);
    return isFitted ? std::move(viewer) : nullptr;
}

void TestPanes::waitForFit(const ViewerFixture& viewer, int pane)
{
    QTRY_VERIFY_WITH_TIMEOUT(viewer.panes.pane(pane).session().normalizer(), 30000);
}

void TestPanes::normalizesARealSlideWithOneClick()
{
    ViewerFixture viewer;
    QVERIFY(viewer.show());
    const QString file = viewer.path("tissue.png");
    QVERIFY(writePng(tissue(demo::ScannerId::A), toPath(file), Overwrite::Yes));
    viewer.window.openFile(file);
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QVERIFY2(viewOf(viewer).panes().size() == 1, "nothing is preselected");
    QCOMPARE(offeredIds(viewer), (QStringList{{}, kMacenko, "builtin:vahadane", "builtin:ruifrok"}));

    for (QAction* action : find<ProfileMenu>(viewer)->actions())
        if (action->data().toString() == kMacenko)
            action->trigger();
    QTRY_VERIFY(viewer.normalizers.isBusy());
    waitForFit(viewer);
    QVERIFY(viewer.normalizers.normalizer()->source);
    QVERIFY(viewer.normalizers.normalizer()->warnings.empty());
    QVERIFY(warningsOf(viewer).isEmpty());
    const auto& panes = viewOf(viewer).panes();
    QCOMPARE(panes.size(), 2u);
    QCOMPARE(panes[1].table, viewer.normalizers.normalizer()->table);
    QVERIFY(panes[1].table->entry(0x9050A0) != 0x9050A0u);
    QVERIFY2(viewer.recentProfiles.paths().isEmpty(), "what the program brings is no recent file");
}

void TestPanes::listsReferencesLastOnAPapSlide()
{
    ViewerFixture viewer(openTissue);
    SlideInfo pap;
    pap.demo = SlideInfo::Demo{"pap", "B"};
    const auto entries = viewer.profiles.entriesFor(&pap);
    QCOMPARE(entries.back().kind, ProfileEntry::Kind::Reference);
    QVERIFY(entries.front().kind != ProfileEntry::Kind::Reference);
    QVERIFY(entries.back().hint.contains("Papanicolaou"));
    SlideInfo he;
    he.demo = SlideInfo::Demo{"he", "B"};
    QCOMPARE(viewer.profiles.entriesFor(&he).front().id, kMacenko);
}

void TestPanes::neverShowsOneSlideThroughAnothersFit()
{
    const auto viewer = open();
    QVERIFY(viewer);
    const ColorTablePtr old = viewer->normalizers.normalizer()->table;
    const SlidePtr first = viewer->slides.slide();
    int looks = 0;
    bool isOldSeen = false;
    const auto look = [&] {
        ++looks;
        if (viewOf(*viewer).slide() != first)
            for (const PaneContent& pane : viewOf(*viewer).panes())
                isOldSeen = isOldSeen || pane.table == old;
    };
    connect(&viewer->panes, &PaneSet::changed, this, look);
    connect(&viewOf(*viewer), &CompareView::panesChanged, this, look);
    connect(&viewer->slides, &SlideSession::stateChanged, this, look);
    viewer->window.openFile("b.svs");
    QTRY_VERIFY(viewer->slides.slide() != first);
    QVERIFY2(viewer->normalizers.isBusy() || viewer->normalizers.normalizer(), "fitted by itself");
    waitForFit(*viewer);
    QVERIFY(viewer->normalizers.normalizer()->table != old);
    QCOMPARE(viewer->normalizers.currentId(), kMacenko);
    QVERIFY(looks > 2);
    QVERIFY(!isOldSeen);
    QCOMPARE(viewOf(*viewer).panes()[1].table, viewer->normalizers.normalizer()->table);
    viewer->slides.close();
    QVERIFY(!viewer->normalizers.normalizer());
    QVERIFY(viewer->normalizers.profile());
}

void TestPanes::fitsAKeptProfileWhenASlideComes()
{
    ViewerFixture viewer(openTissue);
    QVERIFY(viewer.show());
    viewer.panes.main().pick(kMacenko);
    QTRY_VERIFY(viewer.normalizers.profile() && !viewer.normalizers.isBusy());
    QVERIFY(!viewer.normalizers.normalizer());
    viewer.window.openFile("a.svs");
    waitForFit(viewer);
    QCOMPARE(viewOf(viewer).panes().size(), 2u);
}

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
        waitForFit(viewer, i);
    QCOMPARE(viewOf(viewer).panes().size(), 6u);
    viewOf(viewer).zoomTo(1);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.window.isSettled(), 30000);

    const CountingSlide sampled(*openTissue("a.svs"));
    QVERIFY(sampleSlide(sampled));
    QVERIFY(viewer.scheduler.readCount() > 0);
    QCOMPARE(std::uint64_t(counting->readCount()), viewer.scheduler.readCount() + std::uint64_t(sampled.readCount()));
    const PyramidGeometry& geometry = counting->geometry();
    for (int level = 0; level < geometry.levelCount(); ++level)
        for (int row = 0; row < geometry.rows(level); ++row)
            for (int column = 0; column < geometry.columns(level); ++column) {
                const TileKey key{level, column, row};
                QVERIFY(counting->readCount(key) - sampled.readCount(key) <= 1);
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
    const auto viewer = open();
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
    const auto viewer = open({});
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
    const auto viewer = open(file);
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
    const auto viewer = open(file);
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
    const auto viewer = open({});
    QVERIFY(viewer);
    CompareView& view = viewOf(*viewer);
    QTest::keyClick(&view, Qt::Key_T, Qt::ControlModifier);
    waitForFit(*viewer);
    QCOMPARE(viewer->normalizers.currentId(), kMacenko);
    QTest::keyClick(&view, Qt::Key_T, Qt::ControlModifier);
    waitForFit(*viewer, 1);
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
    const auto viewer = open();
    QVERIFY(viewer);
    CompareView& view = viewOf(*viewer);
    viewer->window.addPane("builtin:vahadane");
    viewer->window.addPane("builtin:ruifrok");
    waitForFit(*viewer, 1);
    waitForFit(*viewer, 2);
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
    const auto viewer = open();
    QVERIFY(viewer);
    viewer->window.addPane("builtin:ruifrok");
    waitForFit(*viewer, 1);
    CompareView& view = viewOf(*viewer);
    QTest::keyClick(&view, Qt::Key_N);
    QVERIFY(!view.panes()[1].table && !view.panes()[2].table);
    QTest::keyClick(&view, Qt::Key_N);
    QVERIFY(view.panes()[1].table && view.panes()[2].table);
}

void TestPanes::picksForTheMainPane()
{
    const auto viewer = open();
    QVERIFY(viewer);
    viewer->window.addPane("builtin:ruifrok");
    waitForFit(*viewer, 1);
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

void TestPanes::showsAndAlignsASecondScan()
{
    const auto viewer = open();
    QVERIFY(viewer);
    CompareView& view = viewOf(*viewer);
    ViewerPane* pane = viewer->panes.add();
    pane->openSecondScan("b.svs");
    QTRY_COMPARE(pane->view(), PaneView::SecondScan);
    QCOMPARE(view.panes()[2].slide, pane->secondScan());
    QVERIFY(view.panes()[2].alignment.isIdentity());
    QTRY_VERIFY(viewer->window.isSettled());

    for (QAction* action : menuOf(*viewer, 1).actions())
        if (action->text().contains("Align"))
            action->trigger();
    auto* panel = find<AlignmentPanel>(*viewer);
    QVERIFY(panel->isVisible());
    QCOMPARE(view.tool(), ViewTool::PickPoint);
    QTRY_VERIFY(viewer->window.isSettled());
    click(view, 0, {200, 240});
    click(view, 2, {220, 260});
    click(view, 0, {1200, 800});
    click(view, 2, {1220, 820});
    QCOMPARE(panel->pairs().size(), 2u);
    QCOMPARE(view.markers().size(), 4u);
    panel->findChild<QPushButton*>("apply")->click();
    QVERIFY(!panel->isVisible());
    QCOMPARE(view.tool(), ViewTool::Pan);
    QVERIFY(view.markers().empty());
    QVERIFY(!view.panes()[2].alignment.isIdentity());
    QVERIFY(std::abs(view.panes()[2].alignment.scale() - 1) < 0.05);

    // Another glass has another second scan.
    viewer->window.openFile("blank.svs");
    QTRY_VERIFY(!pane->secondScan());
    QCOMPARE(pane->view(), PaneView::Normalized);
    for (const PaneContent& each : view.panes())
        QVERIFY(!each.slide);
}

void TestPanes::survivesABrokenSecondScan()
{
    const auto viewer = open();
    QVERIFY(viewer);
    viewer->panes.main().openSecondScan("broken.svs");
    QTRY_VERIFY(find<NoticeBar>(*viewer, "notice")->text().contains("broken.svs"));
    QCOMPARE(viewer->panes.main().view(), PaneView::Normalized);
    QVERIFY(!viewer->panes.isBusy());
    viewer->window.openFile("b.svs");
    QTRY_VERIFY(viewer->window.isSettled());
}

void TestPanes::warnsOfWhatCannotBeFitted()
{
    ViewerFixture viewer(openTissue);
    QVERIFY(viewer.show());
    viewer.window.openFile("blank.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    viewer.panes.main().pick(kMacenko);
    waitForFit(viewer);
    QVERIFY2(warningsOf(viewer).contains("No tissue"), qPrintable(warningsOf(viewer)));
    QCOMPARE(viewOf(viewer).panes()[1].badge, "unchanged");
    viewer.window.openFile("a.svs");
    QTRY_VERIFY(warningsOf(viewer).isEmpty());
    waitForFit(viewer);
    QVERIFY(viewOf(viewer).panes()[1].badge.isEmpty());

    StainProfile coarse = swappingProfile(false);
    coarse.mpp = 1.0;
    const QString file = viewer.path("coarse.json");
    QVERIFY(writeStainProfile(coarse, toPath(file)));
    viewer.window.openFile(file);
    QTRY_VERIFY2(warningsOf(viewer).contains("pixel size"), qPrintable(warningsOf(viewer)));
    QCOMPARE(viewOf(viewer).panes()[1].badge, "check colors");
}

void TestPanes::makesAReferenceOfTheRegion()
{
    const auto viewer = open({});
    QVERIFY(viewer);
    viewOf(*viewer).zoomTo(2);
    auto* maker = find<ReferenceMaker>(*viewer);
    QCOMPARE(maker->menu().actions().size(), 5);
    maker->menu().actions().at(2)->trigger();
    auto* dialog = find<QInputDialog>(*viewer, "referenceName");
    QVERIFY(dialog->textValue().startsWith("Macenko"));
    dialog->setTextValue("Our lab: 2024/1");
    dialog->accept();
    const QString file = viewer->path("profiles/Our lab- 2024-1.json");
    QTRY_COMPARE_WITH_TIMEOUT(viewer->normalizers.currentId(), file, 30000);
    const auto profile = readStainProfile(toPath(file));
    QVERIFY(profile);
    QCOMPARE(profile->name, std::string("Our lab: 2024/1"));
    QCOMPARE(profile->method, NormalizationMethod::Macenko);
    QVERIFY(profile->target);
    QVERIFY(profile->provenance.find("region") != std::string::npos);
    waitForFit(*viewer);
    QVERIFY(viewer->recentProfiles.paths().isEmpty() || viewer->recentProfiles.paths().contains(file));
}

void TestPanes::neverReplacesAProfileOfThatName()
{
    const auto viewer = open({});
    QVERIFY(viewer);
    QVERIFY(QDir(viewer->folder.path()).mkdir("profiles"));
    QVERIFY(!viewer->writeFile("profiles/Taken.json", "mine").isEmpty());
    auto* maker = find<ReferenceMaker>(*viewer);
    maker->menu().actions().at(0)->trigger();
    QPointer<QInputDialog> dialog = find<QInputDialog>(*viewer, "referenceName");
    dialog->setTextValue("Taken");
    dialog->accept();
    QTRY_VERIFY(find<QInputDialog>(*viewer, "referenceName") && find<QInputDialog>(*viewer, "referenceName") != dialog);
    QVERIFY(find<QInputDialog>(*viewer, "referenceName")->labelText().contains("already"));
    QFile kept(viewer->path("profiles/Taken.json"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("mine"));
    QVERIFY(!viewer->normalizers.profile());
}

void TestPanes::streamsSpatialNetworks()
{
    static const FakeBackend backend;
    static std::atomic<int> asked = 0;
    asked = 0;
    const NetworkLoader loader = []() -> Result<const NetworkBackend*> {
        ++asked;
        return &backend;
    };
    const auto viewer = open(kMacenko, loader);
    QVERIFY(viewer);
    QVERIFY2(asked == 0, "pointwise methods need no networks");
    StainProfile spatial = swappingProfile(false);
    spatial.weights = NetworkMaker(1).stainNet(8, 2, 3);
    spatial.mpp = 0.25;
    const QString file = viewer->path("spatial.json");
    QVERIFY(writeStainProfile(spatial, toPath(file)));
    viewer->window.addPane(file);
    QTRY_VERIFY_WITH_TIMEOUT(viewer->panes.pane(1).session().networkSlide(), 30000);
    QCOMPARE(asked.load(), 1);
    const PaneContent pane = viewOf(*viewer).panes()[2];
    QVERIFY(!pane.table);
    QCOMPARE(pane.slide, viewer->panes.pane(1).session().networkSlide());
    QCOMPARE(pane.standIn, PaneStandIn::Source);
    QCOMPARE(pane.scheduler, &viewer->networkScheduler);
    QVERIFY(!viewer->panes.pane(1).obstacleTo(PaneView::TrustMap).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(viewer->window.isSettled(), 30000);
    QVERIFY(viewer->networkScheduler.readCount() > 0);

    viewer->window.openFile("b.svs");
    QTRY_VERIFY(viewer->panes.pane(1).session().networkSlide() && viewer->panes.pane(1).session().networkSlide() != pane.slide);
    QTRY_VERIFY_WITH_TIMEOUT(viewer->window.isSettled(), 30000);
}

void TestPanes::showsTheGrayProfile()
{
    const auto viewer = open();
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
    const auto viewer = open();
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
    const auto viewer = open();
    QVERIFY(viewer);
    viewer->window.addPane("builtin:ruifrok");
    waitForFit(*viewer, 1);
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
