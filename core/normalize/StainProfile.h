#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "color/ColorGamut.h"
#include "nn/Network.h"
#include "normalize/FittedStatistics.h"
#include "normalize/MethodOptions.h"
#include "normalize/SlideStatistics.h"

namespace isostain {

enum class Stain { Unknown, HematoxylinEosin, Papanicolaou };

/// The saved recipe of a normalizer: method, options, fitted statistics or weights, where they came from. A small JSON file
/// that a lab can pass around, or made on the fly from a bare .pth (then most fields are empty). All text is UTF-8. Names of
/// the enums: ProfileNames.h.
struct StainProfile {
    std::string name;
    NormalizationMethod method = NormalizationMethod::StainNet;
    MethodOptions options;
    Stain stain = Stain::Unknown;
    std::string description;
    std::string sourceScanner;
    std::string targetScanner;
    std::optional<double> mpp;       ///< micrometers per pixel of the training data
    bool demoSlidesOnly = false;     ///< trained on generated tissue: to be offered for generated slides alone
    std::optional<FittedStatistics> target;   ///< fitted methods: what slides are brought to
    std::optional<FittedStatistics> source;   ///< fitted methods: of all source slides; nothing: fitted to each slide
    StainNetWeights weights;         ///< StainNet only
    std::shared_ptr<const ResnetGeneratorWeights> generator;   ///< StainGAN only; shared, as it is large
    std::string generatorFile;       ///< StainGAN: name of its checkpoint in the folder of the profile
    std::string weightsSha256;       ///< of the checkpoint file, or of the embedded weights' little-endian float32 bytes
    std::optional<ColorGamut> gamut; ///< colors of the training images; nothing: not known
    std::vector<SlideStatistics> frozen;   ///< spatial networks: of slides known beforehand; others are sampled when they are opened
    std::string programVersion;      ///< that made the profile
    std::string provenance;          ///< e.g. the command that trained it
};

/// Whether the method is fitted to statistics; the others are learned.
bool isFitted(NormalizationMethod method);

/// Whether pixels of the result depend on neighboring pixels: a StainGAN, or a StainNet with kernels larger than 1x1.
bool isSpatial(const StainProfile& profile);

/// The network of a learned profile.
Network networkOf(const StainProfile& profile);

/// SHA-256 that stands for everything which decides the colors: of the weights, or of the fitted statistics and options. Frozen
/// statistics follow from weights and slide, and do not change it.
std::string recipeSha256(const StainProfile& profile);

/// Reads a profile: JSON written by writeStainProfile() where the file begins with '{', else a PyTorch checkpoint of a
/// StainNet or of a StainGAN generator. A StainGAN profile names its checkpoint, which has to lie beside it and to have the
/// SHA-256 that the profile states. Unknown fields are ignored; a newer major version or an unknown method is ProfileTooNew. Text of at most
/// 32 MiB and little nesting is read, so that hostile files cost little memory.
/// Errors: FileNotFound, FileUnreadable, OutOfMemory, ProfileInvalid, ProfileTooNew, and those of readNetwork().
/// Blocks on the file; any thread.
Result<StainProfile> readStainProfile(const std::filesystem::path& path);
/// The same from memory (for bundled profiles, which are always JSON); `subject` names it in errors. A StainGAN profile comes
/// without its generator.
Result<StainProfile> parseStainProfile(std::string_view json, const std::string& subject);

/// Version 1 of the format. The same profile gives the same bytes; `weightsSha256` is computed anew from the weights.
std::string toJson(const StainProfile& profile);
/// Through a temporary file. Errors: ProfileInvalid (it could not be read back, as with weights that are not finite),
/// OutputExists, OutputUnwritable, DiskFull.
Result<void> writeStainProfile(const StainProfile& profile, const std::filesystem::path& path,
                               Overwrite overwrite = Overwrite::No);

}
