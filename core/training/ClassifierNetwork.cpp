#include "training/ClassifierNetwork.h"

#include "inference/TorchModule.h"

namespace isostain {

Result<const ClassifierModule*> loadClassifierModule()
{
    return torchModuleInterface<ClassifierModule>("Training");
}

}
