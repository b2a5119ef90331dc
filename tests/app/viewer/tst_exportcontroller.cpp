#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

#include "ViewerActions.h"
#include "ViewerFixture.h"
#include "export/ExportDialog.h"

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
    int slideCount() const { return dialog()->findChild<QTableWidget*>("exportSlides")->rowCount(); }
    QMessageBox* question() const { return m_viewer->window.findChild<QMessageBox*>(); }

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
