#include "tiles/TileScheduler.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <stop_token>
#include <thread>
#include <utility>

#include "base/Parallel.h"
#include "tiles/FramePlan.h"

namespace isostain {

namespace {

struct Client {
    TileScheduler::ArrivalCallback onArrival;
    SlidePtr slide;                 ///< null while nothing is awaited
    std::set<TileKey> awaited;
    std::deque<TileKey> pending;    ///< awaited tiles that no worker has looked at yet, best first
    int runningCallbacks = 0;
    bool removed = false;

    bool awaits(const SlideTileKey& key) const
    {
        return slide && slide->id() == key.slideId && awaited.contains(key.tile);
    }

    void drop()
    {
        awaited.clear();
        pending.clear();
        slide.reset();
    }
};

struct Read {
    SlideTileKey key;
    std::stop_source stop;
};

/// A tile that a worker took from a wish list.
struct Job {
    SlidePtr slide;
    SlideTileKey key;
    std::stop_source stop;
    bool isInCache = false;   ///< only to be announced
};

Result<TilePtr> readTile(const Job& job)
{
    const auto failed = [&](ErrorCode code, const char* detail) {
        return fail(code, job.slide->info().path.filename().string(), detail);
    };
    try {
        auto image = job.slide->read(job.key.tile, job.stop.get_token());
        if (!image)
            return tl::unexpected(std::move(image).error());
        return std::make_shared<const BgrxImage>(std::move(*image));
    } catch (const std::bad_alloc&) {
        return failed(ErrorCode::OutOfMemory, "while reading a tile");
    } catch (const std::exception& exception) {
        return failed(ErrorCode::TileUnreadable, exception.what());
    } catch (...) {
        return failed(ErrorCode::TileUnreadable, "unknown exception");
    }
}

}

struct TileScheduler::Impl {
    explicit Impl(TileCache& tileCache) : cache(tileCache) {}

    void work(const std::stop_token& stop);
    std::optional<Job> takeJob();
    std::optional<Job> takeFrom(Client& client);
    std::optional<Arrival> read(std::unique_lock<std::mutex>& lock, const Job& job);
    void announce(std::unique_lock<std::mutex>& lock, const Arrival& arrival);
    bool isAwaited(const SlideTileKey& key) const;
    void requeue(const SlideTileKey& key);
    std::vector<std::stop_source> unwantedReads() const;

    TileCache& cache;
    mutable std::mutex mutex;
    std::condition_variable_any workToDo;
    std::condition_variable callbackEnded;
    std::map<ClientId, Client> clients;
    std::vector<Read> reads;   ///< under way, at most one per worker
    ClientId lastClient = 0;
    ClientId lastServed = 0;
    std::uint64_t readsBegun = 0;
    std::vector<std::jthread> workers;   ///< last member: stopped and joined first
};

void TileScheduler::Impl::work(const std::stop_token& stop)
{
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        std::optional<Job> job = takeJob();
        if (!job) {
            workToDo.wait(lock, stop, [&] { return (job = takeJob()).has_value(); });
            if (!job)
                return;
        }
        std::optional<Arrival> arrival = job->isInCache ? Arrival{job->key, cache.failureOf(job->key)} : read(lock, *job);
        if (arrival)
            announce(lock, *arrival);
        lock.unlock();
        job.reset();   // may close the slide
        lock.lock();
    }
}

/// The next job of the client whose turn it is.
std::optional<Job> TileScheduler::Impl::takeJob()
{
    auto turn = clients.upper_bound(lastServed);
    for (std::size_t i = 0; i < clients.size(); ++i, ++turn) {
        if (turn == clients.end())
            turn = clients.begin();
        if (std::optional<Job> job = takeFrom(turn->second)) {
            lastServed = turn->first;
            return job;
        }
    }
    return std::nullopt;
}

std::optional<Job> TileScheduler::Impl::takeFrom(Client& client)
{
    while (!client.pending.empty()) {
        const TileKey tile = client.pending.front();
        client.pending.pop_front();
        if (!client.awaited.contains(tile))
            continue;
        Job job{client.slide, {client.slide->id(), tile}, {}, false};
        if (std::any_of(reads.begin(), reads.end(), [&](const Read& other) { return other.key == job.key; }))
            continue;
        job.isInCache = cache.stateOf(job.key) != TileState::Absent;
        if (!job.isInCache) {
            reads.push_back({job.key, job.stop});
            ++readsBegun;
        }
        return job;
    }
    return std::nullopt;
}

/// Reads a tile, unlocked, and puts it into the cache. The read ends in one step with the cache, so that a tile is always
/// absent, being read, or in the cache. Nothing where the read was stopped.
std::optional<TileScheduler::Arrival> TileScheduler::Impl::read(std::unique_lock<std::mutex>& lock, const Job& job)
{
    lock.unlock();
    Result<TilePtr> tile = readTile(job);
    lock.lock();
    std::erase_if(reads, [&](const Read& other) { return other.key == job.key; });
    if (tile) {
        // A tile nobody wants may belong to a slide that was closed meanwhile: let it age out.
        const bool pinned = job.key.tile.level >= pinnedLevel(job.slide->geometry()) && isAwaited(job.key);
        cache.insert(job.key, std::move(*tile), pinned);
        return Arrival{job.key, std::nullopt};
    }
    if (tile.error().code == ErrorCode::Cancelled && job.stop.stop_requested()) {
        requeue(job.key);
        return std::nullopt;
    }
    cache.insertFailed(job.key, tile.error());
    return Arrival{job.key, std::move(tile).error()};
}

/// Tells everybody who awaits the tile. Unlocks while calling.
void TileScheduler::Impl::announce(std::unique_lock<std::mutex>& lock, const Arrival& arrival)
{
    std::vector<Client*> audience;
    for (auto& [id, client] : clients) {
        if (client.removed || !client.awaits(arrival.key))
            continue;
        client.awaited.erase(arrival.key.tile);
        if (client.awaited.empty())
            client.slide.reset();
        ++client.runningCallbacks;
        audience.push_back(&client);
    }
    lock.unlock();
    for (Client* client : audience)
        client->onArrival(arrival);
    lock.lock();
    for (Client* client : audience)
        --client->runningCallbacks;
    callbackEnded.notify_all();
}

bool TileScheduler::Impl::isAwaited(const SlideTileKey& key) const
{
    return std::any_of(clients.begin(), clients.end(), [&](const auto& entry) { return entry.second.awaits(key); });
}

/// Puts a stopped tile back in front for whoever wants it again.
void TileScheduler::Impl::requeue(const SlideTileKey& key)
{
    for (auto& [id, client] : clients)
        if (client.awaits(key))
            client.pending.push_front(key.tile);
}

std::vector<std::stop_source> TileScheduler::Impl::unwantedReads() const
{
    std::vector<std::stop_source> unwanted;
    for (const Read& read : reads)
        if (!isAwaited(read.key))
            unwanted.push_back(read.stop);
    return unwanted;
}

TileScheduler::TileScheduler(TileCache& cache, unsigned threads) : m_impl(std::make_unique<Impl>(cache))
{
    for (unsigned i = 0; i < threadCount(threads); ++i)
        m_impl->workers.emplace_back([impl = m_impl.get()](const std::stop_token& stop) { impl->work(stop); });
}

TileScheduler::~TileScheduler()
{
    for (std::jthread& worker : m_impl->workers)
        worker.request_stop();
    std::vector<std::stop_source> stops;
    {
        const std::lock_guard lock(m_impl->mutex);
        for (auto& [id, client] : m_impl->clients)
            client.drop();
        stops = m_impl->unwantedReads();
    }
    for (std::stop_source& stop : stops)
        stop.request_stop();
}

TileScheduler::ClientId TileScheduler::addClient(ArrivalCallback onArrival)
{
    const std::lock_guard lock(m_impl->mutex);
    const ClientId id = ++m_impl->lastClient;
    m_impl->clients[id].onArrival = std::move(onArrival);
    return id;
}

void TileScheduler::removeClient(ClientId client)
{
    request(client, nullptr, {});
    ArrivalCallback dying;
    std::unique_lock lock(m_impl->mutex);
    const auto found = m_impl->clients.find(client);
    if (found == m_impl->clients.end())
        return;
    found->second.removed = true;
    m_impl->callbackEnded.wait(lock, [&] { return found->second.runningCallbacks == 0; });
    dying = std::move(found->second.onArrival);
    m_impl->clients.erase(found);
    lock.unlock();
}

void TileScheduler::request(ClientId client, SlidePtr slide, const std::vector<TileKey>& wanted)
{
    std::vector<std::stop_source> unwanted;
    {
        const std::lock_guard lock(m_impl->mutex);
        const auto found = m_impl->clients.find(client);
        if (found == m_impl->clients.end() || found->second.removed)
            return;
        Client& state = found->second;
        if (wanted.empty())
            slide.reset();
        std::swap(state.slide, slide);
        state.pending.assign(wanted.begin(), wanted.end());
        state.awaited = {wanted.begin(), wanted.end()};
        unwanted = m_impl->unwantedReads();
    }
    m_impl->workToDo.notify_all();
    for (std::stop_source& stop : unwanted)
        stop.request_stop();
}

std::uint64_t TileScheduler::readCount() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->readsBegun;
}

}
