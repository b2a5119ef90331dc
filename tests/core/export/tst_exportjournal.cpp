#include <csignal>
#include <fstream>

#include <sys/resource.h>

#include <QTemporaryDir>
#include <QTest>

#include "ExportTesting.h"
#include "export/ExportJournal.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

using State = ExportRecord::State;

ExportRecord recordOf(const std::string& output, State state)
{
    ExportRecord record;
    record.state = state;
    record.output = output;
    record.slide = "/slides/Gewebe ä.svs";
    record.recipe = "abc";
    record.source = {123456789012, -5, "def"};
    if (state == State::Finished) {
        record.result = {77, 1'700'000'000'123'456'789, "0123"};
        record.width = 100'000;
        record.height = 90'000;
        record.seconds = 12.5;
        record.outOfGamutShare = 0.25;
        record.warnings = {FitWarning::NoTissue};
        record.thumbnailBefore = "QUJD";
        record.thumbnailAfter = "REVG";
    }
    if (state == State::Failed) {
        record.error = "disk-full";
        record.subject = "a\n\"b\".tif";
        record.detail = "No space left on device";
    }
    return record;
}

/// No file of this process may grow past it meanwhile.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uintmax_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

/// With double quotes for single ones.
QByteArray quoted(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

void append(const fs::path& path, std::string_view text)
{
    std::ofstream(path, std::ios::app | std::ios::binary) << text;
}

}

class TestExportJournal : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
        m_path = journalPath(m_folder);
    }

    void keepsEveryField()
    {
        {
            auto journal = ExportJournal::open(m_path);
            QVERIFY(journal);
            for (const State state : {State::Begun, State::Finished, State::Failed})
                QVERIFY(journal->append(recordOf(std::to_string(int(state)), state)));
        }
        const auto journal = ExportJournal::open(m_path);
        QVERIFY(journal);
        QCOMPARE(journal->history().size(), 3u);
        const ExportRecord begun = journal->history().at("0").last;
        QCOMPARE(begun.slide, std::string("/slides/Gewebe ä.svs"));
        QCOMPARE(begun.recipe, std::string("abc"));
        QCOMPARE(begun.source, (FileStamp{123456789012, -5, "def"}));
        const ExportRecord finished = journal->history().at("1").finished.value();
        QCOMPARE(finished.result, (FileStamp{77, 1'700'000'000'123'456'789, "0123"}));
        QCOMPARE(finished.width, 100'000);
        QCOMPARE(finished.height, 90'000);
        QCOMPARE(finished.seconds, 12.5);
        QCOMPARE(finished.outOfGamutShare.value(), 0.25);
        QCOMPARE(finished.warnings, std::vector<FitWarning>{FitWarning::NoTissue});
        QCOMPARE(finished.thumbnailBefore + finished.thumbnailAfter, std::string("QUJDREVG"));
        const ExportRecord failed = journal->history().at("2").last;
        QVERIFY(!journal->history().at("2").finished);
        QCOMPARE(failed.error, std::string("disk-full"));
        QCOMPARE(failed.subject, std::string("a\n\"b\".tif"));
        QCOMPARE(failed.detail, std::string("No space left on device"));
    }

    void theLastRecordCountsButWhatWasFinishedIsKept()
    {
        auto journal = ExportJournal::open(m_path);
        QVERIFY(journal);
        for (const State state : {State::Begun, State::Finished, State::Failed})
            QVERIFY(journal->append(recordOf("a.tif", state)));
        const OutputHistory& history = journal->history().at("a.tif");
        QCOMPARE(history.last.state, State::Failed);
        QVERIFY(history.finished);
    }

    void knowsWhoseAnOutputIs_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isOwn");
        const QByteArray rest = quoted(",'output':'a.tif','recipe':'','source':{'bytes':1,'modified':1,'sha256':''},'error':{'key':'internal'}}");
        QTest::newRow("begun") << quoted("{'journal':1,'state':'begun','owns-output':true") + rest << true;
        QTest::newRow("begun, as it was noted once") << quoted("{'journal':1,'state':'begun'") + rest << true;
        QTest::newRow("begun over another file") << quoted("{'journal':1,'state':'begun','owns-output':false") + rest << false;
        QTest::newRow("failed") << quoted("{'journal':1,'state':'failed'") + rest << false;
        QTest::newRow("failed, the output left") << quoted("{'journal':1,'state':'failed','owns-output':true") + rest << true;
    }
    void knowsWhoseAnOutputIs()
    {
        QFETCH(const QByteArray, line);
        append(m_path, line.toStdString() + "\n");
        auto journal = ExportJournal::open(m_path);
        QVERIFY(journal);
        QTEST(journal->history().at("a.tif").ownsOutput(), "isOwn");
        QVERIFY(journal->append(recordOf("a.tif", State::Finished)));
        QVERIFY(!journal->history().at("a.tif").ownsOutput());
    }

    void namesNeedNotBeUtf8()
    {
        const std::vector<std::string> names = {"latin1 \xE4.tif", "latin1 \xE5.tif", "\xF0\x9F\x94\xAC \xFF.tif", "\xEF\xBF\xBD" "e4.tif", "\xEF\xBF\xBD", "plain"};
        {
            auto journal = ExportJournal::open(m_path);
            QVERIFY(journal);
            for (const std::string& name : names)
                QVERIFY(journal->append(recordOf(name, State::Begun)));
        }
        const auto journal = ExportJournal::open(m_path);
        QVERIFY(journal);
        QCOMPARE(journal->history().size(), names.size());
        for (const std::string& name : names)
            QVERIFY2(journal->history().contains(name), name.c_str());
    }

    void passesOverWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("cut off") << quoted("{'journal':1,'state':'finished','out");
        QTest::newRow("empty") << QByteArray("\n\n");
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("no object") << QByteArray("[1,2]\n");
        QTest::newRow("of a later version") << quoted("{'journal':2,'state':'begun','output':'b.tif'}");
        QTest::newRow("an unknown state") << quoted("{'journal':1,'state':'lost','output':'b.tif'}");
        QTest::newRow("a field of another type") << quoted("{'journal':1,'state':'begun','output':7}");
        QTest::newRow("a result that is missing")
            << quoted("{'journal':1,'state':'finished','output':'b.tif','recipe':'','source':{'bytes':1,'modified':1,'sha256':''}}");
        QTest::newRow("deeply nested") << QByteArray(100'000, '[');
    }
    void passesOverWhatItCannotRead()
    {
        QFETCH(const QByteArray, line);
        {
            auto journal = ExportJournal::open(m_path);
            QVERIFY(journal && journal->append(recordOf("a.tif", State::Begun)));
        }
        append(m_path, line.toStdString());
        {
            auto journal = ExportJournal::open(m_path);
            QVERIFY(journal);
            QCOMPARE(journal->history().size(), 1u);
            QVERIFY(journal->append(recordOf("c.tif", State::Finished)));
        }
        const auto again = ExportJournal::open(m_path);
        QVERIFY(again);
        QCOMPARE(again->history().size(), 2u);
        QVERIFY(again->history().at("c.tif").finished);
    }

    void isOpenOnce()
    {
        auto first = ExportJournal::open(m_path);
        QVERIFY(first);
        const auto second = ExportJournal::open(m_path);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::ExportRunning);
        first = fail(ErrorCode::Internal);
        QVERIFY(ExportJournal::open(m_path));
    }

    void saysWhereItCannotBeWritten()
    {
        const auto journal = ExportJournal::open(m_folder / "missing" / "journal.jsonl");
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, ErrorCode::OutputUnwritable);
    }

    void aWriteThatIsCutOffCostsOnlyItsRecord()
    {
        auto journal = ExportJournal::open(m_path);
        QVERIFY(journal && journal->append(recordOf("a.tif", State::Finished)));
        {
            const FileSizeLimit limit(fs::file_size(m_path) + 20);
            QCOMPARE(journal->append(recordOf("b.tif", State::Finished)).error().code, ErrorCode::OutputUnwritable);
        }
        QCOMPARE(journal->history().size(), 1u);
        QVERIFY(journal->append(recordOf("c.tif", State::Finished)));
        journal = fail(ErrorCode::Internal);
        const auto again = ExportJournal::open(m_path);
        QVERIFY(again);
        QCOMPARE(again->history().size(), 2u);
        QVERIFY(again->history().contains("c.tif"));
    }

    void readsTheJournalsOfAllShards()
    {
        for (std::size_t number = 1; number <= 3; ++number) {
            auto journal = ExportJournal::open(journalPath(m_folder, {number, 3}));
            QVERIFY(journal && journal->append(recordOf(std::to_string(number), State::Finished)));
        }
        append(m_folder / "isostain-export.html", "a report");
        append(m_folder / "other.jsonl", "{}");
        const auto all = readJournals(m_folder);
        QVERIFY(all);
        QCOMPARE(all->size(), 3u);
        QVERIFY(all->at(1).contains("2"));
        QVERIFY(!readJournals(m_folder / "missing"));
    }

    void aStampTellsWhetherAFileIsStillTheSame()
    {
        const fs::path file = m_folder / "file";
        append(file, "content");
        const auto stamp = stampOf(file);
        QVERIFY(stamp);
        QVERIFY(isStill(file, *stamp));
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1));
        QVERIFY2(isStill(file, *stamp), "the content decides");
        std::ofstream(file) << "CONTENT";
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(2));
        QVERIFY(!isStill(file, *stamp));
        fs::remove(file);
        QVERIFY(!isStill(file, *stamp));
        QCOMPARE(stampOf(file).error().code, ErrorCode::FileNotFound);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
    fs::path m_path;
};

QTEST_GUILESS_MAIN(TestExportJournal)
#include "tst_exportjournal.moc"
