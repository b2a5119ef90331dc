#include "StateKeeper.h"

#include <system_error>
#include <utility>

#include "NormalizerSession.h"
#include "PaneSet.h"
#include "SlideKeyedFile.h"
#include "SlideSession.h"
#include "base/AtomicFile.h"
#include "compare/CompareView.h"
#include "handover/Background.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

namespace fs = std::filesystem;

constexpr int kDelay = 500; ///< milliseconds; a drag is written once

void keep(const QByteArray& json, const fs::path& file)
{
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    if (writeFileAtomically(file, std::string_view(json.constData(), std::size_t(json.size())), Overwrite::Yes))
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

}

StateKeeper::StateKeeper(const Context& context, QString file, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_file(std::move(file))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StateKeeper::write);
    connect(&context.view, &CompareView::viewportChanged, this, &StateKeeper::note);
    connect(&context.view, &CompareView::modeChanged, this, &StateKeeper::note);
    connect(&context.slides, &SlideSession::slideChanged, this, &StateKeeper::note);
    connect(&context.panes, &PaneSet::changed, this, &StateKeeper::note);
    connect(&context.panes, &PaneSet::mainChanged, this, &StateKeeper::note);
    connect(&context.view, &CompareView::slideChanged, this, &StateKeeper::showPlace);
}

ViewerState StateKeeper::state() const
{
    ViewerState state;
    const SlidePtr& slide = m_context.slides.slide();
    if (slide) {
        const Viewport& viewport = m_context.view.viewport();
        state.slide = toFileName(slide->info().path);
        state.center = viewport.center;
        state.orientation = viewport.orientation;
        const Viewport fitted = fitViewport(slide->geometry(), viewport.width, viewport.height, viewport.orientation);
        state.zoom = viewport.zoom == fitted.zoom && viewport.center == fitted.center ? 0 : viewport.zoom;
    }
    state.mode = m_context.view.mode();
    if (!m_context.panes.isSourceAlone())
        for (int i = 0; i < m_context.panes.count(); ++i) {
            const ViewerPane& pane = m_context.panes.pane(i);
            state.panes.push_back({pane.session().currentId(), pane.view(),
                                   pane.secondScan() ? toFileName(pane.secondScan()->info().path) : QString()});
        }
    state.mainPane = m_context.panes.mainIndex();
    return state;
}

void StateKeeper::setKeeping(Keeping keeping)
{
    if (keeping == m_keeping)
        return;
    m_keeping = keeping;
    m_kept = {};
    if (keeping == Keeping::On) {
        note();
        return;
    }
    m_timer.stop();
    m_context.background.run([file = toPath(m_file)] {
        std::error_code ignored;
        fs::remove(file, ignored);
    });
}

void StateKeeper::note()
{
    if (m_keeping == Keeping::On && !m_timer.isActive())
        m_timer.start(kDelay);
}

void StateKeeper::flush()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    if (m_isWriting)
        m_timer.start(0);
    else
        writeNow();
}

void StateKeeper::write()
{
    // What is on its way is not forgotten for it.
    if (m_isWriting || m_context.slides.state() == SlideSession::State::Opening || m_context.panes.isBusy())
        m_timer.start(kDelay);
    else
        writeNow();
}

void StateKeeper::writeNow()
{
    if (m_keeping == Keeping::Off)
        return;
    const ViewerState now = state();
    if (now == m_kept) {
        emit idle();
        return;
    }
    m_kept = now;
    m_isWriting = true;
    m_context.background.run(
        this,
        [json = toJson(now), file = toPath(m_file)] {
            keep(json, file);
            return true;
        },
        [this](bool) {
            m_isWriting = false;
            if (!isBusy())
                emit idle();
        });
}

void StateKeeper::restore()
{
    m_context.background.run(
        this, [file = toPath(m_file)] { return viewerStateFromJson(readKeptFile(file)); },
        [this](const std::optional<ViewerState>& state) {
            if (state && m_context.slides.state() == SlideSession::State::Empty && m_context.panes.isSourceAlone())
                show(*state);
            emit restored();
        });
}

void StateKeeper::show(const ViewerState& state)
{
    m_context.view.setMode(state.mode);
    for (const ViewerState::Pane& each : state.panes) {
        ViewerPane* pane = m_context.panes.add();
        if (!pane)
            break;
        if (!each.profile.isEmpty()) {
            pane->pick(each.profile);
            // What a profile can show is known when it has been read.
            connect(
                &pane->session(), &NormalizerSession::loaded, pane, [pane, view = each.view] { pane->setView(view); },
                Qt::SingleShotConnection);
        } else {
            pane->setView(each.view);
        }
        if (!each.secondScan.isEmpty())
            pane->openSecondScan(each.secondScan);
    }
    if (!state.panes.empty())
        m_context.panes.setMain(state.mainPane);
    if (state.slide.isEmpty())
        return;
    m_waiting = state;
    m_context.slides.open(state.slide);
}

void StateKeeper::showPlace()
{
    if (m_waiting.slide.isEmpty())
        return;
    const ViewerState waiting = std::exchange(m_waiting, {});
    const SlidePtr& slide = m_context.view.slide();
    if (!slide || toFileName(slide->info().path) != waiting.slide)
        return;
    m_context.view.setOrientation(waiting.orientation);
    if (waiting.zoom == 0)
        return;
    Viewport viewport = m_context.view.viewport();
    viewport.center = waiting.center;
    viewport.zoom = waiting.zoom;
    m_context.view.setViewport(viewport);
}

}
