#include <atomic>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include <QTest>

#include "core/slide/JpegTiff.h"
#include "export/PyramidTiff.h"
#include "slide/CanvasMap.h"
#include "slide/OpenSlideReader.h"
#include "slide/TiffTiles.h"
#include "support/FileFixture.h"
#include "support/Images.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(isostain::test::JpegTiff)

namespace {

using Gap = std::pair<int, std::uint32_t>;

std::function<bool(int, std::uint32_t)> gaps(std::vector<Gap> all)
{
    return [all = std::move(all)](int level, std::uint32_t tile) {
        return std::find(all.begin(), all.end(), Gap(level, tile)) != all.end();
    };
}

/// What both ways of reading make of a slide; the text is empty where it is the same, tile by tile and error by error.
std::string difference(const fs::path& path)
{
    const auto library = openWithOpenSlide(path, TileReading::Library);
    const auto fastest = openWithOpenSlide(path, TileReading::Fastest);
    if (library.has_value() != fastest.has_value())
        return "only one way opens";
    if (!library)
        return library.error().code == fastest.error().code ? "" : "other errors";
    if (!*library || !*fastest)
        return *library == *fastest ? "" : "only one way knows the file";
    const PyramidGeometry& geometry = (*library)->geometry();
    if (geometry.tileSize() != (*fastest)->geometry().tileSize())
        return "other tiles";
    for (int level = 0; level < geometry.levelCount(); ++level) {
        for (int row = 0; row < geometry.rows(level); ++row) {
            for (int column = 0; column < geometry.columns(level); ++column) {
                const TileKey key{level, column, row};
                const auto a = (*library)->read(key);
                const auto b = (*fastest)->read(key);
                const bool isEqual = a && b ? isSame(*a, *b) : !a && !b && a.error().code == b.error().code;
                if (!isEqual)
                    return "level " + std::to_string(level) + " column " + std::to_string(column) + " row " +
                           std::to_string(row);
            }
        }
    }
    return {};
}

/// One letter per level of the file: d: decoded directly, -: left to the library.
std::string servedLevels(const fs::path& path, const JpegTiff& spec)
{
    const auto slide = openWithOpenSlide(path).value();
    std::vector<TiledLevel> levels;
    for (const auto& [width, height] : spec.levels)
        levels.push_back({width, height, static_cast<int>(spec.tileWidth), static_cast<int>(spec.tileHeight)});
    const auto tiles = TiffTiles::open(path, tiffKindOf(slide->info().format).value(), levels, slide->geometry().tileSize());
    std::string served;
    for (int level = 0; level < static_cast<int>(levels.size()); ++level)
        served += tiles && tiles->hasLevel(level) ? 'd' : '-';
    return served;
}

/// A classic little-endian TIFF whose first directory is changed in place.
class TiffPatch {
public:
    explicit TiffPatch(fs::path path) : m_path(std::move(path))
    {
        std::ifstream stream(m_path, std::ios::binary);
        m_bytes.assign(std::istreambuf_iterator<char>(stream), {});
    }

    void setCount(std::uint16_t tag, std::uint32_t count) { set(entry(tag) + 4, count, 4); }
    void setValue(std::uint16_t tag, std::uint32_t value)
    {
        set(entry(tag) + 8, value, get(entry(tag) + 2, 2) == TIFF_SHORT ? 2 : 4);
    }
    /// One of the LONG values of an array that lies elsewhere.
    void setElement(std::uint16_t tag, std::uint32_t index, std::uint32_t value)
    {
        set(get(entry(tag) + 8, 4) + 4 * index, value, 4);
    }
    void zero(std::uint16_t tag, std::uint32_t count)
    {
        for (std::uint32_t i = 0; i < count; ++i)
            m_bytes[get(entry(tag) + 8, 4) + i] = 0;
    }
    void save() const
    {
        std::ofstream(m_path, std::ios::binary).write(m_bytes.data(), static_cast<std::streamsize>(m_bytes.size()));
    }

private:
    std::uint32_t get(std::size_t at, int bytes) const
    {
        std::uint32_t value = 0;
        for (int i = 0; i < bytes; ++i)
            value |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(m_bytes[at + static_cast<std::size_t>(i)])) << 8 * i;
        return value;
    }
    void set(std::size_t at, std::uint32_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> 8 * i & 255);
    }
    std::size_t entry(std::uint16_t tag) const
    {
        const std::size_t directory = get(4, 4);
        for (std::size_t at = directory + 2; at < directory + 2 + 12 * get(directory, 2); at += 12) {
            if (get(at, 2) == tag)
                return at;
        }
        throw std::runtime_error("no such tag");
    }

    fs::path m_path;
    std::vector<char> m_bytes;
};

struct StoredTile {
    std::uint64_t offset;
    std::uint64_t size;
};

StoredTile storedTile(const fs::path& path, std::uint32_t index)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "r");
    const StoredTile tile{TIFFGetStrileOffset(tiff, index), TIFFGetStrileByteCount(tiff, index)};
    TIFFClose(tiff);
    return tile;
}

void overwrite(const fs::path& path, std::uint64_t offset, const std::string& bytes)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(offset));
    file << bytes;
}

}

class TestTiffTiles : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void everyTileOfRealSlidesIsTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Aperio, JPEG") << "data/slides/aperio/CMU-1-Small-Region.svs";
        QTest::newRow("Aperio, smaller than a tile") << "data/slides/aperio/openslide-python-small.svs";
        QTest::newRow("Aperio, JPEG 2000") << "data/slides/aperio/tcga-cr-7395-01a-01-ts1.svs";
        QTest::newRow("unreadable") << "data/broken/slides/unreadable.svs";
    }
    void everyTileOfRealSlidesIsTheSame()
    {
        QFETCH(const QString, name);
        ISOSTAIN_SHARED_FILE(path, name.toStdString());
        QCOMPARE(difference(path), std::string());
    }

    void everyTileIsTheSame_data()
    {
        const std::vector<JpegTiff::Level> even = {{1024, 768}, {512, 384}, {256, 192}};
        const std::vector<JpegTiff::Level> odd = {{1101, 707}, {551, 354}, {276, 177}};
        QTest::addColumn<JpegTiff>("spec");
        QTest::addColumn<QString>("served");
        QTest::addColumn<int>("tileSize");
        QTest::newRow("4:2:0") << JpegTiff{.levels = even} << "ddd" << 256;
        QTest::newRow("4:2:2") << JpegTiff{.levels = even, .subsamplingY = 1} << "ddd" << 256;
        QTest::newRow("4:4:4") << JpegTiff{.levels = even, .subsamplingX = 1, .subsamplingY = 1} << "ddd" << 256;
        QTest::newRow("RGB") << JpegTiff{.levels = even, .photometric = PHOTOMETRIC_RGB} << "ddd" << 256;
        QTest::newRow("tables in the tiles") << JpegTiff{.levels = even, .tablesMode = 0} << "ddd" << 256;
        QTest::newRow("quantization tables apart")
            << JpegTiff{.levels = even, .tablesMode = JPEGTABLESMODE_QUANT} << "ddd" << 256;
        QTest::newRow("BigTIFF") << JpegTiff{.levels = even, .mode = "w8"} << "ddd" << 256;
        QTest::newRow("odd sizes") << JpegTiff{.levels = odd} << "ddd" << 256;
        QTest::newRow("far from halving") << JpegTiff{.levels = {{1000, 800}, {300, 240}}} << "dd" << 256;
        QTest::newRow("tiles of 240") << JpegTiff{.levels = even, .tileWidth = 240, .tileHeight = 240} << "ddd" << 240;
        QTest::newRow("tiles of 512") << JpegTiff{.levels = even, .tileWidth = 512, .tileHeight = 512} << "ddd" << 512;
        QTest::newRow("tiles of 64") << JpegTiff{.levels = odd, .tileWidth = 64, .tileHeight = 64} << "ddd" << 256;
        QTest::newRow("flat tiles") << JpegTiff{.levels = odd, .tileHeight = 64} << "ddd" << 256;
        QTest::newRow("tiles that do not fill 256")
            << JpegTiff{.levels = even, .tileWidth = 112, .tileHeight = 112} << "---" << 256;
        QTest::newRow("huge tiles") << JpegTiff{.levels = even, .tileWidth = 2048, .tileHeight = 2048} << "---" << 256;
        QTest::newRow("Aperio") << JpegTiff{.levels = even,
                                            .photometric = PHOTOMETRIC_RGB,
                                            .description = "Aperio Image Library"}
                                << "ddd" << 256;
        QTest::newRow("Aperio, sparse") << JpegTiff{.levels = even,
                                                    .description = "Aperio Image Library",
                                                    .isGap = gaps({{1, 1}})}
                                        << "dd-" << 256;
        QTest::newRow("Aperio, sparse from the start")
            << JpegTiff{.levels = even, .description = "Aperio Image Library", .isGap = gaps({{0, 6}})} << "d--" << 256;
        QTest::newRow("Philips") << JpegTiff{.levels = {{1024, 768}, {512, 512}, {256, 256}},
                                             .description = philipsDescription(3),
                                             .software = "Philips DP v1.0",
                                             .isGap = gaps({{0, 3}, {1, 1}})}
                                 << "ddd" << 256;
    }
    void everyTileIsTheSame()
    {
        QFETCH(const JpegTiff, spec);
        QFETCH(const QString, served);
        QFETCH(const int, tileSize);
        const fs::path path = file("slide.tif");
        writeJpegTiff(path, spec);
        const auto slide = openSlide(path).value();
        QCOMPARE(slide->info().format, std::string(!spec.software.empty()      ? "philips"
                                                   : !spec.description.empty() ? "aperio"
                                                                               : "generic-tiff"));
        QCOMPARE(slide->geometry().tileSize(), tileSize);
        QCOMPARE(servedLevels(path, spec), served.toStdString());
        QCOMPARE(difference(path), std::string());
    }

    void gapsAreBackground_data()
    {
        QTest::addColumn<JpegTiff>("spec");
        const auto sparse = [](std::uint32_t tileWidth, std::uint32_t tileHeight, const char* mode) {
            return JpegTiff{.levels = {{1024, 768}, {512, 384}},
                            .tileWidth = tileWidth,
                            .tileHeight = tileHeight,
                            .mode = mode,
                            .isGap = [](int, std::uint32_t tile) {
                                return tile % 3 == 1;
                            }};
        };
        QTest::newRow("whole tiles") << sparse(256, 256, "w");
        QTest::newRow("BigTIFF") << sparse(256, 256, "w8");
        QTest::newRow("parts of tiles") << sparse(128, 64, "w");
    }
    /// OpenSlide 3.4 cannot read gaps of generic TIFFs, so the truth is the same slide without gaps.
    void gapsAreBackground()
    {
        QFETCH(JpegTiff, spec);
        const fs::path path = file("sparse.tif");
        writeJpegTiff(path, spec);
        const auto isGap = std::exchange(spec.isGap, [](int, std::uint32_t) { return false; });
        writeJpegTiff(file("full.tif"), spec);
        const auto sparse = openSlide(path).value();
        const auto full = openSlide(file("full.tif")).value();
        for (const int level : {0, 1}) {
            const auto [width, height] = spec.levels[static_cast<std::size_t>(level)];
            BgrxImage expected = readRegion(*full, level, {0, 0, width, height}).value();
            std::uint32_t tile = 0;
            for (std::uint32_t y = 0; y < height; y += spec.tileHeight)
                for (std::uint32_t x = 0; x < width; x += spec.tileWidth, ++tile) {
                    const cv::Rect rect(static_cast<int>(x), static_cast<int>(y), static_cast<int>(spec.tileWidth),
                                        static_cast<int>(spec.tileHeight));
                    if (isGap(level, tile))
                        expected.pixels(rect).setTo(cv::Scalar::all(255));
                }
            QVERIFY(isSame(readRegion(*sparse, level, {0, 0, width, height}).value(), expected));
        }
    }

    void colorsAreThoseWritten_data()
    {
        QTest::addColumn<int>("photometric");
        QTest::newRow("RGB") << PHOTOMETRIC_RGB;
        QTest::newRow("YCbCr") << PHOTOMETRIC_YCBCR;
    }
    void colorsAreThoseWritten()
    {
        QFETCH(const int, photometric);
        const JpegTiff spec{.levels = {{512, 256}},
                            .photometric = static_cast<std::uint16_t>(photometric),
                            .subsamplingX = 1,
                            .subsamplingY = 1,
                            .quality = 97};
        writeJpegTiff(file("colors.tif"), spec);
        const auto slide = openSlide(file("colors.tif")).value();
        const BgrxImage tile = slide->read({0, 1, 0}).value();
        BgrxImage expected = makeBgrxImage(256, 256);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 256; ++x)
                expected.row(y)[x] =
                    0xFF000000 | jpegTiffColor(0, static_cast<std::uint32_t>(256 + x), static_cast<std::uint32_t>(y));
        QVERIFY(cv::PSNR(tile.pixels, expected.pixels) > 38);
    }

    void ownExports_data()
    {
        QTest::addColumn<int>("subsampling");
        QTest::newRow("4:2:0") << static_cast<int>(ChromaSubsampling::S420);
        QTest::newRow("4:4:4") << static_cast<int>(ChromaSubsampling::S444);
    }
    void ownExports()
    {
        QFETCH(const int, subsampling);
        const fs::path path = file("own.tif");
        PyramidTiffOptions options;
        options.subsampling = static_cast<ChromaSubsampling>(subsampling);
        options.overwrite = Overwrite::Yes;
        const TileSource source = [](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            BgrxImage tile = makeBgrxImage(std::min(256, 1201 - 256 * column), std::min(256, 901 - 256 * row));
            for (int y = 0; y < tile.height(); ++y)
                for (int x = 0; x < tile.width(); ++x)
                    tile.row(y)[x] = 0xFF000000 | jpegTiffColor(0, static_cast<std::uint32_t>(256 * column + x),
                                                                static_cast<std::uint32_t>(256 * row + y));
            return tile;
        };
        QVERIFY(writePyramidTiff(path, 1201, 901, source, options, {}));
        QCOMPARE(servedLevels(path, {.levels = {{1201, 901}, {601, 451}, {301, 226}, {151, 113}}}), std::string("dddd"));
        QCOMPARE(difference(path), std::string());
    }

    /// The library opens the file again for every read; tiles read directly come from the file that was opened.
    void tilesComeFromTheFileThatWasOpened()
    {
        const fs::path path = file("gone.tif");
        writeJpegTiff(path, {.levels = {{1024, 768}}, .isGap = gaps({{0, 6}})});
        const auto library = openWithOpenSlide(path, TileReading::Library).value();
        const auto slide = openSlide(path).value();
        QVERIFY(slide->read({0, 0, 0}));
        const BgrxImage expected = library->read({0, 1, 1}).value();
        fs::remove(path);
        QVERIFY(isSame(slide->read({0, 1, 1}).value(), expected));
        QCOMPARE(slide->read({0, 2, 1}).value().row(9)[9], 0xFFFFFFFFu);
    }

    void damagedTilesAreLeftToTheLibrary_data()
    {
        QTest::addColumn<int>("keep"); // bytes of the tile that stay, of a thousand
        QTest::addColumn<QByteArray>("filling");
        QTest::newRow("nothing left") << 0 << QByteArray("\x55");
        QTest::newRow("the end is missing") << 600 << QByteArray("\xFF\xD9");
        QTest::newRow("noise within") << 400 << QByteArray("\x13\x77\xA9\x4E");
        QTest::newRow("zeros") << 100 << QByteArray("\0", 1);
    }
    void damagedTilesAreLeftToTheLibrary()
    {
        QFETCH(const int, keep);
        QFETCH(const QByteArray, filling);
        const fs::path path = file("damaged.tif");
        writeJpegTiff(path, {.levels = {{1024, 768}, {512, 384}}});
        for (const std::uint32_t index : {0u, 5u, 11u}) {
            const StoredTile tile = storedTile(path, index);
            const std::uint64_t kept = tile.size * static_cast<std::uint64_t>(keep) / 1000;
            std::string bytes;
            while (bytes.size() < tile.size - kept)
                bytes += filling.toStdString();
            overwrite(path, tile.offset + kept, bytes.substr(0, tile.size - kept));
        }
        QCOMPARE(difference(path), std::string());
        QCOMPARE(servedLevels(path, {.levels = {{1024, 768}, {512, 384}}}), std::string("dd"));
    }

    void hostileDirectories_data()
    {
        using Patch = std::function<void(TiffPatch&)>;
        QTest::addColumn<Patch>("change");
        const auto row = [](const char* name, Patch change) {
            QTest::newRow(name) << change;
        };
        row("a tile beyond the end", [](TiffPatch& tiff) { tiff.setElement(TIFFTAG_TILEOFFSETS, 2, 0xFFFFFF00); });
        row("a tile that reaches over the end",
            [](TiffPatch& tiff) { tiff.setElement(TIFFTAG_TILEBYTECOUNTS, 2, 0x00100000); });
        row("a huge tile", [](TiffPatch& tiff) { tiff.setElement(TIFFTAG_TILEBYTECOUNTS, 2, 0xFFFFFFFF); });
        row("a tile of one byte", [](TiffPatch& tiff) { tiff.setElement(TIFFTAG_TILEBYTECOUNTS, 2, 1); });
        row("a tile in the header", [](TiffPatch& tiff) { tiff.setElement(TIFFTAG_TILEOFFSETS, 2, 0); });
        row("a tile from elsewhere", [](TiffPatch& tiff) { tiff.setElement(TIFFTAG_TILEOFFSETS, 2, 8); });
        row("short tables", [](TiffPatch& tiff) { tiff.setCount(TIFFTAG_JPEGTABLES, 60); });
        row("no tables", [](TiffPatch& tiff) { tiff.setCount(TIFFTAG_JPEGTABLES, 0); });
        row("long tables", [](TiffPatch& tiff) { tiff.setCount(TIFFTAG_JPEGTABLES, 0x7FFFFFFF); });
        row("zeroed tables", [](TiffPatch& tiff) { tiff.zero(TIFFTAG_JPEGTABLES, 200); });
        row("larger tiles than stored", [](TiffPatch& tiff) { tiff.setValue(TIFFTAG_TILEWIDTH, 512); });
        row("smaller tiles than stored", [](TiffPatch& tiff) { tiff.setValue(TIFFTAG_TILELENGTH, 128); });
        row("tiles without width", [](TiffPatch& tiff) { tiff.setValue(TIFFTAG_TILEWIDTH, 0); });
        row("huge tiles", [](TiffPatch& tiff) { tiff.setValue(TIFFTAG_TILEWIDTH, 0x7FF0); });
        row("few offsets", [](TiffPatch& tiff) { tiff.setCount(TIFFTAG_TILEOFFSETS, 3); });
        row("few sizes", [](TiffPatch& tiff) { tiff.setCount(TIFFTAG_TILEBYTECOUNTS, 3); });
        row("RGB for YCbCr", [](TiffPatch& tiff) { tiff.setValue(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB); });
        row("other photometric", [](TiffPatch& tiff) { tiff.setValue(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_CIELAB); });
        row("planes", [](TiffPatch& tiff) { tiff.setValue(TIFFTAG_PLANARCONFIG, PLANARCONFIG_SEPARATE); });
        row("another compression", [](TiffPatch& tiff) { tiff.setValue(TIFFTAG_COMPRESSION, COMPRESSION_LZW); });
    }
    void hostileDirectories()
    {
        QFETCH(const std::function<void(TiffPatch&)>, change);
        const fs::path path = file("hostile.tif");
        writeJpegTiff(path, {.levels = {{1024, 768}}});
        TiffPatch patch(path);
        change(patch);
        patch.save();
        QCOMPARE(difference(path), std::string());
    }

    void moreTilesThanListed()
    {
        const fs::path path = file("wide.tif");
        writeJpegTiff(path, {.levels = {{1024, 768}}});
        TiffPatch patch(path);
        patch.setValue(TIFFTAG_IMAGEWIDTH, 0x3000);
        patch.save();
        const auto slide = openSlide(path).value();
        for (int row = 0; row < slide->geometry().rows(0); ++row) {
            for (int column = 0; column < slide->geometry().columns(0); ++column) {
                const auto tile = slide->read({0, column, row});
                QVERIFY(tile || tile.error().code == ErrorCode::TileUnreadable);
            }
        }
    }

    void everyPrefixOfAFile()
    {
        const fs::path path = file("prefix.tif");
        writeJpegTiff(path, {.levels = {{700, 300}}});
        const auto size = fs::file_size(path);
        for (int part = 63; part > 0; --part) {
            fs::resize_file(path, size * static_cast<std::uintmax_t>(part) / 64);
            QVERIFY(readJpegTileDirectories(path).size() <= 1);
        }
    }

    void anOddTurnOfTheImageIsNotServed()
    {
        const fs::path path = file("turned.tif");
        writeJpegTiff(path, {.levels = {{512, 256}}});
        QCOMPARE(readJpegTileDirectories(path).size(), std::size_t(1));
        TIFF* tiff = TIFFOpen(path.c_str(), "r+");
        TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_BOTRIGHT);
        TIFFRewriteDirectory(tiff);
        TIFFClose(tiff);
        QCOMPARE(readJpegTileDirectories(path).size(), std::size_t(0));
    }

    void twoDirectoriesOfOneSizeAreNotServed()
    {
        const fs::path path = file("twice.tif");
        const JpegTiff spec{.levels = {{1024, 768}, {512, 384}, {512, 384}}};
        writeJpegTiff(path, spec);
        QCOMPARE(servedLevels(path, spec), std::string("d--"));
    }

    void fileThatShrinks()
    {
        const fs::path path = file("shrinks.tif");
        writeJpegTiff(path, {.levels = {{1024, 768}}});
        const auto slide = openSlide(path).value();
        QVERIFY(slide->read({0, 0, 0}));
        const StoredTile sixth = storedTile(path, 5);
        fs::resize_file(path, sixth.offset + sixth.size / 2);
        QVERIFY(slide->read({0, 3, 0}));
        // The library may still hold the tiles that the level was checked with, two of the last ones at most.
        int unreadable = 0;
        for (int column = 0; column < 4; ++column) {
            const auto tile = slide->read({0, column, 2});
            unreadable += !tile && tile.error().code == ErrorCode::TileUnreadable;
        }
        QVERIFY(unreadable >= 2);
    }

    void manyThreadsAtOnce()
    {
        const fs::path path = file("threads.tif");
        writeJpegTiff(path,
                      {.levels = {{2048, 2048}, {1024, 1024}}, .description = "Aperio Image Library", .isGap = gaps({{1, 3}})});
        const StoredTile bad = storedTile(path, 20);
        overwrite(path, bad.offset, std::string(bad.size, '\x55'));
        const auto library = openWithOpenSlide(path, TileReading::Library).value();
        std::map<TileKey, Result<BgrxImage>> expected;
        for (int level = 0; level < 2; ++level)
            for (int row = 0; row < 8 >> level; ++row)
                for (int column = 0; column < 8 >> level; ++column)
                    expected.emplace(TileKey{level, column, row}, library->read({level, column, row}));
        const auto slide = openSlide(path).value();
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (unsigned seed = 1; seed <= 6; ++seed) {
                threads.emplace_back([&, seed] {
                    std::minstd_rand random(seed);
                    for (int i = 0; i < 100; ++i) {
                        const int level = static_cast<int>(random() % 2);
                        const int side = 8 >> level;
                        const TileKey key{level, static_cast<int>(random()) % side, static_cast<int>(random()) % side};
                        const auto& truth = expected.at(key);
                        const auto tile = slide->read(key);
                        wrong += truth && tile ? !isSame(*truth, *tile) : truth.has_value() != tile.has_value();
                    }
                });
            }
        }
        QCOMPARE(wrong.load(), 0);
        QVERIFY(!slide->read({0, 4, 2}));
    }

    void tileSizes_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("expected");
        QTest::newRow("default") << 256 << 256 << 256;
        QTest::newRow("Aperio") << 240 << 240 << 240;
        QTest::newRow("smallest") << 128 << 128 << 128;
        QTest::newRow("largest") << 1024 << 1024 << 1024;
        QTest::newRow("too small") << 64 << 64 << 256;
        QTest::newRow("too large") << 2048 << 2048 << 256;
        QTest::newRow("odd") << 255 << 255 << 256;
        QTest::newRow("flat") << 512 << 256 << 256;
        QTest::newRow("not known") << 0 << 0 << 256;
    }
    void tileSizes()
    {
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const int, expected);
        QCOMPARE(slideTileSizeFor({5000, 5000, width, height}), expected);
    }

    void onlyKnownKinds()
    {
        QVERIFY(tiffKindOf("aperio") == TiffKind::Aperio);
        QVERIFY(tiffKindOf("generic-tiff") == TiffKind::Generic);
        QVERIFY(tiffKindOf("philips") == TiffKind::Philips);
        for (const char* other : {"hamamatsu", "leica", "ventana", "trestle", "mirax", ""})
            QVERIFY(!tiffKindOf(other));
    }

    void positionsThatTheLibraryResamples()
    {
        const CanvasMap map({{1101, 707, 1}, {551, 354, (1101.0 / 551 + 707.0 / 354) / 2}}, {0, 0, 1101, 707});
        QVERIFY(map.isOnPixels(0, {256, 512, 256, 195}));
        QVERIFY(map.isOnPixels(1, {0, 0, 256, 256}));
        QVERIFY(!map.isOnPixels(1, {512, 0, 39, 256}));
        const CanvasMap whole({{1024, 768, 1}, {512, 384, 2}}, {0, 0, 1024, 768});
        QVERIFY(whole.isOnPixels(1, {256, 256, 256, 128}));
    }
};

QTEST_GUILESS_MAIN(TestTiffTiles)
#include "tst_tifftiles.moc"
