#include <QTest>

#include "display/IccMap.h"
#include "support/IccProfiles.h"

using namespace isostain;
using namespace isostain::test;

Q_DECLARE_METATYPE(IccBytes)

namespace {

/// Grays, primaries, stains, and colors all over.
std::vector<std::uint32_t> someColors()
{
    std::vector<std::uint32_t> colors = {0x000000, 0xFFFFFF, 0x808080, 0xFF0000, 0x00FF00, 0x0000FF, 0xE8A0C0, 0x5A3C8C};
    for (std::uint32_t i = 0; i < 500; ++i)
        colors.push_back(i * 2654435761u >> 8);
    return colors;
}

std::vector<std::uint32_t> mapped(const ColorMap& map, std::vector<std::uint32_t> colors)
{
    map.map(colors.data(), colors.data(), colors.size());
    return colors;
}

IccBytes profileOf(cmsColorSpaceSignature space)
{
    IccHandle profile = wideProfile();
    cmsSetColorSpace(profile.get(), space);
    return bytesOf(profile);
}

IccBytes cut(std::size_t bytes)
{
    IccBytes profile = wideProfileBytes();
    profile.resize(bytes);
    return profile;
}

}

class TestIccMap : public QObject {
    Q_OBJECT

private slots:
    void sRgbToItselfStays();
    void followsLittleCms();
    void drivesAScreen();
    void keepsNoTraceOfTheFourthByte();
    void tellsItsDescription();
    void refuses_data();
    void refuses();
    void survivesDamage();
};

void TestIccMap::sRgbToItselfStays()
{
    const auto map = makeIccMap(*IccProfile::srgb(), *IccProfile::srgb());
    QVERIFY(map);
    const auto colors = someColors();
    const auto shown = mapped(**map, colors);
    for (std::size_t i = 0; i < colors.size(); ++i)
        QVERIFY(channelDistance(colors[i], shown[i]) <= 1);
}

void TestIccMap::followsLittleCms()
{
    const auto wide = IccProfile::parse(wideProfileBytes(), IccRole::Slide, "a.svs");
    QVERIFY(wide);
    const auto map = makeIccMap(**wide, *IccProfile::srgb());
    QVERIFY(map);
    const ByLittleCms byLittleCms(wideProfile(), IccHandle(cmsCreate_sRGBProfile()));
    const auto colors = someColors();
    const auto shown = mapped(**map, colors);
    int largestChange = 0;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const std::uint32_t expected = byLittleCms(colors[i]);
        QVERIFY2(channelDistance(expected, shown[i]) <= 1,
                 qPrintable(QString("%1: %2, not %3").arg(colors[i], 6, 16).arg(shown[i], 6, 16).arg(expected, 6, 16)));
        largestChange = std::max(largestChange, channelDistance(colors[i], shown[i]));
    }
    QVERIFY(largestChange > 20);
    QCOMPARE(shown[0], 0x000000u);
    QCOMPARE(shown[1], 0xFFFFFFu);
}

void TestIccMap::drivesAScreen()
{
    const auto screen = IccProfile::parse(wideProfileBytes(cmsSigDisplayClass), IccRole::Screen, "screen.icc");
    QVERIFY(screen);
    const auto map = makeIccMap(*IccProfile::srgb(), **screen);
    QVERIFY(map);
    const ByLittleCms byLittleCms(IccHandle(cmsCreate_sRGBProfile()), wideProfile(cmsSigDisplayClass));
    for (const std::uint32_t color : someColors())
        QVERIFY(channelDistance(byLittleCms(color), mapped(**map, {color}).front()) <= 1);
}

void TestIccMap::keepsNoTraceOfTheFourthByte()
{
    const auto wide = IccProfile::parse(wideProfileBytes(), IccRole::Slide, "");
    const auto map = makeIccMap(**wide, *IccProfile::srgb());
    QCOMPARE(mapped(**map, {0xAB5A3C8Cu}), mapped(**map, {0x005A3C8Cu}));
    QCOMPARE(mapped(**map, {0xAB5A3C8Cu}).front() >> 24, 0u);
}

void TestIccMap::tellsItsDescription()
{
    QCOMPARE(IccProfile::parse(wideProfileBytes(), IccRole::Slide, "").value()->description(), std::string("A wide scanner"));
    QCOMPARE(IccProfile::srgb()->description(), std::string("sRGB"));
}

void TestIccMap::refuses_data()
{
    QTest::addColumn<IccBytes>("bytes");
    QTest::addColumn<bool>("isOfScreen");
    QTest::newRow("nothing") << IccBytes() << false;
    QTest::newRow("text") << IccBytes(3000, std::byte('x')) << false;
    QTest::newRow("header alone") << cut(128) << false;
    QTest::newRow("half of it") << cut(wideProfileBytes().size() / 2) << false;
    QTest::newRow("CMYK") << profileOf(cmsSigCmykData) << false;
    QTest::newRow("gray") << profileOf(cmsSigGrayData) << false;
    QTest::newRow("printer") << wideProfileBytes(cmsSigOutputClass) << false;
    QTest::newRow("link of two devices") << wideProfileBytes(cmsSigLinkClass) << false;
    QTest::newRow("named colors") << wideProfileBytes(cmsSigNamedColorClass) << false;
    QTest::newRow("huge") << [] {
        IccBytes profile = wideProfileBytes();
        profile.resize(IccProfile::kMostBytes + 1);
        return profile;
    }() << false;
    QTest::newRow("scanner for a screen") << wideProfileBytes(cmsSigInputClass) << true;
}

void TestIccMap::refuses()
{
    QFETCH(IccBytes, bytes);
    QFETCH(bool, isOfScreen);
    const auto profile = IccProfile::parse(bytes, isOfScreen ? IccRole::Screen : IccRole::Slide, "slide.svs");
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, isOfScreen ? ErrorCode::ScreenProfileUnusable : ErrorCode::ColorProfileUnusable);
    QVERIFY(describe(profile.error()).find("slide.svs") != std::string::npos);
    QVERIFY(!profile.error().detail.empty());
}

/// Any byte of a profile may be wrong: it is refused, or shows something.
void TestIccMap::survivesDamage()
{
    const IccBytes whole = wideProfileBytes();
    int usable = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        IccBytes damaged = whole;
        damaged[i] = std::byte(~std::to_integer<unsigned>(damaged[i]) & 255);
        const auto profile = IccProfile::parse(damaged, IccRole::Slide, "");
        if (!profile)
            continue;
        ++usable;
        const auto map = makeIccMap(**profile, *IccProfile::srgb());
        QVERIFY(map);
        QVERIFY(mapped(**map, {0x5A3C8Cu}).front() <= 0xFFFFFFu);
    }
    QVERIFY(usable > 0);
    QVERIFY(usable < int(whole.size()));
}

QTEST_GUILESS_MAIN(TestIccMap)
#include "tst_iccmap.moc"
