#include "FolderWatch.h"

#include <QFileSystemWatcher>

namespace isostain {

FolderWatch::FolderWatch(QString folder)
    : m_folder(std::move(folder)),
      m_watcher(new QFileSystemWatcher),
      m_requests([this](const std::vector<Request>&) { addFolder(); }),
      m_changes([this](const std::vector<Change>&) { emit changed(); })
{
    m_watcher->moveToThread(&m_thread);
    m_requests.moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_watcher, &QObject::deleteLater);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, m_watcher, [this] { m_changes.post({}); });
    m_thread.start();
}

FolderWatch::~FolderWatch()
{
    m_thread.quit();
    m_thread.wait();
}

void FolderWatch::watch()
{
    m_requests.post({});
}

/// On m_thread.
void FolderWatch::addFolder()
{
    if (!m_watcher->directories().contains(m_folder))
        m_watcher->addPath(m_folder);
}

}
