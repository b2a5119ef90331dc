#include <algorithm>
#include <cmath>
#include <numeric>

#include <QTemporaryDir>
#include <QTest>

#include "demo/DemoSet.h"
#include "image/ImageFile.h"
#include "inference/InferenceModule.h"
#include "study/StudyCheck.h"
#include "study/StudyForecast.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

bool has(const StudyCheck& check, StudyWarning warning)
{
    return std::any_of(check.remarks.begin(), check.remarks.end(),
                       [&](const StudyRemark& remark) { return remark.warning == warning; });
}

bool blocks(const StudyCheck& check)
{
    return std::any_of(check.remarks.begin(), check.remarks.end(), [](const StudyRemark& remark) { return remark.blocks; });
}

}

class TestStudyCheck : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        m_root = m_temporary.path().toStdString();
        demo::DemoSetOptions options;
        options.tissue.width = options.tissue.height = 5000;
        options.slides.clear();
        options.tiles = 24;
        QVERIFY(writeDemoSet(m_root / "train", options, {}));
        options.tissue.seed = 2;
        options.tiles = 4;
        QVERIFY(writeDemoSet(m_root / "test", options, {}));
    }

    void init()
    {
        fs::remove_all(m_root / "work");
        fs::create_directories(m_root / "work");
        for (const char* name : {"train", "test"})
            fs::copy(m_root / name / "tiles", m_root / "work" / name, fs::copy_options::recursive);
        rename("train", "train-");
        rename("test", "test-");
        m_config = StudyConfig();
        m_config.name = "Check";
        m_config.stainGan = stainGanPreset(StainGanPreset::Quick);
        m_config.data.sourcePath = m_root / "work/train/a";
        m_config.data.targetPath = m_root / "work/train/b";
        m_config.data.testSourcePath = m_root / "work/test/a";
        m_config.data.testTargetPath = m_root / "work/test/b";
    }

    void goodDataHasNoRemarks()
    {
        const auto check = checkStudyData(m_config, {});
        QVERIFY2(check, check ? "" : describe(check.error()).c_str());
        for (const StudyRemark& remark : check->remarks)
            QFAIL(remark.text.c_str());
        QCOMPARE(check->source.summary.images, std::size_t(24));
        QCOMPARE(check->testPairs, std::size_t(4));
        QCOMPARE(check->source.split.at("test"), std::size_t(4));
        QCOMPARE(check->source.thumbnails.size(), std::size_t(12));
        QVERIFY(check->source.thumbnails.front().width() <= 160);
        for (const StudySideCheck* side : {&check->source, &check->target})
            for (const auto& channel : side->colors.histogram)
                QVERIFY(std::abs(std::accumulate(channel.begin(), channel.end(), 0.0) - 1) < 1e-9);
        QVERIFY(check->source.colors.ab.size() > 1000 && check->source.colors.ab.size() <= 2000);
        // Pale and bluish against saturated and warm.
        QVERIFY(check->source.colors.meanLab[0] > 50 && check->source.colors.meanLab[0] < 100);
        QVERIFY(std::abs(check->source.colors.meanLab[1] - check->target.colors.meanLab[1]) +
                    std::abs(check->source.colors.meanLab[2] - check->target.colors.meanLab[2]) >
                3);
    }

    void generatedDataNeedsNothing()
    {
        for (const Stain stain : {Stain::HematoxylinEosin, Stain::Papanicolaou}) {
            m_config.data = {};
            m_config.data.source = StudySource::Generated;
            m_config.data.stain = stain;
            const auto check = checkStudyData(m_config, {});
            QVERIFY(check && !blocks(*check));
            QCOMPARE(check->source.summary.images, std::size_t(200));
            QCOMPARE(check->testPairs, std::size_t(50));
            QCOMPARE(check->source.thumbnails.size(), std::size_t(12));
        }
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("warning");
        QTest::addColumn<bool>("isBlocking");
        QTest::newRow("few") << "few" << int(StudyWarning::TooFewImages) << false;
        QTest::newRow("none") << "none" << int(StudyWarning::TooFewImages) << true;
        QTest::newRow("corrupt") << "corrupt" << int(StudyWarning::UnreadableFiles) << false;
        QTest::newRow("sizes") << "sizes" << int(StudyWarning::MixedSizes) << false;
        QTest::newRow("small") << "small" << int(StudyWarning::SmallerThanCrop) << true;
        QTest::newRow("alike") << "alike" << int(StudyWarning::TooAlike) << false;
        QTest::newRow("same folder") << "same folder" << int(StudyWarning::SameImages) << true;
        QTest::newRow("copied folder") << "copied folder" << int(StudyWarning::SameImages) << true;
        QTest::newRow("no tests") << "no tests" << int(StudyWarning::NoTestPairs) << false;
        QTest::newRow("tests without partners") << "tests without partners" << int(StudyWarning::NoTestPairs) << true;
        QTest::newRow("orphan") << "orphan" << int(StudyWarning::Orphans) << false;
        QTest::newRow("a case on both sides") << "leak" << int(StudyWarning::SplitLeaks) << false;
        QTest::newRow("tested on what trains") << "same test" << int(StudyWarning::SplitLeaks) << false;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(const QString, damage);
        QFETCH(const int, warning);
        QFETCH(const bool, isBlocking);
        apply(damage);
        const auto check = checkStudyData(m_config, {});
        QVERIFY2(check, check ? "" : describe(check.error()).c_str());
        QVERIFY(has(*check, StudyWarning(warning)));
        QCOMPARE(blocks(*check), isBlocking);
        if (isBlocking)
            QVERIFY(check->remarks.front().blocks);
    }

    void whatIsNotThereIsAnError()
    {
        m_config.data.targetPath = m_root / "nowhere";
        QCOMPARE(checkStudyData(m_config, {}).error().code, ErrorCode::FileNotFound);
        m_config.data.targetPath.clear();
        QCOMPARE(checkStudyData(m_config, {}).error().code, ErrorCode::InvalidArgument);
        m_config.data.source = StudySource::TwoScans;
        m_config.data.targetPath = m_root / "work/train/b/train-0001.png";
        m_config.data.sourcePath = m_root / "nowhere.svs";
        QCOMPARE(checkStudyData(m_config, {}).error().code, ErrorCode::FileNotFound);
        std::stop_source stop;
        stop.request_stop();
        init();
        QCOMPARE(checkStudyData(m_config, JobControl{stop.get_token(), {}, 1}).error().code, ErrorCode::Cancelled);
    }

    void twoScansAreLookedAt()
    {
        m_config.data.source = StudySource::TwoScans;
        m_config.data.sourcePath = m_root / "work/train/a/train-0001.png";
        m_config.data.targetPath = m_root / "work/train/b/train-0001.png";
        const auto check = checkStudyData(m_config, {});
        QVERIFY2(check, check ? "" : describe(check.error()).c_str());
        QVERIFY(check->source.isSlides && check->source.thumbnails.size() == 1 && !blocks(*check));
    }

    void forecastsAreMeasured()
    {
        if (!loadNetworkBackend())
            QSKIP("this build has no LibTorch");
        m_config.data = {};
        m_config.data.source = StudySource::Generated;
        for (const StudyStepRow& row : studySteps())
            m_config.steps.insert(row.step);
        m_config.stainGan.width = 12;
        m_config.stainGan.blocks = 1;
        m_config.stainGan.crop = 32;
        m_config.classifier = classifierConfigOf(ClassifierPreset::Quick);
        m_config.classifier.side = 32;
        const auto check = checkStudyData(m_config, {});
        const auto forecast = forecastStudy(m_config, *check, {});
        QVERIFY2(forecast, forecast ? "" : describe(forecast.error()).c_str());
        QCOMPARE(forecast->steps.size(), m_config.steps.size());
        for (const auto& [step, each] : forecast->steps)
            QVERIFY2(each.seconds > 0 && std::isfinite(each.seconds) && each.bytes > 0, studySteps()[std::size_t(step)].key);
        QVERIFY(!forecast->device.empty());
        // So many more steps that no noise of a busy machine hides them.
        StudyConfig longer = m_config;
        longer.stainGan.stepsPerEpoch *= 10'000;
        const auto more = forecastStudy(longer, *check, {});
        QVERIFY(more->steps.at(StudyStep::StainGan).seconds > 2 * forecast->steps.at(StudyStep::StainGan).seconds);
    }

private:
    void rename(const std::string& part, const std::string& prefix) const
    {
        for (const char* side : {"a", "b"}) {
            std::vector<fs::path> files;
            for (const auto& entry : fs::directory_iterator(m_root / "work" / part / side))
                files.push_back(entry.path());
            for (const fs::path& file : files)
                fs::rename(file, file.parent_path() / (prefix + file.filename().string()));
        }
    }

    void apply(const QString& damage)
    {
        const fs::path a = m_root / "work/train/a", b = m_root / "work/train/b", test = m_root / "work/test/a";
        if (damage == "few")
            for (int i = 10; i <= 24; ++i)
                fs::remove(a / ("train-00" + std::to_string(i) + ".png"));
        if (damage == "none") {
            fs::remove_all(a);
            fs::create_directories(a);
        }
        if (damage == "corrupt")
            fs::resize_file(a / "train-0003.png", 2000);
        if (damage == "sizes")
            QVERIFY(writePng(makeRgbImage(300, 300), a / "other.png", Overwrite::No));
        if (damage == "small")
            m_config.stainGan.crop = 512;
        if (damage == "alike")
            m_config.data.targetPath = m_root / "work/alike";
        if (damage == "alike") {
            fs::copy(a, m_root / "work/alike");
            fs::remove(m_root / "work/alike/train-0001.png");
        }
        if (damage == "same folder")
            m_config.data.targetPath = m_config.data.sourcePath;
        if (damage == "copied folder") {
            fs::remove_all(b);
            fs::copy(a, b);
        }
        if (damage == "no tests") {
            m_config.data.testSourcePath.clear();
            m_config.data.testTargetPath.clear();
        }
        if (damage == "tests without partners")
            for (int i = 1; i <= 4; ++i)
                fs::rename(test / ("test-000" + std::to_string(i) + ".png"), test / ("x" + std::to_string(i) + ".png"));
        if (damage == "orphan")
            fs::remove(test / "test-0002.png");
        if (damage == "leak") {
            fs::rename(a / "train-0001.png", a / "A03_1.png");
            fs::rename(a / "train-0002.png", a / "A03_2.png");
            fs::rename(test / "test-0001.png", test / "A03_9.png");
            fs::rename(m_root / "work/test/b/test-0001.png", m_root / "work/test/b/A03_9.png");
        }
        if (damage == "same test")
            m_config.data.testSourcePath = a, m_config.data.testTargetPath = b;
    }

    QTemporaryDir m_temporary;
    fs::path m_root;
    StudyConfig m_config;
};

QTEST_GUILESS_MAIN(TestStudyCheck)
#include "tst_studycheck.moc"
