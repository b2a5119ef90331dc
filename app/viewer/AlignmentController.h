#pragma once

#include <QObject>
#include <QPointer>

#include "ViewerPane.h"

namespace isostain {

class AlignmentPanel;
class CompareView;
class PaneSet;

/// Leads the user through aligning a pane's second scan: the panel says what to click, the view picks the points. Ends by
/// itself when the panes or the slide change. GUI thread only.
class AlignmentController : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the controller.
    AlignmentController(AlignmentPanel& panel, PaneSet& panes, SlideSession& slides, CompareView& view, QObject* parent);

    /// `pane` has to show a second scan.
    void begin(ViewerPane& pane);
    bool isActive() const { return m_pane != nullptr; }
    void end();

protected:
    /// Escape in the view ends it.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void endIfOutdated();

    AlignmentPanel& m_panel;
    PaneSet& m_panes;
    SlideSession& m_slides;
    CompareView& m_view;
    QPointer<ViewerPane> m_pane;
    SlidePtr m_scan;
    int m_paneCount = 0;
};

}
