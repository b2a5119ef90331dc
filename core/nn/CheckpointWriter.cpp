#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include <zip.h>

#include "nn/Checkpoint.h"
#include "nn/QuotedName.h"

namespace isostain {

namespace {

/// A pickle of protocol 2, opcode by opcode (pickletools.py).
class PickleText {
public:
    std::string take() { return std::move(m_text); }

    void raw(std::string_view opcodes) { m_text += opcodes; }

    void string(std::string_view value)
    {
        raw("X");
        little(value.size(), 4);
        raw(value);
    }

    void integer(std::int64_t value)
    {
        if (value >= 0 && value <= std::numeric_limits<std::int32_t>::max()) {
            raw("J");
            little(static_cast<std::uint64_t>(value), 4);
        } else {
            raw("\x8a\x08");
            little(static_cast<std::uint64_t>(value), 8);
        }
    }

    void tuple(const std::vector<std::int64_t>& values)
    {
        raw("(");
        for (const std::int64_t value : values)
            integer(value);
        raw("t");
    }

private:
    void little(std::uint64_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_text += static_cast<char>(value >> (8 * i) & 0xFF);
    }

    std::string m_text;
};

std::vector<std::int64_t> contiguousStrides(const std::vector<std::int64_t>& shape)
{
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;)
        strides[i - 1] = strides[i] * std::max<std::int64_t>(shape[i], 1);
    return strides;
}

/// A plain dict: torch.load and load_state_dict take it like an OrderedDict, and LibTorch's torch::pickle_load, which knows
/// no OrderedDict, reads it as well.
std::string pickleOf(const StateDict& state)
{
    PickleText text;
    text.raw("\x80\x02}(");
    std::size_t storage = 0;
    for (const auto& [name, tensor] : state) {
        text.string(name);
        text.raw("ctorch._utils\n_rebuild_tensor_v2\n((");
        text.string("storage");
        text.raw("ctorch\nFloatStorage\n");
        text.string(std::to_string(storage++));
        text.string("cpu");
        text.integer(static_cast<std::int64_t>(tensor.values.size()));
        text.raw("tQK");
        text.raw(std::string_view("\0", 1));
        text.tuple(tensor.shape);
        text.tuple(contiguousStrides(tensor.shape));
        text.raw("\x89"
                 "ccollections\nOrderedDict\n)RtR");
    }
    text.raw("u.");
    return text.take();
}

/// A zip archive in memory, every record stored, aligned and with the same time.
class ZipText {
public:
    ZipText();
    void add(const std::string& name, std::string_view content); ///< `content` must live until finish()
    Result<std::string> finish(const std::string& subject);

private:
    struct FreeSource {
        void operator()(zip_source_t* source) const { zip_source_free(source); }
    };
    struct Discard {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };

    std::unique_ptr<zip_source_t, FreeSource> m_buffer;
    std::unique_ptr<zip_t, Discard> m_archive;
    std::uint64_t m_position = 0; // where the next local header will stand
    bool m_failed = false;
};

ZipText::ZipText()
{
    m_buffer.reset(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!m_buffer)
        return;
    m_archive.reset(zip_open_from_source(m_buffer.get(), ZIP_TRUNCATE, nullptr));
    if (m_archive)
        zip_source_keep(m_buffer.get());
}

/// PyTorch pads records to 64 bytes with an extra field "FB", so that storages can be mapped to memory as they are.
void ZipText::add(const std::string& name, std::string_view content)
{
    constexpr std::uint64_t kAlignment = 64;
    constexpr std::uint64_t kLocalHeader = 30;
    constexpr std::uint64_t kFieldHeader = 4;
    constexpr std::uint16_t kFieldId = 'F' | 'B' << 8;
    constexpr std::array<zip_uint8_t, kAlignment> kPadding{};
    constexpr zip_uint16_t kFirstOfJanuary1980 = 1 << 5 | 1;

    if (!m_archive)
        return;
    zip_source_t* source = zip_source_buffer(m_archive.get(), content.data(), content.size(), 0);
    const zip_int64_t added = source ? zip_file_add(m_archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (added < 0) {
        zip_source_free(source);
        m_failed = true;
        return;
    }
    const auto entry = static_cast<zip_uint64_t>(added);
    const std::uint64_t begin = m_position + kLocalHeader + name.size() + kFieldHeader;
    const std::uint64_t padding = (kAlignment - begin % kAlignment) % kAlignment;
    m_failed |= zip_set_file_compression(m_archive.get(), entry, ZIP_CM_STORE, 0) != 0 ||
                zip_file_set_dostime(m_archive.get(), entry, 0, kFirstOfJanuary1980, 0) != 0 ||
                zip_file_extra_field_set(m_archive.get(), entry, kFieldId, ZIP_EXTRA_FIELD_NEW, kPadding.data(),
                                         static_cast<zip_uint16_t>(padding), ZIP_FL_LOCAL) != 0;
    m_position = begin + padding + content.size();
}

Result<std::string> ZipText::finish(const std::string& subject)
{
    if (!m_archive || m_failed)
        return fail(ErrorCode::OutOfMemory, subject);
    if (zip_close(m_archive.get()) != 0)
        return fail(ErrorCode::Internal, subject, zip_strerror(m_archive.get()));
    static_cast<void>(m_archive.release()); // zip_close() has freed it

    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_source_stat(m_buffer.get(), &facts) != 0 || zip_source_open(m_buffer.get()) != 0)
        return fail(ErrorCode::Internal, subject, zip_error_strerror(zip_source_error(m_buffer.get())));
    std::string bytes(facts.size, '\0');
    const zip_int64_t got = zip_source_read(m_buffer.get(), bytes.data(), bytes.size());
    zip_source_close(m_buffer.get());
    if (got < 0 || static_cast<std::uint64_t>(got) != bytes.size())
        return fail(ErrorCode::Internal, subject, "the archive could not be read back");
    return bytes;
}

Result<std::string> archiveOf(const StateDict& state, const std::string& subject)
{
    for (const auto& [name, tensor] : state)
        if (!tensor.holdsItsShape())
            return fail(ErrorCode::InvalidArgument, quotedName(name), "its values do not fill its shape");
    const std::string root = "archive/";
    const std::string pickle = pickleOf(state);
    ZipText archive;
    archive.add(root + "data.pkl", pickle);
    archive.add(root + "byteorder", "little");
    std::size_t storage = 0;
    for (const auto& [name, tensor] : state) {
        const auto* bytes = reinterpret_cast<const char*>(tensor.values.data());
        archive.add(root + "data/" + std::to_string(storage++), {bytes, tensor.values.size() * sizeof(float)});
    }
    archive.add(root + "version", "3\n");
    return archive.finish(subject);
}

}

Result<void> writeCheckpoint(const StateDict& state, const std::filesystem::path& path, Overwrite overwrite)
{
    try {
        const auto bytes = archiveOf(state, path.string());
        return bytes ? writeFileAtomically(path, *bytes, overwrite) : tl::unexpected(bytes.error());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, path.string());
    }
}

}
