#include "training/TrainingModule.h"

#include "inference/TorchModule.h"

namespace isostain {

Result<const TrainingModule*> loadTrainingModule()
{
    return torchModuleInterface<TrainingModule>("Training");
}

}
