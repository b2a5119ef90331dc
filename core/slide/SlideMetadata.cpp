#include "slide/SlideMetadata.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace isostain {

namespace {

constexpr double kSmallestMpp = 0.02;
constexpr double kLargestMpp = 20;
constexpr std::string_view kPrefix = "isostain.";

std::map<std::string, std::string, std::less<>> ownLines(std::string_view text)
{
    std::map<std::string, std::string, std::less<>> values;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const std::size_t equals = line.find('=');
        if (line.starts_with(kPrefix) && equals != std::string_view::npos)
            values.emplace(line.substr(kPrefix.size(), equals - kPrefix.size()), line.substr(equals + 1));
    }
    return values;
}

/// Length of the UTF-8 sequence that starts the text; 0 where there is none. Overlong forms and surrogates are none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF5 ? 0 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    }
    const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool beyond = (first == 0xED && byte(1) >= 0xA0) || (first == 0xF4 && byte(1) >= 0x90);
    return overlong || beyond ? 0 : length;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

}

std::optional<double> parseNumber(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

std::optional<double> plausibleMpp(std::optional<double> mpp)
{
    return mpp && *mpp >= kSmallestMpp && *mpp <= kLargestMpp ? mpp : std::nullopt;
}

std::string toUtf8(std::string_view text)
{
    if (isUtf8(text))
        return std::string(text);
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            result += c;
        } else {
            result += static_cast<char>(0xC0 | byte >> 6);
            result += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return result;
}

OwnDescription parseOwnDescription(std::string_view imageDescription)
{
    const auto values = ownLines(imageDescription);
    const auto text = [&](std::string_view key) {
        const auto found = values.find(key);
        return found == values.end() ? std::string() : found->second;
    };
    OwnDescription result;
    if (const auto power = parseNumber(text("objective-power")); power && *power > 0)
        result.objectivePower = power;
    result.mppX = plausibleMpp(parseNumber(text("mpp-x")));
    result.mppY = plausibleMpp(parseNumber(text("mpp-y")));
    if (const SlideInfo::Demo demo{text("demo.stain"), text("demo.scanner")}; !demo.stain.empty() && !demo.scanner.empty())
        result.demo = demo;
    return result;
}

std::optional<double> mppOfTiff(std::optional<double> described, std::optional<double> tagged)
{
    constexpr double kTolerance = 0.01;
    tagged = plausibleMpp(tagged);
    if (described && (!tagged || std::abs(*described - *tagged) <= kTolerance * *tagged))
        return described;
    return tagged;
}

}
