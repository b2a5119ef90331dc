#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isostain {

/// The rows of a CSV text (RFC 4180: fields may be quoted, quotes in them doubled), each split into its fields. A last row that
/// a kill cut off, one without a line end, is left out.
std::vector<std::vector<std::string>> csvRows(std::string_view text);

/// A number as this program writes them: "inf" and "nan" too; empty: nothing.
std::optional<double> csvNumber(const std::string& field);

}
