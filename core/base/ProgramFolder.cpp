#include "base/ProgramFolder.h"

#include <system_error>

namespace isostain {

std::optional<std::filesystem::path> programFolder()
{
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::nullopt : std::optional(program.parent_path());
}

}
