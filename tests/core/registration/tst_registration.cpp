#include <QTest>

#include "MisalignedScans.h"
#include "registration/ScanAlignment.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;

Q_DECLARE_METATYPE(isostain::test::Misalignment)

class TestRegistration : public QObject {
    Q_OBJECT

private slots:
    void findsAKnownMisalignment_data()
    {
        QTest::addColumn<Misalignment>("how");
        const auto he = Stain::HematoxylinEosin, pap = Stain::Papanicolaou;
        QTest::newRow("none") << Misalignment{.seed = 2};
        QTest::newRow("shift") << Misalignment{.seed = 3, .shift = {41.3, -27.6}};
        QTest::newRow("rotation") << Misalignment{.seed = 4, .degrees = 7.3, .shift = {5, 9}};
        QTest::newRow("quarter turn") << Misalignment{.seed = 5, .degrees = 90};
        QTest::newRow("half turn, Pap") << Misalignment{.stain = pap, .seed = 6, .degrees = 181};
        QTest::newRow("mirrored") << Misalignment{.seed = 7, .degrees = 3, .isMirrored = true};
        QTest::newRow("source finer by 1.6") << Misalignment{.seed = 8, .targetUnit = 1.6, .degrees = 1, .shift = {8.2, 3.1}};
        QTest::newRow("source coarser by 1.6, Pap") << Misalignment{.stain = pap, .seed = 9, .sourceUnit = 1.6, .degrees = -2};
        QTest::newRow("scale to be found") << Misalignment{.seed = 10, .sourceUnit = 1.6, .shift = {12, 5}, .knowsPixelSizes = false};
        QTest::newRow("warp") << Misalignment{.seed = 11, .warp = 3};
        QTest::newRow("warp, Pap") << Misalignment{.stain = pap, .seed = 12, .shift = {-20.5, 14}, .warp = 3};
        QTest::newRow("all of it") << Misalignment{.stain = he, .seed = 13, .targetUnit = 1.6, .degrees = 4, .shift = {-9.7, 13.2}, .warp = 4};
    }

    void findsAKnownMisalignment()
    {
        QFETCH(Misalignment, how);
        const MisalignedScans scans(how);
        const auto alignment = alignScans(scans.source(), scans.target(), 0, {});
        QVERIFY2(alignment, alignment ? "" : describe(alignment.error()).c_str());
        const auto residuals = scans.residuals(alignment->fine.transform);
        QVERIFY(residuals.size() > 400);
        const double median = residuals[residuals.size() / 2], most = residuals[residuals.size() * 95 / 100];
        qInfo("%d matches, correlation %.2f; residual: median %.3f px, 95 %% %.3f px", alignment->matches, alignment->correlation, median, most);
        QVERIFY2(median < 0.5, qPrintable(QString::number(median)));
        QVERIFY2(most < 2, qPrintable(QString::number(most)));
    }
};

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"
