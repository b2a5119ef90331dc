#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/Error.h"

/// The part of Python's pickle format (protocols 2 to 5, pickletools.py) that PyTorch's state dicts are written in. Nothing
/// is ever run: calls of the few functions that a stream may name stay inert values. All values of a stream lie in one flat
/// array and refer to each other by index, so that no nesting or cycle can exhaust the C++ stack.
namespace isostain::pickle {

/// The globals that a stream may name; every other one is refused.
enum class Global : std::uint8_t {
    OrderedDict,
    RebuildTensor,
    RebuildParameter,
    HalfStorage,
    BFloat16Storage,
    FloatStorage,
    DoubleStorage,
    BoolStorage,
    ByteStorage,
    CharStorage,
    ShortStorage,
    IntStorage,
    LongStorage,
};

/// Index of a value in Document::values.
using ValueId = std::uint32_t;

struct None {};

/// An integer of more than 64 bits, as in the stream: two's complement, little-endian.
struct BigInteger {
    std::string_view bytes;
};

struct Tuple {
    std::vector<ValueId> items;
};

struct List {
    std::vector<ValueId> items;
};

enum class DictKind : std::uint8_t { Plain, Ordered };

/// Entries in the order of the stream; a key may occur twice, the later one counts.
struct Dict {
    DictKind kind = DictKind::Plain;
    std::vector<std::pair<ValueId, ValueId>> entries;
};

/// A call that the stream asks for. `arguments` is a Tuple. Never OrderedDict, which becomes a Dict.
struct Call {
    Global function;
    ValueId arguments;
};

/// A reference to something outside the stream: for PyTorch a tuple that describes a storage.
struct Persistent {
    ValueId reference;
};

/// Strings and bytes are both string_view, into the stream.
using Value =
    std::variant<None, bool, std::int64_t, double, BigInteger, std::string_view, Tuple, List, Dict, Global, Call, Persistent>;

/// The values of one stream, which must outlive it.
struct Document {
    std::vector<Value> values;
    ValueId root = 0;
    std::size_t bytesRead = 0; ///< where the stream ended; further streams may follow

    template <typename T>
    const T* as(ValueId id) const
    {
        return std::get_if<T>(&values[id]);
    }
};

/// Longest stream that is looked at: state dicts hold a few hundred bytes per tensor.
inline constexpr std::size_t kMaxStreamBytes = std::size_t(64) << 20;

/// Reads the pickle at the start of `stream`. Bounded: about 100 MB at most beside the stream.
/// Errors: CheckpointCorrupt, CheckpointRefused (with the full name of the global, or the opcode).
Result<Document> read(std::span<const std::byte> stream, const std::string& subject);

/// The Python name of a global, such as "torch.FloatStorage".
std::string pythonName(Global global);

}
