#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// A slide and the file it is written to, whose folder is created when it is missing.
struct ExportItem {
    std::filesystem::path slide;
    std::filesystem::path output;
    std::size_t number = 1;   ///< place in the list that was asked for
};

/// One part of an export that several processes share: slides number, number + count, number + 2 count, ... of the list.
struct Shard {
    std::size_t number = 1;   ///< 1..count
    std::size_t count = 1;
};

/// What may stand in a naming pattern.
inline constexpr std::string_view kNameToken = "{name}";         ///< of the slide, without folder and extension
inline constexpr std::string_view kProfileToken = "{profile}";   ///< name of the stain profile

/// How outputs are named.
struct ExportNaming {
    std::string pattern = std::string(kNameToken);   ///< without extension
    std::string profile;                             ///< what {profile} stands for
    std::string extension = ".tif";
};

/// Errors: InvalidArgument for a pattern that is empty or has a slash or an unknown {token}.
Result<void> checkNaming(const ExportNaming& naming);

/// The slides that a list of slides and folders stands for: folders are searched with all that is in them, see slidesIn(). What
/// is given by name is taken as it is, whatever its extension. Nothing is listed twice. Blocks; any thread. Errors:
/// FileUnreadable (a folder cannot be searched).
Result<std::vector<std::filesystem::path>> findSlides(const std::vector<std::filesystem::path>& slidesAndFolders);

/// The slides named in a text file, one a line; empty lines and those that begin with # are left out.
/// Blocks; any thread. Errors: FileNotFound, FileUnreadable.
Result<std::vector<std::filesystem::path>> readSlideList(const std::filesystem::path& list);

/// The items of one shard: the same whoever asks, and every item in exactly one.
std::vector<ExportItem> itemsOf(const Shard& shard, const std::vector<ExportItem>& all);

/// FOLDER/NAME.tif for every slide, in order, where NAME follows the naming's pattern. Slides of one name become NAME.tif,
/// NAME-2.tif, ... in the order given, past names that other slides of the list have; so the same list always gives the same
/// names. Of a slide's name a trailing ".ome" is dropped: readers would take the output for an OME-TIFF.
/// NAME/level-0.dcm, as a DICOM export is, counts as NAME.
std::vector<ExportItem> exportItems(const std::vector<std::filesystem::path>& slides, const std::filesystem::path& folder,
                                    const ExportNaming& naming = {});

}
