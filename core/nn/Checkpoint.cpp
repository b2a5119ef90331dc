#include "nn/Checkpoint.h"

#include <array>
#include <fstream>
#include <new>
#include <stdexcept>
#include <string_view>

#include "base/InputFile.h"
#include "nn/CheckpointContainers.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t(2) << 30;

Result<StateDict> readContainer(const fs::path& path)
{
    if (const auto checked = checkIsFile(path); !checked)
        return tl::unexpected(checked.error());
    std::error_code error;
    const std::uint64_t size = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return fail(ErrorCode::FileUnreadable, path.string());
    if (size > kMaxFileBytes)
        return fail(ErrorCode::CheckpointRefused, path.string(), "it is larger than 2 GiB");

    std::array<char, 4> start{};
    file.read(start.data(), start.size());
    const std::string_view signature(start.data(), static_cast<std::size_t>(file.gcount()));
    if (signature == "PK\x03\x04")
        return readZipCheckpoint(path, size);
    if (signature.starts_with('\x80'))
        return readLegacyCheckpoint(path, size);
    return fail(ErrorCode::CheckpointUnrecognized, path.string(), "it does not start like a PyTorch file");
}

}

bool Tensor::holdsItsShape() const
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape)
        if (size < 0 || __builtin_mul_overflow(count, size, &count))
            return false;
    return values.size() == static_cast<std::uint64_t>(count);
}

Result<StateDict> readCheckpoint(const fs::path& path)
{
    try {
        return readContainer(path);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, path.string());
    } catch (const std::length_error&) {
        return fail(ErrorCode::OutOfMemory, path.string());
    }
}

Result<StainNetWeights> readStainNet(const fs::path& path)
{
    return readCheckpoint(path).and_then([&](const StateDict& state) { return stainNetFromStateDict(state, path.string()); });
}

}
