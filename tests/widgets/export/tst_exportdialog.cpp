#include <fstream>

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "export/ExportDialog.h"
#include "export/PyramidTiff.h"
#include "panels/PathText.h"
#include "support/ReferenceNetwork.h"

using namespace isostain;

namespace {

NormalizerPtr someNormalizer()
{
    static const NormalizerPtr normalizer = [] {
        StainProfile profile;
        profile.name = "To scanner B";
        profile.weights = test::generatedStainNet({3, 4, 3}, 1);
        return makeNormalizer(profile).value();
    }();
    return normalizer;
}

QString writeSlide(const QString& path, int side)
{
    const TileSource source = [side](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
        return makeBgrxImage(std::min(256, side - 256 * column), std::min(256, side - 256 * row), 0xA04080);
    };
    if (!writePyramidTiff(toPath(path), side, side, source, {}, {}))
        qFatal("the test slide could not be written");
    return path;
}

}

class TestExportDialog : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/isostain ä XXXXXX"));
        QVERIFY(m_folder->isValid());
    }

    void exportsWhatItLists()
    {
        ExportDialog dialog({{writeSlide(file("one.tif"), 700)}, someNormalizer(), {}, {}});
        QCOMPARE(dialog.folder(), file("normalized"));
        dialog.addSlides({writeSlide(file("two.tif"), 300), file("one.tif")});
        QCOMPARE(states(dialog).size(), 2);
        button(dialog)->click();
        QVERIFY(dialog.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        for (const QString& state : states(dialog))
            QVERIFY2(state.startsWith("Done"), qPrintable(state));
        QCOMPARE(QDir(file("normalized")).entryList(QDir::Files), (QStringList{"one.tif", "two.tif"}));
        QCOMPARE(status(dialog), QString("2 slide(s) exported."));
        QVERIFY2(!button(dialog)->isEnabled(), "there is nothing left to do");
    }

    void aSecondGoTakesOnlyWhatFailed()
    {
        QVERIFY(QDir(m_folder->path()).mkdir("other"));
        ExportDialog dialog({{writeSlide(file("x.tif"), 300), file("other/x.tif")}, someNormalizer(), {}, {}});
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        QVERIFY(states(dialog).at(0).startsWith("Done"));
        QVERIFY2(states(dialog).at(1).contains("x.tif was not found."), qPrintable(states(dialog).at(1)));
        QCOMPARE(status(dialog), QString("1 slide(s) exported. 1 slide(s) failed."));

        writeSlide(file("other/x.tif"), 300);
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        QVERIFY(states(dialog).at(1).startsWith("Done"));
        QCOMPARE(QDir(file("normalized")).entryList(QDir::Files), (QStringList{"x-2.tif", "x.tif"}));
    }

    void anotherProfileMakesResultsStale()
    {
        ExportDialog dialog({{writeSlide(file("x.tif"), 300)}, someNormalizer(), {}, {}});
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        dialog.setNormalizer(someNormalizer());
        QVERIFY(states(dialog).at(0).startsWith("Done"));
        dialog.setNormalizer(std::make_shared<const Normalizer>(*someNormalizer()));
        QCOMPARE(states(dialog), QStringList{"Waiting"});
        dialog.setNormalizer(nullptr);
        QVERIFY(!button(dialog)->isEnabled());
    }

    void otherOptionsMakeResultsStale()
    {
        ExportDialog dialog({{writeSlide(file("x.tif"), 300)}, someNormalizer(), {}, {}});
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        dialog.findChild<QSpinBox*>("quality")->setValue(70);
        QCOMPARE(states(dialog), QStringList{"Waiting"});
        QVERIFY(button(dialog)->isEnabled());
        QCOMPARE(dialog.options().quality, 70);
    }

    void stopLeavesNothing()
    {
        ExportDialog dialog({{writeSlide(file("large.tif"), 9000), writeSlide(file("small.tif"), 300)}, someNormalizer(), {}, {}});
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(QDir(file("normalized")).entryList(QDir::Files | QDir::Hidden).size() == 1, 30000);
        dialog.cancelExport();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        QCOMPARE(states(dialog), (QStringList{"Cancelled", "Cancelled"}));
        QVERIFY(!QFile::exists(file("normalized")));
        QVERIFY(button(dialog)->isEnabled());
    }

    void closingAsksWhileItRuns()
    {
        ExportDialog dialog({{writeSlide(file("large.tif"), 9000)}, someNormalizer(), {}, {}});
        dialog.show();
        button(dialog)->click();
        dialog.close();
        dialog.close();
        QVERIFY2(dialog.isVisible() && dialog.isRunning(), "closed without a question");
        QCOMPARE(dialog.findChildren<QMessageBox*>().size(), 1);
        auto* question = dialog.findChild<QMessageBox*>();
        question->buttons().at(0)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isVisible(), 30000);
        QVERIFY(!dialog.isRunning());
        QVERIFY(!QFile::exists(file("normalized")));
    }

    void destructionStopsTheJob()
    {
        auto dialog = std::make_unique<ExportDialog>(ExportSetup{{writeSlide(file("large.tif"), 9000)}, someNormalizer(), {}, {}});
        button(*dialog)->click();
        dialog.reset();
        QVERIFY(!QFile::exists(file("normalized/large.tif")));
    }

    void cannotStartWithoutWhatItNeeds()
    {
        const QString slide = writeSlide(file("x.tif"), 300);
        QVERIFY(!button(ExportDialog({{slide}, nullptr, {}, {}}))->isEnabled());
        QVERIFY(!button(ExportDialog({{}, someNormalizer(), file("out"), {}}))->isEnabled());
        ExportDialog dialog({{slide}, someNormalizer(), {}, {}});
        QVERIFY(button(dialog)->isEnabled());
        dialog.findChild<QLineEdit*>("exportFolder")->setText("  ");
        QVERIFY(!button(dialog)->isEnabled());
    }

    void startsWithTheOptionsGiven()
    {
        ExportOptions options;
        options.compression = TiffCompression::Deflate;
        options.quality = 60;
        options.subsampling = SubsamplingChoice::AsSource;
        options.tileSize = 512;
        options.overwrite = Overwrite::Yes;
        const ExportDialog dialog({{}, someNormalizer(), {}, options});
        const ExportOptions found = dialog.options();
        QCOMPARE(found.compression, options.compression);
        QCOMPARE(found.quality, options.quality);
        QCOMPARE(found.subsampling, options.subsampling);
        QCOMPARE(found.tileSize, options.tileSize);
        QCOMPARE(found.overwrite, options.overwrite);
        QVERIFY2(!dialog.findChild<QSpinBox*>("quality")->isEnabled(), "quality is for JPEG alone");
    }

private:
    QString file(const QString& name) const { return m_folder->filePath(name); }
    static QPushButton* button(const ExportDialog& dialog) { return dialog.findChild<QPushButton*>("exportButton"); }
    static QString status(const ExportDialog& dialog) { return dialog.findChild<QLabel*>("exportStatus")->text(); }
    static QStringList states(const ExportDialog& dialog)
    {
        const auto* table = dialog.findChild<QTableWidget*>("exportSlides");
        QStringList texts;
        for (int i = 0; i < table->rowCount(); ++i)
            texts << table->item(i, 1)->text();
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
