#include "export/ExportJob.h"

#include <algorithm>
#include <exception>
#include <new>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <sys/stat.h>

#include "export/ExportJournal.h"
#include "export/ExportThumbnail.h"
#include "export/NewFolders.h"
#include "export/SourceHash.h"
#include "export/TileSpool.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kNameDigits = 16;   ///< of the SHA-256 that stands for a name

/// What stands for the name of a slide where names are kept out.
std::string placeOf(const ExportItem& item)
{
    return "slide " + std::to_string(item.number);
}

/// An output that is named by the content of its slide. `sha256` of that, 64 digits.
fs::path namedByContent(const fs::path& output, const std::string& sha256, std::string_view suffix)
{
    fs::path named = output;
    return named.replace_filename(sha256.substr(0, kNameDigits) + std::string(suffix));
}

/// Whether a journal says so, and slide and output are still what they were.
bool isFinishedIn(const ExportHistory& journal, const ExportItem& item, const std::string& recipe)
{
    const auto known = journal.find(item.output.filename().string());
    return known != journal.end() && known->second.finished && known->second.finished->recipe == recipe &&
           isStill(item.slide, known->second.finished->source) && isStill(item.output, known->second.finished->result);
}

bool isFinishedIn(const std::vector<ExportHistory>& journals, const ExportItem& item, const std::string& recipe)
{
    return std::any_of(journals.begin(), journals.end(),
                       [&](const ExportHistory& journal) { return isFinishedIn(journal, item, recipe); });
}

bool isThere(const fs::path& path)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

/// Of a file, or of all files of an output that is a folder.
std::uint64_t bytesOf(const fs::path& output)
{
    const auto outline = outlineOf(output);
    return outline ? outline->bytes : 0;
}

/// The files that must not be replaced: the slides of a job and the folders that they lie in, told apart as the file system does.
class InputPlaces {
public:
    explicit InputPlaces(const std::vector<ExportItem>& items)
    {
        std::set<fs::path> known;
        for (const ExportItem& item : items) {
            std::error_code error;
            // Slides of one folder have the folders above it in common.
            for (fs::path place = fs::absolute(item.slide, error).lexically_normal(); known.insert(place).second;
                 place = place.parent_path())
                if (const auto identity = identityOf(place))
                    m_places.insert(*identity);
        }
    }

    bool contains(const fs::path& output) const
    {
        const auto identity = identityOf(output);
        return identity && m_places.contains(*identity);
    }

private:
    using Identity = std::pair<dev_t, ino_t>;
    static std::optional<Identity> identityOf(const fs::path& path)
    {
        struct stat status {};
        return ::stat(path.c_str(), &status) == 0 ? std::optional(Identity{status.st_dev, status.st_ino}) : std::nullopt;
    }

    std::set<Identity> m_places;
};

/// One run over the slides of a job.
class ExportRun {
public:
    using SlideProgress = std::function<void(std::size_t index, double fraction)>;

    ExportRun(const ExportJob& job, const JobControl& control, const SlideProgress& onSlideProgress)
        : m_job(job), m_control(control), m_onSlideProgress(onSlideProgress), m_inputs(job.items)
    {
    }

    std::vector<ExportResult> run(const std::function<void(const ExportResult&)>& onSlideDone);

private:
    Result<void> openJournal();
    void plan(std::size_t index);
    Result<void> claimOutput(ExportResult& result);
    void removeAbandonedOutputs() const;
    bool ownsOutput(const fs::path& output) const;
    void finish(std::size_t index);
    Result<void> exportPlanned(std::size_t index);
    Result<void> stampSource(std::size_t index, const std::stop_token& stop);
    Result<void> checkSpace(std::size_t index, const Slide& slide);
    Result<void> write(std::size_t index, const SlidePtr& slide, const Normalizer& normalizer, const JobControl& control);
    ExportRecord record(std::size_t index, ExportRecord::State state) const;
    Result<void> noteBegun(std::size_t index);
    Result<void> noteFinished(std::size_t index, const Slide& slide, const std::string& outputSha256);
    void setError(std::size_t index, Error error);
    std::string suffix() const { return std::string(suffixOf(m_job.options.format)); }
    bool isAnonymous() const { return m_job.names == NamesInExport::Anonymous; }

    const ExportJob& m_job;
    const JobControl& m_control;
    const SlideProgress& m_onSlideProgress;
    InputPlaces m_inputs;
    NewFolders m_folders;
    std::optional<ExportJournal> m_journal;
    std::vector<ExportHistory> m_known;    ///< of all other journals in the folder
    std::vector<ExportResult> m_results;
    std::vector<FileStamp> m_sources;      ///< of the slides that were begun
    std::vector<std::uint64_t> m_pixels;   ///< of level 0 of the slides that are to be exported
    std::uint64_t m_donePixels = 0;        ///< of finished slides
    std::uint64_t m_totalPixels = 0;       ///< of all slides that did not fail
};

std::vector<ExportResult> ExportRun::run(const std::function<void(const ExportResult&)>& onSlideDone)
{
    m_sources.resize(m_job.items.size());
    m_pixels.resize(m_job.items.size());
    for (const ExportItem& item : m_job.items) {
        ExportResult& result = m_results.emplace_back();
        result.item = item;
        result.error = Error{ErrorCode::Cancelled, {}, {}};   // until it is finished
        if (isAnonymous())
            result.item.output.replace_filename(placeOf(item) + suffix());
    }
    if (const auto opened = openJournal(); !opened) {
        for (ExportResult& result : m_results)
            result.error = opened.error();
        return std::move(m_results);
    }
    for (std::size_t i = 0; i < m_results.size() && !m_control.stopRequested(); ++i)
        plan(i);
    for (std::size_t i = 0; i < m_results.size() && !m_control.stopRequested(); ++i) {
        if (m_pixels[i] > 0)
            finish(i);
        if (onSlideDone)
            onSlideDone(m_results[i]);
    }
    return std::move(m_results);
}

Result<void> ExportRun::openJournal()
{
    if (m_job.journal.empty())
        return {};
    const fs::path folder = m_job.journal.parent_path();
    return m_folders.create(folder)
        .and_then([&] { return ExportJournal::open(m_job.journal); })
        .and_then([&](ExportJournal journal) -> Result<void> {
            m_journal = std::move(journal);
            auto known = readJournals(folder, m_job.journal);
            if (!known)
                return tl::unexpected(known.error());
            m_known = std::move(*known);
            TileSpool::removeAbandoned(folder);
            removeAbandonedOutputs();
            return {};
        });
}

/// A killed run leaves a file under a temporary name, or a finished one that it had no time to note.
void ExportRun::removeAbandonedOutputs() const
{
    std::vector<fs::path> outputs;
    for (const ExportResult& result : m_results)
        outputs.push_back(result.item.output);
    removeAbandoned(outputs);
}

/// Finds what can be found without reading pixels, and the slide's size, so that the job's total is known from the start.
void ExportRun::plan(std::size_t index)
{
    ExportResult& result = m_results[index];
    // Where the content gives the name, it is not read before its turn.
    const Result<void> claimed = isAnonymous() ? Result<void>() : claimOutput(result);
    if (!claimed) {
        setError(index, claimed.error());
        return;
    }
    if (result.wasThere)
        return;
    const auto opened = openSlide(result.item.slide);
    if (!opened) {
        setError(index, opened.error());
        return;
    }
    const PyramidGeometry& geometry = (*opened)->geometry();
    m_pixels[index] = static_cast<std::uint64_t>(geometry.width()) * static_cast<std::uint64_t>(geometry.height());
    m_totalPixels += m_pixels[index];
}

/// Sees to it that the output may be written, or finds that it is there.
Result<void> ExportRun::claimOutput(ExportResult& result)
{
    const fs::path& output = result.item.output;
    if (m_inputs.contains(output))
        return fail(ErrorCode::InvalidArgument, output.string(), "the output would replace an input");
    // What the content names was not known when the others were looked for.
    if (m_journal && isAnonymous())
        removeAbandoned(output);
    // This run's own journal too: slides of the same content are one where they are named by it.
    if (m_journal && (isFinishedIn(m_known, result.item, m_job.recipe) || isFinishedIn(m_journal->history(), result.item, m_job.recipe))) {
        result.outputBytes = bytesOf(output);
        result.wasThere = true;
        result.error.reset();
        return {};
    }
    if (auto created = m_folders.create(output.parent_path()); !created)
        return created;
    if (m_journal && isThere(output) && m_job.options.overwrite == Overwrite::No && !ownsOutput(output))
        return fail(ErrorCode::OutputExists, output.string());
    return {};
}

/// Whether a file of this name would be what this journal's export has made and not noted.
bool ExportRun::ownsOutput(const fs::path& output) const
{
    if (!m_journal)
        return false;
    const auto known = m_journal->history().find(output.filename().string());
    return known != m_journal->history().end() && known->second.ownsOutput();
}

/// Runs one planned slide and fills in what became of it.
void ExportRun::finish(std::size_t index)
{
    ExportResult& result = m_results[index];
    const auto start = std::chrono::steady_clock::now();
    const auto exported = exportPlanned(index);
    result.duration = std::chrono::steady_clock::now() - start;
    if (exported && !result.wasThere)
        m_donePixels += m_pixels[index];
    else
        m_totalPixels -= m_pixels[index];
    if (!exported)
        setError(index, exported.error());
    m_control.report(m_donePixels, m_totalPixels);
}

Result<void> ExportRun::exportPlanned(std::size_t index)
{
    ExportResult& planned = m_results[index];
    JobControl control = m_control;
    control.onProgress = [&](const Progress& tiles) {
        const double pixels = tiles.fraction() * static_cast<double>(m_pixels[index]);
        m_control.report(m_donePixels + static_cast<std::uint64_t>(pixels), m_totalPixels);
        if (m_onSlideProgress)
            m_onSlideProgress(index, tiles.fraction());
    };
    try {
        const auto slide = openSlide(planned.item.slide);
        if (!slide)
            return tl::unexpected(slide.error());
        if (const auto stamped = stampSource(index, control.stop); !stamped || planned.wasThere)
            return stamped;
        if (auto checked = checkSpace(index, **slide); !checked)
            return checked;
        const auto normalizer = m_job.normalizer(**slide, {control.stop, {}, control.threads});
        if (!normalizer)
            return tl::unexpected(normalizer.error());
        planned.warnings = (*normalizer)->warnings;
        planned.outOfGamutShare = (*normalizer)->outOfGamutShare;
        return write(index, *slide, **normalizer, control);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, planned.item.slide.string());
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, planned.item.slide.string(), exception.what());
    }
}

/// Also names the output after the content where names are kept out.
Result<void> ExportRun::stampSource(std::size_t index, const std::stop_token& stop)
{
    if (!m_journal && !isAnonymous())
        return {};
    ExportResult& result = m_results[index];
    auto stamp = isAnonymous() ? stampOf(result.item.slide, stop) : outlineOf(result.item.slide);
    if (!stamp)
        return tl::unexpected(stamp.error());
    m_sources[index] = std::move(*stamp);
    if (!isAnonymous())
        return {};
    result.item.output = namedByContent(result.item.output, m_sources[index].sha256, suffix());
    return claimOutput(result);
}

/// Before the slide is sampled and written, not after minutes.
Result<void> ExportRun::checkSpace(std::size_t index, const Slide& slide)
{
    ExportResult& result = m_results[index];
    const auto free = m_job.freeSpace(result.item.output.parent_path());
    if (!free)
        return {};   // what cannot be asked is found out by writing
    result.shortage = spaceShortage(slide, *free, m_job.options, m_control.stop);
    if (result.shortage)
        return fail(ErrorCode::DiskFull, result.item.output.string(), shortageText(*result.shortage));
    return {};
}

Result<void> ExportRun::write(std::size_t index, const SlidePtr& slide, const Normalizer& normalizer, const JobControl& control)
{
    ExportResult& result = m_results[index];
    const fs::path& output = result.item.output;
    ExportOptions options = m_job.options;
    if (ownsOutput(output))
        options.overwrite = Overwrite::Yes;
    const auto start = std::chrono::steady_clock::now();
    return noteBegun(index)
        .and_then([&] { return exportSlide(slide, output, normalizer, options, control); })
        .and_then([&](const WrittenSlide& written) -> Result<void> {
            result.width = written.width;
            result.height = written.height;
            m_sources[index].sha256 = written.sourceSha256;
            result.outputBytes = bytesOf(output);
            result.duration = std::chrono::steady_clock::now() - start;
            result.error.reset();
            return noteFinished(index, *slide, written.outputSha256);
        });
}

ExportRecord ExportRun::record(std::size_t index, ExportRecord::State state) const
{
    const ExportResult& result = m_results[index];
    ExportRecord record;
    record.state = state;
    record.output = result.item.output.filename().string();
    record.slide = isAnonymous() ? std::string() : result.item.slide.string();
    record.recipe = m_job.recipe;
    record.source = m_sources[index];
    return record;
}

Result<void> ExportRun::noteBegun(std::size_t index)
{
    if (!m_journal)
        return {};
    ExportRecord begun = record(index, ExportRecord::State::Begun);
    const fs::path& output = m_results[index].item.output;
    begun.ownsOutput = ownsOutput(output) || !isThere(output);
    return m_journal->append(begun);
}

Result<void> ExportRun::noteFinished(std::size_t index, const Slide& slide, const std::string& outputSha256)
{
    if (!m_journal)
        return {};
    const ExportResult& result = m_results[index];
    auto stamp = outlineOf(result.item.output);
    if (!stamp)
        return tl::unexpected(stamp.error());
    stamp->sha256 = outputSha256;
    ExportRecord finished = record(index, ExportRecord::State::Finished);
    finished.result = std::move(*stamp);
    finished.width = result.width;
    finished.height = result.height;
    finished.seconds = result.duration.count();
    finished.outOfGamutShare = result.outOfGamutShare;
    finished.warnings = result.warnings;
    finished.thumbnailBefore = exportThumbnail(slide);
    if (const auto written = openSlide(result.item.output))
        finished.thumbnailAfter = exportThumbnail(**written);
    return m_journal->append(finished);
}

/// An error's subject and what a library says of it may name the slide.
void ExportRun::setError(std::size_t index, Error error)
{
    if (isAnonymous()) {
        const auto& shortage = m_results[index].shortage;
        error = {error.code, placeOf(m_results[index].item), shortage ? shortageText(*shortage) : std::string()};
    }
    if (m_journal) {
        ExportRecord failed = record(index, ExportRecord::State::Failed);
        failed.error = sentenceFor(error.code).key;
        failed.subject = error.subject;
        failed.detail = error.detail;
        const fs::path& output = m_results[index].item.output;
        failed.ownsOutput = ownsOutput(output) && isThere(output) && error.code != ErrorCode::OutputExists;
        // The slide has failed either way; what cannot be noted is found out again.
        static_cast<void>(m_journal->append(failed));
    }
    m_results[index].error = std::move(error);
}

}

Result<std::vector<ExportItem>> unfinishedItems(const ExportJob& job, const std::stop_token& stop)
{
    const auto journals = readJournals(job.journal.parent_path());
    if (!journals && journals.error().code != ErrorCode::FileNotFound)
        return tl::unexpected(journals.error());
    std::vector<ExportItem> unfinished;
    for (const ExportItem& item : job.items) {
        ExportItem named = item;
        if (journals && job.names == NamesInExport::Anonymous) {
            const auto sha256 = sourceSha256(item.slide, stop);
            if (!sha256 && sha256.error().code == ErrorCode::Cancelled)
                return tl::unexpected(sha256.error());
            if (sha256)
                named.output = namedByContent(item.output, *sha256, suffixOf(job.options.format));
        }
        if (!journals || !isFinishedIn(*journals, named, job.recipe))
            unfinished.push_back(item);
    }
    return unfinished;
}

std::vector<ExportResult> runExport(const ExportJob& job, const JobControl& control,
                                    const std::function<void(const ExportResult&)>& onSlideDone,
                                    const std::function<void(std::size_t index, double fraction)>& onSlideProgress)
{
    return ExportRun(job, control, onSlideProgress).run(onSlideDone);
}

}
