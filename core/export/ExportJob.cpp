#include "export/ExportJob.h"

#include <exception>
#include <map>
#include <new>
#include <set>
#include <string>
#include <utility>

#include "color/ClusteredTable.h"
#include "export/ExportFacts.h"
#include "export/SlideTiles.h"
#include "export/SourceHash.h"
#include "export/SourceTiff.h"
#include "slide/Slide.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// Progress of a job whose slides come one after the other, in level-0 pixels.
struct JobProgress {
    std::uint64_t donePixels = 0;    ///< of finished slides
    std::uint64_t totalPixels = 0;   ///< of all slides that did not fail
};

std::uint64_t pixelCount(const ExportResult& result)
{
    return static_cast<std::uint64_t>(result.width) * static_cast<std::uint64_t>(result.height);
}

std::string stemOf(const fs::path& slide)
{
    // A folder may be given with a trailing slash: its name is then that of the part before.
    const fs::path named = slide.has_filename() ? slide : slide.parent_path();
    const fs::path stem = named.stem();
    return stem.extension() == ".ome" ? stem.stem().string() : stem.string();
}

Result<void> checkOutput(const fs::path& output, const ExportJob& job)
{
    std::error_code error;
    if (!fs::exists(output, error))
        return {};
    for (const ExportItem& item : job.items)
        if (fs::equivalent(item.slide, output, error))
            return fail(ErrorCode::InvalidArgument, output.string(), "the output would replace an input");
    return {};
}

TileFormat tileFormat(const ExportOptions& chosen, const std::optional<SourceTiff>& source)
{
    TileFormat format{chosen.compression, chosen.quality, ChromaSubsampling::S444, chosen.tileSize};
    switch (chosen.subsampling) {
    case SubsamplingChoice::S420: format.subsampling = ChromaSubsampling::S420; break;
    case SubsamplingChoice::S444: format.subsampling = ChromaSubsampling::S444; break;
    case SubsamplingChoice::AsSource:
        format.subsampling = source ? source->compression.subsampling.value_or(ChromaSubsampling::S444) : ChromaSubsampling::S444;
        break;
    }
    return format;
}

/// A table in the order that suits the amount of work.
class TableOfSlide {
public:
    static Result<TableOfSlide> create(ColorTablePtr table, double pixels, unsigned threads)
    {
        constexpr double kWorthClustering = 100e6;
        TableOfSlide result;
        result.m_table = std::move(table);
        if (result.m_table && pixels >= kWorthClustering) {
            auto clustered = ClusteredTable::create(*result.m_table, threads);
            if (!clustered)
                return tl::unexpected(clustered.error());
            result.m_clustered = std::move(*clustered);
        }
        return result;
    }

    /// Tiles are the caller's to draw into. Does nothing where a network has normalized them already.
    void applyTo(BgrxImage& tile) const
    {
        for (int y = 0; y < tile.height(); ++y) {
            std::uint32_t* const row = tile.row(y);
            const auto count = static_cast<std::size_t>(tile.width());
            if (m_clustered)
                m_clustered->apply(row, row, count);
            else if (m_table)
                m_table->apply(row, row, count);
        }
    }

private:
    ColorTablePtr m_table;
    std::shared_ptr<const ClusteredTable> m_clustered;
};

/// A viewer may show a missing tile and go on; an export may not, so the whole slide counts as unreadable.
Error exportError(Error error, const fs::path& slide, const TileKey& tile)
{
    if (error.code != ErrorCode::TileUnreadable)
        return error;
    const std::string place = "tile " + std::to_string(tile.column) + ", " + std::to_string(tile.row);
    return Error{ErrorCode::SlideUnreadable, slide.string(), error.detail.empty() ? place : place + ": " + error.detail};
}

/// Folders made for outputs; taken away again at the end when nothing came of them.
class NewFolders {
public:
    Result<void> create(const fs::path& folder)
    {
        std::error_code error;
        fs::path made;
        for (const fs::path& part : folder) {
            made /= part;
            if (fs::is_directory(made, error))
                continue;
            if (fs::create_directory(made, error))
                m_created.push_back(made);
            if (error)
                return tl::unexpected(writeError(folder, error.value()));
        }
        return {};
    }
    ~NewFolders()
    {
        std::error_code ignored;
        for (auto folder = m_created.rbegin(); folder != m_created.rend(); ++folder)
            fs::remove(*folder, ignored);   // does nothing unless it is still empty
    }

private:
    std::vector<fs::path> m_created;   ///< outer ones before those in them
};

/// Finds what can be found without reading pixels, and the slide's size, so that the job's total is known from the start.
void plan(ExportResult& result, const ExportJob& job, NewFolders& folders, JobProgress& progress)
{
    const auto opened = checkOutput(result.item.output, job)
                            .and_then([&] { return folders.create(result.item.output.parent_path()); })
                            .and_then([&] { return openSlide(result.item.slide); });
    if (!opened) {
        result.error = opened.error();
        return;
    }
    result.width = (*opened)->geometry().width();
    result.height = (*opened)->geometry().height();
    progress.totalPixels += pixelCount(result);
}

Result<void> exportPlanned(ExportResult& planned, const ExportJob& job, const JobControl& control, const JobProgress& before)
{
    JobControl slideControl = control;
    slideControl.onProgress = [&](const Progress& tiles) {
        const double pixels = tiles.fraction() * static_cast<double>(pixelCount(planned));
        control.report(before.donePixels + static_cast<std::uint64_t>(pixels), before.totalPixels);
    };
    try {
        const auto slide = openSlide(planned.item.slide);
        if (!slide)
            return tl::unexpected(slide.error());
        const auto normalizer = job.normalizer(**slide, {control.stop, {}, control.threads});
        if (!normalizer)
            return tl::unexpected(normalizer.error());
        planned.warnings = (*normalizer)->warnings;
        planned.outOfGamutShare = (*normalizer)->outOfGamutShare;
        return exportSlide(*slide, planned.item.output, **normalizer, job.options, slideControl)
            .map([&](const HalvedLevel& level0) {
                planned.outputWidth = level0.width;
                planned.outputHeight = level0.height;
            });
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, planned.item.slide.string());
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, planned.item.slide.string(), exception.what());
    }
}

/// Runs one planned slide and fills in what became of it.
void finish(ExportResult& result, const ExportJob& job, const JobControl& control, JobProgress& progress)
{
    const auto start = std::chrono::steady_clock::now();
    const auto exported = exportPlanned(result, job, control, progress);
    result.duration = std::chrono::steady_clock::now() - start;
    if (exported) {
        std::error_code error;
        result.outputBytes = fs::file_size(result.item.output, error);
        result.error.reset();
        progress.donePixels += pixelCount(result);
    } else {
        result.error = exported.error();
        progress.totalPixels -= pixelCount(result);
    }
    control.report(progress.donePixels, progress.totalPixels);
}

}

std::vector<ExportItem> exportItems(const std::vector<fs::path>& slides, const fs::path& folder, ExportFormat format)
{
    std::map<std::string, int> count;
    for (const fs::path& slide : slides)
        ++count[stemOf(slide)];
    std::set<std::string> taken;
    for (const auto& [stem, slidesOfThatName] : count)
        taken.insert(stem);

    std::set<std::string> begun;
    std::vector<ExportItem> items;
    for (const fs::path& slide : slides) {
        const std::string stem = stemOf(slide);
        std::string name = stem;
        if (!begun.insert(stem).second)
            for (int number = 2; !taken.insert(name = stem + "-" + std::to_string(number)).second; ++number) {}
        items.push_back({slide, folder / (name + std::string(suffixOf(format)))});
    }
    return items;
}

Result<HalvedLevel> exportSlide(const SlidePtr& slide, const fs::path& output, const Normalizer& normalizer,
                         const ExportOptions& options, const JobControl& control)
{
    const auto sourceTiff = readSourceTiff(slide->info().path);
    const TileFormat format = tileFormat(options, sourceTiff);
    const auto halvings = halvingsFor(slide->info(), options.scale);
    if (!halvings)
        return tl::unexpected(halvings.error());
    const auto area = exportRect(*slide, options.area, format.tileSize, control.stop);
    if (!area)
        return tl::unexpected(exportError(area.error(), slide->info().path, {}));
    const auto layout = PyramidLayout::create(area->width, area->height, format, static_cast<std::size_t>(*halvings));
    if (!layout)
        return tl::unexpected(layout.error());
    const auto table = TableOfSlide::create(normalizer.table, static_cast<double>(area->width) * static_cast<double>(area->height),
                                            control.threads);
    if (!table)
        return tl::unexpected(table.error());
    SlideTiles tiles(throughNetwork(slide, normalizer), format.tileSize, *area);
    const TileSource source = [&](int column, int row, const std::stop_token& stop) -> Result<BgrxImage> {
        auto tile = tiles.read(column, row, stop);
        if (!tile)
            return tl::unexpected(exportError(tile.error(), slide->info().path, {0, column, row}));
        table->applyTo(*tile);
        return tile;
    };
    ExportMetadata metadata = exportMetadata(slide->info(), sourceTiff, normalizer, options, format, *halvings);
    const SourceHash hash(slide->info().path);
    metadata.sourceSha256 = hash.value();
    auto writer = makePyramidWriter(options.format, output, *layout, metadata, options.overwrite);
    if (!writer)
        return tl::unexpected(writer.error());
    return writePyramid(**writer, *layout, source, control).map([&] { return layout->written().front(); });
}

std::vector<ExportResult> runExport(const ExportJob& job, const JobControl& control,
                                    const std::function<void(const ExportResult&)>& onSlideDone)
{
    std::vector<ExportResult> results;
    for (const ExportItem& item : job.items) {
        results.emplace_back().item = item;
        results.back().error = Error{ErrorCode::Cancelled, {}, {}};   // until it is finished
    }
    NewFolders folders;
    JobProgress progress;
    for (auto result = results.begin(); result != results.end() && !control.stopRequested(); ++result)
        plan(*result, job, folders, progress);
    for (auto result = results.begin(); result != results.end() && !control.stopRequested(); ++result) {
        if (pixelCount(*result) > 0)
            finish(*result, job, control, progress);
        if (onSlideDone)
            onSlideDone(*result);
    }
    return results;
}

}
