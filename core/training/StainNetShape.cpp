#include "training/StainNetShape.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace isostain {

namespace {

bool isWithin(int value, int low, int high)
{
    return value >= low && value <= high;
}

}

bool StainNetShape::isPointwise() const
{
    return std::all_of(kernels.begin(), kernels.end(), [](int kernel) { return kernel == 1; });
}

int StainNetShape::radius() const
{
    int radius = 0;
    for (const int kernel : kernels)
        radius += kernel / 2;
    return radius;
}

std::size_t StainNetShape::weightsPerOutput(std::size_t layer) const
{
    const auto kernel = static_cast<std::size_t>(kernels[layer]);
    return static_cast<std::size_t>(inputs(layer)) * kernel * kernel;
}

std::size_t StainNetShape::parameterCount() const
{
    std::size_t count = 0;
    for (std::size_t layer = 0; layer < kernels.size(); ++layer)
        count += static_cast<std::size_t>(outputs(layer)) * (weightsPerOutput(layer) + 1);
    return count;
}

Result<void> checkShape(const StainNetShape& shape)
{
    if (!isWithin(static_cast<int>(std::min<std::size_t>(shape.kernels.size(), 1000)), 2, 16))
        return fail(ErrorCode::InvalidArgument, "The number of layers", "2 to 16");
    if (!isWithin(shape.channels, 1, 512))
        return fail(ErrorCode::InvalidArgument, "The number of channels", "1 to 512");
    for (const int kernel : shape.kernels)
        if (!isWithin(kernel, 1, 7) || kernel % 2 == 0)
            return fail(ErrorCode::InvalidArgument, "A kernel of " + std::to_string(kernel), "1, 3, 5 or 7");
    return {};
}

Result<StainNetShape> shapeOfStainNet(const StainNetWeights& weights)
{
    StainNetShape shape;
    shape.kernels.clear();
    for (const ConvLayer& layer : weights.layers)
        shape.kernels.push_back(layer.kernelSize);
    shape.channels = weights.layers.empty() ? 0 : weights.layers.front().outChannels;
    bool fits = checkShape(shape).has_value();
    for (std::size_t i = 0; fits && i < weights.layers.size(); ++i) {
        const ConvLayer& layer = weights.layers[i];
        const auto outputs = static_cast<std::size_t>(shape.outputs(i));
        fits = layer.inChannels == shape.inputs(i) && layer.outChannels == shape.outputs(i) &&
               layer.weight.size() == outputs * shape.weightsPerOutput(i) && layer.bias.size() == outputs;
    }
    if (!fits)
        return fail(ErrorCode::CheckpointMismatch, "The network", "its layers do not fit together");
    return shape;
}

std::vector<float> flattened(const StainNetWeights& weights)
{
    std::vector<float> parameters;
    parameters.reserve(weights.parameterCount());
    for (const ConvLayer& layer : weights.layers) {
        parameters.insert(parameters.end(), layer.weight.begin(), layer.weight.end());
        parameters.insert(parameters.end(), layer.bias.begin(), layer.bias.end());
    }
    return parameters;
}

StainNetWeights weightsOf(const StainNetShape& shape, std::span<const float> parameters)
{
    StainNetWeights weights;
    std::size_t at = 0;
    const auto take = [&](std::size_t count) {
        const auto part = parameters.subspan(at, count);
        at += count;
        return std::vector<float>(part.begin(), part.end());
    };
    for (std::size_t layer = 0; layer < shape.kernels.size(); ++layer) {
        const auto outputs = static_cast<std::size_t>(shape.outputs(layer));
        std::vector<float> weight = take(outputs * shape.weightsPerOutput(layer));
        std::vector<float> bias = take(outputs);
        weights.layers.push_back(
            {shape.inputs(layer), shape.outputs(layer), shape.kernels[layer], std::move(weight), std::move(bias)});
    }
    return weights;
}

std::vector<float> initialParameters(const StainNetShape& shape, std::uint32_t seed)
{
    std::mt19937 random(seed);
    std::vector<float> parameters;
    parameters.reserve(shape.parameterCount());
    for (std::size_t layer = 0; layer < shape.kernels.size(); ++layer) {
        const std::size_t inputs = shape.weightsPerOutput(layer);
        const double bound = 1 / std::sqrt(static_cast<double>(inputs));
        const std::size_t count = static_cast<std::size_t>(shape.outputs(layer)) * (inputs + 1);
        for (std::size_t i = 0; i < count; ++i)
            parameters.push_back(static_cast<float>(bound * (2 * (static_cast<double>(random()) + 0.5) / 4294967296.0 - 1)));
    }
    return parameters;
}

}
