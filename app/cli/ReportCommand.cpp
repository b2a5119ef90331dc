#include <cstdio>
#include <memory>
#include <string>

#include "Commands.h"
#include "Console.h"
#include "report/ExportReport.h"

namespace isostain::cli {

namespace {

int runReportCommand(const std::string& folder)
{
    const auto report = writeExportReport(folder);
    if (!report) {
        printError(report.error());
        return kSomeFailed;
    }
    std::printf("%s  %zu exported, %zu failed, %zu interrupted\n", exportReportPath(folder).c_str(), report->finished(), report->failed(),
                report->interrupted());
    return report->finished() == report->slides.size() ? kAllDone : kSomeFailed;
}

}

void addReportCommand(CLI::App& app, Command& chosen)
{
    auto folder = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("report", "Write the report of an export, from the journals of all its shards");
    command->add_option("folder", *folder, "Folder that slides were exported to; the report is written into it")->required();
    command->callback([folder, &chosen] { chosen = [folder] { return runReportCommand(*folder); }; });
}

}
