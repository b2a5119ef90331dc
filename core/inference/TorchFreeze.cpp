#include "inference/TorchFreeze.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "inference/TorchBorder.h"

namespace isostain::torch_module {

namespace {

/// Sums over pixels of all samples, a channel each, in double: E[x^2] - E[x]^2 of float sums would lose everything.
class ChannelSums {
public:
    void add(const at::Tensor& values)
    {
        // A few channels at a time: in double a whole activation takes twice its memory.
        constexpr std::int64_t kAtATime = 8;
        for (std::int64_t begin = 0; begin < values.size(1); begin += kAtATime) {
            const std::int64_t end = std::min(begin + kAtATime, values.size(1));
            const at::Tensor part = values.slice(1, begin, end).to(at::kDouble);
            add(begin, part.sum({0, 2, 3}), part.square().sum({0, 2, 3}));
        }
        m_count += static_cast<double>(values.size(0) * values.size(2) * values.size(3));
    }

    NormStatistics statistics() const
    {
        NormStatistics result;
        for (std::size_t channel = 0; channel < m_sum.size(); ++channel) {
            const double mean = m_sum[channel] / m_count;
            result.mean.push_back(static_cast<float>(mean));
            result.variance.push_back(static_cast<float>(std::max(0.0, m_squares[channel] / m_count - mean * mean)));
        }
        return result;
    }

private:
    void add(std::int64_t begin, const at::Tensor& sums, const at::Tensor& squares)
    {
        const at::Tensor sum = sums.to(at::kCPU), square = squares.to(at::kCPU);
        const auto first = static_cast<std::size_t>(begin), count = static_cast<std::size_t>(sum.size(0));
        m_sum.resize(std::max(m_sum.size(), first + count));
        m_squares.resize(m_sum.size());
        for (std::size_t i = 0; i < count; ++i) {
            m_sum[first + i] += sum.data_ptr<double>()[i];
            m_squares[first + i] += square.data_ptr<double>()[i];
        }
    }

    std::vector<double> m_sum;
    std::vector<double> m_squares;
    double m_count = 0;
};

/// All samples on their way through the network. Where their activations are too large to be kept, the way from where they
/// were kept last is gone again.
class SampleWalk {
public:
    SampleWalk(Stages stages, std::span<const RgbImage> samples, const at::Device& device, const FreezeLimits& limits)
        : m_stages(std::move(stages)),
          m_limits(limits)
    {
        for (const RgbImage& sample : samples)
            m_kept.push_back({inputOf({&sample, 1}, device), {}, 0});
    }

    /// Measures the norm of a stage, with all before it frozen, and freezes it.
    NormStatistics freeze(std::size_t index)
    {
        const Stage& stage = m_stages[index];
        ChannelSums sums;
        std::vector<Activations> before, convolutions;
        std::size_t bytes = 0;
        for (const Activations& kept : m_kept) {
            throwIfStopped(m_limits.stop);
            Activations reached = kept;
            advance(m_stages, index, reached, m_limits.stop);
            at::Tensor values = convolved(stage, reached.values);
            sums.add(values);
            bytes += 2 * values.nbytes(); // its block's beginning may have to be kept as well
            if (bytes <= m_limits.storedBytes) {
                before.push_back(std::move(reached));
                convolutions.push_back({std::move(values), {}, index});
            }
        }
        const NormStatistics statistics = sums.statistics();
        if (before.size() == m_kept.size())
            keep(stage, statistics, std::move(before), convolutions);
        m_stages[index] = frozenStage(m_stages[index], statistics);
        return statistics;
    }

private:
    void keep(const Stage& stage, const NormStatistics& statistics, std::vector<Activations> before,
              std::vector<Activations>& convolutions)
    {
        const auto perChannel = [&](const std::vector<float>& values) {
            return at::tensor(values).reshape({1, -1, 1, 1}).to(stage.weight.device());
        };
        const at::Tensor mean = perChannel(statistics.mean), factor = perChannel(normFactors(statistics));
        for (std::size_t i = 0; i < before.size(); ++i) {
            at::Tensor values = std::move(convolutions[i].values);
            finishStage(stage, values.sub_(mean).mul_(factor), before[i]);
        }
        m_kept = std::move(before);
    }

    Stages m_stages;
    const FreezeLimits& m_limits;
    std::vector<Activations> m_kept;
};

}

std::vector<NormStatistics> measuredStatistics(Stages stages, std::span<const RgbImage> samples, const at::Device& device,
                                               const FreezeLimits& limits)
{
    std::vector<std::size_t> norms;
    for (std::size_t i = 0; i < stages.size(); ++i)
        if (stages[i].norm == Stage::Norm::PerImage)
            norms.push_back(i);
    SampleWalk walk(std::move(stages), samples, device, limits);
    std::vector<NormStatistics> all;
    for (const std::size_t index : norms) {
        all.push_back(walk.freeze(index));
        limits.onLayer(all.size());
    }
    return all;
}

}
