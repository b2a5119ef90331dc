#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include <QObject>

#include "NormalizerSession.h"
#include "PaneView.h"
#include "SlideSession.h"
#include "compare/PaneContent.h"
#include "tiles/AlignmentFile.h"
#include "tiles/TileCache.h"
#include "tiles/TileScheduler.h"

namespace isostain {

/// What panes work with; everything outlives them.
struct PaneServices {
    Background& background;
    SlideSession& slides;
    TileCache& cache;
    SlideSession::Opener opener;     ///< of second scans
    TileScheduler& networkScheduler; ///< for the tiles of networks, so that they hold up nothing else
    NetworkLoader networks;
};

/// Whether panes show their colors or, to compare, the source's.
enum class NormalizationShown { Yes, No };

/// One pane beside the source: a stain profile and what is to be seen of it, or a second scan of the same glass. Tables of
/// views are compiled in the background; until one is there, the pane keeps the view before, or shows the source and says so.
/// What belongs to one slide goes with it. GUI thread only.
class ViewerPane : public QObject {
    Q_OBJECT

public:
    ViewerPane(const PaneServices& services, std::shared_ptr<SlideSamples> samples);
    ~ViewerPane() override;

    NormalizerSession& session() { return m_session; }
    const NormalizerSession& session() const { return m_session; }
    PaneView view() const { return m_view; }
    /// Views that have an obstacle are not taken, nor is SecondScan before one is open.
    void setView(PaneView view);
    /// Why a view cannot be shown, in a sentence; empty where it can.
    QString obstacleTo(PaneView view) const;
    /// The profile, see NormalizerSession::pick(), in place of a second scan. Empty: the source.
    void pick(const QString& profileId);
    /// Neither a profile nor anything else to see.
    bool isEmpty() const;
    bool isBusy() const;
    bool isOpeningScan() const { return m_second.state() == SlideSession::State::Opening; }

    /// Opens another scan of the glass and shows it, as large as the first by what both say of their pixel size.
    void openSecondScan(const QString& path);
    /// Null: there is none.
    const SlidePtr& secondScan() const { return m_second.slide(); }
    /// Where the second scan has been placed; nothing while it lies where it was put at first.
    const std::optional<ScanPlacement>& placement() const { return m_placement; }
    void setPlacement(ScanPlacement placement);

    /// `zoom` in device pixels per level-0 pixel: networks show coarse levels as a preview.
    PaneContent content(NormalizationShown shown, double zoom) const;

signals:
    /// content() or what is under way.
    void changed();
    void failed(const isostain::Error& error);

private:
    void followSlide();
    void followNormalizer();
    void takeSecondScan();
    void updateView();
    void finishView(PaneView view, Result<ColorTablePtr> table);
    void abandonView();
    void closeSecondScan();
    PaneContent normalizedContent(double zoom) const;
    PaneContent viewContent() const;
    QString profileName() const;
    QString badge(double zoom) const;

    PaneServices m_services;
    NormalizerSession m_session;
    SlideSession m_second;
    SlidePtr m_secondShown;  ///< whose tiles are to be forgotten
    SlidePtr m_networkShown; ///< likewise
    SlideAlignment m_firstGuess;
    std::optional<ScanPlacement> m_placement;
    PaneView m_view = PaneView::Normalized;
    ColorTablePtr m_viewTable; ///< of m_shownView; null: none yet
    PaneView m_shownView = PaneView::Normalized;
    NormalizerPtr m_basis; ///< what m_viewTable was made of
    std::stop_source m_stop;
    int m_request = 0;
    bool m_isCompiling = false;
};

}
