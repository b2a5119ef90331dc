#include <array>
#include <atomic>
#include <cmath>
#include <fstream>
#include <functional>
#include <thread>

#include <QTest>

#include "DicomTesting.h"
#include "image/JpegCodec.h"
#include "slide/Slide.h"
#include "support/FileFixture.h"
#include "support/Images.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kImplicit = "1.2.840.10008.1.2";
constexpr const char* kExplicit = "1.2.840.10008.1.2.1";
constexpr const char* kRle = "1.2.840.10008.1.2.5";
constexpr const char* kJpeg = "1.2.840.10008.1.2.4.50";

/// Smooth, so that JPEG stays close, and nowhere the same, so that a frame in the wrong place does not.
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

std::string jpegBytes(const BgrxImage& frame)
{
    const auto stream = JpegEncoder(90, ChromaSubsampling::S444).encode(frame).value();
    return {reinterpret_cast<const char*>(stream.data()), stream.size()};
}

/// An image with the sizes filled in and the frames encoded as its syntax says.
DicomTestImage imageOf(const BgrxImage& picture, int frameSize, DicomTestImage image = {})
{
    image.width = static_cast<std::uint32_t>(picture.width());
    image.height = static_cast<std::uint32_t>(picture.height());
    image.frameWidth = image.frameHeight = static_cast<unsigned>(frameSize);
    const bool isSparse = image.organization != "TILED_FULL";
    for (int row = 0; row * frameSize < picture.height(); ++row) {
        for (int column = 0; column * frameSize < picture.width(); ++column) {
            if (isSparse && (row + column) % 2 != 0)
                continue;
            const BgrxImage frame = dicomFrame(picture, column, row, frameSize, frameSize);
            if (isSparse)
                image.positions.insert(image.positions.begin(), {column * frameSize + 1, row * frameSize + 1});
            auto& frames = image.encapsulated.frames;
            const auto place = isSparse ? frames.begin() : frames.end(); // not in the order of their places
            if (image.syntax == kJpeg)
                frames.insert(place, jpegBytes(frame));
            else if (image.syntax == kRle)
                frames.insert(place, rleBytes(frame));
            else
                image.native.insert(isSparse ? 0 : image.native.size(),
                                    image.planar ? planarBytes(frame) : interleavedBytes(frame));
        }
    }
    const std::size_t frameBytes = static_cast<std::size_t>(frameSize * frameSize) * 3;
    const std::size_t count =
        image.encapsulated.frames.empty() ? image.native.size() / frameBytes : image.encapsulated.frames.size();
    if (image.frameCount.empty())
        image.frameCount = std::to_string(count);
    return image;
}

BgrxImage wholeLevel(const Slide& slide, int level)
{
    const PyramidLevel& of = slide.geometry().level(level);
    return readRegion(slide, level, {0, 0, of.width, of.height}).value();
}

double psnr(const BgrxImage& a, const BgrxImage& b)
{
    return cv::PSNR(toRgb(a).pixels, toRgb(b).pixels);
}

}

class TestDicomSlide : public QObject, FileFixture {
    Q_OBJECT

    fs::path newFolder()
    {
        const fs::path path = folder() / ("series " + std::to_string(++m_folders));
        fs::create_directory(path);
        return path;
    }
    int m_folders = 0;

private slots:
    void everyEncoding_data()
    {
        QTest::addColumn<QString>("syntax");
        QTest::addColumn<QString>("organization");
        QTest::addColumn<int>("frameSize");
        QTest::addColumn<int>("planar");
        QTest::addColumn<int>("table");
        QTest::addColumn<int>("fragments");
        QTest::addColumn<int>("sequences");
        const auto basic = static_cast<int>(EncapsulatedFrames::Table::Basic);
        const auto extended = static_cast<int>(EncapsulatedFrames::Table::Extended);
        const auto none = static_cast<int>(EncapsulatedFrames::Table::None);
        const auto defined = static_cast<int>(DicomElements::Length::Defined);
        const auto undefined = static_cast<int>(DicomElements::Length::Undefined);
        QTest::newRow("explicit") << kExplicit << "TILED_FULL" << 128 << 0 << none << 1 << defined;
        QTest::newRow("implicit") << kImplicit << "TILED_FULL" << 128 << 0 << none << 1 << defined;
        QTest::newRow("implicit, undefined lengths") << kImplicit << "TILED_SPARSE" << 128 << 0 << none << 1 << undefined;
        QTest::newRow("planes") << kExplicit << "TILED_FULL" << 128 << 1 << none << 1 << undefined;
        QTest::newRow("sparse") << kExplicit << "TILED_SPARSE" << 128 << 0 << none << 1 << defined;
        QTest::newRow("sparse, undefined lengths") << kExplicit << "TILED_SPARSE" << 128 << 0 << none << 1 << undefined;
        QTest::newRow("sparse, implicit") << kImplicit << "TILED_SPARSE" << 96 << 0 << none << 1 << defined;
        QTest::newRow("placed, without a word") << kExplicit << "" << 128 << 0 << none << 1 << defined;
        QTest::newRow("frames that are no tiles") << kExplicit << "TILED_FULL" << 90 << 0 << none << 1 << defined;
        QTest::newRow("RLE") << kRle << "TILED_FULL" << 128 << 0 << basic << 1 << defined;
        QTest::newRow("RLE, sparse") << kRle << "TILED_SPARSE" << 96 << 0 << none << 1 << defined;
        QTest::newRow("JPEG, basic offsets") << kJpeg << "TILED_FULL" << 128 << 0 << basic << 1 << defined;
        QTest::newRow("JPEG, extended offsets") << kJpeg << "TILED_FULL" << 128 << 0 << extended << 1 << defined;
        QTest::newRow("JPEG, no offsets") << kJpeg << "TILED_FULL" << 128 << 0 << none << 1 << undefined;
        QTest::newRow("JPEG in fragments") << kJpeg << "TILED_FULL" << 128 << 0 << basic << 3 << defined;
        QTest::newRow("JPEG, sparse") << kJpeg << "TILED_SPARSE" << 128 << 0 << basic << 1 << defined;
    }
    void everyEncoding()
    {
        QFETCH(QString, syntax);
        QFETCH(QString, organization);
        QFETCH(int, frameSize);
        QFETCH(int, planar);
        QFETCH(int, table);
        QFETCH(int, fragments);
        QFETCH(int, sequences);
        const fs::path here = newFolder();
        const std::array pictures = {paintedImage(550, 420), paintedImage(275, 210)};
        DicomTestImage written;
        written.syntax = syntax.toStdString();
        written.organization = organization.toStdString();
        written.planar = static_cast<unsigned>(planar);
        written.encapsulated.table = static_cast<EncapsulatedFrames::Table>(table);
        written.encapsulated.fragments = fragments;
        written.sequences = static_cast<DicomElements::Length>(sequences);
        if (syntax == kJpeg)
            written.photometric = "YBR_FULL_422";
        writeBytes(here / "0.dcm", dicomFile(imageOf(pictures[0], frameSize, written)));
        written.sopInstance = "1.2.3.2";
        writeBytes(here / "1.dcm", dicomFile(imageOf(pictures[1], frameSize, written)));

        const auto slide = openSlide(here / "0.dcm");
        QVERIFY2(slide.has_value(), slide ? "" : describe(slide.error()).c_str());
        const SlideInfo& info = (*slide)->info();
        QCOMPARE(info.format, std::string("dicom"));
        QCOMPARE(info.mppX.value(), 0.49);
        QCOMPARE(info.mppY.value(), 0.51);
        QCOMPARE(info.objectivePower.value(), 20.0);
        for (int level = 0; level < 2; ++level) {
            QVERIFY(!(*slide)->geometry().level(level).isVirtual());
            const BgrxImage& picture = pictures[static_cast<std::size_t>(level)];
            for (int row = 0; row * frameSize < picture.height(); ++row) {
                for (int column = 0; column * frameSize < picture.width(); ++column) {
                    const cv::Rect part = cv::Rect(column * frameSize, row * frameSize, frameSize, frameSize) &
                                          cv::Rect({0, 0}, picture.pixels.size());
                    const auto read = readRegion(**slide, level, {part.x, part.y, part.width, part.height});
                    QVERIFY(read.has_value());
                    BgrxImage expected{picture.pixels(part).clone()};
                    if (organization != "TILED_FULL" && (row + column) % 2 != 0)
                        expected = makeBgrxImage(part.width, part.height, 0xFFFFFF);
                    QVERIFY(syntax == kJpeg ? isSame(*read, expected) || psnr(*read, expected) > 30 : isSame(*read, expected));
                }
            }
        }
    }

    void anyFileOfTheSeriesOpensAll()
    {
        const fs::path here = newFolder();
        const BgrxImage full = paintedImage(600, 400);
        const BgrxImage half = paintedImage(300, 200);
        const BgrxImage label = paintedImage(90, 80);
        DicomTestImage written;
        writeBytes(here / "level 0.dcm", dicomFile(imageOf(full, 128, written)));
        written.sopInstance = "1.2.3.2";
        writeBytes(here / "level 1.dcm", dicomFile(imageOf(half, 128, written)));
        written.imageType = "ORIGINAL\\PRIMARY\\LABEL\\NONE";
        writeBytes(here / "label.dcm", dicomFile(imageOf(label, 90, written)));
        written.imageType = "ORIGINAL\\PRIMARY\\OVERVIEW\\NONE";
        writeBytes(here / "overview", dicomFile(imageOf(paintedImage(90, 30), 90, written)));
        written.imageType = "ORIGINAL\\PRIMARY\\THUMBNAIL\\RESAMPLED";
        writeBytes(here / "thumbnail.dcm", dicomFile(imageOf(paintedImage(60, 40), 64, written)));
        written = {};
        written.series = "1.2.4";
        writeBytes(here / "another series.dcm", dicomFile(imageOf(paintedImage(1200, 800), 128, written)));
        written = {};
        written.pyramid = "1.2.9";
        writeBytes(here / "another shape.dcm", dicomFile(imageOf(paintedImage(700, 200), 128, written)));
        writeBytes(here / "copy of level 0.dcm", dicomFile(imageOf(full, 128)));
        writeBytes(here / "damaged.dcm", std::string(128, '\0') + "DICM damaged");
        fs::create_directory(here / "folder.dcm");
        for (const char* name : {"level 0.dcm", "level 1.dcm", "label.dcm", "overview", "thumbnail.dcm"}) {
            const auto slide = openSlide(here / name);
            QVERIFY2(slide.has_value(), slide ? "" : describe(slide.error()).c_str());
            QCOMPARE((*slide)->info().path, here / name);
            QVERIFY(isSame(wholeLevel(**slide, 0), full));
            QVERIFY(((*slide)->info().associatedImages == std::vector<std::string>{"label", "macro", "thumbnail"}));
            QVERIFY(isSame(toBgrx((*slide)->readAssociatedImage("label").value()), label));
        }
        QVERIFY(isSame(wholeLevel(*openSlide(here / "level 1.dcm").value(), 1), half));
    }

    void aSeriesWithoutTheSlide()
    {
        const fs::path here = newFolder();
        DicomTestImage written;
        written.imageType = "ORIGINAL\\PRIMARY\\LABEL\\NONE";
        writeBytes(here / "label.dcm", dicomFile(imageOf(paintedImage(90, 80), 90, written)));
        QCOMPARE(openSlide(here / "label.dcm").error().code, ErrorCode::UnsupportedSlide);
    }

    void aBrokenLevelIsNamed()
    {
        const fs::path here = newFolder();
        DicomTestImage written;
        writeBytes(here / "1.dcm", dicomFile(imageOf(paintedImage(300, 200), 128, written)));
        written.syntax = "1.2.840.10008.1.2.4.90";
        written.encapsulated.frames.assign(12, "jp2 ");
        written.frameCount = "12";
        written.width = 600;
        DicomTestImage finest = imageOf(paintedImage(600, 400), 160, written);
        writeBytes(here / "0.dcm", dicomFile(finest));
        const auto slide = openSlide(here / "1.dcm");
        QVERIFY(!slide);
        QCOMPARE(slide.error().code, ErrorCode::UnsupportedSlide);
        QCOMPARE(slide.error().subject, (here / "0.dcm").string());
        QVERIFY2(slide.error().detail.find("JPEG 2000") != std::string::npos, slide.error().detail.c_str());
    }

    /// The stream's own markers count, the photometric interpretation where there are none.
    void colorsOfJpeg_data()
    {
        QTest::addColumn<QString>("photometric");
        QTest::addColumn<bool>("hasMarker");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("as it says") << "YBR_FULL_422" << true << true;
        QTest::newRow("says RGB, is JFIF") << "RGB" << true << true;
        QTest::newRow("unmarked YCbCr") << "YBR_FULL_422" << false << true;
        QTest::newRow("unmarked, taken for RGB") << "RGB" << false << false;
    }
    void colorsOfJpeg()
    {
        QFETCH(QString, photometric);
        QFETCH(bool, hasMarker);
        QFETCH(bool, isRight);
        const fs::path here = newFolder();
        const BgrxImage picture = paintedImage(128, 128);
        DicomTestImage written;
        written.syntax = kJpeg;
        written.photometric = photometric.toStdString();
        written = imageOf(picture, 128, written);
        std::string& stream = written.encapsulated.frames.front();
        QCOMPARE(stream.substr(6, 4), std::string("JFIF"));
        if (!hasMarker)
            stream.erase(2, 18);
        writeBytes(here / "a.dcm", dicomFile(written));
        QCOMPARE(psnr(wholeLevel(*openSlide(here / "a.dcm").value(), 0), picture) > 30, isRight);
    }

    void nothingAboutThePatient()
    {
        const fs::path here = newFolder();
        DicomTestImage written;
        written.patient = "SENTINEL^JANE";
        written.imageType = "DERIVED\\PRIMARY\\VOLUME\\Sentinel^Jane";
        writeBytes(here / "a.dcm", dicomFile(imageOf(paintedImage(300, 200), 128, written)));
        const auto slide = openSlide(here / "a.dcm").value();
        QVERIFY(!slide->info().properties.empty());
        for (const auto& [name, value] : slide->info().properties)
            QVERIFY2(QString::fromStdString(value).indexOf("sentinel", 0, Qt::CaseInsensitive) < 0, name.c_str());
        QVERIFY(std::is_sorted(slide->info().properties.begin(), slide->info().properties.end()));
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        const int unsupported = static_cast<int>(ErrorCode::UnsupportedSlide);
        const int unreadable = static_cast<int>(ErrorCode::SlideUnreadable);
        QTest::newRow("CT") << 0 << unsupported << "no whole-slide image: CTImageStorage";
        QTest::newRow("unknown class") << 1 << unsupported << "no whole-slide image";
        QTest::newRow("JPEG-LS") << 2 << unsupported << "JPEG-LS";
        QTest::newRow("unknown syntax") << 3 << unsupported << "unknown encoding";
        QTest::newRow("big endian") << 4 << unsupported << "big endian";
        QTest::newRow("focal planes") << 5 << unsupported << "3 focal planes";
        QTest::newRow("optical paths") << 6 << unsupported << "4 optical paths";
        QTest::newRow("gray") << 7 << unsupported << "1 samples";
        QTest::newRow("16 bits") << 8 << unsupported << "8-bit";
        QTest::newRow("palette") << 9 << unsupported << "photometric";
        QTest::newRow("concatenation") << 10 << unsupported << "concatenation";
        QTest::newRow("places unstated") << 11 << unsupported << "where they belong";
        QTest::newRow("off the grid") << 12 << unsupported << "no grid";
        QTest::newRow("two at one place") << 13 << unsupported << "one place";
        QTest::newRow("outside") << 14 << unreadable << "outside";
        QTest::newRow("too few frames") << 15 << unreadable << "number of its frames";
        QTest::newRow("too many frames") << 16 << unreadable << "too short";
        QTest::newRow("absurdly many frames") << 17 << unreadable << "too short";
        QTest::newRow("negative frames") << 18 << unreadable << "too short";
        QTest::newRow("absurd size") << 19 << unreadable << "too short";
        QTest::newRow("no size") << 20 << unreadable << "size";
        QTest::newRow("empty frames") << 21 << unreadable << "size";
        QTest::newRow("large frames") << 22 << unsupported << "too large";
    }
    void whatIsRefused()
    {
        QFETCH(int, which);
        QFETCH(int, code);
        QFETCH(QString, detail);
        const fs::path here = newFolder();
        DicomTestImage image;
        if (which >= 12 && which <= 14)
            image.organization = "TILED_SPARSE";
        image = imageOf(paintedImage(300, 200), 128, image);
        const std::array<std::function<void()>, 23> spoil = {
            [&] { image.sopClass = "1.2.840.10008.5.1.4.1.1.2"; },
            [&] { image.sopClass = "1.2.3.4"; },
            [&] { image.syntax = "1.2.840.10008.1.2.4.80"; },
            [&] { image.syntax = "1.2.3.4"; },
            [&] { image.syntax = "1.2.840.10008.1.2.2"; },
            [&] { image.focalPlanes = 3; },
            [&] { image.opticalPaths = 4; },
            [&] { image.samples = 1; },
            [&] { image.bits = 16; },
            [&] { image.photometric = "PALETTE COLOR"; },
            [&] { image.concatenation = "1.2.5"; },
            [&] { image.organization.clear(); },
            [&] { image.positions[1].first += 5; },
            [&] { image.positions[1] = image.positions[0]; },
            [&] { image.positions[1].second = 2000; },
            [&] { image.frameCount = "5"; },
            [&] { image.frameCount = "7"; },
            [&] { image.frameCount = "2147483647"; },
            [&] { image.frameCount = "-6"; },
            [&] { image.width = image.height = 0x7FFFFFFF; },
            [&] { image.width = 0; },
            [&] { image.frameWidth = 0; },
            [&] { image.frameWidth = image.frameHeight = 65535; },
        };
        spoil[static_cast<std::size_t>(which)]();
        writeBytes(here / "a.dcm", dicomFile(image));
        const auto slide = openSlide(here / "a.dcm");
        QVERIFY(!slide);
        QVERIFY2(slide.error().detail.find(detail.toStdString()) != std::string::npos, slide.error().detail.c_str());
        QCOMPARE(static_cast<int>(slide.error().code), code);
        QCOMPARE(slide.error().subject, (here / "a.dcm").string());
    }

    void hostileElements_data()
    {
        QTest::addColumn<QByteArray>("elements");
        QTest::addColumn<QString>("detail");
        const auto bytes = [](const DicomElements& elements) {
            return QByteArray::fromStdString(elements.bytes);
        };
        // Inside a sequence that is read, and inside one that is stepped over.
        for (const std::uint32_t tag : {dicom::tag::kSharedFunctionalGroups, 0x00480205u}) {
            const QByteArray which = tag == dicom::tag::kSharedFunctionalGroups ? "read" : "stepped over";
            DicomElements open, item;
            open.header(tag, "SQ", 0xFFFFFFFF).header(dicom::tag::kItem, "", 0xFFFFFFFF);
            QTest::newRow("nested deeply, " + which) << bytes(open).repeated(200000) << "nested too deeply";
            QTest::newRow("without an end, " + which) << bytes(open) << "";
            QTest::newRow("unknown, nested deeply, " + which) << (bytes(DicomElements().header(tag, "UN", 0xFFFFFFFF)) +
                                                                  bytes(item.header(dicom::tag::kItem, "", 0xFFFFFFFF)) +
                                                                  bytes(DicomElements(DicomElements::Encoding::Implicit)
                                                                            .header(tag, "", 0xFFFFFFFF)
                                                                            .header(dicom::tag::kItem, "", 0xFFFFFFFF))
                                                                      .repeated(200000))
                                                              << "nested too deeply";
        }
        DicomElements many;
        many.sequence(dicom::tag::kOpticalPathSequence,
                      std::vector<std::string>(30000, DicomElements().us(0x00480001, 1).bytes));
        QTest::newRow("very many") << bytes(many) << "too many elements";
        QTest::newRow("beyond the end") << bytes(DicomElements().header(0x00480205, "UT", 0xFFFFFFF0)) << "beyond the end";
        QTest::newRow("no length") << bytes(DicomElements().header(0x00480205, "UT", 0xFFFFFFFF)) << "without a length";
        QTest::newRow("no type") << bytes(DicomElements().header(0x00480205, "\1\2", 4)) << "no known type";
        QTest::newRow("large") << bytes(
                                      DicomElements().value(dicom::tag::kOpticalPathSequence, "OB", std::string(40 << 20, 'x')))
                               << "too large";
        QTest::newRow("an item that is none")
            << bytes(DicomElements().value(dicom::tag::kSharedFunctionalGroups, "SQ", std::string(64, '\0'))) << "";
        QTest::newRow("a short item") << bytes(DicomElements().value(dicom::tag::kSharedFunctionalGroups, "SQ",
                                                                     DicomElements().header(dicom::tag::kItem, "", 8).bytes +
                                                                         "abc"))
                                      << "";
    }
    void hostileElements()
    {
        QFETCH(QByteArray, elements);
        QFETCH(QString, detail);
        const fs::path here = newFolder();
        DicomTestImage image = imageOf(paintedImage(300, 200), 128);
        image.extra = elements.toStdString();
        writeBytes(here / "a.dcm", dicomFile(image));
        const auto slide = openSlide(here / "a.dcm");
        QVERIFY(!slide);
        QCOMPARE(slide.error().code, ErrorCode::SlideUnreadable);
        QVERIFY2(slide.error().detail.find(detail.toStdString()) != std::string::npos, slide.error().detail.c_str());
    }

    void hostileFrames_data()
    {
        QTest::addColumn<QString>("syntax");
        QTest::addColumn<QByteArray>("frame");
        const QByteArray header = QByteArray::fromStdString(DicomElements::number(3, 4) + DicomElements::number(64, 4));
        QTest::newRow("JPEG: nothing") << kJpeg << QByteArray();
        QTest::newRow("JPEG: noise") << kJpeg << QByteArray(1000, 'x');
        QTest::newRow("JPEG: another size") << kJpeg << QByteArray::fromStdString(jpegBytes(paintedImage(64, 64)));
        QTest::newRow("JPEG: cut off") << kJpeg << QByteArray::fromStdString(jpegBytes(paintedImage(128, 128))).left(2000);
        QTest::newRow("JPEG: marker cut off") << kJpeg << QByteArray("\xFF\xD8\xFF\xE0\xFF\xFF", 6);
        QTest::newRow("RLE: nothing") << kRle << QByteArray();
        QTest::newRow("RLE: noise") << kRle << QByteArray(1000, 'x');
        QTest::newRow("RLE: planes outside") << kRle << header + QByteArray(1000, '\xFF');
        QTest::newRow("RLE: planes empty") << kRle
                                           << QByteArray::fromStdString(DicomElements::number(3, 4) +
                                                                        DicomElements::number(64, 4) +
                                                                        DicomElements::number(64, 4) +
                                                                        DicomElements::number(64, 4) + std::string(48, '\0'));
        QTest::newRow("RLE: too much") << kRle << QByteArray::fromStdString(rleBytes(paintedImage(256, 256)));
    }
    void hostileFrames()
    {
        QFETCH(QString, syntax);
        QFETCH(QByteArray, frame);
        const fs::path here = newFolder();
        const BgrxImage picture = paintedImage(256, 128);
        DicomTestImage image;
        image.syntax = syntax.toStdString();
        image = imageOf(picture, 128, image);
        image.encapsulated.frames[1] = frame.toStdString();
        writeBytes(here / "a.dcm", dicomFile(image));
        const auto slide = openSlide(here / "a.dcm").value();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(slide->read({0, 0, 0}).has_value());
            QCOMPARE(slide->read({0, 1, 0}).error().code, ErrorCode::TileUnreadable);
            QCOMPARE(slide->read({0, 1, 0}).error().subject, (here / "a.dcm").string());
        }
    }

    void framesBeyondFourGigabytes()
    {
        const fs::path path = newFolder() / "a.dcm";
        const BgrxImage picture = paintedImage(256, 128);
        DicomTestImage image;
        image.syntax = kRle;
        image.encapsulated.table = EncapsulatedFrames::Table::Extended;
        image = imageOf(picture, 128, image);
        std::string bytes = dicomFile(image);
        const std::string emptyTable("\xFE\xFF\x00\xE0\0\0\0\0", 8);
        const std::size_t first = bytes.rfind(emptyTable) + emptyTable.size();
        const std::size_t second = first + 8 + image.encapsulated.frames[0].size() + image.encapsulated.frames[0].size() % 2;
        const std::string offsets = DicomElements::number(0, 8) + DicomElements::number(second - first, 8);
        constexpr std::uint64_t kFarAway = std::uint64_t(5) << 30;
        bytes.replace(bytes.find(offsets), 16, DicomElements::number(0, 8) + DicomElements::number(kFarAway, 8));
        writeBytes(path, bytes.substr(0, second));
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(first + kFarAway)); // a hole, which takes no space
        file << bytes.substr(second);
        file.close();
        QVERIFY(fs::file_size(path) > kFarAway);
        QVERIFY(isSame(wholeLevel(*openSlide(path).value(), 0), picture));
    }

    void severalThreads()
    {
        const fs::path here = newFolder();
        const BgrxImage picture = paintedImage(1000, 900);
        DicomTestImage image;
        image.syntax = kRle;
        writeBytes(here / "a.dcm", dicomFile(imageOf(picture, 90, image)));
        const auto slide = openSlide(here / "a.dcm").value();
        std::atomic<int> wrong = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { wrong += isSame(wholeLevel(*slide, 0), picture) ? 0 : 1; });
        threads.clear();
        QCOMPARE(wrong.load(), 0);
    }

    void truncatedAndChangedAnywhere_data()
    {
        QTest::addColumn<QString>("syntax");
        QTest::addColumn<int>("table");
        QTest::newRow("implicit, sparse") << kImplicit << 0;
        QTest::newRow("JPEG") << kJpeg << static_cast<int>(EncapsulatedFrames::Table::None);
        QTest::newRow("JPEG, basic offsets") << kJpeg << static_cast<int>(EncapsulatedFrames::Table::Basic);
        QTest::newRow("JPEG, extended offsets") << kJpeg << static_cast<int>(EncapsulatedFrames::Table::Extended);
        QTest::newRow("RLE") << kRle << static_cast<int>(EncapsulatedFrames::Table::Basic);
    }
    /// What is cut off is refused; of what is changed, nothing that can be read has another size than it should have.
    void truncatedAndChangedAnywhere()
    {
        QFETCH(QString, syntax);
        QFETCH(int, table);
        const fs::path here = newFolder();
        DicomTestImage image;
        image.syntax = syntax.toStdString();
        image.organization = syntax == kImplicit ? "TILED_SPARSE" : "TILED_FULL";
        image.photometric = syntax == kJpeg ? "YBR_FULL_422" : "RGB";
        image.encapsulated.table = static_cast<EncapsulatedFrames::Table>(table);
        const std::string whole = dicomFile(imageOf(paintedImage(100, 70), 40, image));
        const auto check = [&](const std::string& bytes) {
            writeBytes(here / "a.dcm", bytes);
            const auto slide = openSlide(here / "a.dcm");
            if (!slide)
                return !describe(slide.error()).empty();
            const PyramidGeometry& geometry = (*slide)->geometry();
            const auto tile = (*slide)->read({0, 0, 0});
            return !tile || tile->width() == geometry.tileRect({0, 0, 0}).width;
        };
        for (std::size_t at = 0; at < whole.size(); at += 1 + (at > 1500 ? at / 50 : 0)) {
            if (at % 3 == 0 && at + 16 < whole.size()) {   // the end marker is not missed
                writeBytes(here / "a.dcm", whole.substr(0, at));
                QVERIFY(!openSlide(here / "a.dcm"));
            }
            std::string changed = whole;
            changed[at] = std::array{'\xFF', '\0', static_cast<char>(whole[at] ^ 0x41)}[at % 3];
            QVERIFY(check(changed));
        }
    }

    void convertedSlideShowsTheSlide()
    {
        ISOSTAIN_SHARED_FILE(dicomFolder, "data/slides/dicom/CMU-1-Small-Region-napari");
        ISOSTAIN_SHARED_FILE(svs, "data/slides/aperio/CMU-1-Small-Region.svs");
        const auto original = openSlide(svs).value();
        for (const auto& entry : fs::directory_iterator(dicomFolder)) {
            const auto slide = openSlide(entry.path()).value();
            QCOMPARE(slide->geometry().width(), 2220);
            QCOMPARE(slide->geometry().height(), 2967);
            QCOMPARE(slide->info().mppX.value(), 0.499);
            QVERIFY((slide->info().associatedImages == std::vector<std::string>{"label", "macro", "thumbnail"}));
            for (const std::string& name : slide->info().associatedImages) {
                const RgbImage a = slide->readAssociatedImage(name).value();
                const RgbImage b = original->readAssociatedImage(name).value();
                QCOMPARE(a.width(), b.width());
                // The thumbnail is sheared in the file itself.
                QVERIFY2(name == "thumbnail" || cv::PSNR(a.pixels, b.pixels) > 30, name.c_str());
            }
            const double quality = psnr(wholeLevel(*slide, 0), wholeLevel(*original, 0));
            QVERIFY2(quality > 30, qPrintable(QString::number(quality)));
        }
    }

    void otherSharedFiles()
    {
        ISOSTAIN_SHARED_FILE(boxes, "data/slides/dicom/boxes/boxes_1.dcm");
        const auto slide = openSlide(boxes).value();
        QCOMPARE(slide->geometry().width(), 16);
        QCOMPARE(slide->info().objectivePower.value(), 20.0);
        QVERIFY((slide->info().associatedImages == std::vector<std::string>{"thumbnail"}));
        QCOMPARE(slide->readAssociatedImage("thumbnail").value().width(), 16);
        QVERIFY(psnr(slide->read({0, 0, 0}).value(), toBgrx(slide->readAssociatedImage("thumbnail").value())) > 20);
        ISOSTAIN_SHARED_FILE(camelyon, "data/slides/dicom/multiframe_camelyon_challenge_image.dcm");
        QCOMPARE(openSlide(camelyon).value()->geometry().width(), 1152);
        QVERIFY(openSlide(camelyon).value()->read({0, 4, 2}).has_value());
        ISOSTAIN_SHARED_FILE(pathml, "data/slides/dicom/pathml-small_dicom.dcm");
        QCOMPARE(openSlide(pathml).error().code, ErrorCode::UnsupportedSlide);
    }
};

QTEST_GUILESS_MAIN(TestDicomSlide)
#include "tst_dicomslide.moc"
