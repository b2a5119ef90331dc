#pragma once

#include <cstddef>
#include <future>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/Error.h"
#include "image/Image.h"

namespace isostain {

/// An image that goes with a slide, as a picture of its label.
struct AssociatedPicture {
    std::string name;   ///< "label", "macro"
    RgbImage image;
};

/// A step that lost something, in the terms of DICOM.
struct LossyStep {
    std::string method;   ///< "ISO_10918_1", ...
    double ratio = 1;     ///< bytes before by bytes after
};

/// What an export says of itself, whatever container it is written to. Made by allow-list: nothing that could name a patient,
/// a file or a person.
struct ExportMetadata {
    std::optional<double> mppX; ///< micrometers per pixel of the output's level 0
    std::optional<double> mppY;
    std::optional<double> objectivePower; ///< that the output's level 0 corresponds to
    /// The source's color profile without its texts, as in its TIFF or DICOM file; it describes the source's colors and has not been applied. Empty: none.
    std::vector<std::byte> iccProfile;
    /// Of the source, as they are; only where they were asked for, and carriesLabel() of the format.
    std::vector<AssociatedPicture> associated;
    /// How the source's pixels had been compressed, as far as it is known.
    std::vector<LossyStep> sourceLoss;
    /// How the output was made, in order: ("method", "stainnet"), ("profile-sha256", ...); one line each, UTF-8.
    std::vector<std::pair<std::string, std::string>> facts;
    /// SHA-256 of the source's content, 64 digits; it may still be being computed while pixels are written, so it is to be
    /// asked for last. Invalid: not known.
    std::shared_future<Result<std::string>> sourceSha256;
};

/// All there is to say, as single lines of UTF-8 without control characters: ("isostain.method", "stainnet"), ... Waits for the
/// hash. Errors: the hash's.
Result<std::vector<std::pair<std::string, std::string>>> ownFacts(const ExportMetadata& metadata);

/// The same as lines `isostain.<key>=<value>`; parseOwnDescription() reads them.
Result<std::string> ownDescription(const ExportMetadata& metadata);

}
