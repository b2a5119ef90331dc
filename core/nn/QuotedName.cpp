#include "nn/QuotedName.h"

namespace isostain {

std::string quotedName(std::string_view name)
{
    constexpr std::size_t kLongest = 120;
    std::string text = "'";
    for (const char character : name.substr(0, kLongest))
        text += character >= ' ' && character <= '~' ? character : '?';
    text += name.size() > kLongest ? "...'" : "'";
    return text;
}

}
