#include <algorithm>
#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "RunTesting.h"
#include "image/ImageFile.h"
#include "nn/Network.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

/// `train staingan` as a user meets it: stopped, killed, on a full disk, with what it cannot use.
class TestTrainStainGan : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        m_folder = m_temporary.path().toStdString();
        const Outcome demo =
            runCli({"demo", text(m_folder / "demo"), "--slides", "none", "--tiles", "4", "--size", "1536x1536"});
        QVERIFY2(demo.exitCode == 0, demo.text());
        const Outcome whole = train("whole");
        if (whole.err.contains("not part of this installation"))
            QSKIP("this build has no LibTorch");
        QVERIFY2(whole.exitCode == 0, whole.text());
        m_whole = resultsIn("whole");
        QVERIFY(m_whole.size() >= 5);
    }

    void whatItTrainedNormalizes()
    {
        const Outcome normalized = runCli({"normalize", text(m_folder / "demo/tiles/a/0001.png"), text(m_folder / "out.png"),
                                           "--profile", text(m_folder / "whole/generator.pth")});
        QVERIFY2(normalized.exitCode == 0, normalized.text());
        QCOMPARE(readImage(m_folder / "out.png")->width(), 256);
    }

    void aKilledTrainingGoesOnToTheSameBits_data()
    {
        QTest::addColumn<int>("row");
        QTest::newRow("early") << 2;
        QTest::newRow("in mid-epoch") << 9;
        QTest::newRow("late") << 21;
    }
    void aKilledTrainingGoesOnToTheSameBits()
    {
        QFETCH(const int, row);
        const std::string name = "killed" + std::to_string(row);
        QVERIFY(endAtRow(name, static_cast<std::size_t>(row), SIGKILL));
        QVERIFY(readRunStatus(m_folder / name)->state == RunState::Interrupted);
        const Outcome resumed = resume(name);
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(resultsIn(name) == m_whole);
    }

    void anInterruptedTrainingSaysHowToGoOn()
    {
        QVERIFY(endAtRow("stopped", 9, SIGINT));
        QVERIFY2(m_lastError.contains("train staingan --resume -o"), m_lastError);
        QVERIFY(readRunStatus(m_folder / "stopped")->state == RunState::Stopped);
        const Outcome resumed = resume("stopped");
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(resultsIn("stopped") == m_whole);
    }

    void aFullDiskStopsItAndTheLastCheckpointRemains()
    {
        const SmallDisk small(m_folder / "disk", "16m");
        if (!small.isMounted())
            QSKIP("this user may not mount a small disk");
        const fs::path run = m_folder / "disk/run";
        QVERIFY(endAtRow("disk/run", 9, SIGINT));
        const auto kept = RunFolder::open(run)->latestCheckpoint();
        QVERIFY(kept);
        small.fill();
        const Outcome failed = resume("disk/run");
        const auto after = RunFolder::open(run)->latestCheckpoint();
        const bool isThere = after && after->step == kept->step && readCheckpoint(after->path);
        small.makeRoom();
        const Outcome resumed = resume("disk/run");
        const bool isSame = resultsIn("disk/run") == m_whole;
        QVERIFY2(failed.exitCode == 1 && failed.sentences() == 1 && failed.err.contains("The disk is full"), failed.text());
        QVERIFY(isThere);
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(isSame);
    }

    void whatCannotBeDoneIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const QString a = text(m_folder / "demo/tiles/a"), b = text(m_folder / "demo/tiles/b");
        const QString run = text(m_folder / "new"), config = text(m_folder / "config.json");
        std::ofstream(m_folder / "config.json") << R"({"crop": 30})";
        std::ofstream(m_folder / "file") << "a file";
        fs::create_directories(m_folder / "empty");
        QTest::newRow("no folders") << QStringList{"-o", run} << 2 << "--source";
        QTest::newRow("no target") << QStringList{"--source", a, "-o", run} << 2 << "--target";
        QTest::newRow("settings while resuming") << QStringList{"--resume", "--crop", "64", "-o", run} << 2 << "--crop";
        QTest::newRow("a run that is not there") << QStringList{"--resume", "-o", run} << 1 << "was not found";
        QTest::newRow("a bad setting") << QStringList{"--source", a, "--target", b, "-o", run, "--crop", "30"} << 2 << "crop";
        QTest::newRow("a bad file of settings")
            << QStringList{"--source", a, "--target", b, "-o", run, "--config", config} << 2 << "crop";
        QTest::newRow("an empty folder") << QStringList{"--source", a, "--target", text(m_folder / "empty"), "-o", run} << 1
                                         << "does not hold usable images";
        QTest::newRow("one folder twice") << QStringList{"--source", a, "--target", a, "-o", run} << 1 << "same images";
        QTest::newRow("crops larger than the images")
            << QStringList{"--source", a, "--target", b, "-o", run, "--crop", "512"} << 1 << "512x512 are needed";
        QTest::newRow("a run below a file")
            << QStringList{"--source", a, "--target", b, "-o", text(m_folder / "file" / "run"), "--width", "2"} << 1
            << "could not be written";
        QTest::newRow("a run that exists") << QStringList{"--source", a, "--target", b, "-o", text(m_folder / "whole")} << 1
                                           << "exists already";
    }
    void whatCannotBeDoneIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QString, words);
        const Outcome outcome = runCli(QStringList{"train", "staingan"} + arguments);
        QVERIFY2(outcome.exitCode == exitCode && outcome.err.contains(words), outcome.text());
        QVERIFY(!fs::exists(m_folder / "new"));
    }

private:
    QStringList command(const std::string& name) const
    {
        QStringList arguments = {"train",     "staingan",
                                 "--source",  text(m_folder / "demo/tiles/a"),
                                 "--target",  text(m_folder / "demo/tiles/b"),
                                 "-o",        text(m_folder / name),
                                 "--threads", "1"};
        for (const char* setting :
             {"--width 4", "--blocks 1", "--discriminator-width 4", "--discriminator-halvings 2", "--crop 32", "--batch 2",
              "--schedule published-code", "--epochs 3", "--decay-epochs 2", "--steps-per-epoch 12", "--log-steps 2"})
            arguments += QString(setting).split(' ');
        return arguments;
    }
    Outcome train(const std::string& name) const { return runCli(command(name)); }
    Outcome resume(const std::string& name) const
    {
        return runCli({"train", "staingan", "--resume", "-o", text(m_folder / name)});
    }

    bool endAtRow(const std::string& name, std::size_t rows, int signal)
    {
        const EndedRun ended = test::endAtRow(command(name), m_folder / name, rows, signal);
        m_lastError = ended.err;
        return ended.isEnded;
    }

    /// What must not depend on how often it was stopped.
    std::map<std::string, std::string> resultsIn(const std::string& name) const
    {
        auto files = filesBelow(m_folder / name);
        std::erase_if(files, [](const auto& file) {
            return file.first == "config.json" || file.first == ".lock" ||
                   (file.first.starts_with("checkpoints/") && file.first != "checkpoints/0000000048.ckpt");
        });
        return files;
    }

    QTemporaryDir m_temporary;
    fs::path m_folder;
    QByteArray m_lastError;
    std::map<std::string, std::string> m_whole;
};

QTEST_GUILESS_MAIN(TestTrainStainGan)
#include "tst_trainstaingan.moc"
