#pragma once

#include <optional>

#include <QTableWidget>

#include "profile/CurveStyle.h"
#include "profile/ProfileCurves.h"

namespace isostain {

/// The chart's legend and reading: per curve its line, its name, its gray value under the cursor and its correlation with the
/// source. GUI thread only.
class CurveTable : public QTableWidget {
    Q_OBJECT

public:
    enum Column { Name, Gray, Correlation, ColumnCount };

    explicit CurveTable(QWidget* parent = nullptr);

    void setCurves(const ProfileCurves& curves, std::optional<int> cursorSample);
    void showValues(const ProfileCurves& curves, std::optional<int> cursorSample);
    void setTheme(ChartTheme theme);

    QSize sizeHint() const override;

private:
    void paintSwatches();
    void setCell(int row, int column, const QString& text);

    ChartTheme m_theme = ChartTheme::Light;
};

}
