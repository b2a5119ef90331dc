#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/Error.h"
#include "normalize/ProfileNames.h"
#include "training/ClassifierNetwork.h"

namespace isostain {

/// How the learning rate falls, epoch by epoch. The paper and the code published with it differ.
enum class ClassifierSchedule {
    PublishedCode, ///< a tenth from two thirds of the epochs on, a hundredth from five sixths on (40 and 50 of 60)
    Paper,         ///< a cosine from the initial rate to 0
};

enum class ClassifierPreset {
    Paper, ///< 60 epochs, images as they are, 20 repeats
    Quick, ///< for processors without a GPU: images of 128 x 128 pixels, few epochs, 5 repeats
};

/// Every schedule and preset, with the keys that files and the command line use.
std::span<const NamedValue<ClassifierSchedule>> classifierSchedules();
std::span<const NamedValue<ClassifierPreset>> classifierPresets();
std::span<const NamedValue<TrainedLayers>> trainedLayers();
inline std::span<const NamedValue<ClassifierSchedule>> rowsOf(ClassifierSchedule)
{
    return classifierSchedules();
}
inline std::span<const NamedValue<ClassifierPreset>> rowsOf(ClassifierPreset)
{
    return classifierPresets();
}
inline std::span<const NamedValue<TrainedLayers>> rowsOf(TrainedLayers)
{
    return trainedLayers();
}

/// How a classifier is trained: fine-tuning of SqueezeNet 1.1 on cross entropy with Adam, no augmentation (Kang et al. 2021,
/// section 2.2). The defaults are those of the published code.
struct ClassifierConfig {
    int epochs = 60;            ///< 1..100,000
    int batchSize = 64;         ///< 1..65,536
    double learningRate = 2e-4; ///< at the first epoch; finite, above 0
    double weightDecay = 1e-5;  ///< finite, 0 or more
    ClassifierSchedule schedule = ClassifierSchedule::PublishedCode;
    TrainedLayers layers = TrainedLayers::All;
    int side = 0;           ///< images are resampled to side x side pixels; 0: taken as they are; else 17..4,096
    double width = 1;       ///< of an untrained network: channels against those published; above 0, at most 4
    std::uint32_t seed = 1; ///< of the first repeat; each has the next
    int repeats = 20;       ///< 1..1,000

    bool operator==(const ClassifierConfig&) const = default;
};

ClassifierConfig classifierConfigOf(ClassifierPreset preset);

/// The rate of an epoch, 0..epochs-1.
double learningRateAt(const ClassifierConfig& config, int epoch);

/// Errors: InvalidArgument, naming the field.
Result<void> checkConfig(const ClassifierConfig& config);

/// One JSON object with every field.
std::string toJson(const ClassifierConfig& config);
/// What the object does not state stays as in `defaults`. Errors: InvalidArgument (not such an object, a field that does not
/// exist, a value that cannot be used); `subject` names the text.
Result<ClassifierConfig> parseClassifierConfig(const std::string& json, const ClassifierConfig& defaults,
                                               const std::string& subject);

}
