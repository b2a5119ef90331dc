#include "Console.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <utility>

#include <semaphore.h>
#include <unistd.h>

#include "base/AtomicFile.h"

namespace isostain::cli {

void printError(const Error& error)
{
    std::fprintf(stderr, "isostain-cli: %s\n", describe(error).c_str());
}

Result<void> flushOutput()
{
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return {};
    return tl::unexpected(writeError("standard output", errno));
}

namespace {

sem_t signalArrived;
volatile std::sig_atomic_t lastSignal = 0;

void noteSignal(int signal)
{
    lastSignal = signal;
    sem_post(&signalArrived);
}

/// A signal that whoever started the process wants ignored, as for jobs in the background, stays ignored.
void handle(int signal)
{
    struct sigaction action {};
    if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN)
        return;
    action = {};
    action.sa_handler = noteSignal;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

}

std::stop_token interruptToken()
{
    // A handler may not touch a std::stop_source, so it wakes a thread that does. Blocking the signals and awaiting them would
    // not do: libraries make threads before main, which leave them unblocked.
    static std::stop_source source;
    static const bool started = [] {
        sem_init(&signalArrived, 0, 0);
        // The thread has a share of its own: it may still run when the statics are gone.
        std::thread([source = source]() mutable {
            const auto wait = [] { while (sem_wait(&signalArrived) != 0) {} };
            wait();
            source.request_stop();
            wait();
            std::_Exit(128 + lastSignal);
        }).detach();
        handle(SIGINT);
        handle(SIGTERM);
        return true;
    }();
    (void)started;
    return source.get_token();
}

ProgressLine::ProgressLine(std::string label) : m_label(std::move(label)), m_isTerminal(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::clear()
{
    if (m_drawn)
        std::fprintf(stderr, "\r\033[K");
    m_drawn = false;
}

void ProgressLine::update(const Progress& progress)
{
    const auto now = EtaMeter::Clock::now();
    if (!m_isTerminal || now - m_lastDrawn < std::chrono::milliseconds(100))
        return;
    m_lastDrawn = now;
    m_drawn = true;
    const auto left = m_eta.remaining(progress, now);
    std::fprintf(stderr, "\r\033[K%s  %3.0f %%%s%s", m_label.c_str(), 100 * progress.fraction(), left ? "  " : "",
                 left ? (durationText(*left) + " left").c_str() : "");
    std::fflush(stderr);
}

JobControl ProgressLine::control(unsigned threads)
{
    return JobControl{interruptToken(), [this](const Progress& progress) { update(progress); }, threads};
}

}
