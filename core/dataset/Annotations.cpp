#include "dataset/Annotations.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>

#include "base/InputFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// No reader takes more; checked before anything is read.
constexpr std::uintmax_t kMaxBytes = std::uintmax_t(192) << 20;

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char each) { return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each; });
    return result;
}

bool isNamed(std::string_view name, std::string_view pattern)
{
    const std::string lowName = lowered(name), lowPattern = lowered(pattern);
    if (lowPattern.ends_with('*'))
        return lowName.starts_with(std::string_view(lowPattern).substr(0, lowPattern.size() - 1));
    return lowName == lowPattern;
}

bool isAnyOf(std::string_view name, const std::vector<std::string>& patterns)
{
    return std::any_of(patterns.begin(), patterns.end(), [name](const std::string& pattern) { return isNamed(name, pattern); });
}

Result<std::string> readText(const fs::path& path)
{
    if (const auto isFile = checkIsFile(path); !isFile)
        return tl::unexpected(isFile.error());
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (!error && size > kMaxBytes)
        return fail(ErrorCode::AnnotationsInvalid, path.string(), "it is larger than 192 MiB");
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return fail(ErrorCode::FileUnreadable, path.string(), error ? error.message() : std::string());
    std::string text(size, '\0');
    file.read(text.data(), static_cast<std::streamsize>(size));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (file.bad())
        return fail(ErrorCode::FileUnreadable, path.string());
    return text;
}

}

Result<Annotations> readAnnotations(const fs::path& path)
try {
    const auto text = readText(path);
    if (!text)
        return tl::unexpected(text.error());
    const std::size_t first = text->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && (*text)[first] == '<')
        return parseAsapXml(*text, path.string());
    if (first != std::string::npos && ((*text)[first] == '{' || (*text)[first] == '['))
        return parseGeoJson(std::string_view(*text).substr(first), path.string());
    return fail(ErrorCode::AnnotationsInvalid, path.string(), "it is neither XML nor JSON");
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::OutOfMemory, path.string());
}

AreaRole roleOf(std::string_view name, const AreaNames& names)
{
    for (const std::string_view part : {name, name.substr(0, name.find(':'))}) {
        if (isAnyOf(part, names.excluded))
            return AreaRole::Excluded;
        if (isAnyOf(part, names.tumor))
            return AreaRole::Tumor;
    }
    return AreaRole::Other;
}

std::vector<std::string> classNames(std::span<const AnnotatedArea> areas)
{
    std::set<std::string> names;
    for (const AnnotatedArea& area : areas)
        names.insert(area.name);
    return {names.begin(), names.end()};
}

}
