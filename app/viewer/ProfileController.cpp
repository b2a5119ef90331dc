#include "ProfileController.h"

#include "PaneSet.h"
#include "ProfileCatalog.h"
#include "RecentFiles.h"
#include "SlideSession.h"
#include "panels/ErrorText.h"
#include "panels/ProfilePicker.h"
#include "panels/ProfileTitle.h"

namespace isostain {

ProfileController::ProfileController(SlideSession& slides, PaneSet& panes, const ProfileCatalog& catalog, RecentFiles& recent,
                                     QWidget* window)
    : QObject(window),
      m_slides(slides),
      m_panes(panes),
      m_catalog(catalog),
      m_recent(recent),
      m_menu(new ProfileMenu(window)),
      m_picker(new ProfilePicker(m_menu))
{
    // The menu is rebuilt only after the click that came from it is over.
    connect(m_menu, &ProfileMenu::picked, this, [this](const QString& id) { m_panes.main().pick(id); }, Qt::QueuedConnection);
    connect(m_menu, &QMenu::aboutToShow, &m_recent, &RecentFiles::refresh);
    connect(&m_recent, &RecentFiles::changed, this, &ProfileController::showEntries);
    connect(&m_slides, &SlideSession::slideChanged, this, &ProfileController::startSlide);
    connect(&m_panes, &PaneSet::changed, this, &ProfileController::showEntries);
    connect(&m_panes, &PaneSet::mainChanged, this, &ProfileController::showEntries);
    connect(&m_panes, &PaneSet::profileLoaded, this, [this] { emit succeeded(); });
    connect(&m_panes, &PaneSet::profileFailed, this, [this](const ViewerPane*, const Error& error) { reportFailure(error); });
}

void ProfileController::startSlide()
{
    showEntries();
    const SlidePtr& slide = m_slides.slide();
    for (int i = 0; slide && i < m_panes.count(); ++i) {
        const StainProfile* profile = m_panes.pane(i).session().profile();
        if (i != m_panes.mainIndex() && profile && !ProfileCatalog::suits(*profile, slide->info()))
            m_panes.pane(i).pick({});
    }
    NormalizerSession& session = m_panes.main().session();
    const QString& wanted = session.requestedId();
    const bool isDemoProfile = session.currentId() == wanted && session.profile() && session.profile()->demoSlidesOnly;
    const bool isUsersChoice = !wanted.isEmpty() && wanted != m_preselected && !isDemoProfile;
    // A profile that the user chose stays from slide to slide; one that came with a demo slide goes with it, ready or not.
    if (!slide || isUsersChoice)
        return;
    m_preselected = m_catalog.preselectedFor(slide->info());
    if (m_preselected != wanted)
        session.pick(m_preselected);
}

void ProfileController::showEntries()
{
    const SlidePtr& slide = m_slides.slide();
    const NormalizerSession& session = m_panes.main().session();
    m_menu->setEntries(m_catalog.entriesFor(slide ? &slide->info() : nullptr), session.currentId());
    m_picker->setCurrentName(session.profile() ? profileTitle(*session.profile()) : QString());
}

void ProfileController::reportFailure(const Error& error)
{
    // The click has checked the entry that failed: check the one in use again.
    showEntries();
    if (error.code != ErrorCode::Cancelled)
        emit noticed(errorText(error), errorDetail(error));
}

}
