#include "support/TestData.h"

#include <cstdlib>

namespace isostain::test {

namespace fs = std::filesystem;

std::optional<fs::path> sharedFile(const std::string& relativePath)
{
    const char* configured = std::getenv("ISOSTAIN_TEST_DATA");
    const fs::path root = configured ? fs::path(configured) : fs::path(ISOSTAIN_SOURCE_DIR) / ".." / "shared";
    std::error_code error;
    const fs::path path = fs::weakly_canonical(root / relativePath, error);
    return fs::exists(path, error) ? std::optional(path) : std::nullopt;
}

fs::path cliPath()
{
    const char* path = std::getenv("ISOSTAIN_CLI");
    return path ? path : "isostain-cli";
}

}
