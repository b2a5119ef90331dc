#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "base/Error.h"
#include "training/StainNetTraining.h"

namespace isostain::cli {

/// What commands that train StainNets take.
struct DistillationArguments {
    std::string source;
    std::string teacher;
    std::string staingan;
    std::string testSource;
    std::string testTeacher;
    std::string alignedSource;
    std::string alignedTarget;
    std::string recipe = "fast";
    int holdOut = 10;
    int layers = 3;
    std::vector<int> kernels;
    unsigned threads = 0;
    StainNetTrainingPlan plan;
};

/// Adds the options. The arguments must live as long as the command.
void addDistillationOptions(CLI::App& command, DistillationArguments& arguments);

/// Finds and checks the images and fills in the plan; says on standard error what is left out. With a StainGAN in place of a
/// teacher folder, what it makes of the source images is written to `teacherFolder` first.
/// Errors: those of pairImages(), InvalidArgument, and those of running a network.
Result<void> completePlan(DistillationArguments& arguments, const std::filesystem::path& teacherFolder);

}
