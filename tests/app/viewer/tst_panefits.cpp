#include <atomic>

#include <QAction>
#include <QDir>
#include <QInputDialog>
#include <QMenu>
#include <QPointer>

#include "PanesFixture.h"
#include "ReferenceMaker.h"
#include "image/ImageFile.h"
#include "panels/PathText.h"
#include "panels/ProfilePicker.h"
#include "support/FakeNetwork.h"
#include "support/GeneratedNetworks.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// The entries that name profiles, as ids.
QStringList offeredIds(const ViewerFixture& viewer)
{
    QStringList ids;
    for (const QAction* action : find<ProfileMenu>(viewer)->actions())
        if (!action->isSeparator() && action->isCheckable())
            ids << action->data().toString();
    return ids;
}

/// Whatever the network, it is the one that tests use.
struct FakeBackend : NetworkBackend {
    Result<SpatialNetworkPtr> create(const Network&, const NetworkOptions&, const std::string&) const override
    {
        return std::make_shared<FakeSpatialNetwork>();
    }
};

}

/// How profiles are fitted to the slide that is open, and made of it.
class TestPaneFits : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tissue(demo::ScannerId::A); }
    void normalizesARealSlideWithOneClick();
    void listsReferencesLastOnAPapSlide();
    void neverShowsOneSlideThroughAnothersFit();
    void fitsAKeptProfileWhenASlideComes();
    void warnsOfWhatCannotBeFitted();
    void makesAReferenceOfTheRegion();
    void neverReplacesAProfileOfThatName();
    void streamsSpatialNetworks();
};

void TestPaneFits::normalizesARealSlideWithOneClick()
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
    QVERIFY(waitForFit(viewer));
    QVERIFY(viewer.normalizers.normalizer()->source);
    QVERIFY(viewer.normalizers.normalizer()->warnings.empty());
    QVERIFY(warningsOf(viewer).isEmpty());
    const auto& panes = viewOf(viewer).panes();
    QCOMPARE(panes.size(), 2u);
    QCOMPARE(panes[1].table, viewer.normalizers.normalizer()->table);
    QVERIFY(panes[1].table->entry(0x9050A0) != 0x9050A0u);
    QVERIFY2(viewer.recentProfiles.paths().isEmpty(), "what the program brings is no recent file");
}

void TestPaneFits::listsReferencesLastOnAPapSlide()
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

void TestPaneFits::neverShowsOneSlideThroughAnothersFit()
{
    const auto viewer = openViewer();
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
    QVERIFY(waitForFit(*viewer));
    QVERIFY(viewer->normalizers.normalizer()->table != old);
    QCOMPARE(viewer->normalizers.currentId(), kMacenko);
    QVERIFY(looks > 2);
    QVERIFY(!isOldSeen);
    QCOMPARE(viewOf(*viewer).panes()[1].table, viewer->normalizers.normalizer()->table);
    viewer->slides.close();
    QVERIFY(!viewer->normalizers.normalizer());
    QVERIFY(viewer->normalizers.profile());
}

void TestPaneFits::fitsAKeptProfileWhenASlideComes()
{
    ViewerFixture viewer(openTissue);
    QVERIFY(viewer.show());
    viewer.panes.main().pick(kMacenko);
    QTRY_VERIFY(viewer.normalizers.profile() && !viewer.normalizers.isBusy());
    QVERIFY(!viewer.normalizers.normalizer());
    viewer.window.openFile("a.svs");
    QVERIFY(waitForFit(viewer));
    QCOMPARE(viewOf(viewer).panes().size(), 2u);
}

void TestPaneFits::warnsOfWhatCannotBeFitted()
{
    ViewerFixture viewer(openTissue);
    QVERIFY(viewer.show());
    viewer.window.openFile("blank.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    viewer.panes.main().pick(kMacenko);
    QVERIFY(waitForFit(viewer));
    QVERIFY2(warningsOf(viewer).contains("No tissue"), qPrintable(warningsOf(viewer)));
    QCOMPARE(viewOf(viewer).panes()[1].badge, "unchanged");
    viewer.window.openFile("a.svs");
    QTRY_VERIFY(warningsOf(viewer).isEmpty());
    QVERIFY(waitForFit(viewer));
    QVERIFY(viewOf(viewer).panes()[1].badge.isEmpty());

    StainProfile coarse = swappingProfile(false);
    coarse.mpp = 1.0;
    const QString file = viewer.path("coarse.json");
    QVERIFY(writeStainProfile(coarse, toPath(file)));
    viewer.window.openFile(file);
    QTRY_VERIFY2(warningsOf(viewer).contains("pixel size"), qPrintable(warningsOf(viewer)));
    QCOMPARE(viewOf(viewer).panes()[1].badge, "check colors");
}

void TestPaneFits::makesAReferenceOfTheRegion()
{
    const auto viewer = openViewer({});
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
    QVERIFY(waitForFit(*viewer));
    QVERIFY(viewer->recentProfiles.paths().isEmpty() || viewer->recentProfiles.paths().contains(file));
}

void TestPaneFits::neverReplacesAProfileOfThatName()
{
    const auto viewer = openViewer({});
    QVERIFY(viewer);
    QVERIFY(QDir(viewer->folder.path()).mkdir("profiles"));
    QVERIFY(!viewer->writeFile("profiles/Broken.json", "mine").isEmpty());
    StainProfile taken = swappingProfile(false);
    taken.name = "Taken";
    QVERIFY(writeStainProfile(taken, toPath(viewer->path("profiles/other.json"))));
    viewer->library.refresh();
    QTRY_COMPARE(viewer->library.profiles().size(), 2u);

    auto* maker = find<ReferenceMaker>(*viewer);
    maker->menu().actions().at(0)->trigger();
    QPointer<QInputDialog> dialog = find<QInputDialog>(*viewer, "referenceName");
    dialog->setTextValue(" Taken");
    dialog->accept();
    QTRY_VERIFY(!dialog && find<QInputDialog>(*viewer, "referenceName"));
    dialog = find<QInputDialog>(*viewer, "referenceName");
    QVERIFY(dialog->labelText().contains("already"));
    QVERIFY(!maker->isBusy());

    // A file that is no profile keeps its place, too.
    dialog->setTextValue("Broken");
    dialog->accept();
    QTRY_COMPARE_WITH_TIMEOUT(viewer->normalizers.currentId(), viewer->path("profiles/Broken-2.json"), 30000);
    QFile kept(viewer->path("profiles/Broken.json"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("mine"));
    QTRY_COMPARE(viewer->library.profiles().size(), 3u);
}

void TestPaneFits::streamsSpatialNetworks()
{
    static const FakeBackend backend;
    static std::atomic<int> asked = 0;
    asked = 0;
    const NetworkLoader loader = []() -> Result<const NetworkBackend*> {
        ++asked;
        return &backend;
    };
    const auto viewer = openViewer(kMacenko, loader);
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

QTEST_MAIN(TestPaneFits)
#include "tst_panefits.moc"
