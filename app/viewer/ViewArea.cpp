#include "ViewArea.h"

#include <QFileInfo>

#include "RecentFiles.h"
#include "SlideSession.h"
#include "compare/CompareView.h"
#include "panels/EmptyPage.h"
#include "panels/ErrorPage.h"
#include "panels/OpeningPage.h"
#include "panels/PathText.h"
#include "tiles/TileCache.h"

namespace isostain {

// Most slides open faster than this; a page that flashes by would only disturb.
constexpr int kOpeningPageDelayMilliseconds = 200;

ViewArea::ViewArea(SlideSession& session, RecentFiles& recent, TileCache& cache, TileScheduler& scheduler, QWidget* parent)
    : QStackedWidget(parent),
      m_session(session),
      m_recent(recent),
      m_cache(cache),
      m_empty(new EmptyPage),
      m_opening(new OpeningPage),
      m_error(new ErrorPage),
      m_view(new CompareView(cache, scheduler))
{
    for (QWidget* page : std::initializer_list<QWidget*>{m_empty, m_opening, m_error, m_view})
        addWidget(page);
    m_view->setAccessibleName(tr("Slide"));

    m_openingDelay.setSingleShot(true);
    m_openingDelay.setInterval(kOpeningPageDelayMilliseconds);
    connect(&m_openingDelay, &QTimer::timeout, this, [this] { setCurrentWidget(m_opening); });

    connect(m_empty, &EmptyPage::openRequested, this, &ViewArea::openRequested);
    connect(m_empty, &EmptyPage::demoRequested, this, &ViewArea::demoRequested);
    connect(m_empty, &EmptyPage::recentChosen, &m_session, &SlideSession::open);
    connect(m_opening, &OpeningPage::cancelRequested, &m_session, &SlideSession::cancel);
    connect(m_error, &ErrorPage::openRequested, this, &ViewArea::openRequested);
    connect(m_error, &ErrorPage::backRequested, &m_session, &SlideSession::cancel);

    connect(&m_session, &SlideSession::slideChanged, this, &ViewArea::showSlide);
    connect(&m_session, &SlideSession::stateChanged, this, &ViewArea::showState);
    connect(&m_recent, &RecentFiles::changed, this, &ViewArea::showRecent);
    showState();
    showRecent();
}

void ViewArea::showSlide()
{
    const SlidePtr previous = m_view->slide();
    m_view->setSlide(m_session.slide());
    if (previous)
        m_cache.removeSlide(previous->id());
}

void ViewArea::showState()
{
    m_openingDelay.stop();
    switch (m_session.state()) {
    case SlideSession::State::Empty:
        setCurrentWidget(m_empty);
        break;
    case SlideSession::State::Opening:
        m_opening->setText(tr("Opening %1…").arg(QFileInfo(m_session.requestedPath()).fileName()));
        m_openingDelay.start();
        break;
    case SlideSession::State::Open:
        setCurrentWidget(m_view);
        m_view->setFocus();
        break;
    case SlideSession::State::Failed:
        m_error->setError(m_session.error(),
                          m_session.slide() ? QFileInfo(toFileName(m_session.slide()->info().path)).fileName() : QString());
        setCurrentWidget(m_error);
        break;
    }
}

void ViewArea::showRecent()
{
    QStringList found;
    for (const QString& path : m_recent.paths())
        if (!m_recent.isMissing(path))
            found << path;
    m_empty->setRecent(found);
}

}
