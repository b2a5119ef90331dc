/// Times of the comparing view at 1920x1080 device pixels: source beside one table, the same with a thousand annotations, an
/// overview and a scale bar, and a grid of the source and five tables. ISOSTAIN_RENDERER picks the renderer, see shouldDrawWithOpenGl(). Run it in a window system:
///     tests/support/with-display.sh build/release/bench/bench_view [SLIDE]
/// Without a slide it shows a painted one of 40,000 x 40,000 pixels, and six panes of the CMU slide of the shared test data
/// where that is there.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numbers>
#include <vector>

#include <QApplication>

#include "annotate/AnnotationLayer.h"
#include "bench/EventWait.h"
#include "bench/Measure.h"
#include "compare/CompareView.h"
#include "handover/Background.h"
#include "overview/ViewOverlays.h"
#include "support/PaintedSlide.h"
#include "support/TestData.h"

using namespace isostain;
using bench::Clock;
using bench::millisecondsSince;
using bench::print;
using bench::waitFor;

namespace {

void printPercentiles(const std::string& name, std::vector<double> times)
{
    if (times.empty())
        return;
    std::sort(times.begin(), times.end());
    print(name + "_p50", times[times.size() / 2], "ms");
    print(name + "_p95", times[times.size() * 95 / 100], "ms");
}

class SwappedMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = (source[i] & 0xFF00u) | (source[i] >> 16 & 0xFFu) | (source[i] & 0xFFu) << 16;
    }
};

class InvertedMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = ~source[i] & 0xFFFFFFu;
    }
};

/// Another color space for each number: no two tables agree.
class RotatedMap : public ColorMap {
public:
    explicit RotatedMap(std::uint32_t shift) : m_shift(shift) {}
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = (source[i] + m_shift * 0x051309u) & 0xFFFFFFu;
    }

private:
    std::uint32_t m_shift;
};

/// Frame times, from the input to the swap, while `next` moves the viewport from frame to frame.
std::vector<double> frameTimes(CompareView& view, int frames, const std::function<Viewport(int)>& next)
{
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        const int before = view.frameCount();
        const Viewport old = view.viewport();
        const Viewport viewport = next(i);
        const auto start = Clock::now();
        view.setViewport(viewport);
        if (view.viewport() == old)
            continue;   // at the border of a small slide
        while (view.frameCount() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.push_back(millisecondsSince(start));
    }
    return times;
}

void measurePanning(CompareView& view, const std::string& name, double zoom)
{
    const PyramidGeometry& geometry = view.slide()->geometry();
    Viewport start = view.viewport();
    start.center = {double(geometry.width()) * 0.3, double(geometry.height()) * 0.4};
    start.zoom = zoom;
    view.setViewport(start);
    waitFor([&] { return view.isSettled(); });
    printPercentiles(name, frameTimes(view, 200, [&](int) { return pannedBy(view.viewport(), -12, -7); }));
}

void measureZooming(CompareView& view, const std::string& name)
{
    const double fit = fitViewport(view.slide()->geometry(), view.viewport().width, view.viewport().height).zoom;
    const double octaves = std::log2(2 / fit);
    printPercentiles(name, frameTimes(view, 300, [&](int i) {
        const double phase = 0.5 - 0.5 * std::cos(i * 2 * std::numbers::pi / 300);
        return zoomedAt(view.viewport(), {300, 400}, fit * std::exp2(octaves * phase));
    }));
}

void measureSixPanes(CompareView& view, const TileScheduler& scheduler, const std::string& name)
{
    std::vector<PaneContent> panes = {{"Source", nullptr}};
    for (std::uint32_t i = 1; i <= 5; ++i)
        panes.push_back({QString("Method %1").arg(i), ColorTable::compile(RotatedMap(i)).value()});
    const std::uint64_t reads = scheduler.readCount();
    view.setArrangement(PaneArrangement::Automatic);
    view.setPanes({{"Source", nullptr}});
    view.setPanes(panes);
    print(name + "_to_screen", waitFor([&] { return view.isSettled(); }), "ms");
    print(name + "_tile_reads", double(scheduler.readCount() - reads), "tiles");
    measurePanning(view, name + "_pan_1to1", 1);
    measurePanning(view, name + "_pan_magnified", 1.3);
    measurePanning(view, name + "_pan_reduced", 0.72);
    measureZooming(view, name + "_zoom_fit_to_2to1_and_back");
}

/// Two panes turned by a quarter, which is copied, and by 30°, which is filtered; and turning itself.
void measureTurned(CompareView& view, const ColorTablePtr& table)
{
    view.setPanes({{"Source", nullptr}, {"Swapped", table}});
    const auto turnedTo = [&](double degrees) {
        Viewport turned = view.viewport();
        turned.orientation.degrees = degrees;
        return turned;
    };
    view.setViewport(turnedTo(90));
    measurePanning(view, "turned_90_pan_1to1", 1);
    view.setViewport(turnedTo(30));
    measurePanning(view, "turned_30_pan_1to1", 1);
    measurePanning(view, "turned_30_pan_reduced", 0.72);
    printPercentiles("turning", frameTimes(view, 180, [&](int i) { return turnedTo(2.0 * i); }));
    view.setViewport(turnedTo(0));
}

/// A second scan of the same glass, turned and scaled: the filtered path.
void measurePlacedPane(CompareView& view, const SlidePtr& scan)
{
    const double c = std::cos(0.05), s = std::sin(0.05);
    PaneContent placed{"Second scan", nullptr, scan};
    placed.alignment = SlideAlignment::fromMatrix({0.9 * c, -0.9 * s, 500, 0.9 * s, 0.9 * c, -300}).value();
    view.setPanes({{"Source", nullptr}, placed});
    waitFor([&] { return view.isSettled(); });
    measurePanning(view, "second_scan_pan_1to1", 1);
    measurePanning(view, "second_scan_pan_reduced", 0.72);
}

/// A thousand drawn areas over the whole slide, an overview and a scale bar.
void measureAnnotated(CompareView& view, const ColorTablePtr& table)
{
    Background background;
    ViewOverlays overlays(view, background);
    AnnotationStore store;
    AnnotationLayer layer(view, store);
    view.setPanes({{"Source", nullptr}, {"Swapped", table}});
    const double width = double(view.slide()->geometry().width());
    const double height = double(view.slide()->geometry().height());
    std::vector<Annotation> annotations;
    for (int i = 0; i < 1000; ++i) {
        Annotation annotation;
        Ring ring;
        const double x = (i % 40 + 0.5) / 40 * width, y = (i / 40 + 0.5) / 25 * height;
        for (int corner = 0; corner < 60; ++corner) {
            const double angle = corner * 2 * std::numbers::pi / 60;
            const double radius = (0.4 + 0.05 * (corner % 3)) * std::min(width / 40, height / 25);
            ring.emplace_back(x + radius * std::cos(angle), y + radius * std::sin(angle));
        }
        annotation.parts = {{std::move(ring)}};
        annotations.push_back(std::move(annotation));
    }
    store.reset(std::move(annotations));
    waitFor([&] { return view.isSettled(); });
    measurePanning(view, "annotated_pan_1to1", 1);
    measurePanning(view, "annotated_pan_magnified", 1.3);
    measurePanning(view, "annotated_pan_reduced", 0.72);
    const double fit = fitViewport(view.slide()->geometry(), view.viewport().width, view.viewport().height).zoom;
    measurePanning(view, "annotated_pan_all_in_sight", fit * 1.2);
    measureZooming(view, "annotated_zoom_fit_to_2to1_and_back");
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    SlidePtr slide;
    if (argc > 1) {
        auto opened = openSlide(argv[1]);
        if (!opened) {
            std::fprintf(stderr, "%s\n", describe(opened.error()).c_str());
            return 1;
        }
        slide = *opened;
    } else {
        slide = test::PaintedSlide::create(40000, 40000);
    }
    const ColorTablePtr swapped = ColorTable::compile(SwappedMap()).value();
    const ColorTablePtr inverted = ColorTable::compile(InvertedMap()).value();

    TileCache cache(std::size_t(512) << 20);
    TileScheduler scheduler(cache, 0);
    CompareView view(cache, scheduler);
    view.setWindowFlag(Qt::FramelessWindowHint);
    view.resize(1920, 1080);
    view.show();
    waitFor([&] { return view.frameCount() > 0; });
    print("renderer_is_cpu_fallback", view.isSoftwareFallback(), "bool");

    view.setSlide(slide);
    print("open_to_first_full_view", waitFor([&] { return view.isSettled(); }), "ms");

    int frames = view.frameCount();
    view.setPanes({{"Source", nullptr}, {"Swapped", swapped}});
    print("new_table_to_screen", waitFor([&] { return view.isSettled(); }), "ms");
    print("new_table_to_screen_frames", view.frameCount() - frames, "frames");
    view.setPanes({{"Source", nullptr}, {"Swapped", swapped}, {"Inverted", inverted}});
    waitFor([&] { return view.isSettled(); });

    view.setMode(CompareMode::Single);
    view.setMainPane(1);
    waitFor([&] { return view.isSettled(); });
    frames = view.frameCount();
    const std::uint64_t reads = scheduler.readCount();
    view.setMainPane(2);
    print("toggle", waitFor([&] { return view.isSettled(); }), "ms");
    print("toggle_frames", view.frameCount() - frames, "frames");
    print("toggle_tile_reads", double(scheduler.readCount() - reads), "tiles");

    view.setPanes({{"Source", nullptr}, {"Swapped", swapped}});
    view.setMode(CompareMode::SideBySide);
    Viewport jump = view.viewport();
    jump.center = {double(slide->geometry().width()) * 0.7, double(slide->geometry().height()) * 0.6};
    jump.zoom = 1;
    view.setViewport(jump);
    print("jump_to_sharp", waitFor([&] { return view.isSettled(); }), "ms");

    measurePanning(view, "pan_1to1", 1);
    measurePanning(view, "pan_magnified", 1.3);
    measurePanning(view, "pan_reduced", 0.72);
    measureZooming(view, "zoom_fit_to_2to1_and_back");
    measureAnnotated(view, swapped);
    measureTurned(view, swapped);
    measureSixPanes(view, scheduler, "six_panes");
    measurePlacedPane(view, test::PaintedSlide::create(40000, 40000));
    if (const auto cmu = test::sharedFile("data/slides/aperio/CMU-1-Small-Region.svs"); cmu && argc == 1) {
        view.setPanes({{"Source", nullptr}});
        view.setSlide(openSlide(*cmu).value());
        print("cmu_open_to_full_view", waitFor([&] { return view.isSettled(); }), "ms");
        measureSixPanes(view, scheduler, "cmu_six_panes");
    }
    return 0;
}
