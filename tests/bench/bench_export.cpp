// Writing pyramidal TIFFs, without reading a slide: tiles come from memory. One `name value unit` per line; each value is the
// best of several runs, in level-0 pixels. With a slide as argument: the whole way from file to file. With --limit and a TIFF
// slide: what libjpeg-turbo alone needs for the slide's tiles, on all cores.

#include <atomic>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <turbojpeg.h>
#include <unistd.h>

#include "base/Parallel.h"
#include "bench/Measure.h"
#include "export/ExportJob.h"
#include "export/ExportNames.h"
#include "export/PyramidTiff.h"
#include "export/TiffFile.h"

using namespace isostain;
using namespace isostain::bench;
namespace fs = std::filesystem;

namespace {

constexpr int kRuns = 3;
constexpr int kSide = 8192;
constexpr int kTileSize = 256;

/// Stains on glass, roughly: smooth, with fine texture.
BgrxImage tissueTile(int seed)
{
    BgrxImage tile = makeBgrxImage(kTileSize, kTileSize);
    for (int y = 0; y < kTileSize; ++y)
        for (int x = 0; x < kTileSize; ++x) {
            const double wave = std::sin((x + 37 * seed) / 17.0) * std::cos((y - 11 * seed) / 23.0);
            const auto grain = static_cast<std::uint32_t>((x * 7919 ^ y * 6971 ^ seed * 5347) >> 5 & 15);
            const auto level = static_cast<std::uint32_t>(160 + 60 * wave) + grain;
            tile.row(y)[x] = 0xFF000000u | level << 16 | (level - 60) << 8 | (level - 20);
        }
    return tile;
}

double megapixelsPerSecond(std::int64_t width, std::int64_t height, double seconds)
{
    return static_cast<double>(width) * static_cast<double>(height) / 1e6 / seconds;
}

void benchWriter(const fs::path& folder)
{
    std::vector<BgrxImage> tiles;
    for (int seed = 0; seed < 16; ++seed)
        tiles.push_back(tissueTile(seed));
    const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
        return tiles[static_cast<std::size_t>(column + 3 * row) % tiles.size()];
    };
    for (const auto& row : compressions()) {
        PyramidTiffOptions options;
        options.compression = row.value;
        options.overwrite = Overwrite::Yes;
        const double seconds =
            bestSeconds(kRuns, [&] { (void)writePyramidTiff(folder / "bench.tif", kSide, kSide, source, options, {}); });
        print("export_write_" + std::string(row.key), megapixelsPerSecond(kSide, kSide, seconds), "Mpx/s");
    }
}

void benchSlide(const fs::path& slide, const fs::path& folder)
{
    const auto table = ColorTable::identity();
    Normalizer normalizer;
    normalizer.table = *table;
    const ExportJob job{exportItems({slide}, folder), sameForEach(std::make_shared<const Normalizer>(std::move(normalizer))), {}};
    const auto results = runExport(job, {});
    if (results[0].error) {
        std::fprintf(stderr, "%s\n", describe(*results[0].error).c_str());
        return;
    }
    print("export_slide", megapixelsPerSecond(results[0].width, results[0].height, results[0].duration.count()), "Mpx/s");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    print("export_slide_peak_memory", static_cast<double>(usage.ru_maxrss) / 1024, "MiB");
}

/// Level-0 tiles of a TIFF as complete JPEG streams; empty where there are none.
std::vector<std::vector<unsigned char>> jpegTiles(const fs::path& path)
{
    std::vector<std::vector<unsigned char>> tiles;
    const TiffHandle tiff = openTiffForReading(path);
    std::uint32_t tablesSize = 0;
    const unsigned char* tables = nullptr;
    if (!tiff || TIFFIsTiled(tiff.get()) == 0 || TIFFGetField(tiff.get(), TIFFTAG_JPEGTABLES, &tablesSize, &tables) == 0)
        return tiles;
    for (std::uint32_t i = 0; i < TIFFNumberOfTiles(tiff.get()); ++i) {
        std::vector<unsigned char> raw(TIFFGetStrileByteCount(tiff.get(), i));
        if (raw.size() < 2 || TIFFReadRawTile(tiff.get(), i, raw.data(), static_cast<tmsize_t>(raw.size())) < 0)
            return {};
        // The tables without their end, then the picture without its beginning.
        std::vector<unsigned char> stream(tables, tables + tablesSize - 2);
        stream.insert(stream.end(), raw.begin() + 2, raw.end());
        tiles.push_back(std::move(stream));
    }
    return tiles;
}

/// Every tile decoded, and encoded as often as a pyramid has tiles: four times for three.
void benchLimit(const fs::path& path)
{
    const auto tiles = jpegTiles(path);
    if (tiles.empty()) {
        std::fprintf(stderr, "%s has no JPEG tiles with shared tables\n", path.c_str());
        return;
    }
    std::atomic<std::size_t> next = 0;
    const double seconds = bestSeconds(kRuns, [&] {
        next = 0;
        parallelFor(threadCount(0), [&](std::size_t) {
            const tjhandle decoder = tjInitDecompress();
            JpegEncoder encoder(85, ChromaSubsampling::S420);
            BgrxImage image = makeBgrxImage(kTileSize, kTileSize);
            for (std::size_t i = next++; i < tiles.size(); i = next++) {
                tjDecompress2(decoder, tiles[i].data(), tiles[i].size(), image.pixels.data, kTileSize,
                              static_cast<int>(image.pixels.step), kTileSize, TJPF_BGRX, TJFLAG_ACCURATEDCT);
                (void)encoder.encode(image);
                if (i % 3 == 0)
                    (void)encoder.encode(image);
            }
            tjDestroy(decoder);
        });
    });
    print("export_libjpeg_turbo_limit", seconds, "s");
}

}

int main(int argc, char** argv)
{
    const fs::path folder = fs::temp_directory_path() / ("isostain-bench-" + std::to_string(getpid()));
    fs::create_directory(folder);
    if (argc > 2 && std::string(argv[1]) == "--limit")
        benchLimit(argv[2]);
    else if (argc > 1)
        benchSlide(argv[1], folder);
    else
        benchWriter(folder);
    fs::remove_all(folder);
}
