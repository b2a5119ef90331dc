#pragma once

#include <optional>

#include <qcustomplot.h>

#include "profile/CurveStyle.h"
#include "profile/ProfileCurves.h"

namespace isostain {

/// The chart alone: distance along the line on the x axis, gray 0..255 on the y axis, one curve per pane with gaps where
/// samples are missing, and a line that follows the cursor. On the screen and, with a legend, in figures. GUI thread only.
///
/// The wheel zooms along the line, with Shift the gray values; a drag moves; a double click or Home shows everything. Left and
/// Right move the cursor line by one sample, with Ctrl by ten.
class ProfileChart : public QCustomPlot {
    Q_OBJECT

public:
    explicit ProfileChart(QWidget* parent = nullptr);

    /// Drawn in the next turn of the event loop, however often it is called. What was zoomed to stays where it is.
    void setCurves(const ProfileCurves& curves);
    const ProfileCurves& curves() const { return m_curves; }
    void setTheme(ChartTheme theme);
    ChartTheme theme() const { return m_theme; }
    /// Names and correlations within the chart.
    void showLegend();

    void resetZoom();
    bool isZoomed() const { return m_isZoomed; }
    /// The visible part.
    QCPRange distanceRange() const { return xAxis->range(); }
    QCPRange grayRange() const { return yAxis->range(); }
    void setRanges(const QCPRange& distance, const QCPRange& gray);

    /// The cursor line stands at a sample; nothing hides it.
    void setCursorSample(std::optional<int> sample);
    std::optional<int> cursorSample() const { return m_cursorSample; }

signals:
    /// By mouse or keyboard.
    void cursorMoved(std::optional<int> sample);
    void zoomChanged();

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeCursor();
    void fitGraphCount();
    void applyTheme();
    void limitRanges();
    void showAll();
    void placeCursor();
    void moveCursor(std::optional<int> sample);
    std::optional<int> sampleAt(const QPointF& position) const;
    double length() const;

    ProfileCurves m_curves;
    ChartTheme m_theme = ChartTheme::Light;
    bool m_isZoomed = false;
    bool m_isSettingRange = false;
    std::optional<int> m_cursorSample;
    QCPLayer* m_cursorLayer = nullptr;
    QCPItemStraightLine* m_cursorLine = nullptr;
    QCPItemText* m_cursorText = nullptr;
    QCPGraph* m_cursorDots = nullptr;
};

}
