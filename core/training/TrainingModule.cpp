#include "training/TrainingModule.h"

#include <cstdlib>
#include <sstream>
#include <system_error>

#include <dlfcn.h>

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFileName = "libisostain-torch.so";

Result<const TrainingModule*> openModule()
{
    std::string reasons;
    for (const fs::path& path : trainingModulePaths()) {
        std::error_code error;
        if (!fs::exists(path, error))
            continue;
        void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (!library) {
            reasons = dlerror();
            continue;
        }
        const auto entry = reinterpret_cast<TrainingModule::Entry*>(dlsym(library, TrainingModule::kEntryName));
        if (const TrainingModule* module = entry ? entry(TrainingModule::kInterfaceVersion) : nullptr)
            return module;
        reasons = path.string() + " belongs to another version";
        dlclose(library);
    }
    return fail(ErrorCode::ModuleMissing, "Training", reasons);
}

}

std::vector<fs::path> trainingModulePaths()
{
    std::vector<fs::path> paths;
    std::error_code error;
    if (const fs::path executable = fs::read_symlink("/proc/self/exe", error); !error)
        paths.push_back(executable.parent_path().parent_path() / "lib" / kFileName);
    if (const char* configured = std::getenv("ISOSTAIN_MODULE_PATH")) {
        std::istringstream folders(configured);
        for (std::string folder; std::getline(folders, folder, ':');)
            if (!folder.empty())
                paths.push_back(fs::path(folder) / kFileName);
    }
    return paths;
}

Result<const TrainingModule*> loadTrainingModule()
{
    static const Result<const TrainingModule*> module = openModule();
    return module;
}

}
