#include "training/GradientTeam.h"

#include <algorithm>
#include <mutex>

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "base/Parallel.h"

namespace isostain {

namespace {

/// Parts that the patches of a step are dealt out in: the most threads that can work on it.
constexpr std::size_t kParts = 16;

}

struct GradientTeam::Parts {
    tbb::task_arena arena;
    std::vector<std::unique_ptr<StainNetPass>> passes; ///< one a thread
    std::vector<std::vector<float>> gradients;         ///< one a part
    std::vector<double> losses;                        ///< one a patch
    std::mutex order;

    /// oneTBB puts what its threads do in order by atomics that the thread sanitizer does not see; this it does.
    void handOver() { const std::lock_guard lock(order); }

    void accumulate(std::size_t part, std::span<const float> parameters, std::span<const ColorPatch> patches,
                    const LossTerms& terms)
    {
        handOver();
        const std::size_t begin = patches.size() * part / kParts;
        const std::size_t end = patches.size() * (part + 1) / kParts;
        StainNetPass& pass = *passes[static_cast<std::size_t>(tbb::this_task_arena::current_thread_index())];
        std::vector<float>& sum = gradients[part];
        std::fill(sum.begin(), sum.end(), 0.0f);
        for (std::size_t i = begin; i < end; ++i)
            losses[i] = pass.accumulate(parameters, patches[i], terms);
        if (begin < end)
            pass.addGradient(sum);
        handOver();
    }
};

GradientTeam::GradientTeam(const StainNetShape& shape, unsigned threads, stainnet_kernels::Form form)
{
    const auto count = std::min<std::size_t>(threadCount(threads), kParts);
    m_parts = std::make_unique<Parts>();
    m_parts->arena.initialize(static_cast<int>(count));
    for (std::size_t i = 0; i < count; ++i)
        m_parts->passes.push_back(std::make_unique<StainNetPass>(shape, form));
    m_parts->gradients.assign(kParts, std::vector<float>(shape.parameterCount()));
}

GradientTeam::~GradientTeam() = default;

std::span<const double> GradientTeam::accumulate(std::span<const float> parameters, std::span<const ColorPatch> patches,
                                                 const LossTerms& terms, std::span<float> gradient)
{
    m_parts->losses.resize(patches.size());
    m_parts->handOver();
    m_parts->arena.execute([&] {
        tbb::parallel_for(
            std::size_t(0), kParts, [&](std::size_t part) { m_parts->accumulate(part, parameters, patches, terms); },
            tbb::simple_partitioner());
    });
    m_parts->handOver();
    std::fill(gradient.begin(), gradient.end(), 0.0f);
    for (const std::vector<float>& part : m_parts->gradients)
        for (std::size_t i = 0; i < gradient.size(); ++i)
            gradient[i] += part[i];
    return m_parts->losses;
}

}
