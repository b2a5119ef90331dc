#include "inference/TorchModule.h"

#include <cstdlib>
#include <sstream>
#include <system_error>

#include <dlfcn.h>

#include "base/ProgramFolder.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFileName = "libisostain-torch.so";

/// The module, or why it cannot be had.
struct OpenedModule {
    void* library = nullptr;
    std::string reasons;
};

OpenedModule openModule()
{
    OpenedModule module;
    for (const fs::path& path : torchModulePaths()) {
        std::error_code error;
        if (!fs::exists(path, error))
            continue;
        module.library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (module.library)
            return module;
        module.reasons = dlerror();
    }
    return module;
}

}

std::vector<fs::path> torchModulePaths()
{
    std::vector<fs::path> paths;
    if (const auto program = programFolder()) {
        const fs::path libraries = program->parent_path() / "lib";
        paths.push_back(libraries / kFileName);              // where it is built
        paths.push_back(libraries / "isostain" / kFileName); // where it is installed
    }
    if (const char* configured = std::getenv("ISOSTAIN_MODULE_PATH")) {
        std::istringstream folders(configured);
        for (std::string folder; std::getline(folders, folder, ':');)
            if (!folder.empty())
                paths.push_back(fs::path(folder) / kFileName);
    }
    return paths;
}

Result<void*> torchModuleFunction(const char* name, const std::string& feature)
{
    static const OpenedModule module = openModule();
    if (!module.library)
        return fail(ErrorCode::ModuleMissing, feature, module.reasons);
    if (void* function = dlsym(module.library, name))
        return function;
    return fail(ErrorCode::ModuleMissing, feature, "the module belongs to another version");
}

}
