#include "training/TrainingPatches.h"

#include <algorithm>

namespace isostain {

namespace {

/// Colors in a patch of a pointwise network: its activations stay in the nearest cache but one.
constexpr std::size_t kColors = 256;
constexpr int kCropSize = 64;

}

void TrainingPatches::addCrop(const TrainingImage& image, int x, int y, int width, int height)
{
    m_patches.push_back({m_pairs.size(), width, height});
    for (int row = y; row < y + height; ++row) {
        const auto first = image.pairs.begin() + static_cast<std::ptrdiff_t>(row) * image.width + x;
        m_pairs.insert(m_pairs.end(), first, first + width);
    }
}

Result<TrainingPatches> TrainingPatches::cut(const TrainingImages& images, const StainNetShape& shape, std::size_t mostPixels,
                                             std::uint32_t seed, const JobControl& control)
{
    if (images.count() == 0)
        return fail(ErrorCode::TrainingDataInvalid, "The training set", "no images");
    TrainingPatches patches;
    patches.m_random.seed(seed);
    if (shape.isPointwise()) {
        auto pixels = shuffledPixels(images, mostPixels, seed, control);
        if (!pixels)
            return tl::unexpected(pixels.error());
        patches.m_pairs = std::move(*pixels);
        for (std::size_t first = 0; first < patches.m_pairs.size(); first += kColors) {
            const std::size_t count = std::min(kColors, patches.m_pairs.size() - first);
            patches.m_patches.push_back({first, static_cast<int>(count), 1});
        }
    } else {
        const std::size_t share = mostPixels / images.count();
        for (std::size_t i = 0; i < images.count(); ++i) {
            if (control.stopRequested())
                return fail(ErrorCode::Cancelled);
            const auto image = images.image(i);
            if (!image)
                return tl::unexpected(image.error());
            const int width = std::min(kCropSize, (*image)->width);
            const int height = std::min(kCropSize, (*image)->height);
            const std::size_t most = std::min(share, (*image)->pairs.size());
            for (std::size_t pixels = 0; pixels == 0 || pixels < most; pixels += static_cast<std::size_t>(width * height)) {
                const auto free = [&](int side, int crop) {
                    return static_cast<int>(patches.m_random() % static_cast<unsigned>(side - crop + 1));
                };
                const int x = free((*image)->width, width);
                const int y = free((*image)->height, height);
                patches.addCrop(**image, x, y, width, height);
            }
            control.report(i + 1, images.count());
        }
    }
    patches.shuffle();
    return patches;
}

void TrainingPatches::shuffle()
{
    for (std::size_t i = m_patches.size(); i > 1; --i)
        std::swap(m_patches[i - 1], m_patches[m_random() % i]);
    m_next = 0;
}

void TrainingPatches::take(std::size_t pixels, double weight, std::vector<ColorPatch>& batch)
{
    const std::size_t begin = batch.size();
    std::size_t taken = 0;
    while (taken == 0 || taken < pixels) {
        if (m_next == m_patches.size())
            shuffle();
        const Patch& patch = m_patches[m_next++];
        batch.push_back({m_pairs.data() + patch.first, patch.width, patch.width, patch.height, 1});
        taken += static_cast<std::size_t>(patch.width) * static_cast<std::size_t>(patch.height);
    }
    for (std::size_t i = begin; i < batch.size(); ++i)
        batch[i].weight = static_cast<float>(weight / static_cast<double>(taken));
}

}
