#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <QTest>

#include "color/ColorGamut.h"
#include "color/ColorTable.h"
#include "color/TrustOverlay.h"
#include "demo/Tissue.h"
#include "image/JpegCodec.h"

using namespace isostain;

namespace {

using Runs = std::vector<std::uint32_t>;

/// All colors to one.
class FlatMap : public ColorMap {
public:
    explicit FlatMap(std::uint32_t answer) : m_answer(answer) {}
    void map(const std::uint32_t*, std::uint32_t* target, std::size_t count) const override
    {
        std::fill_n(target, count, m_answer);
    }

private:
    std::uint32_t m_answer;
};

class IdentityMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        std::transform(source, source + count, target, [](std::uint32_t color) { return color & 0xFFFFFFu; });
    }
};

ColorCounts countsOf(const BgrxImage& image)
{
    return countColors(std::span(image.row(0), image.pixels.total()));
}

double grayOf(std::uint32_t color)
{
    return 0.299 * (color >> 16 & 0xFF) + 0.587 * (color >> 8 & 0xFF) + 0.114 * (color & 0xFF);
}

using Rgb = std::array<double, 3>;

Rgb linear(std::uint32_t color)
{
    const auto level = [color](int shift) {
        return std::pow((color >> shift & 0xFF) / 255.0, 2.2);
    };
    return {level(16), level(8), level(0)};
}

/// What dichromats see, in linear light (Vienot, Brettel and Mollon 1999; tritanopes in the same manner).
Rgb seenBy(const QString& viewer, const Rgb& c)
{
    if (viewer == "protanope")
        return {0.11238 * c[0] + 0.88762 * c[1], 0.11238 * c[0] + 0.88762 * c[1], 0.00401 * c[0] - 0.00401 * c[1] + c[2]};
    if (viewer == "deuteranope")
        return {0.29275 * c[0] + 0.70725 * c[1], 0.29275 * c[0] + 0.70725 * c[1], -0.02234 * c[0] + 0.02234 * c[1] + c[2]};
    if (viewer == "tritanope")
        return {c[0] + 0.14461 * c[1] - 0.14461 * c[2], 0.85924 * c[1] + 0.14076 * c[2], 0.85924 * c[1] + 0.14076 * c[2]};
    return c;
}

}

class TestColorGamut : public QObject {
    Q_OBJECT

private slots:
    void holdsWhatItWasMadeOf()
    {
        const ColorGamut gamut = ColorGamut::of({{0x80A0C0, 100}});
        // Exactly the tolerance is sure to be inside, whatever the color's place in its cell.
        for (const int d : {-ColorGamut::kTolerance, 0, ColorGamut::kTolerance})
            for (const int shift : {16, 8, 0})
                QVERIFY(gamut.contains(0x80A0C0u + static_cast<std::uint32_t>(d * (1 << shift))));
        QVERIFY(gamut.contains(0xFF80A0C0u));
        for (const int shift : {16, 8, 0})
            QVERIFY(!gamut.contains(0x80A0C0u + (16u << shift)));
        QCOMPARE(gamut.cellCount(), 125u);
        QVERIFY(!gamut.isEmpty());
    }

    void bordersOfTheCube()
    {
        QCOMPARE(ColorGamut::of({{0x000000, 9}}).cellCount(), 27u);
        QCOMPARE(ColorGamut::of({{0xFFFFFF, 9}}).cellCount(), 27u);
        QVERIFY(!ColorGamut::of({{0x0000FF, 9}}).contains(0x000400));
    }

    void singlePixelsDoNotCount_data()
    {
        QTest::addColumn<std::uint64_t>("pixels");
        QTest::addColumn<std::uint64_t>("odd");
        QTest::addColumn<bool>("counts");
        QTest::newRow("a few in a small image") << std::uint64_t(1000) << std::uint64_t(3) << false;
        QTest::newRow("enough in a small image") << std::uint64_t(1000) << std::uint64_t(4) << true;
        QTest::newRow("too few in a slide") << std::uint64_t(100000000) << std::uint64_t(99) << false;
        QTest::newRow("enough in a slide") << std::uint64_t(100000000) << std::uint64_t(101) << true;
    }

    void singlePixelsDoNotCount()
    {
        QFETCH(std::uint64_t, pixels);
        QFETCH(std::uint64_t, odd);
        QFETCH(bool, counts);
        const ColorGamut gamut = ColorGamut::of({{0x00FF00, odd}, {0xC080C0, pixels}});
        QVERIFY(gamut.contains(0xC080C0));
        QCOMPARE(gamut.contains(0x00FF00), counts);
    }

    void nothingIsInNothing()
    {
        const ColorGamut none = ColorGamut::of({});
        QVERIFY(none.isEmpty());
        QCOMPARE(none, ColorGamut());
        QVERIFY(!none.contains(0x808080));
        QVERIFY(none.runs().empty());
        QCOMPARE(none.outsideShare({}), 0.0);
        QCOMPARE(none.outsideShare({{0x808080, 5}}), 1.0);
    }

    void shareCountsPixels()
    {
        const ColorGamut gamut = ColorGamut::of({{0x80A0C0, 100}});
        QCOMPARE(gamut.outsideShare({{0x00FF00, 30}, {0x80A0C0, 90}}), 0.25);
    }

    void unionHoldsBoth()
    {
        const ColorGamut a = ColorGamut::of({{0x202020, 9}});
        const ColorGamut b = ColorGamut::of({{0xC080C0, 9}});
        const ColorGamut both = united(a, b);
        QCOMPARE(both, ColorGamut::of({{0x202020, 9}, {0xC080C0, 9}}));
        QCOMPARE(both.cellCount(), a.cellCount() + b.cellCount());
        QCOMPARE(united(a, a), a);
        QVERIFY(a != b);
    }

    void runsAndBack()
    {
        const ColorGamut gamut = ColorGamut::of({{0x000000, 9}, {0x80A0C0, 9}, {0xFFFFFF, 9}});
        const Runs runs = gamut.runs();
        QCOMPARE(runs.size(), std::size_t(2 * (9 + 25 + 9)));
        QCOMPARE(ColorGamut::fromRuns(runs).value(), gamut);
        const ColorGamut all = ColorGamut::fromRuns(Runs{0, ColorGamut::kCellCount}).value();
        QCOMPARE(all.cellCount(), ColorGamut::kCellCount);
        QCOMPARE(all.runs(), (Runs{0, ColorGamut::kCellCount}));
        QVERIFY(ColorGamut::fromRuns({}).value().isEmpty());
    }

    void brokenRuns_data()
    {
        QTest::addColumn<Runs>("runs");
        QTest::newRow("no length") << Runs{5};
        QTest::newRow("odd") << Runs{5, 1, 9};
        QTest::newRow("empty run") << Runs{5, 0};
        QTest::newRow("overlapping") << Runs{5, 3, 7, 2};
        QTest::newRow("descending") << Runs{50, 3, 7, 2};
        QTest::newRow("twice") << Runs{5, 3, 5, 3};
        QTest::newRow("begins beyond the end") << Runs{ColorGamut::kCellCount, 1};
        QTest::newRow("ends beyond the end") << Runs{ColorGamut::kCellCount - 1, 2};
        QTest::newRow("overflowing") << Runs{5, 0xFFFFFFFFu};
        QTest::newRow("overflowing to its own start") << Runs{5, 0xFFFFFFFBu, 6, 1};
    }

    void brokenRuns()
    {
        QFETCH(Runs, runs);
        const auto gamut = ColorGamut::fromRuns(runs);
        QVERIFY(!gamut);
        QCOMPARE(gamut.error().code, ErrorCode::InvalidArgument);
    }

    /// Compression alone does not make tissue untrusted; a color never seen does.
    void toleratesCompression_data()
    {
        QTest::addColumn<bool>("cytology");
        QTest::addColumn<int>("scanner");
        QTest::newRow("H&E, A") << false << 0;
        QTest::newRow("H&E, B") << false << 1;
        QTest::newRow("Pap, A") << true << 0;
        QTest::newRow("Pap, B") << true << 1;
    }

    void toleratesCompression()
    {
        QFETCH(bool, cytology);
        QFETCH(int, scanner);
        demo::TissueOptions options;
        options.stain = cytology ? Stain::Papanicolaou : Stain::HematoxylinEosin;
        const demo::TissueGenerator generator(options);
        const BgrxImage image = generator.render({2500, 2000, 1024, 1024}, static_cast<demo::ScannerId>(scanner));
        const BgrxImage compressed = decodeJpeg(JpegEncoder(85, ChromaSubsampling::S420).encode(image).value()).value();
        const ColorGamut gamut = ColorGamut::of(countsOf(image));
        qInfo("%u cells in %zu runs, %.4f %% of the compressed image outside", gamut.cellCount(), gamut.runs().size() / 2,
              100 * gamut.outsideShare(countsOf(compressed)));
        QVERIFY(gamut.outsideShare(countsOf(image)) < 1e-4);
        QVERIFY(gamut.outsideShare(countsOf(compressed)) < 0.005);
        QVERIFY(gamut.cellCount() < ColorGamut::kCellCount / 4);
        // Stained pixels in a hue that nothing has.
        ColorCounts swapped;
        for (const ColorCount& entry : countsOf(image)) {
            const std::uint32_t red = entry.color >> 16, green = entry.color >> 8 & 0xFF;
            if (red > green + 40)
                swapped.push_back({green << 16 | red << 8 | (entry.color & 0xFF), entry.count});
        }
        QVERIFY(pixelCount(swapped) > 1000);
        QVERIFY(gamut.outsideShare(swapped) > 0.5);
    }

    void tablesCarryTheGamut()
    {
        const ColorGamut gamut = ColorGamut::of({{0x80A0C0, 9}, {0x000000, 9}, {0xFFFFFF, 9}});
        const ColorTablePtr table = ColorTable::compile(IdentityMap(), gamut).value();
        for (std::uint32_t color = 0; color < ColorTable::kEntryCount; ++color) {
            const std::uint32_t flag = gamut.contains(color) ? 0 : ColorTable::kOutOfGamutBit;
            if (table->entry(color) != (color | flag) || table->isOutOfGamut(color) != (flag != 0))
                QFAIL(qPrintable(QString::number(color, 16)));
        }
        // The flag never reaches a pixel.
        const std::uint32_t pixel = 0x12FF0000;
        std::uint32_t mapped = 0;
        table->apply(&pixel, &mapped, 1);
        QCOMPARE(mapped, 0xFFFF0000u);

        JobControl control;
        std::stop_source stop;
        stop.request_stop();
        control.stop = stop.get_token();
        QCOMPARE(ColorTable::compile(IdentityMap(), gamut, control).error().code, ErrorCode::Cancelled);
        QCOMPARE(trustOverlay(*table, control).error().code, ErrorCode::Cancelled);
    }

    void overlayMarksWhatIsOutside()
    {
        const ColorGamut gamut = ColorGamut::of({{0x80A0C0, 9}});
        const ColorTablePtr table = ColorTable::compile(IdentityMap(), gamut).value();
        const ColorTablePtr overlay = trustOverlay(*table).value();
        for (std::uint32_t color = 0; color < ColorTable::kEntryCount; ++color)
            if (gamut.contains(color) && overlay->entry(color) != color)
                QFAIL(qPrintable(QString::number(color, 16)));
        QCOMPARE(overlay->entry(0xFFFFFF), kTrustColor);
        // Structure: lighter stays lighter.
        for (std::uint32_t gray = 1; gray < 256; ++gray)
            QVERIFY(grayOf(overlay->entry(gray * 0x010101)) >= grayOf(overlay->entry((gray - 1) * 0x010101)));
        QVERIFY(grayOf(overlay->entry(0xFFFFFF)) > grayOf(overlay->entry(0)) + 80);

        const ColorTablePtr untouched = trustOverlay(*ColorTable::compile(FlatMap(0x102030)).value()).value();
        QCOMPARE(untouched->entry(0x55AA55), 0x102030u);
    }

    void overlayIsSeenByEveryone_data()
    {
        QTest::addColumn<QString>("viewer");
        for (const char* viewer : {"most people", "protanope", "deuteranope", "tritanope"})
            QTest::newRow(viewer) << viewer;
    }

    /// The overlay differs in color, for the same light, from tissue and glass.
    void overlayIsSeenByEveryone()
    {
        QFETCH(QString, viewer);
        const ColorTablePtr overlay = trustOverlay(*ColorTable::compile(IdentityMap(), ColorGamut()).value()).value();
        for (const std::uint32_t tissue : {0xE8A0C8u, 0xC080B0u, 0x8060A0u, 0x503080u, 0xF2F3F7u, 0xB8D0E0u}) {
            const Rgb plain = seenBy(viewer, linear(tissue));
            const Rgb marked = seenBy(viewer, linear(overlay->entry(tissue)));
            const double plainSum = plain[0] + plain[1] + plain[2];
            const double markedSum = marked[0] + marked[1] + marked[2];
            double chromaticity = 0;
            for (std::size_t c = 0; c < 3; ++c)
                chromaticity += std::abs(plain[c] / plainSum - marked[c] / markedSum);
            QVERIFY2(chromaticity > 0.3, qPrintable(QString("%1: %2").arg(tissue, 0, 16).arg(chromaticity)));
        }
    }
};

QTEST_GUILESS_MAIN(TestColorGamut)
#include "tst_color_gamut.moc"
