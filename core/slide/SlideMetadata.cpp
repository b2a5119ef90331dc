#include "slide/SlideMetadata.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

#include "base/Utf8.h"
#include "image/ImageFile.h"

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

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = utf8SequenceLength(text);
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

std::shared_ptr<const std::vector<std::byte>> keptColorProfile(std::vector<std::byte> bytes)
{
    constexpr std::size_t kMostBytes = std::size_t(20) << 20;
    if (bytes.empty())
        return nullptr;
    bytes.resize(std::min(bytes.size(), kMostBytes));
    bytes.shrink_to_fit();
    return std::make_shared<const std::vector<std::byte>>(std::move(bytes));
}

std::shared_ptr<const std::vector<std::byte>> tiffColorProfile(const std::filesystem::path& path)
{
    const auto format = recognizeImageFile(path);
    if (!format || *format != ImageFileFormat::Tiff)
        return nullptr;
    auto file = readImageFileInfo(path);
    return file ? keptColorProfile(std::move(file->colorProfile)) : nullptr;
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
