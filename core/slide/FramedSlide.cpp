#include "slide/FramedSlide.h"

#include <algorithm>
#include <utility>

#include "image/Guarded.h"
#include "slide/TiffTiles.h"

namespace isostain {

namespace {

constexpr std::int64_t kMaxAssociatedPixels = std::int64_t(1) << 26;

PyramidGeometry geometryOf(const std::vector<FrameSourcePtr>& levels)
{
    std::vector<StoredLevel> stored;
    for (const FrameSourcePtr& level : levels)
        stored.push_back({level->grid().width, level->grid().height});
    const FrameGrid& finest = levels.front()->grid();
    return PyramidGeometry(stored, slideTileSizeFor({finest.width, finest.height, finest.frameWidth, finest.frameHeight}));
}

SlideInfo completed(SlideInfo info, const std::vector<FrameSourcePtr>& levels,
                    const std::vector<FramedSlide::Associated>& associated)
{
    info.bounds = {0, 0, levels.front()->grid().width, levels.front()->grid().height};
    for (const FramedSlide::Associated& image : associated)
        info.associatedImages.push_back(image.name);
    std::sort(info.associatedImages.begin(), info.associatedImages.end());
    return info;
}

}

FramedSlide::FramedSlide(SlideInfo slideInfo, std::vector<FrameSourcePtr> levels, std::vector<Associated> associated)
    : VirtualLevelSlide(geometryOf(levels), completed(std::move(slideInfo), levels, associated)),
      m_levels(std::move(levels), geometry().tileSize()),
      m_associated(std::move(associated))
{
}

Result<RgbImage> FramedSlide::readAssociatedImage(const std::string& name) const
{
    const std::string subject = info().path.string();
    const auto found =
        std::find_if(m_associated.begin(), m_associated.end(), [&](const Associated& image) { return image.name == name; });
    if (found == m_associated.end())
        return fail(ErrorCode::NoSuchAssociatedImage, subject, name);
    if (!found->source)
        return fail(ErrorCode::SlideUnreadable, subject, name + ": " + found->source.error().detail);
    const FrameSource& source = **found->source;
    const FrameGrid& grid = source.grid();
    if (grid.width > kMaxAssociatedPixels / grid.height)
        return fail(ErrorCode::SlideUnreadable, subject, name + " has no usable size");
    return guarded(subject, [&]() -> Result<RgbImage> {
        const auto image = readWhole(source, info().background);
        if (!image)
            return fail(ErrorCode::SlideUnreadable, subject, name + ": " + image.error().detail);
        return toRgb(*image);
    });
}

Result<BgrxImage> FramedSlide::readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const
{
    auto tile = m_levels.read(storedLevel, rect, info().background, stop);
    if (!tile)
        tile.error().subject = info().path.string();
    return tile;
}

}
