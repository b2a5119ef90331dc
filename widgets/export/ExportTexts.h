#pragma once

#include <chrono>
#include <cstdint>

#include <QString>

namespace isostain {

/// "1.2 GB": decimal units, as disks are sold, in the user's language.
QString sizeText(std::uint64_t bytes);

/// "1 h 2 min", "3 min 20 s", "12 s", in the user's language.
QString timeText(std::chrono::seconds time);

}
