#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Builds PyTorch files byte by byte, also such as PyTorch would never write.
namespace isostain::test {

/// The low `bytes` bytes of a number, little-endian.
std::string little(std::uint64_t value, int bytes);

template <typename T>
std::string bytesOf(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

/// Pickle opcodes; each function gives the opcodes that leave one value on the stack.
std::string text(std::string_view value); ///< BINUNICODE
std::string integer(std::int64_t value);  ///< LONG1 of 8 bytes
std::string tuple(const std::vector<std::int64_t>& values);
std::string global(std::string_view module, std::string_view name);

/// A part of a storage, as the legacy format names it.
struct StorageView {
    std::int64_t begin = 0;
    std::int64_t count = 0;
};

struct TensorSpec {
    std::string name = "weight";
    std::vector<std::int64_t> shape = {2, 3};
    std::vector<std::int64_t> strides = {3, 1};
    std::int64_t offset = 0;
    std::string storageType = "FloatStorage";
    std::string key = "0";
    std::int64_t storageCount = 6;
    std::string device = "cpu";
    std::optional<StorageView> view = std::nullopt;
};

std::string storage(const TensorSpec& spec); ///< the persistent reference
std::string tensor(const TensorSpec& spec);  ///< the call of _rebuild_tensor_v2

/// An OrderedDict with the tensors, without PROTO and STOP.
std::string stateDict(const std::vector<TensorSpec>& specs);
/// A value as a whole pickle of protocol 2.
std::string pickle(std::string_view value);

struct ZipRecord {
    std::string name;
    std::string content;
    std::uint16_t method = 0;                                ///< 0 stored, 8 deflated
    std::optional<std::uint32_t> claimedSize = std::nullopt; ///< uncompressed size, when it is a lie
    bool isAlias = false;                                    ///< of the record before: an entry for the same bytes
};

std::string zip(const std::vector<ZipRecord>& records);

struct StorageData {
    std::string key;
    std::string bytes;
    std::uint64_t count = 0; ///< elements, written by the legacy format alone
};

/// The zip container around a pickle.
std::string torchZip(std::string_view pickled, const std::vector<StorageData>& storages, const std::string& root = "archive");
/// The legacy container around a pickle.
std::string torchLegacy(std::string_view pickled, const std::vector<StorageData>& storages);

}
