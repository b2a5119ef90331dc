#include "export/SlideExport.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "export/ContentHash.h"
#include "export/ExportFacts.h"
#include "export/FileStamp.h"
#include "export/SlideTiles.h"
#include "export/SourceTiff.h"
#include "slide/Slide.h"

namespace isostain {

namespace fs = std::filesystem;

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

namespace {

/// Draws into the tile. Does nothing where a network has normalized it already.
void applyTable(const Normalizer& normalizer, BgrxImage& tile)
{
    for (int y = 0; y < tile.height(); ++y) {
        std::uint32_t* const row = tile.row(y);
        const auto count = static_cast<std::size_t>(tile.width());
        if (normalizer.onDemand)
            normalizer.onDemand->apply(row, row, count);
        else if (normalizer.table)
            normalizer.table->apply(row, row, count);
    }
}

/// Sees whether a slide's files are still those that were opened.
class UnchangedSource {
public:
    UnchangedSource(const fs::path& path, std::int64_t tiles) : m_path(path), m_outline(outlineOf(path)), m_tilesLeft(tiles) {}

    /// To be asked after each tile; the last one looks. Any thread. Errors: SlideUnreadable, those of outlineOf().
    Result<void> afterTile()
    {
        if (--m_tilesLeft > 0 || !m_outline)
            return {};
        const auto outline = outlineOf(m_path);
        if (!outline)
            return tl::unexpected(outline.error());
        if (*outline != *m_outline)
            return fail(ErrorCode::SlideUnreadable, m_path.string(), "it changed while it was being exported");
        return {};
    }

private:
    const fs::path m_path;
    const Result<FileStamp> m_outline;   ///< an error: a slide without files
    std::atomic<std::int64_t> m_tilesLeft;
};

/// A viewer may show a missing tile and go on; an export may not, so the whole slide counts as unreadable.
Error exportError(Error error, const fs::path& slide, const TileKey& tile)
{
    if (error.code != ErrorCode::TileUnreadable)
        return error;
    const std::string place = "tile " + std::to_string(tile.column) + ", " + std::to_string(tile.row);
    return Error{ErrorCode::SlideUnreadable, slide.string(), error.detail.empty() ? place : place + ": " + error.detail};
}

/// Label and macro, where there are any. Errors: those of Slide::readAssociatedImage(), InvalidArgument.
Result<std::vector<AssociatedPicture>> keptPictures(const Slide& slide, const ExportOptions& options)
{
    std::vector<AssociatedPicture> kept;
    if (options.sourceLabel == SourceLabel::LeftOut)
        return kept;
    if (!carriesLabel(options.format))
        return fail(ErrorCode::InvalidArgument, "Keeping the label", "the format does not carry label and macro");
    for (const char* name : {"label", "macro"}) {
        const auto& names = slide.info().associatedImages;
        if (std::find(names.begin(), names.end(), name) == names.end())
            continue;
        auto image = slide.readAssociatedImage(name);
        if (!image)
            return tl::unexpected(image.error());
        kept.push_back({name, std::move(*image)});
    }
    return kept;
}

}

Result<WrittenSlide> exportSlide(const SlidePtr& slide, const fs::path& output, const Normalizer& normalizer,
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
    const HalvedLevel& level0 = layout->computed().front();
    UnchangedSource unchanged(slide->info().path, std::int64_t(level0.columns) * level0.rows);
    SlideTiles tiles(throughNetwork(slide, normalizer), format.tileSize, *area);
    const TileSource source = [&](int column, int row, const std::stop_token& stop) -> Result<BgrxImage> {
        auto tile = tiles.read(column, row, stop);
        if (!tile)
            return tl::unexpected(exportError(tile.error(), slide->info().path, {0, column, row}));
        if (const auto same = unchanged.afterTile(); !same)
            return tl::unexpected(same.error());
        applyTable(normalizer, *tile);
        return tile;
    };
    ExportMetadata metadata = exportMetadata(slide->info(), sourceTiff, normalizer, options, format, *halvings);
    auto associated = keptPictures(*slide, options);
    if (!associated)
        return tl::unexpected(associated.error());
    metadata.associated = std::move(*associated);
    if (options.area.kind != ExportArea::Kind::Whole)
        metadata.facts.emplace_back("region", std::to_string(area->x) + "," + std::to_string(area->y) + "," +
                                                  std::to_string(area->width) + "," + std::to_string(area->height));
    ContentHash hash;
    metadata.sourceSha256 = hash.complete(slide->info().path);
    auto writer = makePyramidWriter(options.format, output, *layout, metadata, options.overwrite);
    if (!writer)
        return tl::unexpected(writer.error());
    return writePyramid(**writer, *layout, source, control).and_then([&](std::string outputSha256) -> Result<WrittenSlide> {
        const Result<std::string>& sha256 = metadata.sourceSha256.get();
        if (!sha256)
            return tl::unexpected(sha256.error());
        return WrittenSlide{layout->written().front().width, layout->written().front().height, *sha256,
                            std::move(outputSha256)};
    });
}

}
