#include "color/ClusteredTable.h"

#include <cstdlib>
#include <utility>

#include <sys/mman.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "base/Parallel.h"
#include "image/Guarded.h"

namespace isostain {

namespace {

constexpr std::uint32_t kOpaque = 0xFF000000u;
constexpr std::size_t kHugePage = std::size_t(1) << 21;
/// Entries of one red box: what one thread fills at a time.
constexpr std::size_t kSlice = std::size_t(1) << 17;

void lookUpPortable(const std::uint32_t* entries, const std::uint32_t* source, std::uint32_t* target, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        target[i] = entries[ClusteredTable::indexOf(source[i])] | kOpaque;
}

#if defined(__x86_64__)

/// Some bits of each word, moved up by `left` or down by `right`.
template <int left, int right>
ISOSTAIN_TARGET_AVX2 __m256i movedBits(__m256i words, int mask)
{
    return _mm256_and_si256(_mm256_srli_epi32(_mm256_slli_epi32(words, left), right), _mm256_set1_epi32(mask));
}

/// ClusteredTable::indexOf() of eight colors.
ISOSTAIN_TARGET_AVX2 __m256i indicesOf(__m256i words)
{
    const __m256i box = _mm256_or_si256(_mm256_or_si256(movedBits<0, 0>(words, 0xFE0000), movedBits<1, 0>(words, 0x01F800)),
                                        movedBits<3, 0>(words, 0x0007F0));
    const __m256i inside =
        _mm256_or_si256(_mm256_or_si256(movedBits<0, 13>(words, 8), movedBits<0, 7>(words, 6)), movedBits<0, 0>(words, 1));
    return _mm256_or_si256(box, inside);
}

ISOSTAIN_TARGET_AVX2 void lookUpAvx2(const std::uint32_t* entries, const std::uint32_t* source, std::uint32_t* target,
                                     std::size_t count)
{
    constexpr std::size_t kLanes = 8;
    const __m256i opaque = _mm256_set1_epi32(static_cast<int>(kOpaque));
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        const __m256i words = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(source + i));
        const __m256i found = _mm256_i32gather_epi32(reinterpret_cast<const int*>(entries), indicesOf(words), 4);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(target + i), _mm256_or_si256(found, opaque));
    }
    lookUpPortable(entries, source + i, target + i, count - i);
}

#endif

}

void ClusteredTable::Free::operator()(std::uint32_t* entries) const
{
    std::free(entries);
}

ClusteredTable::ClusteredTable(std::unique_ptr<std::uint32_t[], Free> entries) : m_entries(std::move(entries)) {}

Result<std::shared_ptr<const ClusteredTable>> ClusteredTable::create(const ColorTable& table, unsigned threads)
{
    constexpr std::size_t bytes = ColorTable::kEntryCount * sizeof(std::uint32_t);
    std::unique_ptr<std::uint32_t[], Free> entries(static_cast<std::uint32_t*>(std::aligned_alloc(kHugePage, bytes)));
    if (!entries)
        return fail(ErrorCode::OutOfMemory, "the color table");
    madvise(entries.get(), bytes, MADV_HUGEPAGE);
    return guarded("the color table", [&]() -> Result<std::shared_ptr<const ClusteredTable>> {
        parallelFor(
            ColorTable::kEntryCount / kSlice,
            [&](std::size_t slice) {
                const auto first = static_cast<std::uint32_t>(slice * kSlice);
                for (std::uint32_t color = first; color < first + kSlice; ++color)
                    entries[indexOf(color)] = table.entry(color);
            },
            threads);
        return std::shared_ptr<const ClusteredTable>(new ClusteredTable(std::move(entries)));
    });
}

void ClusteredTable::apply(const std::uint32_t* source, std::uint32_t* target, std::size_t count, SimdLevel level) const
{
#if defined(__x86_64__)
    if (level == SimdLevel::Avx2)
        return lookUpAvx2(m_entries.get(), source, target, count);
#endif
    (void)level;
    lookUpPortable(m_entries.get(), source, target, count);
}

}
