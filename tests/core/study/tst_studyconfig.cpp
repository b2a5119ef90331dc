#include <QTest>

#include "study/CsvText.h"
#include "study/StudyConfig.h"
#include "study/StudyRun.h"

using namespace isostain;

namespace {

StudyConfig valid()
{
    StudyConfig config;
    config.name = "A study";
    config.data.sourcePath = "/a";
    config.data.targetPath = "/b";
    config.data.testSourcePath = "/ta";
    config.data.testTargetPath = "/tb";
    return config;
}

/// Every field other than by default.
StudyConfig unusual()
{
    StudyConfig config;
    applyPreset(StudyPreset::Standard, config);
    config.name = "\xC3\x84 \"study\"";
    config.seed = 4'000'000'000u;
    config.steps = {StudyStep::Data, StudyStep::StainNet, StudyStep::Classifier, StudyStep::Slides};
    StudyData& data = config.data;
    data.source = StudySource::TwoScans;
    data.sourcePath = "/s p\xC3\xA4th";
    data.targetPath = "/t";
    data.testSourcePath = "/ts";
    data.testTargetPath = "/tt";
    data.pairsFile = "/pairs.tsv";
    data.patch = 256;
    data.holdOut = 0.3;
    data.stain = Stain::Papanicolaou;
    data.tiles = 7;
    data.slides = {"/1.svs", "/2.svs"};
    data.classifierTrain = "/ct";
    data.classifierTest = "/cs";
    data.classifierWeights = "/w.pth";
    config.stainGan.width = 13;
    config.recipe = DistillationRecipe::Paper;
    config.distillation.shape.kernels = {3, 1, 1};
    config.distillation.shape.channels = 17;
    config.distillation.seed = 9;
    config.distillation.keepWhite = 0.5;
    config.distillation.steps = 11;
    config.distillation.pixelsPerStep = 512;
    config.distillation.learningRate = 0.25;
    config.distillation.epochs = 3;
    config.distillation.sgdRate = 0.125;
    config.distillation.batchSize = 2;
    config.distillation.cropSize = 64;
    config.distillation.testEvery = 4;
    config.baselines = {"khan", "profile=/p.json"};
    config.classifier.epochs = 5;
    return config;
}

}

class TestStudyConfig : public QObject {
    Q_OBJECT

private slots:
    void everyFieldReadsBack()
    {
        const std::string text = toJson(unusual());
        const auto read = studyConfigFromJson(text, "study.json");
        QVERIFY2(read, read ? "" : describe(read.error()).c_str());
        QVERIFY(read->data == unusual().data);
        QVERIFY(read->steps == unusual().steps);
        QVERIFY(read->baselines == unusual().baselines);
        QCOMPARE(toJson(*read), text);
    }

    void whatIsNotSaidIsThePresets()
    {
        const auto read = studyConfigFromJson(R"({"preset": "paper", "staingan": {"epochs": 3}})", "a");
        QVERIFY(read);
        QCOMPARE(read->stainGan.width, 64);
        QCOMPARE(read->stainGan.epochs, 3);
        QVERIFY(read->recipe == DistillationRecipe::Paper);
        QCOMPARE(read->classifier.repeats, 20);
    }

    void badTextsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("unknown key") << QByteArray("{\"nam\": \"x\"}");
        QTest::newRow("unknown key of the data") << QByteArray("{\"data\": {\"sorce\": \"x\"}}");
        QTest::newRow("wrong kind") << QByteArray("{\"name\": 3}");
        QTest::newRow("unknown step") << QByteArray("{\"steps\": [\"dance\"]}");
        QTest::newRow("unknown source") << QByteArray("{\"data\": {\"kind\": \"air\"}}");
        QTest::newRow("unknown stain") << QByteArray("{\"data\": {\"stain\": \"ink\"}}");
        QTest::newRow("unknown recipe") << QByteArray("{\"distillation\": {\"recipe\": \"slow\"}}");
        QTest::newRow("bad StainGAN") << QByteArray("{\"staingan\": {\"crop\": 30}}");
        QTest::newRow("bad classifier") << QByteArray("{\"classifier\": {\"epochs\": 0}}");
        QTest::newRow("a later format") << QByteArray("{\"isostain-study\": 2}");
    }
    void badTextsAreRefused()
    {
        QFETCH(const QByteArray, text);
        const auto read = studyConfigFromJson(text.toStdString(), "study.json");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    }

    void whatDoesNotFitTogetherIsNamed_data()
    {
        QTest::addColumn<std::function<void(StudyConfig&)>>("change");
        QTest::addColumn<QString>("subject"); // empty: fine
        const auto row = [](const char* name, const char* subject, std::function<void(StudyConfig&)> change) {
            QTest::newRow(name) << change << QString(subject);
        };
        row("valid", "", [](StudyConfig&) {});
        row("no name", "name", [](StudyConfig& config) { config.name.clear(); });
        row("long name", "name", [](StudyConfig& config) { config.name.assign(81, 'x'); });
        row("no source", "source", [](StudyConfig& config) { config.data.sourcePath.clear(); });
        row("no target", "target", [](StudyConfig& config) { config.data.targetPath.clear(); });
        row("half a test", "test images", [](StudyConfig& config) { config.data.testTargetPath.clear(); });
        row("no test", "comparison of methods", [](StudyConfig& config) {
            config.data.testSourcePath.clear();
            config.data.testTargetPath.clear();
        });
        row("trainings alone need no test", "", [](StudyConfig& config) {
            config.data.testSourcePath.clear();
            config.data.testTargetPath.clear();
            config.steps = {StudyStep::Data, StudyStep::StainGan, StudyStep::StainNet};
        });
        row("StainNet of nothing", "StainNet", [](StudyConfig& config) {
            config.steps = {StudyStep::Data, StudyStep::StainNet};
        });
        row("StainNet of two scans", "", [](StudyConfig& config) {
            config.data.source = StudySource::TwoScans;
            config.steps = {StudyStep::Data, StudyStep::StainNet};
        });
        row("slides without slides", "whole slides", [](StudyConfig& config) { config.steps.insert(StudyStep::Slides); });
        row("classifier without images", "classifier", [](StudyConfig& config) { config.steps.insert(StudyStep::Classifier); });
        row("generated needs nothing", "", [](StudyConfig& config) {
            config.data = {};
            config.data.source = StudySource::Generated;
            for (const StudyStepRow& step : studySteps())
                config.steps.insert(step.step);
        });
        row("generated of another stain", "stain", [](StudyConfig& config) {
            config.data.source = StudySource::Generated;
            config.data.stain = Stain::Unknown;
        });
        row("no tiles", "tiles", [](StudyConfig& config) {
            config.data.source = StudySource::Generated;
            config.data.tiles = 0;
        });
        row("small squares", "squares", [](StudyConfig& config) { config.data.patch = 10; });
        row("much held out", "share", [](StudyConfig& config) {
            config.data.source = StudySource::TwoScans;
            config.data.holdOut = 0.6;
        });
        row("a bad training", "width", [](StudyConfig& config) { config.stainGan.width = 0; });
        row("the mixed recipe", "mixed", [](StudyConfig& config) { config.recipe = DistillationRecipe::Mixed; });
    }
    void whatDoesNotFitTogetherIsNamed()
    {
        QFETCH(const std::function<void(StudyConfig&)>, change);
        QFETCH(const QString, subject);
        StudyConfig config = valid();
        change(config);
        const auto checked = checkStudyConfig(config);
        QCOMPARE(bool(checked), subject.isEmpty());
        if (!checked)
            QVERIFY2(QString::fromStdString(describe(checked.error())).contains(subject), describe(checked.error()).c_str());
    }

    void tablesAreInTheOrderOfTheEnums()
    {
        int index = 0;
        for (const StudyStepRow& row : studySteps()) {
            QCOMPARE(int(row.step), index++);
            for (const StudyStep needed : stepsNeededBy(row.step))
                QVERIFY(needed < row.step);
        }
    }

    void csvReadsBack()
    {
        const auto rows = csvRows("a,b\n\"x, \"\"y\"\"\nz\",2\r\n,\ncut off,3");
        QVERIFY(rows == (std::vector<std::vector<std::string>>{{"a", "b"}, {"x, \"y\"\nz", "2"}, {"", ""}}));
        QVERIFY(csvNumber("2.5") == 2.5 && !csvNumber("") && !csvNumber("2x"));
        QVERIFY(std::isinf(*csvNumber("inf")));
    }
};

QTEST_APPLESS_MAIN(TestStudyConfig)
#include "tst_studyconfig.moc"
