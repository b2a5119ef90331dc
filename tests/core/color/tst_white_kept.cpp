#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

#include <opencv2/imgproc.hpp>

#include "color/ColorTable.h"
#include "color/GlassColor.h"
#include "color/StainSeparation.h"
#include "color/WhiteKept.h"
#include "demo/HeArchitecture.h"
#include "demo/Tissue.h"
#include "image/JpegCodec.h"
#include "slide/Slide.h"
#include "support/TestData.h"

using namespace isostain;

namespace {

constexpr std::uint32_t kGlass = 0xF2F3F7;

/// Every color to one that no test uses otherwise.
class ConstantMap : public ColorMap {
public:
    static constexpr std::uint32_t kAnswer = 0x103050;
    void map(const std::uint32_t*, std::uint32_t* target, std::size_t count) const override
    {
        std::fill_n(target, count, kAnswer);
    }
};

ColorCounts countsOf(const BgrxImage& image)
{
    return countColors(std::span(image.row(0), image.pixels.total()));
}

/// The image as a scanner's file gives it back.
BgrxImage compressed(const BgrxImage& image, int quality)
{
    return decodeJpeg(JpegEncoder(quality, ChromaSubsampling::S420).encode(image).value()).value();
}

/// The whole way of a real slide: Macenko's fit on the image to the published reference.
std::shared_ptr<const ColorMap> fitted(const ColorCounts& pixels)
{
    StainStatistics source;
    source.stains = macenkoStainMatrix(publishedTissue(pixels)).value();
    source.maximum = maximumAmounts(pixels, source.stains);
    return std::make_shared<StainScalingMap>(source, publishedHematoxylinEosinReference());
}

/// `pixels` of one color with the noise of a camera.
void addNoisy(std::vector<std::uint32_t>& pixels, std::uint32_t color, int count, double deviation, std::mt19937& random)
{
    std::normal_distribution<double> noise(0, deviation);
    for (int i = 0; i < count; ++i) {
        std::uint32_t noisy = 0;
        for (const int shift : {16, 8, 0}) {
            const double level = std::round(static_cast<double>(color >> shift & 0xFF) + noise(random));
            noisy = noisy << 8 | static_cast<std::uint32_t>(std::clamp(level, 0.0, 255.0));
        }
        pixels.push_back(noisy);
    }
}

double grayOf(std::uint32_t color)
{
    return 0.299 * (color >> 16 & 0xFF) + 0.587 * (color >> 8 & 0xFF) + 0.114 * (color & 0xFF);
}

struct Patch {
    std::uint32_t color;
    int pixels;
    double deviation;
};

struct Change {
    double share = 0; ///< of the pixels under the mask that changed
    int largest = 0;  ///< levels
};

Change changeUnder(const cv::Mat& mask, const BgrxImage& source, const BgrxImage& result)
{
    std::size_t seen = 0, changed = 0;
    int largest = 0;
    for (int y = 0; y < source.height(); ++y)
        for (int x = 0; x < source.width(); ++x) {
            if (!mask.at<uchar>(y, x))
                continue;
            ++seen;
            changed += source.row(y)[x] != result.row(y)[x];
            for (const int shift : {16, 8, 0})
                largest =
                    std::max(largest, std::abs(int(source.row(y)[x] >> shift & 0xFF) - int(result.row(y)[x] >> shift & 0xFF)));
        }
    return {seen == 0 ? 1.0 : static_cast<double>(changed) / static_cast<double>(seen), largest};
}

/// Far from anything that is visibly not glass.
cv::Mat clearGlass(const BgrxImage& image, std::uint32_t glass)
{
    const GlassDistance distance(glass);
    cv::Mat stained(image.height(), image.width(), CV_8U), near;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            stained.at<uchar>(y, x) = distance.of(image.row(y)[x]) > 0.25f ? 255 : 0;
    cv::dilate(stained, near, cv::getStructuringElement(cv::MORPH_ELLIPSE, {61, 61}));
    return near == 0;
}

}

Q_DECLARE_METATYPE(std::vector<Patch>)

class TestWhiteKept : public QObject {
    Q_OBJECT

private slots:
    void glassIsFound_data()
    {
        QTest::addColumn<std::vector<Patch>>("patches");
        QTest::addColumn<std::uint32_t>("glass");
        const Patch tissue{0xC080B0, 5000, 12};
        const Patch nuclei{0x503080, 2000, 10};
        QTest::newRow("nothing") << std::vector<Patch>{} << 0xFFFFFFu;
        QTest::newRow("tissue alone") << std::vector{tissue, nuclei} << 0xFFFFFFu;
        QTest::newRow("glass and tissue") << std::vector{tissue, nuclei, Patch{kGlass, 4000, 1.5}} << kGlass;
        QTest::newRow("little glass") << std::vector{tissue, nuclei, Patch{kGlass, 200, 1.5}} << kGlass;
        QTest::newRow("a few gaps") << std::vector{tissue, nuclei, Patch{kGlass, 20, 1.5}} << 0xFFFFFFu;
        QTest::newRow("more pale tissue than glass")
            << std::vector{Patch{0xD9C8D6, 9000, 4}, Patch{kGlass, 1500, 1.5}} << kGlass;
        QTest::newRow("white padding beside gray glass")
            << std::vector{tissue, Patch{0xFFFFFF, 9000, 0}, Patch{0xE4E5E3, 2000, 2}} << 0xE4E5E3u;
        QTest::newRow("overexposed glass") << std::vector{tissue, Patch{0xFFFFFF, 9000, 2}} << 0xFFFFFFu;
        QTest::newRow("nothing but white") << std::vector{Patch{0xFFFFFF, 9000, 0}} << 0xFFFFFFu;
        QTest::newRow("dim glass") << std::vector{tissue, Patch{0xC9C8CA, 4000, 2}} << 0xC9C8CAu;
        QTest::newRow("pinkish glass") << std::vector{tissue, Patch{0xDFCFDE, 4000, 2}} << 0xDFCFDEu;
        QTest::newRow("black frame") << std::vector{Patch{0, 9000, 0}, Patch{kGlass, 4000, 1.5}} << kGlass;
    }

    void glassIsFound()
    {
        QFETCH(std::vector<Patch>, patches);
        QFETCH(std::uint32_t, glass);
        std::mt19937 random(9);
        std::vector<std::uint32_t> pixels;
        for (const Patch& patch : patches)
            addNoisy(pixels, patch.color, patch.pixels, patch.deviation, random);
        const std::uint32_t found = glassColor(countColors(pixels));
        for (const int shift : {16, 8, 0})
            QVERIFY2(std::abs(int(found >> shift & 0xFF) - int(glass >> shift & 0xFF)) <= 2,
                     qPrintable(QString::number(found, 16)));
    }

    void distanceCountsWhatIsDarker()
    {
        const GlassDistance distance(0xC8C8C8);
        QCOMPARE(distance.of(0xC8C8C8), 0.0f);
        QCOMPARE(distance.of(0xFFFFFFFF), 0.0f);
        QVERIFY(std::abs(distance.of(0x6464C8) - 2 * std::log(2.0f)) < 1e-6f);
        QVERIFY(std::abs(distance.of(0xFF64FF) - std::log(2.0f)) < 1e-6f);
        QVERIFY(std::isfinite(distance.of(0)));
        QCOMPARE(GlassDistance(0).of(0x123456), 0.0f);
    }

    void optionsAreChecked_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("equal") << 0.1 << 0.1;
        QTest::newRow("descending") << 0.2 << 0.1;
        QTest::newRow("negative") << -0.1 << 0.1;
        QTest::newRow("not a number") << nan << 0.1;
        QTest::newRow("infinite") << 0.1 << std::numeric_limits<double>::infinity();
    }

    void optionsAreChecked()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        const auto map = std::make_shared<ConstantMap>();
        QCOMPARE(WhiteKeptMap::create(map, {kGlass, from, to}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(WhiteKeptMap::create(nullptr, {}).error().code, ErrorCode::InvalidArgument);
    }

    /// All colors: what is glass stays, what is tissue is mapped, and nothing lies outside the two.
    void everyColorLiesBetween()
    {
        const WhiteKept options{kGlass};
        const auto map = WhiteKeptMap::create(std::make_shared<ConstantMap>(), options).value();
        const ColorTablePtr table = ColorTable::compile(*map).value();
        const GlassDistance distance(kGlass);
        std::size_t between = 0;
        for (std::uint32_t color = 0; color < ColorTable::kEntryCount; ++color) {
            const std::uint32_t answer = table->entry(color);
            const auto d = static_cast<double>(distance.of(color));
            if (d <= options.unchangedUpTo - 1e-6 && answer != color)
                QFAIL(qPrintable(QString::number(color, 16)));
            if (d >= options.mappedFrom + 1e-6 && answer != ConstantMap::kAnswer)
                QFAIL(qPrintable(QString::number(color, 16)));
            for (const int shift : {16, 8, 0}) {
                const auto level = [shift](std::uint32_t word) {
                    return word >> shift & 0xFF;
                };
                const auto [low, high] = std::minmax({level(color), level(ConstantMap::kAnswer)});
                if (level(answer) < low || level(answer) > high)
                    QFAIL(qPrintable(QString::number(color, 16)));
            }
            between += answer != color && answer != ConstantMap::kAnswer;
        }
        QVERIFY(between > 1000);
    }

    void worksInPlaceWhateverTheCount()
    {
        const auto map = WhiteKeptMap::create(std::make_shared<ConstantMap>(), {kGlass}).value();
        std::vector<std::uint32_t> pixels(5001);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = 0xFF000000u | (kGlass - static_cast<std::uint32_t>(i % 60) * 0x010101u);
        std::vector<std::uint32_t> together(pixels.size()), inPlace = pixels;
        map->map(pixels.data(), together.data(), pixels.size());
        map->map(inPlace.data(), inPlace.data(), pixels.size());
        QCOMPARE(inPlace, together);
        for (std::size_t i = 0; i < pixels.size(); i += 37) {
            std::uint32_t alone = 0;
            map->map(&pixels[i], &alone, 1);
            QCOMPARE(alone, together[i]);
        }
    }

    void edgesShowNoContour_data()
    {
        QTest::addColumn<double>("eosin");
        QTest::addColumn<double>("hematoxylin");
        QTest::newRow("eosin") << 1.0 << 0.0;
        QTest::newRow("hematoxylin") << 0.0 << 1.0;
        QTest::newRow("both") << 0.7 << 0.7;
    }

    /// From glass into tissue the gray value falls all the way, by no more than a few levels for each level of the source:
    /// no bright or dark line runs around the tissue.
    void edgesShowNoContour()
    {
        QFETCH(double, eosin);
        QFETCH(double, hematoxylin);
        StainStatistics pale = publishedHematoxylinEosinReference();
        pale.maximum = {1.0, 0.5}; // a slide half as dark as the reference
        const auto map =
            WhiteKeptMap::create(std::make_shared<StainScalingMap>(pale, publishedHematoxylinEosinReference()), {kGlass})
                .value();
        double before = 255, sourceBefore = 255;
        for (int step = 0; step <= 400; ++step) {
            const double amount = step / 400.0;
            std::uint32_t color = 0;
            for (std::size_t c = 0; c < 3; ++c) {
                const double density = amount * (hematoxylin * pale.stains[0][c] + eosin * pale.stains[1][c]);
                color =
                    color << 8 | static_cast<std::uint32_t>(std::lround((kGlass >> (16 - 8 * c) & 0xFF) * std::exp(-density)));
            }
            std::uint32_t answer = 0;
            map->map(&color, &answer, 1);
            const double gray = grayOf(answer);
            QVERIFY2(gray <= before + 1, qPrintable(QString("step %1: %2 after %3").arg(step).arg(gray).arg(before)));
            if (step > 0)
                QVERIFY(before - gray <= 6 * (sourceBefore - grayOf(color)) + 2);
            before = gray;
            sourceBefore = grayOf(color);
        }
        QVERIFY(before < 130);
    }

    void generatedGlassIsUnchanged_data()
    {
        QTest::addColumn<int>("scanner");
        QTest::addColumn<int>("quality");
        QTest::newRow("A") << 0 << 90;
        QTest::newRow("B") << 1 << 90;
        QTest::newRow("A, low quality") << 0 << 75;
        QTest::newRow("B, low quality") << 1 << 75;
    }

    void generatedGlassIsUnchanged()
    {
        QFETCH(int, scanner);
        QFETCH(int, quality);
        const demo::TissueOptions options{Stain::HematoxylinEosin, 1536, 1152, 5};
        const demo::TissueGenerator generator(options);
        const BgrxImage image =
            compressed(generator.render({0, 0, options.width, options.height}, static_cast<demo::ScannerId>(scanner)), quality);
        const ColorCounts pixels = countsOf(image);
        const WhiteKept kept{glassColor(pixels)};
        const auto map = fitted(pixels);
        const BgrxImage result = ColorTable::compile(*WhiteKeptMap::create(map, kept).value()).value()->apply(image);
        const BgrxImage unprotected = ColorTable::compile(*map).value()->apply(image);

        const demo::HeArchitecture truth(options.width, options.height, options.seed);
        cv::Mat glass(options.height, options.width, CV_8U), tissue(options.height, options.width, CV_8U);
        const GlassDistance distance(kept.glass);
        std::size_t eosin = 0, eosinMapped = 0;
        for (int y = 0; y < options.height; ++y)
            for (int x = 0; x < options.width; ++x) {
                const demo::HeSite site = truth.siteAt({static_cast<float>(x), static_cast<float>(y)});
                const float d = distance.of(image.row(y)[x]);
                // Dust lies on the glass, too: it is dark.
                glass.at<uchar>(y, x) = site.tissue < -40 && site.pen < -40 && d < 0.1f ? 255 : 0;
                if (site.tissue > 20 && d > 0.3f && d < 0.6f) {
                    ++eosin;
                    eosinMapped += result.row(y)[x] == unprotected.row(y)[x];
                }
            }
        const Change kind = changeUnder(glass, image, result);
        qInfo("glass %06x, %.4f %% of it changed, by at most %d", kept.glass, 100 * kind.share, kind.largest);
        QVERIFY(cv::countNonZero(glass) > 100000);
        QVERIFY(kind.share < 1e-3);
        QVERIFY(kind.largest <= 3);
        QVERIFY(changeUnder(glass, image, unprotected).share > 0.5);
        QVERIFY(eosin > 1000);
        QCOMPARE(eosinMapped, eosin);
    }

    void scannedGlassIsUnchanged()
    {
        ISOSTAIN_SHARED_FILE(path, "data/slides/aperio/CMU-1-Small-Region.svs");
        const SlidePtr slide = openSlide(path).value();
        const BgrxImage image = readRegion(*slide, 0, {0, 0, slide->geometry().width(), slide->geometry().height()}).value();
        const ColorCounts pixels = countsOf(image);
        const WhiteKept kept{glassColor(pixels)};
        const BgrxImage result = ColorTable::compile(*WhiteKeptMap::create(fitted(pixels), kept).value()).value()->apply(image);
        const cv::Mat glass = clearGlass(image, kept.glass);
        const Change kind = changeUnder(glass, image, result);
        qInfo("glass %06x, %.4f %% of it changed, by at most %d", kept.glass, 100 * kind.share, kind.largest);
        QVERIFY(cv::countNonZero(glass) > 1000000);
        QVERIFY(kind.share < 1e-3);
    }
};

QTEST_GUILESS_MAIN(TestWhiteKept)
#include "tst_white_kept.moc"
