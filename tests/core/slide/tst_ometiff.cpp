#include <atomic>
#include <cmath>
#include <fstream>
#include <iterator>
#include <thread>

#include <QTest>

#include <tiffio.h>

#include "slide/OmeXml.h"
#include "slide/Slide.h"
#include "support/FileFixture.h"
#include "support/Images.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

/// Smooth, so that JPEG stays close, and nowhere the same, so that a tile in the wrong place does not.
BgrxImage paintedImage(int width, int height)
{
    BgrxImage image = makeBgrxImage(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto red = static_cast<std::uint32_t>(128 + 100 * std::sin(x / 19.0) * std::cos(y / 31.0));
            const auto green = static_cast<std::uint32_t>(128 + 120 * std::sin((x + 3 * y) / 250.0));
            const auto blue = static_cast<std::uint32_t>(128 + 90 * std::sin((x + y) / 53.0));
            image.row(y)[x] = 0xFF000000u | red << 16 | green << 8 | blue;
        }
    return image;
}

struct Encoding {
    std::uint16_t compression = COMPRESSION_ADOBE_DEFLATE;
    int tileSize = 256; ///< 0: strips of 64 rows
    std::uint16_t planar = PLANARCONFIG_CONTIG;
    std::uint16_t photometric = PHOTOMETRIC_RGB;
    bool isSparse = false; ///< the first tile is left out
};

/// A directory of the main chain and the levels in its SubIFDs.
struct Picture {
    BgrxImage image;
    std::vector<BgrxImage> subLevels;
    std::uint32_t subfileType = 0;
};

void writePieces(TIFF* tiff, const BgrxImage& image, const Encoding& encoding)
{
    const int width = encoding.tileSize > 0 ? encoding.tileSize : image.width();
    const int height = encoding.tileSize > 0 ? encoding.tileSize : 64;
    const cv::Mat rgb = toRgb(image).pixels;
    std::vector<cv::Mat> planes;
    if (encoding.planar == PLANARCONFIG_SEPARATE)
        cv::split(rgb, planes);
    else
        planes = {rgb};
    for (std::uint16_t plane = 0; plane < planes.size(); ++plane) {
        for (int y = 0; y < image.height(); y += height) {
            for (int x = 0; x < image.width(); x += width) {
                if (encoding.isSparse && x == 0 && y == 0)
                    continue;
                const int rows = encoding.tileSize > 0 ? height : std::min(height, image.height() - y);
                cv::Mat piece = cv::Mat::zeros(rows, width, planes[plane].type());
                const cv::Rect part = cv::Rect(x, y, width, rows) & cv::Rect({0, 0}, rgb.size());
                planes[plane](part).copyTo(piece(cv::Rect({0, 0}, part.size())));
                const auto size = static_cast<tmsize_t>(piece.total() * piece.elemSize());
                const auto left = static_cast<std::uint32_t>(x);
                const auto top = static_cast<std::uint32_t>(y);
                if (encoding.tileSize > 0)
                    TIFFWriteEncodedTile(tiff, TIFFComputeTile(tiff, left, top, 0, plane), piece.data, size);
                else
                    TIFFWriteEncodedStrip(tiff, TIFFComputeStrip(tiff, top, plane), piece.data, size);
            }
        }
    }
}

void writeDirectory(TIFF* tiff, const BgrxImage& image, const Encoding& encoding, std::uint32_t subfileType)
{
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, subfileType);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, image.width());
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, image.height());
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, encoding.planar);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, encoding.photometric);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, encoding.compression);
    if (encoding.compression == COMPRESSION_JPEG) {
        TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, 90);
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    }
    if (encoding.tileSize > 0) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, encoding.tileSize);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, encoding.tileSize);
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 64);
    }
    writePieces(tiff, image, encoding);
    TIFFWriteDirectory(tiff);
}

void writeOmeTiff(const fs::path& path, const std::string& xml, const std::vector<Picture>& pictures,
                  const Encoding& encoding = {})
{
    TIFF* tiff = TIFFOpen(path.c_str(), "w8");
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const Picture& picture = pictures[i];
        if (i == 0)
            TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, xml.c_str());
        const std::vector<std::uint64_t> offsets(picture.subLevels.size(), 0);
        if (!offsets.empty())
            TIFFSetField(tiff, TIFFTAG_SUBIFD, static_cast<int>(offsets.size()), offsets.data());
        writeDirectory(tiff, picture.image, encoding, picture.subfileType);
        for (const BgrxImage& level : picture.subLevels)
            writeDirectory(tiff, level, encoding, FILETYPE_REDUCEDIMAGE);
    }
    TIFFClose(tiff);
}

/// An Image; `pixels` and `more` stand inside the start tags of Image and Pixels.
std::string imageXml(int width, int height, const std::string& name = {}, int ifd = 0, const std::string& more = {})
{
    return "<Image ID=\"Image:" + std::to_string(ifd) + "\" Name=\"" + name + "\"><ObjectiveSettings ID=\"Objective:0:1\"/>" +
           "<Pixels Type=\"uint8\" SizeC=\"3\" SizeT=\"1\" SizeZ=\"1\" SizeX=\"" + std::to_string(width) + "\" SizeY=\"" +
           std::to_string(height) + "\" PhysicalSizeX=\"0.25\" PhysicalSizeY=\"251\" PhysicalSizeYUnit=\"nm\" " + more +
           "><Channel ID=\"Channel:0:0\" SamplesPerPixel=\"3\"/><TiffData IFD=\"" + std::to_string(ifd) +
           "\"/></Pixels></Image>";
}

std::string omeXml(const std::string& images)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- Warning: this comment is an OME-XML metadata block -->"
           "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Instrument ID=\"Instrument:0\">"
           "<Objective ID=\"Objective:0:0\" NominalMagnification=\"100\"/>"
           "<Objective ID=\"Objective:0:1\" NominalMagnification=\"40.0\"/></Instrument>" +
           images + "</OME>";
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// What libtiff makes of a directory that was written with `encoding`.
BgrxImage decoded(const fs::path& path, std::uint64_t subDirectory, const Encoding& encoding)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "r");
    if (subDirectory != 0)
        TIFFSetSubDirectory(tiff, subDirectory);
    TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    std::uint32_t width = 0, height = 0;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
    BgrxImage image = makeBgrxImage(static_cast<int>(width), static_cast<int>(height));
    cv::Mat tile(encoding.tileSize, encoding.tileSize, CV_8UC3);
    for (int y = 0; y < image.height(); y += encoding.tileSize) {
        for (int x = 0; x < image.width(); x += encoding.tileSize) {
            TIFFReadTile(tiff, tile.data, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0, 0);
            const cv::Rect part = cv::Rect(x, y, tile.cols, tile.rows) & cv::Rect({0, 0}, image.pixels.size());
            toBgrx(RgbImage{tile(cv::Rect({0, 0}, part.size()))}).pixels.copyTo(image.pixels(part));
        }
    }
    TIFFClose(tiff);
    return image;
}

std::vector<std::uint64_t> subDirectories(const fs::path& path)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "r");
    std::uint16_t count = 0;
    const std::uint64_t* offsets = nullptr;
    TIFFGetField(tiff, TIFFTAG_SUBIFD, &count, &offsets);
    const std::vector<std::uint64_t> result(offsets, offsets + count);
    TIFFClose(tiff);
    return result;
}

/// A level of the file put together from the slide's tiles.
BgrxImage wholeLevel(const Slide& slide, int level)
{
    const PyramidLevel& of = slide.geometry().level(level);
    return readRegion(slide, level, {0, 0, of.width, of.height}).value();
}

void writeBytes(const fs::path& path, const std::string& bytes)
{
    fs::remove(path);   // some file systems wait for the disk when a file is written over
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string content(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}

class TestOmeTiff : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void levelsInSubIfds_data()
    {
        QTest::addColumn<int>("compression");
        QTest::addColumn<int>("tileSize");
        QTest::addColumn<int>("planar");
        QTest::newRow("none") << COMPRESSION_NONE << 256 << PLANARCONFIG_CONTIG;
        QTest::newRow("LZW") << COMPRESSION_LZW << 256 << PLANARCONFIG_CONTIG;
        QTest::newRow("deflate") << COMPRESSION_ADOBE_DEFLATE << 128 << PLANARCONFIG_CONTIG;
        QTest::newRow("old deflate") << COMPRESSION_DEFLATE << 256 << PLANARCONFIG_CONTIG;
        QTest::newRow("tiles that are no tiles of the view") << COMPRESSION_LZW << 80 << PLANARCONFIG_CONTIG;
        QTest::newRow("planes apart") << COMPRESSION_LZW << 256 << PLANARCONFIG_SEPARATE;
        QTest::newRow("strips") << COMPRESSION_LZW << 0 << PLANARCONFIG_CONTIG;
        QTest::newRow("strips, planes apart") << COMPRESSION_NONE << 0 << PLANARCONFIG_SEPARATE;
    }
    void levelsInSubIfds()
    {
        QFETCH(int, compression);
        QFETCH(int, tileSize);
        QFETCH(int, planar);
        const std::vector<BgrxImage> levels = {paintedImage(1100, 700), paintedImage(550, 350), paintedImage(275, 175)};
        writeOmeTiff(file("a.ome.tif"), omeXml(imageXml(1100, 700)), {{levels[0], {levels[1], levels[2]}}},
                     {static_cast<std::uint16_t>(compression), tileSize, static_cast<std::uint16_t>(planar)});
        const auto slide = openSlide(file("a.ome.tif"));
        QVERIFY2(slide.has_value(), slide ? "" : describe(slide.error()).c_str());
        const PyramidGeometry& geometry = (*slide)->geometry();
        for (int level = 0; level < 3; ++level) {
            QVERIFY(!geometry.level(level).isVirtual());
            QVERIFY(isSame(wholeLevel(**slide, level), levels[static_cast<std::size_t>(level)]));
        }
    }

    void jpegTiles_data()
    {
        QTest::addColumn<int>("photometric");
        QTest::newRow("YCbCr") << PHOTOMETRIC_YCBCR;
        QTest::newRow("RGB") << PHOTOMETRIC_RGB;
    }
    void jpegTiles()
    {
        QFETCH(int, photometric);
        const Encoding encoding{COMPRESSION_JPEG, 256, PLANARCONFIG_CONTIG, static_cast<std::uint16_t>(photometric)};
        const BgrxImage full = paintedImage(600, 500);
        const BgrxImage half = paintedImage(300, 250);
        writeOmeTiff(file("jpeg.ome.tif"), omeXml(imageXml(600, 500)), {{full, {half}}}, encoding);
        const auto slide = openSlide(file("jpeg.ome.tif")).value();
        const std::vector<std::uint64_t> offsets = subDirectories(file("jpeg.ome.tif"));
        QVERIFY(isSame(wholeLevel(*slide, 0), decoded(file("jpeg.ome.tif"), 0, encoding)));
        QVERIFY(isSame(wholeLevel(*slide, 1), decoded(file("jpeg.ome.tif"), offsets.at(0), encoding)));
        QVERIFY(cv::PSNR(toRgb(wholeLevel(*slide, 0)).pixels, toRgb(full).pixels) > 30);
    }

    void levelsInTheMainChain()
    {
        const BgrxImage full = paintedImage(1000, 600);
        const BgrxImage quarter = paintedImage(250, 150);
        const BgrxImage label = paintedImage(200, 120);
        writeOmeTiff(file("chain.ome.tif"), omeXml(imageXml(1000, 600) + imageXml(200, 120, "label image", 2)),
                     {{full, {}}, {quarter, {}, FILETYPE_REDUCEDIMAGE}, {label, {}, FILETYPE_REDUCEDIMAGE}});
        const auto slide = openSlide(file("chain.ome.tif")).value();
        QCOMPARE(slide->geometry().levelCount(), 3);
        QVERIFY(slide->geometry().level(1).isVirtual());
        QVERIFY(isSame(wholeLevel(*slide, 2), quarter));
        QVERIFY((slide->info().associatedImages == std::vector<std::string>{"label"}));
        QVERIFY(isSame(toBgrx(slide->readAssociatedImage("label").value()), label));
    }

    void levelsAsImagesOfTheirOwn()
    {
        const BgrxImage half = paintedImage(500, 300);
        writeOmeTiff(file("old.ome.tif"), omeXml(imageXml(1000, 600) + imageXml(500, 300, {}, 1)),
                     {{paintedImage(1000, 600), {}}, {half, {}}});
        const auto slide = openSlide(file("old.ome.tif")).value();
        QVERIFY(!slide->geometry().level(1).isVirtual());
        QVERIFY(isSame(wholeLevel(*slide, 1), half));
    }

    void metadata()
    {
        const BgrxImage macro = paintedImage(300, 100);
        writeOmeTiff(file("meta.ome.tif"),
                     omeXml(imageXml(400, 300, "Case 4711 Jane Doe") + imageXml(300, 100, "Macro", 1) +
                            imageXml(60, 40, "thumbnail", 2)),
                     {{paintedImage(400, 300), {}}, {macro, {}}, {paintedImage(60, 40), {}}});
        const auto slide = openSlide(file("meta.ome.tif")).value();
        const SlideInfo& info = slide->info();
        QCOMPARE(info.format, std::string("ome-tiff"));
        QCOMPARE(info.mppX.value(), 0.25);
        QCOMPARE(info.mppY.value(), 0.251);
        QCOMPARE(info.objectivePower.value(), 40.0);
        QVERIFY((info.bounds == PixelRect{0, 0, 400, 300}));
        QVERIFY((info.associatedImages == std::vector<std::string>{"macro", "thumbnail"}));
        QVERIFY(isSame(toBgrx(slide->readAssociatedImage("macro").value()), macro));
        QCOMPARE(slide->readAssociatedImage("label").error().code, ErrorCode::NoSuchAssociatedImage);
        QVERIFY(std::is_sorted(info.properties.begin(), info.properties.end()));
        for (const auto& [name, value] : info.properties)
            QVERIFY2(value.find("Jane") == std::string::npos, name.c_str());
    }

    void pixelSizes_data()
    {
        QTest::addColumn<QString>("attributes");
        QTest::addColumn<double>("mpp");
        QTest::newRow("micrometers without unit") << "PhysicalSizeX='0.5'" << 0.5;
        QTest::newRow("micro sign") << "PhysicalSizeX='0.5' PhysicalSizeXUnit='\u00B5m'" << 0.5;
        QTest::newRow("Greek mu") << "PhysicalSizeX='0.5' PhysicalSizeXUnit='\u03BCm'" << 0.5;
        QTest::newRow("millimeters") << "PhysicalSizeX='5e-4' PhysicalSizeXUnit='mm'" << 0.5;
        QTest::newRow("pixels") << "PhysicalSizeX='1' PhysicalSizeXUnit='pixel'" << 0.0;
        QTest::newRow("a thumbnail's") << "PhysicalSizeX='500'" << 0.0;
        QTest::newRow("not a number") << "PhysicalSizeX='nan'" << 0.0;
        QTest::newRow("nothing") << "" << 0.0;
    }
    void pixelSizes()
    {
        QFETCH(QString, attributes);
        QFETCH(double, mpp);
        const auto images =
            parseOmeXml(omeXml(replaced(imageXml(1, 1), "PhysicalSizeX=\"0.25\"", attributes.toStdString()))).value();
        QCOMPARE(images.at(0).mppX.value_or(0), mpp);
    }

    void leftOutTilesAreBackground()
    {
        const BgrxImage full = paintedImage(600, 500);
        writeOmeTiff(file("sparse.ome.tif"), omeXml(imageXml(600, 500)), {{full, {}}},
                     {COMPRESSION_LZW, 256, PLANARCONFIG_CONTIG, PHOTOMETRIC_RGB, true});
        const auto slide = openSlide(file("sparse.ome.tif")).value();
        QVERIFY(isSame(slide->read({0, 0, 0}).value(), makeBgrxImage(256, 256, 0xFFFFFF)));
        QVERIFY(isSame(slide->read({0, 1, 0}).value(), {full.pixels(cv::Rect(256, 0, 256, 256))}));
    }

    void aDamagedTileLeavesTheOthers_data()
    {
        QTest::addColumn<int>("compression");
        QTest::newRow("JPEG") << COMPRESSION_JPEG;
        QTest::newRow("deflate") << COMPRESSION_ADOBE_DEFLATE;
    }
    void aDamagedTileLeavesTheOthers()
    {
        QFETCH(int, compression);
        const fs::path path = file("damaged.ome.tif");
        writeOmeTiff(path, omeXml(imageXml(600, 500)), {{paintedImage(600, 500), {}}},
                     {static_cast<std::uint16_t>(compression)});
        TIFF* tiff = TIFFOpen(path.c_str(), "r");
        const auto offset = static_cast<std::streamoff>(TIFFGetStrileOffset(tiff, 1));
        const auto size = static_cast<std::size_t>(TIFFGetStrileByteCount(tiff, 1));
        TIFFClose(tiff);
        std::fstream stream(path, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekp(offset);
        stream << std::string(size, '\x55');
        stream.close();
        const auto slide = openSlide(path).value();
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(slide->read({0, 1, 0}).error().code, ErrorCode::TileUnreadable);
            QCOMPARE(slide->read({0, 1, 0}).error().subject, path.string());
            QVERIFY(slide->read({0, 0, 0}).has_value());
        }
    }

    void severalThreads()
    {
        const BgrxImage full = paintedImage(1100, 900);
        writeOmeTiff(file("threads.ome.tif"), omeXml(imageXml(1100, 900)), {{full, {paintedImage(550, 450)}}},
                     {COMPRESSION_LZW, 80});
        const auto slide = openSlide(file("threads.ome.tif")).value();
        std::atomic<int> wrong = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { wrong += isSame(wholeLevel(*slide, 0), full) ? 0 : 1; });
        threads.clear();
        QCOMPARE(wrong.load(), 0);
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        const int unsupported = static_cast<int>(ErrorCode::UnsupportedSlide);
        const int unreadable = static_cast<int>(ErrorCode::SlideUnreadable);
        QTest::newRow("focal planes") << "SizeZ=\"1\""
                                      << "SizeZ=\"7\"" << unsupported << "7 focal planes";
        QTest::newRow("time points") << "SizeT=\"1\""
                                     << "SizeT=\"9\"" << unsupported << "9 time points";
        QTest::newRow("fluorescence") << "SizeC=\"3\""
                                      << "SizeC=\"4\"" << unsupported << "4 channels";
        QTest::newRow("gray") << "SizeC=\"3\""
                              << "SizeC=\"1\"" << unsupported << "one channel";
        QTest::newRow("16 bits") << "uint8"
                                 << "uint16" << unsupported << "not 8-bit";
        QTest::newRow("several files") << "<TiffData IFD=\"0\"/>"
                                       << "<TiffData><UUID FileName='a'>a</UUID></TiffData><TiffData><UUID>b</UUID></TiffData>"
                                       << unsupported << "several files";
        QTest::newRow("only the pixels") << "</OME>"
                                         << "<BinaryOnly/></OME>" << unsupported << "several files";
        QTest::newRow("no such directory") << "IFD=\"0\""
                                           << "IFD=\"3\"" << unreadable << "directory 3";
        QTest::newRow("an impossible directory") << "IFD=\"0\""
                                                 << "IFD=\"-99999999999\"" << -1 << "";
        QTest::newRow("no images") << "Image"
                                   << "Folder" << unreadable << "OME-XML";
        QTest::newRow("broken XML") << "</OME>"
                                    << "" << unreadable << "OME-XML";
        QTest::newRow("label alone") << "Name=\"\""
                                     << "Name=\"label\"" << unreadable << "no slide";
        QTest::newRow("a second slide") << "</OME>" << QString::fromStdString(imageXml(700, 100, {}, 1) + "</OME>")
                                        << unsupported << "several pictures";
    }
    void whatIsRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, code);
        QFETCH(QString, detail);
        const std::string xml = replaced(omeXml(imageXml(400, 300)), from.toStdString(), to.toStdString());
        writeOmeTiff(file("refused.ome.tif"), xml, {{paintedImage(400, 300), {}}, {paintedImage(300, 290), {}}});
        const auto slide = openSlide(file("refused.ome.tif"));
        if (code < 0) {
            QVERIFY(slide.has_value());
            return;
        }
        QVERIFY(!slide);
        QCOMPARE(static_cast<int>(slide.error().code), code);
        QCOMPARE(slide.error().subject, file("refused.ome.tif").string());
        QVERIFY2(slide.error().detail.find(detail.toStdString()) != std::string::npos, slide.error().detail.c_str());
    }

    void compressionsThatAreNotRead()
    {
        writeOmeTiff(file("packbits.ome.tif"), omeXml(imageXml(400, 300)), {{paintedImage(400, 300), {}}},
                     {COMPRESSION_PACKBITS});
        const auto slide = openSlide(file("packbits.ome.tif"));
        QCOMPARE(slide.error().code, ErrorCode::UnsupportedSlide);
        QVERIFY(slide.error().detail.find("compression 32773") != std::string::npos);
    }

    void otherTiffsAreLeftToOthers()
    {
        writeOmeTiff(file("plain.tif"), "ImageJ=1.11a", {{paintedImage(400, 300), {}}});
        QCOMPARE(openSlide(file("plain.tif")).value()->info().format, std::string("generic-tiff"));
    }

    void hostileXml_data()
    {
        QTest::addColumn<QByteArray>("xml");
        const QByteArray root = "<OME xmlns='http://www.openmicroscopy.org/Schemas/OME/2016-06'>";
        QByteArray bomb = "<!DOCTYPE lolz [<!ENTITY a 'ha'>";
        for (char c = 'b'; c <= 'z'; ++c)
            bomb += QByteArray("<!ENTITY ") + c + " '" +
                    QByteArray(("&" + std::string(1, static_cast<char>(c - 1)) + ";").c_str()).repeated(10) + "'>";
        QTest::newRow("entities") << bomb + "]>" + root + "<Image Name='&z;'><Pixels SizeX='&z;'/></Image></OME>";
        QTest::newRow("a file as an entity")
            << "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///dev/zero'>]>" + root + "<Image>&e;</Image></OME>";
        QTest::newRow("nested deeply") << root + QByteArray("<a>").repeated(1000000);
        QTest::newRow("many images") << root + QByteArray("<Image/>").repeated(500000) + "</OME>";
        QTest::newRow("large") << root + QByteArray(20 << 20, ' ') + "</OME>";
        QTest::newRow("numbers")
            << root +
                   "<Image><Pixels SizeX='99999999999999999999' SizeY='-1' SizeZ='1e400' PhysicalSizeX='1e999'/></Image></OME>";
        QTest::newRow("cut off") << root + "<Image Name='";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << root + QByteArray(1000, '\0');
    }
    /// Either way it must end soon and without harm.
    void hostileXml()
    {
        QFETCH(QByteArray, xml);
        const auto images = parseOmeXml({xml.data(), static_cast<std::size_t>(xml.size())});
        if (images) {
            for (const OmeImage& image : *images) {
                QVERIFY(!image.mppX || std::isfinite(*image.mppX));
                QVERIFY(image.firstIfd >= 0);
            }
        } else {
            QVERIFY(images.error().code == ErrorCode::SlideUnreadable || images.error().code == ErrorCode::UnsupportedSlide);
        }
    }

    void truncatedAnywhere()
    {
        writeOmeTiff(file("whole.ome.tif"), omeXml(imageXml(300, 200)), {{paintedImage(300, 200), {paintedImage(150, 100)}}},
                     {COMPRESSION_JPEG, 64, PLANARCONFIG_CONTIG, PHOTOMETRIC_YCBCR});
        const std::string whole = content(file("whole.ome.tif"));
        const auto intact = openSlide(file("whole.ome.tif")).value();
        const BgrxImage tile = intact->read({0, 0, 0}).value();
        for (std::size_t size = 0; size < whole.size(); size += 1 + size / 100) {
            writeBytes(file("cut.ome.tif"), whole.substr(0, size));
            const auto slide = openSlide(file("cut.ome.tif"));
            if (!slide) {
                QVERIFY(!describe(slide.error()).empty());
                continue;
            }
            // What can be read is right, what is not there is an error.
            const auto read = (*slide)->read({0, 0, 0});
            QVERIFY(!read || (*slide)->geometry().width() != 300 || isSame(*read, tile));
        }
    }

    void changedAnywhere()
    {
        writeOmeTiff(file("whole.ome.tif"), omeXml(imageXml(300, 200)), {{paintedImage(300, 200), {paintedImage(150, 100)}}},
                     {COMPRESSION_LZW, 64});
        const std::string whole = content(file("whole.ome.tif"));
        for (std::size_t at = 0; at < whole.size(); at += 1 + at / 60) {
            std::string changed = whole;
            changed[at] = static_cast<char>(~changed[at]);
            writeBytes(file("changed.ome.tif"), changed);
            if (const auto slide = openSlide(file("changed.ome.tif"))) {
                const auto tile = (*slide)->read({0, 0, 0});
                QVERIFY(!tile || tile->width() == (*slide)->geometry().tileRect({0, 0, 0}).width);
            } else {
                QVERIFY(!describe(slide.error()).empty());
            }
        }
    }

    void absurdSizes()
    {
        // A picture of exapixels in a file of kilobytes: sides of 2^31 - 1 as LONG.
        const fs::path path = file("absurd.ome.tif");
        writeOmeTiff(path, omeXml(imageXml(400, 300)), {{paintedImage(400, 300), {}}});
        std::string bytes = content(path);
        for (const int size : {400, 300}) {
            const std::string tag = size == 400 ? std::string("\0\1", 2) : std::string("\1\1", 2);
            for (std::size_t at = bytes.find(tag); at != std::string::npos; at = bytes.find(tag, at + 1))
                if (bytes.substr(at + 4, 8) == std::string("\1\0\0\0\0\0\0\0", 8))
                    bytes.replace(at + 2, 18, std::string("\4\0\1\0\0\0\0\0\0\0\xFF\xFF\xFF\x7F\0\0\0\0", 18));
        }
        std::ofstream(path, std::ios::binary) << bytes;
        const auto slide = openSlide(path);
        QVERIFY(!slide);
        QCOMPARE(slide.error().code, ErrorCode::SlideUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestOmeTiff)
#include "tst_ometiff.moc"
