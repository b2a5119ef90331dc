#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotation/Annotation.h"
#include "base/Error.h"

namespace isostain {

/// One area that somebody drew on a slide.
struct AnnotatedArea {
    std::string name;        ///< of its class, UTF-8: "Tumor", "_0", "metastases"; may be empty
    std::vector<Ring> rings; ///< the outline, then the holes in it; at least one, of at least three corners each
};

/// What the pixels of annotations are counted from.
enum class AnnotationOrigin {
    Canvas, ///< the scanner's whole canvas, as OpenSlide and ASAP count
    Bounds, ///< the part that was scanned, as QuPath and Isostain count; the same for most slides
};

/// What an annotation file holds.
struct Annotations {
    std::vector<AnnotatedArea> areas; ///< in the file's order
    AnnotationOrigin origin = AnnotationOrigin::Bounds;
    std::size_t withoutArea = 0; ///< points, lines and outlines of fewer than three corners, which were left out
};

/// Reads annotations; ASAP's XML or GeoJSON as QuPath writes it, told apart by content.
/// Blocks; any thread. Errors: FileNotFound, FileUnreadable, AnnotationsInvalid (neither of both, damaged, a coordinate that is
/// no number or lies far off any slide, too large or too deeply nested), OutOfMemory.
Result<Annotations> readAnnotations(const std::filesystem::path& path);

/// ASAP's XML (Camelyon16 and 17): Polygon, Rectangle and Spline (its corners, joined by straight lines); the class is the
/// group, `PartOfGroup`. Entities are not expanded and nothing outside the text is read. Any thread. Errors:
/// AnnotationsInvalid.
Result<Annotations> parseAsapXml(std::string_view text, const std::string& subject);

/// GeoJSON (RFC 7946, in pixels as QuPath writes it): a FeatureCollection, a list of Features, one Feature or a bare geometry;
/// Polygons with holes and MultiPolygons. The class is `properties.classification.name` (or `.names`), else
/// `properties.objectType`. Any thread. Errors: AnnotationsInvalid, OutOfMemory.
Result<Annotations> parseGeoJson(std::string_view text, const std::string& subject);

/// What an area means for a set of patches.
enum class AreaRole {
    Tumor,
    Excluded, ///< neither tumor nor surely normal: no patch of either class touches it
    Other,    ///< of no concern: normal tissue
};

/// The names that stand for a role; case does not matter, and a name that ends in * stands for all that begin like it.
struct AreaNames {
    /// Camelyon16's groups of metastases are _0 and _1, Camelyon17's "metastases".
    std::vector<std::string> tumor = {"_0", "_1", "tumor", "tumour", "metastasis", "metastases"};
    /// Camelyon16's group _2 is what was cut out of metastases; "Ignore*" is a class of QuPath's own.
    std::vector<std::string> excluded = {"_2", "exclusion", "exclude", "excluded", "ignore*"};
};

/// The role of an area by its name. Of a derived class of QuPath's, "Tumor: Positive", what is before the colon decides where
/// the whole does not. Excluded wins over tumor.
AreaRole roleOf(std::string_view name, const AreaNames& names);

/// The class names of annotations, each once, sorted.
std::vector<std::string> classNames(std::span<const AnnotatedArea> areas);

}
