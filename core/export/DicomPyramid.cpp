#include "export/DicomPyramid.h"

#include <array>
#include <cerrno>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>

#include "base/AtomicFolder.h"
#include "export/DicomElements.h"
#include "export/DicomHeader.h"
#include "export/TiffFile.h"
#include "slide/DicomNames.h"
#include "slide/RandomAccessFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kNameStart = "level-";
constexpr std::string_view kNameEnd = ".dcm";
constexpr std::uint64_t kItemHeaderBytes = 8;

std::string fileName(std::size_t level)
{
    return std::string(kNameStart) + std::to_string(level) + std::string(kNameEnd);
}

bool isFileName(const std::string& name)
{
    if (!name.starts_with(kNameStart) || !name.ends_with(kNameEnd) || name.size() <= kNameStart.size() + kNameEnd.size())
        return false;
    const std::string number = name.substr(kNameStart.size(), name.size() - kNameStart.size() - kNameEnd.size());
    return number.find_first_not_of("0123456789") == std::string::npos;
}

std::string itemHeader(dicom::tag::Tag tag, std::uint64_t length)
{
    return littleEndianBytes(tag >> 16, 2) + littleEndianBytes(tag & 0xFFFF, 2) + littleEndianBytes(length, 4);
}

/// Whether a folder holds nothing but what an export has written: only then it may be replaced. Errors: OutputUnwritable.
Result<void> checkMayBeReplaced(const fs::path& folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return {};
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (!fs::is_regular_file(entry->symlink_status(ignored)) || !isFileName(entry->path().filename().string()))
            return fail(ErrorCode::OutputUnwritable, folder.string(), "the folder holds other files");
    }
    return error ? tl::unexpected(writeError(folder, error.value())) : Result<void>();
}

/// The frames of one level, as they are written.
struct LevelFrames {
    std::uint64_t start = 0;            ///< of the first frame's item, or of uncompressed pixels
    std::uint64_t end = 0;              ///< of the file
    std::vector<std::uint64_t> offsets; ///< from `start`
    std::vector<std::uint64_t> lengths; ///< even
};

class DicomPyramid : public PyramidWriter {
public:
    DicomPyramid(AtomicFolder folder, const PyramidLayout& layout, const ExportMetadata& metadata, Overwrite overwrite)
        : m_folder(std::move(folder)),
          m_header(layout, metadata),
          m_isJpeg(layout.tiles().compression == TiffCompression::Jpeg),
          m_overwrite(overwrite),
          m_stated{metadata.mppX, metadata.mppY, metadata.objectivePower},
          m_frames(layout.written().size())
    {
    }

    JpegStreams jpegStreams() const override { return JpegStreams::Complete; }

    Result<void> beginLevel(std::size_t level) override
    {
        m_level = level;
        const std::string header = m_header.placeholder(level);
        m_frames[level].start = header.size();
        return open(level, O_WRONLY | O_CREAT | O_EXCL).and_then([&] { return put(header); });
    }

    Result<void> putTile(std::size_t, std::span<const std::byte> tile) override
    {
        LevelFrames& frames = m_frames[m_level];
        const std::uint64_t length = tile.size() + tile.size() % 2;
        frames.offsets.push_back(m_bytes->position() - frames.start);
        frames.lengths.push_back(length);
        if (m_isJpeg)
            if (auto begun = put(itemHeader(dicom::tag::kItem, length)); !begun)
                return begun;
        return put({reinterpret_cast<const char*>(tile.data()), tile.size()}).and_then([&] {
            return put(std::string(length - tile.size(), '\0'));
        });
    }

    Result<void> endLevel() override
    {
        if (m_isJpeg)
            if (auto ended = put(itemHeader(dicom::tag::kSequenceEnd, 0)); !ended)
                return ended;
        m_frames[m_level].end = m_bytes->position();
        return close();
    }

    /// UIDs follow from the source's hash, which is known by now, and the table of frames from the frames.
    Result<void> finish() override
    {
        for (std::size_t level = 0; level < m_frames.size(); ++level) {
            const LevelFrames& frames = m_frames[level];
            const auto header = m_header.complete(level, {frames.offsets, frames.lengths});
            if (!header)
                return tl::unexpected(header.error());
            if (header->size() != frames.start)
                return fail(ErrorCode::Internal, finalPath().string(), "the header has another length than it should");
            auto written = open(level, O_WRONLY).and_then([&] { return put(*header); }).and_then([&] { return close(); });
            if (!written)
                return written;
        }
        return {};
    }

    const fs::path& writtenPath() const override { return m_folder.temporaryPath(); }
    const fs::path& finalPath() const override { return m_folder.finalPath(); }
    StatedScale statedScale() const override { return m_stated; }

    Result<void> verifyStructure() const override
    {
        for (std::size_t level = 0; level < m_frames.size(); ++level)
            if (auto verified = verifyLevel(level); !verified)
                return verified;
        return {};
    }

    Result<void> commit() override
    {
        // Others may have put something there since the beginning.
        const Result<void> checked = m_overwrite == Overwrite::Yes ? checkMayBeReplaced(finalPath()) : Result<void>();
        return checked ? m_folder.commit() : checked;
    }

private:
    Result<void> open(std::size_t level, int flags)
    {
        auto opened = FileDescriptor::open(writtenPath() / fileName(level), flags);
        if (!opened.isOpen())
            return tl::unexpected(writeError(finalPath(), errno));
        m_bytes = std::make_unique<FileBytes>(std::move(opened));
        return {};
    }

    Result<void> put(std::string_view bytes)
    {
        if (!m_bytes->write(bytes.data(), bytes.size()))
            return tl::unexpected(writeError(finalPath(), m_bytes->failure()));
        return {};
    }

    Result<void> close()
    {
        const std::unique_ptr<FileBytes> bytes = std::move(m_bytes);
        if (!bytes->flush())
            return tl::unexpected(writeError(finalPath(), bytes->failure()));
        return {};
    }

    /// That every frame is where the table of frames says, and that nothing follows the last.
    Result<void> verifyLevel(std::size_t level) const
    {
        const auto failed = [&](const std::string& what) {
            return fail(ErrorCode::VerificationFailed, finalPath().string(), fileName(level) + ": " + what);
        };
        const LevelFrames& frames = m_frames[level];
        const auto file = RandomAccessFile::open(writtenPath() / fileName(level));
        if (!file)
            return failed(file.error().detail);
        if (file->size() != frames.end)
            return failed("its length");
        if (!m_isJpeg)
            return {};
        const auto holds = [&](std::uint64_t offset, const std::string& expected) {
            std::array<std::byte, kItemHeaderBytes> found{};
            return file->read(offset, found) &&
                   std::string_view(reinterpret_cast<const char*>(found.data()), found.size()) == expected;
        };
        for (std::size_t i = 0; i < frames.offsets.size(); ++i)
            if (!holds(frames.start + frames.offsets[i], itemHeader(dicom::tag::kItem, frames.lengths[i])))
                return failed("frame " + std::to_string(i));
        if (!holds(frames.end - kItemHeaderBytes, itemHeader(dicom::tag::kSequenceEnd, 0)))
            return failed("its end");
        return {};
    }

    AtomicFolder m_folder;
    DicomHeader m_header;
    bool m_isJpeg;
    Overwrite m_overwrite;
    StatedScale m_stated;
    std::vector<LevelFrames> m_frames; ///< per level
    std::size_t m_level = 0;
    std::unique_ptr<FileBytes> m_bytes; ///< of the level being written
};

}

Result<std::unique_ptr<PyramidWriter>> makeDicomPyramid(const fs::path& path, const PyramidLayout& layout,
                                                        const ExportMetadata& metadata, Overwrite overwrite)
{
    if (auto checked = checkFitsDicom(layout, metadata, path.string()); !checked)
        return tl::unexpected(checked.error());
    if (overwrite == Overwrite::Yes)
        if (auto checked = checkMayBeReplaced(path); !checked)
            return tl::unexpected(checked.error());
    auto folder = AtomicFolder::create(path, overwrite);
    if (!folder)
        return tl::unexpected(folder.error());
    return std::make_unique<DicomPyramid>(std::move(*folder), layout, metadata, overwrite);
}

}
