#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/Error.h"
#include "export/ExportJob.h"

namespace isostain {

/// An export as it was asked for: all that is needed to go on with it after the program has been killed. It names files of the
/// user's, wherever outputs are anonymous or not, so it is to be kept where only the user can read it.
struct SavedExport {
    std::vector<std::filesystem::path> slides; ///< in the order that gives them their names
    std::filesystem::path folder;              ///< of the outputs
    std::string pattern = std::string(kNameToken);
    NamesInExport names = NamesInExport::Kept;
    ExportOptions options;
    StainProfile profile;
    NormalizerForm form = NormalizerForm::Profile;
    /// The file that the profile was read from, for what its JSON leaves out: the checkpoint of a StainGAN. May be empty.
    std::filesystem::path profileFile;
};

/// Readable and writable by the user alone, complete or not at all. The profile goes in with all that it consists of, save for
/// a StainGAN's checkpoint. Blocks; any thread. Errors: OutputUnwritable, DiskFull, InvalidArgument (a path is not UTF-8).
Result<void> writeSavedExport(const SavedExport& saved, const std::filesystem::path& path);

/// Blocks; any thread. Errors: FileNotFound, FileUnreadable, CorruptFile (not such a file, or of a later version), those of
/// readStainProfile() (the checkpoint is gone), ProfileInvalid (it is another one).
Result<SavedExport> readSavedExport(const std::filesystem::path& path);

/// The items of the export, as runExport() takes them.
std::vector<ExportItem> itemsOf(const SavedExport& saved);

/// The slides of which no journal of the folder says that they are finished and lie there now. A folder that cannot be read
/// holds nothing that is finished. Blocks; any thread.
std::vector<std::filesystem::path> slidesLeft(const SavedExport& saved);

/// Whether some process is writing to the folder of the export now. Blocks; any thread.
bool isRunning(const SavedExport& saved);

/// Where in a folder of the program's own the export into `outputs` is kept: one file for each, as only one export at a time
/// can write there.
std::filesystem::path savedExportPath(const std::filesystem::path& folder, const std::filesystem::path& outputs);

}
