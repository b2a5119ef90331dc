#pragma once

#include <functional>
#include <memory>

#include <QTemporaryDir>

#include "handover/Background.h"
#include "DemoMaker.h"
#include "KeptFileWriter.h"
#include "MainWindow.h"
#include "PaneSet.h"
#include "ProfileCatalog.h"
#include "ProfileLibrary.h"
#include "RecentFiles.h"
#include "Settings.h"
#include "SlideSession.h"
#include "tiles/TileCache.h"
#include "tiles/TileScheduler.h"
#include "wizard/StudyBackend.h"

namespace isostain::test {

/// The real window with everything it needs, in a folder of its own that is gone with it.
class ViewerFixture {
public:
    explicit ViewerFixture(const SlideSession::Opener& opener = openSlide, const NetworkLoader& networks = {},
                           StudyBackend studyBackend = isostain::studyBackend());
    ~ViewerFixture();

    /// Shows the window and waits until it has the keyboard.
    bool show();
    QString path(const QString& name) const { return folder.filePath(name); }
    /// Writes a picture that openSlide() opens.
    QString writePicture(const QString& name, int width = 700, int height = 500) const;
    QString writeFile(const QString& name, const QByteArray& content) const;
    /// Writes the profile of a small StainNet that swaps red and blue.
    QString writeProfile(const QString& name, bool demoSlidesOnly = false) const;

    QTemporaryDir folder;
    Settings settings;
    Background background;
    TileCache cache;
    TileScheduler scheduler;
    TileScheduler networkScheduler;
    SlideSession slides;
    PaneSet panes;
    NormalizerSession& normalizers; ///< of the first pane
    RecentFiles recentSlides;
    RecentFiles recentProfiles;
    ProfileLibrary library;
    ProfileCatalog profiles;
    DemoMaker demo;
    StudyBackend studies;
    KeptFileWriter kept;
    ViewerServices services;
    MainWindow window;
};

/// A profile that swaps red and blue.
StainProfile swappingProfile(bool demoSlidesOnly);

}
