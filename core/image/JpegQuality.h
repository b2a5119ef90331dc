#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace isostain {

/// The quality 1..100 at which libjpeg makes the luminance table of a JPEG stream, or of tables alone: that of the example
/// tables of ITU-T T.81, annex K.1, scaled. Nothing where the stream has no such table or another one. Any thread.
std::optional<int> jpegQualityOf(std::span<const std::byte> stream);

}
