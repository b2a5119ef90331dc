#include "study/StudyConfig.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "base/EnumTable.h"
#include "normalize/ProfileNames.h"

#define QT_TRANSLATE_NOOP(context, text) text

namespace isostain {

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr std::array kSteps = {
    StudyStepRow{StudyStep::Data, "data", QT_TRANSLATE_NOOP("StudyStep", "Prepare the data")},
    StudyStepRow{StudyStep::StainGan, "staingan", QT_TRANSLATE_NOOP("StudyStep", "Train the StainGAN")},
    StudyStepRow{StudyStep::StainNet, "stainnet", QT_TRANSLATE_NOOP("StudyStep", "Distill the StainNet")},
    StudyStepRow{StudyStep::Evaluation, "evaluation", QT_TRANSLATE_NOOP("StudyStep", "Compare the methods")},
    StudyStepRow{StudyStep::Pictures, "pictures", QT_TRANSLATE_NOOP("StudyStep", "Make the pictures")},
    StudyStepRow{StudyStep::Slides, "slides", QT_TRANSLATE_NOOP("StudyStep", "Compare on whole slides")},
    StudyStepRow{StudyStep::Ablation, "ablation", QT_TRANSLATE_NOOP("StudyStep", "Compare layers of 1x1 and 3x3")},
    StudyStepRow{StudyStep::Classifier, "classifier", QT_TRANSLATE_NOOP("StudyStep", "Train and test classifiers")},
};
static_assert(inEnumOrder(kSteps, &StudyStepRow::step, StudyStep::Classifier));

constexpr std::array kSources = {StudySourceRow{StudySource::Folders, "folders"},
                                 StudySourceRow{StudySource::Slides, "slides"},
                                 StudySourceRow{StudySource::TwoScans, "two-scans"},
                                 StudySourceRow{StudySource::Generated, "generated"}};
static_assert(inEnumOrder(kSources, &StudySourceRow::source, StudySource::Generated));

constexpr std::array kPresets = {StudyPresetRow{StudyPreset::Quick, "quick"}, StudyPresetRow{StudyPreset::Standard, "standard"},
                                 StudyPresetRow{StudyPreset::Paper, "paper"}};
static_assert(inEnumOrder(kPresets, &StudyPresetRow::preset, StudyPreset::Paper));

constexpr int kFormat = 1;
constexpr std::size_t kLongestName = 80;

tl::unexpected<Error> wrong(const std::string& what, const std::string& detail = {})
{
    return fail(ErrorCode::InvalidArgument, what, detail);
}

/// A value that a JSON object does not have as it should; caught where reading began.
struct Refusal {
    std::string key;
};

/// Takes members out of an object; what is left is unknown.
class Fields {
public:
    explicit Fields(json object) : m_object(std::move(object))
    {
        if (!m_object.is_object())
            throw Refusal{"an object"};
    }

    template <typename Value>
    void take(const char* key, Value& value)
    {
        const auto found = m_object.find(key);
        if (found == m_object.end())
            return;
        try {
            value = found->template get<Value>();
        } catch (const json::exception&) {
            throw Refusal{key};
        }
        m_object.erase(found);
    }
    void takePath(const char* key, fs::path& path)
    {
        std::string text = path.string();
        take(key, text);
        path = text;
    }
    template <typename Enum, typename Table>
    void takeEnum(const char* key, Enum& value, const Table& table)
    {
        std::string text;
        take(key, text);
        if (text.empty())
            return;
        const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return text == row.key; });
        if (found == table.end())
            throw Refusal{key};
        value = static_cast<Enum>(found - table.begin());
    }
    json takeObject(const char* key)
    {
        json object = json::object();
        take(key, object);
        return object;
    }
    void finish() const
    {
        if (!m_object.empty())
            throw Refusal{m_object.begin().key()};
    }

private:
    json m_object;
};

json jsonOf(const StudyData& data)
{
    json slides = json::array();
    for (const fs::path& slide : data.slides)
        slides.push_back(slide.string());
    return {{"kind", kSources[static_cast<std::size_t>(data.source)].key},
            {"source", data.sourcePath.string()},
            {"target", data.targetPath.string()},
            {"test-source", data.testSourcePath.string()},
            {"test-target", data.testTargetPath.string()},
            {"pairs", data.pairsFile.string()},
            {"patch", data.patch},
            {"hold-out", data.holdOut},
            {"stain", named(data.stain).key},
            {"tiles", data.tiles},
            {"mpp", data.mpp},
            {"slides", slides},
            {"classifier-train", data.classifierTrain.string()},
            {"classifier-test", data.classifierTest.string()},
            {"classifier-weights", data.classifierWeights.string()}};
}

void read(json object, StudyData& data)
{
    Fields fields(std::move(object));
    fields.takeEnum("kind", data.source, kSources);
    fields.takePath("source", data.sourcePath);
    fields.takePath("target", data.targetPath);
    fields.takePath("test-source", data.testSourcePath);
    fields.takePath("test-target", data.testTargetPath);
    fields.takePath("pairs", data.pairsFile);
    fields.take("patch", data.patch);
    fields.take("hold-out", data.holdOut);
    std::string stain;
    fields.take("stain", stain);
    if (!stain.empty()) {
        const auto value = valueOf(stains(), stain);
        if (!value)
            throw Refusal{"stain"};
        data.stain = *value;
    }
    fields.take("tiles", data.tiles);
    fields.take("mpp", data.mpp);
    std::vector<std::string> slides;
    fields.take("slides", slides);
    data.slides.assign(slides.begin(), slides.end());
    fields.takePath("classifier-train", data.classifierTrain);
    fields.takePath("classifier-test", data.classifierTest);
    fields.takePath("classifier-weights", data.classifierWeights);
    fields.finish();
}

json jsonOf(const DistillationConfig& config, DistillationRecipe recipe)
{
    return {{"recipe", std::string(distillationRecipes()[static_cast<std::size_t>(recipe)].key)},
            {"kernels", config.shape.kernels},
            {"channels", config.shape.channels},
            {"seed", config.seed},
            {"keep-white", config.keepWhite},
            {"steps", config.steps},
            {"pixels", config.pixelsPerStep},
            {"learning-rate", config.learningRate},
            {"epochs", config.epochs},
            {"sgd-rate", config.sgdRate},
            {"batch", config.batchSize},
            {"crop", config.cropSize},
            {"test-every", config.testEvery}};
}

void read(json object, DistillationConfig& config, DistillationRecipe& recipe)
{
    Fields fields(std::move(object));
    fields.takeEnum("recipe", recipe, distillationRecipes());
    fields.take("kernels", config.shape.kernels);
    fields.take("channels", config.shape.channels);
    fields.take("seed", config.seed);
    fields.take("keep-white", config.keepWhite);
    fields.take("steps", config.steps);
    fields.take("pixels", config.pixelsPerStep);
    fields.take("learning-rate", config.learningRate);
    fields.take("epochs", config.epochs);
    fields.take("sgd-rate", config.sgdRate);
    fields.take("batch", config.batchSize);
    fields.take("crop", config.cropSize);
    fields.take("test-every", config.testEvery);
    fields.finish();
}

std::set<StudyStep> stepsFrom(const std::vector<std::string>& keys)
{
    std::set<StudyStep> steps;
    for (const std::string& key : keys) {
        const auto found = std::find_if(kSteps.begin(), kSteps.end(), [&](const StudyStepRow& row) { return key == row.key; });
        if (found == kSteps.end())
            throw Refusal{"steps"};
        steps.insert(found->step);
    }
    return steps;
}

Result<StudyConfig> readConfig(Fields& fields, const std::string& subject)
{
    StudyConfig config;
    int format = kFormat;
    fields.take("isostain-study", format);
    if (format != kFormat)
        throw Refusal{"isostain-study"};
    fields.take("name", config.name);
    fields.takeEnum("preset", config.preset, kPresets);
    applyPreset(config.preset, config);
    fields.take("seed", config.seed);
    std::vector<std::string> steps;
    for (const StudyStep step : config.steps)
        steps.emplace_back(kSteps[static_cast<std::size_t>(step)].key);
    fields.take("steps", steps);
    config.steps = stepsFrom(steps);
    read(fields.takeObject("data"), config.data);
    read(fields.takeObject("distillation"), config.distillation, config.recipe);
    fields.take("methods", config.baselines);
    auto stainGan = stainGanConfigFromJson(fields.takeObject("staingan").dump(), config.stainGan, subject);
    if (!stainGan)
        return tl::unexpected(stainGan.error());
    config.stainGan = *stainGan;
    auto classifier = parseClassifierConfig(fields.takeObject("classifier").dump(), config.classifier, subject);
    if (!classifier)
        return tl::unexpected(classifier.error());
    config.classifier = *classifier;
    fields.finish();
    return config;
}

Result<void> checkData(const StudyConfig& config)
{
    const StudyData& data = config.data;
    if (data.source == StudySource::Generated) {
        if (data.stain != Stain::HematoxylinEosin && data.stain != Stain::Papanicolaou)
            return wrong("The stain of generated data", "it is H&E or Papanicolaou");
        if (data.tiles < 1 || data.tiles > 2000)
            return wrong("The number of generated tiles", "1 to 2000");
        return {};
    }
    if (data.source == StudySource::Slides && (data.tiles < 1 || data.tiles > 2000))
        return wrong("The number of patches", "1 to 2000");
    if (data.source == StudySource::Slides && !(data.mpp >= 0.05 && data.mpp <= 20))
        return wrong("The size of a pixel", "0.05 to 20 micrometers");
    if (data.sourcePath.empty())
        return wrong("The source", "nothing is chosen");
    if (data.targetPath.empty())
        return wrong("The target", "nothing is chosen");
    if (data.source == StudySource::TwoScans && !(data.holdOut >= 0.05 && data.holdOut <= 0.5))
        return wrong("The share of the glass that tests", "0.05 to 0.5");
    if (data.testSourcePath.empty() != data.testTargetPath.empty())
        return wrong("The test images", "sources and targets belong together");
    if (data.patch != 0 && data.patch < 11)
        return wrong("The squares that are measured on", "11 pixels at least");
    return {};
}

bool hasTestPairs(const StudyData& data)
{
    return hasOwnTestPairs(data.source) || !data.testSourcePath.empty();
}

Result<void> checkSteps(const StudyConfig& config)
{
    const StudyData& data = config.data;
    if (!hasTestPairs(data))
        for (const StudyStep step : {StudyStep::Evaluation, StudyStep::Pictures, StudyStep::Ablation})
            if (config.has(step))
                return wrong("The comparison of methods", "it needs aligned test pairs");
    if (config.has(StudyStep::Slides) && data.source != StudySource::Generated && data.slides.empty())
        return wrong("The comparison on whole slides", "no slide is chosen");
    if (config.has(StudyStep::Classifier) && data.source != StudySource::Generated &&
        (data.classifierTrain.empty() || data.classifierTest.empty()))
        return wrong("The classifier", "it needs labelled images of both looks");
    const bool isPaired = hasOwnTestPairs(data.source);
    if ((config.has(StudyStep::StainNet) || config.has(StudyStep::Ablation)) && !config.has(StudyStep::StainGan) && !isPaired)
        return wrong("The StainNet", "without a StainGAN it needs aligned pairs");
    if (config.recipe == DistillationRecipe::Mixed)
        return wrong("The recipe mixed", "studies use fast or paper");
    return {};
}

}

bool hasOwnTestPairs(StudySource source)
{
    return source == StudySource::TwoScans || source == StudySource::Generated;
}

std::span<const StudyStepRow> studySteps()
{
    return kSteps;
}

std::span<const StudySourceRow> studySources()
{
    return kSources;
}

std::span<const StudyPresetRow> studyPresets()
{
    return kPresets;
}

void applyPreset(StudyPreset preset, StudyConfig& config)
{
    config.preset = preset;
    config.stainGan = stainGanPreset(static_cast<StainGanPreset>(preset));
    config.distillation = {};
    config.recipe = preset == StudyPreset::Paper ? DistillationRecipe::Paper : DistillationRecipe::Fast;
    config.classifier = classifierConfigOf(preset == StudyPreset::Quick ? ClassifierPreset::Quick : ClassifierPreset::Paper);
    if (preset == StudyPreset::Standard)
        config.classifier.repeats = 5;
}

Result<void> checkStudyConfig(const StudyConfig& config)
{
    if (config.name.empty() || config.name.size() > kLongestName)
        return wrong("The name of the study", "1 to 80 characters");
    return checkData(config)
        .and_then([&] { return checkSteps(config); })
        .and_then([&] { return checkStainGanConfig(config.stainGan); })
        .and_then([&] { return checkConfig(config.distillation); })
        .and_then([&] { return checkConfig(config.classifier); });
}

std::string toJson(const StudyConfig& config)
{
    json steps = json::array();
    for (const StudyStep step : config.steps)
        steps.push_back(kSteps[static_cast<std::size_t>(step)].key);
    const json object = {{"isostain-study", kFormat},
                         {"name", config.name},
                         {"preset", kPresets[static_cast<std::size_t>(config.preset)].key},
                         {"seed", config.seed},
                         {"steps", steps},
                         {"data", jsonOf(config.data)},
                         {"staingan", json::parse(toJson(config.stainGan))},
                         {"distillation", jsonOf(config.distillation, config.recipe)},
                         {"methods", config.baselines},
                         {"classifier", json::parse(toJson(config.classifier))}};
    return object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<StudyConfig> studyConfigFromJson(std::string_view text, const std::string& subject)
{
    try {
        Fields fields(json::parse(text.begin(), text.end(), nullptr, false));
        return readConfig(fields, subject);
    } catch (const Refusal& refusal) {
        return wrong(subject, refusal.key);
    }
}

}
