#include "export/DicomElements.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include "base/Sha256.h"

namespace isostain {

namespace {

constexpr std::uint32_t kItem = 0xFFFEE000;
constexpr std::array<std::string_view, 6> kLongTypes = {"OB", "OV", "OW", "SQ", "UN", "UT"};

std::string tagBytes(DicomElements::Tag tag)
{
    return littleEndianBytes(tag >> 16, 2) + littleEndianBytes(tag & 0xFFFF, 2);
}

/// The decimal digits of a number of 32 hexadecimal ones.
std::string decimalDigits(std::string_view hexadecimal)
{
    std::vector<unsigned> digits = {0}; // the least significant first
    for (const char c : hexadecimal) {
        unsigned carry = static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
        for (unsigned& digit : digits) {
            const unsigned value = digit * 16 + carry;
            digit = value % 10;
            carry = value / 10;
        }
        for (; carry > 0; carry /= 10)
            digits.push_back(carry % 10);
    }
    std::string text;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit)
        text += static_cast<char>('0' + *digit);
    return text;
}

}

std::string littleEndianBytes(std::uint64_t value, std::size_t size)
{
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> 8 * i & 0xFF);
    return bytes;
}

std::string decimalString(double value)
{
    constexpr std::size_t kMostBytes = 16;
    std::array<char, 64> text{};
    char* end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    for (int digits = 16; static_cast<std::size_t>(end - text.data()) > kMostBytes && digits > 0; --digits)
        end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits).ptr;
    return std::string(text.data(), end);
}

std::string derivedUid(std::string_view seed, std::string_view purpose)
{
    constexpr std::size_t kDigits = 39;
    for (int attempt = 0;; ++attempt) {
        const std::string text = std::string(seed) + "\n" + std::string(purpose) + "\n" + std::to_string(attempt);
        std::string uuid = sha256Hex(std::as_bytes(std::span(text))).substr(0, 32);
        uuid[12] = '8';
        uuid[16] = "89ab"[static_cast<std::size_t>(uuid[16] <= '9' ? uuid[16] - '0' : uuid[16] - 'a' + 10) % 4];
        // Most have as many digits; with all of one length, room for a UID can be kept free.
        if (const std::string digits = decimalDigits(uuid); digits.size() == kDigits)
            return "2.25." + digits;
    }
}

DicomElements& DicomElements::text(Tag tag, std::string_view type, std::string_view value)
{
    return add(tag, type, value, type == "UI" ? '\0' : ' ');
}

DicomElements& DicomElements::number(Tag tag, std::string_view type, std::uint32_t value)
{
    return add(tag, type, littleEndianBytes(value, type == "US" ? 2 : 4), '\0');
}

DicomElements& DicomElements::floating(Tag tag, float value)
{
    return add(tag, "FL", littleEndianBytes(std::bit_cast<std::uint32_t>(value), 4), '\0');
}

DicomElements& DicomElements::reference(Tag tag, Tag to)
{
    return add(tag, "AT", tagBytes(to), '\0');
}

DicomElements& DicomElements::bytes(Tag tag, std::string_view type, std::span<const std::byte> value)
{
    return add(tag, type, {reinterpret_cast<const char*>(value.data()), value.size()}, '\0');
}

DicomElements& DicomElements::sequence(Tag tag, const std::vector<DicomElements>& items)
{
    std::string content;
    for (const DicomElements& item : items) {
        const std::string inside = item.encoded();
        content += tagBytes(kItem) + littleEndianBytes(inside.size(), 4) + inside;
    }
    return add(tag, "SQ", content, '\0');
}

std::string DicomElements::encoded() const
{
    std::string result;
    for (const auto& [tag, element] : m_elements)
        result += element;
    return result;
}

DicomElements& DicomElements::add(Tag tag, std::string_view type, std::string_view value, char padding)
{
    const std::size_t length = value.size() + value.size() % 2;
    std::string element = tagBytes(tag) + std::string(type);
    if (std::find(kLongTypes.begin(), kLongTypes.end(), type) != kLongTypes.end())
        element += littleEndianBytes(0, 2) + littleEndianBytes(length, 4);
    else
        element += littleEndianBytes(length, 2);
    element += value;
    element.append(length - value.size(), padding);
    m_elements[tag] = std::move(element);
    return *this;
}

}
