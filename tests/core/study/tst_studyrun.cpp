#include <fstream>
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "dataset/ImageFolder.h"
#include "demo/DemoSet.h"
#include "image/ImageFile.h"
#include "inference/InferenceModule.h"
#include "study/StudyCheck.h"
#include "study/StudyDataFolders.h"
#include "study/StudyReport.h"
#include "study/StudyResults.h"
#include "study/StudyRun.h"
#include "support/TestData.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

/// Everything, as small as it goes: some seconds.
StudyConfig tiny(Stain stain)
{
    StudyConfig config;
    applyPreset(StudyPreset::Quick, config);
    config.name = "Tiny";
    config.seed = 5;
    config.data.source = StudySource::Generated;
    config.data.stain = stain;
    config.data.tiles = 5;
    for (const StudyStepRow& row : studySteps())
        config.steps.insert(row.step);
    config.steps.erase(StudyStep::Slides);
    StainGanConfig& gan = config.stainGan;
    gan.width = 12;
    gan.blocks = 1;
    gan.discriminatorWidth = 4;
    gan.discriminatorHalvings = 2;
    gan.crop = 32;
    gan.batch = 2;
    gan.epochs = 2;
    gan.decayEpochs = 1;
    gan.stepsPerEpoch = 6;
    gan.warmupSteps = 3;
    gan.logSteps = 2;
    config.distillation.steps = 100;
    config.distillation.pixelsPerStep = 1024;
    config.baselines = {"source", "reinhard"};
    config.classifier.epochs = 1;
    config.classifier.repeats = 1;
    config.classifier.side = 32;
    config.classifier.batchSize = 4;
    return config;
}

Result<StudyEnd> runIn(const fs::path& study, const StudyObserver& observer = {}, const std::stop_token& stop = {})
{
    auto folder = StudyFolder::open(study);
    if (!folder)
        return tl::unexpected(folder.error());
    return runStudy(*folder, observer, JobControl{stop, {}, 1});
}

/// What a stop must not change.
std::map<std::string, std::string> resultsOf(const fs::path& study)
{
    std::map<std::string, std::string> files;
    for (const char* name :
         {"staingan/metrics.csv", "staingan/generator.pth", "stainnet/stainnet.pth", "evaluation/metrics.csv",
          "ablation/metrics.csv", "classifier/metrics.csv", "classifier/scores.csv"}) {
        std::ifstream file(study / name, std::ios::binary);
        files[name] = {std::istreambuf_iterator<char>(file), {}};
    }
    return files;
}

}

class TestStudyRun : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!loadNetworkBackend())
            QSKIP("this build has no LibTorch");
        QVERIFY(m_temporary.isValid());
        m_root = m_temporary.path().toStdString();
        QVERIFY(StudyFolder::create(m_root / "he", tiny(Stain::HematoxylinEosin)));
        const auto end = runIn(m_root / "he");
        QVERIFY2(end, end ? "" : describe(end.error()).c_str());
        QVERIFY(*end == StudyEnd::Finished);
        m_whole = resultsOf(m_root / "he");
        for (const auto& [name, content] : m_whole)
            QVERIFY2(!content.empty(), name.c_str());
    }

    void everythingIsInTheFolder()
    {
        const auto results = readStudyResults(m_root / "he");
        QVERIFY2(results, results ? "" : describe(results.error()).c_str());
        QVERIFY(results->entry.isFinished());
        QCOMPARE(results->runs.size(), std::size_t(3));
        QVERIFY(results->metrics.at(StudyStep::StainGan).rows() > 3);
        QCOMPARE(results->evaluation.size(), std::size_t(2 * 4)); // two test pairs, four methods
        QCOMPARE(results->evaluation.back().pair, std::size_t(1));
        QCOMPARE(results->reference, std::string("0001.png"));
        QCOMPARE(results->ablation.size(), std::size_t(2 * 4));
        QCOMPARE(results->classifier.size(), std::size_t(4)); // raw, StainGAN, StainNet, same scanner
        QVERIFY(results->rocCurves.size() == 4 && results->rocCurves[0].truePositiveRate.back() == 1.0);
        QCOMPARE(results->pictures.methods.size(), std::size_t(4));
        QCOMPARE(results->pictures.images.size(), std::size_t(2));
        for (const StudyPicture& picture : results->pictures.images)
            for (const fs::path& file : picture.files)
                QVERIFY2(readImage(file), file.c_str());
        QCOMPARE(results->ablationPictures.methods.front(), std::string("3+0"));
        QCOMPARE(results->mpp, std::optional(0.25));
        QCOMPARE(results->profileSha256.size(), std::size_t(64));
        QVERIFY(readStainProfile(results->profile)->demoSlidesOnly);
    }

    void theReportSaysEverything()
    {
        auto results = readStudyResults(m_root / "he");
        results->config.name = "A <study>";
        const std::string html = studyReportHtml(*results, {{"Losses & rates", "image/png", "bytes"}});
        for (const char* part : {"A &lt;study&gt;", "generated tissue", "StainGAN (Shaban", "SSIM Target", "reinhard", "3+0",
                                 "AUC", "Figure 1. Losses &amp; rates", "data:image/png;base64,Ynl0ZXM=", "SHA-256",
                                 "&quot;isostain-study&quot;", " *</strong>"})
            QVERIFY2(html.find(part) != std::string::npos, part);
        QVERIFY(html.find("not finished") == std::string::npos);
        QVERIFY(html.find(results->profileSha256) != std::string::npos);
        QVERIFY(writeStudyReport(*results, {}, m_root / "report", Overwrite::No));
        for (const char* name :
             {"report.html", "study.json", "tables/methods.csv", "tables/ablation.csv", "tables/classifier.csv"})
            QVERIFY2(fs::exists(m_root / "report" / name), name);
        QCOMPARE(writeStudyReport(*results, {}, m_root / "report", Overwrite::No).error().code, ErrorCode::OutputExists);
        std::ofstream(m_root / "file") << "a file";
        QCOMPARE(writeStudyReport(*results, {}, m_root / "file", Overwrite::Yes).error().code, ErrorCode::OutputUnwritable);
    }

    void aFinishedStudyDoesNothing()
    {
        int told = 0;
        StudyObserver observer;
        observer.onStatus = [&](StudyStep, const StudyStepStatus&) {
            ++told;
        };
        QVERIFY(runIn(m_root / "he", observer).value() == StudyEnd::Finished);
        QCOMPARE(told, 0);
    }

    void papWorksToo()
    {
        StudyConfig config = tiny(Stain::Papanicolaou);
        config.steps.insert(StudyStep::Slides);
        config.steps.erase(StudyStep::Classifier);
        config.steps.erase(StudyStep::Ablation);
        QVERIFY(StudyFolder::create(m_root / "pap", config));
        const auto end = runIn(m_root / "pap");
        QVERIFY2(end, end ? "" : describe(end.error()).c_str());
        const auto results = readStudyResults(m_root / "pap");
        QVERIFY(readStainProfile(results->profile)->stain == Stain::Papanicolaou);
        QCOMPARE(results->slides.size(), std::size_t(4));
        QCOMPARE(results->slidePictures.slides.size(), std::size_t(1));
        const StudySlidePicture& slide = results->slidePictures.slides.front();
        QCOMPARE(readImage(slide.details.front())->width(), 400);
        QVERIFY(slide.detail[0] >= 0 && slide.detail[0] + slide.detail[2] <= 1);
    }

    void patchesAreCutFromSlides()
    {
        for (const auto& [scanner, side] : {std::pair(demo::ScannerId::A, "a"), std::pair(demo::ScannerId::B, "b")}) {
            demo::DemoSetOptions options;
            options.tissue = {Stain::HematoxylinEosin, 3072, 3072, 9};
            options.slides = {scanner};
            options.tiles = 0;
            QVERIFY(writeDemoSet(m_root / "glass" / side, options, {}));
        }
        StudyConfig config = tiny(Stain::HematoxylinEosin);
        config.data.source = StudySource::Slides;
        config.data.sourcePath = m_root / "glass" / "a";
        config.data.targetPath = m_root / "glass" / "b";
        config.data.tiles = 6;
        config.data.mpp = 0.5;
        config.steps = {StudyStep::Data, StudyStep::StainGan, StudyStep::StainNet};
        const auto check = checkStudyData(config, {});
        QVERIFY2(check, check ? "" : describe(check.error()).c_str());
        QCOMPARE(check->source.summary.images, std::size_t(6));
        QVERIFY(check->source.mpp == std::vector<double>{0.25});
        QVERIFY(!check->source.thumbnails.empty());

        QVERIFY(StudyFolder::create(m_root / "slides", config));
        const auto end = runIn(m_root / "slides");
        QVERIFY2(end, end ? "" : describe(end.error()).c_str());
        const StudyDataFolders folders = studyDataFolders(config, m_root / "slides");
        for (const fs::path& folder : {folders.trainSource, folders.trainTarget}) {
            const auto images = imagesIn(folder);
            QVERIFY(images);
            QCOMPARE(images->size(), std::size_t(6));
            QCOMPARE(readImage(images->front())->width(), 256);
        }
        QVERIFY(fs::exists(readStudyResults(m_root / "slides")->profile));

        // Pixels finer than the slides'.
        config.data.mpp = 0.1;
        const auto tooFine = checkStudyData(config, {});
        QVERIFY(tooFine && !tooFine->remarks.empty() && tooFine->remarks.front().blocks);
        QVERIFY2(tooFine->remarks.front().text.starts_with("No slide of the source can be used"), tooFine->remarks.front().text.c_str());
        config.data.sourcePath = m_root / "nowhere";
        QCOMPARE(checkStudyData(config, {}).error().code, ErrorCode::FileNotFound);
    }

    void aStoppedStudyGoesOnAsIfItHadNot_data()
    {
        QTest::addColumn<int>("step");
        for (const StudyStepRow& row : studySteps())
            if (row.step != StudyStep::Slides)
                QTest::newRow(row.key) << int(row.step);
    }
    void aStoppedStudyGoesOnAsIfItHadNot()
    {
        QFETCH(const int, step);
        const fs::path study = m_root / ("stopped" + std::to_string(step));
        QVERIFY(StudyFolder::create(study, tiny(Stain::HematoxylinEosin)));
        // At the first sign of work within the step.
        std::stop_source stop;
        StudyObserver observer;
        observer.onProgress = [&](StudyStep at, const Progress&) {
            if (int(at) == step)
                stop.request_stop();
        };
        const auto ended = runIn(study, observer, stop.get_token());
        QVERIFY2(ended, ended ? "" : describe(ended.error()).c_str());
        if (*ended == StudyEnd::Stopped) {
            const StepState state = readStudyEntry(study)->steps.at(StudyStep(step)).state;
            QVERIFY(state == StepState::Stopped || state == StepState::Done);
        }
        const auto resumed = runIn(study);
        QVERIFY2(resumed && *resumed == StudyEnd::Finished, resumed ? "stopped" : describe(resumed.error()).c_str());
        const auto results = resultsOf(study);
        for (const auto& [name, content] : m_whole)
            QVERIFY2(results.at(name) == content, name.c_str());
    }

    void aStepThatFailsIsSaidAndTriedAgain()
    {
        const fs::path a = m_root / "he/data/source/tiles/a", b = m_root / "he/data/source/tiles/b";
        StudyConfig config = tiny(Stain::HematoxylinEosin);
        config.data.source = StudySource::Folders;
        config.data.sourcePath = a;
        config.data.targetPath = b;
        config.data.testSourcePath = m_root / "moved/a";
        config.data.testTargetPath = m_root / "he/data/test/tiles/b";
        config.steps = {StudyStep::Data, StudyStep::StainGan, StudyStep::StainNet, StudyStep::Evaluation};
        QVERIFY(StudyFolder::create(m_root / "failing", config));
        const auto failed = runIn(m_root / "failing");
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::FileNotFound);
        const auto entry = readStudyEntry(m_root / "failing");
        QVERIFY(entry->steps.at(StudyStep::Data).state == StepState::Failed);
        QVERIFY(entry->steps.at(StudyStep::Data).reason.find("moved") != std::string::npos);
        QVERIFY(entry->steps.at(StudyStep::StainGan).state == StepState::Waiting);
        fs::create_directories(m_root / "moved");
        fs::copy(m_root / "he/data/test/tiles/a", m_root / "moved/a");
        const auto end = runIn(m_root / "failing");
        QVERIFY2(end && *end == StudyEnd::Finished, end ? "" : describe(end.error()).c_str());
    }

    void numbersAreThoseOfTheEvaluationAlone()
    {
        const auto shared = test::sharedFile("data/pairs/mitos-atypia-x40");
        const auto checkpoint = test::sharedFile("data/weights/stainnet/StainNet-Public_layer3_ch32.pth");
        if (!shared || !checkpoint)
            QSKIP("the MITOS pairs are not there");
        const fs::path frames = *shared, network = *checkpoint;
        const fs::path list = m_root / "pairs.tsv";
        std::ofstream stream(list);
        for (const char* name : {"03", "04"})
            stream << "A" << name << "_1216x960.png\tH" << name << "_1216x960.png\n";
        stream.close();
        StudyConfig config;
        config.name = "MITOS";
        config.data.sourcePath = config.data.targetPath = config.data.testSourcePath = config.data.testTargetPath = frames;
        config.data.pairsFile = list;
        config.data.patch = 256;
        config.steps = {StudyStep::Data, StudyStep::Evaluation};
        config.baselines = {"reinhard", "stainnet=" + network.string()};
        QVERIFY(StudyFolder::create(m_root / "mitos", config));
        const auto end = runIn(m_root / "mitos");
        QVERIFY2(end && *end == StudyEnd::Finished, end ? "" : describe(end.error()).c_str());

        EvaluationRequest request;
        request.pairs = pairImages(frames, frames, list)->pairs;
        request.methods = *readEvaluationMethods(config.baselines);
        request.patchSize = 256;
        const auto alone = evaluate(request, {}, {});
        const auto results = readStudyResults(m_root / "mitos");
        QCOMPARE(results->evaluation.size(), alone->rows.size());
        for (std::size_t i = 0; i < alone->rows.size(); ++i) {
            QCOMPARE(results->evaluation[i].image, alone->rows[i].image);
            QCOMPARE(results->evaluation[i].method, alone->rows[i].method);
            QVERIFY(results->evaluation[i].ssimTarget == alone->rows[i].ssimTarget);
            QVERIFY(results->evaluation[i].psnrTarget == alone->rows[i].psnrTarget);
            QVERIFY(results->evaluation[i].ssimSource == alone->rows[i].ssimSource);
        }
    }

private:
    QTemporaryDir m_temporary;
    fs::path m_root;
    std::map<std::string, std::string> m_whole;
};

QTEST_GUILESS_MAIN(TestStudyRun)
#include "tst_studyrun.moc"
