#include "training/BatchReader.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <optional>
#include <random>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "base/Parallel.h"

namespace isostain {

namespace {

constexpr std::size_t kMostWaiting = 2;

RgbImage resampled(const RgbImage& image, int side)
{
    if (image.width() == side && image.height() == side)
        return image;
    const bool isSmaller = side < image.width() || side < image.height();
    RgbImage result;
    cv::resize(image.pixels, result.pixels, {side, side}, 0, 0, isSmaller ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

void copyRows(const RgbImage& image, std::uint8_t* target)
{
    const auto bytes = 3 * static_cast<std::size_t>(image.width());
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(target + static_cast<std::size_t>(y) * bytes, image.pixels.ptr(y), bytes);
}

}

BatchReader::BatchReader(const LabelledImages& images, BatchPlan plan)
    : m_images(images),
      m_plan(std::move(plan)),
      m_batches([this](std::uint64_t index, const std::stop_token& stop) { return batch(index, stop); },
                {m_plan.firstBatch, m_plan.batches(), kMostWaiting, "a batch of images"})
{
}

Result<RgbImage> BatchReader::prepared(const LabelledImage& image) const
{
    auto pixels = pixelsOf(image);
    if (pixels && m_plan.change)
        pixels = m_plan.change(*pixels);
    if (!pixels)
        return pixels;
    // Checked when the folder was read; a file may have changed since.
    if (pixels->width() != m_images.width || pixels->height() != m_images.height)
        return fail(ErrorCode::TrainingDataInvalid, image.path.string(), "its size has changed");
    return m_plan.side > 0 ? resampled(*pixels, m_plan.side) : pixels;
}

Result<ImageBatch> BatchReader::batch(std::size_t index, const std::stop_token& stop) const
{
    const std::size_t begin = index * m_plan.batchSize;
    const std::size_t count = std::min(m_plan.batchSize, m_plan.order.size() - begin);
    ImageBatch batch;
    batch.width = m_plan.side > 0 ? m_plan.side : m_images.width;
    batch.height = m_plan.side > 0 ? m_plan.side : m_images.height;
    const std::size_t imageBytes = 3 * static_cast<std::size_t>(batch.width) * static_cast<std::size_t>(batch.height);
    batch.pixels.resize(count * imageBytes);
    batch.labels.resize(count);
    std::vector<std::optional<Error>> errors(count);
    const auto prepare = [&](std::size_t i) {
        const LabelledImage& image = m_images.images[m_plan.order[begin + i]];
        batch.labels[i] = image.label;
        if (const auto pixels = prepared(image))
            copyRows(*pixels, batch.pixels.data() + i * imageBytes);
        else
            errors[i] = pixels.error();
    };
    if (!parallelFor(count, prepare, m_plan.threads, stop))
        return fail(ErrorCode::Cancelled);
    for (const auto& error : errors)
        if (error)
            return tl::unexpected(*error);
    return batch;
}

std::vector<std::size_t> shuffledOrder(std::size_t count, std::uint32_t seed)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::mt19937_64 random(seed);
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[random() % i]);
    return order;
}

}
