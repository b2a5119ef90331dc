#include <cmath>
#include <limits>
#include <random>
#include <set>
#include <string>

#include <QTest>

#include "color/ColorTable.h"
#include "color/StainViewMap.h"

using namespace isostain;

Q_DECLARE_METATYPE(isostain::StainMatrix)
Q_DECLARE_METATYPE(isostain::StainView)

namespace {

double dot(const OpticalDensity& a, const OpticalDensity& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

std::uint32_t colorOf(const std::array<OpticalDensity, 3>& rows, const std::array<double, 3>& amounts)
{
    std::uint32_t color = 0;
    for (std::size_t c = 0; c < 3; ++c) {
        const double density = amounts[0] * rows[0][c] + amounts[1] * rows[1][c] + amounts[2] * rows[2][c];
        color = color << 8 | static_cast<std::uint32_t>(std::clamp(std::lround(255 * std::exp(-density)), 0l, 255l));
    }
    return color;
}

std::uint32_t mapped(const StainMatrix& stains, StainView view, std::uint32_t color)
{
    StainViewMap(stains, view).map(&color, &color, 1);
    return color;
}

int largestDifference(std::uint32_t a, std::uint32_t b)
{
    int largest = 0;
    for (const int shift : {16, 8, 0})
        largest = std::max(largest, std::abs(int(a >> shift & 0xFF) - int(b >> shift & 0xFF)));
    return largest;
}

}

class TestStainViewMap : public QObject {
    Q_OBJECT

private slots:
    void names()
    {
        std::set<std::string_view> keys;
        for (const NamedStainView& row : stainViews()) {
            keys.insert(row.key);
            QCOMPARE(named(row.value).key, row.key);
            QCOMPARE(stainViewOf(row.key).value(), row.value);
            QVERIFY(std::string_view(row.displayName).size() > 3);
        }
        QCOMPARE(keys.size(), std::size_t(3));
        QVERIFY(!stainViewOf("dab"));
        QVERIFY(!stainViewOf(""));
    }

    void residualIsOrthogonal()
    {
        const StainMatrix stains = ruifrokStainMatrix();
        const OpticalDensity residual = residualRow(stains).value();
        QVERIFY(std::abs(dot(residual, stains[0])) < 1e-12);
        QVERIFY(std::abs(dot(residual, stains[1])) < 1e-12);
        QVERIFY(std::abs(dot(residual, residual) - 1) < 1e-12);
        QVERIFY(residual[2] > 0); // to blue density
    }

    void eachStainComesBackAlone_data()
    {
        QTest::addColumn<StainMatrix>("stains");
        QTest::newRow("Ruifrok") << ruifrokStainMatrix();
        QTest::newRow("published reference") << publishedHematoxylinEosinReference().stains;
        QTest::newRow("rows not of unit length") << StainMatrix{OpticalDensity{1.3, 1.4, 0.6}, OpticalDensity{0.2, 0.8, 0.5}};
    }

    /// Colors composed of known amounts: each view shows its own stain, whatever there is of the others.
    void eachStainComesBackAlone()
    {
        QFETCH(StainMatrix, stains);
        const std::array<OpticalDensity, 3> rows = {stains[0], stains[1], residualRow(stains).value()};
        std::mt19937 random(8);
        std::uniform_real_distribution<double> amount(0.1, 0.6);
        for (int i = 0; i < 300; ++i) {
            const std::array<double, 3> amounts = {amount(random), amount(random), i % 2 == 0 ? 0.0 : 0.2 * amount(random)};
            const std::uint32_t color = colorOf(rows, amounts);
            for (std::size_t view = 0; view < 3; ++view) {
                std::array<double, 3> alone{};
                alone[view] = amounts[view];
                // The color is rounded to levels, which the inverse of two similar stains makes larger.
                QVERIFY(largestDifference(mapped(stains, static_cast<StainView>(view), color), colorOf(rows, alone)) <= 6);
            }
        }
    }

    void negativeAmountsAreWhite()
    {
        const StainMatrix stains = ruifrokStainMatrix();
        // Blue light alone is missing: that is residual, and less than no eosin.
        QVERIFY(mapped(stains, StainView::Residual, 0xFFFF80) != 0xFFFFFFu);
        QCOMPARE(mapped(stains, StainView::Eosin, 0xFFFF80), 0xFFFFFFu);
        // And the other way round.
        QCOMPARE(mapped(stains, StainView::Residual, 0x8080FF), 0xFFFFFFu);
        for (std::size_t view = 0; view < 3; ++view)
            QVERIFY(largestDifference(mapped(stains, static_cast<StainView>(view), 0xFFFFFF), 0xFFFFFF) <= 1);
    }

    void degenerateStains_data()
    {
        QTest::addColumn<StainMatrix>("stains");
        QTest::addColumn<bool>("white");
        const OpticalDensity row = {0.6, 0.7, 0.4};
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("equal") << StainMatrix{row, row} << false;
        QTest::newRow("parallel") << StainMatrix{row, OpticalDensity{1.2, 1.4, 0.8}} << false;
        QTest::newRow("almost parallel") << StainMatrix{row, OpticalDensity{0.6, 0.7, 0.4000001}} << false;
        QTest::newRow("empty") << StainMatrix{} << true;
        QTest::newRow("not a number") << StainMatrix{OpticalDensity{nan, 0, 0}, OpticalDensity{0, nan, 0}} << true;
        QTest::newRow("infinite") << StainMatrix{OpticalDensity{infinite, 0, 0}, OpticalDensity{0, infinite, 0}} << true;
    }

    void degenerateStains()
    {
        QFETCH(StainMatrix, stains);
        QFETCH(bool, white);
        QVERIFY(!residualRow(stains));
        QCOMPARE(mapped(stains, StainView::Residual, 0x804060), 0xFFFFFFu);
        for (const StainView view : {StainView::Hematoxylin, StainView::Eosin}) {
            const std::uint32_t color = mapped(stains, view, 0xFF804060u);
            QCOMPARE(color >> 24, 0u);
            QCOMPARE(color == 0xFFFFFFu, white);
        }
        if (!white)
            QVERIFY(largestDifference(mapped(stains, StainView::Hematoxylin, 0x804060),
                                      mapped(stains, StainView::Eosin, 0x804060)) <= 1);
    }

    void tablesOfAllColors()
    {
        for (const NamedStainView& row : stainViews()) {
            const ColorTablePtr table = ColorTable::compile(StainViewMap(ruifrokStainMatrix(), row.value)).value();
            std::set<std::uint32_t> distinct;
            for (std::uint32_t color = 0; color < ColorTable::kEntryCount; color += 97) {
                QCOMPARE(table->entry(color), mapped(ruifrokStainMatrix(), row.value, color));
                distinct.insert(table->entry(color));
            }
            QVERIFY(distinct.size() > 100);
        }
    }
};

QTEST_GUILESS_MAIN(TestStainViewMap)
#include "tst_stain_view_map.moc"
