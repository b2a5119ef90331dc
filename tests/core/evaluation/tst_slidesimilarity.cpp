#include <cmath>
#include <filesystem>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "color/TissueMask.h"
#include "demo/Tissue.h"
#include "evaluation/Metrics.h"
#include "evaluation/SlideEvaluation.h"
#include "evaluation/SlideSimilarity.h"
#include "image/ImageFile.h"
#include "normalize/ProfileFit.h"
#include "support/FakeNetwork.h"
#include "support/ImageSlide.h"
#include "support/SlideDecorators.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

/// Tissue as scanner A (0) or B (1) sees it.
RgbImage tissue(int width, int height, int scanner = 0)
{
    static const auto both = demo::TissueGenerator({Stain::HematoxylinEosin, 4096, 4096, 1}).renderBoth({900, 1500, 1300, 400});
    return toRgb({both[static_cast<std::size_t>(scanner)].pixels(cv::Rect(0, 0, width, height)).clone()});
}

NormalizerPtr macenkoFor(const RgbImage& image)
{
    ProfileFitRequest request;
    request.method = NormalizationMethod::Macenko;
    request.options = MethodOptions();
    const auto profile = fitProfileTo(sampleImage(tissue(400, 300, 1)), request);
    return *makeNormalizer(profile->profile, sampleImage(image), NormalizerForm::Published);
}

SlidePtr slideOf(const RgbImage& image, int tileSize)
{
    return std::make_shared<const test::ImageSlide>(image, 0.25, tileSize);
}

}

class TestSlideSimilarity : public QObject {
    Q_OBJECT

private slots:
    void aSlideScoresAsOneImage_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("tileSize");
        QTest::newRow("whole tiles") << 256 << 128 << 64;
        QTest::newRow("cut tiles") << 301 << 203 << 64;
        QTest::newRow("one tile") << 200 << 100 << 256;
        QTest::newRow("tiles smaller than a window") << 61 << 53 << 4;
        QTest::newRow("a last row of one pixel") << 130 << 65 << 64;
        QTest::newRow("one window") << 11 << 11 << 64;
        QTest::newRow("wider than what is computed at once") << 1300 << 70 << 64;
    }
    void aSlideScoresAsOneImage()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, tileSize);
        const RgbImage image = tissue(width, height);
        static const NormalizerPtr normalizer = macenkoFor(tissue(400, 300));
        const double expected = *ssimSource(normalizer->table->apply(image), image);
        double first = 0;
        for (const unsigned threads : {1u, 4u}) {
            const auto similarity = slideSimilarity(slideOf(image, tileSize), normalizer, 0, JobControl{{}, {}, threads});
            QVERIFY2(similarity, similarity ? "" : describe(similarity.error()).c_str());
            QVERIFY2(std::abs(similarity->all - expected) < 1e-12, qPrintable(QString::number(similarity->all - expected)));
            QCOMPARE(similarity->windows, std::int64_t(width - 10) * (height - 10));
            QCOMPARE(similarity->unreadableTiles, std::size_t(0));
            if (threads == 1)
                first = similarity->all;
            QCOMPARE(similarity->all, first);
        }
    }

    void nothingDoneScoresOne()
    {
        const auto similarity = slideSimilarity(slideOf(tissue(200, 200), 64), nullptr, 0, {});
        QVERIFY(std::abs(similarity->all - 1) < 1e-12);
    }

    void aFlatSlideScoresOne()
    {
        const auto similarity = slideSimilarity(slideOf(toRgb(makeBgrxImage(100, 100, 0xF0F0F0)), 64), nullptr, 0, {});
        QCOMPARE(similarity->all, 1.0);
        QVERIFY(!similarity->tissue);
    }

    /// Left half glass, where nothing changes; right half tissue.
    void tissueIsCountedOnItsOwn()
    {
        RgbImage image = tissue(400, 400);
        image.pixels.colRange(0, 200).setTo(cv::Scalar(243, 242, 244));
        const NormalizerPtr normalizer = macenkoFor(image);
        const SlidePtr slide = slideOf(image, 64);
        const auto similarity = slideSimilarity(slide, normalizer, 0, {});
        QVERIFY(similarity && similarity->tissue);
        QVERIFY(similarity->tissueWindows > 0 && similarity->tissueWindows < similarity->windows);
        const cv::Mat mask = tissueMask(toBgrx(image), 0.25);
        QCOMPARE(similarity->tissueWindows, std::int64_t(cv::countNonZero(mask(cv::Rect(5, 5, 390, 390)))));
        QVERIFY(*similarity->tissue != similarity->all);
    }

    void networksGoThroughTheirTiles()
    {
        const RgbImage image = tissue(200, 136);
        auto normalizer = std::make_shared<Normalizer>();
        normalizer->network = std::make_shared<const test::FakeNetwork>();
        const SlidePtr slide = slideOf(image, 64);
        const auto similarity = slideSimilarity(slide, normalizer, 0, {});
        QVERIFY2(similarity, similarity ? "" : describe(similarity.error()).c_str());
        const auto through = readRegion(*throughNetwork(slide, *normalizer), 0, {0, 0, 200, 136});
        QVERIFY(std::abs(similarity->all - *ssimSource(toRgb(*through), image)) < 1e-12);
    }

    void coarserLevelsAreImagesOfTheirOwn()
    {
        const SlidePtr slide = slideOf(tissue(400, 300), 64);
        const NormalizerPtr normalizer = macenkoFor(tissue(400, 300));
        const RgbImage half = toRgb(*readRegion(*slide, 1, {0, 0, 200, 150}));
        const auto similarity = slideSimilarity(slide, normalizer, 1, {});
        QVERIFY(std::abs(similarity->all - *ssimSource(normalizer->table->apply(half), half)) < 1e-12);
    }

    /// Only windows without a pixel of the lost tile count, and its gray does not widen the range.
    void unreadableTilesAreLeftOut()
    {
        const RgbImage image = tissue(256, 128);
        const NormalizerPtr normalizer = macenkoFor(image);
        const auto failing = std::make_shared<const test::FailingSlide>(
            slideOf(image, 64), [](const TileKey& key) { return key.level == 0 && key.column >= 2; });
        const auto similarity = slideSimilarity(failing, normalizer, 0, {});
        QVERIFY(similarity);
        QCOMPARE(similarity->unreadableTiles, std::size_t(4));
        QCOMPARE(similarity->windows, std::int64_t(118 * 118));
        const RgbImage left{image.pixels(cv::Rect(0, 0, 128, 128)).clone()};
        QVERIFY(std::abs(similarity->all - *ssimSource(normalizer->table->apply(left), left)) < 1e-12);
        const auto lost = std::make_shared<const test::FailingSlide>(slideOf(image, 64), [](const TileKey&) { return true; });
        QCOMPARE(slideSimilarity(lost, normalizer, 0, {}).error().code, ErrorCode::SlideUnreadable);
    }

    void eachTileIsReadTwice()
    {
        const auto counting = std::make_shared<const test::CountingSlide>(slideOf(tissue(300, 200), 64));
        QVERIFY(slideSimilarity(counting, nullptr, 0, {}));
        // Once more for the overview, which is level 0 of so small a slide.
        QCOMPARE(counting->largestReadCount(), 3);
    }

    void whatCannotBeComparedIsAnError()
    {
        const SlidePtr slide = slideOf(tissue(300, 10), 64);
        QCOMPARE(slideSimilarity(slide, nullptr, 0, {}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(slideSimilarity(slide, nullptr, 99, {}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(slideSimilarity(slide, nullptr, -1, {}).error().code, ErrorCode::InvalidArgument);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(slideSimilarity(slideOf(tissue(100, 100), 64), nullptr, 0, JobControl{stop.get_token(), {}, 1}).error().code,
                 ErrorCode::Cancelled);
    }

    void slidesAreTabulated()
    {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        QVERIFY(writePng(tissue(200, 150), root / "one.png", Overwrite::No));
        QVERIFY(writePng(tissue(220, 170), root / "two.png", Overwrite::No));
        QVERIFY(writePng(tissue(300, 200, 1), root / "reference.png", Overwrite::No));
        std::ofstream(root / "broken.png") << "no image";
        SlideEvaluationRequest request;
        request.slides = {root / "one.png", root / "broken.png", root / "two.png"};
        request.methods = *readEvaluationMethods(std::vector<std::string>{"source", "reinhard"});
        QCOMPARE(evaluateSlides(request, {}, {}).error().code, ErrorCode::InvalidArgument);
        request.reference = root / "reference.png";
        std::string lines;
        Progress last;
        const auto evaluation = evaluateSlides(
            request,
            [&](const SlideEvaluationRow& row) -> Result<void> {
                lines += csvLine(row);
                return {};
            },
            JobControl{{}, [&](const Progress& progress) { last = progress; }, 1});
        QVERIFY2(evaluation, evaluation ? "" : describe(evaluation.error()).c_str());
        QCOMPARE(last.done, last.total);
        QCOMPARE(evaluation->rows.size(), std::size_t(4));
        QCOMPARE(evaluation->skipped.size(), std::size_t(1));
        QCOMPARE(evaluation->skipped[0].name, std::string("broken.png"));
        QCOMPARE(evaluation->rows[3].slide + evaluation->rows[3].method, std::string("two.pngreinhard"));
        QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), 4);
        const auto json = nlohmann::json::parse(summaryJson(*evaluation));
        QCOMPARE(json["methods"][1]["ssimSource"]["slides"].get<int>(), 2);
        QCOMPARE(json["methods"][1]["ssimSource"]["mean"].get<double>(),
                 (evaluation->rows[1].similarity.all + evaluation->rows[3].similarity.all) / 2);
        QCOMPARE(json["reference"].get<std::string>(), std::string("reference.png"));
        QVERIFY(summaryMarkdown(*evaluation).find("| reinhard | 0.") != std::string::npos);
        request.slides = {root / "broken.png"};
        QCOMPARE(evaluateSlides(request, {}, {}).error().code, ErrorCode::TrainingDataInvalid);
        request.slides.clear();
        QCOMPARE(evaluateSlides(request, {}, {}).error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestSlideSimilarity)
#include "tst_slidesimilarity.moc"
