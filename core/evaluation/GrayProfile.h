#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include "color/ColorTable.h"
#include "slide/PyramidGeometry.h"
#include "tiles/TileCache.h"

namespace isostain {

/// Gray value profiles (Kang et al. 2021, StainNet, section 3.3): the gray values under a straight line, the same line in every
/// view of the tissue. All of this is pure; any thread.
///
/// A line across the tissue in level-0 pixels, pixel (x, y) covering [x, x + 1) x [y, y + 1). May reach beyond the slide.
struct ProfileLine {
    static constexpr int kMaxWidth = 255;

    cv::Point2d start;
    cv::Point2d end;
    int width = 1; ///< level-0 pixels averaged across the line, [1, kMaxWidth]; what is outside is taken as the nearest

    bool operator==(const ProfileLine&) const = default;

    double length() const; ///< level-0 pixels
};

/// Where the samples of a line lie.
///
/// Sample i stands at start + i * step * u, u the unit vector from start to end. Its value is the mean over `across` points on
/// the normal through it: offsets (j - (across - 1) / 2) * acrossStep along (-u.y, u.x). Of each point the pixel that contains
/// it is taken (nearest neighbor, never interpolated; within 1e-6 of a pixel's far border the next pixel).
struct ProfileSampling {
    static constexpr int kMaxSamples = 4096;

    cv::Point2d start;
    cv::Point2d direction{1, 0}; ///< u
    int count = 0;               ///< samples along the line; 0 where the line's coordinates are no numbers
    double step = 1;             ///< level-0 pixels between samples
    int level = 0;               ///< of the slide that the line was drawn on
    int across = 1;
    double acrossStep = 1; ///< level-0 pixels

    cv::Point2d point(int sample, int acrossIndex) const;
};

/// Steps of one level-0 pixel. Where that takes more than kMaxSamples, the finest coarser level that does with as many, in
/// steps of its downsample (the larger of the two); where even the coarsest does not, kMaxSamples on that one.
ProfileSampling samplingOf(const PyramidGeometry& geometry, const ProfileLine& line);

/// How a point of the slide that the line was drawn on (level-0 pixels) lies on the sampled one. A second scan of the same
/// glass has another than this.
inline const cv::Matx23d kSamePlace{1, 0, 0, 0, 1, 0};

/// The level that a slide is sampled at: the coarsest whose pixels are no larger than the samples are apart, at least 0.
int levelOfSampling(const PyramidGeometry& geometry, const ProfileSampling& sampling, const cv::Matx23d& toSlide = kSamePlace);

/// The tiles that hold the pixels of a line, each once, in the order in which the line meets them. None outside the slide.
std::vector<TileKey> tilesOfLine(const PyramidGeometry& geometry, const ProfileLine& line);
std::vector<TileKey> tilesOfLine(const PyramidGeometry& geometry, const ProfileSampling& sampling, const cv::Matx23d& toSlide);

/// A tile of the sampled slide, or null while it is not there.
using TileLookup = std::function<TilePtr(const TileKey&)>;

/// The source pixels of a line: gathered once, looked up in any number of tables.
struct LinePixels {
    enum State : std::uint8_t { Missing, Outside, Present };

    int level = 0;                ///< of the sampled slide
    double step = 1;              ///< level-0 pixels of the slide that the line was drawn on
    BgrxImage pixels;             ///< `across` rows of `count` samples; zero where there is none
    cv::Mat states;               ///< CV_8UC1 of the same size: State
    std::vector<TileKey> missing; ///< tiles that the lookup did not have, each once
};

/// Asks `lookup` once per tile.
LinePixels pixelsUnderLine(const PyramidGeometry& geometry, const ProfileSampling& sampling, const TileLookup& lookup,
                           const cv::Matx23d& toSlide = kSamePlace);

/// One curve.
struct GrayProfile {
    int level = 0;   ///< that the pixels come from
    double step = 1; ///< level-0 pixels between samples, of the slide that the line was drawn on
    /// [0, 255] per sample; nothing where a pixel of it lies in a missing tile or all of them lie outside the slide. Of a
    /// sample that reaches over the slide's border, the pixels inside count.
    std::vector<std::optional<float>> gray;
};

/// Gray is OpenCV's 8-bit RGB2GRAY of the pixels as the table maps them (null: of the source), averaged across the line.
GrayProfile grayProfile(const LinePixels& line, const ColorTable* table);

/// Pearson's correlation over the samples that both have, [-1, 1]; nothing for fewer than two of these or where one is flat.
std::optional<double> correlation(const GrayProfile& a, const GrayProfile& b);

/// Micrometers per level-0 pixel along the line; nothing where a pixel size is not known.
std::optional<double> micrometersPerPixel(const ProfileLine& line, std::optional<double> mppX, std::optional<double> mppY);

}
