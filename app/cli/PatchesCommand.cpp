#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "Commands.h"
#include "Console.h"
#include "base/EnumTable.h"
#include "dataset/DatasetLayouts.h"
#include "dataset/PatchSet.h"
#include "export/ExportPlan.h"

namespace isostain::cli {

namespace fs = std::filesystem;

namespace {

enum class Layout { Slides, Camelyon16, MitosAtypia };

template <typename Value>
struct NamedChoice {
    Value value;
    const char* key;
};

constexpr std::array kLayouts = {
    NamedChoice<Layout>{Layout::Slides, "slides"},
    NamedChoice<Layout>{Layout::Camelyon16, "camelyon16"},
    NamedChoice<Layout>{Layout::MitosAtypia, "mitos-atypia"},
};
static_assert(inEnumOrder(kLayouts, &NamedChoice<Layout>::value, Layout::MitosAtypia));

constexpr std::array kSplitBys = {
    NamedChoice<SplitBy>{SplitBy::Slide, "slide"},
    NamedChoice<SplitBy>{SplitBy::Case, "case"},
    NamedChoice<SplitBy>{SplitBy::Center, "center"},
};
static_assert(inEnumOrder(kSplitBys, &NamedChoice<SplitBy>::value, SplitBy::Center));

template <typename Rows>
std::vector<std::string> keysOf(const Rows& rows)
{
    std::vector<std::string> keys;
    for (const auto& row : rows)
        keys.emplace_back(row.key);
    return keys;
}

/// `key` is one of the rows': the command line is checked for it.
template <typename Rows>
auto valueOf(const Rows& rows, const std::string& key)
{
    for (const auto& row : rows)
        if (row.key == key)
            return row.value;
    return rows.front().value;
}

struct PatchesOptions {
    std::vector<std::string> paths;
    std::string annotations;
    std::string folder;
    std::string layout = "slides";
    std::string split;
    std::string splitBy;
    std::string assign;
    std::vector<std::string> tumor;
    std::vector<std::string> excluded;
    SlideNaming naming;
    PatchDraw draw;
    Overwrite overwrite = Overwrite::No;
    unsigned threads = 0;
};

/// What a layout does by default is what the paper did with it.
struct LayoutDefaults {
    const char* split;
    const char* splitBy;
    const char* assign;
};

LayoutDefaults defaultsOf(Layout layout)
{
    switch (layout) {
    case Layout::Camelyon16:
        return {"train=0.8,test=0.2", "center", "radboud=train,utrecht=test"};
    case Layout::MitosAtypia:
        return {"train=11,test=5", "case", ""};
    case Layout::Slides:
        break;
    }
    return {"train=1", "slide", ""};
}

Result<PatchDraw> drawOf(const PatchesOptions& options, Layout layout)
{
    const LayoutDefaults defaults = defaultsOf(layout);
    PatchDraw draw = options.draw;
    auto parts = parseSplit(options.split.empty() ? defaults.split : options.split);
    if (!parts)
        return tl::unexpected(parts.error());
    draw.parts = *std::move(parts);
    draw.splitBy = valueOf(kSplitBys, options.splitBy.empty() ? defaults.splitBy : options.splitBy);
    // The paper's centers are assigned unless the user deals in another way.
    const bool isOwnSplit = !options.split.empty() || !options.splitBy.empty();
    const std::string assign = !options.assign.empty() ? options.assign : isOwnSplit ? "" : defaults.assign;
    if (!assign.empty()) {
        auto assigned = parseAssignment(assign);
        if (!assigned)
            return tl::unexpected(assigned.error());
        draw.assigned = *std::move(assigned);
    }
    if (!options.tumor.empty())
        draw.patches.names.tumor = options.tumor;
    if (!options.excluded.empty())
        draw.patches.names.excluded = options.excluded;
    if (layout == Layout::Slides && options.annotations.empty())
        draw.labelling = Labelling::None;
    return draw;
}

Result<DatasetSlides> slidesOf(const PatchesOptions& options, Layout layout)
{
    if (layout == Layout::Camelyon16)
        return camelyon16Slides(options.paths.front());
    const auto found = findSlides({options.paths.begin(), options.paths.end()});
    if (!found)
        return tl::unexpected(found.error());
    const auto annotations = options.annotations.empty() ? std::nullopt : std::optional<fs::path>(options.annotations);
    return namedSlides(*found, annotations, options.naming);
}

void printSkipped(const std::vector<SkippedItem>& skipped)
{
    for (const SkippedItem& item : skipped)
        std::fprintf(stderr, "isostain-cli: %s is left out: %s\n", item.name.c_str(), item.reason.c_str());
}

void printPlan(const PatchPlan& plan)
{
    for (const SplitPart& part : plan.draw.parts) {
        std::size_t slides = 0, withoutAnnotations = 0;
        for (const PlannedSlide& slide : plan.slides)
            if (slide.part == part.name) {
                ++slides;
                withoutAnnotations += slide.slide.annotations ? 0 : 1;
            }
        std::printf("%s: %zu slides", part.name.c_str(), slides);
        if (plan.draw.labelling == Labelling::ByAnnotations)
            std::printf(" (%zu without annotations, taken as normal), %zu tumor, %zu normal", withoutAnnotations,
                        countOf(plan, part.name, PatchClass::Tumor), countOf(plan, part.name, PatchClass::Normal));
        if (plan.draw.unlabelled > 0)
            std::printf(", %zu unlabelled", countOf(plan, part.name, PatchClass::Unlabelled));
        std::printf("\n");
    }
    std::fflush(stdout);
}

int cutPatches(const PatchesOptions& options, Layout layout, const PatchDraw& draw)
{
    const auto slides = slidesOf(options, layout);
    if (!slides) {
        printError(slides.error());
        return kSomeFailed;
    }
    ProgressLine planning("Looking for tissue");
    const auto plan = planPatches(*slides, draw, planning.control(options.threads));
    planning.clear();
    if (!plan) {
        printSkipped(slides->skipped);
        printError(plan.error());
        return kSomeFailed;
    }
    printSkipped(plan->skipped);
    printPlan(*plan);
    ProgressLine writing("Writing patches");
    const auto result = writePatchSet(*plan, options.folder, options.overwrite, writing.control(options.threads));
    writing.clear();
    if (!result) {
        printError(result.error());
        if (result.error().code == ErrorCode::Cancelled)
            std::fprintf(stderr, "isostain-cli: Run the same command again to go on.\n");
        return kSomeFailed;
    }
    printSkipped(result->skipped);
    std::printf("%s  %zu patches written, %zu were there\n", options.folder.c_str(), result->written, result->wereThere);
    return plan->skipped.size() == slides->skipped.size() && result->skipped.empty() ? kAllDone : kSomeFailed;
}

/// PART-pairs.tsv: a list of pairs as `evaluate --pairs` takes it, both folders being the root.
std::string pairsText(const FramePairs& frames, const std::map<std::string, std::string>& parts, const std::string& part,
                      const fs::path& root)
{
    std::string text = "# source (Aperio)\ttarget (Hamamatsu), relative to the data set's folder\n";
    for (const FramePair& pair : frames.pairs)
        if (parts.at(pair.caseName) == part)
            text += pair.source.lexically_relative(root).generic_string() + "\t" +
                    pair.target.lexically_relative(root).generic_string() + "\n";
    return text;
}

Result<void> listPairs(const PatchesOptions& options, const PatchDraw& draw)
{
    const fs::path root = options.paths.front();
    const auto frames = mitosAtypiaFrames(root);
    if (!frames)
        return tl::unexpected(frames.error());
    printSkipped(frames->orphans);
    std::vector<std::string> cases;
    for (const FramePair& pair : frames->pairs)
        if (!draw.assigned.contains(pair.caseName))
            cases.push_back(pair.caseName);
    auto parts = splitGroups(cases, draw.parts, draw.seed);
    if (!parts)
        return tl::unexpected(parts.error());
    parts->insert(draw.assigned.begin(), draw.assigned.end());
    std::error_code error;
    fs::create_directories(options.folder, error);
    if (error)
        return tl::unexpected(writeError(options.folder, error.value()));
    for (const SplitPart& part : draw.parts) {
        const fs::path path = fs::path(options.folder) / (part.name + "-pairs.tsv");
        const std::string text = pairsText(*frames, *parts, part.name, root);
        if (auto written = writeFileAtomically(path, text, options.overwrite); !written)
            return written;
        std::string names;
        for (const auto& [caseName, name] : *parts)
            names += name == part.name ? " " + caseName : "";
        std::printf("%s  %s: cases%s\n", path.c_str(), part.name.c_str(), names.c_str());
    }
    return {};
}

int runPatches(const PatchesOptions& options)
{
    const Layout layout = valueOf(kLayouts, options.layout);
    const auto draw = drawOf(options, layout);
    if (!draw) {
        printError(draw.error());
        return kSomeFailed;
    }
    if (layout != Layout::MitosAtypia)
        return cutPatches(options, layout, *draw);
    if (const auto listed = listPairs(options, *draw); !listed) {
        printError(listed.error());
        return kSomeFailed;
    }
    return kAllDone;
}

void addSplitOptions(CLI::App& command, const std::shared_ptr<PatchesOptions>& options)
{
    command.add_option("--split", options->split,
                       "Parts and their shares, as train=0.8,test=0.2 (default: all to train; of layouts: as in the paper)");
    command.add_option("--split-by", options->splitBy, "What is dealt to the parts: none of it is ever in two")
        ->check(CLI::IsMember(keysOf(kSplitBys)));
    command.add_option("--assign", options->assign, "Groups whose part is given: GROUP=PART,GROUP=PART");
    command.add_option("--center-of", options->naming.centerFolder, "How many folders above a slide name its center")
        ->check(CLI::Range(1, 32))
        ->capture_default_str();
    command.add_option("--case-until", options->naming.caseUntil, "The case is a slide's name up to this text, as _node");
    command.add_option("--seed", options->draw.seed, "The same seed draws the same patches")->capture_default_str();
}

void addClassOptions(CLI::App& command, const std::shared_ptr<PatchesOptions>& options)
{
    command.add_option(
        "--annotations", options->annotations,
        "ASAP XML or GeoJSON; or a folder with one for each slide with tumor, by its name: slides without are taken as normal");
    command
        .add_option("--tumor", options->tumor,
                    "Class that is tumor (default: _0, _1, tumor, tumour, metastasis, metastases); a * at the end stands for "
                    "any ending")
        ->allow_extra_args(false);
    command
        .add_option("--exclude", options->excluded,
                    "Class that is left out of both (default: _2, exclusion, exclude, excluded, ignore*)")
        ->allow_extra_args(false);
    command.add_option("--tumor-share", options->draw.patches.tumorShare,
                       "Share of a tumor patch that is tumor, above 0 to 1 (default: its center is)");
    command.add_option("--tissue", options->draw.patches.tissueShare, "Share of every patch that is tissue")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command.add_flag_callback(
        "--balance", [options] { options->draw.balance = Balance::Yes; },
        "As many normal patches as tumor patches in each part");
    command.add_option("--count", options->draw.perClass, "Most patches of a class in a part (0: all)")->capture_default_str();
    command.add_option("--per-slide", options->draw.perSlide, "Most patches of a class from a slide (0: all)")
        ->capture_default_str();
    command.add_option("--unlabelled", options->draw.unlabelled, "Patches of any class for each part, to train normalizers on")
        ->capture_default_str();
}

}

void addPatchesCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<PatchesOptions>();
    CLI::App* command = app.add_subcommand("patches", "Cut tumor, normal and unlabelled patches from annotated slides");
    command
        ->add_option("slides", options->paths,
                     "Slides, images, or folders to search for slides; with --layout the data set's folder")
        ->required();
    command->add_option("-o,--output", options->folder, "Folder to write to; run the same command again to resume")->required();
    command
        ->add_option(
            "--layout", options->layout,
            "camelyon16: its training slides, Radboud's to train and Utrecht's to test; mitos-atypia: lists the x40 frames of "
            "both scanners as pairs, 11 cases to train and 5 to test, by seed")
        ->check(CLI::IsMember(keysOf(kLayouts)))
        ->capture_default_str();
    command->add_option("--mpp", options->draw.patches.mpp, "Micrometers per pixel of the patches")->capture_default_str();
    command->add_option("--source-mpp", options->draw.patches.sourceMpp,
                        "Micrometers per pixel of slides that do not state theirs");
    command->add_option("--size", options->draw.patches.size, "Width and height of the patches in pixels")
        ->capture_default_str();
    addClassOptions(*command, options);
    addSplitOptions(*command, options);
    command->add_option("--threads", options->threads, "Threads to use (0: one per core)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    command->add_flag_callback(
        "--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace patches of another recipe in the folder");
    command->callback([options, &chosen] {
        if (options->layout != kLayouts.front().key && options->paths.size() != 1)
            throw CLI::ValidationError("slides", "a layout has one folder");
        if (options->layout != kLayouts.front().key && !options->annotations.empty())
            throw CLI::ValidationError("--annotations", "a layout brings its own");
        chosen = [options] {
            return runPatches(*options);
        };
    });
}

}
