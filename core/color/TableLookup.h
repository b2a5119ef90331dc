#pragma once

#include <cstddef>
#include <cstdint>

#include "color/SimdLevel.h"

namespace isostain {

/// The loops behind ColorTable::apply(): `entries` are a table's 2^24 words. Source and target may be the same memory, but
/// not overlap otherwise. Every level gives the same bytes. A level that the processor lacks must not be asked for.
void lookUpBgrx(const std::uint32_t* entries, const std::uint32_t* source, std::uint32_t* target, std::size_t count,
                SimdLevel level);
void lookUpRgb(const std::uint32_t* entries, const std::uint8_t* source, std::uint8_t* target, std::size_t count,
               SimdLevel level);

}
