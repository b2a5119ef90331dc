#include "profile/ProfileWorker.h"

#include <algorithm>
#include <set>
#include <utility>

namespace isostain {

namespace {

/// What was gathered under the line in one slide at one place.
struct Gathered {
    SlidePtr slide;
    cv::Matx23d toSlide;
    LinePixels pixels;
};

}

ProfileResult computeProfiles(const ProfileJob& job, const std::function<TilePtr(const SlideTileKey&)>& lookup)
{
    const ProfileSampling sampling = samplingOf(job.slide->geometry(), job.line);
    ProfileResult result;
    result.number = job.number;
    result.curves.line = job.line;
    result.curves.level = sampling.level;
    result.curves.step = sampling.step;
    result.curves.micrometersPerPixel = micrometersPerPixel(job.line, job.slide->info().mppX, job.slide->info().mppY);

    std::vector<Gathered> gathered;
    std::set<SlideTileKey> missing;
    for (const ProfileSource& source : job.sources) {
        auto found = std::find_if(gathered.begin(), gathered.end(), [&](const Gathered& known) {
            return known.slide == source.slide && known.toSlide == source.toSlide;
        });
        if (found == gathered.end()) {
            const std::uint64_t slideId = source.slide->id();
            const TileLookup ofSlide = [&](const TileKey& key) {
                return lookup({slideId, key});
            };
            LinePixels pixels = pixelsUnderLine(source.slide->geometry(), sampling, ofSlide, source.toSlide);
            for (const TileKey& key : pixels.missing)
                if (missing.insert({slideId, key}).second)
                    result.missing.push_back({slideId, key});
            gathered.push_back({source.slide, source.toSlide, std::move(pixels)});
            found = std::prev(gathered.end());
        }
        ProfileCurve curve{source.name, grayProfile(found->pixels, source.table.get()), {}};
        if (curve.profile.gray.empty()) // a slide without levels
            curve.profile.gray.resize(std::size_t(sampling.count));
        if (!result.curves.curves.empty())
            curve.correlation = correlation(result.curves.curves.front().profile, curve.profile);
        result.curves.curves.push_back(std::move(curve));
    }
    return result;
}

ProfileWorker::ProfileWorker(TileCache& cache, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_results([this](const std::vector<ProfileResult>& results) {
          for (const ProfileResult& result : results)
              emit computed(result);
      }),
      m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

ProfileWorker::~ProfileWorker() = default;

void ProfileWorker::post(ProfileJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending = std::move(job);
    }
    m_changed.notify_one();
}

void ProfileWorker::clear()
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending.reset();
        m_isClearing = true;
    }
    m_changed.notify_one();
}

void ProfileWorker::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_pending || m_isClearing; })) {
        if (std::exchange(m_isClearing, false))
            m_held.clear();
        const std::optional<ProfileJob> job = std::exchange(m_pending, std::nullopt);
        if (!job)
            continue;
        lock.unlock();
        m_results.post(compute(*job));
        lock.lock();
    }
}

ProfileResult ProfileWorker::compute(const ProfileJob& job)
{
    Tiles used;
    const ProfileResult result = computeProfiles(job, [&](const SlideTileKey& key) {
        TilePtr tile = m_cache.find(key);
        if (const auto held = m_held.find(key); !tile && held != m_held.end())
            tile = held->second;
        if (tile)
            used[key] = tile;
        return tile;
    });
    m_held = std::move(used);
    return result;
}

}
