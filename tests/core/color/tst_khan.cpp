#include <algorithm>
#include <cmath>
#include <limits>

#include <QTest>

#include "color/Khan.h"
#include "color/KhanClassifier.h"
#include "color/MonotoneSpline.h"
#include "support/GeneratedStain.h"

using namespace isostain;
using namespace isostain::test;

Q_DECLARE_METATYPE(isostain::KhanStatistics)
Q_DECLARE_METATYPE(isostain::ColorCounts)
Q_DECLARE_METATYPE(std::vector<isostain::MonotoneSpline::Knot>)

namespace {

/// Sections and scanners that the training program does not use.
constexpr std::uint32_t kFirstSection = 501;
constexpr std::uint32_t kFirstScanner = 900000;

std::uint32_t mapped(const ColorMap& map, std::uint32_t color)
{
    map.map(&color, &color, 1);
    return color;
}

std::uint32_t colorOf(const KhanStatistics& statistics, const StainAmounts& amounts)
{
    std::uint32_t color = 0;
    for (std::size_t c = 0; c < 3; ++c)
        color = color << 8 | static_cast<std::uint32_t>(
                                 std::lround(255 * std::exp(-(amounts[0] * statistics.stains[0][c] +
                                                              amounts[1] * statistics.stains[1][c] + statistics.glass[c]))));
    return color;
}

int largestDifference(std::uint32_t a, std::uint32_t b)
{
    int largest = 0;
    for (const int shift : {0, 8, 16})
        largest = std::max(largest, std::abs(static_cast<int>(a >> shift & 0xFF) - static_cast<int>(b >> shift & 0xFF)));
    return largest;
}

KhanStatistics published()
{
    const StainStatistics reference = publishedHematoxylinEosinReference();
    return {reference.stains, {0.03, 0.04, 0.02}, {0.8, 0.5}, reference.maximum};
}

ColorCounts shades(std::uint32_t first, std::uint32_t step, int count)
{
    ColorCounts colors;
    for (int i = 0; i < count; ++i)
        colors.push_back({first + static_cast<std::uint32_t>(i) * step, 50});
    return colors;
}

/// Random colors made of one stain alone, over bright glass.
ColorCounts stainedWith(const OpticalDensity& stain)
{
    std::vector<std::uint32_t> pixels(500, 0xF8F8F8);
    for (int i = 0; i < 3000; ++i) {
        std::uint32_t color = 0;
        for (const double density : stain)
            color = color << 8 | static_cast<std::uint32_t>(std::lround(248 * std::exp(-0.0005 * i * density)));
        pixels.push_back(color);
    }
    return countColors(pixels);
}

}

class TestKhan : public QObject {
    Q_OBJECT

private slots:
    void splineIsMonotoneAndSmooth_data()
    {
        QTest::addColumn<std::vector<MonotoneSpline::Knot>>("knots");
        QTest::newRow("convex") << std::vector<MonotoneSpline::Knot>{{0, 0}, {1, 0.1}, {2, 3}};
        QTest::newRow("steps") << std::vector<MonotoneSpline::Knot>{{0, 0}, {0.1, 1}, {0.2, 1}, {2, 1.1}, {2.1, 5}};
        QTest::newRow("unsorted") << std::vector<MonotoneSpline::Knot>{{2, 3}, {0, 0}, {1, 2}};
        QTest::newRow("falling") << std::vector<MonotoneSpline::Knot>{{0, 0}, {1, 2}, {2, 1}};
        QTest::newRow("flat") << std::vector<MonotoneSpline::Knot>{{0, 0}, {1, 0}, {2, 0}};
    }

    void splineIsMonotoneAndSmooth()
    {
        QFETCH(std::vector<MonotoneSpline::Knot>, knots);
        const MonotoneSpline spline(knots);
        constexpr double kStep = 1e-4;
        for (double x = -1; x < 4; x += 0.001) {
            QVERIFY(spline(x + kStep) >= spline(x) - 1e-12);
            // The slope changes little over a little distance: no kinks, at the knots either.
            const double before = (spline(x) - spline(x - kStep)) / kStep;
            const double after = (spline(x + kStep) - spline(x)) / kStep;
            QVERIFY(std::abs(after - before) < 0.3);
        }
    }

    void splineGoesThroughItsKnots()
    {
        const std::vector<MonotoneSpline::Knot> knots = {{0, 0}, {0.4, 1}, {1.3, 1.5}, {2, 4}};
        const MonotoneSpline spline(knots);
        for (const auto& knot : knots)
            QVERIFY(std::abs(spline(knot.x) - knot.y) < 1e-12);
        QVERIFY(std::abs(spline(3) - (4 + 2.5 / 0.7)) < 1e-9);
    }

    void splineOfBadKnotsIsDefined()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(MonotoneSpline({})(0.7), 0.7);
        const MonotoneSpline::Knot one[] = {{1, 2}, {nan, 3}, {2, nan}};
        QCOMPARE(MonotoneSpline(one)(5), 2.0);
        const MonotoneSpline::Knot same[] = {{0, 0}, {0, 1}, {0, 2}};
        QCOMPARE(MonotoneSpline(same)(5), 0.0);
    }

    void classifierIsTrained()
    {
        // Untrained weights would give a quarter to each.
        const StainColorDescriptor context{
            {0.02, 0.02, 0.02}, {0.08, 0.12, 0.2, 0.32, 0.38}, {0.25, 0.28, 0.3, 0.32, 0.35}, {-0.8, -0.4, 0, 0.5, 0.8}};
        const StainClassifier classifier;
        const auto share = [&](const OpticalDensity& density, StainClass stain) {
            return classifier.classify(density, context)[static_cast<std::size_t>(stain)];
        };
        QVERIFY(share({0.025, 0.025, 0.025}, StainClass::Background) > 0.7);
        QVERIFY(share({0.75, 0.8, 0.45}, StainClass::Hematoxylin) > 0.8);
        QVERIFY(share({0.06, 0.5, 0.25}, StainClass::Eosin) > 0.8);
    }

    void stainsOfUnseenScannersAreFound_data()
    {
        QTest::addColumn<int>("selection");
        // The dye as the scanner shows it is what a fit can find. Crosstalk and tone curve of scanner A alone turn eosin by 4.06
        // degrees from the dye's own densities, which no pixel tells: that is most of the farthest vector.
        QTest::addColumn<double>("worstShown"); // degrees from the dye as the scanner shows it
        QTest::addColumn<double>("withinFive"); // least share of vectors within 5 degrees of the dye's own densities
        QTest::newRow("everything") << int(Selection::Everything) << 5.0 << 0.97;
        // Without glass its color is a guess, and without pale tissue there is little pure eosin.
        QTest::newRow("published tissue") << int(Selection::PublishedTissue) << 6.0 << 0.9;
        QTest::newRow("colored") << int(Selection::Colored) << 7.0 << 0.9;
    }

    void stainsOfUnseenScannersAreFound()
    {
        QFETCH(int, selection);
        QFETCH(double, worstShown);
        QFETCH(double, withinFive);
        int within = 0;
        int all = 0;
        double farthest = 0;
        double farthestShown = 0;
        for (std::uint32_t section = 0; section < 4; ++section) {
            const auto fields = generatedFields(kFirstSection + section, 6, 192);
            std::vector<demo::ScannerModel> scanners = {scannerModel(demo::ScannerId::A, Stain::HematoxylinEosin),
                                                        scannerModel(demo::ScannerId::B, Stain::HematoxylinEosin)};
            for (std::uint32_t i = 0; i < 8; ++i)
                scanners.push_back(randomScanner(kFirstScanner + 100 * section + i));
            for (const demo::ScannerModel& scanner : scanners) {
                const auto found = khanStatistics(selectedColors(scanned(fields, scanner), Selection(selection)));
                QVERIFY(found.has_value());
                for (std::size_t stain = 0; stain < 2; ++stain) {
                    const double angle = degreesBetween(found->stains[stain], trueStains(scanner)[stain]);
                    farthest = std::max(farthest, angle);
                    farthestShown = std::max(farthestShown, degreesBetween(found->stains[stain], shownStains(scanner)[stain]));
                    within += angle < 5;
                    ++all;
                }
            }
        }
        qInfo("%d of %d stain vectors within 5 degrees of the dyes' own, the farthest at %.2f; of the shown ones at %.2f",
              within, all, farthest, farthestShown);
        QVERIFY(farthestShown < worstShown);
        QVERIFY(within >= withinFive * all);
    }

    void whatIsNoTwoStainsGivesNothing_data()
    {
        QTest::addColumn<ColorCounts>("colors");
        QTest::newRow("nothing") << ColorCounts{};
        QTest::newRow("one pixel") << ColorCounts{{0xC04080, 1}};
        QTest::newRow("white") << ColorCounts{{0xFFFFFF, 10000}};
        QTest::newRow("black") << ColorCounts{{0x000000, 10000}};
        QTest::newRow("black and white") << ColorCounts{{0x000000, 10000}, {0xFFFFFF, 10000}};
        QTest::newRow("gray") << shades(0x000000, 0x010101, 256);
        QTest::newRow("pen, green") << shades(0x00A000, 0x010001, 120);
        QTest::newRow("hematoxylin alone") << stainedWith(publishedHematoxylinEosinReference().stains[0]);
        QTest::newRow("eosin alone") << stainedWith(publishedHematoxylinEosinReference().stains[1]);
    }

    void whatIsNoTwoStainsGivesNothing()
    {
        QFETCH(ColorCounts, colors);
        QVERIFY(!khanStatistics(colors));
    }

    void matchingStatisticsKeepColors()
    {
        const KhanMap map(published(), published());
        for (const StainAmounts& amounts : {StainAmounts{0, 0}, {0.5, 0.3}, {1.9, 0.1}, {0.05, 0.9}, {1.2, 0.8}}) {
            const std::uint32_t color = colorOf(published(), amounts);
            // The solver's lasso penalty takes 0.01 of a stain, truncation up to a level.
            QVERIFY(largestDifference(mapped(map, color), color) <= 4);
        }
    }

    void statisticsAreCarriedToTheTarget()
    {
        const KhanStatistics source = published();
        const KhanStatistics target = {ruifrokStainMatrix(), {0.01, 0.01, 0.05}, {0.5, 0.7}, {1.4, 1.5}};
        const KhanMap map(source, target);
        const auto carried = [&](const StainAmounts& from, const StainAmounts& to) {
            return largestDifference(mapped(map, colorOf(source, from)), colorOf(target, to));
        };
        QVERIFY(carried({0, 0}, {0, 0}) <= 1);
        QVERIFY(carried(source.mean, target.mean) <= 4);
        QVERIFY(carried(source.maximum, target.maximum) <= 4);
        QCOMPARE(mapped(map, 0xFFFFFF), mapped(map, colorOf(source, {0, 0})));
    }

    void everyColorIsMapped_data()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::addColumn<KhanStatistics>("source");
        QTest::addColumn<KhanStatistics>("target");
        const KhanStatistics good = published();
        KhanStatistics flat = good;
        flat.mean = flat.maximum = {0, 0};
        KhanStatistics single = good;
        single.mean[1] = single.maximum[1] = 0;
        KhanStatistics twins = good;
        twins.stains[1] = twins.stains[0];
        KhanStatistics broken = good;
        broken.mean = {nan, nan};
        broken.maximum = {nan, 1e300};
        QTest::newRow("good") << good << good;
        QTest::newRow("flat source") << flat << good;
        QTest::newRow("flat target") << good << flat;
        QTest::newRow("single stain") << single << good;
        QTest::newRow("twin stains") << twins << good;
        QTest::newRow("nothing at all") << KhanStatistics{} << KhanStatistics{};
        QTest::newRow("not numbers") << broken << broken;
    }

    void everyColorIsMapped()
    {
        QFETCH(KhanStatistics, source);
        QFETCH(KhanStatistics, target);
        const KhanMap map(source, target);
        std::vector<std::uint32_t> colors;
        for (std::uint32_t r = 0; r < 256; r += 15)
            for (std::uint32_t g = 0; g < 256; g += 15)
                for (std::uint32_t b = 0; b < 256; b += 15)
                    colors.push_back(0xFF000000 | r << 16 | g << 8 | b);
        std::vector<std::uint32_t> result(colors.size());
        map.map(colors.data(), result.data(), colors.size());
        for (std::size_t i = 0; i < colors.size(); ++i) {
            QCOMPARE(result[i] >> 24, 0u);
            QCOMPARE(mapped(map, colors[i] & 0xFFFFFF), result[i]);
        }
    }

    void aMissingStainKeepsItsAmounts()
    {
        KhanStatistics source = published();
        source.mean[0] = source.maximum[0] = 0;
        const std::uint32_t color = colorOf(published(), {0.8, 0.0});
        QVERIFY(largestDifference(mapped(KhanMap(source, published()), color), color) <= 4);
    }
};

QTEST_GUILESS_MAIN(TestKhan)
#include "tst_khan.moc"
