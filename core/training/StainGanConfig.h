#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/Error.h"

namespace isostain {

/// How the learning rate goes. `Paper`: constant, then the training stops (Kang et al. 2021 stop after epoch 100).
/// `PublishedCode`: constant for `epochs`, then linear to 0 over `decayEpochs`, of which the last is never trained: with the
/// e-th epoch counted from 1 the rate is times 1 - max(0, e - epochs)/(decayEpochs + 1), for epochs + decayEpochs - 1 epochs.
enum class StainGanSchedule { Paper, PublishedCode };

/// Quick: small widths and crops, a visible result in about ten minutes on two CPU cores. Standard: half the width of the
/// paper's networks. Paper: the networks, losses and rates of StainGAN as the paper uses them.
enum class StainGanPreset { Quick, Standard, Paper };

/// Where the networks are trained. Automatic: on a GPU where LibTorch has one, else on the CPU.
enum class StainGanDevice { Automatic, Cpu };

/// What the generators begin as. Random: weights N(0, 0.02), as published. Copying: they pass color and detail through from
/// the first step, see newGenerator(); what is left of their width is random.
enum class StainGanStart { Random, Copying };

/// Of the arithmetic on a GPU; the CPU always computes in float32. Automatic: convolutions in bfloat16 where the GPU has it,
/// everything else and the weights in float32.
enum class StainGanPrecision { Automatic, Float32 };

/// How a StainGAN (Shaban et al. 2019), a CycleGAN (Zhu et al. 2017), is trained. The defaults are the paper's.
struct StainGanConfig {
    int width = 64;                ///< of the generators: channels of the first layer, 1..256
    int blocks = 9;                ///< residual blocks of the generators, 1..32
    int discriminatorWidth = 64;   ///< 1..256
    int discriminatorHalvings = 3; ///< convolutions of stride 2, 1..5; 3: patches of 70x70
    int crop = 256;                ///< pixels, a multiple of 4, 16..2048; what is cut from each image
    int batch = 4;                 ///< images of each side a step, 1..256
    StainGanSchedule schedule = StainGanSchedule::Paper;
    int epochs = 100;                            ///< of constant rate, 1..100,000
    int decayEpochs = 0;                         ///< PublishedCode: of falling rate, 0..100,000
    int stepsPerEpoch = 0;                       ///< 0: as many as show every image of the larger side once; ..1,000,000
    StainGanStart start = StainGanStart::Random; ///< Copying: needs a width of at least 12
    int warmupSteps = 0;        ///< first steps with the identity loss alone, without adversaries; 0..1,000,000
    double learningRate = 2e-4; ///< Adam's; above 0, at most 1
    double beta1 = 0.5;         ///< 0 <= beta < 1
    double beta2 = 0.999;
    double cycleWeight = 10; ///< 0..1000, as the next
    double identityWeight = 5;
    int poolSize = 50;            ///< past fakes that the discriminators see, 0..10,000
    std::uint64_t seed = 1;       ///< another number gives other weights at the start and other crops
    int logSteps = 20;            ///< steps that a row of metrics is the mean of, 1..1,000,000
    double checkpointMinutes = 5; ///< the most that a kill may lose, above 0; also after every epoch
    StainGanDevice device = StainGanDevice::Automatic;
    StainGanPrecision precision = StainGanPrecision::Automatic;

    bool operator==(const StainGanConfig&) const = default;
};

StainGanConfig stainGanPreset(StainGanPreset preset);

/// Errors: InvalidArgument, naming the first field that is out of its range.
Result<void> checkStainGanConfig(const StainGanConfig& config);

/// Epochs in all, by the schedule.
int epochCount(const StainGanConfig& config);
/// Of Adam in an epoch counted from 0.
double learningRateOfEpoch(const StainGanConfig& config, int epoch);

/// A JSON object of all fields, keys in kebab-case.
std::string toJson(const StainGanConfig& config);
/// `base` with the fields that a JSON object names. Errors: InvalidArgument (no object, an unknown key, a value of another
/// kind or out of range; `subject` names the text).
Result<StainGanConfig> stainGanConfigFromJson(std::string_view text, const StainGanConfig& base, const std::string& subject);

template <typename Enum>
struct StainGanName {
    Enum value;
    const char* key;
};

// One row per value, in the order of the enum; for JSON and the command line.
std::span<const StainGanName<StainGanSchedule>> stainGanSchedules();
std::span<const StainGanName<StainGanPreset>> stainGanPresets();
std::span<const StainGanName<StainGanDevice>> stainGanDevices();
std::span<const StainGanName<StainGanPrecision>> stainGanPrecisions();
std::span<const StainGanName<StainGanStart>> stainGanStarts();

}
