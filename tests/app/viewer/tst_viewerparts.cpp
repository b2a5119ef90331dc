#include <semaphore>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "KeptFileWriter.h"
#include "LaunchOptions.h"
#include "Settings.h"
#include "Theme.h"
#include "handover/Background.h"
#include "panels/EmptyPage.h"
#include "panels/ErrorPage.h"
#include "panels/ErrorText.h"
#include "panels/Mnemonics.h"
#include "panels/ProfilePicker.h"
#include "panels/PropertiesDialog.h"
#include "panels/StatusLine.h"
#include "panels/ThemedIcon.h"
#include "panels/ViewTexts.h"
#include "support/PaintedSlide.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& color)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

SlideInfo infoWith(std::optional<double> power, std::optional<double> mpp)
{
    SlideInfo info;
    info.objectivePower = power;
    info.mppX = mpp;
    info.mppY = mpp;
    return info;
}

}

/// The parts around the window that need no slide on the screen.
class TestViewerParts : public QObject {
    Q_OBJECT

private slots:
    void parsesTheCommandLine_data();
    void parsesTheCommandLine();
    void keptFilesAreAllWritten();
    void keepsSettings();
    void survivesAbsurdSettings_data();
    void survivesAbsurdSettings();
    void hasReadablePalettes_data();
    void hasReadablePalettes();
    void tintsIcons();
    void saysMagnification_data();
    void saysMagnification();
    void saysErrors();
    void dropsStatusFieldsInANarrowWindow();
    void findsProperties();
    void hidesPrivateImages();
    void showsNamesWithAnAmpersand();
    void textsLoseTheirMnemonics_data();
    void textsLoseTheirMnemonics();
    void tellsNewsWhereNothingIsUnderWay();
    void keepsTheEntriesOfAnOpenMenu();
};

void TestViewerParts::parsesTheCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitStatus"); // -1: the program runs
    QTest::newRow("nothing") << QStringList{} << -1;
    QTest::newRow("a slide") << QStringList{"slide.svs"} << -1;
    QTest::newRow("everything") << QStringList{"slide.svs", "--profile", "p.json", "--mode",       "curtain", "--size",
                                               "1600x1000", "--theme",   "dark",   "--screenshot", "out.png",
                                               "--profile", "builtin:macenko", "--view", "normalized", "--view", "eosin",
                                               "--arrangement", "grid"}
                                << -1;
    QTest::newRow("help") << QStringList{"--help"} << 0;
    QTest::newRow("version") << QStringList{"--version"} << 0;
    QTest::newRow("two slides") << QStringList{"a.svs", "b.svs"} << 2;
    QTest::newRow("unknown option") << QStringList{"--colour"} << 2;
    QTest::newRow("bad mode") << QStringList{"--mode", "diagonal"} << 2;
    QTest::newRow("bad size") << QStringList{"--size", "1600"} << 2;
    QTest::newRow("bad view") << QStringList{"--view", "upside-down"} << 2;
    QTest::newRow("bad arrangement") << QStringList{"--arrangement", "spiral"} << 2;
    QTest::newRow("bad theme") << QStringList{"--theme", "pink"} << 2;
}

void TestViewerParts::parsesTheCommandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitStatus);
    const ParsedCommandLine parsed = parseCommandLine(QStringList{"isostain"} + arguments);
    QCOMPARE(parsed.options.has_value(), exitStatus == -1);
    if (!parsed.options) {
        QCOMPARE(parsed.exitStatus, exitStatus);
        QVERIFY(!parsed.text.isEmpty());
    } else if (arguments.size() > 1) {
        QCOMPARE(parsed.options->slide, "slide.svs");
        QCOMPARE(parsed.options->profiles, (QStringList{"p.json", "builtin:macenko"}));
        QCOMPARE(parsed.options->views, (std::vector{PaneView::Normalized, PaneView::Eosin}));
        QCOMPARE(parsed.options->arrangement, PaneArrangement::Grid);
        QCOMPARE(parsed.options->mode, CompareMode::Curtain);
        QCOMPARE(parsed.options->size, QSize(1600, 1000));
        QCOMPARE(parsed.options->theme, ThemeChoice::Dark);
        QCOMPARE(parsed.options->screenshot, "out.png");
    }
}

void TestViewerParts::keepsSettings()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("settings.ini");
    const Preferences wanted{qint64(300) << 20, 3, ThemeChoice::Dark, false, false, "de"};
    {
        Settings settings(file);
        QCOMPARE(settings.preferences().cacheBytes, Settings::defaultCacheBytes());
        QVERIFY(settings.preferences().remembersRecentFiles);
        QSignalSpy changes(&settings, &Settings::changed);
        settings.setPreferences(wanted);
        settings.setPreferences(wanted);
        QCOMPARE(changes.size(), 1);
    }
    QCOMPARE(Settings(file).preferences(), wanted);
}

void TestViewerParts::survivesAbsurdSettings_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("threads without end") << "cache/threads" << "2000000000";
    QTest::newRow("fewer threads than none") << "cache/threads" << "-5";
    QTest::newRow("words for threads") << "cache/threads" << "many";
    QTest::newRow("no memory") << "cache/bytes" << "0";
    QTest::newRow("words for memory") << "cache/bytes" << "all of it";
    QTest::newRow("an unknown theme") << "window/theme" << "pink";
}

void TestViewerParts::survivesAbsurdSettings()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QTemporaryDir folder;
    const QString file = folder.filePath("settings.ini");
    QSettings(file, QSettings::IniFormat).setValue(key, value);
    const Preferences found = Settings(file).preferences();
    QVERIFY(found.threads >= 0 && found.threads <= Settings::kMostThreads);
    QVERIFY(found.cacheBytes >= qint64(64) << 20);
    QCOMPARE(found.theme, ThemeChoice::System);
}

void TestViewerParts::hasReadablePalettes_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << Theme::palette(Theme::Shade::Light);
    QTest::newRow("dark") << Theme::palette(Theme::Shade::Dark);
}

void TestViewerParts::hasReadablePalettes()
{
    QFETCH(QPalette, palette);
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    for (const auto& [text, ground] :
         {Pair{QPalette::WindowText, QPalette::Window}, Pair{QPalette::Text, QPalette::Base},
          Pair{QPalette::Text, QPalette::AlternateBase}, Pair{QPalette::ButtonText, QPalette::Button},
          Pair{QPalette::HighlightedText, QPalette::Highlight}, Pair{QPalette::Link, QPalette::Window},
          Pair{QPalette::ToolTipText, QPalette::ToolTipBase}})
        QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= 4.5,
                 qPrintable(QStringLiteral("roles %1 on %2").arg(text).arg(ground)));
    // Nothing around the slide may tint it.
    const QColor window = palette.color(QPalette::Window);
    QCOMPARE(window.red(), window.green());
    QCOMPARE(window.green(), window.blue());
}

void TestViewerParts::tintsIcons()
{
    for (const QPalette& palette : {Theme::palette(Theme::Shade::Light), Theme::palette(Theme::Shade::Dark)}) {
        QApplication::setPalette(palette);
        const QImage image = themedIcon("single").pixmap(QSize(24, 24), 2.0).toImage();
        QCOMPARE(image.size(), QSize(48, 48));
        // The middle of the left edge of the frame.
        const QColor drawn = image.pixelColor(6, 24);
        QCOMPARE(drawn.alpha(), 255);
        QCOMPARE(drawn.rgb(), palette.color(QPalette::ButtonText).rgb());
    }
}

void TestViewerParts::saysMagnification_data()
{
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("power");
    QTest::addColumn<QString>("text");
    QTest::newRow("1:1 at 40x") << 1.0 << 40.0 << "40×";
    QTest::newRow("1:1 at 20x") << 1.0 << 20.0 << "20×";
    QTest::newRow("fraction") << 1.0 / 32 << 40.0 << "1.25×";
    QTest::newRow("small") << 0.003 << 20.0 << "0.06×";
    QTest::newRow("large") << 64.0 << 40.0 << "2,560×";
    QTest::newRow("round") << 0.5 << 20.0 << "10×";
    QTest::newRow("no power") << 0.5 << 0.0 << "0.5 pixels per pixel";
}

void TestViewerParts::saysMagnification()
{
    QFETCH(double, zoom);
    QFETCH(double, power);
    QFETCH(QString, text);
    const SlideInfo info = infoWith(power > 0 ? std::optional(power) : std::nullopt, std::nullopt);
    QCOMPARE(magnificationText(zoom, info, QLocale(QLocale::English, QLocale::UnitedStates)), text);
}

void TestViewerParts::saysErrors()
{
    const Error error{ErrorCode::FileNotFound, "100%2 %1.svs", "errno 2"};
    QVERIFY(errorText(error).startsWith("100%2 %1.svs was not found."));
    QVERIFY(!errorText(error).contains("errno"));
    QCOMPARE(errorDetail(error), "errno 2");
    const Error withPath{ErrorCode::FileNotFound, "/archive/2024/slide.svs", "errno 2"};
    QVERIFY(errorText(withPath).startsWith("slide.svs was not found."));
    QCOMPARE(errorDetail(withPath), "/archive/2024/slide.svs: errno 2");
    for (const ErrorSentence& row : errorSentences())
        QVERIFY(!errorText({row.code, {}, {}}).contains("%1"));
}

void TestViewerParts::dropsStatusFieldsInANarrowWindow()
{
    SlideInfo info = infoWith(40, 0.25);
    StatusLine line;
    line.setSlide(std::make_shared<PaintedSlide>(PyramidGeometry({{100000, 80000}}), info));
    line.setViewport({{500, 500}, 0.5, 800, 600});
    line.setCursor({99999, 79999}, QColor(255, 255, 255), QColor(255, 255, 255));
    line.show();
    const auto isShown = [&line](const char* name) {
        return line.findChild<QWidget*>(QLatin1String(name))->isVisible();
    };
    const auto fits = [&line] {
        for (const QWidget* field : line.findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
            if (field->isVisible() && field->objectName() != "statusTask" && field->width() < field->sizeHint().width())
                return false;
        return true;
    };
    line.resize(1600, line.sizeHint().height());
    QTRY_VERIFY(isShown("statusLevel") && isShown("statusColors") && isShown("statusMagnification"));
    QTRY_VERIFY(fits());
    line.resize(420, line.height());
    QTRY_VERIFY(!isShown("statusLevel"));
    QVERIFY(isShown("statusMagnification"));
    QTRY_VERIFY(fits());
}

void TestViewerParts::findsProperties()
{
    SlideInfo info = infoWith(20, 0.499);
    info.properties = {{"aperio.AppMag", "20"}, {"aperio.MPP", "0.4990"}, {"openslide.vendor", "aperio"}};
    PropertiesDialog dialog(std::make_shared<PaintedSlide>(PyramidGeometry({{2220, 2967}}), info));
    const auto* table = dialog.findChild<QTableView*>("propertyTable");
    QCOMPARE(table->model()->rowCount(), 3);
    dialog.findChild<QLineEdit*>("propertySearch")->setText("mpp");
    QCOMPARE(table->model()->rowCount(), 1);
    dialog.findChild<QLineEdit*>("propertySearch")->setText("APERIO");
    QCOMPARE(table->model()->rowCount(), 3);
}

void TestViewerParts::hidesPrivateImages()
{
    SlideInfo info;
    info.associatedImages = {"label", "macro", "thumbnail"};
    PropertiesDialog dialog(std::make_shared<PaintedSlide>(PyramidGeometry({{2220, 2967}}), info));
    QSignalSpy requests(&dialog, &PropertiesDialog::imageRequested);
    dialog.requestImages();
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests.at(0).at(0).toString(), "thumbnail");
    const auto buttons = dialog.findChildren<QPushButton*>("showImageButton");
    QCOMPARE(buttons.size(), 2);
    buttons.first()->click();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests.at(1).at(0).toString(), "label");

    dialog.show();
    QImage picture(400, 100, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    dialog.setImage("label", picture);
    QTRY_VERIFY(dialog.findChild<QLabel*>("associatedImage")->height() >= 70);
}

void TestViewerParts::showsNamesWithAnAmpersand()
{
    EmptyPage page;
    page.setRecent({"/slides/H&E.svs"});
    QVERIFY(page.findChild<QPushButton*>("recentButton")->text().startsWith("H&&E.svs"));
    ErrorPage error;
    error.setError({ErrorCode::FileNotFound, "gone.svs", {}}, "H&E.svs");
    QVERIFY(error.findChild<QPushButton*>("backButton")->text().endsWith("H&&E.svs"));
    ProfileMenu menu;
    ProfilePicker picker(&menu);
    picker.setCurrentName("Demo H&E");
    QCOMPARE(picker.text(), "Demo H&&E");
}

void TestViewerParts::textsLoseTheirMnemonics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << "Zoom" << "Zoom";
    QTest::newRow("letter") << "E&xport…" << "Export…";
    QTest::newRow("of another script") << "打开(&O)…" << "打开…";
    QTest::newRow("in parentheses that stay") << "&Actual Pixels (1:1)" << "Actual Pixels (1:1)";
    QTest::newRow("escaped") << "&Back to H&&E.svs" << "Back to H&E.svs";
    QTest::newRow("alone") << "Ruifrok && Johnston" << "Ruifrok & Johnston";
}

void TestViewerParts::textsLoseTheirMnemonics()
{
    QFETCH(QString, text);
    QTEST(withoutMnemonic(text), "shown");
}

void TestViewerParts::tellsNewsWhereNothingIsUnderWay()
{
    StatusLine line;
    const auto* task = line.findChild<QLabel*>("statusTask");
    line.setTask("Working");
    line.showNews("Done");
    QCOMPARE(task->text(), "Working");
    line.setTask({});
    QCOMPARE(task->text(), "Done");
    line.showNews("Done again");
    QCOMPARE(task->text(), "Done again");
}

void TestViewerParts::keepsTheEntriesOfAnOpenMenu()
{
    const auto entries = [](int count) {
        std::vector<ProfileEntry> list;
        for (int i = 0; i < count; ++i)
            list.push_back({ProfileEntry::Kind::Library, QString::number(i), QString("Profile %1").arg(i), {}, true});
        return list;
    };
    ProfileMenu menu;
    menu.setEntries(entries(2), "0");
    const QList<QAction*> before = menu.actions();
    menu.popup({10, 10});
    QVERIFY(menu.isVisible());
    menu.setEntries(entries(3), "1");
    menu.setEntries(entries(5), "2");
    QCOMPARE(menu.actions(), before);
    QSignalSpy picked(&menu, &ProfileMenu::picked);
    QTest::mouseClick(&menu, Qt::LeftButton, Qt::NoModifier, menu.actionGeometry(before[2]).center());
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked[0][0].toString(), "0");
    QVERIFY(!menu.isVisible());
    QTRY_COMPARE(menu.actions().size(), before.size() + 3);
    int checked = 0;
    for (const QAction* action : menu.actions())
        if (action->isChecked()) {
            ++checked;
            QCOMPARE(action->data().toString(), "2");
        }
    QCOMPARE(checked, 1);

    // Closed, it changes at once.
    menu.setEntries(entries(2), "0");
    QCOMPARE(menu.actions().size(), before.size());
}

void TestViewerParts::keptFilesAreAllWritten()
{
    Background background;
    KeptFileWriter writer(background);
    QStringList written; // one at a time
    const auto note = [&written](const QString& what) {
        return [&written, what]() -> Result<void> {
            written << what;
            if (what == "broken")
                return fail(ErrorCode::DiskFull, "b");
            return {};
        };
    };
    QSignalSpy idle(&writer, &KeptFileWriter::idle), changed(&writer, &KeptFileWriter::changed), failed(&writer, &KeptFileWriter::failed);
    std::binary_semaphore begun(0);
    std::binary_semaphore goesOn(0);
    writer.write("a", *this, [&]() -> Result<void> {
        begun.release();
        goesOn.acquire();
        written << "a1";
        return {};
    });
    begun.acquire();
    writer.write("a", *this, note("a2"));
    writer.write("b", *this, note("broken"));
    writer.write("a", *this, note("a3"));
    QStringList seen;
    writer.whenIdle(*this, [&] { seen = written; });
    QVERIFY(writer.isBusy() && seen.isEmpty());
    QCOMPARE(changed.count(), 4); // at once, whether it is written by then or not
    goesOn.release();
    QTRY_COMPARE(idle.count(), 1);
    QCOMPARE(written, (QStringList{"a1", "a3", "broken"}));
    QCOMPARE(seen, written);
    QCOMPARE(failed.count(), 1);
    QVERIFY(!writer.isBusy());
    bool isCalled = false;
    writer.whenIdle(*this, [&] { isCalled = true; });
    QVERIFY(isCalled);
    const auto unread = [&] { QTest::qFail("nobody is there to read", __FILE__, __LINE__); };
    writer.write("a", *this, note("a4"));
    writer.whenIdle(*std::make_unique<QObject>(), unread);
    QTRY_COMPARE(idle.count(), 2);
}

QTEST_MAIN(TestViewerParts)
#include "tst_viewerparts.moc"
