#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// Where the loadable module isostain-torch is looked for, in order: ../lib beside the executable's folder, then the folders
/// of ISOSTAIN_MODULE_PATH (separated by colons).
std::vector<std::filesystem::path> torchModulePaths();

/// Address of a function of the module, which is opened once per process and stays open. LibTorch is large and slow to load,
/// so nothing calls this before something is asked for that needs it. `feature` names that in errors ("Training").
/// Any thread. Errors: ModuleMissing, with the loader's reason.
Result<void*> torchModuleFunction(const char* name, const std::string& feature);

/// What a part of the module offers. `Interface` has kInterfaceVersion and kEntryName: the name of an extern "C" function
/// `const Interface*(int interfaceVersion)` in the module, null when it was built for another version.
template <typename Interface>
Result<const Interface*> torchModuleInterface(const std::string& feature)
{
    const auto function = torchModuleFunction(Interface::kEntryName, feature);
    if (!function)
        return tl::unexpected(function.error());
    const auto entry = reinterpret_cast<const Interface* (*)(int)>(*function);
    if (const Interface* interface = entry(Interface::kInterfaceVersion))
        return interface;
    return fail(ErrorCode::ModuleMissing, feature, "the module belongs to another version");
}

}
