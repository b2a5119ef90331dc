#pragma once

#include <memory>

#include <QCoreApplication>
#include <QTemporaryDir>

#include "handover/Background.h"
#include "DemoMaker.h"
#include "LaunchOptions.h"
#include "PaneSet.h"
#include "ProfileCatalog.h"
#include "ProfileLibrary.h"
#include "RecentFiles.h"
#include "Screenshot.h"
#include "Settings.h"
#include "SlideSession.h"
#include "Theme.h"
#include "tiles/TileCache.h"
#include "tiles/TileScheduler.h"

namespace isostain {

class MainWindow;

/// Builds everything once and passes references down; the only place that knows everybody. GUI thread only.
class Application {
    Q_DECLARE_TR_FUNCTIONS(Application)

public:
    /// Needs a QApplication.
    explicit Application(LaunchOptions options);
    ~Application();

    /// Shows the window and begins what the command line asks for.
    void start();

private:
    void applyPreferences();
    void openPanes();
    void remember(RecentFiles& recent, const QString& path);
    void takeScreenshot();
    /// What is wrong with the picture, for the terminal; empty where nothing is.
    QString screenshotProblem(Screenshot::Outcome outcome) const;

    LaunchOptions m_options;
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_screenshotSettings; ///< a screenshot shows the program, not its user
    std::unique_ptr<Settings> m_settings;
    Background m_background;
    TileCache m_cache;
    TileScheduler m_scheduler;
    TileScheduler m_networkScheduler; ///< of one thread: a network uses all cores for one tile
    SlideSession m_slides;
    PaneSet m_panes;
    RecentFiles m_recentSlides;
    RecentFiles m_recentProfiles;
    ProfileLibrary m_library;
    ProfileCatalog m_profiles;
    DemoMaker m_demo;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Screenshot> m_screenshot;
};

}
