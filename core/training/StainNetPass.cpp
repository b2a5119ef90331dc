#include "training/StainNetPass.h"

#include <algorithm>
#include <cmath>

namespace isostain {

using namespace stainnet_kernels;

namespace {

std::size_t roundedUp(std::size_t value, std::size_t step)
{
    return (value + step - 1) / step * step;
}

constexpr float kGray[3] = {0.299f, 0.587f, 0.114f};

float toUnitScale(std::uint32_t color, int channel)
{
    const auto level = static_cast<float>(color >> (16 - 8 * channel) & 0xFF);
    return (level / 255.0f - 0.5f) * 2.0f;
}

}

float* StainNetPass::Planes::plane(std::size_t channel)
{
    return lines.front().values + channel * stride + margin;
}

StainNetPass::StainNetPass(const StainNetShape& shape, Form form) : m_shape(shape), m_kernels(kernelsOf(form))
{
    std::size_t offset = 0;
    for (std::size_t layer = 0; layer < shape.kernels.size(); ++layer) {
        m_offsets.push_back(offset);
        const std::size_t count = static_cast<std::size_t>(shape.outputs(layer)) * (shape.weightsPerOutput(layer) + 1);
        offset += count;
        m_sums.emplace_back(count);
    }
    m_activations.resize(shape.kernels.size() + 1);
}

void StainNetPass::layOut(int width, int height)
{
    if (width == m_width && height == m_height)
        return;
    m_width = width;
    m_height = height;
    const auto widest = static_cast<std::size_t>(*std::max_element(m_shape.kernels.begin(), m_shape.kernels.end()) / 2);
    m_rowStride = static_cast<std::size_t>(width) + widest;
    m_length = roundedUp(m_rowStride * static_cast<std::size_t>(height), kPlaneStep);
    const std::size_t margin = roundedUp(widest * m_rowStride + widest, kPlaneStep);
    const auto make = [&](std::size_t channels, float value) {
        const std::size_t stride = m_length + 2 * margin;
        Planes planes{{}, stride, margin};
        planes.lines.resize(channels * stride / kLanes);
        for (Line& line : planes.lines)
            std::fill(std::begin(line.values), std::end(line.values), value);
        return planes;
    };
    const auto hidden = static_cast<std::size_t>(m_shape.channels);
    for (std::size_t i = 0; i < m_activations.size(); ++i)
        m_activations[i] = make(i == 0 || i + 1 == m_activations.size() ? 3 : hidden, 0);
    for (Planes& gradient : m_gradients)
        gradient = make(std::max<std::size_t>(3, hidden), 0);
    m_ones = make(1, 1);
}

/// The planes that a layer reads (direction 1), or that its inputs' gradients come from (-1): one a channel and tap.
void StainNetPass::listInputs(Planes& planes, std::size_t channels, std::size_t layer, int direction)
{
    const int kernel = m_shape.kernels[layer];
    const int radius = kernel / 2;
    m_inputs.clear();
    for (std::size_t channel = 0; channel < channels; ++channel)
        for (int y = -radius; y <= radius; ++y)
            for (int x = -radius; x <= radius; ++x)
                m_inputs.push_back(planes.plane(channel) + direction * (y * static_cast<std::ptrdiff_t>(m_rowStride) + x));
}

void StainNetPass::listOutputs(Planes& planes, std::size_t channels)
{
    m_outputs.clear();
    for (std::size_t channel = 0; channel < channels; ++channel)
        m_outputs.push_back(planes.plane(channel));
}

/// Zeros between rows and after the last one. A pointwise network never looks there.
void StainNetPass::clearPadding(Planes& planes, std::size_t channels)
{
    const auto width = static_cast<std::size_t>(m_width);
    if (m_rowStride == width)
        return;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        float* const values = planes.plane(channel);
        for (std::size_t row = 0; row < static_cast<std::size_t>(m_height); ++row)
            std::fill(values + row * m_rowStride + width, values + (row + 1) * m_rowStride, 0.0f);
        std::fill(values + static_cast<std::size_t>(m_height) * m_rowStride, values + m_length, 0.0f);
    }
}

void StainNetPass::loadInput(const ColorPatch& patch)
{
    for (int channel = 0; channel < 3; ++channel) {
        float* const values = m_activations[0].plane(static_cast<std::size_t>(channel));
        for (int y = 0; y < m_height; ++y) {
            const ColorPair* const pairs = patch.pairs + y * patch.stride;
            float* const row = values + static_cast<std::size_t>(y) * m_rowStride;
            for (int x = 0; x < m_width; ++x)
                row[x] = toUnitScale(pairs[x].source, channel);
        }
    }
}

void StainNetPass::forward(std::span<const float> parameters, const ColorPatch& patch)
{
    layOut(patch.width, patch.height);
    loadInput(patch);
    for (std::size_t layer = 0; layer < m_shape.kernels.size(); ++layer) {
        const auto outputs = static_cast<std::size_t>(m_shape.outputs(layer));
        Planes& result = m_activations[layer + 1];
        listInputs(m_activations[layer], static_cast<std::size_t>(m_shape.inputs(layer)), layer, 1);
        listOutputs(result, outputs);
        const float* const weights = parameters.data() + m_offsets[layer];
        const bool isLast = layer + 1 == m_shape.kernels.size();
        m_kernels.product({weights, weights + outputs * m_inputs.size(), m_inputs.data(), m_inputs.size(), m_outputs.data(),
                           nullptr, outputs, m_length, isLast ? Finish::Linear : Finish::Relu});
        if (!isLast)
            clearPadding(result, outputs);
    }
}

double StainNetPass::lossGradient(const ColorPatch& patch, const LossTerms& terms, Planes& gradient)
{
    double loss = 0;
    for (int channel = 0; channel < 3; ++channel) {
        const float* const result = m_activations.back().plane(static_cast<std::size_t>(channel));
        float* const out = gradient.plane(static_cast<std::size_t>(channel));
        for (int y = 0; y < m_height; ++y) {
            const ColorPair* const pairs = patch.pairs + y * patch.stride;
            const std::size_t row = static_cast<std::size_t>(y) * m_rowStride;
            float rowLoss = 0;
            for (int x = 0; x < m_width; ++x) {
                const std::size_t at = row + static_cast<std::size_t>(x);
                const float difference = result[at] - toUnitScale(pairs[x].target, channel);
                const float sign = static_cast<float>(difference > 0) - static_cast<float>(difference < 0);
                rowLoss += terms.absolute * std::abs(difference) + terms.squared * difference * difference;
                out[at] = patch.weight * (terms.absolute * sign + 2 * terms.squared * difference);
            }
            loss += static_cast<double>(rowLoss);
        }
        std::fill(out + static_cast<std::size_t>(m_height) * m_rowStride, out + m_length, 0.0f);
    }
    if (terms.structure > 0)
        loss += structureGradient(patch.weight, terms.structure, gradient);
    clearPadding(gradient, 3);
    return loss;
}

/// The best a and b need no gradients of their own: there the loss does not change with them.
double StainNetPass::structureGradient(float weight, float structure, Planes& gradient)
{
    const auto grayOf = [](Planes& planes, std::size_t at) {
        return kGray[0] * planes.plane(0)[at] + kGray[1] * planes.plane(1)[at] + kGray[2] * planes.plane(2)[at];
    };
    const auto forEachPixel = [this](auto&& body) {
        for (std::size_t y = 0; y < static_cast<std::size_t>(m_height); ++y)
            for (std::size_t x = 0; x < static_cast<std::size_t>(m_width); ++x)
                body(y * m_rowStride + x);
    };
    double sumX = 0;
    double sumY = 0;
    double sumXX = 0;
    double sumXY = 0;
    forEachPixel([&](std::size_t at) {
        const auto x = static_cast<double>(grayOf(m_activations.front(), at));
        const auto y = static_cast<double>(grayOf(m_activations.back(), at));
        sumX += x;
        sumY += y;
        sumXX += x * x;
        sumXY += x * y;
    });
    const double count = static_cast<double>(m_width) * m_height;
    const double variance = sumXX - sumX * sumX / count;
    const double a = variance > 1e-6 * count ? (sumXY - sumX * sumY / count) / variance : 0;
    const double b = (sumY - a * sumX) / count;
    double loss = 0;
    forEachPixel([&](std::size_t at) {
        const float residual = grayOf(m_activations.back(), at) -
                               static_cast<float>(a * static_cast<double>(grayOf(m_activations.front(), at)) + b);
        loss += static_cast<double>(structure * residual * residual);
        for (std::size_t channel = 0; channel < 3; ++channel)
            gradient.plane(channel)[at] += 2 * weight * structure * residual * kGray[channel];
    });
    return loss;
}

void StainNetPass::backward(std::span<const float> parameters, std::size_t layer, std::size_t offset, Planes& gradient,
                            Planes& below)
{
    const auto inputs = static_cast<std::size_t>(m_shape.inputs(layer));
    const auto outputs = static_cast<std::size_t>(m_shape.outputs(layer));
    Planes& input = m_activations[layer];
    listInputs(input, inputs, layer, 1);
    m_inputs.push_back(m_ones.plane(0));
    m_masks.clear();
    for (std::size_t o = 0; o < outputs; ++o)
        m_masks.push_back(gradient.plane(o));
    m_kernels.outerProduct({m_masks.data(), outputs, m_inputs.data(), m_inputs.size(), m_length, m_sums[layer].front().values});
    if (layer == 0)
        return;

    const std::size_t weightsPerOutput = m_shape.weightsPerOutput(layer);
    const std::size_t taps = weightsPerOutput / inputs;
    m_transposed.resize(outputs * weightsPerOutput);
    for (std::size_t o = 0; o < outputs; ++o)
        for (std::size_t i = 0; i < inputs; ++i)
            for (std::size_t tap = 0; tap < taps; ++tap)
                m_transposed[(i * outputs + o) * taps + tap] = parameters[offset + o * weightsPerOutput + i * taps + tap];
    listInputs(gradient, outputs, layer, -1);
    listOutputs(below, inputs);
    m_masks.clear();
    for (std::size_t i = 0; i < inputs; ++i)
        m_masks.push_back(input.plane(i));
    m_kernels.product({m_transposed.data(), nullptr, m_inputs.data(), m_inputs.size(), m_outputs.data(), m_masks.data(), inputs,
                       m_length, Finish::Masked});
}

void StainNetPass::evaluate(std::span<const float> parameters, const ColorPatch& patch, std::vector<float>& result)
{
    forward(parameters, patch);
    result.clear();
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const float* const values = m_activations.back().plane(channel);
        for (std::size_t y = 0; y < static_cast<std::size_t>(m_height); ++y)
            result.insert(result.end(), values + y * m_rowStride, values + y * m_rowStride + static_cast<std::size_t>(m_width));
    }
}

double StainNetPass::accumulate(std::span<const float> parameters, const ColorPatch& patch, const LossTerms& terms)
{
    forward(parameters, patch);
    Planes* above = &m_gradients[0];
    Planes* below = &m_gradients[1];
    const double loss = lossGradient(patch, terms, *above);
    for (std::size_t layer = m_shape.kernels.size(); layer-- > 0;) {
        backward(parameters, layer, m_offsets[layer], *above, *below);
        std::swap(above, below);
    }
    return loss;
}

double StainNetPass::loss(std::span<const float> parameters, const ColorPatch& patch, const LossTerms& terms)
{
    forward(parameters, patch);
    return lossGradient(patch, terms, m_gradients[0]);
}

void StainNetPass::addGradient(std::span<float> gradient)
{
    for (std::size_t layer = 0; layer < m_sums.size(); ++layer) {
        const auto outputs = static_cast<std::size_t>(m_shape.outputs(layer));
        const std::size_t weightsPerOutput = m_shape.weightsPerOutput(layer);
        float* const weights = gradient.data() + m_offsets[layer];
        for (std::size_t o = 0; o < outputs; ++o)
            for (std::size_t k = 0; k <= weightsPerOutput; ++k) {
                Line& line = m_sums[layer][o * (weightsPerOutput + 1) + k];
                for (std::size_t half = kLanes / 2; half > 0; half /= 2)
                    for (std::size_t lane = 0; lane < half; ++lane)
                        line.values[lane] += line.values[lane + half];
                float& place =
                    k < weightsPerOutput ? weights[o * weightsPerOutput + k] : weights[outputs * weightsPerOutput + o];
                place += line.values[0];
                line = Line{};
            }
    }
}

}
