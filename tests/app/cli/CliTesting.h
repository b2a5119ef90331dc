#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>

#include <QProcess>
#include <QStringList>

#include "export/PyramidTiff.h"
#include "support/TestData.h"

namespace isostain::test {

/// What a command did. `exitCode` -1: it did not end in time; -2: a signal ended it.
struct Outcome {
    int exitCode = -1;
    QString out;
    QString err;

    /// Messages on standard error.
    qsizetype sentences() const { return err.count("isostain-cli: "); }
    QByteArray text() const { return (QString::number(exitCode) + ": " + out + err).toUtf8(); }
};

/// Runs isostain-cli; `prepare` runs in the child before the program, and may only call what is async-signal-safe.
inline Outcome runCli(const QStringList& arguments, const std::function<void()>& prepare = {}, int timeoutMs = 120000)
{
    QProcess process;
    if (prepare)
        process.setChildProcessModifier(prepare);
    process.start(QString::fromStdString(cliPath().string()), arguments);
    if (!process.waitForFinished(timeoutMs))
        return {-1, {}, "did not finish: " + process.errorString()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

/// Every file below a folder with its content, by its path in it.
inline std::map<std::string, std::string> filesBelow(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        files[std::filesystem::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(stream), {}};
    }
    return files;
}

/// The files of an export besides the outputs.
inline bool isBookkeeping(const std::string& name)
{
    return name.starts_with("isostain-export");
}

/// A slide of noise, pink as tissue is, which no compression makes small. The same for the same seed.
inline Result<void> writeNoiseSlide(const std::filesystem::path& path, int width, int height, std::uint32_t seed)
{
    const TileSource source = [=](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
        BgrxImage tile = makeBgrxImage(std::min(256, width - 256 * column), std::min(256, height - 256 * row));
        std::uint32_t state = seed * 7919u + static_cast<std::uint32_t>(row) * 104729u + static_cast<std::uint32_t>(column) + 1;
        for (int y = 0; y < tile.height(); ++y)
            for (int x = 0; x < tile.width(); ++x) {
                state = state * 1664525u + 1013904223u;
                tile.row(y)[x] = 0xFFB040A0u + (state >> 27 << 16) + (state >> 22 & 31u) * 256 + (state >> 17 & 31u);
            }
        return tile;
    };
    PyramidTiffOptions options;
    options.quality = 95;
    return writePyramidTiff(path, width, height, source, options, {});
}

}
