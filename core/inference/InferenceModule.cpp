#include "inference/InferenceModule.h"

#include "inference/TorchModule.h"

namespace isostain {

Result<const InferenceModule*> loadInferenceModule()
{
    return torchModuleInterface<InferenceModule>("Running StainGAN and other networks that look at neighboring pixels");
}

Result<const NetworkBackend*> loadNetworkBackend()
{
    return loadInferenceModule().map([](const InferenceModule* module) { return module->backend; });
}

}
