#include "color/ColorTable.h"

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <numeric>
#include <utility>

#include <sys/mman.h>

#include "base/Parallel.h"
#include "color/TableLookup.h"
#include "image/Guarded.h"

namespace isostain {

namespace {

constexpr std::size_t kHugePage = std::size_t(1) << 21;
/// Colors of one work item: few enough to stop within seconds even where the map is a very large network.
constexpr std::size_t kColorsAtOnce = std::size_t(1) << 12;

const char* const kSubject = "the color table";

std::uint64_t nextId()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

class IdentityMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = source[i] & 0xFFFFFFu;
    }
};

/// Flags the entries of the colors from `color` on that lie outside.
void flagOutside(const ColorGamut& gamut, std::uint32_t color, std::uint32_t* entries)
{
    for (std::size_t i = 0; i < kColorsAtOnce; ++i, ++color)
        if (!gamut.contains(color))
            entries[i] |= ColorTable::kOutOfGamutBit;
}

class TrustMap : public ColorMap {
public:
    explicit TrustMap(const ColorTable& table) : m_table(table) {}

    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t entry = m_table.entry(source[i]);
            target[i] = entry & ColorTable::kOutOfGamutBit ? yellowAsLightAs(entry) : entry & 0xFFFFFFu;
        }
    }

private:
    static std::uint32_t yellowAsLightAs(std::uint32_t color)
    {
        const std::uint32_t lightness = ((color >> 16 & 0xFF) * 77 + (color >> 8 & 0xFF) * 150 + (color & 0xFF) * 29) >> 8;
        const std::uint32_t red = 110 + lightness * 145 / 255, green = 90 + lightness * 140 / 255;
        return red << 16 | green << 8;
    }

    const ColorTable& m_table;
};

}

void ColorTable::Free::operator()(std::uint32_t* entries) const
{
    std::free(entries);
}

ColorTable::ColorTable(Entries entries) : m_id(nextId()), m_entries(std::move(entries)) {}

Result<ColorTable::Entries> ColorTable::allocate()
{
    constexpr std::size_t bytes = kEntryCount * sizeof(std::uint32_t);
    auto* memory = static_cast<std::uint32_t*>(std::aligned_alloc(kHugePage, bytes));
    if (!memory)
        return fail(ErrorCode::OutOfMemory, kSubject);
    // Lookups are scattered over 64 MiB, more than the TLB covers in small pages. Refused advice costs speed only.
    madvise(memory, bytes, MADV_HUGEPAGE);
    return Entries(memory);
}

Result<std::shared_ptr<const ColorTable>> ColorTable::compile(const ColorMap& map, const JobControl& control,
                                                              const ColorGamut* gamut)
{
    auto entries = allocate();
    if (!entries)
        return tl::unexpected(entries.error());

    std::mutex progressMutex;
    std::uint64_t done = 0;
    const auto compileItem = [&](std::size_t item) {
        std::uint32_t* const first = entries->get() + item * kColorsAtOnce;
        std::iota(first, first + kColorsAtOnce, static_cast<std::uint32_t>(item * kColorsAtOnce));
        map.map(first, first, kColorsAtOnce);
        if (gamut)
            flagOutside(*gamut, static_cast<std::uint32_t>(item * kColorsAtOnce), first);
        const std::lock_guard lock(progressMutex);
        done += kColorsAtOnce;
        control.report(done, kEntryCount);
    };

    return guarded(kSubject, [&]() -> Result<std::shared_ptr<const ColorTable>> {
        if (!parallelFor(kEntryCount / kColorsAtOnce, compileItem, control.threads, control.stop))
            return fail(ErrorCode::Cancelled, kSubject);
        return std::shared_ptr<const ColorTable>(new ColorTable(std::move(*entries)));
    });
}

Result<std::shared_ptr<const ColorTable>> ColorTable::identity()
{
    return compile(IdentityMap());
}

Result<std::shared_ptr<const ColorTable>> ColorTable::trustMap(const ColorTable& table)
{
    return compile(TrustMap(table));
}

void ColorTable::apply(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    lookUpBgrx(entries(), source, target, count, bestSimdLevel());
}

void ColorTable::applyRgb(const std::uint8_t* source, std::uint8_t* target, std::size_t count) const
{
    lookUpRgb(entries(), source, target, count, bestSimdLevel());
}

BgrxImage ColorTable::apply(const BgrxImage& image) const
{
    BgrxImage result = makeBgrxImage(image.width(), image.height());
    for (int y = 0; y < image.height(); ++y)
        apply(image.row(y), result.row(y), static_cast<std::size_t>(image.width()));
    return result;
}

RgbImage ColorTable::apply(const RgbImage& image) const
{
    RgbImage result = makeRgbImage(image.width(), image.height());
    for (int y = 0; y < image.height(); ++y)
        applyRgb(image.pixels.ptr(y), result.pixels.ptr(y), static_cast<std::size_t>(image.width()));
    return result;
}

}
