#include <QTest>

#include "color/IdentityMap.h"
#include "display/DisplayTables.h"
#include "display/IccMap.h"
#include "support/IccProfiles.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// Red and blue exchanged.
class SwappingMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = (source[i] & 255) << 16 | (source[i] & 0xFF00) | (source[i] >> 16 & 255);
    }
};

const ColorTablePtr& swapping()
{
    static const ColorTablePtr table = ColorTable::compile(SwappingMap()).value();
    return table;
}

std::shared_ptr<const IccBytes> shared(IccBytes bytes)
{
    return std::make_shared<const IccBytes>(std::move(bytes));
}

std::uint32_t adjusted(const DisplayAdjustment& adjustment, std::uint32_t color)
{
    const auto curve = adjustment.curve();
    return std::uint32_t(curve[color >> 16 & 255]) << 16 | std::uint32_t(curve[color >> 8 & 255]) << 8 | curve[color & 255];
}

std::uint32_t rgb(const ColorTablePtr& table, std::uint32_t color)
{
    return table->entry(color) & 0xFFFFFFu;
}

constexpr DisplayAdjustment kSome{10, -20, 1.2};

}

class TestDisplayTables : public QObject {
    Q_OBJECT

private slots:
    void knowsWhatIsNeutral();
    void adjustsWhatPanesAnswer();
    void appliesProfilesBetweenTableAndAdjustments();
    void leavesSlidesWithoutProfileAlone();
    void takesOverWhatIsThere();
    void refusesABadProfileOnceAndShowsTheRest();
    void canBeCancelled();
};

void TestDisplayTables::knowsWhatIsNeutral()
{
    DisplayRequest request;
    request.colors = {{1, nullptr, nullptr, {}}, {1, swapping(), shared({}), {}}};
    QVERIFY(request.isNeutral());
    request.adjustment = kSome;
    QVERIFY(!request.isNeutral());
    request.adjustment = {};
    request.screen = IccProfile::srgb();
    QVERIFY(!request.isNeutral());
    request.screen = nullptr;
    request.colors[0].profile = shared(wideProfileBytes());
    QVERIFY(!request.isNeutral());
}

void TestDisplayTables::adjustsWhatPanesAnswer()
{
    const auto tables = DisplayTables::make({kSome, nullptr, {{1, nullptr, nullptr, {}}, {1, swapping(), nullptr, {}}}}, nullptr);
    QVERIFY(tables);
    QCOMPARE((*tables)->all().size(), std::size_t(2));
    for (const std::uint32_t color : {0x000000u, 0xFFFFFFu, 0x123456u, 0xE8A0C0u}) {
        QCOMPARE(rgb((*tables)->find(1, nullptr).value(), color), adjusted(kSome, color));
        QCOMPARE(rgb((*tables)->find(1, swapping().get()).value(), color), adjusted(kSome, rgb(swapping(), color)));
    }
    QVERIFY(!(*tables)->find(2, nullptr));
}

void TestDisplayTables::appliesProfilesBetweenTableAndAdjustments()
{
    const auto profile = shared(wideProfileBytes());
    const auto tables = DisplayTables::make({kSome, nullptr, {{1, swapping(), profile, {}}}}, nullptr);
    QVERIFY(tables);
    const auto map = makeIccMap(*IccProfile::parse(*profile, IccRole::Slide, "").value(), *IccProfile::srgb()).value();
    for (const std::uint32_t color : {0x123456u, 0xE8A0C0u, 0x00FF00u}) {
        std::uint32_t expected = rgb(swapping(), color);
        map->map(&expected, &expected, 1);
        QCOMPARE(rgb((*tables)->find(1, swapping().get()).value(), color), adjusted(kSome, expected));
    }
}

void TestDisplayTables::leavesSlidesWithoutProfileAlone()
{
    const auto tables = DisplayTables::make(
        {{}, nullptr, {{1, nullptr, shared(wideProfileBytes()), {}}, {2, nullptr, nullptr, {}}, {2, swapping(), nullptr, {}}}}, nullptr);
    QVERIFY(tables);
    QVERIFY((*tables)->find(1, nullptr).value());
    QVERIFY(!(*tables)->find(2, nullptr).value());
    QCOMPARE((*tables)->find(2, swapping().get()).value(), swapping());
    QCOMPARE((*tables)->all().size(), std::size_t(1));
}

void TestDisplayTables::takesOverWhatIsThere()
{
    DisplayRequest request{kSome, nullptr, {{1, nullptr, shared(wideProfileBytes()), {}}}};
    const auto first = DisplayTables::make(request, nullptr).value();
    request.colors.push_back({1, swapping(), request.colors[0].profile, {}});
    const auto second = DisplayTables::make(request, first.get()).value();
    QCOMPARE(second->find(1, nullptr), first->find(1, nullptr));
    request.adjustment.brightness = 11;
    QVERIFY(DisplayTables::make(request, second.get()).value()->find(1, nullptr) != second->find(1, nullptr));
}

void TestDisplayTables::refusesABadProfileOnceAndShowsTheRest()
{
    const auto bad = shared(IccBytes(500, std::byte('x')));
    DisplayRequest request{kSome, nullptr, {{1, nullptr, bad, "bad.svs"}, {2, nullptr, nullptr, "good.svs"}}};
    const auto tables = DisplayTables::make(request, nullptr);
    QVERIFY(tables);
    QVERIFY((*tables)->firstError());
    QCOMPARE((*tables)->firstError()->code, ErrorCode::ColorProfileUnusable);
    QCOMPARE((*tables)->firstError()->subject, std::string("bad.svs"));
    QCOMPARE(rgb((*tables)->find(1, nullptr).value(), 0x123456), adjusted(kSome, 0x123456));
    QVERIFY(DisplayTables::make(request, tables->get()).value()->firstError());
}

void TestDisplayTables::canBeCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    JobControl control;
    control.stop = stop.get_token();
    const auto tables = DisplayTables::make({kSome, nullptr, {{1, nullptr, nullptr, {}}}}, nullptr, control);
    QVERIFY(!tables);
    QCOMPARE(tables.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestDisplayTables)
#include "tst_displaytables.moc"
