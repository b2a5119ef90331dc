#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/Error.h"
#include "base/Progress.h"
#include "export/ExportArea.h"
#include "export/ExportFormats.h"
#include "export/SourceTiff.h"
#include "export/TileFormat.h"
#include "normalize/Normalizer.h"
#include "slide/Slide.h"

namespace isostain {

/// AsSource: 4:2:0 where the source is a TIFF whose JPEG tiles are 4:2:0, else 4:4:4 (which loses nothing).
enum class SubsamplingChoice { S420, S444, AsSource };

/// What of the source may say whose tissue it is, and is left out unless it is asked for.
enum class SourceName { LeftOut, Kept };    ///< Kept: the file's name without its folder, as the fact "source-name"
enum class SourceLabel { LeftOut, Kept };   ///< Kept: the images label and macro, where the format can; see carriesLabel()

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
    SourceName sourceName = SourceName::LeftOut;
    SourceLabel sourceLabel = SourceLabel::LeftOut;
};

/// How the tiles of a slide are compressed under these options. `source`: what is known of its file.
TileFormat tileFormat(const ExportOptions& chosen, const std::optional<SourceTiff>& source);

/// What exportSlide() has written.
struct WrittenSlide {
    std::int64_t width = 0;    ///< pixels of the output's level 0
    std::int64_t height = 0;
    std::string sourceSha256;  ///< see sourceSha256()
    std::string outputSha256;  ///< likewise
};

/// Normalizes level 0 of an open slide, or the area of it, and writes it with its pyramid to `output`. A coarser scale is made
/// by halving the normalized pixels. Nothing of label, macro, file names or free text of the source is carried over but what
/// the options ask for. The
/// slide's file is hashed meanwhile. Progress in tiles. A tile that cannot be read fails the slide, as does a file that changes
/// meanwhile: SlideUnreadable.
/// InvalidArgument: the label was asked for, and the format does not carry it. Errors besides: those of exportRect(), halvingsFor(), sourceSha256(), makePyramidWriter() and writePyramid(). Blocks.
Result<WrittenSlide> exportSlide(const SlidePtr& slide, const std::filesystem::path& output, const Normalizer& normalizer,
                                 const ExportOptions& options, const JobControl& control);

}
