#include "ProfileController.h"

#include "NormalizerSession.h"
#include "ProfileCatalog.h"
#include "RecentFiles.h"
#include "SlideSession.h"
#include "panels/ErrorText.h"
#include "panels/ProfilePicker.h"

namespace isostain {

ProfileController::ProfileController(SlideSession& slides, NormalizerSession& normalizers, const ProfileCatalog& catalog,
                                     RecentFiles& recent, QWidget* window)
    : QObject(window),
      m_slides(slides),
      m_normalizers(normalizers),
      m_catalog(catalog),
      m_recent(recent),
      m_menu(new ProfileMenu(window)),
      m_picker(new ProfilePicker(m_menu))
{
    // The menu is rebuilt only after the click that came from it is over.
    connect(m_menu, &ProfileMenu::picked, &m_normalizers, &NormalizerSession::pick, Qt::QueuedConnection);
    connect(m_menu, &QMenu::aboutToShow, &m_recent, &RecentFiles::refresh);
    connect(&m_recent, &RecentFiles::changed, this, &ProfileController::showEntries);
    connect(&m_slides, &SlideSession::slideChanged, this, &ProfileController::startSlide);
    connect(&m_normalizers, &NormalizerSession::changed, this, &ProfileController::showEntries);
    connect(&m_normalizers, &NormalizerSession::loaded, this, &ProfileController::reportLoaded);
    connect(&m_normalizers, &NormalizerSession::failed, this,
            [this](const QString&, const Error& error) { reportFailure(error); });
}

void ProfileController::startSlide()
{
    showEntries();
    const SlidePtr& slide = m_slides.slide();
    const NormalizerPtr& normalizer = m_normalizers.normalizer();
    const bool isUsersChoiceOnItsWay = m_normalizers.isBusy() && m_normalizers.requestedId() != m_preselected;
    // A profile that the user chose stays from slide to slide; one that came with a demo slide goes with it, ready or not.
    if (!slide || isUsersChoiceOnItsWay || (normalizer && !normalizer->profile.demoSlidesOnly))
        return;
    m_preselected = m_catalog.preselectedFor(slide->info());
    if (m_preselected != (m_normalizers.isBusy() ? m_normalizers.requestedId() : m_normalizers.currentId()))
        m_normalizers.pick(m_preselected);
}

void ProfileController::showEntries()
{
    const SlidePtr& slide = m_slides.slide();
    m_menu->setEntries(m_catalog.entriesFor(slide ? &slide->info() : nullptr), m_normalizers.currentId());
    const NormalizerPtr& normalizer = m_normalizers.normalizer();
    m_picker->setCurrentName(normalizer ? QString::fromStdString(normalizer->profile.name) : QString());
}

void ProfileController::reportLoaded()
{
    const SlidePtr& slide = m_slides.slide();
    const StainProfile& profile = m_normalizers.normalizer()->profile;
    if (slide && !ProfileCatalog::suits(profile, slide->info()))
        emit noticed(tr("%1 was trained on generated tissue for demo slides. On this slide its colors mean nothing: "
                        "choose a profile made for slides like this one, or none.")
                         .arg(QString::fromStdString(profile.name)),
                     {});
}

void ProfileController::reportFailure(const Error& error)
{
    // The click has checked the entry that failed: check the one in use again.
    showEntries();
    if (error.code != ErrorCode::Cancelled)
        emit noticed(errorText(error), errorDetail(error));
}

}
