#include "dataset/PatchCandidates.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "color/TissueMask.h"
#include "normalize/ColorSample.h"

namespace isostain {

namespace {

constexpr double kSameSize = 0.02;
constexpr double kMostEnlarged = 1.25;
/// Tissue is looked for in the finest level of no more pixels than this.
constexpr std::int64_t kMostOverviewPixels = std::int64_t(1) << 22;
/// Sums of shares in float leave traces of areas that only touch a cell.
constexpr float kNoTrace = 1e-4f;

struct PixelSize {
    double x;
    double y;
};

std::optional<PixelSize> pixelSize(const SlideInfo& info, std::optional<double> otherwise)
{
    const auto x = info.mppX ? info.mppX : info.mppY ? info.mppY : otherwise;
    const auto y = info.mppY ? info.mppY : x;
    return x && y && *x > 0 && *y > 0 ? std::optional(PixelSize{*x, *y}) : std::nullopt;
}

/// The coarsest level that is not coarser than asked, or a level that is as good as what was asked.
int levelFor(const PyramidGeometry& geometry, double downsampleX, double downsampleY)
{
    int found = 0;
    for (int index = 0; index < geometry.levelCount(); ++index) {
        const PyramidLevel& level = geometry.level(index);
        if (level.downsampleX <= downsampleX * (1 + kSameSize) && level.downsampleY <= downsampleY * (1 + kSameSize))
            found = index;
    }
    return found;
}

bool isSame(double a, double b)
{
    return std::abs(a / b - 1) <= kSameSize;
}

/// Whole cells of `size` pixels.
CellGrid cellsOf(const PixelGrid& grid, int size)
{
    CellGrid cells{size * grid.downsampleX, size * grid.downsampleY, 0, 0};
    constexpr std::int64_t kMostAlong = 1'000'000'000;
    cells.columns = static_cast<int>(std::min(grid.width / size, kMostAlong));
    cells.rows = static_cast<int>(std::min(grid.height / size, kMostAlong));
    return cells;
}

NetworkCanvas overviewOf(const PyramidGeometry& geometry)
{
    int level = geometry.coarsestLevel();
    while (level > 0 && geometry.level(level - 1).width * geometry.level(level - 1).height <= kMostOverviewPixels)
        --level;
    return {level, gridOf(geometry.level(level)), PixelSizeMatch::Matched};
}

/// How much tissue each cell shows, as far as an overview tells.
Result<std::vector<float>> tissueShares(const Slide& slide, const CellGrid& cells, std::optional<double> sourceMpp,
                                        const std::stop_token& stop)
{
    const NetworkCanvas overview = overviewOf(slide.geometry());
    const auto pixels = readCanvas(slide, overview, overview.grid.rect(), stop);
    if (!pixels)
        return tl::unexpected(pixels.error());
    const auto mpp = meanMpp(slide.info());
    cv::Mat tissue = tissueMask(toBgrx(pixels->image), likelyMpp(mpp ? mpp : sourceMpp, overview.grid.downsampleX));
    for (const PixelRect& part : pixels->unreadable)
        tissue(placeIn(part, overview.grid.rect())).setTo(0);
    cv::Mat sums;
    cv::integral(tissue, sums, CV_64F);
    const auto along = [](double level0, double downsample, int size) {
        return std::clamp(static_cast<int>(std::lround(level0 / downsample)), 0, size);
    };
    std::vector<float> shares(cells.count());
    for (int row = 0; row < cells.rows; ++row) {
        const int top = std::min(along(row * cells.cellHeight, overview.grid.downsampleY, tissue.rows), tissue.rows - 1);
        const int bottom = std::max(along((row + 1) * cells.cellHeight, overview.grid.downsampleY, tissue.rows), top + 1);
        for (int column = 0; column < cells.columns; ++column) {
            const int left = std::min(along(column * cells.cellWidth, overview.grid.downsampleX, tissue.cols), tissue.cols - 1);
            const int right = std::max(along((column + 1) * cells.cellWidth, overview.grid.downsampleX, tissue.cols), left + 1);
            const double sum = sums.at<double>(bottom, right) - sums.at<double>(top, right) - sums.at<double>(bottom, left) +
                               sums.at<double>(top, left);
            shares[cells.index(column, row)] = static_cast<float>(sum / (255.0 * (right - left) * (bottom - top)));
        }
    }
    return shares;
}

std::string joined(const std::vector<std::string>& names)
{
    constexpr std::size_t kMostShown = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kMostShown); ++i)
        text += (i == 0 ? "" : ", ") + (names[i].empty() ? "(none)" : names[i]);
    return names.size() > kMostShown ? text + ", ..." : text;
}

bool liesOn(const AnnotatedArea& area, cv::Point2d origin, const PyramidGeometry& geometry)
{
    double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
    for (const cv::Point2d& corner : area.rings.front()) {
        left = std::min(left, corner.x - origin.x);
        right = std::max(right, corner.x - origin.x);
        top = std::min(top, corner.y - origin.y);
        bottom = std::max(bottom, corner.y - origin.y);
    }
    return right > 0 && bottom > 0 && left < static_cast<double>(geometry.width()) &&
           top < static_cast<double>(geometry.height());
}

/// Annotations that say nothing would make all of a slide normal. Errors: AnnotationsInvalid.
Result<void> checkAreas(const Annotations& annotations, const AreaNames& names, cv::Point2d origin, const Slide& slide,
                        const std::string& subject)
{
    const auto& areas = annotations.areas;
    if (areas.empty())
        return {};
    if (std::all_of(areas.begin(), areas.end(),
                    [&](const AnnotatedArea& area) { return roleOf(area.name, names) == AreaRole::Other; }))
        return fail(ErrorCode::AnnotationsInvalid, subject,
                    "none of its areas is named as tumor; they are named " + joined(classNames(areas)));
    if (std::none_of(areas.begin(), areas.end(),
                     [&](const AnnotatedArea& area) { return liesOn(area, origin, slide.geometry()); }))
        return fail(ErrorCode::AnnotationsInvalid, subject,
                    "none of its areas lies on " + slide.info().path.filename().string());
    return {};
}

Result<AreaCoverage> coverageOn(const Slide& slide, const DatasetSlide& about, const CellGrid& cells, const AreaNames& names)
{
    if (!about.annotations)
        return coverageOf({}, names, {}, cells, about.name);
    const auto annotations = readAnnotations(*about.annotations);
    if (!annotations)
        return tl::unexpected(annotations.error());
    const PixelRect& bounds = slide.info().bounds;
    const cv::Point2d origin = annotations->origin == AnnotationOrigin::Canvas
                                   ? cv::Point2d(static_cast<double>(bounds.x), static_cast<double>(bounds.y))
                                   : cv::Point2d();
    const std::string subject = about.annotations->string();
    if (const auto checked = checkAreas(*annotations, names, origin, slide, subject); !checked)
        return tl::unexpected(checked.error());
    return coverageOf(annotations->areas, names, origin, cells, subject);
}

bool isTumor(const AreaCoverage& coverage, std::size_t cell, std::optional<double> leastShare)
{
    return leastShare ? coverage.tumor[cell] + kNoTrace >= static_cast<float>(*leastShare) : coverage.centerIsTumor[cell];
}

}

Result<PatchCanvas> patchCanvas(const PyramidGeometry& geometry, const SlideInfo& info, const PatchOptions& options)
{
    const std::string subject = info.path.string();
    const auto size = pixelSize(info, options.sourceMpp);
    if (!size)
        return fail(ErrorCode::PixelSizeUnknown, subject);
    const double downsampleX = options.mpp / size->x, downsampleY = options.mpp / size->y;
    if (std::min(downsampleX, downsampleY) * kMostEnlarged < 1)
        return fail(ErrorCode::InvalidArgument, subject, "its pixels are larger than those that patches are to have");
    PatchCanvas result;
    NetworkCanvas& canvas = result.canvas;
    canvas.level = levelFor(geometry, downsampleX, downsampleY);
    canvas.grid = gridOf(geometry.level(canvas.level));
    canvas.match = PixelSizeMatch::Matched;
    if (!isSame(canvas.grid.downsampleX, downsampleX) || !isSame(canvas.grid.downsampleY, downsampleY)) {
        const auto fitting = [](std::int64_t pixels, double downsample) {
            return static_cast<std::int64_t>(std::floor(static_cast<double>(pixels) / downsample));
        };
        canvas.grid = {fitting(geometry.width(), downsampleX), fitting(geometry.height(), downsampleY), downsampleX,
                       downsampleY};
        canvas.match = PixelSizeMatch::Resampled;
    }
    result.mpp = (canvas.grid.downsampleX * size->x + canvas.grid.downsampleY * size->y) / 2;
    result.cells = cellsOf(canvas.grid, options.size);
    if (result.cells.columns < 1 || result.cells.rows < 1)
        return fail(ErrorCode::InvalidArgument, subject, "it is smaller than a patch");
    if (result.cells.count() > kMostCells)
        return fail(ErrorCode::InvalidArgument, subject, "it has too many patches of this size");
    return result;
}

const char* nameOf(PatchClass patchClass)
{
    static constexpr std::array kNames = {"tumor", "normal", "unlabelled"};
    return kNames[static_cast<std::size_t>(patchClass)];
}

Result<PatchCandidates> patchCandidates(const Slide& slide, const DatasetSlide& about, Labelling labelling,
                                        const PatchOptions& options, const JobControl& control)
{
    auto canvas = patchCanvas(slide.geometry(), slide.info(), options);
    if (!canvas)
        return tl::unexpected(canvas.error());
    PatchCandidates result;
    result.canvas = *std::move(canvas);
    const CellGrid& cells = result.canvas.cells;
    AreaCoverage coverage;
    if (labelling == Labelling::ByAnnotations) {
        auto covered = coverageOn(slide, about, cells, options.names);
        if (!covered)
            return tl::unexpected(covered.error());
        coverage = *std::move(covered);
    }
    const auto tissue = tissueShares(slide, cells, options.sourceMpp, control.stop);
    if (!tissue)
        return tl::unexpected(tissue.error());
    for (int row = 0; row < cells.rows; ++row)
        for (int column = 0; column < cells.columns; ++column) {
            const std::size_t cell = cells.index(column, row);
            if ((*tissue)[cell] < static_cast<float>(options.tissueShare))
                continue;
            result.tissue.push_back({column, row});
            if (labelling == Labelling::None)
                continue;
            if (isTumor(coverage, cell, options.tumorShare))
                result.tumor.push_back({column, row});
            else if (about.annotated == AnnotatedTumor::All && coverage.tumor[cell] < kNoTrace &&
                     coverage.excluded[cell] < kNoTrace)
                result.normal.push_back({column, row});
        }
    return result;
}

}
