#include <algorithm>
#include <cmath>

#include <QTest>

#include "image/JpegCodec.h"
#include "image/JpegQuality.h"

using namespace isostain;

namespace {

BgrxImage smoothImage(int width, int height)
{
    BgrxImage image = makeBgrxImage(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.row(y)[x] = 0xFF000000u | static_cast<std::uint32_t>(128 + 80 * std::sin(x / 40.0)) << 16 |
                              static_cast<std::uint32_t>(y % 256) << 8 | 0x50u;
    return image;
}

double largestDifference(const BgrxImage& a, const BgrxImage& b)
{
    return cv::norm(a.pixels, b.pixels, cv::NORM_INF);
}

}

class TestJpegCodec : public QObject {
    Q_OBJECT

private slots:
    void comesBackAlmostTheSame_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("is420");
        QTest::newRow("a tile, 4:2:0") << 256 << 200 << true;
        QTest::newRow("a tile, 4:4:4") << 256 << 200 << false;
        QTest::newRow("odd sizes") << 33 << 17 << true;
        QTest::newRow("one pixel") << 1 << 1 << true;
    }
    void comesBackAlmostTheSame()
    {
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const bool, is420);
        const BgrxImage image = smoothImage(width, height);
        JpegEncoder encoder(98, is420 ? ChromaSubsampling::S420 : ChromaSubsampling::S444);
        const auto decoded = decodeJpeg(*encoder.encode(image));
        QVERIFY(decoded);
        QCOMPARE(decoded->pixels.size(), image.pixels.size());
        QVERIFY2(largestDifference(*decoded, image) <= 6, qPrintable(QString::number(largestDifference(*decoded, image))));
        QCOMPARE(decoded->row(0)[0] >> 24, 0xFFu);
    }

    void tellsTheQualityOfAStream()
    {
        for (const int quality : {1, 30, 49, 50, 51, 85, 99, 100}) {
            const auto stream = JpegEncoder(quality, ChromaSubsampling::S420).encode(smoothImage(32, 32));
            QCOMPARE(jpegQualityOf(*stream), quality);
            auto other = *stream;
            const std::byte table[] = {std::byte(0xFF), std::byte(0xDB)};
            const auto found = std::search(other.begin(), other.end(), std::begin(table), std::end(table));
            QVERIFY(other.end() - found > 20);
            found[15] ^= std::byte(0x55);
            QVERIFY(!jpegQualityOf(other));
            for (std::size_t size = 0; size < 64; ++size)
                QVERIFY(!jpegQualityOf(std::span(*stream).first(size)));
        }
        QVERIFY(!jpegQualityOf({}));
    }

    void usedAgainGivesTheSameBytes()
    {
        JpegEncoder encoder(85, ChromaSubsampling::S420);
        const BgrxImage image = smoothImage(256, 256);
        const auto first = *encoder.encode(image);
        (void)encoder.encode(smoothImage(300, 20));
        QCOMPARE(*encoder.encode(image), first);
        const BgrxImage part{smoothImage(512, 300).pixels(cv::Rect(0, 0, 256, 256))};
        QVERIFY2(*encoder.encode(part) == first, "rows of a part of an image are not next to each other");
    }

    void qualityMatters()
    {
        const BgrxImage image = smoothImage(256, 256);
        QVERIFY(JpegEncoder(50, ChromaSubsampling::S420).encode(image)->size() <
                JpegEncoder(95, ChromaSubsampling::S420).encode(image)->size());
    }

    void brokenStreamsAreErrors()
    {
        auto stream = *JpegEncoder(85, ChromaSubsampling::S420).encode(smoothImage(256, 256));
        QCOMPARE(decodeJpeg({}).error().code, ErrorCode::CorruptFile);
        QCOMPARE(decodeJpeg(std::span(stream).first(stream.size() / 2)).error().code, ErrorCode::CorruptFile);
        stream[0] = std::byte(0);
        QCOMPARE(decodeJpeg(stream).error().code, ErrorCode::CorruptFile);
    }

    void hugeHeadersAreRefusedBeforeMemoryIsTaken()
    {
        auto stream = *JpegEncoder(85, ChromaSubsampling::S420).encode(smoothImage(64, 64));
        for (std::size_t i = 0; i + 9 < stream.size(); ++i) {
            if (stream[i] == std::byte(0xFF) && stream[i + 1] == std::byte(0xC0)) {
                std::fill_n(stream.begin() + static_cast<std::ptrdiff_t>(i) + 5, 4, std::byte(0xF0));
                break;
            }
        }
        QCOMPARE(decodeJpeg(stream).error().code, ErrorCode::ImageTooLarge);
    }

    void noImageIsAnError() { QVERIFY(!JpegEncoder(85, ChromaSubsampling::S420).encode({})); }
};

QTEST_GUILESS_MAIN(TestJpegCodec)
#include "tst_jpegcodec.moc"
