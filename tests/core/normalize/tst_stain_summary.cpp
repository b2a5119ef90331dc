#include <cmath>

#include <QTest>

#include "demo/Tissue.h"
#include "image/Image.h"
#include "normalize/StainSummary.h"

using namespace isostain;

namespace {

StainSummary summaryOf(demo::ScannerId scanner)
{
    const demo::TissueGenerator tissue({Stain::HematoxylinEosin, 1024, 768, 3});
    return summarize(sampleImage(toRgb(tissue.render({0, 0, 1024, 768}, scanner)), 0.5));
}

}

/// The numbers that slides are compared by.
class TestStainSummary : public QObject {
    Q_OBJECT

private slots:
    void tellsScannersApart()
    {
        const StainSummary a = summaryOf(demo::ScannerId::A), again = summaryOf(demo::ScannerId::A);
        const StainSummary b = summaryOf(demo::ScannerId::B);
        QVERIFY(a.mean && b.mean && a.stains && b.stains);
        QVERIFY(a.tissueShare > 0.2 && a.tissueShare <= 1);
        QCOMPARE(differenceOf(*a.mean, *again.mean), 0.0);
        QVERIFY2(differenceOf(*a.mean, *b.mean) > 4, qPrintable(QString::number(differenceOf(*a.mean, *b.mean))));
        // Hematoxylin is the bluer one.
        const std::uint32_t hematoxylin = colorOf(a.stains->stains[0], a.stains->maximum[0]);
        const std::uint32_t eosin = colorOf(a.stains->stains[1], a.stains->maximum[1]);
        QVERIFY((hematoxylin >> 16 & 0xFF) < (hematoxylin & 0xFF));
        QVERIFY((eosin >> 16 & 0xFF) > (eosin >> 8 & 0xFF));
    }

    void emptyGlassHasNoStains()
    {
        RgbImage glass = makeRgbImage(400, 300);
        glass.pixels.setTo(cv::Scalar(245, 245, 245));
        const StainSummary summary = summarize(sampleImage(glass, 0.5));
        QCOMPARE(summary.tissueShare, 0.0);
        QVERIFY(!summary.mean && !summary.stains && !summary.warnings.empty());
    }

    void grayHasNoStains()
    {
        RgbImage gray = makeRgbImage(400, 300);
        for (int y = 0; y < 300; ++y)
            gray.pixels.row(y).setTo(cv::Scalar::all(60 + y % 120));
        QVERIFY(!summarize(sampleImage(gray, 0.5)).stains);
    }

    void colors()
    {
        QCOMPARE(colorOf(OpticalDensity{1, 0, 0}, 0.0), 0xFFFFFFU);
        QCOMPARE(colorOf(OpticalDensity{std::log(2.0), 0, std::log(4.0)}, 1.0), 0x80FF40U);
        QCOMPARE(colorOf(LabColor{100, 0, 0}), 0xFFFFFFU);
        QCOMPARE(colorOf(LabColor{0, 0, 0}), 0x000000U);
        const std::uint32_t red = colorOf(LabColor{53.24, 80.09, 67.20}); // sRGB red
        QVERIFY((red >> 16) >= 0xFD && (red >> 8 & 0xFF) <= 4 && (red & 0xFF) <= 4);
    }

    void medians()
    {
        QVERIFY(!medianOf({}));
        QVERIFY((*medianOf({{1, 9, 5}, {3, 7, 5}, {2, 8, 5}}) == LabColor{2, 8, 5}));
        QVERIFY((*medianOf({{1, 9, 5}, {3, 7, 5}, {2, 8, 5}, {10, 0, 5}}) == LabColor{2.5, 7.5, 5}));
        QCOMPARE(differenceOf({0, 3, 0}, {0, 0, 4}), 5.0);
    }
};

QTEST_GUILESS_MAIN(TestStainSummary)
#include "tst_stain_summary.moc"
