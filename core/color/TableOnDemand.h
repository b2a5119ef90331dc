#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/Error.h"
#include "color/ColorMap.h"
#include "color/SimdLevel.h"

namespace isostain {

/// A ColorTable for passes over tiles, which makes its answers when they are first asked for, 512 similar colors at a time: a
/// slide touches a tenth to a quarter of all colors, so most of the work and of the memory of a ColorTable is spared.
/// The sixteen entries of a cache line are those of a small box of similar colors (2 levels of red, 4 of green, 2 of blue)
/// instead of a line along blue. The colors of tissue differ in all three directions, so what a slide touches fits better into
/// the processor's caches: on two slides measured a lookup took 53 to 59 % of the time. Any thread.
class TableOnDemand {
public:
    /// Reserves 64 MiB, of which only what is asked for is used. Errors: OutOfMemory.
    static Result<std::shared_ptr<const TableOnDemand>> create(std::shared_ptr<const ColorMap> map);

    /// The bytes of ColorTable::apply(). In place is allowed. A level that the processor lacks must not be asked for. Throws
    /// what the map throws.
    void apply(const std::uint32_t* source, std::uint32_t* target, std::size_t count, SimdLevel level = bestSimdLevel()) const;

    /// The place of a color among the entries.
    static constexpr std::uint32_t indexOf(std::uint32_t color)
    {
        return (color & 0xFE0000u) | (color << 1 & 0x01F800u) | (color << 3 & 0x0007F0u) // which box: 7, 6 and 7 bits
               | (color >> 13 & 8u) | (color >> 7 & 6u) | (color & 1u);                  // where in it
    }

private:
    struct Unmap {
        void operator()(std::uint32_t* entries) const;
    };
    using Entries = std::unique_ptr<std::uint32_t[], Unmap>;

    TableOnDemand(Entries entries, std::shared_ptr<const ColorMap> map);
    void lookUp(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const;
    void lookUpAvx2(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const;
    void fillAround(std::uint32_t color) const;
    bool isFilled(std::uint32_t color) const;

    /// 0xFFRRGGBB; 0: not asked for yet. Written by any thread, and the same by each.
    Entries m_entries;
    std::shared_ptr<const ColorMap> m_map;
};

using TableOnDemandPtr = std::shared_ptr<const TableOnDemand>;

}
