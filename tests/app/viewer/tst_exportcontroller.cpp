#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QComboBox>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include "ViewerActions.h"
#include "ViewerFixture.h"
#include "InterruptedExports.h"
#include "export/ExportDialog.h"
#include "export/ExportJournal.h"
#include "export/ExportRecipe.h"
#include "panels/PathText.h"

using namespace isostain;
using namespace isostain::test;

/// The export as the window leads it. Whether one is running changes only when the event loop turns, so that clicks in a row
/// find it still running however small the slide is.
class TestExportController : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_viewer = std::make_unique<ViewerFixture>();
        QVERIFY(m_viewer->show());
        m_viewer->window.openFile(m_viewer->writePicture("one.png"));
        m_viewer->window.openFile(m_viewer->writeProfile("lab.json"));
        QTRY_COMPARE(m_viewer->slides.state(), SlideSession::State::Open);
        QTRY_VERIFY(m_viewer->normalizers.normalizer());
    }

    void cleanup() { m_viewer.reset(); }

    void opensOneDialog()
    {
        showExport();
        showExport();
        QCOMPARE(m_viewer->window.findChildren<ExportDialog*>().size(), 1);
        QVERIFY(dialog()->isVisible());
        QVERIFY(!dialog()->isRunning());
    }

    void anOpenDialogTakesTheSlideAndTheProfileOn()
    {
        m_viewer->normalizers.pick({});
        showExport();
        const QString other = m_viewer->writePicture("other.png");
        dialog()->addSlides({other});
        dialog()->findChild<QLineEdit*>("exportFolder")->setText(m_viewer->path("out"));
        QVERIFY(!exportButton()->isEnabled());

        m_viewer->window.openFile(m_viewer->path("lab.json"));
        QTRY_VERIFY(m_viewer->normalizers.normalizer());
        m_viewer->window.openFile(m_viewer->writePicture("two.png"));
        QTRY_VERIFY(m_viewer->slides.slide()->info().path.filename() == "two.png");
        QTRY_VERIFY(m_viewer->normalizers.normalizer());
        showExport();
        QCOMPARE(slideCount(), 3);
        QCOMPARE(dialog()->folder(), m_viewer->path("out"));
        QCOMPARE(dialog()->findChild<QLabel*>("exportProfile")->text(), "Swapped");
        QVERIFY(exportButton()->isEnabled());
    }

    void theNextDialogBeginsWhereTheLastOneEnded()
    {
        showExport();
        dialog()->findChild<QLineEdit*>("exportFolder")->setText(m_viewer->path("out"));
        dialog()->findChild<QSpinBox*>("quality")->setValue(60);
        dialog()->close();
        QTRY_VERIFY(!dialog());
        showExport();
        QCOMPARE(dialog()->folder(), m_viewer->path("out"));
        QCOMPARE(dialog()->options().quality, 60);
    }

    void opensWhatItExported()
    {
        startExport();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog()->isRunning(), 30000);
        auto* table = dialog()->findChild<QTableView*>("exportSlides");
        table->selectRow(0);
        dialog()->findChild<QPushButton*>("openResult")->click();
        QTRY_COMPARE(toFileName(m_viewer->slides.slide()->info().path), m_viewer->path("normalized/one.tif"));
    }

    void exportsWhatTheViewShows()
    {
        showExport();
        auto* area = dialog()->findChild<QComboBox*>("area");
        area->setCurrentIndex(area->findData(int(ExportArea::Kind::Region)));
        QVERIFY(exportButton()->isEnabled());
        const PixelRect region = dialog()->options().area.region;
        QVERIFY(!region.isEmpty() && region.width <= 700 && region.height <= 500);
        dialog()->addSlides({m_viewer->writePicture("other.png")});
        QVERIFY2(!exportButton()->isEnabled(), "it is a part of one slide");
        dialog()->close();
        QTRY_VERIFY(!dialog());
        showExport();
        QCOMPARE(dialog()->options().area.kind, ExportArea::Kind::Whole);
    }

    void offersToResume()
    {
        const SavedExport saved = interruptedExport();
        m_viewer->window.lookForInterruptedExports();
        QTRY_COMPARE(resumeText(), "An export was interrupted: 2 of 3 slide(s) are left.");
        m_viewer->window.findChild<QPushButton*>("resumeButton")->click();
        QVERIFY(dialog());
        QCOMPARE(slideCount(), 3);
        QCOMPARE(dialog()->folder(), m_viewer->path("out"));
        QCOMPARE(dialog()->options().quality, 70);
        QCOMPARE(dialog()->pattern(), "{name} new");
        QCOMPARE(dialog()->findChild<QLabel*>("exportProfile")->text(), "Swapped");
        QVERIFY(resumeText().isEmpty());

        exportButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog()->isRunning(), 30000);
        QStringList states;
        const QAbstractItemModel* model = dialog()->findChild<QTableView*>("exportSlides")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            states << model->index(row, 1).data().toString().section(':', 0, 0);
        QCOMPARE(states, (QStringList{"Exported before", "Done", "Done"}));
        QVERIFY2(QDir(m_viewer->path("exports")).isEmpty(), "it has ended");
        m_viewer->window.lookForInterruptedExports();
        QTest::qWait(200);
        QVERIFY(resumeText().isEmpty());
    }

    void forgetsWhatIsDiscarded()
    {
        interruptedExport();
        m_viewer->window.lookForInterruptedExports();
        QTRY_VERIFY(!resumeText().isEmpty());
        m_viewer->window.findChild<QPushButton*>("discardButton")->click();
        QVERIFY(resumeText().isEmpty());
        QTRY_VERIFY(QDir(m_viewer->path("exports")).isEmpty());
        QVERIFY2(QFile::exists(m_viewer->path("out/one new.tif")), "what is finished stays");
    }

    void isSilentAboutWhatIsNoInterruption_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("no folder") << "none";
        QTest::newRow("broken") << "broken";
        QTest::newRow("finished") << "finished";
        QTest::newRow("running elsewhere") << "running";
    }
    void isSilentAboutWhatIsNoInterruption()
    {
        QFETCH(const QString, what);
        const SavedExport saved = interruptedExport();
        const auto folder = toPath(m_viewer->path("exports"));
        std::optional<ExportJournal> journal;
        if (what == "none")
            QVERIFY(QDir(m_viewer->path("exports")).removeRecursively());
        if (what == "broken")
            QVERIFY(!m_viewer->writeFile("exports/" + QDir(m_viewer->path("exports")).entryList(QDir::Files).first(), "{\"slides").isEmpty());
        if (what == "finished") {
            SavedExport done = saved;
            done.slides.resize(1);
            QVERIFY(writeSavedExport(done, savedExportPath(folder, done.folder)));
        }
        if (what == "running")
            journal.emplace(ExportJournal::open(journalPath(saved.folder)).value());
        QVERIFY(!findInterrupted(folder));
        QCOMPARE(QDir(m_viewer->path("exports")).entryList(QDir::Files).size(), what == "running" ? 1 : 0);
    }

    void saysWhyAnExportCannotBeResumed()
    {
        SavedExport saved = interruptedExport();
        saved.profile.weights = {};
        QVERIFY(writeSavedExport(saved, savedExportPath(toPath(m_viewer->path("exports")), saved.folder)));
        m_viewer->window.lookForInterruptedExports();
        QTRY_VERIFY(resumeText().startsWith("An export was interrupted and cannot be resumed."));
        QVERIFY(!m_viewer->window.findChild<QPushButton*>("resumeButton")->isVisible());
        m_viewer->window.findChild<QPushButton*>("discardButton")->click();
        QTRY_VERIFY(QDir(m_viewer->path("exports")).isEmpty());
    }

    void closesAtOnceWhenNothingRuns()
    {
        showExport();
        QVERIFY(m_viewer->window.close());
        QVERIFY(!question());
    }

    void closingMayKeepExporting()
    {
        startExport();
        QVERIFY2(!m_viewer->window.close(), "closed without a question");
        QVERIFY(!m_viewer->window.close());
        QCOMPARE(m_viewer->window.findChildren<QMessageBox*>().size(), 1);
        QVERIFY(dialog()->isRunning());
        answer(QMessageBox::RejectRole);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog()->isRunning(), 30000);
        QVERIFY(QFile::exists(m_viewer->path("normalized/one.tif")));
        QVERIFY(m_viewer->window.isVisible());
        QVERIFY2(dialog()->isVisible(), "the result is still to be seen");
        QVERIFY(m_viewer->window.close());
    }

    void closingMayCancelTheExport()
    {
        startExport();
        QVERIFY(!m_viewer->window.close());
        answer(QMessageBox::AcceptRole);
        QVERIFY2(m_viewer->window.isVisible(), "the export has not stopped yet");
        QTRY_VERIFY_WITH_TIMEOUT(!m_viewer->window.isVisible(), 30000);
        QVERIFY(!dialog() || !dialog()->isRunning());
    }

    void closesWhenTheExportEndedDuringTheQuestion()
    {
        startExport();
        QVERIFY(!m_viewer->window.close());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog()->isRunning(), 30000);
        QVERIFY(m_viewer->window.isVisible());
        answer(QMessageBox::AcceptRole);
        QVERIFY(!m_viewer->window.isVisible());
        QVERIFY(QFile::exists(m_viewer->path("normalized/one.tif")));
    }

private:
    void showExport() { m_viewer->window.findChild<ViewerActions*>()->exportSlide->trigger(); }
    ExportDialog* dialog() const { return m_viewer->window.findChild<ExportDialog*>(); }
    QPushButton* exportButton() const { return dialog()->findChild<QPushButton*>("exportButton"); }
    int slideCount() const { return dialog()->findChild<QTableView*>("exportSlides")->model()->rowCount(); }
    QMessageBox* question() const { return m_viewer->window.findChild<QMessageBox*>(); }

    QString resumeText() const
    {
        const auto* text = m_viewer->window.findChild<QLabel*>("resumeText");
        return text->isVisible() ? text->text() : QString();
    }

    /// What a run leaves that was killed after the first of three slides.
    SavedExport interruptedExport() const
    {
        SavedExport saved;
        for (const char* name : {"one.png", "two.png", "three.png"})
            saved.slides.push_back(toPath(m_viewer->writePicture(name)));
        saved.folder = toPath(m_viewer->path("out"));
        saved.pattern = "{name} new";
        saved.profile = swappingProfile(false);
        saved.options.quality = 70;
        ExportJob job{itemsOf(saved), fittedToEach(saved.profile, saved.form), saved.options};
        job.recipe = exportRecipe(saved.profile, saved.form, saved.options);
        job.journal = journalPath(saved.folder);
        job.items.resize(1);
        if (runExport(job, {}).front().error || !writeSavedExport(saved, savedExportPath(toPath(m_viewer->path("exports")), saved.folder)))
            qFatal("the interrupted export could not be made");
        return saved;
    }

    void startExport()
    {
        showExport();
        exportButton()->click();
        QVERIFY(dialog()->isRunning());
    }

    void answer(QMessageBox::ButtonRole role)
    {
        for (QAbstractButton* button : question()->buttons())
            if (question()->buttonRole(button) == role)
                return button->click();
        QFAIL("no such answer");
    }

    std::unique_ptr<ViewerFixture> m_viewer;
};

QTEST_MAIN(TestExportController)
#include "tst_exportcontroller.moc"
