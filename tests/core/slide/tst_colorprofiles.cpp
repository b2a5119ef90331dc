#include <cstdio>
#include <filesystem>
#include <string>

#include <jpeglib.h>
#include <spng.h>
#include <tiffio.h>

#include <QTemporaryDir>
#include <QTest>

#include "export/ExportFormats.h"
#include "export/ExportNames.h"
#include "export/IccProfile.h"
#include "slide/Slide.h"
#include "support/PaintedSlide.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::byte>;
constexpr int kSide = 300;

/// Not checked by readers, so anything: bytes that no text encoding leaves alone, longer than one segment of a JPEG.
Bytes someBytes(std::size_t size)
{
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = std::byte((i * 2654435761u >> 13) & 255);
    return bytes;
}

Result<void> writeExport(const fs::path& path, ExportFormat format, const Bytes& profile)
{
    const auto layout = PyramidLayout::create(kSide, kSide, {});
    ExportMetadata metadata;
    metadata.mppX = metadata.mppY = 0.25;
    metadata.iccProfile = profile;
    std::promise<Result<std::string>> hash;
    hash.set_value(std::string(64, '0'));
    metadata.sourceSha256 = hash.get_future().share();
    auto writer = makePyramidWriter(format, path, *layout, metadata, Overwrite::No);
    if (!writer)
        return tl::unexpected(writer.error());
    const int tileSize = TileFormat().tileSize;
    const TileSource source = [tileSize](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
        const int width = std::min(tileSize, kSide - column * tileSize), height = std::min(tileSize, kSide - row * tileSize);
        return makeBgrxImage(width, height, 0xE8A0C0);
    };
    const auto written = writePyramid(**writer, *layout, source, {});
    return written ? Result<void>() : tl::unexpected(written.error());
}

void writePlainTiff(const fs::path& path, const Bytes& profile)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kSide);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kSide);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    if (!profile.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, std::uint32_t(profile.size()), profile.data());
    std::string row(kSide * 3, '\x90');
    for (int y = 0; y < kSide; ++y)
        TIFFWriteScanline(tiff, row.data(), std::uint32_t(y), 0);
    TIFFClose(tiff);
}

void writePlainPng(const fs::path& path, const Bytes& profile)
{
    std::FILE* file = std::fopen(path.c_str(), "wb");
    spng_ctx* context = spng_ctx_new(SPNG_CTX_ENCODER);
    spng_set_png_file(context, file);
    spng_ihdr header{};
    header.width = header.height = kSide;
    header.bit_depth = 8;
    header.color_type = SPNG_COLOR_TYPE_TRUECOLOR;
    spng_set_ihdr(context, &header);
    Bytes copy = profile;
    spng_iccp iccp{};
    std::snprintf(iccp.profile_name, sizeof iccp.profile_name, "scanner");
    iccp.profile_len = copy.size();
    iccp.profile = reinterpret_cast<char*>(copy.data());
    if (!copy.empty())
        spng_set_iccp(context, &iccp);
    const std::string pixels(kSide * kSide * 3, '\x90');
    spng_encode_image(context, pixels.data(), pixels.size(), SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE);
    spng_ctx_free(context);
    std::fclose(file);
}

void writePlainJpeg(const fs::path& path, const Bytes& profile)
{
    std::FILE* file = std::fopen(path.c_str(), "wb");
    jpeg_error_mgr errors;
    jpeg_compress_struct encoder;
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    jpeg_stdio_dest(&encoder, file);
    encoder.image_width = encoder.image_height = kSide;
    encoder.input_components = 3;
    encoder.in_color_space = JCS_RGB;
    jpeg_set_defaults(&encoder);
    jpeg_start_compress(&encoder, TRUE);
    if (!profile.empty())
        jpeg_write_icc_profile(&encoder, reinterpret_cast<const JOCTET*>(profile.data()), unsigned(profile.size()));
    std::string pixels(kSide * 3, '\x90');
    JSAMPROW row = reinterpret_cast<JSAMPROW>(pixels.data());
    while (encoder.next_scanline < encoder.image_height)
        jpeg_write_scanlines(&encoder, &row, 1);
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    std::fclose(file);
}

void write(const std::string& kind, const fs::path& path, const Bytes& profile)
{
    for (const auto& row : exportFormats())
        if (row.key == kind)
            QVERIFY(writeExport(path, row.value, profile));
    if (kind == "plain-tiff")
        writePlainTiff(path, profile);
    if (kind == "png")
        writePlainPng(path, profile);
    if (kind == "jpeg")
        writePlainJpeg(path, profile);
}

}

/// Slides hand out the color profile of their file, whatever reads them.
class TestColorProfiles : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = fs::path(m_folder->path().toStdString()) / "slide";
    }

    void arrivesAsItIs_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("format");
        QTest::newRow("tiled TIFF") << "tiff" << "generic-tiff";
        QTest::newRow("OME-TIFF") << "ome-tiff" << "ome-tiff";
        QTest::newRow("DICOM") << "dicom" << "dicom";
        QTest::newRow("plain TIFF") << "plain-tiff" << "tiff";
        QTest::newRow("PNG") << "png" << "png";
        QTest::newRow("JPEG") << "jpeg" << "jpeg";
    }
    void arrivesAsItIs()
    {
        QFETCH(QString, kind);
        QFETCH(QString, format);
        const Bytes profile = kind == "dicom" ? srgbProfile() : someBytes(70'001);
        write(kind.toStdString(), m_path, profile);
        const auto slide = openSlide(m_path);
        QVERIFY2(slide, slide ? "" : describe(slide.error()).c_str());
        QCOMPARE((*slide)->info().format, format.toStdString());
        QVERIFY((*slide)->info().colorProfile);
        Bytes read = *(*slide)->info().colorProfile;
        QVERIFY(read.size() >= profile.size());
        read.resize(profile.size()); // DICOM makes lengths even
        QVERIFY(read == profile);
    }

    void isNullWhereThereIsNone_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"tiff", "ome-tiff", "plain-tiff", "png", "jpeg"})
            QTest::newRow(kind) << kind;
    }
    void isNullWhereThereIsNone()
    {
        QFETCH(QString, kind);
        write(kind.toStdString(), m_path, {});
        const auto slide = openSlide(m_path);
        QVERIFY(slide);
        QVERIFY(!(*slide)->info().colorProfile);
    }

    /// What is read of it stays within bounds, and the slide opens.
    void boundsHugeOnes()
    {
        constexpr std::size_t kHuge = std::size_t(40) << 20;
        writePlainTiff(m_path, someBytes(kHuge));
        const auto slide = openSlide(m_path);
        QVERIFY(slide);
        QVERIFY((*slide)->info().colorProfile->size() < kHuge);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;
};

QTEST_GUILESS_MAIN(TestColorProfiles)
#include "tst_colorprofiles.moc"
