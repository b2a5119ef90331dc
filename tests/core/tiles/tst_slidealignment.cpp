#include <cmath>
#include <limits>

#include <QTest>

#include "tiles/SlideAlignment.h"

using namespace isostain;

namespace {

using Pairs = std::vector<PointPair>;

double distance(const cv::Point2d& a, const cv::Point2d& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// `first` and where a scan lies that is turned by `degrees`, scaled and shifted.
PointPair placed(const cv::Point2d& first, double degrees, double scale, const cv::Point2d& shift)
{
    const double c = scale * std::cos(degrees * CV_PI / 180), s = scale * std::sin(degrees * CV_PI / 180);
    return {first, {c * first.x - s * first.y + shift.x, s * first.x + c * first.y + shift.y}};
}

}

Q_DECLARE_METATYPE(Pairs)
Q_DECLARE_METATYPE(cv::Matx23d)

class TestSlideAlignment : public QObject {
    Q_OBJECT

private slots:
    void twoPairsGiveTheSimilarity_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<double>("scale");
        for (const double degrees : {0.0, 3.7, 90.0, -90.0, 179.0})
            for (const double scale : {0.5, 1.0, 1.97, 16.0})
                QTest::addRow("%g degrees, %g times", degrees, scale) << degrees << scale;
    }

    void twoPairsGiveTheSimilarity()
    {
        QFETCH(double, degrees);
        QFETCH(double, scale);
        const cv::Point2d shift(-12345.25, 70000.5);
        const Pairs pairs = {placed({100, 200}, degrees, scale, shift), placed({91000, 30000}, degrees, scale, shift)};
        const auto alignment = SlideAlignment::fromPointPairs(pairs);
        QVERIFY(alignment.has_value());
        QVERIFY(std::abs(alignment->scale() - scale) < 1e-9 * scale);
        QVERIFY(std::abs(alignment->rotation() - degrees) < 1e-9);
        const PointPair elsewhere = placed({-5000, 44444}, degrees, scale, shift);
        QVERIFY(distance(alignment->map(elsewhere.first), elsewhere.second) < 1e-6);
        QVERIFY(distance(alignment->inverse().map(elsewhere.second), elsewhere.first) < 1e-6);
    }

    void threePairsGiveTheAffineTransform()
    {
        const cv::Matx23d matrix(1.1, -0.2, 300, 0.15, 0.9, -7000);
        const SlideAlignment truth = SlideAlignment::fromMatrix(matrix).value();
        Pairs pairs;
        for (const cv::Point2d& first : {cv::Point2d(0, 0), cv::Point2d(50000, 1000), cv::Point2d(20000, 40000)})
            pairs.push_back({first, truth.map(first)});
        const auto alignment = SlideAlignment::fromPointPairs(pairs);
        QVERIFY(alignment.has_value());
        QVERIFY(distance(alignment->map({33333, 22222}), truth.map({33333, 22222})) < 1e-6);
        QVERIFY(cv::norm(alignment->matrix() - matrix) < 1e-6);
        QVERIFY(!alignment->isIdentity());
        QVERIFY(SlideAlignment().isIdentity());
    }

    void unusablePairsAreRefused_data()
    {
        QTest::addColumn<Pairs>("pairs");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("none") << Pairs{};
        QTest::newRow("one") << Pairs{{{1, 1}, {2, 2}}};
        QTest::newRow("four") << Pairs{{{0, 0}, {0, 0}}, {{9, 0}, {9, 0}}, {{0, 9}, {0, 9}}, {{9, 9}, {9, 9}}};
        QTest::newRow("one spot in the first") << Pairs{{{5, 5}, {0, 0}}, {{5, 5}, {100, 100}}};
        QTest::newRow("one spot in the second") << Pairs{{{0, 0}, {5, 5}}, {{100, 100}, {5.5, 5}}};
        QTest::newRow("on a line") << Pairs{{{0, 0}, {0, 0}}, {{100, 100}, {100, 0}}, {{201, 200}, {0, 100}}};
        QTest::newRow("on a line in the second") << Pairs{{{0, 0}, {0, 0}}, {{100, 0}, {100, 100}}, {{0, 100}, {200, 200}}};
        QTest::newRow("scales too far apart") << Pairs{{{0, 0}, {0, 0}}, {{1000, 0}, {100000, 0}}};
        QTest::newRow("stretched") << Pairs{{{0, 0}, {0, 0}}, {{1000, 0}, {1000, 0}}, {{0, 1000}, {0, 100}}};
        QTest::newRow("not a number") << Pairs{{{0, 0}, {0, nan}}, {{1000, 0}, {1000, 0}}};
        QTest::newRow("infinite") << Pairs{{{0, 0}, {0, 0}}, {{1000, 0}, {infinite, 0}}, {{0, 1000}, {0, 1000}}};
        QTest::newRow("far away") << Pairs{{{0, 0}, {1e300, 0}}, {{1000, 0}, {1e300, 1000}}};
    }

    void unusablePairsAreRefused()
    {
        QFETCH(Pairs, pairs);
        const auto alignment = SlideAlignment::fromPointPairs(pairs);
        QVERIFY(!alignment.has_value());
        QCOMPARE(alignment.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!alignment.error().detail.empty());
    }

    void unusableMatricesAreRefused_data()
    {
        QTest::addColumn<cv::Matx23d>("matrix");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("zero") << cv::Matx23d::zeros();
        QTest::newRow("singular") << cv::Matx23d(1, 2, 0, 2, 4, 0);
        QTest::newRow("not a number") << cv::Matx23d(1, 0, nan, 0, 1, 0);
        QTest::newRow("shift") << cv::Matx23d(1, 0, 1e200, 0, 1, 0);
        QTest::newRow("large") << cv::Matx23d(65, 0, 0, 0, 65, 0);
        QTest::newRow("small") << cv::Matx23d(0.01, 0, 0, 0, 0.01, 0);
    }

    void unusableMatricesAreRefused()
    {
        QFETCH(cv::Matx23d, matrix);
        QVERIFY(!SlideAlignment::fromMatrix(matrix).has_value());
    }

    void residualIsTheDistanceFromTheBestSimilarity()
    {
        Pairs pairs = {placed({0, 0}, 30, 2, {500, 600}), placed({1000, 0}, 30, 2, {500, 600}),
                       placed({0, 1000}, 30, 2, {500, 600})};
        QVERIFY(similarityResidual(pairs) < 1e-9);
        QCOMPARE(similarityResidual(std::span(pairs).first(2)), 0.0);

        // The residual of the best similarity is no larger than that of any other, and those near it are no better.
        pairs[2].second += cv::Point2d(60, -30);
        const double residual = similarityResidual(pairs);
        QVERIFY(residual > 10 && residual < 60);
        double best = 1e9;
        for (double degrees = 25; degrees < 35; degrees += 0.25)
            for (double scale = 1.9; scale < 2.1; scale += 0.005) {
                cv::Point2d shift;
                for (const PointPair& pair : pairs)
                    shift += (pair.second - placed(pair.first, degrees, scale, {}).second) / 3.0;
                double squares = 0;
                for (const PointPair& pair : pairs)
                    squares += std::pow(distance(pair.second, placed(pair.first, degrees, scale, shift).second), 2);
                best = std::min(best, std::sqrt(squares / 3));
            }
        QVERIFY(residual <= best && residual > 0.98 * best);
    }
};

QTEST_GUILESS_MAIN(TestSlideAlignment)
#include "tst_slidealignment.moc"
