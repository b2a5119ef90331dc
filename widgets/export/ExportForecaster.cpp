#include "export/ExportForecaster.h"

#include <algorithm>

#include "export/ExportEstimate.h"
#include "handover/Background.h"

namespace isostain {

namespace {

constexpr int kSettleMilliseconds = 250;
constexpr std::size_t kMostSlides = 24;

/// Adds up what is known of the slides of a list.
class SlideSums {
public:
    void add(const Slide& slide, std::uint64_t bytes)
    {
        m_bytes += static_cast<double>(bytes);
        if (m_count++ == 0)
            m_power = slide.info().objectivePower;
        else if (m_power != slide.info().objectivePower)
            m_power.reset();
    }
    std::optional<ExportForecast> forecast(std::size_t asked, std::size_t slides) const
    {
        if (m_count == 0)
            return std::nullopt;
        // Of the slides that nobody asked, as many as of the others cannot be opened.
        return ExportForecast{static_cast<std::uint64_t>(m_bytes / static_cast<double>(asked) * static_cast<double>(slides)),
                              std::nullopt, m_power};
    }

private:
    double m_bytes = 0;
    int m_count = 0;
    std::optional<double> m_power;
};

}

std::optional<ExportForecast> forecastOf(const SavedExport& wanted, const std::stop_token& stop)
{
    const std::vector<std::filesystem::path> left = slidesLeft(wanted);
    if (left.empty()) {
        const auto free = freeBytes(wanted.folder);
        return ExportForecast{0, free ? std::optional(*free) : std::nullopt, std::nullopt};
    }
    const std::size_t asked = std::min(left.size(), kMostSlides);
    SlideSums sums;
    for (std::size_t i = 0; i < asked && !stop.stop_requested(); ++i) {
        const auto slide = openSlide(left[i * left.size() / asked]);
        if (!slide)
            continue; // its row will say why
        if (const auto bytes = estimateOutputBytes(**slide, wanted.options, stop))
            sums.add(**slide, *bytes);
    }
    auto forecast = stop.stop_requested() ? std::nullopt : sums.forecast(asked, left.size());
    if (!forecast)
        return std::nullopt;
    if (const auto free = freeBytes(wanted.folder))
        forecast->freeBytes = *free;
    return forecast;
}

ExportForecaster::ExportForecaster(Background& background, QObject* parent) : QObject(parent), m_background(background)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &ExportForecaster::begin);
}

ExportForecaster::~ExportForecaster()
{
    m_stop.request_stop();
}

void ExportForecaster::ask(SavedExport wanted)
{
    cancel();
    m_wanted = std::move(wanted);
    m_settle.start();
}

void ExportForecaster::cancel()
{
    ++m_request;
    m_settle.stop();
    m_stop.request_stop();
}

void ExportForecaster::begin()
{
    m_stop = std::stop_source();
    m_background.run(
        this, [wanted = m_wanted, stop = m_stop.get_token()] { return forecastOf(wanted, stop); },
        [this, request = m_request](const std::optional<ExportForecast>& forecast) {
            if (request == m_request)
                emit found(forecast);
        });
}

}
