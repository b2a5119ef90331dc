#include <array>
#include <cmath>
#include <limits>

#include <QTest>

#include <opencv2/imgproc.hpp>

#include "base/Parallel.h"
#include "color/GlassColor.h"
#include "color/StainSeparation.h"
#include "color/TissueMask.h"
#include "demo/HeArchitecture.h"
#include "demo/Tissue.h"
#include "image/ImageFile.h"
#include "support/TestData.h"

using namespace isostain;

namespace {

constexpr std::uint32_t kGlass = 0xF2F3F7;
constexpr std::uint32_t kTissue = 0xD090C0;

std::array<double, 5> shares(const cv::Mat& ground)
{
    std::array<double, 5> result{};
    for (int y = 0; y < ground.rows; ++y)
        for (int x = 0; x < ground.cols; ++x)
            result[ground.at<uchar>(y, x)] += 1.0 / static_cast<double>(ground.total());
    return result;
}

double share(const cv::Mat& ground, Ground kind)
{
    return shares(ground)[static_cast<std::size_t>(kind)];
}

/// Tissue on glass, here thin and there dense as tissue is, with a disk of one color on top of both; all of it noisy.
BgrxImage painted(std::uint32_t color, int radius, std::uint32_t tissue = kTissue)
{
    cv::RNG random(4);
    cv::Mat coarse(20, 27, CV_32F), density;
    random.fill(coarse, cv::RNG::NORMAL, 1.0, 0.45);
    cv::resize(coarse, density, {400, 300}, 0, 0, cv::INTER_CUBIC);
    BgrxImage image = makeBgrxImage(density.cols, density.rows, kGlass);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const bool isDisk = std::hypot(x - 250, y - 150) < radius;
            if (!isDisk && x < 100)
                continue;
            const float amount = isDisk ? 1.0f : std::max(density.at<float>(y, x), 0.4f);
            std::uint32_t word = 0xFF;
            for (const int shift : {16, 8, 0}) {
                const auto glass = static_cast<float>(kGlass >> shift & 0xFF);
                const float passed = std::max(static_cast<float>((isDisk ? color : tissue) >> shift & 0xFF), 1.0f) / glass;
                word = word << 8 | cv::saturate_cast<uchar>(glass * std::pow(passed, amount) + random.gaussian(1.5));
            }
            image.row(y)[x] = word;
        }
    return image;
}

/// A generated slide with a fold and a pen mark, at 8 micrometers per pixel on both scanners.
class GeneratedSlide {
public:
    static constexpr int kReduction = 32;

    explicit GeneratedSlide(std::uint32_t seed) : m_truth(kOptions.width, kOptions.height, seed)
    {
        demo::TissueOptions options = kOptions;
        options.seed = seed;
        const demo::TissueGenerator generator(options);
        for (BgrxImage& image : images)
            image = makeBgrxImage(options.width / kReduction, options.height / kReduction);
        constexpr int kBand = 8 * kReduction;
        parallelFor(static_cast<std::size_t>(options.height / kBand), [&](std::size_t band) {
            const int top = static_cast<int>(band) * kBand;
            const auto both = generator.renderBoth({0, top, options.width, kBand});
            for (std::size_t scanner = 0; scanner < 2; ++scanner) {
                cv::Mat rows = images[scanner].pixels.rowRange(top / kReduction, (top + kBand) / kReduction);
                cv::resize(both[scanner].pixels, rows, rows.size(), 0, 0, cv::INTER_AREA);
            }
        });
    }

    demo::HeSite siteAt(int x, int y) const
    {
        return m_truth.siteAt({(static_cast<float>(x) + 0.5f) * kReduction, (static_cast<float>(y) + 0.5f) * kReduction});
    }

    std::array<BgrxImage, 2> images;

private:
    static constexpr demo::TissueOptions kOptions{};
    demo::HeArchitecture m_truth;
};

}

Q_DECLARE_METATYPE(isostain::Ground)

class TestTissueMask : public QObject {
    Q_OBJECT

private slots:
    void generatedSlides_data()
    {
        QTest::addColumn<std::uint32_t>("seed");
        QTest::newRow("one slide") << 1u;
        QTest::newRow("another") << 7u;
    }

    void generatedSlides()
    {
        QFETCH(std::uint32_t, seed);
        const GeneratedSlide slide(seed);
        for (const BgrxImage& image : slide.images) {
            const cv::Mat ground = groundOf(image, 8);
            const GlassDistance distance(kGlass);
            std::size_t pen = 0, penFound = 0, fold = 0, foldFound = 0, tissue = 0, tissueFound = 0, kept = 0, wrong = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const demo::HeSite site = slide.siteAt(x, y);
                    const auto found = static_cast<Ground>(ground.at<uchar>(y, x));
                    const bool isPen = site.pen > 0;
                    const bool isFold = !isPen && site.tissue > 30 && site.fold > 0.1f;
                    // Lumen, fat and gaps in the tissue are glass.
                    const bool isTissue =
                        !isPen && site.tissue > 30 && site.fold < -0.3f && distance.of(image.row(y)[x]) > 0.3f;
                    pen += isPen;
                    penFound += isPen && found == Ground::Ink;
                    fold += isFold;
                    foldFound += isFold && found != Ground::Tissue;
                    tissue += isTissue;
                    tissueFound += isTissue && found == Ground::Tissue;
                    kept += found == Ground::Tissue;
                    wrong += found == Ground::Tissue && (isPen || isFold || site.tissue < -30);
                }
            const auto part = [](std::size_t some, std::size_t all) {
                return static_cast<double>(some) / static_cast<double>(all);
            };
            qInfo("precision %.4f, recall %.4f, pen found %.4f, fold found %.3f", 1 - part(wrong, kept),
                  part(tissueFound, tissue), part(penFound, pen), part(foldFound, fold));
            QVERIFY(part(wrong, kept) < 0.005);
            QVERIFY(part(tissueFound, tissue) > 0.99);
            QCOMPARE(penFound, pen);
            QVERIFY(part(foldFound, fold) > 0.7);
        }
    }

    void tilesKeepTheirCells_data()
    {
        QTest::addColumn<bool>("cytology");
        QTest::addColumn<double>("mpp");
        for (const double mpp : {0.25, 0.5, 1.0}) {
            QTest::addRow("H&E at %g", mpp) << false << mpp;
            QTest::addRow("Pap at %g", mpp) << true << mpp;
        }
    }

    /// Dark nuclei, blue-green cytoplasm and pale cells at high power are tissue.
    void tilesKeepTheirCells()
    {
        QFETCH(bool, cytology);
        QFETCH(double, mpp);
        demo::TissueOptions options;
        options.stain = cytology ? Stain::Papanicolaou : Stain::HematoxylinEosin;
        const demo::TissueGenerator generator(options);
        const auto both = generator.renderBoth({3000, 2500, 1024, 1024});
        const int size = static_cast<int>(1024 * demo::kDemoMpp / mpp);
        for (const BgrxImage& image : both) {
            BgrxImage tile;
            cv::resize(image.pixels, tile.pixels, {size, size}, 0, 0, cv::INTER_AREA);
            const cv::Mat mask = tissueMask(tile, mpp, kGlass);
            const GlassDistance distance(kGlass);
            std::size_t dark = 0, darkKept = 0, stained = 0, stainedKept = 0;
            for (int y = 0; y < size; ++y)
                for (int x = 0; x < size; ++x) {
                    const float d = distance.of(tile.row(y)[x]);
                    const bool isKept = mask.at<uchar>(y, x) == 255;
                    dark += d > 2;
                    darkKept += d > 2 && isKept;
                    stained += d > 0.25f;
                    stainedKept += d > 0.25f && isKept;
                }
            QVERIFY(dark > 20);
            QVERIFY2(static_cast<double>(darkKept) > 0.99 * static_cast<double>(dark),
                     qPrintable(QString("%1 of %2").arg(darkKept).arg(dark)));
            QVERIFY2(static_cast<double>(stainedKept) > 0.97 * static_cast<double>(stained),
                     qPrintable(QString("%1 of %2").arg(stainedKept).arg(stained)));
        }
    }

    void somethingOnTissue_data()
    {
        QTest::addColumn<std::uint32_t>("color");
        QTest::addColumn<int>("radius");
        QTest::addColumn<double>("mpp");
        QTest::addColumn<Ground>("kind");
        QTest::newRow("blue pen") << 0x2850C0u << 60 << 8.0 << Ground::Ink;
        QTest::newRow("blue pen at high power") << 0x2850C0u << 90 << 0.5 << Ground::Ink;
        QTest::newRow("green pen") << 0x20A060u << 60 << 8.0 << Ground::Ink;
        QTest::newRow("black pen") << 0x282828u << 60 << 8.0 << Ground::Ink;
        QTest::newRow("red pen") << 0xC01020u << 60 << 8.0 << Ground::Ink;
        QTest::newRow("a part that could not be read") << 0x939393u << 60 << 8.0 << Ground::Ink;
        QTest::newRow("black") << 0x050505u << 60 << 8.0 << Ground::Outside;
        QTest::newRow("fold") << 0x802070u << 30 << 8.0 << Ground::Fold;
        QTest::newRow("lymph follicle") << 0x9878B0u << 30 << 8.0 << Ground::Tissue;
        QTest::newRow("nucleus") << 0x302050u << 14 << 0.5 << Ground::Tissue;
        QTest::newRow("black nucleus") << 0x181018u << 14 << 0.5 << Ground::Tissue;
        QTest::newRow("pale tissue") << 0xE8D0E0u << 60 << 8.0 << Ground::Tissue;
        QTest::newRow("hole") << 0xF2F3F7u << 60 << 8.0 << Ground::Glass;
    }

    void somethingOnTissue()
    {
        QFETCH(std::uint32_t, color);
        QFETCH(int, radius);
        QFETCH(double, mpp);
        QFETCH(Ground, kind);
        const cv::Mat ground = groundOf(painted(color, radius), mpp);
        std::size_t inside = 0, found = 0, beside = 0, besideKept = 0;
        for (int y = 0; y < ground.rows; ++y)
            for (int x = 110; x < ground.cols; ++x) {
                const double distance = std::hypot(x - 250, y - 150);
                inside += distance < 0.8 * radius;
                found += distance < 0.8 * radius && ground.at<uchar>(y, x) == static_cast<uchar>(kind);
                beside += distance > 1.3 * radius;
                besideKept += distance > 1.3 * radius && ground.at<uchar>(y, x) == static_cast<uchar>(Ground::Tissue);
            }
        QVERIFY2(static_cast<double>(found) > 0.95 * static_cast<double>(inside),
                 qPrintable(QString("%1 of %2").arg(found).arg(inside)));
        QVERIFY(static_cast<double>(besideKept) > 0.98 * static_cast<double>(beside));
    }

    void singleStainsAreTissue_data()
    {
        QTest::addColumn<std::uint32_t>("tissue");
        QTest::newRow("eosin alone") << 0xF0A0C8u;
        QTest::newRow("hematoxylin alone") << 0x8878B8u;
        QTest::newRow("pale blue-green cytoplasm") << 0xC8DCE4u;
        QTest::newRow("orange cytoplasm") << 0xF0B860u;
        QTest::newRow("brown") << 0xA07040u;
    }

    void singleStainsAreTissue()
    {
        QFETCH(std::uint32_t, tissue);
        for (const double mpp : {0.5, 8.0}) {
            const cv::Mat mask = tissueMask(painted(tissue, 0, tissue), mpp);
            const double found = cv::countNonZero(mask) / static_cast<double>(mask.total());
            QVERIFY2(found > 0.70 && found < 0.76, qPrintable(QString::number(found)));
        }
    }

    void degenerateImages_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<std::uint32_t>("color");
        QTest::addColumn<Ground>("kind");
        QTest::newRow("white") << 300 << 200 << 0xFFFFFFu << Ground::Glass;
        QTest::newRow("glass") << 300 << 200 << kGlass << Ground::Glass;
        QTest::newRow("gray") << 300 << 200 << 0x808080u << Ground::Ink;
        QTest::newRow("black") << 300 << 200 << 0x000000u << Ground::Outside;
        QTest::newRow("all pen") << 300 << 200 << 0x2850C0u << Ground::Ink;
        QTest::newRow("one color of tissue") << 300 << 200 << kTissue << Ground::Tissue;
        QTest::newRow("one pixel") << 1 << 1 << kTissue << Ground::Tissue;
        QTest::newRow("one white pixel") << 1 << 1 << 0xFFFFFFu << Ground::Glass;
        QTest::newRow("one row") << 500 << 1 << kTissue << Ground::Tissue;
        QTest::newRow("one column") << 1 << 500 << kTissue << Ground::Tissue;
    }

    void degenerateImages()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(std::uint32_t, color);
        QFETCH(Ground, kind);
        const BgrxImage image = makeBgrxImage(width, height, color);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const double mpp : {8.0, 16.0, 500.0, 0.0, -1.0, nan, std::numeric_limits<double>::infinity()}) {
            const cv::Mat ground = groundOf(image, mpp);
            QCOMPARE(ground.size(), image.pixels.size());
            QVERIFY2(share(ground, kind) > 0.999, qPrintable(QString::number(mpp)));
        }
    }

    void grayscaleIsNoTissue()
    {
        BgrxImage image = painted(0x302050, 60);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                image.row(y)[x] = 0xFF000000u | (image.row(y)[x] >> 8 & 0xFF) * 0x010101u;
        QVERIFY(share(groundOf(image, 8), Ground::Tissue) < 0.02);
    }

    void nothingOfNothing()
    {
        QVERIFY(groundOf(BgrxImage(), 8).empty());
        QVERIFY(tissueMask(BgrxImage(), 8).empty());
    }

    void partsOfImages()
    {
        const BgrxImage whole = painted(0x2850C0, 60);
        const cv::Rect part(37, 11, 301, 250);
        const cv::Mat expected = groundOf(BgrxImage{whole.pixels(part).clone()}, 8, kGlass);
        QCOMPARE(cv::countNonZero(expected != groundOf(BgrxImage{whole.pixels(part)}, 8, kGlass)), 0);
    }

    void scannedTiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Ground>("kind");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("red pen") << "histolab/high-nuclei-score-red-pen-level1.png" << Ground::Ink << 0.04 << 0.15;
        QTest::newRow("fold") << "histolab/high-nuclei-score-red-pen-level1.png" << Ground::Fold << 0.05 << 0.12;
        QTest::newRow("green pen") << "histolab/medium-nuclei-score-green-pen-level1.png" << Ground::Ink << 0.45 << 0.65;
        QTest::newRow("almost no tissue") << "histolab/almost-white-2.png" << Ground::Glass << 0.95 << 0.99;
        QTest::newRow("breast") << "macenko-veta/example1.png" << Ground::Tissue << 0.85 << 1.0;
        QTest::newRow("Pap, blue-green") << "paramnet-domains/cyto_D1_1.png" << Ground::Tissue << 0.4 << 0.55;
        QTest::newRow("Pap, dense") << "paramnet-domains/cyto_D1_4.png" << Ground::Tissue << 0.9 << 1.0;
    }

    void scannedTiles()
    {
        QFETCH(QString, file);
        QFETCH(Ground, kind);
        QFETCH(double, least);
        QFETCH(double, most);
        ISOSTAIN_SHARED_FILE(path, "data/tiles/" + file.toStdString());
        const double mpp = file.contains("level1") ? 1.0 : 0.5;
        const double found = share(groundOf(toBgrx(readImage(path).value()), mpp), kind);
        QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
    }
};

QTEST_GUILESS_MAIN(TestTissueMask)
#include "tst_tissue_mask.moc"
