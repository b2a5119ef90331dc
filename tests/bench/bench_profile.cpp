/// The gray value profile while its line is dragged: the view at 1920x1080 device pixels with six panes (the source and five
/// tables) and the plot's dock beside it. Run it in a window system:
///     tests/support/with-display.sh build/release/bench/bench_profile [screenshot.png]
/// Prints what one set of curves costs, and how often view and plot are repainted while the mouse does not stop.
#include <chrono>
#include <cmath>
#include <cstdio>

#include <QApplication>
#include <QMouseEvent>

#include "bench/EventWait.h"
#include "bench/Measure.h"
#include "compare/CompareView.h"
#include "profile/GrayProfileController.h"
#include "profile/ProfileChart.h"
#include "profile/ProfilePlot.h"
#include "support/PaintedSlide.h"

using namespace isostain;
using bench::Clock;
using bench::waitFor;

namespace {

class TurnedMap : public ColorMap {
public:
    explicit TurnedMap(std::uint32_t seed) : m_seed(seed) {}
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = (source[i] + m_seed * 0x0A0503u) & 0xFFFFFFu;
    }

private:
    std::uint32_t m_seed;
};

void measureComputing(const SlidePtr& slide, TileCache& cache, const std::vector<PaneContent>& panes, int width)
{
    ProfileJob job{1, ProfileLine{{2000, 2000}, {2000 + 3270, 2000 + 2450}, width}, slide, {}};
    for (const PaneContent& pane : panes)
        job.sources.push_back({pane.name, slide, kSamePlace, pane.table});
    for (const TileKey& key : tilesOfLine(slide->geometry(), job.line))
        cache.insert({slide->id(), key}, std::make_shared<const BgrxImage>(slide->read(key).value()), false);
    const double seconds =
        bench::bestSeconds(20, [&] { computeProfiles(job, [&](const SlideTileKey& key) { return cache.find(key); }); });
    bench::print("compute_4087_samples_6_curves_width_" + std::to_string(width), seconds * 1e3, "ms");
}

void send(CompareView& view, QEvent::Type type, const QPointF& at)
{
    const bool isMove = type == QEvent::MouseMove;
    QMouseEvent event(type, at, view.mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

/// Drags an end of the line round a circle for some seconds, one mouse event per turn of the event loop.
void measureDragging(const std::string& name, CompareView& view, ProfilePlot& plot, GrayProfileController& controller,
                     double zoom)
{
    Viewport viewport = view.viewport();
    viewport.center = {5000, 5000};
    viewport.zoom = zoom;
    view.setViewport(viewport);
    waitFor([&] { return view.isSettled(); });
    const double ratio = view.devicePixelRatioF();
    const QPointF middle = QPointF(view.viewport().width, view.viewport().height) / (2 * ratio);
    const double radius = std::min(middle.x(), middle.y()) * 0.9;
    int replots = 0;
    const auto counter = QObject::connect(&plot.chart(), &QCustomPlot::afterReplot, [&] { ++replots; });
    const int frames = view.frameCount();
    const int results = controller.resultCount();
    send(view, QEvent::MouseButtonPress, middle);
    const auto start = Clock::now();
    double seconds = 0;
    int moves = 0;
    double longest = 0;
    while ((seconds = std::chrono::duration<double>(Clock::now() - start).count()) < 4) {
        const auto turn = Clock::now();
        const double angle = moves++ * 0.02;
        send(view, QEvent::MouseMove, middle + radius * QPointF(std::cos(angle), std::sin(angle)));
        QCoreApplication::processEvents();
        longest = std::max(longest, std::chrono::duration<double, std::milli>(Clock::now() - turn).count());
    }
    send(view, QEvent::MouseButtonRelease, middle + QPointF(radius, 0));
    QObject::disconnect(counter);
    bench::print(name + "_samples", double(plot.profiles().sampleCount()), "samples");
    bench::print(name + "_view_repaints", (view.frameCount() - frames) / seconds, "1/s");
    bench::print(name + "_plot_repaints", replots / seconds, "1/s");
    bench::print(name + "_results", (controller.resultCount() - results) / seconds, "1/s");
    bench::print(name + "_longest_turn", longest, "ms");
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const SlidePtr slide = test::PaintedSlide::create(20000, 20000);
    std::vector<PaneContent> panes{{.name = "Source"}};
    for (std::uint32_t i = 1; i <= 5; ++i)
        panes.push_back({.name = QString("Method %1").arg(i), .table = ColorTable::compile(TurnedMap(i)).value()});

    TileCache cache(std::size_t(512) << 20);
    for (const int width : {1, 5, 51})
        measureComputing(slide, cache, panes, width);

    TileScheduler scheduler(cache, 0);
    CompareView view(cache, scheduler);
    ProfilePlot plot;
    GrayProfileController controller(view, cache, scheduler, plot);
    view.setWindowFlag(Qt::FramelessWindowHint);
    view.resize(1920, 1080);
    plot.resize(1920, 300);
    view.show();
    plot.move(0, 1100);
    plot.show();
    view.setSlide(slide);
    view.setArrangement(PaneArrangement::Grid);
    view.setPanes(panes);
    view.setTool(ViewTool::Line);
    waitFor([&] { return view.isSettled(); });
    std::printf("renderer_is_cpu_fallback %d bool\n", view.isSoftwareFallback());
    measureDragging("drag_1to1", view, plot, controller, 1);
    plot.setLineWidth(51);
    measureDragging("drag_1to1_width_51", view, plot, controller, 1);
    plot.setLineWidth(1);
    measureDragging("drag_reduced", view, plot, controller, 0.13);
    measureDragging("drag_longest", view, plot, controller, 0.06);
    if (argc > 1)
        plot.grab().save(QString::fromLocal8Bit(argv[1]));
    return 0;
}
