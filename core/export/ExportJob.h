#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "export/ExportArea.h"
#include "export/ExportFormats.h"
#include "export/TileFormat.h"
#include "normalize/Normalizer.h"
#include "slide/Slide.h"

namespace isostain {

/// AsSource: 4:2:0 where the source is a TIFF whose JPEG tiles are 4:2:0, else 4:4:4 (which loses nothing).
enum class SubsamplingChoice { S420, S444, AsSource };

/// How the slides of one job are written.
struct ExportOptions {
    ExportFormat format = ExportFormat::PyramidalTiff;
    TiffCompression compression = TiffCompression::Jpeg;
    int quality = 85;                                            ///< 1..100, JPEG only
    SubsamplingChoice subsampling = SubsamplingChoice::S420;     ///< JPEG only
    int tileSize = 256;                                          ///< multiple of 16, 64..4096
    ExportArea area;
    ExportScale scale;
    Overwrite overwrite = Overwrite::No;
};

/// A slide and the file it is written to, whose folder is created when it is missing.
struct ExportItem {
    std::filesystem::path slide;
    std::filesystem::path output;
};

/// FOLDER/NAME and the format's suffix for every slide, in order. Slides of one name become NAME.tif, NAME-2.tif, ... in the order given, past
/// names that other slides of the list have; so the same list always gives the same names. A trailing ".ome" is dropped from
/// NAME: readers would take the output for an OME-TIFF.
std::vector<ExportItem> exportItems(const std::vector<std::filesystem::path>& slides, const std::filesystem::path& folder,
                                    ExportFormat format = ExportFormat::PyramidalTiff);

/// Slides to be normalized and written as one pyramid each.
struct ExportJob {
    std::vector<ExportItem> items;
    SlideNormalizer normalizer;
    ExportOptions options;
};

/// What became of one slide.
struct ExportResult {
    ExportItem item;
    std::int64_t width = 0;              ///< pixels of the slide's level 0; 0 when the slide could not be opened
    std::int64_t height = 0;
    std::int64_t outputWidth = 0;        ///< of the output's level 0; 0 unless it is there
    std::int64_t outputHeight = 0;
    std::uint64_t outputBytes = 0;
    std::chrono::duration<double> duration{};
    std::optional<Error> error;          ///< nothing: the output is there
    std::vector<FitWarning> warnings;
    std::optional<double> outOfGamutShare;   ///< of the slide's tissue, 0..1; nothing: not known
};

/// Normalizes level 0 of an open slide, or the area of it, and writes it with its pyramid to `output`. A coarser scale is made
/// by halving the normalized pixels. Gives the output's level 0. Nothing of label, macro, file names or free
/// text of the source is carried over. The slide's file is hashed meanwhile. Progress in tiles. A tile that cannot be read fails the slide: SlideUnreadable.
/// Errors besides: those of exportRect(), halvingsFor(), sourceSha256(), makePyramidWriter() and writePyramid(). Blocks.
Result<HalvedLevel> exportSlide(const SlidePtr& slide, const std::filesystem::path& output, const Normalizer& normalizer,
                         const ExportOptions& options, const JobControl& control);

/// Exports slide by slide, all threads on one slide; blocks. A slide that fails does not stop the others; after a stop, what
/// is not finished has the error Cancelled.
/// Progress in level-0 pixels over the whole job; pixels of slides that fail are taken out of the total.
/// `onSlideDone` is called on the caller's thread after each slide that was begun.
/// Errors per slide: those of openSlide(), the job's normalizer and exportSlide(); InvalidArgument when the output would replace an input.
std::vector<ExportResult> runExport(const ExportJob& job, const JobControl& control,
                                    const std::function<void(const ExportResult&)>& onSlideDone = {});

}
