#pragma once

#include <cstddef>
#include <string_view>

namespace isostain {

/// Length in bytes of the UTF-8 sequence that a text, which is not empty, begins with; 0 where it begins with none. Overlong
/// forms and surrogates are none.
std::size_t utf8SequenceLength(std::string_view text);

}
