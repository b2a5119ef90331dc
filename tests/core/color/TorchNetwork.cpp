#include "TorchNetwork.h"

#include <torch/torch.h>

namespace isostain::test {

std::vector<std::uint32_t> torchAnswers(const StainNetWeights& weights, std::uint32_t first, std::uint32_t count)
{
    const torch::NoGradGuard noGrad;
    const auto colors = torch::arange(std::int64_t(first), std::int64_t(first) + count, torch::kInt32);
    const auto channels = torch::stack(
        {colors.bitwise_right_shift(16), colors.bitwise_right_shift(8).bitwise_and(0xFF), colors.bitwise_and(0xFF)});
    auto values = ((channels.to(torch::kFloat32) / 255 - 0.5) * 2).reshape({1, 3, count / 256, 256});
    for (const ConvLayer& layer : weights.layers) {
        const auto weight = torch::tensor(layer.weight).reshape({layer.outChannels, layer.inChannels, 1, 1});
        values = torch::conv2d(values, weight, torch::tensor(layer.bias));
        if (&layer != &weights.layers.back())
            values = torch::relu(values);
    }
    const auto levels = ((values * 0.5 + 0.5).clamp(0, 1) * 255).to(torch::kUInt8).to(torch::kInt32).reshape({3, count});
    const auto words = (levels[0] * 65536 + levels[1] * 256 + levels[2]).contiguous();
    const auto* data = words.data_ptr<std::int32_t>();
    return {data, data + count};
}

}
