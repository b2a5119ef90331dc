#include "color/TableOnDemand.h"

#include <array>
#include <atomic>
#include <utility>

#include <sys/mman.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "color/ColorTable.h"

namespace isostain {

namespace {

constexpr std::uint32_t kOpaque = 0xFF000000u;
constexpr std::size_t kBytes = ColorTable::kEntryCount * sizeof(std::uint32_t);
/// Colors made at once: a cube of this many levels a side.
constexpr std::uint32_t kSide = 8;

/// Threads may look at an entry while another one writes it.
std::uint32_t load(const std::uint32_t& entry)
{
    return std::atomic_ref(const_cast<std::uint32_t&>(entry)).load(std::memory_order_relaxed);
}

#if defined(__x86_64__)

constexpr std::size_t kLanes = 8;

/// Some bits of each word, moved up by `left` or down by `right`.
template <int left, int right>
ISOSTAIN_TARGET_AVX2 __m256i movedBits(__m256i words, int mask)
{
    return _mm256_and_si256(_mm256_srli_epi32(_mm256_slli_epi32(words, left), right), _mm256_set1_epi32(mask));
}

/// TableOnDemand::indexOf() of eight colors.
ISOSTAIN_TARGET_AVX2 __m256i indicesOf(__m256i words)
{
    const __m256i box = _mm256_or_si256(_mm256_or_si256(movedBits<0, 0>(words, 0xFE0000), movedBits<1, 0>(words, 0x01F800)),
                                        movedBits<3, 0>(words, 0x0007F0));
    const __m256i inside =
        _mm256_or_si256(_mm256_or_si256(movedBits<0, 13>(words, 8), movedBits<0, 7>(words, 6)), movedBits<0, 0>(words, 1));
    return _mm256_or_si256(box, inside);
}

/// Whether all eight entries have been made: the highest bit of each is set then.
ISOSTAIN_TARGET_AVX2 bool areFilled(__m256i entries)
{
    return _mm256_movemask_ps(_mm256_castsi256_ps(entries)) == 0xFF;
}

#endif

}

void TableOnDemand::Unmap::operator()(std::uint32_t* entries) const
{
    munmap(entries, kBytes);
}

TableOnDemand::TableOnDemand(Entries entries, std::shared_ptr<const ColorMap> map)
    : m_entries(std::move(entries)), m_map(std::move(map))
{
}

Result<std::shared_ptr<const TableOnDemand>> TableOnDemand::create(std::shared_ptr<const ColorMap> map)
{
    // Fresh pages of the system are all zeros, and cost nothing until they are touched.
    void* const memory = mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
        return fail(ErrorCode::OutOfMemory, "the color table");
    // Lookups are scattered over more than the TLB covers in small pages. Refused advice costs speed only.
    madvise(memory, kBytes, MADV_HUGEPAGE);
    return std::shared_ptr<const TableOnDemand>(new TableOnDemand(Entries(static_cast<std::uint32_t*>(memory)), std::move(map)));
}

bool TableOnDemand::isFilled(std::uint32_t color) const
{
    return load(m_entries[indexOf(color)]) != 0;
}

/// Makes the answers for the cube that the color lies in. Two threads may do so at once; they write the same.
void TableOnDemand::fillAround(std::uint32_t color) const
{
    std::array<std::uint32_t, kSide * kSide * kSide> colors;
    const std::uint32_t first = color & 0xF8F8F8u;
    for (std::uint32_t i = 0; i < colors.size(); ++i)
        colors[i] = first + (i / (kSide * kSide) << 16 | i / kSide % kSide << 8 | i % kSide);
    std::array<std::uint32_t, colors.size()> answers;
    m_map->map(colors.data(), answers.data(), colors.size());
    for (std::size_t i = 0; i < colors.size(); ++i)
        std::atomic_ref(m_entries[indexOf(colors[i])]).store(answers[i] | kOpaque, std::memory_order_relaxed);
}

void TableOnDemand::lookUp(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    for (std::size_t i = 0; i < count; ++i) {
        if (!isFilled(source[i]))
            fillAround(source[i]);
        target[i] = load(m_entries[indexOf(source[i])]);
    }
}

#if defined(__x86_64__)

ISOSTAIN_TARGET_AVX2 void TableOnDemand::lookUpAvx2(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    const auto* const entries = reinterpret_cast<const int*>(m_entries.get());
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        const __m256i indices = indicesOf(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(source + i)));
        __m256i found = _mm256_i32gather_epi32(entries, indices, 4);
        if (!areFilled(found)) {
            for (std::size_t lane = i; lane < i + kLanes; ++lane)
                if (!isFilled(source[lane]))
                    fillAround(source[lane]);
            found = _mm256_i32gather_epi32(entries, indices, 4);
        }
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(target + i), found);
    }
    lookUp(source + i, target + i, count - i);
}

#endif

void TableOnDemand::apply(const std::uint32_t* source, std::uint32_t* target, std::size_t count, SimdLevel level) const
{
#if defined(__x86_64__)
    if (level == SimdLevel::Avx2)
        return lookUpAvx2(source, target, count);
#endif
    (void)level;
    lookUp(source, target, count);
}

}
