#include "demo/LabelledTiles.h"

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/Parallel.h"
#include "demo/Hash.h"
#include "demo/HeArchitecture.h"
#include "demo/Tissue.h"
#include "image/Guarded.h"
#include "image/ImageFile.h"

namespace isostain::demo {

namespace fs = std::filesystem;

namespace {

constexpr int kSectionSize = 6144;
constexpr int kRenderedSize = 2 * kLabelledTileSize; ///< at 0.25 um per pixel
constexpr std::array kSplits{"train", "test"};
constexpr std::array kClasses{"normal", "tumor"};
constexpr std::array kScanners{"a", "b"};

/// Mean atypia of a tile's glands: between the two it is neither.
constexpr float kTumorAtypia = 0.5f;
constexpr float kNormalAtypia = 0.4f;

enum class TileClass { Normal, Tumor };

/// A section: its looks, and what lies where in it.
struct Section {
    explicit Section(std::uint32_t seed)
        : generator({Stain::HematoxylinEosin, kSectionSize, kSectionSize, seed}),
          architecture(kSectionSize, kSectionSize, seed)
    {
    }

    TissueGenerator generator;
    HeArchitecture architecture;
};

struct TilePlace {
    std::size_t section = 0;
    Area area;
};

/// What a tile shows, by the plan of the section; nothing where it is neither surely the one nor the other, or where pen, a
/// fold or the tissue's edge is in it.
std::optional<TileClass> classOf(const HeArchitecture& architecture, const Area& area)
{
    constexpr int kStep = 32;
    int points = 0, inGlands = 0;
    float atypia = 0;
    for (int y = area.y; y <= area.y + area.height; y += kStep)
        for (int x = area.x; x <= area.x + area.width; x += kStep) {
            const HeSite site = architecture.siteAt({static_cast<float>(x), static_cast<float>(y)});
            if (site.tissue < 20 || site.pen > -30 || site.fold > -0.6f || site.fat > 0.3f)
                return std::nullopt;
            ++points;
            if (site.gland <= 0)
                continue;
            ++inGlands;
            atypia += site.atypia;
        }
    if (3 * inGlands < points)
        return std::nullopt;
    const float mean = atypia / static_cast<float>(inGlands);
    if (mean >= kTumorAtypia)
        return TileClass::Tumor;
    return mean <= kNormalAtypia ? std::optional(TileClass::Normal) : std::nullopt;
}

class LabelledWriter {
public:
    LabelledWriter(const fs::path& folder, const LabelledTilesOptions& options, const JobControl& control)
        : m_folder(folder),
          m_options(options),
          m_control(control)
    {
    }

    Result<void> write()
    {
        for (std::size_t split = 0; split < kSplits.size(); ++split) {
            makeSections(split);
            // Both at first, so that sections that hold too few leave nothing half done.
            const auto normal = findPlaces(split, TileClass::Normal);
            const auto tumor = findPlaces(split, TileClass::Tumor);
            if (!normal || !tumor)
                return tl::unexpected(normal ? tumor.error() : normal.error());
            for (const auto& [tileClass, places] :
                 {std::pair(TileClass::Normal, &*normal), std::pair(TileClass::Tumor, &*tumor)})
                if (auto written = writeClass(split, tileClass, *places); !written)
                    return written;
        }
        return {};
    }

private:
    void makeSections(std::size_t split)
    {
        m_sections.clear();
        for (int i = 0; i < m_options.sections; ++i)
            m_sections.emplace_back(hashAt(i, static_cast<int>(split), m_options.seed ^ 0x6c61u));
    }

    Result<void> writeClass(std::size_t split, TileClass tileClass, const std::vector<TilePlace>& places)
    {
        for (const char* scanner : kScanners) {
            std::error_code error;
            fs::create_directories(folderOf(scanner, split, tileClass), error);
            if (error)
                return tl::unexpected(writeError(m_folder, error.value()));
        }
        std::vector<std::optional<Error>> errors(places.size());
        const bool isComplete = parallelFor(
            places.size(),
            [&](std::size_t i) {
                if (const auto written = guarded("a tile", [&] { return writeTile(split, tileClass, i, places[i]); }); !written)
                    errors[i] = written.error();
                const std::lock_guard lock(m_mutex);
                m_control.report(++m_done, static_cast<std::uint64_t>(m_options.perClass) * kSplits.size() * kClasses.size());
            },
            m_control.threads, m_control.stop);
        if (!isComplete)
            return fail(ErrorCode::Cancelled, m_folder.string());
        for (const auto& error : errors)
            if (error)
                return tl::unexpected(*error);
        return {};
    }

    /// Places that do not overlap, the same number from each section, drawn at random.
    Result<std::vector<TilePlace>> findPlaces(std::size_t split, TileClass tileClass) const
    {
        constexpr int kCells = kSectionSize / kRenderedSize;
        std::vector<std::vector<TilePlace>> bySection(m_sections.size());
        for (std::size_t section = 0; section < m_sections.size(); ++section) {
            for (int cell = 0; cell < kCells * kCells; ++cell) {
                const Area area{cell % kCells * kRenderedSize, cell / kCells * kRenderedSize, kRenderedSize, kRenderedSize};
                if (classOf(m_sections[section].architecture, area) == tileClass)
                    bySection[section].push_back({section, area});
            }
            Draws draws(hashAt(static_cast<int>(section), static_cast<int>(split), m_options.seed ^ 0x7069u));
            for (std::size_t i = bySection[section].size(); i > 1; --i)
                std::swap(bySection[section][i - 1], bySection[section][draws.bits() % i]);
        }
        std::vector<TilePlace> places;
        for (std::size_t rank = 0, before = 1; places.size() < static_cast<std::size_t>(m_options.perClass); ++rank) {
            before = places.size();
            for (const auto& candidates : bySection)
                if (rank < candidates.size() && places.size() < static_cast<std::size_t>(m_options.perClass))
                    places.push_back(candidates[rank]);
            if (places.size() == before)
                return fail(ErrorCode::InvalidArgument, "The number of tiles",
                            std::to_string(m_options.sections) + " sections hold " + std::to_string(places.size()) +
                                " tiles of class " + kClasses[static_cast<std::size_t>(tileClass)] + "; ask for more sections");
        }
        return places;
    }

    fs::path folderOf(const char* scanner, std::size_t split, TileClass tileClass) const
    {
        return m_folder / scanner / kSplits[split] / kClasses[static_cast<std::size_t>(tileClass)];
    }

    Result<void> writeTile(std::size_t split, TileClass tileClass, std::size_t index, const TilePlace& place) const
    {
        std::string number = std::to_string(index + 1);
        number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
        const auto images = m_sections[place.section].generator.renderBoth(place.area);
        for (std::size_t scanner = 0; scanner < kScanners.size(); ++scanner)
            if (auto written =
                    writePng(toRgb(halved(images[scanner])), folderOf(kScanners[scanner], split, tileClass) / (number + ".png"),
                             m_options.overwrite);
                !written)
                return written;
        return {};
    }

    fs::path m_folder;
    const LabelledTilesOptions& m_options;
    const JobControl& m_control;
    std::vector<Section> m_sections;
    std::mutex m_mutex;
    std::uint64_t m_done = 0;
};

}

Result<void> writeLabelledTiles(const fs::path& folder, const LabelledTilesOptions& options, const JobControl& control)
{
    if (options.perClass < 1 || options.perClass > 99'999)
        return fail(ErrorCode::InvalidArgument, "The number of tiles", "1 to 99,999 of each class");
    if (options.sections < 1 || options.sections > 1000)
        return fail(ErrorCode::InvalidArgument, "The number of sections", "1 to 1,000");
    return guarded("the labelled tiles", [&] { return LabelledWriter(folder, options, control).write(); });
}

}
