#pragma once

#include "training/Distillation.h"

namespace isostain {

/// What the loadable module isostain-torch offers for training.
struct TrainingModule {
    static constexpr int kInterfaceVersion = 1;
    static constexpr const char* kEntryName = "isostainTrainingModule";

    DistillFunction* distill = nullptr;
};

/// Opens the module, once per process; it stays open. Any thread. Errors: ModuleMissing, with the loader's reason.
Result<const TrainingModule*> loadTrainingModule();

}
