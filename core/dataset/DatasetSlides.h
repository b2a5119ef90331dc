#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// Whether all tumor on a slide was annotated. Where not, what lies outside of the annotations may be tumor too.
enum class AnnotatedTumor { All, Some };

/// A slide that patches are taken from.
struct DatasetSlide {
    std::filesystem::path path;
    std::string name;                                 ///< unique in the data set; names its patches
    std::optional<std::filesystem::path> annotations; ///< nothing: a slide without tumor
    std::string center;                               ///< empty: unknown
    std::string caseName;
    AnnotatedTumor annotated = AnnotatedTumor::All;
};

/// Something that was passed over, and why (English).
struct SkippedItem {
    std::string name;
    std::string reason;
};

/// Slides of a data set, and what was found but not taken.
struct DatasetSlides {
    std::vector<DatasetSlide> slides; ///< sorted by name
    std::vector<SkippedItem> skipped;
};

/// What the case and the center of a slide are told from.
struct SlideNaming {
    int centerFolder = 1;  ///< how many folders above the slide names its center; 1: the one it lies in
    std::string caseUntil; ///< the case is the slide's name up to this text, as "_node"; empty, or not in it: the whole name
};

/// Slides given by path, each named by its file name without extension, or FOLDER-NAME where several share that name. A folder
/// of annotations holds NAME.xml, NAME.geojson or NAME.json for each slide with tumor; slides without such a file are taken to
/// have none. A single file belongs to the only slide, or to the one of its name; the others then have none. Blocks; any
/// thread. Errors: FileNotFound (the annotations, or a single file that belongs to no slide), InvalidArgument (no slides, or
/// two of one name in folders of one name).
Result<DatasetSlides> namedSlides(std::vector<std::filesystem::path> paths,
                                  const std::optional<std::filesystem::path>& annotations, const SlideNaming& naming);

}
