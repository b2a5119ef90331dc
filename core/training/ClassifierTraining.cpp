#include "training/ClassifierTraining.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "training/BatchReader.h"

namespace isostain {

namespace {

const std::string kProgressKey = "progress";
const std::string kSubject = "the classifier";

/// Mixes seed and place so that neighbors share nothing (the finalizer of MurmurHash3).
std::uint32_t mixed(std::uint32_t seed, std::uint32_t place)
{
    std::uint32_t value = seed * 0x9e3779b9u ^ place;
    value ^= value >> 16;
    value *= 0x85ebca6bu;
    value ^= value >> 13;
    value *= 0xc2b2ae35u;
    return value ^ value >> 16;
}

/// How far a training is, and what its current epoch has given so far.
struct Standing {
    int epoch = 0;
    std::size_t batch = 0;
    std::size_t images = 0;
    std::size_t correct = 0;
    double lossSum = 0;
    double largestGradient = 0;
};

/// Floats of a checkpoint hold whole numbers up to 2^24; a double takes three of them.
void append(std::vector<float>& values, double number)
{
    for (int i = 0; i < 3; ++i) {
        const auto part = static_cast<float>(number);
        values.push_back(part);
        number -= static_cast<double>(part);
    }
}

double joined(const std::vector<float>& values, std::size_t field)
{
    double number = 0;
    for (std::size_t i = 3; i-- > 0;)
        number += static_cast<double>(values[3 * field + i]);
    return number;
}

Tensor toTensor(const Standing& standing)
{
    Tensor tensor;
    for (const double number :
         {static_cast<double>(standing.epoch), static_cast<double>(standing.batch), static_cast<double>(standing.images),
          static_cast<double>(standing.correct), standing.lossSum, standing.largestGradient})
        append(tensor.values, number);
    tensor.shape = {static_cast<std::int64_t>(tensor.values.size())};
    return tensor;
}

Result<Standing> standingIn(const StateDict& state, const ClassifierConfig& config, std::size_t batches)
{
    const auto mismatch = [] {
        return fail(ErrorCode::ClassifierMismatch, "of this training", "it is of another one");
    };
    const auto found = state.find(kProgressKey);
    if (found == state.end() || found->second.values.size() != 18)
        return mismatch();
    const std::vector<float>& values = found->second.values;
    const auto isCount = [&](std::size_t field, double most) {
        const double number = joined(values, field);
        return number >= 0 && number <= most && number == std::floor(number);
    };
    constexpr double kMostImages = 1e9;
    if (!isCount(0, config.epochs) || !isCount(1, static_cast<double>(batches)) || !isCount(2, kMostImages) ||
        !isCount(3, kMostImages) || !std::isfinite(joined(values, 4)) || !std::isfinite(joined(values, 5)))
        return mismatch();
    return Standing{static_cast<int>(joined(values, 0)),
                    static_cast<std::size_t>(joined(values, 1)),
                    static_cast<std::size_t>(joined(values, 2)),
                    static_cast<std::size_t>(joined(values, 3)),
                    joined(values, 4),
                    joined(values, 5)};
}

class Training {
public:
    Training(ClassifierNetwork& network, const LabelledImages& images, const ClassifierConfig& config,
             const ClassifierHooks& hooks, const JobControl& control)
        : m_network(network),
          m_images(images),
          m_config(config),
          m_hooks(hooks),
          m_control(control)
    {
    }

    Result<void> run(const std::optional<StateDict>& resumeFrom)
    {
        if (resumeFrom)
            if (auto restored = restore(*resumeFrom); !restored)
                return restored;
        while (m_standing.epoch < m_config.epochs) {
            if (auto done = runEpoch(); !done)
                return done;
        }
        return {};
    }

private:
    std::size_t batches() const
    {
        const auto size = static_cast<std::size_t>(m_config.batchSize);
        return (m_images.images.size() + size - 1) / size;
    }

    Result<void> restore(const StateDict& state)
    {
        const auto standing = standingIn(state, m_config, batches());
        if (!standing)
            return tl::unexpected(standing.error());
        StateDict ofNetwork = state;
        ofNetwork.erase(kProgressKey);
        if (auto restored = m_network.restore(ofNetwork, "of this training"); !restored)
            return restored;
        m_standing = *standing;
        return {};
    }

    BatchPlan planOfEpoch() const
    {
        const auto epoch = static_cast<std::uint32_t>(m_standing.epoch);
        return {shuffledOrder(m_images.images.size(), mixed(m_config.seed, 2 * epoch)),
                static_cast<std::size_t>(m_config.batchSize),
                m_standing.batch,
                m_config.side,
                {},
                m_control.threads};
    }

    Result<void> runEpoch()
    {
        BatchReader reader(m_images, planOfEpoch());
        while (m_standing.batch < batches()) {
            m_control.waitWhilePaused();
            if (m_control.stopRequested())
                return stopped();
            auto batch = reader.next(m_control.stop);
            if (!batch)
                return batch.error().code == ErrorCode::Cancelled ? stopped() : tl::unexpected(batch.error());
            if (auto done = runStep(*batch); !done)
                return done;
        }
        return finishEpoch();
    }

    Result<void> runStep(const ImageBatch& batch)
    {
        const auto epochSeed = mixed(m_config.seed, 2 * static_cast<std::uint32_t>(m_standing.epoch) + 1);
        const ClassifierStep step{learningRateAt(m_config, m_standing.epoch), m_config.weightDecay,
                                  mixed(epochSeed, static_cast<std::uint32_t>(m_standing.batch)), m_config.layers};
        const auto result = m_network.train(batch, step);
        if (!result)
            return tl::unexpected(result.error());
        if (!std::isfinite(result->loss) || !std::isfinite(result->gradientNorm))
            return diverged("batch " + std::to_string(m_standing.batch + 1) + " gives a loss that is not a number");
        m_standing.lossSum += result->loss * static_cast<double>(batch.count());
        m_standing.images += batch.count();
        m_standing.correct += result->correct;
        m_standing.largestGradient = std::max(m_standing.largestGradient, result->gradientNorm);
        ++m_standing.batch;
        m_control.report(static_cast<std::uint64_t>(m_standing.epoch) * batches() + m_standing.batch,
                         static_cast<std::uint64_t>(m_config.epochs) * batches());
        return {};
    }

    Result<void> finishEpoch()
    {
        if (m_standing.largestGradient == 0)
            return diverged("its outputs no longer depend on the images; another seed may help as well");
        const auto images = static_cast<double>(m_standing.images);
        const ClassifierEpoch epoch{m_standing.epoch, learningRateAt(m_config, m_standing.epoch), m_standing.lossSum / images,
                                    static_cast<double>(m_standing.correct) / images};
        m_standing = Standing{m_standing.epoch + 1};
        if (m_hooks.epochDone)
            if (auto told = m_hooks.epochDone(epoch); !told)
                return told;
        return save();
    }

    Result<void> save() const
    {
        if (!m_hooks.save)
            return {};
        auto state = m_network.state();
        if (!state)
            return tl::unexpected(state.error());
        for (const auto& [name, tensor] : *state)
            if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float value) { return std::isfinite(value); }))
                return diverged("its weights are no longer numbers");
        (*state)[kProgressKey] = toTensor(m_standing);
        return m_hooks.save(*state);
    }

    Result<void> stopped() const
    {
        if (auto saved = save(); !saved)
            return saved;
        return fail(ErrorCode::Cancelled);
    }

    tl::unexpected<Error> diverged(const std::string& detail) const
    {
        return fail(ErrorCode::TrainingDiverged, kSubject, "epoch " + std::to_string(m_standing.epoch + 1) + ": " + detail);
    }

    ClassifierNetwork& m_network;
    const LabelledImages& m_images;
    const ClassifierConfig& m_config;
    const ClassifierHooks& m_hooks;
    const JobControl& m_control;
    Standing m_standing;
};

/// Softmax of the last class's place among two or more.
double likelihood(const float* logits, std::size_t classes, std::size_t positive)
{
    double sum = 0;
    for (std::size_t i = 0; i < classes; ++i)
        sum += std::exp(static_cast<double>(logits[i]) - static_cast<double>(logits[positive]));
    return 1 / sum;
}

}

Result<void> trainClassifier(ClassifierNetwork& network, const LabelledImages& images, const ClassifierConfig& config,
                             const std::optional<StateDict>& resumeFrom, const ClassifierHooks& hooks,
                             const JobControl& control)
{
    if (auto checked = checkConfig(config); !checked)
        return checked;
    return Training(network, images, config, hooks, control).run(resumeFrom);
}

Result<std::vector<double>> scoreImages(ClassifierNetwork& network, const LabelledImages& images, const ImageChange& change,
                                        std::uint8_t positive, const ClassifierConfig& config, const JobControl& control)
{
    BatchPlan plan;
    plan.order.resize(images.images.size());
    std::iota(plan.order.begin(), plan.order.end(), std::size_t(0));
    plan.batchSize = static_cast<std::size_t>(config.batchSize);
    plan.side = config.side;
    plan.change = change;
    plan.threads = control.threads;
    BatchReader reader(images, plan);
    std::vector<double> scores;
    for (std::size_t i = 0; i < plan.batches(); ++i) {
        const auto batch = reader.next(control.stop);
        if (!batch)
            return tl::unexpected(batch.error());
        const auto logits = network.logits(*batch);
        if (!logits)
            return tl::unexpected(logits.error());
        const std::size_t classes = logits->size() / batch->count();
        for (std::size_t k = 0; k < batch->count(); ++k) {
            const double score = likelihood(logits->data() + k * classes, classes, positive);
            if (!std::isfinite(score))
                return fail(ErrorCode::TrainingDiverged, kSubject, images.images[scores.size()].name);
            scores.push_back(score);
        }
        control.report(scores.size(), images.images.size());
    }
    return scores;
}

}
