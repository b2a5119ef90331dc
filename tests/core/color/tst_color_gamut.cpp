#include <cstdlib>

#include <QTest>

#include "color/ColorGamut.h"
#include "demo/Tissue.h"
#include "image/JpegCodec.h"

using namespace isostain;

namespace {

ColorGamut gamutOf(std::uint32_t color, std::size_t pixels = 10)
{
    return ColorGamut::of(countColors(std::vector<std::uint32_t>(pixels, color)));
}

}

class TestColorGamut : public QObject {
    Q_OBJECT

private slots:
    void toleratesWhatItSays_data()
    {
        QTest::addColumn<std::uint32_t>("color");
        for (const std::uint32_t color : {0x000000u, 0xFFFFFFu, 0x808080u, 0xC183B2u, 0x00FF7Fu})
            QTest::addRow("%06x", color) << color;
    }

    void toleratesWhatItSays()
    {
        QFETCH(std::uint32_t, color);
        const ColorGamut gamut = gamutOf(color);
        for (const unsigned shift : {0u, 8u, 16u}) {
            const int level = static_cast<int>(color >> shift & 0xFF);
            for (int other = 0; other < 256; ++other) {
                const std::uint32_t moved = (color & ~(0xFFu << shift)) | static_cast<std::uint32_t>(other) << shift;
                if (std::abs(other - level) <= 4)
                    QVERIFY(gamut.contains(moved));
                if (std::abs(other - level) > 7)
                    QVERIFY(!gamut.contains(moved));
            }
        }
    }

    void rareColorsAreOutliers()
    {
        ColorCounts pixels = {{0x204060, 1}, {0xC080B0, 5'000'000}};
        QVERIFY(!ColorGamut::of(pixels).contains(0x204060));
        QVERIFY(ColorGamut::of(pixels).contains(0xC080B0));
        pixels[0].count = 6;
        QVERIFY(ColorGamut::of(pixels).contains(0x204060));
    }

    void nothingHasNoColors()
    {
        const ColorGamut none = ColorGamut::of({});
        QVERIFY(none.runs().empty());
        QCOMPARE(none.outsideShare({}), 0.0);
        QCOMPARE(none.outsideShare({{0x123456, 3}}), 1.0);
    }

    void sharesCountPixels()
    {
        QCOMPARE(gamutOf(0xC080B0).outsideShare({{0x00FF00, 1}, {0xC080B0, 3}}), 0.25);
    }

    void runsComeBack()
    {
        const ColorGamut gamut = ColorGamut::of({{0x000000, 9}, {0xC080B0, 9}, {0xFFFFFF, 9}});
        const auto runs = gamut.runs();
        QCOMPARE(runs.front(), 0u);
        QVERIFY(ColorGamut::fromRuns(runs).value() == gamut);
        QVERIFY(!(gamutOf(0) == gamut));
    }

    void damagedRunsAreRefused_data()
    {
        QTest::addColumn<std::vector<std::uint32_t>>("runs");
        QTest::newRow("half a run") << std::vector<std::uint32_t>{1};
        QTest::newRow("empty run") << std::vector<std::uint32_t>{1, 0};
        QTest::newRow("out of order") << std::vector<std::uint32_t>{10, 2, 5, 2};
        QTest::newRow("overlapping") << std::vector<std::uint32_t>{10, 5, 12, 2};
        QTest::newRow("past the end") << std::vector<std::uint32_t>{ColorGamut::kCellCount - 1, 2};
        QTest::newRow("wrapping around") << std::vector<std::uint32_t>{5, 4294967295u};
    }

    void damagedRunsAreRefused()
    {
        QFETCH(std::vector<std::uint32_t>, runs);
        QCOMPARE(ColorGamut::fromRuns(runs).error().code, ErrorCode::ProfileInvalid);
    }

    /// The tolerance is there for this: tissue stays inside its own gamut when it is compressed anew.
    void compressionNoiseStaysInside()
    {
        const BgrxImage image = demo::TissueGenerator({Stain::HematoxylinEosin, 4096, 4096, 1}).render({1500, 1500, 512, 512}, demo::ScannerId::A);
        const auto jpeg = JpegEncoder(85, ChromaSubsampling::S420).encode(image).value();
        const BgrxImage again = decodeJpeg(jpeg).value();
        const auto words = [](const BgrxImage& of) { return std::span(of.row(0), of.pixels.total()); };
        const double share = ColorGamut::of(countColors(words(image))).outsideShare(countColors(words(again)));
        qInfo("%.4f %% of the pixels leave the gamut at quality 85, 4:2:0", 100 * share);
        QVERIFY(share < 0.002);
    }
};

QTEST_GUILESS_MAIN(TestColorGamut)
#include "tst_color_gamut.moc"
