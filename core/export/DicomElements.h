#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace isostain {

/// Data elements in explicit little endian encoding (PS3.5, 7.1), put into the order of their tags whatever order they come in.
/// One thread at a time.
class DicomElements {
public:
    using Tag = std::uint32_t; ///< group << 16 | element

    /// A text or number in digits of the value representation `type`, padded to even length; values separated by backslashes.
    DicomElements& text(Tag tag, std::string_view type, std::string_view value);
    /// UL or US.
    DicomElements& number(Tag tag, std::string_view type, std::uint32_t value);
    DicomElements& floating(Tag tag, float value);
    /// AT.
    DicomElements& reference(Tag tag, Tag to);
    /// OB or OV.
    DicomElements& bytes(Tag tag, std::string_view type, std::span<const std::byte> value);
    /// SQ, of defined lengths; without items it is empty.
    DicomElements& sequence(Tag tag, const std::vector<DicomElements>& items);

    std::string encoded() const;

private:
    DicomElements& add(Tag tag, std::string_view type, std::string_view value, char padding);

    std::map<Tag, std::string> m_elements;
};

/// The lowest `size` bytes of a number, least significant first.
std::string littleEndianBytes(std::uint64_t value, std::size_t size);

/// A decimal string of at most 16 bytes, with as many digits as fit.
std::string decimalString(double value);

/// A UID that follows from its arguments: 2.25. and a UUID of version 8 made from their SHA-256 (PS3.5, B.2; RFC 9562). Always
/// 44 characters.
std::string derivedUid(std::string_view seed, std::string_view purpose);

}
