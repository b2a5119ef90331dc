#include "normalize/SpatialNetwork.h"

#include <algorithm>
#include <array>
#include <cmath>

// lupdate finds the sentences by this macro; nothing of Qt is used.
#define QT_TRANSLATE_NOOP(context, text) text

namespace isostain {

namespace {

struct NoticeSentence {
    NetworkNotice notice;
    const char* text;
};

constexpr std::array kNotices = {
    NoticeSentence{NetworkNotice::SmallerBatches,
                   QT_TRANSLATE_NOOP("NetworkNotice", "Memory ran short: the network goes on with fewer images at a time.")},
    NoticeSentence{NetworkNotice::MovedToCpu,
                   QT_TRANSLATE_NOOP("NetworkNotice", "The graphics card ran out of memory or failed: the network goes on, "
                                                      "more slowly, on the processor.")},
};

// Rows stand in the order of the enum, so that a notice is its own index.
static_assert(kNotices[0].notice == NetworkNotice::SmallerBatches && kNotices[1].notice == NetworkNotice::MovedToCpu &&
              kNotices.size() == static_cast<std::size_t>(NetworkNotice::MovedToCpu) + 1);

bool isUsable(const NormStatistics& layer, int channels)
{
    const auto count = static_cast<std::size_t>(channels);
    return layer.mean.size() == count && layer.variance.size() == count &&
           std::all_of(layer.mean.begin(), layer.mean.end(), [](float mean) { return std::isfinite(mean); }) &&
           std::all_of(layer.variance.begin(), layer.variance.end(),
                       [](float variance) { return std::isfinite(variance) && variance >= 0; });
}

}

bool fits(const FrozenStatistics& statistics, const NetworkShape& shape)
{
    return std::equal(statistics.layers.begin(), statistics.layers.end(), shape.normChannels.begin(), shape.normChannels.end(),
                      isUsable);
}

const char* describe(NetworkNotice notice)
{
    return kNotices[static_cast<std::size_t>(notice)].text;
}

}
