#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/Error.h"
#include "color/ColorTable.h"
#include "color/SimdLevel.h"

namespace isostain {

/// A ColorTable's answers in another order, for passes over whole slides: the sixteen entries of a cache line are those of a
/// small box of similar colors (2 levels of red, 4 of green, 2 of blue) instead of a line along blue. The colors of tissue
/// differ in all three directions, so the part of the table that a slide touches fits better into the processor's caches: on
/// two slides measured a lookup took 53 to 59 % of the time. Making it costs about as much as looking up 50 megapixels.
/// Immutable; any thread.
class ClusteredTable {
public:
    /// 64 MiB more; the table is needed no longer afterwards. `threads` 0: one per core. Errors: OutOfMemory.
    static Result<std::shared_ptr<const ClusteredTable>> create(const ColorTable& table, unsigned threads = 0);

    /// The bytes of ColorTable::apply(). In place is allowed. A level that the processor lacks must not be asked for.
    void apply(const std::uint32_t* source, std::uint32_t* target, std::size_t count, SimdLevel level = bestSimdLevel()) const;

    /// The place of a color among the entries.
    static constexpr std::uint32_t indexOf(std::uint32_t color)
    {
        return (color & 0xFE0000u) | (color << 1 & 0x01F800u) | (color << 3 & 0x0007F0u) // which box: 7, 6 and 7 bits
               | (color >> 13 & 8u) | (color >> 7 & 6u) | (color & 1u);                  // where in it
    }

private:
    struct Free {
        void operator()(std::uint32_t* entries) const;
    };
    explicit ClusteredTable(std::unique_ptr<std::uint32_t[], Free> entries);

    std::unique_ptr<std::uint32_t[], Free> m_entries;
};

}
