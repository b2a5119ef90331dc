/// How long it takes from a slide to a normalizer fitted to it: sampling, fit and color table, each method for itself.
///     build/release/bench/bench_fit SLIDE
#include <cstdio>
#include <string>

#include "bench/Measure.h"
#include "normalize/Normalizer.h"
#include "normalize/ProfileFit.h"
#include "normalize/ProfileNames.h"

using namespace isostain;
using bench::print;
using bench::bestSeconds;

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "bench_fit SLIDE\n");
        return 2;
    }
    const auto slide = openSlide(argv[1]);
    if (!slide) {
        std::fprintf(stderr, "%s\n", describe(slide.error()).c_str());
        return 1;
    }
    Result<ColorSample> sample;
    print("sample", bestSeconds(1, [&] { sample = sampleSlide(**slide); }), "s");
    if (!sample) {
        std::fprintf(stderr, "%s\n", describe(sample.error()).c_str());
        return 1;
    }
    print("tissue_pixels", static_cast<double>(pixelCount(sample->tissue)), "pixels");
    print("tissue_colors", static_cast<double>(sample->tissue.size()), "colors");
    for (const auto& row : normalizationMethods()) {
        if (!isFitted(row.value))
            continue;
        const std::string name(row.key);
        print("fit_" + name, bestSeconds(1, [&] { fitStatistics(row.value, kNewProfileOptions, *sample); }), "s");
        ProfileFitRequest request;
        request.method = row.value;
        const auto fitted = fitProfileTo(*sample, request);
        if (!fitted)
            continue;
        print("sample_fit_and_compile_" + name, bestSeconds(1, [&] {
                  NormalizerFactory(fitted->profile, NormalizerForm::Profile).forSlide(**slide).value();
              }), "s");
    }
    return 0;
}
