#pragma once

#include <optional>

#include <QWidget>

#include "export/ExportForecaster.h"

class QLabel;

namespace isostain {

/// What an export is going to need and what is free, in a line; a warning where it does not fit. GUI thread only.
class ExportForecastLabel : public QWidget {
    Q_OBJECT

public:
    explicit ExportForecastLabel(QWidget* parent = nullptr);

    void showBusy();
    /// Nothing: it cannot be told.
    void showForecast(const std::optional<ExportForecast>& forecast);
    /// What keeps the export from being begun, or has gone wrong beside it.
    void showProblem(const QString& text);
    void clear();

private:
    void show(const QString& text, const QIcon& icon);

    QLabel* m_icon;
    QLabel* m_text;
};

}
