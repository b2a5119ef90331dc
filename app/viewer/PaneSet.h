#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "ViewerPane.h"
#include "compare/PaneLayout.h"

namespace isostain {

/// The panes of the window: the source first, then those beside it. There is always one beside it, but while it is alone and
/// empty only the source is shown. One pane is the main one: toolbar, warnings and export are about it. GUI thread only.
class PaneSet : public QObject {
    Q_OBJECT

public:
    static constexpr int kMost = kMaxPanes - 1; ///< beside the source

    explicit PaneSet(const PaneServices& services);
    ~PaneSet() override;

    /// Beside the source, at least 1.
    int count() const { return int(m_panes.size()); }
    ViewerPane& pane(int index) { return *m_panes[std::size_t(index)]; }
    const ViewerPane& pane(int index) const { return *m_panes[std::size_t(index)]; }
    /// -1 for a pane that is none of these.
    int indexOf(const ViewerPane* pane) const;
    ViewerPane& main() { return *m_panes[std::size_t(m_main)]; }
    const ViewerPane& main() const { return *m_panes[std::size_t(m_main)]; }
    int mainIndex() const { return m_main; }
    void setMain(int index);
    /// Nothing is shown beside the source.
    bool isSourceAlone() const;
    bool isBusy() const;
    /// The profiles that are in use or on their way.
    QStringList profileIds() const;

    bool canAdd() const { return isVacant() || count() < kMost; }
    /// A new pane, or the one that is there and empty, as the main one; null when there are too many.
    ViewerPane* add();
    /// The last one is emptied instead.
    void close(int index);

    /// For the view: the source's and, unless that is alone, those of all panes in order.
    std::vector<PaneContent> contents(NormalizationShown shown, double zoom) const;

signals:
    /// contents() may differ.
    void changed();
    /// Another pane is the main one.
    void mainChanged();
    /// Of any pane.
    void busyChanged();
    void profileLoaded(isostain::ViewerPane* pane, const QString& id);
    void profileFailed(isostain::ViewerPane* pane, const isostain::Error& error);
    void failed(const isostain::Error& error);

private:
    ViewerPane& append();
    /// Nothing beside the source, and nothing on its way.
    bool isVacant() const;
    void followSlide();

    PaneServices m_services;
    std::shared_ptr<SlideSamples> m_samples;
    SlidePtr m_slide; ///< whose sample is to be forgotten
    std::vector<std::unique_ptr<ViewerPane>> m_panes;
    int m_main = 0;
};

}
