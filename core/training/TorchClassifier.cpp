#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <utility>

#include <ATen/CPUGeneratorImpl.h>
#include <torch/torch.h>

#include "inference/TorchBorder.h"
#include "inference/TorchThreads.h"
#include "training/ClassifierNetwork.h"
#include "training/TorchAdam.h"

namespace isostain {

namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;
constexpr double kDropout = 0.5;
const std::string kNetworkPrefix = "network.";
const std::string kMeanPrefix = "adam.mean.";
const std::string kSquarePrefix = "adam.square.";
const std::string kStepsKey = "adam.steps";

at::Tensor tensorOf(const Tensor& tensor)
{
    at::Tensor result = at::empty(tensor.shape, at::kFloat);
    std::copy(tensor.values.begin(), tensor.values.end(), result.data_ptr<float>());
    return result;
}

at::Tensor maximumPooled(const at::Tensor& values)
{
    return at::max_pool2d(values, {3, 3}, {2, 2}, {0, 0}, {1, 1}, true);
}

/// A parameter with what Adam remembers of its gradients.
struct Parameter {
    at::Tensor value;
    at::Tensor mean;
    at::Tensor square;
};

class TorchClassifier : public ClassifierNetwork {
public:
    TorchClassifier(const SqueezeNetWeights& weights, unsigned threads)
        : m_threads(threads),
          m_classes(weights.classes()),
          m_device(at::hasCUDA() ? at::kCUDA : at::kCPU)
    {
        for (const auto& [name, tensor] : toStateDict(weights))
            m_parameters[name] = begun(tensorOf(tensor));
    }

    std::string deviceName() const override { return m_device.is_cuda() ? "GPU" : "CPU"; }

    Result<ClassifierStepResult> train(const ImageBatch& batch, const ClassifierStep& step) override
    {
        if (const auto checked = check(batch); !checked)
            return tl::unexpected(checked.error());
        return torch_module::exceptionsAsErrors(subjectOf(batch), [&]() -> Result<ClassifierStepResult> {
            torch_module::useTorchThreads(m_threads);
            chooseTrained(step.layers);
            const at::Tensor labels = labelsOf(batch);
            const at::Tensor outputs = forward(inputOf(batch), &step.seed);
            const at::Tensor loss = at::cross_entropy_loss(outputs, labels);
            std::vector<at::Tensor> trained;
            for (const auto& [name, parameter] : m_parameters)
                if (parameter.value.requires_grad())
                    trained.push_back(parameter.value);
            const auto gradients = torch::autograd::grad({loss}, trained);
            ClassifierStepResult result;
            result.loss = loss.item<double>();
            result.correct = static_cast<std::size_t>(outputs.argmax(1).eq(labels).sum().item<std::int64_t>());
            double squares = 0;
            for (const at::Tensor& gradient : gradients)
                squares += gradient.square().sum(at::kDouble).item<double>();
            result.gradientNorm = std::sqrt(squares);
            if (std::isfinite(result.loss) && std::isfinite(squares))
                update(gradients, step);
            return result;
        });
    }

    Result<std::vector<float>> logits(const ImageBatch& batch) override
    {
        if (const auto checked = check(batch); !checked)
            return tl::unexpected(checked.error());
        return torch_module::exceptionsAsErrors(subjectOf(batch), [&]() -> Result<std::vector<float>> {
            torch_module::useTorchThreads(m_threads);
            const at::NoGradGuard noGradients;
            return torch_module::plainTensor(forward(inputOf(batch), nullptr)).values;
        });
    }

    Result<SqueezeNetWeights> weights() const override
    {
        return torch_module::exceptionsAsErrors("the classifier", [&] { return squeezeNetFromStateDict(networkState({}), "of this training"); });
    }

    Result<StateDict> state() const override
    {
        return torch_module::exceptionsAsErrors("the classifier", [&]() -> Result<StateDict> {
            StateDict state = networkState(kNetworkPrefix);
            for (const auto& [name, parameter] : m_parameters) {
                state[kMeanPrefix + name] = torch_module::plainTensor(parameter.mean);
                state[kSquarePrefix + name] = torch_module::plainTensor(parameter.square);
            }
            state[kStepsKey] = {{2}, splitCount(m_steps)};
            return state;
        });
    }

    Result<void> restore(const StateDict& state, const std::string& subject) override
    {
        return torch_module::exceptionsAsErrors("the classifier", [&]() -> Result<void> {
            std::map<std::string, Parameter> restored = m_parameters;
            for (auto& [name, parameter] : restored) {
                for (auto& [prefix, tensor] :
                     {std::pair{kNetworkPrefix, &parameter.value}, std::pair{kMeanPrefix, &parameter.mean},
                      std::pair{kSquarePrefix, &parameter.square}}) {
                    auto loaded = savedTensor(state, prefix + name, tensor->sizes(), subject);
                    if (!loaded)
                        return tl::unexpected(loaded.error());
                    *tensor = loaded->to(m_device);
                }
            }
            const auto steps = state.find(kStepsKey);
            if (steps == state.end() || steps->second.values.size() != 2)
                return fail(ErrorCode::ClassifierMismatch, subject, "key '" + kStepsKey + "' is missing");
            m_parameters = std::move(restored);
            m_steps = joinedCount(steps->second.values);
            return {};
        });
    }

private:
    Parameter begun(const at::Tensor& value) const
    {
        const at::Tensor placed = value.to(m_device);
        return {placed, at::zeros_like(placed), at::zeros_like(placed)};
    }

    /// Counts of steps as floats that hold them exactly.
    static std::vector<float> splitCount(std::int64_t count)
    {
        constexpr std::int64_t kPart = 1 << 20;
        const std::int64_t parts = count / kPart;
        return {static_cast<float>(parts), static_cast<float>(count % kPart)};
    }
    static std::int64_t joinedCount(const std::vector<float>& parts)
    {
        return (static_cast<std::int64_t>(parts[0]) << 20) + static_cast<std::int64_t>(parts[1]);
    }

    static Result<at::Tensor> savedTensor(const StateDict& state, const std::string& key, at::IntArrayRef shape,
                                          const std::string& subject)
    {
        const auto found = state.find(key);
        if (found == state.end())
            return fail(ErrorCode::ClassifierMismatch, subject, "key '" + key + "' is missing");
        if (found->second.shape != shape.vec() || !found->second.holdsItsShape())
            return fail(ErrorCode::ClassifierMismatch, subject, "'" + key + "' has another shape");
        const auto& values = found->second.values;
        if (!std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); }))
            return fail(ErrorCode::CheckpointNotFinite, subject, "'" + key + "'");
        return tensorOf(found->second);
    }

    static std::string subjectOf(const ImageBatch& batch)
    {
        return "a batch of " + std::to_string(batch.count()) + " images of " + std::to_string(batch.width) + " x " +
               std::to_string(batch.height) + " pixels; smaller batches need less";
    }

    Result<void> check(const ImageBatch& batch) const
    {
        constexpr int kLargestSide = 1 << 15;
        const auto isSide = [](int side) {
            return side >= SqueezeNetWeights::kSmallestSide && side <= kLargestSide;
        };
        if (batch.count() == 0 || !isSide(batch.width) || !isSide(batch.height) ||
            batch.pixels.size() !=
                3 * batch.count() * static_cast<std::size_t>(batch.width) * static_cast<std::size_t>(batch.height))
            return fail(ErrorCode::InvalidArgument, "A batch of " + std::to_string(batch.count()) + " images",
                        "each side must have at least " + std::to_string(SqueezeNetWeights::kSmallestSide) + " pixels");
        if (std::any_of(batch.labels.begin(), batch.labels.end(), [this](int label) { return label >= m_classes; }))
            return fail(ErrorCode::InvalidArgument, "A label", "the network has " + std::to_string(m_classes) + " classes");
        return {};
    }

    StateDict networkState(const std::string& prefix) const
    {
        StateDict state;
        for (const auto& [name, parameter] : m_parameters)
            state[prefix + name] = torch_module::plainTensor(parameter.value);
        return state;
    }

    void chooseTrained(TrainedLayers layers)
    {
        for (auto& [name, parameter] : m_parameters)
            parameter.value.set_requires_grad(layers == TrainedLayers::All || name.starts_with("classifier."));
    }

    at::Tensor inputOf(const ImageBatch& batch) const
    {
        const std::array<std::int64_t, 4> shape{static_cast<std::int64_t>(batch.count()), batch.height, batch.width, 3};
        const at::Tensor bytes = at::from_blob(const_cast<std::uint8_t*>(batch.pixels.data()), shape, at::kByte);
        return ((bytes.to(m_device).to(at::kFloat) - 128) / 128).permute({0, 3, 1, 2}).contiguous();
    }

    at::Tensor labelsOf(const ImageBatch& batch) const
    {
        const at::Tensor bytes = at::from_blob(const_cast<std::uint8_t*>(batch.labels.data()),
                                               {static_cast<std::int64_t>(batch.count())}, at::kByte);
        return bytes.to(at::kLong).to(m_device);
    }

    at::Tensor convolved(const std::string& name, const at::Tensor& values, std::int64_t stride = 1,
                         std::int64_t padding = 0) const
    {
        return at::relu(at::conv2d(values, m_parameters.at(name + ".weight").value, m_parameters.at(name + ".bias").value,
                                   stride, padding));
    }

    at::Tensor fire(int position, const at::Tensor& values) const
    {
        const std::string name = "features." + std::to_string(position);
        const at::Tensor squeezed = convolved(name + ".squeeze", values);
        return at::cat({convolved(name + ".expand1x1", squeezed), convolved(name + ".expand3x3", squeezed, 1, 1)}, 1);
    }

    /// As at::dropout, from a generator of its own, so that a step depends on its seed and not on those before it.
    at::Tensor dropped(const at::Tensor& values, std::uint32_t seed) const
    {
        const at::Tensor kept =
            at::empty(values.sizes(), at::kFloat).bernoulli_(1 - kDropout, at::make_generator<at::CPUGeneratorImpl>(seed));
        return values * kept.to(m_device) / (1 - kDropout);
    }

    at::Tensor forward(const at::Tensor& input, const std::uint32_t* dropoutSeed) const
    {
        at::Tensor values = maximumPooled(convolved("features.0", input, 2));
        for (const int position : {3, 4})
            values = fire(position, values);
        values = maximumPooled(values);
        for (const int position : {6, 7})
            values = fire(position, values);
        values = maximumPooled(values);
        for (const int position : {9, 10, 11, 12})
            values = fire(position, values);
        if (dropoutSeed)
            values = dropped(values, *dropoutSeed);
        return convolved("classifier.1", values).mean({2, 3});
    }

    void update(const std::vector<at::Tensor>& gradients, const ClassifierStep& step)
    {
        const at::NoGradGuard noGradients;
        ++m_steps;
        const auto steps = static_cast<double>(m_steps);
        const double correction1 = 1 - std::pow(kBeta1, steps);
        const double correction2 = 1 - std::pow(kBeta2, steps);
        std::size_t index = 0;
        for (auto& [name, parameter] : m_parameters) {
            if (!parameter.value.requires_grad())
                continue;
            const at::Tensor gradient = gradients[index++] + parameter.value * step.weightDecay;
            parameter.mean.mul_(kBeta1).add_(gradient, 1 - kBeta1);
            parameter.square.mul_(kBeta2).addcmul_(gradient, gradient, 1 - kBeta2);
            const at::Tensor denominator = (parameter.square.sqrt() / std::sqrt(correction2)).add_(kEpsilon);
            parameter.value.addcdiv_(parameter.mean, denominator, -step.learningRate / correction1);
        }
    }

    unsigned m_threads;
    int m_classes;
    at::Device m_device;
    std::map<std::string, Parameter> m_parameters; ///< by torchvision's names
    std::int64_t m_steps = 0;
};

Result<std::unique_ptr<ClassifierNetwork>> create(const SqueezeNetWeights& weights, unsigned threads)
{
    // Weights are what a checkpoint could hold: the same checks for those that come from elsewhere.
    if (const auto checked = squeezeNetFromStateDict(toStateDict(weights), "to begin with"); !checked)
        return tl::unexpected(checked.error());
    return torch_module::exceptionsAsErrors("the classifier", [&]() -> Result<std::unique_ptr<ClassifierNetwork>> {
        return std::make_unique<TorchClassifier>(weights, threads);
    });
}

}

}

extern "C" const isostain::ClassifierModule* isostainClassifierModule(int interfaceVersion)
{
    static constexpr isostain::ClassifierModule kModule{&isostain::create};
    return interfaceVersion == isostain::ClassifierModule::kInterfaceVersion ? &kModule : nullptr;
}
