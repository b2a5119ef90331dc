#pragma once

#include <QObject>
#include <QTimer>

#include "ViewerState.h"

namespace isostain {

class Background;
class CompareView;
class PaneSet;
class SlideSession;

/// Keeps what the window shows in a file of the user's own, soon after it changes, and brings it back: after a crash, too. Files
/// are read and written in the background; what cannot be written is left. GUI thread only.
class StateKeeper : public QObject {
    Q_OBJECT

public:
    enum class Keeping { On, Off };

    struct Context {
        Background& background;
        SlideSession& slides;
        PaneSet& panes;
        CompareView& view;
    };

    /// Everything outlives the keeper. Nothing is written before setKeeping() turns it on.
    StateKeeper(const Context& context, QString file, QObject* parent = nullptr);

    /// Off forgets what is kept.
    void setKeeping(Keeping keeping);
    /// Shows what was kept, unless something is shown by then; restored() follows. A slide that is gone is told of as any that
    /// cannot be opened.
    void restore();
    /// Opens what a state tells of.
    void show(const ViewerState& state);
    /// Something is not on disk yet.
    bool isBusy() const { return m_timer.isActive() || m_isWriting; }
    /// Writes at once what waits to be written; what is still being opened is not part of it.
    void flush();

    ViewerState state() const;

signals:
    void restored();
    /// Nothing is left to be written.
    void idle();

private:
    void note();
    void write();
    void writeNow();
    void showPlace();

    Context m_context;
    QString m_file;
    Keeping m_keeping = Keeping::Off;
    QTimer m_timer;
    ViewerState m_kept;    ///< on disk, or on its way there
    ViewerState m_waiting; ///< its place is shown when the slide is there
    bool m_isWriting = false;
};

}
