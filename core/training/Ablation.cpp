#include "training/Ablation.h"

#include <algorithm>

namespace isostain {

namespace {

constexpr std::size_t kKeepBytes = std::size_t(1) << 31;
constexpr std::size_t kLayers = 3;

}

std::vector<AblationRow> ablationRows(int channels)
{
    std::vector<AblationRow> rows;
    for (std::size_t spatial = 0; spatial <= kLayers; ++spatial) {
        AblationRow row;
        row.name = std::to_string(kLayers - spatial) + "+" + std::to_string(spatial);
        row.shape = {channels, std::vector<int>(kLayers, 1)};
        std::fill_n(row.shape.kernels.begin(), spatial, 3);
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<AblationRow>> ablate(DistillationRecipe recipe, const DistillationConfig& config,
                                        const std::vector<ImagePair>& train, const std::vector<ImagePair>& test,
                                        const std::function<Result<void>(const AblationRow&)>& onRow, const JobControl& control)
{
    if (recipe == DistillationRecipe::Mixed)
        return fail(ErrorCode::InvalidArgument, "The recipe of an ablation", "fast or paper");
    if (test.empty())
        return fail(ErrorCode::TrainingDataInvalid, "The test set", "no images");
    const TrainingImages trainImages(train, kKeepBytes);
    const TrainingImages testImages(test, kKeepBytes);
    std::vector<AblationRow> rows = ablationRows(config.shape.channels);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        AblationRow& row = rows[i];
        DistillationConfig itsConfig = config;
        itsConfig.shape = row.shape;
        const JobControl itsControl{
            control.stop,
            [&](const Progress& progress) { control.report(i * progress.total + progress.done, rows.size() * progress.total); },
            control.threads};
        auto trained = recipe == DistillationRecipe::Fast
                           ? distillFast(trainImages, itsConfig, {}, itsControl)
                           : distillAsPublished(trainImages, testImages, itsConfig, {}, {}, itsControl);
        if (!trained)
            return tl::unexpected(trained.error());
        row.trained = std::move(*trained);
        auto quality = measureQuality(row.trained.weights, testImages, JobControl{control.stop, {}, control.threads});
        if (!quality)
            return tl::unexpected(quality.error());
        row.quality = std::move(*quality);
        if (auto told = onRow(row); !told)
            return tl::unexpected(told.error());
    }
    return rows;
}

}
