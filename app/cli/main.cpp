#include <csignal>
#include <exception>
#include <new>

#include "Commands.h"
#include "Console.h"
#include "Examples.h"
#include "base/Memory.h"
#include "base/Version.h"

namespace {

using namespace isostain::cli;

/// What a script reads from standard output has to be all there, or the command has failed.
int run(const Command& command)
{
    const int exitCode = command();
    if (const auto written = flushOutput(); !written) {
        printError(written.error());
        return kSomeFailed;
    }
    return exitCode;
}

/// Errors of the command line are told; what is thrown otherwise is an error of the program.
int program(int argc, char** argv)
{
    CLI::App app{"Isostain: stain normalization of whole-slide images, without a window", "isostain-cli"};
    app.set_version_flag("--version", std::string("isostain-cli ") + isostain::kVersion);
    app.require_subcommand(1);
    app.failure_message(CLI::FailureMessage::help);

    Command chosen;
    addInfoCommand(app, chosen);
    addNormalizeCommand(app, chosen);
    addExportCommand(app, chosen);
    addReportCommand(app, chosen);
    addFitCommand(app, chosen);
    addFitGamutCommand(app, chosen);
    addFitStatisticsCommand(app, chosen);
    addPatchesCommand(app, chosen);
    addSnapshotCommand(app, chosen);
    addDemoCommand(app, chosen);
    addAlignCommand(app, chosen);
    addTrainCommand(app, chosen);
    addAblationCommand(app, chosen);
    addEvaluateCommand(app, chosen);
    addEvaluateSlidesCommand(app, chosen);
    addStudyCommand(app, chosen);
    addExamples(app);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kAllDone : kUsage;
    }
    std::signal(SIGXFSZ, SIG_IGN);   // a file that may not grow further is an error like any other
    interruptToken();                // from here on Ctrl-C asks before it ends the process
    return chosen ? run(chosen) : kUsage;
}

}

int main(int argc, char** argv)
{
    isostain::keepFreedMemory();
    try {
        return program(argc, argv);
    } catch (const std::bad_alloc&) {
        printError({isostain::ErrorCode::OutOfMemory, "this command", {}});
    } catch (const std::exception& error) {
        printError({isostain::ErrorCode::Internal, "this command", error.what()});
    }
    return kSomeFailed;
}
