#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "study/StudyFolder.h"

namespace isostain {

/// What the steps of a study read. Of Folders, what the user gave; else what the data step leaves in data/:
///   {source,target}/unlabelled/train                    Slides: patches of tissue, see writePatchSet()
///   source/tiles/a, target/tiles/b, test/tiles/{a,b}   Generated, of three sections; slide/ and classifier/ where asked for
///   pairs/{source,target}, train/..., test/...          TwoScans: all pairs, and those on either side of a line
struct StudyDataFolders {
    std::filesystem::path trainSource;
    std::filesystem::path trainTarget;  ///< of the target's look; need not show the same
    std::filesystem::path pairedTarget; ///< aligned with trainSource by name; empty: there is none
    std::filesystem::path testSource;   ///< empty: no aligned test pairs
    std::filesystem::path testTarget;
    std::filesystem::path pairsFile;
    std::vector<std::filesystem::path> slides;
    std::filesystem::path classifierTrain;
    std::filesystem::path classifierTest;
    std::filesystem::path classifierSame; ///< test images of the training's own look; may be empty
};

/// Where they are or will be. Any thread.
StudyDataFolders studyDataFolders(const StudyConfig& config, const std::filesystem::path& study);

/// Makes them, or looks whether they are there. What a kill has left is made anew; the same configuration gives the same
/// images. `onLog` is told English sentences. Blocks. Errors: FileNotFound and TrainingDataInvalid (folders), those of
/// planPatches(), writePatchSet(), writeDemoSet(), writeLabelledTiles(), openSlide() and cutPairs(), Cancelled.
Result<void> prepareStudyData(const StudyConfig& config, const std::filesystem::path& study,
                              const std::function<void(const std::string&)>& onLog, const JobControl& control);

}
