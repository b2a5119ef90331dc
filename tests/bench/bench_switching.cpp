// Whether switching slides leaves memory behind: slides are opened one after the other in the real window, beside their normalized
// view, and looked at in full and at 1:1. The resident set is compared after the first rounds, when caches and pools are filled,
// and on the way to a hundred more. usage: bench_switching SLIDE... ; needs a display (tests/support/with-display.sh).

#include <fstream>
#include <string>

#include <QApplication>

#include "ViewerFixture.h"
#include "base/Memory.h"
#include "bench/EventWait.h"
#include "compare/CompareView.h"

using namespace isostain;
using namespace isostain::bench;

namespace {

constexpr int kWarmUp = 20;
constexpr int kOpens = 20;
constexpr int kRounds = 5;

/// MiB of the process in memory; 0 where the system does not tell.
double residentMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) / 1024;
    return 0;
}

void lookAt(test::ViewerFixture& viewer, const QString& path)
{
    viewer.slides.open(path);
    waitFor([&] { return viewer.slides.state() != SlideSession::State::Opening && viewer.window.isSettled(); });
    auto* view = viewer.window.findChild<CompareView*>();
    Viewport close = view->viewport();
    close.zoom = 1;
    view->setViewport(close);
    waitFor([&] { return viewer.window.isSettled(); });
    viewer.slides.close();
    QCoreApplication::processEvents();
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_switching SLIDE...\n");
        return 1;
    }
    test::ViewerFixture viewer;
    viewer.window.resize(1920, 1080);
    viewer.window.show();
    viewer.normalizers.pick(QStringLiteral("builtin:macenko"));
    const auto start = Clock::now();
    const auto look = [&](int count) {
        for (int i = 0; i < count; ++i)
            lookAt(viewer, QString::fromLocal8Bit(argv[1 + i % (argc - 1)]));
        giveBackFreedMemory();   // as the viewer does when a slide is closed, which may not have ended yet
        return residentMiB();
    };
    const double warm = look(kWarmUp);
    print("resident_before", warm, "MiB");
    double now = warm;
    for (int round = 1; round <= kRounds; ++round) {
        now = look(kOpens);
        print("resident_after_" + std::to_string(round * kOpens) + "_opens", now, "MiB");
    }
    print("resident_growth", now - warm, "MiB");
    print("each", millisecondsSince(start) / (kWarmUp + kRounds * kOpens), "ms");
    print("tiles_kept", double(viewer.cache.usedBytes()) / (1 << 20), "MiB");
    return 0;
}
