#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "nn/Checkpoint.h"
#include "nn/ResnetGenerator.h"

namespace isostain {

/// A network that turns an image into an image.
using Network = std::variant<StainNetWeights, ResnetGeneratorWeights>;

/// Tells a StainNet (1x1 or larger kernels) from a StainGAN generator by its keys and reads it.
/// Errors: as stainNetFromStateDict() and generatorFromStateDict().
Result<Network> networkFromStateDict(const StateDict& state, const std::string& subject);

/// readCheckpoint() and networkFromStateDict() in one: what is in this .pth?
Result<Network> readNetwork(const std::filesystem::path& path);

/// Whether each pixel of the result depends on that pixel alone, so that a ColorTable can hold the network (StainNetMap).
bool isPointwise(const Network& network);

/// The state dict with the published key names.
StateDict toStateDict(const Network& network);

/// What running a network on parts of an image has to respect, all in pixels of the image it is run on.
struct NetworkShape {
    /// How far away a pixel can be that a result pixel depends on, in any direction and from any position. With this many
    /// real pixels around it, a tile comes out as it does in the whole image.
    int receptiveRadius = 0;
    /// Tile origins, and the sizes of what the network is run on, are multiples of this (its strides multiplied).
    int alignment = 1;
    /// The smallest width and height that its paddings allow, a multiple of `alignment`.
    int minimumSize = 1;
    /// Channels of each instance norm, in the order in which they are met; empty: the network needs no statistics.
    std::vector<int> normChannels;
    /// Activations alive at once at the widest place, in bytes per pixel: what memory for a batch is reckoned with.
    std::size_t bytesPerPixel = 0;

    bool hasNorms() const { return !normChannels.empty(); }
    /// The receptive radius rounded up to the alignment.
    int halo() const { return (receptiveRadius + alignment - 1) / alignment * alignment; }
};

NetworkShape shapeOf(const Network& network);

}
