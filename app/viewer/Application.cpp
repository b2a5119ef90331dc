#include "Application.h"

#include <cstdio>

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QPainter>
#include <QStandardPaths>
#include <QSvgRenderer>

#include "BundledProfiles.h"
#include "SettingsDialog.h"
#include "Translations.h"
#include "inference/InferenceModule.h"
#include "panels/ErrorText.h"

namespace isostain {

namespace {

QIcon applicationIcon()
{
    QSvgRenderer renderer(QStringLiteral(":/isostain.svg"));
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        icon.addPixmap(pixmap);
    }
    return icon;
}

QString demoFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/isostain/demo");
}

/// Of the profiles that the user makes.
QString profileFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/profiles");
}

/// Where exports are kept until they have ended.
QString savedExportFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/exports");
}

/// Of what is drawn on slides.
QString annotationFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/annotations");
}

QString bookmarkFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/bookmarks");
}

QString sessionFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/session.json");
}

std::unique_ptr<QTemporaryDir> temporarySettingsFor(const LaunchOptions& options)
{
    if (options.screenshot.isEmpty())
        return nullptr;
    return std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Settings> openSettings(const QTemporaryDir* folder)
{
    if (!folder)
        return std::make_unique<Settings>();
    return std::make_unique<Settings>(folder->filePath(QStringLiteral("settings.ini")));
}

}

Application::Application(LaunchOptions options)
    : m_options(std::move(options)),
      m_screenshotSettings(temporarySettingsFor(m_options)),
      m_settings(openSettings(m_screenshotSettings.get())),
      m_cache(static_cast<std::size_t>(m_settings->preferences().cacheBytes)),
      m_scheduler(m_cache, static_cast<unsigned>(m_settings->preferences().threads)),
      m_networkScheduler(m_cache, 1),
      m_recentSlides(m_settings->store(), QStringLiteral("recent/slides"), m_background),
      m_recentProfiles(m_settings->store(), QStringLiteral("recent/profiles"), m_background),
      m_library(profileFolder(), m_background),
      m_profiles(bundledProfiles(), m_recentProfiles, &m_library),
      m_kept(m_background),
      m_language(m_options.language.isEmpty() ? m_settings->preferences().language : m_options.language),
      m_windows(services(), sessionFile(), demoFolder())
{
    QApplication::setWindowIcon(applicationIcon());
    m_theme.apply(m_options.theme.value_or(m_settings->preferences().theme));
    if (!m_language.isEmpty())
        setLanguage(m_language);
    QObject::connect(m_settings.get(), &Settings::changed, &m_windows, [this] { applyPreferences(); });
    QObject::connect(&m_windows, &ViewerWindows::added, &m_windows, [this](ViewerWindow* window) { follow(*window); });
    QObject::connect(&m_windows, &ViewerWindows::settingsRequested, &m_windows,
                     [this](MainWindow* window) { showSettings(*window); });
    m_windows.add();
}

Application::~Application() = default;

ViewerServices Application::services()
{
    return {*m_settings,     m_background,     m_cache,        m_scheduler, m_networkScheduler, m_profiles,
            m_library,       m_recentSlides,   m_recentProfiles, m_kept,    m_studies,          loadNetworkBackend,
            bundledProfiles(), savedExportFolder(), annotationFolder(), bookmarkFolder()};
}

void Application::follow(ViewerWindow& window)
{
    QObject::connect(&window.slides(), &SlideSession::opened, &window,
                     [this](const QString& path) { remember(m_recentSlides, path); });
    QObject::connect(&window.panes(), &PaneSet::profileLoaded, &window,
                     [this](const ViewerPane*, const QString& id) { remember(m_recentProfiles, id); });
}

void Application::start()
{
    MainWindow& window = m_windows.first().window();
    if (m_options.size)
        window.resize(*m_options.size);
    if (m_options.mode)
        window.setCompareMode(*m_options.mode);
    window.show();
    if (m_options.arrangement)
        window.setArrangement(*m_options.arrangement);
    openPanes();
    if (!m_options.slide.isEmpty())
        m_windows.first().slides().open(QFileInfo(m_options.slide).absoluteFilePath());
    // What the command line asks for comes before what was shown last.
    if (isStateKept() && m_options.slide.isEmpty() && m_options.profiles.isEmpty())
        m_windows.restore();
    else if (m_options.screenshot.isEmpty())
        m_windows.setKeeping(isStateKept() ? StateKeeper::Keeping::On : StateKeeper::Keeping::Off);
    m_recentSlides.refresh();
    m_library.refresh();
    if (m_options.screenshot.isEmpty()) {
        window.lookForInterruptedExports();
        window.lookForInterruptedTrainings();
    } else {
        takeScreenshot();
    }
}

void Application::openPanes()
{
    PaneSet& panes = m_windows.first().panes();
    for (qsizetype i = 0; i < m_options.profiles.size(); ++i) {
        const QString& profile = m_options.profiles[i];
        m_windows.first().window().addPane(ProfileCatalog::isFile(profile) ? QFileInfo(profile).absoluteFilePath() : profile);
        if (i >= qsizetype(m_options.views.size()))
            continue;
        // A trust map can be told to be possible only when the profile has been read.
        ViewerPane& pane = panes.main();
        QObject::connect(&pane.session(), &NormalizerSession::loaded, &pane,
                         [&pane, view = m_options.views[std::size_t(i)]] { pane.setView(view); }, Qt::SingleShotConnection);
    }
    panes.setMain(0);
}

void Application::takeScreenshot()
{
    m_screenshot = std::make_unique<Screenshot>(m_windows.first().window(), m_options.screenshot);
    QObject::connect(m_screenshot.get(), &Screenshot::finished, &m_windows, [this](Screenshot::Outcome outcome) {
        const QString problem = screenshotProblem(outcome);
        if (!problem.isEmpty())
            std::fprintf(stderr, "isostain: %s\n", qPrintable(problem));
        QApplication::exit(problem.isEmpty() ? 0 : 1);
    });
}

QString Application::screenshotProblem(Screenshot::Outcome outcome)
{
    const SlideSession& slides = m_windows.first().slides();
    if (outcome == Screenshot::Outcome::Unwritable)
        return tr("%1 could not be written. Check that its folder exists and that you may write to it.").arg(m_options.screenshot);
    if (slides.state() == SlideSession::State::Failed)
        return errorText(slides.error());
    if (outcome == Screenshot::Outcome::Unsettled)
        return tr("%1 shows an unfinished view: the slide took too long. Try again.").arg(m_options.screenshot);
    return {};
}

void Application::showSettings(MainWindow& window)
{
    auto* dialog = new SettingsDialog(*m_settings, m_windows.isWorking() ? LanguageChoice::Locked : LanguageChoice::Free, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Application::applyPreferences()
{
    const Preferences& preferences = m_settings->preferences();
    m_theme.apply(preferences.theme);
    m_windows.setKeeping(isStateKept() ? StateKeeper::Keeping::On : StateKeeper::Keeping::Off);
    m_cache.setBudget(static_cast<std::size_t>(preferences.cacheBytes));
    if (!preferences.remembersRecentFiles) {
        m_recentSlides.clear();
        m_recentProfiles.clear();
    }
    // A training may have begun while the dialog was open.
    if (preferences.language != m_language && !m_windows.isWorking()) {
        m_language = preferences.language;
        setLanguage(m_language);
        m_windows.rebuild();
    }
}

bool Application::isStateKept() const
{
    const Preferences& preferences = m_settings->preferences();
    return preferences.remembersRecentFiles && preferences.restoresSession && m_options.screenshot.isEmpty();
}

void Application::remember(RecentFiles& recent, const QString& path)
{
    if (m_settings->preferences().remembersRecentFiles && (&recent != &m_recentProfiles || ProfileCatalog::isFile(path)))
        recent.add(path);
}

}
