#include "color/TableLookup.h"

namespace isostain {

namespace {

constexpr std::uint32_t kColorMask = 0xFFFFFFu;
constexpr std::uint32_t kOpaque = 0xFF000000u;

void lookUpBgrxPortable(const std::uint32_t* entries, const std::uint32_t* source, std::uint32_t* target, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        target[i] = entries[source[i] & kColorMask] | kOpaque;
}

void lookUpRgbPortable(const std::uint32_t* entries, const std::uint8_t* source, std::uint8_t* target, std::size_t count)
{
    for (std::size_t i = 0; i < 3 * count; i += 3) {
        const std::uint32_t entry = entries[std::uint32_t(source[i]) << 16 | std::uint32_t(source[i + 1]) << 8 | source[i + 2]];
        target[i] = static_cast<std::uint8_t>(entry >> 16);
        target[i + 1] = static_cast<std::uint8_t>(entry >> 8);
        target[i + 2] = static_cast<std::uint8_t>(entry);
    }
}

}

void lookUpBgrx(const std::uint32_t* entries, const std::uint32_t* source, std::uint32_t* target, std::size_t count,
                SimdLevel)
{
    lookUpBgrxPortable(entries, source, target, count);
}

void lookUpRgb(const std::uint32_t* entries, const std::uint8_t* source, std::uint8_t* target, std::size_t count, SimdLevel)
{
    lookUpRgbPortable(entries, source, target, count);
}

}
