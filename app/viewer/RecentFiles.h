#pragma once

#include <QObject>
#include <QSet>
#include <QSettings>
#include <QStringList>

namespace isostain {

class Background;

/// Files used lately, latest first, kept in the settings. Whether they still exist is looked up in the background, since a
/// lost network drive answers late. GUI thread only.
class RecentFiles : public QObject {
    Q_OBJECT

public:
    static constexpr int kMost = 10;

    /// `key` names the list in the settings.
    RecentFiles(QSettings& store, QString key, Background& background);

    const QStringList& paths() const { return m_paths; }
    bool isMissing(const QString& path) const { return m_missing.contains(path); }

    void add(const QString& path);
    void clear();
    /// Looks again which files exist; changed() follows when that made a difference.
    void refresh();

signals:
    void changed();

private:
    void save();

    QSettings& m_store;
    QString m_key;
    Background& m_background;
    QStringList m_paths;
    QSet<QString> m_missing;
};

}
