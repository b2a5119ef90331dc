#include <limits>
#include <set>

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "FakeStudies.h"
#include "handover/Background.h"
#include "panels/PathText.h"
#include "wizard/ComparisonWindow.h"
#include "wizard/DataPage.h"
#include "wizard/PastStudiesWindow.h"
#include "wizard/PathField.h"
#include "wizard/ResultsPage.h"
#include "wizard/RunPage.h"
#include "wizard/Section.h"
#include "wizard/StepChoice.h"
#include "wizard/StudyRunner.h"
#include "wizard/TrainingWizard.h"

using namespace isostain;
using namespace isostain::test;
using Page = TrainingWizard::Page;

class TestTrainingWizard : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        m_studies = std::make_unique<FakeStudies>();
        m_background = std::make_unique<Background>();
        m_runner = std::make_unique<StudyRunner>(m_studies->backend());
        makeWizard();
        m_wizard->show();
        m_wizard->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_wizard.get()));
        field<PathField>("studyFolder")->setPath(toPath(m_folder->filePath("studies")));
    }
    void cleanup()
    {
        m_wizard.reset();
        m_runner.reset();
        m_background.reset();
        QCOMPARE(m_studies->state().callsOnGuiThread.load(), 0);
    }

    void theDataPageSaysWhatIsMissing_data();
    void theDataPageSaysWhatIsMissing();
    void backKeepsWhatWasFilledIn();
    void whatWasFilledInIsThereTheNextTime();
    void droppedFoldersAreSourceAndTarget();
    void aBlockingRemarkStopsTheWay();
    void aWarningDoesNot();
    void aCheckThatFailsSaysWhy();
    void theCheckIsDoneOnceWhileNothingChanges();
    void stepsNeedTheirData();
    void stepsBringWhatTheyNeed();
    void presetsFillTheParametersIn();
    void aDiskTooSmallStopsTheWay();
    void aStudyRunsToItsResults();
    void aStoppedStudyIsGoneOnWith();
    void aFailedStudySaysWhy();
    void pausingHolds();
    void closingAsks();
    void closingToTheBackground();
    void closingByStopping();
    void whatRunsCannotBeChanged();
    void keysAloneAreEnough();
    void everyControlHasAName();
    void tabReachesEveryControl();
    void pastStudiesAreListedAndDeleted();
    void pastStudiesAreCompared();
    void meansLeaveOutWhatIsNotFinite();

private:
    void makeWizard() { m_wizard = std::make_unique<TrainingWizard>(m_studies->backend(), *m_runner, *m_background, *m_store); }
    template <typename Widget>
    Widget* field(const char* name)
    {
        return m_wizard->findChild<Widget*>(name);
    }
    QPushButton* next() { return field<QPushButton>("wizardNext"); }
    QString problem() { return field<QLabel>("wizardProblem")->text(); }
    void click(const char* name) { field<QPushButton>(name)->click(); }
    bool goToPlan();
    bool startStudy();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<FakeStudies> m_studies;
    std::unique_ptr<Background> m_background;
    std::unique_ptr<StudyRunner> m_runner;
    std::unique_ptr<TrainingWizard> m_wizard;
};

bool TestTrainingWizard::goToPlan()
{
    next()->click();
    return QTest::qWaitFor([this] { return next()->isEnabled(); }, 30000) && (next()->click(), m_wizard->page() == Page::Plan);
}

bool TestTrainingWizard::startStudy()
{
    return goToPlan() && next()->isEnabled() && (next()->click(), m_wizard->page() == Page::Run) &&
           QTest::qWaitFor([this] { return m_runner->current() == StudyStep::StainGan; }, 30000);
}

void TestTrainingWizard::theDataPageSaysWhatIsMissing_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("fields"); // name=path
    QTest::addColumn<QString>("problem");
    const QStringList both = {"sourcePath=/a", "targetPath=/b"};
    QTest::newRow("generated") << "fromGenerated" << QStringList() << "";
    QTest::newRow("no source") << "fromFolders" << QStringList() << "Choose the folder of the source's images.";
    QTest::newRow("no target") << "fromFolders" << QStringList{"sourcePath=/a"} << "Choose the folder of the target's images.";
    QTest::newRow("no slides") << "fromSlides" << QStringList() << "Choose the folder of the source's slides.";
    QTest::newRow("slides") << "fromSlides" << both << "";
    QTest::newRow("no scan") << "fromTwoScans" << QStringList() << "Choose the scan that is the source.";
    QTest::newRow("the same") << "fromFolders" << QStringList{"sourcePath=/a", "targetPath=/a"}
                              << "Source and target are the same. Choose another one.";
    QTest::newRow("both") << "fromFolders" << both << "";
    QTest::newRow("half of the test pairs")
        << "fromFolders" << both + QStringList{"testSourcePath=/c"} << "Choose both folders of the test pairs, or none.";
    QTest::newRow("half of the classifier")
        << "fromGenerated" << QStringList{"classifierTest=/c"} << "Choose both folders of the classifier, or none.";
    QTest::newRow("spaces for a name") << "fromGenerated" << QStringList{"studyName=  "} << "Give the study a name.";
    QTest::newRow("no folder") << "fromGenerated" << QStringList{"studyFolder="}
                               << "Choose the folder that the study is kept in.";
}

void TestTrainingWizard::theDataPageSaysWhatIsMissing()
{
    QFETCH(QString, source);
    QFETCH(QStringList, fields);
    QFETCH(QString, problem);
    m_wizard->findChild<QRadioButton*>(source)->click();
    for (const QString& each : fields) {
        const QString name = each.section('=', 0, 0);
        const QString value = each.section('=', 1);
        if (auto* path = m_wizard->findChild<PathField*>(name))
            path->setPath(toPath(value));
        else
            m_wizard->findChild<QLineEdit*>(name)->setText(value);
    }
    QCOMPARE(this->problem(), problem);
    QCOMPARE(next()->isEnabled(), problem.isEmpty());
}

void TestTrainingWizard::backKeepsWhatWasFilledIn()
{
    field<QLineEdit>("studyName")->setText("H&E to scanner B: \"2\"");
    field<QSpinBox>("tiles")->setValue(64);
    QVERIFY(goToPlan());
    field<QSpinBox>("gan-epochs")->setValue(7);
    click("wizardBack");
    click("wizardBack");
    QVERIFY(m_wizard->page() == Page::Data);
    QVERIFY(!field<QPushButton>("wizardBack")->isEnabled());
    QCOMPARE(field<QSpinBox>("tiles")->value(), 64);
    QVERIFY(goToPlan());
    QCOMPARE(field<QSpinBox>("gan-epochs")->value(), 7);
    QCOMPARE(m_wizard->draft().config.stainGan.epochs, 7);
    QCOMPARE(m_wizard->draft().config.data.tiles, 64);
    QCOMPARE(m_wizard->draft().path(), m_folder->filePath("studies/H&E to scanner B- -2-"));
}

void TestTrainingWizard::whatWasFilledInIsThereTheNextTime()
{
    field<QRadioButton>("fromFolders")->click();
    field<PathField>("sourcePath")->setPath("/somewhere/ä");
    m_wizard->close();
    makeWizard();
    QCOMPARE(field<PathField>("sourcePath")->path(), std::filesystem::path("/somewhere/ä"));
    QVERIFY(field<QRadioButton>("fromFolders")->isChecked());
    QCOMPARE(field<PathField>("studyFolder")->path(), toPath(m_folder->filePath("studies")));

    m_store->setValue("training/study", "{\"isostain-study\": 99");
    makeWizard();
    QVERIFY2(field<QRadioButton>("fromGenerated")->isChecked(), "settings that make no sense are passed over");
}

void TestTrainingWizard::droppedFoldersAreSourceAndTarget()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile("/one"), QUrl::fromLocalFile("/two")});
    auto* page = m_wizard->findChild<DataPage*>();
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &enter);
    QVERIFY(enter.isAccepted());
    QApplication::sendEvent(page, &drop);
    QCOMPARE(field<PathField>("sourcePath")->path(), std::filesystem::path("/one"));
    QCOMPARE(field<PathField>("targetPath")->path(), std::filesystem::path("/two"));
    QVERIFY(field<QRadioButton>("fromFolders")->isChecked());
}

void TestTrainingWizard::aBlockingRemarkStopsTheWay()
{
    m_studies->state().check.remarks = {{StudyWarning::SameImages, "Source and target are the same images.", true}};
    next()->click();
    QVERIFY(m_wizard->page() == Page::Check);
    QTRY_COMPARE(problem(), QString("Source and target are the same images."));
    QVERIFY(!next()->isEnabled());
    m_wizard->goNext();
    QVERIFY(m_wizard->page() == Page::Check);
}

void TestTrainingWizard::aWarningDoesNot()
{
    m_studies->state().check.remarks = {{StudyWarning::TooAlike, "Both look alike.", false}};
    QVERIFY(goToPlan());
}

void TestTrainingWizard::aCheckThatFailsSaysWhy()
{
    m_studies->state().checkError = Error{ErrorCode::FileNotFound, "/wrong/folder", {}};
    next()->click();
    QTRY_VERIFY(problem().startsWith("folder was not found."));
    QVERIFY(!next()->isEnabled());
    m_studies->state().checkError.reset();
    click("checkAgain");
    QTRY_VERIFY(next()->isEnabled());
}

void TestTrainingWizard::theCheckIsDoneOnceWhileNothingChanges()
{
    QVERIFY(goToPlan());
    QCOMPARE(m_studies->state().checks.load(), 1);
    click("wizardBack");
    QVERIFY(next()->isEnabled());
    QCOMPARE(m_studies->state().checks.load(), 1);
    click("wizardBack");
    field<QSpinBox>("tiles")->setValue(11);
    next()->click();
    QTRY_COMPARE(m_studies->state().checks.load(), 2);
}

void TestTrainingWizard::stepsNeedTheirData()
{
    field<QRadioButton>("fromFolders")->click();
    field<PathField>("sourcePath")->setPath("/a");
    field<PathField>("targetPath")->setPath("/b");
    QVERIFY(goToPlan());
    for (const char* step : {"step-evaluation", "step-pictures", "step-ablation", "step-slides", "step-classifier"}) {
        QVERIFY2(!field<QCheckBox>(step)->isEnabled(), step);
        QVERIFY2(!field<QCheckBox>(step)->isChecked(), step);
        QVERIFY2(field<QCheckBox>(step)->accessibleDescription().startsWith("Needs"), step);
    }
    QVERIFY(next()->isEnabled());
}

void TestTrainingWizard::stepsBringWhatTheyNeed()
{
    field<QRadioButton>("fromFolders")->click();
    field<PathField>("sourcePath")->setPath("/a");
    field<PathField>("targetPath")->setPath("/b");
    QVERIFY(goToPlan());
    field<QCheckBox>("step-staingan")->click();
    QVERIFY(!field<QCheckBox>("step-stainnet")->isChecked());
    QCOMPARE(problem(), QString("Choose what the study does."));
    field<QCheckBox>("step-stainnet")->click();
    QVERIFY(field<QCheckBox>("step-staingan")->isChecked());
}

void TestTrainingWizard::presetsFillTheParametersIn()
{
    QVERIFY(goToPlan());
    auto* preset = field<QComboBox>("preset");
    preset->setCurrentIndex(preset->findData(int(StudyPreset::Paper)));
    QCOMPARE(m_wizard->draft().config.stainGan, stainGanPreset(StainGanPreset::Paper));
    QVERIFY(!field<QPushButton>("resetParameters")->isEnabled());
    field<QSpinBox>("gan-width")->setValue(33);
    QCOMPARE(m_wizard->draft().config.stainGan.width, 33);
    click("resetParameters");
    QCOMPARE(m_wizard->draft().config.stainGan, stainGanPreset(StainGanPreset::Paper));
    field<QSpinBox>("gan-crop")->setValue(50);
    QVERIFY2(problem().contains("crop"), qPrintable(problem()));
    QVERIFY(!next()->isEnabled());
}

void TestTrainingWizard::aDiskTooSmallStopsTheWay()
{
    m_studies->state().freeBytes = 1000;
    QVERIFY(goToPlan());
    QTRY_VERIFY(problem().startsWith("There is not enough space"));
    QVERIFY(!next()->isEnabled());
    QVERIFY(field<QLabel>("cost-staingan")->text().contains("1 min 30 s"));
}

void TestTrainingWizard::aStudyRunsToItsResults()
{
    field<QLineEdit>("studyName")->setText("Mine");
    QVERIFY(startStudy());
    QVERIFY2(!next()->isEnabled(), "there are no results yet");
    QTRY_VERIFY(m_wizard->findChild<RunPage*>()->log().contains("Left out: one.png"));
    m_studies->state().results.config.name = "Mine";
    m_studies->state().results.profile = "/study/stainnet/profile.json";
    m_studies->finish(StudyEnd::Finished);
    QTRY_VERIFY(next()->isEnabled());
    QCOMPARE(field<QLabel>("runStatus")->text(), QString("The study is finished."));
    next()->click();
    QVERIFY(m_wizard->page() == Page::Results);
    QTRY_VERIFY(field<QPushButton>("keepProfile")->isEnabled());
    QCOMPARE(field<QLineEdit>("profileName")->text(), QString("Mine"));
    QStringList kept;
    connect(&m_wizard->results(), &ResultsPage::keepRequested, this,
            [&](const std::filesystem::path& profile, const QString& name) {
                kept = {toFileName(profile), name};
            });
    click("keepProfile");
    QCOMPARE(kept, (QStringList{"/study/stainnet/profile.json", "Mine"}));
    QCOMPARE(m_studies->state().orders.size(), std::size_t(1));
    QCOMPARE(m_studies->state().orders.front().folder, toPath(m_folder->filePath("studies/Mine")));
    QCOMPARE(m_studies->state().orders.front().config->name, std::string("Mine"));
}

void TestTrainingWizard::aStoppedStudyIsGoneOnWith()
{
    QVERIFY(startStudy());
    click("stopStudy");
    QTRY_VERIFY(!m_runner->isRunning());
    QVERIFY(field<QLabel>("runStatus")->text().startsWith("Stopped."));
    QVERIFY(field<QPushButton>("resumeStudy")->isVisible());
    click("resumeStudy");
    QTRY_COMPARE(m_studies->state().runs.load(), 2);
    QVERIFY2(!m_studies->state().orders.back().config, "it is not begun anew");
    QCOMPARE(m_studies->state().orders.back().folder, m_studies->state().orders.front().folder);
    m_studies->finish(StudyEnd::Finished);
    QTRY_VERIFY(!m_runner->isRunning());
    QVERIFY(!field<QPushButton>("resumeStudy")->isVisible());
}

void TestTrainingWizard::aFailedStudySaysWhy()
{
    QVERIFY(startStudy());
    m_studies->finish(fail(ErrorCode::DiskFull, "/somewhere/metrics.csv"));
    QTRY_VERIFY(!m_runner->isRunning());
    QVERIFY2(field<QLabel>("runStatus")->text().contains("metrics.csv"), qPrintable(field<QLabel>("runStatus")->text()));
    QVERIFY(field<QPushButton>("resumeStudy")->isVisible());
}

void TestTrainingWizard::pausingHolds()
{
    QVERIFY(startStudy());
    click("pauseStudy");
    QVERIFY(m_runner->isPaused());
    QCOMPARE(field<QLabel>("runStatus")->text(), QString("Paused."));
    click("pauseStudy");
    QVERIFY(!m_runner->isPaused());
    click("pauseStudy");
    click("stopStudy");
    QTRY_VERIFY2(!m_runner->isRunning(), "it can be stopped while it is paused");
}

void TestTrainingWizard::closingAsks()
{
    QVERIFY(startStudy());
    QTest::keyClick(m_wizard.get(), Qt::Key_Escape);
    auto* question = field<QMessageBox>("closeQuestion");
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(m_wizard->isVisible());
    QVERIFY(m_runner->isRunning());
}

void TestTrainingWizard::closingToTheBackground()
{
    QVERIFY(startStudy());
    QSignalSpy went(m_wizard.get(), &TrainingWizard::wentToBackground);
    m_wizard->close();
    click("closeToBackground");
    QVERIFY(!m_wizard->isVisible());
    QVERIFY(m_runner->isRunning());
    QCOMPARE(went.count(), 1);
    m_wizard->show();
    click("hideStudy");
    QVERIFY(!m_wizard->isVisible());
    QCOMPARE(went.count(), 2);
}

void TestTrainingWizard::closingByStopping()
{
    QVERIFY(startStudy());
    m_wizard->close();
    click("closeAndStop");
    QTRY_VERIFY(!m_wizard->isVisible());
    QVERIFY(!m_runner->isRunning());
}

void TestTrainingWizard::whatRunsCannotBeChanged()
{
    QVERIFY(startStudy());
    const std::string before = toJson(m_wizard->draft().config);
    click("wizardBack");
    QVERIFY(m_wizard->page() == Page::Plan);
    QVERIFY(!field<QComboBox>("preset")->isEnabled());
    QCOMPARE(problem(), QString("These are the values of the study that is running."));
    click("wizardBack");
    click("wizardBack");
    QVERIFY(m_wizard->page() == Page::Data);
    QCOMPARE(toJson(m_wizard->draft().config), before);
}

void TestTrainingWizard::keysAloneAreEnough()
{
    QTest::keyClick(m_wizard.get(), Qt::Key_Return);
    QVERIFY2(m_wizard->page() == Page::Check, "Return goes on");
    QTRY_VERIFY(next()->isEnabled());
    QTest::keyClick(m_wizard.get(), Qt::Key_X, Qt::AltModifier);
    QTRY_VERIFY(m_wizard->page() == Page::Plan);
    QTest::keyClick(m_wizard.get(), Qt::Key_B, Qt::AltModifier);
    QTRY_VERIFY(m_wizard->page() == Page::Check);
}

/// All that the keyboard can reach on the pages, each shown, with everything that is folded in folded out.
void TestTrainingWizard::everyControlHasAName()
{
    int controls = 0;
    for (QWidget* widget : m_wizard->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() || widget->objectName().startsWith("qt_"))
            continue;
        // Bars of tabs are named by the tabs that they have.
        if (const auto* tabs = qobject_cast<QTabBar*>(widget); tabs && tabs->count() == 0)
            continue;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface, qPrintable(widget->objectName()));
        ++controls;
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(QStringLiteral("%1 %2").arg(widget->metaObject()->className(), widget->objectName())));
    }
    QVERIFY2(controls > 80, qPrintable(QString::number(controls)));
}

void TestTrainingWizard::tabReachesEveryControl()
{
    for (Section* section : m_wizard->findChildren<Section*>())
        section->setOpen(Section::State::Open);
    for (int page = 0; page < 3; ++page) {
        if (page == 1)
            QTRY_VERIFY(next()->isEnabled());
        std::set<QWidget*> wanted;
        for (QWidget* widget : m_wizard->findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
                wanted.insert(widget);
        QVERIFY(wanted.size() >= 3);
        for (int presses = 0; presses < 300 && !wanted.empty(); ++presses) {
            if (QWidget* focus = QApplication::focusWidget()) {
                wanted.erase(focus);
                // One of a group of radio buttons stands for all: arrows reach the others.
                if (qobject_cast<QRadioButton*>(focus))
                    std::erase_if(wanted, [](QWidget* each) { return qobject_cast<QRadioButton*>(each); });
            }
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_wizard.get(), Qt::Key_Tab);
        }
        QStringList missed;
        for (QWidget* each : wanted)
            missed << QStringLiteral("%1 %2").arg(each->metaObject()->className(), each->objectName());
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(", ")));
        next()->click();
    }
}

namespace {

StudyEntry someEntry(const std::string& name, StepState state)
{
    StudyEntry entry;
    entry.path = "/studies/" + name;
    entry.name = name;
    entry.started = "2026-11-25T08:00:00Z";
    entry.steps[StudyStep::Data] = {StepState::Done, {}, 1};
    entry.steps[StudyStep::StainGan] = {state, {}, 1};
    return entry;
}

}

void TestTrainingWizard::pastStudiesAreListedAndDeleted()
{
    m_studies->state().entries = {someEntry("new", StepState::Interrupted), someEntry("old", StepState::Done)};
    PastStudiesWindow window(m_studies->backend(), *m_background);
    window.load({"/studies"});
    window.show();
    auto* table = window.findChild<QTableWidget*>("studies");
    QTRY_COMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 2)->text(), QString("Interrupted: Train the StainGAN"));
    QCOMPARE(table->item(1, 2)->text(), QString("Finished"));
    auto* resume = window.findChild<QPushButton*>("resumePast");
    QVERIFY(resume->isEnabled());
    QString resumed;
    connect(&window, &PastStudiesWindow::resumeRequested, this,
            [&](const StudyEntry& entry) { resumed = QString::fromStdString(entry.name); });
    resume->click();
    QCOMPARE(resumed, QString("new"));
    window.setRunning("/studies/other");
    QVERIFY(!resume->isEnabled());
    table->selectRow(1);
    QVERIFY2(!window.findChild<QPushButton*>("compareStudies")->isEnabled(), "one cannot be compared");
    window.findChild<QPushButton*>("deleteStudies")->click();
    QCOMPARE(m_studies->state().removed.load(), 0);
    window.findChild<QPushButton*>("deleteForGood")->click();
    QTRY_COMPARE(table->rowCount(), 1);
    QCOMPARE(m_studies->state().removed.load(), 1);
    QCOMPARE(table->item(0, 0)->text(), QString("new"));
}

void TestTrainingWizard::pastStudiesAreCompared()
{
    m_studies->state().entries = {someEntry("one", StepState::Done), someEntry("two", StepState::Done)};
    StudyResults& results = m_studies->state().results;
    results.config.name = "one";
    results.metrics[StudyStep::StainGan] = {{"generator"}, {1, 2}, {{0.5, 0.4}}};
    results.evaluation = {{0, "a", "source", 0.5, 20, 1}, {1, "b", "source", 0.7, 22, 1}};
    PastStudiesWindow window(m_studies->backend(), *m_background);
    window.load({"/studies"});
    window.show();
    auto* table = window.findChild<QTableWidget*>("studies");
    QTRY_COMPARE(table->rowCount(), 2);
    table->selectAll();
    window.findChild<QPushButton*>("compareStudies")->click();
    QTRY_VERIFY(window.findChild<ComparisonWindow*>());
    auto* compared = window.findChild<QTableWidget*>("comparedMetrics");
    QCOMPARE(compared->rowCount(), 2);
    QCOMPARE(compared->item(0, 3)->text(), QLocale().toString(0.6, 'f', 3));
    QCOMPARE(window.findChild<QComboBox*>("comparedCurve")->count(), 1);
}

void TestTrainingWizard::meansLeaveOutWhatIsNotFinite()
{
    const double infinity = std::numeric_limits<double>::infinity();
    const auto means =
        meansByMethod({{0, "a", "target", 1, infinity, 0.5}, {1, "b", "target", 1, 40, 0.7}, {1, "b", "khan", 0.1, 1, 1}});
    QCOMPARE(means.size(), std::size_t(2));
    QCOMPARE(means[0].method, std::string("target"));
    QCOMPARE(means[0].images, std::size_t(2));
    QCOMPARE(means[0].psnrTarget, 40.0);
    QCOMPARE(means[0].ssimSource, 0.6);
}

QTEST_MAIN(TestTrainingWizard)
#include "tst_trainingwizard.moc"
