#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "training/StainNetKernels.h"
#include "training/StainNetShape.h"

namespace isostain {

/// A color 0xRRGGBB and what it should become; byte 3 of both is ignored.
struct ColorPair {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
};

/// What is minimized, summed over the values of a patch, in the [-1, 1] scale of the networks.
struct LossTerms {
    float absolute = 1; ///< times |y - t|
    float squared = 0;  ///< times (y - t)^2
    /// Times (gray(y) - (a gray(x) + b))^2 with the a and b that fit the patch best, once a pixel: how far the result's gray
    /// (0.299 R + 0.587 G + 0.114 B) is from being the source's with another contrast, which is all that SSIM Source sees.
    float structure = 0;
};

/// A piece of an image, or any colors in a row (height 1) for a pointwise network.
struct ColorPatch {
    const ColorPair* pairs = nullptr;
    std::ptrdiff_t stride = 0; ///< pairs from one row to the next
    int width = 0;
    int height = 0;
    float weight = 1; ///< its gradient counts this many times
};

/// Forward and backward through a StainNet for one patch at a time, in float32 on one core; the memory for it is kept. Zero
/// padding at the patch's borders, as in PyTorch. One thread at a time.
class StainNetPass {
public:
    /// The shape must be a valid one.
    explicit StainNetPass(const StainNetShape& shape, stainnet_kernels::Form form = stainnet_kernels::bestForm());

    /// The network's answers, channel by channel, [3][height][width], no clamp.
    void evaluate(std::span<const float> parameters, const ColorPatch& patch, std::vector<float>& result);
    /// The sum of the losses of the patch's values (three a pixel, without its weight); the gradient of that sum times the
    /// weight is added to what addGradient() gives.
    double accumulate(std::span<const float> parameters, const ColorPatch& patch, const LossTerms& terms);
    /// The sum of the losses alone.
    double loss(std::span<const float> parameters, const ColorPatch& patch, const LossTerms& terms);
    /// Adds what was accumulated to `gradient`, and begins anew.
    void addGradient(std::span<float> gradient);

private:
    /// Sixteen floats: vectors of them begin where cache lines do.
    struct alignas(64) Line {
        float values[16];
    };
    /// Planes of one size, one after the other, zeros around each.
    struct Planes {
        std::vector<Line> lines;
        std::size_t stride = 0;
        std::size_t margin = 0;

        float* plane(std::size_t channel);
    };

    void layOut(int width, int height);
    void forward(std::span<const float> parameters, const ColorPatch& patch);
    void loadInput(const ColorPatch& patch);
    double lossGradient(const ColorPatch& patch, const LossTerms& terms, Planes& gradient);
    double structureGradient(float weight, float structure, Planes& gradient);
    void backward(std::span<const float> parameters, std::size_t layer, std::size_t offset, Planes& gradient, Planes& below);
    void clearPadding(Planes& planes, std::size_t channels);
    void listInputs(Planes& planes, std::size_t channels, std::size_t layer, int direction);
    void listOutputs(Planes& planes, std::size_t channels);

    StainNetShape m_shape;
    stainnet_kernels::Kernels m_kernels;
    std::vector<std::size_t> m_offsets; ///< where each layer's parameters begin
    int m_width = 0;
    int m_height = 0;
    std::size_t m_rowStride = 0;       ///< positions from row to row: the width, and the padding that two rows share
    std::size_t m_length = 0;          ///< positions of a plane, a multiple of kPlaneStep
    std::vector<Planes> m_activations; ///< the input, and what each layer made of it
    Planes m_gradients[2];
    Planes m_ones;
    std::vector<float> m_transposed;       ///< weights of one layer, inputs first
    std::vector<std::vector<Line>> m_sums; ///< per layer [outputs][weights and bias], a line each
    std::vector<const float*> m_inputs;
    std::vector<float*> m_outputs;
    std::vector<const float*> m_masks;
};

}
