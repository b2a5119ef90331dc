#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "export/PyramidTiff.h"
#include "demo/Tissue.h"
#include "image/ImageFile.h"
#include "nn/Checkpoint.h"
#include "normalize/StainProfile.h"
#include "slide/Slide.h"
#include "support/TestData.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

struct Outcome {
    int exitCode = -1;
    QString out;
    QString err;
};

Outcome run(const QStringList& arguments)
{
    QProcess process;
    process.start(QString::fromStdString(test::cliPath().string()), arguments);
    if (!process.waitForFinished(60000))
        return {-1, {}, "did not finish: " + process.errorString()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A StainNet that darkens: y = x - 0.5 through two layers whose ReLU stays open.
StainNetWeights darkeningNetwork()
{
    ConvLayer first{3, 3, 1, std::vector<float>(9), {2, 2, 2}};
    ConvLayer second{3, 3, 1, std::vector<float>(9), {-2.5f, -2.5f, -2.5f}};
    for (std::size_t i = 0; i < 3; ++i)
        first.weight[4 * i] = second.weight[4 * i] = 1;
    return {{first, second}};
}

RgbImage gradient(int width, int height)
{
    RgbImage image = makeRgbImage(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.pixels.at<cv::Vec3b>(y, x) = {static_cast<uchar>(x), static_cast<uchar>(y), static_cast<uchar>(x + y)};
    return image;
}

}

/// The command line as a script sees it: exit codes, messages, what is left on disk.
class TestCli : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/isostain cli ä XXXXXX");
        QVERIFY(m_folder->isValid());
        QVERIFY(writePng(gradient(300, 200), file("image.png").toStdString(), Overwrite::No));
        QVERIFY(writeCheckpoint(toStateDict(darkeningNetwork()), file("model.pth").toStdString(), Overwrite::No));
        std::ofstream(file("broken.svs").toStdString()) << "not a slide";
        fs::create_directory(file("empty").toStdString());
        QVERIFY(writePng(toRgb(makeBgrxImage(300, 200, 0xF3F2F4)), file("blank.png").toStdString(), Overwrite::No));
        fs::create_directory(file("tissue").toStdString());
        static const auto tissue =
            demo::TissueGenerator({Stain::HematoxylinEosin, 4096, 4096, 1}).renderBoth({1500, 1500, 384, 384});
        QVERIFY(writePng(toRgb(tissue[0]), file("tissue/a.png").toStdString(), Overwrite::No));
        QVERIFY(writePng(toRgb(tissue[1]), file("b.png").toStdString(), Overwrite::No));
        std::ofstream(file("tissue/notes.txt").toStdString()) << "not an image";
    }

    void exitCodesAndMessages_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("message");
        const QStringList none;
        QTest::newRow("no subcommand") << none << 2 << "subcommand";
        QTest::newRow("unknown subcommand") << QStringList{"paint"} << 2 << "";
        QTest::newRow("help") << QStringList{"--help"} << 0 << "export";
        QTest::newRow("version") << QStringList{"--version"} << 0 << "isostain-cli";
        for (const char* command : {"info", "normalize", "export", "fit", "fit-gamut", "fit-statistics", "snapshot", "demo", "train"}) {
            QTest::addRow("%s help", command) << QStringList{command, "--help"} << 0 << "";
            QTest::addRow("%s without arguments", command) << QStringList{command} << 2 << "";
        }
        QTest::newRow("info") << QStringList{"info", "@image.png"} << 0 << "300 x 200";
        QTest::newRow("info of a missing file") << QStringList{"info", "@missing.svs"} << 1 << "missing.svs was not found";
        QTest::newRow("info of a broken slide") << QStringList{"info", "@broken.svs"} << 1 << "broken.svs";
        QTest::newRow("info goes on after a failure") << QStringList{"info", "@broken.svs", "@image.png"} << 1 << "300 x 200";
        QTest::newRow("info of a folder") << QStringList{"info", "@"} << 1 << "";
        QTest::newRow("normalize without a profile") << QStringList{"normalize", "@image.png", "@out.png"} << 2 << "--profile";
        const QStringList in = {"normalize", "@image.png", "@out.png"};
        QTest::newRow("method without a target") << in + QStringList{"--method", "macenko"} << 2 << "--target";
        QTest::newRow("target without a method") << in + QStringList{"--profile", "@model.pth", "--target", "@image.png"} << 2 << "--method";
        QTest::newRow("method and profile")
            << in + QStringList{"--profile", "@model.pth", "--method", "macenko", "--target", "published"} << 2 << "";
        QTest::newRow("a learned method cannot be fitted") << in + QStringList{"--method", "stainnet", "--target", "published"} << 2 << "";
        QTest::newRow("a reference that is missing")
            << in + QStringList{"--method", "macenko", "--target", "@missing.png"} << 1 << "missing.png was not found";
        QTest::newRow("a reference without tissue")
            << in + QStringList{"--method", "macenko", "--target", "@blank.png"} << 1 << "cannot be a reference";
        QTest::newRow("a folder without images") << in + QStringList{"--method", "khan", "--target", "@empty"} << 1 << "usable images";
        QTest::newRow("what is published suits not every method")
            << QStringList{"fit", "reinhard", "--target", "published", "-o", "@p.json"} << 1 << "published H&E reference";
        QTest::newRow("what is published is of H&E")
            << QStringList{"fit", "macenko", "--target", "published", "--stain", "pap", "-o", "@p.json"} << 1 << "published reference is of H&E";
        QTest::newRow("published target, unusable source")
            << QStringList{"fit", "macenko", "--target", "published", "--source", "@blank.png", "-o", "@p.json"} << 1 << "blank.png";
        QTest::newRow("half a stain matrix")
            << QStringList{"fit", "ruifrok", "--target", "published", "-o", "@p.json", "--stain-vectors", "1", "0", "0"} << 2 << "";
        QTest::newRow("a stain without direction")
            << QStringList{"fit", "ruifrok", "--target", "published", "-o", "@p.json", "--stain-vectors", "0", "0", "0", "1", "0", "0"} << 1
            << "--stain-vectors";
        QTest::newRow("a checkpoint cannot hold colors")
            << QStringList{"fit-gamut", "--profile", "@model.pth", "--images", "@tissue"} << 2 << "-o";
        QTest::newRow("a checkpoint cannot hold statistics")
            << QStringList{"fit-statistics", "--profile", "@model.pth", "--slide", "@b.png"} << 2 << "-o";
        QTest::newRow("a pointwise network has no statistics")
            << QStringList{"fit-statistics", "--profile", "@model.pth", "--slide", "@b.png", "-o", "@p.json"} << 1 << "no statistics of a slide";
        QTest::newRow("normalize with a missing profile")
            << QStringList{"normalize", "@image.png", "@out.png", "--profile", "@missing.pth"} << 1 << "missing.pth was not found";
        QTest::newRow("normalize with something else as profile")
            << QStringList{"normalize", "@image.png", "@out.png", "--profile", "@image.png"} << 1 << "image.png";
        QTest::newRow("normalize onto an existing file")
            << QStringList{"normalize", "@image.png", "@image.png", "--profile", "@model.pth"} << 1 << "exists already";
        QTest::newRow("normalize into a missing folder")
            << QStringList{"normalize", "@image.png", "@no/out.png", "--profile", "@model.pth"} << 1 << "could not be written";
        QTest::newRow("export with a bad quality")
            << QStringList{"export", "@image.png", "-o", "@out", "--profile", "@model.pth", "--quality", "101"} << 2 << "";
        QTest::newRow("export with an unknown compression")
            << QStringList{"export", "@image.png", "-o", "@out", "--profile", "@model.pth", "--compression", "zip"} << 2 << "";
        QTest::newRow("export of a broken slide and a good one")
            << QStringList{"export", "@broken.svs", "@image.png", "-o", "@out", "--profile", "@model.pth"} << 1 << "broken.svs";
        QTest::newRow("export in an unknown format")
            << QStringList{"export", "@image.png", "-o", "@out", "--profile", "@model.pth", "--format", "svs"} << 2 << "--format";
        QTest::newRow("export of a region of three numbers")
            << QStringList{"export", "@image.png", "-o", "@out", "--profile", "@model.pth", "--region", "1,2,3"} << 2 << "--region";
        QTest::newRow("export of a region outside")
            << QStringList{"export", "@image.png", "-o", "@out", "--profile", "@model.pth", "--region", "900,0,10,10"} << 1
            << "the region lies outside the slide";
        QTest::newRow("export of an unknown power")
            << QStringList{"export", "@image.png", "-o", "@out", "--profile", "@model.pth", "--power", "20"} << 1
            << "the slide does not state its magnification";
        QTest::newRow("export with two scales")
            << QStringList{"export", "@image.png", "-o", "@out", "--profile", "@model.pth", "--power", "20", "--mpp", "0.5"} << 2 << "--mpp";
        QTest::newRow("normalize of a missing image")
            << QStringList{"normalize", "@missing.png", "@out.png", "--profile", "@model.pth"} << 1 << "missing.png was not found";
        QTest::newRow("demo of a size that is none") << QStringList{"demo", "@demo", "--size", "large"} << 2 << "WIDTHxHEIGHT";
        QTest::newRow("demo of a size too small") << QStringList{"demo", "@demo", "--size", "100x100"} << 2 << "256 to 200000";
    }

    void exitCodesAndMessages()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, message);
        for (QString& argument : arguments)
            if (argument.startsWith('@'))
                argument = file(argument.mid(1));
        const Outcome outcome = run(arguments);
        const QString everything = outcome.out + outcome.err;
        QVERIFY2(outcome.exitCode == exitCode, qPrintable(QString::number(outcome.exitCode) + ": " + everything));
        QVERIFY2(everything.contains(message), qPrintable(everything));
        if (exitCode == 1)
            QVERIFY2(outcome.err.contains("isostain-cli: "), "failures go to standard error");
    }

    void outputThatCannotBeWrittenIsAFailure()
    {
        if (!fs::exists("/dev/full"))
            QSKIP("there is no /dev/full here");
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(QString::fromStdString(test::cliPath().string()), {"info", "--json", file("image.png")});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("isostain-cli: The disk is full: standard output"));
    }

    void infoAsJson()
    {
        const Outcome outcome = run({"info", "--json", file("image.png")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(!QJsonDocument::fromJson(outcome.out.toUtf8()).isNull(), qPrintable(outcome.out));
    }

    void infoKeepsControlCharactersFromTheTerminal()
    {
        PyramidTiffOptions options;
        options.description = "red \x1b[31m text";
        const TileSource source = [](int, int, const std::stop_token&) -> Result<BgrxImage> { return makeBgrxImage(64, 64); };
        QVERIFY(writePyramidTiff(file("slide.tif").toStdString(), 64, 64, source, options, {}));
        const Outcome outcome = run({"info", file("slide.tif")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.contains("red  [31m text"), qPrintable(outcome.out));
    }

    void normalizeMapsEveryPixel()
    {
        const Outcome outcome = run({"normalize", file("image.png"), file("out.png"), "--profile", file("model.pth")});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const RgbImage source = gradient(300, 200);
        const RgbImage result = readImage(file("out.png").toStdString()).value();
        for (int y = 0; y < source.height(); ++y)
            for (int i = 0; i < 3 * source.width(); ++i) {
                // x - 0.5 in [-1, 1] is a quarter of the range less; the cast truncates.
                const double exact = std::max(0.0, source.pixels.ptr<uchar>(y)[i] - 0.25 * 255);
                const int value = result.pixels.ptr<uchar>(y)[i];
                QVERIFY2(value <= exact + 1e-3 && value > exact - 1.001, "truncated, within float rounding");
            }
    }

    void aFittedProfileGivesWhatItsMethodGives()
    {
        const QString source = file("tissue/a.png");
        const Outcome fit = run({"fit", "macenko", "--target", file("b.png"), "-o", file("p.json"), "--name", "Lab H&E"});
        QVERIFY2(fit.exitCode == 0 && fit.err.isEmpty(), qPrintable(fit.err));
        QCOMPARE(readStainProfile(file("p.json").toStdString())->name, std::string("Lab H&E"));
        QCOMPARE(run({"fit", "macenko", "--target", file("b.png"), "-o", file("p.json")}).exitCode, 1);

        const auto result = [&](const QString& name, const QStringList& how) {
            const Outcome outcome = run(QStringList{"normalize", source, file(name)} + how);
            return outcome.exitCode == 0 ? readImage(file(name).toStdString()).value().pixels : cv::Mat();
        };
        const cv::Mat byProfile = result("1.png", {"--profile", file("p.json"), "--form", "profile"});
        const cv::Mat byMethod = result("2.png", {"--method", "macenko", "--form", "profile", "--target", file("b.png")});
        const cv::Mat published = result("3.png", {"--method", "macenko", "--target", file("b.png")});
        QVERIFY(!byProfile.empty() && cv::norm(byProfile, byMethod, cv::NORM_INF) == 0);
        QVERIFY(!published.empty() && cv::norm(byProfile, published, cv::NORM_INF) > 0);
    }

    void aPublishedTargetTakesAFixedSource()
    {
        const QStringList fit = {"fit", "macenko", "--target", "published", "--stain", "unknown", "-o"};
        const Outcome fixed = run(fit + QStringList{file("fixed.json"), "--source", file("tissue")});
        QVERIFY2(fixed.exitCode == 0 && fixed.err.contains("notes.txt"), qPrintable(fixed.err));
        QCOMPARE(run(fit + QStringList{file("each.json")}).exitCode, 0);
        const StainProfile profile = readStainProfile(file("fixed.json").toStdString()).value();
        QVERIFY(profile.source && profile.stain == Stain::Unknown);
        QVERIFY(!readStainProfile(file("each.json").toStdString())->source);
    }

    void everyFittedMethodRunsFromTheCommandLine_data()
    {
        QTest::addColumn<QString>("method");
        for (const char* method : {"reinhard", "ruifrok", "macenko", "vahadane", "khan"})
            QTest::newRow(method) << method;
    }

    void everyFittedMethodRunsFromTheCommandLine()
    {
        QFETCH(QString, method);
        const Outcome normalized = run({"normalize", file("tissue/a.png"), file("out.png"), "--method", method, "--target", file("b.png")});
        QVERIFY2(normalized.exitCode == 0 && normalized.err.isEmpty(), qPrintable(normalized.err));
        const Outcome exported = run({"export", file("tissue/a.png"), "-o", file("out"), "--method", method, "--target", file("b.png")});
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.err));
        const Outcome blank = run({"normalize", file("blank.png"), file("white.png"), "--method", method, "--target", file("b.png")});
        QCOMPARE(blank.exitCode, 0);
        QVERIFY2(blank.err.contains("No tissue was found"), qPrintable(blank.err));
    }

    void aGamutIsAddedAndReported()
    {
        const Outcome added = run({"fit-gamut", "--profile", file("model.pth"), "--images", file("tissue"), "-o", file("p.json")});
        QVERIFY2(added.exitCode == 0, qPrintable(added.err));
        QVERIFY2(added.err.contains("notes.txt"), qPrintable(added.err));
        QVERIFY(readStainProfile(file("p.json").toStdString())->gamut);
        const Outcome own = run({"export", file("tissue/a.png"), "-o", file("out"), "--profile", file("p.json")});
        QVERIFY2(own.err.contains("0.0") && own.err.contains("not trained on"), qPrintable(own.err));
        const Outcome without = run({"export", file("tissue/a.png"), "-o", file("out2"), "--profile", file("model.pth")});
        QVERIFY2(!without.err.contains("not trained on"), qPrintable(without.err));
    }

    void statisticsOfASlideAreKept()
    {
        ISOSTAIN_SHARED_FILE(checkpoint, "reference/golden/generator-ngf16-blocks9.pth");
        const fs::path copy = file("gan.pth").toStdString();
        fs::copy_file(checkpoint, copy);
        const QStringList fit = {"fit-statistics", "--profile", file("gan.pth"), "--slide", file("b.png"), "-o"};
        const Outcome kept = run(fit + QStringList{file("gan.json")});
        if (kept.err.contains("not part of this installation"))
            QSKIP("built without LibTorch");
        QVERIFY2(kept.exitCode == 0, qPrintable(kept.err));
        QCOMPARE(readStainProfile(file("gan.json").toStdString())->frozen.size(), std::size_t(1));
        const Outcome apart = run(fit + QStringList{file("tissue/gan.json")});
        QCOMPARE(apart.exitCode, 1);
        QVERIFY2(apart.err.contains("gan.pth lies in another folder"), qPrintable(apart.err));

        const auto result = [&](const QString& name, const QString& profile) {
            const Outcome outcome = run({"normalize", file("b.png"), file(name), "--form", "profile", "--profile", profile});
            return outcome.exitCode == 0 ? readImage(file(name).toStdString()).value().pixels : cv::Mat();
        };
        const cv::Mat stored = result("1.png", file("gan.json")), sampled = result("2.png", file("gan.pth"));
        QVERIFY(!stored.empty() && cv::norm(stored, sampled, cv::NORM_INF) == 0);
    }

    void spatialNetworksGiveTheReferenceOutput()
    {
        ISOSTAIN_SHARED_FILE(imagePath, "reference/golden/a03.png");
        ISOSTAIN_SHARED_FILE(checkpoint, "reference/golden/generator-ngf16-blocks9.pth");
        ISOSTAIN_SHARED_FILE(expectedPath, "reference/golden/generator-ngf16-blocks9.output.f32");
        RgbImage part;
        readImage(imagePath).value().pixels(cv::Rect(0, 0, 128, 128)).copyTo(part.pixels);
        QVERIFY(writePng(part, file("part.png").toStdString(), Overwrite::No));
        const Outcome outcome = run({"normalize", file("part.png"), file("gan.png"), "--profile", QString::fromStdString(checkpoint.string())});
        if (outcome.err.contains("not part of this installation"))
            QSKIP("built without LibTorch");
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const RgbImage result = readImage(file("gan.png").toStdString()).value();
        std::vector<float> expected(3 * 128 * 128);
        std::ifstream(expectedPath, std::ios::binary).read(reinterpret_cast<char*>(expected.data()), std::streamsize(expected.size() * sizeof(float)));
        for (int channel = 0; channel < 3; ++channel)
            for (int y = 0; y < 128; ++y)
                for (int x = 0; x < 128; ++x) {
                    const float value = expected[std::size_t((channel * 128 + y) * 128 + x)];
                    const int level = int(std::clamp(value * 0.5f + 0.5f, 0.0f, 1.0f) * 255);
                    QVERIFY(std::abs(result.pixels.at<cv::Vec3b>(y, x)[channel] - level) <= 1);
                }
    }

    void exportKeepsGoingAndLeavesOnlyFinishedFiles()
    {
        run({"export", file("broken.svs"), file("image.png"), "-o", file("out"), "--profile", file("model.pth"), "--compression", "none"});
        QStringList left = QDir(file("out")).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(left, (QStringList{"image.tif", "isostain-export.html", "isostain-export.json", "isostain-export.jsonl"}));
        const auto slide = openSlide(file("out/image.tif").toStdString());
        QVERIFY(slide.has_value());
        QCOMPARE((*slide)->geometry().width(), std::int64_t(300));
    }

    void exportsInShardsAndResumes()
    {
        for (const char* name : {"slides/a.tif", "slides/deep/b.tif", "slides/c.tif"}) {
            QVERIFY(QDir().mkpath(QFileInfo(file(name)).path()));
            QVERIFY(QFile::copy(file("image.png"), file(name)));   // recognized by content
        }
        std::ofstream(file("list.txt").toStdString()) << "# all of them\n" << file("slides").toStdString() << "\n";
        const QStringList common = {"export", "--list", file("list.txt"), "-o", file("sharded"), "--profile", file("model.pth"),
                                    "--name", "{name}-n"};
        const Outcome second = run(common + QStringList{"--shard", "2/2"});
        QVERIFY2(second.exitCode == 0, qPrintable(second.err));
        QCOMPARE(QDir(file("sharded")).entryList({"*.tif"}, QDir::Files), QStringList{"c-n.tif"});
        QVERIFY(run(common + QStringList{"--shard", "1/2"}).exitCode == 0);
        QCOMPARE(QDir(file("sharded")).entryList({"*.tif"}, QDir::Files), (QStringList{"a-n.tif", "b-n.tif", "c-n.tif"}));

        const Outcome again = run(common);
        QVERIFY2(again.exitCode == 0, qPrintable(again.err));
        QCOMPARE(again.out.count("was exported before"), 3);
        QFile::remove(file("sharded/b-n.tif"));
        const Outcome report = run({"report", file("sharded")});
        QCOMPARE(report.exitCode, 1);
        QVERIFY2(report.out.contains("2 exported, 0 failed, 1 interrupted"), qPrintable(report.out));
        QCOMPARE(run(common).exitCode, 0);
        QCOMPARE(run({"report", file("sharded")}).exitCode, 0);

        const Outcome changed = run(common + QStringList{"--quality", "50"});
        QCOMPARE(changed.exitCode, 1);
        QCOMPARE(changed.err.count("exists already"), 3);
        for (const char* shard : {"0/2", "3/2", "1", "a/b", "1/0"})
            QCOMPARE(run(common + QStringList{"--shard", shard}).exitCode, 2);
        QCOMPARE(run({"export", "-o", file("x"), "--profile", file("model.pth")}).exitCode, 2);
        QCOMPARE(run({"report", file("slides")}).exitCode, 1);
    }

    void exportsARegion()
    {
        const Outcome outcome = run({"export", file("image.png"), "-o", file("region"), "--profile", file("model.pth"), "--region",
                                     "100,50,70,90", "--format", "svs-like"});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const auto slide = openSlide(file("region/image.tif").toStdString());
        QVERIFY(slide.has_value());
        QCOMPARE((*slide)->geometry().width(), std::int64_t(70));
        QCOMPARE((*slide)->geometry().height(), std::int64_t(90));
        QCOMPARE((*slide)->info().format, std::string("aperio"));
    }

    void snapshotShowsBoth()
    {
        const Outcome outcome = run({"snapshot", file("image.png"), file("both.png"), "--profile", file("model.pth")});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const RgbImage both = readImage(file("both.png").toStdString()).value();
        QCOMPARE(both.height(), 200);
        QVERIFY(both.width() > 600);
        QCOMPARE(both.pixels.at<cv::Vec3b>(150, 250), gradient(300, 200).pixels.at<cv::Vec3b>(150, 250));
    }

    void trainRefusesAnExistingRunBeforeItTrains()
    {
        fs::create_directory(file("run").toStdString());
        std::ofstream(file("run/profile.json").toStdString()) << "kept";
        fs::create_directory(file("teacher").toStdString());
        fs::copy_file(file("tissue/a.png").toStdString(), file("teacher/b.png").toStdString());
        const Outcome outcome = run({"train", "stainnet", "--source", m_folder->path(), "--teacher", file("teacher"), "-o",
                                     file("run"), "--steps", "10000000"});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("profile.json exists already"), qPrintable(outcome.err));
        QCOMPARE(QDir(file("run")).entryList(QDir::Files | QDir::Hidden), QStringList{"profile.json"});
    }

    void whatCannotBeDistilledIsSaid_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const QStringList teacher{"--teacher", m_folder->path()};
        QTest::newRow("no teacher") << QStringList{} << 2 << "--teacher or --staingan";
        QTest::newRow("even kernel") << teacher + QStringList{"--kernels", "2,1"} << 2 << "A kernel of 2";
        QTest::newRow("one layer") << teacher + QStringList{"--kernels", "1"} << 2 << "number of layers";
        QTest::newRow("mixed without pairs") << teacher + QStringList{"--recipe", "mixed"} << 2 << "--aligned-source";
        QTest::newRow("missing folder") << QStringList{"--teacher", file("nowhere")} << 1 << "nowhere";
        QTest::newRow("no StainGAN") << QStringList{"--staingan", file("nowhere.pth")} << 1 << "nowhere.pth";
    }

    void whatCannotBeDistilledIsSaid()
    {
        QFETCH(QStringList, more);
        QFETCH(int, exitCode);
        QFETCH(QString, words);
        const Outcome outcome = run(QStringList{"train", "stainnet", "--source", m_folder->path(), "-o", file("new-run")} + more);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.contains(words), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(file("new-run")));
    }

    void interruptedDemoLeavesNothing()
    {
        QProcess process;
        process.start(QString::fromStdString(test::cliPath().string()), {"demo", file("demo"), "--size", "16384x16384"});
        QVERIFY(process.waitForStarted());
        // Interrupt when it is at work: its temporary file is there.
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(file("demo")).entryList(QDir::Files | QDir::Hidden).isEmpty(), 30000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(QDir(file("demo")).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    /// Every command is explained by examples, whose options it has.
    void helpTeachesByExample()
    {
        const QRegularExpression commandLine("^  ([a-z][a-z-]+)  ", QRegularExpression::MultilineOption);
        QStringList paths{""};
        const qsizetype headingSize = qsizetype(std::strlen("Subcommands:"));
        for (qsizetype i = 0; i < paths.size(); ++i) {
            const QStringList path = paths[i].split(' ', Qt::SkipEmptyParts);
            const Outcome help = run(path + QStringList{"--help"});
            QCOMPARE(help.exitCode, 0);
            const qsizetype commands = help.out.indexOf("Subcommands:");
            const qsizetype examples = help.out.indexOf("Examples:");
            if (commands >= 0)
                for (auto match = commandLine.globalMatch(help.out, commands + headingSize); match.hasNext();)
                    paths << (path + QStringList{match.next().captured(1)}).join(' ');
            if (path == QStringList{"train"})
                continue;   // its subcommands have them
            QVERIFY2(examples >= 0, qPrintable("no examples: " + paths[i]));
            const QStringList lines = help.out.mid(examples).split('\n').filter("  isostain-cli ");
            QVERIFY(!lines.isEmpty());
            if (path.isEmpty())
                continue;
            for (const QString& line : lines) {
                QVERIFY2(line.startsWith("  isostain-cli " + paths[i] + ' '), qPrintable(line));
                for (const QString& word : line.split(' ').filter(QRegularExpression("^-")))
                    QVERIFY2(help.out.left(examples).contains(QRegularExpression("[ ,]" + word + "[ :,]")), qPrintable(line + ": " + word));
            }
        }
        QVERIFY(paths.size() > 15);
    }

    void linksNeitherQtNorTorch()
    {
        QProcess ldd;
        ldd.start("ldd", {QString::fromStdString(test::cliPath().string())});
        if (!ldd.waitForFinished() || ldd.exitCode() != 0)
            QSKIP("ldd cannot tell here");
        const QString libraries = QString::fromUtf8(ldd.readAllStandardOutput());
        for (const char* unwanted : {"libQt", "libtorch", "libc10", "libopencv_imgcodecs", "libopencv_highgui", "libgdal"})
            QVERIFY2(!libraries.contains(unwanted), unwanted);
    }

private:
    QString file(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
