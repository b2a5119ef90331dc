#include "training/TeacherOutputs.h"

#include <atomic>
#include <optional>
#include <variant>

#include <opencv2/core.hpp>

#include "base/AtomicFile.h"
#include "base/InputFile.h"
#include "base/Parallel.h"
#include "base/Sha256.h"
#include "dataset/ImageFolder.h"
#include "image/ImageFile.h"
#include "nn/Network.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

Result<SpatialNetworkPtr> generatorFrom(const fs::path& path, const NetworkLoader& networks, unsigned threads)
{
    const auto network = readNetwork(path);
    if (!network)
        return tl::unexpected(network.error());
    if (!std::holds_alternative<ResnetGeneratorWeights>(*network))
        return fail(ErrorCode::CheckpointMismatch, path.string(), "it is no generator of a StainGAN");
    if (!networks)
        return fail(ErrorCode::SpatialUnsupported, path.string());
    const auto backend = networks();
    if (!backend)
        return tl::unexpected(backend.error());
    NetworkOptions options;
    options.threads = threads;
    return (*backend)->create(*network, options, path.string());
}

/// Whether the folder's images are of this generator; from now on they are to be.
Result<bool> isOfSameGenerator(const fs::path& generator, const fs::path& output)
{
    const auto hash = sha256OfFile(generator);
    if (!hash)
        return tl::unexpected(hash.error());
    const fs::path note = output / "generator.sha256";
    if (const auto noted = readTextFile(note); noted && *noted == *hash)
        return true;
    // Older ones go first: a kill must not leave them behind a note that says otherwise.
    std::error_code error;
    if (const auto images = imagesIn(output))
        for (const fs::path& image : *images)
            if (!fs::remove(image, error) && error)
                return tl::unexpected(writeError(image, error.value()));
    if (auto written = writeFileAtomically(note, *hash, Overwrite::Yes); !written)
        return tl::unexpected(written.error());
    return false;
}

void tell(const LeftOutFunction& onLeftOut, const Error& error)
{
    if (onLeftOut)
        onLeftOut(error);
}

}

Result<void> makeTeacherOutputs(const fs::path& generator, const fs::path& source, const fs::path& output,
                                const NetworkLoader& networks, const LeftOutFunction& onLeftOut, const JobControl& control)
{
    const auto network = generatorFrom(generator, networks, control.threads);
    if (!network)
        return tl::unexpected(network.error());
    const auto images = imagesIn(source);
    if (!images)
        return tl::unexpected(images.error());
    std::error_code error;
    fs::create_directories(output, error);
    if (error)
        return tl::unexpected(writeError(output, error.value()));
    const auto isSame = isOfSameGenerator(generator, output);
    if (!isSame)
        return tl::unexpected(isSame.error());
    for (std::size_t i = 0; i < images->size(); ++i) {
        control.waitWhilePaused();
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled, "The teacher's outputs");
        const fs::path made = output / (*images)[i].filename().replace_extension(".png");
        if (!*isSame || !fs::exists(made, error)) {
            const auto image = readImage((*images)[i]);
            if (!image) {
                tell(onLeftOut, image.error());
                continue;
            }
            const auto written = (*network)->runAsPublished(*image, control.stop).and_then([&](const RgbImage& result) {
                return writePng(result, made, Overwrite::Yes);
            });
            if (!written)
                return tl::unexpected(written.error());
        }
        control.report(i + 1, images->size());
    }
    return {};
}

Result<UsablePairs> usablePairs(const fs::path& source, const fs::path& target, const JobControl& control)
{
    auto found = pairImages(source, target);
    if (!found)
        return tl::unexpected(found.error());
    UsablePairs result;
    result.orphans = std::move(found->sourceOrphans);
    result.orphans.insert(result.orphans.end(), found->targetOrphans.begin(), found->targetOrphans.end());
    std::vector<std::optional<Error>> failures(found->pairs.size());
    std::atomic<bool> areSame = true;
    const bool all = parallelFor(
        found->pairs.size(),
        [&](std::size_t i) {
            const auto loaded = readPair(found->pairs[i]);
            if (!loaded)
                failures[i] = loaded.error();
            else if (cv::norm(loaded->source.pixels, loaded->target.pixels, cv::NORM_INF) > 0)
                areSame = false;
        },
        control.threads, control.stop);
    if (!all)
        return fail(ErrorCode::Cancelled, "The images");
    for (std::size_t i = 0; i < failures.size(); ++i) {
        if (failures[i])
            result.unreadable.push_back(*std::move(failures[i]));
        else
            result.pairs.push_back(std::move(found->pairs[i]));
    }
    if (result.pairs.empty())
        return fail(ErrorCode::TrainingDataInvalid, source.string(), "no image of it can be used");
    if (areSame)
        return fail(ErrorCode::TrainingDataInvalid, target.string(), "it holds the same images as the source folder");
    return result;
}

}
