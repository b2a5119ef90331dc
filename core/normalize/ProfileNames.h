#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/FittedStatistics.h"
#include "normalize/StainProfile.h"

namespace isostain {

/// One row of the table of an enum of a profile: files, the command line and combo boxes derive from it.
template <typename Enum>
struct NamedValue {
    Enum value;
    std::string_view key;      ///< stable name in files and on the command line
    const char* displayName;   ///< English; marked for translation in the context "ProfileName"
};

/// Every stain, in the order of the enum.
std::span<const NamedValue<Stain>> stains();
/// Every method, in the order of the enum.
std::span<const NamedValue<NormalizationMethod>> normalizationMethods();

std::span<const NamedValue<FitMask>> fitMasks();
std::span<const NamedValue<WhiteTreatment>> whiteTreatments();
std::span<const NamedValue<NormalizerForm>> normalizerForms();
/// Display names are whole sentences: what was found, and what it means for the picture.
std::span<const NamedValue<FitWarning>> fitWarnings();

/// The table of an enum, for code that serves them all.
inline std::span<const NamedValue<Stain>> rowsOf(Stain) { return stains(); }
inline std::span<const NamedValue<NormalizationMethod>> rowsOf(NormalizationMethod) { return normalizationMethods(); }
inline std::span<const NamedValue<FitMask>> rowsOf(FitMask) { return fitMasks(); }
inline std::span<const NamedValue<WhiteTreatment>> rowsOf(WhiteTreatment) { return whiteTreatments(); }
inline std::span<const NamedValue<NormalizerForm>> rowsOf(NormalizerForm) { return normalizerForms(); }
inline std::span<const NamedValue<FitWarning>> rowsOf(FitWarning) { return fitWarnings(); }

/// The row of one value.
template <typename Enum>
const NamedValue<Enum>& named(Enum value)
{
    return rowsOf(value)[static_cast<std::size_t>(value)];
}

/// The keys of a table, for lists of choices.
template <typename Enum>
std::vector<std::string> keysOf(std::span<const NamedValue<Enum>> rows)
{
    std::vector<std::string> keys;
    for (const NamedValue<Enum>& row : rows)
        keys.emplace_back(row.key);
    return keys;
}

/// The value of a key; nothing where no row has it.
template <typename Enum>
std::optional<Enum> valueOf(std::span<const NamedValue<Enum>> rows, std::string_view key)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const NamedValue<Enum>& each) { return each.key == key; });
    return row == rows.end() ? std::nullopt : std::optional(row->value);
}

}
