#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/Error.h"
#include "image/Image.h"
#include "nn/Checkpoint.h"
#include "nn/ResnetGenerator.h"
#include "training/StainGanConfig.h"
#include "training/UnpairedImages.h"

namespace isostain {

enum class StainGanDirection { ToTarget, ToSource };

/// What a step measures, in the order of the columns of metrics.csv.
enum class StainGanMeasure {
    AdversarialToTarget, ///< how far the discriminator is from taking fakes for real: MSE to 1
    AdversarialToSource,
    CycleSource, ///< mean L1 in the [-1, 1] scale of source -> target -> source, not weighted; as the next three
    CycleTarget,
    IdentitySource, ///< of the generator to the source, given images of the source
    IdentityTarget,
    DiscriminatorTarget, ///< halved MSE of the discriminator that judges images of the target
    DiscriminatorSource,
    ContrastToTarget, ///< standard deviation of the fakes of the target over that of the images they were made from
    ContrastToSource,
};
constexpr std::size_t kStainGanMeasures = 10;
using StainGanMeasures = std::array<double, kStainGanMeasures>;

/// Names of the columns.
extern const std::array<const char*, kStainGanMeasures> kStainGanMeasureNames;

/// How a step is done.
struct StainGanStep {
    /// Copying: the generators learn to give back images of their own side, and nothing else is trained; the other losses
    /// read 0.
    enum class Phase { Copying, Adversarial };

    Phase phase = Phase::Adversarial;
    double learningRate = 2e-4;
};

/// The four networks of a CycleGAN with their optimizers and pools of past fakes. One thread at a time.
class StainGanModel {
public:
    virtual ~StainGanModel() = default;

    /// "cpu", or the GPU's name with the arithmetic used.
    virtual std::string deviceName() const = 0;
    /// Version of LibTorch.
    virtual std::string libraryVersion() const = 0;

    /// Trains on one batch: both generators, then the discriminator of the target, then that of the source. The same model,
    /// batches and number of threads give the same bits. A loss that is no number is returned, not an error.
    /// Errors: OutOfMemory, Internal; then the model is not to be used any more.
    virtual Result<StainGanMeasures> train(const UnpairedBatch& batch, const StainGanStep& step) = 0;

    /// One image through a generator as published: instance norms take the statistics of this image. Sides must be multiples of
    /// 4, at least 16. Errors: OutOfMemory, Internal.
    virtual Result<RgbImage> translate(StainGanDirection direction, const RgbImage& image) = 0;
    virtual Result<ResnetGeneratorWeights> generator(StainGanDirection direction) const = 0;

    /// Everything that training goes on from. Errors: OutOfMemory, Internal.
    virtual Result<StateDict> state() const = 0;
    /// Takes over a state() of the same configuration; keys it does not know are ignored. `subject` names it in errors.
    /// Errors: CheckpointMismatch, CheckpointNotFinite, Internal; then the model is not to be used any more.
    virtual Result<void> restore(const StateDict& state, const std::string& subject) = 0;
};

/// What the loadable module isostain-torch offers for training a StainGAN.
struct StainGanModule {
    static constexpr int kInterfaceVersion = 1;
    static constexpr const char* kEntryName = "isostainStainGanModule";

    /// New networks with weights drawn by the seed. `threads` 0: one per core. Errors: InvalidArgument, OutOfMemory, Internal.
    Result<std::unique_ptr<StainGanModel>> (*create)(const StainGanConfig& config, unsigned threads) = nullptr;
};

/// Opens the module, once per process. Any thread. Errors: ModuleMissing.
Result<const StainGanModule*> loadStainGanModule();

}
