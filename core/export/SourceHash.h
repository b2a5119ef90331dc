#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// The files that a slide is made of, in the order of their paths: the file itself; of a folder all files in it; of a DICOM
/// image those of its series in its folder; of a .mrxs
/// file itself and those in the folder of its name. Blocks; any thread. Errors: FileUnreadable.
Result<std::vector<std::filesystem::path>> filesOfSlide(const std::filesystem::path& path);

/// SHA-256 of a slide's content, 64 digits: of the file's bytes. Of a slide of several files, see filesOfSlide(), of the
/// files' own hashes, 64 digits each, in that order. Blocks; any thread.
/// Errors: FileNotFound, FileUnreadable, Cancelled.
Result<std::string> sourceSha256(const std::filesystem::path& path, const std::stop_token& stop = {});

}
