#include <array>
#include <cstdio>
#include <fstream>
#include <functional>

#include <QImage>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <jpeglib.h>
#include <tiffio.h>

#include "image/ImageFile.h"
#include "support/FileFixture.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

RgbImage gradient(int width, int height)
{
    RgbImage image = makeRgbImage(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.pixels.at<cv::Vec3b>(y, x) = {static_cast<uchar>(3 * x), static_cast<uchar>(5 * y), static_cast<uchar>(x + y)};
    }
    return image;
}

QColor colorAt(const RgbImage& image, int x, int y)
{
    const auto pixel = image.pixels.at<cv::Vec3b>(y, x);
    return QColor(pixel[0], pixel[1], pixel[2]);
}

std::string contentOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& path, const std::string& content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

/// A 16 x 8 JPEG of one color per component, in the color space given.
void writeJpeg(const fs::path& path, J_COLOR_SPACE space, std::vector<JSAMPLE> color, bool adobeMarker)
{
    constexpr int kWidth = 16;
    std::vector<JSAMPLE> row;
    for (int x = 0; x < kWidth; ++x)
        row.insert(row.end(), color.begin(), color.end());
    jpeg_error_mgr errors;
    jpeg_compress_struct encoder;
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    std::FILE* file = std::fopen(path.c_str(), "wb");
    jpeg_stdio_dest(&encoder, file);
    encoder.image_width = kWidth;
    encoder.image_height = 8;
    encoder.input_components = static_cast<int>(color.size());
    encoder.in_color_space = space;
    jpeg_set_defaults(&encoder);
    jpeg_set_quality(&encoder, 100, TRUE);
    encoder.write_Adobe_marker = adobeMarker;
    jpeg_start_compress(&encoder, TRUE);
    for (int y = 0; y < 8; ++y) {
        JSAMPROW rows = row.data();
        jpeg_write_scanlines(&encoder, &rows, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    std::fclose(file);
}

/// A 20 x 10 RGB TIFF of one color; `set` may change its tags. Ten rows are written, whatever they say.
void writeTiff(const fs::path& path, int bits, const std::vector<std::uint16_t>& color, const std::function<void(TIFF*)>& set)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 20);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 10);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, static_cast<int>(color.size()));
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 4);
    set(tiff);
    std::uint32_t width = 0;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    for (std::uint32_t y = 0; y < 10; ++y) {
        std::vector<std::uint8_t> row;
        for (std::uint32_t x = 0; x < width; ++x) {
            for (const std::uint16_t value : color) {
                if (bits == 16)
                    row.push_back(static_cast<std::uint8_t>(value & 255));
                row.push_back(static_cast<std::uint8_t>(bits == 16 ? value >> 8 : value));
            }
        }
        TIFFWriteScanline(tiff, row.data(), y);
    }
    TIFFClose(tiff);
}

std::string bigEndian(std::uint32_t value)
{
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value)};
}

}

class TestImageFile : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void pngKeepsEveryByte()
    {
        const RgbImage image = gradient(123, 45);
        QVERIFY(writePng(image, file("a b \xC3\xBC.png"), Overwrite::No));
        const RgbImage back = readImage(file("a b \xC3\xBC.png")).value();
        QVERIFY(cv::norm(back.pixels, image.pixels, cv::NORM_INF) == 0);
        QVERIFY(writePng({image.pixels(cv::Rect(10, 5, 50, 20))}, file("part.png"), Overwrite::No));
        QVERIFY(cv::norm(readImage(file("part.png")).value().pixels, image.pixels(cv::Rect(10, 5, 50, 20)), cv::NORM_INF) == 0);
        QCOMPARE(readImageFileInfo(file("part.png")).value().width, 50);
        QCOMPARE(readImageFileInfo(file("part.png")).value().height, 20);
    }

    void pngIsNotOverwrittenUnasked()
    {
        QVERIFY(writePng(gradient(4, 4), file("once.png"), Overwrite::No));
        QCOMPARE(writePng(gradient(5, 5), file("once.png"), Overwrite::No).error().code, ErrorCode::OutputExists);
        QCOMPARE(readImageFileInfo(file("once.png")).value().width, 4);
        QVERIFY(writePng(gradient(5, 5), file("once.png"), Overwrite::Yes));
        QCOMPARE(readImageFileInfo(file("once.png")).value().width, 5);
        QCOMPARE(writePng(gradient(5, 5), file("no/such/folder.png"), Overwrite::No).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(writePng({}, file("none.png"), Overwrite::No).error().code, ErrorCode::InvalidArgument);
    }

    void pngKinds_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QColor>("color");
        QTest::addColumn<QColor>("expected");
        const QColor stain(200, 100, 50);
        QTest::newRow("8 bit") << int(QImage::Format_RGB888) << stain << stain;
        QTest::newRow("16 bit") << int(QImage::Format_RGBX64) << stain << stain;
        QTest::newRow("gray") << int(QImage::Format_Grayscale8) << QColor(77, 77, 77) << QColor(77, 77, 77);
        QTest::newRow("palette") << int(QImage::Format_Indexed8) << stain << stain;
        QTest::newRow("black and white") << int(QImage::Format_Mono) << QColor(Qt::white) << QColor(Qt::white);
        QTest::newRow("transparent") << int(QImage::Format_RGBA8888) << QColor(200, 100, 50, 0) << QColor(Qt::white);
        QTest::newRow("half transparent") << int(QImage::Format_RGBA8888) << QColor(200, 100, 50, 51) << QColor(244, 224, 214);
        QTest::newRow("transparent palette") << int(QImage::Format_Indexed8) << QColor(200, 100, 50, 0) << QColor(Qt::white);
    }
    void pngKinds()
    {
        QFETCH(int, format);
        QFETCH(QColor, color);
        QFETCH(QColor, expected);
        QImage image(9, 7, static_cast<QImage::Format>(format));
        if (image.format() == QImage::Format_Indexed8 || image.format() == QImage::Format_Mono) {
            image.setColorTable({qRgb(0, 0, 0), color.rgba()});
            image.fill(1);
        } else {
            image.fill(color);
        }
        QVERIFY(image.save(QString::fromStdString(file("kind.png").string())));
        const RgbImage read = readImage(file("kind.png")).value();
        QCOMPARE(read.width(), 9);
        QCOMPARE(colorAt(read, 8, 6), expected);
    }

    void jpegKinds_data()
    {
        QTest::addColumn<int>("space");
        QTest::addColumn<QVector<int>>("color");
        QTest::addColumn<bool>("adobe");
        QTest::addColumn<QColor>("expected");
        QTest::newRow("gray") << int(JCS_GRAYSCALE) << QVector<int>{120} << false << QColor(120, 120, 120);
        QTest::newRow("YCbCr") << int(JCS_RGB) << QVector<int>{200, 100, 50} << false << QColor(200, 100, 50);
        QTest::newRow("CMYK") << int(JCS_CMYK) << QVector<int>{55, 155, 205, 0} << false << QColor(200, 100, 50);
        QTest::newRow("CMYK by Adobe") << int(JCS_CMYK) << QVector<int>{200, 100, 50, 255} << true << QColor(200, 100, 50);
    }
    void jpegKinds()
    {
        QFETCH(int, space);
        QFETCH(QVector<int>, color);
        QFETCH(bool, adobe);
        QFETCH(QColor, expected);
        writeJpeg(file("kind.jpg"), static_cast<J_COLOR_SPACE>(space), std::vector<JSAMPLE>(color.begin(), color.end()), adobe);
        const RgbImage read = readImage(file("kind.jpg")).value();
        QCOMPARE(read.width(), 16);
        const QColor got = colorAt(read, 15, 7);
        QVERIFY2(std::abs(got.red() - expected.red()) <= 2 && std::abs(got.green() - expected.green()) <= 2 &&
                     std::abs(got.blue() - expected.blue()) <= 2,
                 qPrintable(got.name()));
    }

    void tiffKinds()
    {
        const auto plain = [](TIFF*) {};
        writeTiff(file("8.tif"), 8, {200, 100, 50}, plain);
        QCOMPARE(colorAt(readImage(file("8.tif")).value(), 19, 9), QColor(200, 100, 50));
        writeTiff(file("16.tif"), 16, {0xC8C8, 0x6464, 0x3232}, plain);
        QCOMPARE(colorAt(readImage(file("16.tif")).value(), 19, 9), QColor(200, 100, 50));
        writeTiff(file("rgba.tif"), 8, {200, 100, 50, 0}, [](TIFF* tiff) {
            const std::uint16_t kind = EXTRASAMPLE_UNASSALPHA;
            TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &kind);
        });
        QCOMPARE(colorAt(readImage(file("rgba.tif")).value(), 0, 0), QColor(Qt::white));
        writeTiff(file("lzw.tif"), 8, {1, 2, 3}, [](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW); });
        QCOMPARE(colorAt(readImage(file("lzw.tif")).value(), 7, 5), QColor(1, 2, 3));
    }

    void rowsStayInFileOrderWhateverTheOrientation()
    {
        for (const std::uint16_t orientation : {1, 2, 3, 4, 5, 6, 7, 8}) {
            TIFF* tiff = TIFFOpen(file("turned.tif").c_str(), "w");
            TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 6);
            TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 150);
            TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
            TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
            TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
            TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 16);
            TIFFSetField(tiff, TIFFTAG_ORIENTATION, orientation);
            for (std::uint32_t y = 0; y < 150; ++y) {
                std::array<std::uint8_t, 6> row;
                for (std::uint32_t x = 0; x < 6; ++x)
                    row[x] = static_cast<std::uint8_t>(y + 10 * x);
                TIFFWriteScanline(tiff, row.data(), y);
            }
            TIFFClose(tiff);
            const RgbImage read = readImage(file("turned.tif")).value();
            QCOMPARE(read.height(), 150);
            for (const int y : {0, 1, 63, 64, 149}) {
                QCOMPARE(colorAt(read, 0, y).red(), y);
                QCOMPARE(colorAt(read, 5, y).red(), y + 50);
            }
        }
    }

    void tiffHeaders()
    {
        writeTiff(file("tags.tif"), 8, {1, 2, 3}, [](TIFF* tiff) {
            TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
            TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 25400.0F);
            TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 50800.0F);
            TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, "two\nlines");
        });
        const ImageFileInfo info = readImageFileInfo(file("tags.tif")).value();
        QVERIFY(info.format == ImageFileFormat::Tiff);
        QCOMPARE(info.width, 20);
        QCOMPARE(info.height, 10);
        QCOMPARE(info.micrometersPerPixelX.value(), 1.0);
        QCOMPARE(info.micrometersPerPixelY.value(), 0.5);
        QCOMPARE(info.description, std::string("two\nlines"));
        writeTiff(file("bare.tif"), 8, {1, 2, 3}, [](TIFF*) {});
        QVERIFY(!readImageFileInfo(file("bare.tif")).value().micrometersPerPixelX);
    }

    void limits()
    {
        QVERIFY(writePng(gradient(100, 100), file("limit.png"), Overwrite::Yes));
        QVERIFY(readImage(file("limit.png"), 10000));
        QCOMPARE(readImage(file("limit.png"), 9999).error().code, ErrorCode::ImageTooLarge);
    }

    void headersThatPromiseTooMuchCostNothing()
    {
        // PNG: a valid header of 20,000 x 20,000 followed by nothing that could fill it.
        QVERIFY(writePng(gradient(4, 4), file("small.png"), Overwrite::Yes));
        std::string png = contentOf(file("small.png"));
        png.replace(16, 8, bigEndian(20000) + bigEndian(20000));
        png.replace(29, 4, bigEndian(0x12345678));
        write(file("bomb.png"), png);
        QCOMPARE(readImage(file("bomb.png")).error().code, ErrorCode::CorruptFile);

        // TIFF: ten rows of 20,000.
        writeTiff(file("bomb.tif"), 8, {1, 2, 3}, [](TIFF* tiff) {
            TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 20000);
            TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
            TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 20000);
        });
        QCOMPARE(readImage(file("bomb.tif")).error().code, ErrorCode::CorruptFile);
        QCOMPARE(readImage(file("bomb.tif"), 1000).error().code, ErrorCode::ImageTooLarge);

        // JPEG: the size in the frame header of a 16 x 8 picture.
        writeJpeg(file("bomb.jpg"), JCS_RGB, {1, 2, 3}, false);
        std::string jpeg = contentOf(file("bomb.jpg"));
        jpeg.replace(jpeg.find("\xFF\xC0") + 5, 4, "\xEA\x60\xEA\x60");
        write(file("bomb.jpg"), jpeg);
        QCOMPARE(readImage(file("bomb.jpg")).error().code, ErrorCode::ImageTooLarge);
        QCOMPARE(readImage(file("bomb.jpg"), std::int64_t(1) << 33).error().code, ErrorCode::CorruptFile);
    }

    void noPrefixOfAFileIsAPicture_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"cut.png", "cut.jpg", "cut.tif"})
            QTest::newRow(name) << name;
    }
    void noPrefixOfAFileIsAPicture()
    {
        QFETCH(QString, name);
        const fs::path whole = file("whole");
        if (name.endsWith("png"))
            QVERIFY(writePng(gradient(64, 48), whole, Overwrite::Yes));
        else if (name.endsWith("jpg"))
            QVERIFY(QImage(gradient(64, 48).pixels.data, 64, 48, 64 * 3, QImage::Format_RGB888).copy().save(
                QString::fromStdString(whole.string()), "JPEG", 95));
        else
            writeTiff(whole, 8, {9, 8, 7}, [](TIFF*) {});
        QVERIFY(readImage(whole));
        const std::string content = contentOf(whole);
        // The last bytes (a PNG's IEND, a JPEG's EOI, the end of a TIFF's tags) may be missing without harm to the pixels.
        for (std::size_t size = 0; size + 64 < content.size(); size += 7) {
            write(file("cut"), content.substr(0, size));
            const auto image = readImage(file("cut"));
            QVERIFY2(!image, qPrintable(QString("%1 of %2").arg(size).arg(content.size())));
            QCOMPARE(image.error().subject, file("cut").string());
        }
    }

    void flippedBytesNeverCrash_data() { noPrefixOfAFileIsAPicture_data(); }
    void flippedBytesNeverCrash()
    {
        QFETCH(QString, name);
        const fs::path whole = file("whole2");
        if (name.endsWith("png"))
            QVERIFY(writePng(gradient(32, 16), whole, Overwrite::Yes));
        else if (name.endsWith("jpg"))
            writeJpeg(whole, JCS_RGB, {10, 200, 30}, false);
        else
            writeTiff(whole, 8, {9, 8, 7}, [](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW); });
        const std::string content = contentOf(whole);
        int read = 0;
        for (std::size_t i = 0; i < content.size(); ++i) {
            std::string damaged = content;
            damaged[i] = static_cast<char>(damaged[i] ^ "\x01\x80\xFF"[i % 3]);
            write(file("flipped"), damaged);
            const auto image = readImage(file("flipped"), 1 << 18);
            QVERIFY(image || !image.error().subject.empty());
            read += image.has_value();
        }
        QVERIFY(read < static_cast<int>(content.size()));
    }

    void whatIsNoImage()
    {
        QCOMPARE(readImage(file("missing")).error().code, ErrorCode::FileNotFound);
        QCOMPARE(readImage(folder()).error().code, ErrorCode::FileUnreadable);
        write(file("text"), "hello");
        QCOMPARE(readImage(file("text")).error().code, ErrorCode::UnsupportedFormat);
        write(file("nothing"), "");
        QCOMPARE(recognizeImageFile(file("nothing")).error().code, ErrorCode::UnsupportedFormat);
        QCOMPARE(::mkfifo(file("pipe").c_str(), 0600), 0);
        QCOMPARE(readImage(file("pipe")).error().code, ErrorCode::FileUnreadable);
        if (::geteuid() != 0) {
            write(file("secret"), "x");
            fs::permissions(file("secret"), fs::perms::none);
            QCOMPARE(readImage(file("secret")).error().code, ErrorCode::FileUnreadable);
        }
    }
};

QTEST_GUILESS_MAIN(TestImageFile)
#include "tst_imagefile.moc"
