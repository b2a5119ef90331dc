#include <fstream>

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

#include "DisplayController.h"
#include "ViewerActions.h"
#include "ViewerFixture.h"
#include "compare/CompareView.h"
#include "export/ExportJob.h"
#include "export/ExportPlan.h"
#include "panels/ColorSwatch.h"
#include "panels/NoticeBar.h"
#include "panels/PathText.h"
#include "panels/PropertiesDialog.h"
#include "profile/ProfilePlot.h"
#include "support/IccProfiles.h"
#include "support/PaintedSlide.h"
#include "widgets/compare/PanePixels.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// "wide..." slides have the profile of a wide scanner, "bad..." ones bytes that are no profile, "cmyk..." ones one of inks.
Result<SlidePtr> openProfiled(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    SlideInfo info;
    info.path = path;
    info.mppX = info.mppY = 0.25;
    if (name.starts_with("wide"))
        info.colorProfile = std::make_shared<const IccBytes>(wideProfileBytes());
    if (name.starts_with("bad"))
        info.colorProfile = std::make_shared<const IccBytes>(700, std::byte('x'));
    if (name.starts_with("cmyk")) {
        IccHandle profile = wideProfile();
        cmsSetColorSpace(profile.get(), cmsSigCmykData);
        info.colorProfile = std::make_shared<const IccBytes>(bytesOf(profile));
    }
    return std::make_shared<PaintedSlide>(PyramidGeometry({{4000, 3000}}), info);
}

template <typename T>
T* find(const ViewerFixture& viewer, const char* name = nullptr)
{
    return viewer.window.findChild<T*>(name ? QLatin1String(name) : QString());
}

/// The window with a slide, source and a normalized view of it, at one screen pixel per slide pixel.
struct DisplayWindow : ViewerFixture {
    explicit DisplayWindow(const SlideSession::Opener& opener = openProfiled) : ViewerFixture(opener)
    {
        actions().overview->setChecked(false);
        actions().scaleBar->setChecked(false);
    }

    bool open(const QString& slide)
    {
        if (!show())
            return false;
        window.openFile(slide);
        if (!QTest::qWaitFor([this] { return slides.state() == SlideSession::State::Open && settled(); }, 20000))
            return false;
        window.openFile(writeProfile("swap.json"));
        if (!QTest::qWaitFor([this] { return normalizers.normalizer() && settled(); }, 20000))
            return false;
        view().zoomTo(1);
        return settle();
    }
    bool settled() const { return window.isSettled(); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return settled(); }, 20000);
    }
    CompareView& view() const { return *find<CompareView>(*this); }
    ViewerActions& actions() const { return *find<ViewerActions>(*this); }
    QPushButton& chip() const { return *find<QPushButton>(*this, "displayChip"); }
    QString chipText() const { return chip().isHidden() ? QString() : chip().accessibleName(); }
    QPushButton& profileChip() const { return *find<QPushButton>(*this, "colorProfileChip"); }
    QString profileChipText() const { return profileChip().isHidden() ? QString() : profileChip().text(); }
    QString notice() const
    {
        const auto* bar = find<NoticeBar>(*this, "notice");
        return bar->isHidden() ? QString() : bar->text();
    }
    template <typename Box, typename Value>
    void enter(const char* name, Value value)
    {
        find<Box>(*this, name)->setValue(value);
    }
    /// What the screen shows where no header lies over it.
    QImage screen()
    {
        if (!settle())
            return {};
        QImage image = view().grab().toImage().convertToFormat(QImage::Format_RGB32);
        image.setDevicePixelRatio(1);
        return image;
    }

    /// The first pixel that is not what `shown` makes of the pane's answer, give or take `tolerance` levels; in words.
    template <typename Shown>
    QString firstWrong(const Shown& shown, int tolerance = 0)
    {
        const QImage image = screen();
        if (image.isNull())
            return "the window did not settle";
        constexpr int kHeaders = 60; ///< and chips, at the bottom
        for (const PanePlace& place : view().paneLayout().places) {
            const ColorTablePtr table = tableOf(view(), place);
            for (int y = kHeaders; y < image.height() - kHeaders; y += 7)
                for (int x = place.rect.left(); x <= place.rect.right(); x += 5) {
                    const auto source = copiedPixel(view(), place, x, y);
                    if (!source)
                        continue;
                    const std::uint32_t expected = shown((table ? table->entry(*source) : *source) & kRgb);
                    if (channelDistance(pixelOf(image, x, y), expected) > tolerance)
                        return QString("pane %1 at %2,%3: %4, not %5")
                            .arg(place.pane)
                            .arg(x)
                            .arg(y)
                            .arg(pixelOf(image, x, y), 6, 16)
                            .arg(expected, 6, 16);
                }
        }
        return {};
    }
};

auto asItIs()
{
    return [](std::uint32_t color) {
        return color;
    };
}

auto adjustedBy(const DisplayAdjustment& adjustment)
{
    return [curve = adjustment.curve()](std::uint32_t color) {
        return std::uint32_t(curve[color >> 16 & 255]) << 16 | std::uint32_t(curve[color >> 8 & 255]) << 8 | curve[color & 255];
    };
}

IccHandle sRgb()
{
    return IccHandle(cmsCreate_sRGBProfile());
}

std::string exported(DisplayWindow& viewer, const QString& slide, const char* folder)
{
    ExportJob job{exportItems({toPath(slide)}, toPath(viewer.path(folder))), sameForEach(viewer.normalizers.normalizer()), {}};
    const auto results = runExport(job, {});
    if (results.empty() || results[0].error)
        return {};
    std::ifstream file(results[0].item.output, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}

#define VERIFY_SCREEN(viewer, ...)                                                                                         \
    do {                                                                                                                   \
        const QString wrong = (viewer).firstWrong(__VA_ARGS__);                                                            \
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));                                                                      \
    } while (false)

/// Display adjustments and color profiles in the real window.
class TestDisplayController : public QObject {
    Q_OBJECT

private slots:
    void adjustsTheScreenAndSaysSo();
    void resetsToTheBit();
    void exportsStayAsTheyAre();
    void cursorAndGrayProfileTellTheSlidesValues();
    void opensByKeyAndByChip();
    void forgetsAdjustmentsAndRemembersProfiles();
    void slideProfileShowsWhatLittleCmsSays();
    void slideWithoutProfileStaysAsItIs();
    void refusesBadProfiles_data();
    void refusesBadProfiles();
    void screenProfileShowsWhatLittleCmsSays();
    void refusesABadScreenProfile();
    void propertiesNameTheProfile();
};

void TestDisplayController::adjustsTheScreenAndSaysSo()
{
    DisplayWindow viewer;
    QVERIFY(viewer.open("plain.svs"));
    QCOMPARE(viewer.view().paneLayout().places.size(), std::size_t(2));
    QVERIFY(viewer.chipText().isEmpty());
    VERIFY_SCREEN(viewer, asItIs());
    viewer.enter<QSpinBox>("brightness", 10);
    viewer.enter<QSpinBox>("contrast", -20);
    viewer.enter<QDoubleSpinBox>("gamma", 1.2);
    QCOMPARE(viewer.chipText(), QString("Screen only: brightness +10, contrast -20, gamma 1.2"));
    QVERIFY(viewer.chip().isVisible());
    VERIFY_SCREEN(viewer, adjustedBy({10, -20, 1.2}));
}

void TestDisplayController::resetsToTheBit()
{
    DisplayWindow viewer;
    QVERIFY(viewer.open("plain.svs"));
    const QImage before = viewer.screen();
    viewer.enter<QSpinBox>("brightness", 40);
    QVERIFY(viewer.screen() != before);
    QTest::mouseClick(&viewer.chip(), Qt::LeftButton);
    QVERIFY(viewer.chipText().isEmpty());
    QVERIFY(!viewer.view().display());
    QVERIFY(viewer.screen() == before);
    viewer.enter<QSpinBox>("contrast", 40);
    QVERIFY(viewer.screen() != before);
    find<QPushButton>(viewer, "resetDisplay")->click();
    QVERIFY(viewer.screen() == before);
}

void TestDisplayController::exportsStayAsTheyAre()
{
    DisplayWindow viewer(openSlide);
    const QString slide = viewer.writePicture("slide.png");
    QVERIFY(viewer.open(slide));
    const std::string before = exported(viewer, slide, "before");
    QVERIFY(!before.empty());
    const QImage picture = viewer.view().grabFrame();
    const ColorTablePtr table = viewer.normalizers.normalizer()->table;
    viewer.enter<QSpinBox>("brightness", 40);
    QVERIFY(viewer.screen() != picture);
    QCOMPARE(viewer.normalizers.normalizer()->table, table);
    QVERIFY(exported(viewer, slide, "after") == before);
    QVERIFY(viewer.view().grabFrame() == picture);
}

void TestDisplayController::cursorAndGrayProfileTellTheSlidesValues()
{
    DisplayWindow viewer;
    QVERIFY(viewer.open("plain.svs"));
    viewer.actions().grayProfile->setChecked(true);
    viewer.view().setLine(ProfileLine{{1900, 1500}, {2060, 1520}, 5});
    QVERIFY(viewer.settle());
    QTest::mouseMove(&viewer.view(), QPoint(200, 150));
    const auto* swatch = find<ColorSwatch>(viewer);
    QTRY_VERIFY(swatch->text().contains("→"));
    const auto* plot = find<ProfilePlot>(viewer);
    const QString colors = swatch->text();
    QCOMPARE(plot->profiles().curves.size(), std::size_t(2));
    const std::vector<ProfileCurve> curves = plot->profiles().curves;
    const QImage before = viewer.screen();

    viewer.enter<QSpinBox>("brightness", 40);
    QVERIFY(viewer.screen() != before);
    // The plot is made anew.
    viewer.view().setLine(ProfileLine{{1900, 1500}, {2060, 1521}, 5});
    QVERIFY(viewer.settle());
    viewer.view().setLine(ProfileLine{{1900, 1500}, {2060, 1520}, 5});
    QVERIFY(viewer.settle());
    QCOMPARE(swatch->text(), colors);
    QCOMPARE(plot->profiles().curves.size(), curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i)
        QCOMPARE(plot->profiles().curves[i].profile.gray, curves[i].profile.gray);
}

void TestDisplayController::opensByKeyAndByChip()
{
    DisplayWindow viewer;
    QVERIFY(viewer.open("wide.svs"));
    auto* dialog = find<QDialog>(viewer, "displayDialog");
    QVERIFY(!dialog->isVisible());
    QTest::keyClick(&viewer.window, Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isVisible());
    find<QCheckBox>(viewer, "useSlideProfile")->setChecked(true);
    QVERIFY(viewer.settle());
    QTRY_VERIFY(viewer.profileChip().isVisible());
    QTest::mouseClick(&viewer.profileChip(), Qt::LeftButton);
    QTRY_VERIFY(dialog->isVisible());
    dialog->close();
}

void TestDisplayController::forgetsAdjustmentsAndRemembersProfiles()
{
    DisplayWindow viewer;
    find<QCheckBox>(viewer, "useSlideProfile")->setChecked(true);
    viewer.enter<QSpinBox>("brightness", 40);
    QCOMPARE(viewer.settings.store().value("display/slideProfile").toBool(), true);
    for (const QString& key : viewer.settings.store().allKeys())
        QVERIFY2(!key.contains("brightness"), qPrintable(key));
}

void TestDisplayController::slideProfileShowsWhatLittleCmsSays()
{
    DisplayWindow viewer;
    QVERIFY(viewer.open("wide.svs"));
    QTRY_COMPARE(find<QLabel>(viewer, "slideProfile")->text(), QString("A wide scanner"));
    const QImage before = viewer.screen();
    VERIFY_SCREEN(viewer, asItIs()); // off unless it is asked for
    find<QCheckBox>(viewer, "useSlideProfile")->setChecked(true);
    QCOMPARE(viewer.profileChipText(), QString("Color profile of the slide"));
    VERIFY_SCREEN(viewer, ByLittleCms(wideProfile(), sRgb()), 1);
    QVERIFY(viewer.screen() != before);
    find<QCheckBox>(viewer, "useSlideProfile")->setChecked(false);
    QVERIFY(viewer.screen() == before);
    QVERIFY(viewer.profileChipText().isEmpty());
}

void TestDisplayController::slideWithoutProfileStaysAsItIs()
{
    DisplayWindow viewer;
    QVERIFY(viewer.open("plain.svs"));
    find<QCheckBox>(viewer, "useSlideProfile")->setChecked(true);
    VERIFY_SCREEN(viewer, asItIs());
    QVERIFY(viewer.profileChipText().isEmpty());
    QVERIFY(!viewer.view().display());
    // Its toggle stays on, for the next slide that has one.
    viewer.window.openFile("wide.svs");
    QTRY_COMPARE(viewer.profileChipText(), QString("Color profile of the slide"));
    viewer.view().zoomTo(1);
    VERIFY_SCREEN(viewer, ByLittleCms(wideProfile(), sRgb()), 1);
}

void TestDisplayController::refusesBadProfiles_data()
{
    QTest::addColumn<QString>("slide");
    QTest::newRow("corrupt") << "bad.svs";
    QTest::newRow("CMYK") << "cmyk.svs";
}

void TestDisplayController::refusesBadProfiles()
{
    QFETCH(QString, slide);
    DisplayWindow viewer;
    QVERIFY(viewer.open(slide));
    QVERIFY(viewer.notice().isEmpty());
    find<QCheckBox>(viewer, "useSlideProfile")->setChecked(true);
    QTRY_VERIFY2(viewer.notice().contains(slide) && viewer.notice().contains("color profile"), qPrintable(viewer.notice()));
    VERIFY_SCREEN(viewer, asItIs());
    QVERIFY(viewer.profileChipText().isEmpty());
    QVERIFY(find<QLabel>(viewer, "slideProfile")->text().contains("not usable"));
}

void TestDisplayController::screenProfileShowsWhatLittleCmsSays()
{
    DisplayWindow viewer;
    const IccBytes bytes = wideProfileBytes(cmsSigDisplayClass);
    const QString file = viewer.writeFile("screen.icc", QByteArray(reinterpret_cast<const char*>(bytes.data()), int(bytes.size())));
    QVERIFY(viewer.open("wide.svs"));
    find<DisplayController>(viewer)->useScreenProfile(file);
    QTRY_COMPARE(viewer.profileChipText(), QString("Color profile of the screen"));
    QCOMPARE(find<QLabel>(viewer, "screenProfile")->text(), QString("A wide scanner"));
    VERIFY_SCREEN(viewer, ByLittleCms(sRgb(), wideProfile(cmsSigDisplayClass)), 1);
    find<QCheckBox>(viewer, "useSlideProfile")->setChecked(true);
    VERIFY_SCREEN(viewer, ByLittleCms(wideProfile(), wideProfile(cmsSigDisplayClass)), 1);
    QCOMPARE(viewer.profileChipText(), QString("Color profiles of slide and screen"));
    QCOMPARE(viewer.settings.store().value("display/screenProfile").toString(), file);
    find<QCheckBox>(viewer, "useSlideProfile")->setChecked(false);
    find<QPushButton>(viewer, "dropScreenProfile")->click();
    VERIFY_SCREEN(viewer, asItIs());
    QVERIFY(!viewer.settings.store().contains("display/screenProfile"));
}

void TestDisplayController::refusesABadScreenProfile()
{
    DisplayWindow viewer;
    QVERIFY(viewer.open("plain.svs"));
    find<DisplayController>(viewer)->useScreenProfile(viewer.writeFile("text.icc", "no profile"));
    QTRY_VERIFY(viewer.notice().contains("text.icc"));
    QVERIFY(viewer.profileChipText().isEmpty());
    QVERIFY(!viewer.settings.store().contains("display/screenProfile"));
    VERIFY_SCREEN(viewer, asItIs());
}

void TestDisplayController::propertiesNameTheProfile()
{
    DisplayWindow viewer;
    QVERIFY(viewer.open("wide.svs"));
    viewer.actions().properties->trigger();
    auto* dialog = find<PropertiesDialog>(viewer);
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->findChild<QLabel*>("colorProfile")->text(), QString("A wide scanner"));
    dialog->close();
}

QTEST_MAIN(TestDisplayController)
#include "tst_displaycontroller.moc"
