#include "registration/ScanView.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace isostain {

namespace {

constexpr int kFilterMargin = 4; ///< pixels that interpolation and smoothing reach for
constexpr std::int64_t kMostPixels = std::int64_t(1) << 26;

/// The level to resample from: the coarsest that is not coarser than the grid.
int levelFor(const PyramidGeometry& geometry, double scale)
{
    int best = 0;
    for (int index = 0; index < geometry.levelCount(); ++index)
        if (std::max(geometry.level(index).downsampleX, geometry.level(index).downsampleY) <= scale * 1.01)
            best = index;
    return best;
}

/// The rectangle of a level around the positions (CV_64FC2, level 0), or nothing where they all lie beside the slide.
PixelRect needed(const cv::Mat& positions, const PyramidLevel& level)
{
    std::vector<cv::Mat> axes(2);
    cv::split(positions, axes);
    double left = 0, right = 0, top = 0, bottom = 0;
    cv::minMaxLoc(axes[0], &left, &right);
    cv::minMaxLoc(axes[1], &top, &bottom);
    const auto low = [](double position, double downsample) {
        return static_cast<std::int64_t>(std::floor(position / downsample)) - kFilterMargin;
    };
    const std::int64_t x = low(left, level.downsampleX), y = low(top, level.downsampleY);
    const PixelRect around{x, y, low(right, level.downsampleX) + 2 * kFilterMargin + 1 - x,
                           low(bottom, level.downsampleY) + 2 * kFilterMargin + 1 - y};
    return intersection(around, {0, 0, level.width, level.height});
}

ScanView emptyView(cv::Size size, std::uint32_t background)
{
    return {makeBgrxImage(size.width, size.height, background), cv::Mat::zeros(size, CV_8U)};
}

void smoothTo(cv::Mat& pixels, double reduction)
{
    if (reduction < 1.05)
        return;
    const double sigma = 0.4 * std::sqrt(reduction * reduction - 1);
    cv::GaussianBlur(pixels, pixels, cv::Size(), sigma, sigma, cv::BORDER_REPLICATE);
}

/// The slide at the positions (CV_64FC2, level-0 pixels), which lie about `scale` level-0 pixels apart.
Result<ScanView> viewAt(const Slide& slide, const cv::Mat& positions, double scale, const std::stop_token& stop)
{
    const PyramidGeometry& geometry = slide.geometry();
    const int index = levelFor(geometry, scale);
    const PyramidLevel& level = geometry.level(index);
    const PixelRect rect = needed(positions, level);
    ScanView view = emptyView(positions.size(), slide.info().background);
    if (rect.isEmpty())
        return view;
    if (rect.width > kMostPixels / rect.height)
        return fail(ErrorCode::InvalidArgument, slide.info().path.string(), "too much of it would be needed at once");
    auto region = readRegion(slide, index, rect, stop);
    if (!region)
        return tl::unexpected(region.error());
    smoothTo(region->pixels, scale / std::max(level.downsampleX, level.downsampleY));
    cv::Mat map(positions.size(), CV_32FC2);
    const auto width = static_cast<double>(geometry.width()), height = static_cast<double>(geometry.height());
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x) {
            const auto& at = positions.at<cv::Vec2d>(y, x);
            map.at<cv::Vec2f>(y, x) = {static_cast<float>(at[0] / level.downsampleX - 0.5 - static_cast<double>(rect.x)),
                                       static_cast<float>(at[1] / level.downsampleY - 0.5 - static_cast<double>(rect.y))};
            if (at[0] >= 0 && at[1] >= 0 && at[0] <= width && at[1] <= height)
                view.inside.at<std::uint8_t>(y, x) = 255;
        }
    cv::Mat pixels;
    cv::remap(region->pixels, pixels, map, cv::noArray(), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    pixels.copyTo(view.image.pixels, view.inside);
    cv::bitwise_or(view.image.pixels, cv::Scalar(0, 0, 0, 255), view.image.pixels);
    return view;
}

template <typename Map>
cv::Mat positionsOf(const PixelRect& rect, double unit, const Map& map)
{
    cv::Mat positions(static_cast<int>(rect.height), static_cast<int>(rect.width), CV_64FC2);
    for (int y = 0; y < positions.rows; ++y)
        for (int x = 0; x < positions.cols; ++x) {
            const cv::Point2d at = map(cv::Point2d((static_cast<double>(rect.x + x) + 0.5) * unit,
                                                   (static_cast<double>(rect.y + y) + 0.5) * unit));
            positions.at<cv::Vec2d>(y, x) = {at.x, at.y};
        }
    return positions;
}

}

Result<ScanView> viewOfTarget(const Slide& target, const PixelRect& rect, double unit, const std::stop_token& stop)
{
    return viewAt(target, positionsOf(rect, unit, [](const cv::Point2d& at) { return at; }), unit, stop);
}

Result<ScanView> viewOfSource(const Slide& source, const ScanTransform& transform, const PixelRect& rect, double unit,
                              const std::stop_token& stop)
{
    return viewAt(source, positionsOf(rect, unit, [&](const cv::Point2d& at) { return transform.map(at); }),
                  unit * transform.affine.scale(), stop);
}

}
