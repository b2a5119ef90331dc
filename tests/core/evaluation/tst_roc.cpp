#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

#include "evaluation/Roc.h"

using namespace isostain;

using Cases = std::vector<ScoredCase>;
Q_DECLARE_METATYPE(Cases)

namespace {

Cases casesOf(const std::vector<double>& positives, const std::vector<double>& negatives)
{
    Cases cases;
    for (const double score : positives)
        cases.push_back({score, true});
    for (const double score : negatives)
        cases.push_back({score, false});
    return cases;
}

/// The definition of the Mann-Whitney statistic: every pair looked at.
double shareOfPairsInOrder(const Cases& cases)
{
    double sum = 0;
    double pairs = 0;
    for (const ScoredCase& positive : cases)
        for (const ScoredCase& negative : cases)
            if (positive.isPositive && !negative.isPositive) {
                sum += positive.score > negative.score ? 1 : positive.score == negative.score ? 0.5 : 0;
                pairs += 1;
            }
    return sum / pairs;
}

/// Area of the polygon under the points.
double trapezoids(const RocCurve& curve)
{
    double area = 0;
    for (std::size_t i = 1; i < curve.points.size(); ++i)
        area += (curve.points[i].falsePositiveRate - curve.points[i - 1].falsePositiveRate) *
                (curve.points[i].truePositiveRate + curve.points[i - 1].truePositiveRate) / 2;
    return area;
}

}

class TestRoc : public QObject {
    Q_OBJECT

private slots:
    void areaIsTheOneCountedByHand_data()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::addColumn<Cases>("cases");
        QTest::addColumn<double>("auc");
        QTest::addColumn<int>("points");
        QTest::newRow("perfect") << casesOf({0.8, 0.9}, {0.1, 0.2}) << 1.0 << 5;
        QTest::newRow("inverted") << casesOf({0.1, 0.2}, {0.8, 0.9}) << 0.0 << 5;
        QTest::newRow("one pair of four out of order") << casesOf({0.35, 0.8}, {0.1, 0.4}) << 0.75 << 5;
        QTest::newRow("all alike") << casesOf({0.5, 0.5, 0.5}, {0.5, 0.5}) << 0.5 << 2;
        // Pairs: 0.9 over both (2), 0.5 over 0.1 and tied with 0.5 (1.5): 3.5 of 4.
        QTest::newRow("a tie across classes") << casesOf({0.9, 0.5}, {0.5, 0.1}) << 0.875 << 4;
        // 3 x 2 pairs; 2 over 1, 1, tie with none; 1 ties twice; 0 under both: 2 + 1 + 0 of 6.
        QTest::newRow("ties within a class") << casesOf({2, 1, 0}, {1, 1}) << 0.5 << 4;
        QTest::newRow("one of each") << casesOf({0.2}, {0.1}) << 1.0 << 3;
        QTest::newRow("infinite scores") << casesOf({infinity, 0}, {0, -infinity}) << 0.875 << 4;
        QTest::newRow("unbalanced") << casesOf({0.6}, {0.1, 0.2, 0.3, 0.7}) << 0.75 << 6;
    }

    void areaIsTheOneCountedByHand()
    {
        QFETCH(Cases, cases);
        QFETCH(double, auc);
        QFETCH(int, points);
        const auto curve = rocCurve(cases);
        QVERIFY(curve);
        QCOMPARE(curve->auc, auc);
        QCOMPARE(static_cast<int>(curve->points.size()), points);
        std::reverse(cases.begin(), cases.end());
        QCOMPARE(rocCurve(cases)->auc, auc);
    }

    void pointsAreTheOnesOfFawcett()
    {
        // Fawcett 2006, figure 3: twenty cases, ten of each class, ranked.
        const std::string classes = "ppnpppnnpnpnpnnnpnpn";
        const std::vector<double> scores{.9, .8,  .7,  .6,  .55, .54, .53, .52, .51, .505,
                                         .4, .39, .38, .37, .36, .35, .34, .33, .30, .1};
        Cases cases;
        for (std::size_t i = 0; i < scores.size(); ++i)
            cases.push_back({scores[i], classes[i] == 'p'});
        const auto curve = rocCurve(cases);
        QVERIFY(curve);
        QCOMPARE(curve->points.size(), std::size_t(21));
        QVERIFY(std::isinf(curve->points.front().threshold));
        const auto isAt = [&](std::size_t index, double falsePositives, double truePositives) {
            return curve->points[index].falsePositiveRate == falsePositives &&
                   curve->points[index].truePositiveRate == truePositives;
        };
        QVERIFY(isAt(0, 0, 0));
        QVERIFY(isAt(2, 0, 0.2));
        QVERIFY(isAt(3, 0.1, 0.2));
        QVERIFY(isAt(6, 0.1, 0.5));
        QVERIFY(isAt(20, 1, 1));
        QCOMPARE(curve->points[6].threshold, 0.54);
        QCOMPARE(curve->auc, 0.68);
    }

    void areaEqualsThePairsAndThePolygon()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 20; ++round) {
            Cases cases;
            for (int i = 0; i < 200; ++i) // few distinct scores: many ties
                cases.push_back({static_cast<double>(random() % 30), random() % 3 == 0});
            const auto curve = rocCurve(cases);
            QVERIFY(curve);
            QVERIFY(std::abs(curve->auc - shareOfPairsInOrder(cases)) < 1e-12);
            QVERIFY(std::abs(curve->auc - trapezoids(*curve)) < 1e-12);
            for (std::size_t i = 1; i < curve->points.size(); ++i) {
                QVERIFY(curve->points[i].threshold < curve->points[i - 1].threshold);
                QVERIFY(curve->points[i].truePositiveRate >= curve->points[i - 1].truePositiveRate);
                QVERIFY(curve->points[i].falsePositiveRate >= curve->points[i - 1].falsePositiveRate);
            }
        }
    }

    void hardLabelsGiveThePublishedForm()
    {
        // Three of four positives and one of two negatives called right; 0.5 itself is not above the threshold.
        const Cases cases = casesOf({0.9, 0.8, 0.51, 0.5}, {0.6, 0.2});
        const auto scores = hardLabelScores(cases);
        QVERIFY(scores);
        QCOMPARE(scores->truePositives, std::size_t(3));
        QCOMPARE(scores->falseNegatives, std::size_t(1));
        QCOMPARE(scores->falsePositives, std::size_t(1));
        QCOMPARE(scores->trueNegatives, std::size_t(1));
        QCOMPARE(scores->accuracy(), 4.0 / 6.0);
        QCOMPARE(scores->publishedAuc(), 0.5 * (0.75 + 0.5));
        // It is the area of the curve that the labels themselves make.
        Cases labels;
        for (const ScoredCase& each : cases)
            labels.push_back({each.score > 0.5 ? 1.0 : 0.0, each.isPositive});
        QCOMPARE(scores->publishedAuc(), rocCurve(labels)->auc);
        QCOMPARE(hardLabelScores(cases, 0.7)->falsePositives, std::size_t(0));
    }

    void whatHasNoCurveIsRefused_data()
    {
        QTest::addColumn<Cases>("cases");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << Cases() << "empty";
        QTest::newRow("only positives") << casesOf({0.1, 0.9}, {}) << "one class";
        QTest::newRow("only negatives") << casesOf({}, {0.1}) << "one class";
        QTest::newRow("not a number") << casesOf({0.5, std::nan("")}, {0.1}) << "score 2 is not a number";
    }

    void whatHasNoCurveIsRefused()
    {
        QFETCH(Cases, cases);
        QFETCH(QString, reason);
        const auto curve = rocCurve(cases);
        QVERIFY(!curve);
        QCOMPARE(curve.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(describe(curve.error()).find(reason.toStdString()) != std::string::npos, describe(curve.error()).c_str());
        QVERIFY(!hardLabelScores(cases));
    }

    void meansOfRepeats()
    {
        QCOMPARE(meanAndDeviation({}).mean, 0.0);
        const std::vector<double> one{0.7};
        QCOMPARE(meanAndDeviation(one).mean, 0.7);
        QCOMPARE(meanAndDeviation(one).deviation, 0.0);
        const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
        QCOMPARE(meanAndDeviation(values).mean, 5.0);
        QCOMPARE(meanAndDeviation(values).deviation, std::sqrt(32.0 / 7));
    }
};

QTEST_GUILESS_MAIN(TestRoc)
#include "tst_roc.moc"
