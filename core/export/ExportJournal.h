#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/FileDescriptor.h"
#include "export/ExportPlan.h"
#include "export/FileStamp.h"
#include "normalize/FittedStatistics.h"

namespace isostain {

/// Where the journal of an export into `folder` lies: one for each shard.
std::filesystem::path journalPath(const std::filesystem::path& folder, const Shard& shard = {});

/// What a journal says of one slide. Of several records of one output the last one counts.
struct ExportRecord {
    enum class State { Begun, Finished, Failed };

    State state = State::Begun;
    std::string output;                       ///< name in the folder of the journal, byte for byte
    std::string slide;                        ///< path as it was given, likewise; empty where names are kept out
    std::string recipe;                       ///< SHA-256 over everything but the slide that decides the output's bytes
    FileStamp source;                         ///< Failed: may be empty
    /// Begun and Failed: whether a file of this name, if there is one, comes from this export, as one that was finished but not
    /// noted before the process was killed does. It may be replaced.
    bool ownsOutput = false;
    // Finished only
    FileStamp result;
    std::int64_t width = 0;                   ///< pixels of level 0
    std::int64_t height = 0;
    double seconds = 0;
    std::optional<double> outOfGamutShare;    ///< of the tissue, 0..1; nothing: not known
    std::vector<FitWarning> warnings;
    std::string thumbnailBefore;              ///< JPEG, base64; may be empty
    std::string thumbnailAfter;
    // Failed only
    std::string error;                        ///< key of the ErrorSentence
    std::string subject;                      ///< empty where names are kept out, as `detail`
    std::string detail;
};

/// What is known of one output.
struct OutputHistory {
    std::optional<ExportRecord> finished;   ///< the last one that says so; a later attempt may have failed and left the file
    ExportRecord last;

    /// Whether the last record says that this export made the file, which has not been noted as finished.
    bool ownsOutput() const { return last.state != ExportRecord::State::Finished && last.ownsOutput; }
};

/// By name of the output.
using ExportHistory = std::map<std::string, OutputHistory>;

/// The records of an export, a line of JSON each, on disk before append() returns: after a crash or power cut it tells what is
/// finished. While one is open, no other process can open it. One thread at a time.
class ExportJournal {
public:
    /// Creates it where it is missing and reads what it holds; lines that cannot be read, as the last one after a power cut,
    /// are passed over. Errors: OutputUnwritable, DiskFull, FileUnreadable, ExportRunning (another process has it open).
    static Result<ExportJournal> open(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return m_path; }
    const ExportHistory& history() const { return m_history; }
    /// Errors: OutputUnwritable, DiskFull; then nothing of the record counts.
    Result<void> append(const ExportRecord& record);

private:
    ExportJournal(std::filesystem::path path, FileDescriptor file);

    std::filesystem::path m_path;
    FileDescriptor m_file;   ///< holds the lock
    bool m_endsInLine = true;   ///< false after a write that was cut off
    ExportHistory m_history;
};

/// Of every journal of a folder, by the names of the journals: several may know one output, where the slides were dealt out
/// anew. Blocks; any thread. Errors: FileNotFound, FileUnreadable.
/// `except`: a journal that is left out, because it is open already.
Result<std::vector<ExportHistory>> readJournals(const std::filesystem::path& folder, const std::filesystem::path& except = {});

}
