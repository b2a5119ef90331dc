#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/Error.h"
#include "normalize/StainProfile.h"
#include "training/ClassifierConfig.h"
#include "training/Distillation.h"
#include "training/StainGanConfig.h"

namespace isostain {

/// What a study does, in this order. Keys and English names: studySteps().
enum class StudyStep {
    Data,       ///< generates tiles, cuts pairs from two scans of one glass, or only looks at the folders
    StainGan,   ///< trains a StainGAN on the training images, unpaired
    StainNet,   ///< distils a StainNet from it (or, without a StainGAN, from the training pairs)
    Evaluation, ///< every method on the test images: Tables 1 and 2
    Pictures,   ///< the images that figures are made of
    Slides,     ///< whole slides by every method: Table 3
    Ablation,   ///< none to all layers of 3x3: Table 4
    Classifier, ///< raw against normalized test sets: the ROC curves
};

struct StudyStepRow {
    StudyStep step;
    const char* key;  ///< of JSON and folder names
    const char* name; ///< English, marked for translation in the context "StudyStep"
};
std::span<const StudyStepRow> studySteps();

/// Where the images come from.
enum class StudySource {
    Folders,   ///< two folders of images that need not show the same, and aligned pairs to test on
    Slides,    ///< slides of both looks, which patches of tissue are cut from, and aligned pairs to test on
    TwoScans,  ///< two scans of one glass, registered and cut into pairs; a part of the glass tests
    Generated, ///< demo tissue of two scanners
};

/// The training images come in pairs, and pairs to test on are made of them too; else the user gives those.
bool hasOwnTestPairs(StudySource source);

/// What a study is made on. Paths as the user gave them; empty: none.
struct StudyData {
    StudySource source = StudySource::Folders;
    std::filesystem::path sourcePath; ///< Folders: of images; Slides: of slides, or one; TwoScans: a slide or image
    std::filesystem::path targetPath;
    // Folders, Slides: aligned pairs by name to test on; both or none.
    std::filesystem::path testSourcePath;
    std::filesystem::path testTargetPath;
    std::filesystem::path pairsFile; ///< which test image belongs to which, where names differ
    int patch = 0;                   ///< side of the squares that test images are measured on; 0: whole images
    double holdOut = 0.25;           ///< TwoScans: share of the glass's width that tests, 0.05..0.5

    // Generated: sources, targets and tests come from three sections, so that no place is seen twice.
    Stain stain = Stain::HematoxylinEosin; ///< or Papanicolaou
    int tiles = 200;                       ///< of each side, 1..2000; a quarter as many pairs test. Slides: patches of each side
    double mpp = 0.4862;                   ///< Slides: micrometers per pixel of the patches, 0.05..20; the paper's for cytology

    std::vector<std::filesystem::path> slides; ///< whole slides of the source's look; Generated makes its own

    // CLASS/*.png below each; Generated makes its own.
    std::filesystem::path classifierTrain;   ///< of the target's look
    std::filesystem::path classifierTest;    ///< of the source's look
    std::filesystem::path classifierWeights; ///< SqueezeNet 1.1; empty: untrained

    bool operator==(const StudyData&) const = default;
};

enum class StudyPreset { Quick, Standard, Paper };

/// Everything that decides a study's outcome; written once, as study.json.
struct StudyConfig {
    std::string name; ///< of the study and of the profile it leaves; 1..80 characters
    StudyData data;
    /// Data is always one of them.
    std::set<StudyStep> steps{StudyStep::Data, StudyStep::StainGan, StudyStep::StainNet, StudyStep::Evaluation,
                              StudyStep::Pictures};
    StudyPreset preset = StudyPreset::Quick;
    StainGanConfig stainGan;
    DistillationRecipe recipe = DistillationRecipe::Fast;
    DistillationConfig distillation;
    /// NAME or NAME=FILE, see evaluationMethodKeys(); beside the networks that the study trains.
    std::vector<std::string> baselines{"source", "reinhard", "macenko", "vahadane", "khan"};
    ClassifierConfig classifier;
    std::uint32_t seed = 1; ///< of generated data; trainings have their own

    bool has(StudyStep step) const { return steps.contains(step); }
};

struct StudySourceRow {
    StudySource source;
    const char* key;
};
std::span<const StudySourceRow> studySources();
struct StudyPresetRow {
    StudyPreset preset;
    const char* key;
};
std::span<const StudyPresetRow> studyPresets();

/// Takes over a preset's parameters of all trainings; what the study is made on and which steps it has stays.
void applyPreset(StudyPreset preset, StudyConfig& config);

/// What no look at files is needed for. Errors: InvalidArgument, with the first field that is wrong or missing.
Result<void> checkStudyConfig(const StudyConfig& config);

/// One JSON object, keys in kebab-case, and back. Errors: InvalidArgument (`subject` names the text).
std::string toJson(const StudyConfig& config);
Result<StudyConfig> studyConfigFromJson(std::string_view text, const std::string& subject);

}
