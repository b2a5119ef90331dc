#include "registration/PairCutting.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <locale>
#include <optional>
#include <sstream>

#include <nlohmann/json.hpp>

#include "base/AtomicFolder.h"
#include "base/Parallel.h"
#include "dataset/PatchGrid.h"
#include "image/Guarded.h"
#include "image/ImageFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr int kMargin = 32; ///< pixels around a patch that flow and windows look into

Result<std::vector<CutPatch>> placesFor(const Slide& target, double unit, int size)
{
    const auto pixels = [unit](std::int64_t length) { return static_cast<std::int64_t>(static_cast<double>(length) / unit); };
    std::vector<CutPatch> places;
    for (const PixelRect& rect : patchGrid(pixels(target.geometry().width()), pixels(target.geometry().height()), size))
        places.push_back({target.info().path.stem().string() + "_" + std::to_string(rect.x) + "_" + std::to_string(rect.y) + ".png",
                          rect, {}, {}});
    if (places.empty())
        return fail(ErrorCode::InvalidArgument, target.info().path.string(), "it is smaller than a patch");
    return places;
}

RgbImage patchIn(const ScanView& view)
{
    return toRgb({view.image.pixels(cv::Rect(kMargin, kMargin, view.image.width() - 2 * kMargin, view.image.height() - 2 * kMargin)).clone()});
}

/// Judges one place and writes it where it is good.
Result<void> cut(const Slide& source, const Slide& target, const ScanAlignment& alignment, const PairOptions& options,
                 const fs::path& folder, CutPatch& patch, const std::stop_token& stop)
{
    const PixelRect around{patch.rect.x - kMargin, patch.rect.y - kMargin, patch.rect.width + 2 * kMargin, patch.rect.height + 2 * kMargin};
    const auto targetView = viewOfTarget(target, around, alignment.unit, stop);
    const auto sourceView = targetView ? viewOfSource(source, alignment.fine.transform, around, alignment.unit, stop) : targetView;
    if (!sourceView) {
        if (sourceView.error().code != ErrorCode::TileUnreadable)
            return tl::unexpected(sourceView.error());
        patch.reason = "could not be read";
        return {};
    }
    patch.quality = patchQuality(*sourceView, *targetView, kMargin);
    if (const auto reason = reasonToDrop(patch.quality, options.limits)) {
        patch.reason = *reason;
        return {};
    }
    if (auto written = writePng(patchIn(*sourceView), folder / "source" / patch.name, Overwrite::No); !written)
        return written;
    return writePng(patchIn(*targetView), folder / "target" / patch.name, Overwrite::No);
}

Result<void> cutAll(const Slide& source, const Slide& target, const PairOptions& options, const fs::path& folder, CutPairs& pairs,
                    const JobControl& control)
{
    const OneOpenCvThread oneThread;
    std::mutex mutex;
    std::optional<Error> failure;
    std::uint64_t done = 0;
    const auto body = [&](std::size_t index) {
        control.waitWhilePaused();
        CutPatch& patch = pairs.patches[index];
        const auto result = guarded(source.info().path.string(),
                                    [&] { return cut(source, target, pairs.alignment, options, folder, patch, control.stop); });
        const std::lock_guard lock(mutex);
        if (!result && !failure)
            failure = result.error();
        control.report(++done, pairs.patches.size());
    };
    if (!parallelFor(pairs.patches.size(), body, control.threads, control.stop))
        return fail(ErrorCode::Cancelled, source.info().path.string());
    if (failure)
        return tl::unexpected(*failure);
    return {};
}

std::string tableOf(const std::vector<CutPatch>& patches)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.setf(std::ios::fixed);
    text.precision(4);
    text << "name\tx\ty\tinside\ttissue\tclipped\tsharpness\tcorrelation\tresidual\tconsistency\tkept\treason\n";
    for (const CutPatch& patch : patches) {
        const PatchQuality& q = patch.quality;
        text << patch.name << '\t' << patch.rect.x << '\t' << patch.rect.y << '\t' << q.inside << '\t' << q.tissue << '\t' << q.clipped
             << '\t' << q.sharpness << '\t' << q.correlation << '\t' << q.residual << '\t' << q.consistency << '\t'
             << (patch.reason.empty() ? "yes" : "no") << '\t' << patch.reason << '\n';
    }
    return text.str();
}

std::string summaryOf(const CutPairs& pairs, const Slide& source, const Slide& target, const PairOptions& options)
{
    const SlideAlignment& affine = pairs.alignment.fine.transform.affine;
    std::vector<double> residuals;
    nlohmann::ordered_json dropped = nlohmann::ordered_json::object();
    for (const CutPatch& patch : pairs.patches)
        if (patch.reason.empty())
            residuals.push_back(patch.quality.residual);
        else
            dropped[patch.reason] = dropped.value(patch.reason, 0) + 1;
    std::sort(residuals.begin(), residuals.end());
    const nlohmann::ordered_json summary = {
        {"source", source.info().path.filename().string()},
        {"target", target.info().path.filename().string()},
        {"patch", options.patch},
        {"targetPixelsPerPixel", pairs.alignment.unit},
        {"matches", pairs.alignment.matches},
        {"correlation", pairs.alignment.correlation},
        {"scale", affine.scale()},
        {"rotationDegrees", affine.rotation()},
        {"displacement", displacementSize(pairs.alignment.fine.transform, pairs.alignment.fine.weights)},
        {"patches", pairs.patches.size()},
        {"kept", pairs.kept()},
        {"dropped", dropped},
        {"medianResidual", residuals.empty() ? 0 : residuals[residuals.size() / 2]}};
    return summary.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<void> writeTexts(const CutPairs& pairs, const Slide& source, const Slide& target, const PairOptions& options, const fs::path& folder)
{
    if (auto written = writeFileAtomically(folder / "patches.tsv", tableOf(pairs.patches), Overwrite::No); !written)
        return written;
    if (auto written = writeFileAtomically(folder / "alignment.json", toJson(pairs.alignment, source, target), Overwrite::No); !written)
        return written;
    return writeFileAtomically(folder / "summary.json", summaryOf(pairs, source, target, options), Overwrite::No);
}

}

std::size_t CutPairs::kept() const
{
    return static_cast<std::size_t>(std::count_if(patches.begin(), patches.end(), [](const CutPatch& patch) { return patch.reason.empty(); }));
}

Result<CutPairs> cutPairs(const Slide& source, const Slide& target, const fs::path& folder, const PairOptions& options,
                          const JobControl& control)
{
    if (options.patch < 32 || options.patch > 4096)
        return fail(ErrorCode::InvalidArgument, "--patch", "a patch has 32 to 4096 pixels a side");
    if (const auto places = placesFor(target, 1, options.patch); !places)
        return tl::unexpected(places.error());
    auto output = AtomicFolder::create(folder, options.overwrite);
    if (!output)
        return tl::unexpected(output.error());
    auto alignment = alignScans(source, target, options.mpp, control);
    if (!alignment)
        return tl::unexpected(alignment.error());
    auto places = placesFor(target, alignment->unit, options.patch);
    if (!places)
        return tl::unexpected(places.error());
    CutPairs pairs{*std::move(alignment), *std::move(places)};
    for (const char* name : {"source", "target"}) {
        std::error_code error;
        if (!fs::create_directory(output->temporaryPath() / name, error))
            return tl::unexpected(writeError(folder / name, error.value()));
    }
    if (const auto done = cutAll(source, target, options, output->temporaryPath(), pairs, control); !done)
        return tl::unexpected(done.error());
    if (pairs.kept() == 0)
        return fail(ErrorCode::AlignmentNotFound, source.info().path.string(),
                    "no patch fits; the first one: " + pairs.patches.front().reason);
    if (const auto written = writeTexts(pairs, source, target, options, output->temporaryPath()); !written)
        return tl::unexpected(written.error());
    if (const auto committed = output->commit(); !committed)
        return tl::unexpected(committed.error());
    return pairs;
}

}
