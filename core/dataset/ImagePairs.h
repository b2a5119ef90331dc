#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/Error.h"
#include "image/Image.h"

namespace isostain {

/// A source image and the same place in the target's look.
struct ImagePair {
    std::filesystem::path source;
    std::filesystem::path target;
    std::string name; ///< of the source: its file name, or what a list of pairs calls it; unique among the pairs
};

/// The images of two folders, paired.
struct ImagePairs {
    std::vector<ImagePair> pairs; ///< by name in natural order, or in the order of the list
    // Names that have no partner, in natural order.
    std::vector<std::string> sourceOrphans;
    std::vector<std::string> targetOrphans;
};

/// Pairs images (PNG, JPEG, TIFF) by file name; those without a namesake by the name without its extension, where only one
/// image in each folder has it. Blocks; any thread, as the functions below. Errors: FileNotFound, FileUnreadable,
/// TrainingDataInvalid (no pair).
Result<ImagePairs> pairImages(const std::filesystem::path& sourceFolder, const std::filesystem::path& targetFolder);

/// Pairs images as a text file says: a line each, source and target separated by a tab, relative to the two folders; empty
/// lines and those that begin with # say nothing. Orphans are images of the folders that no line names.
/// Errors: FileNotFound, FileUnreadable, TrainingDataInvalid (with the line: not two columns, a source named twice; or no
/// pair). A file that is not there is found by readPair().
Result<ImagePairs> pairImagesByList(const std::filesystem::path& sourceFolder, const std::filesystem::path& targetFolder,
                                    const std::filesystem::path& list);

/// By the list, or by name where its path is empty.
Result<ImagePairs> pairImages(const std::filesystem::path& sourceFolder, const std::filesystem::path& targetFolder,
                              const std::filesystem::path& list);

/// The pixels of a pair, both of the same size.
struct LoadedPair {
    RgbImage source;
    RgbImage target;
};

/// Errors: those of readImage(), TrainingDataInvalid (the sizes differ).
Result<LoadedPair> readPair(const ImagePair& pair);

}
