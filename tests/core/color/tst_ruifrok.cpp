#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <vector>

#include <QTest>

#include <nlohmann/json.hpp>

#include "color/StainSeparation.h"

using namespace isostain;

/// Against golden/ruifrok.json, which golden/make_ruifrok.py computes from the definitions without this program.
class TestRuifrok : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_golden = nlohmann::json::parse(std::ifstream(ISOSTAIN_RUIFROK_GOLDEN));
        m_source = colors("source");
        m_target = colors("target");
        QVERIFY(m_source.size() > 1000);
        QCOMPARE(m_source.size(), m_target.size());
    }

    void vectorsAreThePublishedOnes()
    {
        const auto expected = m_golden["stains"].get<StainMatrix>();
        for (std::size_t stain = 0; stain < 2; ++stain)
            for (std::size_t channel = 0; channel < 3; ++channel)
                QVERIFY(std::abs(ruifrokStainMatrix()[stain][channel] - expected[stain][channel]) < 1e-12);
    }

    void maximaAgree()
    {
        const StainAmounts maximum = maximumAmounts(countColors(m_source), ruifrokStainMatrix());
        for (std::size_t stain = 0; stain < 2; ++stain)
            QVERIFY(std::abs(maximum[stain] - m_golden["maximum"][stain].get<double>()) < 1e-9);
    }

    void colorsAgree()
    {
        const StainStatistics source = {ruifrokStainMatrix(), maximumAmounts(countColors(m_source), ruifrokStainMatrix())};
        std::vector<std::uint32_t> result(m_source.size());
        StainScalingMap(source, publishedHematoxylinEosinReference()).map(m_source.data(), result.data(), result.size());
        std::size_t values = 0, within = 0, equal = 0;
        for (std::size_t i = 0; i < result.size(); ++i)
            for (const int shift : {16, 8, 0}) {
                const int difference = std::abs(int(result[i] >> shift & 0xFF) - int(m_target[i] >> shift & 0xFF));
                ++values;
                within += difference <= 1;
                equal += difference == 0;
            }
        qInfo("%zu of %zu values equal, %zu within one level", equal, values, within);
        QCOMPARE(within, values);
        QVERIFY(static_cast<double>(equal) >= 0.999 * static_cast<double>(values));
    }

private:
    std::vector<std::uint32_t> colors(const char* field) const
    {
        std::vector<std::uint32_t> result;
        for (const auto& text : m_golden[field])
            result.push_back(static_cast<std::uint32_t>(std::stoul(text.get<std::string>(), nullptr, 16)));
        return result;
    }

    nlohmann::json m_golden;
    std::vector<std::uint32_t> m_source, m_target;
};

QTEST_GUILESS_MAIN(TestRuifrok)
#include "tst_ruifrok.moc"
