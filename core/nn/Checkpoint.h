#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "nn/StainNetWeights.h"

namespace isostain {

/// A dense tensor, converted to float32, row-major.
struct Tensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;

    /// Whether there are as many values as the shape says, none of its sizes negative.
    bool holdsItsShape() const;
};

/// A PyTorch state dict: names to tensors. A `module.` prefix (from DataParallel) is already removed.
using StateDict = std::map<std::string, Tensor>;

/// Reads a PyTorch checkpoint without LibTorch: the zip format (PyTorch >= 1.6) and the legacy pickle stream before it.
/// Storages of any device are read to memory; float16, bfloat16, float32 and float64 become float32; integer tensors
/// (counters such as num_batches_tracked) are skipped. A state dict may stand alone or under `state_dict`, `model` or
/// `net` in a plain dict. The unpickler allows collections.OrderedDict, torch._utils._rebuild_tensor_v2 (and
/// _rebuild_parameter), the torch storage types and plain values; it refuses every other global by name and runs nothing.
/// Bounded: file at most 2 GiB, memory at most about three times the file and 100 MB for the pickle's values; nesting and
/// opcode counts limited; zip records must be stored uncompressed, as PyTorch writes them, and little-endian. Any thread.
/// Errors: FileNotFound, FileUnreadable, CheckpointUnrecognized, CheckpointCorrupt, CheckpointRefused, OutOfMemory.
Result<StateDict> readCheckpoint(const std::filesystem::path& path);

/// The StainNet in a state dict: keys rgb_trans.{0,2,4,...}.{weight,bias}, any number of layers >= 2, any width, odd
/// kernel sizes per layer. `subject` names the state dict in errors. Any thread. Errors: CheckpointMismatch (missing or
/// unexpected keys, shapes), CheckpointNotFinite.
Result<StainNetWeights> stainNetFromStateDict(const StateDict& state, const std::string& subject);

/// readCheckpoint() and stainNetFromStateDict() in one, with the errors of both.
Result<StainNetWeights> readStainNet(const std::filesystem::path& path);

/// The state dict with the published key names.
StateDict toStateDict(const StainNetWeights& weights);

/// Writes a state dict as torch.load and LibTorch's torch::pickle_load read it: zip format, float32 CPU storages aligned to
/// 64 bytes, a plain dict (load_state_dict takes one; pickle_load knows no OrderedDict). Same input, same bytes. Blocks; any
/// thread. Errors: InvalidArgument (values that do not fill their shape), OutputExists, OutputUnwritable, DiskFull,
/// OutOfMemory.
Result<void> writeCheckpoint(const StateDict& state, const std::filesystem::path& path, Overwrite overwrite);

}
