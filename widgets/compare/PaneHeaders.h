#pragma once

#include <vector>

#include <QObject>

namespace isostain {

class CompareView;
class PaneHeader;
struct PanePlace;

/// One PaneHeader over each pane of a view that is on the screen, instead of the painted labels. Names and remarks follow
/// the view; the menus are the owner's, see header(). GUI thread only.
class PaneHeaders : public QObject {
    Q_OBJECT

public:
    /// The view owns this object.
    explicit PaneHeaders(CompareView& view);
    ~PaneHeaders() override;

    /// The header of a pane, whether it is on the screen or not; null if there is no such pane. Stays as long as the pane's
    /// number does.
    PaneHeader* header(int pane) const;

signals:
    /// Their number has changed: new ones have no menu yet.
    void headersChanged();
    void closeRequested(int pane);

private:
    void updateCount();
    void updateTexts();
    void arrange();
    void place(PaneHeader& header, const PanePlace& place);

    CompareView& m_view;
    std::vector<PaneHeader*> m_headers; ///< per pane
    PaneHeader* m_source;               ///< of the curtain's left part where no pane shows the source
};

}
