#pragma once

#include <QObject>

namespace isostain {

/// What wakes the owner of an Inbox: ring() in one thread is rung() in the thread of this object, at its event loop's next
/// turn. It carries nothing, so Qt has nothing of ours to hand over.
class InboxBell : public QObject {
    Q_OBJECT

public:
    InboxBell();

    /// Any thread.
    void ring();

signals:
    void rang(QPrivateSignal);
    void rung();
};

}
