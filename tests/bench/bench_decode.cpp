// Reading every tile of the finest level of a slide, through OpenSlide alone and by the fastest way, in turns; on one thread
// and with nothing kept from run to run. One `name value unit` per line; each value is the best of several runs. usage:
// bench_decode SLIDE...

#include <cstdio>
#include <filesystem>

#include "bench/Measure.h"
#include "slide/OpenSlideReader.h"

using namespace isostain;
using namespace isostain::bench;
namespace fs = std::filesystem;

namespace {

constexpr int kRuns = 5;

SlidePtr opened(const fs::path& path, TileReading reading)
{
    const auto slide = openWithOpenSlide(path, reading);
    return slide ? *slide : nullptr;
}

/// Tiles that could not be read.
int readAll(const Slide& slide)
{
    int failures = 0;
    for (int row = 0; row < slide.geometry().rows(0); ++row)
        for (int column = 0; column < slide.geometry().columns(0); ++column)
            failures += !slide.read({0, column, row});
    return failures;
}

struct Times {
    double open = 1e9;
    double firstTile = 1e9; ///< with the check of the level, where there is one
    double allTiles = 1e9;
};

void measure(const fs::path& path, TileReading reading, Times& best)
{
    SlidePtr slide;
    best.open = std::min(best.open, bestSeconds(1, [&] { slide = opened(path, reading); }));
    best.firstTile = std::min(best.firstTile, bestSeconds(1, [&] { (void)slide->read({0, 0, 0}); }));
    best.allTiles = std::min(best.allTiles, bestSeconds(1, [&] { readAll(*slide); }));
}

void printAll(const std::string& name, const Slide& slide, const Times& times)
{
    const double megapixels =
        static_cast<double>(slide.geometry().width()) * static_cast<double>(slide.geometry().height()) / 1e6;
    print(name + "_open", times.open * 1e3, "ms");
    print(name + "_first_tile", times.firstTile * 1e3, "ms");
    print(name + "_decode", megapixels / times.allTiles, "Mpx/s");
}

}

int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const fs::path path = argv[i];
        const SlidePtr slide = opened(path, TileReading::Library);
        if (!slide || readAll(*slide) > 0) {
            std::fprintf(stderr, "%s: not a slide that OpenSlide reads\n", argv[i]);
            return 1;
        }
        Times library, fastest;
        for (int run = 0; run < kRuns; ++run) {
            measure(path, TileReading::Library, library);
            measure(path, TileReading::Fastest, fastest);
        }
        printAll(path.stem().string() + "_openslide", *slide, library);
        printAll(path.stem().string() + "_fastest", *slide, fastest);
    }
}
