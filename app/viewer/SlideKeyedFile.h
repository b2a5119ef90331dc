#pragma once

#include <filesystem>

#include <QByteArray>
#include <QString>

#include "base/Error.h"

namespace isostain {

/// The file in `folder` that something about a slide is kept in: named by the slide's place alone, so that no name of a patient's
/// slide becomes a file name there.
std::filesystem::path slideKeyedFile(const QString& folder, const std::filesystem::path& slide, const char* suffix);

/// The content of a small file that this program keeps, at most its first MiB; empty where there is none. Blocks; any thread.
QByteArray readKeptFile(const std::filesystem::path& file);

/// Makes a folder that only its owner can look into. Blocks; any thread. Errors: OutputUnwritable, DiskFull.
Result<void> makePrivateFolder(const std::filesystem::path& folder);

}
