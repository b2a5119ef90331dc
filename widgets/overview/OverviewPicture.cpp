#include "overview/OverviewPicture.h"

#include <algorithm>

namespace isostain {

QImage overviewPicture(const Slide& slide, int side, const std::stop_token& stop)
{
    const PyramidGeometry& geometry = slide.geometry();
    int index = geometry.coarsestLevel();
    while (index > 0 && std::max(geometry.level(index).width, geometry.level(index).height) < side)
        --index;
    const PyramidLevel& level = geometry.level(index);
    const Result<BgrxImage> image = readRegion(slide, index, {0, 0, level.width, level.height}, stop);
    if (!image)
        return {};
    const cv::Mat& pixels = image->pixels;
    return QImage(pixels.data, pixels.cols, pixels.rows, qsizetype(pixels.step), QImage::Format_RGB32).copy();
}

}
