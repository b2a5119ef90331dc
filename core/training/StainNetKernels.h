#pragma once

#include <cstddef>
#include <cstdint>

/// The loops that a training of StainNets spends its time in, in three forms; StainNetPass is what calls them. An image's
/// channel is a plane: a row of floats. A convolution reads one plane several times, shifted; so to these loops every layer
/// is a matrix product over planes.
namespace isostain::stainnet_kernels {

/// Lengths of planes are multiples of this.
constexpr std::size_t kPlaneStep = 64;
/// Floats of the widest vector: what a sum over positions is kept in until the end.
constexpr std::size_t kLanes = 16;

enum class Finish {
    Linear, ///< as summed up
    Relu,   ///< max(sum, 0)
    Masked, ///< 0 where `mask` is not above 0: the gradient before a ReLU
};

/// output[o][p] = start[o] + sum over k of weights[o * inputCount + k] * inputs[k][p], for p in [0, length).
struct Product {
    const float* weights = nullptr;
    const float* start = nullptr; ///< null: zeros
    const float* const* inputs = nullptr;
    std::size_t inputCount = 0;
    float* const* outputs = nullptr;
    const float* const* masks = nullptr; ///< Masked only
    std::size_t outputCount = 0;
    std::size_t length = 0;
    Finish finish = Finish::Linear;
};

/// sums[(o * inputCount + k) * kLanes + p % kLanes] += gradients[o][p] * inputs[k][p], for p in [0, length).
struct OuterProduct {
    const float* const* gradients = nullptr;
    std::size_t outputCount = 0;
    const float* const* inputs = nullptr;
    std::size_t inputCount = 0;
    std::size_t length = 0;
    float* sums = nullptr; ///< aligned to 64 bytes
};

/// One form of both.
struct Kernels {
    void (*product)(const Product&) = nullptr;
    void (*outerProduct)(const OuterProduct&) = nullptr;
};

enum class Form { Portable, Avx2, Avx512 };

/// The form that this processor runs fastest.
Form bestForm();
/// A form that the processor lacks must not be asked for.
Kernels kernelsOf(Form form);

}
