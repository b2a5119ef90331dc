// bench_mitos_folds DATA OFFICIAL.pth [KERNELS FAIRNESS TEACHER STRUCTURE STEPS PIXELS]: trains the mixed recipe on four of the
// five cases of DATA/pairs/mitos-atypia-x40 and on the teacher tiles of the same cases, tests on the fifth, and prints each
// fold's figures, the official checkpoint's, and their difference with a 95 % bootstrap interval over the twelve patches of
// 256. Patches of one frame are not independent: the intervals are too narrow for other slides; that over folds has five
// values.
#include <cstdlib>
#include <filesystem>
#include <map>

#include "Measure.h"
#include "dataset/ImagePairs.h"
#include "dataset/PatchGrid.h"
#include "evaluation/Metrics.h"
#include "evaluation/Spread.h"
#include "nn/Checkpoint.h"
#include "training/StainNetApply.h"
#include "training/StainNetTraining.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

struct Scores {
    std::vector<double> psnr;
    std::vector<double> ssimSource;
};

template <typename T>
T valueOrExit(Result<T> result)
{
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::exit(1);
}

Scores scoresOf(const StainNetWeights& weights, const ImagePair& pair)
{
    const StainNetShape shape = valueOrExit(shapeOfStainNet(weights));
    const TrainingImage image = valueOrExit(readTrainingImage(pair));
    const RgbImage result = StainNetApply(shape).apply(flattened(weights), image);
    const LoadedPair loaded = valueOrExit(readPair(pair));
    Scores scores;
    for (const PixelRect& rect : patchGrid(image.width, image.height, 256)) {
        const cv::Rect part(static_cast<int>(rect.x), static_cast<int>(rect.y), 256, 256);
        const auto cut = [&](const RgbImage& whole) {
            return RgbImage{whole.pixels(part).clone()};
        };
        scores.psnr.push_back(valueOrExit(psnrTarget(cut(result), cut(loaded.target))));
        scores.ssimSource.push_back(valueOrExit(ssimSource(cut(result), cut(loaded.source))));
    }
    return scores;
}

double mean(const std::vector<double>& values)
{
    return spreadOf(values).mean.value_or(0);
}

void printDifference(const std::string& name, const std::vector<double>& official, const std::vector<double>& ours,
                     const char* unit)
{
    const PairedDifference difference = valueOrExit(pairedDifference(official, ours));
    bench::print(name + "_difference", difference.mean, unit);
    bench::print(name + "_difference_low", difference.low, unit);
    bench::print(name + "_difference_high", difference.high, unit);
}

std::vector<DistillationCase> readCases(const fs::path& data)
{
    std::map<std::string, DistillationCase> cases;
    const fs::path frames = data / "mitos-atypia-x40";
    for (const char* name : {"03", "04", "05", "07", "10"}) {
        const std::string file = std::string(name) + "_1216x960.png";
        cases["A" + std::string(name)].aligned.push_back({frames / ("A" + file), frames / ("H" + file), "A" + file});
    }
    const fs::path teacher = data / "staingan-resnet6-teacher";
    for (const ImagePair& pair : valueOrExit(pairImages(teacher / "source", teacher / "teacher")).pairs)
        cases[caseOf(pair.name, 3)].teacher.push_back(pair);
    std::vector<DistillationCase> result;
    for (auto& [name, one] : cases) {
        one.name = name;
        result.push_back(std::move(one));
    }
    return result;
}

}

int main(int count, char** arguments)
{
    if (count < 3) {
        std::fprintf(stderr, "bench_mitos_folds DATA OFFICIAL.pth [KERNEL FAIRNESS TEACHER STRUCTURE STEPS PIXELS]\n");
        return 2;
    }
    const auto number = [&](int index, double otherwise) {
        return count > index ? std::atof(arguments[index]) : otherwise;
    };
    const std::vector<DistillationCase> cases = readCases(fs::path(arguments[1]) / "pairs");
    const StainNetWeights official = valueOrExit(readStainNet(arguments[2]));
    DistillationConfig config;
    config.shape.kernels = {static_cast<int>(number(3, 3)), 1, 1};
    config.fairness = number(4, 8);
    config.teacherWeight = number(5, 4);
    config.structure = number(6, 3);
    config.steps = static_cast<int>(number(7, 800));
    config.pixelsPerStep = static_cast<int>(number(8, 32768));

    Scores ours;
    Scores theirs;
    for (std::size_t fold = 0; fold < cases.size(); ++fold) {
        std::vector<DistillationCase> train = cases;
        train.erase(train.begin() + static_cast<std::ptrdiff_t>(fold));
        const DistilledStainNet trained = valueOrExit(distillMixed(train, config, {}, {}));
        const ImagePair& test = cases[fold].aligned.front();
        const Scores here = scoresOf(trained.weights, test);
        const Scores there = scoresOf(official, test);
        const std::string name = "test_" + cases[fold].name;
        bench::print(name + "_psnr", mean(here.psnr), "dB");
        bench::print(name + "_psnr_official", mean(there.psnr), "dB");
        printDifference(name + "_psnr", there.psnr, here.psnr, "dB");
        bench::print(name + "_ssim_source", mean(here.ssimSource), "of_1");
        bench::print(name + "_ssim_source_official", mean(there.ssimSource), "of_1");
        printDifference(name + "_ssim_source", there.ssimSource, here.ssimSource, "of_1");
        bench::print(name + "_training", trained.seconds, "s");
        ours.psnr.push_back(mean(here.psnr));
        ours.ssimSource.push_back(mean(here.ssimSource));
        theirs.psnr.push_back(mean(there.psnr));
        theirs.ssimSource.push_back(mean(there.ssimSource));
    }
    bench::print("mean_psnr", mean(ours.psnr), "dB");
    bench::print("mean_psnr_official", mean(theirs.psnr), "dB");
    printDifference("mean_psnr", theirs.psnr, ours.psnr, "dB");
    bench::print("mean_ssim_source", mean(ours.ssimSource), "of_1");
    bench::print("mean_ssim_source_official", mean(theirs.ssimSource), "of_1");
    printDifference("mean_ssim_source", theirs.ssimSource, ours.ssimSource, "of_1");
}
