#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <QTest>

#include "export/IccProfile.h"

using namespace isostain;

namespace {

using Bytes = std::vector<std::byte>;

std::string bigEndian(std::uint32_t number)
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        text += static_cast<char>(number >> shift & 0xFF);
    return text;
}

/// An ICC profile of these tags, with a name in every field of the header that can hold one.
std::string makeProfile(const std::vector<std::pair<std::string, std::string>>& tags, char version = 2)
{
    std::string header(128, '\0');
    header[8] = version;
    header.replace(12, 12, "mntrRGB XYZ ");
    header.replace(24, 12, "Jane Doe1970");
    header.replace(36, 4, "acsp");
    header.replace(48, 8, "JaneJane");
    header.replace(64, 4, bigEndian(1));
    header.replace(68, 12, bigEndian(0xF6D6) + bigEndian(0x10000) + bigEndian(0xD32D));
    header.replace(80, 4, "Jane");
    std::string table = bigEndian(static_cast<std::uint32_t>(tags.size()));
    std::string data;
    for (const auto& [name, content] : tags) {
        table += name + bigEndian(static_cast<std::uint32_t>(128 + 4 + 12 * tags.size() + data.size())) +
                 bigEndian(static_cast<std::uint32_t>(content.size()));
        data += content;
    }
    std::string profile = header + table + data;
    return profile.replace(0, 4, bigEndian(static_cast<std::uint32_t>(profile.size())));
}

const std::string kRed = "XYZ " + bigEndian(0) + bigEndian(0x6FA2) + bigEndian(0x38F5) + bigEndian(0x0390);
const std::string kCurve = "curv" + bigEndian(0) + bigEndian(1) + std::string("\x02\x33\x00\x00", 4);

std::string kept(const std::string& profile)
{
    const Bytes result = colorimetricProfile(std::as_bytes(std::span(profile)));
    return {reinterpret_cast<const char*>(result.data()), result.size()};
}

}

class TestIccProfile : public QObject {
    Q_OBJECT

private slots:
    void srgbIsAProfileOfNumbersThatAddUpToWhite()
    {
        const Bytes made = srgbProfile();
        const std::string profile(reinterpret_cast<const char*>(made.data()), made.size());
        const auto numberAt = [&](std::size_t at) {
            std::uint32_t number = 0;
            for (std::size_t i = 0; i < 4; ++i)
                number = number << 8 | static_cast<unsigned char>(profile[at + i]);
            return number;
        };
        QCOMPARE(numberAt(0), static_cast<std::uint32_t>(profile.size()));
        QCOMPARE(profile.substr(12, 12), std::string("scnrRGB XYZ "));
        const auto tag = [&](const std::string& name) -> std::size_t {
            for (std::size_t i = 0; i < numberAt(128); ++i)
                if (profile.substr(132 + 12 * i, 4) == name)
                    return numberAt(136 + 12 * i);
            return 0;
        };
        for (std::size_t i = 0; i < 3; ++i) {
            const auto valueOf = [&](const char* name) { return static_cast<std::int32_t>(numberAt(tag(name) + 8 + 4 * i)) / 65536.0; };
            QVERIFY(std::abs(valueOf("rXYZ") + valueOf("gXYZ") + valueOf("bXYZ") - valueOf("wtpt")) < 1e-4);
            QVERIFY(std::abs(valueOf("wtpt") - static_cast<std::int32_t>(numberAt(68 + 4 * i)) / 65536.0) < 1e-4);
        }
        // The curve is in one piece where its two parts meet.
        const auto parameter = [&](std::size_t i) { return static_cast<std::int32_t>(numberAt(tag("gTRC") + 12 + 4 * i)) / 65536.0; };
        QCOMPARE(profile.substr(tag("gTRC"), 4), std::string("para"));
        const double atKink = std::pow(parameter(1) * parameter(4) + parameter(2), parameter(0));
        QVERIFY(std::abs(atKink - parameter(3) * parameter(4)) < 1e-4);
        QVERIFY(std::abs(std::pow(parameter(1) + parameter(2), parameter(0)) - 1) < 1e-4);
        QVERIFY(!colorimetricProfile(made).empty());
    }

    void keepsColorsAndNoText_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("version 2") << 2;
        QTest::newRow("version 4") << 4;
    }
    void keepsColorsAndNoText()
    {
        QFETCH(const int, version);
        const std::string result =
            kept(makeProfile({{"desc", "desc" + bigEndian(0) + bigEndian(9) + "Jane Doe" + std::string(79, '\0')},
                              {"cprt", "text" + bigEndian(0) + "Jane Doe"},
                              {"rXYZ", kRed},
                              {"rTRC", kCurve},
                              {"gTRC", "text" + bigEndian(0) + "Jane Doe"},
                              {"XMPx", "text" + bigEndian(0) + "Jane Doe"}},
                             static_cast<char>(version)));
        QVERIFY(!result.empty());
        QCOMPARE(result.find("Jane"), std::string::npos);
        QCOMPARE(result.find("1970"), std::string::npos);
        QCOMPARE(result.substr(0, 4), bigEndian(static_cast<std::uint32_t>(result.size())));
        QCOMPARE(result.substr(12, 12), std::string("mntrRGB XYZ "));
        QCOMPARE(result.substr(36, 4), std::string("acsp"));
        QCOMPARE(result.substr(64, 16), bigEndian(1) + bigEndian(0xF6D6) + bigEndian(0x10000) + bigEndian(0xD32D));
        QCOMPARE(result.substr(128, 4), bigEndian(4)); // description, copyright, and the two that hold numbers
        QVERIFY(result.find("rXYZ") != std::string::npos && result.find("rTRC") != std::string::npos);
        QVERIFY(result.find(kRed) != std::string::npos && result.find(kCurve) != std::string::npos);
        QCOMPARE(result.find("gTRC"), std::string::npos);
        QCOMPARE(kept(result), result);
    }

    void refusesWhatIsNoProfile_data()
    {
        QTest::addColumn<QByteArray>("profile");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        };
        const std::string good = makeProfile({{"rXYZ", kRed}});
        row("empty", "");
        row("text", std::string(500, 'x'));
        row("cut off", good.substr(0, good.size() - 1));
        row("gray", std::string(good).replace(16, 4, "GRAY"));
        row("more tags than there are", std::string(good).replace(128, 4, bigEndian(90)));
        row("four billion tags", std::string(good).replace(128, 4, bigEndian(0xFFFFFFFF)));
        row("a tag beyond the end", std::string(good).replace(136, 4, bigEndian(0xFFFFFFF0)));
        row("a tag without a type", std::string(good).replace(140, 4, bigEndian(3)));
        row("nothing to keep", makeProfile({{"cprt", "text" + bigEndian(0) + "Jane Doe"}}));
    }
    void refusesWhatIsNoProfile()
    {
        QFETCH(const QByteArray, profile);
        QCOMPARE(kept(profile.toStdString()), std::string());
    }
};

QTEST_GUILESS_MAIN(TestIccProfile)
#include "tst_iccprofile.moc"
