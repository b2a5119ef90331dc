#pragma once

#include <QObject>
#include <QString>
#include <QThread>

#include "handover/Inbox.h"

class QFileSystemWatcher;

namespace isostain {

/// Tells when files of a folder appear, disappear or are replaced, by whatever program. It looks at the folder on a thread of
/// its own, since a lost network drive answers late; its destruction waits for that thread. GUI thread only.
class FolderWatch : public QObject {
    Q_OBJECT

public:
    explicit FolderWatch(QString folder);
    ~FolderWatch() override;

    /// Begins to watch, or goes on after the folder has been missing. Does nothing where it is watched or does not exist.
    void watch();

signals:
    void changed();

private:
    struct Request {};
    struct Change {};

    void addFolder();

    QString m_folder;
    QThread m_thread;
    QFileSystemWatcher* m_watcher; ///< lives on m_thread
    Inbox<Request> m_requests;     ///< likewise
    Inbox<Change> m_changes;
};

}
