#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotation/Annotation.h"
#include "base/Error.h"

namespace isostain {

/// GeoJSON (RFC 7946, in pixels) as QuPath writes it: a FeatureCollection, a list of Features, one Feature or a bare geometry,
/// with Points, Lines, Polygons and their Multi forms. Name, class (`classification.name` or `.names`), color and lock are
/// those of QuPath. A geometry that is none of these, a line of one point and an outline of two corners are counted in
/// `leftOut`. Any thread. Errors: AnnotationsInvalid (no GeoJSON, damaged, a coordinate that is no number or lies far off any
/// slide, too large or too deeply nested), OutOfMemory.
Result<std::vector<Annotation>> annotationsFromGeoJson(std::string_view text, const std::string& subject,
                                                       std::size_t* leftOut = nullptr);

/// A FeatureCollection that QuPath reads; what does not say its object type is an annotation. Coordinates with up to three
/// decimals. Reading it gives the same annotations back.
std::string toGeoJson(std::span<const Annotation> annotations);

}
