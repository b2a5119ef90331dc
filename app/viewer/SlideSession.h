#pragma once

#include <functional>
#include <optional>

#include <QObject>

#include "slide/Slide.h"

namespace isostain {

class Background;

/// The slide that is open and the one being opened. Opening happens in the background; a newer request supersedes an older
/// one. The open slide stays until the next one is there, so that a wrong file costs nothing. GUI thread only.
class SlideSession : public QObject {
    Q_OBJECT

public:
    enum class State { Empty, Opening, Open, Failed };
    using Opener = std::function<Result<SlidePtr>(const std::filesystem::path&)>;

    SlideSession(Background& background, Opener opener);

    State state() const { return m_state; }
    const SlidePtr& slide() const { return m_slide; }
    /// The file last asked for.
    const QString& requestedPath() const { return m_requestedPath; }
    /// In State::Failed.
    const Error& error() const { return m_error; }

    void open(const QString& path);
    /// Shows a failure that did not come from opening a file, as if it did.
    void fail(const Error& error);
    /// Forgets a request or a failure and returns to the slide that is open, or to nothing.
    void cancel();
    void close();

signals:
    void stateChanged();
    void slideChanged();
    void opened(const QString& path);

private:
    /// In place of the one that is shown; null: none.
    void change(SlidePtr slide);
    void finish(int request, Result<SlidePtr> result);
    void setState(State state);

    Background& m_background;
    Opener m_opener;
    State m_state = State::Empty;
    SlidePtr m_slide;
    QString m_requestedPath;
    Error m_error;
    int m_request = 0;
};

}
