#include "slide/PlainImageSlide.h"

#include <utility>

#include "image/ImageFile.h"
#include "slide/SlideMetadata.h"
#include "slide/VirtualLevels.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// 3 bytes each stay in memory; decoding takes up to four times as much for a moment.
constexpr std::int64_t kMaxPixels = std::int64_t(1) << 27;

class PlainImageSlide : public VirtualLevelSlide {
public:
    PlainImageSlide(RgbImage image, SlideInfo info)
        : VirtualLevelSlide(PyramidGeometry({{image.width(), image.height()}}), std::move(info)), m_image(std::move(image))
    {
    }

    Result<RgbImage> readAssociatedImage(const std::string& name) const override
    {
        return fail(ErrorCode::NoSuchAssociatedImage, info().path.string(), name);
    }

protected:
    Result<BgrxImage> readStored(int, const PixelRect& rect, const std::stop_token&) const override
    {
        return toBgrx({m_image.pixels(cv::Rect(static_cast<int>(rect.x), static_cast<int>(rect.y), static_cast<int>(rect.width),
                                               static_cast<int>(rect.height)))});
    }

private:
    RgbImage m_image;
};

const char* formatName(ImageFileFormat format)
{
    switch (format) {
    case ImageFileFormat::Png:
        return "png";
    case ImageFileFormat::Jpeg:
        return "jpeg";
    case ImageFileFormat::Tiff:
        return "tiff";
    }
    return "";
}

SlideInfo slideInfo(const fs::path& path, const ImageFileInfo& file)
{
    const OwnDescription own = parseOwnDescription(file.description);
    SlideInfo info;
    info.path = path;
    info.format = formatName(file.format);
    info.mppX = mppOfTiff(own.mppX, file.micrometersPerPixelX);
    info.mppY = mppOfTiff(own.mppY, file.micrometersPerPixelY);
    info.objectivePower = own.objectivePower;
    info.demo = own.demo;
    info.colorProfile = keptColorProfile(file.colorProfile);
    info.bounds = {0, 0, file.width, file.height};
    if (!file.description.empty())
        info.properties.emplace_back("tiff.ImageDescription", toUtf8(file.description));
    return info;
}

}

Result<SlidePtr> openPlainImage(const fs::path& path)
{
    const auto file = readImageFileInfo(path);
    if (!file)
        return tl::unexpected(file.error());
    auto image = readImage(path, kMaxPixels);
    if (!image)
        return tl::unexpected(image.error());
    return std::make_shared<const PlainImageSlide>(*std::move(image), slideInfo(path, *file));
}

}
