#include "color/TableLookup.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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

#if defined(__x86_64__)

constexpr std::size_t kLanes = 8;

ISOSTAIN_TARGET_AVX2 __m256i gather(const std::uint32_t* entries, __m256i colors)
{
    return _mm256_i32gather_epi32(reinterpret_cast<const int*>(entries), colors, sizeof(std::uint32_t));
}

ISOSTAIN_TARGET_AVX2 void lookUpBgrxAvx2(const std::uint32_t* entries, const std::uint32_t* source, std::uint32_t* target,
                                         std::size_t count)
{
    const __m256i mask = _mm256_set1_epi32(static_cast<int>(kColorMask));
    const __m256i opaque = _mm256_set1_epi32(static_cast<int>(kOpaque));
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        const __m256i words = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(source + i));
        const __m256i found = gather(entries, _mm256_and_si256(words, mask));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(target + i), _mm256_or_si256(found, opaque));
    }
    lookUpBgrxPortable(entries, source + i, target + i, count - i);
}

/// Reads and writes exactly the 24 bytes of each eight pixels.
ISOSTAIN_TARGET_AVX2 void lookUpRgbAvx2(const std::uint32_t* entries, const std::uint8_t* source, std::uint8_t* target,
                                        std::size_t count)
{
    // Four pixels a lane. The lower lane is loaded from byte 0, the upper one from byte 8: its pixels begin at its byte 4.
    const __m256i toWords = _mm256_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1,
                                             6, 5, 4, -1, 9, 8, 7, -1, 12, 11, 10, -1, 15, 14, 13, -1);
    const __m256i toTriples = _mm256_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1,
                                               2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        const std::uint8_t* const in = source + 3 * i;
        std::uint8_t* const out = target + 3 * i;
        const __m256i bytes =
            _mm256_loadu2_m128i(reinterpret_cast<const __m128i*>(in + 8), reinterpret_cast<const __m128i*>(in));
        const __m256i found = gather(entries, _mm256_shuffle_epi8(bytes, toWords));
        const __m256i triples = _mm256_shuffle_epi8(found, toTriples);
        const __m128i low = _mm256_castsi256_si128(triples);
        const __m128i high = _mm256_extracti128_si256(triples, 1);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm_or_si128(low, _mm_slli_si128(high, 12)));
        _mm_storel_epi64(reinterpret_cast<__m128i*>(out + 16), _mm_srli_si128(high, 4));
    }
    lookUpRgbPortable(entries, source + 3 * i, target + 3 * i, count - i);
}

#endif

}

void lookUpBgrx(const std::uint32_t* entries, const std::uint32_t* source, std::uint32_t* target, std::size_t count,
                SimdLevel level)
{
#if defined(__x86_64__)
    if (level == SimdLevel::Avx2)
        return lookUpBgrxAvx2(entries, source, target, count);
#endif
    (void)level;
    lookUpBgrxPortable(entries, source, target, count);
}

void lookUpRgb(const std::uint32_t* entries, const std::uint8_t* source, std::uint8_t* target, std::size_t count,
               SimdLevel level)
{
#if defined(__x86_64__)
    if (level == SimdLevel::Avx2)
        return lookUpRgbAvx2(entries, source, target, count);
#endif
    (void)level;
    lookUpRgbPortable(entries, source, target, count);
}

}
