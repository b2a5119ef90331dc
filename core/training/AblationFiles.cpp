#include "training/AblationFiles.h"

#include <cmath>
#include <cstdio>
#include <limits>

#include <nlohmann/json.hpp>

#include "evaluation/EvaluationFiles.h"
#include "evaluation/Spread.h"
#include "nn/Checkpoint.h"
#include "nn/Network.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

using nlohmann::json;

constexpr const char* kLayersNote =
    "Layers of 1x1 + layers of 3x3. The paper does not say which become 3x3: here the first ones.";

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

std::string_view keyOf(DistillationRecipe recipe)
{
    return distillationRecipes()[static_cast<std::size_t>(recipe)].key;
}

json jsonOf(const std::vector<AblationRow>& rows, const StainNetTrainingPlan& plan)
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
    return {{"note", kLayersNote},
            {"recipe", std::string(keyOf(plan.recipe))},
            {"seed", plan.config.seed},
            {"training_images", plan.train.size()},
            {"test_images", plan.test.size()},
            {"rows", table}};
}

std::string markdownOf(const std::vector<AblationRow>& rows, const StainNetTrainingPlan& plan)
{
    std::string text = "# 1x1 and 3x3 layers (Table 4)\n\n" + std::string(kLayersNote) + " Recipe " +
                       std::string(keyOf(plan.recipe)) + ", " + std::to_string(plan.test.size()) +
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

}

fs::path ablationNetworkPath(const fs::path& folder, const std::string& row)
{
    return folder / ("stainnet-" + row + ".pth");
}

Result<std::string> writeAblation(const StainNetTrainingPlan& plan, const fs::path& folder, const JobControl& control)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return tl::unexpected(writeError(folder, error.value()));
    if (auto isFree = checkSummariesFree(folder, plan.overwrite); !isFree)
        return tl::unexpected(isFree.error());
    auto csv = CsvFile::create(folder / "metrics.csv", metricsCsvHeader(), plan.overwrite);
    if (!csv)
        return tl::unexpected(csv.error());
    const auto keep = [&](const AblationRow& row) {
        std::vector<EvaluationRow> lines;
        for (std::size_t i = 0; i < row.quality.images.size(); ++i) {
            const ImageQuality& image = row.quality.images[i];
            lines.push_back({i, image.name, row.name, image.ssim, image.psnr, image.ssimSource});
        }
        return csv->append(metricsCsvLines(lines)).and_then([&] {
            return writeCheckpoint(toStateDict(row.trained.weights), ablationNetworkPath(folder, row.name), plan.overwrite);
        });
    };
    const auto rows = ablate(plan.recipe, plan.config, plan.train, plan.test, keep, control);
    if (!rows)
        return tl::unexpected(rows.error());
    const std::string markdown = markdownOf(*rows, plan);
    if (auto written = writeSummaries(jsonOf(*rows, plan).dump(2) + "\n", markdown, folder, plan.overwrite); !written)
        return tl::unexpected(written.error());
    return markdown;
}

}
