#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "study/StudyFolder.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

StudyConfig someConfig(const char* name = "Some study")
{
    StudyConfig config;
    config.name = name;
    config.data.source = StudySource::Generated;
    return config;
}

}

class TestStudyFolder : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_root = m_temporary->path().toStdString();
        m_study = m_root / "new" / "study";
    }

    void aNewStudySaysWhatItIs()
    {
        {
            auto study = StudyFolder::create(m_study, someConfig());
            QVERIFY2(study, study ? "" : describe(study.error()).c_str());
            QVERIFY(study->path().is_absolute());
            QVERIFY(study->status(StudyStep::StainGan).state == StepState::Waiting);
            QVERIFY(readStudyEntry(m_study)->isBusy);
            QVERIFY(study->setStatus(StudyStep::Data, {StepState::Done, {}, 2.5}));
            QVERIFY(study->setStatus(StudyStep::StainGan, {StepState::Running, {}, 1}));
            QVERIFY(readStudyEntry(m_study)->steps[StudyStep::StainGan].state == StepState::Running);
        }
        const auto entry = readStudyEntry(m_study);
        QVERIFY(entry);
        QCOMPARE(entry->name, std::string("Some study"));
        QCOMPARE(entry->started.size(), std::string("2026-01-01T00:00:00Z").size());
        QVERIFY(!entry->isBusy && !entry->isFinished());
        QVERIFY(entry->steps.size() == someConfig().steps.size());
        QVERIFY(entry->steps.at(StudyStep::Data).state == StepState::Done);
        QCOMPARE(entry->steps.at(StudyStep::Data).seconds, 2.5);
        QVERIFY(entry->steps.at(StudyStep::StainGan).state == StepState::Interrupted);
        QCOMPARE(toJson(*readStudyConfig(m_study)), toJson(someConfig()));
        const auto opened = StudyFolder::open(m_study);
        QVERIFY(opened && opened->status(StudyStep::StainGan).state == StepState::Interrupted);
    }

    void whatIsThereIsNotOverwritten()
    {
        fs::create_directories(m_study);
        std::ofstream(m_study / "notes.txt") << "mine";
        QCOMPARE(StudyFolder::create(m_study, someConfig()).error().code, ErrorCode::OutputExists);
        fs::remove(m_study / "notes.txt");
        QVERIFY(StudyFolder::create(m_study, someConfig()));
        QCOMPARE(StudyFolder::create(m_study, someConfig()).error().code, ErrorCode::OutputExists);
    }

    void twoCannotWorkOnOne()
    {
        const auto first = StudyFolder::create(m_study, someConfig());
        QVERIFY(first);
        QCOMPARE(StudyFolder::open(m_study).error().code, ErrorCode::RunBusy);
        QCOMPARE(deleteStudy(m_study).error().code, ErrorCode::RunBusy);
    }

    void badFoldersAreErrors_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("code");
        QTest::newRow("not there") << "not there" << int(ErrorCode::FileNotFound);
        QTest::newRow("empty") << "empty" << int(ErrorCode::RunInvalid);
        QTest::newRow("damaged") << "damaged" << int(ErrorCode::RunInvalid);
    }
    void badFoldersAreErrors()
    {
        QFETCH(const QString, damage);
        QFETCH(const int, code);
        if (damage != "not there")
            fs::create_directories(m_study);
        if (damage == "damaged")
            std::ofstream(m_study / "study.json") << "{";
        QCOMPARE(int(readStudyEntry(m_study).error().code), code);
        QCOMPARE(int(StudyFolder::open(m_study).error().code), code);
    }

    void aLostStateIsAStudyThatHasNotBegun()
    {
        QVERIFY(StudyFolder::create(m_study, someConfig())->setStatus(StudyStep::Data, {StepState::Done, {}, 1}));
        std::ofstream(m_study / "state.json", std::ios::trunc) << "{\"steps\": 3}";
        const auto entry = readStudyEntry(m_study);
        QVERIFY(entry && entry->steps.at(StudyStep::Data).state == StepState::Waiting);
    }

    void unusableConfigurationsAndPlacesMakeNone()
    {
        QCOMPARE(StudyFolder::create(m_study, StudyConfig()).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!fs::exists(m_study));
        std::ofstream(m_root / "file") << "a file";
        QCOMPARE(StudyFolder::create(m_root / "file" / "study", someConfig()).error().code, ErrorCode::OutputUnwritable);
    }

    void studiesAreListedAndDeleted()
    {
        QVERIFY(StudyFolder::create(m_root / "all" / "one", someConfig("one")));
        QVERIFY(StudyFolder::create(m_root / "all" / "two", someConfig("two")));
        fs::create_directories(m_root / "all" / "none");
        std::ofstream(m_root / "all" / "one" / "notes.txt") << "mine";
        QCOMPARE(listStudies({m_root / "all", m_root / "nowhere"}).size(), std::size_t(2));
        QVERIFY(deleteStudy(m_root / "all" / "one"));
        QVERIFY(deleteStudy(m_root / "all" / "two"));
        QVERIFY(fs::exists(m_root / "all" / "one" / "notes.txt") && !fs::exists(m_root / "all" / "one" / "study.json"));
        QVERIFY(!fs::exists(m_root / "all" / "two"));
        QVERIFY(listStudies({m_root / "all"}).empty());
        QCOMPARE(deleteStudy(m_root / "all" / "none").error().code, ErrorCode::RunInvalid);
        QVERIFY(fs::exists(m_root / "all" / "none"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_root;
    fs::path m_study;
};

QTEST_GUILESS_MAIN(TestStudyFolder)
#include "tst_studyfolder.moc"
