#include <algorithm>

#include <QTest>

#include "color/DisplayAdjustment.h"

using namespace isostain;

class TestDisplayAdjustment : public QObject {
    Q_OBJECT

private slots:
    void neutralIsNothing()
    {
        const auto curve = DisplayAdjustment().curve();
        for (int i = 0; i < 256; ++i)
            QCOMPARE(int(curve[std::size_t(i)]), i);
        const DisplayAdjustment brighter{1, 0, 1};
        QVERIFY(DisplayAdjustment().isNeutral() && !brighter.isNeutral());
    }

    void curvesRise_data()
    {
        QTest::addColumn<int>("brightness");
        QTest::addColumn<int>("contrast");
        QTest::addColumn<double>("gamma");
        QTest::addColumn<int>("black");
        QTest::addColumn<int>("middle"); // of 128
        QTest::addColumn<int>("white");
        QTest::newRow("brighter") << 50 << 0 << 1.0 << 64 << 192 << 255;
        QTest::newRow("darker") << -100 << 0 << 1.0 << 0 << 0 << 128;
        QTest::newRow("flat") << 0 << -100 << 1.0 << 128 << 128 << 128;
        QTest::newRow("steep") << 0 << 100 << 1.0 << 0 << 159 << 255;
        QTest::newRow("gamma") << 0 << 0 << 2.0 << 0 << 181 << 255;
        QTest::newRow("beyond") << 1000 << 0 << 100.0 << 128 << 255 << 255;
    }
    void curvesRise()
    {
        QFETCH(int, brightness);
        QFETCH(int, contrast);
        QFETCH(double, gamma);
        const auto curve = DisplayAdjustment{brightness, contrast, gamma}.curve();
        QVERIFY(std::is_sorted(curve.begin(), curve.end()));
        QTEST(int(curve[0]), "black");
        QTEST(int(curve[128]), "middle");
        QTEST(int(curve[255]), "white");
    }

    void tablesAreShownAdjusted()
    {
        const ColorTablePtr plain = ColorTable::compile(DisplayMap(nullptr, DisplayAdjustment())).value();
        QCOMPARE(plain->entry(0x123456), 0x123456u);
        const DisplayAdjustment brighter{50, 0, 1};
        const auto curve = brighter.curve();
        const ColorTablePtr shown = ColorTable::compile(DisplayMap(plain, brighter)).value();
        QCOMPARE(shown->entry(0x104080) & 0xFFFFFF,
                 std::uint32_t(curve[0x10]) << 16 | std::uint32_t(curve[0x40]) << 8 | std::uint32_t(curve[0x80]));
    }
};

QTEST_APPLESS_MAIN(TestDisplayAdjustment)
#include "tst_displayadjustment.moc"
