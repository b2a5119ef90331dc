#include "study/CsvText.h"

#include <charconv>

namespace isostain {

std::vector<std::vector<std::string>> csvRows(std::string_view text)
{
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (isQuoted) {
            const bool isDoubled = letter == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (letter != '"' || isDoubled)
                row.back() += letter;
            else
                isQuoted = false;
            i += isDoubled;
        } else if (letter == '"') {
            isQuoted = true;
        } else if (letter == ',') {
            row.emplace_back();
        } else if (letter == '\n') {
            if (row.back().ends_with('\r'))
                row.back().pop_back();
            rows.push_back(std::move(row));
            row.assign(1, {});
        } else {
            row.back() += letter;
        }
    }
    return rows;
}

std::optional<double> csvNumber(const std::string& field)
{
    double value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (field.empty() || error != std::errc() || end != field.data() + field.size())
        return std::nullopt;
    return value;
}

}
