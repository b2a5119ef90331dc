#pragma once

#include <string_view>

namespace isostain {

/// Whether a name comes before another as people count: runs of digits compare as numbers, so that "2.png" comes before
/// "10.png"; everything else by its bytes. A strict order of all names: what differs in leading zeros alone is ordered too.
bool comesBefore(std::string_view a, std::string_view b);

/// The same for maps.
struct NaturalOrder {
    bool operator()(std::string_view a, std::string_view b) const { return comesBefore(a, b); }
};

}
