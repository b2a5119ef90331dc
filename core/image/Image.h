#pragma once

#include <cstdint>

#include <opencv2/core.hpp>

namespace isostain {

/// An 8-bit RGB image, CV_8UC3, bytes R, G, B (not OpenCV's BGR). Files, metrics and networks use it.
struct RgbImage {
    cv::Mat pixels;

    int width() const { return pixels.cols; }
    int height() const { return pixels.rows; }
    bool isEmpty() const { return pixels.empty(); }
};

/// An 8-bit image in one 32-bit little-endian word 0xFFRRGGBB a pixel: CV_8UC4, bytes B, G, R, 255, opaque.
/// Tiles, the screen and color tables use it: pixel & 0xFFFFFF is the index into a ColorTable, and the layout is that of
/// QImage::Format_RGB32 and of OpenSlide's ARGB.
struct BgrxImage {
    cv::Mat pixels;

    int width() const { return pixels.cols; }
    int height() const { return pixels.rows; }
    bool isEmpty() const { return pixels.empty(); }
    std::size_t sizeBytes() const { return pixels.total() * pixels.elemSize(); }
    std::uint32_t* row(int y) { return pixels.ptr<std::uint32_t>(y); }
    const std::uint32_t* row(int y) const { return pixels.ptr<std::uint32_t>(y); }
};

// Any thread, as long as no other one writes to the images. Where memory runs out they throw what OpenCV throws (see
// guarded()).

RgbImage toRgb(const BgrxImage& image);
BgrxImage toBgrx(const RgbImage& image);

/// Allocates without clearing.
RgbImage makeRgbImage(int width, int height);
BgrxImage makeBgrxImage(int width, int height);
/// Allocates filled with one color 0xRRGGBB.
BgrxImage makeBgrxImage(int width, int height, std::uint32_t color);

/// Half as large in both directions, odd sizes rounded up: each pixel is the mean of 2 x 2, rounded half up; blocks cut by the
/// right or bottom border are the mean of what there is.
BgrxImage halved(const BgrxImage& image);

}
