#include <atomic>
#include <latch>
#include <thread>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "handover/Background.h"
#include "NormalizerSession.h"
#include "RecentFiles.h"
#include "SlideSession.h"
#include "panels/PathText.h"
#include "support/PaintedSlide.h"

using namespace isostain;
using namespace isostain::test;

namespace {

Result<SlidePtr> openPainted(const std::filesystem::path& path)
{
    SlideInfo info;
    info.path = path;
    return std::make_shared<PaintedSlide>(PyramidGeometry({{1000, 800}}), info);
}

StainProfile invertingProfile(const std::string& name)
{
    StainProfile profile;
    profile.name = name;
    profile.weights.layers = {{3, 3, 1, {-1, 0, 0, 0, -1, 0, 0, 0, -1}, {1, 1, 1}},
                              {3, 3, 1, {1, 0, 0, 0, 1, 0, 0, 0, 1}, {-1, -1, -1}}};
    return profile;
}

}

/// What happens on which thread, without a window: these run under the thread sanitizer as well.
class TestSessions : public QObject {
    Q_OBJECT

private slots:
    void deliversOnThisThread();
    void dropsResultsOfWhoIsGone();
    void endsWithWorkWaiting();
    void keepsTheNewestOfManySlides();
    void keepsTheNewestOfManyProfiles();
    void stopsPreparingWhenItEnds();
    void keepsRecentFilesShort();
};

void TestSessions::deliversOnThisThread()
{
    Background background;
    constexpr int kTasks = 200;
    int delivered = 0;
    std::atomic<int> workedElsewhere = 0;
    const auto here = std::this_thread::get_id();
    for (int i = 0; i < kTasks; ++i) {
        background.run(
            this,
            [&, i] {
                workedElsewhere += std::this_thread::get_id() != here ? 1 : 0;
                return std::string(1000, static_cast<char>('a' + i % 26));
            },
            [&, i](const std::string& result) {
                QCOMPARE(std::this_thread::get_id(), here);
                QCOMPARE(result.front(), static_cast<char>('a' + i % 26));
                ++delivered;
            });
    }
    QTRY_COMPARE(delivered, kTasks);
    QCOMPARE(workedElsewhere.load(), kTasks);
}

void TestSessions::dropsResultsOfWhoIsGone()
{
    Background background;
    bool isDelivered = false;
    std::latch mayFinish(1);
    auto context = std::make_unique<QObject>();
    background.run(
        context.get(),
        [&] {
            mayFinish.wait();
            return 1;
        },
        [&](int) { isDelivered = true; });
    context.reset();
    mayFinish.count_down();
    bool isNextDelivered = false;
    background.run(
        this, [] { return 2; }, [&](int) { isNextDelivered = true; });
    QTRY_VERIFY(isNextDelivered);
    QTest::qWait(20);
    QVERIFY(!isDelivered);
}

void TestSessions::endsWithWorkWaiting()
{
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    {
        Background background;
        for (int i = 0; i < 100; ++i)
            background.run(
                this,
                [&] {
                    ++begun;
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                    return ++ended;
                },
                [](int) {});
    }
    QCOMPARE(ended.load(), begun.load());
}

void TestSessions::keepsTheNewestOfManySlides()
{
    Background background;
    SlideSession session(background, openPainted);
    QSignalSpy opened(&session, &SlideSession::opened);
    for (int i = 0; i < 50; ++i)
        session.open(QStringLiteral("/slides/%1.svs").arg(i));
    QTRY_COMPARE(session.state(), SlideSession::State::Open);
    QCOMPARE(toFileName(session.slide()->info().path), "/slides/49.svs");
    QTest::qWait(20);
    QCOMPARE(opened.size(), 1);
    session.close();
    QCOMPARE(session.state(), SlideSession::State::Empty);
    QVERIFY(!session.slide());
}

void TestSessions::keepsTheNewestOfManyProfiles()
{
    QTemporaryDir folder;
    Background background;
    SlideSession slides(background, openPainted);
    NormalizerSession session(background, slides, std::make_shared<SlideSamples>());
    QSignalSpy loaded(&session, &NormalizerSession::loaded);
    QSignalSpy failed(&session, &NormalizerSession::failed);
    for (int i = 0; i < 5; ++i) {
        const QString file = folder.filePath(QStringLiteral("%1.json").arg(i));
        QVERIFY(writeStainProfile(invertingProfile("profile " + std::to_string(i)), toPath(file)));
        session.pick(file);
    }
    QTRY_VERIFY_WITH_TIMEOUT(session.normalizer(), 60000);
    QCOMPARE(session.normalizer()->profile.name, std::string("profile 4"));
    QCOMPARE(session.normalizer()->table->entry(0xFFFFFF) & 0xFFFFFF, 0u);
    QTest::qWait(20);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(failed.size(), 0);

    session.pick(folder.filePath("absent.json"));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(session.normalizer()->profile.name, std::string("profile 4"));
    session.pick({});
    QVERIFY(!session.normalizer());
}

void TestSessions::stopsPreparingWhenItEnds()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("profile.json");
    QVERIFY(writeStainProfile(invertingProfile("late"), toPath(file)));
    Background background;
    SlideSession slides(background, openPainted);
    auto session = std::make_unique<NormalizerSession>(background, slides, std::make_shared<SlideSamples>());
    session->pick(file);
    // Progress and result arrive for a session that is gone; the address sanitizer sees whoever touches it.
    session.reset();
    bool isNextDelivered = false;
    background.run(
        this, [] { return 1; }, [&](int) { isNextDelivered = true; });
    QTRY_VERIFY(isNextDelivered);
}

void TestSessions::keepsRecentFilesShort()
{
    QTemporaryDir folder;
    Background background;
    QSettings store(folder.filePath("settings.ini"), QSettings::IniFormat);
    RecentFiles recent(store, QStringLiteral("recent/slides"), background);
    for (int i = 0; i < RecentFiles::kMost + 3; ++i)
        recent.add(QStringLiteral("/slides/%1.svs").arg(i));
    recent.add("/slides/5.svs");
    QCOMPARE(recent.paths().size(), RecentFiles::kMost);
    QCOMPARE(recent.paths().first(), "/slides/5.svs");
    QCOMPARE(recent.paths().count("/slides/5.svs"), 1);
    QCOMPARE(RecentFiles(store, QStringLiteral("recent/slides"), background).paths(), recent.paths());
    recent.refresh();
    QTRY_VERIFY(recent.isMissing("/slides/5.svs"));
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
