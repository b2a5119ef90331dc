#include <csignal>

#include <grp.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "CliTesting.h"
#include "slide/Slide.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

constexpr uid_t kNobody = 65534;

/// A small disk of its own, where the test may mount one.
class SmallDisk {
public:
    explicit SmallDisk(fs::path folder) : m_folder(std::move(folder)) { fs::create_directories(m_folder); }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_folder.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    /// Mounts it, or gives it another size.
    bool resize(const std::string& size)
    {
        const bool done =
            ::mount("tmpfs", m_folder.c_str(), "tmpfs", m_isMounted ? MS_REMOUNT : 0, ("size=" + size).c_str()) == 0;
        m_isMounted = m_isMounted || done;
        return done;
    }

private:
    fs::path m_folder;
    bool m_isMounted = false;
};

/// In the child: as somebody who may only do what the files' permissions say.
void becomeNobody()
{
    if (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)
        ::_exit(99);
}

}

/// What goes wrong around an export: one sentence, exit code 1, nothing half-written, nothing lost.
class TestExportFailures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_kept.isValid());
        QVERIFY(writeNoiseSlide(large(), 4096, 4096, 4));
    }

    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/isostain fails ä XXXXXX");
        QVERIFY(m_temporary->isValid());
        QVERIFY(writeNoiseSlide(path("a.tif"), 512, 512, 1));
        QVERIFY(writeNoiseSlide(path("b.tif"), 2048, 2048, 2));
        QVERIFY(writeNoiseSlide(path("c.tif"), 512, 512, 3));
    }

    void oneSentenceSaysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("slides");
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("message");
        const QStringList a = {"@a.tif"};
        QTest::newRow("a file in place of the folder") << a << "@a.tif"
                                                       << "could not be written";
        QTest::newRow("a folder below a file") << a << "@a.tif/out"
                                               << "could not be written";
        QTest::newRow("a file that exists") << a << "@taken"
                                            << "a.tif exists already";
        QTest::newRow("a dangling link in its place") << a << "@linked"
                                                      << "a.tif exists already";
        QTest::newRow("the output is the input") << a << "@"
                                                 << "would replace an input";
        QTest::newRow("a missing slide") << QStringList{"@missing ä.svs"} << "@out"
                                         << "missing ä.svs was not found";
        QTest::newRow("something else") << QStringList{"@notes.svs"} << "@out"
                                        << "notes.svs";
        QTest::newRow("a folder without slides") << QStringList{"@taken/nothing"} << "@out"
                                                 << "hold none";
        QTest::newRow("a name that is too long") << QStringList{"@" + QString(250, 'n') + ".tif"} << "@out"
                                                 << "could not be written";
    }
    void oneSentenceSaysWhatIsWrong()
    {
        QFETCH(QStringList, slides);
        QFETCH(QString, output);
        QFETCH(const QString, message);
        fs::create_directories(path("taken/nothing"));
        fs::create_directories(path("linked"));
        std::ofstream(path("taken/a.tif")) << "precious";
        std::ofstream(path("notes.svs")) << "not a slide";
        fs::create_symlink("nowhere", path("linked/a.tif"));
        fs::copy_file(path("a.tif"), path(std::string(250, 'n') + ".tif"));
        const auto before = filesBelow(path(""));
        for (QString& slide : slides)
            slide = file(slide.mid(1));
        QStringList more;
        if (slides.front().contains("nnnn"))
            more = QStringList{"--name", "{name}-normalized"}; // now longer than a name may be
        const Outcome outcome = exportSlides(slides, file(output.mid(1)), more);
        QVERIFY2(outcome.exitCode == 1, outcome.text());
        QVERIFY2(outcome.sentences() == 1, outcome.text());
        QVERIFY2(outcome.err.contains(message), outcome.text());
        for (const auto& [name, content] : before)
            QVERIFY2(filesBelow(path("")).at(name) == content, name.c_str());
        for (const auto& [name, content] : filesBelow(path("")))
            QVERIFY2(before.contains(name) || isBookkeeping(fs::path(name).filename().string()), name.c_str());
    }

    void aFolderWithoutPermission()
    {
        if (::getuid() == 0 && ::access("/", X_OK) != 0)
            QSKIP("cannot become somebody else here");
        fs::create_directory(path("locked"));
        fs::permissions(path("locked"),
                        fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
        fs::permissions(path(""), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
        const Outcome outcome = runCli(arguments({file("a.tif")}, file("locked"), {}),
                                       ::getuid() == 0 ? std::function<void()>(becomeNobody) : std::function<void()>());
        if (outcome.exitCode == 99 || outcome.exitCode == -1)
            QSKIP("nobody else may run the program here");
        QVERIFY2(outcome.exitCode == 1 && outcome.sentences() == 1, outcome.text());
        QVERIFY2(outcome.err.contains("could not be written") && outcome.err.contains("Permission denied"), outcome.text());
        QVERIFY(filesBelow(path("locked")).empty());
    }

    void aFullDiskCostsOnlyWhatDoesNotFit()
    {
        SmallDisk disk(path("disk"));
        if (!disk.resize("6m"))
            QSKIP("no file system can be mounted here");
        fullDisk(file("disk/out"), {}, "The disk is full");
        QVERIFY(disk.resize("64m"));
        completes(file("disk/out"));
    }

    /// Where nothing can be mounted: a file may not grow past a limit.
    void aFileSizeLimitCostsOnlyWhatIsLarger()
    {
        fullDisk(
            file("out"),
            [] {
                const rlimit limit{4u << 20, 4u << 20};
                ::setrlimit(RLIMIT_FSIZE, &limit);
            },
            "b.tif could not be written");
        completes(file("out"));
    }

    void aSlideThatGoesAwayMeanwhile_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"removed", "cut off", "replaced", "emptied"})
            QTest::newRow(what) << what;
    }
    void aSlideThatGoesAwayMeanwhile()
    {
        QFETCH(const QString, what);
        fs::copy_file(large(), path("large.tif"));
        fs::copy_file(large(), path("other.tif"));
        // The clock of a file system stands still for milliseconds: both copies may have one time.
        fs::last_write_time(path("other.tif"), fs::last_write_time(path("large.tif")) + std::chrono::seconds(1));
        QProcess process;
        QVERIFY2(stopHalfWay(process, arguments({file("large.tif"), file("a.tif")}, file("out"),
                                                {"--compression", "deflate", "--threads", "1"})),
                 "the export was too quick to be caught at work");
        if (what == "removed")
            fs::remove(path("large.tif"));
        else if (what == "cut off")
            fs::resize_file(path("large.tif"), fs::file_size(path("large.tif")) / 4);
        else if (what == "emptied")
            fs::resize_file(path("large.tif"), 0);
        else
            fs::rename(path("other.tif"), path("large.tif"));
        ::kill(static_cast<pid_t>(process.processId()), SIGCONT);
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        const Outcome outcome{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        QVERIFY2(outcome.exitCode == 1 && outcome.sentences() == 1, outcome.text());
        QVERIFY2(outcome.err.contains("large.tif"), outcome.text());
        const auto files = filesBelow(path("out"));
        QCOMPARE(files.size(), 4u);
        QVERIFY2(files.contains("a.tif"), "the other slide is exported");
    }

    void namesOfAllKinds()
    {
        const std::vector<std::string> names = {
            "Gewebe ä ö ß (1).tif", "组织 切片.tif", " leading space.tif", "it's \"quoted\" & $HOME `x`.tif",
            "{profile} %s %n.tif",  "-o.tif",        "latin1 \xE4.tif",    "latin1 \xE5.tif",
            "new\nline.tif"};
        fs::create_directories(path("names/same"));
        for (const std::string& name : names)
            fs::copy_file(path("a.tif"), path("names/" + name));
        fs::copy_file(path("c.tif"), path("names/same/Gewebe ä ö ß (1).tif"));
        const Outcome outcome = exportSlides({file("names")}, file("out ö"));
        QVERIFY2(outcome.exitCode == 0, outcome.text());
        const auto files = filesBelow(path("out ö"));
        for (const std::string& name : names)
            QVERIFY2(files.contains(name), name.c_str());
        QVERIFY(files.contains("Gewebe ä ö ß (1)-2.tif"));
        const Outcome again = exportSlides({file("names")}, file("out ö"));
        QVERIFY2(again.exitCode == 0 && again.out.count("was exported before") == qsizetype(names.size()) + 1, again.text());
        QVERIFY(filesBelow(path("out ö")) == files);
    }

    void onlyOneExportWritesToAFolder()
    {
        fs::copy_file(large(), path("large.tif"));
        QProcess first;
        first.start(QString::fromStdString(cliPath().string()),
                    arguments({file("large.tif")}, file("out"), {"--compression", "deflate"}));
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(path("out/isostain-export.jsonl")), 60000);
        const Outcome second = exportSlides({file("large.tif")}, file("out"));
        QVERIFY2(second.exitCode == 1 && second.sentences() == 1, second.text());
        QVERIFY2(second.err.contains("Another export is writing"), second.text());
        QVERIFY(first.waitForFinished(120000));
        QCOMPARE(first.exitCode(), 0);
    }

private:
    /// b.tif does not fit, a.tif and c.tif do.
    void fullDisk(const QString& output, const std::function<void()>& prepare, const QString& message)
    {
        const Outcome outcome =
            runCli(arguments({file("a.tif"), file("b.tif"), file("c.tif")}, output, {"--compression", "none"}), prepare);
        QVERIFY2(outcome.exitCode == 1 && outcome.sentences() == 1, outcome.text());
        QVERIFY2(outcome.err.contains(message), outcome.text());
        const auto files = filesBelow(output.toStdString());
        QCOMPARE(files.size(), 5u);
        QVERIFY(files.contains("a.tif") && files.contains("c.tif"));
        for (const char* name : {"a.tif", "c.tif"})
            QVERIFY(openSlide(fs::path(output.toStdString()) / name));
    }
    void completes(const QString& output)
    {
        const Outcome outcome = exportSlides({file("a.tif"), file("b.tif"), file("c.tif")}, output, {"--compression", "none"});
        QVERIFY2(outcome.exitCode == 0 && outcome.out.count("was exported before") == 2, outcome.text());
        QCOMPARE(filesBelow(output.toStdString()).size(), 6u);
        QVERIFY(openSlide(fs::path(output.toStdString()) / "b.tif"));
    }

    QStringList arguments(const QStringList& slides, const QString& output, const QStringList& more) const
    {
        return QStringList{"export"} + slides + QStringList{"-o", output, "--method", "reinhard", "--target", file("c.tif")} +
               more;
    }
    Outcome exportSlides(const QStringList& slides, const QString& output, const QStringList& more = {}) const
    {
        return runCli(arguments(slides, output, more));
    }
    QString file(const QString& name) const { return m_temporary->filePath(name); }
    fs::path path(const std::string& name) const { return fs::path(m_temporary->path().toStdString()) / name; }

    /// Starts an export and holds it (SIGSTOP) while less than a quarter of "large" is written. An export that has gone further
    /// by the time this test gets a core is begun anew.
    bool stopHalfWay(QProcess& process, const QStringList& exportArguments)
    {
        const auto quarter = static_cast<qint64>(fs::file_size(large()) / 4);
        for (int attempt = 0; attempt < 20; ++attempt) {
            process.start(QString::fromStdString(cliPath().string()), exportArguments);
            if (!process.waitForStarted())
                return false;
            const auto pid = static_cast<pid_t>(process.processId());
            while (!process.waitForFinished(2)) {
                ::kill(pid, SIGSTOP);
                const QFileInfoList files =
                    QDir(file("out")).entryInfoList({".large.partial-*"}, QDir::Files | QDir::Hidden);
                const qint64 written = files.isEmpty() ? 0 : files.front().size();
                if (written > 0 && written < quarter)
                    return true;
                if (written >= quarter)
                    process.kill();
                ::kill(pid, SIGCONT);
            }
            fs::remove_all(path("out"));
        }
        return false;
    }

    fs::path large() const { return fs::path(m_kept.path().toStdString()) / "large.tif"; }

    QTemporaryDir m_kept;
    std::unique_ptr<QTemporaryDir> m_temporary;
};

QTEST_GUILESS_MAIN(TestExportFailures)
#include "tst_exportfailures.moc"
