#include "nn/SqueezeNet.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <utility>

#include "nn/StateTensors.h"

namespace isostain {

namespace {

/// Where the fire modules stand among the features; the others are activations and poolings.
constexpr std::array<int, SqueezeNetWeights::kFires> kFirePositions{3, 4, 6, 7, 9, 10, 11, 12};
constexpr int kStemChannels = 64;
/// Channels as published: of the squeeze, and of each of the two expanding convolutions.
struct FireChannels {
    int squeeze;
    int expand;
};
constexpr std::array<FireChannels, SqueezeNetWeights::kFires> kFireChannels{
    {{16, 64}, {16, 64}, {32, 128}, {32, 128}, {48, 192}, {48, 192}, {64, 256}, {64, 256}}};

const std::string kStemName = "features.0";
const std::string kHeadName = "classifier.1";

std::string fireName(std::size_t fire)
{
    return "features." + std::to_string(kFirePositions[fire]);
}

/// Every convolution under its name, in the order of the network.
template <typename Weights, typename Visit>
void forEachLayer(Weights& weights, const Visit& visit)
{
    visit(kStemName, weights.stem);
    for (std::size_t i = 0; i < weights.fires.size(); ++i) {
        visit(fireName(i) + ".squeeze", weights.fires[i].squeeze);
        visit(fireName(i) + ".expand1x1", weights.fires[i].expand1x1);
        visit(fireName(i) + ".expand3x3", weights.fires[i].expand3x3);
    }
    visit(kHeadName, weights.head);
}

std::string likelyOtherNetwork(const StateDict& state)
{
    return state.contains("rgb_trans.0.weight") ? "; it looks like a StainNet" : likelyNetwork(state);
}

Result<ConvLayer> layerFrom(const StateDict& state, const std::string& name, std::int64_t inChannels, std::int64_t kernelSize,
                            const std::string& subject)
{
    return convLayerFrom(state, name, {inChannels, 0, kernelSize}, subject);
}

Result<FireModule> fireFrom(const StateDict& state, const std::string& name, int inChannels, const std::string& subject)
{
    FireModule fire;
    auto squeeze = layerFrom(state, name + ".squeeze", inChannels, 1, subject);
    if (!squeeze)
        return tl::unexpected(squeeze.error());
    fire.squeeze = *std::move(squeeze);
    auto narrow = layerFrom(state, name + ".expand1x1", fire.squeeze.outChannels, 1, subject);
    if (!narrow)
        return tl::unexpected(narrow.error());
    fire.expand1x1 = *std::move(narrow);
    auto wide = layerFrom(state, name + ".expand3x3", fire.squeeze.outChannels, 3, subject);
    if (!wide)
        return tl::unexpected(wide.error());
    fire.expand3x3 = *std::move(wide);
    return fire;
}

Result<SqueezeNetWeights> weightsFrom(const StateDict& state, const std::string& subject)
{
    SqueezeNetWeights weights;
    auto stem = layerFrom(state, kStemName, 3, 3, subject);
    if (!stem)
        return tl::unexpected(stem.error());
    weights.stem = *std::move(stem);
    int channels = weights.stem.outChannels;
    for (std::size_t i = 0; i < weights.fires.size(); ++i) {
        auto fire = fireFrom(state, fireName(i), channels, subject);
        if (!fire)
            return tl::unexpected(fire.error());
        weights.fires[i] = *std::move(fire);
        channels = weights.fires[i].outChannels();
    }
    auto head = layerFrom(state, kHeadName, channels, 1, subject);
    if (!head)
        return tl::unexpected(head.error());
    weights.head = *std::move(head);
    std::vector<std::string> names;
    forEachLayer(weights, [&](const std::string& name, const ConvLayer&) { names.push_back(name); });
    if (const auto checked = checkNoOtherKeys(state, names, subject); !checked)
        return tl::unexpected(checked.error());
    return weights;
}

/// Random numbers by formulas of our own: those of the standard library differ from one to the next.
class WeightDraws {
public:
    explicit WeightDraws(std::uint32_t seed) : m_random(seed) {}

    void fillUniform(std::vector<float>& values, double bound)
    {
        for (float& value : values)
            value = static_cast<float>(bound * (2 * unit() - 1));
    }
    /// Box and Muller (1958).
    void fillNormal(std::vector<float>& values, double deviation)
    {
        for (float& value : values) {
            const double radius = std::sqrt(-2 * std::log(1 - unit()));
            value = static_cast<float>(deviation * radius * std::cos(2 * std::numbers::pi * unit()));
        }
    }

private:
    /// In [0, 1).
    double unit() { return static_cast<double>(m_random()) * 0x1p-32; }

    std::mt19937 m_random;
};

int inputsOf(const ConvLayer& layer)
{
    return layer.inChannels * layer.kernelSize * layer.kernelSize;
}

ConvLayer emptyLayer(int inChannels, int outChannels, int kernelSize)
{
    ConvLayer layer;
    layer.inChannels = inChannels;
    layer.outChannels = outChannels;
    layer.kernelSize = kernelSize;
    layer.weight.resize(static_cast<std::size_t>(outChannels) * static_cast<std::size_t>(inputsOf(layer)));
    layer.bias.resize(static_cast<std::size_t>(outChannels));
    return layer;
}

SqueezeNetWeights emptyNetwork(int classes, double width)
{
    const auto scaled = [width](int channels) {
        return std::max(1, static_cast<int>(std::lround(channels * width)));
    };
    SqueezeNetWeights weights;
    weights.stem = emptyLayer(3, scaled(kStemChannels), 3);
    int channels = weights.stem.outChannels;
    for (std::size_t i = 0; i < weights.fires.size(); ++i) {
        FireModule& fire = weights.fires[i];
        const int squeeze = scaled(kFireChannels[i].squeeze), expand = scaled(kFireChannels[i].expand);
        fire.squeeze = emptyLayer(channels, squeeze, 1);
        fire.expand1x1 = emptyLayer(squeeze, expand, 1);
        fire.expand3x3 = emptyLayer(squeeze, expand, 3);
        channels = fire.outChannels();
    }
    weights.head = emptyLayer(channels, classes, 1);
    return weights;
}

}

std::size_t SqueezeNetWeights::parameterCount() const
{
    std::size_t count = 0;
    forEachLayer(*this, [&](const std::string&, const ConvLayer& layer) { count += layer.parameterCount(); });
    return count;
}

Result<SqueezeNetWeights> squeezeNetFromStateDict(const StateDict& state, const std::string& subject)
{
    return weightsFrom(state, subject).map_error([&](Error error) {
        if (error.code != ErrorCode::CheckpointMismatch)
            return error;
        const std::string likely = likelyOtherNetwork(state);
        if (error.detail.find("it looks like") == std::string::npos && likely != "; it looks like a classifier")
            error.detail += likely;
        error.code = ErrorCode::ClassifierMismatch;
        return error;
    });
}

Result<SqueezeNetWeights> readSqueezeNet(const std::filesystem::path& path)
{
    return readCheckpoint(path).and_then([&](const StateDict& state) { return squeezeNetFromStateDict(state, path.string()); });
}

StateDict toStateDict(const SqueezeNetWeights& weights)
{
    StateDict state;
    forEachLayer(weights, [&](const std::string& name, const ConvLayer& layer) { addConvLayer(state, name, layer); });
    return state;
}

SqueezeNetWeights untrainedSqueezeNet(int classes, double width, std::uint32_t seed)
{
    SqueezeNetWeights weights = emptyNetwork(classes, width);
    WeightDraws draws(seed);
    forEachLayer(weights, [&](const std::string& name, ConvLayer& layer) {
        if (name == kHeadName)
            draws.fillNormal(layer.weight, 0.01);
        else
            draws.fillUniform(layer.weight, std::sqrt(6.0 / inputsOf(layer)));
    });
    return weights;
}

SqueezeNetWeights withNewHead(SqueezeNetWeights weights, int classes, std::uint32_t seed)
{
    WeightDraws draws(seed);
    weights.head = emptyLayer(weights.head.inChannels, classes, 1);
    const double bound = 1 / std::sqrt(static_cast<double>(inputsOf(weights.head)));
    draws.fillUniform(weights.head.weight, bound);
    draws.fillUniform(weights.head.bias, bound);
    return weights;
}

}
