#include "image/JpegQuality.h"

#include <algorithm>
#include <array>

namespace isostain {

namespace {

constexpr unsigned kStartOfImage = 0xD8;
constexpr unsigned kStartOfScan = 0xDA;
constexpr unsigned kQuantizationTables = 0xDB;
constexpr std::size_t kEntries = 64;

using Table = std::array<int, kEntries>;

/// Annex K.1, table K.1, in the zigzag order of streams.
constexpr Table kStandardLuminance = {
    16, 11,  12, 14, 12, 10, 16,  14,  13,  14, 18, 17,  16,  19,  24,  40,  26, 24,  22,  22, 24, 49,
    35, 37,  29, 40, 58, 51, 61,  60,  57,  51, 56, 55,  64,  72,  92,  78,  64, 68,  87,  69, 55, 56,
    80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
};

/// As libjpeg's jpeg_quality_scaling() and jpeg_add_quant_table() do it, for baseline streams.
Table standardTable(int quality)
{
    const int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    Table table{};
    std::transform(kStandardLuminance.begin(), kStandardLuminance.end(), table.begin(),
                   [scale](int entry) { return std::clamp((entry * scale + 50) / 100, 1, 255); });
    return table;
}

/// Table 0 among the tables of a segment.
std::optional<Table> luminanceTable(std::span<const std::byte> tables)
{
    while (!tables.empty()) {
        const auto head = std::to_integer<unsigned>(tables[0]);
        const std::size_t entryBytes = head >> 4 == 0 ? 1 : 2;
        if (tables.size() < 1 + kEntries * entryBytes)
            return std::nullopt;
        if ((head & 15) == 0) {
            Table table{};
            for (std::size_t i = 0; i < kEntries; ++i)
                for (std::size_t byte = 0; byte < entryBytes; ++byte)
                    table[i] = table[i] << 8 | std::to_integer<int>(tables[1 + i * entryBytes + byte]);
            return table;
        }
        tables = tables.subspan(1 + kEntries * entryBytes);
    }
    return std::nullopt;
}

std::optional<Table> findLuminanceTable(std::span<const std::byte> stream)
{
    const auto byteAt = [&](std::size_t at) {
        return std::to_integer<unsigned>(stream[at]);
    };
    if (stream.size() < 2 || byteAt(0) != 0xFF || byteAt(1) != kStartOfImage)
        return std::nullopt;
    std::size_t at = 2;
    while (at + 4 <= stream.size() && byteAt(at) == 0xFF && byteAt(at + 1) != kStartOfScan) {
        const std::size_t length = 2 + (byteAt(at + 2) << 8) + byteAt(at + 3);
        if (length < 4 || at + length > stream.size())
            return std::nullopt;
        if (byteAt(at + 1) == kQuantizationTables)
            if (const auto table = luminanceTable(stream.subspan(at + 4, length - 4)))
                return table;
        at += length;
    }
    return std::nullopt;
}

}

std::optional<int> jpegQualityOf(std::span<const std::byte> stream)
{
    const auto table = findLuminanceTable(stream);
    if (!table)
        return std::nullopt;
    for (int quality = 100; quality >= 1; --quality)
        if (standardTable(quality) == *table)
            return quality;
    return std::nullopt;
}

}
