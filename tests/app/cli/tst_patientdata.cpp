#include <algorithm>
#include <array>
#include <cctype>

#include <tiffio.h>

#include <QTemporaryDir>
#include <QTest>

#include "CliTesting.h"
#include "export/ExportNames.h"
#include "image/Image.h"
#include "slide/Slide.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

/// In every text of the sources, whatever else they say. No part of a word that an export has reason to write.
const std::string kSentinel = "Mustermann";
/// What label and macro are painted with: no stain has it, and no normalization makes it.
constexpr std::array<unsigned char, 3> kLabelColor = {1, 254, 2};

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
    return text;
}

/// The sentinel in any case, as it is, with a zero before or behind each byte (UTF-16), or hidden in base64.
bool holdsSentinel(const std::string& content)
{
    const std::string text = lowered(content);
    const std::string word = lowered(kSentinel);
    std::string wide;
    for (const char each : word)
        wide += std::string(1, '\0') + each;
    return text.find(word) != std::string::npos || text.find(wide) != std::string::npos ||
           content.find("TXVzdGVybWFu") != std::string::npos || content.find("11c3Rlcm1hbm") != std::string::npos ||
           content.find("NdXN0ZXJtYW5u") != std::string::npos;
}

/// A profile that lcms would take: sRGB's primaries, and texts of every kind with the sentinel.
std::string iccProfile()
{
    const auto number = [](std::uint32_t value) {
        std::string bytes;
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(value >> shift & 0xFF);
        return bytes;
    };
    const auto xyz = [&](double x, double y, double z) {
        const auto fixed = [&](double value) {
            return number(static_cast<std::uint32_t>(value * 65536));
        };
        return "XYZ " + number(0) + fixed(x) + fixed(y) + fixed(z);
    };
    const std::string text = kSentinel + ", Erika, 1.1.1964";
    std::string wide;
    for (const char each : text)
        wide += std::string(1, '\0') + each;
    const auto length = static_cast<std::uint32_t>(text.size());
    const std::string described = "desc" + number(0) + number(length + 1) + text + '\0' + std::string(78, '\0');
    const std::string localized = "mluc" + number(0) + number(1) + number(12) + "enUS" + number(2 * length) + number(28) + wide;
    const std::string curve = "curv" + number(0) + number(1) + std::string("\x02\x33", 2) + std::string(2, '\0');
    const std::vector<std::pair<std::string, std::string>> tags = {{"desc", described},
                                                                   {"cprt", "text" + number(0) + text + '\0'},
                                                                   {"dmnd", described},
                                                                   {"dmdd", localized},
                                                                   {"vued", localized},
                                                                   {"targ", "text" + number(0) + text + '\0'},
                                                                   {"meta", localized},
                                                                   {"wtpt", xyz(0.9642, 1, 0.8249)},
                                                                   {"rXYZ", xyz(0.4361, 0.2225, 0.0139)},
                                                                   {"gXYZ", xyz(0.3851, 0.7169, 0.0971)},
                                                                   {"bXYZ", xyz(0.1431, 0.0606, 0.7141)},
                                                                   {"rTRC", curve},
                                                                   {"gTRC", curve},
                                                                   {"bTRC", curve}};
    std::string table = number(static_cast<std::uint32_t>(tags.size()));
    std::string data;
    for (const auto& [name, content] : tags) {
        const auto offset = static_cast<std::uint32_t>(128 + 4 + 12 * tags.size() + data.size());
        table += name + number(offset) + number(static_cast<std::uint32_t>(content.size()));
        data += content + std::string((4 - content.size() % 4) % 4, '\0');
    }
    std::string header = number(static_cast<std::uint32_t>(128 + table.size() + data.size())) + "lcms" + number(0x02100000) +
                         "mntrRGB XYZ " + std::string(12, '\0') + "acsp";
    header.resize(80);
    header += kSentinel.substr(0, 4); // its creator
    header.resize(128);
    return header + table + data;
}

void setText(TIFF* tiff, std::uint32_t tag, const std::string& text)
{
    QVERIFY2(TIFFSetField(tiff, tag, text.c_str()) == 1, qPrintable(QString::number(tag)));
}

void setBytes(TIFF* tiff, std::uint32_t tag, const std::string& bytes)
{
    QVERIFY2(TIFFSetField(tiff, tag, static_cast<std::uint32_t>(bytes.size()), bytes.data()) == 1,
             qPrintable(QString::number(tag)));
}

void setPictureTags(TIFF* tiff, std::uint32_t width, std::uint32_t height)
{
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
}

void setEveryText(TIFF* tiff)
{
    const std::array<std::uint32_t, 12> texts = {TIFFTAG_ARTIST,
                                                 TIFFTAG_HOSTCOMPUTER,
                                                 TIFFTAG_SOFTWARE,
                                                 TIFFTAG_DOCUMENTNAME,
                                                 TIFFTAG_PAGENAME,
                                                 TIFFTAG_COPYRIGHT,
                                                 TIFFTAG_MAKE,
                                                 TIFFTAG_MODEL,
                                                 TIFFTAG_DATETIME,
                                                 TIFFTAG_TARGETPRINTER,
                                                 TIFFTAG_UNIQUECAMERAMODEL,
                                                 TIFFTAG_CAMERASERIALNUMBER};
    for (const std::uint32_t tag : texts)
        // libtiff only takes 19 letters for a date.
        setText(tiff, tag, tag == TIFFTAG_DATETIME ? kSentinel + " 1.1.1964" : kSentinel + " in tag " + std::to_string(tag));
    setBytes(tiff, TIFFTAG_XMLPACKET, "<x:xmpmeta><dc:creator>" + kSentinel + "</dc:creator></x:xmpmeta>");
    setBytes(tiff, TIFFTAG_PHOTOSHOP, std::string("8BIM\4\4\0\0", 8) + kSentinel);
    const std::string iptc = "\x1c\x02\x50 " + kSentinel + std::string(16, ' ');
    TIFFSetField(tiff, TIFFTAG_RICHTIFFIPTC, static_cast<std::uint32_t>(iptc.size() / 4), iptc.data());
    setBytes(tiff, TIFFTAG_ICCPROFILE, iccProfile());
}

void writeLevel(TIFF* tiff, std::uint32_t width, std::uint32_t height)
{
    constexpr std::uint32_t kTile = 256;
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, kTile);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, kTile);
    std::vector<unsigned char> tile(kTile * kTile * 3);
    for (std::uint32_t y = 0; y < height; y += kTile)
        for (std::uint32_t x = 0; x < width; x += kTile) {
            for (std::size_t i = 0; i < tile.size(); i += 3) {
                const auto grain = static_cast<unsigned char>((i * 2654435761u + x * 31 + y) >> 7 & 63);
                tile[i] = static_cast<unsigned char>(170 + grain);
                tile[i + 1] = static_cast<unsigned char>(90 + grain);
                tile[i + 2] = static_cast<unsigned char>(150 + grain);
            }
            TIFFWriteTile(tiff, tile.data(), x, y, 0, 0);
        }
}

/// Stripes of the label's color, and the sentinel spelled out in pixels.
void writeStrips(TIFF* tiff, std::uint32_t width, std::uint32_t height, const std::string& description)
{
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
    setPictureTags(tiff, width, height);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, height);
    setText(tiff, TIFFTAG_IMAGEDESCRIPTION, description);
    std::vector<unsigned char> row(3 * width);
    for (std::uint32_t y = 0; y < height; ++y) {
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = y % 2 == 0 ? kLabelColor[i % 3] : static_cast<unsigned char>(kSentinel[i % kSentinel.size()]);
        TIFFWriteScanline(tiff, row.data(), y, 0);
    }
    TIFFWriteDirectory(tiff);
}

/// EXIF with a sentinel in what it holds as text, hung on the first directory.
void addExif(TIFF* tiff)
{
    std::uint64_t offset = 0;
    QVERIFY(TIFFCreateEXIFDirectory(tiff) == 0);
    TIFFSetField(tiff, EXIFTAG_SPECTRALSENSITIVITY, kSentinel.c_str());
    TIFFSetField(tiff, EXIFTAG_IMAGEUNIQUEID, (kSentinel + std::string(32 - kSentinel.size(), ' ')).c_str());
    TIFFSetField(tiff, EXIFTAG_USERCOMMENT, static_cast<std::uint32_t>(kSentinel.size()), kSentinel.data());
    QVERIFY(TIFFWriteCustomDirectory(tiff, &offset) == 1);
    QVERIFY(TIFFSetDirectory(tiff, 0) == 1);
    TIFFSetField(tiff, TIFFTAG_EXIFIFD, offset);
    QVERIFY(TIFFRewriteDirectory(tiff) == 1);
}

enum class Kind { Generic, Aperio };

/// A slide with the sentinel wherever there is room for one.
void writeSlide(const fs::path& path, Kind kind)
{
    TIFF* const tiff = TIFFOpen(path.c_str(), "w");
    QVERIFY(tiff);
    const std::uint32_t width = 700, height = 500;
    setPictureTags(tiff, width, height);
    setText(tiff, TIFFTAG_IMAGEDESCRIPTION,
            kind == Kind::Aperio ? "Aperio Image Library v1\n700x500 (256x256) RGB|AppMag = 20|MPP = 0.5|Patient = " +
                                       kSentinel + "|Filename = " + kSentinel + "|User = " + kSentinel
                                 : "isostain.profile=" + kSentinel + "\nof " + kSentinel);
    // Half a micrometer a pixel, which some formats cannot do without.
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_CENTIMETER);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 20000.0);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 20000.0);
    setEveryText(tiff);
    writeLevel(tiff, width, height);
    TIFFWriteDirectory(tiff);
    if (kind == Kind::Aperio) {
        writeStrips(tiff, 100, 80, "Aperio Image Library v1\nthumbnail " + kSentinel);
        writeStrips(tiff, 120, 120, "Aperio Image Library v1\nlabel 120x120 " + kSentinel);
        writeStrips(tiff, 300, 120, "Aperio Image Library v1\nmacro 300x120 " + kSentinel);
        writeStrips(tiff, 64, 64, "Aperio Image Library v1\n" + kSentinel + " 64x64");
    } else {
        writeStrips(tiff, 120, 120, "label " + kSentinel);
    }
    addExif(tiff);
    TIFFClose(tiff);
}

/// Pixels of the label's color in the directories of a TIFF; 0 for other files.
std::size_t labelPixels(const fs::path& path)
{
    std::size_t count = 0;
    TIFF* const tiff = TIFFOpen(path.c_str(), "rm");
    if (!tiff)
        return 0;
    do {
        std::uint32_t width = 0, height = 0;
        TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
        std::vector<std::uint32_t> pixels(std::size_t(width) * height);
        if (TIFFReadRGBAImage(tiff, width, height, pixels.data(), 0) == 1)
            count += static_cast<std::size_t>(std::count_if(pixels.begin(), pixels.end(), [](std::uint32_t pixel) {
                return std::abs(int(TIFFGetR(pixel)) - kLabelColor[0]) < 40 &&
                       std::abs(int(TIFFGetG(pixel)) - kLabelColor[1]) < 40 &&
                       std::abs(int(TIFFGetB(pixel)) - kLabelColor[2]) < 40;
            }));
    } while (TIFFReadDirectory(tiff) == 1);
    TIFFClose(tiff);
    return count;
}

}

/// What an export may not tell of whose tissue it is.
class TestPatientData : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        TIFFSetWarningHandler(nullptr);
        TIFFSetErrorHandler(nullptr);
        QVERIFY(m_temporary.isValid());
        m_folder = m_temporary.path().toStdString();
        fs::create_directories(m_folder / "sources" / ("ward of " + kSentinel));
        m_generic = m_folder / "sources" / ("ward of " + kSentinel) / (kSentinel + " Erika.tif");
        m_aperio = m_folder / "sources" / (kSentinel + "-1964.svs");
        m_broken = m_folder / "sources" / (kSentinel + " broken.svs");
        writeSlide(m_generic, Kind::Generic);
        writeSlide(m_aperio, Kind::Aperio);
        std::ofstream(m_broken) << "II*" << '\0' << kSentinel;
        QVERIFY(writeNoiseSlide(m_folder / "target.tif", 512, 512, 1));
    }

    /// Else the other tests would find nothing whatever happens.
    void theSourcesHoldIt()
    {
        const auto generic = openSlide(m_generic);
        const auto aperio = openSlide(m_aperio);
        QVERIFY(generic && aperio);
        QCOMPARE((*aperio)->info().format, std::string("aperio"));
        const auto& images = (*aperio)->info().associatedImages;
        for (const char* name : {"label", "macro", "thumbnail"})
            QVERIFY2(std::find(images.begin(), images.end(), name) != images.end(), name);
        for (const fs::path& path : {m_generic, m_aperio}) {
            QVERIFY(labelPixels(path) > 1000);
            const std::string content = lowered(filesBelow(path.parent_path()).at(path.filename().string()));
            int places = 0;
            for (std::size_t at = content.find(lowered(kSentinel)); at != std::string::npos;
                 at = content.find(lowered(kSentinel), at + 1))
                ++places;
            QVERIFY2(places >= 20, qPrintable(QString::number(places)));
            QVERIFY(holdsSentinel(content));
        }
    }

    void isNotInOutputs_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("compression");
        for (const auto& format : exportFormats())
            for (const auto& compression : compressions())
                QTest::addRow("%s %s", format.key.data(), compression.key.data())
                    << QString(format.key.data()) << QString(compression.key.data());
    }
    void isNotInOutputs()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, compression);
        const QString name = "out " + format + " " + compression;
        const Outcome outcome =
            runCli(command(name, {m_generic, m_aperio}) + QStringList{"--format", format, "--compression", compression});
        const fs::path folder = m_folder / name.toStdString();
        if (compression != "jpeg" && outcome.exitCode == 1 && outcome.err.contains("is not a usable value"))
            QSKIP("the format does not have this compression");
        QVERIFY2(outcome.exitCode == 0, outcome.text());
        int outputs = 0;
        for (const auto& [path, content] : filesBelow(folder)) {
            if (isBookkeeping(path))
                continue;
            ++outputs;
            QVERIFY2(!holdsSentinel(content), path.c_str());
            QVERIFY2(labelPixels(folder / path) == 0, path.c_str());
        }
        QVERIFY(outputs >= 2);
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (isBookkeeping(entry.path().filename().string()))
                continue;
            const auto slide = openSlide(entry.path());
            QVERIFY2(slide, entry.path().c_str());
            for (const std::string& image : (*slide)->info().associatedImages)
                QVERIFY2(image != "label" && image != "macro", image.c_str());
        }
    }

    void isNowhereWithAnonymousNames_data()
    {
        QTest::addColumn<QString>("format");
        for (const auto& format : exportFormats())
            QTest::newRow(format.key.data()) << QString(format.key.data());
    }
    void isNowhereWithAnonymousNames()
    {
        QFETCH(const QString, format);
        const fs::path missing = m_folder / "sources" / (kSentinel + " missing.svs");
        const QString name = "anonymous " + format;
        const QStringList arguments =
            command(name, {m_generic, m_broken, m_aperio, missing}) + QStringList{"--anonymous-names", "--format", format};
        for (const char* run : {"first", "again"}) {
            const Outcome outcome = runCli(arguments);
            QVERIFY2(outcome.exitCode == 1 && outcome.err.contains("slide 2") && outcome.err.contains("slide 4"),
                     outcome.text());
            QVERIFY2(!holdsSentinel((outcome.out + outcome.err).toStdString()), run);
        }
        const Outcome pending = runCli(arguments + QStringList{"--pending"});
        QCOMPARE(pending.out, QString("slide 2\nslide 4\n"));
        const auto files = filesBelow(m_folder / name.toStdString());
        QVERIFY(files.size() >= 5);
        for (const auto& [path, content] : files)
            QVERIFY2(!holdsSentinel(path) && !holdsSentinel(content), path.c_str());
        const Outcome report = runCli({"report", QString::fromStdString((m_folder / name.toStdString()).string())});
        QVERIFY2(!holdsSentinel((report.out + report.err).toStdString()), report.text());
    }

    void isNowhereWhereNothingCanBeDone_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("a missing list") << QStringList{"--list", "@" + QString::fromStdString(kSentinel) + " list.txt"};
        QTest::newRow("a region outside") << QStringList{"--region", "9000,9000,10,10"};
        QTest::newRow("no such power") << QStringList{"--power", "37"};
    }
    void isNowhereWhereNothingCanBeDone()
    {
        QFETCH(QStringList, more);
        for (QString& argument : more)
            if (argument.startsWith('@'))
                argument = m_temporary.filePath(argument.mid(1));
        const Outcome outcome = runCli(command("nothing", {m_generic}) + QStringList{"--anonymous-names"} + more);
        QVERIFY2(outcome.exitCode == 1, outcome.text());
        QVERIFY2(!holdsSentinel((outcome.out + outcome.err).toStdString()), outcome.text());
    }

    void namesAreKeptOnRequest()
    {
        for (const auto& format : exportFormats()) {
            const QString name = QString("named ") + format.key.data();
            const Outcome outcome =
                runCli(command(name, {m_aperio}) + QStringList{"--format", format.key.data(), "--keep-names"});
            QVERIFY2(outcome.exitCode == 0 && outcome.err.contains("--keep-names: ") &&
                         outcome.err.contains("may name patients"),
                     outcome.text());
            const auto files = filesBelow(m_folder / name.toStdString());
            QVERIFY2(std::any_of(files.begin(), files.end(),
                                 [](const auto& file) { return !isBookkeeping(file.first) && holdsSentinel(file.second); }),
                     format.key.data());
        }
        const std::string content = filesBelow(m_folder / "named tiff").at(kSentinel + "-1964.tif");
        QVERIFY(content.find("isostain.source-name=" + kSentinel + "-1964.svs\n") != std::string::npos);
        QCOMPARE(runCli(command("x", {m_aperio}) + QStringList{"--keep-names", "--anonymous-names"}).exitCode, 2);
        const Outcome changed = runCli(command("named tiff", {m_aperio}));
        QVERIFY2(changed.exitCode == 1 && changed.err.contains("exists already"), "another recipe");
    }

    void theLabelIsKeptOnRequest()
    {
        const Outcome outcome =
            runCli(command("labeled", {m_aperio, m_generic}) + QStringList{"--format", "svs-like", "--keep-label"});
        QVERIFY2(outcome.exitCode == 0 && outcome.err.contains("--keep-label: "), outcome.text());
        const fs::path output = m_folder / "labeled" / (kSentinel + "-1964.tif");
        const auto source = openSlide(m_aperio);
        const auto slide = openSlide(output);
        QVERIFY(source && slide);
        QCOMPARE((*slide)->info().format, std::string("aperio"));
        QCOMPARE((*slide)->info().associatedImages, (std::vector<std::string>{"label", "macro"}));
        for (const char* name : {"label", "macro"}) {
            const auto kept = (*slide)->readAssociatedImage(name);
            QVERIFY(kept);
            QCOMPARE(cv::norm(kept->pixels, (*source)->readAssociatedImage(name)->pixels, cv::NORM_INF), 0.0);
        }
        QVERIFY2(!holdsSentinel(filesBelow(m_folder / "labeled").at(output.filename().string())), "nothing else of the source");
        QVERIFY((*openSlide(m_folder / "labeled" / (kSentinel + " Erika.tif")))->info().associatedImages.empty());

        for (const auto& format : exportFormats()) {
            if (carriesLabel(format.value))
                continue;
            const Outcome refused =
                runCli(command("unlabeled", {m_aperio}) + QStringList{"--format", format.key.data(), "--keep-label"});
            QVERIFY2(refused.exitCode == 1 && refused.sentences() == 1 && refused.err.contains("--keep-label"), refused.text());
        }
        const Outcome oneLevel = runCli(command("small", {m_aperio}) +
                                        QStringList{"--format", "svs-like", "--keep-label", "--region", "0,0,200,200"});
        QVERIFY2(oneLevel.exitCode == 1 && oneLevel.err.contains("single level"), oneLevel.text());
    }

private:
    QStringList command(const QString& output, const std::vector<fs::path>& slides) const
    {
        QStringList arguments = {"export"};
        for (const fs::path& slide : slides)
            arguments << QString::fromStdString(slide.string());
        return arguments << "-o" << QString::fromStdString((m_folder / output.toStdString()).string()) << "--method"
                         << "reinhard"
                         << "--target" << QString::fromStdString((m_folder / "target.tif").string());
    }

    QTemporaryDir m_temporary;
    fs::path m_folder;
    fs::path m_generic;
    fs::path m_aperio;
    fs::path m_broken;
};

QTEST_GUILESS_MAIN(TestPatientData)
#include "tst_patientdata.moc"
