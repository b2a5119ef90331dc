#pragma once

#include <QObject>
#include <QSettings>

#include "Theme.h"

namespace isostain {

/// What the user can set.
struct Preferences {
    qint64 cacheBytes = 0; ///< of decoded tiles kept in memory
    int threads = 0;       ///< that read tiles, at most kMostThreads; 0: one per core
    ThemeChoice theme = ThemeChoice::System;
    bool remembersRecentFiles = true;
    bool restoresSession = true; ///< only where recent files are remembered, too
    QString language;            ///< such as "de" or "zh_CN"; empty: the desktop's

    bool operator==(const Preferences&) const = default;
};

/// The preferences and their file. GUI thread only.
class Settings : public QObject {
    Q_OBJECT

public:
    static constexpr int kMostThreads = 256;

    /// The user's own settings.
    Settings();
    /// Settings in a file of their own, for tests and screenshots.
    explicit Settings(const QString& iniFile);

    const Preferences& preferences() const { return m_preferences; }
    void setPreferences(const Preferences& preferences);
    QSettings& store() { return m_store; }

    /// A quarter of the memory, at most 1 GiB.
    static qint64 defaultCacheBytes();

signals:
    void changed();

private:
    void load();

    QSettings m_store;
    Preferences m_preferences;
};

}
