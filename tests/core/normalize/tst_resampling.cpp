#include <QTest>

#include "normalize/Resampling.h"
#include "support/ImageSlide.h"

using namespace isostain;
using namespace isostain::test;

namespace {

PixelGrid gridFor(const RgbImage& image)
{
    return {image.width(), image.height(), 1, 1};
}

RgbImage cut(const RgbImage& image, const PixelRect& rect)
{
    return {image.pixels(cv::Rect(int(rect.x), int(rect.y), int(rect.width), int(rect.height)))};
}

RgbImage resampled(const RgbImage& image, const PixelGrid& to, const PixelRect& rect)
{
    const PixelGrid from = gridFor(image);
    return resample(cut(image, neededFor(from, to, rect)), from, to, rect);
}

}

class TestResampling : public QObject {
    Q_OBJECT

private slots:
    void sameGridSamePixels()
    {
        const RgbImage image = noiseImage(37, 21, 1);
        QCOMPARE(largestDifference(resampled(image, gridFor(image), {0, 0, 37, 21}), image), 0);
    }

    void halvingIsTheMeanOfFour()
    {
        const RgbImage image = noiseImage(36, 20, 1);
        const RgbImage half = resampled(image, {18, 10, 2, 2}, {0, 0, 18, 10});
        QCOMPARE(largestDifference(half, toRgb(halved(toBgrx(image)))), 0);
    }

    void fractionsAreWeightedByArea()
    {
        RgbImage image = makeRgbImage(3, 1);
        image.pixels.at<cv::Vec3b>(0, 0) = {0, 30, 255};
        image.pixels.at<cv::Vec3b>(0, 1) = {100, 60, 255};
        image.pixels.at<cv::Vec3b>(0, 2) = {200, 90, 255};
        const RgbImage result = resampled(image, {2, 1, 1.5, 1}, {0, 0, 2, 1});
        QCOMPARE(result.pixels.at<cv::Vec3b>(0, 0), cv::Vec3b(33, 40, 255));
        QCOMPARE(result.pixels.at<cv::Vec3b>(0, 1), cv::Vec3b(167, 80, 255));
    }

    void enlargingIsLinearBetweenCenters()
    {
        RgbImage image = makeRgbImage(2, 1);
        image.pixels.at<cv::Vec3b>(0, 0) = {0, 0, 0};
        image.pixels.at<cv::Vec3b>(0, 1) = {200, 100, 40};
        const RgbImage result = resampled(image, {4, 1, 0.5, 1}, {0, 0, 4, 1});
        const int expected[] = {0, 50, 150, 200};
        for (int x = 0; x < 4; ++x)
            QCOMPARE(int(result.pixels.at<cv::Vec3b>(0, x)[0]), expected[x]);
    }

    void partsFitTogether_data()
    {
        QTest::addColumn<double>("downsample");
        for (const double downsample : {0.3, 0.5, 0.83, 1.0, 1.37, 2.0, 2.0007, 4.0, 9.1})
            QTest::addRow("%g", downsample) << downsample;
    }

    void partsFitTogether()
    {
        QFETCH(double, downsample);
        const RgbImage image = noiseImage(101, 67, 2);
        const PixelGrid to{std::int64_t(101 / downsample) + 1, std::int64_t(67 / downsample) + 1, downsample, downsample};
        const RgbImage whole = resampled(image, to, to.rect());
        for (std::int64_t y = 0; y < to.height; y += 13)
            for (std::int64_t x = 0; x < to.width; x += 17) {
                const PixelRect part = intersection({x, y, 17, 13}, to.rect());
                QCOMPARE(largestDifference(resampled(image, to, part), cut(whole, part)), 0);
            }
    }

    void oneColorStaysThatColor()
    {
        const RgbImage image{cv::Mat(40, 50, CV_8UC3, cv::Scalar(255, 0, 93))};
        for (const double downsample : {0.4, 1.7, 3.3}) {
            const PixelGrid to{10, 10, downsample, downsample};
            const RgbImage expected{cv::Mat(10, 10, CV_8UC3, cv::Scalar(255, 0, 93))};
            QCOMPARE(largestDifference(resampled(image, to, to.rect()), expected), 0);
        }
    }

    void beyondTheBorderTheLastPixelsGoOn()
    {
        const RgbImage image = noiseImage(5, 5, 3);
        const PixelGrid to{9, 9, 1, 1};
        const RgbImage result = resampled(image, to, {6, 2, 3, 1});
        for (int x = 0; x < 3; ++x)
            QCOMPARE(result.pixels.at<cv::Vec3b>(0, x), image.pixels.at<cv::Vec3b>(2, 4));
    }
};

QTEST_GUILESS_MAIN(TestResampling)
#include "tst_resampling.moc"
