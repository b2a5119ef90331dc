#include "annotation/AnnotationFile.h"

#include "annotation/GeoJson.h"
#include "base/InputFile.h"

namespace isostain {

Result<std::vector<Annotation>> readAnnotationFile(const std::filesystem::path& path)
{
    const auto text = readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    std::string_view json = *text;
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (json.starts_with(kByteOrderMark))
        json.remove_prefix(kByteOrderMark.size());
    return annotationsFromGeoJson(json, path.string());
}

Result<void> writeAnnotationFile(std::span<const Annotation> annotations, const std::filesystem::path& path,
                                 Overwrite overwrite)
{
    return writeFileAtomically(path, toGeoJson(annotations), overwrite);
}

}
