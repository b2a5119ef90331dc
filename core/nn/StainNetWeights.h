#pragma once

#include <cstddef>
#include <vector>

namespace isostain {

/// One convolution of a StainNet, float32. `weight` is [outChannels][inChannels][kernelSize][kernelSize], row-major;
/// `bias` has outChannels values. Zero padding kernelSize/2.
struct ConvLayer {
    int inChannels = 0;
    int outChannels = 0;
    int kernelSize = 1;
    std::vector<float> weight;
    std::vector<float> bias;

    std::size_t parameterCount() const { return weight.size() + bias.size(); }
};

/// StainNet (Kang et al. 2021): convolutions with ReLU between them, 3 channels in and out, no norm and no activation at
/// the end. Input x = (u8/255 - 0.5)*2; output clamp(y*0.5 + 0.5, 0, 1)*255, truncated to u8.
struct StainNetWeights {
    std::vector<ConvLayer> layers;

    /// All kernels 1x1: the network is a function of one color and can be compiled to a ColorTable.
    bool isPointwise() const;
    std::size_t parameterCount() const;
};

}
