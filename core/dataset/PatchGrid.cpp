#include "dataset/PatchGrid.h"

namespace isostain {

std::vector<PixelRect> patchGrid(std::int64_t width, std::int64_t height, std::int64_t size)
{
    std::vector<PixelRect> patches;
    if (size < 1 || width < size || height < size)
        return patches;
    for (std::int64_t row = 0; row < height / size; ++row)
        for (std::int64_t column = 0; column < width / size; ++column)
            patches.push_back({column * size, row * size, size, size});
    return patches;
}

RgbImage patchOf(const RgbImage& image, const PixelRect& patch)
{
    return {image.pixels(cv::Rect(static_cast<int>(patch.x), static_cast<int>(patch.y), static_cast<int>(patch.width),
                                  static_cast<int>(patch.height)))};
}

}
