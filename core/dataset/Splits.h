#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// A number that follows from a seed and a text alone, whatever the machine: the first 8 bytes of the SHA-256 of both.
std::uint64_t stableKey(std::uint64_t seed, std::string_view text);

/// Another number from two: splitmix64 (Steele et al. 2014). For drawing by rank, the same on every machine.
std::uint64_t mixedKey(std::uint64_t key, std::uint64_t value);

/// A part of a data set and how much of it belongs there.
struct SplitPart {
    std::string name;  ///< a folder's name: letters, digits, '-' and '_'
    double weight = 1; ///< > 0; shares are weights over their sum
};

/// Parses "train=0.8,test=0.2" or "train=11,test=5". Errors: InvalidArgument.
Result<std::vector<SplitPart>> parseSplit(std::string_view text);

/// Parses "radboud=train,utrecht=test": groups and the part that each belongs to. Errors: InvalidArgument.
Result<std::map<std::string, std::string>> parseAssignment(std::string_view text);

/// Which part each group (a slide, case or center) belongs to, so that no group is in two. Groups are ranked by stableKey() and
/// dealt by the weights, as near to them as whole groups come; where there are enough groups every part has one. The result
/// depends on the set of groups, the parts and the seed, not on an order; repeated groups count once. A group that is added
/// moves at most one other across each border between parts. Errors: InvalidArgument (no parts, or two of one name).
Result<std::map<std::string, std::string>> splitGroups(const std::vector<std::string>& groups,
                                                       const std::vector<SplitPart>& parts, std::uint64_t seed);

/// k folds of groups (cases), each sorted; sizes differ by one at most. As independent of orders as splitGroups().
/// Errors: InvalidArgument (fewer than two folds, or fewer groups than folds).
Result<std::vector<std::vector<std::string>>> kFolds(const std::vector<std::string>& groups, std::size_t folds,
                                                     std::uint64_t seed);

}
