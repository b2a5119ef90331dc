#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace isostain {

/// Base64 (RFC 4648, section 4) in one line. Any thread.
std::string base64(std::span<const std::byte> data);

}
