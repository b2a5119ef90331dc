#include "dataset/Splits.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

#include "base/Sha256.h"
#include "base/SplitMix.h"
#include "slide/SlideMetadata.h"

namespace isostain {

namespace {

bool isPartName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || each == '-' ||
               each == '_';
    });
}

/// Calls take(name, value) for each "name=value" between commas; false as soon as there is none or take() is false.
template <typename Take>
bool forEachAssignment(std::string_view text, const Take& take)
{
    while (true) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view entry = text.substr(0, end);
        const std::size_t equals = entry.rfind('=');
        if (equals == std::string_view::npos || equals == 0 || !take(entry.substr(0, equals), entry.substr(equals + 1)))
            return false;
        if (end == text.size())
            return true;
        text.remove_prefix(end + 1);
    }
}

/// Each once, in an order that follows from the seed.
std::vector<std::string> ranked(const std::vector<std::string>& groups, std::uint64_t seed)
{
    std::vector<std::pair<std::uint64_t, std::string>> keyed;
    for (const std::string& group : std::set<std::string>(groups.begin(), groups.end()))
        keyed.emplace_back(stableKey(seed, group), group);
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::string> order;
    for (auto& [key, group] : keyed)
        order.push_back(std::move(group));
    return order;
}

/// Whole numbers near the weights that add up to `count`; none is zero if `count` suffices.
std::vector<std::size_t> sizesOf(const std::vector<SplitPart>& parts, std::size_t count)
{
    double sum = 0, before = 0;
    for (const SplitPart& part : parts)
        sum += part.weight;
    std::vector<std::size_t> sizes;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        before += parts[i].weight;
        const auto wanted = static_cast<std::size_t>(std::llround(before / sum * static_cast<double>(count)));
        const std::size_t end = i + 1 == parts.size() ? count : std::clamp(wanted, begin, count);
        sizes.push_back(end - begin);
        begin = end;
    }
    for (std::size_t& size : sizes)
        if (count >= parts.size() && size == 0) {
            --*std::max_element(sizes.begin(), sizes.end());
            size = 1;
        }
    return sizes;
}

}

std::uint64_t stableKey(std::uint64_t seed, std::string_view text)
{
    const std::string both = std::to_string(seed) + "\n" + std::string(text);
    const std::string digits = sha256Hex(std::as_bytes(std::span(both.data(), both.size())));
    std::uint64_t key = 0;
    std::from_chars(digits.data(), digits.data() + 16, key, 16);
    return key;
}

std::uint64_t mixedKey(std::uint64_t key, std::uint64_t value)
{
    return splitMix(key ^ value * 0xD1B54A32D192ED03u);
}

Result<std::vector<SplitPart>> parseSplit(std::string_view text)
{
    std::vector<SplitPart> parts;
    std::set<std::string> names;
    const bool isSplit = forEachAssignment(text, [&](std::string_view name, std::string_view number) {
        const auto weight = parseNumber(number);
        if (!isPartName(name) || !weight || !(*weight > 0) || *weight > 1e9 || !names.insert(std::string(name)).second)
            return false;
        parts.push_back({std::string(name), *weight});
        return true;
    });
    if (!isSplit)
        return fail(ErrorCode::InvalidArgument, std::string(text), "a split is NAME=SHARE,NAME=SHARE, as train=0.8,test=0.2");
    return parts;
}

Result<std::map<std::string, std::string>> parseAssignment(std::string_view text)
{
    std::map<std::string, std::string> assigned;
    const bool isAssignment = forEachAssignment(text, [&](std::string_view group, std::string_view part) {
        return isPartName(part) && assigned.emplace(group, part).second;
    });
    if (!isAssignment)
        return fail(ErrorCode::InvalidArgument, std::string(text), "groups are assigned as GROUP=PART,GROUP=PART");
    return assigned;
}

Result<std::map<std::string, std::string>> splitGroups(const std::vector<std::string>& groups,
                                                       const std::vector<SplitPart>& parts, std::uint64_t seed)
{
    std::set<std::string> names;
    for (const SplitPart& part : parts)
        if (!(part.weight > 0) || !names.insert(part.name).second)
            return fail(ErrorCode::InvalidArgument, part.name,
                        "each part of a split has a name of its own and a share above 0");
    if (parts.empty())
        return fail(ErrorCode::InvalidArgument, "The split", "it has no parts");
    const std::vector<std::string> order = ranked(groups, seed);
    const std::vector<std::size_t> sizes = sizesOf(parts, order.size());
    std::map<std::string, std::string> assigned;
    std::size_t next = 0;
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (std::size_t i = 0; i < sizes[part]; ++i)
            assigned.emplace(order[next++], parts[part].name);
    return assigned;
}

Result<std::vector<std::vector<std::string>>> kFolds(const std::vector<std::string>& groups, std::size_t folds,
                                                     std::uint64_t seed)
{
    const std::vector<std::string> order = ranked(groups, seed);
    if (folds < 2 || folds > order.size())
        return fail(ErrorCode::InvalidArgument, std::to_string(folds) + " folds",
                    "there are " + std::to_string(order.size()) + " cases; two folds are the fewest, and each has a case");
    std::vector<std::vector<std::string>> result(folds);
    for (std::size_t i = 0; i < order.size(); ++i)
        result[i % folds].push_back(order[i]);
    for (auto& fold : result)
        std::sort(fold.begin(), fold.end());
    return result;
}

}
