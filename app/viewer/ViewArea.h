#pragma once

#include <QStackedWidget>
#include <QTimer>

namespace isostain {

class CompareView;
class EmptyPage;
class ErrorPage;
class OpeningPage;
class RecentFiles;
class SlideSession;
class TileCache;
class TileScheduler;

/// The middle of the window: the slide, or in its place what to do, what is being opened, or what went wrong. Follows the
/// SlideSession by itself. GUI thread only.
class ViewArea : public QStackedWidget {
    Q_OBJECT

public:
    ViewArea(SlideSession& session, RecentFiles& recent, TileCache& cache, TileScheduler& scheduler, QWidget* parent = nullptr);

    CompareView& view() { return *m_view; }

signals:
    void openRequested();
    void demoRequested();

private:
    void showSlide();
    void showState();
    void showRecent();

    SlideSession& m_session;
    RecentFiles& m_recent;
    TileCache& m_cache;
    EmptyPage* m_empty;
    OpeningPage* m_opening;
    ErrorPage* m_error;
    CompareView* m_view;
    QTimer m_openingDelay;
};

}
