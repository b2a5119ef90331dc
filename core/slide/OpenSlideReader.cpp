#include "slide/OpenSlideReader.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <mutex>
#include <utility>

#include <openslide.h>
#include <tiffio.h>

#include "image/Guarded.h"
#include "slide/CanvasMap.h"
#include "slide/HandleGenerations.h"
#include "slide/SlideMetadata.h"
#include "slide/TiffFrames.h"
#include "slide/VerifiedTiles.h"
#include "slide/VirtualLevels.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

using Properties = std::map<std::string, std::string, std::less<>>;

struct OpenSlideCloser {
    void operator()(openslide_t* slide) const { openslide_close(slide); }
};

class OpenSlideHandle : public RegionHandle {
public:
    /// Null: not a kind of file that OpenSlide knows. Errors: SlideUnreadable, UnsupportedSlide.
    static Result<std::shared_ptr<OpenSlideHandle>> open(const fs::path& path)
    {
        // OpenSlide leaves libtiff's complaints to libtiff, which prints them.
        static std::once_flag silenced;
        std::call_once(silenced, [] {
            TIFFSetWarningHandler(nullptr);
            TIFFSetErrorHandler(nullptr);
        });
        openslide_t* const slide = openslide_open(path.c_str());
        if (!slide)
            return nullptr;
        std::shared_ptr<OpenSlideHandle> handle(new OpenSlideHandle(slide));
        if (const auto error = handle->error()) {
            const bool isUnsupported = error->starts_with("Unsupported");   // e.g. "Unsupported TIFF compression: 52479"
            return fail(isUnsupported ? ErrorCode::UnsupportedSlide : ErrorCode::SlideUnreadable, path.string(), *error);
        }
        return handle;
    }

    void readRegion(const LevelRegion& region, std::uint32_t* pixels) override
    {
        openslide_read_region(m_slide.get(), pixels, region.x0, region.y0, region.level, region.width, region.height);
    }

    std::optional<std::string> error() const override
    {
        const char* const text = openslide_get_error(m_slide.get());
        return text ? std::optional<std::string>(text) : std::nullopt;
    }

    openslide_t* get() const { return m_slide.get(); }

private:
    explicit OpenSlideHandle(openslide_t* slide) : m_slide(slide) {}

    std::unique_ptr<openslide_t, OpenSlideCloser> m_slide;
};

Properties propertiesOf(openslide_t* slide)
{
    Properties properties;
    for (const char* const* name = openslide_get_property_names(slide); name && *name; ++name) {
        const char* const value = openslide_get_property_value(slide, *name);
        properties.emplace(toUtf8(*name), toUtf8(value ? value : ""));
    }
    return properties;
}

std::string_view valueOf(const Properties& properties, std::string_view name)
{
    const auto found = properties.find(name);
    return found == properties.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::int64_t> integerOf(const Properties& properties, std::string_view name)
{
    const std::string_view text = valueOf(properties, name);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::uint32_t backgroundOf(const Properties& properties)
{
    constexpr std::uint32_t kWhite = 0xFFFFFF;
    const std::string_view text = valueOf(properties, OPENSLIDE_PROPERTY_NAME_BACKGROUND_COLOR);
    std::uint32_t color = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), color, 16);
    return text.size() == 6 && error == std::errc() && end == text.data() + text.size() ? color : kWhite;
}

std::optional<double> mppOfResolutionTag(const Properties& properties, std::string_view name)
{
    const auto resolution = parseNumber(valueOf(properties, name));
    const std::string_view unit = valueOf(properties, "tiff.ResolutionUnit");
    if (!resolution || !(*resolution > 0))
        return {};
    if (unit == "centimeter")
        return 10000 / *resolution;
    if (unit == "inch")
        return 25400 / *resolution;
    return {};
}

std::optional<double> mppOf(const Properties& properties, std::string_view name, std::string_view tag, std::optional<double> own)
{
    const auto stated = plausibleMpp(parseNumber(valueOf(properties, name)));
    return mppOfTiff(own, stated ? stated : mppOfResolutionTag(properties, tag));
}

/// The scanned part of the canvas; all of it where the file states nothing or nonsense.
PixelRect boundsOf(const Properties& properties, const CanvasLevel& canvas)
{
    const PixelRect all{0, 0, canvas.width, canvas.height};
    const auto x = integerOf(properties, OPENSLIDE_PROPERTY_NAME_BOUNDS_X);
    const auto y = integerOf(properties, OPENSLIDE_PROPERTY_NAME_BOUNDS_Y);
    const auto width = integerOf(properties, OPENSLIDE_PROPERTY_NAME_BOUNDS_WIDTH);
    const auto height = integerOf(properties, OPENSLIDE_PROPERTY_NAME_BOUNDS_HEIGHT);
    const auto isUsable = [](const std::optional<std::int64_t>& value) {
        constexpr std::int64_t kLimit = std::numeric_limits<std::int32_t>::max();
        return value && *value >= -kLimit && *value <= kLimit;
    };
    if (!isUsable(x) || !isUsable(y) || !isUsable(width) || !isUsable(height))
        return all;
    const PixelRect bounds = intersection({*x, *y, *width, *height}, all);
    return bounds.isEmpty() ? all : bounds;
}

/// From OpenSlide 4 on, or of the first directory of a TIFF.
std::shared_ptr<const std::vector<std::byte>> colorProfileOf(const fs::path& path, [[maybe_unused]] openslide_t* slide)
{
#ifdef OPENSLIDE_PROPERTY_NAME_ICC_SIZE
    constexpr std::int64_t kMostBytes = std::int64_t(64) << 20;
    const std::int64_t size = openslide_get_icc_profile_size(slide);
    if (size > 0 && size <= kMostBytes) {
        std::vector<std::byte> bytes(static_cast<std::size_t>(size));
        openslide_read_icc_profile(slide, bytes.data());
        return keptColorProfile(std::move(bytes));
    }
#endif
    return tiffColorProfile(path);
}

SlideInfo infoOf(const fs::path& path, openslide_t* slide, const CanvasLevel& canvas)
{
    const Properties properties = propertiesOf(slide);
    const OwnDescription own = parseOwnDescription(valueOf(properties, "tiff.ImageDescription"));
    SlideInfo info;
    info.path = path;
    info.format = valueOf(properties, OPENSLIDE_PROPERTY_NAME_VENDOR);
    info.mppX = mppOf(properties, OPENSLIDE_PROPERTY_NAME_MPP_X, "tiff.XResolution", own.mppX);
    info.mppY = mppOf(properties, OPENSLIDE_PROPERTY_NAME_MPP_Y, "tiff.YResolution", own.mppY);
    info.objectivePower = parseNumber(valueOf(properties, OPENSLIDE_PROPERTY_NAME_OBJECTIVE_POWER));
    if (!info.objectivePower || !(*info.objectivePower > 0))
        info.objectivePower = own.objectivePower;
    info.background = backgroundOf(properties);
    info.bounds = boundsOf(properties, canvas);
    info.colorProfile = colorProfileOf(path, slide);
    info.properties.assign(properties.begin(), properties.end());
    for (const char* const* name = openslide_get_associated_image_names(slide); name && *name; ++name)
        info.associatedImages.emplace_back(*name);
    std::sort(info.associatedImages.begin(), info.associatedImages.end());
    info.demo = own.demo;
    return info;
}

Result<std::vector<CanvasLevel>> canvasLevelsOf(const fs::path& path, openslide_t* slide)
{
    constexpr std::int64_t kMaxSide = std::numeric_limits<std::int32_t>::max();
    std::vector<CanvasLevel> levels;
    for (int i = 0; i < openslide_get_level_count(slide); ++i) {
        CanvasLevel level;
        openslide_get_level_dimensions(slide, i, &level.width, &level.height);
        level.libraryDownsample = openslide_get_level_downsample(slide, i);
        if (level.width <= 0 || level.height <= 0 || level.width > kMaxSide || level.height > kMaxSide)
            return fail(ErrorCode::SlideUnreadable, path.string(), "a level without a usable size");
        levels.push_back(level);
    }
    if (levels.empty())
        return fail(ErrorCode::SlideUnreadable, path.string(), "no levels");
    return levels;
}

std::vector<TiledLevel> tiledLevelsOf(const SlideInfo& info, const std::vector<CanvasLevel>& canvas)
{
    const Properties properties(info.properties.begin(), info.properties.end());
    std::vector<TiledLevel> levels;
    for (const CanvasLevel& of : canvas) {
        const std::string prefix = "openslide.level[" + std::to_string(levels.size()) + "].tile-";
        const auto sideOf = [&](const char* side) {
            const std::int64_t pixels = integerOf(properties, prefix + side).value_or(0);
            return pixels > 0 && pixels <= std::numeric_limits<std::int32_t>::max() ? static_cast<int>(pixels) : 0;
        };
        levels.push_back({of.width, of.height, sideOf("width"), sideOf("height")});
    }
    return levels;
}

/// What kind of tiles may be read without the library; nothing where levels are not simply directories.
std::optional<TiffKind> plainTiffKindOf(const SlideInfo& info, const std::vector<CanvasLevel>& canvas)
{
    const bool isWhole = info.bounds == PixelRect{0, 0, canvas.front().width, canvas.front().height};
    return isWhole ? tiffKindOf(info.format) : std::nullopt;
}

int tileSizeOf(const SlideInfo& info, const std::vector<CanvasLevel>& canvas)
{
    return plainTiffKindOf(info, canvas) ? slideTileSizeFor(tiledLevelsOf(info, canvas).front()) : PyramidGeometry::kDefaultTileSize;
}

void composeOnto(std::uint32_t background, BgrxImage& image)
{
    const auto over = [background](std::uint32_t premultiplied) {
        const std::uint32_t rest = 255 - (premultiplied >> 24);
        std::uint32_t result = 0xFF000000;
        for (int shift = 0; shift < 24; shift += 8) {
            const std::uint32_t below = ((background >> shift & 0xFF) * rest + 127) / 255;
            result |= std::min<std::uint32_t>(255, (premultiplied >> shift & 0xFF) + below) << shift;
        }
        return result;
    };
    for (int y = 0; y < image.height(); ++y) {
        std::uint32_t* row = image.row(y);
        for (int x = 0; x < image.width(); ++x) {
            if (row[x] >> 24 != 255)
                row[x] = over(row[x]);
        }
    }
}

/// A fresh handle for a slide that was open already. Errors: TileUnreadable.
Result<std::shared_ptr<RegionHandle>> reopen(const fs::path& path, const std::vector<CanvasLevel>& expected)
{
    const auto handle = OpenSlideHandle::open(path);
    if (!handle)
        return fail(ErrorCode::TileUnreadable, path.string(), handle.error().detail);
    if (!*handle || canvasLevelsOf(path, (*handle)->get()) != expected)
        return fail(ErrorCode::TileUnreadable, path.string(), "the file has changed since it was opened");
    return *handle;
}

class OpenSlideSlide : public VirtualLevelSlide {
public:
    OpenSlideSlide(std::shared_ptr<OpenSlideHandle> handle, const std::vector<CanvasLevel>& levels, SlideInfo slideInfo,
                   TileReading reading)
        : VirtualLevelSlide(PyramidGeometry(CanvasMap(levels, slideInfo.bounds).levels(), tileSizeOf(slideInfo, levels)), slideInfo),
          m_canvas(levels, slideInfo.bounds),
          m_handles(std::move(handle), [path = slideInfo.path, levels] { return reopen(path, levels); })
    {
        if (reading == TileReading::Library)
            return;
        m_losslessLevels = openLossless(levels);
        if (!m_losslessLevels)
            m_verifiedTiles = openTiles(levels);
    }

    Result<RgbImage> readAssociatedImage(const std::string& name) const override;

protected:
    Result<BgrxImage> readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const override;

private:
    std::unique_ptr<const FramedLevels> openLossless(const std::vector<CanvasLevel>& levels) const;
    std::unique_ptr<const VerifiedTiles> openTiles(const std::vector<CanvasLevel>& levels) const;
    Result<BgrxImage> readWithLibrary(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const;

    CanvasMap m_canvas;
    mutable HandleGenerations m_handles;
    std::unique_ptr<const FramedLevels> m_losslessLevels;
    std::unique_ptr<const VerifiedTiles> m_verifiedTiles;
};

std::unique_ptr<const FramedLevels> OpenSlideSlide::openLossless(const std::vector<CanvasLevel>& levels) const
{
    const auto kind = plainTiffKindOf(info(), levels);
    auto sources = kind ? losslessTiffLevels(info().path, *kind, tiledLevelsOf(info(), levels)) : std::vector<FrameSourcePtr>();
    return sources.empty() ? nullptr : std::make_unique<const FramedLevels>(std::move(sources), geometry().tileSize());
}

std::unique_ptr<const VerifiedTiles> OpenSlideSlide::openTiles(const std::vector<CanvasLevel>& levels) const
{
    const auto kind = plainTiffKindOf(info(), levels);
    auto tiles = kind ? TiffTiles::open(info().path, *kind, tiledLevelsOf(info(), levels), geometry().tileSize()) : nullptr;
    if (!tiles)
        return nullptr;
    LibraryReading library{[this](int level, const PixelRect& rect) { return m_canvas.isOnPixels(level, rect); },
                           [this](int level, const PixelRect& rect, const std::stop_token& stop) {
                               return readWithLibrary(level, rect, stop);
                           }};
    return std::make_unique<const VerifiedTiles>(std::move(tiles), static_cast<int>(levels.size()), info().background,
                                                 std::move(library));
}

Result<BgrxImage> OpenSlideSlide::readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const
{
    if (m_losslessLevels) {
        auto tile = m_losslessLevels->read(storedLevel, rect, info().background, stop);
        if (!tile)
            tile.error().subject = info().path.string();
        return tile;
    }
    if (m_verifiedTiles) {
        if (auto tile = m_verifiedTiles->read(storedLevel, rect, stop))
            return *std::move(tile);
    }
    return readWithLibrary(storedLevel, rect, stop);
}

Result<BgrxImage> OpenSlideSlide::readWithLibrary(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const
{
    BgrxImage tile = makeBgrxImage(static_cast<int>(rect.width), static_cast<int>(rect.height));
    if (auto read = m_handles.read(m_canvas.region(storedLevel, rect), tile.row(0), stop); !read) {
        read.error().subject = info().path.string();
        return tl::unexpected(read.error());
    }
    composeOnto(info().background, tile);
    return tile;
}

/// On a handle of its own: an error would stick to that of the tiles.
Result<RgbImage> OpenSlideSlide::readAssociatedImage(const std::string& name) const
{
    constexpr std::int64_t kMaxPixels = std::int64_t(1) << 26;
    const std::string subject = info().path.string();
    const auto& names = info().associatedImages;
    if (std::find(names.begin(), names.end(), name) == names.end())
        return fail(ErrorCode::NoSuchAssociatedImage, subject, name);
    const auto handle = OpenSlideHandle::open(info().path);
    if (!handle)
        return tl::unexpected(handle.error());
    if (!*handle)
        return fail(ErrorCode::SlideUnreadable, subject, "the file has changed since it was opened");
    std::int64_t width = 0;
    std::int64_t height = 0;
    openslide_get_associated_image_dimensions((*handle)->get(), name.c_str(), &width, &height);
    if (width <= 0 || height <= 0 || width > kMaxPixels / height)
        return fail(ErrorCode::SlideUnreadable, subject, name + " has no usable size");
    return guarded(subject, [&]() -> Result<RgbImage> {
        BgrxImage image = makeBgrxImage(static_cast<int>(width), static_cast<int>(height));
        openslide_read_associated_image((*handle)->get(), name.c_str(), image.row(0));
        if (const auto error = (*handle)->error())
            return fail(ErrorCode::SlideUnreadable, subject, name + ": " + *error);
        composeOnto(info().background, image);
        return toRgb(image);
    });
}

}

Result<SlidePtr> openWithOpenSlide(const fs::path& path, TileReading reading)
{
    auto handle = OpenSlideHandle::open(path);
    if (!handle)
        return tl::unexpected(handle.error());
    if (!*handle)
        return nullptr;
    const auto levels = canvasLevelsOf(path, (*handle)->get());
    if (!levels)
        return tl::unexpected(levels.error());
    SlideInfo info = infoOf(path, (*handle)->get(), levels->front());
    return std::make_shared<const OpenSlideSlide>(*std::move(handle), *levels, std::move(info), reading);
}

}
