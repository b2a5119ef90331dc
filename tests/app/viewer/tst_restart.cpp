#include <csignal>

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "PanesFixture.h"
#include "StateKeeper.h"
#include "ViewerState.h"
#include "image/ImageFile.h"
#include "panels/PathText.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ViewerState someState()
{
    ViewerState state;
    state.slide = "/slides/ä b.svs";
    state.center = {1234.5, 0.25};
    state.zoom = 0.75;
    state.orientation = {270, true};
    state.mode = CompareMode::Curtain;
    state.panes = {{kMacenko, PaneView::Eosin, {}}, {{}, PaneView::SecondScan, "/slides/b.svs"}};
    state.mainPane = 1;
    return state;
}

}

/// What is shown when the viewer is started again, whatever ended it.
class TestRestart : public QObject {
    Q_OBJECT

private slots:
    void statesAreTheSameAgain()
    {
        QVERIFY(viewerStateFromJson(toJson(someState())) == someState());
        QVERIFY(viewerStateFromJson(toJson(ViewerState())) == ViewerState());
    }

    void whatIsNoStateIsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut off") << toJson(someState()).chopped(20);
        QTest::newRow("another format") << QByteArray("{\"isostain-session\": 2}");
        QTest::newRow("no zoom") << QByteArray("{\"isostain-session\": 1, \"zoom\": 1e9}");
        QTest::newRow("a list") << QByteArray("[1, 2]");
    }
    void whatIsNoStateIsNone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!viewerStateFromJson(json));
    }

    void aWindowShowsWhatAnotherDid()
    {
        QByteArray kept;
        Viewport left;
        {
            ViewerFixture viewer(openTissue);
            QVERIFY(viewer.show());
            viewer.window.state().setKeeping(StateKeeper::Keeping::On);
            viewer.window.openFile("a.svs");
            QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
            viewer.window.addPane(kMacenko);
            QVERIFY(waitForFit(viewer));
            viewer.window.addPane("builtin:vahadane");
            QVERIFY(waitForFit(viewer, 1));
            viewer.window.setCompareMode(CompareMode::Curtain);
            Viewport viewport = viewOf(viewer).viewport();
            viewport.center = {700, 400};
            viewport.zoom = 2;
            viewOf(viewer).setViewport(viewport);
            viewOf(viewer).setOrientation({90, false});
            viewer.panes.setMain(0);
            left = viewOf(viewer).viewport();
            // Nobody says that it ends.
            QTRY_VERIFY((kept = contentOf(viewer.path("session.json"))).contains("vahadane") && kept.contains("curtain") &&
                        kept.contains("\"degrees\": 90"));
            const auto rights = QFile::permissions(viewer.path("session.json"));
            QVERIFY2(!rights.testFlag(QFile::ReadGroup) && !rights.testFlag(QFile::ReadOther), "others read it");
        }
        ViewerFixture viewer(openTissue);
        QVERIFY(!viewer.writeFile("session.json", kept).isEmpty());
        QVERIFY(viewer.show());
        viewer.window.state().restore();
        QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
        QVERIFY(waitForFit(viewer, 1));
        QCOMPARE(viewer.panes.count(), 2);
        QCOMPARE(viewer.panes.mainIndex(), 0);
        QCOMPARE(viewer.panes.pane(1).session().currentId(), QString("builtin:vahadane"));
        QCOMPARE(viewOf(viewer).mode(), CompareMode::Curtain);
        QVERIFY(viewOf(viewer).viewport().orientation == left.orientation);
        QCOMPARE(viewOf(viewer).viewport().zoom, left.zoom);
        QCOMPARE(viewOf(viewer).viewport().center.x, left.center.x);

        viewer.window.state().setKeeping(StateKeeper::Keeping::On);
        viewer.window.state().setKeeping(StateKeeper::Keeping::Off);
        QTRY_VERIFY2(!QFile::exists(viewer.path("session.json")), "what is not wanted is not kept");
    }

    void aSlideThatIsGoneIsSaid()
    {
        ViewerFixture viewer(openTissue);
        ViewerState state;
        state.slide = viewer.path("broken.svs");
        QVERIFY(!viewer.writeFile("session.json", toJson(state)).isEmpty());
        QVERIFY(viewer.show());
        viewer.window.state().restore();
        QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Failed);
    }

    void whatIsShownAlreadyStays()
    {
        ViewerFixture viewer(openTissue);
        QVERIFY(!viewer.writeFile("session.json", toJson(someState())).isEmpty());
        QVERIFY(viewer.show());
        viewer.window.openFile("a.svs");
        QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);
        QSignalSpy restored(&viewer.window.state(), &StateKeeper::restored);
        viewer.window.state().restore();
        QVERIFY(restored.wait(30000));
        QVERIFY(viewer.slides.requestedPath().endsWith("a.svs"));
        QVERIFY(viewer.panes.isSourceAlone());
    }

    void afterAKill()
    {
        const QTemporaryDir home;
        const QString picture = home.filePath("picture.png");
        QVERIFY(writePng(tissue(demo::ScannerId::A), toPath(picture), Overwrite::No));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HOME", home.path());
        environment.insert("XDG_CONFIG_HOME", home.filePath("config"));
        environment.insert("XDG_DATA_HOME", home.filePath("data"));
        const QString session = home.filePath("data/Isostain/Isostain/session.json");
        const QString program = QFileInfo(toFileName(cliPath())).dir().filePath("isostain");
        QProcess viewer;
        viewer.setProcessEnvironment(environment);
        viewer.start(program, {picture, "--profile", kMacenko, "--mode", "curtain"});
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(session).contains("picture.png") && contentOf(session).contains("macenko"), 60000);
        ::kill(pid_t(viewer.processId()), SIGKILL);
        QVERIFY(viewer.waitForFinished());

        ViewerState state = viewerStateFromJson(contentOf(session)).value();
        QCOMPARE(state.mode, CompareMode::Curtain);
        state.orientation = {180, false};
        state.center = {500, 300};
        state.zoom = 3;
        QFile file(session);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toJson(state).replace("    ", " "));
        file.close();
        // It tells what it shows by keeping it again.
        viewer.start(program, QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(session) == toJson(state), 60000);
        viewer.kill();
        viewer.waitForFinished();
    }
};

QTEST_MAIN(TestRestart)
#include "tst_restart.moc"
