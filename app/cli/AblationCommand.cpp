#include <cstdio>
#include <filesystem>
#include <memory>

#include "Commands.h"
#include "Console.h"
#include "DistillationArguments.h"
#include "training/AblationFiles.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

struct AblationOptions {
    DistillationArguments arguments;
    std::string output;
};

Result<void> ablation(AblationOptions& options)
{
    const fs::path output = options.output;
    if (auto complete = completePlan(options.arguments, output / "teacher"); !complete)
        return complete;
    Result<std::string> table;
    {
        ProgressLine progress("Training");
        table = writeAblation(options.arguments.plan, output, progress.control(options.arguments.threads));
    }
    if (!table)
        return tl::unexpected(table.error());
    std::printf("%s", table->c_str());
    return {};
}

}

void addAblationCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<AblationOptions>();
    CLI::App* command = app.add_subcommand("ablation", "Compare StainNets of 1x1 and 3x3 layers (Table 4 of the paper)");
    addDistillationOptions(*command, options->arguments);
    command->add_option("-o,--output", options->output, "Folder for metrics.csv, summary.json, summary.md and the networks")
        ->required();
    command->add_flag_callback(
        "--overwrite", [options] { options->arguments.plan.overwrite = Overwrite::Yes; }, "Replace existing results");
    command->callback([options, &chosen] {
        chosen = [options] {
            if (const auto done = ablation(*options); !done) {
                printError(done.error());
                return done.error().code == ErrorCode::InvalidArgument ? kUsage : kSomeFailed;
            }
            return kAllDone;
        };
    });
}

}
