#include "evaluation/GrayProfile.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <opencv2/imgproc.hpp>

namespace isostain {

namespace {

/// What rounding makes of positions is far smaller, at 10^6 pixels as well.
constexpr double kSamePosition = 1e-6;
/// Levels that fit but for rounding fit.
constexpr double kSameScale = 1 + 1e-6;

bool isFinite(const cv::Point2d& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

bool isFinite(const cv::Matx23d& transform)
{
    return std::all_of(transform.val, transform.val + 6, [](double value) { return std::isfinite(value); });
}

double downsample(const PyramidLevel& level)
{
    return std::max(level.downsampleX, level.downsampleY);
}

int sampleCount(double length, double step)
{
    const double steps = std::floor(length / step + kSamePosition);
    return steps < ProfileSampling::kMaxSamples ? static_cast<int>(steps) + 1 : ProfileSampling::kMaxSamples + 1;
}

cv::Vec2d mapped(const cv::Matx23d& transform, const cv::Point2d& point)
{
    return transform * cv::Vec3d(point.x, point.y, 1);
}

/// The pixel of a level under a point, or nothing outside.
std::optional<cv::Point2i> pixelAt(const PyramidLevel& level, const cv::Vec2d& level0)
{
    const double x = std::floor(level0[0] / level.downsampleX + kSamePosition);
    const double y = std::floor(level0[1] / level.downsampleY + kSamePosition);
    if (!(x >= 0 && y >= 0 && x < static_cast<double>(level.width) && y < static_cast<double>(level.height)))
        return std::nullopt;
    return cv::Point2i(static_cast<int>(x), static_cast<int>(y));
}

/// Calls visit(column, row, pixel or nothing) for every point of a line, along it row by row.
template <typename Visit>
void forEachPoint(const PyramidLevel& level, const ProfileSampling& sampling, const cv::Matx23d& toSlide, const Visit& visit)
{
    for (int row = 0; row < sampling.across; ++row)
        for (int column = 0; column < sampling.count; ++column)
            visit(column, row, pixelAt(level, mapped(toSlide, sampling.point(column, row))));
}

bool canBeSampled(const PyramidGeometry& geometry, const ProfileSampling& sampling, const cv::Matx23d& toSlide)
{
    return geometry.levelCount() > 0 && sampling.count > 0 && isFinite(toSlide);
}

/// Asks for every tile once and remembers the answer: neighboring pixels mostly lie in the same one.
class TileReader {
public:
    TileReader(const PyramidGeometry& geometry, int level, const TileLookup& lookup)
        : m_geometry(geometry),
          m_level(level),
          m_lookup(lookup)
    {
    }

    std::optional<std::uint32_t> read(const cv::Point2i& pixel)
    {
        const int size = m_geometry.tileSize();
        const TileKey key{m_level, pixel.x / size, pixel.y / size};
        if (!m_current || key != m_key) {
            m_key = key;
            m_current = &find(key);
        }
        if (!*m_current)
            return std::nullopt;
        return (*m_current)->row(pixel.y - key.row * size)[pixel.x - key.column * size];
    }

    std::vector<TileKey> takeMissing() { return std::move(m_missing); }

private:
    const TilePtr& find(const TileKey& key)
    {
        const auto [place, isNew] = m_tiles.try_emplace(key);
        if (isNew) {
            const PixelRect rect = m_geometry.tileRect(key);
            const TilePtr tile = m_lookup(key);
            if (tile && tile->width() >= rect.width && tile->height() >= rect.height)
                place->second = tile;
            else
                m_missing.push_back(key);
        }
        return place->second;
    }

    const PyramidGeometry& m_geometry;
    int m_level;
    const TileLookup& m_lookup;
    std::map<TileKey, TilePtr> m_tiles;
    std::vector<TileKey> m_missing;
    TileKey m_key;
    const TilePtr* m_current = nullptr;
};

std::optional<float> meanOf(const cv::Mat& gray, const cv::Mat& states, int column)
{
    int sum = 0;
    int present = 0;
    for (int row = 0; row < gray.rows; ++row) {
        switch (states.at<std::uint8_t>(row, column)) {
        case LinePixels::Missing:
            return std::nullopt;
        case LinePixels::Present:
            sum += gray.at<std::uint8_t>(row, column);
            ++present;
            break;
        default:
            break;
        }
    }
    if (present == 0)
        return std::nullopt;
    return static_cast<float>(sum) / static_cast<float>(present);
}

}

double ProfileLine::length() const
{
    return std::hypot(end.x - start.x, end.y - start.y);
}

cv::Point2d ProfileSampling::point(int sample, int acrossIndex) const
{
    const double along = sample * step;
    const double offset = (acrossIndex - (across - 1) / 2.0) * acrossStep;
    return {start.x + along * direction.x - offset * direction.y, start.y + along * direction.y + offset * direction.x};
}

ProfileSampling samplingOf(const PyramidGeometry& geometry, const ProfileLine& line)
{
    ProfileSampling sampling;
    const double length = line.length();
    if (!isFinite(line.start) || !isFinite(line.end) || !std::isfinite(length) || geometry.levelCount() == 0)
        return sampling;
    sampling.start = line.start;
    if (length > 0)
        sampling.direction = (line.end - line.start) / length;

    sampling.count = sampleCount(length, 1);
    while (sampling.count > ProfileSampling::kMaxSamples && sampling.level < geometry.coarsestLevel()) {
        ++sampling.level;
        sampling.step = downsample(geometry.level(sampling.level));
        sampling.count = sampleCount(length, sampling.step);
    }
    if (sampling.count > ProfileSampling::kMaxSamples) {
        sampling.count = ProfileSampling::kMaxSamples;
        sampling.step = length / (ProfileSampling::kMaxSamples - 1);
    }

    const int width = std::clamp(line.width, 1, ProfileLine::kMaxWidth);
    sampling.across = std::max(1, static_cast<int>(std::lround(width / sampling.step)));
    sampling.acrossStep = static_cast<double>(width) / sampling.across;
    return sampling;
}

int levelOfSampling(const PyramidGeometry& geometry, const ProfileSampling& sampling, const cv::Matx23d& toSlide)
{
    const double determinant = toSlide(0, 0) * toSlide(1, 1) - toSlide(0, 1) * toSlide(1, 0);
    const double apart = sampling.step * std::sqrt(std::abs(determinant)) * kSameScale;
    int level = 0;
    while (level < geometry.coarsestLevel() && downsample(geometry.level(level + 1)) <= apart)
        ++level;
    return level;
}

std::vector<TileKey> tilesOfLine(const PyramidGeometry& geometry, const ProfileLine& line)
{
    return tilesOfLine(geometry, samplingOf(geometry, line), kSamePlace);
}

std::vector<TileKey> tilesOfLine(const PyramidGeometry& geometry, const ProfileSampling& sampling, const cv::Matx23d& toSlide)
{
    if (!canBeSampled(geometry, sampling, toSlide))
        return {};
    return pixelsUnderLine(
               geometry, sampling, [](const TileKey&) { return nullptr; }, toSlide)
        .missing;
}

LinePixels pixelsUnderLine(const PyramidGeometry& geometry, const ProfileSampling& sampling, const TileLookup& lookup,
                           const cv::Matx23d& toSlide)
{
    LinePixels line;
    line.step = sampling.step;
    if (!canBeSampled(geometry, sampling, toSlide))
        return line;
    line.level = levelOfSampling(geometry, sampling, toSlide);
    line.pixels = makeBgrxImage(sampling.count, sampling.across, 0);
    line.states = cv::Mat(sampling.across, sampling.count, CV_8UC1, cv::Scalar(LinePixels::Missing));
    TileReader reader(geometry, line.level, lookup);
    forEachPoint(geometry.level(line.level), sampling, toSlide,
                 [&](int column, int row, const std::optional<cv::Point2i>& pixel) {
                     std::uint8_t& state = line.states.at<std::uint8_t>(row, column);
                     if (!pixel) {
                         state = LinePixels::Outside;
                     } else if (const auto color = reader.read(*pixel)) {
                         line.pixels.row(row)[column] = *color;
                         state = LinePixels::Present;
                     }
                 });
    line.missing = reader.takeMissing();
    return line;
}

GrayProfile grayProfile(const LinePixels& line, const ColorTable* table)
{
    GrayProfile profile{line.level, line.step, {}};
    if (line.pixels.isEmpty())
        return profile;
    const BgrxImage mappedPixels = table ? table->apply(line.pixels) : line.pixels;
    cv::Mat gray;
    cv::cvtColor(mappedPixels.pixels, gray, cv::COLOR_BGRA2GRAY);
    profile.gray.reserve(static_cast<std::size_t>(gray.cols));
    for (int column = 0; column < gray.cols; ++column)
        profile.gray.push_back(meanOf(gray, line.states, column));
    return profile;
}

std::optional<double> correlation(const GrayProfile& a, const GrayProfile& b)
{
    const std::size_t size = std::min(a.gray.size(), b.gray.size());
    int count = 0;
    double meanA = 0;
    double meanB = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (!a.gray[i] || !b.gray[i])
            continue;
        ++count;
        meanA += (static_cast<double>(*a.gray[i]) - meanA) / count;
        meanB += (static_cast<double>(*b.gray[i]) - meanB) / count;
    }
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (!a.gray[i] || !b.gray[i])
            continue;
        const double fromA = static_cast<double>(*a.gray[i]) - meanA;
        const double fromB = static_cast<double>(*b.gray[i]) - meanB;
        squaresA += fromA * fromA;
        squaresB += fromB * fromB;
        products += fromA * fromB;
    }
    // Flat: what rounding leaves of equal values is far below a thousandth of a gray value per sample.
    const double flat = 1e-6 * count;
    if (count < 2 || squaresA <= flat || squaresB <= flat)
        return std::nullopt;
    return std::clamp(products / std::sqrt(squaresA * squaresB), -1.0, 1.0);
}

std::optional<double> micrometersPerPixel(const ProfileLine& line, std::optional<double> mppX, std::optional<double> mppY)
{
    if (!mppX || !mppY)
        return std::nullopt;
    const double length = line.length();
    if (!(length > 0) || !std::isfinite(length))
        return *mppX;
    return std::hypot((line.end.x - line.start.x) * *mppX, (line.end.y - line.start.y) * *mppY) / length;
}

}
