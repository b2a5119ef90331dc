#include "training/UnpairedImages.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <numeric>
#include <optional>
#include <random>
#include <system_error>
#include <utility>

#include "base/Parallel.h"
#include "base/Sha256.h"
#include "base/SplitMix.h"
#include "dataset/ImageFolder.h"
#include "image/Guarded.h"
#include "image/ImageFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

Result<std::vector<fs::path>> imagePathsIn(const fs::path& folder)
{
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (isImageName(entry->path()))
            paths.push_back(entry->path());
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                    folder.string(), error.message());
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// What one file gave.
struct ReadFile {
    std::optional<Error> error;
    RgbImage image;
    std::size_t bytes = 0;
    std::string hash;
};

ReadFile readFile(const fs::path& path, int smallest)
{
    ReadFile file;
    const auto hash = quickSha256OfFile(path);
    auto image = hash ? guarded(path.string(), [&] { return readImage(path); }) : tl::unexpected(hash.error());
    if (!image) {
        file.error = image.error();
    } else if (std::min(image->width(), image->height()) < smallest) {
        file.error = Error{ErrorCode::TrainingDataInvalid, path.string(),
                           std::to_string(image->width()) + "x" + std::to_string(image->height()) + " pixels, at least " +
                               std::to_string(smallest) + "x" + std::to_string(smallest) + " are needed"};
    } else {
        file.hash = *hash;
        file.bytes = image->pixels.total() * image->pixels.elemSize();
        file.image = std::move(*image);
    }
    return file;
}

/// Spreads a seed and two counters over 64 bits.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t a, std::uint64_t b)
{
    std::uint64_t state = seed;
    for (const std::uint64_t part : {a, b})
        state = splitMix(state + kSplitMixStep * part);
    return state;
}

enum Stream : std::uint64_t { kOrder, kDraws };

/// The standard's shuffle and distributions differ between libraries; the engine does not.
std::vector<std::uint64_t> shuffledOrder(std::uint64_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::uint64_t> order(count);
    std::iota(order.begin(), order.end(), std::uint64_t(0));
    for (std::uint64_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[random() % i]);
    return order;
}

/// Appends a random part of an image, by chance mirrored.
void appendCrop(PatchBatch& batch, const RgbImage& image, std::mt19937_64& random)
{
    const auto below = [&](int count) {
        return static_cast<int>(random() % static_cast<std::uint64_t>(count));
    };
    const int left = below(image.width() - batch.size + 1);
    const int top = below(image.height() - batch.size + 1);
    const bool isMirrored = below(2) == 1;
    const auto rowBytes = static_cast<std::size_t>(batch.size) * 3;
    for (int y = 0; y < batch.size; ++y) {
        const std::uint8_t* row = image.pixels.ptr<std::uint8_t>(top + y) + static_cast<std::ptrdiff_t>(left) * 3;
        const std::size_t begin = batch.pixels.size();
        batch.pixels.resize(begin + rowBytes);
        std::uint8_t* out = batch.pixels.data() + begin;
        if (!isMirrored) {
            std::memcpy(out, row, rowBytes);
            continue;
        }
        for (int x = 0; x < batch.size; ++x)
            std::memcpy(out + 3 * x, row + 3 * (batch.size - 1 - x), 3);
    }
    ++batch.count;
}

}

Result<UnpairedImages> UnpairedImages::read(const fs::path& folder, const Options& options, const JobControl& control)
{
    const auto paths = imagePathsIn(folder);
    if (!paths)
        return tl::unexpected(paths.error());
    std::vector<ReadFile> files(paths->size());
    std::mutex mutex;
    std::size_t done = 0;
    std::size_t keptBytes = 0;
    const bool isWhole = parallelFor(
        paths->size(),
        [&](std::size_t i) {
            files[i] = readFile((*paths)[i], options.smallest);
            const std::lock_guard lock(mutex);
            // Which ones stay may depend on the threads; what they hold does not.
            if (keptBytes + files[i].bytes > options.keepBytes)
                files[i].image = {};
            else
                keptBytes += files[i].bytes;
            control.report(++done, paths->size());
        },
        control.threads, control.stop);
    if (!isWhole)
        return fail(ErrorCode::Cancelled, folder.string());

    UnpairedImages images;
    Sha256 fingerprint;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].error) {
            images.m_leftOut.push_back(std::move(*files[i].error));
            continue;
        }
        const std::string line = (*paths)[i].filename().string() + "\n" + files[i].hash + "\n";
        fingerprint.add(line.data(), line.size());
        images.m_entries.push_back({(*paths)[i], std::move(files[i].image)});
    }
    images.m_fingerprint = fingerprint.hex();
    if (images.m_entries.empty())
        return fail(ErrorCode::TrainingDataInvalid, folder.string(),
                    images.m_leftOut.empty() ? "no PNG, JPEG or TIFF file" : describe(images.m_leftOut.front()));
    return images;
}

Result<RgbImage> UnpairedImages::image(std::size_t index) const
{
    const Entry& entry = m_entries[index];
    if (!entry.kept.isEmpty())
        return entry.kept;
    return guarded(entry.path.string(), [&] { return readImage(entry.path); });
}

UnpairedSampler::UnpairedSampler(const UnpairedImages& source, const UnpairedImages& target, const Options& options)
    : m_source(source),
      m_target(target),
      m_options(options),
      m_imagesPerEpoch(std::max(source.count(), target.count()))
{
    const auto batch = static_cast<std::uint64_t>(options.batch);
    m_stepsPerEpoch =
        options.stepsPerEpoch > 0 ? static_cast<std::uint64_t>(options.stepsPerEpoch) : (m_imagesPerEpoch + batch - 1) / batch;
}

Result<UnpairedBatch> UnpairedSampler::batch(std::uint64_t step) const
{
    const std::uint64_t epoch = step / m_stepsPerEpoch;
    const auto size = static_cast<std::uint64_t>(m_options.batch);
    const std::uint64_t begin = step % m_stepsPerEpoch * size;
    const std::uint64_t end = m_options.stepsPerEpoch > 0 ? begin + size : std::min(begin + size, m_imagesPerEpoch);
    const std::vector<std::uint64_t> order = shuffledOrder(m_imagesPerEpoch, mixed(m_options.seed, kOrder, epoch));
    std::mt19937_64 random(mixed(m_options.seed, kDraws, step));

    UnpairedBatch batch{step, {0, m_options.crop, {}}, {0, m_options.crop, {}}};
    for (std::uint64_t i = begin; i < end; ++i) {
        const auto source = m_source.image(order[i % m_imagesPerEpoch] % m_source.count());
        if (!source)
            return tl::unexpected(source.error());
        const auto target = m_target.image(random() % m_target.count());
        if (!target)
            return tl::unexpected(target.error());
        // A file that was exchanged meanwhile may have become smaller.
        for (const RgbImage* image : {&*source, &*target})
            if (std::min(image->width(), image->height()) < m_options.crop)
                return fail(ErrorCode::TrainingDataInvalid, "The folder of the training images", "a file has changed");
        appendCrop(batch.source, *source, random);
        appendCrop(batch.target, *target, random);
    }
    return batch;
}

}
