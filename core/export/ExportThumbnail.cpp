#include "export/ExportThumbnail.h"

#include <algorithm>
#include <exception>
#include <span>

#include <opencv2/imgproc.hpp>

#include "base/Base64.h"
#include "image/JpegCodec.h"

namespace isostain {

namespace {

constexpr int kSide = 256;
constexpr int kQuality = 80;

/// The coarsest level that is not smaller than the thumbnail.
int levelFor(const PyramidGeometry& geometry)
{
    int level = geometry.coarsestLevel();
    while (level > 0 && std::max(geometry.level(level).width, geometry.level(level).height) < kSide)
        --level;
    return level;
}

}

std::string exportThumbnail(const Slide& slide)
{
    try {
        const int index = levelFor(slide.geometry());
        const PyramidLevel& level = slide.geometry().level(index);
        const auto whole = readRegion(slide, index, {0, 0, level.width, level.height});
        if (!whole)
            return {};
        const double scale = std::min(1.0, static_cast<double>(kSide) / static_cast<double>(std::max(whole->width(), whole->height())));
        const cv::Size size(std::max(1, cvRound(whole->width() * scale)), std::max(1, cvRound(whole->height() * scale)));
        BgrxImage small;
        cv::resize(whole->pixels, small.pixels, size, 0, 0, cv::INTER_AREA);
        const auto jpeg = JpegEncoder(kQuality, ChromaSubsampling::S420).encode(small);
        return jpeg ? base64(*jpeg) : std::string();
    } catch (const std::exception&) {
        return {};
    }
}

}
