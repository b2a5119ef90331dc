#include <algorithm>
#include <cstring>
#include <fstream>
#include <set>
#include <string_view>
#include <vector>

#include "nn/CheckpointContainers.h"
#include "nn/Pickle.h"
#include "nn/QuotedName.h"
#include "nn/TensorPlan.h"

namespace isostain {

namespace {

// 0x1950a86a20f9469cfc6c, torch/serialization.py.
constexpr std::string_view kMagic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
constexpr std::int64_t kLegacyProtocol = 1001;

/// The pickles at the start of the file, one after the other.
class PickleSequence {
public:
    PickleSequence(std::span<const std::byte> bytes, const std::string& subject) : m_bytes(bytes), m_subject(subject) {}

    Result<pickle::Document> next()
    {
        auto document = pickle::read(m_bytes.subspan(m_position), m_subject);
        if (document)
            m_position += document->bytesRead;
        return document;
    }
    std::size_t position() const { return m_position; }

private:
    std::span<const std::byte> m_bytes;
    const std::string& m_subject;
    std::size_t m_position = 0;
};

Result<void> checkMagic(PickleSequence& pickles, const std::string& subject)
{
    const auto document = pickles.next();
    if (!document && document.error().code == ErrorCode::CheckpointRefused)
        return tl::unexpected(document.error());
    const auto* number = document ? document->as<pickle::BigInteger>(document->root) : nullptr;
    if (!number || number->bytes != kMagic)
        return fail(ErrorCode::CheckpointUnrecognized, subject, "it does not start like a PyTorch file");
    return {};
}

Result<void> checkProtocol(PickleSequence& pickles, const std::string& subject)
{
    const auto document = pickles.next();
    if (!document)
        return tl::unexpected(document.error());
    const auto* protocol = document->as<std::int64_t>(document->root);
    if (!protocol || *protocol != kLegacyProtocol)
        return fail(ErrorCode::CheckpointUnrecognized, subject, "an unknown protocol of PyTorch's legacy format");
    return {};
}

Result<void> checkSystem(PickleSequence& pickles, const std::string& subject)
{
    const auto document = pickles.next();
    if (!document)
        return tl::unexpected(document.error());
    const auto* system = document->as<pickle::Dict>(document->root);
    if (!system)
        return fail(ErrorCode::CheckpointCorrupt, subject, "the description of the system is missing");
    for (const auto& [key, value] : system->entries) {
        const auto* name = document->as<std::string_view>(key);
        const auto* littleEndian = document->as<bool>(value);
        if (name && *name == "little_endian" && littleEndian && !*littleEndian)
            return fail(ErrorCode::CheckpointRefused, subject, "byte order 'big'");
    }
    return {};
}

/// The storages' keys in the order of their data: each one planned, none twice, none that is wanted missing.
Result<std::vector<std::string_view>> storageKeys(PickleSequence& pickles, const TensorPlan& plan, const std::string& subject)
{
    const auto document = pickles.next();
    if (!document)
        return tl::unexpected(document.error());
    const auto corrupt = [&](std::string detail) {
        return fail(ErrorCode::CheckpointCorrupt, subject, std::move(detail));
    };
    const auto* list = document->as<pickle::List>(document->root);
    if (!list)
        return corrupt("the list of storages is missing");
    std::vector<std::string_view> keys;
    std::set<std::string_view> seen;
    for (const pickle::ValueId item : list->items) {
        const auto* key = document->as<std::string_view>(item);
        if (!key || !plan.contains(*key))
            return corrupt("the list of storages names one that nothing uses");
        if (!seen.insert(*key).second)
            return corrupt("storage " + quotedName(*key) + " is listed twice");
        keys.push_back(*key);
    }
    for (const auto& [key, storage] : plan)
        if (!storage.views.empty() && !seen.contains(key))
            return corrupt("storage " + quotedName(key) + " is missing");
    return keys;
}

Result<StateDict> readStorages(std::ifstream& file, std::uint64_t bytesLeft, const std::vector<std::string_view>& keys,
                               const TensorPlan& plan, const std::string& subject)
{
    StateDict state;
    std::vector<std::byte> bytes;
    for (const std::string_view key : keys) {
        const PlannedStorage& storage = plan.find(key)->second;
        std::uint64_t count = 0;
        const std::uint64_t size = storage.info.sizeBytes();
        if (bytesLeft < sizeof count || size > bytesLeft - sizeof count)
            return fail(ErrorCode::CheckpointCorrupt, subject, "storage " + quotedName(key) + " is cut off");
        bytesLeft -= sizeof count + size;
        file.read(reinterpret_cast<char*>(&count), sizeof count);
        if (file && count != storage.info.count)
            return fail(ErrorCode::CheckpointCorrupt, subject, "storage " + quotedName(key) + " has another size than claimed");
        if (storage.views.empty()) {
            file.seekg(static_cast<std::streamoff>(size), std::ios::cur);
        } else {
            bytes.resize(size);
            file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
        }
        if (!file)
            return fail(ErrorCode::FileUnreadable, subject);
        extractTensors(storage, bytes, state);
    }
    return state;
}

}

Result<StateDict> readLegacyCheckpoint(const std::filesystem::path& path, std::uint64_t fileBytes)
{
    const std::string subject = path.string();
    std::ifstream file(path, std::ios::binary);
    std::vector<std::byte> head(std::min<std::uint64_t>(fileBytes, pickle::kMaxStreamBytes));
    if (!file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size())))
        return fail(ErrorCode::FileUnreadable, subject);

    PickleSequence pickles(head, subject);
    const auto checked = checkMagic(pickles, subject).and_then([&] { return checkProtocol(pickles, subject); }).and_then([&] {
        return checkSystem(pickles, subject);
    });
    if (!checked)
        return tl::unexpected(checked.error());
    const auto plan = pickles.next().and_then(
        [&](const pickle::Document& document) { return planTensors(document, maxTensorBytes(fileBytes), subject); });
    if (!plan)
        return tl::unexpected(plan.error());
    const auto keys = storageKeys(pickles, *plan, subject);
    if (!keys)
        return tl::unexpected(keys.error());
    file.seekg(static_cast<std::streamoff>(pickles.position()));
    return readStorages(file, fileBytes - pickles.position(), *keys, *plan, subject);
}

}
