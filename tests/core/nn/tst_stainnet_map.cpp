#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>
#include <vector>

#include <QTest>

#include "nn/StainNetEvaluate.h"
#include "nn/StainNetMap.h"
#include "support/ReferenceNetwork.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// Colors spread over the whole cube, corners included; every one differs from its neighbors in all channels.
std::vector<std::uint32_t> spreadColors(std::size_t count)
{
    std::vector<std::uint32_t> colors = {0x000000u, 0xFFFFFFu, 0xFF0000u, 0x00FF00u, 0x0000FFu};
    for (std::uint32_t i = 0; colors.size() < count; ++i)
        colors.push_back(i * 0x9E3779u & 0xFFFFFFu);
    return colors;
}

std::vector<std::uint32_t> evaluated(const StainNetWeights& weights, const std::vector<std::uint32_t>& colors, SimdLevel level)
{
    std::vector<std::uint32_t> answers(colors.size());
    evaluateStainNet(weights, colors.data(), answers.data(), colors.size(), level);
    return answers;
}

/// The truncated answer, where rounding of float32 may decide for either side of a whole number.
bool isAnswer(double exact, std::uint32_t level)
{
    constexpr double kRounding = 1e-3;
    return std::floor(exact - kRounding) <= level && level <= std::floor(exact + kRounding);
}

StainNetWeights changed(const std::function<void(StainNetWeights&)>& change)
{
    StainNetWeights weights = generatedStainNet({3, 8, 3}, 1);
    change(weights);
    return weights;
}

}

class TestStainNetMap : public QObject {
    Q_OBJECT

private slots:
    void answersAreThoseOfTheDefinition_data()
    {
        QTest::addColumn<std::vector<int>>("widths");
        QTest::addColumn<SimdLevel>("level");
        for (const SimdLevel level : {SimdLevel::Portable, bestSimdLevel()})
            for (const std::vector<int>& widths : {std::vector{3, 32, 32, 3}, {3, 3}, {3, 1, 3}, {3, 5, 3}, {3, 6, 7, 9, 3},
                                                   {3, 64, 3}, {3, 130, 2, 3}, {3, 8, 8, 8, 8, 8, 8, 3}}) {
                QStringList name(level == SimdLevel::Portable ? "portable" : "best");
                for (const int width : widths)
                    name << QString::number(width);
                QTest::newRow(qPrintable(name.join(' '))) << widths << level;
            }
    }

    void answersAreThoseOfTheDefinition()
    {
        QFETCH(std::vector<int>, widths);
        QFETCH(SimdLevel, level);
        StainNetWeights weights = generatedStainNet(widths, 4);
        for (float& bias : weights.layers.back().bias)
            bias *= 3;   // so that some answers are clamped
        const auto colors = spreadColors(2000);
        const auto answers = evaluated(weights, colors, level);
        for (std::size_t i = 0; i < colors.size(); ++i) {
            const auto exact = exactAnswer(weights, colors[i]);
            for (unsigned channel = 0; channel < 3; ++channel)
                if (!isAnswer(exact[channel], answers[i] >> (16 - 8 * channel) & 0xFFu))
                    QFAIL(qPrintable(QString("%1: channel %2 is %3 in %4").arg(colors[i], 6, 16).arg(channel)
                                         .arg(exact[channel]).arg(answers[i], 8, 16)));
            QCOMPARE(answers[i] >> 24, 0u);
        }
    }

    void anAnswerDependsOnTheColorAlone_data()
    {
        QTest::addColumn<SimdLevel>("level");
        QTest::newRow("portable") << SimdLevel::Portable;
        QTest::newRow("best of this processor") << bestSimdLevel();
    }

    void anAnswerDependsOnTheColorAlone()
    {
        QFETCH(SimdLevel, level);
        const StainNetWeights weights = generatedStainNet({3, 32, 32, 3}, 5);
        const auto colors = spreadColors(100);
        const auto answers = evaluated(weights, colors, level);
        for (std::size_t count = 0; count <= 60; ++count)
            for (std::size_t offset = 0; offset < 9; ++offset) {
                std::vector<std::uint32_t> inPlace = colors, expected = colors;
                for (std::size_t i = offset; i < offset + count; ++i) {
                    inPlace[i] |= 0x5A000000u;
                    expected[i] = answers[i];
                }
                evaluateStainNet(weights, inPlace.data() + offset, inPlace.data() + offset, count, level);
                QCOMPARE(inPlace, expected);
            }
    }

    void widerVectorsGiveTheSameBits()
    {
        if (!hasAvx512())
            QSKIP("this processor has no AVX-512");
#if defined(__x86_64__)
        for (const std::vector<int>& channels : {std::vector{3, 32, 32, 3}, std::vector{3, 5, 3}, std::vector{3, 3}}) {
            const StainNetWeights weights = generatedStainNet(channels, 7);
            const auto colors = spreadColors(100001);
            std::vector<std::uint32_t> narrow(colors.size()), wide(colors.size());
            evaluateStainNetAvx2(weights, colors.data(), narrow.data(), colors.size());
            evaluateStainNetAvx512(weights, colors.data(), wide.data(), colors.size());
            QVERIFY(narrow == wide);
        }
#endif
    }

    void formsDifferByRoundingOnly()
    {
        if (bestSimdLevel() == SimdLevel::Portable)
            QSKIP("this processor has the portable form only");
        const StainNetWeights weights = generatedStainNet({3, 32, 32, 3}, 6);
        const auto colors = spreadColors(1 << 20);
        const auto portable = evaluated(weights, colors, SimdLevel::Portable);
        const auto best = evaluated(weights, colors, bestSimdLevel());
        std::size_t different = 0;
        for (std::size_t i = 0; i < colors.size(); ++i) {
            different += portable[i] != best[i];
            for (const int shift : {16, 8, 0})
                QVERIFY(std::abs(int(portable[i] >> shift & 0xFF) - int(best[i] >> shift & 0xFF)) <= 1);
        }
        QVERIFY2(different <= colors.size() / 10000, qPrintable(QString::number(different)));
    }

    /// The hidden layer overflows to infinity; the answers are its difference with itself, itself, and its negative.
    void whatIsNotANumberBecomesBlack()
    {
        StainNetWeights weights = generatedStainNet({3, 2, 3}, 7);
        weights.layers[0].weight.assign(6, std::numeric_limits<float>::max());
        weights.layers[1].weight = {1, -1, 1, 1, -1, -1};
        for (const SimdLevel level : {SimdLevel::Portable, bestSimdLevel()})
            QCOMPARE(evaluated(weights, {0xFFFFFFu}, level).front(), 0x00FF00u);
    }

    void unfitLayersAreRefused_data()
    {
        QTest::addColumn<StainNetWeights>("weights");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, ErrorCode code, const std::function<void(StainNetWeights&)>& change) {
            QTest::newRow(name) << changed(change) << code;
        };
        row("3x3", ErrorCode::SpatialUnsupported, [](StainNetWeights& weights) {
            weights.layers[0].kernelSize = 3;
            weights.layers[0].weight.resize(3 * 8 * 9);
        });
        row("no layers", ErrorCode::CheckpointMismatch, [](StainNetWeights& weights) { weights.layers.clear(); });
        row("four channels in", ErrorCode::CheckpointMismatch, [](StainNetWeights& weights) {
            weights = generatedStainNet({4, 8, 3}, 1);
        });
        row("too many weights", ErrorCode::CheckpointMismatch, [](StainNetWeights& weights) {
            weights = generatedStainNet({3, 2048, 2048, 3}, 1);
        });
        row("two channels out", ErrorCode::CheckpointMismatch, [](StainNetWeights& weights) {
            weights = generatedStainNet({3, 8, 2}, 1);
        });
        row("a gap", ErrorCode::CheckpointMismatch, [](StainNetWeights& weights) { weights.layers[1].inChannels = 7; });
        row("a weight too few", ErrorCode::CheckpointMismatch,
            [](StainNetWeights& weights) { weights.layers[0].weight.pop_back(); });
        row("a bias too few", ErrorCode::CheckpointMismatch,
            [](StainNetWeights& weights) { weights.layers[1].bias.pop_back(); });
    }

    void unfitLayersAreRefused()
    {
        QFETCH(StainNetWeights, weights);
        QFETCH(ErrorCode, code);
        const auto map = StainNetMap::create(weights, "a.pth");
        QVERIFY(!map.has_value());
        QCOMPARE(map.error().code, code);
        QCOMPARE(map.error().subject, std::string("a.pth"));
    }
};

QTEST_GUILESS_MAIN(TestStainNetMap)
#include "tst_stainnet_map.moc"
