#include <atomic>
#include <fstream>
#include <map>
#include <thread>

#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QTest>

#include "PanesFixture.h"
#include "ProfileLibrary.h"
#include "StudyDrive.h"
#include "TrainingController.h"
#include "inference/InferenceModule.h"
#include "panels/PathText.h"
#include "plots/FigureBrowser.h"
#include "support/TestData.h"
#include "support/ThreadWatch.h"
#include "wizard/ResultsPage.h"
#include "wizard/RunPage.h"
#include "wizard/TrainingWizard.h"

using namespace isostain;
using namespace isostain::test;
using Page = TrainingWizard::Page;
namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 240'000; // milliseconds: other tests share the machine

/// The real work, and how much of it was asked for by the thread that may not do it.
class CountedStudies {
public:
    StudyBackend backend() const
    {
        const StudyBackend real = studyBackend();
        return {counted(real.check), counted(real.forecast), counted(real.freeBytes), counted(real.run),    counted(real.glimpse),
                counted(real.results), counted(real.profile),  counted(real.list),      counted(real.entry), counted(real.remove)};
    }
    int callsOnGuiThread() const { return *m_calls; }

private:
    template <typename Result, typename... Arguments>
    std::function<Result(Arguments...)> counted(const std::function<Result(Arguments...)>& real) const
    {
        return [real, calls = m_calls, gui = std::this_thread::get_id()](Arguments... arguments) {
            *calls += std::this_thread::get_id() == gui;
            return real(std::forward<Arguments>(arguments)...);
        };
    }

    std::shared_ptr<std::atomic<int>> m_calls = std::make_shared<std::atomic<int>>(0);
};

bool startsWith(const fs::path& file, const std::string& text)
{
    std::ifstream in(file, std::ios::binary);
    std::string begin(text.size(), '\0');
    return in.read(begin.data(), std::streamsize(begin.size())) && begin == text;
}

/// Rows of an evaluation's metrics.csv by image and method.
std::map<std::string, std::string> evaluationRows(const fs::path& file)
{
    std::map<std::string, std::string> rows;
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        // Names of patches have commas.
        std::size_t end = line.size();
        for (int number = 0; number < 3; ++number)
            end = line.rfind(',', end - 1);
        rows[line.substr(0, end)] = line.substr(end + 1);
    }
    return rows;
}

}

/// The training wizard in the viewer's window, with the real work behind it, by keys and buttons.
class TestTrainingRuns : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!loadNetworkBackend())
            QSKIP("this build has no LibTorch");
        tissue(demo::ScannerId::A);
    }
    void fromGeneratedDataToTheSlide_data();
    void fromGeneratedDataToTheSlide();
    void wrongFoldersAreSaid();
    void anUnwritableFolderIsSaid();
    void theNumbersAreThoseOfEvaluate();

private:
    void lookAtResults(const StudyDrive& drive);
};

void TestTrainingRuns::fromGeneratedDataToTheSlide_data()
{
    QTest::addColumn<Stain>("stain");
    QTest::newRow("H&E") << Stain::HematoxylinEosin;
    QTest::newRow("Pap") << Stain::Papanicolaou;
}

void TestTrainingRuns::fromGeneratedDataToTheSlide()
{
    QFETCH(Stain, stain);
    const CountedStudies studies;
    ViewerFixture viewer(openTissue, loadNetworkBackend, studies.backend());
    QVERIFY(viewer.show());
    viewer.window.openFile("a.svs");
    QTRY_COMPARE(viewer.slides.state(), SlideSession::State::Open);

    StudyDrive drive(viewer);
    QVERIFY(drive.openWizard());
    drive.fillInGenerated(stain, viewer.path("studies"), "Two scanners");
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    drive.planEverythingTiny();
    QCOMPARE(drive.wizard().draft().config.stainGan.epochs, 4);
    QCOMPARE(drive.wizard().draft().config.steps.size(), studySteps().size());
    QVERIFY2(drive.next(), qPrintable(drive.problem()));

    // In the middle of the first training it is stopped, and gone on with.
    const TrainingController& training = viewer.window.training();
    {
        const ThreadWatch watch;
        QTRY_VERIFY_WITH_TIMEOUT(training.runner().progress(StudyStep::StainGan).done >= 4, kPatience);
        drive.click("stopStudy");
        QTRY_VERIFY_WITH_TIMEOUT(!training.isRunning(), kPatience);
        QVERIFY2(drive.field<QLabel>("runStatus")->text().startsWith("Stopped."), qPrintable(drive.field<QLabel>("runStatus")->text()));
        drive.click("resumeStudy");
        QTRY_VERIFY_WITH_TIMEOUT(training.isRunning(), kPatience);
        QTRY_VERIFY2_WITH_TIMEOUT(!training.isRunning(), qPrintable(drive.field<QLabel>("runStatus")->text()), kPatience);
        QVERIFY2(watch.files().empty(), watch.files().empty() ? "" : watch.files().front().c_str());
        QVERIFY2(watch.waits().empty(), watch.waits().empty() ? "" : watch.waits().front().c_str());
        // Two threads may meet at the inbox; nothing is done there but handing over.
        qInfo("longest wait of the GUI thread for a lock: %.3f ms", watch.longestLockMilliseconds());
        QVERIFY(watch.longestLockMilliseconds() < 1000);
    }
    QCOMPARE(drive.field<QLabel>("runStatus")->text(), QString("The study is finished."));
    QVERIFY(drive.next());
    lookAtResults(drive);
    if (QTest::currentTestFailed())
        return;

    const QStringList report = {"report", viewer.path("studies/Two scanners"), "-o", viewer.path("report")};
    QCOMPARE(QProcess::execute(toFileName(cliPath()), report), 0);
    QVERIFY(startsWith(toPath(viewer.path("report/report.pdf")), "%PDF"));
    QVERIFY(startsWith(toPath(viewer.path("report/report.html")), "<!DOCTYPE html>"));
    QVERIFY2(QProcess::execute(toFileName(cliPath()), report) != 0, "it is not replaced without being asked for");

    drive.click("keepProfile");
    QTRY_VERIFY(drive.field<QLabel>("resultStatus")->text().startsWith("Kept as “Two scanners”"));
    QTRY_VERIFY(viewer.library.hasName("Two scanners"));
    drive.click("showOnSlide");
    QVERIFY(waitForFit(viewer));
    QCOMPARE(viewOf(viewer).panes().size(), std::size_t(2));
    drive.click("showOnSlide");
    QTRY_COMPARE(viewer.panes.count(), 2);
    QVERIFY(waitForFit(viewer, 1));
    QCOMPARE(studies.callsOnGuiThread(), 0);
}

/// Everything of the paper can be reached from a finished run.
void TestTrainingRuns::lookAtResults(const StudyDrive& drive)
{
    auto* list = drive.field<QListWidget>("resultList");
    QTRY_VERIFY_WITH_TIMEOUT(list->count() > 0, kPatience);
    QStringList titles;
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        titles << list->item(row)->text();
    }
    for (const char* wanted : {"Tables 1, 2", "Table 3", "Table 4", "Classifier"})
        QVERIFY2(!titles.filter(wanted).isEmpty(), wanted);
    auto* browser = drive.wizard().findChild<FigureBrowser*>();
    QVERIFY(browser);
    QTRY_VERIFY_WITH_TIMEOUT(!browser->figures().empty(), kPatience);
    QStringList figures;
    for (const FigurePtr& figure : browser->figures()) {
        figures << figure->title();
        QVERIFY2(figureFile(*figure, FigureFormat::Png).startsWith("\x89PNG"), qPrintable(figure->title()));
        QVERIFY2(figureFile(*figure, FigureFormat::Pdf).startsWith("%PDF"), qPrintable(figure->title()));
    }
    // Figures 2 and 3, 4 and 5, 6 and 7, 8, and what is behind the tables.
    for (const char* wanted : {"Gray value profile", "Comparison of methods", "Whole slide", "Layers of 1x1 and 3x3", "Color histogram, red", "a*b*", "losses",
                               "learning rate", "SSIM Target", "PSNR Target", "SSIM Source", "ROC curves"})
        QVERIFY2(!figures.filter(wanted).isEmpty(), qPrintable(figures.join("; ")));
}

void TestTrainingRuns::wrongFoldersAreSaid()
{
    ViewerFixture viewer(openTissue, loadNetworkBackend);
    QVERIFY(viewer.show());
    StudyDrive drive(viewer);
    QVERIFY(drive.openWizard());
    QTest::mouseClick(drive.field<QAbstractButton>("fromFolders"), Qt::LeftButton, {}, QPoint(8, 8));
    drive.type("sourcePath", viewer.path("nowhere"));
    drive.type("targetPath", viewer.path("neither"));
    drive.type("studyName", "Wrong");
    drive.type("studyFolder", viewer.path("studies"));
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    QTRY_VERIFY2(drive.problem().startsWith("nowhere was not found"), qPrintable(drive.problem()));
    QVERIFY(!drive.field<QPushButton>("wizardNext")->isEnabled());
}

void TestTrainingRuns::anUnwritableFolderIsSaid()
{
    ViewerFixture viewer(openTissue, loadNetworkBackend);
    QVERIFY(viewer.show());
    StudyDrive drive(viewer);
    QVERIFY(drive.openWizard());
    // Nobody can write there, whatever they may do elsewhere.
    drive.fillInGenerated(Stain::HematoxylinEosin, viewer.writeFile("file", "not a folder") + "/studies", "Mine");
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    drive.planEverythingTiny();
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    QTRY_VERIFY_WITH_TIMEOUT(!viewer.window.training().isRunning(), kPatience);
    const QString status = drive.field<QLabel>("runStatus")->text();
    QVERIFY2(status.contains("Mine") && status.contains("write"), qPrintable(status));
    QVERIFY(!drive.field<QPushButton>("wizardNext")->isEnabled());
}

void TestTrainingRuns::theNumbersAreThoseOfEvaluate()
{
    ISOSTAIN_SHARED_FILE(pairs, "data/pairs/mitos-atypia-x40");
    ViewerFixture viewer(openTissue, loadNetworkBackend);
    // Trained on four cases, tested on the fifth.
    const fs::path data = toPath(viewer.path("mitos"));
    for (const auto& [side, letter] : {std::pair("source", "A"), std::pair("target", "H")})
        for (const char* number : {"03", "04", "05", "07", "10"}) {
            const fs::path folder = data / (std::string(number) == "03" ? "test" : "train") / side;
            fs::create_directories(folder);
            fs::create_symlink(fs::absolute(pairs / (std::string(letter) + number + "_1216x960.png")),
                               folder / (std::string(number) + "_field.png"));
        }
    QVERIFY(viewer.show());
    StudyDrive drive(viewer);
    QVERIFY(drive.openWizard());
    QTest::mouseClick(drive.field<QAbstractButton>("fromFolders"), Qt::LeftButton, {}, QPoint(8, 8));
    drive.type("sourcePath", toFileName(data / "train/source"));
    drive.type("targetPath", toFileName(data / "train/target"));
    drive.type("testSourcePath", toFileName(data / "test/source"));
    drive.type("testTargetPath", toFileName(data / "test/target"));
    drive.type("studyName", "MITOS");
    drive.type("studyFolder", viewer.path("studies"));
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    drive.planEverythingTiny();
    drive.check("step-ablation", Qt::Unchecked);
    drive.check("step-pictures", Qt::Unchecked);
    drive.type("patch", "256");
    QVERIFY2(drive.next(), qPrintable(drive.problem()));
    QTRY_VERIFY_WITH_TIMEOUT(!viewer.window.training().isRunning(), kPatience);
    QCOMPARE(drive.field<QLabel>("runStatus")->text(), QString("The study is finished."));

    const fs::path study = toPath(viewer.path("studies/MITOS"));
    QProcess evaluate;
    evaluate.start(toFileName(cliPath()),
                   {"evaluate", "--source", toFileName(data / "test/source"), "--target", toFileName(data / "test/target"),
                    "--method", "source", "--method", "reinhard", "--method", "macenko", "--method",
                    "stainnet=" + toFileName(study / "stainnet/profile.json"), "--patch", "256", "-o", viewer.path("evaluated")});
    QVERIFY(evaluate.waitForFinished(kPatience));
    QVERIFY2(evaluate.exitCode() == 0, evaluate.readAllStandardError());
    const auto wizards = evaluationRows(study / "evaluation/metrics.csv");
    const auto commands = evaluationRows(toPath(viewer.path("evaluated/metrics.csv")));
    QCOMPARE(commands.size(), std::size_t(4 * 12));
    for (const auto& [row, values] : commands) {
        QVERIFY2(wizards.contains(row), row.c_str());
        QCOMPARE(wizards.at(row), values);
    }
}

QTEST_MAIN(TestTrainingRuns)
#include "tst_trainingruns.moc"
