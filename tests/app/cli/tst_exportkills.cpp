#include <chrono>
#include <csignal>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "CliTesting.h"
#include "export/ExportJournal.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

/// Exports that are killed and started again: what is there in the end is what an undisturbed export makes.
class TestExportKills : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        m_folder = m_temporary.path().toStdString();
        fs::create_directory(m_folder / "slides");
        for (std::uint32_t i = 0; i < 3; ++i)
            QVERIFY(writeNoiseSlide(m_folder / "slides" / ("slide " + std::to_string(i) + ".tif"), 2304, 2048, i));
        QElapsedTimer timer;
        timer.start();
        const Outcome whole = exportTo("whole");
        m_wholeMs = timer.elapsed();
        QVERIFY2(whole.exitCode == 0, whole.text());
        m_whole = outputsIn("whole");
        QCOMPARE(m_whole.size(), 3u);
        qInfo("An undisturbed export takes %lld ms.", static_cast<long long>(m_wholeMs));
    }

    void aKilledExportIsCompletedByTheNext_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("secondPercent");
        for (int i = 0; i < 10; ++i)
            QTest::addRow("%d %%", 10 * i + 5) << 10 * i + 5 << (i % 3 == 1 ? 40 : 0);
    }
    void aKilledExportIsCompletedByTheNext()
    {
        QFETCH(const int, percent);
        QFETCH(const int, secondPercent);
        const std::string name = "killed " + std::to_string(percent);
        killedExportTo(name, percent);
        if (secondPercent > 0)
            killedExportTo(name, secondPercent);
        const Outcome resumed = exportTo(name);
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(outputsIn(name) == m_whole);
        QVERIFY2(onlyExpectedFilesIn(name), "something else was left");
        fs::remove_all(m_folder / name);
    }

    void aFileThatWasFinishedButNotNotedIsMadeAgain()
    {
        finishedButNotNoted("unnoted");
        const Outcome resumed = exportTo("unnoted");
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QCOMPARE(resumed.out.count("was exported before"), 2);
        QVERIFY(outputsIn("unnoted") == m_whole);
    }

    /// The second run fails before it writes anything, and must not forget whose the file is.
    void alsoAfterAnAttemptWithoutItsSlide()
    {
        const fs::path slide = m_folder / "slides" / "slide 2.tif";
        finishedButNotNoted("absent");
        fs::rename(slide, m_folder / "away");
        std::ofstream(slide) << "no slide";
        const Outcome failed = exportTo("absent");
        QVERIFY2(failed.exitCode == 1 && failed.sentences() == 1, failed.text());
        fs::rename(m_folder / "away", slide);
        const Outcome resumed = exportTo("absent");
        QVERIFY2(resumed.exitCode == 0, resumed.text());
        QVERIFY(outputsIn("absent") == m_whole);
    }

    void aFileThatSomebodyElsePutThereIsKept()
    {
        const fs::path slide = m_folder / "slides" / "slide 2.tif";
        const fs::path output = m_folder / "foreign" / "slide 2.tif";
        finishedButNotNoted("foreign");
        fs::remove(output);
        fs::rename(slide, m_folder / "away");
        std::ofstream(slide) << "no slide";
        QCOMPARE(exportTo("foreign").exitCode, 1);
        fs::rename(m_folder / "away", slide);
        std::ofstream(output) << "somebody else's";
        const Outcome refused = exportTo("foreign");
        QVERIFY2(refused.exitCode == 1 && refused.err.contains("exists already"), refused.text());
        QCOMPARE(filesBelow(m_folder / "foreign").at("slide 2.tif"), std::string("somebody else's"));
    }

    void temporaryFilesOfAKilledRunAreRemoved()
    {
        fs::copy(m_folder / "whole", m_folder / "left");
        for (const char* name : {".isostain-export.partial-0123abcd.html", ".isostain-export.partial-00000000.json",
                                 ".slide 1.partial-deadbeef.tif", ".isostain-spool-AbC123"})
            std::ofstream(m_folder / "left" / name) << "half a file";
        QCOMPARE(exportTo("left").exitCode, 0);
        QVERIFY(onlyExpectedFilesIn("left"));
    }

private:
    QStringList command(const std::string& name) const
    {
        return {"export",   QString::fromStdString((m_folder / "slides").string()),
                "-o",       QString::fromStdString((m_folder / name).string()),
                "--method", "reinhard",
                "--target", QString::fromStdString((m_folder / "slides" / "slide 0.tif").string())};
    }
    Outcome exportTo(const std::string& name) const { return runCli(command(name)); }

    /// SIGKILL after a part of the time that a whole run takes.
    void killedExportTo(const std::string& name, int percent) const
    {
        QProcess process;
        process.start(QString::fromStdString(cliPath().string()), command(name));
        QVERIFY(process.waitForStarted());
        QThread::msleep(static_cast<unsigned long>(m_wholeMs * percent / 100));
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished(60000));
    }

    /// As after a kill between the renaming of the last output and the line in the journal that says so.
    void finishedButNotNoted(const std::string& name) const
    {
        fs::copy(m_folder / "whole", m_folder / name);
        const fs::path journal = journalPath(m_folder / name);
        const std::string text = filesBelow(m_folder / name).at(journal.filename().string());
        const std::size_t lastLine = text.rfind('\n', text.size() - 2) + 1;
        QVERIFY(text.find("\"finished\"", lastLine) != std::string::npos);
        fs::resize_file(journal, lastLine);
    }

    std::map<std::string, std::string> outputsIn(const std::string& name) const
    {
        auto files = filesBelow(m_folder / name);
        std::erase_if(files, [](const auto& file) { return isBookkeeping(file.first); });
        return files;
    }

    bool onlyExpectedFilesIn(const std::string& name) const
    {
        const auto files = filesBelow(m_folder / name);
        return files.size() == m_whole.size() + 3 && files.contains("isostain-export.jsonl") &&
               files.contains("isostain-export.html") && files.contains("isostain-export.json");
    }

    QTemporaryDir m_temporary;
    fs::path m_folder;
    qint64 m_wholeMs = 0;
    std::map<std::string, std::string> m_whole;
};

QTEST_GUILESS_MAIN(TestExportKills)
#include "tst_exportkills.moc"
