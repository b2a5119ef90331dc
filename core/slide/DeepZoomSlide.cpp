#include "slide/DeepZoomSlide.h"

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "image/ImageFile.h"
#include "slide/FramedSlide.h"
#include "slide/XmlNodes.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// The XML has a dozen lines.
constexpr std::size_t kMostBytes = 64 * 1024;
/// Tools write tiles of 254 to 1024 pixels.
constexpr std::int64_t kMaxTileSize = 8192;
constexpr std::array<std::string_view, 3> kTileFormats = {"jpeg", "jpg", "png"};

/// What the XML says.
struct DeepZoom {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::int64_t tileSize = 0;
    std::int64_t overlap = 0;   ///< pixels that a tile has of each of its neighbors
    std::string format;

    /// The level that holds the image in full; each one below halves it, down to a single pixel.
    int finestLevel() const { return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(std::max(width, height) - 1))); }
};

/// Level folders hold tiles named COLUMN_ROW.
class DeepZoomTiles : public FrameSource {
public:
    DeepZoomTiles(const DeepZoom& image, const FrameGrid& grid, fs::path folder)
        : FrameSource(grid), m_overlap(static_cast<int>(image.overlap)), m_format(image.format), m_folder(std::move(folder))
    {
    }

    fs::path pathOf(std::int64_t column, std::int64_t row) const
    {
        return m_folder / (std::to_string(column) + "_" + std::to_string(row) + "." + m_format);
    }

    Result<BgrxImage> readFrame(std::int64_t column, std::int64_t row) const override
    {
        const std::int64_t side = grid().frameWidth + 2 * m_overlap;
        const auto tile = readImage(pathOf(column, row), side * side);
        if (!tile)
            return fail(ErrorCode::TileUnreadable, {}, pathOf(column, row).filename().string() + " cannot be read");
        const int left = column > 0 ? m_overlap : 0;
        const int top = row > 0 ? m_overlap : 0;
        if (tile->width() <= left || tile->height() <= top)
            return fail(ErrorCode::TileUnreadable, {}, "a tile smaller than its overlap");
        return toBgrx({tile->pixels(cv::Rect(left, top, tile->width() - left, tile->height() - top))});
    }

private:
    int m_overlap;
    std::string m_format;
    fs::path m_folder;
};

std::string startOf(const fs::path& path)
{
    std::string text(kMostBytes, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

/// Errors: SlideUnreadable, UnsupportedSlide.
Result<DeepZoom> parse(const pugi::xml_node& image)
{
    const pugi::xml_node size = childNamed(image, "Size");
    DeepZoom result{size.attribute("Width").as_llong(), size.attribute("Height").as_llong(), image.attribute("TileSize").as_llong(),
                    image.attribute("Overlap").as_llong(), image.attribute("Format").as_string()};
    if (result.tileSize < 1 || result.tileSize > kMaxTileSize || result.overlap < 0 || result.overlap > result.tileSize)
        return fail(ErrorCode::SlideUnreadable, {}, "tiles without a usable size");
    if (std::find(kTileFormats.begin(), kTileFormats.end(), result.format) == kTileFormats.end())
        return fail(ErrorCode::UnsupportedSlide, {}, "a Deep Zoom image with tiles that are neither JPEG nor PNG");
    if (childNamed(image, "DisplayRects"))
        return fail(ErrorCode::UnsupportedSlide, {}, "a sparse Deep Zoom image");
    return result;
}

/// The levels that are worth reading: down to the first that fits into one tile. Errors: SlideUnreadable.
Result<std::vector<FrameSourcePtr>> levelsOf(const DeepZoom& image, const fs::path& folder)
{
    std::vector<FrameSourcePtr> levels;
    const int finest = image.finestLevel();
    for (int level = finest; level >= 0; --level) {
        const int halvings = finest - level;
        const auto halved = [halvings](std::int64_t side) { return (side + (std::int64_t(1) << halvings) - 1) >> halvings; };
        const FrameGrid grid{halved(image.width), halved(image.height), static_cast<int>(image.tileSize), static_cast<int>(image.tileSize)};
        auto tiles = std::make_unique<const DeepZoomTiles>(image, grid, folder / std::to_string(level));
        std::error_code ignored;
        const fs::path last = tiles->pathOf(grid.columns() - 1, grid.rows() - 1);
        if (!fs::exists(last, ignored)) {
            if (level == finest)
                return fail(ErrorCode::SlideUnreadable, {}, "its tiles are not where they belong: " + last.string());
            break;   // coarser levels are made of those that are there
        }
        levels.push_back(std::move(tiles));
        if (grid.width <= image.tileSize && grid.height <= image.tileSize)
            break;
    }
    return levels;
}

Result<SlidePtr> openImage(const fs::path& path, const pugi::xml_node& node)
{
    const auto image = parse(node);
    if (!image)
        return tl::unexpected(image.error());
    const FrameGrid full{image->width, image->height, static_cast<int>(image->tileSize), static_cast<int>(image->tileSize)};
    // The tiles are files of their own: how many bytes they have is not known without looking at each.
    if (const auto checked = checkFrameGrid(full, std::numeric_limits<std::uint64_t>::max()); !checked)
        return tl::unexpected(checked.error());
    auto levels = levelsOf(*image, path.parent_path() / (path.stem().string() + "_files"));
    if (!levels)
        return tl::unexpected(levels.error());
    SlideInfo info;
    info.path = path;
    info.format = "deep-zoom";
    info.properties = {{"deep-zoom.Format", image->format},
                       {"deep-zoom.Overlap", std::to_string(image->overlap)},
                       {"deep-zoom.TileSize", std::to_string(image->tileSize)}};
    return std::make_shared<const FramedSlide>(std::move(info), *std::move(levels), std::vector<FramedSlide::Associated>{});
}

}

Result<SlidePtr> openDeepZoom(const fs::path& path)
{
    const std::string text = startOf(path);
    if (text.find("<Image") == std::string::npos && text.find(":Image") == std::string::npos)
        return nullptr;
    pugi::xml_document document;
    // Whatever follows the element has no say.
    document.load_buffer(text.data(), text.size());
    const pugi::xml_node image = childNamed(document, "Image");
    if (!image.attribute("TileSize"))
        return nullptr;
    auto slide = openImage(path, image);
    if (!slide)
        slide.error().subject = path.string();
    return slide;
}

}
