#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

#include "base/Error.h"
#include "export/SlideExport.h"

namespace isostain {

/// About how large the export of a slide becomes: a few dozen tiles spread evenly over the area are compressed as they are in
/// the source, which normalization changes little, and counted for all of them; their halves stand for the levels below. The
/// same slide and options give the same answer. Blocks while it reads; any thread. Errors: those of exportRect(),
/// halvingsFor(), PyramidLayout::create() and TileEncoder; Slide::read()'s, where no tile of the sample can be read; Cancelled.
Result<std::uint64_t> estimateOutputBytes(const Slide& slide, const ExportOptions& options, const std::stop_token& stop = {});

/// What may still be written to the disk of a folder, which need not exist yet: then of the nearest folder above it that does.
/// Blocks; any thread. Errors: FileNotFound, FileUnreadable.
Result<std::uint64_t> freeBytes(const std::filesystem::path& folder);

/// Why an export was not even begun.
struct SpaceShortage {
    std::uint64_t neededBytes = 0; ///< about
    std::uint64_t freeBytes = 0;
};

/// Whether `freeBytes` are clearly too few for the export of a slide, by more than an estimate is wrong. Nothing where there
/// are enough or where it cannot be told. The slide is read only where the free space is not plenty for any picture of its
/// size. Blocks; any thread.
std::optional<SpaceShortage> spaceShortage(const Slide& slide, std::uint64_t freeBytes, const ExportOptions& options,
                                           const std::stop_token& stop = {});

/// "about 1.2 GB needed, 300 MB free".
std::string shortageText(const SpaceShortage& shortage);

/// "1.2 GB", "300 MB": decimal units, as disks are sold.
std::string byteText(std::uint64_t bytes);

}
