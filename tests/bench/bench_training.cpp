// How long the window keeps its user waiting while a study runs in it: what a key press would have to wait for, asked for
// every two milliseconds, from the start of a small study of everything (generated tiles) until its results are shown.
// usage: bench_training; needs a display (tests/support/with-display.sh).

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include <QApplication>
#include <QListWidget>
#include <QTest>

#include "StudyDrive.h"
#include "TrainingController.h"
#include "bench/EventWait.h"
#include "inference/InferenceModule.h"
#include "wizard/TrainingWizard.h"

using namespace isostain;

namespace {

using bench::Clock;

/// Asks the event loop of the thread that makes it, over and over; stops with the object.
class Heartbeat {
public:
    Heartbeat() : m_thread([this](const std::stop_token& stop) { beat(stop); }) {}

    /// Sorted, milliseconds. Call once it has stopped.
    std::vector<double> stop()
    {
        m_thread.request_stop();
        m_thread.join();
        QCoreApplication::processEvents();
        std::sort(m_waits.begin(), m_waits.end());
        return m_waits;
    }

private:
    void beat(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            if (!m_isAsked.exchange(true))
                QMetaObject::invokeMethod(&m_context, [this, asked = Clock::now()] {
                    m_waits.push_back(std::chrono::duration<double, std::milli>(Clock::now() - asked).count());
                    m_isAsked = false;
                });
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    QObject m_context;
    std::atomic<bool> m_isAsked = false;
    std::vector<double> m_waits; ///< only the event loop's thread touches it until that ends
    std::jthread m_thread;
};

bool fail(const char* what)
{
    std::fprintf(stderr, "%s\n", what);
    return false;
}

void print(const char* name, const std::vector<double>& waits)
{
    std::printf("%s_longest %.1f ms\n%s_p99 %.2f ms\n%s_asked %zu times\n", name, waits.back(), name,
                waits[waits.size() * 99 / 100], name, waits.size());
}

bool run(test::ViewerFixture& viewer)
{
    test::StudyDrive drive(viewer);
    if (!viewer.show() || !drive.openWizard())
        return fail("the window does not come");
    drive.fillInGenerated(Stain::HematoxylinEosin, viewer.path("studies"), "Measured");
    if (!drive.next() || !drive.next())
        return fail(qPrintable(drive.problem()));
    drive.planEverythingTiny();
    Heartbeat running;
    const auto start = Clock::now();
    if (!drive.next())
        return fail(qPrintable(drive.problem()));
    // Not QTest's waiting, which sleeps between its looks.
    bench::waitFor([&] { return !viewer.window.training().isRunning(); });
    const auto whileRunning = running.stop();
    std::printf("study %.1f s\n", std::chrono::duration<double>(Clock::now() - start).count());
    print("wait_while_running", whileRunning);

    Heartbeat looking;
    auto* list = drive.field<QListWidget>("resultList");
    if (!drive.next() || !QTest::qWaitFor([&] { return list->count() > 0; }, 60'000))
        return fail("there are no results");
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        const auto shown = Clock::now();
        bench::waitFor([&] { return Clock::now() - shown > std::chrono::seconds(1); });
    }
    print("wait_while_looking_at_results", looking.stop());
    return true;
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (!loadNetworkBackend())
        return !fail("this build has no LibTorch");
    test::ViewerFixture viewer(openSlide, loadNetworkBackend);
    return run(viewer) ? 0 : 1;
}
