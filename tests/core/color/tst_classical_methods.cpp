#include <algorithm>
#include <cmath>
#include <random>

#include <QTest>

#include "color/ColorCounts.h"
#include "color/Reinhard.h"
#include "color/StainSeparation.h"

using namespace isostain;

namespace {

/// Pixels stained with random amounts of two known stains.
ColorCounts stainedPixels(const StainMatrix& stains, int count)
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> amount(0, 1);
    std::vector<std::uint32_t> pixels;
    for (int i = 0; i < count; ++i) {
        // Some pixels with one stain alone, as nuclei and stroma have.
        const double a0 = i % 3 == 1 ? 0 : 1.5 * amount(random);
        const double a1 = i % 3 == 2 ? 0 : 1.0 * amount(random);
        std::uint32_t color = 0;
        for (std::size_t c = 0; c < 3; ++c)
            color = color << 8 | static_cast<std::uint32_t>(std::lround(255 * std::exp(-(a0 * stains[0][c] + a1 * stains[1][c]))));
        pixels.push_back(color);
    }
    return countColors(pixels);
}

}

class TestClassicalMethods : public QObject {
    Q_OBJECT

private slots:
    void percentileIsLinearBetweenRanks()
    {
        std::vector<WeightedValue> values = {{3, 1}, {1, 2}, {10, 1}};   // 1 1 3 10
        QCOMPARE(percentile(values, 0), 1.0);
        QCOMPARE(percentile(values, 100), 10.0);
        QCOMPARE(percentile(values, 50), 2.0);
        QCOMPARE(percentile(values, 75), 3 + 0.25 * 7);
        std::vector<WeightedValue> none;
        QVERIFY(std::isnan(percentile(none, 50)));
    }

    void colorsAreCounted()
    {
        const std::vector<std::uint32_t> pixels = {0xFF000001, 0x00000001, 0x00ABCDEF};
        const ColorCounts counts = countColors(pixels);
        QCOMPARE(counts.size(), std::size_t(2));
        QCOMPARE(counts[0].count, std::uint64_t(2));
        QCOMPARE(pixelCount(merged(counts, counts)), std::uint64_t(6));
        QCOMPARE(merged(counts, counts).size(), std::size_t(2));
    }

    void solverMinimizesItsObjective()
    {
        const StainMatrix stains = ruifrokStainMatrix();
        const StainSolver solver(stains);
        const auto objective = [&](const OpticalDensity& x, const StainAmounts& a) {
            double value = 0.01 * (a[0] + a[1]);
            for (std::size_t c = 0; c < 3; ++c)
                value += 0.5 * std::pow(x[c] - a[0] * stains[0][c] - a[1] * stains[1][c], 2);
            return value;
        };
        std::mt19937 random(3);
        std::uniform_real_distribution<double> density(0, 2);
        for (int i = 0; i < 500; ++i) {
            const OpticalDensity x = {density(random), density(random), density(random)};
            const StainAmounts best = solver.solve(x);
            QVERIFY(best[0] >= 0 && best[1] >= 0);
            for (double d0 : {-0.01, 0.0, 0.01})
                for (double d1 : {-0.01, 0.0, 0.01}) {
                    const StainAmounts other = {std::max(0.0, best[0] + d0), std::max(0.0, best[1] + d1)};
                    QVERIFY(objective(x, best) <= objective(x, other) + 1e-12);
                }
        }
    }

    void estimatorsFindKnownStains_data()
    {
        QTest::addColumn<bool>("vahadane");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("Macenko") << false << 3.0;
        QTest::newRow("Vahadane") << true << 3.0;
    }

    void estimatorsFindKnownStains()
    {
        QFETCH(bool, vahadane);
        QFETCH(double, tolerance);
        const StainMatrix truth = publishedHematoxylinEosinReference().stains;
        const ColorCounts pixels = stainedPixels(truth, 20000);
        const auto found = vahadane ? vahadaneStainMatrix(pixels) : macenkoStainMatrix(pixels);
        QVERIFY(found.has_value());
        QVERIFY(degreesBetween((*found)[0], truth[0]) < tolerance);
        QVERIFY(degreesBetween((*found)[1], truth[1]) < tolerance);
    }

    void degenerateInputsGiveNothingOrFiniteValues()
    {
        QVERIFY(!macenkoStainMatrix({}));
        QVERIFY(!vahadaneStainMatrix({}));
        QVERIFY(!macenkoStainMatrix({{0x808080, 100}}));
        QCOMPARE(maximumAmounts({}, ruifrokStainMatrix()), (StainAmounts{0, 0}));
        for (const auto& stains : {macenkoStainMatrix({{0x808080, 5}, {0x404040, 5}}), vahadaneStainMatrix({{0xFFFFFF, 5}, {0xFEFEFE, 5}})})
            if (stains)
                for (const OpticalDensity& row : *stains)
                    for (const double value : row)
                        QVERIFY(std::isfinite(value));

        const StainScalingMap blank({ruifrokStainMatrix(), {0, 0}}, publishedHematoxylinEosinReference());
        const ReinhardMap flat(labStatistics({{0x808080, 9}}), labStatistics({{0x102030, 9}, {0x908070, 9}}));
        for (const ColorMap* map : {static_cast<const ColorMap*>(&blank), static_cast<const ColorMap*>(&flat)}) {
            std::uint32_t colors[] = {0xFF000000, 0xFFFFFFFF, 0x00808080};
            map->map(colors, colors, 3);
            for (const std::uint32_t color : colors)
                QCOMPARE(color >> 24, 0u);
        }
    }
};

QTEST_GUILESS_MAIN(TestClassicalMethods)
#include "tst_classical_methods.moc"
