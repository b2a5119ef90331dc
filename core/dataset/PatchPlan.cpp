#include "dataset/PatchPlan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <tuple>

#include "base/Parallel.h"
#include "base/Sha256.h"
#include "export/SourceHash.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::array kClasses = {PatchClass::Tumor, PatchClass::Normal, PatchClass::Unlabelled};

Result<void> checkDraw(const PatchDraw& draw)
{
    const PatchOptions& options = draw.patches;
    if (!(options.mpp >= 0.02 && options.mpp <= 100))
        return fail(ErrorCode::InvalidArgument, "The pixel size of the patches", "0.02 to 100 micrometers");
    if (options.size < 16 || options.size > 4096)
        return fail(ErrorCode::InvalidArgument, "The size of the patches", "16 to 4096 pixels");
    if (options.sourceMpp && !(*options.sourceMpp >= 0.02 && *options.sourceMpp <= 100))
        return fail(ErrorCode::InvalidArgument, "The pixel size of the slides", "0.02 to 100 micrometers");
    if (!(options.tissueShare >= 0 && options.tissueShare <= 1))
        return fail(ErrorCode::InvalidArgument, "The share of tissue", "0 to 1");
    if (options.tumorShare && !(*options.tumorShare > 0 && *options.tumorShare <= 1))
        return fail(ErrorCode::InvalidArgument, "The share of tumor", "above 0, at most 1");
    if (draw.labelling == Labelling::None && draw.unlabelled == 0)
        return fail(ErrorCode::InvalidArgument, "The set of patches",
                    "without annotations there are no classes: ask for a number of unlabelled patches");
    std::set<std::string> parts;
    for (const SplitPart& part : draw.parts)
        parts.insert(part.name);
    for (const auto& [group, part] : draw.assigned)
        if (!parts.contains(part))
            return fail(ErrorCode::InvalidArgument, part, "it is no part of the split");
    return {};
}

const std::string& groupOf(const DatasetSlide& slide, SplitBy by)
{
    return by == SplitBy::Slide ? slide.name : by == SplitBy::Case ? slide.caseName : slide.center;
}

/// The part of each group. Groups whose part is given are not dealt.
Result<std::map<std::string, std::string>> partsOf(const DatasetSlides& slides, const PatchDraw& draw)
{
    std::vector<std::string> free;
    for (const DatasetSlide& slide : slides.slides)
        if (const std::string& group = groupOf(slide, draw.splitBy); !group.empty() && !draw.assigned.contains(group))
            free.push_back(group);
    auto parts = splitGroups(free, draw.parts, draw.seed);
    if (parts)
        parts->insert(draw.assigned.begin(), draw.assigned.end());
    return parts;
}

Result<std::string> slideSha256(const fs::path& path)
{
    const auto files = filesOfSlide(path);
    if (!files)
        return tl::unexpected(files.error());
    std::string all;
    for (const fs::path& file : *files) {
        auto hash = quickSha256OfFile(file);
        if (!hash)
            return hash;
        all += *hash;
    }
    return files->size() == 1 ? all : sha256Hex(std::as_bytes(std::span(all.data(), all.size())));
}

/// A slide with the cells that were drawn from it by the limit per slide.
struct DrawnSlide {
    PlannedSlide planned;
    std::array<std::vector<PatchCandidate>, 3> cells; ///< by class
};

std::uint64_t rankOf(std::uint64_t slideKey, PatchClass patchClass, PatchCandidate cell)
{
    const auto place = static_cast<std::uint64_t>(cell.row) << 32 | static_cast<std::uint32_t>(cell.column);
    // The unlabelled sample does not depend on what was drawn for the classes.
    return mixedKey(mixedKey(slideKey, patchClass == PatchClass::Unlabelled ? 1 : 0), place);
}

/// Those of lowest rank.
void limit(std::vector<PatchCandidate>& cells, std::size_t most, std::uint64_t slideKey, PatchClass patchClass)
{
    if (most == 0 || cells.size() <= most)
        return;
    std::sort(cells.begin(), cells.end(), [&](const PatchCandidate& a, const PatchCandidate& b) {
        return std::tuple(rankOf(slideKey, patchClass, a), a.row, a.column) <
               std::tuple(rankOf(slideKey, patchClass, b), b.row, b.column);
    });
    cells.resize(most);
}

std::size_t mostOfSlide(const PatchDraw& draw, PatchClass patchClass)
{
    const std::size_t all = patchClass == PatchClass::Unlabelled ? draw.unlabelled : draw.perClass;
    return draw.perSlide == 0 ? all : all == 0 ? draw.perSlide : std::min(all, draw.perSlide);
}

Result<DrawnSlide> drawSlide(const DatasetSlide& about, std::string part, const PatchDraw& draw, const JobControl& control)
{
    const auto slide = openSlide(about.path);
    if (!slide)
        return tl::unexpected(slide.error());
    auto candidates = patchCandidates(**slide, about, draw.labelling, draw.patches, control);
    if (!candidates)
        return tl::unexpected(candidates.error());
    DrawnSlide drawn{{about, std::move(part), candidates->canvas, {}, {}},
                     {std::move(candidates->tumor), std::move(candidates->normal), {}}};
    if (draw.unlabelled > 0)
        drawn.cells[2] = std::move(candidates->tissue);
    const std::uint64_t key = stableKey(draw.seed, about.name);
    for (const PatchClass each : kClasses)
        limit(drawn.cells[static_cast<std::size_t>(each)], mostOfSlide(draw, each), key, each);
    auto hash = slideSha256(about.path);
    if (!hash)
        return tl::unexpected(hash.error());
    drawn.planned.sha256 = *std::move(hash);
    if (about.annotations) {
        auto annotated = sha256OfFile(*about.annotations, control.stop);
        if (!annotated)
            return tl::unexpected(annotated.error());
        drawn.planned.annotationsSha256 = *std::move(annotated);
    }
    return drawn;
}

struct Ranked {
    std::uint64_t rank;
    PlannedPatch patch;
};

bool isBefore(const PlannedPatch& a, const PlannedPatch& b)
{
    return std::tuple(a.slide, a.patchClass, a.cell.row, a.cell.column) <
           std::tuple(b.slide, b.patchClass, b.cell.row, b.cell.column);
}

/// All of one class in one part, by rank.
std::vector<Ranked> rankedOf(const std::vector<DrawnSlide>& slides, const std::string& part, PatchClass patchClass,
                             std::uint64_t seed)
{
    std::vector<Ranked> all;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        if (slides[i].planned.part != part)
            continue;
        const std::uint64_t key = stableKey(seed, slides[i].planned.slide.name);
        for (const PatchCandidate& cell : slides[i].cells[static_cast<std::size_t>(patchClass)])
            all.push_back({rankOf(key, patchClass, cell), {i, patchClass, cell}});
    }
    std::sort(all.begin(), all.end(),
              [](const Ranked& a, const Ranked& b) { return a.rank != b.rank ? a.rank < b.rank : isBefore(a.patch, b.patch); });
    return all;
}

void drawPart(const std::vector<DrawnSlide>& slides, const std::string& part, const PatchDraw& draw,
              std::vector<PlannedPatch>& patches)
{
    std::array<std::vector<Ranked>, 3> all;
    std::array<std::size_t, 3> wanted{};
    for (const PatchClass each : kClasses) {
        const auto index = static_cast<std::size_t>(each);
        all[index] = rankedOf(slides, part, each, draw.seed);
        const std::size_t most = each == PatchClass::Unlabelled ? draw.unlabelled : draw.perClass;
        wanted[index] = most == 0 ? all[index].size() : std::min(most, all[index].size());
    }
    if (draw.balance == Balance::Yes)
        wanted[0] = wanted[1] = std::min(wanted[0], wanted[1]);
    for (std::size_t index = 0; index < all.size(); ++index)
        for (std::size_t i = 0; i < wanted[index]; ++i)
            patches.push_back(all[index][i].patch);
}

}

Result<PatchPlan> planPatches(const DatasetSlides& slides, const PatchDraw& draw, const JobControl& control)
{
    if (const auto checked = checkDraw(draw); !checked)
        return tl::unexpected(checked.error());
    const auto parts = partsOf(slides, draw);
    if (!parts)
        return tl::unexpected(parts.error());

    const std::size_t count = slides.slides.size();
    std::vector<Result<DrawnSlide>> results(count, Result<DrawnSlide>(fail(ErrorCode::Cancelled)));
    std::mutex mutex;
    std::size_t done = 0;
    parallelFor(
        count,
        [&](std::size_t i) {
            const DatasetSlide& slide = slides.slides[i];
            if (const auto part = parts->find(groupOf(slide, draw.splitBy)); part == parts->end())
                results[i] = fail(ErrorCode::InvalidArgument, slide.name, "its center is unknown");
            else
                results[i] = drawSlide(slide, part->second, draw, control);
            const std::lock_guard lock(mutex);
            control.report(++done, count);
        },
        control.threads, control.stop);
    if (control.stopRequested())
        return fail(ErrorCode::Cancelled);

    PatchPlan plan{draw, {}, {}, slides.skipped};
    std::vector<DrawnSlide> drawn;
    std::map<std::string, std::string> known; // copies of a slide under another name would leak from part to part
    for (std::size_t i = 0; i < count; ++i) {
        if (results[i] && known.emplace(results[i]->planned.sha256, slides.slides[i].name).second)
            drawn.push_back(*std::move(results[i]));
        else if (results[i])
            plan.skipped.push_back({slides.slides[i].name, "it is a copy of " + known[results[i]->planned.sha256]});
        else if (count == 1)
            return tl::unexpected(results[i].error());
        else
            plan.skipped.push_back({slides.slides[i].name, describe(results[i].error())});
    }
    for (const SplitPart& part : draw.parts)
        drawPart(drawn, part.name, draw, plan.patches);
    if (plan.patches.empty())
        return fail(ErrorCode::TrainingDataInvalid, "The list of slides",
                    plan.skipped.empty()
                        ? "no patch shows enough tissue of a class that is wanted, or one class has none to balance the other"
                        : plan.skipped.front().name + ": " + plan.skipped.front().reason);
    std::sort(plan.patches.begin(), plan.patches.end(), isBefore);
    for (DrawnSlide& slide : drawn)
        plan.slides.push_back(std::move(slide.planned));
    return plan;
}

std::size_t countOf(const PatchPlan& plan, const std::string& part, PatchClass patchClass)
{
    return static_cast<std::size_t>(std::count_if(plan.patches.begin(), plan.patches.end(), [&](const PlannedPatch& patch) {
        return patch.patchClass == patchClass && plan.slides[patch.slide].part == part;
    }));
}

}
