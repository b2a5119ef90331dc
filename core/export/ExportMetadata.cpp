#include "export/ExportMetadata.h"

#include <algorithm>

#include "export/NumberText.h"

namespace isostain {

Result<std::string> ownDescription(const ExportMetadata& metadata)
{
    std::string text;
    const auto add = [&text](std::string_view key, std::string value) {
        // A value ends with its line, and "|" separates the fields of Aperio's descriptions.
        std::replace_if(
            value.begin(), value.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F || c == '|'; }, ' ');
        if (!value.empty())
            text.append(text.empty() ? "" : "\n").append("isostain.").append(key).append("=").append(value);
    };
    const auto addNumber = [&add](std::string_view key, const std::optional<double>& value) {
        if (value)
            add(key, numberText(*value));
    };
    for (const auto& [key, value] : metadata.facts)
        add(key, value);
    addNumber("objective-power", metadata.objectivePower);
    addNumber("mpp-x", metadata.mppX);
    addNumber("mpp-y", metadata.mppY);
    if (metadata.sourceSha256.valid()) {
        const Result<std::string>& hash = metadata.sourceSha256.get();
        if (!hash)
            return tl::unexpected(hash.error());
        add("source-sha256", *hash);
    }
    return text;
}

}
