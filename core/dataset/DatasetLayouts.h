#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/Error.h"
#include "dataset/DatasetSlides.h"

namespace isostain {

/// The training slides of Camelyon16 as published: ROOT/training/{normal,tumor}/*.tif and
/// ROOT/training/lesion_annotations/*.xml (or, as on AWS, ROOT/images and ROOT/annotations), by name in any case.
///
/// Centers follow from the numbers: the challenge's first 100 normal and 70 tumor slides are from Radboud ("radboud"), the 60
/// and 40 after them from Utrecht ("utrecht"). tumor_111 is the former normal_086 (its README says so), hence Radboud's; a
/// normal_086 still lying there is passed over. On the 20 slides whose README says that their annotations are not exhaustive
/// only tumor is taken. Tumor slides without their annotations are passed over. The slides of testing/ are not listed: their
/// centers were not published. Looks at names only. Blocks; any thread. Errors: FileNotFound (no such slides, or annotations
/// still zipped), FileUnreadable.
Result<DatasetSlides> camelyon16Slides(const std::filesystem::path& root);

/// A frame that both scanners of MITOS-ATYPIA 14 have taken.
struct FramePair {
    std::filesystem::path source; ///< Aperio's: .../A03/frames/x40/A03_00Aa.tiff
    std::filesystem::path target; ///< Hamamatsu's: .../H03/frames/x40/H03_00Aa.tiff
    std::string caseName;         ///< "03": of both scans of a slide
    std::string frame;            ///< "00Aa"
};

struct FramePairs {
    std::vector<FramePair> pairs;     ///< sorted by case and frame
    std::vector<SkippedItem> orphans; ///< frames that only one scanner has
};

/// The x40 frames of MITOS-ATYPIA 14 as published, of the training and testing archives unpacked anywhere below ROOT (up to
/// four folders deep). Looks at names only. Blocks; any thread. Errors: FileNotFound (no pair), FileUnreadable.
Result<FramePairs> mitosAtypiaFrames(const std::filesystem::path& root);

}
