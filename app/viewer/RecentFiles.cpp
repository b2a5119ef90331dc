#include "RecentFiles.h"

#include <QFileInfo>

#include "handover/Background.h"

namespace isostain {

RecentFiles::RecentFiles(QSettings& store, QString key, Background& background)
    : m_store(store),
      m_key(std::move(key)),
      m_background(background),
      m_paths(m_store.value(m_key).toStringList())
{
}

void RecentFiles::add(const QString& path)
{
    m_paths.removeAll(path);
    m_paths.prepend(path);
    if (m_paths.size() > kMost)
        m_paths.resize(kMost);
    m_missing.remove(path);
    save();
}

void RecentFiles::clear()
{
    m_paths.clear();
    m_missing.clear();
    save();
}

void RecentFiles::refresh()
{
    const auto findMissing = [paths = m_paths] {
        QSet<QString> missing;
        for (const QString& path : paths)
            if (!QFileInfo::exists(path))
                missing.insert(path);
        return missing;
    };
    m_background.run(this, findMissing, [this](const QSet<QString>& missing) {
        if (missing == m_missing)
            return;
        m_missing = missing;
        emit changed();
    });
}

void RecentFiles::save()
{
    m_store.setValue(m_key, m_paths);
    emit changed();
}

}
