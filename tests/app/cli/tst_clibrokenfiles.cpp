#include <algorithm>

#include <sys/resource.h>

#include <QTemporaryDir>
#include <QTest>

#include "CliTesting.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

constexpr rlim_t kMemory = rlim_t(1) << 30;
constexpr int kMostMs = 60000;

/// What is called broken and can be read all the same: libtiff knows what is meant, and info and export give that picture.
struct ReadableFile {
    const char* name;
    const char* why;
};
constexpr ReadableFile kReadable[] = {
    {"crash-0da013a13571cc8eb457a39fee8db18f8a3c7127.tif", "a fax whose BitsPerSample stands there twice: the first counts"},
    {"crash-74d2a78403a5a59db1fb0a2b8735ac068a75f6e3.tif", "a fax whose ImageWidth stands there twice, out of order"},
    {"hopper_bigtiff.tif", "a BigTIFF, sound"},
    {"multipage_out_of_order.tiff", "directories that do not lie in their order, which is allowed"},
    {"old-style-jpeg-compression.tif", "old-style JPEG, which libtiff decodes"},
    {"tiff_wrong_bits_per_sample.tiff", "BitsPerSample once for four samples, a byte count that is too large"},
    {"tiff_wrong_bits_per_sample_2.tiff", "BitsPerSample four times for three samples"},
    {"tiff_wrong_bits_per_sample_3.tiff", "a fourth sample that ExtraSamples does not explain"},
    {"total-pages-zero.tif", "a fax, page 0 of 0"},
};

/// In the child: no more address space than this. The sanitizers need terabytes of it.
void limitMemory()
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const rlimit limit{kMemory, kMemory};
    ::setrlimit(RLIMIT_AS, &limit);
#endif
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
}

}

/// Files made to break readers, through the program as a script runs it.
class TestCliBrokenFiles : public QObject {
    Q_OBJECT

private slots:
    void endWithASentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isReadable");
        ISOSTAIN_SHARED_FILE(folder, "data/broken");
        std::vector<fs::path> paths;
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file())
                paths.push_back(entry.path());
        std::sort(paths.begin(), paths.end());
        QVERIFY(!paths.empty());
        for (const fs::path& path : paths) {
            const bool isReadable = std::any_of(std::begin(kReadable), std::end(kReadable),
                                                [&](const ReadableFile& file) { return path.filename() == file.name; });
            QTest::newRow(path.lexically_relative(folder).c_str()) << QString::fromStdString(path.string()) << isReadable;
        }
    }
    void endWithASentence()
    {
        QFETCH(const QString, path);
        QFETCH(const bool, isReadable);
        const QTemporaryDir folder;
        // The one slide whose directories are sound: only its tiles cannot be read.
        const bool opens = isReadable || path.endsWith("slides/unreadable.svs");

        const Outcome info = runCli({"info", path}, limitMemory, kMostMs);
        QVERIFY2(info.exitCode == (opens ? 0 : 1), info.text());
        QVERIFY2(info.sentences() == (opens ? 0 : 1), info.text());

        const Outcome exported = runCli(
            {"export", path, "-o", folder.filePath("out"), "--method", "macenko", "--target", "published", "--threads", "2"},
            limitMemory, kMostMs);
        QVERIFY2(exported.exitCode == (isReadable ? 0 : 1), exported.text());
        const auto files = filesBelow(fs::path(folder.path().toStdString()) / "out");
        QCOMPARE(files.size(), isReadable ? 4u : 3u);
        if (!isReadable) {
            QVERIFY2(exported.sentences() == 1, exported.text());
            QVERIFY2(std::all_of(files.begin(), files.end(), [](const auto& file) { return isBookkeeping(file.first); }),
                     "half a file");
        }
        rusage usage{};
        QCOMPARE(::getrusage(RUSAGE_CHILDREN, &usage), 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY2(usage.ru_maxrss <= long(kMemory / 1024), "more than 1 GB");
#endif
    }
};

QTEST_GUILESS_MAIN(TestCliBrokenFiles)
#include "tst_clibrokenfiles.moc"
