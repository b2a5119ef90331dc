#include "dataset/PatchSet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <mutex>
#include <optional>
#include <set>
#include <system_error>

#include <nlohmann/json.hpp>

#include "base/Parallel.h"
#include "base/Version.h"
#include "export/NumberText.h"
#include "image/ImageFile.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

namespace {

constexpr const char* kFormat = "isostain-patches";
constexpr std::array kClasses = {PatchClass::Tumor, PatchClass::Normal, PatchClass::Unlabelled};
constexpr std::uintmax_t kMaxRecipeBytes = std::uintmax_t(64) << 20;

/// Top left corner and size, level-0 pixels.
PixelRect level0Rect(const CellGrid& cells, const PatchCandidate& cell)
{
    return {std::llround(cell.column * cells.cellWidth), std::llround(cell.row * cells.cellHeight),
            std::llround(cells.cellWidth), std::llround(cells.cellHeight)};
}

const char* splitByName(SplitBy by)
{
    return by == SplitBy::Slide ? "slide" : by == SplitBy::Case ? "case" : "center";
}

ordered_json optionsJson(const PatchDraw& draw)
{
    const PatchOptions& options = draw.patches;
    ordered_json json = {{"mpp", options.mpp}, {"size", options.size}};
    if (options.sourceMpp)
        json["sourceMpp"] = *options.sourceMpp;
    if (draw.labelling == Labelling::ByAnnotations) {
        json["tumorNames"] = options.names.tumor;
        json["excludedNames"] = options.names.excluded;
        if (options.tumorShare)
            json["tumorShare"] = *options.tumorShare;
        else
            json["tumorAt"] = "center";
    }
    json["tissueShare"] = options.tissueShare;
    json["balance"] = draw.balance == Balance::Yes;
    json["perClass"] = draw.perClass;
    json["perSlide"] = draw.perSlide;
    json["unlabelled"] = draw.unlabelled;
    json["splitBy"] = splitByName(draw.splitBy);
    for (const SplitPart& part : draw.parts)
        json["split"][part.name] = part.weight;
    if (!draw.assigned.empty())
        json["assigned"] = draw.assigned;
    return json;
}

ordered_json slideJson(const PlannedSlide& planned)
{
    const DatasetSlide& slide = planned.slide;
    ordered_json json = {{"name", slide.name}, {"part", planned.part}, {"case", slide.caseName}};
    if (!slide.center.empty())
        json["center"] = slide.center;
    json["mpp"] = planned.canvas.mpp;
    json["quickSha256"] = planned.sha256;
    if (!planned.annotationsSha256.empty())
        json["annotationsSha256"] = planned.annotationsSha256;
    if (slide.annotated == AnnotatedTumor::Some)
        json["annotated"] = "some";
    return json;
}

std::string manifestLine(const PatchPlan& plan, const PlannedPatch& patch)
{
    const PlannedSlide& planned = plan.slides[patch.slide];
    const PixelRect rect = level0Rect(planned.canvas.cells, patch.cell);
    std::string line = patchPath(plan, patch).generic_string() + "\t" + planned.slide.name;
    for (const std::int64_t number : {rect.x, rect.y, rect.width, rect.height})
        line += "\t" + std::to_string(number);
    return line + "\t" + numberText(planned.canvas.mpp) + "\t" + nameOf(patch.patchClass) + "\t" + planned.part + "\n";
}

std::optional<std::string> textOf(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_regular_file(path, error) || fs::file_size(path, error) > kMaxRecipeBytes || error)
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The names of the parts of a set that lies there; nothing where its recipe is none of ours.
std::optional<std::vector<std::string>> partsOfSet(const std::string& recipe)
{
    constexpr int kMaxDepth = 16;
    const auto json = nlohmann::json::parse(
        recipe, [](int depth, nlohmann::json::parse_event_t, const nlohmann::json&) { return depth <= kMaxDepth; }, false);
    try {
        if (json.is_discarded() || json.at("format") != kFormat)
            return std::nullopt;
        std::string split;
        for (const auto& [name, weight] : json.at("options").at("split").items())
            split += (split.empty() ? "" : ",") + name + "=1";
        const auto parts = parseSplit(split); // which takes no name that would lead out of the folder
        if (!parts)
            return std::nullopt;
        std::vector<std::string> names;
        for (const SplitPart& part : *parts)
            names.push_back(part.name);
        return names;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

/// The manifest goes first and the recipe last: what is left of a removal that was cut off is still known as a set.
Result<void> removeSet(const fs::path& folder, const std::vector<std::string>& parts)
{
    std::vector<fs::path> paths = {folder / kPatchManifestFile};
    for (const std::string& part : parts) {
        paths.push_back(folder / part / nameOf(PatchClass::Tumor));
        paths.push_back(folder / part / nameOf(PatchClass::Normal));
        paths.push_back(folder / nameOf(PatchClass::Unlabelled) / part);
    }
    paths.push_back(folder / kPatchRecipeFile);
    for (const fs::path& path : paths) {
        std::error_code error;
        fs::remove_all(path, error);
        if (error)
            return fail(ErrorCode::DeletionFailed, path.string(), error.message());
    }
    return {};
}

/// Makes the folder one that this recipe may write to, with the recipe in it.
Result<void> prepare(const fs::path& folder, const std::string& recipe, Overwrite overwrite)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return tl::unexpected(writeError(folder, error.value()));
    removeAbandoned(folder / kPatchRecipeFile);
    const auto there = textOf(folder / kPatchRecipeFile);
    if (there == recipe)
        return {};
    if (!there && fs::is_empty(folder, error) && !error)
        return writeFileAtomically(folder / kPatchRecipeFile, recipe, Overwrite::No);
    const auto parts = there ? partsOfSet(*there) : std::nullopt;
    if (!parts)
        return fail(ErrorCode::OutputExists, folder.string(), "it holds something else than patches");
    if (overwrite == Overwrite::No)
        return fail(ErrorCode::OutputExists, folder.string(), "its patches are of other slides or made in another way");
    if (auto removed = removeSet(folder, *parts); !removed)
        return removed;
    return writeFileAtomically(folder / kPatchRecipeFile, recipe, Overwrite::No);
}

Result<void> makeFolders(const PatchPlan& plan, const fs::path& folder)
{
    std::set<fs::path> folders;
    for (const PlannedPatch& patch : plan.patches)
        folders.insert(folder / patchPath(plan, patch).parent_path());
    for (const fs::path& each : folders) {
        std::error_code error;
        fs::create_directories(each, error);
        if (error)
            return tl::unexpected(writeError(each, error.value()));
    }
    return {};
}

/// What became of a patch: an error that is only its own, or one that ends all.
struct PatchFailure {
    Error error;
    enum class Scope { Patch, All } scope;
};

std::optional<PatchFailure> writePatch(const Slide& slide, const PatchPlan& plan, const PlannedPatch& patch,
                                       const fs::path& path, const std::stop_token& stop)
{
    const int size = plan.draw.patches.size;
    const PixelRect rect{std::int64_t(patch.cell.column) * size, std::int64_t(patch.cell.row) * size, size, size};
    const auto pixels = readCanvas(slide, plan.slides[patch.slide].canvas.canvas, rect, stop);
    if (!pixels)
        return PatchFailure{pixels.error(), PatchFailure::Scope::All};
    if (!pixels->unreadable.empty())
        return PatchFailure{{ErrorCode::TileUnreadable, slide.info().path.string(), {}}, PatchFailure::Scope::Patch};
    if (const auto written = writePng(pixels->image, path, Overwrite::Yes); !written)
        return PatchFailure{written.error(), PatchFailure::Scope::All};
    return std::nullopt;
}

/// Writes what is missing of a plan, slide by slide.
class PatchWriter {
public:
    PatchWriter(const PatchPlan& plan, const fs::path& folder, const JobControl& control)
        : m_plan(plan),
          m_folder(folder),
          m_control(control),
          m_isThere(plan.patches.size())
    {
    }

    Result<void> run()
    {
        for (std::size_t begin = 0; begin < m_plan.patches.size();) {
            std::size_t end = begin;
            while (end < m_plan.patches.size() && m_plan.patches[end].slide == m_plan.patches[begin].slide)
                ++end;
            if (auto written = writeSlide(begin, end); !written)
                return written;
            begin = end;
        }
        return {};
    }

    const PatchSetResult& result() const { return m_result; }

    std::string manifest() const
    {
        std::string text = "patch\tslide\tx\ty\twidth\theight\tmpp\tclass\tsplit\n";
        for (std::size_t i = 0; i < m_plan.patches.size(); ++i)
            if (m_isThere[i] != 0)
                text += manifestLine(m_plan, m_plan.patches[i]);
        return text;
    }

private:
    fs::path pathOf(std::size_t index) const { return m_folder / patchPath(m_plan, m_plan.patches[index]); }

    Result<void> writeSlide(std::size_t begin, std::size_t end)
    {
        std::vector<std::size_t> missing;
        for (std::size_t i = begin; i < end; ++i) {
            std::error_code error;
            if (fs::is_regular_file(pathOf(i), error)) {
                m_isThere[i] = 1;
                ++m_result.wereThere;
            } else {
                missing.push_back(i);
            }
        }
        m_done += end - begin - missing.size();
        if (missing.empty())
            return {};
        const auto slide = openSlide(m_plan.slides[m_plan.patches[begin].slide].slide.path);
        if (!slide)
            return tl::unexpected(slide.error());
        parallelFor(
            missing.size(),
            [&](std::size_t i) {
                if (!hasFailed())
                    take(missing[i],
                         writePatch(**slide, m_plan, m_plan.patches[missing[i]], pathOf(missing[i]), m_control.stop));
            },
            m_control.threads, m_control.stop);
        if (m_control.stopRequested())
            return fail(ErrorCode::Cancelled);
        return m_failure ? Result<void>(tl::unexpected(*m_failure)) : Result<void>();
    }

    bool hasFailed()
    {
        const std::lock_guard lock(m_mutex);
        return m_failure.has_value();
    }

    void take(std::size_t index, const std::optional<PatchFailure>& failure)
    {
        const std::lock_guard lock(m_mutex);
        if (!failure) {
            m_isThere[index] = 1;
            ++m_result.written;
        } else if (failure->scope == PatchFailure::Scope::Patch) {
            m_result.skipped.push_back({patchPath(m_plan, m_plan.patches[index]).string(), describe(failure->error)});
        } else if (!m_failure) {
            m_failure = failure->error;
        }
        m_control.report(++m_done, m_plan.patches.size());
    }

    const PatchPlan& m_plan;
    const fs::path& m_folder;
    const JobControl& m_control;
    std::vector<char> m_isThere;
    PatchSetResult m_result;
    std::mutex m_mutex; ///< guards what follows, and the above, while patches are written
    std::size_t m_done = 0;
    std::optional<Error> m_failure;
};

}

fs::path patchPath(const PatchPlan& plan, const PlannedPatch& patch)
{
    const PlannedSlide& planned = plan.slides[patch.slide];
    const PixelRect rect = level0Rect(planned.canvas.cells, patch.cell);
    const std::string name = planned.slide.name + "_" + std::to_string(rect.x) + "_" + std::to_string(rect.y) + ".png";
    if (patch.patchClass == PatchClass::Unlabelled)
        return fs::path(nameOf(patch.patchClass)) / planned.part / name;
    return fs::path(planned.part) / nameOf(patch.patchClass) / name;
}

std::string recipeJson(const PatchPlan& plan)
{
    ordered_json json = {{"format", kFormat}, {"version", 1}, {"programVersion", kVersion}, {"seed", plan.draw.seed}};
    json["options"] = optionsJson(plan.draw);
    json["slides"] = ordered_json::array();
    for (const PlannedSlide& slide : plan.slides)
        json["slides"].push_back(slideJson(slide));
    for (const SplitPart& part : plan.draw.parts)
        for (const PatchClass each : kClasses)
            json["patches"][part.name][nameOf(each)] = countOf(plan, part.name, each);
    json["skipped"] = ordered_json::array();
    for (const SkippedItem& item : plan.skipped)
        json["skipped"].push_back({{"slide", item.name}});
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<PatchSetResult> writePatchSet(const PatchPlan& plan, const fs::path& folder, Overwrite overwrite,
                                     const JobControl& control)
{
    if (const auto prepared = prepare(folder, recipeJson(plan), overwrite); !prepared)
        return tl::unexpected(prepared.error());
    if (const auto made = makeFolders(plan, folder); !made)
        return tl::unexpected(made.error());
    std::vector<fs::path> paths = {folder / kPatchManifestFile};
    for (const PlannedPatch& patch : plan.patches)
        paths.push_back(folder / patchPath(plan, patch));
    removeAbandoned(paths);

    PatchWriter writer(plan, folder, control);
    if (const auto written = writer.run(); !written)
        return tl::unexpected(written.error());
    if (const auto written = writeFileAtomically(folder / kPatchManifestFile, writer.manifest(), Overwrite::Yes); !written)
        return tl::unexpected(written.error());
    PatchSetResult result = writer.result();
    std::sort(result.skipped.begin(), result.skipped.end(),
              [](const SkippedItem& a, const SkippedItem& b) { return a.name < b.name; });
    return result;
}

}
