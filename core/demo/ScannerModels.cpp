#include "demo/ScannerModels.h"

#include "demo/HeSection.h"
#include "demo/PapSmear.h"

namespace isostain::demo {

namespace {

/// Optics and sensor: pale, slightly blue, flat and soft.
ScannerModel scannerA()
{
    ScannerModel model;
    model.whitePoint = {0.88f, 0.885f, 0.93f};
    model.flare = 0.012f;
    model.crosstalk = {{{0.94f, 0.05f, 0.01f}, {0.05f, 0.90f, 0.05f}, {0.01f, 0.07f, 0.92f}}};
    model.gamma = {2.1f, 2.1f, 2.1f};
    model.contrast = 0.05f;
    model.blurSigma = 0.95f;
    model.noise = 1.1f;
    model.noiseSeed = 0xa11ce;
    return model;
}

/// Warm, contrasty, sharpened.
ScannerModel scannerB()
{
    ScannerModel model;
    model.whitePoint = {0.93f, 0.895f, 0.90f};
    model.flare = 0.004f;
    model.crosstalk = {{{1.02f, -0.02f, 0.0f}, {-0.01f, 1.03f, -0.02f}, {0.0f, -0.02f, 1.02f}}};
    model.gamma = {2.2f, 2.15f, 2.2f};
    model.contrast = 0.22f;
    model.blurSigma = 0.8f;
    model.sharpening = 0.5f;
    model.noise = 0.8f;
    model.noiseSeed = 0xb0b;
    return model;
}

// In display terms gamma lowers a density by about half, so these are about twice those read off a picture.
std::vector<Rgb> heDensities(ScannerId scanner)
{
    std::vector<Rgb> densities(kHeDyeCount);
    const bool isA = scanner == ScannerId::A;
    densities[kHematoxylin] = isA ? Rgb{1.55f, 1.62f, 0.72f} : Rgb{1.62f, 2.25f, 0.90f};
    densities[kEosin] = isA ? Rgb{0.16f, 1.05f, 0.50f} : Rgb{0.10f, 1.65f, 0.72f};
    densities[kHemoglobin] = isA ? Rgb{0.25f, 1.75f, 1.35f} : Rgb{0.18f, 2.3f, 1.9f};
    densities[kPenInk] = isA ? Rgb{2.6f, 1.3f, 0.35f} : Rgb{2.9f, 1.2f, 0.30f};
    densities[kDirt] = isA ? Rgb{1.0f, 1.05f, 1.15f} : Rgb{1.1f, 1.1f, 1.1f};
    return densities;
}

std::vector<Rgb> papDensities(ScannerId scanner)
{
    std::vector<Rgb> densities(kPapDyeCount);
    const bool isA = scanner == ScannerId::A;
    densities[kPapHematoxylin] = isA ? Rgb{2.0f, 1.9f, 1.0f} : Rgb{2.7f, 2.3f, 1.35f};
    densities[kOrangeG] = isA ? Rgb{0.06f, 0.75f, 2.2f} : Rgb{0.08f, 0.95f, 2.9f};
    densities[kEosinY] = isA ? Rgb{0.22f, 1.75f, 0.95f} : Rgb{0.2f, 2.3f, 1.5f};
    densities[kLightGreen] = isA ? Rgb{2.1f, 0.95f, 0.42f} : Rgb{2.6f, 1.0f, 0.85f};
    densities[kBismarckBrown] = isA ? Rgb{0.6f, 1.2f, 1.6f} : Rgb{0.75f, 1.4f, 1.9f};
    densities[kPapShade] = {1.0f, 1.0f, 1.0f};
    return densities;
}

}

ScannerModel scannerModel(ScannerId scanner, Stain stain)
{
    ScannerModel model = scanner == ScannerId::A ? scannerA() : scannerB();
    model.opticalDensity = stain == Stain::Papanicolaou ? papDensities(scanner) : heDensities(scanner);
    return model;
}

}
