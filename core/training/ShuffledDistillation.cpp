#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>

#include "image/Guarded.h"
#include "training/AdamOptimizer.h"
#include "training/Distillation.h"
#include "training/GradientTeam.h"
#include "training/TrainingPatches.h"
#include "training/WhiteColors.h"

namespace isostain {

namespace {

/// Pixels kept in memory for training, 8 bytes each: more make the rounds longer, not the result better.
constexpr std::size_t kMostPixels = std::size_t(1) << 24;
constexpr int kWarmUpSteps = 100;
constexpr int kRows = 100;
/// How fast the running errors of cases follow the steps.
constexpr double kErrorMemory = 0.99;

/// Patches whose errors are looked at together.
struct Group {
    static constexpr std::size_t kNone = ~std::size_t(0);

    TrainingPatches patches;
    double weight = 1;          ///< a constant factor
    std::size_t leader = kNone; ///< index of the group (it may be this one) whose error sets what it counts
    double error = 0;           ///< running mean per value
};

/// The part of the learning rate at a step: warm-up, then half a cosine.
double rateFactor(int step, int steps)
{
    const double cosine = 0.5 * (1 + std::cos(std::numbers::pi * step / steps));
    return cosine * std::min(1.0, (step + 1.0) / std::min(kWarmUpSteps, steps));
}

class ShuffledDistillation {
public:
    ShuffledDistillation(std::vector<Group>& groups, const LossTerms& terms, const DistillationConfig& config, unsigned threads)
        : m_groups(groups),
          m_terms(terms),
          m_config(config),
          m_team(config.shape, threads),
          m_white(config.seed),
          m_parameters(initialParameters(config.shape, config.seed)),
          m_gradient(m_parameters.size()),
          m_optimizer(m_parameters.size())
    {
    }

    Result<DistilledStainNet> run(const DistillationRowFunction& onRow, const JobControl& control)
    {
        const auto begin = std::chrono::steady_clock::now();
        const int lastTenth = m_config.steps - std::max(1, m_config.steps / 10);
        const int rowEvery = std::max(1, m_config.steps / kRows);
        double tail = 0;
        double sinceRow = 0;
        for (int step = 0; step < m_config.steps; ++step) {
            if (control.stopRequested())
                return fail(ErrorCode::Cancelled);
            const double rate = m_config.learningRate * rateFactor(step, m_config.steps);
            const double loss = oneStep(step, rate);
            if (!std::isfinite(loss))
                return fail(ErrorCode::TrainingDiverged, "step " + std::to_string(step + 1));
            sinceRow += loss;
            tail += step >= lastTenth ? loss : 0;
            if ((step + 1) % rowEvery == 0) {
                const DistillationRow row{static_cast<std::uint64_t>(step) + 1, sinceRow / rowEvery, {}, rate};
                if (auto kept = onRow ? onRow(row) : Result<void>(); !kept)
                    return tl::unexpected(kept.error());
                sinceRow = 0;
            }
            control.report(static_cast<std::uint64_t>(step) + 1, static_cast<std::uint64_t>(m_config.steps));
        }
        DistilledStainNet result;
        result.weights = weightsOf(m_config.shape, m_parameters);
        result.trainingLoss = tail / (m_config.steps - lastTenth);
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return result;
    }

private:
    /// What the cases count by their errors; 1 on average.
    std::vector<double> caseFactors(int step) const
    {
        std::vector<double> factors(m_groups.size(), 1.0);
        double mean = 0;
        double cases = 0;
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            if (m_groups[i].leader == i) {
                mean += m_groups[i].error;
                ++cases;
            }
        if (step < kWarmUpSteps || !(mean > 0))
            return factors;
        mean /= cases;
        double sum = 0;
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            if (m_groups[i].leader == i)
                sum += factors[i] = std::pow(m_groups[i].error / mean, m_config.fairness);
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            if (m_groups[i].leader == i)
                factors[i] *= cases / sum;
        return factors;
    }

    /// What each group's gradient counts.
    std::vector<double> groupWeights(int step) const
    {
        const std::vector<double> factors = caseFactors(step);
        std::vector<double> weights;
        for (const Group& group : m_groups)
            weights.push_back(group.weight * (group.leader == Group::kNone ? 1.0 : factors[group.leader]));
        return weights;
    }

    /// Returns the mean loss per value, all groups alike.
    double oneStep(int step, double rate)
    {
        const std::vector<double> weights = groupWeights(step);
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        const std::size_t share = static_cast<std::size_t>(m_config.pixelsPerStep) / m_groups.size();
        m_batch.clear();
        std::vector<std::size_t> ends;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            m_groups[i].patches.take(share, weights[i] / (3 * total), m_batch);
            ends.push_back(m_batch.size());
        }
        if (m_config.keepWhite > 0)
            m_white.add(m_config.keepWhite / 3, m_batch);
        const auto losses = m_team.accumulate(m_parameters, m_batch, m_terms, m_gradient);
        m_optimizer.step(m_parameters, m_gradient, rate);

        double mean = 0;
        std::size_t at = 0;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            double loss = 0;
            double values = 0;
            for (; at < ends[i]; ++at) {
                loss += losses[at];
                values += 3.0 * m_batch[at].width * m_batch[at].height;
            }
            Group& group = m_groups[i];
            group.error = step == 0 ? loss / values : kErrorMemory * group.error + (1 - kErrorMemory) * loss / values;
            mean += loss / values / static_cast<double>(m_groups.size());
        }
        return mean;
    }

    std::vector<Group>& m_groups;
    LossTerms m_terms;
    const DistillationConfig& m_config;
    GradientTeam m_team;
    WhiteColors m_white;
    std::vector<float> m_parameters;
    std::vector<float> m_gradient;
    AdamOptimizer m_optimizer;
    std::vector<ColorPatch> m_batch;
};

Result<TrainingPatches> patchesOf(std::vector<ImagePair> pairs, std::size_t mostPixels, const DistillationConfig& config,
                                  const JobControl& control)
{
    // Read once, cut, and let go of.
    const TrainingImages images(std::move(pairs), 0);
    return TrainingPatches::cut(images, config.shape, mostPixels, config.seed, JobControl{control.stop, {}, control.threads});
}

}

Result<DistilledStainNet> distillFast(const TrainingImages& images, const DistillationConfig& config,
                                      const DistillationRowFunction& onRow, const JobControl& control)
{
    if (auto valid = checkConfig(config); !valid)
        return tl::unexpected(valid.error());
    return guarded("the training", [&]() -> Result<DistilledStainNet> {
        auto patches =
            TrainingPatches::cut(images, config.shape, kMostPixels, config.seed, {control.stop, {}, control.threads});
        if (!patches)
            return tl::unexpected(patches.error());
        std::vector<Group> groups;
        groups.push_back({std::move(*patches), 1, Group::kNone});
        return ShuffledDistillation(groups, {1, 0}, config, control.threads).run(onRow, control);
    });
}

Result<DistilledStainNet> distillMixed(std::span<const DistillationCase> cases, const DistillationConfig& config,
                                       const DistillationRowFunction& onRow, const JobControl& control)
{
    if (auto valid = checkConfig(config); !valid)
        return tl::unexpected(valid.error());
    return guarded("the training", [&]() -> Result<DistilledStainNet> {
        const std::size_t share = kMostPixels / std::max<std::size_t>(1, 2 * cases.size());
        std::vector<Group> groups;
        for (const DistillationCase& one : cases) {
            std::size_t leader = Group::kNone;
            if (!one.aligned.empty()) {
                auto patches = patchesOf(one.aligned, share, config, control);
                if (!patches)
                    return tl::unexpected(patches.error());
                leader = groups.size();
                groups.push_back({std::move(*patches), 1, leader});
            }
            if (!one.teacher.empty() && config.teacherWeight > 0) {
                auto patches = patchesOf(one.teacher, share, config, control);
                if (!patches)
                    return tl::unexpected(patches.error());
                groups.push_back({std::move(*patches), config.teacherWeight, leader});
            }
        }
        if (groups.empty())
            return fail(ErrorCode::TrainingDataInvalid, "The training set", "no images");
        return ShuffledDistillation(groups, {0, 1, static_cast<float>(3 * config.structure)}, config, control.threads)
            .run(onRow, control);
    });
}

}
