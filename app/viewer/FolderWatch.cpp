#include "FolderWatch.h"

#include <QFileSystemWatcher>

namespace isostain {

FolderWatch::FolderWatch(QString folder) : m_folder(std::move(folder)), m_watcher(new QFileSystemWatcher)
{
    m_watcher->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_watcher, &QObject::deleteLater);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::changed);
    m_thread.start();
}

FolderWatch::~FolderWatch()
{
    m_thread.quit();
    m_thread.wait();
}

void FolderWatch::watch()
{
    QMetaObject::invokeMethod(m_watcher, [watcher = m_watcher, folder = m_folder] {
        if (!watcher->directories().contains(folder))
            watcher->addPath(folder);
    });
}

}
