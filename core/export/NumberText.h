#pragma once

#include <charconv>
#include <string>

namespace isostain {

/// The shortest text that reads back as the same number, whatever the locale.
inline std::string numberText(double number)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return std::string(text, end);
}

}
