// Trains the stain classifier of core/color/KhanClassifier.h on generated H&E and prints its weights:
//     train_khan_classifier > core/color/KhanClassifierWeights.inc
// Deterministic, about a minute. Progress goes to standard error. After a change of StainClassifier::kLayers or features()
// empty the file first.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>
#include <vector>

#include "base/Parallel.h"
#include "color/KhanClassifier.h"
#include "support/GeneratedStain.h"

using namespace isostain;
using namespace isostain::test;

namespace {

constexpr std::uint32_t kSections = 32; ///< seeds 1..32; tests use others
constexpr std::uint32_t kScannersPerSection = 128;
constexpr int kFieldsPerSection = 8;
constexpr int kFieldSize = 160;
constexpr std::size_t kSamplesPerImage = 200;
constexpr int kEpochs = 20;
constexpr std::size_t kBatch = 256;
constexpr float kLearningRate = 3e-3f;

constexpr auto& kLayers = StainClassifier::kLayers;
constexpr std::size_t kLayerCount = kLayers.size();

struct Sample {
    StainClassifier::Features features;
    std::array<float, kStainClasses> shares;
};

/// Pixels of one image, random but for little background: some of the section's fields, with or without their
/// glass.
void addSamples(const std::vector<demo::DyeField>& fields, std::uint32_t seed, std::vector<Sample>& samples)
{
    std::mt19937 random(seed);
    std::vector<demo::DyeField> shown = fields;
    std::shuffle(shown.begin(), shown.end(), random);
    shown.erase(shown.begin() + 1 + static_cast<std::ptrdiff_t>(random() % fields.size()), shown.end());
    const demo::ScannerModel scanner = randomScanner(seed);
    const std::vector<RgbImage> images = scanned(shown, scanner);
    constexpr std::array kSelections = {Selection::Everything, Selection::Everything, Selection::PublishedTissue,
                                        Selection::Colored};
    const ColorCounts colors = selectedColors(images, kSelections[random() % kSelections.size()]);
    const auto descriptor = stainColorDescriptor(colorCells(colors));
    const auto isSeen = [&](std::uint32_t color) {
        const auto at = std::lower_bound(colors.begin(), colors.end(), color,
                                         [](const ColorCount& entry, std::uint32_t value) { return entry.color < value; });
        return at != colors.end() && at->color == color;
    };
    std::size_t taken = 0;
    for (std::size_t tries = 0; taken < kSamplesPerImage && tries < 20 * kSamplesPerImage; ++tries) {
        const std::size_t i = random() % images.size();
        const auto x = static_cast<int>(random() % kFieldSize);
        const auto y = static_cast<int>(random() % kFieldSize);
        const auto& rgb = images[i].pixels.at<cv::Vec3b>(y, x);
        const auto color = static_cast<std::uint32_t>(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
        const StainClassifier::Shares shares = trueShares(shown[i], scanner, x, y);
        if (!isSeen(color) || (shares[0] > 0 && random() % 4 != 0))
            continue;
        Sample sample{StainClassifier::features(opticalDensityOf(color), descriptor), {}};
        std::transform(shares.begin(), shares.end(), sample.shares.begin(),
                       [](double share) { return static_cast<float>(share); });
        samples.push_back(sample);
        ++taken;
    }
}

std::vector<Sample> trainingSamples()
{
    std::vector<std::vector<Sample>> bySection(kSections);
    parallelFor(kSections, [&](std::size_t i) {
        const auto section = static_cast<std::uint32_t>(i + 1);
        const auto fields = generatedFields(section, kFieldsPerSection, kFieldSize);
        for (std::uint32_t scanner = 0; scanner < kScannersPerSection; ++scanner)
            addSamples(fields, section * 1000 + scanner, bySection[i]);
        std::fprintf(stderr, "section %u: %zu samples\n", section, bySection[i].size());
    });
    std::vector<Sample> samples;
    for (const auto& section : bySection)
        samples.insert(samples.end(), section.begin(), section.end());
    return samples;
}

/// Divergence of the predicted from the true shares of one sample; adds its gradient.
float backpropagate(const std::vector<float>& weights, const Sample& sample, std::vector<float>& gradient)
{
    std::array<std::vector<float>, kLayerCount> values;
    std::array<std::size_t, kLayerCount> offset{};
    values[0].assign(sample.features.begin(), sample.features.end());
    for (std::size_t layer = 0; layer + 1 < kLayerCount; ++layer) {
        const std::size_t from = kLayers[layer];
        const std::size_t to = kLayers[layer + 1];
        offset[layer + 1] = offset[layer] + (from + 1) * to;
        values[layer + 1].resize(to);
        for (std::size_t o = 0; o < to; ++o) {
            const float* row = &weights[offset[layer] + o * from];
            const float sum =
                std::inner_product(row, row + from, values[layer].begin(), weights[offset[layer] + from * to + o]);
            values[layer + 1][o] = layer + 2 < kLayerCount ? std::max(sum, 0.0f) : sum;
        }
    }
    std::vector<float> error = values.back();
    const float largest = *std::max_element(error.begin(), error.end());
    float total = 0;
    for (float& value : error)
        total += value = std::exp(value - largest);
    for (float& value : error)
        value /= total;
    float loss = 0;
    for (std::size_t i = 0; i < kStainClasses; ++i) {
        if (sample.shares[i] > 0)
            loss += sample.shares[i] * std::log(sample.shares[i] / std::max(error[i], 1e-12f));
        error[i] -= sample.shares[i];
    }
    for (std::size_t layer = kLayerCount - 1; layer-- > 0;) {
        const std::size_t from = kLayers[layer];
        const std::size_t to = kLayers[layer + 1];
        std::vector<float> below(from, 0.0f);
        for (std::size_t o = 0; o < to; ++o) {
            gradient[offset[layer] + from * to + o] += error[o];
            for (std::size_t i = 0; i < from; ++i) {
                gradient[offset[layer] + o * from + i] += error[o] * values[layer][i];
                below[i] += error[o] * weights[offset[layer] + o * from + i];
            }
        }
        for (std::size_t i = 0; i < from; ++i)
            if (values[layer][i] <= 0)
                below[i] = 0;
        error = below;
    }
    return loss;
}

std::vector<float> initialWeights(std::mt19937& random)
{
    std::vector<float> weights;
    for (std::size_t layer = 0; layer + 1 < kLayerCount; ++layer) {
        std::normal_distribution<float> draw(0, std::sqrt(2.0f / static_cast<float>(kLayers[layer])));
        for (std::size_t i = 0; i < kLayers[layer] * kLayers[layer + 1]; ++i)
            weights.push_back(draw(random));
        weights.insert(weights.end(), kLayers[layer + 1], 0.0f);
    }
    return weights;
}

/// Adam (Kingma and Ba 2015), the learning rate falling to 0 as a cosine.
std::vector<float> trained(std::vector<Sample> samples)
{
    std::mt19937 random(1);
    std::vector<float> weights = initialWeights(random);
    std::vector<float> mean(weights.size(), 0.0f), square(weights.size(), 0.0f);
    const std::size_t batches = samples.size() / kBatch;
    std::size_t step = 0;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        std::shuffle(samples.begin(), samples.end(), random);
        double loss = 0;
        for (std::size_t batch = 0; batch < batches; ++batch) {
            std::vector<float> gradient(weights.size(), 0.0f);
            for (std::size_t i = 0; i < kBatch; ++i)
                loss += backpropagate(weights, samples[batch * kBatch + i], gradient);
            const auto progress = static_cast<float>(step) / static_cast<float>(kEpochs * batches);
            const float rate = kLearningRate * 0.5f * (1 + std::cos(3.14159265f * progress));
            const auto t = static_cast<float>(++step);
            for (std::size_t i = 0; i < weights.size(); ++i) {
                const float g = gradient[i] / kBatch;
                mean[i] = 0.9f * mean[i] + 0.1f * g;
                square[i] = 0.999f * square[i] + 0.001f * g * g;
                weights[i] -=
                    rate * (mean[i] / (1 - std::pow(0.9f, t))) / (std::sqrt(square[i] / (1 - std::pow(0.999f, t))) + 1e-8f);
            }
        }
        std::fprintf(stderr, "epoch %d: divergence %.4f\n", epoch + 1, loss / static_cast<double>(batches * kBatch));
    }
    return weights;
}

}

int main()
{
    const std::vector<float> weights = trained(trainingSamples());
    std::printf("// Written by train_khan_classifier; do not edit.\n");
    for (std::size_t i = 0; i < weights.size(); ++i)
        std::printf("%#.5gf,%c", static_cast<double>(weights[i]), i % 12 == 11 || i + 1 == weights.size() ? '\n' : ' ');
    return 0;
}
