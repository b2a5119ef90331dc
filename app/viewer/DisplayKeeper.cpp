#include "DisplayKeeper.h"

#include <algorithm>
#include <utility>

#include "compare/CompareView.h"
#include "handover/Background.h"

namespace isostain {

DisplayKeeper::DisplayKeeper(CompareView& view, Background& background, QObject* parent)
    : QObject(parent),
      m_view(view),
      m_background(background)
{
    connect(&view, &CompareView::slideChanged, this, &DisplayKeeper::update);
    connect(&view, &CompareView::panesChanged, this, &DisplayKeeper::update);
}

DisplayKeeper::~DisplayKeeper()
{
    m_stop.request_stop();
}

void DisplayKeeper::setAdjustment(const DisplayAdjustment& adjustment)
{
    if (adjustment == m_adjustment)
        return;
    m_adjustment = adjustment;
    update();
}

void DisplayKeeper::setSlideProfileUsed(bool used)
{
    if (used == m_usesSlideProfile)
        return;
    m_usesSlideProfile = used;
    m_toldSubject.clear();
    update();
}

void DisplayKeeper::setScreen(IccProfilePtr screen)
{
    if (screen == m_screen)
        return;
    m_screen = std::move(screen);
    update();
}

bool DisplayKeeper::isSlideProfileShown() const
{
    const DisplayRequest wanted = request();
    const bool hasOne = std::any_of(wanted.colors.begin(), wanted.colors.end(),
                                    [](const DisplayedColors& colors) { return colors.profile != nullptr; });
    return hasOne && !(m_tables && m_tables->firstError());
}

/// All that the panes show, and the slide itself, which every pane can show for a moment.
DisplayRequest DisplayKeeper::request() const
{
    DisplayRequest request{m_adjustment, m_screen, {}};
    const auto add = [&](const SlidePtr& slide, const ColorTablePtr& table) {
        const SlideInfo& info = slide->info();
        request.colors.push_back(
            {slide->id(), table, m_usesSlideProfile ? info.colorProfile : nullptr, info.path.filename().string()});
    };
    if (!m_view.slide())
        return request;
    add(m_view.slide(), nullptr);
    for (const PaneContent& pane : m_view.panes())
        add(pane.slide ? pane.slide : m_view.slide(), pane.table);
    return request;
}

void DisplayKeeper::update()
{
    if (m_isRunning)
        m_isOutdated = true;
    else
        start();
    emit changed();
}

void DisplayKeeper::start()
{
    m_isOutdated = false;
    DisplayRequest wanted = request();
    if (wanted.colors.empty() || wanted.isNeutral()) {
        m_tables = nullptr;
        m_view.setDisplay(nullptr);
        return;
    }
    m_isRunning = true;
    JobControl control;
    control.stop = m_stop.get_token();
    m_background.run(
        this,
        [wanted = std::move(wanted), previous = m_tables, control] {
            return DisplayTables::make(wanted, previous.get(), control);
        },
        [this](const Result<DisplayTablesPtr>& tables) { take(tables); });
}

void DisplayKeeper::take(const Result<DisplayTablesPtr>& tables)
{
    m_isRunning = false;
    m_tables = tables ? *tables : nullptr;
    m_view.setDisplay(m_tables);
    if (!tables && tables.error().code != ErrorCode::Cancelled)
        emit failed(tables.error());
    tellRefusal();
    if (m_isOutdated)
        start();
    emit changed();
}

void DisplayKeeper::tellRefusal()
{
    if (!m_tables || !m_tables->firstError() || m_tables->firstError()->subject == m_toldSubject)
        return;
    m_toldSubject = m_tables->firstError()->subject;
    emit failed(*m_tables->firstError());
}

}
