#include <cmath>
#include <limits>
#include <vector>

#include <QTest>

#include "evaluation/Spread.h"

using namespace isostain;

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

}

class TestSpread : public QObject {
    Q_OBJECT

private slots:
    void theDeviationIsThatOfThePopulation()
    {
        const Spread spread = spreadOf(std::vector<double>{2, 4, 4, 4, 5, 5, 7, 9});
        QCOMPARE(spread.count, std::size_t(8));
        QCOMPARE(*spread.mean, 5.0);
        QCOMPARE(*spread.deviation, 2.0);
    }

    void whatIsNotFiniteIsLeftOutAndCounted()
    {
        const Spread spread = spreadOf(std::vector<double>{1, kInfinite, 3, std::nan("")});
        QCOMPARE(spread.count, std::size_t(2));
        QCOMPARE(spread.notFinite, std::size_t(2));
        QCOMPARE(*spread.mean, 2.0);
        QVERIFY(!spreadOf(std::vector<double>{kInfinite}).mean);
        QVERIFY(!spreadOf({}).deviation);
        QCOMPARE(*spreadOf(std::vector<double>{7}).deviation, 0.0);
    }

    void aConstantGainHasNoUncertainty()
    {
        const auto difference = pairedDifference(std::vector<double>{1, 5, 3}, std::vector<double>{3, 7, 5});
        QVERIFY(difference);
        QCOMPARE(difference->count, std::size_t(3));
        QCOMPARE(difference->mean, 2.0);
        QCOMPARE(difference->low, 2.0);
        QCOMPARE(difference->high, 2.0);
    }

    void theIntervalIsThatOfNormalTheoryForManyDifferences()
    {
        // 400 differences, half 0 and half 1: the mean has a standard error of 0.5/20.
        std::vector<double> a(400, 0.0), b(400, 0.0);
        for (std::size_t i = 0; i < b.size(); i += 2)
            b[i] = 1;
        const auto difference = pairedDifference(a, b);
        QCOMPARE(difference->mean, 0.5);
        QVERIFY(std::abs(difference->low - (0.5 - 1.96 * 0.025)) < 0.004);
        QVERIFY(std::abs(difference->high - (0.5 + 1.96 * 0.025)) < 0.004);
    }

    void theSeedDecidesAndNothingElse()
    {
        const std::vector<double> a{0, 0, 0, 0, 0}, b{0.1, 0.7, -0.3, 0.25, 1.9};
        const auto first = pairedDifference(a, b, 7), again = pairedDifference(a, b, 7), other = pairedDifference(a, b, 8, 500);
        QCOMPARE(first->low, again->low);
        QCOMPARE(first->high, again->high);
        QVERIFY(first->low != other->low || first->high != other->high);
        QVERIFY(first->low < first->mean && first->mean < first->high);
        QVERIFY(first->low >= -0.3 && first->high <= 1.9);
    }

    void identicalImagesTakeNoPart()
    {
        const auto difference = pairedDifference(std::vector<double>{1, kInfinite, 2}, std::vector<double>{2, 3, kInfinite});
        QCOMPARE(difference->count, std::size_t(1));
        QCOMPARE(difference->mean, 1.0);
    }

    void whatCannotBeComparedIsAnError()
    {
        const std::vector<double> one{1}, two{1, 2}, infinite{kInfinite};
        QCOMPARE(pairedDifference(one, two).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(pairedDifference({}, {}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(pairedDifference(one, infinite).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(pairedDifference(one, one, 1, 0).error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestSpread)
#include "tst_spread.moc"
