#include "Settings.h"

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace isostain {

namespace {

constexpr qint64 kMebibyte = qint64(1) << 20;
constexpr qint64 kSmallestCache = 64 * kMebibyte;

const QString kCacheKey = QStringLiteral("cache/bytes");
const QString kThreadsKey = QStringLiteral("cache/threads");
const QString kLanguageKey = QStringLiteral("window/language");
const QString kThemeKey = QStringLiteral("window/theme");
const QString kRecentKey = QStringLiteral("recent/remember");
const QString kSessionKey = QStringLiteral("session/restore");

}

Settings::Settings()
{
    load();
}

Settings::Settings(const QString& iniFile) : m_store(iniFile, QSettings::IniFormat)
{
    load();
}

qint64 Settings::defaultCacheBytes()
{
    qint64 memory = 4096 * kMebibyte;
#if defined(Q_OS_UNIX) && defined(_SC_PHYS_PAGES)
    if (const long pages = sysconf(_SC_PHYS_PAGES); pages > 0)
        memory = qint64(pages) * sysconf(_SC_PAGESIZE);
#endif
    return std::clamp(memory / 4, kSmallestCache, 1024 * kMebibyte);
}

void Settings::load()
{
    m_preferences.cacheBytes = std::max(kSmallestCache, m_store.value(kCacheKey, defaultCacheBytes()).toLongLong());
    m_preferences.threads = std::clamp(m_store.value(kThreadsKey, 0).toInt(), 0, kMostThreads);
    m_preferences.theme = themeFromKey(m_store.value(kThemeKey).toString());
    m_preferences.language = m_store.value(kLanguageKey).toString();
    m_preferences.remembersRecentFiles = m_store.value(kRecentKey, true).toBool();
    m_preferences.restoresSession = m_store.value(kSessionKey, true).toBool();
}

void Settings::setPreferences(const Preferences& preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    m_store.setValue(kCacheKey, preferences.cacheBytes);
    m_store.setValue(kThreadsKey, preferences.threads);
    m_store.setValue(kThemeKey, themeKey(preferences.theme));
    m_store.setValue(kLanguageKey, preferences.language);
    m_store.setValue(kRecentKey, preferences.remembersRecentFiles);
    m_store.setValue(kSessionKey, preferences.restoresSession);
    emit changed();
}

}
