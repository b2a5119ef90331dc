#include "DemoMaker.h"

#include "handover/Background.h"
#include "PercentProgress.h"
#include "demo/DemoSet.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

namespace fs = std::filesystem;

Result<fs::path> makeSlide(const fs::path& folder, const JobControl& control)
{
    // Names carry what a slide shows: it is the one that writeDemoSet() would write.
    const fs::path existing = folder / "demo-he-scanner-a.tif";
    std::error_code error;
    if (fs::exists(existing, error))
        return existing;
    demo::DemoSetOptions options;
    options.slides = {demo::ScannerId::A};
    options.tiles = 0;
    return demo::writeDemoSet(folder, options, control).map([](const std::vector<fs::path>& slides) { return slides.front(); });
}

}

DemoMaker::DemoMaker(Background& background, QString folder) : m_background(background), m_folder(std::move(folder)) {}

DemoMaker::~DemoMaker()
{
    m_stop.request_stop();
}

void DemoMaker::make()
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    emit progressed(0);
    JobControl control;
    control.stop = m_stop.get_token();
    control.onProgress = inPercent([this, &background = m_background, guard = QPointer<QObject>(this)](int percent) {
        background.post(guard, [this, percent] {
            if (m_isBusy)
                emit progressed(percent);
        });
    });
    m_background.run(
        this, [folder = toPath(m_folder), control] { return makeSlide(folder, control); },
        [this](const Result<fs::path>& slide) {
            m_isBusy = false;
            emit progressed(-1);
            if (slide)
                emit made(toFileName(*slide));
            else
                emit failed(slide.error());
        });
}

}
