#pragma once

#include <optional>
#include <vector>

#include <QFrame>

#include "compare/PaneMarker.h"
#include "tiles/AlignmentFile.h"

class QLabel;
class QPushButton;

namespace isostain {

/// The two scans that an AlignmentPanel is about.
struct AlignmentScans {
    QString firstName;
    QString secondName;
    std::vector<int> firstPanes; ///< that show the view's slide, through whatever table
    int secondPane = 0;
    std::optional<double> secondMpp = {}; ///< micrometers per level-0 pixel of the second scan, where known
};

/// Guides through aligning a second scan of a glass: two or three spots, each clicked in both scans. Says what to click
/// next, how the scans lie on each other and how well three spots agree. Knows no view: its owner passes points on and
/// shows the markers. GUI thread only.
class AlignmentPanel : public QFrame {
    Q_OBJECT

public:
    static constexpr int kMaxPairs = 3;

    explicit AlignmentPanel(QWidget* parent = nullptr);

    /// Starts anew, without points.
    void begin(AlignmentScans scans);
    /// A point that was clicked, level-0 pixels of that pane's slide. The two scans take turns, beginning with either; a
    /// second point in the same scan replaces the first. Panes of neither scan, and points beyond kMaxPairs pairs, are
    /// left out.
    void addPoint(int pane, const cv::Point2d& level0);
    void undoLastPoint();
    std::vector<PointPair> pairs() const;

signals:
    /// All points so far, numbered by pair.
    void markersChanged(const std::vector<isostain::PaneMarker>& markers);
    void applied(const isostain::ScanPlacement& placement);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool isFirst(int pane) const;
    bool isHalf() const { return m_points.size() % 2 == 1; }
    void refresh();
    QString instruction() const;
    QString placementText(const SlideAlignment& alignment) const;
    QString agreementText(const std::optional<double>& residual) const;
    void apply();

    AlignmentScans m_scans;
    std::vector<PaneMarker> m_points; ///< in the order of the clicks; each two are a pair
    QLabel* m_instruction;
    QLabel* m_result;
    QPushButton* m_undo;
    QPushButton* m_apply;
};

}
