#include "support/GeneratedStain.h"

#include <algorithm>
#include <cmath>

#include "demo/Hash.h"
#include "demo/HeSection.h"

namespace isostain::test {

using namespace demo;

namespace {

constexpr int kSectionWidth = 4096;
constexpr int kSectionHeight = 3072;
/// Summed density of all dyes and channels, linear light.
constexpr float kBackgroundDensity = 0.15f;

float total(const Rgb& rgb)
{
    return rgb[0] + rgb[1] + rgb[2];
}

double length(const OpticalDensity& a)
{
    return std::hypot(a[0], a[1], a[2]);
}

OpticalDensity unit(const Rgb& rgb)
{
    const OpticalDensity a = {rgb[0], rgb[1], rgb[2]};
    return {a[0] / length(a), a[1] / length(a), a[2] / length(a)};
}

/// Density of a dye by its green and how much of that red and blue have.
Rgb dye(float green, float red, float blue)
{
    return {green * red, green, green * blue};
}

double meanAmount(const DyeField& field, int dyeIndex, int x, int y)
{
    double sum = 0;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            sum += field.row(dyeIndex, y + Scanner::kHalo + dy)[x + Scanner::kHalo + dx];
    return sum / 9;
}

bool showsTissue(const DyeField& field)
{
    int stained = 0;
    for (int y = 0; y < field.height(); ++y)
        for (int x = 0; x < field.width(); ++x)
            stained += field.row(kHematoxylin, y)[x] + field.row(kEosin, y)[x] > 0.2f;
    return stained * 10 > field.width() * field.height();
}

}

ScannerModel randomScanner(std::uint32_t seed)
{
    Draws draws(mixBits(seed ^ 0x5ca17e5u));
    ScannerModel model;
    model.opticalDensity.resize(kHeDyeCount);
    model.opticalDensity[kHematoxylin] =
        dye(draws.between(1.3f, 2.6f), draws.between(0.48f, 1.15f), draws.between(0.34f, 0.75f));
    model.opticalDensity[kEosin] = dye(draws.between(0.8f, 1.9f), draws.between(0.03f, 0.30f), draws.between(0.35f, 0.85f));
    model.opticalDensity[kHemoglobin] =
        dye(draws.between(1.5f, 2.5f), draws.between(0.05f, 0.25f), draws.between(0.65f, 0.95f));
    model.opticalDensity[kPenInk] = {draws.between(0, 3), draws.between(0, 3), draws.between(0, 3)};
    const float dirt = draws.between(0.8f, 1.3f);
    model.opticalDensity[kDirt] = {dirt, dirt * draws.between(0.9f, 1.1f), dirt * draws.between(0.9f, 1.2f)};

    const float white = draws.between(0.86f, 0.99f);
    const float gamma = draws.between(1.8f, 2.4f);
    for (std::size_t c = 0; c < 3; ++c) {
        model.whitePoint[c] = std::min(1.0f, white + draws.between(-0.025f, 0.025f));
        model.gamma[c] = gamma + draws.between(-0.05f, 0.05f);
    }
    model.flare = draws.between(0, 0.012f);
    for (std::size_t to = 0; to < 3; ++to) {
        for (std::size_t from = 0; from < 3; ++from)
            if (from != to)
                model.crosstalk[to][from] = draws.between(-0.02f, 0.05f);
        model.crosstalk[to][to] = 1 - model.crosstalk[to][(to + 1) % 3] - model.crosstalk[to][(to + 2) % 3];
    }
    model.contrast = draws.between(0, 0.25f);
    model.blurSigma = draws.between(0.6f, 1.1f);
    model.sharpening = draws.between(0, 0.6f);
    model.noise = draws.between(0.4f, 1.8f);
    model.noiseSeed = draws.bits();
    return model;
}

StainMatrix trueStains(const ScannerModel& scanner)
{
    return {unit(scanner.opticalDensity[kHematoxylin]), unit(scanner.opticalDensity[kEosin])};
}

StainMatrix shownStains(const ScannerModel& scanner)
{
    ScannerModel silent = scanner;
    silent.noise = 0;
    const Scanner device(silent);
    const auto shown = [&](int dyeIndex, float amount) {
        constexpr int kSize = 2 * Scanner::kHalo + 1;
        DyeField field(0, 0, kSize, kSize, kHeDyeCount);
        for (int y = 0; y < kSize; ++y)
            std::fill_n(field.row(dyeIndex, y), kSize, amount);
        return opticalDensityOf(*device.scan(field).row(0));
    };
    const OpticalDensity glass = shown(kHematoxylin, 0);
    StainMatrix stains{};
    for (const int dyeIndex : {kHematoxylin, kEosin}) {
        OpticalDensity above = shown(dyeIndex, 0.7f);
        for (std::size_t c = 0; c < 3; ++c)
            above[c] = std::max(above[c] - glass[c], 0.0);
        const double norm = length(above);
        for (std::size_t c = 0; c < 3; ++c)
            stains[static_cast<std::size_t>(dyeIndex)][c] = above[c] / norm;
    }
    return stains;
}

std::vector<DyeField> generatedFields(std::uint32_t seed, int fields, int size)
{
    const HeSection section(kSectionWidth, kSectionHeight, seed);
    Draws draws(mixBits(seed ^ 0xf1e1d5u));
    std::vector<DyeField> result;
    while (static_cast<int>(result.size()) < fields) {
        const int x = static_cast<int>(draws.between(0, static_cast<float>(kSectionWidth - size)));
        const int y = static_cast<int>(draws.between(0, static_cast<float>(kSectionHeight - size)));
        DyeField field(x, y, size + 2 * Scanner::kHalo, size + 2 * Scanner::kHalo, section.dyes());
        section.stain(field);
        if (showsTissue(field))
            result.push_back(std::move(field));
    }
    return result;
}

std::vector<RgbImage> scanned(const std::vector<DyeField>& fields, const ScannerModel& scanner)
{
    const Scanner device(scanner);
    std::vector<RgbImage> images;
    for (const DyeField& field : fields)
        images.push_back(toRgb(device.scan(field)));
    return images;
}

ColorCounts selectedColors(const std::vector<RgbImage>& images, Selection selection)
{
    ColorCounts colors;
    for (const RgbImage& image : images)
        colors = merged(colors, countColors(image));
    if (selection == Selection::PublishedTissue)
        return publishedTissue(colors);
    if (selection == Selection::Colored)
        std::erase_if(colors, [](const ColorCount& entry) {
            const OpticalDensity density = opticalDensityOf(entry.color);
            const auto [least, most] = std::minmax_element(density.begin(), density.end());
            return *most - *least < 0.12;
        });
    return colors;
}

StainClassifier::Shares trueShares(const DyeField& field, const ScannerModel& scanner, int x, int y)
{
    std::array<double, kHeDyeCount> density{};
    double sum = 0;
    for (int dyeIndex = 0; dyeIndex < kHeDyeCount; ++dyeIndex) {
        const auto i = static_cast<std::size_t>(dyeIndex);
        density[i] = std::abs(meanAmount(field, dyeIndex, x, y)) * total(scanner.opticalDensity[i]);
        sum += density[i];
    }
    if (sum < kBackgroundDensity)
        return {1, 0, 0, 0};
    const double hematoxylin = density[kHematoxylin] / sum;
    const double eosin = density[kEosin] / sum;
    return {0, hematoxylin, eosin, std::max(0.0, 1 - hematoxylin - eosin)};
}

}
