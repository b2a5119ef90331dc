#include "color/ColorTable.h"

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <numeric>
#include <utility>

#include <sys/mman.h>

#include "base/Parallel.h"
#include "color/ColorGamut.h"
#include "color/IdentityMap.h"
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

/// Sets the flag in the entries of `count` colors from `first` on, a whole number of gamut cells.
void flagOutside(const ColorGamut& gamut, std::uint32_t first, std::uint32_t* entries, std::size_t count)
{
    constexpr std::size_t kCell = ColorGamut::kLevelsPerCell;
    for (std::size_t i = 0; i < count; i += kCell) {
        const std::uint32_t flag = gamut.contains(first + static_cast<std::uint32_t>(i)) ? 0 : ColorTable::kOutOfGamutBit;
        for (std::size_t color = i; color < i + kCell; ++color)
            entries[color] |= flag;
    }
}

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

Result<std::shared_ptr<const ColorTable>> ColorTable::compile(const ColorMap& map, const JobControl& control)
{
    return compile(map, nullptr, control);
}

Result<std::shared_ptr<const ColorTable>> ColorTable::compile(const ColorMap& map, const ColorGamut& gamut,
                                                              const JobControl& control)
{
    return compile(map, &gamut, control);
}

Result<std::shared_ptr<const ColorTable>> ColorTable::compile(const ColorMap& map, const ColorGamut* gamut,
                                                              const JobControl& control)
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
            flagOutside(*gamut, static_cast<std::uint32_t>(item * kColorsAtOnce), first, kColorsAtOnce);
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
