#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "base/Error.h"
#include "training/StainNetPass.h"
#include "training/TrainingImages.h"

namespace isostain {

/// What the recipes that shuffle train on: for a pointwise network colors from all images, in an order that the seed decides;
/// else crops of 64 x 64 (less where images are smaller) at random places of all images. Each patch comes once in a round;
/// every round has another order. One thread at a time.
class TrainingPatches {
public:
    /// At most about `mostPixels`, at least one patch an image. Errors: as shuffledPixels(), TrainingDataInvalid (no images).
    static Result<TrainingPatches> cut(const TrainingImages& images, const StainNetShape& shape, std::size_t mostPixels,
                                       std::uint32_t seed, const JobControl& control);

    std::size_t pixelCount() const { return m_pairs.size(); }
    /// Patches in a round.
    std::size_t count() const { return m_patches.size(); }
    /// Appends patches of `pixels` pixels or more, one at least, to `batch`, each of weight `weight` a pixel of all of them.
    void take(std::size_t pixels, double weight, std::vector<ColorPatch>& batch);

private:
    struct Patch {
        std::size_t first = 0;
        int width = 0;
        int height = 0;
    };

    TrainingPatches() = default;
    void addCrop(const TrainingImage& image, int x, int y, int width, int height);
    void shuffle();

    std::vector<ColorPair> m_pairs;
    std::vector<Patch> m_patches;
    std::size_t m_next = 0;
    std::mt19937 m_random;
};

}
