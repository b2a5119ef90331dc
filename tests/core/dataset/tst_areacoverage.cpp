#include <cmath>

#include <QTest>

#include "dataset/AreaCoverage.h"

using namespace isostain;

namespace {

Ring square(double x, double y, double side)
{
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

Ring reversed(Ring ring)
{
    return {ring.rbegin(), ring.rend()};
}

const CellGrid kGrid{100, 100, 4, 3};

AreaCoverage covered(const std::vector<AnnotatedArea>& areas, cv::Point2d origin = {})
{
    auto coverage = coverageOf(areas, AreaNames{}, origin, kGrid, "a");
    return coverage ? *coverage : AreaCoverage{};
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-4;
}

}

class TestAreaCoverage : public QObject {
    Q_OBJECT

private slots:
    void sharesOfACell_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<double>("tumor");
        QTest::addColumn<double>("excluded");
        QTest::addColumn<bool>("center");
        QTest::newRow("whole") << 0 << 1.0 << 0.0 << true;
        QTest::newRow("left quarter") << 1 << 0.25 << 0.0 << false;
        QTest::newRow("with a hole") << 2 << 1 - 0.4 * 0.4 << 0.0 << false;
        QTest::newRow("twice over") << 3 << 1.0 << 0.0 << true;
        QTest::newRow("outline around twice") << 4 << 1.0 << 0.0 << true;
        QTest::newRow("excluded") << 5 << 0.75 << 0.25 << true;
        QTest::newRow("of another class") << 6 << 0.0 << 0.0 << false;
        QTest::newRow("hole of another area") << 7 << 1.0 << 0.0 << true;
        QTest::newRow("far outside") << 8 << 0.0 << 0.0 << false;
        QTest::newRow("around everything") << 9 << 1.0 << 0.0 << true;
    }
    void sharesOfACell()
    {
        QFETCH(const int, which);
        QFETCH(const double, tumor);
        QFETCH(const double, excluded);
        QFETCH(const bool, center);
        Ring twice = square(100, 100, 100);
        twice.insert(twice.end(), twice.begin(), twice.end());
        const Ring hole = square(130, 130, 40); // its edges lie between the lines that sample
        const std::vector<std::vector<AnnotatedArea>> cases = {
            {{"_0", {square(100, 100, 100)}}},
            {{"tumor", {{{100, 100}, {125, 100}, {125, 200}, {100, 200}}}}},
            {{"_0", {square(100, 100, 100), reversed(hole)}}},
            {{"_0", {square(90, 90, 80)}}, {"_1", {square(100, 100, 100)}}},
            {{"_0", {twice}}},
            {{"_0", {square(100, 100, 100)}}, {"_2", {{{100, 100}, {125, 100}, {125, 200}, {100, 200}}}}},
            {{"stroma", {square(100, 100, 100)}}},
            {{"_0", {square(100, 100, 100), hole}}, {"_0", {hole}}},
            {{"_0", {square(-5000, -5000, 100)}}},
            {{"_0", {square(-1e9, -1e9, 2e9)}}},
        };
        const AreaCoverage coverage = covered(cases[static_cast<std::size_t>(which)]);
        const std::size_t cell = kGrid.index(1, 1);
        QVERIFY2(isNear(coverage.tumor[cell], tumor), qPrintable(QString::number(coverage.tumor[cell])));
        QVERIFY(isNear(coverage.excluded[cell], excluded));
        QCOMPARE(bool(coverage.centerIsTumor[cell]), center);
    }

    void otherCellsAreLeftAlone()
    {
        const AreaCoverage coverage = covered({{"_0", {square(100, 100, 100)}}});
        for (int row = 0; row < kGrid.rows; ++row)
            for (int column = 0; column < kGrid.columns; ++column)
                QVERIFY(isNear(coverage.tumor[kGrid.index(column, row)], row == 1 && column == 1 ? 1 : 0));
    }

    void theOriginIsTakenOff()
    {
        const AreaCoverage coverage = covered({{"_0", {square(1100, 2100, 100)}}}, {1000, 2000});
        QVERIFY(isNear(coverage.tumor[kGrid.index(1, 1)], 1));
    }

    void aTriangleIsNearItsArea()
    {
        const AreaCoverage coverage = covered({{"_0", {{{100, 100}, {200, 100}, {100, 200}}}}});
        QVERIFY(std::abs(coverage.tumor[kGrid.index(1, 1)] - 0.5) < 1e-3);
    }

    void zigzagBombsAreRefused()
    {
        Ring zigzag;
        for (int i = 0; i < 1'000'000; ++i)
            zigzag.emplace_back(i % 400, i % 2 == 0 ? -10 : 1e6);
        const std::vector<AnnotatedArea> bomb = {{"_0", {zigzag}}};
        const auto refused = coverageOf(bomb, AreaNames{}, {}, {100, 100, 4, 10000}, "bomb.xml");
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::AnnotationsInvalid);
        QCOMPARE(refused.error().subject, std::string("bomb.xml"));
    }
};

QTEST_APPLESS_MAIN(TestAreaCoverage)
#include "tst_areacoverage.moc"
