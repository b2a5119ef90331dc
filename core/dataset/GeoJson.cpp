#include "annotation/GeoJson.h"

#include <new>
#include <utility>

#include "dataset/Annotations.h"

namespace isostain {

Result<Annotations> parseGeoJson(std::string_view text, const std::string& subject)
try {
    Annotations result;
    auto read = annotationsFromGeoJson(text, subject, &result.withoutArea);
    if (!read)
        return tl::unexpected(read.error());
    for (Annotation& annotation : *read) {
        if (annotation.kind != AnnotationKind::Areas) {
            ++result.withoutArea;
            continue;
        }
        for (Annotation::Part& part : annotation.parts)
            result.areas.push_back(
                {annotation.className.empty() ? annotation.objectType : annotation.className, std::move(part)});
    }
    return result;
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::OutOfMemory, subject);
}

}
