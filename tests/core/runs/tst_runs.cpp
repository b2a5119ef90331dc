#include <cmath>
#include <csignal>
#include <fstream>
#include <iterator>
#include <limits>
#include <thread>

#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include "base/AtomicFile.h"
#include "image/ImageFile.h"
#include "runs/RunFolder.h"
#include "support/FileSizeLimit.h"

using namespace isostain;
using test::FileSizeLimit;
namespace fs = std::filesystem;

namespace {

RunInfo someInfo()
{
    RunInfo info;
    info.kind = "staingan";
    info.config = R"({"blocks": 9, "width": 64, "source": "/data/ä"})";
    info.seed = std::numeric_limits<std::uint64_t>::max();
    info.device = "cpu";
    info.threads = 2;
    info.versions = {{"libtorch", "1.13.1"}};
    info.metrics = {"loss", "psnr"};
    return info;
}

std::string contentOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeText(const fs::path& path, std::string_view text)
{
    std::ofstream(path, std::ios::binary) << text;
}

std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

}

class TestRuns : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        QVERIFY(m_temporary->isValid());
        m_run = fs::path(m_temporary->path().toStdString()) / "new" / "run";
    }

    void aNewRunSaysWhatItIs()
    {
        auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
        QVERIFY2(run, run ? "" : describe(run.error()).c_str());
        const auto info = readRunInfo(m_run);
        QVERIFY(info);
        QCOMPARE(info->kind, std::string("staingan"));
        QCOMPARE(info->seed, someInfo().seed);
        QCOMPARE(info->threads, 2u);
        QCOMPARE(info->config, std::string(R"({"blocks":9,"source":"/data/ä","width":64})"));
        QCOMPARE(info->versions.size(), std::size_t(2));
        QVERIFY(info->versions.contains("isostain"));
        QVERIFY(info->metrics == someInfo().metrics);
        QCOMPARE(info->started.size(), std::string("2026-01-01T00:00:00Z").size());
        QVERIFY(readRunStatus(m_run)->state == RunState::Running);
        QVERIFY(readMetrics(m_run)->columns == someInfo().metrics);
        QVERIFY(!run->latestCheckpoint());
    }

    void whatCannotBeCreatedLeavesNoRun_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QStringList>("metrics");
        QTest::newRow("configuration that is no JSON") << "{" << QStringList{"loss"};
        QTest::newRow("configuration that is no object") << "3" << QStringList{"loss"};
        QTest::newRow("name with a comma") << "{}" << QStringList{"a,b"};
        QTest::newRow("empty name") << "{}" << QStringList{""};
        QTest::newRow("step") << "{}" << QStringList{"step"};
        QTest::newRow("a name twice") << "{}" << QStringList{"a", "b", "a"};
    }
    void whatCannotBeCreatedLeavesNoRun()
    {
        QFETCH(const QString, config);
        QFETCH(const QStringList, metrics);
        RunInfo info = someInfo();
        info.config = config.toStdString();
        info.metrics.clear();
        for (const QString& name : metrics)
            info.metrics.push_back(name.toStdString());
        const auto run = RunFolder::create(m_run, info, Overwrite::No);
        QVERIFY(!run);
        QCOMPARE(run.error().code, ErrorCode::InvalidArgument);
        QVERIFY(RunFolder::create(m_run, someInfo(), Overwrite::No));
    }

    void anExistingRunIsReplacedOnlyOnRequest()
    {
        {
            auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
            QVERIFY(run->appendMetrics(1, std::vector{1.0, 2.0}));
            QVERIFY(run->saveCheckpoint(1, bytesOf("weights")));
        }
        writeText(m_run / "notes.txt", "the user's");
        const auto refused = RunFolder::create(m_run, someInfo(), Overwrite::No);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::OutputExists);
        QCOMPARE(readMetrics(m_run)->rows(), std::size_t(1));
        const auto replaced = RunFolder::create(m_run, someInfo(), Overwrite::Yes);
        QVERIFY(replaced);
        QCOMPARE(readMetrics(m_run)->rows(), std::size_t(0));
        QVERIFY(!replaced->latestCheckpoint());
        QCOMPARE(contentOf(m_run / "notes.txt"), std::string("the user's"));
    }

    void resultsGoWithTheRunThatLeftThem()
    {
        RunInfo info = someInfo();
        info.results = {"net.pth", "scores-*.txt", "../outside.txt"};
        QVERIFY(RunFolder::create(m_run, info, Overwrite::No));
        for (const char* name : {"net.pth", "scores-01.txt", "scores-.txt", "scores-01.csv", "other.pth", "../outside.txt"})
            writeText(m_run / name, "text");
        fs::create_directories(m_run / "scores-folder.txt");
        QVERIFY(RunFolder::create(m_run, someInfo(), Overwrite::Yes));
        for (const char* name : {"net.pth", "scores-01.txt", "scores-.txt"})
            QVERIFY2(!fs::exists(m_run / name), name);
        for (const char* name : {"scores-01.csv", "other.pth", "../outside.txt", "scores-folder.txt"})
            QVERIFY2(fs::exists(m_run / name), name);
    }

    void whatNoRunHasLeftIsNeverRemoved_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("content");
        QTest::newRow("somebody's configuration") << "config.json" << R"({"mine": true})";
        QTest::newRow("no JSON") << "config.json" << "hello";
        QTest::newRow("a table") << "metrics.csv" << "a,b";
        QTest::newRow("checkpoints") << "checkpoints/mine.ckpt" << "weights";
    }
    void whatNoRunHasLeftIsNeverRemoved()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, content);
        const fs::path path = m_run / name.toStdString();
        fs::create_directories(path.parent_path());
        writeText(path, content.toStdString());
        for (const Overwrite overwrite : {Overwrite::No, Overwrite::Yes}) {
            const auto refused = RunFolder::create(m_run, someInfo(), overwrite);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::OutputExists);
            QCOMPARE(contentOf(path), content.toStdString());
        }
    }

    void aRunThatWasKilledWhileItBeganIsNone()
    {
        QVERIFY(RunFolder::create(m_run, someInfo(), Overwrite::No));
        fs::remove(m_run / "config.json"); // written last
        QVERIFY(RunFolder::create(m_run, someInfo(), Overwrite::No));
        fs::remove(m_run / "config.json");
        fs::remove(m_run / "metrics.csv");
        fs::remove_all(m_run / "previews");
        QVERIFY(RunFolder::create(m_run, someInfo(), Overwrite::No));
    }

    void askingDisturbsNobody()
    {
        const auto made = RunFolder::create(m_run, someInfo(), Overwrite::No).map([](const RunFolder&) {});
        QVERIFY(made);
        std::jthread asking([this](const std::stop_token& stop) {
            while (!stop.stop_requested())
                readRunStatus(m_run);
        });
        for (int i = 0; i < 200; ++i)
            QVERIFY(RunFolder::open(m_run));
    }

    void twoCannotWriteOneRun()
    {
        auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
        QVERIFY(run);
        QCOMPARE(RunFolder::open(m_run).error().code, ErrorCode::RunBusy);
        QCOMPARE(RunFolder::create(m_run, someInfo(), Overwrite::Yes).error().code, ErrorCode::RunBusy);
        QVERIFY(run->appendMetrics(1, std::vector{1.0, 2.0}));
        run = tl::unexpected(Error{});
        QVERIFY(RunFolder::open(m_run));
    }

    void numbersReadBackAsTheyWere()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        const std::vector<double> values = {0.1, 1.0 / 3, -0.0, 5e-324, 1.7976931348623157e308, infinity, -infinity, 1e21, 30};
        auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(run->appendMetrics(10 * (i + 1), std::vector{values[i], std::nan("")}));
        const auto metrics = readMetrics(m_run);
        QVERIFY(metrics);
        QVERIFY(*metrics->column("loss") == values);
        QVERIFY(std::signbit((*metrics->column("loss"))[2]));
        for (const double value : *metrics->column("psnr"))
            QVERIFY(std::isnan(value));
        QCOMPARE(metrics->steps.back(), std::uint64_t(90));
        QVERIFY(!metrics->column("absent"));
        QVERIFY(contentOf(m_run / "metrics.csv").starts_with("step,loss,psnr\n10,0.1,\n"));
    }

    void rowsMustFitAndGoForward()
    {
        auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
        QVERIFY(run->appendMetrics(0, std::vector{1.0, 2.0}));
        QVERIFY(run->appendMetrics(5, std::vector{1.0, 2.0}));
        QCOMPARE(run->appendMetrics(5, std::vector{1.0, 2.0}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(run->appendMetrics(6, std::vector{1.0}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readMetrics(m_run)->rows(), std::size_t(2));
    }

    void aDamagedTableIsReadAsFarAsItIsSound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("rows"); // -1: an error
        QTest::newRow("whole") << QByteArray("step,loss\n1,2\n3,4\n") << 2;
        QTest::newRow("torn in a number") << QByteArray("step,loss\n1,2\n3,4") << 1;
        QTest::newRow("torn in a step") << QByteArray("step,loss\n1,2\n3") << 1;
        QTest::newRow("zeros after a power cut") << QByteArray("step,loss\n1,2\n").append(5, '\0') << 1;
        QTest::newRow("zeros and a line end") << QByteArray("step,loss\n1,2\n").append(5, '\0').append('\n') << 1;
        QTest::newRow("header alone") << QByteArray("step,loss\n") << 0;
        QTest::newRow("no header") << QByteArray("") << -1;
        QTest::newRow("torn header") << QByteArray("step,lo") << -1;
        QTest::newRow("other header") << QByteArray("epoch,loss\n1,2\n") << -1;
        QTest::newRow("a bad row between good ones") << QByteArray("step,loss\n1,x\n3,4\n") << -1;
        QTest::newRow("too few cells") << QByteArray("step,loss\n1\n3,4\n") << -1;
        QTest::newRow("steps going back") << QByteArray("step,loss\n3,2\n1,4\n") << -1;
    }
    void aDamagedTableIsReadAsFarAsItIsSound()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, rows);
        const fs::path path = fs::path(m_temporary->path().toStdString()) / "metrics.csv";
        writeText(path, std::string_view(text.data(), static_cast<std::size_t>(text.size())));
        const auto metrics = readMetricsFile(path);
        QCOMPARE(metrics ? static_cast<int>(metrics->rows()) : -1, rows);
        if (!metrics)
            QCOMPARE(metrics.error().code, ErrorCode::CorruptFile);
        else { // what is appended after a torn row stands in a row of its own
            auto file = MetricsFile::open(path, 1000);
            QVERIFY(file && file->append(1001, std::vector{0.5}));
            QCOMPARE(readMetricsFile(path)->rows(), static_cast<std::size_t>(rows + 1));
        }
    }

    void resumingCutsWhatCameAfterTheCheckpoint()
    {
        {
            auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
            RgbImage image = makeRgbImage(4, 4);
            image.pixels.setTo(cv::Scalar::all(7));
            for (std::uint64_t step = 0; step <= 30; step += 10) {
                QVERIFY(run->appendMetrics(step, std::vector{1.0 * static_cast<double>(step), 2.0}));
                QVERIFY(run->savePreview(step, "a-to-b", image));
                if (step == 20)
                    QVERIFY(run->saveCheckpoint(20, bytesOf("twenty")));
            }
            QVERIFY(run->setStatus({RunState::Failed, "out of luck"}));
        }
        QVERIFY(readRunStatus(m_run)->state == RunState::Failed);
        QCOMPARE(readRunStatus(m_run)->reason, std::string("out of luck"));
        auto run = RunFolder::open(m_run);
        QVERIFY(run);
        QCOMPARE(run->latestCheckpoint()->step, std::uint64_t(20));
        QCOMPARE(contentOf(run->latestCheckpoint()->path), std::string("twenty"));
        QCOMPARE(readMetrics(m_run)->rows(), std::size_t(4));
        QVERIFY(run->resumeAt(20));
        QVERIFY((readMetrics(m_run)->steps == std::vector<std::uint64_t>{0, 10, 20}));
        QVERIFY(fs::exists(m_run / "previews" / "0000000020-a-to-b.png"));
        QVERIFY(!fs::exists(m_run / "previews" / "0000000030-a-to-b.png"));
        QVERIFY(readRunStatus(m_run)->state == RunState::Running);
        QVERIFY(run->appendMetrics(21, std::vector{0.0, 0.0}));
        QVERIFY(run->resumeAt(0));
        QCOMPARE(readMetrics(m_run)->rows(), std::size_t(0));
        QVERIFY(!run->latestCheckpoint());
        QVERIFY(run->appendMetrics(0, std::vector{0.0, 0.0}));
    }

    void onlyTheNewestCheckpointsAreKept()
    {
        auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
        for (const std::uint64_t step : {9u, 10u, 100u, 2'000'000'000u})
            QVERIFY(run->saveCheckpoint(step, bytesOf("x")));
        QVERIFY(run->saveCheckpoint(20'000'000'000u, bytesOf("y")));
        const auto left = run->checkpoints();
        QCOMPARE(left.size(), RunFolder::kCheckpointsKept);
        QCOMPARE(left.front().step, std::uint64_t(2'000'000'000u));
        QCOMPARE(left.back().step, std::uint64_t(20'000'000'000u));
    }

    void aCheckpointThatFailsLeavesTheLastOne()
    {
        auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
        QVERIFY(run->saveCheckpoint(1, bytesOf("good")));
        const auto failed = run->saveCheckpoint(2, [](const fs::path& path) -> Result<void> {
            writeText(path, "half");
            return fail(ErrorCode::DiskFull, path.string());
        });
        QCOMPARE(failed.error().code, ErrorCode::DiskFull);
        QVERIFY(failed.error().subject.ends_with("checkpoints/0000000002.ckpt"));
        QCOMPARE(run->latestCheckpoint()->step, std::uint64_t(1));
        {
            const FileSizeLimit limit(1000);
            const std::vector<std::byte> large(5000);
            QVERIFY(!run->saveCheckpoint(3, large));
        }
        QCOMPARE(run->checkpoints().size(), std::size_t(1));
        QCOMPARE(contentOf(run->latestCheckpoint()->path), std::string("good"));
        QCOMPARE(std::distance(fs::directory_iterator(m_run / "checkpoints"), fs::directory_iterator()), std::ptrdiff_t(1));
    }

    void aRowThatDoesNotFitOnTheDiskIsNotThere()
    {
        auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
        QVERIFY(run->appendMetrics(1, std::vector{1.0, 2.0}));
        const std::string before = contentOf(m_run / "metrics.csv");
        {
            const FileSizeLimit limit(before.size() + 5);
            QVERIFY(!run->appendMetrics(2, std::vector{1.0 / 3, 2.0 / 3}));
        }
        QCOMPARE(contentOf(m_run / "metrics.csv"), before);
        QVERIFY(run->appendMetrics(2, std::vector{1.0 / 3, 2.0 / 3}));
        QCOMPARE(readMetrics(m_run)->rows(), std::size_t(2));
    }

    void aKilledRunReadsAsInterrupted()
    {
        const pid_t child = fork();
        if (child == 0) {
            auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
            if (!run || !run->appendMetrics(1, std::vector{1.0, 2.0}) || !run->saveCheckpoint(1, bytesOf("one")))
                _exit(1);
            (void)run->saveCheckpoint(2, [](const fs::path& path) -> Result<void> {
                writeText(path, "half");
                raise(SIGKILL);
                return {};
            });
            _exit(1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        QVERIFY(readRunStatus(m_run)->state == RunState::Interrupted);
        QCOMPARE(std::string(nameOf(RunState::Interrupted)), std::string("interrupted"));
        const auto run = RunFolder::open(m_run);
        QVERIFY(run);
        QCOMPARE(run->latestCheckpoint()->step, std::uint64_t(1));
        QCOMPARE(std::distance(fs::directory_iterator(m_run / "checkpoints"), fs::directory_iterator()), std::ptrdiff_t(1));
    }

    void whatIsNoRunIsRefused()
    {
        QCOMPARE(RunFolder::open(m_run).error().code, ErrorCode::FileNotFound);
        QCOMPARE(readRunStatus(m_run).error().code, ErrorCode::FileNotFound);
        fs::create_directories(m_run);
        QVERIFY(!isRunFolder(m_run));
        QCOMPARE(RunFolder::open(m_run).error().code, ErrorCode::RunInvalid);
        for (const char* text : {"", "{", "[]", "{}", R"({"isostain-run": 2})", R"({"isostain-run": 1, "kind": 3})",
                                 R"({"isostain-run": "one"})"}) {
            writeText(m_run / "config.json", text);
            QCOMPARE(RunFolder::open(m_run).error().code, ErrorCode::RunInvalid);
        }
        for (const char* text : {"", "{}", R"({"state": 7})", R"({"state": "dancing"})"}) {
            writeText(m_run / "state.json", text);
            QCOMPARE(readRunStatus(m_run).error().code, ErrorCode::RunInvalid);
        }
        QVERIFY(isRunFolder(m_run));
    }

    void anUnwritableFolderIsAnError()
    {
        if (geteuid() == 0) { // root may write anywhere; a file in the way stops everybody
            fs::create_directories(m_run.parent_path().parent_path());
            writeText(m_run.parent_path(), "a file");
        } else {
            fs::create_directories(m_run.parent_path());
            fs::permissions(m_run.parent_path(), fs::perms::owner_read | fs::perms::owner_exec);
        }
        const auto run = RunFolder::create(m_run, someInfo(), Overwrite::No);
        QVERIFY(!run);
        QCOMPARE(run.error().code, ErrorCode::OutputUnwritable);
        std::error_code error;
        fs::permissions(m_run.parent_path(), fs::perms::owner_all, error);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_run;
};

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
