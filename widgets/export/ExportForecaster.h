#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include <QObject>
#include <QTimer>

#include "export/SavedExport.h"

namespace isostain {

class Background;

/// What an export is going to need.
struct ExportForecast {
    std::uint64_t neededBytes = 0;          ///< about; of the slides that are left
    std::optional<std::uint64_t> freeBytes; ///< nothing: it cannot be told
    std::optional<double> power;            ///< objective magnification, where all slides have the same

    bool fits() const { return !freeBytes || neededBytes <= *freeBytes; }
};

/// Blocks while it opens slides: of a long list, a few dozen spread over it stand for all. Nothing where none can be opened
/// or it was stopped. Any thread.
std::optional<ExportForecast> forecastOf(const SavedExport& wanted, const std::stop_token& stop);

/// Works the forecast of an export out in the background, a moment after the last change. GUI thread only.
class ExportForecaster : public QObject {
    Q_OBJECT

public:
    explicit ExportForecaster(Background& background, QObject* parent = nullptr);
    ~ExportForecaster() override;

    /// Supersedes what was asked before; nothing found before holds any more. found() follows.
    void ask(SavedExport wanted);
    void cancel();

signals:
    void found(const std::optional<isostain::ExportForecast>& forecast);

private:
    void begin();

    Background& m_background;
    SavedExport m_wanted;
    QTimer m_settle;
    std::stop_source m_stop;
    int m_request = 0;
};

}
