#pragma once

#include <memory>
#include <optional>
#include <random>

#include "slide/VirtualLevels.h"

namespace isostain::test {

/// An image in memory as a slide of one stored level.
class ImageSlide : public VirtualLevelSlide {
public:
    ImageSlide(RgbImage image, std::optional<double> mpp, int tileSize = PyramidGeometry::kDefaultTileSize)
        : VirtualLevelSlide(PyramidGeometry({{image.width(), image.height()}}, tileSize), infoOf(image, mpp)),
          m_image(std::move(image))
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
    static SlideInfo infoOf(const RgbImage& image, std::optional<double> mpp)
    {
        SlideInfo info;
        info.path = "image.svs";
        info.mppX = info.mppY = mpp;
        info.bounds = {0, 0, image.width(), image.height()};
        return info;
    }

    RgbImage m_image;
};

/// Random colors, the same for the same seed.
inline RgbImage noiseImage(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    RgbImage image = makeRgbImage(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                image.pixels.at<cv::Vec3b>(y, x)[c] = static_cast<std::uint8_t>(random() % 256);
    return image;
}

inline int largestDifference(const RgbImage& a, const RgbImage& b)
{
    return a.pixels.size() == b.pixels.size() ? static_cast<int>(cv::norm(a.pixels, b.pixels, cv::NORM_INF)) : 256;
}

}
