#include "SlideSession.h"

#include <utility>

#include "base/Memory.h"
#include "handover/Background.h"
#include "panels/PathText.h"

namespace isostain {

SlideSession::SlideSession(Background& background, Opener opener) : m_background(background), m_opener(std::move(opener)) {}

void SlideSession::open(const QString& path)
{
    const int request = ++m_request;
    m_requestedPath = path;
    setState(State::Opening);
    m_background.run(
        this, [opener = m_opener, file = toPath(path)] { return opener(file); },
        [this, request](Result<SlidePtr> result) { finish(request, std::move(result)); });
}

void SlideSession::finish(int request, Result<SlidePtr> result)
{
    if (request != m_request)
        return;
    if (!result) {
        fail(result.error());
        return;
    }
    change(std::move(*result));
    setState(State::Open);
    emit opened(m_requestedPath);
}

void SlideSession::fail(const Error& error)
{
    m_error = error;
    setState(State::Failed);
}

void SlideSession::cancel()
{
    ++m_request;
    setState(m_slide ? State::Open : State::Empty);
}

void SlideSession::close()
{
    ++m_request;
    change(nullptr);
    setState(State::Empty);
}

void SlideSession::change(SlidePtr slide)
{
    const SlidePtr before = std::exchange(m_slide, std::move(slide));
    emit slideChanged();
    // Its tiles are gone by now; the allocator would keep their memory, more with every slide.
    if (before)
        m_background.run(giveBackFreedMemory);
}

void SlideSession::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

}
