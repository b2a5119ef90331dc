#pragma once

#include <vector>

#include <QMenu>

#include "PaneView.h"

namespace isostain {

class ProfileMenu;
class ViewerPane;

/// What a pane can show: profiles, views of the profile, and a second scan of the glass. Opened from the pane's header. The
/// profiles are its owner's to fill in. GUI thread only.
class PaneMenu : public QMenu {
    Q_OBJECT

public:
    /// `pane` outlives the menu.
    explicit PaneMenu(ViewerPane& pane, QWidget* parent = nullptr);

    ViewerPane& pane() { return m_pane; }
    ProfileMenu& profiles() { return *m_profiles; }
    QAction* viewAction(PaneView view) const;

signals:
    void secondScanRequested();
    void alignmentRequested();
    void alignmentLoadRequested();
    void alignmentSaveRequested();
    void closeRequested();

private:
    void refresh();

    ViewerPane& m_pane;
    ProfileMenu* m_profiles;
    std::vector<QAction*> m_views; ///< in the order of the enum
    QAction* m_align;
    QAction* m_loadAlignment;
    QAction* m_saveAlignment;
};

}
