#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <utility>

#include <ATen/autocast_mode.h>
#include <torch/torch.h>

#include "inference/TorchBorder.h"
#include "inference/TorchStages.h"
#include "inference/TorchThreads.h"
#include "nn/StateTensors.h"
#include "training/StainGanModel.h"
#include "training/StainGanNetworks.h"
#include "training/TorchAdam.h"
#include "training/TorchFakePool.h"

namespace isostain {

namespace {

using namespace torch_module;

const std::string kSubject = "the training";

/// While it lives, convolutions of a GPU compute in bfloat16 where that is wanted; its range is float32's, so that losses
/// need no scaling.
class MixedPrecision {
public:
    enum class Use { Off, On };

    explicit MixedPrecision(Use use) : m_use(use)
    {
        if (m_use == Use::On)
            set(Use::On);
    }
    ~MixedPrecision()
    {
        if (m_use == Use::Off)
            return;
        at::autocast::clear_cache();
        set(Use::Off);
    }
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;

private:
    static void set(Use use)
    {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
        at::autocast::set_autocast_enabled(at::kCUDA, use == Use::On);
        at::autocast::set_autocast_dtype(at::kCUDA, at::kBFloat16);
#else
        at::autocast::set_enabled(use == Use::On);
        at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
#endif
    }

    Use m_use;
};

/// A network of stages whose weights are trained.
class TrainedStages {
public:
    TrainedStages(Stages stages, const StainGanConfig& config, const at::Device& device)
        : m_stages(std::move(stages)),
          m_adam(parameters(), config.beta1, config.beta2, device)
    {
    }
    TrainedStages(const TrainedStages&) = delete;
    TrainedStages& operator=(const TrainedStages&) = delete;

    at::Tensor operator()(const at::Tensor& input) const { return forward(m_stages, input, {}); }
    TorchAdam& adam() { return m_adam; }
    const TorchAdam& adam() const { return m_adam; }

    /// The weights and biases into the convolutions that the stages were made of, in the same order.
    void copyTo(const std::vector<ConvLayer*>& layers) const
    {
        for (std::size_t i = 0; i < layers.size(); ++i) {
            layers[i]->weight = plainTensor(m_stages[i].weight).values;
            layers[i]->bias = plainTensor(m_stages[i].bias).values;
        }
    }
    void copyFrom(const Stages& stages)
    {
        const at::NoGradGuard noGradients;
        for (std::size_t i = 0; i < m_stages.size(); ++i) {
            m_stages[i].weight.copy_(stages[i].weight);
            m_stages[i].bias.copy_(stages[i].bias);
        }
    }
    bool hasShapesOf(const Stages& stages) const
    {
        return std::equal(stages.begin(), stages.end(), m_stages.begin(), m_stages.end(), [](const Stage& a, const Stage& b) {
            return a.weight.sizes() == b.weight.sizes() && a.bias.sizes() == b.bias.sizes();
        });
    }

private:
    std::vector<at::Tensor*> parameters()
    {
        std::vector<at::Tensor*> all;
        for (Stage& stage : m_stages)
            all.insert(all.end(), {&stage.weight, &stage.bias});
        return all;
    }

    Stages m_stages;
    TorchAdam m_adam;
};

/// The convolutions in the order of stagesOf().
std::vector<ConvLayer*> layersOf(ResnetGeneratorWeights& weights)
{
    std::vector<ConvLayer*> layers = {&weights.stem, &weights.down[0], &weights.down[1]};
    for (ResidualBlock& block : weights.blocks)
        layers.insert(layers.end(), {&block.first, &block.second});
    layers.insert(layers.end(), {&weights.up[0], &weights.up[1], &weights.head});
    return layers;
}

std::vector<ConvLayer*> layersOf(PatchDiscriminatorWeights& weights)
{
    std::vector<ConvLayer*> layers;
    for (ConvLayer& layer : weights.layers)
        layers.push_back(&layer);
    return layers;
}

void addWithPrefix(StateDict& state, const std::string& prefix, StateDict&& part)
{
    for (auto& [name, tensor] : part)
        state[prefix + name] = std::move(tensor);
}

StateDict withoutPrefix(const StateDict& state, const std::string& prefix)
{
    StateDict part;
    for (auto found = state.lower_bound(prefix); found != state.end() && found->first.starts_with(prefix); ++found)
        part.emplace(found->first.substr(prefix.size()), found->second);
    return part;
}

/// Mean squared difference to a number.
at::Tensor meanSquareTo(const at::Tensor& values, double wanted)
{
    return (values.to(at::kFloat) - wanted).square().mean();
}

at::Tensor meanAbsolute(const at::Tensor& a, const at::Tensor& b)
{
    return at::l1_loss(a.to(at::kFloat), b);
}

/// Of the values of each image; 1 where both are flat.
at::Tensor contrastOf(const at::Tensor& results, const at::Tensor& originals)
{
    constexpr double kUnseen = 1e-3; // a tenth of a gray level
    const auto deviation = [](const at::Tensor& images) {
        return images.detach().to(at::kFloat).flatten(1).std(1, false).mean() + kUnseen;
    };
    return deviation(results) / deviation(originals);
}

/// Whether convolutions in bfloat16 work on a GPU: older ones refuse them.
bool hasBfloat16(const at::Device& device)
{
    try {
        const at::Tensor ones = at::ones({1, 8, 8, 8}, at::TensorOptions(at::kBFloat16).device(device));
        return at::conv2d(ones, ones).to(at::kCPU).numel() == 1;
    } catch (const c10::Error&) {
        return false;
    }
}

enum Seeds : std::uint64_t {
    kGeneratorToTarget,
    kGeneratorToSource,
    kDiscriminatorTarget,
    kDiscriminatorSource,
    kPoolTarget,
    kPoolSource,
    kSeeds
};

MixedPrecision::Use precisionOn(const at::Device& device, const StainGanConfig& config)
{
    const bool isMixed = device.is_cuda() && config.precision == StainGanPrecision::Automatic && hasBfloat16(device);
    return isMixed ? MixedPrecision::Use::On : MixedPrecision::Use::Off;
}

class TorchStainGan : public StainGanModel {
public:
    TorchStainGan(const StainGanConfig& config, unsigned threads, const at::Device& device)
        : m_config(config),
          m_threads(threads),
          m_device(device),
          m_mixed(precisionOn(device, config)),
          m_toTarget(stagesOf(newGenerator(config, seed(kGeneratorToTarget))), config, device),
          m_toSource(stagesOf(newGenerator(config, seed(kGeneratorToSource))), config, device),
          m_judgeTarget(stagesOf(newDiscriminator(config, seed(kDiscriminatorTarget))), config, device),
          m_judgeSource(stagesOf(newDiscriminator(config, seed(kDiscriminatorSource))), config, device),
          m_poolTarget(config.poolSize, seed(kPoolTarget)),
          m_poolSource(config.poolSize, seed(kPoolSource))
    {
    }

    std::string deviceName() const override
    {
        if (!m_device.is_cuda())
            return "cpu";
        return std::string("cuda") + (mixed() == MixedPrecision::Use::On ? " (bfloat16)" : " (float32)");
    }
    std::string libraryVersion() const override { return TORCH_VERSION; }

    Result<StainGanMeasures> train(const UnpairedBatch& batch, const StainGanStep& step) override
    {
        return exceptionsAsErrors(kSubject, [&]() -> Result<StainGanMeasures> {
            useTorchThreads(m_threads);
            const at::Tensor source = inputOf(batch.source), target = inputOf(batch.target);
            const at::Tensor measures = step.phase == StainGanStep::Phase::Copying
                                            ? trainToCopy(source, target, step.learningRate)
                                            : trainAgainstJudges(source, target, step.learningRate);
            const at::Tensor onCpu = measures.to(at::kCPU, at::kDouble).contiguous();
            StainGanMeasures result;
            std::copy_n(onCpu.data_ptr<double>(), result.size(), result.begin());
            return result;
        });
    }

    Result<RgbImage> translate(StainGanDirection direction, const RgbImage& image) override
    {
        return exceptionsAsErrors(kSubject, [&]() -> Result<RgbImage> {
            useTorchThreads(m_threads);
            const at::NoGradGuard noGradients;
            const at::Tensor input = torch_module::inputOf(std::span(&image, 1), m_device);
            return imagesOf(generatorOf(direction)(input)).front();
        });
    }

    Result<ResnetGeneratorWeights> generator(StainGanDirection direction) const override
    {
        return exceptionsAsErrors(kSubject, [&]() -> Result<ResnetGeneratorWeights> {
            ResnetGeneratorWeights weights = newGenerator(m_config, 0);
            generatorOf(direction).copyTo(layersOf(weights));
            return weights;
        });
    }

    Result<StateDict> state() const override
    {
        return exceptionsAsErrors(kSubject, [&]() -> Result<StateDict> {
            StateDict state;
            ResnetGeneratorWeights generator = newGenerator(m_config, 0);
            PatchDiscriminatorWeights discriminator = newDiscriminator(m_config, 0);
            const auto add = [&](const char* prefix, const TrainedStages& network, auto& weights) {
                network.copyTo(layersOf(weights));
                addWithPrefix(state, prefix, toStateDict(weights));
                network.adam().save(state, std::string("adam.") + prefix);
            };
            add("to-target.", m_toTarget, generator);
            add("to-source.", m_toSource, generator);
            add("judge-target.", m_judgeTarget, discriminator);
            add("judge-source.", m_judgeSource, discriminator);
            m_poolTarget.save(state, "pool-target.");
            m_poolSource.save(state, "pool-source.");
            return state;
        });
    }

    Result<void> restore(const StateDict& state, const std::string& subject) override
    {
        return exceptionsAsErrors(kSubject, [&]() -> Result<void> {
            const auto take = [&](const std::string& prefix, TrainedStages& network, const auto& read) -> Result<void> {
                const auto weights = read(withoutPrefix(state, prefix), subject);
                if (!weights)
                    return tl::unexpected(weights.error());
                const Stages stages = stagesOf(*weights);
                if (!network.hasShapesOf(stages))
                    return checkpointMismatch(subject, "'" + prefix + "' has another width or depth");
                network.copyFrom(stages);
                return network.adam().restore(state, "adam." + prefix, subject);
            };
            return take("to-target.", m_toTarget, generatorFromStateDict)
                .and_then([&] { return take("to-source.", m_toSource, generatorFromStateDict); })
                .and_then([&] { return take("judge-target.", m_judgeTarget, discriminatorFromStateDict); })
                .and_then([&] { return take("judge-source.", m_judgeSource, discriminatorFromStateDict); })
                .and_then([&] { return m_poolTarget.restore(state, "pool-target.", m_config.crop, m_device, subject); })
                .and_then([&] { return m_poolSource.restore(state, "pool-source.", m_config.crop, m_device, subject); });
        });
    }

private:
    std::uint64_t seed(Seeds which) const { return m_config.seed * kSeeds + which; }

    MixedPrecision::Use mixed() const { return m_mixed; }

    const TrainedStages& generatorOf(StainGanDirection direction) const
    {
        return direction == StainGanDirection::ToTarget ? m_toTarget : m_toSource;
    }

    at::Tensor inputOf(const PatchBatch& batch) const
    {
        const at::Tensor bytes =
            at::from_blob(const_cast<std::uint8_t*>(batch.pixels.data()), {batch.count, batch.size, batch.size, 3}, at::kByte);
        // The bytes lie channels last already.
        return (bytes.to(m_device).permute({0, 3, 1, 2}).to(at::kFloat) / 255 - 0.5) * 2;
    }

    /// The numbers of a step, in the order of StainGanMeasure, on the device.
    static at::Tensor measured(const std::array<at::Tensor, kStainGanMeasures>& values)
    {
        std::vector<at::Tensor> all;
        for (const at::Tensor& value : values)
            all.push_back(value.defined() ? value.detach().to(at::kFloat) : at::zeros({}, values.back().options()));
        return at::stack(all);
    }

    at::Tensor trainToCopy(const at::Tensor& source, const at::Tensor& target, double learningRate)
    {
        std::array<at::Tensor, kStainGanMeasures> values;
        const auto train = [&](TrainedStages& generator, const at::Tensor& images, StainGanMeasure identity,
                               StainGanMeasure contrast) {
            at::Tensor copies, loss;
            {
                const MixedPrecision precision(mixed());
                copies = generator(images);
                loss = meanAbsolute(copies, images);
            }
            generator.adam().clearGradients();
            loss.backward();
            generator.adam().step(learningRate);
            values[static_cast<std::size_t>(identity)] = loss;
            values[static_cast<std::size_t>(contrast)] = contrastOf(copies, images);
        };
        train(m_toTarget, target, StainGanMeasure::IdentityTarget, StainGanMeasure::ContrastToTarget);
        train(m_toSource, source, StainGanMeasure::IdentitySource, StainGanMeasure::ContrastToSource);
        return measured(values);
    }

    at::Tensor trainAgainstJudges(const at::Tensor& source, const at::Tensor& target, double learningRate)
    {
        std::array<at::Tensor, kStainGanMeasures> values;
        const auto [fakeTarget, fakeSource] = trainGenerators(source, target, learningRate, values);
        const auto at = [&](StainGanMeasure measure) -> at::Tensor& {
            return values[static_cast<std::size_t>(measure)];
        };
        at(StainGanMeasure::DiscriminatorTarget) =
            trainJudge(m_judgeTarget, target, m_poolTarget.exchanged(fakeTarget), learningRate);
        at(StainGanMeasure::DiscriminatorSource) =
            trainJudge(m_judgeSource, source, m_poolSource.exchanged(fakeSource), learningRate);
        at(StainGanMeasure::ContrastToTarget) = contrastOf(fakeTarget, source);
        at(StainGanMeasure::ContrastToSource) = contrastOf(fakeSource, target);
        return measured(values);
    }

    /// Returns the fakes of the target and of the source, without their history.
    std::pair<at::Tensor, at::Tensor> trainGenerators(const at::Tensor& source, const at::Tensor& target, double learningRate,
                                                      std::array<at::Tensor, kStainGanMeasures>& values)
    {
        const auto at = [&](StainGanMeasure measure) -> at::Tensor& {
            return values[static_cast<std::size_t>(measure)];
        };
        for (TrainedStages* judge : {&m_judgeTarget, &m_judgeSource})
            judge->adam().setGradients(TorchAdam::Gradients::Unwanted);
        at::Tensor fakeTarget, fakeSource, total;
        {
            const MixedPrecision precision(mixed());
            const auto n = source.size(0);
            // Fakes and identities in one pass: each image has its own statistics, so that batches do not mix.
            const at::Tensor toTarget = m_toTarget(at::cat({source, target}));
            const at::Tensor toSource = m_toSource(at::cat({target, source}));
            fakeTarget = toTarget.narrow(0, 0, n);
            fakeSource = toSource.narrow(0, 0, n);
            at(StainGanMeasure::IdentityTarget) = meanAbsolute(toTarget.narrow(0, n, n), target);
            at(StainGanMeasure::IdentitySource) = meanAbsolute(toSource.narrow(0, n, n), source);
            at(StainGanMeasure::AdversarialToTarget) = meanSquareTo(m_judgeTarget(fakeTarget), 1);
            at(StainGanMeasure::AdversarialToSource) = meanSquareTo(m_judgeSource(fakeSource), 1);
            at(StainGanMeasure::CycleSource) = meanAbsolute(m_toSource(fakeTarget), source);
            at(StainGanMeasure::CycleTarget) = meanAbsolute(m_toTarget(fakeSource), target);
            total = at(StainGanMeasure::AdversarialToTarget) + at(StainGanMeasure::AdversarialToSource) +
                    m_config.cycleWeight * (at(StainGanMeasure::CycleSource) + at(StainGanMeasure::CycleTarget)) +
                    m_config.identityWeight * (at(StainGanMeasure::IdentityTarget) + at(StainGanMeasure::IdentitySource));
        }
        for (TrainedStages* generator : {&m_toTarget, &m_toSource})
            generator->adam().clearGradients();
        total.backward();
        for (TrainedStages* generator : {&m_toTarget, &m_toSource})
            generator->adam().step(learningRate);
        for (TrainedStages* judge : {&m_judgeTarget, &m_judgeSource})
            judge->adam().setGradients(TorchAdam::Gradients::Wanted);
        return {fakeTarget.detach().to(at::kFloat), fakeSource.detach().to(at::kFloat)};
    }

    at::Tensor trainJudge(TrainedStages& judge, const at::Tensor& real, const at::Tensor& fake, double learningRate)
    {
        at::Tensor loss;
        {
            const MixedPrecision precision(mixed());
            const at::Tensor opinions = judge(at::cat({real, fake}));
            const auto n = real.size(0);
            loss = (meanSquareTo(opinions.narrow(0, 0, n), 1) + meanSquareTo(opinions.narrow(0, n, fake.size(0)), 0)) * 0.5;
        }
        judge.adam().clearGradients();
        loss.backward();
        judge.adam().step(learningRate);
        return loss;
    }

    StainGanConfig m_config;
    unsigned m_threads;
    at::Device m_device;
    MixedPrecision::Use m_mixed;
    TrainedStages m_toTarget;
    TrainedStages m_toSource;
    TrainedStages m_judgeTarget;
    TrainedStages m_judgeSource;
    TorchFakePool m_poolTarget;
    TorchFakePool m_poolSource;
};

Result<std::unique_ptr<StainGanModel>> create(const StainGanConfig& config, unsigned threads)
{
    if (const auto checked = checkStainGanConfig(config); !checked)
        return tl::unexpected(checked.error());
    return exceptionsAsErrors(kSubject, [&]() -> Result<std::unique_ptr<StainGanModel>> {
        useTorchThreads(threads);
        const bool usesGpu = config.device == StainGanDevice::Automatic && torch::cuda::is_available();
        if (usesGpu)
            at::globalContext().setBenchmarkCuDNN(true); // crops are of one size: worth trying what is fastest
        return std::make_unique<TorchStainGan>(config, threads, usesGpu ? at::Device(at::kCUDA) : at::Device(at::kCPU));
    });
}

}

}

extern "C" const isostain::StainGanModule* isostainStainGanModule(int interfaceVersion)
{
    static constexpr isostain::StainGanModule kModule{&isostain::create};
    return interfaceVersion == isostain::StainGanModule::kInterfaceVersion ? &kModule : nullptr;
}
