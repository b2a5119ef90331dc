#pragma once

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <sys/mount.h>

#include <QElapsedTimer>
#include <QProcess>

#include "CliTesting.h"
#include "runs/RunFolder.h"

namespace isostain::test {

inline QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

/// A command that a signal ended in the middle.
struct EndedRun {
    bool isEnded = false; ///< by then it was at work
    QByteArray err;
};

/// Starts a training and sends it a signal when the run's metrics.csv has so many rows.
inline EndedRun endAtRow(const QStringList& command, const std::filesystem::path& run, std::size_t rows, int signal)
{
    QProcess process;
    process.start(text(cliPath()), command);
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        const auto metrics = readMetrics(run);
        if (metrics && metrics->rows() >= rows)
            break;
        if (timer.elapsed() > 120000 || process.waitForFinished(1))
            return {false, process.readAllStandardError()};
    }
    ::kill(static_cast<pid_t>(process.processId()), signal);
    const bool isEnded = process.waitForFinished(60000);
    return {isEnded, process.readAllStandardError()};
}

/// A disk of a few MiB of its own, gone with the object.
class SmallDisk {
public:
    SmallDisk(std::filesystem::path path, const char* size) : m_path(std::move(path))
    {
        std::filesystem::create_directories(m_path);
        m_isMounted = ::mount("tmpfs", m_path.c_str(), "tmpfs", 0, (std::string("size=") + size).c_str()) == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_path.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    /// This user may not mount one otherwise.
    bool isMounted() const { return m_isMounted; }
    void fill() const
    {
        std::ofstream filler(m_path / "filler", std::ios::binary);
        while (filler.write(std::string(4096, 'x').data(), 4096).flush()) {
        }
    }
    void makeRoom() const { std::filesystem::remove(m_path / "filler"); }

private:
    std::filesystem::path m_path;
    bool m_isMounted = false;
};

}
