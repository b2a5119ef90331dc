#include "normalize/Normalizer.h"

#include <utility>

#include "nn/StainNetMap.h"

namespace isostain {

Result<NormalizerPtr> makeNormalizer(StainProfile profile, const JobControl& control)
{
    const auto map = StainNetMap::create(profile.weights, profile.name);
    if (!map)
        return tl::unexpected(map.error());
    auto table = ColorTable::compile(**map, control);
    if (!table)
        return tl::unexpected(table.error());
    return std::make_shared<const Normalizer>(Normalizer{std::move(profile), *std::move(table)});
}

}
