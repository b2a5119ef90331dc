#include "training/ClassifierConfig.h"

#include <array>
#include <cmath>
#include <numbers>

#include <nlohmann/json.hpp>

#include "base/EnumTable.h"

namespace isostain {

namespace {

using nlohmann::json;

constexpr std::array kSchedules{
    NamedValue<ClassifierSchedule>{ClassifierSchedule::PublishedCode, "published-code", "Published code: two steps"},
    NamedValue<ClassifierSchedule>{ClassifierSchedule::Paper, "paper", "Paper: cosine"},
};
static_assert(inEnumOrder(kSchedules, &NamedValue<ClassifierSchedule>::value, ClassifierSchedule::Paper));

constexpr std::array kPresets{
    NamedValue<ClassifierPreset>{ClassifierPreset::Paper, "paper", "Paper"},
    NamedValue<ClassifierPreset>{ClassifierPreset::Quick, "quick", "Quick"},
};
static_assert(inEnumOrder(kPresets, &NamedValue<ClassifierPreset>::value, ClassifierPreset::Quick));

constexpr std::array kTrainedLayers{
    NamedValue<TrainedLayers>{TrainedLayers::All, "all", "All layers"},
    NamedValue<TrainedLayers>{TrainedLayers::Head, "head", "The last layer"},
};
static_assert(inEnumOrder(kTrainedLayers, &NamedValue<TrainedLayers>::value, TrainedLayers::Head));

tl::unexpected<Error> wrong(const char* what, const char* range)
{
    return fail(ErrorCode::InvalidArgument, what, range);
}

/// Reads one field after the other and notes which are there.
class FieldReader {
public:
    FieldReader(const json& object, const std::string& subject) : m_object(object), m_subject(subject) {}

    template <typename Value>
    void number(const char* name, Value& value)
    {
        const auto field = find(name);
        if (field == m_object.end())
            return;
        // A count written as 1.5 is a mistake, not a 1.
        const bool isRight = std::is_integral_v<Value> ? field->is_number_integer() : field->is_number();
        if (!isRight)
            return note(name);
        const auto read = field->template get<double>();
        const auto low = static_cast<double>(std::numeric_limits<Value>::lowest());
        const auto high = static_cast<double>(std::numeric_limits<Value>::max());
        if (!(read >= low && read <= high))
            return note(name);
        value = field->template get<Value>();
    }

    template <typename Enum>
    void choice(const char* name, Enum& value)
    {
        const auto field = find(name);
        if (field == m_object.end())
            return;
        const auto chosen =
            field->is_string() ? valueOf(rowsOf(value), field->template get_ref<const std::string&>()) : std::nullopt;
        if (!chosen)
            return note(name);
        value = *chosen;
    }

    Result<void> finish() const
    {
        if (!m_wrong.empty())
            return fail(ErrorCode::InvalidArgument, "\"" + m_wrong + "\" in " + m_subject);
        if (m_known != m_object.size())
            return fail(ErrorCode::InvalidArgument, m_subject, "it holds a field that no classifier's configuration has");
        return {};
    }

private:
    json::const_iterator find(const char* name)
    {
        const auto field = m_object.find(name);
        if (field != m_object.end())
            ++m_known;
        return field;
    }
    void note(const char* name)
    {
        if (m_wrong.empty())
            m_wrong = name;
    }

    const json& m_object;
    const std::string& m_subject;
    std::size_t m_known = 0;
    std::string m_wrong;
};

}

std::span<const NamedValue<ClassifierSchedule>> classifierSchedules()
{
    return kSchedules;
}

std::span<const NamedValue<ClassifierPreset>> classifierPresets()
{
    return kPresets;
}

std::span<const NamedValue<TrainedLayers>> trainedLayers()
{
    return kTrainedLayers;
}

ClassifierConfig classifierConfigOf(ClassifierPreset preset)
{
    ClassifierConfig config;
    if (preset == ClassifierPreset::Quick) {
        config.epochs = 8;
        config.batchSize = 16;
        config.side = 128;
        config.repeats = 5;
    }
    return config;
}

double learningRateAt(const ClassifierConfig& config, int epoch)
{
    const double progress = static_cast<double>(epoch) / config.epochs;
    if (config.schedule == ClassifierSchedule::Paper)
        return 0.5 * config.learningRate * (1 + std::cos(std::numbers::pi * progress));
    // In whole numbers: two thirds of 60 epochs are 40, whatever a third is in binary.
    const int drops = (3 * epoch >= 2 * config.epochs ? 1 : 0) + (6 * epoch >= 5 * config.epochs ? 1 : 0);
    return config.learningRate * std::pow(0.1, drops);
}

Result<void> checkConfig(const ClassifierConfig& config)
{
    const auto isWithin = [](auto value, auto low, auto high) {
        return value >= low && value <= high;
    };
    if (!isWithin(config.epochs, 1, 100'000))
        return wrong("The number of epochs", "1 to 100,000");
    if (!isWithin(config.batchSize, 1, 65'536))
        return wrong("The batch size", "1 to 65,536 images");
    if (!(config.learningRate > 0) || std::isinf(config.learningRate))
        return wrong("The learning rate", "above 0");
    if (!(config.weightDecay >= 0) || std::isinf(config.weightDecay))
        return wrong("The weight decay", "0 or more");
    if (config.side != 0 && !isWithin(config.side, SqueezeNetWeights::kSmallestSide, 4096))
        return wrong("The size of images", "17 to 4,096 pixels a side");
    if (!(config.width > 0) || config.width > 4)
        return wrong("The width of the network", "above 0, at most 4");
    if (!isWithin(config.repeats, 1, 1000))
        return wrong("The number of repeats", "1 to 1,000");
    return {};
}

std::string toJson(const ClassifierConfig& config)
{
    const json object{{"epochs", config.epochs},
                      {"batch_size", config.batchSize},
                      {"learning_rate", config.learningRate},
                      {"weight_decay", config.weightDecay},
                      {"schedule", named(config.schedule).key},
                      {"trained_layers", named(config.layers).key},
                      {"side", config.side},
                      {"width", config.width},
                      {"seed", config.seed},
                      {"repeats", config.repeats}};
    return object.dump(2);
}

Result<ClassifierConfig> parseClassifierConfig(const std::string& text, const ClassifierConfig& defaults,
                                               const std::string& subject)
{
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object())
        return fail(ErrorCode::InvalidArgument, subject, "it is not a JSON object");
    ClassifierConfig config = defaults;
    FieldReader reader(object, subject);
    reader.number("epochs", config.epochs);
    reader.number("batch_size", config.batchSize);
    reader.number("learning_rate", config.learningRate);
    reader.number("weight_decay", config.weightDecay);
    reader.choice("schedule", config.schedule);
    reader.choice("trained_layers", config.layers);
    reader.number("side", config.side);
    reader.number("width", config.width);
    reader.number("seed", config.seed);
    reader.number("repeats", config.repeats);
    if (const auto finished = reader.finish(); !finished)
        return tl::unexpected(finished.error());
    if (const auto checked = checkConfig(config); !checked)
        return tl::unexpected(checked.error());
    return config;
}

}
