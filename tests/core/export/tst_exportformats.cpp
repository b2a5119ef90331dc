#include <algorithm>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "ExportTesting.h"
#include "base/Sha256.h"
#include "export/ExportFormats.h"
#include "export/ExportJob.h"
#include "export/ExportJournal.h"
#include "export/ExportNames.h"
#include "export/PyramidTiff.h"
#include "slide/OmeXml.h"
#include "slide/Slide.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(isostain::ExportFormat)
Q_DECLARE_METATYPE(isostain::TiffCompression)
Q_DECLARE_METATYPE(isostain::ChromaSubsampling)

namespace {

constexpr const char* kSentinel = "Sentinel7Doe";

std::shared_future<Result<std::string>> known(const Result<std::string>& hash)
{
    std::promise<Result<std::string>> promise;
    promise.set_value(hash);
    return promise.get_future().share();
}

ExportMetadata metadataOf(const std::string& source)
{
    ExportMetadata metadata;
    metadata.mppX = 0.2498;
    metadata.mppY = 0.2502;
    metadata.objectivePower = 40;
    metadata.facts = {{"version", "1.0"}, {"method", "stainnet"}, {"profile", "Lab <\"&'> ä\nsecond line"}};
    metadata.sourceSha256 = known(sha256Hex(std::as_bytes(std::span(source))));
    return metadata;
}

struct Written {
    fs::path path;
    ExportFormat format = ExportFormat::PyramidalTiff;
    TileFormat tiles;
    ExportMetadata metadata = metadataOf("slide");
    Overwrite overwrite = Overwrite::No;
};

Result<void> write(const Written& to, const BgrxImage& image, unsigned threads = 2)
{
    const auto layout = PyramidLayout::create(image.width(), image.height(), to.tiles);
    if (!layout)
        return tl::unexpected(layout.error());
    auto writer = makePyramidWriter(to.format, to.path, *layout, to.metadata, to.overwrite);
    if (!writer)
        return tl::unexpected(writer.error());
    const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
        return cutOut(image, column, row, to.tiles.tileSize);
    };
    return writePyramid(**writer, *layout, source, JobControl{{}, {}, threads});
}

/// What libjpeg-turbo makes of a picture, tile by tile.
BgrxImage throughJpeg(const BgrxImage& image, const TileFormat& tiles)
{
    BgrxImage result = makeBgrxImage(image.width(), image.height());
    JpegEncoder encoder(tiles.quality, tiles.subsampling);
    const int size = tiles.tileSize;
    for (int y = 0; y < image.height(); y += size)
        for (int x = 0; x < image.width(); x += size) {
            const BgrxImage tile = cutOut(image, x / size, y / size, size);
            BgrxImage full;
            cv::copyMakeBorder(tile.pixels, full.pixels, 0, size - tile.height(), 0, size - tile.width(), cv::BORDER_REPLICATE);
            const auto decoded = decodeJpeg(*encoder.encode(full));
            decoded->pixels(cv::Rect({0, 0}, tile.pixels.size())).copyTo(result.pixels(cv::Rect({x, y}, tile.pixels.size())));
        }
    return result;
}

/// The levels that are stored, finest first.
std::vector<int> storedLevels(const Slide& slide)
{
    std::vector<int> levels;
    for (int i = 0; i < slide.geometry().levelCount(); ++i)
        if (!slide.geometry().level(i).isVirtual())
            levels.push_back(i);
    return levels;
}

/// Name and content of a file, or of all files of a folder.
std::string contentOf(const fs::path& path)
{
    if (!fs::is_directory(path))
        return fileContent(path);
    std::set<fs::path> files(fs::directory_iterator(path), fs::directory_iterator{});
    std::string content;
    for (const fs::path& file : files)
        content += file.filename().string() + "\n" + fileContent(file);
    return content;
}

void addFormats()
{
    QTest::addColumn<ExportFormat>("format");
    for (const auto& row : exportFormats())
        QTest::newRow(std::string(row.key).c_str()) << row.value;
}

/// The identity for all colors but one.
NormalizerPtr testNormalizer()
{
    class Map : public ColorMap {
    public:
        void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
        {
            std::transform(source, source + count, target, [](std::uint32_t color) { return ~color & 0xFFFFFF; });
        }
    };
    static const NormalizerPtr normalizer = [] {
        Normalizer made;
        made.table = *ColorTable::compile(Map());
        return std::make_shared<const Normalizer>(std::move(made));
    }();
    return normalizer;
}

}

class TestExportFormats : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void reopens_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<TiffCompression>("compression");
        QTest::addColumn<ChromaSubsampling>("subsampling");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("levels");
        const auto s420 = ChromaSubsampling::S420;
        const auto s444 = ChromaSubsampling::S444;
        const auto ome = ExportFormat::OmeTiff;
        QTest::newRow("ome-tiff, jpeg 4:2:0") << ome << TiffCompression::Jpeg << s420 << 701 << 533 << 5;
        QTest::newRow("ome-tiff, jpeg 4:4:4") << ome << TiffCompression::Jpeg << s444 << 701 << 533 << 5;
        QTest::newRow("ome-tiff, lzw") << ome << TiffCompression::Lzw << s420 << 640 << 333 << 5;
        QTest::newRow("ome-tiff, deflate") << ome << TiffCompression::Deflate << s420 << 333 << 640 << 5;
        QTest::newRow("ome-tiff, none") << ome << TiffCompression::None << s420 << 65 << 1 << 2;
        const auto dicom = ExportFormat::Dicom;
        QTest::newRow("dicom, jpeg 4:2:0") << dicom << TiffCompression::Jpeg << s420 << 701 << 533 << 5;
        QTest::newRow("dicom, jpeg 4:4:4") << dicom << TiffCompression::Jpeg << s444 << 533 << 701 << 5;
        QTest::newRow("dicom, none") << dicom << TiffCompression::None << s420 << 640 << 333 << 5;
        QTest::newRow("dicom, one tile") << dicom << TiffCompression::None << s420 << 1 << 1 << 1;
        QTest::newRow("ome-tiff, one tile") << ome << TiffCompression::Jpeg << s420 << 64 << 64 << 1;
    }
    void reopens()
    {
        QFETCH(const ExportFormat, format);
        QFETCH(const TiffCompression, compression);
        QFETCH(const ChromaSubsampling, subsampling);
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const int, levels);
        Written to{m_folder / ("slide" + std::string(suffixOf(format))), format, {}};
        to.tiles = {compression, 85, subsampling, 64};
        BgrxImage expected = paintedImage(width, height);
        const auto written = write(to, expected);
        QVERIFY2(written, written ? "" : describe(written.error()).c_str());

        const auto slide = openSlide(to.path);
        QVERIFY2(slide, slide ? "" : describe(slide.error()).c_str());
        const SlideInfo& info = (*slide)->info();
        QVERIFY(std::abs(info.mppX.value() - 0.2498) < 1e-12);
        QVERIFY(std::abs(info.mppY.value() - 0.2502) < 1e-12);
        QCOMPARE(info.objectivePower.value(), 40.0);
        QVERIFY(info.associatedImages.empty());
        const std::vector<int> stored = storedLevels(**slide);
        QCOMPARE(static_cast<int>(stored.size()), levels);
        for (const int level : stored) {
            const PyramidLevel& found = (*slide)->geometry().level(level);
            QCOMPARE(found.width, expected.width());
            QCOMPARE(found.height, expected.height());
            const auto pixels = readRegion(**slide, level, {0, 0, found.width, found.height});
            QVERIFY(pixels);
            if (compression == TiffCompression::Jpeg)
                QVERIFY(psnr(*pixels, expected) >= psnr(throughJpeg(expected, to.tiles), expected) - 0.1);
            else
                QVERIFY2(isSame(*pixels, expected), qPrintable(QString("level %1").arg(level)));
            expected = halved(expected);
        }
    }

    void sameBytesForAnyThreadsAndAnyRun_data() { addFormats(); }
    void sameBytesForAnyThreadsAndAnyRun()
    {
        QFETCH(const ExportFormat, format);
        std::set<std::string> contents;
        for (const unsigned threads : {1u, 5u, 2u, 2u}) {
            Written to{m_folder / ("slide" + std::string(suffixOf(format))), format, {}};
            to.tiles.tileSize = 64;
            to.overwrite = Overwrite::Yes;
            QVERIFY(write(to, paintedImage(901, 700), threads));
            contents.insert(contentOf(to.path));
        }
        QCOMPARE(contents.size(), 1u);
        QCOMPARE(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()), 1);
    }

    void replacesOnlyWhenAllowed_data() { addFormats(); }
    void replacesOnlyWhenAllowed()
    {
        QFETCH(const ExportFormat, format);
        Written to{m_folder / ("slide" + std::string(suffixOf(format))), format, {}};
        QVERIFY(write(to, paintedImage(300, 200)));
        const std::string before = contentOf(to.path);
        QCOMPARE(write(to, paintedImage(600, 200)).error().code, ErrorCode::OutputExists);
        QCOMPARE(contentOf(to.path), before);
        to.overwrite = Overwrite::Yes;
        QVERIFY(write(to, paintedImage(600, 200)));
        QCOMPARE((*openSlide(to.path))->geometry().width(), 600);
        QCOMPARE(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()), 1);
    }

    void omeTiffsHangTheirLevelsOnTheFirst()
    {
        Written to{m_folder / "slide.ome.tif", ExportFormat::OmeTiff, {}};
        to.tiles.tileSize = 64;
        QVERIFY(write(to, paintedImage(701, 533)));
        const TiffHandle tiff = openTiffForReading(to.path);
        std::uint16_t count = 0;
        const std::uint64_t* offsets = nullptr;
        QCOMPARE(TIFFGetField(tiff.get(), TIFFTAG_SUBIFD, &count, &offsets), 1);
        QCOMPARE(count, 4);
        const std::vector<std::uint64_t> lower(offsets, offsets + count);
        QVERIFY2(TIFFLastDirectory(tiff.get()) != 0, "levels are no pages of the main chain");
        const auto images = parseOmeXml(stringField(tiff.get(), TIFFTAG_IMAGEDESCRIPTION));
        QVERIFY(images);
        QCOMPARE(images->size(), 1u);
        QCOMPARE(images->front().sizeX, 701);
        QCOMPARE(images->front().sizeC, 3);
        QCOMPARE(images->front().samplesPerPixel, 3);
        for (const std::uint64_t offset : lower) {
            QCOMPARE(TIFFSetSubDirectory(tiff.get(), offset), 1);
            std::uint32_t type = 0;
            TIFFGetField(tiff.get(), TIFFTAG_SUBFILETYPE, &type);
            QCOMPARE(type, static_cast<std::uint32_t>(FILETYPE_REDUCEDIMAGE));
            QCOMPARE(stringField(tiff.get(), TIFFTAG_IMAGEDESCRIPTION), std::string());
        }
    }

    void omeXmlHoldsTheFacts()
    {
        Written to{m_folder / "slide.ome.tif", ExportFormat::OmeTiff, {}};
        QVERIFY(write(to, paintedImage(100, 100)));
        const TiffHandle tiff = openTiffForReading(to.path);
        const std::string text = stringField(tiff.get(), TIFFTAG_IMAGEDESCRIPTION);
        const std::string hash = *to.metadata.sourceSha256.get();
        for (const std::string& part :
             {std::string("xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\""),
              std::string("<M K=\"isostain.profile\">Lab &lt;\"&amp;'&gt; ä second line</M>"),
              "<M K=\"isostain.source-sha256\">" + hash + "</M>", std::string("NominalMagnification=\"40\""),
              std::string("PhysicalSizeX=\"0.2498\" PhysicalSizeXUnit=\"µm\"")})
            QVERIFY2(text.find(part) != std::string::npos, (part + " in " + text).c_str());
        QVERIFY2(text.find("UUID") == std::string::npos, "the same export gives the same bytes");
    }

    void omeTiffsPastTheLimitAreBigTiffs()
    {
        // One color, so that the pixels take seconds and the file is small: what counts is how large it might have become.
        constexpr int kSide = 19000;
        TileFormat tiles;
        tiles.tileSize = 512;
        const auto layout = PyramidLayout::create(kSide, kSide, tiles);
        const fs::path path = m_folder / "slide.ome.tif";
        auto writer = makePyramidWriter(ExportFormat::OmeTiff, path, *layout, metadataOf("slide"), Overwrite::No);
        QVERIFY(writer);
        const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            return makeBgrxImage(std::min(512, kSide - column * 512), std::min(512, kSide - row * 512), 0xFFC080F0);
        };
        const auto written = writePyramid(**writer, *layout, source, {});
        QVERIFY2(written, written ? "" : describe(written.error()).c_str());
        QCOMPARE(fileContent(path).substr(0, 4), std::string("II\x2B\0", 4));
        const auto slide = openSlide(path);
        QVERIFY(slide);
        QCOMPARE(storedLevels(**slide).size(), layout->written().size());
    }

    void nothingOfTheSourceIsCarried_data() { addFormats(); }
    void nothingOfTheSourceIsCarried()
    {
        QFETCH(const ExportFormat, format);
        const fs::path slide = m_folder / (std::string(kSentinel) + ".tif");
        PyramidTiffOptions options;
        options.mppX = options.mppY = 0.25;
        options.description = std::string("isostain.objective-power=40\nisostain.mpp-x=0.25\nisostain.mpp-y=0.25\npatient = ") +
                              kSentinel;
        const BgrxImage image = paintedImage(300, 200);
        const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            return cutOut(image, column, row, options.tileSize);
        };
        QVERIFY(writePyramidTiff(slide, 300, 200, source, options, {}));
        {
            const std::unique_ptr<TIFF, TiffCloser> tiff(TIFFOpen(slide.c_str(), "r+"));
            for (const std::uint32_t tag : {TIFFTAG_ARTIST, TIFFTAG_COPYRIGHT, TIFFTAG_DOCUMENTNAME, TIFFTAG_HOSTCOMPUTER,
                                            TIFFTAG_MAKE, TIFFTAG_MODEL, TIFFTAG_PAGENAME})
                QCOMPARE(TIFFSetField(tiff.get(), tag, kSentinel), 1);
            QCOMPARE(TIFFSetField(tiff.get(), TIFFTAG_XMLPACKET, 12, kSentinel), 1);
            QCOMPARE(TIFFRewriteDirectory(tiff.get()), 1);
        }
        ExportJob job{exportItems({slide}, m_folder / "out", {"{name}", {}, std::string(suffixOf(format))}),
                      sameForEach(testNormalizer()),
                      {}};
        job.options.format = format;
        job.names = NamesInExport::Anonymous;
        job.journal = journalPath(m_folder / "out", {});
        job.recipe = "recipe";
        const auto results = runExport(job, {});
        QVERIFY2(!results[0].error, results[0].error ? describe(*results[0].error).c_str() : "");
        QVERIFY(results[0].outputBytes > 1000);
        QCOMPARE(results[0].item.output.filename().string().substr(16), std::string(suffixOf(format)));
        std::size_t files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(m_folder / "out")) {
            QVERIFY2(entry.path().string().find(kSentinel) == std::string::npos, entry.path().c_str());
            if (entry.is_regular_file() && ++files > 0)
                QVERIFY2(fileContent(entry.path()).find(kSentinel) == std::string::npos, entry.path().c_str());
        }
        QVERIFY(files >= 2);
        // The same again: it was there.
        const auto again = runExport(job, {});
        QVERIFY(!again[0].error && again[0].wasThere);
        QCOMPARE(again[0].outputBytes, results[0].outputBytes);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestExportFormats)
#include "tst_exportformats.moc"
