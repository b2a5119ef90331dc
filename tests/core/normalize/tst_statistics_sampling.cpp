#include <set>
#include <utility>

#include <QTest>

#include "normalize/StatisticsSampling.h"
#include "support/FakeNetwork.h"
#include "support/ImageSlide.h"
#include "support/SlideDecorators.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// Glass or something else on the left, tissue from x = 1024 on: each pixel of the tissue tells its place, so that samples can be traced.
RgbImage halfTissue(const cv::Scalar& left = cv::Scalar::all(245))
{
    RgbImage image{cv::Mat(1536, 2048, CV_8UC3, left)};
    image.pixels.rowRange(0, 64).setTo(cv::Scalar::all(245));
    for (int y = 64; y < 1536; ++y)
        for (int x = 1024; x < 2048; ++x)
            image.pixels.at<cv::Vec3b>(y, x) = {static_cast<std::uint8_t>(100 + x / 256), 40,
                                                static_cast<std::uint8_t>(150 + y / 256)};
    return image;
}

std::vector<RgbImage> samplesOf(const Slide& slide, std::uint64_t seed, std::optional<double> trainingMpp = 0.5)
{
    const FakeSpatialNetwork network;
    return freezeStatistics(slide, network, trainingMpp, seed) ? network.samples : std::vector<RgbImage>();
}

bool same(const std::vector<RgbImage>& a, const std::vector<RgbImage>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const RgbImage& x, const RgbImage& y) { return largestDifference(x, y) == 0; });
}

}

class TestStatisticsSampling : public QObject {
    Q_OBJECT

private slots:
    void samplesAreTissueFromAllOver_data()
    {
        QTest::addColumn<int>("red");
        QTest::addColumn<int>("green");
        QTest::addColumn<int>("blue");
        QTest::newRow("beside glass") << 245 << 245 << 245;
        QTest::newRow("beside blue ink") << 0x28 << 0x50 << 0xC0;
        QTest::newRow("beside green ink") << 0x20 << 0xA0 << 0x60;
        QTest::newRow("beside black ink") << 0x28 << 0x28 << 0x28;
    }

    void samplesAreTissueFromAllOver()
    {
        QFETCH(int, red);
        QFETCH(int, green);
        QFETCH(int, blue);
        const ImageSlide slide(halfTissue(cv::Scalar(red, green, blue)), 0.5);
        const auto samples = samplesOf(slide, 1);
        QCOMPARE(samples.size(), std::size_t(16)); // of 24
        std::set<std::pair<int, int>> places;
        for (const RgbImage& sample : samples) {
            QCOMPARE(sample.pixels.size(), cv::Size(256, 256));
            const auto first = sample.pixels.at<cv::Vec3b>(255, 0);
            QCOMPARE(int(first[1]), 40);
            places.insert({first[0], first[2]});
        }
        QCOMPARE(places.size(), samples.size());
    }

    void theSeedDecides()
    {
        const ImageSlide slide(halfTissue(), 0.5);
        QVERIFY(same(samplesOf(slide, 1), samplesOf(slide, 1)));
        QVERIFY(!same(samplesOf(slide, 1), samplesOf(slide, 2)));
    }

    void whereTheyCameFromIsKept()
    {
        const ImageSlide slide(halfTissue(), 0.25);
        const FakeSpatialNetwork network;
        std::vector<std::uint64_t> steps;
        const JobControl control{{},
                                 [&](const Progress& progress) {
                                     steps.push_back(progress.done);
                                     QCOMPARE(progress.total, std::uint64_t(7)); // six patches of tissue, one layer
                                 },
                                 1};
        const auto statistics = freezeStatistics(slide, network, 0.5, 7, control);
        QVERIFY(statistics);
        QCOMPARE(statistics->level, 1);
        QCOMPARE(statistics->seed, std::uint64_t(7));
        QCOMPARE(statistics->samples, 6);
        QCOMPARE(steps, (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6, 7}));
    }

    void withoutTissueEverythingIsSampled()
    {
        const ImageSlide glass(RgbImage{cv::Mat(600, 600, CV_8UC3, cv::Scalar::all(250))}, 0.5);
        QCOMPARE(samplesOf(glass, 1).size(), std::size_t(4));
    }

    void smallSlidesAreSampledWhole()
    {
        const ImageSlide pixel(RgbImage{cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(90))}, std::nullopt);
        const auto one = samplesOf(pixel, 1);
        QCOMPARE(one.size(), std::size_t(1));
        QCOMPARE(one.front().pixels.size(), cv::Size(8, 8));
        const ImageSlide narrow(noiseImage(30, 700, 1), 0.5);
        const auto strip = samplesOf(narrow, 1);
        QCOMPARE(strip.size(), std::size_t(2));
        QCOMPARE(strip.front().pixels.size(), cv::Size(32, 256));
    }

    void unreadablePartsAreLeftOut()
    {
        const auto inner = std::make_shared<const ImageSlide>(halfTissue(), 0.5);
        // Every second tile of level 0, all of the tissue's overview stays.
        const FailingSlide patchy(inner, [](const TileKey& key) { return key.level == 0 && key.row % 2 == 0; });
        const auto samples = samplesOf(patchy, 1);
        QCOMPARE(samples.size(), std::size_t(12));
        const FailingSlide broken(inner, [](const TileKey&) { return true; });
        QCOMPARE(freezeStatistics(broken, FakeSpatialNetwork(), 0.5, 1).error().code, ErrorCode::TileUnreadable);
    }

    void stopsAreHonoured()
    {
        const ImageSlide slide(halfTissue(), 0.5);
        const FakeSpatialNetwork network;
        std::stop_source stop;
        std::uint64_t last = 0;
        const JobControl control{stop.get_token(),
                                 [&](const Progress& progress) {
                                     last = progress.done;
                                     if (last == 2)
                                         stop.request_stop();
                                 },
                                 1};
        QCOMPARE(freezeStatistics(slide, network, 0.5, 1, control).error().code, ErrorCode::Cancelled);
        QCOMPARE(last, std::uint64_t(2));
    }
};

QTEST_GUILESS_MAIN(TestStatisticsSampling)
#include "tst_statistics_sampling.moc"
