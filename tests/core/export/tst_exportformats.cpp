#include <algorithm>
#include <csignal>
#include <set>

#include <sys/resource.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "ExportTesting.h"
#include "base/Sha256.h"
#include "export/DicomElements.h"
#include "export/DicomHeader.h"
#include "export/ExportFormats.h"
#include "export/ExportJob.h"
#include "export/ExportJournal.h"
#include "export/ExportNames.h"
#include "export/FileStamp.h"
#include "export/IccProfile.h"
#include "export/PyramidTiff.h"
#include "export/SourceHash.h"
#include "slide/DicomSlide.h"
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
    return writePyramid(**writer, *layout, source, JobControl{{}, {}, threads}).and_then([&](const std::string& sha256) -> Result<void> {
        if (sourceSha256(to.path) != sha256)
            return fail(ErrorCode::Internal, to.path.string(), "the hash is not that of the output");
        return {};
    });
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

    void dicomSaysWhatTheStandardAsksFor()
    {
        Written to{m_folder / "slide", ExportFormat::Dicom, {}};
        to.tiles.tileSize = 64;
        to.metadata.sourceLoss = {{"ISO_15444_1", 12.5}};
        QVERIFY(write(to, paintedImage(200, 130)));
        std::set<std::string> instances;
        std::set<std::string> shared;
        for (const int level : {0, 1, 2}) {
            DcmFileFormat file;
            const fs::path path = to.path / ("level-" + std::to_string(level) + ".dcm");
            QVERIFY(file.loadFile(path.c_str()).good());
            DcmDataset& data = *file.getDataset();
            const auto text = [&](std::uint16_t group, std::uint16_t element) {
                OFString value;
                data.findAndGetOFStringArray(DcmTagKey(group, element), value, OFTrue);
                return std::string(value.c_str());
            };
            QCOMPARE(text(0x0008, 0x0016), std::string("1.2.840.10008.5.1.4.1.1.77.1.6"));
            QCOMPARE(text(0x0008, 0x0008), std::string("DERIVED\\PRIMARY\\VOLUME\\") + (level == 0 ? "NONE" : "RESAMPLED"));
            QCOMPARE(text(0x0028, 0x0008), std::string(level == 0 ? "12" : level == 1 ? "4" : "1"));
            QCOMPARE(text(0x0028, 0x0004), std::string("YBR_FULL_422"));
            QCOMPARE(text(0x0028, 0x2110), std::string("01"));
            QCOMPARE(text(0x0028, 0x2114), std::string("ISO_15444_1\\ISO_10918_1"));
            const QStringList ratios = QString::fromStdString(text(0x0028, 0x2112)).split('\\');
            QCOMPARE(ratios.size(), 2);
            QCOMPARE(ratios[0].toDouble(), 12.5);
            QVERIFY(ratios[1].trimmed().toDouble() > 2);
            QCOMPARE(text(0x0048, 0x0112), std::string("40"));
            QCOMPARE(text(0x0028, 0x0030), std::string(level == 0   ? "0.0002502\\0.0002498"
                                                       : level == 1 ? "0.0005004\\0.0004996"
                                                                    : "0.0010008\\0.0009992"));
            QVERIFY(text(0x0008, 0x2111).find("isostain.source-sha256=" + *to.metadata.sourceSha256.get()) !=
                    std::string::npos);
            for (const std::uint32_t tag : {0x00100010u, 0x00100020u, 0x00100030u, 0x00100040u, 0x00080020u, 0x00080030u,
                                            0x00080050u, 0x00080090u, 0x00200010u}) {
                const DcmTagKey key(static_cast<std::uint16_t>(tag >> 16), static_cast<std::uint16_t>(tag & 0xFFFF));
                QVERIFY2(data.tagExists(key) && !data.tagExistsWithValue(key), key.toString().c_str());
            }
            const Uint8* profile = nullptr;
            unsigned long bytes = 0;
            QVERIFY(data.findAndGetUint8Array(DcmTagKey(0x0028, 0x2000), profile, &bytes, OFTrue).good());
            const std::vector<std::byte> srgb = srgbProfile();
            QCOMPARE(bytes, srgb.size());
            QVERIFY(std::equal(srgb.begin(), srgb.end(), reinterpret_cast<const std::byte*>(profile)));
            instances.insert(text(0x0008, 0x0018));
            for (const std::string& uid :
                 {text(0x0020, 0x000D), text(0x0020, 0x000E), text(0x0020, 0x0052), text(0x0008, 0x0019)}) {
                QCOMPARE(uid.size(), 44u);
                QVERIFY(uid.starts_with("2.25."));
                shared.insert(uid);
            }
        }
        QCOMPARE(instances.size(), 3u);
        QCOMPARE(shared.size(), 4u);
        const QString tester = QStandardPaths::findExecutable("dcmftest");
        if (!tester.isEmpty())
            QCOMPARE(QProcess::execute(tester, {QString::fromStdString(to.path / "level-0.dcm")}), 0);
    }

    void dicomIdentifiersFollowFromSourceAndExport()
    {
        const auto identifiers = [&](const std::string& source, const std::string& method) {
            Written to{m_folder / "slide", ExportFormat::Dicom, {}};
            to.metadata = metadataOf(source);
            to.metadata.facts[1].second = method;
            to.overwrite = Overwrite::Yes;
            if (!write(to, paintedImage(64, 64)))
                return std::pair<std::string, std::string>();
            DcmFileFormat file;
            file.loadFile((to.path / "level-0.dcm").c_str());
            OFString study;
            OFString series;
            file.getDataset()->findAndGetOFString(DcmTagKey(0x0020, 0x000D), study);
            file.getDataset()->findAndGetOFString(DcmTagKey(0x0020, 0x000E), series);
            return std::pair<std::string, std::string>(study.c_str(), series.c_str());
        };
        const auto one = identifiers("a", "stainnet");
        QCOMPARE(one, identifiers("a", "stainnet"));
        const auto otherMethod = identifiers("a", "reinhard");
        QCOMPARE(otherMethod.first, one.first);
        QVERIFY(otherMethod.second != one.second);
        const auto otherSource = identifiers("b", "stainnet");
        QVERIFY(otherSource.first != one.first && otherSource.second != one.second);
    }

    void dicomPastFourGigabytesIsRead()
    {
        // Each frame fills a megabyte, most of it a hole in the file: padding behind the end of its stream.
        constexpr std::uint64_t kFrameBytes = std::uint64_t(1) << 20;
        TileFormat tiles;
        tiles.tileSize = 512;
        const auto layout = PyramidLayout::create(512 * 80, 512 * 60, tiles);
        const HalvedLevel& level = layout->written().front();
        QVERIFY(!fitsBasicOffsetTable(level, tiles));
        std::vector<std::uint64_t> offsets;
        for (std::uint64_t i = 0; i < 80 * 60; ++i)
            offsets.push_back(i * kFrameBytes);
        const std::vector<std::uint64_t> lengths(offsets.size(), kFrameBytes - 8);
        const DicomHeader headers(*layout, metadataOf("slide"));
        const auto header = headers.complete(0, {offsets, lengths});
        QVERIFY(header);
        QCOMPARE(headers.placeholder(0).size(), header->size());
        const BgrxImage picture = paintedImage(512, 512);
        const auto stream = *JpegEncoder(tiles.quality, tiles.subsampling).encode(picture);
        const auto blank = *JpegEncoder(tiles.quality, tiles.subsampling).encode(makeBgrxImage(512, 512, 0xFFFFFFFF));
        const fs::path path = m_folder / "level-0.dcm";
        {
            std::ofstream file(path, std::ios::binary);
            file << *header;
            for (std::size_t i = 0; i < offsets.size(); ++i) {
                const auto& bytes = i + 1 == offsets.size() ? stream : blank;
                file.seekp(static_cast<std::streamoff>(header->size() + offsets[i]));
                file << std::string("\xFE\xFF\0\xE0", 4) << littleEndianBytes(lengths[i], 4);
                file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
            }
            file.seekp(static_cast<std::streamoff>(header->size() + offsets.size() * kFrameBytes));
            file << std::string("\xFE\xFF\xDD\xE0\0\0\0\0", 8);
            QVERIFY2(file.good(), "sparse files are needed");
        }
        QVERIFY(fs::file_size(path) > std::uint64_t(1) << 32);
        const auto slide = openSlide(path);
        QVERIFY2(slide, slide ? "" : describe(slide.error()).c_str());
        const auto last = readRegion(**slide, 0, {512 * 79, 512 * 59, 512, 512});
        QVERIFY(last);
        QVERIFY(isSame(*last, *decodeJpeg(stream)));
    }

    void dicomOfManyFramesHasAnExtendedTable()
    {
        TileFormat tiles;
        const auto layout = PyramidLayout::create(40000, 40000, tiles);
        QVERIFY(!fitsBasicOffsetTable(layout->written()[0], tiles));
        QVERIFY(fitsBasicOffsetTable(layout->written()[1], tiles));
        auto writer = makePyramidWriter(ExportFormat::Dicom, m_folder / "slide", *layout, metadataOf("slide"), Overwrite::No);
        QVERIFY(writer);
        JpegEncoder encoder(tiles.quality, tiles.subsampling);
        const auto even = *encoder.encode(makeBgrxImage(256, 256, 0xFFFFFFFF));
        const auto other = *encoder.encode(paintedImage(256, 256));
        for (std::size_t level = 0; level < layout->written().size(); ++level) {
            QVERIFY((*writer)->beginLevel(level));
            const HalvedLevel& size = layout->written()[level];
            const auto count = static_cast<std::size_t>(size.columns) * static_cast<std::size_t>(size.rows);
            for (std::size_t i = 0; i < count; ++i)
                QVERIFY((*writer)->putTile(i, i == 157 * 100 + 3 ? other : even));
            QVERIFY((*writer)->endLevel());
        }
        QVERIFY((*writer)->finish());
        QVERIFY((*writer)->verifyStructure());
        QVERIFY((*writer)->commit());
        const auto slide = openSlide(m_folder / "slide");
        QVERIFY2(slide, slide ? "" : describe(slide.error()).c_str());
        const auto tile = readRegion(**slide, 0, {3 * 256, 100 * 256, 256, 256});
        QVERIFY(tile);
        QVERIFY(isSame(*tile, *decodeJpeg(other)));
        DcmFileFormat file;
        QVERIFY(file.loadFile((m_folder / "slide" / "level-0.dcm").c_str()).good());
        DcmElement* table = nullptr;
        QVERIFY(file.getDataset()->findAndGetElement(DcmTagKey(0x7FE0, 0x0001), table).good());
        QCOMPARE(table->getLength(), Uint32(157 * 157 * 8));
        QVERIFY(file.loadFile((m_folder / "slide" / "level-1.dcm").c_str()).good());
        QVERIFY(!file.getDataset()->tagExists(DcmTagKey(0x7FE0, 0x0001)));
    }

    void aDamagedDicomIsNoticed()
    {
        TileFormat tiles;
        const auto layout = PyramidLayout::create(300, 200, tiles);
        const fs::path path = m_folder / "slide";
        auto writer = makePyramidWriter(ExportFormat::Dicom, path, *layout, metadataOf("slide"), Overwrite::No);
        const auto tile = *JpegEncoder(tiles.quality, tiles.subsampling).encode(paintedImage(256, 256));
        for (std::size_t level = 0; level < 2; ++level) {
            QVERIFY((*writer)->beginLevel(level));
            for (std::size_t i = 0; i < (level == 0 ? 2u : 1u); ++i)
                QVERIFY((*writer)->putTile(i, tile));
            QVERIFY((*writer)->endLevel());
        }
        QVERIFY((*writer)->finish());
        QVERIFY((*writer)->verifyStructure());
        const fs::path written = (*writer)->writtenPath() / "level-1.dcm";
        fs::resize_file(written, fs::file_size(written) - 2);
        QCOMPARE((*writer)->verifyStructure().error().code, ErrorCode::VerificationFailed);
        writer->reset();
        QVERIFY2(fs::is_empty(m_folder), "a writer that does not commit leaves nothing");
    }

    void dicomRefusesWhatItCannotHold()
    {
        const auto refusal = [&](const TileFormat& tiles, const ExportMetadata& metadata, int side) {
            const auto layout = PyramidLayout::create(side, side, tiles);
            const auto made = makePyramidWriter(ExportFormat::Dicom, m_folder / "slide", *layout, metadata, Overwrite::No);
            return made                                              ? std::string()
                   : made.error().code == ErrorCode::InvalidArgument ? made.error().detail
                                                                     : "another error";
        };
        const ExportMetadata metadata = metadataOf("slide");
        TileFormat tiles;
        QCOMPARE(refusal(tiles, metadata, 100), std::string());
        tiles.compression = TiffCompression::Lzw;
        QVERIFY(refusal(tiles, metadata, 100).starts_with("DICOM has neither LZW nor deflate"));
        tiles.compression = TiffCompression::Deflate;
        QVERIFY(refusal(tiles, metadata, 100).starts_with("DICOM has neither LZW nor deflate"));
        tiles.compression = TiffCompression::None;
        QCOMPARE(refusal(tiles, metadata, 37000), std::string());
        QVERIFY(refusal(tiles, metadata, 38000).starts_with("uncompressed DICOM images end at 4 GiB"));
        ExportMetadata unknown = metadata;
        unknown.mppY.reset();
        QVERIFY(refusal(tiles, unknown, 100).starts_with("DICOM states the size of pixels"));
        unknown = metadata;
        unknown.sourceSha256 = {};
        QVERIFY(refusal(tiles, unknown, 100).starts_with("DICOM needs identifiers"));
        QVERIFY(fs::is_empty(m_folder));
    }

    void aSourceThatCannotBeHashedFailsTheExport_data() { addFormats(); }
    void aSourceThatCannotBeHashedFailsTheExport()
    {
        QFETCH(const ExportFormat, format);
        Written to{m_folder / "slide", format, {}};
        to.metadata.sourceSha256 = known(fail(ErrorCode::FileUnreadable, "slide.svs"));
        QCOMPARE(write(to, paintedImage(300, 200)).error().code, ErrorCode::FileUnreadable);
        QVERIFY(fs::is_empty(m_folder));
    }

    void aFileThatCannotGrowFailsTheExportAndLeavesNothing_data() { addFormats(); }
    void aFileThatCannotGrowFailsTheExportAndLeavesNothing()
    {
        QFETCH(const ExportFormat, format);
        Written to{m_folder / "slide", format, {}};
        to.tiles.compression = TiffCompression::None;
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{40000, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto written = write(to, paintedImage(600, 600));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(written.error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(written.error().subject, to.path.string());
        QVERIFY(fs::is_empty(m_folder));
    }

    void aKilledRunIsClearedAway_data() { addFormats(); }
    void aKilledRunIsClearedAway()
    {
        QFETCH(const ExportFormat, format);
        const Written source{m_folder / "slide", ExportFormat::Dicom, {}};
        QVERIFY(write(source, paintedImage(200, 200)));
        ExportJob job{exportItems({source.path}, m_folder / "out", {"{name}", {}, std::string(suffixOf(format))}),
                      sameForEach(testNormalizer()),
                      {}};
        job.options.format = format;
        job.journal = journalPath(m_folder / "out", {});
        job.recipe = "recipe";
        const fs::path output = job.items[0].output;
        const fs::path left = output.parent_path() /
                              ("." + output.stem().string() + ".partial-0123abcd" + output.extension().string());
        fs::create_directories(output.parent_path());
        if (format == ExportFormat::Dicom)
            fs::create_directory(left);
        std::ofstream(format == ExportFormat::Dicom ? left / "level-0.dcm" : left) << "half";
        QVERIFY(!runExport(job, {})[0].error);
        QVERIFY(!fs::exists(left));
        QCOMPARE(std::distance(fs::directory_iterator(m_folder / "out"), fs::directory_iterator()), 2);
    }

    void foldersOfOthersAreNotReplaced()
    {
        Written to{m_folder / "slide", ExportFormat::Dicom, {}};
        to.overwrite = Overwrite::Yes;
        fs::create_directory(to.path);
        std::ofstream(to.path / "level-0.dcm") << "kept";
        std::ofstream(to.path / "notes.txt") << "kept";
        QCOMPARE(write(to, paintedImage(300, 200)).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(fileContent(to.path / "level-0.dcm"), std::string("kept"));
        fs::remove(to.path / "notes.txt");
        QVERIFY(write(to, paintedImage(300, 200)));
        QVERIFY(openSlide(to.path));
    }

    void exportsDicomSlidesOnceAndNotOverThemselves()
    {
        Written to{m_folder / "in" / "case 1", ExportFormat::Dicom, {}};
        fs::create_directories(to.path.parent_path());
        to.tiles.tileSize = 64;
        to.metadata.iccProfile = srgbProfile();
        QVERIFY(write(to, paintedImage(300, 200)));
        Written other = to;
        other.path = m_folder / "in" / "case 2";
        other.metadata = metadataOf("other");
        QVERIFY(write(other, paintedImage(300, 300)));
        // Two series in one folder, the largest image not the first.
        fs::create_directory(m_folder / "in" / "both");
        for (const auto& [folder, name] : {std::pair(to.path, "a"), std::pair(other.path, "b")})
            for (const int level : {0, 1, 2})
                fs::copy_file(folder / ("level-" + std::to_string(level) + ".dcm"),
                              m_folder / "in" / "both" / (std::to_string(3 - level) + name + ".dcm"));
        std::ofstream(m_folder / "in" / "both" / "broken.dcm") << "no DICOM";
        const auto found = findSlides({m_folder / "in"});
        QVERIFY(found);
        const std::vector<fs::path> expected = {m_folder / "in/both/3a.dcm", m_folder / "in/both/3b.dcm",
                                                m_folder / "in/both/broken.dcm", to.path / "level-0.dcm",
                                                other.path / "level-0.dcm"};
        QCOMPARE(*found, expected);
        QCOMPARE(openSlide(m_folder / "in/both").error().code, ErrorCode::UnsupportedSlide);
        QCOMPARE(openSlide(m_folder / "in").error().code, ErrorCode::FileUnreadable);
        QCOMPARE(filesOfSlide(m_folder / "in/both/2a.dcm")->size(), 3u);
        QCOMPARE(*sourceSha256(to.path / "level-1.dcm"), *sourceSha256(to.path));

        ExportJob job{
            exportItems({to.path / "level-0.dcm"}, m_folder / "out", {"{name}", {}, ""}), sameForEach(testNormalizer()), {}};
        QCOMPARE(job.items[0].output, m_folder / "out" / "case 1");
        job.options.format = ExportFormat::Dicom;
        job.options.compression = TiffCompression::None;
        const auto results = runExport(job, {});
        QVERIFY2(!results[0].error, results[0].error ? describe(*results[0].error).c_str() : "");
        const auto slide = openSlide(results[0].item.output);
        const auto property = [&](const std::string& name) {
            for (const auto& [key, value] : (*slide)->info().properties)
                if (key == name)
                    return value;
            return std::string();
        };
        QCOMPARE(property("dicom.LossyImageCompression"), std::string("01"));
        QCOMPARE(property("dicom.LossyImageCompressionMethod"), std::string("ISO_10918_1"));
        QVERIFY2(dicomColorProfile(results[0].item.output) == colorimetricProfile(srgbProfile()),
                 "the source's, not the default");

        job.items = exportItems({to.path / "level-0.dcm"}, m_folder / "in", {"{name}", {}, ""});
        job.options.overwrite = Overwrite::Yes;
        const auto onItself = runExport(job, {});
        QCOMPARE(onItself[0].error.value().code, ErrorCode::InvalidArgument);
        QVERIFY(openSlide(to.path));
    }

    void nothingOfTheSourceIsCarried_data() { addFormats(); }
    void nothingOfTheSourceIsCarried()
    {
        QFETCH(const ExportFormat, format);
        const fs::path slide = m_folder / (std::string(kSentinel) + ".tif");
        PyramidTiffOptions options;
        options.mppX = options.mppY = 0.25;
        options.description =
            std::string("isostain.objective-power=40\nisostain.mpp-x=0.25\nisostain.mpp-y=0.25\npatient = ") + kSentinel;
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
        QCOMPARE(results[0].outputBytes, outlineOf(results[0].item.output)->bytes);
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

    void nothingOfADicomSourceIsCarried_data() { addFormats(); }
    void nothingOfADicomSourceIsCarried()
    {
        QFETCH(const ExportFormat, format);
        Written to{m_folder / kSentinel, ExportFormat::Dicom, {}};
        QVERIFY(write(to, paintedImage(200, 200)));
        const fs::path slide = to.path / "level-0.dcm";
        {
            DcmFileFormat file;
            QVERIFY(file.loadFile(slide.c_str()).good());
            QVERIFY(file.loadAllDataIntoMemory().good());
            for (const DcmTagKey& key :
                 {DCM_PatientName, DCM_PatientID, DCM_AccessionNumber, DCM_StudyDescription, DCM_InstitutionName,
                  DCM_ReferringPhysicianName, DCM_ContainerIdentifier, DCM_DerivationDescription, DCM_ImageComments,
                  DCM_Manufacturer, DCM_DeviceSerialNumber, DCM_StudyID, DCM_PyramidLabel})
                QVERIFY(file.getDataset()->putAndInsertString(DcmTag(key, EVR_LO), kSentinel).good());
            QVERIFY(file.saveFile(slide.c_str()).good());
        }
        QVERIFY(fileContent(slide).find(kSentinel) != std::string::npos);
        ExportJob job{exportItems({slide}, m_folder / "out", {"x", {}, std::string(suffixOf(format))}),
                      sameForEach(testNormalizer()),
                      {}};
        job.options.format = format;
        const auto results = runExport(job, {});
        QVERIFY2(!results[0].error, results[0].error ? describe(*results[0].error).c_str() : "");
        QCOMPARE(contentOf(results[0].item.output).find(kSentinel), std::string::npos);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestExportFormats)
#include "tst_exportformats.moc"
