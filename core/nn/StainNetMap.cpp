#include "nn/StainNetMap.h"

#include "nn/StainNetEvaluate.h"

namespace isostain {

namespace {

/// Weights of the largest network that is compiled, three thousand times the published one's: all colors through it take
/// about half an hour on two cores. Larger ones are files made by mistake or to keep the program busy.
constexpr std::size_t kMostWeights = std::size_t(1) << 22;

/// What is wrong with the layers; empty when they fit together from 3 channels to 3.
std::string mismatch(const StainNetWeights& weights)
{
    if (weights.layers.empty())
        return "no layers";
    if (weights.parameterCount() > kMostWeights)
        return std::to_string(weights.parameterCount()) + " weights, more than the " + std::to_string(kMostWeights) +
               " that can be compiled";
    int channels = 3;
    for (const ConvLayer& layer : weights.layers) {
        if (layer.inChannels != channels || layer.outChannels < 1)
            return "layers do not follow on each other";
        if (layer.weight.size() != static_cast<std::size_t>(layer.inChannels) * static_cast<std::size_t>(layer.outChannels) ||
            layer.bias.size() != static_cast<std::size_t>(layer.outChannels))
            return "wrong number of weights";
        channels = layer.outChannels;
    }
    return channels == 3 ? "" : "the last layer does not give three channels";
}

}

Result<std::shared_ptr<const StainNetMap>> StainNetMap::create(const StainNetWeights& weights, const std::string& subject)
{
    for (const ConvLayer& layer : weights.layers)
        if (layer.kernelSize != 1)
            return fail(ErrorCode::SpatialUnsupported, subject);
    if (const std::string detail = mismatch(weights); !detail.empty())
        return fail(ErrorCode::CheckpointMismatch, subject, detail);
    return std::shared_ptr<const StainNetMap>(new StainNetMap(weights));
}

void StainNetMap::map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    evaluateStainNet(m_weights, source, target, count, bestSimdLevel());
}

}
