#include "export/PyramidTiff.h"

#include <cmath>
#include <new>
#include <utility>
#include <vector>

#include "export/TiffFile.h"
#include "export/TiffTags.h"
#include "export/TileEncoder.h"

namespace isostain {

namespace {

bool isResolution(const std::optional<double>& mpp)
{
    return !mpp || (std::isfinite(*mpp) && *mpp > 0);
}

class PyramidTiff : public PyramidWriter {
public:
    PyramidTiff(AtomicFile file, std::unique_ptr<TiffWriter> tiff, const PyramidLayout& layout, PyramidTiffOptions options,
                std::vector<std::byte> tables)
        : m_file(std::move(file)), m_tiff(std::move(tiff)), m_levels(layout.written().begin(), layout.written().end()),
          m_options(std::move(options)), m_jpegTables(std::move(tables))
    {
    }

    JpegStreams jpegStreams() const override { return JpegStreams::WithoutTables; }

    Result<void> beginLevel(std::size_t level) override
    {
        setLevelTags(m_tiff->handle(), m_levels[level], static_cast<int>(level), m_options, m_jpegTables);
        if (level == 0 && m_options.links == TiffLevelLinks::SubIfds && m_levels.size() > 1) {
            // libtiff hangs the directories that follow on this one, and fills in where they are.
            const std::vector<toff_t> unknown(m_levels.size() - 1, 0);
            TIFFSetField(m_tiff->handle(), TIFFTAG_SUBIFD, static_cast<std::uint16_t>(unknown.size()), unknown.data());
        }
        return {};
    }

    Result<void> putTile(std::size_t index, std::span<const std::byte> tile) override
    {
        if (TIFFWriteRawTile(m_tiff->handle(), static_cast<std::uint32_t>(index), const_cast<std::byte*>(tile.data()),
                             static_cast<tmsize_t>(tile.size())) < 0)
            return tl::unexpected(m_tiff->error());
        return {};
    }

    Result<void> endLevel() override
    {
        if (!std::exchange(m_isDescribed, true))
            if (auto described = describe(); !described)
                return described;
        const std::uint64_t tilesEnd = m_tiff->size();
        if (TIFFWriteDirectory(m_tiff->handle()) == 0)
            return tl::unexpected(m_tiff->error());
        if (m_settled == 0 && m_tiff->flush())
            m_settled = tilesEnd;
        return {};
    }

    /// The first directory follows the tiles of its level, and its place is all that was missing before them.
    std::uint64_t settledBytes() override { return m_settled; }

    Result<void> finish() override
    {
        for (const TiffPicture& picture : m_options.associated)
            if (!writePicture(m_tiff->handle(), picture.image, picture.description))
                return tl::unexpected(m_tiff->error());
        return m_tiff->close();
    }
    const std::filesystem::path& writtenPath() const override { return m_file.temporaryPath(); }
    const std::filesystem::path& finalPath() const override { return m_file.finalPath(); }
    StatedScale statedScale() const override { return {m_options.mppX, m_options.mppY, m_options.objectivePower}; }
    Result<void> verifyStructure() const override { return verifyPyramidTiff(writtenPath(), finalPath(), m_levels, m_options); }
    std::optional<BgrxImage> decodedTile(std::size_t level, int column, int row) const override
    {
        return decodedTiffTile(writtenPath(), m_options.links, level, column, row);
    }
    Result<void> commit() override { return m_file.commit(); }

private:
    /// libtiff writes a directory behind its tiles, so there is time to learn what it says.
    Result<void> describe()
    {
        auto description = m_options.lateDescription ? m_options.lateDescription() : m_options.description;
        if (!description)
            return tl::unexpected(description.error());
        if (!description->empty())
            TIFFSetField(m_tiff->handle(), TIFFTAG_IMAGEDESCRIPTION, description->c_str());
        return {};
    }

    AtomicFile m_file;
    std::unique_ptr<TiffWriter> m_tiff;
    std::vector<HalvedLevel> m_levels;
    PyramidTiffOptions m_options;
    std::vector<std::byte> m_jpegTables;
    bool m_isDescribed = false;
    std::uint64_t m_settled = 0;
};

}

bool needsBigTiff(std::span<const HalvedLevel> levels, const PyramidTiffOptions& options)
{
    // Compression can make noise larger than it was. Some readers of classic TIFF stop at 2 GiB already.
    constexpr double kClassicLimit = 2147483648.0;
    constexpr double kTileOverhead = 1024;
    const double expansion = options.compression == TiffCompression::None ? 1.0 : 1.5;
    const double tileBytes = 3.0 * options.tileSize * options.tileSize * expansion + kTileOverhead;
    double bytes = static_cast<double>(options.description.size() + options.iccProfile.size()) + 65536;
    for (const TiffPicture& picture : options.associated)
        bytes += 3.0 * picture.image.width() * picture.image.height() * expansion;
    for (const HalvedLevel& level : levels)
        bytes += tileBytes * level.columns * level.rows;
    return bytes > kClassicLimit;
}

Result<std::unique_ptr<PyramidWriter>> makePyramidTiff(const std::filesystem::path& path, const PyramidLayout& layout,
                                                       const PyramidTiffOptions& options)
{
    if (!isResolution(options.mppX) || !isResolution(options.mppY))
        return fail(ErrorCode::InvalidArgument, "the pixel size");
    std::vector<std::byte> tables;
    if (options.compression == TiffCompression::Jpeg) {
        auto made = jpegTables(options);
        if (!made)
            return tl::unexpected(made.error());
        tables = std::move(*made);
    }
    auto file = AtomicFile::create(path, options.overwrite);
    if (!file)
        return tl::unexpected(file.error());
    const auto variant = needsBigTiff(layout.written(), options) ? TiffWriter::Variant::Big : TiffWriter::Variant::Classic;
    auto tiff = TiffWriter::create(file->temporaryPath(), path, variant);
    if (!tiff)
        return tl::unexpected(tiff.error());
    return std::make_unique<PyramidTiff>(std::move(*file), std::move(*tiff), layout, options, std::move(tables));
}

Result<void> writePyramidTiff(const std::filesystem::path& path, std::int64_t width, std::int64_t height, const TileSource& source,
                              const PyramidTiffOptions& options, const JobControl& control)
{
    const auto layout = PyramidLayout::create(width, height, options);
    if (!layout)
        return tl::unexpected(layout.error());
    auto writer = makePyramidTiff(path, *layout, options);
    if (!writer)
        return tl::unexpected(writer.error());
    return writePyramid(**writer, *layout, source, control).map([](const std::string&) {});
}

}
