#include "slide/Slide.h"

#include <array>
#include <atomic>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "image/Guarded.h"
#include "image/ImageFile.h"
#include "slide/DeepZoomSlide.h"
#include "slide/DicomSlide.h"
#include "slide/OmeTiffSlide.h"
#include "slide/OpenSlideReader.h"
#include "slide/PlainImageSlide.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

std::atomic<std::uint64_t> s_lastId = 0;

struct SlideSignature {
    std::size_t offset;
    std::string_view bytes;
    const char* kind;
};

/// Slides that only newer versions of OpenSlide read, or none.
constexpr std::array kUnsupportedSlides = {
    SlideSignature{0, "ZISRAWFILE", "Zeiss CZI"},
};

/// Asked before OpenSlide, which sees one level of an OME-TIFF. A null slide: not of this kind.
constexpr std::array kOwnReaders = {openOmeTiff, openDicom, openDeepZoom};

const char* unsupportedSlideKind(const fs::path& path)
{
    std::array<char, 132> buffer{};
    std::ifstream(path, std::ios::binary).read(buffer.data(), buffer.size());
    const std::string_view start(buffer.data(), buffer.size());
    for (const SlideSignature& signature : kUnsupportedSlides) {
        if (start.substr(signature.offset).starts_with(signature.bytes))
            return signature.kind;
    }
    return nullptr;
}

}

Slide::Slide(PyramidGeometry geometry, SlideInfo info)
    : m_id(++s_lastId), m_geometry(std::move(geometry)), m_info(std::move(info))
{
}

Result<SlidePtr> openSlide(const fs::path& path)
{
    return guarded(path.string(), [&]() -> Result<SlidePtr> {
        std::error_code error;
        if (fs::is_directory(path, error)) {
            auto slide = openDicomFolder(path);
            if (!slide || *slide)
                return slide;
        }
        const auto format = recognizeImageFile(path);
        if (!format && format.error().code != ErrorCode::UnsupportedFormat)
            return tl::unexpected(format.error());
        for (const auto& open : kOwnReaders) {
            auto slide = open(path);
            if (!slide || *slide)
                return slide;
        }
        auto slide = openWithOpenSlide(path);
        if (!slide || *slide)
            return slide;
        if (format)
            return openPlainImage(path);
        if (const char* kind = unsupportedSlideKind(path))
            return fail(ErrorCode::UnsupportedSlide, path.string(), kind);
        return tl::unexpected(format.error());
    });
}

Result<BgrxImage> readRegion(const Slide& slide, int level, const PixelRect& rect, const std::stop_token& stop)
{
    const PyramidGeometry& geometry = slide.geometry();
    constexpr std::int64_t kMaxPixels = std::int64_t(1) << 29;
    if (level < 0 || level >= geometry.levelCount() || rect.isEmpty() || rect.width > kMaxPixels / rect.height)
        return fail(ErrorCode::InvalidArgument, slide.info().path.filename().string(), "no such region");

    BgrxImage result = makeBgrxImage(static_cast<int>(rect.width), static_cast<int>(rect.height), slide.info().background);
    const PyramidLevel& of = geometry.level(level);
    const PixelRect inside = intersection(rect, {0, 0, of.width, of.height});
    if (inside.isEmpty())
        return result;
    const int tileSize = geometry.tileSize();
    for (auto row = inside.y / tileSize; row * tileSize < inside.y + inside.height; ++row) {
        for (auto column = inside.x / tileSize; column * tileSize < inside.x + inside.width; ++column) {
            const TileKey key{level, static_cast<int>(column), static_cast<int>(row)};
            const auto tile = slide.read(key, stop);
            if (!tile)
                return tl::unexpected(tile.error());
            const PixelRect from = geometry.tileRect(key);
            const PixelRect part = intersection(from, inside);
            const auto relativeTo = [&part](const PixelRect& origin) {
                return cv::Rect(static_cast<int>(part.x - origin.x), static_cast<int>(part.y - origin.y),
                                static_cast<int>(part.width), static_cast<int>(part.height));
            };
            tile->pixels(relativeTo(from)).copyTo(result.pixels(relativeTo(rect)));
        }
    }
    return result;
}

}
