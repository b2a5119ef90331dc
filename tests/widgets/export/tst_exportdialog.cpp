#include <fstream>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "export/ExportDialog.h"
#include "export/ExportForecastLabel.h"
#include "export/ExportNames.h"
#include "export/ExportProgressPanel.h"
#include "export/ExportSlideList.h"
#include "export/PyramidTiff.h"
#include "handover/Background.h"
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
        m_background = std::make_unique<Background>();
    }
    void cleanup() { m_background.reset(); }

    void exportsWhatItLists()
    {
        ExportDialog dialog({{writeSlide(file("one.tif"), 700)}, someNormalizer(), {}, {}}, *m_background);
        QCOMPARE(dialog.folder(), file("normalized"));
        dialog.addSlides({writeSlide(file("two.tif"), 300), file("one.tif")});
        QCOMPARE(states(dialog).size(), 2);
        button(dialog)->click();
        QVERIFY(dialog.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        for (const QString& state : states(dialog))
            QVERIFY2(state.startsWith("Done"), qPrintable(state));
        QCOMPARE(QDir(file("normalized")).entryList({"*.tif"}), (QStringList{"one.tif", "two.tif"}));
        QCOMPARE(status(dialog), QString("2 slide(s) exported."));
        QVERIFY2(!button(dialog)->isEnabled(), "there is nothing left to do");
    }

    void aSecondGoTakesOnlyWhatFailed()
    {
        QVERIFY(QDir(m_folder->path()).mkdir("other"));
        ExportDialog dialog({{writeSlide(file("x.tif"), 300), file("other/x.tif")}, someNormalizer(), {}, {}}, *m_background);
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        QVERIFY(states(dialog).at(0).startsWith("Done"));
        QVERIFY2(states(dialog).at(1).contains("x.tif was not found."), qPrintable(states(dialog).at(1)));
        QCOMPARE(status(dialog), QString("1 slide(s) exported. 1 slide(s) failed."));

        QVERIFY2(!button(dialog)->isEnabled(), "nothing is left that has not been tried");
        writeSlide(file("other/x.tif"), 300);
        dialog.findChild<QPushButton*>("retryButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        QVERIFY(states(dialog).at(1).startsWith("Done"));
        QCOMPARE(QDir(file("normalized")).entryList({"*.tif"}), (QStringList{"x-2.tif", "x.tif"}));
    }

    void anotherProfileMakesResultsStale()
    {
        ExportDialog dialog({{writeSlide(file("x.tif"), 300)}, someNormalizer(), {}, {}}, *m_background);
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        dialog.setNormalizer(someNormalizer(), {});
        QVERIFY(states(dialog).at(0).startsWith("Done"));
        dialog.setNormalizer(std::make_shared<const Normalizer>(*someNormalizer()), {});
        QCOMPARE(states(dialog), QStringList{"Waiting"});
        dialog.setNormalizer(nullptr, {});
        QVERIFY(!button(dialog)->isEnabled());
    }

    void otherOptionsMakeResultsStale()
    {
        ExportDialog dialog({{writeSlide(file("x.tif"), 300)}, someNormalizer(), {}, {}}, *m_background);
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        dialog.findChild<QSpinBox*>("quality")->setValue(70);
        QCOMPARE(states(dialog), QStringList{"Waiting"});
        QVERIFY(button(dialog)->isEnabled());
        QCOMPARE(dialog.options().quality, 70);
    }

    void stopLeavesNothing()
    {
        ExportDialog dialog({{writeSlide(file("large.tif"), 9000), writeSlide(file("small.tif"), 300)}, someNormalizer(), {}, {}}, *m_background);
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(file("normalized")).entryList({"*.tif"}, QDir::Files | QDir::Hidden).isEmpty(), 30000);
        dialog.cancelExport();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        QCOMPARE(states(dialog), (QStringList{"Stopped", "Stopped"}));
        QVERIFY(QDir(file("normalized")).entryList({"*.tif"}, QDir::Files | QDir::Hidden).isEmpty());
        QVERIFY(button(dialog)->isEnabled());
    }

    void closingAsksWhileItRuns()
    {
        ExportDialog dialog({{writeSlide(file("large.tif"), 9000)}, someNormalizer(), {}, {}}, *m_background);
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
        QVERIFY(!QFile::exists(file("normalized/large.tif")));
    }

    void destructionStopsTheJob()
    {
        auto dialog = std::make_unique<ExportDialog>(ExportSetup{{writeSlide(file("large.tif"), 9000)}, someNormalizer(), {}, {}}, *m_background);
        button(*dialog)->click();
        dialog.reset();
        QVERIFY(!QFile::exists(file("normalized/large.tif")));
    }

    void cannotStartWithoutWhatItNeeds()
    {
        const QString slide = writeSlide(file("x.tif"), 300);
        QVERIFY(!button(ExportDialog({{slide}, nullptr, {}, {}}, *m_background))->isEnabled());
        QVERIFY(!button(ExportDialog({{}, someNormalizer(), file("out"), {}}, *m_background))->isEnabled());
        ExportDialog dialog({{slide}, someNormalizer(), {}, {}}, *m_background);
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
        const ExportDialog dialog({{}, someNormalizer(), {}, options}, *m_background);
        const ExportOptions found = dialog.options();
        QCOMPARE(found.compression, options.compression);
        QCOMPARE(found.quality, options.quality);
        QCOMPARE(found.subsampling, options.subsampling);
        QCOMPARE(found.tileSize, options.tileSize);
        QCOMPARE(found.overwrite, options.overwrite);
        QVERIFY2(!dialog.findChild<QSpinBox*>("quality")->isEnabled(), "quality is for JPEG alone");
    }

    void takesDroppedSlidesAndFolders()
    {
        QVERIFY(QDir(m_folder->path()).mkpath("scans/day 1/.hidden"));
        writeSlide(file("scans/b.tif"), 100);
        writeSlide(file("scans/day 1/a.tif"), 100);
        writeSlide(file("scans/day 1/.hidden/c.tif"), 100);
        QVERIFY(QFile::copy(file("scans/b.tif"), file("scans/notes.txt")));
        ExportDialog dialog({{writeSlide(file("first.tif"), 100)}, someNormalizer(), {}, {}}, *m_background);
        drop(dialog, {file("scans"), file("first.tif"), file("scans/b.tif")});
        QTRY_COMPARE(namesOf(dialog), (QStringList{"first.tif", "scans/b.tif", "scans/day 1/a.tif"}));
        drop(dialog, {file("scans")});
        QTRY_COMPARE(status(dialog), QString("No further slides were found there."));
        QCOMPARE(queueOf(dialog).count(), 3);
    }

    void removesWhatIsSelected()
    {
        ExportDialog dialog({{file("a.tif"), file("b.tif"), file("c.tif")}, someNormalizer(), {}, {}}, *m_background);
        queueOf(dialog).remove({0, 2});
        QCOMPARE(namesOf(dialog), QStringList{"b.tif"});
        queueOf(dialog).remove({});
        queueOf(dialog).remove({0});
        QVERIFY(!button(dialog)->isEnabled());
        QCOMPARE(status(dialog), QString("Add slides, or folders of slides, to export."));
    }

    void showsTheNamesThatComeOfAPattern_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isAnonymous");
        QTest::addColumn<QString>("preview");
        QTest::addColumn<bool>("isUsable");
        QTest::newRow("plain") << "{name}" << false << "a.tif, b.tif, a-2.tif, …" << true;
        QTest::newRow("with the profile") << "{name} {profile}" << false << "a To scanner B.tif, b To scanner B.tif, a To scanner B-2.tif, …" << true;
        QTest::newRow("one name for all") << " x " << false << "x.tif, x-2.tif, x-3.tif, …" << true;
        QTest::newRow("a folder") << "../{name}" << false << "A name is made of {name}, {profile} and other text without slashes." << false;
        QTest::newRow("an unknown word") << "{date}" << false << "A name is made of {name}, {profile} and other text without slashes." << false;
        QTest::newRow("nothing") << "" << false << "A name is made of {name}, {profile} and other text without slashes." << false;
        QTest::newRow("anonymous") << "{nonsense}" << true << "Named by content, such as 3f9a71c2e05b48d6.tif" << true;
    }
    void showsTheNamesThatComeOfAPattern()
    {
        QFETCH(const QString, pattern);
        QFETCH(const bool, isAnonymous);
        QFETCH(const QString, preview);
        QFETCH(const bool, isUsable);
        ExportDialog dialog({{file("a.tif"), file("b.tif"), file("other/a.tif"), file("c.tif")}, someNormalizer(), {}, {}}, *m_background);
        dialog.findChild<QLineEdit*>("namingPattern")->setText(pattern);
        dialog.findChild<QCheckBox*>("anonymousNames")->setChecked(isAnonymous);
        QCOMPARE(dialog.findChild<QLabel*>("namePreview")->toolTip(), preview);
        QCOMPARE(button(dialog)->isEnabled(), isUsable);
    }

    void offersEveryFormatOfTheTable()
    {
        ExportDialog dialog({{file("a.tif")}, someNormalizer(), {}, {}}, *m_background);
        auto* format = dialog.findChild<QComboBox*>("format");
        QCOMPARE(format->count(), int(exportFormats().size()));
        for (const auto& row : exportFormats()) {
            format->setCurrentIndex(format->findData(int(row.value)));
            QCOMPARE(dialog.options().format, row.value);
            const QString suffix = QString::fromUtf8(suffixOf(row.value).data(), qsizetype(suffixOf(row.value).size()));
            QCOMPARE(dialog.findChild<QLabel*>("namePreview")->toolTip(), QString("a" + suffix));
        }
    }

    void offersOnlyCompressionsThatTheFormatTakes()
    {
        ExportDialog dialog({{file("a.tif")}, someNormalizer(), {}, {}}, *m_background);
        auto* format = dialog.findChild<QComboBox*>("format");
        auto* compression = dialog.findChild<QComboBox*>("compression");
        const auto isOffered = [&](TiffCompression value) {
            const QModelIndex index = compression->model()->index(compression->findData(int(value)), 0);
            return compression->model()->flags(index).testFlag(Qt::ItemIsEnabled);
        };
        for (const auto& row : exportFormats()) {
            compression->setCurrentIndex(compression->findData(int(TiffCompression::Lzw)));
            format->setCurrentIndex(format->findData(int(row.value)));
            for (const auto& each : compressions())
                QCOMPARE(isOffered(each.value), takes(row.value, each.value));
            QCOMPARE(dialog.options().compression,
                     takes(row.value, TiffCompression::Lzw) ? TiffCompression::Lzw : TiffCompression::Jpeg);
        }
    }

    void saysWhatItWillTake()
    {
        ExportDialog dialog({{writeSlide(file("x.tif"), 3000)}, someNormalizer(), {}, {}}, *m_background);
        QCOMPARE(text(dialog, "exportForecast"), QString("Working out how much space is needed…"));
        QTRY_VERIFY(text(dialog, "exportForecast").startsWith("About "));
        const QString jpeg = text(dialog, "exportForecast");
        QVERIFY2(jpeg.contains("kB will be written; ") && jpeg.endsWith(" are free."), qPrintable(jpeg));
        auto* compression = dialog.findChild<QComboBox*>("compression");
        compression->setCurrentIndex(compression->findData(int(TiffCompression::None)));
        QTRY_VERIFY(text(dialog, "exportForecast").startsWith("About 38 MB"));
        auto* scale = dialog.findChild<QComboBox*>("scale");
        scale->setCurrentIndex(scale->findData(1));
        QTRY_VERIFY(text(dialog, "exportForecast").startsWith("About 9.8 MB"));
        QCOMPARE(dialog.options().scale.halvings, 1);
    }

    void warnsOfWhatDoesNotFit()
    {
        ExportForecastLabel label;
        label.showForecast(ExportForecast{90000000000u, 74000000000u, {}});
        QCOMPARE(label.findChild<QLabel*>("exportForecast")->text(),
                 QString("About 90 GB are needed, but only 74 GB are free. Free some space, choose another folder, or export less."));
        label.showForecast(ExportForecast{1234000000u, 74000000000u, {}});
        QCOMPARE(label.findChild<QLabel*>("exportForecast")->text(), QString("About 1.2 GB will be written; 74 GB are free."));
        label.showForecast(std::nullopt);
        QVERIFY(label.findChild<QLabel*>("exportForecast")->text().isEmpty());
    }

    void doesNotRedoWhatIsFinished()
    {
        const QString slide = writeSlide(file("x.tif"), 700);
        {
            ExportDialog dialog({{slide}, someNormalizer(), {}, {}}, *m_background);
            button(dialog)->click();
            QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        }
        ExportDialog dialog({{slide}, someNormalizer(), {}, {}}, *m_background);
        QTRY_COMPARE(text(dialog, "exportForecast"), QString("Everything in the list was exported before."));
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        QVERIFY2(states(dialog).at(0).startsWith("Exported before: "), qPrintable(states(dialog).at(0)));
        QCOMPARE(status(dialog), QString("1 slide(s) exported before."));
        QCOMPARE(queueOf(dialog).outputOf(0), file("normalized/x.tif"));
    }

    void pausesAndGoesOn_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("resumed") << false;
        QTest::newRow("stopped while paused") << true;
    }
    void pausesAndGoesOn()
    {
        QFETCH(const bool, isStopped);
        ExportSetup setup{{writeSlide(file("large.tif"), 9000), writeSlide(file("small.tif"), 300)}, someNormalizer(), {}, {}};
        setup.savedFolder = file("saved");
        ExportDialog dialog(setup, *m_background);
        button(dialog)->click();
        dialog.pauseExport();
        QVERIFY(dialog.isPaused());
        QCOMPARE(dialog.findChild<QPushButton*>("pauseButton")->text(), QString("Re&sume"));
        QVERIFY2(text(dialog, "exportProgress").startsWith("Paused"), qPrintable(text(dialog, "exportProgress")));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("normalized")), 30000);
        // Whatever was under way when it was paused has ended by the time the bar stands still.
        const auto* bar = dialog.findChild<QProgressBar*>("exportBar");
        int before = -1;
        QTRY_VERIFY(before == std::exchange(before, bar->value()));
        QTest::qWait(300);
        QCOMPARE(bar->value(), before);
        QVERIFY(dialog.isRunning());
        QCOMPARE(QDir(file("saved")).entryList(QDir::Files).size(), 1);
        QVERIFY(!QFile::exists(file("normalized/large.tif")));
        if (isStopped)
            dialog.findChild<QPushButton*>("stopButton")->click();
        else
            dialog.findChild<QPushButton*>("pauseButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 60000);
        if (isStopped)
            QCOMPARE(states(dialog), (QStringList{"Stopped", "Stopped"}));
        else
            QCOMPARE(status(dialog), QString("2 slide(s) exported."));
        QCOMPARE(QDir(file("saved")).entryList(QDir::Files).size(), isStopped ? 1 : 0);
        QVERIFY(!QFile::exists(file("normalized/small.tif")) == isStopped);
    }

    void timeSpentPausedDoesNotCount()
    {
        ExportProgressPanel panel;
        using std::chrono::seconds;
        panel.begin(3);
        const auto start = ExportProgressPanel::Clock::now();
        panel.showProgress(0, {50000000, 200000000}, start + seconds(10));
        QVERIFY2(panel.text().startsWith("Slide 1 of 3 · 5 megapixels per second · "), qPrintable(panel.text()));
        panel.setPaused(start + seconds(10));
        panel.showProgress(0, {50000000, 200000000}, start + seconds(500));
        QCOMPARE(panel.text(), QString("Paused · Slide 1 of 3"));
        panel.setResumed(start + seconds(1000));
        panel.showProgress(2, {100000000, 200000000}, start + seconds(1010));
        QCOMPARE(panel.text(), QString("Slide 3 of 3 · 5 megapixels per second · 20 s left"));
    }

    void keepsNoNamesWhereTheyAreToBeKeptOut()
    {
        ExportSetup setup{{writeSlide(file("Jane Doe.tif"), 300)}, someNormalizer(), file("out"), {}};
        setup.names = NamesInExport::Anonymous;
        ExportDialog dialog(setup, *m_background);
        button(dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 30000);
        QCOMPARE(status(dialog), QString("1 slide(s) exported."));
        for (const QFileInfo& each : QDir(file("out")).entryInfoList(QDir::Files | QDir::Hidden)) {
            QVERIFY(!each.fileName().contains("Jane"));
            QFile content(each.filePath());
            QVERIFY(content.open(QIODevice::ReadOnly));
            QVERIFY2(!content.readAll().contains("Jane"), qPrintable(each.fileName()));
        }
    }

    void beginsWithTheScaleOfAnInterruptedExport()
    {
        ExportOptions options;
        options.scale.mpp = 0.5;
        options.tileSize = 320;
        ExportDialog dialog({{file("a.tif")}, someNormalizer(), {}, options}, *m_background);
        QCOMPARE(dialog.options().scale.mpp, options.scale.mpp);
        QCOMPARE(dialog.options().tileSize, 320);
        auto* scale = dialog.findChild<QComboBox*>("scale");
        scale->setCurrentIndex(scale->findData(2));
        QVERIFY(!dialog.options().scale.mpp);
        QCOMPARE(dialog.options().scale.halvings, 2);
    }

private:
    QString file(const QString& name) const { return m_folder->filePath(name); }
    static QPushButton* button(const ExportDialog& dialog) { return dialog.findChild<QPushButton*>("exportButton"); }
    static QString status(const ExportDialog& dialog) { return dialog.findChild<QLabel*>("exportStatus")->text(); }
    static QStringList states(const ExportDialog& dialog)
    {
        const QAbstractItemModel* table = dialog.findChild<QTableView*>("exportSlides")->model();
        QStringList texts;
        for (int i = 0; i < table->rowCount(); ++i)
            texts << table->index(i, 1).data().toString();
        return texts;
    }

    static QString text(const ExportDialog& dialog, const char* name) { return dialog.findChild<QLabel*>(name)->text(); }
    static ExportQueue& queueOf(const ExportDialog& dialog) { return dialog.findChild<ExportSlideList*>()->queue(); }
    QStringList namesOf(const ExportDialog& dialog) const
    {
        QStringList names;
        for (const QString& slide : queueOf(dialog).slides())
            names << QDir(m_folder->path()).relativeFilePath(slide);
        return names;
    }
    /// As a file manager does it.
    static void drop(const ExportDialog& dialog, const QStringList& paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        auto* list = dialog.findChild<ExportSlideList*>();
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(list, &enter);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(list, &event);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Background> m_background;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
