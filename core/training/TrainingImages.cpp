#include "training/TrainingImages.h"

#include <algorithm>
#include <optional>
#include <random>

#include "base/Parallel.h"

namespace isostain {

Result<TrainingImage> readTrainingImage(const ImagePair& pair)
{
    const auto loaded = readPair(pair);
    if (!loaded)
        return tl::unexpected(loaded.error());
    TrainingImage image{pair.name, loaded->source.width(), loaded->source.height(), {}};
    image.pairs.reserve(loaded->source.pixels.total());
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* from = loaded->source.pixels.ptr(y);
        const std::uint8_t* to = loaded->target.pixels.ptr(y);
        const auto word = [](const std::uint8_t* p) {
            return static_cast<std::uint32_t>(p[0]) << 16 | static_cast<std::uint32_t>(p[1]) << 8 | p[2];
        };
        for (int x = 0; x < image.width; ++x)
            image.pairs.push_back({word(from + 3 * x), word(to + 3 * x)});
    }
    return image;
}

TrainingImages::TrainingImages(std::vector<ImagePair> pairs, std::size_t keepBytes)
    : m_pairs(std::move(pairs)),
      m_keepBytes(keepBytes),
      m_kept(m_pairs.size())
{
}

Result<std::shared_ptr<const TrainingImage>> TrainingImages::image(std::size_t index) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_kept[index])
            return m_kept[index];
    }
    auto read = readTrainingImage(m_pairs[index]);
    if (!read)
        return tl::unexpected(read.error());
    const auto image = std::make_shared<const TrainingImage>(std::move(*read));
    const std::size_t bytes = image->pairs.size() * sizeof(ColorPair);
    const std::lock_guard lock(m_mutex);
    if (!m_kept[index] && m_keptBytes + bytes <= m_keepBytes) {
        m_kept[index] = image;
        m_keptBytes += bytes;
    }
    return image;
}

Result<void> visitImages(const TrainingImages& images, const std::function<ImageVisitor()>& newVisitor,
                         const JobControl& control)
{
    const std::size_t threads = threadCount(control.threads);
    std::vector<std::optional<Error>> failures(threads);
    const bool all = parallelFor(
        threads,
        [&](std::size_t thread) {
            const ImageVisitor visit = newVisitor();
            // Each takes every threads-th image.
            for (std::size_t i = thread; i < images.count() && !failures[thread] && !control.stopRequested(); i += threads) {
                const auto visited = images.image(i).and_then([&](const auto& image) { return visit(i, *image); });
                if (!visited)
                    failures[thread] = visited.error();
            }
        },
        control.threads, control.stop);
    for (const auto& failure : failures)
        if (failure)
            return tl::unexpected(*failure);
    if (!all || control.stopRequested())
        return fail(ErrorCode::Cancelled);
    return {};
}

Result<std::vector<ColorPair>> shuffledPixels(const TrainingImages& images, std::size_t mostPixels, std::uint32_t seed,
                                              const JobControl& control)
{
    std::vector<ColorPair> pixels;
    std::mt19937 random(seed);
    const std::size_t share = std::max<std::size_t>(1, mostPixels / std::max<std::size_t>(1, images.count()));
    for (std::size_t i = 0; i < images.count(); ++i) {
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled);
        const auto image = images.image(i);
        if (!image)
            return tl::unexpected(image.error());
        const std::vector<ColorPair>& all = (*image)->pairs;
        if (all.size() <= share)
            pixels.insert(pixels.end(), all.begin(), all.end());
        else
            for (std::size_t k = 0; k < share; ++k)
                pixels.push_back(all[random() % all.size()]);
        control.report(i + 1, images.count());
    }
    // By hand: std::shuffle gives other orders with other standard libraries.
    for (std::size_t i = pixels.size(); i > 1; --i)
        std::swap(pixels[i - 1], pixels[random() % i]);
    return pixels;
}

}
