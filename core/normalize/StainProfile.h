#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/Error.h"
#include "nn/StainNetWeights.h"

namespace isostain {

enum class NormalizationMethod { StainNet };
enum class Stain { Unknown, HematoxylinEosin, Papanicolaou };

/// The saved recipe of a normalizer: method, weights, where they came from. A small JSON file that a lab can pass around,
/// or made on the fly from a bare .pth (then most fields are empty).
struct StainProfile {
    std::string name;
    NormalizationMethod method = NormalizationMethod::StainNet;
    Stain stain = Stain::Unknown;
    std::string description;
    std::string sourceScanner;
    std::string targetScanner;
    std::optional<double> mpp;       ///< micrometers per pixel of the training data
    bool demoSlidesOnly = false;     ///< trained on generated tissue: to be offered for generated slides alone
    StainNetWeights weights;
    std::string weightsSha256;       ///< of the checkpoint file, or of the embedded weights' bytes
    std::string programVersion;      ///< that made the profile
    std::string provenance;          ///< e.g. the command that trained it
};

/// Reads a profile: JSON written by writeStainProfile(), or a PyTorch checkpoint of a StainNet (decided by content).
/// Unknown fields are ignored; a newer major version is an error. Errors: FileNotFound, FileUnreadable, ProfileInvalid,
/// ProfileTooNew, and those of readStainNet().
Result<StainProfile> readStainProfile(const std::filesystem::path& path);
/// The same from memory (for bundled profiles, which are always JSON); `subject` names it in errors.
Result<StainProfile> parseStainProfile(std::string_view json, const std::string& subject);
std::string toJson(const StainProfile& profile);
Result<void> writeStainProfile(const StainProfile& profile, const std::filesystem::path& path);

}
