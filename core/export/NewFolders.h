#pragma once

#include <filesystem>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// Folders made for outputs; taken away again at the end when nothing came of them. One thread at a time.
class NewFolders {
public:
    NewFolders() = default;
    NewFolders(const NewFolders&) = delete;
    NewFolders& operator=(const NewFolders&) = delete;
    ~NewFolders();

    /// The folder and those above it that are missing. Errors: OutputUnwritable, DiskFull.
    Result<void> create(const std::filesystem::path& folder);

private:
    std::vector<std::filesystem::path> m_created;   ///< outer ones before those in them
};

}
