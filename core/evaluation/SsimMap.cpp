#include "evaluation/SsimMap.h"

#include <opencv2/imgproc.hpp>

namespace isostain {

namespace {

constexpr double kSigma = 1.5;
constexpr double kSampleCovariance = 121.0 / 120.0;
constexpr double kC1 = (0.01 * 255) * (0.01 * 255);
constexpr double kC2 = (0.03 * 255) * (0.03 * 255);

cv::Mat windowMean(const cv::Mat& values)
{
    static const cv::Mat kernel = cv::getGaussianKernel(kSsimWindow, kSigma, CV_64F);
    cv::Mat mean;
    cv::sepFilter2D(values, mean, CV_64F, kernel, kernel);
    return mean;
}

}

cv::Mat ssimMap(const cv::Mat& x, const cv::Mat& y)
{
    const cv::Mat ux = windowMean(x);
    const cv::Mat uy = windowMean(y);
    const cv::Mat uxx = windowMean(x.mul(x));
    const cv::Mat uyy = windowMean(y.mul(y));
    const cv::Mat uxy = windowMean(x.mul(y));

    cv::Mat map(x.rows - 2 * kSsimBorder, x.cols - 2 * kSsimBorder, CV_64F);
    for (int row = 0; row < map.rows; ++row) {
        for (int column = 0; column < map.cols; ++column) {
            const cv::Point center(column + kSsimBorder, row + kSsimBorder);
            const double mx = ux.at<double>(center);
            const double my = uy.at<double>(center);
            const double vx = kSampleCovariance * (uxx.at<double>(center) - mx * mx);
            const double vy = kSampleCovariance * (uyy.at<double>(center) - my * my);
            const double vxy = kSampleCovariance * (uxy.at<double>(center) - mx * my);
            map.at<double>(row, column) =
                ((2 * mx * my + kC1) * (2 * vxy + kC2)) / ((mx * mx + my * my + kC1) * (vx + vy + kC2));
        }
    }
    return map;
}

GrayRange grayRange(const cv::Mat& gray)
{
    GrayRange range;
    cv::minMaxLoc(gray, &range.low, &range.high);
    return range;
}

cv::Mat stretched(const cv::Mat& gray, const GrayRange& range)
{
    if (range.high <= range.low)
        return cv::Mat::zeros(gray.size(), CV_64F);
    cv::Mat values;
    gray.convertTo(values, CV_64F);
    return (values - range.low) / (range.high - range.low) * 255;
}

}
