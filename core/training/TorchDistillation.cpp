#include <algorithm>
#include <cmath>
#include <numbers>

#include <torch/torch.h>

#include "inference/TorchThreads.h"
#include "training/TrainingModule.h"

namespace isostain {

namespace {

/// A 1x1 StainNet on a list of colors: each convolution is a linear layer there.
torch::nn::Sequential makeNetwork(const DistillationConfig& config)
{
    torch::nn::Sequential network;
    int inputs = 3;
    for (int layer = 0; layer < config.layers; ++layer) {
        const bool isLast = layer + 1 == config.layers;
        const int outputs = isLast ? 3 : config.channels;
        network->push_back(torch::nn::Linear(inputs, outputs));
        if (!isLast)
            network->push_back(torch::nn::ReLU());
        inputs = outputs;
    }
    return network;
}

StainNetWeights weightsOf(const torch::nn::Sequential& network)
{
    StainNetWeights weights;
    const auto values = [](const torch::Tensor& tensor) {
        const torch::Tensor plain = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
        return std::vector<float>(plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel());
    };
    for (const auto& module : network->children()) {
        if (const auto* linear = module->as<torch::nn::LinearImpl>()) {
            weights.layers.push_back({static_cast<int>(linear->options.in_features()),
                                      static_cast<int>(linear->options.out_features()), 1, values(linear->weight),
                                      values(linear->bias)});
        }
    }
    return weights;
}

/// Rows of R, G, B bytes as a tensor that shares their memory.
torch::Tensor tensorOf(const std::vector<std::uint8_t>& pixels)
{
    return torch::from_blob(const_cast<std::uint8_t*>(pixels.data()), {static_cast<std::int64_t>(pixels.size() / 3), 3},
                            torch::kUInt8);
}

torch::Tensor toUnitScale(const torch::Tensor& bytes)
{
    return (bytes.to(torch::kFloat32) / 255 - 0.5) * 2;
}

Result<DistilledStainNet> run(const PixelPairs& pixels, const DistillationConfig& config, const JobControl& control)
{
    torch_module::useTorchThreads(control.threads);
    torch::manual_seed(config.seed);
    auto network = makeNetwork(config);
    torch::optim::Adam optimizer(network->parameters(), torch::optim::AdamOptions(config.learningRate));
    const torch::Tensor source = tensorOf(pixels.source);
    const torch::Tensor teacher = tensorOf(pixels.teacher);
    const auto count = static_cast<std::int64_t>(pixels.count());
    const int lastTenth = config.steps - std::max(1, config.steps / 10);
    double lastLosses = 0;
    for (int step = 0; step < config.steps; ++step) {
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled);
        const double rate = 0.5 * config.learningRate * (1 + std::cos(std::numbers::pi * step / config.steps));
        for (auto& group : optimizer.param_groups())
            static_cast<torch::optim::AdamOptions&>(group.options()).lr(rate);
        const torch::Tensor chosen = torch::randint(count, {config.pixelsPerStep}, torch::kInt64);
        const torch::Tensor output = network->forward(toUnitScale(source.index_select(0, chosen)));
        const torch::Tensor loss = torch::l1_loss(output, toUnitScale(teacher.index_select(0, chosen)));
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
        const double value = loss.item<double>();
        if (!std::isfinite(value))
            return fail(ErrorCode::TrainingDiverged, "step " + std::to_string(step + 1));
        if (step >= lastTenth)
            lastLosses += value;
        control.report(static_cast<std::uint64_t>(step) + 1, static_cast<std::uint64_t>(config.steps));
    }
    return DistilledStainNet{weightsOf(network), lastLosses / (config.steps - lastTenth)};
}

Result<DistilledStainNet> distill(const PixelPairs& pixels, const DistillationConfig& config, const JobControl& control)
{
    if (pixels.count() == 0 || pixels.source.size() != pixels.teacher.size())
        return fail(ErrorCode::TrainingDataInvalid, "The training set", "no pixels");
    const auto isWithin = [](int value, int low, int high) {
        return value >= low && value <= high;
    };
    if (!isWithin(config.steps, 1, 10'000'000) || !isWithin(config.layers, 2, 16) || !isWithin(config.channels, 1, 512) ||
        !isWithin(config.pixelsPerStep, 1, 1 << 24) || !(config.learningRate > 0) || std::isinf(config.learningRate))
        return fail(ErrorCode::InvalidArgument, "The training's configuration");
    try {
        return run(pixels, config, control);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "the training");
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, "the training", error.what_without_backtrace());
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, "the training", error.what());
    }
}

}

}

extern "C" const isostain::TrainingModule* isostainTrainingModule(int interfaceVersion)
{
    static constexpr isostain::TrainingModule kModule{&isostain::distill};
    return interfaceVersion == isostain::TrainingModule::kInterfaceVersion ? &kModule : nullptr;
}
