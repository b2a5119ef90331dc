#pragma once

#include <stop_token>
#include <string>

#include "base/Error.h"
#include "base/Progress.h"

namespace isostain::cli {

/// Prints "isostain-cli: <sentence>" to standard error.
void printError(const Error& error);

/// Writes out what standard output still holds. Errors: OutputUnwritable, DiskFull, for anything that was printed so far.
Result<void> flushOutput();

/// A stop token that Ctrl-C (SIGINT) and SIGTERM request; the first signal asks, a second one ends the process.
std::stop_token interruptToken();

/// A progress line with percentage and time left on standard error, rewritten in place; silent where that is no terminal.
/// One thread at a time; the control() it gives may report from any, as JobControl promises, and must not outlive it.
class ProgressLine {
public:
    explicit ProgressLine(std::string label);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void update(const Progress& progress);
    /// Takes the line away, for other output; the next update() brings it back.
    void clear();
    /// A control that reports here and stops on Ctrl-C.
    JobControl control(unsigned threads = 0);

private:
    std::string m_label;
    EtaMeter m_eta;
    EtaMeter::Clock::time_point m_lastDrawn{};
    bool m_isTerminal;
    bool m_drawn = false;
};

}
