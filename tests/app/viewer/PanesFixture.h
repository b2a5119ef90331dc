#pragma once

#include <memory>

#include <QTest>

#include "PaneController.h"
#include "ViewerActions.h"
#include "ViewerFixture.h"
#include "compare/CompareView.h"
#include "demo/Tissue.h"
#include "panels/NoticeBar.h"
#include "support/ImageSlide.h"

/// What tests of panes share: the real window on generated tissue.
namespace isostain::test {

inline const QString kMacenko = QStringLiteral("builtin:macenko");

/// Generated tissue that does not say so of itself.
inline const RgbImage& tissue(demo::ScannerId scanner)
{
    const auto render = [](demo::ScannerId id) {
        return toRgb(demo::TissueGenerator({Stain::HematoxylinEosin, 1400, 1000, 7}).render({0, 0, 1400, 1000}, id));
    };
    static const RgbImage a = render(demo::ScannerId::A);
    static const RgbImage b = render(demo::ScannerId::B);
    return scanner == demo::ScannerId::A ? a : b;
}

/// "b.svs" is the glass of all others as another scanner sees it; "blank.svs" is empty glass, what is
/// "broken" cannot be opened.
inline Result<SlidePtr> openTissue(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    if (name.starts_with("broken"))
        return fail(ErrorCode::SlideUnreadable, name);
    if (name.starts_with("blank")) {
        RgbImage image = makeRgbImage(600, 400);
        image.pixels.setTo(cv::Scalar(250, 250, 250));
        return std::make_shared<ImageSlide>(std::move(image), 0.25);
    }
    return std::make_shared<ImageSlide>(tissue(name.starts_with("b.") ? demo::ScannerId::B : demo::ScannerId::A), 0.25);
}

template <typename T>
T* find(const ViewerFixture& viewer, const char* name = nullptr)
{
    return viewer.window.findChild<T*>(name ? QLatin1String(name) : QString());
}

inline CompareView& viewOf(const ViewerFixture& viewer)
{
    return *find<CompareView>(viewer);
}

inline ViewerActions& actionsOf(const ViewerFixture& viewer)
{
    return *find<ViewerActions>(viewer);
}

inline QString warningsOf(const ViewerFixture& viewer)
{
    return find<NoticeBar>(viewer, "fitWarnings")->text();
}

inline PaneMenu& menuOf(const ViewerFixture& viewer, int pane)
{
    return find<PaneController>(viewer)->menuOf(pane);
}

/// Where a pane shows this place of the view's slide, level-0 pixels.
inline void click(CompareView& view, int pane, const cv::Point2d& level0)
{
    const cv::Point2d device = view.viewport().toDevice(level0);
    for (const PanePlace& place : view.paneLayout().places)
        if (place.pane == pane)
            QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier,
                              (place.viewportCorner() + QPoint(int(device.x), int(device.y))) / view.devicePixelRatioF());
}

/// A window with an open slide and a profile in the first pane; null where that does not work out.
inline std::unique_ptr<ViewerFixture> openViewer(const QString& profile = kMacenko, const NetworkLoader& networks = {})
{
    auto viewer = std::make_unique<ViewerFixture>(openTissue, networks);
    if (!viewer->show())
        return nullptr;
    viewer->window.openFile("a.svs");
    if (!QTest::qWaitFor([&] { return viewer->slides.state() == SlideSession::State::Open; }, 30000))
        return nullptr;
    viewer->panes.main().pick(profile);
    const bool isFitted = QTest::qWaitFor([&] { return profile.isEmpty() || viewer->normalizers.normalizer(); }, 30000);
    return isFitted ? std::move(viewer) : nullptr;
}

inline bool waitForFit(const ViewerFixture& viewer, int pane = 0)
{
    return QTest::qWaitFor([&] { return bool(viewer.panes.pane(pane).session().normalizer()); }, 30000);
}

}
