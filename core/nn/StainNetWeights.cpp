#include "nn/StainNetWeights.h"

#include <algorithm>

namespace isostain {

bool StainNetWeights::isPointwise() const
{
    return std::all_of(layers.begin(), layers.end(), [](const ConvLayer& layer) { return layer.kernelSize == 1; });
}

std::size_t StainNetWeights::parameterCount() const
{
    std::size_t count = 0;
    for (const ConvLayer& layer : layers)
        count += layer.parameterCount();
    return count;
}

}
