#include <atomic>
#include <cmath>
#include <fstream>
#include <random>
#include <thread>

#include <QTest>

#include <tiffio.h>

#include "image/ImageFile.h"
#include "slide/Slide.h"
#include "support/FileFixture.h"
#include "support/Images.h"
#include "support/PaintedSlide.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

struct TiffPage {
    int width;
    int height;
    int level;   ///< painted as this level
};

struct TiffText {
    const char* description = nullptr;
    float pixelsPerCm = 0;
};

/// The painted pixel of a page, with tiles of 256.
std::uint32_t truth(int level, int x, int y)
{
    return 0xFF000000 | paintedColor({level, x / 256, y / 256}, x % 256, y % 256);
}

/// A lossless tiled TIFF that OpenSlide opens as generic-tiff; each page is one level of painted tiles.
void writeTiledTiff(const fs::path& path, const std::vector<TiffPage>& pages, const TiffText& text = {})
{
    constexpr std::uint32_t kTile = 256;
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    std::vector<std::uint8_t> tile(kTile * kTile * 3);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const TiffPage& page = pages[i];
        TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, i == 0 ? 0 : FILETYPE_REDUCEDIMAGE);
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, page.width);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, page.height);
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, kTile);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, kTile);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
        TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
        TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
        if (text.description && i == 0)
            TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, text.description);
        if (text.pixelsPerCm > 0) {
            TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_CENTIMETER);
            TIFFSetField(tiff, TIFFTAG_XRESOLUTION, text.pixelsPerCm);
            TIFFSetField(tiff, TIFFTAG_YRESOLUTION, text.pixelsPerCm);
        }
        for (int y = 0; y < page.height; y += kTile) {
            for (int x = 0; x < page.width; x += kTile) {
                for (int j = 0; j < static_cast<int>(kTile * kTile); ++j) {
                    const std::uint32_t color = truth(page.level, x + j % 256, y + j / 256);
                    tile[3 * j] = color >> 16 & 255;
                    tile[3 * j + 1] = color >> 8 & 255;
                    tile[3 * j + 2] = color & 255;
                }
                TIFFWriteTile(tiff, tile.data(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0, 0);
            }
        }
        TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
}

/// Overwrites the compressed bytes of one tile of the first page.
void damageTile(const fs::path& path, std::uint32_t index)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "r");
    const auto offset = static_cast<std::streamoff>(TIFFGetStrileOffset(tiff, index));
    const auto size = static_cast<std::size_t>(TIFFGetStrileByteCount(tiff, index));
    TIFFClose(tiff);
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(offset);
    file << std::string(size, '\x55');
}

}

class TestOpenSlide : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void readsEveryStoredTileExactly()
    {
        const fs::path path = file("painted.tif");
        writeTiledTiff(path, {{1100, 700, 0}, {550, 350, 1}, {137, 87, 3}});
        const auto slide = openSlide(path).value();
        const PyramidGeometry& geometry = slide->geometry();
        QCOMPARE(slide->info().format, std::string("generic-tiff"));
        QCOMPARE(geometry.levelCount(), 4);
        for (const int level : {0, 1}) {
            for (int row = 0; row < geometry.rows(level); ++row) {
                for (int column = 0; column < geometry.columns(level); ++column) {
                    const TileKey key{level, column, row};
                    QVERIFY(isSame(slide->read(key).value(), paintedTile(key, geometry.tileRect(key))));
                }
            }
        }
        QVERIFY(geometry.level(2).isVirtual());
        QVERIFY(isSame(slide->read({2, 0, 0}).value(), halved(readRegion(*slide, 1, {0, 0, 512, 350}).value())));
    }

    void pathsMayHoldSpacesAndAnyScript()
    {
        for (const char* name : {"with space.tif", "M\xC3\xBCller \xE6\xA0\x87\xE6\x9C\xAC \xF0\x9F\x94\xAC.tif", "a'b\"c%1.tif"}) {
            writeTiledTiff(file(name), {{300, 300, 0}});
            const auto slide = openSlide(file(name));
            QVERIFY2(slide.has_value(), name);
            QVERIFY((*slide)->read({0, 0, 0}).has_value());
            QCOMPARE((*slide)->info().path.filename().string(), std::string(name));
        }
    }

    void ownSlidesKeepPixelSizePowerAndOrigin()
    {
        writeTiledTiff(file("own.tif"), {{300, 300, 0}},
                       {"Isostain\nisostain.version=0.1.0\nisostain.objective-power=20\nisostain.mpp-x=0.499\n"
                        "isostain.mpp-y=0.499\nisostain.demo.stain=pap\nisostain.demo.scanner=A",
                        20040.08F});
        const SlideInfo info = openSlide(file("own.tif")).value()->info();
        QCOMPARE(info.mppX.value(), 0.499);
        QCOMPARE(info.mppY.value(), 0.499);
        QCOMPARE(info.objectivePower.value(), 20.0);
        QCOMPARE(info.demo.value().stain, std::string("pap"));
        QCOMPARE(info.demo.value().scanner, std::string("A"));
    }

    void resolutionTagsGiveThePixelSize()
    {
        writeTiledTiff(file("tags.tif"), {{300, 300, 0}}, {nullptr, 40000});
        const SlideInfo info = openSlide(file("tags.tif")).value()->info();
        QVERIFY(std::abs(info.mppX.value() - 0.25) < 1e-6);
        QVERIFY(!info.objectivePower);
        QVERIFY(!info.demo);
    }

    void aBadTileIsNotADeadSlide()
    {
        const fs::path path = file("damaged.tif");
        writeTiledTiff(path, {{2048, 2048, 0}, {256, 256, 3}});
        for (const std::uint32_t tile : {9u, 27u, 28u})
            damageTile(path, tile);
        const auto slide = openSlide(path).value();
        std::vector<BgrxImage> expected;
        for (int i = 0; i < 64; ++i)
            expected.push_back(paintedTile({0, i % 8, i / 8}, {0, 0, 256, 256}));
        std::atomic<int> wrong = 0;
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> threads;
            for (unsigned seed = 0; seed < 8; ++seed) {
                threads.emplace_back([&, seed] {
                    std::minstd_rand random(seed + 1);
                    for (int i = 0; i < 125; ++i) {
                        const TileKey key{0, static_cast<int>(random() % 8), static_cast<int>(random() % 8)};
                        const int index = key.row * 8 + key.column;
                        const bool isBad = index == 9 || index == 27 || index == 28;
                        const auto tile = slide->read(key);
                        failures += !tile;
                        if (isBad)
                            wrong += tile || tile.error().code != ErrorCode::TileUnreadable || tile.error().subject != path.string();
                        else
                            wrong += !tile || !isSame(*tile, expected[static_cast<std::size_t>(index)]);
                    }
                });
            }
        }
        QCOMPARE(wrong.load(), 0);
        QVERIFY(failures > 0);
    }

    void cancelled()
    {
        writeTiledTiff(file("cancel.tif"), {{300, 300, 0}});
        std::stop_source source;
        source.request_stop();
        QCOMPARE(openSlide(file("cancel.tif")).value()->read({0, 0, 0}, source.get_token()).error().code, ErrorCode::Cancelled);
    }

    void plainImages()
    {
        RgbImage image = makeRgbImage(700, 300);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.pixels.at<cv::Vec3b>(y, x) = {static_cast<uchar>(x), static_cast<uchar>(y), static_cast<uchar>(x / 3)};
        }
        QVERIFY(writePng(image, file("plain.png"), Overwrite::No));
        const auto slide = openSlide(file("plain.png")).value();
        QCOMPARE(slide->info().format, std::string("png"));
        QVERIFY(!slide->info().mppX);
        QCOMPARE(slide->geometry().levelCount(), 3);
        const BgrxImage all = readRegion(*slide, 0, {0, 0, 700, 300}).value();
        QVERIFY(cv::norm(toRgb(all).pixels, image.pixels, cv::NORM_INF) == 0);
        QVERIFY(isSame(readRegion(*slide, 1, {0, 0, 350, 150}).value(), halved(all)));
        QCOMPARE(slide->readAssociatedImage("label").error().code, ErrorCode::NoSuchAssociatedImage);
    }

    void stripedTiffsAreReadAsPlainImages()
    {
        TIFF* tiff = TIFFOpen(file("striped.tif").c_str(), "w");
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 40);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 30);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 7);
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_CENTIMETER);
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 20000.0F);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 40000.0F);
        for (std::uint32_t y = 0; y < 30; ++y) {
            std::vector<std::uint8_t> row(40, static_cast<std::uint8_t>(8 * y));
            TIFFWriteScanline(tiff, row.data(), y);
        }
        TIFFClose(tiff);
        const auto slide = openSlide(file("striped.tif")).value();
        QCOMPARE(slide->info().format, std::string("tiff"));
        QCOMPARE(slide->info().mppX.value(), 0.5);
        QCOMPARE(slide->info().mppY.value(), 0.25);
        QCOMPARE(slide->read({0, 0, 0}).value().row(29)[39], 0xFFE8E8E8u);
    }

    void whatCannotBeOpened_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray() << static_cast<int>(ErrorCode::UnsupportedFormat);
        QTest::newRow("text") << QByteArray("not a slide") << static_cast<int>(ErrorCode::UnsupportedFormat);
        QTest::newRow("DICOM header alone") << QByteArray(128, '\0') + "DICM" + QByteArray(500, '\0')
                                            << static_cast<int>(ErrorCode::SlideUnreadable);
        QTest::newRow("CZI") << QByteArray("ZISRAWFILE") + QByteArray(500, '\0') << static_cast<int>(ErrorCode::UnsupportedSlide);
        QTest::newRow("TIFF header alone") << QByteArray("II*\0\x08\0\0\0", 8) << static_cast<int>(ErrorCode::CorruptFile);
        QTest::newRow("PNG header alone") << QByteArray("\x89PNG\r\n\x1a\n") << static_cast<int>(ErrorCode::CorruptFile);
    }
    void whatCannotBeOpened()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        std::ofstream(file("bad.svs"), std::ios::binary) << content.toStdString();
        const auto slide = openSlide(file("bad.svs"));
        QVERIFY(!slide);
        QCOMPARE(static_cast<int>(slide.error().code), code);
        QCOMPARE(slide.error().subject, file("bad.svs").string());
    }

    void missingFilesAndFolders()
    {
        QCOMPARE(openSlide(file("missing.svs")).error().code, ErrorCode::FileNotFound);
        QCOMPARE(openSlide(folder()).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(openSlide("/dev/null").error().code, ErrorCode::FileUnreadable);
    }

    void aperioSlide()
    {
        ISOSTAIN_SHARED_FILE(path, "data/slides/aperio/CMU-1-Small-Region.svs");
        const auto slide = openSlide(path).value();
        const SlideInfo& info = slide->info();
        QCOMPARE(slide->geometry().width(), 2220);
        QCOMPARE(slide->geometry().height(), 2967);
        QCOMPARE(info.format, std::string("aperio"));
        QCOMPARE(info.mppX.value(), 0.499);
        QCOMPARE(info.mppY.value(), 0.499);
        QCOMPARE(info.objectivePower.value(), 20.0);
        QVERIFY((info.associatedImages == std::vector<std::string>{"label", "macro", "thumbnail"}));
        const RgbImage label = slide->readAssociatedImage("label").value();
        QCOMPARE(label.width(), 387);
        QCOMPARE(label.height(), 463);
        QCOMPARE(slide->readAssociatedImage("macro").value().width(), 1280);
        QCOMPARE(slide->readAssociatedImage("thumbnail").value().width(), 574);
        QCOMPARE(slide->readAssociatedImage("none").error().code, ErrorCode::NoSuchAssociatedImage);
        QVERIFY(std::is_sorted(info.properties.begin(), info.properties.end()));
    }

    void levelsOfRealSlidesLieOnTopOfEachOther_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("aperio, 2.0005") << "data/slides/aperio/tcga-cr-7395-01a-01-ts1.svs";
        QTest::newRow("hamamatsu") << "data/slides/hamamatsu/test3-DAPI-2-(387).ndpi";
    }
    /// Halved level 0 against level 1: moving either by a pixel of level 1 must be worse.
    void levelsOfRealSlidesLieOnTopOfEachOther()
    {
        QFETCH(QString, name);
        ISOSTAIN_SHARED_FILE(path, name.toStdString());
        const auto slide = openSlide(path).value();
        const PyramidLevel& level = slide->geometry().level(1);
        const std::int64_t x = level.width - 400;
        const std::int64_t y = level.height - 400;
        QCOMPARE(level.downsampleX, 2.0);
        const BgrxImage fine = halved(readRegion(*slide, 0, {2 * x, 2 * y, 512, 512}).value());
        const auto distance = [&](int dx, int dy) {
            return cv::norm(fine.pixels, readRegion(*slide, 1, {x + dx, y + dy, 256, 256}).value().pixels, cv::NORM_L1);
        };
        const double inPlace = distance(0, 0);
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx)
                QVERIFY2((dx == 0 && dy == 0) || distance(dx, dy) > inPlace, qPrintable(QString("%1,%2").arg(dx).arg(dy)));
        }
    }

    void aSlideOfUnreadableTilesOpens()
    {
        ISOSTAIN_SHARED_FILE(path, "data/broken/slides/unreadable.svs");
        const auto slide = openSlide(path).value();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(slide->read({0, 0, 0}).error().code, ErrorCode::TileUnreadable);
        QCOMPARE(slide->readAssociatedImage("thumbnail").error().code, ErrorCode::SlideUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestOpenSlide)
#include "tst_openslide.moc"
