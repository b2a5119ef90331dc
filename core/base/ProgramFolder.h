#pragma once

#include <filesystem>
#include <optional>

namespace isostain {

/// Where the running program lies; nothing: the system does not tell. Any thread.
std::optional<std::filesystem::path> programFolder();

}
