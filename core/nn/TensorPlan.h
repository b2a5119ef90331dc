#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/Error.h"
#include "nn/Checkpoint.h"
#include "nn/Pickle.h"

namespace isostain {

/// What the elements of a storage are. Integers are never converted; only their size matters, to step over them.
enum class ElementType : std::uint8_t { Float16, BFloat16, Float32, Float64, Integer8, Integer16, Integer32, Integer64 };

std::size_t sizeBytes(ElementType type);

/// A block of elements that tensors are views of.
struct StorageInfo {
    ElementType type = ElementType::Float32;
    std::uint64_t count = 0;

    std::uint64_t sizeBytes() const { return count * isostain::sizeBytes(type); } ///< cannot overflow: checked when planned
};

/// One tensor of a state dict: where its elements lie in its storage. Offset and strides in elements, all inside the storage.
struct TensorView {
    std::string name;
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

struct PlannedStorage {
    StorageInfo info;
    std::vector<TensorView> views; ///< the tensors wanted from it; none where it holds integers or optimizer state
};

/// Storages by their key, for every storage that a checkpoint's pickle names.
using TensorPlan = std::map<std::string_view, PlannedStorage>;

/// Finds the state dict in a checkpoint's pickle and checks every tensor against its storage, so that reading needs no
/// further checks but of the storage's size. The keys point into the document's stream. All tensors together take at most
/// `maxBytes` as float32. Errors: CheckpointUnrecognized (no state dict), CheckpointCorrupt, CheckpointRefused.
Result<TensorPlan> planTensors(const pickle::Document& document, std::uint64_t maxBytes, const std::string& subject);

/// Adds a storage's tensors, as float32, to the state. `bytes` holds the whole storage, little-endian.
void extractTensors(const PlannedStorage& storage, std::span<const std::byte> bytes, StateDict& state);

}
