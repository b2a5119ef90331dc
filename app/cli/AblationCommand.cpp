#include <cmath>
#include <cstdio>
#include <limits>
#include <memory>

#include <nlohmann/json.hpp>

#include "Commands.h"
#include "Console.h"
#include "DistillationArguments.h"
#include "evaluation/EvaluationFiles.h"
#include "evaluation/Spread.h"
#include "nn/Checkpoint.h"
#include "training/Ablation.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kLayersNote =
    "Layers of 1x1 + layers of 3x3. The paper does not say which become 3x3: here the first ones.";

struct AblationOptions {
    DistillationArguments arguments;
    std::string output;
};

std::vector<double> valuesOf(const AblationRow& row, double ImageQuality::*value)
{
    std::vector<double> values;
    for (const ImageQuality& image : row.quality.images)
        if (std::isfinite(image.*value))
            values.push_back(image.*value);
    return values;
}

struct Column {
    const char* key;
    const char* title;
    int decimals;
    double ImageQuality::*value;
};

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

constexpr Column kColumns[] = {
    {"ssim_target", "SSIM Target", 3, &ImageQuality::ssim},
    {"psnr_target", "PSNR Target", 1, &ImageQuality::psnr},
    {"ssim_source", "SSIM Source", 3, &ImageQuality::ssimSource},
};

json jsonOf(const std::vector<AblationRow>& rows, const AblationOptions& options)
{
    json table = json::array();
    for (const AblationRow& row : rows) {
        json line = {{"layers", row.name},
                     {"kernels", row.shape.kernels},
                     {"parameters", row.shape.parameterCount()},
                     {"test_l1", row.quality.mean.loss},
                     {"training_seconds", row.trained.seconds}};
        for (const Column& column : kColumns) {
            const Spread spread = spreadOf(valuesOf(row, column.value));
            line[column.key] = {{"mean", spread.mean ? json(*spread.mean) : json()},
                                {"std", spread.deviation ? json(*spread.deviation) : json()}};
        }
        table.push_back(std::move(line));
    }
    const StainNetTrainingPlan& plan = options.arguments.plan;
    return {{"note", kLayersNote},
            {"recipe", options.arguments.recipe},
            {"seed", plan.config.seed},
            {"training_images", plan.train.size()},
            {"test_images", plan.test.size()},
            {"rows", table}};
}

std::string markdownOf(const std::vector<AblationRow>& rows, const AblationOptions& options)
{
    std::string text = "# 1x1 and 3x3 layers (Table 4)\n\n" + std::string(kLayersNote) + " Recipe " + options.arguments.recipe +
                       ", " + std::to_string(options.arguments.plan.test.size()) +
                       " test images, mean ± standard deviation.\n\n" +
                       "| layers | SSIM Target | PSNR Target | SSIM Source |\n|---|---|---|---|\n";
    for (const AblationRow& row : rows) {
        text += "| " + row.name + " |";
        for (const Column& column : kColumns) {
            const Spread spread = spreadOf(valuesOf(row, column.value));
            char cell[64];
            std::snprintf(cell, sizeof cell, " %.*f±%.*f |", column.decimals, spread.mean.value_or(kNone), column.decimals,
                          spread.deviation.value_or(kNone));
            text += cell;
        }
        text += "\n";
    }
    return text;
}

Result<void> ablation(AblationOptions& options)
{
    const fs::path output = options.output;
    StainNetTrainingPlan& plan = options.arguments.plan;
    if (auto complete = completePlan(options.arguments, output / "teacher"); !complete)
        return complete;
    std::error_code error;
    fs::create_directories(output, error);
    if (error)
        return tl::unexpected(writeError(output, error.value()));
    if (auto isFree = checkSummariesFree(output, plan.overwrite); !isFree)
        return isFree;
    auto csv = CsvFile::create(output / "metrics.csv", metricsCsvHeader(), plan.overwrite);
    if (!csv)
        return tl::unexpected(csv.error());
    const auto keep = [&](const AblationRow& row) {
        std::vector<EvaluationRow> lines;
        for (std::size_t i = 0; i < row.quality.images.size(); ++i) {
            const ImageQuality& image = row.quality.images[i];
            lines.push_back({i, image.name, row.name, image.ssim, image.psnr, image.ssimSource});
        }
        return csv->append(metricsCsvLines(lines)).and_then([&] {
            return writeCheckpoint(toStateDict(row.trained.weights), output / ("stainnet-" + row.name + ".pth"),
                                   plan.overwrite);
        });
    };
    Result<std::vector<AblationRow>> rows;
    {
        ProgressLine progress("Training");
        rows = ablate(plan.recipe, plan.config, plan.train, plan.test, keep, progress.control(options.arguments.threads));
    }
    if (!rows)
        return tl::unexpected(rows.error());
    const std::string markdown = markdownOf(*rows, options);
    if (auto written = writeSummaries(jsonOf(*rows, options).dump(2) + "\n", markdown, output, plan.overwrite); !written)
        return written;
    std::printf("%s", markdown.c_str());
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
