#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "normalize/SpatialNetwork.h"

namespace isostain::test {

/// A spatial network without weights that shows every mistake in tiling: the negative of the mean over a square of pixels,
/// clipped at the image's border, plus a pattern of four pixels that starts at the image's origin. Whole numbers only, so
/// that results are compared to the bit.
class FakeNetwork : public FrozenNetwork {
public:
    explicit FakeNetwork(int radius = 5);

    const NetworkShape& shape() const override { return m_shape; }
    std::string deviceName() const override { return "fake"; }
    Result<std::vector<RgbImage>> run(std::span<const RgbImage> images, const std::stop_token& stop = {}) const override;

    int runCount() const { return m_runs; }
    /// Called at the start of each run.
    std::function<void()> onRun;

private:
    NetworkShape m_shape;
    mutable std::atomic<int> m_runs = 0;
};

/// Keeps the samples that statistics are asked for, and the statistics that it is frozen with.
class FakeSpatialNetwork : public SpatialNetwork {
public:
    FakeSpatialNetwork();

    const NetworkShape& shape() const override { return m_shape; }
    std::string deviceName() const override { return "fake"; }
    Result<FrozenNetworkPtr> withStatistics(const FrozenStatistics& given) const override;
    Result<RgbImage> runAsPublished(const RgbImage& image, const std::stop_token& stop = {}) const override;
    Result<FrozenStatistics> freeze(std::span<const RgbImage> samples, const JobControl& control = {}) const override;

    mutable std::vector<RgbImage> samples;
    mutable FrozenStatistics statistics;

private:
    NetworkShape m_shape;
};

}
