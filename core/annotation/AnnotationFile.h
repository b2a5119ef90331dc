#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "annotation/Annotation.h"
#include "base/AtomicFile.h"
#include "base/Error.h"

namespace isostain {

// Block; any thread.

/// Errors: FileNotFound, FileUnreadable, and those of annotationsFromGeoJson().
Result<std::vector<Annotation>> readAnnotationFile(const std::filesystem::path& path);

/// Errors: those of AtomicFile.
Result<void> writeAnnotationFile(std::span<const Annotation> annotations, const std::filesystem::path& path,
                                 Overwrite overwrite);

}
