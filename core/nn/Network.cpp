#include "nn/Network.h"

#include <algorithm>
#include <utility>

namespace isostain {

namespace {

/// Positions [first, last] along one axis, of the pixels that something depends on.
struct Reach {
    int first = 0;
    int last = 0;
};

int floorHalf(int value)
{
    return value >= 0 ? value / 2 : -((1 - value) / 2);
}

/// Through a convolution of stride 1 that keeps the size.
Reach throughConv(const Reach& out, int kernelSize)
{
    return {out.first - kernelSize / 2, out.last + kernelSize / 2};
}

/// Through a 3x3 convolution of stride 2 and padding 1: output o sees inputs 2o-1 to 2o+1.
Reach throughHalving(const Reach& out)
{
    return {2 * out.first - 1, 2 * out.last + 1};
}

/// Through a transposed 3x3 convolution of stride 2 and padding 1: output o = 2i - 1 + k sees inputs i, k in 0..2.
Reach throughDoubling(const Reach& out)
{
    return {-floorHalf(1 - out.first), floorHalf(out.last + 1)};
}

constexpr int kGeneratorAlignment = 4;

/// The largest distance from any output pixel to a pixel that it depends on: positions differ by their place in the strides.
int receptiveRadius(const ResnetGeneratorWeights& weights)
{
    int radius = 0;
    for (int position = 0; position < kGeneratorAlignment; ++position) {
        Reach reach = throughConv({position, position}, weights.head.kernelSize);
        reach = throughDoubling(throughDoubling(reach));
        for (std::size_t block = 0; block < 2 * weights.blocks.size(); ++block)
            reach = throughConv(reach, 3);
        reach = throughConv(throughHalving(throughHalving(reach)), weights.stem.kernelSize);
        radius = std::max({radius, position - reach.first, reach.last - position});
    }
    return radius;
}

NetworkShape shapeOf(const ResnetGeneratorWeights& weights)
{
    NetworkShape shape;
    shape.receptiveRadius = receptiveRadius(weights);
    shape.alignment = kGeneratorAlignment;
    shape.minimumSize = 2 * kGeneratorAlignment; // a block's reflection padding needs two pixels, of four each
    const int width = weights.width();
    shape.normChannels = {width, 2 * width, 4 * width};
    shape.normChannels.insert(shape.normChannels.end(), 2 * weights.blocks.size(), 4 * width);
    shape.normChannels.insert(shape.normChannels.end(), {2 * width, width});
    // At full size: a convolution's input, padded input and output, and the copy that the library may reorder.
    shape.bytesPerPixel = 4 * sizeof(float) * static_cast<std::size_t>(width);
    return shape;
}

NetworkShape shapeOf(const StainNetWeights& weights)
{
    NetworkShape shape;
    int widest = 3;
    for (const ConvLayer& layer : weights.layers) {
        shape.receptiveRadius += layer.kernelSize / 2;
        widest = std::max(widest, layer.outChannels);
    }
    shape.bytesPerPixel = 4 * sizeof(float) * static_cast<std::size_t>(widest);
    return shape;
}

}

Result<Network> networkFromStateDict(const StateDict& state, const std::string& subject)
{
    const bool isGenerator = std::any_of(state.begin(), state.end(),
                                         [](const auto& row) { return row.first.find(".conv_block.") != std::string::npos; }) ||
                             state.contains("model.1.weight");
    if (isGenerator)
        return generatorFromStateDict(state, subject).map([](ResnetGeneratorWeights&& weights) { return Network(std::move(weights)); });
    return stainNetFromStateDict(state, subject).map([](StainNetWeights&& weights) { return Network(std::move(weights)); });
}

Result<Network> readNetwork(const std::filesystem::path& path)
{
    return readCheckpoint(path).and_then([&](const StateDict& state) { return networkFromStateDict(state, path.string()); });
}

bool isPointwise(const Network& network)
{
    const auto* stainNet = std::get_if<StainNetWeights>(&network);
    return stainNet && stainNet->isPointwise();
}

StateDict toStateDict(const Network& network)
{
    return std::visit([](const auto& weights) { return toStateDict(weights); }, network);
}

NetworkShape shapeOf(const Network& network)
{
    return std::visit([](const auto& weights) { return shapeOf(weights); }, network);
}

}
