#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "demo/DyeField.h"
#include "image/Image.h"

namespace isostain::demo {

using Rgb = std::array<float, 3>;

/// What sets one scanner apart from another. Colors are linear light, 1 = clear glass at full exposure.
struct ScannerModel {
    std::vector<Rgb> opticalDensity; ///< per dye of the specimen at concentration 1, natural logarithm
    Rgb whitePoint{1, 1, 1};         ///< linear light that reaches the sensor through clear glass
    float flare = 0;                 ///< stray light added everywhere, linear
    std::array<Rgb, 3> crosstalk{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}; ///< sensor channel <- light channel
    Rgb gamma{2.2f, 2.2f, 2.2f}; ///< display value = light^(1/gamma) before the contrast curve
    float contrast = 0;          ///< strength of an S-shaped tone curve, 0..1
    float blurSigma = 0.7f;      ///< pixels, optics and sensor
    float sharpening = 0;        ///< unsharp mask strength
    float noise = 1;             ///< standard deviation in gray levels at mid gray
    std::uint32_t noiseSeed = 0;
};

/// Turns dye concentrations into 8-bit pixels: Beer-Lambert, defocus, optics, sensor, tone curve, noise.
/// Immutable; any thread.
class Scanner {
public:
    /// The rim of a field that scan() needs around every pixel it renders.
    static constexpr int kHalo = 16;

    explicit Scanner(const ScannerModel& model);

    /// The field without its rim of kHalo pixels.
    BgrxImage scan(const DyeField& field) const;

private:
    /// One channel of one row of the field: Beer-Lambert.
    void transmit(const DyeField& field, std::size_t channel, int y, float* light) const;
    /// The sensor's answer to one pixel's light, as 0xFFRRGGBB; `hash` gives the noise.
    std::uint32_t develop(const Rgb& light, std::uint32_t hash) const;

    ScannerModel m_model;
    std::vector<float> m_transmission;        ///< exp(-density) over 0..kMaxDensity
    std::array<std::vector<float>, 3> m_tone; ///< linear light -> display value 0..255
    std::array<float, 4> m_kernel{};          ///< center, then one side
};

}
