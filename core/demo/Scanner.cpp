#include "demo/Scanner.h"

#include <algorithm>
#include <cmath>

#include "demo/Hash.h"
#include "demo/Noise.h"

namespace isostain::demo {

namespace {

constexpr float kMinDensity = -0.25f; // refraction can make a spot brighter than the glass around it
constexpr float kMaxDensity = 7.75f;
constexpr int kDensitySteps = 4096;
constexpr int kToneSteps = 4096;
constexpr float kMaxLight = 1.25f;
constexpr int kKernelRadius = 3;

/// One color channel of a rectangle, linear light.
struct Plane {
    int width;
    int height;
    std::vector<float> values;

    Plane(int w, int h) : width(w), height(h), values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
    float* row(int y) { return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
    const float* row(int y) const { return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
};

/// Symmetric separable filter; the outer `radius` pixels keep their values along the filtered direction.
void filter(Plane& plane, Plane& scratch, const float* halfKernel, int radius)
{
    for (int y = 0; y < plane.height; ++y) {
        const float* in = plane.row(y);
        float* out = scratch.row(y);
        std::copy(in, in + plane.width, out);
        for (int x = radius; x < plane.width - radius; ++x)
            out[x] = in[x] * halfKernel[0];
        for (int k = 1; k <= radius; ++k)
            for (int x = radius; x < plane.width - radius; ++x)
                out[x] += (in[x - k] + in[x + k]) * halfKernel[k];
    }
    for (int y = 0; y < plane.height; ++y) {
        float* out = plane.row(y);
        const float* middle = scratch.row(y);
        if (y < radius || y >= plane.height - radius) {
            std::copy(middle, middle + plane.width, out);
            continue;
        }
        for (int x = 0; x < plane.width; ++x)
            out[x] = middle[x] * halfKernel[0];
        for (int k = 1; k <= radius; ++k) {
            const float* above = scratch.row(y - k);
            const float* below = scratch.row(y + k);
            for (int x = 0; x < plane.width; ++x)
                out[x] += (above[x] + below[x]) * halfKernel[k];
        }
    }
}

template <std::size_t N>
std::array<float, N> gaussianHalfKernel(float sigma)
{
    std::array<float, N> kernel{};
    float sum = 0;
    for (std::size_t i = 0; i < N; ++i) {
        const float x = static_cast<float>(i);
        kernel[i] = std::exp(-0.5f * x * x / (sigma * sigma));
        sum += (i == 0 ? 1.0f : 2.0f) * kernel[i];
    }
    for (float& value : kernel)
        value /= sum;
    return kernel;
}

/// Blends towards two blurred copies by the field's defocus; nothing to do where all of it is in focus.
void defocus(Plane& light, Plane& scratch, const DyeField& field)
{
    float most = 0;
    for (int y = 0; y < field.height(); ++y)
        most = std::max(most, *std::max_element(field.defocusRow(y), field.defocusRow(y) + field.width()));
    if (most <= 0)
        return;
    static const auto soft = gaussianHalfKernel<7>(1.8f);
    static const auto strong = gaussianHalfKernel<11>(4.2f);
    Plane slightly = light;
    filter(slightly, scratch, soft.data(), 6);
    Plane strongly = light;
    if (most > 0.5f)
        filter(strongly, scratch, strong.data(), 10);
    for (int y = 0; y < light.height; ++y) {
        const float* amount = field.defocusRow(y);
        float* out = light.row(y);
        for (int x = 0; x < light.width; ++x) {
            const float t = amount[x] * 2;
            out[x] = t <= 1 ? mix(out[x], slightly.row(y)[x], t) : mix(slightly.row(y)[x], strongly.row(y)[x], t - 1);
        }
    }
}

}

Scanner::Scanner(const ScannerModel& model) : m_model(model)
{
    m_transmission.resize(kDensitySteps + 2);
    for (int i = 0; i < kDensitySteps + 2; ++i)
        m_transmission[static_cast<std::size_t>(i)] =
            std::exp(-(kMinDensity + static_cast<float>(i) * (kMaxDensity - kMinDensity) / kDensitySteps));
    for (std::size_t c = 0; c < 3; ++c) {
        m_tone[c].resize(kToneSteps + 2);
        for (int i = 0; i < kToneSteps + 2; ++i) {
            const float light = static_cast<float>(i) * kMaxLight / kToneSteps;
            const float value = std::min(1.0f, std::pow(light, 1 / m_model.gamma[c]));
            const float curved = value * value * (3 - 2 * value);
            m_tone[c][static_cast<std::size_t>(i)] = 255 * mix(value, curved, m_model.contrast);
        }
    }
    // Blur and unsharp mask in one separable kernel: a Gaussian and its difference from a wider one.
    const auto narrow = gaussianHalfKernel<kKernelRadius + 1>(m_model.blurSigma);
    const auto wide = gaussianHalfKernel<kKernelRadius + 1>(m_model.blurSigma + 0.8f);
    for (std::size_t i = 0; i <= kKernelRadius; ++i)
        m_kernel[i] = narrow[i] + m_model.sharpening * (narrow[i] - wide[i]);
}

std::uint32_t Scanner::develop(const Rgb& light, std::uint32_t hash) const
{
    std::uint32_t pixel = 0xFF;
    for (std::size_t c = 0; c < 3; ++c) {
        float sum = m_model.flare;
        for (std::size_t from = 0; from < 3; ++from)
            sum += m_model.crosstalk[c][from] * m_model.whitePoint[from] * light[from];
        const float step = std::clamp(sum * (kToneSteps / kMaxLight), 0.0f, static_cast<float>(kToneSteps));
        const auto i = static_cast<std::size_t>(step);
        const float value = mix(m_tone[c][i], m_tone[c][i + 1], step - static_cast<float>(i));
        // The difference of two uniform halves of a hash has a triangular distribution; the factor makes its variance 1.
        const std::uint32_t bits = mixBits(hash + static_cast<std::uint32_t>(c));
        const float grain = (static_cast<float>(bits & 0xFFFF) - static_cast<float>(bits >> 16)) * (2.449f / 65536.0f);
        pixel = pixel << 8 | static_cast<std::uint32_t>(std::clamp(value + grain * m_model.noise + 0.5f, 0.0f, 255.0f));
    }
    return pixel;
}

void Scanner::transmit(const DyeField& field, std::size_t channel, int y, float* light) const
{
    constexpr float kPerDensity = kDensitySteps / (kMaxDensity - kMinDensity);
    std::fill(light, light + field.width(), 0.0f);
    for (int dye = 0; dye < field.dyes(); ++dye) {
        const float density = m_model.opticalDensity[static_cast<std::size_t>(dye)][channel];
        const float* amount = field.row(dye, y);
        for (int x = 0; x < field.width(); ++x)
            light[x] += density * amount[x];
    }
    for (int x = 0; x < field.width(); ++x) {
        const float step = std::clamp((light[x] - kMinDensity) * kPerDensity, 0.0f, static_cast<float>(kDensitySteps));
        const auto i = static_cast<std::size_t>(step);
        light[x] = mix(m_transmission[i], m_transmission[i + 1], step - static_cast<float>(i));
    }
}

BgrxImage Scanner::scan(const DyeField& field) const
{
    const Plane blank(field.width(), field.height());
    std::array<Plane, 3> light{blank, blank, blank};
    Plane scratch = blank;
    for (std::size_t c = 0; c < 3; ++c) {
        for (int y = 0; y < field.height(); ++y)
            transmit(field, c, y, light[c].row(y));
        defocus(light[c], scratch, field);
        filter(light[c], scratch, m_kernel.data(), kKernelRadius);
    }
    BgrxImage image = makeBgrxImage(field.width() - 2 * kHalo, field.height() - 2 * kHalo);
    for (int y = 0; y < image.height(); ++y) {
        std::uint32_t* out = image.row(y);
        const std::array<const float*, 3> in{light[0].row(y + kHalo) + kHalo, light[1].row(y + kHalo) + kHalo,
                                             light[2].row(y + kHalo) + kHalo};
        for (int x = 0; x < image.width(); ++x) {
            const std::uint32_t hash = hashAt(field.x() + kHalo + x, field.y() + kHalo + y, m_model.noiseSeed);
            out[x] = develop({in[0][x], in[1][x], in[2][x]}, hash);
        }
    }
    return image;
}

}
