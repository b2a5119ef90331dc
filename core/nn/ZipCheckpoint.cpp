#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <zip.h>

#include "nn/CheckpointContainers.h"
#include "nn/Pickle.h"
#include "nn/QuotedName.h"
#include "nn/TensorPlan.h"

namespace isostain {

namespace {

constexpr std::string_view kPickleSuffix = "/data.pkl";

/// Whether a record's name could mean something outside of its archive to a program that unpacks it.
bool isPathTrick(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos)
        return true;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (part == "." || part == "..")
            return true;
        begin = end + 1;
    }
    return false;
}

class ZipArchive {
public:
    static Result<ZipArchive> open(const std::filesystem::path& path, std::uint64_t fileBytes);

    bool contains(const std::string& record) const { return m_records.contains(m_root + record); }

    /// A whole record. `record` is relative to the root and starts with a slash. All records read together may not be larger
    /// than the file: entries that share their bytes would let a small file keep the reader busy for days.
    Result<std::vector<std::byte>> read(const std::string& record, std::uint64_t maxBytes);

private:
    struct Close {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    struct CloseRecord {
        void operator()(zip_file_t* record) const { zip_fclose(record); }
    };

    ZipArchive(zip_t* archive, std::string subject, std::uint64_t fileBytes)
        : m_archive(archive),
          m_subject(std::move(subject)),
          m_fileBytes(fileBytes),
          m_bytesLeft(fileBytes)
    {
    }

    tl::unexpected<Error> error(ErrorCode code, std::string detail) const { return fail(code, m_subject, std::move(detail)); }
    Result<void> index();

    std::unique_ptr<zip_t, Close> m_archive;
    std::string m_subject;
    std::uint64_t m_fileBytes;
    std::uint64_t m_bytesLeft; ///< of the file, beside the records read so far
    std::string m_root;
    std::map<std::string, zip_uint64_t, std::less<>> m_records;
};

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& path, std::uint64_t fileBytes)
{
    int code = 0;
    zip_t* opened = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (!opened) {
        zip_error_t reason;
        zip_error_init_with_code(&reason, code);
        auto failure = fail(code == ZIP_ER_MEMORY ? ErrorCode::OutOfMemory : ErrorCode::CheckpointCorrupt, path.string(),
                            zip_error_strerror(&reason));
        zip_error_fini(&reason);
        return failure;
    }
    ZipArchive archive(opened, path.string(), fileBytes);
    if (const auto indexed = archive.index(); !indexed)
        return tl::unexpected(indexed.error());
    return archive;
}

/// Names to entries, and the one root with a data.pkl.
Result<void> ZipArchive::index()
{
    std::optional<std::string> duplicate;
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), ZIP_FL_UNCHANGED);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(m_archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        if (name && !m_records.emplace(name, static_cast<zip_uint64_t>(i)).second)
            duplicate = name;
    }
    for (const auto& [name, entry] : m_records) {
        const bool isPickle = name.ends_with(kPickleSuffix) && name.find('/') == name.size() - kPickleSuffix.size();
        if (isPickle && !m_root.empty())
            return error(ErrorCode::CheckpointRefused, "it holds more than one data.pkl");
        if (isPickle)
            m_root = name.substr(0, name.size() - kPickleSuffix.size());
    }
    if (m_root.empty())
        return error(ErrorCode::CheckpointUnrecognized, "the archive holds no data.pkl");
    for (const auto& [name, entry] : m_records)
        if (isPathTrick(name) || !name.starts_with(m_root + "/"))
            return error(ErrorCode::CheckpointRefused, "record " + quotedName(name) + " lies outside of the archive's root");
    if (duplicate)
        return error(ErrorCode::CheckpointRefused, "it holds record " + quotedName(*duplicate) + " twice");
    return {};
}

Result<std::vector<std::byte>> ZipArchive::read(const std::string& record, std::uint64_t maxBytes)
{
    const auto found = m_records.find(m_root + record);
    if (found == m_records.end())
        return error(ErrorCode::CheckpointCorrupt, "record " + quotedName(record) + " is missing");
    zip_stat_t facts;
    zip_stat_init(&facts);
    constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(m_archive.get(), found->second, ZIP_FL_UNCHANGED, &facts) != 0 || (facts.valid & kNeeded) != kNeeded)
        return error(ErrorCode::CheckpointCorrupt, "record " + quotedName(record) + " cannot be read");
    if (facts.comp_method != ZIP_CM_STORE || facts.encryption_method != ZIP_EM_NONE)
        return error(ErrorCode::CheckpointRefused, "record " + quotedName(record) + " is compressed or encrypted");
    if (facts.size > m_fileBytes)
        return error(ErrorCode::CheckpointCorrupt, "record " + quotedName(record) + " claims more than the file");
    if (facts.size > maxBytes)
        return error(ErrorCode::CheckpointRefused, "record " + quotedName(record) + " is too large");
    if (facts.size > m_bytesLeft)
        return error(ErrorCode::CheckpointRefused, "record " + quotedName(record) + " shares its bytes with others");
    m_bytesLeft -= facts.size;

    // One byte more than there should be is asked for, so that libzip reaches the end and compares the checksum.
    std::vector<std::byte> bytes(facts.size + 1);
    const std::unique_ptr<zip_file_t, CloseRecord> file(zip_fopen_index(m_archive.get(), found->second, ZIP_FL_UNCHANGED));
    std::uint64_t filled = 0;
    zip_int64_t got = 0;
    while (file && filled < bytes.size() && (got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled)) > 0)
        filled += static_cast<std::uint64_t>(got);
    if (!file || got < 0 || filled != facts.size) {
        const char* reason = file ? zip_file_strerror(file.get()) : zip_strerror(m_archive.get());
        return error(ErrorCode::CheckpointCorrupt,
                     "record " + quotedName(record) + ": " + (got < 0 || !file ? reason : "wrong size"));
    }
    bytes.resize(facts.size);
    return bytes;
}

/// Counts what begins like an entry of the directory, wherever it stands in the file. libzip takes seven times the size of a
/// directory of short entries before anything of them can be looked at.
Result<void> checkRecordCount(const std::filesystem::path& path)
{
    constexpr std::size_t kMostRecords = std::size_t(1) << 17; // several times the tensors that a pickle can hold
    constexpr std::string_view kSignature = "PK\x01\x02";
    std::ifstream file(path, std::ios::binary);
    std::string piece;
    std::string buffer(std::size_t(1) << 20, '\0');
    std::size_t count = 0;
    while (file) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        piece.append(buffer, 0, static_cast<std::size_t>(file.gcount()));
        for (std::size_t at = piece.find(kSignature); at != piece.npos; at = piece.find(kSignature, at + kSignature.size()))
            ++count;
        if (count > kMostRecords)
            return fail(ErrorCode::CheckpointRefused, path.string(),
                        "it holds more than " + std::to_string(kMostRecords) + " records");
        piece.erase(0, piece.size() - std::min(piece.size(), kSignature.size() - 1));
    }
    return file.eof() ? Result<void>() : fail(ErrorCode::FileUnreadable, path.string());
}

/// The `byteorder` record exists since PyTorch 2.1; before it, files are little-endian on all machines that matter.
Result<void> checkByteOrder(ZipArchive& archive, const std::string& subject)
{
    if (!archive.contains("/byteorder"))
        return {};
    const auto record = archive.read("/byteorder", 16);
    if (!record)
        return tl::unexpected(record.error());
    const std::string_view order(reinterpret_cast<const char*>(record->data()), record->size());
    if (order != "little")
        return fail(ErrorCode::CheckpointRefused, subject, "byte order " + quotedName(order));
    return {};
}

}

Result<StateDict> readZipCheckpoint(const std::filesystem::path& path, std::uint64_t fileBytes)
{
    if (const auto checked = checkRecordCount(path); !checked)
        return tl::unexpected(checked.error());
    auto archive = ZipArchive::open(path, fileBytes);
    if (!archive)
        return tl::unexpected(archive.error());
    if (const auto checked = checkByteOrder(*archive, path.string()); !checked)
        return tl::unexpected(checked.error());
    const auto stream = archive->read("/data.pkl", pickle::kMaxStreamBytes);
    if (!stream)
        return tl::unexpected(stream.error());
    const auto plan = pickle::read(*stream, path.string()).and_then([&](const pickle::Document& document) {
        return planTensors(document, maxTensorBytes(fileBytes), path.string());
    });
    if (!plan)
        return tl::unexpected(plan.error());

    StateDict state;
    for (const auto& [key, storage] : *plan) {
        if (storage.views.empty())
            continue;
        const auto bytes = archive->read("/data/" + std::string(key), fileBytes);
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (bytes->size() < storage.info.sizeBytes())
            return fail(ErrorCode::CheckpointCorrupt, path.string(), "storage " + quotedName(key) + " is smaller than claimed");
        extractTensors(storage, *bytes, state);
    }
    return state;
}

}
