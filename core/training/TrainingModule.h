#pragma once

#include <filesystem>
#include <vector>

#include "training/Distillation.h"

namespace isostain {

/// What the loadable module isostain-torch offers. LibTorch is large and slow to load, so programs open the module only when
/// it is asked for, and do without where it is not installed.
struct TrainingModule {
    static constexpr int kInterfaceVersion = 1;
    static constexpr const char* kEntryName = "isostainTrainingModule";
    using Entry = const TrainingModule*(int interfaceVersion); ///< null when it was built for another version

    DistillFunction* distill = nullptr;
};

/// Where the module is looked for, in order: ../lib beside the executable's folder, then the folders of
/// ISOSTAIN_MODULE_PATH (separated by colons).
std::vector<std::filesystem::path> trainingModulePaths();

/// Opens the module, once per process; it stays open. Any thread. Errors: ModuleMissing, with the loader's reason.
Result<const TrainingModule*> loadTrainingModule();

}
