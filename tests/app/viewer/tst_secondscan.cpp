#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>

#include "AlignmentFiles.h"
#include "PaneMenu.h"
#include "PanesFixture.h"
#include "panels/AlignmentPanel.h"
#include "panels/PathText.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// The second pane beside the source, with the other scan in it; null where that does not work out.
ViewerPane* openScan(ViewerFixture& viewer, const QString& path = "b.svs")
{
    ViewerPane* pane = viewer.panes.add();
    pane->openSecondScan(path);
    return QTest::qWaitFor([&] { return pane->view() == PaneView::SecondScan; }, 30000) ? pane : nullptr;
}

ScanPlacement somePlacement()
{
    return *placementThrough({{{100, 100}, {140, 90}}, {{1200, 200}, {1241, 195}}, {{600, 900}, {636, 893}}});
}

QAction* entryOf(PaneMenu& menu, const QString& text)
{
    for (QAction* action : menu.actions())
        if (action->text().contains(text))
            return action;
    return nullptr;
}

}

/// A second scan of the glass in a pane, and where it lies.
class TestSecondScan : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tissue(demo::ScannerId::A); }
    void showsAndAlignsASecondScan();
    void survivesABrokenSecondScan();
    void keepsAnAlignmentInAFile();
    void refusesAlignmentsThatDoNotFit_data();
    void refusesAlignmentsThatDoNotFit();
    void leavesAPaneAloneThatShowsSomethingElse();
    void offersAlignmentFilesInTheMenu();
};

void TestSecondScan::showsAndAlignsASecondScan()
{
    const auto viewer = openViewer();
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

void TestSecondScan::survivesABrokenSecondScan()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    viewer->panes.main().openSecondScan("broken.svs");
    QTRY_VERIFY(find<NoticeBar>(*viewer, "notice")->text().contains("broken.svs"));
    QCOMPARE(viewer->panes.main().view(), PaneView::Normalized);
    QVERIFY(!viewer->panes.isBusy());
    viewer->window.openFile("b.svs");
    QTRY_VERIFY(viewer->window.isSettled());
}

void TestSecondScan::keepsAnAlignmentInAFile()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("b on a.json");
    {
        const auto viewer = openViewer();
        QVERIFY(viewer);
        ViewerPane* pane = openScan(*viewer);
        QVERIFY(pane);
        pane->setPlacement(somePlacement());
        find<AlignmentFiles>(*viewer)->save(*pane, file);
        QTRY_VERIFY(find<QLabel>(*viewer, "statusTask")->text().contains("b on a.json"));
    }
    const auto saved = readAlignment(toPath(file));
    QVERIFY(saved);
    QCOMPARE(saved->first.width, 1400);
    QCOMPARE(saved->second.mppX, std::optional(0.25));
    QVERIFY(!saved->programVersion.empty());

    // The next time the program runs.
    const auto viewer = openViewer();
    QVERIFY(viewer);
    ViewerPane* pane = openScan(*viewer);
    QVERIFY(pane);
    QVERIFY(!pane->placement());
    find<AlignmentFiles>(*viewer)->load(*pane, file);
    QTRY_VERIFY(pane->placement());
    QVERIFY(*pane->placement() == somePlacement());
    QVERIFY(viewOf(*viewer).panes()[2].alignment == somePlacement().alignment);
    QVERIFY(find<NoticeBar>(*viewer, "notice")->isHidden());

    // Another scan begins anew.
    pane->openSecondScan("b.svs");
    QTRY_VERIFY(!pane->placement());
}

void TestSecondScan::refusesAlignmentsThatDoNotFit_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: an alignment of the scans a and b
    QTest::addColumn<QString>("scan");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("another glass") << QByteArray() << "blank.svs" << "does not fit the two scans";
    QTest::newRow("no alignment") << QByteArray("{}") << "b.svs" << "is not a valid alignment";
    QTest::newRow("newer") << QByteArray("{\"format\": \"isostain-slide-alignment\", \"version\": 2}") << "b.svs"
                           << "newer version";
}

void TestSecondScan::refusesAlignmentsThatDoNotFit()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, scan);
    QFETCH(QString, sentence);
    const auto viewer = openViewer();
    QVERIFY(viewer);
    const QString file = viewer->path("alignment.json");
    if (content.isEmpty()) {
        const ScanDescription tissueScan{"image.svs", 1400, 1000, 0.25, 0.25};
        QVERIFY(writeAlignment({tissueScan, tissueScan, somePlacement(), "0"}, toPath(file)));
    } else {
        QVERIFY(!viewer->writeFile("alignment.json", content).isEmpty());
    }
    ViewerPane* pane = openScan(*viewer, scan);
    QVERIFY(pane);
    const SlideAlignment before = viewOf(*viewer).panes()[2].alignment;
    find<AlignmentFiles>(*viewer)->load(*pane, file);
    QTRY_VERIFY2(find<NoticeBar>(*viewer, "notice")->text().contains(sentence),
                 qPrintable(find<NoticeBar>(*viewer, "notice")->text()));
    QVERIFY(!pane->placement());
    QVERIFY(viewOf(*viewer).panes()[2].alignment == before);
}

void TestSecondScan::leavesAPaneAloneThatShowsSomethingElse()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    const QString file = viewer->path("alignment.json");
    const ScanDescription tissueScan{"image.svs", 1400, 1000, 0.25, 0.25};
    QVERIFY(writeAlignment({tissueScan, tissueScan, somePlacement(), "0"}, toPath(file)));
    auto* files = find<AlignmentFiles>(*viewer);
    ViewerPane* pane = openScan(*viewer);
    QVERIFY(pane);
    bool isOver = false;
    files->load(*pane, file);
    pane->setView(PaneView::Normalized);
    viewer->background.run(
        files, [] { return 0; }, [&](int) { isOver = true; });
    QTRY_VERIFY(isOver);
    QTest::qWait(50);
    QVERIFY(!pane->placement());

    files->load(*pane, file);
    QVERIFY(!pane->placement());
    pane->setView(PaneView::SecondScan);
    files->load(*pane, file);
    viewer->panes.close(viewer->panes.indexOf(pane));
    QTest::qWait(50);
    QCOMPARE(viewer->panes.count(), 1);
}

void TestSecondScan::offersAlignmentFilesInTheMenu()
{
    const auto viewer = openViewer();
    QVERIFY(viewer);
    QVERIFY(!entryOf(menuOf(*viewer, 0), "Load an Alignment")->isEnabled());
    ViewerPane* pane = openScan(*viewer);
    QVERIFY(pane);
    QAction* load = entryOf(menuOf(*viewer, 1), "Load an Alignment");
    QAction* save = entryOf(menuOf(*viewer, 1), "ve the Alignment");
    QVERIFY(load->isEnabled());
    QVERIFY2(!save->isEnabled(), "nothing has been aligned");
    pane->setPlacement(somePlacement());
    QVERIFY(save->isEnabled());

    save->trigger();
    QPointer<QFileDialog> dialog = find<QFileDialog>(*viewer);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    const QString file = viewer->path("from-menu.json");
    emit dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(readAlignment(toPath(file)));
    QTRY_VERIFY(!dialog);
    load->trigger();
    dialog = find<QFileDialog>(*viewer);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptOpen);
    pane->openSecondScan("b.svs");
    QTRY_VERIFY(!pane->placement());
    emit dialog->fileSelected(file);
    QTRY_VERIFY(pane->placement());
}

QTEST_MAIN(TestSecondScan)
#include "tst_secondscan.moc"
