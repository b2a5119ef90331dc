// Spatial networks of the published sizes with generated weights: a tile of the viewer, freezing, memory.
// usage: bench_inference [threads]

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "Measure.h"
#include "inference/InferenceModule.h"
#include "normalize/NetworkTiles.h"
#include "support/GeneratedNetworks.h"
#include "support/ImageSlide.h"

using namespace isostain;
using isostain::bench::bestSeconds;
using isostain::bench::print;

namespace {

double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::atof(line.c_str() + 6) / 1024;
    return 0;
}

void resetPeak()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

template <typename T>
T orExit(Result<T> result)
{
    if (result)
        return *std::move(result);
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::exit(1);
}

void measure(const std::string& name, const NetworkBackend& backend, const Network& network, const NetworkOptions& options)
{
    const auto spatial = orExit(backend.create(network, options, name));
    const NetworkShape& shape = spatial->shape();
    FrozenStatistics statistics;
    if (shape.hasNorms()) {
        std::vector<RgbImage> samples;
        for (unsigned i = 0; i < 16; ++i)
            samples.push_back(test::noiseImage(256, 256, i));
        resetPeak();
        print(name + "_freeze_16_samples", bestSeconds(1, [&] { statistics = orExit(spatial->freeze(samples)); }), "s");
        print(name + "_freeze_peak", peakMegabytes(), "MB");
    }
    const auto frozen = orExit(spatial->withStatistics(statistics));
    const RgbImage image = test::noiseImage(2048, 2048, 1);
    for (const int size : {256, 512, 1024}) {
        const NetworkTile tile = networkTile(shape, 2048, 2048, {512, 512, size, size});
        const RgbImage real{image.pixels(cv::Rect(static_cast<int>(tile.input.x), static_cast<int>(tile.input.y),
                                                  static_cast<int>(tile.input.width), static_cast<int>(tile.input.height)))};
        resetPeak();
        const double before = peakMegabytes();
        const double seconds = bestSeconds(size < 1024 ? 2 : 1, [&] { orExit(runTile(*frozen, tile, real)); });
        const std::string suffix = "_tile_" + std::to_string(size);
        print(name + suffix, seconds, "s");
        print(name + suffix + "_rate", static_cast<double>(size) * size / 1e6 / seconds, "Mpx/s");
        print(name + suffix + "_memory", peakMegabytes() - before, "MB");
        print(name + suffix + "_reckoned",
              static_cast<double>(shape.bytesPerPixel) * static_cast<double>(real.pixels.total()) / 1048576, "MB");
    }
}

}

int main(int argc, char** argv)
{
    NetworkOptions options;
    options.threads = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 0;
    const NetworkBackend& backend = *orExit(loadNetworkBackend());
    test::NetworkMaker make(1);
    measure("staingan_64_9", backend, make.generator(64, 9), options);
    measure("stainnet_3x3_32", backend, make.stainNet(32, 3, 3), options);
    return 0;
}
