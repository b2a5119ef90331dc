#include "ViewerProgram.h"

#include <cerrno>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <system_error>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/ProgramFolder.h"

namespace isostain::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kName = "isostain";

bool canRun(const fs::path& program)
{
    std::error_code error;
    return fs::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0;
}

}

std::optional<fs::path> viewerProgram()
{
    if (const auto own = programFolder(); own && canRun(*own / kName))
        return *own / kName;
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (const fs::path program = fs::path(folder) / kName; program.is_absolute() && canRun(program))
            return program;
    return std::nullopt;
}

std::optional<int> runViewer(const fs::path& program, const std::vector<std::string>& arguments)
{
    std::vector<std::string> words = {program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t child = 0;
    if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, pointers.data(), environ) != 0)
        return std::nullopt;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return std::nullopt;
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

}
