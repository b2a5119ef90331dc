#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace isostain::cli {

/// The viewer that belongs to this program: beside it, else on the PATH; nothing: it is not installed.
std::optional<std::filesystem::path> viewerProgram();

/// Runs it with these arguments and waits; its messages go where this program's go. Its exit status; nothing: it could not be
/// started, or did not end by itself.
std::optional<int> runViewer(const std::filesystem::path& program, const std::vector<std::string>& arguments);

}
