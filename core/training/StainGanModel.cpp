#include "training/StainGanModel.h"

#include "inference/TorchModule.h"

namespace isostain {

const std::array<const char*, kStainGanMeasures> kStainGanMeasureNames = {
    "adversarial_to_target", "adversarial_to_source", "cycle_source",         "cycle_target",       "identity_source",
    "identity_target",       "discriminator_target",  "discriminator_source", "contrast_to_target", "contrast_to_source"};

Result<const StainGanModule*> loadStainGanModule()
{
    return torchModuleInterface<StainGanModule>("Training");
}

}
