#include <cstdlib>
#include <set>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "ExportTesting.h"
#include "base/Sha256.h"
#include "export/ExportJournal.h"
#include "export/ExportJob.h"
#include "export/ExportRecipe.h"
#include "export/PyramidTiff.h"
#include "export/SourceHash.h"
#include "export/SourceTiff.h"
#include "report/ExportReport.h"
#include "support/ImageSlide.h"
#include "support/PaintedSlide.h"
#include "support/SlideDecorators.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

/// Red and blue exchanged, green inverted: nothing of it is the identity.
class TestMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t color = source[i];
            target[i] = (color & 0xFF) << 16 | (~color & 0xFF00) | (color >> 16 & 0xFF);
        }
    }
};

NormalizerPtr testNormalizer()
{
    static const NormalizerPtr normalizer = [] {
        StainProfile profile;
        profile.name = "Lab\nprofile";
        profile.weightsSha256 = "0123abcd";
        Normalizer made;
        made.profile = profile;
        made.table = *ColorTable::compile(TestMap());
        return std::make_shared<const Normalizer>(std::move(made));
    }();
    return normalizer;
}

fs::path writeSlide(const fs::path& path, int width = 600, int height = 500, Overwrite overwrite = Overwrite::No)
{
    const BgrxImage image = paintedImage(width, height);
    PyramidTiffOptions options;
    options.mppX = options.mppY = 0.25;
    options.overwrite = overwrite;
    options.compression = TiffCompression::Deflate;
    options.description = "isostain.objective-power=40\nisostain.mpp-x=0.25\nisostain.mpp-y=0.25\n"
                          "isostain.demo.stain=he\nisostain.demo.scanner=A\npatient = Jane Doe";
    const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
        return cutOut(image, column, row, options.tileSize);
    };
    if (!writePyramidTiff(path, width, height, source, options, {}))
        qFatal("the test slide could not be written");
    return path;
}

/// Level 0 as the export should hold it.
BgrxImage normalizedSource(const fs::path& path, const Normalizer& normalizer)
{
    const auto slide = openSlide(path);
    const PyramidGeometry& geometry = (*slide)->geometry();
    return normalizer.table->apply(*readRegion(**slide, 0, {0, 0, geometry.width(), geometry.height()}));
}

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

}

class TestExportJob : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void exportsTheTablesAnswer()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        ExportJob job{exportItems({slide}, m_folder / "new" / "out"), sameForEach(testNormalizer()), {}};
        job.options.compression = TiffCompression::Lzw;
        const auto results = runExport(job, {});
        QCOMPARE(results.size(), 1u);
        QVERIFY2(!results[0].error, results[0].error ? describe(*results[0].error).c_str() : "");
        QCOMPARE(results[0].item.output, m_folder / "new" / "out" / "slide.tif");
        QCOMPARE(results[0].width, 600);
        QCOMPARE(results[0].outputBytes, fs::file_size(results[0].item.output));

        BgrxImage expected = normalizedSource(slide, *testNormalizer());
        for (const TiffLevel& level : readLevels(results[0].item.output)) {
            QVERIFY(isSame(level.image, expected));
            expected = halved(expected);
        }
    }

    void carriesWhatDescribesTheSlideAndNothingElse()
    {
        const fs::path slide = writeSlide(m_folder / "Jane Doe.tif");
        const auto results = runExport({exportItems({slide}, m_folder / "out"), sameForEach(testNormalizer()), {}}, {});
        QVERIFY(!results[0].error);
        const auto exported = openSlide(results[0].item.output);
        QVERIFY(exported);
        const SlideInfo& info = (*exported)->info();
        QCOMPARE(info.mppX.value(), 0.25);
        QCOMPARE(info.objectivePower.value(), 40.0);
        QCOMPARE(info.demo.value().scanner, std::string("A"));

        const std::string description = readLevels(results[0].item.output).at(0).description;
        QVERIFY2(description.find("isostain.profile=Lab profile\nisostain.profile-sha256=0123abcd\n") != std::string::npos,
                 description.c_str());
        QVERIFY(description.find("isostain.compression=jpeg q85 4:2:0") != std::string::npos);
        const std::string content = fileContent(results[0].item.output);
        QVERIFY2(content.find("Jane") == std::string::npos, "no text of the source, not even its name");
    }

    void cropsAndHalves_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("power");
        QTest::addColumn<double>("mpp");
        QTest::addColumn<int>("halvings");
        QTest::newRow("a region") << 101 << 57 << 400 << 333 << 0.0 << 0.0 << 0;
        QTest::newRow("a region beyond the border") << 500 << 400 << 4000 << 4000 << 0.0 << 0.0 << 0;
        QTest::newRow("half the power") << 0 << 0 << 600 << 500 << 20.0 << 0.0 << 1;
        QTest::newRow("a quarter, by pixel size") << 0 << 0 << 600 << 500 << 0.0 << 0.99 << 2;
        QTest::newRow("a region, smaller than a tile") << 64 << 64 << 301 << 299 << 5.0 << 0.0 << 3;
    }
    void cropsAndHalves()
    {
        QFETCH(const int, x);
        QFETCH(const int, y);
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const double, power);
        QFETCH(const double, mpp);
        QFETCH(const int, halvings);
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        ExportJob job{exportItems({slide}, m_folder / "out"), sameForEach(testNormalizer()), {}};
        job.options.compression = TiffCompression::Lzw;
        job.options.tileSize = 64;
        if (width < 600 || height < 500)
            job.options.area = {ExportArea::Kind::Region, {x, y, width, height}};
        if (width > 600)
            job.options.area = {ExportArea::Kind::Region, {x, y, width, height}};
        if (power > 0)
            job.options.scale.power = power;
        if (mpp > 0)
            job.options.scale.mpp = mpp;
        const auto results = runExport(job, {});
        QVERIFY2(!results[0].error, results[0].error ? describe(*results[0].error).c_str() : "");

        const BgrxImage whole = normalizedSource(slide, *testNormalizer());
        BgrxImage expected{whole.pixels(cv::Rect(x, y, width, height) & cv::Rect(0, 0, 600, 500)).clone()};
        for (int i = 0; i < halvings; ++i)
            expected = halved(expected);
        QCOMPARE(results[0].width, expected.width());
        QCOMPARE(results[0].height, expected.height());
        const auto levels = readLevels(results[0].item.output);
        QVERIFY(!levels.empty());
        for (const TiffLevel& level : levels) {
            QVERIFY(isSame(level.image, expected));
            expected = halved(expected);
        }
        const auto exported = openSlide(results[0].item.output);
        QVERIFY(exported);
        QCOMPARE((*exported)->info().mppX.value(), std::ldexp(0.25, halvings));
        QCOMPARE((*exported)->info().objectivePower.value(), std::ldexp(40.0, -halvings));
    }

    void refusesScalesThatNoHalvingReaches_data()
    {
        QTest::addColumn<double>("power");
        QTest::addColumn<double>("mpp");
        QTest::newRow("finer than the slide") << 80.0 << 0.0;
        QTest::newRow("a third") << 13.3 << 0.0;
        QTest::newRow("no power of two") << 0.0 << 0.7;
        QTest::newRow("tiny") << 1e-12 << 0.0;
    }
    void refusesScalesThatNoHalvingReaches()
    {
        QFETCH(const double, power);
        QFETCH(const double, mpp);
        SlideInfo info;
        info.mppX = info.mppY = 0.25;
        info.objectivePower = 40;
        const ExportScale scale{power > 0 ? std::optional(power) : std::nullopt, mpp > 0 ? std::optional(mpp) : std::nullopt};
        QCOMPARE(halvingsFor(info, scale).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!halvingsFor(SlideInfo(), scale));
    }

    void cropsToTissueInWholeTiles()
    {
        // Pink cells on glass, between (900, 700) and (1500, 1300) of 3000 x 2000 at 2 µm/px.
        RgbImage image{cv::Mat(2000, 3000, CV_8UC3, cv::Scalar(244, 243, 245))};
        image.pixels(cv::Rect(900, 700, 600, 600)).setTo(cv::Scalar(190, 100, 160));
        const ImageSlide slide(image, 2.0);
        const auto rect = exportRect(slide, {ExportArea::Kind::Tissue, {}}, 256);
        QVERIFY(rect);
        QCOMPARE(rect->x % 256, 0);
        QCOMPARE(rect->y % 256, 0);
        QVERIFY(rect->x <= 900 && rect->x >= 900 - 2 * 256 && rect->y <= 700 && rect->y >= 700 - 2 * 256);
        QVERIFY(rect->x + rect->width >= 1500 && rect->x + rect->width <= 1500 + 2 * 256);
        QVERIFY(rect->y + rect->height >= 1300 && rect->y + rect->height <= 1300 + 2 * 256);

        const ImageSlide glass(RgbImage{cv::Mat(500, 500, CV_8UC3, cv::Scalar(244, 243, 245))}, 2.0);
        QCOMPARE(exportRect(glass, {ExportArea::Kind::Tissue, {}}, 256).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(exportRect(glass, {ExportArea::Kind::Region, {500, 0, 9, 9}}, 256).error().code, ErrorCode::InvalidArgument);
    }

    void describesItselfLikeAperioOnRequest()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        ExportJob job{exportItems({slide}, m_folder / "out", {"{name}", {}, std::string(suffixOf(ExportFormat::SvsLike))}), sameForEach(testNormalizer()), {}};
        job.options.format = ExportFormat::SvsLike;
        const auto results = runExport(job, {});
        QVERIFY2(!results[0].error, results[0].error ? describe(*results[0].error).c_str() : "");
        const auto exported = openSlide(results[0].item.output);
        QVERIFY(exported);
        const SlideInfo& info = (*exported)->info();
        QCOMPARE(info.format, std::string("aperio"));
        const auto property = [&](const std::string& name) {
            for (const auto& [key, value] : info.properties)
                if (key == name)
                    return value;
            return std::string();
        };
        QCOMPARE(property("openslide.mpp-x"), std::string("0.25"));
        QCOMPARE(property("openslide.mpp-y"), std::string("0.25"));
        QCOMPARE(property("openslide.objective-power"), std::string("40"));
        QCOMPARE(property("openslide.level-count"), std::string("3"));
        const std::string description = readLevels(results[0].item.output).at(0).description;
        QVERIFY(description.starts_with("Aperio-style description, written by Isostain"));
        QVERIFY(description.find("isostain.format=svs-like\n") != std::string::npos);
        QVERIFY2(description.find("isostain.source-sha256=" + *sha256OfFile(slide) + "\n") != std::string::npos, description.c_str());
        QCOMPARE(info.demo.value().scanner, std::string("A"));
    }

    void sameBytesWhateverTheThreads()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif", 2100, 1700);
        std::set<std::string> contents;
        for (const unsigned threads : {1u, 2u, 7u}) {
            const auto folder = m_folder / std::to_string(threads);
            const auto results =
                runExport({exportItems({slide}, folder), sameForEach(testNormalizer()), {}}, JobControl{{}, {}, threads});
            QVERIFY(!results[0].error);
            contents.insert(fileContent(results[0].item.output));
        }
        QCOMPARE(contents.size(), 1u);
    }

    void carriesTheColorProfileWithoutItsTexts()
    {
        const auto number = [](std::uint32_t value) {
            std::string text;
            for (int shift = 24; shift >= 0; shift -= 8)
                text += static_cast<char>(value >> shift & 0xFF);
            return text;
        };
        const std::string red = "XYZ " + number(0) + number(0x6FA2) + number(0x38F5) + number(0x0390);
        const std::string copyright = "text" + number(0) + "Jane Doe" + std::string(4, '\0');
        std::string profile(128, '\0');
        profile.replace(12, 12, "mntrRGB XYZ ").replace(36, 4, "acsp");
        profile += number(2) + "rXYZ" + number(156) + number(20) + "cprt" + number(176) + number(20) + red + copyright;
        PyramidTiffOptions options;
        const auto* bytes = reinterpret_cast<const std::byte*>(profile.data());
        options.iccProfile.assign(bytes, bytes + profile.size());
        const BgrxImage image = paintedImage(300, 300);
        const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            return cutOut(image, column, row, options.tileSize);
        };
        QVERIFY(writePyramidTiff(m_folder / "slide.tif", 300, 300, source, options, {}));

        ExportJob job{exportItems({m_folder / "slide.tif"}, m_folder / "out"), sameForEach(testNormalizer()), {}};
        const auto results = runExport(job, {});
        QVERIFY(!results[0].error);
        const auto carried = readSourceTiff(results[0].item.output).value().iccProfile;
        const std::string text(reinterpret_cast<const char*>(carried.data()), carried.size());
        QVERIFY(text.find(red) != std::string::npos);
        QCOMPARE(fileContent(results[0].item.output).find("Jane"), std::string::npos);
    }

    void hashesSlidesOfSeveralFiles()
    {
        fs::create_directory(m_folder / "case");
        std::ofstream(m_folder / "case" / "b.dcm") << "second";
        std::ofstream(m_folder / "case" / "a.dcm") << "first";
        std::ofstream(m_folder / "case.mrxs") << "index";
        const std::string parts = *sha256OfFile(m_folder / "case" / "a.dcm") + *sha256OfFile(m_folder / "case" / "b.dcm");
        const auto hashOf = [](const std::string& text) { return sha256Hex(std::as_bytes(std::span(text))); };
        QCOMPARE(*sourceSha256(m_folder / "case"), hashOf(parts));
        QCOMPARE(*sourceSha256(m_folder / "case.mrxs"), hashOf(*sha256OfFile(m_folder / "case.mrxs") + parts));
        QCOMPARE(sourceSha256(m_folder / "missing").error().code, ErrorCode::FileNotFound);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(sourceSha256(m_folder / "case", stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void aSourceThatVanishesFailsTheExport()
    {
        const fs::path path = writeSlide(m_folder / "slide.tif");
        const auto slide = openSlide(path);
        fs::remove(path);
        const auto exported = exportSlide(*slide, m_folder / "a.tif", *testNormalizer(), {}, {});
        QVERIFY(!exported);
        QVERIFY(fs::is_empty(m_folder));
    }

    void saysHowTheSourceWasCompressed()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        ExportJob job{exportItems({slide}, m_folder / "once"), sameForEach(testNormalizer()), {}};
        job.options.quality = 73;
        const fs::path once = runExport(job, {})[0].item.output;
        QVERIFY(readLevels(once).at(0).description.find("isostain.source-compression=deflate\n") != std::string::npos);
        job.items = exportItems({once}, m_folder / "twice");
        const std::string description = readLevels(runExport(job, {})[0].item.output).at(0).description;
        QVERIFY2(description.find("isostain.source-compression=jpeg q73 4:2:0\nisostain.compression=jpeg q73 4:2:0\n") != std::string::npos,
                 description.c_str());
    }

    void oneBadSlideDoesNotStopTheOthers()
    {
        const fs::path good = writeSlide(m_folder / "good.tif");
        const fs::path other = writeSlide(m_folder / "other.tif", 300, 700);
        const fs::path missing = m_folder / "missing.svs";
        const fs::path text = m_folder / "text.svs";
        std::ofstream(text) << "no slide";
        std::vector<fs::path> reported;
        Progress last;
        const JobControl control{{}, [&](const Progress& progress) { last = progress; }, 2};
        const auto results = runExport({exportItems({missing, good, text, other}, m_folder / "out"), sameForEach(testNormalizer()), {}}, control,
                                       [&](const ExportResult& result) { reported.push_back(result.item.slide); });
        QCOMPARE(results.size(), 4u);
        QCOMPARE(results[0].error.value().code, ErrorCode::FileNotFound);
        QVERIFY(!results[1].error);
        QVERIFY(results[2].error);
        QVERIFY(!results[3].error);
        QCOMPARE(reported, (std::vector<fs::path>{missing, good, text, other}));
        QCOMPARE(last.total, std::uint64_t(600 * 500 + 300 * 700));
        QCOMPARE(last.done, last.total);
    }

    void aTileThatCannotBeReadFailsTheSlide()
    {
        const auto slide = std::make_shared<FailingSlide>(PaintedSlide::create(2000, 2000),
                                                          [](const TileKey& key) { return key == TileKey{0, 5, 6}; });
        const auto exported = exportSlide(slide, m_folder / "a.tif", *testNormalizer(), {}, {});
        QVERIFY(!exported);
        QCOMPARE(exported.error().code, ErrorCode::SlideUnreadable);
        QVERIFY2(exported.error().detail.find("tile 5, 6") != std::string::npos, exported.error().detail.c_str());
        QVERIFY(fs::is_empty(m_folder));
    }

    void refusesToReplaceAnInput()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        const std::string before = fileContent(slide);
        ExportJob job{exportItems({slide}, m_folder), sameForEach(testNormalizer()), {}};
        job.options.overwrite = Overwrite::Yes;
        QCOMPARE(runExport(job, {})[0].error.value().code, ErrorCode::InvalidArgument);
        QCOMPARE(fileContent(slide), before);
    }

    void replacesOutputsOnlyWhenAllowed()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        ExportJob job{exportItems({slide}, m_folder / "out"), sameForEach(testNormalizer()), {}};
        QVERIFY(!runExport(job, {})[0].error);
        QCOMPARE(runExport(job, {})[0].error.value().code, ErrorCode::OutputExists);
        job.options.overwrite = Overwrite::Yes;
        QVERIFY(!runExport(job, {})[0].error);
    }

    void saysWhenTheFolderCannotBeMade()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        const auto results = runExport({exportItems({slide}, slide / "out"), sameForEach(testNormalizer()), {}}, {});
        QCOMPARE(results[0].error.value().code, ErrorCode::OutputUnwritable);
    }

    void takesFoldersAwayOfWhichNothingCame()
    {
        std::ofstream(m_folder / "text.svs") << "no slide";
        const auto results = runExport({exportItems({m_folder / "text.svs"}, m_folder / "new" / "out"), sameForEach(testNormalizer()), {}}, {});
        QVERIFY(results[0].error);
        QVERIFY(!fs::exists(m_folder / "new"));
    }

    void aStopCancelsWhatIsLeftAndLeavesNothing()
    {
        const fs::path first = writeSlide(m_folder / "first.tif");
        const fs::path second = writeSlide(m_folder / "second.tif", 3000, 3000);
        const fs::path third = writeSlide(m_folder / "third.tif");
        std::stop_source stop;
        const JobControl control{stop.get_token(),
                                 [&](const Progress& progress) {
                                     if (progress.done > 600 * 500 + 1000000)
                                         stop.request_stop();
                                 },
                                 2};
        const auto results = runExport({exportItems({first, second, third}, m_folder / "out"), sameForEach(testNormalizer()), {}}, control);
        QVERIFY(!results[0].error);
        QCOMPARE(results[1].error.value().code, ErrorCode::Cancelled);
        QCOMPARE(results[2].error.value().code, ErrorCode::Cancelled);
        QCOMPARE(std::distance(fs::directory_iterator(m_folder / "out"), {}), 1);

        stop.request_stop();
        const auto none = runExport({exportItems({first}, m_folder / "never"), sameForEach(testNormalizer()), {}}, control);
        QCOMPARE(none[0].error.value().code, ErrorCode::Cancelled);
        QVERIFY(!fs::exists(m_folder / "never"));
    }

    void runningAgainLeavesWhatIsFinished()
    {
        const fs::path first = writeSlide(m_folder / "first.tif");
        const fs::path second = writeSlide(m_folder / "second.tif", 300, 700);
        ExportJob job = journaledJob({first, second});
        QVERIFY(!runExport(job, {})[0].error);
        const auto written = fs::last_write_time(m_folder / "out/first.tif");
        fs::remove(m_folder / "out/second.tif");

        const auto again = runExport(job, {});
        QVERIFY(!again[0].error && !again[1].error);
        QVERIFY(again[0].wasThere);
        QCOMPARE(again[0].outputBytes, fs::file_size(m_folder / "out/first.tif"));
        QVERIFY(!again[1].wasThere);
        QCOMPARE(fs::last_write_time(m_folder / "out/first.tif"), written);
        QVERIFY(fs::exists(m_folder / "out/second.tif"));

        job.journal = journalPath(m_folder / "out", {1, 2});
        const auto otherShard = runExport(job, {});
        QVERIFY2(otherShard[0].wasThere && otherShard[1].wasThere, "what any journal of the folder knows counts");
    }

    void whatIsNoLongerTheSameIsNotTakenForFinished_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"recipe", "source", "output", "journal"})
            QTest::newRow(what) << what;
    }
    void whatIsNoLongerTheSameIsNotTakenForFinished()
    {
        QFETCH(const QString, what);
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        const fs::path output = m_folder / "out/slide.tif";
        ExportJob job = journaledJob({slide});
        QVERIFY(!runExport(job, {})[0].error);
        if (what == "recipe")
            job.recipe = "another";
        else if (what == "source")
            writeSlide(slide, 640, 500, Overwrite::Yes);
        else if (what == "output")
            std::ofstream(output, std::ios::in | std::ios::out | std::ios::binary).seekp(-10, std::ios::end) << "damage";
        else
            fs::remove(job.journal);
        const std::string before = fileContent(output);
        const auto results = runExport(job, {});
        QVERIFY(results[0].error);
        QCOMPARE(results[0].error->code, ErrorCode::OutputExists);
        QCOMPARE(fileContent(output), before);
        job.options.overwrite = Overwrite::Yes;
        QVERIFY(!runExport(job, {})[0].error);
        QVERIFY(runExport(job, {})[0].wasThere);
    }

    void clearsUpAfterAKilledRun()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        const ExportJob job = journaledJob({slide});
        QVERIFY(!runExport(job, {})[0].error);
        const std::string whole = fileContent(m_folder / "out/slide.tif");

        // Killed after the rename, before it was noted: the journal ends with the beginning.
        std::string journal = fileContent(job.journal);
        journal.resize(journal.find('\n') + 1);
        std::ofstream(job.journal, std::ios::binary) << journal;
        // Killed while writing: a file under a temporary name. Those of other outputs are not this job's.
        std::ofstream(m_folder / "out/.slide.partial-0123abcd.tif") << "half";
        std::ofstream(m_folder / "out/.other.partial-0123abcd.tif") << "half";
        std::ofstream(m_folder / "out/.slide.partial-notes.tif") << "someone's";

        const auto results = runExport(job, {});
        QVERIFY2(!results[0].error, results[0].error ? describe(*results[0].error).c_str() : "");
        QVERIFY(!results[0].wasThere);
        QCOMPARE(fileContent(m_folder / "out/slide.tif"), whole);
        QVERIFY(!fs::exists(m_folder / "out/.slide.partial-0123abcd.tif"));
        QVERIFY(fs::exists(m_folder / "out/.other.partial-0123abcd.tif"));
        QVERIFY(fs::exists(m_folder / "out/.slide.partial-notes.tif"));
    }

    void twoExportsDoNotShareAJournal()
    {
        const ExportJob job = journaledJob({writeSlide(m_folder / "slide.tif")});
        fs::create_directory(m_folder / "out");
        const auto running = ExportJournal::open(job.journal);
        QVERIFY(running);
        QCOMPARE(runExport(job, {})[0].error.value().code, ErrorCode::ExportRunning);
    }

    void anonymousNamesAreNowhere()
    {
        const fs::path slide = writeSlide(m_folder / "Jane Doe.tif");
        std::ofstream(m_folder / "Jane Doe 2.svs") << "no slide";
        ExportJob job = journaledJob({slide, m_folder / "Jane Doe 2.svs", m_folder / "Jane Doe missing.svs"});
        job.names = NamesInExport::Anonymous;
        const auto results = runExport(job, {});
        QVERIFY(!results[0].error);
        QCOMPARE(results[0].item.output.filename().string(), sha256OfFile(slide)->substr(0, 16) + ".tif");
        QCOMPARE(results[1].error.value().subject, std::string("slide 2"));
        QCOMPARE(results[2].error.value().subject, std::string("slide 3"));
        QVERIFY(writeExportReport(m_folder / "out"));
        int files = 0;
        for (const auto& entry : fs::directory_iterator(m_folder / "out")) {
            ++files;
            QVERIFY(entry.path().string().find("Jane") == std::string::npos);
            QVERIFY2(fileContent(entry.path()).find("Jane") == std::string::npos, entry.path().c_str());
        }
        QCOMPARE(files, 4);   // slide, journal, report as page and as JSON
        QVERIFY(runExport(job, {})[0].wasThere);
    }

    void anonymousCopiesAreExportedOnce()
    {
        const fs::path slide = writeSlide(m_folder / "a.tif");
        fs::copy_file(slide, m_folder / "b.tif");
        ExportJob job = journaledJob({slide, m_folder / "b.tif"});
        job.names = NamesInExport::Anonymous;
        QCOMPARE(unfinishedItems(job)->size(), 2u);
        const auto results = runExport(job, {});
        QVERIFY(!results[0].error && !results[0].wasThere);
        QVERIFY(!results[1].error && results[1].wasThere);
        QCOMPARE(unfinishedItems(job)->size(), 0u);
    }

    void tellsWhatIsNotFinished()
    {
        const fs::path slide = writeSlide(m_folder / "a.tif");
        const ExportJob job = journaledJob({slide, m_folder / "missing.svs"});
        QCOMPARE(unfinishedItems(job)->size(), 2u);
        QVERIFY2(!fs::exists(m_folder / "out"), "it only looks");
        runExport(job, {});
        const auto unfinished = unfinishedItems(job);
        QVERIFY(unfinished);
        QCOMPARE(unfinished->size(), 1u);
        QCOMPARE(unfinished->front().slide, m_folder / "missing.svs");
        ExportJob another = job;
        another.recipe = "another";
        QCOMPARE(unfinishedItems(another)->size(), 2u);
        fs::remove(m_folder / "out/a.tif");
        QCOMPARE(unfinishedItems(job)->size(), 2u);
    }

    void whatIsKeptOfTheSourceIsPartOfTheRecipe()
    {
        const StainProfile profile;
        ExportOptions plain, named, labeled;
        named.sourceName = SourceName::Kept;
        labeled.sourceLabel = SourceLabel::Kept;
        const auto recipe = [&](const ExportOptions& options) { return exportRecipe(profile, NormalizerForm::Profile, options); };
        QVERIFY(recipe(plain) != recipe(named) && recipe(plain) != recipe(labeled) && recipe(named) != recipe(labeled));
    }

    void reportsWhatBecameOfEachSlide()
    {
        const fs::path slide = writeSlide(m_folder / "good <i>.tif");
        std::ofstream(m_folder / "text.svs") << "no slide";
        const ExportJob job = journaledJob({slide, m_folder / "text.svs", m_folder / "missing.svs"});
        runExport(job, {});
        const auto report = writeExportReport(m_folder / "out");
        QVERIFY(report);
        QCOMPARE(report->finished(), 1u);
        QCOMPARE(report->failed(), 2u);
        const std::string html = fileContent(exportReportPath(m_folder / "out"));
        QVERIFY(html.find("good &lt;i&gt;.tif") != std::string::npos);
        QVERIFY2(html.find("<i>") == std::string::npos, "names are text");
        QVERIFY(html.find("1 of 3 slides exported; 2 failed.") != std::string::npos);
        QCOMPARE(html.find("http"), html.find("http-equiv"));   // nothing is loaded
        QVERIFY(html.find("data:image/jpeg;base64,/9j/") != std::string::npos);
        const std::string json = fileContent(m_folder / "out/isostain-export.json");
        QVERIFY(json.find("\"exported\": 1") != std::string::npos);
        QVERIFY(json.find(*sha256OfFile(m_folder / "out/good <i>.tif")) != std::string::npos);

        fs::remove(m_folder / "out/good <i>.tif");
        QCOMPARE(readExportReport(m_folder / "out")->interrupted(), 1u);
        QCOMPARE(readExportReport(m_folder).error().code, ErrorCode::FileNotFound);
    }

    void takesSubsamplingFromTheSource()
    {
        const fs::path slide = writeSlide(m_folder / "slide.tif");
        QVERIFY(!sourceSubsampling(slide));
        ExportJob job{exportItems({slide}, m_folder / "444"), sameForEach(testNormalizer()), {}};
        job.options.subsampling = SubsamplingChoice::AsSource;
        QCOMPARE(sourceSubsampling(runExport(job, {})[0].item.output), ChromaSubsampling::S444);
        job.options.subsampling = SubsamplingChoice::S420;
        job.items = exportItems({slide}, m_folder / "420");
        const fs::path with420 = runExport(job, {})[0].item.output;
        QCOMPARE(sourceSubsampling(with420), ChromaSubsampling::S420);
        job.items = exportItems({with420}, m_folder / "again");
        job.options.subsampling = SubsamplingChoice::AsSource;
        QCOMPARE(sourceSubsampling(runExport(job, {})[0].item.output), ChromaSubsampling::S420);
        QVERIFY(!sourceSubsampling(m_folder));
    }

    void realSlideLossless()
    {
        ISOSTAIN_SHARED_FILE(slide, "data/slides/aperio/CMU-1-Small-Region.svs");
        const NormalizerPtr normalizer = officialNormalizer();
        if (!normalizer)
            QSKIP("the official checkpoints are not there");
        ExportJob job{exportItems({slide}, m_folder), sameForEach(normalizer), {}};
        job.options.compression = TiffCompression::Deflate;
        const auto results = runExport(job, {});
        QVERIFY(!results[0].error);
        const auto levels = readLevels(results[0].item.output);
        QVERIFY(isSame(levels.at(0).image, normalizedSource(slide, *normalizer)));
    }

    void realSlideJpeg_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("quality");
        QTest::newRow("4:2:0, 85") << int(SubsamplingChoice::S420) << 85;
        QTest::newRow("4:4:4, 90") << int(SubsamplingChoice::S444) << 90;
    }
    void realSlideJpeg()
    {
        QFETCH(const int, choice);
        QFETCH(const int, quality);
        ISOSTAIN_SHARED_FILE(slide, "data/slides/aperio/CMU-1-Small-Region.svs");
        const NormalizerPtr normalizer = officialNormalizer();
        if (!normalizer)
            QSKIP("the official checkpoints are not there");
        ExportJob job{exportItems({slide}, m_folder), sameForEach(normalizer), {}};
        job.options.quality = quality;
        job.options.subsampling = static_cast<SubsamplingChoice>(choice);
        const auto results = runExport(job, {});
        QVERIFY(!results[0].error);

        const BgrxImage expected = normalizedSource(slide, *normalizer);
        const auto subsampling = *sourceSubsampling(results[0].item.output);
        const auto inOnePiece = decodeJpeg(*JpegEncoder(quality, subsampling).encode(expected));
        const double difference = psnr(readLevels(results[0].item.output).at(0).image, expected) - psnr(*inOnePiece, expected);
        QVERIFY2(std::abs(difference) < 0.1, qPrintable(QString::number(difference)));

        const auto exported = openSlide(results[0].item.output);
        QVERIFY(exported);
        QCOMPARE((*exported)->geometry().width(), 2220);
        QCOMPARE((*exported)->geometry().height(), 2967);
        QCOMPARE((*exported)->info().mppX.value(), 0.499);
        QCOMPARE((*exported)->info().objectivePower.value(), 20.0);
        QCOMPARE((*exported)->geometry().level(3).downsampleX, 8.0);
    }

    void otherProgramsSeeAllLevels()
    {
        ISOSTAIN_SHARED_FILE(slide, "data/slides/aperio/CMU-1-Small-Region.svs");
        const QString properties = QStandardPaths::findExecutable("openslide-show-properties");
        const QString header = QStandardPaths::findExecutable("vipsheader");
        if (properties.isEmpty() || header.isEmpty())
            QSKIP("openslide-tools and libvips-tools are not installed");
        const auto results = runExport({exportItems({slide}, m_folder), sameForEach(testNormalizer()), {}}, {});
        QVERIFY(!results[0].error);
        const QString path = QString::fromStdString(results[0].item.output.string());
        const QString levels = outputOf(properties, {path});
        QVERIFY2(levels.contains("openslide.level-count: '5'"), qPrintable(levels));
        QVERIFY(levels.contains("openslide.level[4].width: '139'"));
        QCOMPARE(outputOf(header, {"-f", "n-pages", path}).trimmed(), QString("5"));
        QVERIFY(std::abs(outputOf(header, {"-f", "xres", path}).toDouble() - 2004.008) < 0.01);
    }

private:
    ExportJob journaledJob(const std::vector<fs::path>& slides) const
    {
        ExportJob job{exportItems(slides, m_folder / "out"), sameForEach(testNormalizer()), {}};
        job.recipe = "a recipe";
        job.journal = journalPath(m_folder / "out");
        return job;
    }

    static NormalizerPtr officialNormalizer()
    {
        static const NormalizerPtr normalizer = []() -> NormalizerPtr {
            const auto path = sharedFile("data/weights/stainnet/StainNet-Public_layer3_ch32.pth");
            auto profile = path ? readStainProfile(*path) : Result<StainProfile>(fail(ErrorCode::FileNotFound));
            auto made = profile ? makeNormalizer(std::move(*profile)) : Result<NormalizerPtr>(fail(ErrorCode::FileNotFound));
            return made ? *made : nullptr;
        }();
        return normalizer;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
