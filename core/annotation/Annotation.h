#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <opencv2/core/types.hpp>

namespace isostain {

/// Points in order, level-0 pixels. An outline's last one is joined to its first.
using Ring = std::vector<cv::Point2d>;

/// What an annotation is drawn with.
enum class AnnotationKind {
    Points, ///< places
    Lines,  ///< open lines
    Areas,  ///< outlines, with holes
};

/// Something that somebody drew on a slide, in QuPath's terms. A value.
struct Annotation {
    /// Points: one ring, all places. Lines: one ring. Areas: the outline, then its holes, of at least three corners each.
    using Part = std::vector<Ring>;

    std::string id; ///< a UUID; empty: written without one
    AnnotationKind kind = AnnotationKind::Areas;
    std::vector<Part> parts;
    std::string name;                   ///< UTF-8, may be empty
    std::string className;              ///< "Tumor: Positive" is a class derived from "Tumor"; may be empty
    std::optional<std::uint32_t> color; ///< 0xRRGGBB; nothing: the viewer chooses
    bool isLocked = false;
    std::string objectType; ///< "annotation", "detection", "cell", "tile", as QuPath tells them; empty: not said
    /// What a file said besides (measurements, metadata): the members of "properties" that are none of the above, as a JSON
    /// object; written back as it was. Empty: nothing.
    std::string otherProperties;

    bool operator==(const Annotation&) const = default;
};

/// Points that a file of annotations may have in all; a slide of lymph node that is annotated cell by cell has some hundred
/// thousand.
inline constexpr std::size_t kMostAnnotationPoints = 2'000'000;

}
