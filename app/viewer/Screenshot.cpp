#include "Screenshot.h"

#include <QPixmap>

#include "MainWindow.h"

namespace isostain {

namespace {

constexpr int kMillisecondsBetweenLooks = 50;
constexpr int kMostLooks = 60 * 1000 / kMillisecondsBetweenLooks;
// Work that one arrival starts (a profile for the slide just opened) begins a turn of the event loop later.
constexpr int kSettledLooks = 4;

}

Screenshot::Screenshot(MainWindow& window, QString path) : m_window(window), m_path(std::move(path))
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start(kMillisecondsBetweenLooks);
}

void Screenshot::look()
{
    m_settledLooks = m_window.isSettled() ? m_settledLooks + 1 : 0;
    if (m_settledLooks >= kSettledLooks)
        write(Outcome::Written);
    else if (++m_looks >= kMostLooks)
        write(Outcome::Unsettled);
}

void Screenshot::write(Outcome outcome)
{
    m_timer.stop();
    emit finished(m_window.grab().save(m_path, "PNG") ? outcome : Outcome::Unwritable);
}

}
