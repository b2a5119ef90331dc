#include <cmath>
#include <fstream>

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "image/ImageFile.h"
#include "slide/Slide.h"
#include "slide/SlideFolder.h"
#include "support/FileFixture.h"
#include "support/Images.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

constexpr int kWidth = 704;
constexpr int kHeight = 448;
constexpr int kTile = 100;
constexpr int kOverlap = 3;
constexpr const char* kXml = R"(<?xml version="1.0" encoding="UTF-8"?>
<Image xmlns="http://schemas.microsoft.com/deepzoom/2008" TileSize="100" Overlap="3" Format="png"><Size Width="704" Height="448"/></Image>)";

BgrxImage paintedImage(int width, int height)
{
    BgrxImage image = makeBgrxImage(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.row(y)[x] = 0xFF000000u | static_cast<std::uint32_t>(x * 255 / width) << 16 |
                              static_cast<std::uint32_t>(y * 255 / height) << 8 | static_cast<std::uint32_t>((x * 7 + y * 3) % 256);
    return image;
}

/// Writes one level as the format has it: every tile with `kOverlap` pixels of its neighbors.
void writeLevel(const BgrxImage& image, const fs::path& folder)
{
    fs::create_directories(folder);
    const cv::Rect all({0, 0}, image.pixels.size());
    for (int y = 0; y < image.height(); y += kTile)
        for (int x = 0; x < image.width(); x += kTile) {
            const int left = std::max(x - kOverlap, 0);
            const int top = std::max(y - kOverlap, 0);
            const cv::Rect part = cv::Rect({left, top}, cv::Point(x + kTile + kOverlap, y + kTile + kOverlap)) & all;
            const fs::path file = folder / (std::to_string(x / kTile) + "_" + std::to_string(y / kTile) + ".png");
            QVERIFY(writePng(toRgb({image.pixels(part)}), file, Overwrite::Yes));
        }
}

void writeText(const fs::path& path, std::string_view text)
{
    std::ofstream(path) << text;
}

}

/// Deep Zoom images: tiles with overlap, levels in folders, and what may be wrong with them.
class TestDeepZoom : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        BgrxImage level = m_image = paintedImage(kWidth, kHeight);
        // 704 pixels: level 10 is the full image.
        for (int number = 10; number >= 7; --number) {
            writeLevel(level, file("slide_files") / std::to_string(number));
            level = halved(level);
        }
        writeText(file("slide.dzi"), kXml);
    }

    void readsEveryPixelOfEveryLevel()
    {
        const auto slide = openSlide(file("slide.dzi"));
        QVERIFY2(slide.has_value(), slide ? "" : describe(slide.error()).c_str());
        QCOMPARE((*slide)->info().format, std::string("deep-zoom"));
        QVERIFY(!(*slide)->info().mppX);
        const PyramidGeometry& geometry = (*slide)->geometry();
        BgrxImage expected = m_image;
        for (int level = 0; level < 3; ++level) {
            QCOMPARE(geometry.level(level).width, expected.width());
            QCOMPARE(geometry.level(level).height, expected.height());
            QVERIFY(!geometry.level(level).isVirtual());
            const auto read = readRegion(**slide, level, {0, 0, expected.width(), expected.height()});
            QVERIFY(read.has_value());
            QVERIFY(isSame(*read, expected));
            expected = halved(expected);
        }
    }

    void aLostTileIsSeen()
    {
        fs::copy(file("slide_files"), file("lost_files"), fs::copy_options::recursive);
        fs::remove(file("lost_files/10/3_2.png"));
        writeText(file("lost_files/10/1_1.png"), "not a picture");
        writeText(file("lost.dzi"), kXml);
        const auto slide = openSlide(file("lost.dzi"));
        QVERIFY(slide.has_value());
        for (const PixelRect& rect : {PixelRect{320, 220, 20, 20}, PixelRect{120, 120, 20, 20}}) {
            const auto read = readRegion(**slide, 0, rect);
            QVERIFY(!read.has_value());
            QCOMPARE(read.error().code, ErrorCode::TileUnreadable);
        }
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<ErrorCode>("expected");
        const auto row = [](const char* name, const char* from, const char* to, ErrorCode expected) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << expected;
        };
        row("no size", "<Size Width=\"704\" Height=\"448\"/>", "", ErrorCode::SlideUnreadable);
        row("negative size", "704", "-704", ErrorCode::SlideUnreadable);
        row("absurd size", "704", "99999999999", ErrorCode::SlideUnreadable);
        row("tiles without a size", "TileSize=\"100\"", "TileSize=\"0\"", ErrorCode::SlideUnreadable);
        row("large tiles", "TileSize=\"100\"", "TileSize=\"100000\"", ErrorCode::SlideUnreadable);
        row("large overlap", "Overlap=\"3\"", "Overlap=\"101\"", ErrorCode::SlideUnreadable);
        row("a format that is a place", "Format=\"png\"", "Format=\"/../../secret\"", ErrorCode::UnsupportedSlide);
        row("another format", "Format=\"png\"", "Format=\"webp\"", ErrorCode::UnsupportedSlide);
        row("sparse", "<Size ", "<DisplayRects/><Size ", ErrorCode::UnsupportedSlide);
        row("larger than its tiles", "704", "7040", ErrorCode::SlideUnreadable);
        row("another XML", "Image", "Picture", ErrorCode::UnsupportedFormat);
        row("a collection", "TileSize=\"100\" ", "", ErrorCode::UnsupportedFormat);
        row("cut short", "<Size Width=\"704\" Height=\"448\"/></Image>", "<Size Wid", ErrorCode::SlideUnreadable);
    }
    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(ErrorCode, expected);
        writeText(file("slide2.dzi"), QByteArray(kXml).replace(from, to).toStdString());
        if (!fs::exists(file("slide2_files")))
            fs::create_directory_symlink(file("slide_files"), file("slide2_files"));
        const auto slide = openSlide(file("slide2.dzi"));
        QVERIFY(!slide.has_value());
        QVERIFY2(slide.error().code == expected, describe(slide.error()).c_str());
        QCOMPARE(slide.error().subject, file("slide2.dzi").string());
    }

    void withoutItsTilesItSaysSo()
    {
        writeText(file("alone.dzi"), kXml);
        const auto slide = openSlide(file("alone.dzi"));
        QVERIFY(!slide.has_value());
        QCOMPARE(slide.error().code, ErrorCode::SlideUnreadable);
        QVERIFY(slide.error().detail.find("alone_files") != std::string::npos);
    }

    void isASlideOfItsFolderAndItsTilesAreNot()
    {
        fs::create_directory(file("folder"));
        fs::copy(file("slide_files"), file("folder/slide_files"), fs::copy_options::recursive);
        fs::copy(file("slide.dzi"), file("folder/slide.dzi"));
        const auto slides = slidesIn(file("folder"), FolderDepth::WithSubfolders);
        QVERIFY(slides.has_value());
        QCOMPARE(slides->size(), std::size_t(1));
    }

    /// Another program's writer, with its defaults.
    void readsWhatVipsWrites()
    {
        const QString vips = QStandardPaths::findExecutable("vips");
        if (vips.isEmpty())
            QSKIP("vips is not installed");
        QVERIFY(writePng(toRgb(m_image), file("full.png"), Overwrite::Yes));
        QCOMPARE(QProcess::execute(vips, {"dzsave", QString::fromStdString(file("full.png").string()),
                                          QString::fromStdString(file("vips").string()), "--suffix", ".png"}),
                 0);
        const auto slide = openSlide(file("vips.dzi"));
        QVERIFY2(slide.has_value(), slide ? "" : describe(slide.error()).c_str());
        const auto read = readRegion(**slide, 0, {0, 0, kWidth, kHeight});
        QVERIFY(read.has_value());
        QVERIFY(isSame(*read, m_image));
    }

private:
    BgrxImage m_image;
};

QTEST_GUILESS_MAIN(TestDeepZoom)
#include "tst_deepzoom.moc"
