#include "training/StainGanNetworks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace isostain {

namespace {

constexpr double kDeviation = 0.02;

/// Normal numbers by Box and Muller (1958): the standard's distribution differs between libraries.
class NormalNumbers {
public:
    explicit NormalNumbers(std::uint64_t seed) : m_random(seed) {}

    float next()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return static_cast<float>(kDeviation * radius * std::cos(2 * std::numbers::pi * uniform()));
    }

private:
    /// In (0, 1].
    double uniform() { return (static_cast<double>(m_random() >> 11) + 1) * 0x1p-53; }

    std::mt19937_64 m_random;
};

ConvLayer newConv(int in, int out, int kernel, NormalNumbers& numbers)
{
    ConvLayer layer{in, out, kernel, {}, {}};
    layer.weight.resize(static_cast<std::size_t>(in) * static_cast<std::size_t>(out) *
                        static_cast<std::size_t>(kernel * kernel));
    std::generate(layer.weight.begin(), layer.weight.end(), [&] { return numbers.next(); });
    layer.bias.resize(static_cast<std::size_t>(out));
    return layer;
}

/// Sets single weights of a convolution that carries signals, each a pair of channels 2 s and 2 s + 1 of opposite sign.
class SignalWiring {
public:
    enum class Kind { Plain, Transposed };

    /// Clears what leads to the first `outSignals` signals.
    SignalWiring(ConvLayer& layer, int outSignals, Kind kind) : m_layer(layer), m_kind(kind)
    {
        for (int out = 0; out < 2 * outSignals; ++out)
            for (int in = 0; in < layer.inChannels; ++in)
                for (int y = 0; y < layer.kernelSize; ++y)
                    for (int x = 0; x < layer.kernelSize; ++x)
                        weight(in, out, y, x) = 0;
    }

    float& weight(int in, int out, int y, int x)
    {
        const int first = m_kind == Kind::Plain ? out : in;
        const int second = m_kind == Kind::Plain ? in : out;
        const int seconds = m_kind == Kind::Plain ? m_layer.inChannels : m_layer.outChannels;
        const auto size = static_cast<std::size_t>(m_layer.kernelSize);
        const auto kernel =
            static_cast<std::size_t>(first) * static_cast<std::size_t>(seconds) + static_cast<std::size_t>(second);
        return m_layer.weight[(kernel * size + static_cast<std::size_t>(y)) * size + static_cast<std::size_t>(x)];
    }

    /// Adds a signal, at one place of the kernel, to another.
    void connect(int inSignal, int outSignal, int y, int x, float factor = 1)
    {
        for (const int in : {0, 1})
            for (const int out : {0, 1})
                weight(2 * inSignal + in, 2 * outSignal + out, y, x) = in == out ? factor : -factor;
    }

private:
    ConvLayer& m_layer;
    Kind m_kind;
};

/// Brightness and two differences of colors, and the colors from these.
constexpr int kColorSignals = 3;
constexpr float kSignalOfColor[kColorSignals][3] = {{1.f / 3, 1.f / 3, 1.f / 3}, {1, -1, 0}, {-0.5f, -0.5f, 1}};
constexpr float kColorOfSignal[3][kColorSignals] = {{1, 0.5f, -1.f / 3}, {1, -0.5f, -1.f / 3}, {1, 0, 2.f / 3}};
/// Standard deviations in the [-1, 1] scale of the signals of stained tissue, and its colors, before the tanh.
constexpr float kContrast[kColorSignals] = {0.4f, 0.25f, 0.2f};
constexpr float kMean[3] = {0.5f, 0.1f, 0.5f};

/// After the first halving: brightness at each of 2x2 places, then the differences of colors, averaged over them.
constexpr int kHalvedSignals = 6;
/// After the second: each of those at each of 2x2 places.
constexpr int kQuarteredSignals = 4 * kHalvedSignals;

/// Calls visit(place, y, x) for the places of 2x2, with where they lie in a 3x3 kernel of stride 2.
template <typename Visit>
void forPlaces(const Visit& visit)
{
    for (int place = 0; place < 4; ++place)
        visit(place, 1 + place / 2, 1 + place % 2);
}

void wireHalvings(ResnetGeneratorWeights& weights)
{
    SignalWiring first(weights.down[0], kHalvedSignals, SignalWiring::Kind::Plain);
    SignalWiring second(weights.down[1], kQuarteredSignals, SignalWiring::Kind::Plain);
    SignalWiring third(weights.up[0], kHalvedSignals, SignalWiring::Kind::Transposed);
    SignalWiring last(weights.up[1], kColorSignals, SignalWiring::Kind::Transposed);
    forPlaces([&](int place, int y, int x) {
        first.connect(0, place, y, x);
        last.connect(place, 0, y, x);
        for (const int difference : {1, 2}) {
            first.connect(difference, 3 + difference, y, x, 0.25f);
            last.connect(3 + difference, difference, y, x);
        }
        for (int signal = 0; signal < kHalvedSignals; ++signal) {
            second.connect(signal, 4 * signal + place, y, x);
            third.connect(4 * signal + place, signal, y, x);
        }
    });
}

void wireToCopy(ResnetGeneratorWeights& weights)
{
    constexpr int kMiddle = 3; // of 7x7
    SignalWiring stem(weights.stem, kColorSignals, SignalWiring::Kind::Plain);
    weights.head.weight.assign(weights.head.weight.size(), 0);
    SignalWiring head(weights.head, 0, SignalWiring::Kind::Plain);
    for (int signal = 0; signal < kColorSignals; ++signal)
        for (int color = 0; color < 3; ++color)
            for (const int side : {0, 1}) {
                const float sign = side == 0 ? 1.f : -1.f;
                stem.weight(color, 2 * signal + side, kMiddle, kMiddle) = sign * kSignalOfColor[signal][color];
                head.weight(2 * signal + side, color, kMiddle, kMiddle) =
                    sign * kColorOfSignal[color][signal] * kContrast[signal];
            }
    std::copy(std::begin(kMean), std::end(kMean), weights.head.bias.begin());
    wireHalvings(weights);
    for (ResidualBlock& block : weights.blocks)
        for (ConvLayer* layer : {&block.first, &block.second}) {
            SignalWiring wiring(*layer, kQuarteredSignals, SignalWiring::Kind::Plain);
            for (int signal = 0; signal < kQuarteredSignals; ++signal)
                wiring.connect(signal, signal, 1, 1);
        }
}

}

ResnetGeneratorWeights newGenerator(const StainGanConfig& config, std::uint64_t seed)
{
    NormalNumbers numbers(seed);
    const int width = config.width;
    ResnetGeneratorWeights weights;
    weights.stem = newConv(3, width, 7, numbers);
    weights.down[0] = newConv(width, 2 * width, 3, numbers);
    weights.down[1] = newConv(2 * width, 4 * width, 3, numbers);
    for (int i = 0; i < config.blocks; ++i) {
        ResidualBlock& block = weights.blocks.emplace_back();
        block.first = newConv(4 * width, 4 * width, 3, numbers);
        block.second = newConv(4 * width, 4 * width, 3, numbers);
    }
    weights.up[0] = newConv(4 * width, 2 * width, 3, numbers);
    weights.up[1] = newConv(2 * width, width, 3, numbers);
    weights.head = newConv(width, 3, 7, numbers);
    if (config.start == StainGanStart::Copying)
        wireToCopy(weights);
    return weights;
}

PatchDiscriminatorWeights newDiscriminator(const StainGanConfig& config, std::uint64_t seed)
{
    constexpr int kMostDoublings = 3;
    constexpr int kKernel = 4;
    NormalNumbers numbers(seed);
    PatchDiscriminatorWeights weights;
    int channels = 3;
    for (int i = 0; i <= config.discriminatorHalvings; ++i) {
        const int next = config.discriminatorWidth << std::min(i, kMostDoublings);
        weights.layers.push_back(newConv(channels, next, kKernel, numbers));
        channels = next;
    }
    weights.layers.push_back(newConv(channels, 1, kKernel, numbers));
    return weights;
}

}
