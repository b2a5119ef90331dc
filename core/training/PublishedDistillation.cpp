#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

#include "image/Guarded.h"
#include "training/Distillation.h"
#include "training/GradientTeam.h"
#include "training/StainNetApply.h"
#include "training/WhiteColors.h"

namespace isostain {

namespace {

/// Colors that a pointwise network is given at once; see TrainingPatches.
constexpr int kColors = 256;

/// An epoch draws from a sequence of its own, so that it does not matter which epochs came before it in this process.
std::mt19937 randomOf(std::uint32_t seed, int epoch)
{
    std::seed_seq sequence{seed, static_cast<std::uint32_t>(epoch)};
    return std::mt19937(sequence);
}

class PublishedDistillation {
public:
    PublishedDistillation(const TrainingImages& images, const TrainingImages& test, const DistillationConfig& config,
                          PublishedTraining& state, const JobControl& control)
        : m_images(images),
          m_test(test),
          m_config(config),
          m_state(state),
          m_control(control),
          m_team(config.shape, control.threads),
          m_white(config.seed),
          m_gradient(state.parameters.size())
    {
    }

    /// Does the next epoch, and the test where one is due.
    Result<DistillationRow> epoch()
    {
        std::mt19937 random = randomOf(m_config.seed, m_state.epoch);
        std::vector<std::size_t> order(m_images.count());
        std::iota(order.begin(), order.end(), std::size_t(0));
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random() % i]);
        const double rate = 0.5 * m_config.sgdRate * (1 + std::cos(std::numbers::pi * m_state.epoch / m_config.epochs));
        const auto batchSize = static_cast<std::size_t>(m_config.batchSize);
        double loss = 0;
        for (std::size_t first = 0; first < order.size(); first += batchSize) {
            const auto batch = std::span(order).subspan(first, std::min(batchSize, order.size() - first));
            const auto batchLoss = step(batch, rate, random);
            if (!batchLoss)
                return tl::unexpected(batchLoss.error());
            loss += *batchLoss * static_cast<double>(batch.size());
        }
        ++m_state.epoch;
        DistillationRow row{static_cast<std::uint64_t>(m_state.epoch), loss / static_cast<double>(order.size()), {}, rate};
        if (m_state.epoch % m_config.testEvery == 0 || m_state.epoch == m_config.epochs)
            if (auto tested = testNow(row); !tested)
                return tl::unexpected(tested.error());
        return row;
    }

private:
    Result<double> step(std::span<const std::size_t> batch, double rate, std::mt19937& random)
    {
        m_control.waitWhilePaused();
        if (m_control.stopRequested())
            return fail(ErrorCode::Cancelled);
        std::vector<std::shared_ptr<const TrainingImage>> images;
        std::vector<ColorPatch> patches;
        std::size_t pixels = 0;
        for (const std::size_t index : batch) {
            auto image = m_images.image(index);
            if (!image)
                return tl::unexpected(image.error());
            images.push_back(std::move(*image));
            pixels += addCrop(*images.back(), random, patches);
        }
        const auto values = 3 * static_cast<double>(pixels);
        for (ColorPatch& patch : patches)
            patch.weight = static_cast<float>(1 / values);
        const std::size_t imagePatches = patches.size();
        if (m_config.keepWhite > 0)
            m_white.add(m_config.keepWhite / 3, patches);
        const auto losses = m_team.accumulate(m_state.parameters, patches, {1, 0}, m_gradient);
        const double loss =
            std::accumulate(losses.begin(), losses.begin() + static_cast<std::ptrdiff_t>(imagePatches), 0.0) / values;
        if (!std::isfinite(loss))
            return fail(ErrorCode::TrainingDiverged, "epoch " + std::to_string(m_state.epoch + 1));
        for (std::size_t i = 0; i < m_gradient.size(); ++i)
            m_state.parameters[i] -= static_cast<float>(rate) * m_gradient[i];
        return loss;
    }

    /// Appends a crop; a pointwise network is given it in rows that fit the nearer caches. Returns its pixels.
    std::size_t addCrop(const TrainingImage& image, std::mt19937& random, std::vector<ColorPatch>& patches) const
    {
        const int width = std::min(m_config.cropSize, image.width);
        const int height = std::min(m_config.cropSize, image.height);
        const auto x = static_cast<std::ptrdiff_t>(random() % static_cast<unsigned>(image.width - width + 1));
        const auto y = static_cast<std::ptrdiff_t>(random() % static_cast<unsigned>(image.height - height + 1));
        const ColorPair* const first = image.pairs.data() + y * image.width + x;
        if (m_config.shape.isPointwise()) {
            for (int row = 0; row < height; ++row)
                for (int at = 0; at < width; at += kColors)
                    patches.push_back({first + static_cast<std::ptrdiff_t>(row) * image.width + at, image.width,
                                       std::min(kColors, width - at), 1, 1});
        } else {
            patches.push_back({first, image.width, width, height, 1});
        }
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    }

    Result<void> testNow(DistillationRow& row)
    {
        const auto loss =
            meanAbsoluteError(m_config.shape, m_state.parameters, m_test, JobControl{m_control.stop, {}, m_control.threads});
        if (!loss)
            return tl::unexpected(loss.error());
        if (!std::isfinite(*loss))
            return fail(ErrorCode::TrainingDiverged, "epoch " + std::to_string(m_state.epoch));
        row.testLoss = *loss;
        if (m_state.best.empty() || *loss < m_state.bestLoss) {
            m_state.best = m_state.parameters;
            m_state.bestLoss = *loss;
            m_state.bestEpoch = m_state.epoch;
        }
        return {};
    }

    const TrainingImages& m_images;
    const TrainingImages& m_test;
    const DistillationConfig& m_config;
    PublishedTraining& m_state;
    const JobControl& m_control;
    GradientTeam m_team;
    WhiteColors m_white;
    std::vector<float> m_gradient;
};

Result<void> checkStart(const PublishedTraining& start, const DistillationConfig& config)
{
    const std::size_t parameters = config.shape.parameterCount();
    const bool fits = start.epoch >= 0 && start.epoch <= config.epochs && start.parameters.size() == parameters &&
                      (start.best.empty() || start.best.size() == parameters);
    if (!fits)
        return fail(ErrorCode::CheckpointMismatch, "The training to go on with");
    return {};
}

}

Result<DistilledStainNet> distillAsPublished(
    const TrainingImages& images, const TrainingImages& test, const DistillationConfig& config, PublishedTraining start,
    const std::function<Result<void>(const PublishedTraining&, const DistillationRow&)>& onEpoch, const JobControl& control)
{
    if (auto valid = checkConfig(config); !valid)
        return tl::unexpected(valid.error());
    if (images.count() == 0 || test.count() == 0)
        return fail(ErrorCode::TrainingDataInvalid, images.count() == 0 ? "The training set" : "The test set", "no images");
    return guarded("the training", [&]() -> Result<DistilledStainNet> {
        if (start.epoch == 0)
            start = {0, initialParameters(config.shape, config.seed), {}, 0, 0};
        if (auto fits = checkStart(start, config); !fits)
            return tl::unexpected(fits.error());
        const auto begin = std::chrono::steady_clock::now();
        PublishedDistillation training(images, test, config, start, control);
        double lastLoss = 0;
        while (start.epoch < config.epochs) {
            const auto row = training.epoch();
            if (!row)
                return tl::unexpected(row.error());
            lastLoss = row->trainingLoss;
            if (onEpoch)
                if (auto kept = onEpoch(start, *row); !kept)
                    return tl::unexpected(kept.error());
            control.report(static_cast<std::uint64_t>(start.epoch), static_cast<std::uint64_t>(config.epochs));
        }
        DistilledStainNet result;
        result.weights = weightsOf(config.shape, start.best);
        result.trainingLoss = lastLoss;
        result.testLoss = start.bestLoss;
        result.testEpoch = start.bestEpoch;
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return result;
    });
}

}
