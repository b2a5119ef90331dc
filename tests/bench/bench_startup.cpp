// Start to a usable empty window: the viewer is started, shows its window, saves a picture of it and ends.
// usage: bench_startup [path of isostain]; needs a display (tests/support/with-display.sh).

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QString viewer = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QCoreApplication::applicationDirPath() + "/../bin/isostain";
    const QTemporaryDir folder;
    std::vector<double> milliseconds;
    for (int run = 0; run < 7; ++run) {
        const auto start = std::chrono::steady_clock::now();
        if (QProcess::execute(viewer, {"--screenshot", folder.filePath("window.png")}) != 0) {
            std::fprintf(stderr, "%s could not be run\n", qPrintable(viewer));
            return 1;
        }
        milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    // The first run warms the file cache.
    std::sort(milliseconds.begin() + 1, milliseconds.end());
    std::printf("startup_to_empty_window_first %.0f ms\n", milliseconds.front());
    std::printf("startup_to_empty_window_median %.0f ms\n", milliseconds[4]);
    return 0;
}
