#include "inference/TorchStages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <ATen/ATen.h>

#include "inference/TorchBorder.h"

namespace isostain::torch_module {

namespace {

constexpr double kNormEpsilon = 1e-5;
constexpr double kLeakySlope = 0.2;

at::Tensor tensorOf(const std::vector<float>& values, at::IntArrayRef shape)
{
    at::Tensor tensor = at::empty(shape, at::kFloat);
    std::copy(values.begin(), values.end(), tensor.data_ptr<float>());
    return tensor;
}

Stage stageOf(const ConvLayer& layer, Stage::Direction direction = Stage::Direction::Plain)
{
    const bool isPlain = direction == Stage::Direction::Plain;
    const std::array<std::int64_t, 4> shape = {isPlain ? layer.outChannels : layer.inChannels,
                                               isPlain ? layer.inChannels : layer.outChannels, layer.kernelSize,
                                               layer.kernelSize};
    Stage stage;
    stage.weight = tensorOf(layer.weight, shape);
    stage.bias = tensorOf(layer.bias, std::array<std::int64_t, 1>{layer.outChannels});
    stage.direction = direction;
    return stage;
}

/// 3x3, stride 2: half or double the size.
Stage rescalingStage(const ConvLayer& layer, Stage::Direction direction)
{
    Stage stage = stageOf(layer, direction);
    stage.stride = 2;
    stage.zeroPadding = 1;
    stage.norm = Stage::Norm::PerImage;
    stage.activation = Stage::Activation::Relu;
    return stage;
}

Stage reflectingStage(const ConvLayer& layer, Stage::Norm norm, Stage::Residual residual, Stage::Activation activation)
{
    Stage stage = stageOf(layer);
    stage.reflection = layer.kernelSize / 2;
    stage.norm = norm;
    stage.residual = residual;
    stage.activation = activation;
    return stage;
}

at::Tensor normalizedPerImage(const at::Tensor& values)
{
    // One group a channel is an instance norm; LibTorch's kernel for it is three times as fast on the CPU.
    return at::group_norm(values, values.size(1), {}, {}, kNormEpsilon, true);
}

/// A number a channel, along the dimension of a weight that counts the output's channels.
at::Tensor alongOutputs(const Stage& stage, const at::Tensor& channels)
{
    return stage.direction == Stage::Direction::Plain ? channels.reshape({-1, 1, 1, 1}) : channels.reshape({1, -1, 1, 1});
}

}

Stages stagesOf(const StainNetWeights& weights)
{
    Stages stages;
    for (const ConvLayer& layer : weights.layers) {
        Stage stage = stageOf(layer);
        stage.zeroPadding = layer.kernelSize / 2;
        stage.activation = &layer == &weights.layers.back() ? Stage::Activation::None : Stage::Activation::Relu;
        stages.push_back(std::move(stage));
    }
    return stages;
}

Stages stagesOf(const ResnetGeneratorWeights& weights)
{
    using enum Stage::Residual;
    constexpr auto kNorm = Stage::Norm::PerImage;
    constexpr auto kRelu = Stage::Activation::Relu;
    Stages stages = {reflectingStage(weights.stem, kNorm, None, kRelu)};
    for (const ConvLayer& layer : weights.down)
        stages.push_back(rescalingStage(layer, Stage::Direction::Plain));
    for (const ResidualBlock& block : weights.blocks) {
        stages.push_back(reflectingStage(block.first, kNorm, Begins, kRelu));
        stages.push_back(reflectingStage(block.second, kNorm, Ends, Stage::Activation::None));
    }
    for (const ConvLayer& layer : weights.up)
        stages.push_back(rescalingStage(layer, Stage::Direction::Transposed));
    stages.push_back(reflectingStage(weights.head, Stage::Norm::None, None, Stage::Activation::Tanh));
    return stages;
}

Stages stagesOf(const PatchDiscriminatorWeights& weights)
{
    Stages stages;
    for (std::size_t i = 0; i < weights.layers.size(); ++i) {
        const bool isFirst = i == 0, isLast = i + 1 == weights.layers.size();
        Stage stage = stageOf(weights.layers[i]);
        stage.zeroPadding = 1;
        stage.stride = i + 2 < weights.layers.size() ? 2 : 1;
        stage.norm = isFirst || isLast ? Stage::Norm::None : Stage::Norm::PerImage;
        stage.activation = isLast ? Stage::Activation::None : Stage::Activation::LeakyRelu;
        stages.push_back(std::move(stage));
    }
    return stages;
}

Stages movedTo(const at::Device& device, Stages stages)
{
    for (Stage& stage : stages) {
        stage.weight = stage.weight.to(device);
        stage.bias = stage.bias.to(device);
    }
    return stages;
}

at::Tensor convolved(const Stage& stage, const at::Tensor& input)
{
    const std::array<std::int64_t, 2> stride = {stage.stride, stage.stride};
    const std::array<std::int64_t, 2> padding = {stage.zeroPadding, stage.zeroPadding};
    if (stage.direction == Stage::Direction::Transposed) {
        constexpr std::array<std::int64_t, 2> kOutputPadding = {1, 1};
        return at::conv_transpose2d(input, stage.weight, stage.bias, stride, padding, kOutputPadding);
    }
    const std::int64_t r = stage.reflection;
    const at::Tensor padded = r > 0 ? at::reflection_pad2d(input, {r, r, r, r}) : input;
    return at::conv2d(padded, stage.weight, stage.bias, at::IntArrayRef(stride), at::IntArrayRef(padding));
}

void finishStage(const Stage& stage, at::Tensor values, Activations& activations)
{
    if (stage.residual == Stage::Residual::Begins)
        activations.residual = activations.values;
    if (stage.residual == Stage::Residual::Ends) {
        values.add_(activations.residual);
        activations.residual.reset();
    }
    switch (stage.activation) {
    case Stage::Activation::None:
        break;
    case Stage::Activation::Relu:
        values.relu_();
        break;
    case Stage::Activation::LeakyRelu:
        at::leaky_relu_(values, kLeakySlope);
        break;
    case Stage::Activation::Tanh:
        values.tanh_();
        break;
    }
    activations.values = std::move(values);
    ++activations.next;
}

void advance(const Stages& stages, std::size_t end, Activations& activations, const std::stop_token& stop)
{
    while (activations.next < end) {
        throwIfStopped(stop);
        const Stage& stage = stages[activations.next];
        at::Tensor values = convolved(stage, activations.values);
        if (stage.norm == Stage::Norm::PerImage)
            values = normalizedPerImage(values);
        finishStage(stage, std::move(values), activations);
    }
}

at::Tensor forward(const Stages& stages, at::Tensor input, const std::stop_token& stop)
{
    Activations activations{std::move(input), {}, 0};
    advance(stages, stages.size(), activations, stop);
    return activations.values;
}

std::vector<float> normFactors(const NormStatistics& statistics)
{
    std::vector<float> factors;
    for (const float variance : statistics.variance)
        factors.push_back(static_cast<float>(1 / std::sqrt(static_cast<double>(variance) + kNormEpsilon)));
    return factors;
}

Stage frozenStage(const Stage& stage, const NormStatistics& statistics)
{
    const auto channels = std::array<std::int64_t, 1>{static_cast<std::int64_t>(statistics.mean.size())};
    const at::Tensor factors = tensorOf(normFactors(statistics), channels).to(stage.weight.device());
    const at::Tensor mean = tensorOf(statistics.mean, channels).to(stage.weight.device());
    Stage frozen = stage;
    frozen.weight = stage.weight * alongOutputs(stage, factors);
    frozen.bias = (stage.bias - mean) * factors;
    frozen.norm = Stage::Norm::None;
    return frozen;
}

at::Tensor inputOf(std::span<const RgbImage> images, const at::Device& device)
{
    const int width = images.front().width(), height = images.front().height();
    at::Tensor bytes = at::empty({static_cast<std::int64_t>(images.size()), height, width, 3}, at::kByte);
    auto* out = bytes.data_ptr<std::uint8_t>();
    const std::size_t rowBytes = 3 * static_cast<std::size_t>(width);
    for (const RgbImage& image : images)
        for (int y = 0; y < height; ++y, out += rowBytes)
            std::memcpy(out, image.pixels.ptr(y), rowBytes);
    const at::Tensor values = bytes.to(device).permute({0, 3, 1, 2}).to(at::kFloat, false, false, at::MemoryFormat::Contiguous);
    return (values / 255 - 0.5) * 2;
}

std::vector<RgbImage> imagesOf(const at::Tensor& output)
{
    constexpr double kGray = 0;
    const at::Tensor levels = (at::nan_to_num(output, kGray) * 0.5 + 0.5).clamp(0, 1) * 255;
    const at::Tensor bytes = levels.to(at::kByte).permute({0, 2, 3, 1}).contiguous().to(at::kCPU);
    const auto* in = bytes.data_ptr<std::uint8_t>();
    std::vector<RgbImage> images;
    for (std::int64_t i = 0; i < bytes.size(0); ++i) {
        RgbImage image = makeRgbImage(static_cast<int>(bytes.size(2)), static_cast<int>(bytes.size(1)));
        const std::size_t rowBytes = 3 * static_cast<std::size_t>(image.width());
        for (int y = 0; y < image.height(); ++y, in += rowBytes)
            std::memcpy(image.pixels.ptr(y), in, rowBytes);
        images.push_back(std::move(image));
    }
    return images;
}

}
