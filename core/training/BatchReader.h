#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "base/Error.h"
#include "training/ClassifierNetwork.h"
#include "training/LabelledImages.h"
#include "training/Prefetch.h"

namespace isostain {

/// Which images make which batches, and how.
struct BatchPlan {
    std::vector<std::size_t> order; ///< indices of images
    std::size_t batchSize = 64;     ///< the last batch may be smaller
    std::size_t firstBatch = 0;     ///< those before it are left out
    int side = 0;                   ///< images are resampled to side x side; 0: taken as they are
    ImageChange change = {};        ///< applied before that; empty: none
    unsigned threads = 0;           ///< that decode; 0: one per core

    std::size_t batches() const { return (order.size() + batchSize - 1) / batchSize; }
};

/// Decodes batches ahead of whoever trains on them, on threads of its own, two at most waiting. One thread at a time calls it.
class BatchReader {
public:
    /// `images` outlives the reader.
    BatchReader(const LabelledImages& images, BatchPlan plan);
    BatchReader(const BatchReader&) = delete;
    BatchReader& operator=(const BatchReader&) = delete;

    /// The next batch; waits for it. Not to be called more often than there are batches, nor after an error.
    /// Errors: those of readImage() and of the plan's change, OutOfMemory, Cancelled (`stop`).
    Result<ImageBatch> next(const std::stop_token& stop) { return m_batches.next(stop); }

private:
    Result<ImageBatch> batch(std::size_t index, const std::stop_token& stop) const;
    Result<RgbImage> prepared(const LabelledImage& image) const;

    const LabelledImages& m_images;
    const BatchPlan m_plan;
    Prefetch<ImageBatch> m_batches; ///< last: its thread uses the others
};

/// The order of an epoch: all images, shuffled by the seed (Fisher and Yates); the same on every machine.
std::vector<std::size_t> shuffledOrder(std::size_t count, std::uint32_t seed);

}
