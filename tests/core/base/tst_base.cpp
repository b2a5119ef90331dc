#include <atomic>
#include <fstream>
#include <set>
#include <stdexcept>
#include <thread>

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include "base/AtomicFile.h"
#include "base/AtomicFolder.h"
#include "base/Error.h"
#include "base/InputFile.h"
#include "base/Parallel.h"
#include "base/PauseGate.h"
#include "base/Progress.h"
#include "base/Sha256.h"
#include "base/Utf8.h"

using namespace isostain;
namespace fs = std::filesystem;

class TestBase : public QObject {
    Q_OBJECT

private slots:
    void everySentenceSaysWhatAndNamesAtMostOneFile()
    {
        std::set<std::string_view> keys;
        for (const ErrorSentence& row : errorSentences()) {
            const QString pattern = row.pattern;
            QVERIFY2(pattern.endsWith('.'), row.pattern);
            QVERIFY(pattern.count("%1") <= 1);
            QVERIFY2(keys.insert(row.key).second, "keys are unique");
        }
        QCOMPARE(describe({ErrorCode::FileNotFound, "a.svs", "ENOENT"}),
                 std::string("a.svs was not found. Check the name and that the drive is connected. (ENOENT)"));
        QCOMPARE(describe({ErrorCode::Cancelled, "a.svs", {}}), std::string("Cancelled."));
    }

    void aGateHoldsUntilItIsResumedOrStopped_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("resumed") << false;
        QTest::newRow("stopped") << true;
    }
    void aGateHoldsUntilItIsResumedOrStopped()
    {
        QFETCH(const bool, isStopped);
        const auto gate = std::make_shared<PauseGate>();
        std::stop_source stop;
        const JobControl control{stop.get_token(), {}, 0, gate};
        control.waitWhilePaused();   // open from the start
        JobControl().waitWhilePaused();
        gate->pause();
        QVERIFY(gate->isPaused());
        std::atomic<int> passed = 0;
        std::vector<std::jthread> waiting;
        for (int i = 0; i < 3; ++i)
            waiting.emplace_back([&] {
                control.waitWhilePaused();
                ++passed;
            });
        QTest::qWait(50);
        QCOMPARE(passed.load(), 0);
        if (isStopped)
            stop.request_stop();
        else
            gate->resume();
        waiting.clear();
        QCOMPARE(passed.load(), 3);
        QCOMPARE(gate->isPaused(), isStopped);
        control.waitWhilePaused();   // does not hang after a stop either
    }

    void quickDigestSeesBothEnds()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("large").toStdString();
        const auto digest = [&path](std::string content) {
            std::ofstream(path, std::ios::binary) << content;
            return quickSha256OfFile(path).value();
        };
        for (const std::size_t size : {std::size_t(3) << 20, (std::size_t(4) << 20) + 1, std::size_t(9000001)}) {
            const std::string content(size, 'x');
            const std::string expected = digest(content);
            QCOMPARE(digest(content), expected);
            QVERIFY(digest(content + 'x') != expected);
            QVERIFY(digest('y' + content.substr(1)) != expected);
            QVERIFY(digest(content.substr(1) + 'y') != expected);
        }
    }

    void sha256MatchesTheStandardsExamples()
    {
        QCOMPARE(sha256Hex({}), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        const std::string abc = "abc";
        const std::string expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        QCOMPARE(sha256Hex(std::as_bytes(std::span(abc))), expected);

        QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "abc";
        std::ofstream(path) << abc;
        QCOMPARE(sha256OfFile(path).value(), expected);
        QVERIFY(quickSha256OfFile(path).value() != expected);   // the size counts
        QCOMPARE(quickSha256OfFile(path.string() + "missing").error().code, ErrorCode::FileNotFound);
        QCOMPARE(sha256OfFile(path.string() + "missing").error().code, ErrorCode::FileNotFound);
        QCOMPARE(sha256OfFile(folder.path().toStdString()).error().code, ErrorCode::FileUnreadable);
    }

    void whatIsNoFileIsNotOpened()
    {
        QTemporaryDir folder;
        const fs::path inside = folder.path().toStdString();
        QCOMPARE(::mkfifo((inside / "pipe").c_str(), 0600), 0);
        for (const fs::path& path : {inside, inside / "pipe", fs::path("/dev/zero")}) {
            QCOMPARE(checkIsFile(path).error().code, ErrorCode::FileUnreadable);
            QCOMPARE(sha256OfFile(path).error().code, ErrorCode::FileUnreadable);
        }
        QCOMPARE(checkIsFile(inside / "missing").error().code, ErrorCode::FileNotFound);
        std::ofstream(inside / "file") << "x";
        QVERIFY(checkIsFile(inside / "file"));
    }

    void parallelForRunsEveryItemOnce()
    {
        std::vector<std::atomic<int>> counts(1000);
        QVERIFY(parallelFor(counts.size(), [&](std::size_t i) { ++counts[i]; }, 8));
        for (const auto& count : counts)
            QCOMPARE(count.load(), 1);
        QVERIFY(parallelFor(0, [](std::size_t) { QFAIL("no items"); }));
    }

    void parallelForStopsAndRethrows()
    {
        std::stop_source source;
        std::atomic<int> ran = 0;
        QVERIFY(!parallelFor(1000, [&](std::size_t) { if (++ran == 5) source.request_stop(); }, 4, source.get_token()));
        QVERIFY(ran < 1000);
        QVERIFY_EXCEPTION_THROWN(parallelFor(10, [](std::size_t) { throw std::runtime_error("x"); }, 4), std::runtime_error);
    }

    void atomicFileAppearsOnlyWhenCommitted()
    {
        QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / fs::path(u8"häma tox.tif");
        {
            auto abandoned = AtomicFile::create(path, Overwrite::No);
            QVERIFY(abandoned.has_value());
            QCOMPARE(abandoned->temporaryPath().extension(), fs::path(".tif"));
        }
        QVERIFY(fs::is_empty(folder.path().toStdString()));

        QVERIFY(writeFileAtomically(path, "one", Overwrite::No).has_value());
        QCOMPARE(writeFileAtomically(path, "two", Overwrite::No).error().code, ErrorCode::OutputExists);
        QVERIFY(writeFileAtomically(path, "three", Overwrite::Yes).has_value());
        std::string content;
        std::ifstream(path) >> content;
        QCOMPARE(content, std::string("three"));
        QCOMPARE(std::distance(fs::directory_iterator(folder.path().toStdString()), {}), 1);
    }

    void atomicFileDoesNotReplaceWhatAppearedMeanwhile()
    {
        QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "slide.tif";
        auto file = AtomicFile::create(path, Overwrite::No);
        QVERIFY(file.has_value());
        std::ofstream(path) << "somebody else's";
        QCOMPARE(file->commit().error().code, ErrorCode::OutputExists);
    }

    void onlyAbandonedFilesAreRemoved()
    {
        QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "a.tif";
        auto atWork = AtomicFile::create(path, Overwrite::No);
        QVERIFY(atWork.has_value());
        const fs::path abandoned = path.parent_path() / ".a.partial-0123abcd.tif";
        std::ofstream(abandoned) << "of a process that was killed";
        removeAbandoned(path);
        QVERIFY(!fs::exists(abandoned));
        QVERIFY(fs::exists(atWork->temporaryPath()));
        QVERIFY(atWork->commit().has_value());
        QVERIFY(fs::exists(path));

        auto folderAtWork = AtomicFolder::create(path, Overwrite::Yes);
        QVERIFY2(!folderAtWork.has_value(), "a file lies there");
        const fs::path series = path.parent_path() / "series";
        folderAtWork = AtomicFolder::create(series, Overwrite::No);
        QVERIFY(folderAtWork.has_value());
        const fs::path abandonedFolder = series.parent_path() / ".series.partial-0123abcd";
        fs::create_directory(abandonedFolder);
        std::ofstream(abandonedFolder / "level") << "of a process that was killed";
        removeAbandoned(series);
        QVERIFY(!fs::exists(abandonedFolder));
        QVERIFY(folderAtWork->commit().has_value());
        QVERIFY(fs::exists(series));
    }

    void sequencesOfUtf8_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("length");
        QTest::newRow("a letter") << QByteArray("ab") << 1;
        QTest::newRow("two bytes") << QByteArray("\xc3\xa4") << 2;
        QTest::newRow("three bytes") << QByteArray("\xe7\xbb\x84") << 3;
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x94\xac") << 4;
        QTest::newRow("Latin-1") << QByteArray("\xe4.tif") << 0;
        QTest::newRow("cut off") << QByteArray("\xe7\xbb") << 0;
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << 0;
        QTest::newRow("half a surrogate pair") << QByteArray("\xed\xa0\x80") << 0;
        QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << 0;
    }
    void sequencesOfUtf8()
    {
        QFETCH(const QByteArray, text);
        QTEST(int(utf8SequenceLength(text.toStdString())), "length");
    }

    void atomicFolderAppearsOnlyWhenCommitted()
    {
        QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        const fs::path path = folder / fs::path(u8"häma tox.1");
        const auto fill = [](const AtomicFolder& made, const std::string& content) {
            std::ofstream(made.temporaryPath() / "a") << content;
        };
        const auto content = [&] {
            std::string text;
            std::ifstream(path / "a") >> text;
            return text;
        };
        {
            auto abandoned = AtomicFolder::create(path, Overwrite::No);
            QVERIFY(abandoned.has_value());
            fill(*abandoned, "never");
            const AtomicFolder moved = std::move(*abandoned);
            QVERIFY(!fs::exists(path));
        }
        QVERIFY(fs::is_empty(folder));

        auto one = AtomicFolder::create(path, Overwrite::No);
        auto late = AtomicFolder::create(path, Overwrite::No);
        auto three = AtomicFolder::create(path, Overwrite::Yes);
        fill(*one, "one");
        fill(*late, "late");
        fill(*three, "three");
        QVERIFY(one->commit().has_value());
        QCOMPARE(content(), std::string("one"));
        QCOMPARE(late->commit().error().code, ErrorCode::OutputExists);
        QCOMPARE(AtomicFolder::create(path, Overwrite::No).error().code, ErrorCode::OutputExists);
        QCOMPARE(content(), std::string("one"));
        std::ofstream(path / "b") << "of the old one";
        QVERIFY(three->commit().has_value());
        QCOMPARE(content(), std::string("three"));
        QVERIFY(!fs::exists(path / "b"));
        late = AtomicFolder::create(folder / "other", Overwrite::No);
        late->commit();
        QCOMPARE(std::distance(fs::directory_iterator(folder), {}), 2);
    }

    void atomicFolderSaysWhyItCannotWrite()
    {
        QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "file";
        std::ofstream(file) << "kept";
        QCOMPARE(AtomicFolder::create(file, Overwrite::Yes).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(AtomicFolder::create("", Overwrite::No).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(AtomicFolder::create("/nonexistent/folder/a", Overwrite::No).error().code, ErrorCode::OutputUnwritable);
    }

    void abandonedFilesAndFoldersAreRemoved()
    {
        QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        fs::create_directories(folder / ".slide.partial-0123abcd" / "deep");
        std::ofstream(folder / ".slide.partial-0123abcd" / "deep" / "x") << "x";
        std::ofstream(folder / ".slide.partial-76543210") << "x";
        for (const char* name : {".other.partial-0123abcd", ".slide.partial-0123abcx", ".slide.partial-0123abcd.tif", "slide"})
            fs::create_directory(folder / name);
        removeAbandoned(folder / "slide");
        QCOMPARE(std::distance(fs::directory_iterator(folder), {}), 4);
        QVERIFY(!fs::exists(folder / ".slide.partial-0123abcd") && !fs::exists(folder / ".slide.partial-76543210"));
    }

    void atomicFileTakesTheLongestNames()
    {
        QTemporaryDir folder;
        for (const char* character : {"x", "\xc3\xa4"}) {
            const QByteArray name = QByteArray(character).repeated(250 / int(strlen(character))) + ".json";
            const fs::path path = fs::path(folder.path().toStdString()) / name.toStdString();
            const auto file = AtomicFile::create(path, Overwrite::No);
            QVERIFY(file.has_value());
            QCOMPARE(file->temporaryPath().extension(), fs::path(".json"));
            QVERIFY(!QString::fromStdString(file->temporaryPath().string()).contains(QChar::ReplacementCharacter));
            QVERIFY(writeFileAtomically(path, "x", Overwrite::No).has_value());
        }
    }

    void atomicFileSaysWhyItCannotWrite()
    {
        QCOMPARE(AtomicFile::create("", Overwrite::No).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(AtomicFile::create("/tmp/nowhere/", Overwrite::Yes).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(writeFileAtomically("/nonexistent/folder/a.json", "x", Overwrite::No).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(writeFileAtomically("/dev/full/a", "x", Overwrite::No).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(writeError("a.tif", ENOSPC).code, ErrorCode::DiskFull);
    }

    void etaComesFromTheMeanRate()
    {
        const auto start = EtaMeter::Clock::now();
        const EtaMeter meter(start);
        QVERIFY(!meter.remaining({1, 10}, start + std::chrono::milliseconds(100)));
        QCOMPARE(meter.remaining({1, 4}, start + std::chrono::seconds(10)).value(), std::chrono::seconds(30));
        QCOMPARE(meter.remaining({5, 4}, start + std::chrono::seconds(10)).value(), std::chrono::seconds(0));
        QCOMPARE(durationText(std::chrono::seconds(12)), std::string("12 s"));
        QCOMPARE(durationText(std::chrono::seconds(200)), std::string("3 min 20 s"));
        QCOMPARE(durationText(std::chrono::seconds(3725)), std::string("1 h 02 min"));
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
