#include "base/InputFile.h"

#include <fstream>
#include <iterator>
#include <system_error>

namespace isostain {

Result<void> checkIsFile(const std::filesystem::path& path)
{
    std::error_code error;
    const std::filesystem::file_type type = std::filesystem::status(path, error).type();
    if (type == std::filesystem::file_type::not_found)
        return fail(ErrorCode::FileNotFound, path.string());
    if (type != std::filesystem::file_type::regular)
        return fail(ErrorCode::FileUnreadable, path.string(), error ? error.message() : "it is not a file");
    return {};
}

Result<std::string> readTextFile(const std::filesystem::path& path)
{
    if (const auto isFile = checkIsFile(path); !isFile)
        return tl::unexpected(isFile.error());
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream.is_open() || stream.bad())
        return fail(ErrorCode::FileUnreadable, path.string());
    return text;
}

}
