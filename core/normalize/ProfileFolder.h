#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "normalize/StainProfile.h"

namespace isostain {

/// What a list shows of one file of a folder of stain profiles.
struct ListedProfile {
    std::filesystem::path path;
    std::string name;   ///< of the profile; of a broken file its file name
    NormalizationMethod method = NormalizationMethod::StainNet;
    Stain stain = Stain::Unknown;
    std::string targetScanner;
    std::optional<double> mpp;   ///< micrometers per pixel of the training data
    std::optional<Error> error;  ///< why the file cannot be used; then only path and name are meant
};

/// The .json files of a folder, by file name; broken ones with their error, hidden ones (also those being written) left out. A
/// folder that does not exist holds none. Errors: FileUnreadable. Blocks on the files, as do all below; any thread.
Result<std::vector<ListedProfile>> listProfiles(const std::filesystem::path& folder);

/// Writes a profile into the folder, which is created where it is missing, under a file name made of the profile's. No file is
/// ever replaced: where file name or name are taken, "-2" and " (2)" are added, or the first number that is free. The path
/// written. Errors: those of listProfiles() and writeStainProfile().
Result<std::filesystem::path> addProfile(StainProfile profile, const std::filesystem::path& folder);

/// Takes a file into the folder, as addProfile() does: a profile byte for byte, so that what a later version put into it stays,
/// unless its name is taken; the checkpoint of a pointwise StainNet as a profile with its weights and where they came from. A
/// file that lies in the folder stays as it is. Errors: those of readStainProfile() and addProfile(); SpatialUnsupported.
Result<std::filesystem::path> importProfile(const std::filesystem::path& file, const std::filesystem::path& folder);

/// Changes the name that a profile states, not that of its file. Space around the name is left out.
/// Errors: InvalidArgument (a name that is empty, longer than 200 bytes or of several lines), ProfileNameTaken (by another
/// file of the folder), those of readStainProfile(), listProfiles() and writeStainProfile().
Result<void> renameProfile(const std::filesystem::path& file, const std::string& name);

}
