#include "ViewerFixture.h"

#include <QFile>
#include <QTest>

#include "image/ImageFile.h"
#include "panels/PathText.h"
#include "support/PaintedSlide.h"

namespace isostain::test {

namespace {

// Lifted by one before the ReLU and lowered after it, so that nothing is cut off.
ConvLayer swapLayer()
{
    return {3, 3, 1, {0, 0, 1, 0, 1, 0, 1, 0, 0}, {1, 1, 1}};
}

ConvLayer loweringLayer()
{
    return {3, 3, 1, {1, 0, 0, 0, 1, 0, 0, 0, 1}, {-1, -1, -1}};
}

}

StainProfile swappingProfile(bool demoSlidesOnly)
{
    StainProfile profile;
    profile.name = "Swapped";
    profile.stain = Stain::HematoxylinEosin;
    profile.demoSlidesOnly = demoSlidesOnly;
    profile.weights.layers = {swapLayer(), loweringLayer()};
    return profile;
}

ViewerFixture::ViewerFixture(const SlideSession::Opener& opener, const NetworkLoader& networks, StudyBackend studyBackend)
    : settings(folder.filePath(QStringLiteral("settings.ini"))),
      cache(std::size_t(256) << 20),
      scheduler(cache, 2),
      networkScheduler(cache, 1),
      slides(background, opener),
      panes({background, slides, cache, opener, networkScheduler, networks}),
      normalizers(panes.main().session()),
      recentSlides(settings.store(), QStringLiteral("recent/slides"), background),
      recentProfiles(settings.store(), QStringLiteral("recent/profiles"), background),
      library(folder.filePath(QStringLiteral("profiles")), background),
      profiles({writeProfile(QStringLiteral("bundled-demo.json"), true)}, recentProfiles, &library),
      demo(background, folder.filePath(QStringLiteral("demo"))),
      studies(std::move(studyBackend)),
      kept(background),
      services{settings, background, cache, scheduler, networkScheduler, profiles, library, recentSlides, recentProfiles,
               kept, studies, networks, {path(QStringLiteral("bundled-demo.json"))}, path(QStringLiteral("exports")),
               path(QStringLiteral("annotations")), path(QStringLiteral("bookmarks"))},
      window({services, slides, panes, demo, path(QStringLiteral("session.json"))})
{
    QObject::connect(&slides, &SlideSession::opened, &recentSlides, &RecentFiles::add);
    window.resize(1200, 800);
}

ViewerFixture::~ViewerFixture() = default;

bool ViewerFixture::show()
{
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

QString ViewerFixture::writePicture(const QString& name, int width, int height) const
{
    const BgrxImage image = paintedTile({0, 0, 0}, {0, 0, width, height});
    const QString file = path(name);
    const auto written = writePng(toRgb(image), toPath(file), Overwrite::Yes);
    return written ? file : QString();
}

QString ViewerFixture::writeFile(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

QString ViewerFixture::writeProfile(const QString& name, bool demoSlidesOnly) const
{
    const QString file = path(name);
    const auto written = writeStainProfile(swappingProfile(demoSlidesOnly), toPath(file));
    return written ? file : QString();
}

}
