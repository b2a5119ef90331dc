#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "dataset/DatasetSummary.h"
#include "image/Image.h"
#include "study/ColorLook.h"
#include "study/StudyConfig.h"

namespace isostain {

/// One side of a study's data, looked at.
struct StudySideCheck {
    DatasetSummary summary;                   ///< of the training folder; of TwoScans: the scan is its one image
    bool isSlides = false;                    ///< TwoScans
    std::vector<double> mpp;                  ///< micrometers per pixel, where a scan states them
    std::size_t groups = 0;                   ///< cases by name, what comes before the first '_'; images where names tell none
    std::map<std::string, std::size_t> split; ///< images by part: "train", "test"
    std::vector<RgbImage> thumbnails;         ///< up to 12, evenly over the sorted files, 160 pixels at the longer side
    ColorSummary colors;                      ///< up to 2000 pixels in the scatter
};

/// What may be wrong with it.
enum class StudyWarning {
    TooFewImages, ///< fewer than 20 to train on on one side
    UnreadableFiles,
    MixedSizes,
    SmallerThanCrop,        ///< images that no crop of the preset fits into
    TooAlike,               ///< mean color of both sides differs by less than 3 (CIE 1976)
    SameImages,             ///< source and target are the same files or bytes
    DifferentMagnification, ///< µm/px differ by more than 10 %
    NoTestPairs,            ///< SSIM and PSNR Target cannot be measured
    Orphans,                ///< test images without partner
    SplitLeaks,             ///< a case lies in training and test images
};

struct StudyRemark {
    StudyWarning warning;
    std::string text;    ///< an English sentence with the figures, what it means and what to do
    bool blocks = false; ///< the study cannot run with it
};

struct StudyCheck {
    StudySideCheck source;
    StudySideCheck target;
    std::size_t testPairs = 0;
    std::vector<std::string> testOrphans;
    std::vector<StudyRemark> remarks; ///< worst first
};

/// Looks at a study's data without changing anything. Generated data: at some tiles that are made for it, in memory. Progress
/// in images. Blocks; any thread. Errors: FileNotFound and FileUnreadable (a folder), those of openSlide() (a scan),
/// InvalidArgument (a path is missing), Cancelled.
Result<StudyCheck> checkStudyData(const StudyConfig& config, const JobControl& control);

}
