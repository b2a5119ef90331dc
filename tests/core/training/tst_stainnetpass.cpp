#include <cmath>
#include <random>

#include <QTest>

#include "nn/StainNetEvaluate.h"
#include "nn/StainNetMap.h"
#include "training/AdamOptimizer.h"
#include "training/GradientTeam.h"

using namespace isostain;
using stainnet_kernels::Form;

namespace {

std::vector<ColorPair> randomColors(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<ColorPair> pairs(count);
    for (ColorPair& pair : pairs)
        pair = {static_cast<std::uint32_t>(random()) & 0xFFFFFF, static_cast<std::uint32_t>(random()) & 0xFFFFFF};
    return pairs;
}

double unitScale(std::uint32_t color, int channel)
{
    return (static_cast<double>(color >> (16 - 8 * channel) & 0xFF) / 255 - 0.5) * 2;
}

/// The network and its gradient as the definitions have them: in double precision, one pixel after the other.
class PlainNetwork {
public:
    PlainNetwork(const StainNetShape& shape, std::span<const float> parameters) : m_shape(shape), m_parameters(parameters) {}

    /// [3][height][width]
    std::vector<double> evaluate(const ColorPatch& patch)
    {
        forward(patch);
        return m_activations.back();
    }

    double accumulate(const ColorPatch& patch, const LossTerms& terms, std::vector<double>& gradient)
    {
        forward(patch);
        const int pixels = patch.width * patch.height;
        std::vector<double> above(m_activations.back().size());
        double loss = 0;
        for (int channel = 0; channel < 3; ++channel)
            for (int i = 0; i < pixels; ++i) {
                const ColorPair& pair = patch.pairs[i / patch.width * patch.stride + i % patch.width];
                const double difference =
                    m_activations.back()[static_cast<std::size_t>(channel * pixels + i)] - unitScale(pair.target, channel);
                loss += static_cast<double>(terms.absolute) * std::abs(difference) +
                        static_cast<double>(terms.squared) * difference * difference;
                above[static_cast<std::size_t>(channel * pixels + i)] =
                    static_cast<double>(patch.weight) * (static_cast<double>(terms.absolute) * (difference > 0 ? 1 : -1) +
                                                         2 * static_cast<double>(terms.squared) * difference);
            }
        if (terms.structure > 0)
            loss += structure(patch, terms, above);
        gradient.assign(m_parameters.size(), 0);
        for (std::size_t layer = m_shape.kernels.size(); layer-- > 0;)
            above = backward(layer, patch, above, gradient);
        return loss;
    }

private:
    /// Calls visit(weight index, bias index, input index, output index) for every product of a layer.
    template <typename Visit>
    void forEachProduct(std::size_t layer, int width, int height, Visit visit) const
    {
        std::size_t offset = 0;
        for (std::size_t before = 0; before < layer; ++before)
            offset += static_cast<std::size_t>(m_shape.outputs(before)) * (m_shape.weightsPerOutput(before) + 1);
        const int kernel = m_shape.kernels[layer];
        for (int o = 0; o < m_shape.outputs(layer); ++o)
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x)
                    for (int i = 0; i < m_shape.inputs(layer); ++i)
                        for (int ky = 0; ky < kernel; ++ky)
                            for (int kx = 0; kx < kernel; ++kx) {
                                const int fromY = y + ky - kernel / 2;
                                const int fromX = x + kx - kernel / 2;
                                if (fromY < 0 || fromY >= height || fromX < 0 || fromX >= width)
                                    continue;
                                const auto index =
                                    static_cast<std::size_t>(((o * m_shape.inputs(layer) + i) * kernel + ky) * kernel + kx);
                                visit(offset + index, static_cast<std::size_t>((i * height + fromY) * width + fromX),
                                      static_cast<std::size_t>((o * height + y) * width + x));
                            }
    }

    double structure(const ColorPatch& patch, const LossTerms& terms, std::vector<double>& above) const
    {
        const auto pixels = static_cast<std::size_t>(patch.width * patch.height);
        const double gray[] = {0.299, 0.587, 0.114};
        std::vector<double> x(pixels);
        std::vector<double> y(pixels);
        double meanX = 0;
        double meanY = 0;
        for (std::size_t i = 0; i < pixels; ++i) {
            for (std::size_t c = 0; c < 3; ++c) {
                x[i] += gray[c] * m_activations.front()[c * pixels + i];
                y[i] += gray[c] * m_activations.back()[c * pixels + i];
            }
            meanX += x[i] / static_cast<double>(pixels);
            meanY += y[i] / static_cast<double>(pixels);
        }
        double covariance = 0;
        double variance = 0;
        for (std::size_t i = 0; i < pixels; ++i) {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            variance += (x[i] - meanX) * (x[i] - meanX);
        }
        const double slope = pixels > 1 ? covariance / variance : 0;
        double loss = 0;
        for (std::size_t i = 0; i < pixels; ++i) {
            const double residual = y[i] - meanY - slope * (x[i] - meanX);
            loss += static_cast<double>(terms.structure) * residual * residual;
            for (std::size_t c = 0; c < 3; ++c)
                above[c * pixels + i] += 2 * static_cast<double>(patch.weight * terms.structure) * residual * gray[c];
        }
        return loss;
    }

    std::size_t biasOf(std::size_t layer) const
    {
        std::size_t offset = 0;
        for (std::size_t before = 0; before < layer; ++before)
            offset += static_cast<std::size_t>(m_shape.outputs(before)) * (m_shape.weightsPerOutput(before) + 1);
        return offset + static_cast<std::size_t>(m_shape.outputs(layer)) * m_shape.weightsPerOutput(layer);
    }

    void forward(const ColorPatch& patch)
    {
        const auto pixels = static_cast<std::size_t>(patch.width * patch.height);
        m_activations.assign(1, std::vector<double>(3 * pixels));
        for (int channel = 0; channel < 3; ++channel)
            for (int i = 0; i < patch.width * patch.height; ++i)
                m_activations[0][static_cast<std::size_t>(channel) * pixels + static_cast<std::size_t>(i)] =
                    unitScale(patch.pairs[i / patch.width * patch.stride + i % patch.width].source, channel);
        for (std::size_t layer = 0; layer < m_shape.kernels.size(); ++layer) {
            std::vector<double> result(static_cast<std::size_t>(m_shape.outputs(layer)) * pixels);
            for (std::size_t i = 0; i < result.size(); ++i)
                result[i] = static_cast<double>(m_parameters[biasOf(layer) + i / pixels]);
            const std::vector<double>& input = m_activations.back();
            forEachProduct(layer, patch.width, patch.height, [&](std::size_t weight, std::size_t from, std::size_t to) {
                result[to] += static_cast<double>(m_parameters[weight]) * input[from];
            });
            if (layer + 1 < m_shape.kernels.size())
                for (double& value : result)
                    value = std::max(value, 0.0);
            m_activations.push_back(std::move(result));
        }
    }

    std::vector<double> backward(std::size_t layer, const ColorPatch& patch, const std::vector<double>& above,
                                 std::vector<double>& gradient) const
    {
        const auto pixels = static_cast<std::size_t>(patch.width * patch.height);
        const std::vector<double>& input = m_activations[layer];
        std::vector<double> below(input.size());
        for (std::size_t i = 0; i < above.size(); ++i)
            gradient[biasOf(layer) + i / pixels] += above[i];
        forEachProduct(layer, patch.width, patch.height, [&](std::size_t weight, std::size_t from, std::size_t to) {
            gradient[weight] += above[to] * input[from];
            below[from] += above[to] * static_cast<double>(m_parameters[weight]);
        });
        for (std::size_t i = 0; i < below.size(); ++i)
            below[i] = input[i] > 0 ? below[i] : 0;
        return below;
    }

    const StainNetShape& m_shape;
    std::span<const float> m_parameters;
    std::vector<std::vector<double>> m_activations;
};

}

class TestStainNetPass : public QObject {
    Q_OBJECT

private slots:
    void gradientsAreThoseOfTheDefinition_data()
    {
        QTest::addColumn<std::vector<int>>("kernels");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("published") << std::vector{1, 1, 1} << 32 << 100 << 1;
        QTest::newRow("full vectors") << std::vector{1, 1, 1} << 32 << 256 << 1;
        QTest::newRow("one color") << std::vector{1, 1} << 1 << 1 << 1;
        QTest::newRow("odd width") << std::vector{1, 1, 1, 1} << 7 << 67 << 1;
        QTest::newRow("rows of a pointwise network") << std::vector{1, 1} << 5 << 9 << 4;
        QTest::newRow("3x3 first") << std::vector{3, 1, 1} << 6 << 11 << 9;
        QTest::newRow("3x3 last") << std::vector{1, 1, 3} << 5 << 8 << 13;
        QTest::newRow("all 3x3") << std::vector{3, 3, 3} << 5 << 16 << 6;
        QTest::newRow("kernels larger than the image") << std::vector{7, 5} << 3 << 3 << 2;
    }

    void gradientsAreThoseOfTheDefinition()
    {
        QFETCH(std::vector<int>, kernels);
        QFETCH(int, channels);
        QFETCH(int, width);
        QFETCH(int, height);
        const StainNetShape shape{channels, kernels};
        QVERIFY(checkShape(shape));
        const std::vector<float> parameters = initialParameters(shape, 5);
        const std::vector<ColorPair> pairs = randomColors(static_cast<std::size_t>((width + 3) * height), 7);
        const ColorPatch patch{pairs.data(), width + 3, width, height, 0.25f};
        for (const LossTerms& terms : {LossTerms{1, 0, 0}, LossTerms{0, 1, 0}, LossTerms{0.5f, 2, 3}}) {
            PlainNetwork plain(shape, parameters);
            std::vector<double> expected;
            const double expectedLoss = plain.accumulate(patch, terms, expected);
            const std::vector<double> expectedResult = plain.evaluate(patch);
            for (const Form form : forms()) {
                StainNetPass pass(shape, form);
                std::vector<float> result;
                // Another size before: nothing of it may be left.
                const ColorPatch other{pairs.data(), 1, 1, 1, 1};
                pass.evaluate(parameters, other, result);
                const double loss = pass.accumulate(parameters, patch, terms);
                std::vector<float> gradient(parameters.size(), 1.0f);
                pass.addGradient(gradient);
                pass.evaluate(parameters, patch, result);
                QVERIFY2(std::abs(loss - expectedLoss) < 1e-5 * (1 + expectedLoss),
                         qPrintable(QString::number(loss - expectedLoss)));
                QCOMPARE(result.size(), expectedResult.size());
                for (std::size_t i = 0; i < result.size(); ++i)
                    QVERIFY(std::abs(static_cast<double>(result[i]) - expectedResult[i]) < 1e-5);
                for (std::size_t i = 0; i < gradient.size(); ++i)
                    QVERIFY2(std::abs(static_cast<double>(gradient[i]) - 1 - expected[i]) < 2e-5 * (1 + std::abs(expected[i])),
                             qPrintable(QString("parameter %1: %2 in place of %3")
                                            .arg(i)
                                            .arg(static_cast<double>(gradient[i]) - 1)
                                            .arg(expected[i])));
                // And begins anew.
                std::vector<float> nothing(parameters.size());
                pass.addGradient(nothing);
                QVERIFY(nothing == std::vector<float>(parameters.size()));
            }
        }
    }

    void answersAreThoseOfTheColorMap()
    {
        const StainNetShape shape;
        const std::vector<float> parameters = initialParameters(shape, 2);
        const std::vector<ColorPair> pairs = randomColors(1000, 3);
        StainNetPass pass(shape);
        std::vector<float> result;
        pass.evaluate(parameters, {pairs.data(), 1000, 1000, 1, 1}, result);
        std::vector<std::uint32_t> colors;
        for (const ColorPair& pair : pairs)
            colors.push_back(pair.source);
        evaluateStainNetPortable(weightsOf(shape, parameters), colors.data(), colors.data(), colors.size());
        for (std::size_t i = 0; i < pairs.size(); ++i)
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const double level = (static_cast<double>(result[channel * 1000 + i]) * 0.5 + 0.5) * 255;
                const double mapped = colors[i] >> (16 - 8 * channel) & 0xFF;
                QVERIFY(std::abs(std::clamp(level, 0.0, 255.0) - mapped) <= 1.001);
            }
    }

    void parametersAndWeightsAreTheSameNumbers()
    {
        const StainNetShape shape{6, {3, 1, 5}};
        const std::vector<float> parameters = initialParameters(shape, 9);
        QCOMPARE(parameters.size(), shape.parameterCount());
        const StainNetWeights weights = weightsOf(shape, parameters);
        QVERIFY(flattened(weights) == parameters);
        QVERIFY(shapeOfStainNet(weights) == shape);
        QCOMPARE(shape.radius(), 3);
        QCOMPARE(StainNetShape{}.parameterCount(), std::size_t(1283));
        for (std::size_t layer = 0; layer < shape.kernels.size(); ++layer) {
            const double bound = 1 / std::sqrt(static_cast<double>(shape.weightsPerOutput(layer)));
            double largest = 0;
            for (const float value : weights.layers[layer].weight)
                largest = std::max(largest, std::abs(static_cast<double>(value)));
            QVERIFY(largest <= bound && largest > 0.8 * bound);
        }
    }

    void shapesThatCannotBeTrainedAreErrors()
    {
        for (const StainNetShape& shape :
             {StainNetShape{32, {1}}, StainNetShape{32, std::vector<int>(17, 1)}, StainNetShape{0, {1, 1}},
              StainNetShape{513, {1, 1}}, StainNetShape{32, {2, 1}}, StainNetShape{32, {9, 1}}, StainNetShape{32, {1, -1}}})
            QCOMPARE(checkShape(shape).error().code, ErrorCode::InvalidArgument);
    }

    void theNumberOfThreadsDoesNotMatter()
    {
        const StainNetShape shape;
        const std::vector<float> parameters = initialParameters(shape, 1);
        const std::vector<ColorPair> pairs = randomColors(40 * 256, 3);
        std::vector<ColorPatch> patches;
        for (int i = 0; i < 40; ++i)
            patches.push_back({pairs.data() + 256 * i, 256, 256, 1, 0.5f});
        std::vector<float> one(parameters.size());
        std::vector<float> several(parameters.size());
        GradientTeam alone(shape, 1);
        GradientTeam together(shape, 3);
        const auto a = alone.accumulate(parameters, patches, {1, 0}, one);
        const auto b = together.accumulate(parameters, patches, {1, 0}, several);
        QVERIFY(one == several);
        QVERIFY(std::equal(a.begin(), a.end(), b.begin(), b.end()));
        QCOMPARE(a.size(), patches.size());
        QVERIFY(one != std::vector<float>(parameters.size()));
    }

    void adamStepsAsPublished()
    {
        // Two steps by hand: the bias corrections make the first one as long as the rate.
        std::vector<float> parameters{1, -2};
        AdamOptimizer adam(2);
        adam.step(parameters, std::vector<float>{0.5f, -3}, 0.1);
        QVERIFY(std::abs(static_cast<double>(parameters[0]) - 0.9) < 1e-6);
        QVERIFY(std::abs(static_cast<double>(parameters[1]) + 1.9) < 1e-6);
        adam.step(parameters, std::vector<float>{0.5f, 0}, 0.1);
        QVERIFY(std::abs(static_cast<double>(parameters[0]) - 0.8) < 1e-6);
        const double mean = 0.9 * -0.3 / (1 - 0.81);
        const double square = 0.999 * 0.009 / (1 - 0.998001);
        QVERIFY(std::abs(static_cast<double>(parameters[1]) - (-1.9 - 0.1 * mean / std::sqrt(square))) < 1e-6);
    }

private:
    static std::vector<Form> forms()
    {
        std::vector<Form> result{Form::Portable};
        if (bestSimdLevel() == SimdLevel::Avx2)
            result.push_back(Form::Avx2);
        if (stainnet_kernels::bestForm() == Form::Avx512)
            result.push_back(Form::Avx512);
        return result;
    }
};

QTEST_GUILESS_MAIN(TestStainNetPass)
#include "tst_stainnetpass.moc"
