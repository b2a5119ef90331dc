#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>

#include "slide/Slide.h"

namespace isostain::test {

/// Passes everything on to another slide, under an id of its own; the ones below change one thing each.
class SlideDecorator : public Slide {
public:
    explicit SlideDecorator(SlidePtr inner) : Slide(inner->geometry(), inner->info()), m_inner(std::move(inner)) {}

    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override
    {
        return m_inner->read(key, stop);
    }
    Result<RgbImage> readAssociatedImage(const std::string& name) const override { return m_inner->readAssociatedImage(name); }

private:
    SlidePtr m_inner;
};

/// Tiles for which `isBad` holds are unreadable.
class FailingSlide : public SlideDecorator {
public:
    FailingSlide(SlidePtr inner, std::function<bool(const TileKey&)> isBad);
    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override;

private:
    std::function<bool(const TileKey&)> m_isBad;
};

/// Every read takes at least `delay`, less when it is stopped.
class SlowSlide : public SlideDecorator {
public:
    SlowSlide(SlidePtr inner, std::chrono::milliseconds delay);
    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override;

private:
    std::chrono::milliseconds m_delay;
};

/// Reads wait until the test lets them go: for tests that must not depend on time.
class GatedSlide : public SlideDecorator {
public:
    using SlideDecorator::SlideDecorator;
    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override;

    /// Lets `count` reads pass, waiting or to come.
    void release(int count);
    /// Lets all reads pass from now on.
    void open();
    /// Blocks until `count` reads have arrived here, passed or not; false after ten seconds.
    bool waitForArrivals(int count) const;

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    mutable int m_passes = 0;
    mutable int m_arrivals = 0;
    bool m_isOpen = false;
};

/// Counts the reads of each tile.
class CountingSlide : public SlideDecorator {
public:
    using SlideDecorator::SlideDecorator;
    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override;

    int readCount() const;
    int readCount(const TileKey& key) const;
    /// The largest number of reads of one tile.
    int largestReadCount() const;

private:
    mutable std::mutex m_mutex;
    mutable std::map<TileKey, int> m_counts;
};

}
