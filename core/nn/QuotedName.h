#pragma once

#include <string>
#include <string_view>

namespace isostain {

/// A name out of an untrusted file, fit for an error message: in quotes, shortened, anything but printable ASCII as '?'.
std::string quotedName(std::string_view name);

}
