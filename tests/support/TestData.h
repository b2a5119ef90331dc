#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace isostain::test {

/// Real slides and reference values kept outside the project: ISOSTAIN_TEST_DATA, or ../shared beside it.
/// Nothing where they are absent: such tests skip.
std::optional<std::filesystem::path> sharedFile(const std::string& relativePath);

/// The isostain-cli of this build (from the environment CTest sets).
std::filesystem::path cliPath();

}

/// Skips the current Qt Test function with a message when a shared file is absent; defines `name` as its path otherwise.
#define ISOSTAIN_SHARED_FILE(name, relativePath)                                                                        \
    const auto name##Found = isostain::test::sharedFile(relativePath);                                                  \
    if (!name##Found)                                                                                                   \
        QSKIP("the shared test data is not there (set ISOSTAIN_TEST_DATA)");                                            \
    const std::filesystem::path name = *name##Found
