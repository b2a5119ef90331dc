#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "export/ExportEstimate.h"
#include "export/ExportPlan.h"
#include "export/SlideExport.h"
#include "normalize/Normalizer.h"

namespace isostain {

/// Whether the names of slides may be seen in what an export leaves behind.
enum class NamesInExport { Kept, Anonymous };

/// Slides to be normalized and written, one after the other.
struct ExportJob {
    std::vector<ExportItem> items;
    SlideNormalizer normalizer;
    ExportOptions options;
    /// See exportRecipe(); only needed with a journal.
    std::string recipe = {};
    /// Where what is finished is written down, in the folder of the outputs; empty: nowhere, and nothing is resumed.
    std::filesystem::path journal = {};
    /// Anonymous: an output is named by the SHA-256 of its slide's content, and journal and errors name slides by their place in
    /// the list ("slide 3").
    NamesInExport names = NamesInExport::Kept;
    /// How much may still be written to a folder.
    std::function<Result<std::uint64_t>(const std::filesystem::path& folder)> freeSpace = freeBytes;
};

/// What became of one slide.
struct ExportResult {
    ExportItem item;
    std::int64_t width = 0;              ///< pixels of the output's level 0; 0: there is none, or it was there
    std::int64_t height = 0;
    std::uint64_t outputBytes = 0;
    std::chrono::duration<double> duration{};
    bool wasThere = false;               ///< an earlier run had finished it
    std::optional<Error> error;          ///< nothing: the output is there
    std::optional<SpaceShortage> shortage;   ///< DiskFull, found before anything was written
    std::vector<FitWarning> warnings;
    std::optional<double> outOfGamutShare;   ///< of the slide's tissue, 0..1; nothing: not known
};

/// The slides that no journal of the folder says are finished with this recipe, or whose output is not there any more: what
/// runExport() would still do. Reads the slides where they are anonymous, else only the journals. Blocks; any thread.
/// Errors: FileUnreadable, Cancelled.
Result<std::vector<ExportItem>> unfinishedItems(const ExportJob& job, const std::stop_token& stop = {});

/// Exports slide by slide, all threads on one slide; blocks. A slide that fails does not stop the others; after a stop, what
/// is not finished has the error Cancelled.
/// With a journal, an output that a journal of its folder says is finished with this recipe from this slide is left as it is, if
/// it is still the file that was written; what a killed run has left half-written is removed and made anew. Running a job again
/// is how it is resumed. Any other file of an output's name is OutputExists, unless it may be overwritten.
/// Progress in level-0 pixels over the whole job; pixels of slides that fail are taken out of the total.
/// Pauses between tiles.
/// `onSlideDone` is called on the caller's thread after each slide that was begun; `onSlideProgress` from any thread,
/// serialized, with the slide's place in `job.items` and how much of it is done, 0..1.
/// Errors per slide: those of openSlide(), the job's normalizer, exportSlide() and ExportJournal; InvalidArgument when the
/// output would replace an input; DiskFull at once when the free space is clearly too small (see spaceShortage()).
std::vector<ExportResult> runExport(const ExportJob& job, const JobControl& control,
                                    const std::function<void(const ExportResult&)>& onSlideDone = {},
                                    const std::function<void(std::size_t index, double fraction)>& onSlideProgress = {});

}
