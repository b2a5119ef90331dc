#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/Error.h"
#include "nn/Checkpoint.h"
#include "nn/SqueezeNet.h"

namespace isostain {

/// Images of one size and the classes they are of.
struct ImageBatch {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< [image][row][column], R, G, B
    std::vector<std::uint8_t> labels; ///< one an image, 0 up; not looked at where nothing is trained

    std::size_t count() const { return labels.size(); }
};

/// Which layers a training changes.
enum class TrainedLayers {
    All,
    Head, ///< the last alone: a fraction of the time, for features that were trained before
};

/// One step of Adam (Kingma and Ba 2015; betas 0.9 and 0.999, eps 1e-8) on the mean cross entropy of a batch.
struct ClassifierStep {
    double learningRate = 0;
    double weightDecay = 0; ///< times the weights, added to the gradient, as torch.optim.Adam does
    std::uint32_t seed = 0; ///< of the dropout
    TrainedLayers layers = TrainedLayers::All;
};

/// What a step found before it changed the weights.
struct ClassifierStepResult {
    double loss = 0; ///< mean cross entropy
    std::size_t correct = 0;
    double gradientNorm = 0; ///< 0: the outputs no longer depend on the images
};

/// A SqueezeNet in LibTorch with its optimizer, on the GPU where LibTorch has one, else on the CPU. The same calls give the
/// same weights for the same number of threads on the CPU. One thread at a time, not always the same. An error leaves the
/// weights as they are.
class ClassifierNetwork {
public:
    virtual ~ClassifierNetwork() = default;

    /// "GPU" or "CPU".
    virtual std::string deviceName() const = 0;
    /// Errors: InvalidArgument (no images, a side under SqueezeNetWeights::kSmallestSide, a label beyond the classes),
    /// OutOfMemory, Internal.
    virtual Result<ClassifierStepResult> train(const ImageBatch& batch, const ClassifierStep& step) = 0;
    /// Before softmax, [image][class], without dropout. Errors: as above.
    virtual Result<std::vector<float>> logits(const ImageBatch& batch) = 0;
    /// Errors: OutOfMemory, Internal.
    virtual Result<SqueezeNetWeights> weights() const = 0;
    /// Weights and optimizer, for going on later: keys network.*, adam.mean.*, adam.square.* and adam.steps. Errors: as above.
    virtual Result<StateDict> state() const = 0;
    /// Errors: ClassifierMismatch (not such a state of this network), CheckpointNotFinite, OutOfMemory, Internal.
    virtual Result<void> restore(const StateDict& state, const std::string& subject) = 0;
};

/// Begins with these weights and a fresh optimizer.
using CreateClassifier = Result<std::unique_ptr<ClassifierNetwork>>(const SqueezeNetWeights& weights, unsigned threads);

/// What the loadable module isostain-torch offers for classifiers.
struct ClassifierModule {
    static constexpr int kInterfaceVersion = 1;
    static constexpr const char* kEntryName = "isostainClassifierModule";

    CreateClassifier* create = nullptr; ///< threads 0: one per core
};

/// Opens the module, once per process; it stays open. Any thread. Errors: ModuleMissing, with the loader's reason.
Result<const ClassifierModule*> loadClassifierModule();

}
