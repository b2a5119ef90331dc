#pragma once

#include <memory>

#include <QCoreApplication>
#include <QTemporaryDir>

#include "KeptFileWriter.h"
#include "LaunchOptions.h"
#include "ProfileCatalog.h"
#include "ProfileLibrary.h"
#include "RecentFiles.h"
#include "Screenshot.h"
#include "Settings.h"
#include "Theme.h"
#include "ViewerWindows.h"
#include "handover/Background.h"
#include "tiles/TileCache.h"
#include "tiles/TileScheduler.h"
#include "wizard/StudyBackend.h"

namespace isostain {

/// Builds everything once and passes references down; the only place that knows everybody. GUI thread only.
class Application {
    Q_DECLARE_TR_FUNCTIONS(Application)

public:
    /// Needs a QApplication.
    explicit Application(LaunchOptions options);
    ~Application();

    /// Shows a window and begins what the command line asks for.
    void start();

private:
    ViewerServices services();
    void follow(ViewerWindow& window);
    void showSettings(MainWindow& window);
    void applyPreferences();
    /// What was shown is brought back at the next start.
    bool isStateKept() const;
    void openPanes();
    void remember(RecentFiles& recent, const QString& path);
    void takeScreenshot();
    /// What is wrong with the picture, for the terminal; empty where nothing is.
    QString screenshotProblem(Screenshot::Outcome outcome);

    LaunchOptions m_options;
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_screenshotSettings; ///< a screenshot shows the program, not its user
    std::unique_ptr<Settings> m_settings;
    Background m_background;
    TileCache m_cache;
    TileScheduler m_scheduler;
    TileScheduler m_networkScheduler;
    RecentFiles m_recentSlides;
    RecentFiles m_recentProfiles;
    ProfileLibrary m_library;
    ProfileCatalog m_profiles;
    KeptFileWriter m_kept;
    StudyBackend m_studies = studyBackend();
    QString m_language; ///< that the windows speak; empty: the desktop's
    ViewerWindows m_windows;
    std::unique_ptr<Screenshot> m_screenshot;
};

}
