#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "image/Image.h"

namespace isostain {

/// One side of an unpaired training: the PNG, JPEG and TIFF files of a folder, by name. All are decoded once when it is read,
/// so that a damaged file is known before hours of training and not after; what fits into memory stays there. Immutable;
/// any thread.
class UnpairedImages {
public:
    struct Options {
        int smallest = 1; ///< images with a shorter side are left out
        std::size_t keepBytes = std::size_t(1) << 31;
    };

    /// Blocks; progress in files. Errors: FileNotFound, FileUnreadable (the folder), TrainingDataInvalid (no image can be
    /// used, with the reason for the first), Cancelled, OutOfMemory.
    static Result<UnpairedImages> read(const std::filesystem::path& folder, const Options& options, const JobControl& control);

    std::size_t count() const { return m_entries.size(); }
    const std::filesystem::path& path(std::size_t index) const { return m_entries[index].path; }
    /// Why files were left out, in the order of their names.
    const std::vector<Error>& leftOut() const { return m_leftOut; }
    /// 64 hexadecimal digits that are the same for the same files under the same names, wherever their folder is.
    const std::string& fingerprint() const { return m_fingerprint; }

    /// Decoded, or from memory. Errors: those of readImage().
    Result<RgbImage> image(std::size_t index) const;

private:
    struct Entry {
        std::filesystem::path path;
        RgbImage kept; ///< empty: read when it is asked for
    };

    std::vector<Entry> m_entries;
    std::vector<Error> m_leftOut;
    std::string m_fingerprint;
};

/// Square parts of images, R, G, B bytes: [count][size][size][3].
struct PatchBatch {
    int count = 0;
    int size = 0;
    std::vector<std::uint8_t> pixels;
};

/// What one step of an unpaired training sees.
struct UnpairedBatch {
    std::uint64_t step = 0;
    PatchBatch source;
    PatchBatch target;
};

/// Draws batches as CycleGAN does: every image of the source once an epoch in random order (again from the beginning where an
/// epoch is longer), the target at random, a random crop of each, mirrored left to right by chance. What a step sees depends
/// on the seed and the step alone, so that a training can go on from anywhere. Immutable; any thread.
class UnpairedSampler {
public:
    struct Options {
        int crop = 256;
        int batch = 4;
        int stepsPerEpoch = 0; ///< 0: as many as show max(|source|, |target|) images
        std::uint64_t seed = 1;
    };

    /// Both sides must outlive it.
    UnpairedSampler(const UnpairedImages& source, const UnpairedImages& target, const Options& options);

    std::uint64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    /// The batch of a step counted from 0; the last one of an epoch may be smaller. Errors: those of readImage().
    Result<UnpairedBatch> batch(std::uint64_t step) const;

private:
    const UnpairedImages& m_source;
    const UnpairedImages& m_target;
    Options m_options;
    std::uint64_t m_imagesPerEpoch = 0;
    std::uint64_t m_stepsPerEpoch = 0;
};

}
