#include "training/Distillation.h"

#include <array>
#include <cmath>

#include "base/EnumTable.h"

namespace isostain {

namespace {

constexpr std::array kRecipes = {
    DistillationRecipeRow{DistillationRecipe::Fast, "fast"},
    DistillationRecipeRow{DistillationRecipe::Paper, "paper"},
    DistillationRecipeRow{DistillationRecipe::Mixed, "mixed"},
};
static_assert(inEnumOrder(kRecipes, &DistillationRecipeRow::recipe, DistillationRecipe::Mixed), "one row per recipe");

template <typename Number>
Result<void> checkRange(const char* name, Number value, Number low, Number high)
{
    if (value >= low && value <= high)
        return {};
    return fail(ErrorCode::InvalidArgument, name, "its range is " + std::to_string(low) + " to " + std::to_string(high));
}

}

std::span<const DistillationRecipeRow> distillationRecipes()
{
    return kRecipes;
}

Result<void> checkConfig(const DistillationConfig& config)
{
    constexpr double kSmallest = 1e-12;
    constexpr double kLargest = 1e30;
    return checkShape(config.shape)
        .and_then([&] { return checkRange("The weight of white", config.keepWhite, 0.0, 1000.0); })
        .and_then([&] { return checkRange("The number of steps", config.steps, 1, 10'000'000); })
        .and_then([&] { return checkRange("The number of pixels a step", config.pixelsPerStep, 256, 1 << 24); })
        .and_then([&] { return checkRange("The learning rate", config.learningRate, kSmallest, kLargest); })
        .and_then([&] { return checkRange("The weight of the teacher", config.teacherWeight, 0.0, 1000.0); })
        .and_then([&] { return checkRange("The fairness", config.fairness, 0.0, 64.0); })
        .and_then([&] { return checkRange("The weight of structure", config.structure, 0.0, 1000.0); })
        .and_then([&] { return checkRange("The number of epochs", config.epochs, 1, 1'000'000); })
        .and_then([&] { return checkRange("The learning rate", config.sgdRate, kSmallest, kLargest); })
        .and_then([&] { return checkRange("The batch size", config.batchSize, 1, 10'000); })
        .and_then([&] { return checkRange("The size of crops", config.cropSize, 1, 4096); })
        .and_then([&] { return checkRange("The epochs from test to test", config.testEvery, 1, 1'000'000); });
}

}
