#include <atomic>
#include <limits>
#include <set>
#include <thread>

#include <QTemporaryDir>
#include <QTest>

#include "ExportTesting.h"
#include "base/Version.h"
#include "export/PyramidTiff.h"
#include "slide/Slide.h"
#include "support/FileSizeLimit.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(isostain::TiffCompression)
Q_DECLARE_METATYPE(isostain::ChromaSubsampling)

namespace {

Result<void> writeImage(const fs::path& path, const BgrxImage& image, const PyramidTiffOptions& options, const JobControl& control = {})
{
    const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
        return cutOut(image, column, row, options.tileSize);
    };
    return writePyramidTiff(path, image.width(), image.height(), source, options, control);
}

}

class TestPyramidTiff : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = fs::path(m_folder->path().toStdString()) / fs::path(u8"Schnitt ä 1.tif");
    }

    void losslessLevelsAreExact_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("tileSize");
        QTest::addColumn<TiffCompression>("compression");
        QTest::addColumn<int>("levels");
        QTest::newRow("one pixel") << 1 << 1 << 64 << TiffCompression::None << 1;
        QTest::newRow("exactly one tile") << 256 << 256 << 256 << TiffCompression::Lzw << 1;
        QTest::newRow("one pixel more") << 257 << 1 << 256 << TiffCompression::Deflate << 2;
        QTest::newRow("a column") << 3 << 999 << 64 << TiffCompression::Deflate << 5;
        QTest::newRow("odd sizes on all levels") << 701 << 533 << 64 << TiffCompression::Lzw << 5;
        QTest::newRow("large tiles") << 1300 << 701 << 512 << TiffCompression::Deflate << 3;
        QTest::newRow("no power of two") << 700 << 533 << 80 << TiffCompression::None << 5;
    }
    void losslessLevelsAreExact()
    {
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const int, tileSize);
        QFETCH(const TiffCompression, compression);
        QFETCH(const int, levels);
        const BgrxImage full = paintedImage(width, height);
        BgrxImage expected = full;
        PyramidTiffOptions options;
        options.compression = compression;
        options.tileSize = tileSize;
        const auto written = writeImage(m_path, expected, options, JobControl{{}, {}, 3});
        QVERIFY2(written, written ? "" : describe(written.error()).c_str());

        const auto found = readLevels(m_path);
        QCOMPARE(static_cast<int>(found.size()), levels);
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY2(isSame(found[i].image, expected), qPrintable(QString("level %1").arg(i)));
            QCOMPARE(found[i].subfileType, i == 0 ? 0u : static_cast<unsigned>(FILETYPE_REDUCEDIMAGE));
            QCOMPARE(found[i].photometric, static_cast<std::uint16_t>(PHOTOMETRIC_RGB));
            expected = halved(expected);
        }

        // Slides are read past OpenSlide, which misreads such tiles near borders.
        const SlidePtr slide = openSlide(m_path).value();
        expected = full;
        for (int level = 0; level < slide->geometry().levelCount(); ++level) {
            const PyramidLevel& of = slide->geometry().level(level);
            if (of.isVirtual())
                continue;
            const auto read = readRegion(*slide, level, {0, 0, of.width, of.height});
            QVERIFY2(read, read ? "" : describe(read.error()).c_str());
            QVERIFY2(isSame(*read, expected), qPrintable(QString("level %1 of the slide").arg(level)));
            expected = halved(expected);
        }
    }

    void jpegLevelsAreCloseAndTagged_data()
    {
        QTest::addColumn<ChromaSubsampling>("subsampling");
        QTest::addColumn<int>("step");
        QTest::addColumn<double>("leastPsnr");
        QTest::newRow("4:2:0") << ChromaSubsampling::S420 << 2 << 36.0;
        QTest::newRow("4:4:4") << ChromaSubsampling::S444 << 1 << 42.0;
    }
    void jpegLevelsAreCloseAndTagged()
    {
        QFETCH(const ChromaSubsampling, subsampling);
        QFETCH(const int, step);
        QFETCH(const double, leastPsnr);
        BgrxImage expected = paintedImage(701, 533);
        PyramidTiffOptions options;
        options.quality = 90;
        options.subsampling = subsampling;
        QVERIFY(writeImage(m_path, expected, options));

        const auto found = readLevels(m_path);
        QCOMPARE(found.size(), 3u);
        for (const TiffLevel& level : found) {
            QCOMPARE(level.photometric, static_cast<std::uint16_t>(PHOTOMETRIC_YCBCR));
            QCOMPARE(level.subsamplingX, static_cast<std::uint16_t>(step));
            QCOMPARE(level.subsamplingY, static_cast<std::uint16_t>(step));
            QVERIFY2(psnr(level.image, expected) > leastPsnr, qPrintable(QString::number(psnr(level.image, expected))));
            expected = halved(expected);
        }
    }

    void jpegTilesDecodeAsTheEncoderMadeThem()
    {
        const BgrxImage image = paintedImage(256, 256);
        PyramidTiffOptions options;
        QVERIFY(writeImage(m_path, image, options));
        const auto stream = JpegEncoder(options.quality, options.subsampling).encode(image);
        const auto found = readLevels(m_path);
        QVERIFY(isSame(found.at(0).image, *decodeJpeg(*stream)));
    }

    void describesItself()
    {
        PyramidTiffOptions options;
        options.mppX = 0.499;
        options.mppY = 0.25;
        options.description = "isostain.method=StainNet\nisostain.profile=häm";
        QVERIFY(writeImage(m_path, paintedImage(300, 200), options));
        const auto found = readLevels(m_path);
        QCOMPARE(found.size(), 2u);
        QCOMPARE(found[0].pixelsPerCentimeterX, 20040.08f);
        QCOMPARE(found[1].pixelsPerCentimeterX, 10020.04f);
        QCOMPARE(found[0].description, options.description);
        QCOMPARE(found[1].description, std::string());
        QCOMPARE(found[0].software, std::string("Isostain ") + kVersion);
    }

    void sameBytesWhateverTheThreads()
    {
        const BgrxImage image = paintedImage(1100, 900);
        PyramidTiffOptions options;
        options.tileSize = 64;
        std::set<std::string> contents;
        for (const unsigned threads : {1u, 2u, 8u}) {
            const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
                std::this_thread::sleep_for(std::chrono::microseconds((column * 7 + row * 13) % 5 * 100));
                return cutOut(image, column, row, options.tileSize);
            };
            options.overwrite = Overwrite::Yes;
            QVERIFY(writePyramidTiff(m_path, image.width(), image.height(), source, options, JobControl{{}, {}, threads}));
            contents.insert(fileContent(m_path));
        }
        QCOMPARE(contents.size(), 1u);
    }

    void asksForEveryTileOnceAndReportsInOrder()
    {
        const BgrxImage image = paintedImage(650, 330);
        PyramidTiffOptions options;
        options.tileSize = 64;
        std::vector<std::atomic<int>> asked(11 * 6);
        const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            ++asked[static_cast<std::size_t>(row * 11 + column)];
            return cutOut(image, column, row, options.tileSize);
        };
        std::vector<std::uint64_t> reported;
        const JobControl control{{}, [&](const Progress& progress) { reported.push_back(progress.done); }, 4};
        QVERIFY(writePyramidTiff(m_path, image.width(), image.height(), source, options, control));
        for (const auto& count : asked)
            QCOMPARE(count.load(), 1);
        QCOMPARE(reported.size(), asked.size());
        for (std::size_t i = 0; i < reported.size(); ++i)
            QCOMPARE(reported[i], i + 1);
    }

    void leavesNothingAfterAFailure_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("code");
        QTest::newRow("source fails") << "source" << int(ErrorCode::TileUnreadable);
        QTest::newRow("source throws") << "throw" << int(ErrorCode::Internal);
        QTest::newRow("source gives the wrong size") << "size" << int(ErrorCode::Internal);
        QTest::newRow("cancelled") << "cancel" << int(ErrorCode::Cancelled);
    }
    void leavesNothingAfterAFailure()
    {
        QFETCH(const QString, how);
        QFETCH(const int, code);
        const BgrxImage image = paintedImage(1000, 1000);
        PyramidTiffOptions options;
        options.tileSize = 64;
        std::stop_source stop;
        std::atomic<int> count = 0;
        const TileSource source = [&](int column, int row, const std::stop_token& stopped) -> Result<BgrxImage> {
            if (++count >= 100) {
                if (how == "source")
                    return fail(ErrorCode::TileUnreadable, "slide.svs", "tile");
                if (how == "throw")
                    throw std::runtime_error("thrown");
                if (how == "size")
                    return makeBgrxImage(3, 3, 0);
                stop.request_stop();
                if (!stopped.stop_requested())
                    return fail(ErrorCode::Internal, "the stop was not passed on");
                return fail(ErrorCode::Cancelled);
            }
            return cutOut(image, column, row, options.tileSize);
        };
        const auto written = writePyramidTiff(m_path, 1000, 1000, source, options, JobControl{stop.get_token(), {}, 4});
        QVERIFY(!written);
        QCOMPARE(int(written.error().code), code);
        QVERIFY2(count < 120, "the rest of the tiles is not read");
        QVERIFY(fs::is_empty(m_path.parent_path()));
    }

    void pausesBetweenTiles_data()
    {
        QTest::addColumn<unsigned>("threads");
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("one thread, resumed") << 1u << false;
        QTest::newRow("resumed") << 4u << false;
        QTest::newRow("one thread, stopped") << 1u << true;
        QTest::newRow("stopped") << 4u << true;
    }
    void pausesBetweenTiles()
    {
        QFETCH(const unsigned, threads);
        QFETCH(const bool, isStopped);
        const BgrxImage image = paintedImage(1000, 1000);
        PyramidTiffOptions options;
        options.tileSize = 64;
        const auto gate = std::make_shared<PauseGate>();
        std::atomic<int> count = 0;
        const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            if (++count == 30)
                gate->pause();
            return cutOut(image, column, row, options.tileSize);
        };
        std::stop_source stop;
        Result<void> written;
        std::jthread writer([&] {
            written = writePyramidTiff(m_path, 1000, 1000, source, options, JobControl{stop.get_token(), {}, threads, gate});
        });
        QTRY_VERIFY(gate->isPaused());
        // What was begun may go on, what was not is not begun.
        int before = -1;
        QTRY_VERIFY(before == std::exchange(before, count.load()) && before >= 30);
        QTest::qWait(100);
        QCOMPARE(count.load(), before);
        QVERIFY2(before < 30 + 8 * 4, "no more than the window");
        QVERIFY(!fs::exists(m_path));
        if (isStopped)
            stop.request_stop();
        else
            gate->resume();
        writer.join();
        if (isStopped) {
            QCOMPARE(written.error().code, ErrorCode::Cancelled);
            QVERIFY(fs::is_empty(m_path.parent_path()));
        } else {
            QVERIFY(written);
            QCOMPARE(count.load(), 256);
        }
    }

    void saysWhenTheDiskGivesUp()
    {
        const FileSizeLimit limit(40000);
        PyramidTiffOptions options;
        options.compression = TiffCompression::None;
        const auto written = writeImage(m_path, paintedImage(600, 600), options);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(written.error().subject, m_path.string());
        QVERIFY2(written.error().detail.find("large") != std::string::npos, written.error().detail.c_str());
        QVERIFY(fs::is_empty(m_path.parent_path()));
    }

    void aFullDiskIsCalledThat()
    {
        auto writer = TiffWriter::create("/dev/full", "slide.tif", TiffWriter::Variant::Classic);
        QVERIFY(writer);
        const auto closed = (*writer)->close();
        QVERIFY(!closed);
        QCOMPARE(closed.error().code, ErrorCode::DiskFull);
        QCOMPARE(closed.error().subject, std::string("slide.tif"));
    }

    void replacesOnlyWhenAllowed()
    {
        const BgrxImage image = paintedImage(64, 64);
        PyramidTiffOptions options;
        std::ofstream(m_path) << "kept";
        QCOMPARE(writeImage(m_path, image, options).error().code, ErrorCode::OutputExists);
        QCOMPARE(fileContent(m_path), std::string("kept"));
        options.overwrite = Overwrite::Yes;
        QVERIFY(writeImage(m_path, image, options));
        QCOMPARE(readLevels(m_path).size(), 1u);
    }

    void refusesWhatCannotBeWritten()
    {
        const BgrxImage image = paintedImage(64, 64);
        PyramidTiffOptions options;
        QCOMPARE(writeImage("/nonexistent/folder/a.tif", image, options).error().code, ErrorCode::OutputUnwritable);
        options.tileSize = 100;
        QCOMPARE(writeImage(m_path, image, options).error().code, ErrorCode::InvalidArgument);
        options.tileSize = 256;
        options.quality = 0;
        QCOMPARE(writeImage(m_path, image, options).error().code, ErrorCode::InvalidArgument);
        options.quality = 85;
        options.mppX = 0;
        QCOMPARE(writeImage(m_path, image, options).error().code, ErrorCode::InvalidArgument);
        options.mppX.reset();
        options.tileSize = 64;   // more tiles than a TIFF can count
        constexpr std::int64_t kSide = std::numeric_limits<std::int32_t>::max();
        const TileSource none = [](int, int, const std::stop_token&) -> Result<BgrxImage> { return fail(ErrorCode::Internal); };
        QCOMPARE(writePyramidTiff(m_path, kSide, kSide, none, options, {}).error().code, ErrorCode::InvalidArgument);
        QVERIFY(fs::is_empty(m_path.parent_path()));
    }

    void bigTiffWhereTheFileMightPassTheLimit_data()
    {
        QTest::addColumn<qint64>("side");
        QTest::addColumn<TiffCompression>("compression");
        QTest::addColumn<bool>("big");
        QTest::newRow("small") << qint64(10000) << TiffCompression::Jpeg << false;
        QTest::newRow("just below, compressed") << qint64(18500) << TiffCompression::Jpeg << false;
        QTest::newRow("just above, compressed") << qint64(19000) << TiffCompression::Jpeg << true;
        QTest::newRow("just below, plain") << qint64(22500) << TiffCompression::None << false;
        QTest::newRow("just above, plain") << qint64(23300) << TiffCompression::None << true;
    }
    void bigTiffWhereTheFileMightPassTheLimit()
    {
        QFETCH(const qint64, side);
        QFETCH(const TiffCompression, compression);
        PyramidTiffOptions options;
        options.compression = compression;
        QTEST(needsBigTiff(halvedLevels(side, side, options.tileSize), options), "big");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;
};

QTEST_GUILESS_MAIN(TestPyramidTiff)
#include "tst_pyramidtiff.moc"
