#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "PaneSet.h"

namespace isostain {

class CompareView;
class PaneHeaders;
class PaneMenu;
class ProfileCatalog;
class RecentFiles;

/// Keeps the view's panes, their headers and menus true to the PaneSet, and the set's main pane to the one clicked. GUI thread
/// only.
class PaneController : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the controller.
    PaneController(PaneSet& panes, SlideSession& slides, const ProfileCatalog& catalog, RecentFiles& recent, CompareView& view,
                   QObject* parent);
    ~PaneController() override;

    void setNormalizationShown(NormalizationShown shown);
    /// A pane with the first profile offered that is not shown yet.
    void addPane();
    void closeMainPane();
    /// The view's number of a pane.
    static int viewIndexOf(int pane) { return pane + 1; }
    /// Of a pane beside the source.
    PaneMenu& menuOf(int pane) { return *m_menus[std::size_t(pane)]; }
    /// Reads the panes again, e.g. after the slide has changed.
    void showPanes();

signals:
    void profileBrowseRequested(isostain::ViewerPane* pane);
    void secondScanRequested(isostain::ViewerPane* pane);
    void alignmentRequested(isostain::ViewerPane* pane);
    void alignmentLoadRequested(isostain::ViewerPane* pane);
    void alignmentSaveRequested(isostain::ViewerPane* pane);

private:
    struct Discarded {
        void operator()(PaneMenu* menu) const;
    };

    void installMenus();
    std::unique_ptr<PaneMenu, Discarded> makeMenu(ViewerPane& pane);
    void showLevel();
    int level() const;

    PaneSet& m_panes;
    SlideSession& m_slides;
    const ProfileCatalog& m_catalog;
    RecentFiles& m_recent;
    CompareView& m_view;
    PaneHeaders* m_headers;
    std::vector<std::unique_ptr<PaneMenu, Discarded>> m_menus; ///< per pane beside the source
    NormalizationShown m_shown = NormalizationShown::Yes;
    int m_level = 0; ///< that badges were made for
    bool m_isShowing = false;
};

}
