#include "demo/DemoSet.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numbers>
#include <optional>
#include <string>
#include <system_error>
#include <thread>

#include "base/Parallel.h"
#include "demo/Hash.h"
#include "demo/PairedTiles.h"
#include "export/PyramidTiff.h"
#include "image/Guarded.h"
#include "image/ImageFile.h"
#include "normalize/ProfileNames.h"

namespace isostain::demo {

namespace fs = std::filesystem;

namespace {

/// "he" or "pap": in file names and descriptions.
std::string stainKey(Stain stain)
{
    return std::string(named(stain).key);
}

constexpr int kMaxSize = 200'000;
constexpr double kMaxMisalign = 64;

char letterOf(ScannerId scanner)
{
    return scanner == ScannerId::A ? 'a' : 'b';
}

std::string describe(const TissueOptions& tissue, ScannerId scanner)
{
    const std::string letter(1, scanner == ScannerId::A ? 'A' : 'B');
    return std::string("Isostain demo slide: generated, not scanned\n") + "isostain.demo.stain=" + stainKey(tissue.stain) +
           "\nisostain.demo.scanner=" + letter + "\nisostain.demo.seed=" + std::to_string(tissue.seed) +
           "\nisostain.objective-power=" + std::to_string(kDemoObjectivePower) + "\nisostain.mpp-x=0.25\nisostain.mpp-y=0.25\n";
}

/// Adds up the progress of tasks that run side by side.
class SharedProgress {
public:
    SharedProgress(const JobControl& control, std::size_t tasks, std::uint64_t total)
        : m_control(control),
          m_done(tasks),
          m_total(total)
    {
    }

    void update(std::size_t task, std::uint64_t done)
    {
        const std::lock_guard lock(m_mutex);
        m_done[task] = done;
        report();
    }
    void add(std::size_t task)
    {
        const std::lock_guard lock(m_mutex);
        ++m_done[task];
        report();
    }

private:
    void report() const
    {
        std::uint64_t sum = 0;
        for (const std::uint64_t part : m_done)
            sum += part;
        m_control.report(sum, m_total);
    }

    const JobControl& m_control;
    std::mutex m_mutex;
    std::vector<std::uint64_t> m_done;
    std::uint64_t m_total;
};

/// How far scanner B is shifted at one place (or for a whole slide).
struct Shift {
    double x = 0;
    double y = 0;
};

Shift shiftOf(double misalign, std::uint32_t hash)
{
    Draws draws(hash);
    const double angle = 2 * std::numbers::pi * static_cast<double>(draws.unit());
    const double length = misalign * std::sqrt(static_cast<double>(draws.unit()));
    return {length * std::cos(angle), length * std::sin(angle)};
}

/// An area as scanner B sees it through a shift: resampled between whole pixels, bilinear.
BgrxImage renderShifted(const TissueGenerator& generator, const Area& area, Shift shift)
{
    const int wholeX = static_cast<int>(std::floor(shift.x));
    const int wholeY = static_cast<int>(std::floor(shift.y));
    const int fx = static_cast<int>(256 * (shift.x - wholeX));
    const int fy = static_cast<int>(256 * (shift.y - wholeY));
    const BgrxImage source =
        generator.render({area.x + wholeX, area.y + wholeY, area.width + 1, area.height + 1}, ScannerId::B);
    BgrxImage shifted = makeBgrxImage(area.width, area.height);
    for (int y = 0; y < area.height; ++y) {
        const auto* upper = source.pixels.ptr<std::uint8_t>(y);
        const auto* lower = source.pixels.ptr<std::uint8_t>(y + 1);
        auto* out = shifted.pixels.ptr<std::uint8_t>(y);
        for (int i = 0; i < 4 * area.width; ++i) {
            const int top = upper[i] * (256 - fx) + upper[i + 4] * fx;
            const int bottom = lower[i] * (256 - fx) + lower[i + 4] * fx;
            out[i] = static_cast<std::uint8_t>((top * (256 - fy) + bottom * fy + (1 << 15)) >> 16);
        }
    }
    return shifted;
}

/// Share of pixels that are clearly darker than the glass.
double shareOfTissue(const BgrxImage& image)
{
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += (image.row(y)[x] >> 8 & 0xFF) < 215 ? 1 : 0;
    return static_cast<double>(dark) / (image.width() * image.height());
}

/// A place for tile `index` with something on it, found by trying; the best of the tries where all are nearly blank.
Area placeOfTile(const TissueGenerator& generator, int index)
{
    constexpr int kTries = 12;
    const TissueOptions& tissue = generator.options();
    const double wanted = tissue.stain == Stain::Papanicolaou ? 0.12 : 0.45;
    Draws draws(hashAt(index, 0, tissue.seed ^ 0x7469u));
    Area best;
    double most = -1;
    for (int i = 0; i < kTries && most < wanted; ++i) {
        const Area area{static_cast<int>(draws.unit() * static_cast<float>(std::max(1, tissue.width - kDemoTileSize))),
                        static_cast<int>(draws.unit() * static_cast<float>(std::max(1, tissue.height - kDemoTileSize))),
                        kDemoTileSize, kDemoTileSize};
        const double share = shareOfTissue(generator.render(area, ScannerId::A));
        if (share > most) {
            most = share;
            best = area;
        }
    }
    return best;
}

class SetWriter {
public:
    SetWriter(const fs::path& folder, const DemoSetOptions& options, const JobControl& control)
        : m_folder(folder),
          m_options(options),
          m_control(control),
          m_generator(options.tissue),
          m_pairs(m_generator, kDemoTileSize),
          m_progress(control, options.slides.size() + 1, total()),
          m_forward(control.stop, [this] { m_stop.request_stop(); })
    {
    }

    Result<std::vector<fs::path>> write()
    {
        if (auto made = makeFolders(); !made)
            return tl::unexpected(made.error());
        writeSlides();
        if (!m_error)
            writeTiles();
        if (m_error)
            return tl::unexpected(*m_error);
        std::vector<fs::path> slides;
        for (const ScannerId scanner : m_options.slides)
            slides.push_back(slidePath(scanner));
        return slides;
    }

private:
    std::uint64_t tilesPerSlide() const
    {
        const auto count = [](int size) {
            return static_cast<std::uint64_t>((size + kDemoTileSize - 1) / kDemoTileSize);
        };
        return count(m_options.tissue.width) * count(m_options.tissue.height);
    }
    std::uint64_t total() const
    {
        return m_options.slides.size() * tilesPerSlide() + static_cast<std::uint64_t>(m_options.tiles);
    }
    fs::path slidePath(ScannerId scanner) const
    {
        return m_folder / ("demo-" + stainKey(m_options.tissue.stain) + "-scanner-" + letterOf(scanner) + ".tif");
    }
    fs::path tilePath(ScannerId scanner, int index) const
    {
        std::string number = std::to_string(index + 1);
        number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
        return m_folder / "tiles" / std::string(1, letterOf(scanner)) / (number + ".png");
    }

    Result<void> makeFolders() const
    {
        std::error_code error;
        fs::create_directories(m_folder, error);
        if (m_options.tiles > 0)
            for (const char* name : {"a", "b"})
                if (!error)
                    fs::create_directories(m_folder / "tiles" / name, error);
        if (error)
            return tl::unexpected(writeError(m_folder, error.value()));
        return {};
    }

    void writeSlides()
    {
        std::vector<std::jthread> writers;
        for (std::size_t i = 0; i < m_options.slides.size(); ++i)
            writers.emplace_back([this, i] {
                if (const auto written = writeSlide(i); !written)
                    giveUp(written.error());
            });
    }

    Result<void> writeSlide(std::size_t index)
    {
        const ScannerId scanner = m_options.slides[index];
        PyramidTiffOptions options;
        options.quality = m_options.quality;
        options.tileSize = kDemoTileSize;
        options.mppX = options.mppY = kDemoMpp;
        options.description = demo::describe(m_options.tissue, scanner);
        options.overwrite = m_options.overwrite;
        const JobControl control{m_stop.get_token(),
                                 [this, index](const Progress& progress) { m_progress.update(index, progress.done); },
                                 m_control.threads};
        const auto tile = [this, scanner](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            return guarded("the demo slide", [&]() -> Result<BgrxImage> { return slideTile(column, row, scanner); });
        };
        return writePyramidTiff(slidePath(scanner), m_options.tissue.width, m_options.tissue.height, tile, options, control);
    }

    BgrxImage slideTile(int column, int row, ScannerId scanner)
    {
        if (m_options.slides.size() == 2 && m_options.misalign == 0)
            return m_pairs.tile(column, row, scanner);
        const int x = column * kDemoTileSize;
        const int y = row * kDemoTileSize;
        const Area area{x, y, std::min(kDemoTileSize, m_options.tissue.width - x),
                        std::min(kDemoTileSize, m_options.tissue.height - y)};
        if (scanner == ScannerId::A || m_options.misalign == 0)
            return m_generator.render(area, scanner);
        return renderShifted(m_generator, area, shiftOf(m_options.misalign, mixBits(m_options.tissue.seed ^ 0x736cu)));
    }

    void writeTiles()
    {
        const bool all = parallelFor(
            static_cast<std::size_t>(m_options.tiles),
            [this](std::size_t i) {
                if (const auto written = writeTilePair(static_cast<int>(i)); !written)
                    giveUp(written.error());
                m_progress.add(m_options.slides.size());
            },
            m_control.threads, m_stop.get_token());
        if (!all)
            giveUp({ErrorCode::Cancelled, m_folder.string(), {}});
    }

    Result<void> writeTilePair(int index)
    {
        const Area area = placeOfTile(m_generator, index);
        auto images = m_generator.renderBoth(area);
        if (m_options.misalign > 0)
            images[1] = renderShifted(m_generator, area, shiftOf(m_options.misalign, hashAt(index, 1, m_options.tissue.seed)));
        for (const ScannerId scanner : {ScannerId::A, ScannerId::B})
            if (auto written =
                    writePng(toRgb(images[static_cast<std::size_t>(scanner)]), tilePath(scanner, index), m_options.overwrite);
                !written)
                return written;
        return {};
    }

    /// Keeps the first error and stops the rest.
    void giveUp(const Error& error)
    {
        {
            const std::lock_guard lock(m_errorMutex);
            if (!m_error)
                m_error = error;
        }
        m_stop.request_stop();
    }

    fs::path m_folder;
    const DemoSetOptions& m_options;
    const JobControl& m_control;
    TissueGenerator m_generator;
    PairedTiles m_pairs;
    SharedProgress m_progress;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_forward;
    std::mutex m_errorMutex;
    std::optional<Error> m_error;
};

}

Result<std::vector<fs::path>> writeDemoSet(const fs::path& folder, const DemoSetOptions& options, const JobControl& control)
{
    const auto isSize = [](int size) {
        return size >= kDemoTileSize && size <= kMaxSize;
    };
    if (!isSize(options.tissue.width) || !isSize(options.tissue.height))
        return fail(ErrorCode::InvalidArgument,
                    "The size " + std::to_string(options.tissue.width) + "x" + std::to_string(options.tissue.height),
                    "256 to 200000 pixels a side");
    if (options.tiles < 0)
        return fail(ErrorCode::InvalidArgument, "The number of tiles", "0 or more");
    if (!(options.misalign >= 0 && options.misalign <= kMaxMisalign))
        return fail(ErrorCode::InvalidArgument, "The misalignment", "0 to 64 pixels");
    return guarded("the demo set", [&] { return SetWriter(folder, options, control).write(); });
}

}
