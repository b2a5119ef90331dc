#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <QTest>

#include "base/Parallel.h"
#include "color/FastExp.h"
#include "color/StainSeparation.h"

using namespace isostain;

Q_DECLARE_METATYPE(isostain::StainStatistics)

namespace {

constexpr std::size_t kPlane = 1u << 16;

/// The definition, color by color.
std::uint32_t expected(const StainSolver& solver, const StainAmounts& scale, const StainMatrix& target, std::uint32_t color)
{
    const StainAmounts a = solver.solve(opticalDensityOf(color));
    std::uint32_t result = 0;
    for (std::size_t c = 0; c < 3; ++c) {
        const double value = 255 * std::exp(-(a[0] * scale[0] * target[0][c] + a[1] * scale[1] * target[1][c]));
        result = result << 8 | static_cast<std::uint32_t>(std::clamp(value, 0.0, 255.0));
    }
    return result;
}

}

class TestStainScalingMap : public QObject {
    Q_OBJECT

private slots:
    void exponentialIsExact()
    {
        QCOMPARE(fastExp(0), 1.0);
        double worst = 0;
        for (double x = -699; x < 699; x += 0.0137)
            worst = std::max(worst, std::abs(fastExp(x) / std::exp(x) - 1));
        QVERIFY2(worst < 1e-14, qPrintable(QString::number(worst)));
        const double infinite = std::numeric_limits<double>::infinity();
        for (const double x : {-1e9, -infinite, std::numeric_limits<double>::quiet_NaN()})
            QVERIFY(fastExp(x) >= 0 && fastExp(x) < 1e-300);
        QVERIFY(std::isfinite(fastExp(infinite)) && fastExp(infinite) > 1e300);
    }

    void everyColor_data()
    {
        QTest::addColumn<StainStatistics>("source");
        QTest::addColumn<StainStatistics>("target");
        const StainStatistics reference = publishedHematoxylinEosinReference();
        const OpticalDensity row = reference.stains[0];
        QTest::newRow("Ruifrok to the reference") << StainStatistics{ruifrokStainMatrix(), {1.4, 0.8}} << reference;
        QTest::newRow("reference to Ruifrok") << reference << StainStatistics{ruifrokStainMatrix(), {2.1, 1.7}};
        QTest::newRow("very pale source") << StainStatistics{ruifrokStainMatrix(), {0.05, 0.02}} << reference;
        QTest::newRow("nothing in the source") << StainStatistics{ruifrokStainMatrix(), {0, 0}} << reference;
        QTest::newRow("one stain twice") << StainStatistics{StainMatrix{row, row}, {1, 1}} << reference;
        QTest::newRow("no second stain") << StainStatistics{StainMatrix{row, OpticalDensity{}}, {1, 0}} << reference;
        QTest::newRow("a row with negative parts") << StainStatistics{StainMatrix{row, OpticalDensity{-0.3, 0.9, 0.3}}, {1, 1}}
                                                   << StainStatistics{StainMatrix{OpticalDensity{-0.2, 0.9, 0.4}, row}, {1, 1}};
    }

    /// All 2^24 colors against the definition in the C library's arithmetic.
    void everyColor()
    {
        QFETCH(StainStatistics, source);
        QFETCH(StainStatistics, target);
        const StainScalingMap map(source, target);
        const StainSolver solver(source.stains);
        StainAmounts scale;
        for (std::size_t stain = 0; stain < 2; ++stain)
            scale[stain] = source.maximum[stain] > 0 ? target.maximum[stain] / source.maximum[stain] : 1.0;
        std::atomic<std::size_t> different = 0;
        std::atomic<int> largest = 0;
        parallelFor(256, [&](std::size_t plane) {
            std::vector<std::uint32_t> colors(kPlane), answers(kPlane);
            std::iota(colors.begin(), colors.end(), static_cast<std::uint32_t>(plane * kPlane));
            map.map(colors.data(), answers.data(), kPlane);
            for (std::size_t i = 0; i < kPlane; ++i) {
                const std::uint32_t wanted = expected(solver, scale, target.stains, colors[i]);
                different += wanted != answers[i];
                for (const int shift : {24, 16, 8, 0}) {
                    const int d = std::abs(int(wanted >> shift & 0xFF) - int(answers[i] >> shift & 0xFF));
                    for (int before = largest; d > before && !largest.compare_exchange_weak(before, d);) {
                    }
                }
            }
        });
        qInfo("%zu of %zu colors differ, by at most %d", different.load(), 256 * kPlane, largest.load());
        QVERIFY(largest <= 1);
        QVERIFY(different <= 256 * kPlane / 1000);
    }

    void answersDoNotDependOnTheCount()
    {
        const StainScalingMap map({ruifrokStainMatrix(), {1.4, 0.8}}, publishedHematoxylinEosinReference());
        std::vector<std::uint32_t> colors(1000);
        std::uint32_t state = 1;
        for (std::uint32_t& color : colors)
            color = state = state * 1664525u + 1013904223u;
        std::vector<std::uint32_t> together(colors.size()), inPlace = colors;
        map.map(colors.data(), together.data(), colors.size());
        map.map(inPlace.data(), inPlace.data(), inPlace.size());
        QCOMPARE(inPlace, together);
        for (std::size_t i = 0; i < colors.size(); ++i) {
            std::uint32_t alone = 0;
            map.map(&colors[i], &alone, 1);
            QCOMPARE(alone, together[i]);
        }
        map.map(colors.data(), together.data(), 0);
    }

    void brokenStatisticsGiveSomeColor()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinite = std::numeric_limits<double>::infinity();
        const OpticalDensity bad = {nan, infinite, -infinite};
        for (const StainStatistics& broken :
             {StainStatistics{StainMatrix{bad, bad}, {1, 1}}, StainStatistics{ruifrokStainMatrix(), {nan, infinite}},
              StainStatistics{StainMatrix{}, {1, 1}}})
            for (const bool isSource : {true, false}) {
                const StainStatistics good = publishedHematoxylinEosinReference();
                std::uint32_t colors[] = {0, 0xFFFFFF, 0x804060};
                StainScalingMap(isSource ? broken : good, isSource ? good : broken).map(colors, colors, 3);
                for (const std::uint32_t color : colors)
                    QCOMPARE(color >> 24, 0u);
            }
    }
};

QTEST_GUILESS_MAIN(TestStainScalingMap)
#include "tst_stain_scaling_map.moc"
