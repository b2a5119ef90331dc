#include "export/ExportMetadata.h"

#include <algorithm>
#include <string_view>

#include "export/NumberText.h"
#include "slide/SlideMetadata.h"

namespace isostain {

Result<std::vector<std::pair<std::string, std::string>>> ownFacts(const ExportMetadata& metadata)
{
    std::vector<std::pair<std::string, std::string>> facts;
    const auto add = [&facts](const std::string& key, std::string_view given) {
        // A value ends with its line, and "|" separates the fields of Aperio's descriptions.
        std::string value = toUtf8(given);
        std::replace_if(
            value.begin(), value.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F || c == '|'; }, ' ');
        if (!value.empty())
            facts.emplace_back("isostain." + key, std::move(value));
    };
    const auto addNumber = [&add](const std::string& key, const std::optional<double>& value) {
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
    return facts;
}

Result<std::string> ownDescription(const ExportMetadata& metadata)
{
    return ownFacts(metadata).map([](const auto& facts) {
        std::string text;
        for (const auto& [key, value] : facts)
            text.append(text.empty() ? "" : "\n").append(key).append("=").append(value);
        return text;
    });
}

}
