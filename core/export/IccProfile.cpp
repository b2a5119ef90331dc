#include "export/IccProfile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace isostain {

namespace {

using Bytes = std::vector<std::byte>;

constexpr std::size_t kMostBytes = std::size_t(4) << 20;
constexpr std::size_t kHeaderBytes = 128;
constexpr std::size_t kTagBytes = 12;
constexpr std::uint32_t kMostTags = 100;

/// Numbers only: primaries, curves, transforms, white and black points, adaptation.
constexpr std::array<std::string_view, 19> kColorimetricTags = {
    "wtpt", "bkpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "A2B0",
    "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "D2B0", "B2D0", "gamt", "lumi",
};
/// Types of tags that hold nothing but numbers.
constexpr std::array<std::string_view, 9> kNumberTypes = {"XYZ ", "curv", "para", "sf32", "mft1",
                                                          "mft2", "mAB ", "mBA ", "mpet"};

/// Parts of the header that decide how colors are read; the others (preferred module, date, platform, maker, model, creator,
/// identifier) stay zero.
constexpr std::array<std::pair<std::size_t, std::size_t>, 3> kHeaderParts = {{{8, 16}, {36, 4}, {64, 16}}};

struct Tag {
    std::string_view name;
    std::span<const std::byte> data;
};

std::uint32_t numberAt(std::span<const std::byte> bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8 | std::to_integer<std::uint32_t>(bytes[at + i]);
    return number;
}

std::string_view textAt(std::span<const std::byte> bytes, std::size_t at)
{
    return {reinterpret_cast<const char*>(bytes.data()) + at, 4};
}

void putNumber(Bytes& bytes, std::size_t at, std::uint32_t number)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = std::byte(number >> (24 - 8 * i) & 0xFF);
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The tags worth keeping; nothing where the profile is not well-formed.
std::optional<std::vector<Tag>> colorimetricTags(std::span<const std::byte> profile)
{
    if (profile.size() < kHeaderBytes + 4 || profile.size() > kMostBytes || textAt(profile, 36) != "acsp" ||
        textAt(profile, 16) != "RGB ")
        return std::nullopt;
    const std::uint32_t count = numberAt(profile, kHeaderBytes);
    if (count > kMostTags || profile.size() < kHeaderBytes + 4 + count * kTagBytes)
        return std::nullopt;
    std::vector<Tag> tags;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t at = kHeaderBytes + 4 + i * kTagBytes;
        const std::size_t offset = numberAt(profile, at + 4);
        const std::size_t size = numberAt(profile, at + 8);
        if (offset > profile.size() || size > profile.size() - offset || size < 8)
            return std::nullopt;
        if (contains(kColorimetricTags, textAt(profile, at)) && contains(kNumberTypes, textAt(profile, offset)))
            tags.push_back({textAt(profile, at), profile.subspan(offset, size)});
    }
    return tags;
}

std::string bigEndian(std::uint32_t number)
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        text += static_cast<char>(number >> shift & 0xFF);
    return text;
}

/// A text in the type that the profile's version asks for in descriptions and copyrights.
std::string textTag(const std::string& text, bool isVersion4, bool isDescription)
{
    const auto length = static_cast<std::uint32_t>(text.size());
    if (isVersion4) {
        std::string tag = "mluc" + bigEndian(0) + bigEndian(1) + bigEndian(12) + "enUS" + bigEndian(2 * length) + bigEndian(28);
        for (const char c : text)
            tag.append(1, '\0').append(1, c);
        return tag;
    }
    if (!isDescription)
        return "text" + bigEndian(0) + text + '\0';
    constexpr std::size_t kNoUnicodeAndNoMacintoshText = 78;
    return "desc" + bigEndian(0) + bigEndian(length + 1) + text + '\0' + std::string(kNoUnicodeAndNoMacintoshText, '\0');
}

std::span<const std::byte> bytesOf(const std::string& text)
{
    return std::as_bytes(std::span(text));
}

/// A profile of these tags. Parts of the header that are not stated stay zero.
Bytes profileOf(std::span<const Tag> tags, std::span<const std::byte> header)
{
    Bytes result(kHeaderBytes + 4 + tags.size() * kTagBytes);
    for (const auto& [at, size] : kHeaderParts)
        std::copy_n(header.begin() + static_cast<std::ptrdiff_t>(at), size, result.begin() + static_cast<std::ptrdiff_t>(at));
    putNumber(result, kHeaderBytes, static_cast<std::uint32_t>(tags.size()));
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const Tag& tag = tags[i];
        const std::size_t at = kHeaderBytes + 4 + i * kTagBytes;
        std::copy_n(reinterpret_cast<const std::byte*>(tag.name.data()), 4, result.begin() + static_cast<std::ptrdiff_t>(at));
        putNumber(result, at + 4, static_cast<std::uint32_t>(result.size()));
        putNumber(result, at + 8, static_cast<std::uint32_t>(tag.data.size()));
        result.insert(result.end(), tag.data.begin(), tag.data.end());
        result.resize((result.size() + 3) / 4 * 4);
    }
    putNumber(result, 0, static_cast<std::uint32_t>(result.size()));
    return result;
}

/// s15Fixed16Number.
std::string fixedPoint(double value)
{
    return bigEndian(static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string numbersTag(const char* type, std::initializer_list<double> values)
{
    std::string tag = type + bigEndian(0);
    for (const double value : values)
        tag += fixedPoint(value);
    return tag;
}

}

std::vector<std::byte> colorimetricProfile(std::span<const std::byte> profile)
{
    const auto kept = colorimetricTags(profile);
    if (!kept || kept->empty())
        return {};
    const bool isVersion4 = std::to_integer<unsigned>(profile[8]) >= 4;
    const std::string description = textTag("Color of the source", isVersion4, true);
    const std::string copyright = textTag("None stated", isVersion4, false);
    std::vector<Tag> tags = {{"desc", bytesOf(description)}, {"cprt", bytesOf(copyright)}};
    tags.insert(tags.end(), kept->begin(), kept->end());

    return profileOf(tags, profile);
}

std::vector<std::byte> srgbProfile()
{
    std::string header(kHeaderBytes, '\0');
    header.replace(8, 4, std::string("\x04\x20\0\0", 4)).replace(12, 12, "scnrRGB XYZ ").replace(36, 4, "acsp");
    header.replace(68, 12, fixedPoint(0.9642) + fixedPoint(1) + fixedPoint(0.8249));
    const std::string description = textTag("sRGB", true, true);
    const std::string copyright = textTag("None stated", true, false);
    const std::string white = numbersTag("XYZ ", {0.9642, 1, 0.8249});
    const std::string adaptation = numbersTag(
        "sf32", {1.04789, 0.02292, -0.05022, 0.02958, 0.99048, -0.01708, -0.00925, 0.01507, 0.75168});
    const std::string red = numbersTag("XYZ ", {0.43604, 0.22248, 0.01392});
    const std::string green = numbersTag("XYZ ", {0.38511, 0.71691, 0.09707});
    const std::string blue = numbersTag("XYZ ", {0.14305, 0.06061, 0.71391});
    // Function type 3: (aX + b)^g from d on, cX below.
    const std::string curve = "para" + bigEndian(0) + bigEndian(3u << 16) + fixedPoint(2.4) + fixedPoint(1 / 1.055) +
                              fixedPoint(0.055 / 1.055) + fixedPoint(1 / 12.92) + fixedPoint(0.04045);
    const std::vector<Tag> tags = {
        {"desc", bytesOf(description)}, {"cprt", bytesOf(copyright)}, {"wtpt", bytesOf(white)}, {"chad", bytesOf(adaptation)},
        {"rXYZ", bytesOf(red)},         {"gXYZ", bytesOf(green)},     {"bXYZ", bytesOf(blue)},  {"rTRC", bytesOf(curve)},
        {"gTRC", bytesOf(curve)},       {"bTRC", bytesOf(curve)},
    };
    return profileOf(tags, bytesOf(header));
}

}
