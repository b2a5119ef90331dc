#include "Application.h"

#include <cstdio>

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QPainter>
#include <QStandardPaths>
#include <QSvgRenderer>

#include "BundledProfiles.h"
#include "MainWindow.h"
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

std::unique_ptr<QTemporaryDir> temporarySettingsFor(const LaunchOptions& options)
{
    return options.screenshot.isEmpty() ? nullptr : std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Settings> openSettings(const QTemporaryDir* folder)
{
    return folder ? std::make_unique<Settings>(folder->filePath(QStringLiteral("settings.ini"))) : std::make_unique<Settings>();
}

}

Application::Application(LaunchOptions options)
    : m_options(std::move(options)),
      m_screenshotSettings(temporarySettingsFor(m_options)),
      m_settings(openSettings(m_screenshotSettings.get())),
      m_cache(static_cast<std::size_t>(m_settings->preferences().cacheBytes)),
      m_scheduler(m_cache, static_cast<unsigned>(m_settings->preferences().threads)),
      m_networkScheduler(m_cache, 1),
      m_slides(m_background, openSlide),
      m_panes({m_background, m_slides, m_cache, openSlide, m_networkScheduler, loadNetworkBackend}),
      m_recentSlides(m_settings->store(), QStringLiteral("recent/slides"), m_background),
      m_recentProfiles(m_settings->store(), QStringLiteral("recent/profiles"), m_background),
      m_library(profileFolder(), m_background),
      m_profiles(bundledProfiles(), m_recentProfiles, &m_library),
      m_demo(m_background, demoFolder())
{
    QApplication::setWindowIcon(applicationIcon());
    m_theme.apply(m_options.theme.value_or(m_settings->preferences().theme));
    m_window = std::make_unique<MainWindow>(ViewerContext{*m_settings, m_background, m_cache, m_scheduler, m_slides,
                                                          m_panes, m_profiles, m_recentSlides, m_recentProfiles, m_demo,
                                                          loadNetworkBackend, m_library, bundledProfiles(), savedExportFolder()});
    QObject::connect(m_settings.get(), &Settings::changed, m_window.get(), [this] { applyPreferences(); });
    QObject::connect(&m_slides, &SlideSession::opened, m_window.get(),
                     [this](const QString& path) { remember(m_recentSlides, path); });
    QObject::connect(&m_panes, &PaneSet::profileLoaded, m_window.get(),
                     [this](const ViewerPane*, const QString& id) { remember(m_recentProfiles, id); });
}

Application::~Application() = default;

void Application::start()
{
    if (m_options.size)
        m_window->resize(*m_options.size);
    if (m_options.mode)
        m_window->setCompareMode(*m_options.mode);
    m_window->show();
    if (m_options.arrangement)
        m_window->setArrangement(*m_options.arrangement);
    openPanes();
    if (!m_options.slide.isEmpty())
        m_slides.open(QFileInfo(m_options.slide).absoluteFilePath());
    m_recentSlides.refresh();
    m_library.refresh();
    if (m_options.screenshot.isEmpty())
        m_window->lookForInterruptedExports();
    else
        takeScreenshot();
}

void Application::openPanes()
{
    for (qsizetype i = 0; i < m_options.profiles.size(); ++i) {
        const QString& profile = m_options.profiles[i];
        m_window->addPane(ProfileCatalog::isFile(profile) ? QFileInfo(profile).absoluteFilePath() : profile);
        if (i >= qsizetype(m_options.views.size()))
            continue;
        // A trust map can be told to be possible only when the profile has been read.
        ViewerPane& pane = m_panes.main();
        QObject::connect(&pane.session(), &NormalizerSession::loaded, &pane,
                         [&pane, view = m_options.views[std::size_t(i)]] { pane.setView(view); }, Qt::SingleShotConnection);
    }
    m_panes.setMain(0);
}

void Application::takeScreenshot()
{
    m_screenshot = std::make_unique<Screenshot>(*m_window, m_options.screenshot);
    QObject::connect(m_screenshot.get(), &Screenshot::finished, m_window.get(), [this](Screenshot::Outcome outcome) {
        const QString problem = screenshotProblem(outcome);
        if (!problem.isEmpty())
            std::fprintf(stderr, "isostain: %s\n", qPrintable(problem));
        QApplication::exit(problem.isEmpty() ? 0 : 1);
    });
}

QString Application::screenshotProblem(Screenshot::Outcome outcome) const
{
    if (outcome == Screenshot::Outcome::Unwritable)
        return tr("%1 could not be written. Check that its folder exists and that you may write to it.").arg(m_options.screenshot);
    if (m_slides.state() == SlideSession::State::Failed)
        return errorText(m_slides.error());
    if (outcome == Screenshot::Outcome::Unsettled)
        return tr("%1 shows an unfinished view: the slide took too long. Try again.").arg(m_options.screenshot);
    return {};
}

void Application::applyPreferences()
{
    const Preferences& preferences = m_settings->preferences();
    m_theme.apply(preferences.theme);
    m_cache.setBudget(static_cast<std::size_t>(preferences.cacheBytes));
    if (!preferences.remembersRecentFiles) {
        m_recentSlides.clear();
        m_recentProfiles.clear();
    }
}

void Application::remember(RecentFiles& recent, const QString& path)
{
    if (m_settings->preferences().remembersRecentFiles && (&recent != &m_recentProfiles || ProfileCatalog::isFile(path)))
        recent.add(path);
}

}
