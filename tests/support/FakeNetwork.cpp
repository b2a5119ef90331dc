#include "support/FakeNetwork.h"

#include <algorithm>

namespace isostain::test {

namespace {

NetworkShape shapeWith(int radius)
{
    NetworkShape shape;
    shape.receptiveRadius = radius;
    shape.alignment = 4;
    shape.minimumSize = 8;
    shape.normChannels = {1};
    shape.bytesPerPixel = 3;
    return shape;
}

std::uint8_t answer(const cv::Mat& image, int x, int y, int channel, int radius)
{
    int sum = 0, count = 0;
    for (int v = std::max(0, y - radius); v <= std::min(image.rows - 1, y + radius); v += radius)
        for (int u = std::max(0, x - radius); u <= std::min(image.cols - 1, x + radius); u += radius) {
            sum += image.at<cv::Vec3b>(v, u)[channel];
            ++count;
        }
    return static_cast<std::uint8_t>(240 - 15 * (sum / count) / 16 + x % 4 + 4 * (y % 4));
}

}

FakeNetwork::FakeNetwork(int radius) : m_shape(shapeWith(radius)) {}

Result<std::vector<RgbImage>> FakeNetwork::run(std::span<const RgbImage> images, const std::stop_token& stop) const
{
    ++m_runs;
    if (onRun)
        onRun();
    std::vector<RgbImage> results;
    for (const RgbImage& image : images) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (image.width() % 4 != 0 || image.height() % 4 != 0 || std::min(image.width(), image.height()) < 8)
            return fail(ErrorCode::InvalidArgument, "size");
        RgbImage result = makeRgbImage(image.width(), image.height());
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                for (int c = 0; c < 3; ++c)
                    result.pixels.at<cv::Vec3b>(y, x)[c] = answer(image.pixels, x, y, c, m_shape.receptiveRadius);
        results.push_back(std::move(result));
    }
    return results;
}

FakeSpatialNetwork::FakeSpatialNetwork() : m_shape(shapeWith(5)) {}

Result<FrozenNetworkPtr> FakeSpatialNetwork::withStatistics(const FrozenStatistics& given) const
{
    statistics = given;
    return std::make_shared<const FakeNetwork>();
}

Result<RgbImage> FakeSpatialNetwork::runAsPublished(const RgbImage& image, const std::stop_token& stop) const
{
    return FakeNetwork().run({&image, 1}, stop).map([](std::vector<RgbImage>&& results) { return results.front(); });
}

Result<FrozenStatistics> FakeSpatialNetwork::freeze(std::span<const RgbImage> images, const JobControl& control) const
{
    samples.assign(images.begin(), images.end());
    control.report(1, 1);
    FrozenStatistics frozen;
    frozen.layers = {{{0}, {1}}};
    frozen.samples = static_cast<int>(images.size());
    return frozen;
}

}
