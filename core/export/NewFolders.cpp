#include "export/NewFolders.h"

#include <system_error>

#include "base/AtomicFile.h"

namespace isostain {

namespace fs = std::filesystem;

Result<void> NewFolders::create(const fs::path& folder)
{
    std::error_code error;
    fs::path made;
    for (const fs::path& part : folder) {
        made /= part;
        if (fs::is_directory(made, error))
            continue;
        if (fs::create_directory(made, error))
            m_created.push_back(made);
        if (error)
            return tl::unexpected(writeError(folder, error.value()));
    }
    return {};
}

NewFolders::~NewFolders()
{
    std::error_code ignored;
    for (auto folder = m_created.rbegin(); folder != m_created.rend(); ++folder)
        fs::remove(*folder, ignored);   // does nothing unless it is still empty
}

}
