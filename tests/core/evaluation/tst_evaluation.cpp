#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "demo/Tissue.h"
#include "evaluation/Evaluation.h"
#include "evaluation/EvaluationFiles.h"
#include "evaluation/Metrics.h"
#include "evaluation/SpeedTest.h"
#include "image/ImageFile.h"
#include "nn/Checkpoint.h"
#include "support/FakeNetwork.h"
#include "support/TestData.h"

using namespace isostain;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

constexpr int kSide = 150;

/// Runs every network as FakeSpatialNetwork does.
class FakeBackend : public NetworkBackend {
public:
    Result<SpatialNetworkPtr> create(const Network&, const NetworkOptions&, const std::string&) const override
    {
        return std::make_shared<const test::FakeSpatialNetwork>();
    }
};

std::vector<EvaluationMethod> methodsOf(const std::vector<std::string>& texts)
{
    const auto methods = readEvaluationMethods(texts);
    return methods ? *methods : std::vector<EvaluationMethod>();
}

/// A StainNet that answers gray to every color.
StainNetWeights grayNetwork()
{
    const ConvLayer layer{3, 3, 1, std::vector<float>(9), {0, 0, 0}};
    return {{layer, layer}};
}

const EvaluationRow* rowOf(const Evaluation& evaluation, const std::string& image, const std::string& method)
{
    for (const EvaluationRow& row : evaluation.rows)
        if (row.image == image && row.method == method)
            return &row;
    return nullptr;
}

}

class TestEvaluation : public QObject {
    Q_OBJECT

private slots:
    /// Once: writing images waits for the disk.
    void initTestCase()
    {
        const auto both =
            demo::TissueGenerator({Stain::HematoxylinEosin, 4096, 4096, 1}).renderBoth({1500, 1500, 3 * kSide, kSide});
        for (const std::size_t scanner : {std::size_t(0), std::size_t(1)}) {
            const fs::path folder = fs::path(m_images.path().toStdString()) / (scanner == 0 ? "a" : "b");
            fs::create_directories(folder);
            for (int i = 0; i < 3; ++i) {
                const cv::Rect place(i * kSide, 0, kSide, kSide);
                QVERIFY(writePng(toRgb({both[scanner].pixels(place).clone()}), folder / (std::to_string(i) + ".png"),
                                 Overwrite::No));
            }
        }
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        fs::copy(m_images.path().toStdString(), root(), fs::copy_options::recursive);
    }

    void methodsAreNamed_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QString>("names"); // empty: an error
        QTest::newRow("plain") << QStringList{"source", "reinhard", "khan"} << "source reinhard khan";
        QTest::newRow("unknown") << QStringList{"nonsense"} << "";
        QTest::newRow("empty") << QStringList{""} << "";
        QTest::newRow("learned without a file") << QStringList{"stainnet"} << "";
        QTest::newRow("profile without a file") << QStringList{"profile"} << "";
        QTest::newRow("fitted with a file") << QStringList{"macenko=MODEL"} << "";
        QTest::newRow("source with a file") << QStringList{"source=MODEL"} << "";
        QTest::newRow("missing file") << QStringList{"stainnet=nowhere.pth"} << "";
        QTest::newRow("twice") << QStringList{"khan", "khan"} << "";
        QTest::newRow("stainnet") << QStringList{"stainnet=MODEL"} << "stainnet";
        QTest::newRow("as a profile") << QStringList{"profile=MODEL"} << "profile";
        QTest::newRow("no generator") << QStringList{"staingan=MODEL"} << "";
        QTest::newRow("two networks") << QStringList{"stainnet=MODEL", "stainnet=OTHER"}
                                      << "stainnet:model.pth stainnet:other.pth";
        QTest::newRow("networks of two runs") << QStringList{"stainnet=MODEL", "stainnet=RUN", "stainnet=OTHER"}
                                              << "stainnet:FOLDER/model.pth stainnet:run/model.pth stainnet:other.pth";
        QTest::newRow("the same network twice") << QStringList{"stainnet=MODEL", "stainnet=MODEL"} << "";
    }
    void methodsAreNamed()
    {
        QFETCH(QStringList, texts);
        QFETCH(const QString, names);
        QVERIFY(writeCheckpoint(toStateDict(grayNetwork()), root() / "model.pth", Overwrite::No));
        fs::copy_file(root() / "model.pth", root() / "other.pth");
        fs::create_directory(root() / "run");
        fs::copy_file(root() / "model.pth", root() / "run" / "model.pth");
        std::vector<std::string> given;
        for (QString& text : texts)
            given.push_back(text.replace("MODEL", path("model.pth"))
                                .replace("RUN", path("run/model.pth"))
                                .replace("OTHER", path("other.pth"))
                                .toStdString());
        const auto methods = readEvaluationMethods(given);
        QStringList found;
        for (const EvaluationMethod& method : methods ? *methods : std::vector<EvaluationMethod>())
            found.append(QString::fromStdString(method.name));
        QCOMPARE(found.join(' ').replace(QString::fromStdString(root().filename().string()), "FOLDER"), names);
    }

    void rowsComeInOrderWhateverTheThreads()
    {
        EvaluationRequest request = requestFor({"source", "macenko", "reinhard"});
        request.patchSize = 64;
        std::string one, three;
        for (const unsigned threads : {1u, 3u}) {
            std::string& text = threads == 1 ? one : three;
            std::uint64_t last = 0;
            const auto evaluation = evaluate(
                request,
                [&](std::span<const EvaluationRow> rows) -> Result<void> {
                    text += metricsCsvLines(rows);
                    return {};
                },
                JobControl{{}, [&](const Progress& progress) { last = progress.done; }, threads});
            QVERIFY2(evaluation, evaluation ? "" : describe(evaluation.error()).c_str());
            QCOMPARE(last, std::uint64_t(3));
            QCOMPARE(evaluation->images, std::size_t(3));
            QCOMPARE(evaluation->rows.size(), std::size_t(3 * 3 * 4));
            QCOMPARE(metricsCsvLines(evaluation->rows), text);
            QCOMPARE(evaluation->rows[5].image, std::string("0.png#64,0"));
            QCOMPARE(evaluation->rows[5].method, std::string("macenko"));
            QCOMPARE(evaluation->reference, std::string("0.png"));
        }
        QCOMPARE(one, three);
    }

    void theSourceIsMeasuredAsItIs()
    {
        const auto evaluation = evaluate(requestFor({"source"}), {}, {});
        const auto pair = readPair({root() / "a" / "1.png", root() / "b" / "1.png", "1.png"});
        const EvaluationRow* row = rowOf(*evaluation, "1.png", "source");
        QVERIFY(row && pair);
        QCOMPARE(row->ssimTarget, *ssimTarget(pair->source, pair->target));
        QCOMPARE(row->psnrTarget, *psnrTarget(pair->source, pair->target));
        QCOMPARE(row->ssimSource, 1.0);
        QVERIFY(evaluation->reference.empty());
    }

    /// Statistics come from the whole image, whatever it is cut into afterwards.
    void patchesDoNotChangeTheFit()
    {
        EvaluationRequest whole = requestFor({"macenko"});
        EvaluationRequest patches = whole;
        patches.patchSize = kSide;
        const auto a = evaluate(whole, {}, {}), b = evaluate(patches, {}, {});
        QCOMPARE(rowOf(*a, "2.png", "macenko")->psnrTarget, rowOf(*b, "2.png#0,0", "macenko")->psnrTarget);
    }

    void theReferenceDecides()
    {
        EvaluationRequest request = requestFor({"reinhard"});
        const auto byDefault = evaluate(request, {}, {});
        request.reference = {EvaluationReference::Kind::File, root() / "b" / "0.png"};
        const auto named = evaluate(request, {}, {});
        QCOMPARE(metricsCsvLines(byDefault->rows), metricsCsvLines(named->rows));
        request.reference = {EvaluationReference::Kind::File, root() / "b" / "2.png"};
        const auto other = evaluate(request, {}, {});
        request.reference = {EvaluationReference::Kind::Matched, {}};
        const auto matched = evaluate(request, {}, {});
        QVERIFY(matched->reference.empty());
        QCOMPARE(rowOf(*matched, "2.png", "reinhard (oracle)")->psnrTarget, rowOf(*other, "2.png", "reinhard")->psnrTarget);
        QCOMPARE(rowOf(*matched, "0.png", "reinhard (oracle)")->psnrTarget, rowOf(*named, "0.png", "reinhard")->psnrTarget);
        QVERIFY(rowOf(*matched, "0.png", "reinhard (oracle)")->psnrTarget != rowOf(*other, "0.png", "reinhard")->psnrTarget);
    }

    void anUnreadableFirstTargetIsNotTheReference()
    {
        std::ofstream(root() / "b" / "0.png", std::ios::trunc) << "damaged";
        const auto evaluation = evaluate(requestFor({"reinhard"}), {}, {});
        QVERIFY(evaluation);
        QCOMPARE(evaluation->reference, std::string("1.png"));
        QCOMPARE(evaluation->skipped.size(), std::size_t(1));
    }

    void whatCannotBeUsedIsSkippedAndShiftsNothing_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("code");
        QTest::newRow("corrupt source") << "corrupt source" << int(ErrorCode::CorruptFile);
        QTest::newRow("no image") << "no image" << int(ErrorCode::UnsupportedFormat);
        QTest::newRow("sizes differ") << "sizes differ" << int(ErrorCode::TrainingDataInvalid);
        QTest::newRow("too small") << "too small" << int(ErrorCode::TrainingDataInvalid);
    }
    void whatCannotBeUsedIsSkippedAndShiftsNothing()
    {
        QFETCH(QString, damage);
        const auto before = evaluate(requestFor({"source"}), {}, {});
        const fs::path source = root() / "a" / "1.png", target = root() / "b" / "1.png";
        if (damage == "corrupt source")
            fs::resize_file(source, fs::file_size(source) / 2);
        else if (damage == "no image")
            std::ofstream(target, std::ios::trunc) << "text";
        else
            for (const fs::path& path : damage == "too small" ? std::vector{source, target} : std::vector{target})
                QVERIFY(writePng(toRgb(makeBgrxImage(20, 10, 0x805080)), path, Overwrite::Yes));
        const auto after = evaluate(requestFor({"source"}), {}, {});
        QVERIFY(after);
        QCOMPARE(after->images, std::size_t(2));
        QCOMPARE(after->skipped.size(), std::size_t(1));
        QCOMPARE(after->skipped[0].name, std::string("1.png"));
        QTEST(int(after->skipped[0].reason.code), "code");
        for (const char* name : {"0.png", "2.png"})
            QCOMPARE(rowOf(*after, name, "source")->psnrTarget, rowOf(*before, name, "source")->psnrTarget);
    }

    void identicalTargetsAreCountedNotAveraged()
    {
        fs::copy_file(root() / "a" / "0.png", root() / "b" / "0.png", fs::copy_options::overwrite_existing);
        EvaluationReport report;
        report.request = requestFor({"source", "reinhard"});
        report.result = *evaluate(report.request, {}, {});
        QVERIFY(std::isinf(report.result.rows.front().psnrTarget));
        QVERIFY(metricsCsvLines(std::span(report.result.rows).first(1)) == "0.png,source,1,inf,1\n");
        const Json json = Json::parse(summaryJson(report));
        const Json& psnr = json["methods"][0]["psnrTarget"];
        QCOMPARE(psnr["infinite"].get<int>(), 1);
        QCOMPARE(psnr["count"].get<int>(), 2);
        QVERIFY(std::isfinite(psnr["mean"].get<double>()));
        QCOMPARE(json["methods"][1]["differenceToFirst"]["psnrTarget"]["images"].get<int>(), 2);
        QVERIFY(summaryMarkdown(report).find("(1 identical)") != std::string::npos);
    }

    void oneImageIsEnough()
    {
        EvaluationReport report;
        report.request = requestFor({"source", "vahadane"});
        report.request.pairs.resize(1);
        report.result = *evaluate(report.request, {}, {});
        const Json json = Json::parse(summaryJson(report));
        QCOMPARE(json["methods"][1]["ssimTarget"]["std"].get<double>(), 0.0);
        QCOMPARE(json["images"].get<int>(), 1);
    }

    void anOracleIsCalledOne()
    {
        EvaluationReport report;
        report.request = requestFor({"source", "reinhard"});
        report.request.reference.kind = EvaluationReference::Kind::Matched;
        report.result = *evaluate(report.request, {}, {});
        QVERIFY(Json::parse(summaryJson(report))["reference"]["oracle"].get<bool>());
        const std::string text = summaryMarkdown(report);
        QVERIFY(text.find("| reinhard (oracle) |") != std::string::npos);
        QVERIFY(metricsCsvLines(report.result.rows).find(",reinhard (oracle),") != std::string::npos);
        QVERIFY(metricsCsvLines(report.result.rows).find(",source,") != std::string::npos);
        QVERIFY(text.find("This is an oracle") != std::string::npos);
    }

    void aMatchedTargetWithoutTissueIsAFailureOfThatImage()
    {
        QVERIFY(writePng(toRgb(makeBgrxImage(kSide, kSide, 0xF3F2F4)), root() / "b" / "1.png", Overwrite::Yes));
        EvaluationRequest request = requestFor({"source", "macenko"});
        request.reference.kind = EvaluationReference::Kind::Matched;
        const auto evaluation = evaluate(request, {}, {});
        QVERIFY(evaluation);
        QCOMPARE(evaluation->rows.size(), std::size_t(5));
        QCOMPARE(evaluation->failed.size(), std::size_t(1));
        QCOMPARE(evaluation->failed[0].image, std::string("1.png"));
        QCOMPARE(evaluation->failed[0].method, std::string("macenko (oracle)"));
    }

    void blankSourcesAreWarnedOf()
    {
        QVERIFY(writePng(toRgb(makeBgrxImage(kSide, kSide, 0xF3F2F4)), root() / "a" / "1.png", Overwrite::Yes));
        const auto evaluation = evaluate(requestFor({"macenko"}), {}, {});
        QVERIFY(evaluation);
        QVERIFY(!evaluation->warnings.empty());
        QCOMPARE(evaluation->warnings[0].image, std::string("1.png"));
        for (const EvaluationRow& row : evaluation->rows)
            QVERIFY(std::isfinite(row.ssimTarget) && !std::isnan(row.psnrTarget) && std::isfinite(row.ssimSource));
    }

    void spatialNetworksRunOnWholeImages()
    {
        static const FakeBackend backend;
        EvaluationRequest request = requestFor({"source"});
        EvaluationMethod network;
        network.kind = EvaluationMethod::Kind::Profile;
        network.name = "staingan";
        network.profile.method = NormalizationMethod::StainGan;
        network.profile.generator = std::make_shared<const ResnetGeneratorWeights>();
        request.methods.push_back(network);
        QCOMPARE(evaluate(request, {}, {}).error().code, ErrorCode::SpatialUnsupported);
        request.networks = [] {
            return Result<const NetworkBackend*>(fail(ErrorCode::ModuleMissing, "Inference"));
        };
        QCOMPARE(evaluate(request, {}, {}).error().code, ErrorCode::ModuleMissing);
        request.networks = [] {
            return Result<const NetworkBackend*>(&backend);
        };
        request.patchSize = 64;
        const auto evaluation = evaluate(request, {}, {});
        QVERIFY2(evaluation, evaluation ? "" : describe(evaluation.error()).c_str());
        QCOMPARE(evaluation->rows.size(), std::size_t(2 * 3 * 4));
    }

    void whatCannotBeEvaluatedAtAllIsAnError()
    {
        QCOMPARE(evaluate(requestFor({}), {}, {}).error().code, ErrorCode::InvalidArgument);
        EvaluationRequest request = requestFor({"reinhard"});
        request.patchSize = 10;
        QCOMPARE(evaluate(request, {}, {}).error().code, ErrorCode::InvalidArgument);
        request.patchSize = kSide + 1;
        const auto none = evaluate(request, {}, {});
        QCOMPARE(none.error().code, ErrorCode::TrainingDataInvalid);
        request.patchSize = 0;
        request.reference = {EvaluationReference::Kind::File, root() / "nowhere.png"};
        QCOMPARE(evaluate(request, {}, {}).error().code, ErrorCode::FileNotFound);
        QVERIFY(writePng(toRgb(makeBgrxImage(kSide, kSide, 0xF3F2F4)), root() / "blank.png", Overwrite::No));
        request.methods = methodsOf({"macenko"});
        request.reference.file = root() / "blank.png";
        QCOMPARE(evaluate(request, {}, {}).error().code, ErrorCode::TargetUnusable);
        request.pairs.clear();
        request.reference = {};
        QCOMPARE(evaluate(request, {}, {}).error().code, ErrorCode::TrainingDataInvalid);
    }

    void itStopsWhenAsked()
    {
        std::stop_source stop;
        int calls = 0;
        const auto evaluation = evaluate(
            requestFor({"source"}),
            [&](std::span<const EvaluationRow>) -> Result<void> {
                ++calls;
                stop.request_stop();
                return {};
            },
            JobControl{stop.get_token(), {}, 1});
        QCOMPARE(evaluation.error().code, ErrorCode::Cancelled);
        QCOMPARE(calls, 1);
    }

    void anErrorOfTheSinkEndsIt()
    {
        const auto evaluation =
            evaluate(requestFor({"source"}),
                     [](std::span<const EvaluationRow>) { return Result<void>(fail(ErrorCode::DiskFull, "metrics.csv")); }, {});
        QCOMPARE(evaluation.error().code, ErrorCode::DiskFull);
    }

    void namesCannotBreakTheTables()
    {
        QCOMPARE(csvField("plain.png"), std::string("plain.png"));
        QCOMPARE(csvField("a,\"b\"\n.png"), std::string("\"a,\"\"b\"\"\n.png\""));
        EvaluationReport report;
        report.request = requestFor({"source"});
        report.request.pairs[0].name = "bad\xff.png";
        report.result = *evaluate(report.request, {}, {});
        report.sourceOrphans = {"bad\xfe.png"};
        QVERIFY(Json::accept(summaryJson(report)));
    }

    void aFullDiskIsNoticedAtOnce()
    {
        if (!fs::exists("/dev/full"))
            QSKIP("this system has no /dev/full");
        QCOMPARE(CsvFile::create("/dev/full", metricsCsvHeader(), Overwrite::Yes).error().code, ErrorCode::DiskFull);
        QCOMPARE(CsvFile::create(root() / "a", metricsCsvHeader(), Overwrite::Yes).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(CsvFile::create(root() / "a" / "0.png", metricsCsvHeader(), Overwrite::No).error().code,
                 ErrorCode::OutputExists);
    }

    /// What is measured and what is not; how fast is a matter of the machine.
    void speedTellsWhatItWasMeasuredOn()
    {
        QVERIFY(writeCheckpoint(toStateDict(grayNetwork()), root() / "model.pth", Overwrite::No));
        EvaluationReport report;
        report.request = requestFor({"source", "reinhard", "stainnet=" + (root() / "model.pth").string()});
        const auto speed = measureSpeed(report.request, 0, JobControl{{}, {}, 1});
        QVERIFY2(speed, speed ? "" : describe(speed.error()).c_str());
        QCOMPARE(speed->imageCount, std::size_t(3));
        QCOMPARE(speed->images.repeated, std::size_t(3));
        QVERIFY(!speed->methods[0].direct && !speed->methods[0].table);
        for (const std::size_t i : {std::size_t(1), std::size_t(2)}) {
            QVERIFY(speed->methods[i].direct && *speed->methods[i].direct > 0);
            QVERIFY(speed->methods[i].table && *speed->methods[i].table > 0);
            QVERIFY(speed->methods[i].tableBuildSeconds && *speed->methods[i].tableBuildSeconds > 0);
            QCOMPARE(speed->methods[i].threads, 1u);
        }
        report.result = *evaluate(report.request, {}, {});
        report.speed = *speed;
        const Json json = Json::parse(summaryJson(report))["speed"];
        QVERIFY(json["methods"][0]["fpsDirect"].is_null());
        QCOMPARE(json["methods"][2]["device"].get<std::string>(), std::string("CPU"));
        QVERIFY(summaryMarkdown(report).find("Table built in (s)") != std::string::npos);
    }

    /// The official checkpoint against figures computed elsewhere, with the classical methods beside it.
    void theOfficialStainNetOnMitos()
    {
        ISOSTAIN_SHARED_FILE(figures, "reference/mitos-stainnet-public.json");
        ISOSTAIN_SHARED_FILE(images, "data/pairs/mitos-atypia-x40");
        ISOSTAIN_SHARED_FILE(checkpoint, "data/weights/stainnet/StainNet-Public_layer3_ch32.pth");
        std::ofstream list(root() / "pairs.tsv");
        for (const std::string slide : {"03", "04", "05", "07", "10"})
            list << "A" << slide << "_1216x960.png\tH" << slide << "_1216x960.png\n";
        list.close();
        const auto pairs = pairImages(images, images, root() / "pairs.tsv");
        QVERIFY(pairs);
        QVERIFY(pairs->sourceOrphans.empty() && pairs->targetOrphans.empty());
        EvaluationRequest request = requestFor({"stainnet=" + checkpoint.string(), "reinhard", "macenko", "vahadane", "khan"});
        request.pairs = pairs->pairs;
        request.patchSize = 256;
        const auto evaluation = evaluate(request, {}, {});
        QVERIFY2(evaluation, evaluation ? "" : describe(evaluation.error()).c_str());
        QVERIFY(evaluation->skipped.empty() && evaluation->failed.empty());
        std::ifstream stream(figures);
        const Json expected = Json::parse(stream)["patches"];
        std::map<std::string, int> rows;
        for (const EvaluationRow& row : evaluation->rows) {
            ++rows[row.method];
            if (row.method != "stainnet")
                continue;
            const std::size_t mark = row.image.find('#'), comma = row.image.find(',');
            const Json& patch = expected.at(row.image.substr(1, 2) + "_" + row.image.substr(comma + 1) + "_" +
                                            row.image.substr(mark + 1, comma - mark - 1));
            const auto differs = [&](double value, const char* key) {
                return std::abs(value - patch.at(key).get<double>()) > 1e-5;
            };
            QVERIFY2(!differs(row.ssimTarget, "ssim_target"), row.image.c_str());
            QVERIFY2(!differs(row.psnrTarget, "psnr_target"), row.image.c_str());
            QVERIFY2(!differs(row.ssimSource, "ssim_source"), row.image.c_str());
        }
        QCOMPARE(rows.size(), std::size_t(5));
        for (const auto& [method, count] : rows)
            QCOMPARE(count, 60);
        QCOMPARE(expected.size(), std::size_t(60));
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    QString path(const char* name) const { return m_folder->filePath(name); }

    EvaluationRequest requestFor(const std::vector<std::string>& methods) const
    {
        EvaluationRequest request;
        request.pairs = pairImages(root() / "a", root() / "b")->pairs;
        request.methods = methodsOf(methods);
        return request;
    }

    QTemporaryDir m_images; ///< what each test begins with
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
