#include <QTemporaryDir>
#include <QTest>

#include "RunTesting.h"
#include "runs/RunInfo.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

/// `train classifier` as a user meets it: stopped, killed, on a full disk, with what it cannot use.
class TestTrainClassifier : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        m_folder = m_temporary.path().toStdString();
        const Outcome demo = runCli({"demo", text(m_folder / "demo"), "--classification", "6", "--sections", "2"});
        QVERIFY2(demo.exitCode == 0, demo.text());
        m_train = m_folder / "demo/a/train";
        m_test = m_folder / "demo/b/test";
        fs::create_directories(m_folder / "empty");
        fs::copy(m_train, m_folder / "single", fs::copy_options::recursive);
        fs::remove_all(m_folder / "single/tumor");
        fs::copy(m_train, m_folder / "corrupt", fs::copy_options::recursive);
        fs::resize_file(m_folder / "corrupt/tumor/0002.png", 1000);
        std::ofstream(m_folder / "file") << "a file";
        std::ofstream(m_folder / "nonsense.pth") << "not a checkpoint";
        const Outcome whole = runCli(command("whole"));
        if (whole.err.contains("not part of this installation"))
            QSKIP("this build has no LibTorch");
        QVERIFY2(whole.exitCode == 0, whole.text());
        m_whole = resultsIn("whole");
        QVERIFY(m_whole.contains("summary.json") && m_whole.contains("roc.csv") && m_whole.contains("classifier-02.pth"));
    }

    void whatCannotBeReadIsLeftOut()
    {
        const Outcome outcome = runCli(command("corrupt-run", m_folder / "corrupt"));
        QVERIFY2(outcome.exitCode == 0 && outcome.err.contains("0002.png is damaged or incomplete"), outcome.text());
    }

    void whatCannotBeDoneIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const QString train = text(m_train), test = text(m_test), run = text(m_folder / "new");
        QTest::newRow("no folders") << QStringList{"-o", run} << 2 << "--train";
        QTest::newRow("an empty folder") << QStringList{"--train", text(m_folder / "empty"), "--test", test, "-o", run} << 1
                                         << "empty";
        QTest::newRow("one class alone") << QStringList{"--train", text(m_folder / "single"), "--test", test, "-o", run} << 1
                                         << "single";
        QTest::newRow("weights that are none")
            << QStringList{"--train", train, "--test", test, "--weights", text(m_folder / "nonsense.pth"), "-o", run} << 1
            << "nonsense.pth";
        QTest::newRow("a profile that is not there")
            << QStringList{"--train", train, "--test", test, "--normalize", "X=nowhere.json", "-o", run} << 1 << "nowhere.json";
        QTest::newRow("a class that is not there")
            << QStringList{"--train", train, "--test", test, "--positive", "nobody", "-o", run} << 2 << "nobody";
        QTest::newRow("a run below a file")
            << QStringList{"--train", train, "--test", test, "-o", text(m_folder / "file" / "run")} << 1
            << "could not be written";
        QTest::newRow("a run that exists") << QStringList{"--train", train, "--test", test, "-o", text(m_folder / "whole")} << 1
                                           << "exists already";
        QTest::newRow("a run that is not there") << QStringList{"--resume", "-o", run} << 1 << "was not found";
    }
    void whatCannotBeDoneIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QString, words);
        const Outcome outcome = runCli(QStringList{"train", "classifier"} + arguments);
        QVERIFY2(outcome.exitCode == exitCode && outcome.err.contains(words), outcome.text());
        QVERIFY(!fs::exists(m_folder / "new"));
    }

    void aKilledTrainingGoesOnToTheSameBits()
    {
        QVERIFY(endAtRow(command("killed"), m_folder / "killed", 3, SIGKILL).isEnded);
        QVERIFY(readRunStatus(m_folder / "killed")->state == RunState::Interrupted);
        const Outcome resumed = resume("killed");
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(resultsIn("killed") == m_whole);
    }

    void anInterruptedTrainingSaysHowToGoOn()
    {
        const EndedRun ended = endAtRow(command("stopped"), m_folder / "stopped", 3, SIGINT);
        QVERIFY2(ended.isEnded && ended.err.contains("train classifier --resume -o"), ended.err);
        QVERIFY(readRunStatus(m_folder / "stopped")->state == RunState::Stopped);
        const Outcome resumed = resume("stopped");
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(resultsIn("stopped") == m_whole);
    }

    void aFullDiskStopsItAndNothingIsLost()
    {
        const SmallDisk disk(m_folder / "disk", "64m");
        if (!disk.isMounted())
            QSKIP("this user may not mount a small disk");
        QVERIFY(endAtRow(command("disk/run"), m_folder / "disk/run", 3, SIGINT).isEnded);
        disk.fill();
        const Outcome failed = resume("disk/run");
        QVERIFY2(failed.exitCode == 1 && failed.err.contains("The disk is full"), failed.text());
        disk.makeRoom();
        const Outcome resumed = resume("disk/run");
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(resultsIn("disk/run") == m_whole);
    }

private:
    /// A narrow network on small images, so that two repeats take about a second.
    QStringList command(const std::string& run, const fs::path& train = {}) const
    {
        return {"train",     "classifier", "--train",   text(train.empty() ? m_train : train),
                "--test",    text(m_test), "-o",        text(m_folder / run),
                "--preset",  "quick",      "--epochs",  "4",
                "--batch",   "4",          "--repeats", "2",
                "--size",    "64",         "--seed",    "3",
                "--threads", "1"};
    }
    Outcome resume(const std::string& run) const
    {
        return runCli({"train", "classifier", "--resume", "-o", text(m_folder / run)});
    }
    /// What must not depend on how often it was stopped.
    std::map<std::string, std::string> resultsIn(const std::string& name) const
    {
        auto files = filesBelow(m_folder / name);
        std::erase_if(files, [](const auto& file) {
            return file.first == "config.json" || file.first == ".lock" || file.first.starts_with("checkpoints/");
        });
        return files;
    }

    QTemporaryDir m_temporary;
    fs::path m_folder;
    fs::path m_train;
    fs::path m_test;
    std::map<std::string, std::string> m_whole;
};

QTEST_GUILESS_MAIN(TestTrainClassifier)
#include "tst_trainclassifier.moc"
