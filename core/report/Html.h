#pragma once

#include <string>
#include <string_view>

namespace isostain {

/// Text for the content or an attribute of an HTML element: &, <, > and quotes escaped, bytes that are no UTF-8 replaced.
std::string htmlText(std::string_view text);

/// A whole page, self-contained: nothing in it is loaded from anywhere. `body` is HTML.
std::string htmlPage(std::string_view title, std::string_view body);

}
