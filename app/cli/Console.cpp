#include "Console.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <utility>

#include <unistd.h>

#include <thread>

namespace isostain::cli {

void printError(const Error& error)
{
    std::fprintf(stderr, "isostain-cli: %s\n", describe(error).c_str());
}

std::stop_token interruptToken()
{
    // std::stop_source is not async-signal-safe, so the signals are blocked everywhere and awaited by a thread of their own.
    static std::stop_source source;
    static const bool started = [] {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        std::thread([signals] {
            int signal = 0;
            sigwait(&signals, &signal);
            source.request_stop();
            sigwait(&signals, &signal);
            std::_Exit(128 + signal);
        }).detach();
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
