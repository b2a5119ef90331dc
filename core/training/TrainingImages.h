#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "dataset/ImagePairs.h"
#include "training/StainNetPass.h"

namespace isostain {

/// A source image and its target, pixel by pixel, row by row.
struct TrainingImage {
    std::string name;
    int width = 0;
    int height = 0;
    std::vector<ColorPair> pairs;
};

/// Errors: as readPair().
Result<TrainingImage> readTrainingImage(const ImagePair& pair);

/// The images of a training, read when they are first asked for and kept as long as they fit into memory; those that do not
/// are read each time. Any thread, many at once.
class TrainingImages {
public:
    /// 8 bytes a pixel are kept, at most `keepBytes`.
    TrainingImages(std::vector<ImagePair> pairs, std::size_t keepBytes);

    std::size_t count() const { return m_pairs.size(); }
    /// Errors as readTrainingImage().
    Result<std::shared_ptr<const TrainingImage>> image(std::size_t index) const;

private:
    std::vector<ImagePair> m_pairs;
    std::size_t m_keepBytes = 0;
    mutable std::mutex m_mutex;
    mutable std::size_t m_keptBytes = 0;
    mutable std::vector<std::shared_ptr<const TrainingImage>> m_kept;
};

/// What a thread does with an image.
using ImageVisitor = std::function<Result<void>(std::size_t index, const TrainingImage& image)>;

/// Every image on one of several threads, each of which makes a visitor of its own with `newVisitor`. Errors: as
/// readTrainingImage(), those of the visitors, Cancelled.
Result<void> visitImages(const TrainingImages& images, const std::function<ImageVisitor()>& newVisitor,
                         const JobControl& control);

/// Colors from all images, at most `mostPixels` in all (but one at least from each): the same share from each, chosen by the
/// seed, in an order that the seed decides. Progress in images. Errors: as readTrainingImage(), Cancelled.
Result<std::vector<ColorPair>> shuffledPixels(const TrainingImages& images, std::size_t mostPixels, std::uint32_t seed,
                                              const JobControl& control);

}
