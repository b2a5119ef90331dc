#include "PaneController.h"

#include <algorithm>

#include "PaneMenu.h"
#include "ProfileCatalog.h"
#include "RecentFiles.h"
#include "compare/CompareView.h"
#include "compare/PaneHeader.h"
#include "compare/PaneHeaders.h"
#include "panels/ProfilePicker.h"

namespace isostain {

PaneController::PaneController(PaneSet& panes, SlideSession& slides, const ProfileCatalog& catalog, RecentFiles& recent,
                               CompareView& view, QObject* parent)
    : QObject(parent),
      m_panes(panes),
      m_slides(slides),
      m_catalog(catalog),
      m_recent(recent),
      m_view(view),
      m_headers(new PaneHeaders(view))
{
    connect(&m_panes, &PaneSet::changed, this, &PaneController::showPanes);
    connect(&m_panes, &PaneSet::mainChanged, this, &PaneController::showPanes);
    connect(&m_view, &CompareView::mainPaneChanged, this, [this](int pane) {
        if (!m_isShowing && pane > 0)
            m_panes.setMain(pane - 1);
    });
    connect(&m_view, &CompareView::viewportChanged, this, &PaneController::showLevel);
    connect(
        m_headers, &PaneHeaders::closeRequested, &m_panes, [this](int pane) { m_panes.close(pane - 1); }, Qt::QueuedConnection);
    showPanes();
}

PaneController::~PaneController() = default;

/// Perhaps from within one of its own entries.
void PaneController::Discarded::operator()(PaneMenu* menu) const
{
    menu->disconnect();
    menu->deleteLater();
}

void PaneController::setNormalizationShown(NormalizationShown shown)
{
    m_shown = shown;
    showPanes();
}

void PaneController::addPane()
{
    ViewerPane* pane = m_panes.add();
    if (!pane)
        return;
    const SlidePtr& slide = m_slides.slide();
    const QString offer = m_catalog.nextOffer(slide ? &slide->info() : nullptr, m_panes.profileIds());
    if (!offer.isEmpty())
        pane->pick(offer);
}

void PaneController::closeMainPane()
{
    m_panes.close(m_panes.mainIndex());
}

void PaneController::showPanes()
{
    if (m_isShowing)
        return;
    m_isShowing = true;
    m_level = level();
    m_view.setPanes(m_panes.contents(m_shown, m_view.viewport().zoom));
    // The source's own pane stays: everything is compared with it.
    if (PaneHeader* source = m_headers->header(0))
        source->setClosing(PaneClosing::Never);
    installMenus();
    if (!m_panes.isSourceAlone())
        m_view.setMainPane(viewIndexOf(m_panes.mainIndex()));
    m_isShowing = false;
}

void PaneController::installMenus()
{
    std::vector<std::unique_ptr<PaneMenu, Discarded>> menus;
    for (int i = 0; i < m_panes.count(); ++i) {
        ViewerPane& pane = m_panes.pane(i);
        const auto found =
            std::find_if(m_menus.begin(), m_menus.end(), [&](const auto& menu) { return menu && &menu->pane() == &pane; });
        menus.push_back(found == m_menus.end() ? makeMenu(pane) : std::move(*found));
        if (PaneHeader* header = m_headers->header(viewIndexOf(i)))
            header->setMenu(menus.back().get());
    }
    m_menus = std::move(menus);
}

std::unique_ptr<PaneMenu, PaneController::Discarded> PaneController::makeMenu(ViewerPane& pane)
{
    std::unique_ptr<PaneMenu, Discarded> menu(new PaneMenu(pane, &m_view));
    connect(&menu->profiles(), &QMenu::aboutToShow, &m_recent, &RecentFiles::refresh);
    connect(menu.get(), &QMenu::aboutToShow, this, [this, menu = menu.get()] {
        const SlidePtr& slide = m_slides.slide();
        menu->profiles().setEntries(m_catalog.entriesFor(slide ? &slide->info() : nullptr), menu->pane().session().currentId());
    });
    connect(&menu->profiles(), &ProfileMenu::browseRequested, this, [this, &pane] { emit profileBrowseRequested(&pane); });
    connect(menu.get(), &PaneMenu::secondScanRequested, this, [this, &pane] { emit secondScanRequested(&pane); });
    connect(menu.get(), &PaneMenu::alignmentRequested, this, [this, &pane] { emit alignmentRequested(&pane); });
    connect(menu.get(), &PaneMenu::alignmentLoadRequested, this, [this, &pane] { emit alignmentLoadRequested(&pane); });
    connect(menu.get(), &PaneMenu::alignmentSaveRequested, this, [this, &pane] { emit alignmentSaveRequested(&pane); });
    connect(
        menu.get(), &PaneMenu::closeRequested, &pane, [this, &pane] { m_panes.close(m_panes.indexOf(&pane)); },
        Qt::QueuedConnection);
    return menu;
}

void PaneController::showLevel()
{
    if (level() != m_level && m_slides.slide())
        showPanes();
}

int PaneController::level() const
{
    const SlidePtr& slide = m_slides.slide();
    return slide && slide->geometry().levelCount() > 0 ? slide->geometry().levelForZoom(m_view.viewport().zoom) : 0;
}

}
