#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "Commands.h"
#include "Console.h"
#include "ViewerProgram.h"
#include "report/ExportReport.h"
#include "study/StudyReport.h"

namespace isostain::cli {

namespace fs = std::filesystem;

namespace {

struct ReportOptions {
    std::string folder;
    std::string output;
    Overwrite overwrite = Overwrite::No;
};

/// Tables alone: figures are the viewer's to draw.
int reportTables(const ReportOptions& options)
{
    const auto written = readStudyResults(options.folder).and_then([&](const StudyResults& results) {
        return writeStudyReport(results, {}, options.output, options.overwrite);
    });
    if (!written) {
        printError(written.error());
        return kSomeFailed;
    }
    return kAllDone;
}

int reportStudy(const ReportOptions& options)
{
    if (options.output.empty()) {
        std::fprintf(stderr, "isostain-cli: The report of a study needs a folder to write to (--output).\n");
        return kUsage;
    }
    const fs::path output = fs::absolute(options.output);
    int status = kSomeFailed;
    if (const auto viewer = viewerProgram()) {
        std::vector<std::string> arguments = {"--report", fs::absolute(options.folder), "--output", output};
        if (options.overwrite == Overwrite::Yes)
            arguments.emplace_back("--overwrite");
        status = runViewer(*viewer, arguments).value_or(kSomeFailed);
        if (status != kAllDone)
            return kSomeFailed;
        std::printf("%s\n", (output / "report.pdf").c_str());
    } else {
        status = reportTables(options);
        if (status != kAllDone)
            return status;
        std::fprintf(stderr, "isostain-cli: The report has no figures and no PDF: the viewer, isostain, is not installed. Install it "
                             "and run this command again with --overwrite.\n");
    }
    std::printf("%s\n", (output / "report.html").c_str());
    return kAllDone;
}

int reportExport(const std::string& folder)
{
    const auto report = writeExportReport(folder);
    if (!report) {
        printError(report.error());
        return kSomeFailed;
    }
    std::printf("%s  %zu exported, %zu failed, %zu interrupted\n", exportReportPath(folder).c_str(), report->finished(),
                report->failed(), report->interrupted());
    return report->finished() == report->slides.size() ? kAllDone : kSomeFailed;
}

}

void addReportCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<ReportOptions>();
    CLI::App* command =
        app.add_subcommand("report", "Write the report of an export, from the journals of all its shards, or of a study");
    command->add_option("folder", options->folder, "Folder that slides were exported to, or of a study")->required();
    command->add_option("-o,--output", options->output,
                        "Of a study: folder to write to (an export's report is written beside it)");
    command->add_flag_callback(
        "--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace an earlier report of a study");
    command->callback([options, &chosen] {
        chosen = [options] {
            return isStudyFolder(options->folder) ? reportStudy(*options) : reportExport(options->folder);
        };
    });
}

}
