#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "nn/StainNetWeights.h"
#include "training/StainNetShape.h"
#include "training/TrainingImages.h"

namespace isostain {

/// How a StainNet is trained. Keys for the command line and run folders: distillationRecipes().
enum class DistillationRecipe {
    Fast,  ///< pixels (or small crops) shuffled over all images, L1, Adam with warm-up and cosine annealing
    Paper, ///< as published (Kang et al. 2021): L1, SGD on crops of 256, cosine annealing per epoch, best on the test images
    Mixed, ///< teacher outputs and aligned pairs together, squared error, the worst case counting most
};

struct DistillationRecipeRow {
    DistillationRecipe recipe;
    std::string_view key;
};

std::span<const DistillationRecipeRow> distillationRecipes();

/// What all recipes share, and what each of them alone reads.
struct DistillationConfig {
    StainNetShape shape;
    std::uint32_t seed = 1;
    double keepWhite = 0; ///< 0..1000: weight of |f(c) - c| for colors c close to white, beside 1 for the images

    // Fast and Mixed.
    int steps = 4000;           ///< 1..10,000,000
    int pixelsPerStep = 8192;   ///< 256..2^24; crops of a network that is not pointwise come whole, one at least
    double learningRate = 1e-2; ///< at the end of the warm-up; finite, above 0

    // Mixed.
    double teacherWeight = 4; ///< 0..1000: how much the teacher's outputs count beside the aligned pairs
    double fairness = 8;      ///< 0..64: a case counts with its error to this power; 0: all cases alike
    double structure = 0;     ///< 0..1000: weight of LossTerms::structure

    // Paper.
    int epochs = 300;      ///< 1..1,000,000
    double sgdRate = 1e-2; ///< in the first epoch; finite, above 0
    int batchSize = 10;    ///< 1..10,000
    int cropSize = 256;    ///< 1..4096; images smaller than that are taken whole
    int testEvery = 5;     ///< 1..1,000,000 epochs
};

/// Errors: InvalidArgument, with what is out of its range.
Result<void> checkConfig(const DistillationConfig& config);

/// A row of what a training tells as it goes.
struct DistillationRow {
    std::uint64_t step = 0;  ///< steps done, or epochs of the published recipe
    double trainingLoss = 0; ///< mean over the values since the last row, in the [-1, 1] scale
    std::optional<double> testLoss;
    double learningRate = 0;
};

/// What a training gives.
struct DistilledStainNet {
    StainNetWeights weights;
    double trainingLoss = 0;        ///< over the last tenth of the steps, or the last epoch
    std::optional<double> testLoss; ///< Paper: the lowest one, which chose the weights
    int testEpoch = 0;              ///< Paper: where that was
    double seconds = 0;             ///< of training, images read and colors shuffled before
};

/// Images of one case (slide, patient) and what they should become.
struct DistillationCase {
    std::string name;
    std::vector<ImagePair> teacher; ///< teacher outputs
    std::vector<ImagePair> aligned; ///< aligned pairs
};

/// Called on the training's thread; its error ends the training. May be empty.
using DistillationRowFunction = std::function<Result<void>(const DistillationRow&)>;

// All block, report steps (or epochs) as progress and give the same result for the same configuration and images, on any number
// of threads, on one kind of processor. Errors: InvalidArgument, those of readTrainingImage(), TrainingDataInvalid (no images),
// TrainingDiverged (a loss that is not finite), Cancelled, OutOfMemory.

/// The fast recipe. Nothing but the last step's weights is ever taken: held-out images play no part.
Result<DistilledStainNet> distillFast(const TrainingImages& images, const DistillationConfig& config,
                                      const DistillationRowFunction& onRow, const JobControl& control);

/// The mixed recipe: minimizes, over cases, (error of the aligned pairs + teacherWeight * error of the teacher's outputs)
/// weighted by the case's relative error to the power `fairness`, which is what makes a network hold on slides that it has not
/// seen (compare Sagawa et al. 2020, group distributionally robust optimization). Cases without pairs have weight 1.
Result<DistilledStainNet> distillMixed(std::span<const DistillationCase> cases, const DistillationConfig& config,
                                       const DistillationRowFunction& onRow, const JobControl& control);

/// Where a published training stands after an epoch.
struct PublishedTraining {
    int epoch = 0; ///< epochs done
    std::vector<float> parameters;
    std::vector<float> best; ///< empty: not tested yet
    double bestLoss = 0;
    int bestEpoch = 0;
};

/// The published recipe. It keeps the weights with the lowest loss on `test`, as published: that loss is then no measure
/// for images that were not looked at. Goes on from `start` (epoch 0: from the seed), with the same result as in one go;
/// `onEpoch` may keep each epoch's state, and its error ends the training.
Result<DistilledStainNet> distillAsPublished(
    const TrainingImages& images, const TrainingImages& test, const DistillationConfig& config, PublishedTraining start,
    const std::function<Result<void>(const PublishedTraining&, const DistillationRow&)>& onEpoch, const JobControl& control);

}
