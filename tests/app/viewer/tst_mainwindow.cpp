#include <latch>
#include <thread>

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QKeySequenceEdit>
#include <QDockWidget>
#include <QLineEdit>
#include <QTreeView>
#include <QMenuBar>
#include <QStatusBar>
#include <QTableWidget>
#include <QSet>
#include <QListWidget>
#include <QTextBrowser>
#include <QTest>
#include <QToolButton>

#include "ViewArea.h"
#include "ViewerActions.h"
#include "ViewerFixture.h"
#include "compare/CompareView.h"
#include "panels/EmptyPage.h"
#include "panels/ErrorPage.h"
#include "panels/NoticeBar.h"
#include "panels/OpeningPage.h"
#include "panels/PathText.h"
#include "panels/ProfilePicker.h"
#include "support/PaintedSlide.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// A painted slide of 40x power; demo slides are marked as such.
SlidePtr paintedSlide(const std::filesystem::path& path, const std::string& demoScanner = {})
{
    SlideInfo info;
    info.path = path;
    info.objectivePower = 40;
    info.mppX = 0.25;
    info.mppY = 0.25;
    if (!demoScanner.empty())
        info.demo = SlideInfo::Demo{"he", demoScanner};
    return std::make_shared<PaintedSlide>(PyramidGeometry({{4000, 3000}}), info);
}

/// Opens painted slides by name: "a-..." and "b-..." are demo slides of these scanners, others are real ones.
Result<SlidePtr> openPainted(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    if (name.starts_with("broken"))
        return fail(ErrorCode::SlideUnreadable, name, "no directory");
    return paintedSlide(path, name.starts_with("a-") ? "A" : name.starts_with("b-") ? "B" : "");
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

QWidget* pageOf(const ViewerFixture& viewer)
{
    return find<ViewArea>(viewer)->currentWidget();
}

ViewerActions& actionsOf(const ViewerFixture& viewer)
{
    return *find<ViewerActions>(viewer);
}

QString labelText(const ViewerFixture& viewer, const char* name)
{
    const QLabel* label = find<QLabel>(viewer, name);
    return label->isHidden() ? QString() : label->text();
}

QStringList profileNames(const ViewerFixture& viewer)
{
    QStringList names;
    for (const QAction* action : find<ProfileMenu>(viewer)->actions())
        if (!action->isSeparator())
            names << action->text();
    return names;
}

void drop(QWidget& window, const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

}

/// Drives the real window.
class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void saysWhatToDoWithoutASlide();
    void opensAFile();
    void showsABrokenFileInItsPlace();
    void keepsTheOpenSlideWhenAnotherFails();
    void staysAliveWhileASlideOpens();
    void showsTheNewestRequestOnly();
    void picksAndTogglesAProfile();
    void keepsTheProfileWhenAnotherFails();
    void offersDemoProfilesOnDemoSlidesOnly();
    void dropsADemoProfileThatIsNotReadyYet();
    void warnsOfADemoProfileOnARealSlide();
    void changesModesByKeys();
    void zoomsByKeys();
    void disablesMagnificationsWithoutObjectivePower();
    void showsTheSourceWhileSpaceIsHeld();
    void takesDroppedFiles();
    void graysRecentFilesThatAreGone();
    void tellsWhereTheCursorIs();
    void leavesFullScreenByEscape();
    void presentationsShowNoNames();
    void theSlidesBesideThisOneAreListed();
    void helpIsThere();
    void shortcutsAreFoundAndChanged();
    void opensADemoSlideThatIsAwaited();
    void announcesADemoSlideThatIsNotAwaitedAnyMore();
    void tellsOfADemoSlideThatFailedAside();
};

void TestMainWindow::saysWhatToDoWithoutASlide()
{
    ViewerFixture viewer;
    QVERIFY(viewer.show());
    QVERIFY(qobject_cast<EmptyPage*>(pageOf(viewer)));
    QVERIFY(find<QPushButton>(viewer, "openButton")->isVisible());
    QVERIFY(!actionsOf(viewer).exportSlide->isEnabled());
    QVERIFY(!actionsOf(viewer).normalize->isEnabled());
    QVERIFY(viewer.window.isSettled());
}

void TestMainWindow::opensAFile()
{
    ViewerFixture viewer;
    QVERIFY(viewer.show());
    const QString file = viewer.writePicture("Gewebe äöü 01.png");
    viewer.window.openFile(file);
    QTRY_COMPARE(pageOf(viewer), &viewOf(viewer));
    QCOMPARE(viewer.slides.slide()->geometry().width(), 700);
    QVERIFY(viewer.window.windowTitle().startsWith("Gewebe äöü 01.png"));
    QCOMPARE(viewer.recentSlides.paths(), QStringList{file});
    // On a real slide the first thing to see is the slide.
    QCOMPARE(viewOf(viewer).panes().size(), 1u);
    QVERIFY(!viewOf(viewer).panes().front().table);
    QTRY_VERIFY(viewer.window.isSettled());
    QVERIFY(labelText(viewer, "statusMagnification").contains("pixels per pixel"));
    actionsOf(viewer).closeSlide->trigger();
    QVERIFY(qobject_cast<EmptyPage*>(pageOf(viewer)));
    QVERIFY(!viewOf(viewer).slide());
}

void TestMainWindow::showsABrokenFileInItsPlace()
{
    ViewerFixture viewer;
    QVERIFY(viewer.show());
    viewer.window.openFile(viewer.writeFile("broken.svs", "not a slide at all"));
    QTRY_VERIFY(qobject_cast<ErrorPage*>(pageOf(viewer)));
    QVERIFY(labelText(viewer, "errorSentence").contains("broken.svs"));
    QVERIFY(find<QPushButton>(viewer, "openAnotherButton")->isVisible());
    QVERIFY(find<QPushButton>(viewer, "backButton")->isHidden());
    QVERIFY(viewer.recentSlides.paths().isEmpty());
}

void TestMainWindow::keepsTheOpenSlideWhenAnotherFails()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("good.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    const SlidePtr slide = viewer.slides.slide();
    viewOf(viewer).zoomTo(2);
    viewer.window.openFile("broken.svs");
    QTRY_VERIFY(qobject_cast<ErrorPage*>(pageOf(viewer)));

    auto* toggle = find<QToolButton>(viewer, "detailToggle");
    QVERIFY(labelText(viewer, "errorDetail").isEmpty());
    toggle->click();
    QCOMPARE(labelText(viewer, "errorDetail"), "no directory");

    find<QPushButton>(viewer, "backButton")->click();
    QCOMPARE(pageOf(viewer), &viewOf(viewer));
    QCOMPARE(viewOf(viewer).slide(), slide);
    QCOMPARE(viewOf(viewer).viewport().zoom, 2.0);
}

void TestMainWindow::staysAliveWhileASlideOpens()
{
    std::latch mayOpen(1);
    std::atomic<std::thread::id> openedOn;
    ViewerFixture viewer([&](const std::filesystem::path& path) {
        openedOn = std::this_thread::get_id();
        mayOpen.wait();
        return openPainted(path);
    });
    QVERIFY(viewer.show());
    viewer.window.openFile("slow.svs");

    // The event loop turns while the opener stands still.
    int turns = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] { ++turns; });
    ticker.start(0);
    QTRY_VERIFY(turns >= 100);
    QTRY_VERIFY(qobject_cast<OpeningPage*>(pageOf(viewer)));
    QVERIFY(labelText(viewer, "openingText").contains("slow.svs"));
    QVERIFY(!viewer.window.isSettled());

    find<QPushButton>(viewer, "cancelOpeningButton")->click();
    QVERIFY(qobject_cast<EmptyPage*>(pageOf(viewer)));
    QSignalSpy changes(&viewer.slides, &SlideSession::slideChanged);
    mayOpen.count_down();
    QTRY_VERIFY(openedOn.load() != std::thread::id());
    QVERIFY(openedOn.load() != std::this_thread::get_id());
    QTest::qWait(50);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(viewer.slides.state(), SlideSession::State::Empty);
}

void TestMainWindow::showsTheNewestRequestOnly()
{
    std::latch mayOpen(1);
    ViewerFixture viewer([&](const std::filesystem::path& path) {
        if (path.filename() == "slow.svs")
            mayOpen.wait();
        return openPainted(path);
    });
    QVERIFY(viewer.show());
    QSignalSpy changes(&viewer.slides, &SlideSession::slideChanged);
    viewer.window.openFile("slow.svs");
    viewer.window.openFile("fast.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    mayOpen.count_down();
    QTest::qWait(50);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(viewer.slides.slide()->info().path.filename().string(), std::string("fast.svs"));
}

void TestMainWindow::picksAndTogglesAProfile()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("good.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QSignalSpy busy(&viewer.normalizers, &NormalizerSession::busyChanged);
    viewer.window.openFile(viewer.writeProfile("lab.json"));
    QVERIFY(viewer.normalizers.isBusy());
    QVERIFY(!labelText(viewer, "statusTask").isEmpty());
    QTRY_VERIFY(viewer.normalizers.normalizer());
    QVERIFY(busy.size() >= 2);
    QVERIFY(labelText(viewer, "statusTask").isEmpty());
    QCOMPARE(find<ProfilePicker>(viewer)->text(), "Swapped");

    const auto& panes = viewOf(viewer).panes();
    QCOMPARE(panes.size(), 2u);
    QVERIFY(!panes[0].table);
    QCOMPARE(panes[1].table->entry(0xFF0000) & 0xFFFFFF, 0x0000FFu);

    QTest::keyClick(&viewOf(viewer), Qt::Key_N);
    QCOMPARE(panes.size(), 2u);
    QVERIFY(!panes[1].table);
    QTest::keyClick(&viewOf(viewer), Qt::Key_N);
    QVERIFY(panes[1].table);

    viewer.normalizers.pick({});
    QCOMPARE(panes.size(), 1u);
    QCOMPARE(find<ProfilePicker>(viewer)->text(), "Source only");
}

void TestMainWindow::keepsTheProfileWhenAnotherFails()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("good.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    viewer.window.openFile(viewer.writeProfile("lab.json"));
    QTRY_VERIFY(viewer.normalizers.normalizer());
    const NormalizerPtr before = viewer.normalizers.normalizer();
    viewer.window.openFile(viewer.writeFile("bad.pth", "nonsense"));
    QTRY_VERIFY(!viewer.normalizers.isBusy());
    QCOMPARE(viewer.normalizers.normalizer(), before);
    QVERIFY(find<NoticeBar>(viewer, "notice")->text().contains("bad.pth"));
}

void TestMainWindow::offersDemoProfilesOnDemoSlidesOnly()
{
    const QString bundled = "Swapped (demo slides only)";
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("real.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QVERIFY(!profileNames(viewer).contains(bundled));
    QVERIFY(!viewer.normalizers.isBusy());

    viewer.window.openFile("a-demo.tif");
    QTRY_VERIFY(viewer.normalizers.normalizer());
    QVERIFY(profileNames(viewer).contains(bundled));
    QCOMPARE(viewOf(viewer).panes().size(), 2u);

    viewer.window.openFile("real.svs");
    QTRY_VERIFY(!viewer.normalizers.normalizer());
    QVERIFY(!profileNames(viewer).contains(bundled));
    QCOMPARE(viewOf(viewer).panes().size(), 1u);

    viewer.window.openFile("b-demo.tif");
    QTRY_VERIFY(profileNames(viewer).contains(bundled));
    QVERIFY(!viewer.normalizers.isBusy());
    QVERIFY(!viewer.normalizers.normalizer());
}

void TestMainWindow::dropsADemoProfileThatIsNotReadyYet()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    // As soon as the demo slide has begun to prepare its profile, a real slide takes its place.
    const auto openRealSlide = [&viewer] { viewer.window.openFile("real.svs"); };
    connect(&viewer.normalizers, &NormalizerSession::busyChanged, &viewer.window, openRealSlide,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    viewer.window.openFile("a-demo.tif");
    QTRY_VERIFY(viewer.slides.slide() && viewer.slides.slide()->info().path.filename() == "real.svs");
    QTRY_VERIFY(!viewer.normalizers.isBusy());
    QVERIFY(!viewer.normalizers.normalizer());
    QCOMPARE(viewOf(viewer).panes().size(), 1u);
}

void TestMainWindow::warnsOfADemoProfileOnARealSlide()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("real.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    viewer.window.openFile(viewer.writeProfile("chosen.json", true));
    QTRY_VERIFY(viewer.normalizers.normalizer());
    QVERIFY(find<NoticeBar>(viewer, "fitWarnings")->text().contains("Swapped"));
    QVERIFY(find<NoticeBar>(viewer, "fitWarnings")->text().contains("demo slides"));
}

void TestMainWindow::changesModesByKeys()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("a-demo.tif");
    QTRY_VERIFY(viewer.normalizers.normalizer());
    CompareView& view = viewOf(viewer);
    QCOMPARE(view.mode(), CompareMode::SideBySide);
    QTest::keyClick(&view, Qt::Key_C);
    QCOMPARE(view.mode(), CompareMode::Curtain);
    QVERIFY(actionsOf(viewer).curtain->isChecked());
    QTest::keyClick(&view, Qt::Key_V);
    QCOMPARE(view.mode(), CompareMode::Single);
    QCOMPARE(view.mainPane(), 1);
    QTest::keyClick(&view, Qt::Key_S);
    QCOMPARE(view.mode(), CompareMode::SideBySide);
}

void TestMainWindow::zoomsByKeys()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("good.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    CompareView& view = viewOf(viewer);
    const double fitted = view.viewport().zoom;
    QTest::keyClick(&view, Qt::Key_1);
    QCOMPARE(view.viewport().zoom, 1.0);
    QCOMPARE(labelText(viewer, "statusMagnification"), "40×");
    QCOMPARE(labelText(viewer, "statusPixelSize"), "0.25 µm/pixel");
    QTest::keyClick(&view, Qt::Key_5);
    QCOMPARE(view.viewport().zoom, 10.0 / 40);
    QCOMPARE(labelText(viewer, "statusMagnification"), "10×");
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.viewport().zoom > 10.0 / 40);
    QTest::keyClick(&view, Qt::Key_Minus);
    QCOMPARE(view.viewport().zoom, 10.0 / 40);
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.viewport().zoom, fitted);
}

void TestMainWindow::disablesMagnificationsWithoutObjectivePower()
{
    ViewerFixture viewer;
    QVERIFY(viewer.show());
    viewer.window.openFile(viewer.writePicture("plain.png"));
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    for (const auto& each : actionsOf(viewer).magnifications)
        QVERIFY(!each.action->isEnabled());
    QVERIFY(actionsOf(viewer).actualPixels->isEnabled());
}

void TestMainWindow::showsTheSourceWhileSpaceIsHeld()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("a-demo.tif");
    QTRY_VERIFY(viewer.normalizers.normalizer());
    CompareView& view = viewOf(viewer);
    QVERIFY(view.hasFocus());
    QTest::keyPress(&view, Qt::Key_Space);
    QVERIFY(view.isSourceHeld());
    QTest::keyRelease(&view, Qt::Key_Space);
    QVERIFY(!view.isSourceHeld());
    QTest::keyPress(&view, Qt::Key_Space);
    view.clearFocus();
    QVERIFY(!view.isSourceHeld());
}

void TestMainWindow::takesDroppedFiles()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    drop(viewer.window, viewer.path("dropped.svs"));
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QCOMPARE(viewer.slides.slide()->info().path.filename().string(), std::string("dropped.svs"));
    drop(viewer.window, viewer.writeProfile("dropped.json"));
    QTRY_VERIFY(viewer.normalizers.normalizer());
}

void TestMainWindow::graysRecentFilesThatAreGone()
{
    ViewerFixture viewer;
    const QString there = viewer.writePicture("there.png");
    const QString gone = viewer.path("gone.png");
    viewer.recentSlides.add(gone);
    viewer.recentSlides.add(there);
    QVERIFY(viewer.show());
    viewer.recentSlides.refresh();
    QTRY_VERIFY(viewer.recentSlides.isMissing(gone));

    QMenu* menu = nullptr;
    for (QMenu* each : viewer.window.findChildren<QMenu*>())
        if (each->title().contains("Recent"))
            menu = each;
    QVERIFY(menu);
    QVERIFY(menu->actions().at(0)->isEnabled());
    QVERIFY(!menu->actions().at(1)->isEnabled());
    QVERIFY(menu->actions().at(1)->text().contains("not found"));
    QCOMPARE(viewer.window.findChildren<QPushButton*>("recentButton").size(), 1);

    menu->actions().at(0)->trigger();
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    const QPointer<QAction> clearList = menu->actions().last();
    clearList->trigger();
    QVERIFY2(clearList, "deleted during its own signal");
    QTRY_VERIFY(!menu->isEnabled());
    QVERIFY(viewer.settings.store().value("recent/slides").toStringList().isEmpty());
}

void TestMainWindow::tellsWhereTheCursorIs()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("a-demo.tif");
    QTRY_VERIFY(viewer.normalizers.normalizer());
    QTRY_VERIFY(viewer.window.isSettled());
    CompareView& view = viewOf(viewer);
    view.zoomTo(1);
    QTRY_VERIFY(viewer.window.isSettled());
    QTest::mouseMove(&view, QPoint(100, 100));
    QTRY_VERIFY(labelText(viewer, "statusPosition").startsWith("x "));
    QVERIFY(labelText(viewer, "statusPosition").contains("µm"));
    QVERIFY(find<QWidget>(viewer, "statusColors")->accessibleName().contains("→"));
    QVERIFY(labelText(viewer, "statusLevel").startsWith("Level 0"));
}

void TestMainWindow::leavesFullScreenByEscape()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("good.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QTest::keyClick(&viewOf(viewer), Qt::Key_F11);
    QTRY_VERIFY(viewer.window.isFullScreen());
    QTRY_VERIFY(actionsOf(viewer).leaveFullScreen->isEnabled());
    QTest::keyClick(&viewOf(viewer), Qt::Key_Escape);
    QTRY_VERIFY(!viewer.window.isFullScreen());
}

void TestMainWindow::presentationsShowNoNames()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("good.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QVERIFY(viewer.window.windowTitle().contains("good"));
    QTest::keyClick(&viewOf(viewer), Qt::Key_F5);
    QVERIFY2(!viewer.window.windowTitle().contains("good"), qPrintable(viewer.window.windowTitle()));
    QVERIFY(!viewer.window.statusBar()->isVisible() && !viewer.window.menuBar()->isVisible());
    QTRY_VERIFY(viewer.window.isFullScreen());
    QTest::keyClick(&viewOf(viewer), Qt::Key_Escape);
    QTRY_VERIFY(!viewer.window.isFullScreen());
    QTRY_VERIFY(viewer.window.statusBar()->isVisible() && viewer.window.menuBar()->isVisible());
    QVERIFY(viewer.window.windowTitle().contains("good"));
    QVERIFY(!actionsOf(viewer).presentation->isChecked());
}

void TestMainWindow::theSlidesBesideThisOneAreListed()
{
    ViewerFixture viewer;
    // Pictures, whatever they are called.
    const QString first = viewer.writePicture("a.tif");
    QVERIFY(!viewer.writePicture("b.tif").isEmpty());
    QVERIFY(viewer.show());
    viewer.window.openFile(first);
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    auto* dock = find<QDockWidget>(viewer, "folderDock");
    QVERIFY(!dock->isVisible());
    actionsOf(viewer).folderList->trigger();
    QVERIFY(dock->isVisible());
    auto* list = find<QTreeView>(viewer, "folderSlides");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->setCurrentIndex(list->model()->index(1, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(viewer.window.windowTitle(), QString("b.tif – Isostain"));

    // File names may name patients.
    actionsOf(viewer).presentation->trigger();
    QVERIFY(!dock->isVisible());
    actionsOf(viewer).leaveFullScreen->trigger();
    QTRY_VERIFY(dock->isVisible());
}

void TestMainWindow::helpIsThere()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    actionsOf(viewer).help->trigger();
    auto* pages = find<QListWidget>(viewer, "pageList");
    QVERIFY(pages);
    QVERIFY(pages->count() >= 5);
    QString all;
    for (int row = 0; row < pages->count(); ++row) {
        pages->setCurrentRow(row);
        const QString text = find<QTextBrowser>(viewer, "pageText")->toPlainText();
        QVERIFY2(text.startsWith(pages->item(row)->text()) && text.size() > 500, qPrintable(pages->item(row)->text()));
        all += text;
    }
    for (const char* word : {"Reinhard", "Macenko", "Vahadane", "Khan", "StainGAN", "StainNet", "SSIM Source", "research use only"})
        QVERIFY2(all.contains(word), word);
    delete find<QDialog>(viewer, "helpWindow");

    actionsOf(viewer).about->trigger();
    find<QPushButton>(viewer, "licenses")->click();
    pages = find<QListWidget>(viewer, "pageList");
    QVERIFY(pages);
    QStringList texts;
    for (int row = 0; row < pages->count(); ++row) {
        pages->setCurrentRow(row);
        texts << find<QTextBrowser>(viewer, "pageText")->toPlainText();
    }
    QVERIFY(texts.first().contains("OpenSlide") && texts.first().contains("LGPL 2.1"));
    QVERIFY(texts.join(' ').contains("GNU GENERAL PUBLIC LICENSE"));
}

void TestMainWindow::shortcutsAreFoundAndChanged()
{
    QString settings;
    {
        ViewerFixture viewer(openPainted);
        QVERIFY(viewer.show());
        QSet<QString> names;
        for (const QAction* action : actionsOf(viewer).all()) {
            QVERIFY2(!action->objectName().isEmpty() && !names.contains(action->objectName()), qPrintable(action->text()));
            names << action->objectName();
        }
        QTest::keyClick(&viewer.window, Qt::Key_F1);
        auto* table = find<QTableWidget>(viewer, "shortcutTable");
        QVERIFY(table);
        const int all = table->rowCount();
        QVERIFY(all > 50);
        const auto shown = [&] {
            int count = 0;
            for (int row = 0; row < table->rowCount(); ++row)
                count += !table->isRowHidden(row);
            return count;
        };
        find<QLineEdit>(viewer, "shortcutSearch")->setText("presentation");
        QCOMPARE(shown(), 1);
        int row = 0;
        while (table->isRowHidden(row))
            ++row;
        table->selectRow(row);
        auto* keys = find<QKeySequenceEdit>(viewer, "shortcutKeys");
        auto* assign = find<QPushButton>(viewer, "shortcutAssign");
        keys->setKeySequence(QKeySequence("F11"));
        assign->click();
        QVERIFY2(labelText(viewer, "shortcutNews").contains("Full Screen"), qPrintable(labelText(viewer, "shortcutNews")));
        QCOMPARE(actionsOf(viewer).presentation->shortcut(), QKeySequence("F5"));
        keys->setKeySequence(QKeySequence("Ctrl+F9"));
        assign->click();
        QCOMPARE(actionsOf(viewer).presentation->shortcut(), QKeySequence("Ctrl+F9"));
        QVERIFY(table->item(row, 1)->text().contains("F9"));
        viewer.settings.store().sync();
        QFile file(viewer.path("settings.ini"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        settings = QString::fromUtf8(file.readAll());
        find<QPushButton>(viewer, "shortcutResetAll")->click();
        QCOMPARE(actionsOf(viewer).presentation->shortcut(), QKeySequence("F5"));
    }
    QVERIFY2(settings.contains("presentation=Ctrl+F9"), qPrintable(settings));
}

void TestMainWindow::opensADemoSlideThatIsAwaited()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("real.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QVERIFY(QDir(viewer.folder.path()).mkdir("demo"));
    const QString demo = viewer.writeFile("demo/demo-he-scanner-a.tif", "made before");
    actionsOf(viewer).makeDemo->trigger();
    QTRY_COMPARE(toFileName(viewer.slides.slide()->info().path), demo);
}

void TestMainWindow::announcesADemoSlideThatIsNotAwaitedAnyMore()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    viewer.window.openFile("real.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QVERIFY(QDir(viewer.folder.path()).mkdir("demo"));
    const QString demo = viewer.writeFile("demo/demo-he-scanner-a.tif", "made before");
    actionsOf(viewer).makeDemo->trigger();
    viewer.window.openFile("other.svs");
    QTRY_VERIFY(labelText(viewer, "statusTask").contains("demo slide is ready"));
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    QCOMPARE(viewer.slides.slide()->info().path.filename().string(), std::string("other.svs"));
    QVERIFY(viewer.recentSlides.paths().contains(demo));

    // Asked for once more, it is shown.
    actionsOf(viewer).makeDemo->trigger();
    QTRY_COMPARE(toFileName(viewer.slides.slide()->info().path), demo);
}

void TestMainWindow::tellsOfADemoSlideThatFailedAside()
{
    ViewerFixture viewer(openPainted);
    QVERIFY(viewer.show());
    QVERIFY(!viewer.writeFile("demo", "no folder").isEmpty());
    actionsOf(viewer).makeDemo->trigger();
    viewer.window.openFile("real.svs");
    QTRY_VERIFY(!find<NoticeBar>(viewer, "notice")->text().isEmpty());
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
    actionsOf(viewer).makeDemo->trigger();
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Failed);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
