#include <QTemporaryDir>
#include <QTest>

#include "RunTesting.h"
#include "image/ImageFile.h"
#include "runs/RunInfo.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

/// `train stainnet` as a user meets it: stopped, killed, on a full disk, with what it cannot use.
class TestTrainStainNet : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        m_folder = m_temporary.path().toStdString();
        const Outcome demo =
            runCli({"demo", text(m_folder / "demo"), "--slides", "none", "--tiles", "4", "--size", "1536x1536"});
        QVERIFY2(demo.exitCode == 0, demo.text());
        m_a = m_folder / "demo/tiles/a";
        m_b = m_folder / "demo/tiles/b";
        for (const char* name : {"corrupt", "more", "sizes"})
            fs::copy(m_a, m_folder / name);
        fs::resize_file(m_folder / "corrupt/0002.png", 3000);
        fs::copy_file(m_a / "0001.png", m_folder / "more/zzz.png");
        QVERIFY(writePng(makeRgbImage(100, 80), m_folder / "sizes/0003.png", Overwrite::Yes));
        fs::create_directories(m_folder / "one");
        fs::copy_file(m_a / "0001.png", m_folder / "one/0001.png");
        fs::create_directories(m_folder / "empty");
        std::ofstream(m_folder / "file") << "a file";
        const Outcome fast = train(m_a, m_b, "fast", {"--steps", "20"});
        QVERIFY2(fast.exitCode == 0, fast.text());
        const Outcome paper = runCli(published("whole"));
        QVERIFY2(paper.exitCode == 0, paper.text());
        m_whole = resultsIn("whole");
        QVERIFY(m_whole.contains("stainnet.pth") && m_whole.contains("profile.json") && m_whole.contains("quality.json"));
    }

    void whatCanBeUsedIsTrainedOn_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("words");
        QTest::newRow("one image") << "one"
                                   << "0002.png has no partner";
        QTest::newRow("a corrupt image") << "corrupt"
                                         << "0002.png is damaged or incomplete";
        QTest::newRow("an orphan") << "more"
                                   << "zzz.png has no partner";
        QTest::newRow("mixed sizes") << "sizes"
                                     << "0003.png";
    }
    void whatCanBeUsedIsTrainedOn()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, words);
        const std::string run = "used-" + source.toStdString();
        const Outcome outcome = train(m_folder / source.toStdString(), m_b, run, {"--steps", "5"});
        QVERIFY2(outcome.exitCode == 0 && outcome.err.contains(words), outcome.text());
        QVERIFY(fs::exists(m_folder / run / "stainnet.pth"));
    }

    void whatCannotBeDoneIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const QString a = text(m_a), b = text(m_b), run = text(m_folder / "new");
        QTest::newRow("no teacher") << QStringList{"--source", a, "-o", run} << 2 << "--teacher";
        QTest::newRow("an empty folder") << QStringList{"--source", text(m_folder / "empty"), "--teacher", b, "-o", run} << 1
                                         << "does not hold usable images";
        QTest::newRow("a folder that is not there")
            << QStringList{"--source", text(m_folder / "nowhere"), "--teacher", b, "-o", run} << 1 << "was not found";
        QTest::newRow("one folder twice") << QStringList{"--source", a, "--teacher", a, "-o", run} << 1 << "same images";
        QTest::newRow("a checkpoint of another network")
            << QStringList{"--source", a, "--staingan", text(m_folder / "fast/stainnet.pth"), "-o", run} << 1
            << "no generator of a StainGAN";
        QTest::newRow("a run below a file")
            << QStringList{"--source", a, "--teacher", b, "-o", text(m_folder / "file" / "run")} << 1 << "could not be written";
        QTest::newRow("a finished run") << QStringList{"--source", a, "--teacher", b, "-o", text(m_folder / "fast")} << 1
                                        << "exists already";
        QTest::newRow("kernels that are even")
            << QStringList{"--source", a, "--teacher", b, "-o", run, "--kernels", "2,1,1"} << 2 << "kernel";
    }
    void whatCannotBeDoneIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QString, words);
        const Outcome outcome = runCli(QStringList{"train", "stainnet"} + arguments);
        QVERIFY2(outcome.exitCode == exitCode && outcome.err.contains(words), outcome.text());
        QVERIFY(!fs::exists(m_folder / "new/stainnet.pth"));
    }

    void aKilledTrainingGoesOnToTheSameBits()
    {
        QVERIFY(endAtRow(published("killed"), m_folder / "killed", 7, SIGKILL).isEnded);
        QVERIFY(!fs::exists(m_folder / "killed/stainnet.pth"));
        QVERIFY(readRunStatus(m_folder / "killed")->state == RunState::Interrupted);
        const Outcome resumed = runCli(published("killed"));
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(resultsIn("killed") == m_whole);
    }

    void anInterruptedTrainingSaysHowToGoOn()
    {
        const EndedRun ended = endAtRow(published("stopped"), m_folder / "stopped", 7, SIGINT);
        QVERIFY2(ended.isEnded && ended.err.contains("Run the same command again"), ended.err);
        QVERIFY(readRunStatus(m_folder / "stopped")->state == RunState::Stopped);
        const Outcome resumed = runCli(published("stopped"));
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(resultsIn("stopped") == m_whole);
    }

    void aFullDiskStopsItAndNothingIsLost()
    {
        const SmallDisk disk(m_folder / "disk", "8m");
        if (!disk.isMounted())
            QSKIP("this user may not mount a small disk");
        QVERIFY(endAtRow(published("disk/run"), m_folder / "disk/run", 7, SIGINT).isEnded);
        disk.fill();
        const Outcome failed = runCli(published("disk/run"));
        QVERIFY2(failed.exitCode == 1 && failed.err.contains("The disk is full"), failed.text());
        QVERIFY(!fs::exists(m_folder / "disk/run/stainnet.pth"));
        disk.makeRoom();
        const Outcome resumed = runCli(published("disk/run"));
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(resultsIn("disk/run") == m_whole);
    }

    void twoCannotWriteOneRun()
    {
        QProcess first;
        first.start(text(cliPath()), published("shared"));
        while (!readMetrics(m_folder / "shared") && !first.waitForFinished(1)) {
        }
        const Outcome second = runCli(published("shared"));
        first.waitForFinished(60000);
        // The first may have finished by then.
        QVERIFY2(second.exitCode == 1 && (second.err.contains("Another training is writing") || second.err.contains("exists already")),
                 second.text());
        QVERIFY(resultsIn("shared") == m_whole);
    }

private:
    Outcome train(const fs::path& source, const fs::path& teacher, const std::string& run, const QStringList& more) const
    {
        return runCli(QStringList{"train", "stainnet", "--source", text(source), "--teacher", text(teacher), "-o",
                                  text(m_folder / run), "--hold-out", "0"} +
                      more);
    }
    /// Takes about a second; three pairs train, one tests.
    QStringList published(const std::string& run) const
    {
        return {"train",     "stainnet", "--source", text(m_a),    "--teacher", text(m_b), "--recipe",
                "paper",     "--epochs", "60",       "--hold-out", "4",         "-o",      text(m_folder / run),
                "--threads", "1"};
    }
    /// What must not depend on how often it was stopped.
    std::map<std::string, std::string> resultsIn(const std::string& name) const
    {
        auto files = filesBelow(m_folder / name);
        std::erase_if(files, [](const auto& file) { return file.first != "stainnet.pth" && file.first != "metrics.csv"; });
        // Seconds differ; they are of the last stretch.
        for (const char* other : {"profile.json", "quality.json"})
            if (fs::exists(m_folder / name / other))
                files[other];
        return files;
    }

    QTemporaryDir m_temporary;
    fs::path m_folder;
    fs::path m_a;
    fs::path m_b;
    std::map<std::string, std::string> m_whole;
};

QTEST_GUILESS_MAIN(TestTrainStainNet)
#include "tst_trainstainnet.moc"
