#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "training/ClassifierConfig.h"
#include "training/ClassifierNetwork.h"
#include "training/LabelledImages.h"

namespace isostain {

/// What an epoch of training gave, over all its images.
struct ClassifierEpoch {
    int epoch = 0; ///< 0 up
    double learningRate = 0;
    double loss = 0; ///< mean cross entropy
    double accuracy = 0;
};

/// What a training tells and asks of whoever runs it, on the thread that it runs on.
struct ClassifierHooks {
    /// After each epoch. An error ends the training.
    std::function<Result<void>(const ClassifierEpoch& epoch)> epochDone;
    /// Keeps a state that the training can be resumed from: after each epoch, and when it is stopped. Only states without NaN
    /// are handed over. An error ends the training.
    std::function<Result<void>(const StateDict& state)> save;
};

/// Trains a network on images, each epoch in an order of its own. Reads ahead on other threads. The seed decides all that is
/// random, image by image and step by step: a training that was stopped and resumed gives the weights of one that was not, bit
/// for bit, on the CPU with the same number of threads. `resumeFrom` is what save() was given, of the same images and
/// configuration (but for `epochs` and `repeats`). Progress in batches. Blocks; any thread.
/// Errors: InvalidArgument, TrainingDiverged (a loss that is not a number, outputs that no longer depend on the images),
/// ClassifierMismatch (the state), Cancelled, those of the network, of readImage() and of the hooks.
Result<void> trainClassifier(ClassifierNetwork& network, const LabelledImages& images, const ClassifierConfig& config,
                             const std::optional<StateDict>& resumeFrom, const ClassifierHooks& hooks,
                             const JobControl& control);

/// How likely each image is of class `positive`, 0..1 (softmax), in the order of the images. `change` is applied to each
/// before it is resampled to config.side. Progress in images. Blocks; any thread.
/// Errors: TrainingDiverged (a score that is not a number), Cancelled, those of the network, of readImage() and of `change`.
Result<std::vector<double>> scoreImages(ClassifierNetwork& network, const LabelledImages& images, const ImageChange& change,
                                        std::uint8_t positive, const ClassifierConfig& config, const JobControl& control);

}
