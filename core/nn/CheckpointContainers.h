#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/Error.h"
#include "nn/Checkpoint.h"

namespace isostain {

/// The zip container of torch.save (PyTorch 1.6 and later): NAME/data.pkl and one record NAME/data/KEY per storage.
/// Records are found by their exact name under the archive's one root, are never written anywhere, and must be stored
/// without compression, as PyTorch does.
Result<StateDict> readZipCheckpoint(const std::filesystem::path& path, std::uint64_t fileBytes);

/// The container before PyTorch 1.6: five pickles (magic number, protocol, system, object, storage keys), then the storages
/// in the order of the keys, each a 64-bit element count and the elements.
Result<StateDict> readLegacyCheckpoint(const std::filesystem::path& path, std::uint64_t fileBytes);

/// Memory that the tensors of a file may take: float16 doubles in size, and what is read is not much larger than the file.
inline std::uint64_t maxTensorBytes(std::uint64_t fileBytes)
{
    return 2 * fileBytes + (std::uint64_t(1) << 20);
}

}
