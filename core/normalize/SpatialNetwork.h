#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "image/Image.h"
#include "nn/Network.h"

/// Networks that look at neighboring pixels, as the rest of the program sees them: no LibTorch here. core/inference has the
/// implementation (loadNetworkBackend()); tests bring their own.
namespace isostain {

/// What one instance norm subtracts and divides by: one number a channel. The variance is that of the population.
struct NormStatistics {
    std::vector<float> mean;
    std::vector<float> variance;

    bool operator==(const NormStatistics&) const = default;
};

/// The statistics of every instance norm of a network, frozen for a slide so that no result depends on how the slide is cut
/// into tiles. A plain value, to be kept in a fitted profile. Empty for networks without norms.
struct FrozenStatistics {
    std::vector<NormStatistics> layers; ///< in the order of NetworkShape::normChannels
    int level = 0;                      ///< of the slide's pyramid that the samples were read from
    std::uint64_t seed = 0;             ///< that chose the samples
    int samples = 0;
    std::optional<double> mpp;          ///< micrometers per pixel of the samples; nothing: the slide does not say

    bool operator==(const FrozenStatistics&) const = default;
};

/// Whether the statistics have the layers and channels of the network, finite means and variances of 0 or more.
bool fits(const FrozenStatistics& statistics, const NetworkShape& shape);

/// What a network says while it goes on: it needed more memory than there is. One sentence each, see describe().
enum class NetworkNotice { SmallerBatches, MovedToCpu };

/// English, marked for translation in the context "NetworkNotice".
const char* describe(NetworkNotice notice);

/// How a network is run.
struct NetworkOptions {
    enum class Device { Automatic, Cpu }; ///< Automatic: the GPU where LibTorch has CUDA and one is there, else the CPU

    Device device = Device::Automatic;
    /// Most that the activations of one image may take, see NetworkShape::bytesPerPixel; larger ones are refused with
    /// OutOfMemory before they are tried. Batches of several images stay below 512 MiB. 0: a third of the machine's memory.
    std::size_t memoryBytes = 0;
    unsigned threads = 0; ///< on the CPU; 0: one per core
    /// Any thread; must not block. May be empty.
    std::function<void(NetworkNotice)> onNotice;
};

/// A network with its statistics frozen: each result pixel is a function of the pixels within the receptive radius.
/// Immutable; any thread, one batch at a time runs (waiting callers can be stopped).
class FrozenNetwork {
public:
    virtual ~FrozenNetwork() = default;

    virtual const NetworkShape& shape() const = 0;
    /// What it runs on now: "CPU" or the GPU's number. May change after running out of memory.
    virtual std::string deviceName() const = 0;

    /// The results of images, each of its own size: multiples of the alignment, at least the minimum size. Borders are
    /// treated with the network's own paddings. Results are clamp(y*0.5 + 0.5, 0, 1)*255, truncated. Split into batches
    /// that fit into memory; the stop token is checked between batches and between layers.
    /// Errors: Cancelled, OutOfMemory, InvalidArgument (sizes), Internal.
    virtual Result<std::vector<RgbImage>> run(std::span<const RgbImage> images, const std::stop_token& stop = {}) const = 0;
};

using FrozenNetworkPtr = std::shared_ptr<const FrozenNetwork>;

/// A network ready to run, its weights in the device's memory. Immutable; any thread.
class SpatialNetwork {
public:
    virtual ~SpatialNetwork() = default;

    virtual const NetworkShape& shape() const = 0;
    virtual std::string deviceName() const = 0;

    /// The network with these statistics. Errors: InvalidArgument (they do not fit()), OutOfMemory, Internal.
    virtual Result<FrozenNetworkPtr> withStatistics(const FrozenStatistics& statistics) const = 0;

    /// One whole image as published: instance norms use its own statistics. Sizes and result as FrozenNetwork::run().
    virtual Result<RgbImage> runAsPublished(const RgbImage& image, const std::stop_token& stop = {}) const = 0;

    /// Statistics from samples (sizes as in FrozenNetwork::run()), layer by layer: mean and E[x^2] - E[x]^2 of what goes into
    /// each norm, over all pixels of all samples, each layer after those below it are frozen. `layers` and `samples` are
    /// filled in. Progress in layers. Errors: as run(), and CheckpointNotFinite where activations overflow.
    virtual Result<FrozenStatistics> freeze(std::span<const RgbImage> samples, const JobControl& control = {}) const = 0;
};

using SpatialNetworkPtr = std::shared_ptr<const SpatialNetwork>;

/// What can run networks. Any thread.
class NetworkBackend {
public:
    virtual ~NetworkBackend() = default;

    /// Prepares a network; `subject` names it in errors. Errors: CheckpointMismatch (layers that do not fit together),
    /// OutOfMemory, Internal.
    virtual Result<SpatialNetworkPtr> create(const Network& network, const NetworkOptions& options,
                                             const std::string& subject) const = 0;
};

}
