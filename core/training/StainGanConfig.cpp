#include "training/StainGanConfig.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

#include "base/EnumTable.h"

namespace isostain {

using nlohmann::json;

namespace {

constexpr std::array kSchedules = {StainGanName<StainGanSchedule>{StainGanSchedule::Paper, "paper"},
                                   StainGanName<StainGanSchedule>{StainGanSchedule::PublishedCode, "published-code"}};
constexpr std::array kPresets = {StainGanName<StainGanPreset>{StainGanPreset::Quick, "quick"},
                                 StainGanName<StainGanPreset>{StainGanPreset::Standard, "standard"},
                                 StainGanName<StainGanPreset>{StainGanPreset::Paper, "paper"}};
constexpr std::array kDevices = {StainGanName<StainGanDevice>{StainGanDevice::Automatic, "auto"},
                                 StainGanName<StainGanDevice>{StainGanDevice::Cpu, "cpu"}};
constexpr std::array kPrecisions = {StainGanName<StainGanPrecision>{StainGanPrecision::Automatic, "auto"},
                                    StainGanName<StainGanPrecision>{StainGanPrecision::Float32, "float32"}};

constexpr std::array kStarts = {StainGanName<StainGanStart>{StainGanStart::Random, "random"},
                                StainGanName<StainGanStart>{StainGanStart::Copying, "copying"}};

static_assert(inEnumOrder(kStarts, &StainGanName<StainGanStart>::value, StainGanStart::Copying));
static_assert(inEnumOrder(kSchedules, &StainGanName<StainGanSchedule>::value, StainGanSchedule::PublishedCode));
static_assert(inEnumOrder(kPresets, &StainGanName<StainGanPreset>::value, StainGanPreset::Paper));
static_assert(inEnumOrder(kDevices, &StainGanName<StainGanDevice>::value, StainGanDevice::Cpu));
static_assert(inEnumOrder(kPrecisions, &StainGanName<StainGanPrecision>::value, StainGanPrecision::Float32));

/// Calls visit(key, field, lowest, highest) for every number and visit.choice(key, field, table) for every enum.
template <typename Config, typename Visitor>
void visitFields(Config& config, Visitor&& visit)
{
    visit.number("width", config.width, 1, 256);
    visit.number("blocks", config.blocks, 1, 32);
    visit.number("discriminator-width", config.discriminatorWidth, 1, 256);
    visit.number("discriminator-halvings", config.discriminatorHalvings, 1, 5);
    visit.number("crop", config.crop, 16, 2048);
    visit.number("batch", config.batch, 1, 256);
    visit.choice("schedule", config.schedule, kSchedules);
    visit.number("epochs", config.epochs, 1, 100'000);
    visit.number("decay-epochs", config.decayEpochs, 0, 100'000);
    visit.number("steps-per-epoch", config.stepsPerEpoch, 0, 1'000'000);
    visit.choice("start", config.start, kStarts);
    visit.number("warmup-steps", config.warmupSteps, 0, 1'000'000);
    visit.number("learning-rate", config.learningRate, 1e-12, 1.0);
    visit.number("beta1", config.beta1, 0.0, 0.999999);
    visit.number("beta2", config.beta2, 0.0, 0.999999);
    visit.number("cycle-weight", config.cycleWeight, 0.0, 1000.0);
    visit.number("identity-weight", config.identityWeight, 0.0, 1000.0);
    visit.number("pool-size", config.poolSize, 0, 10'000);
    visit.seed("seed", config.seed);
    visit.number("log-steps", config.logSteps, 1, 1'000'000);
    visit.number("checkpoint-minutes", config.checkpointMinutes, 1e-3, 1e6);
    visit.choice("device", config.device, kDevices);
    visit.choice("precision", config.precision, kPrecisions);
}

class Writer {
public:
    template <typename Number>
    void number(const char* key, const Number& value, Number, Number)
    {
        m_object[key] = value;
    }
    void seed(const char* key, std::uint64_t value) { m_object[key] = value; }
    template <typename Enum, typename Table>
    void choice(const char* key, Enum value, const Table& table)
    {
        m_object[key] = table[static_cast<std::size_t>(value)].key;
    }
    std::string text() const { return m_object.dump(2); }

private:
    json m_object = json::object();
};

class Checker {
public:
    template <typename Number>
    void number(const char* key, const Number& value, Number lowest, Number highest)
    {
        if (!(value >= lowest && value <= highest) && m_wrong.empty())
            m_wrong = key;
    }
    void seed(const char*, std::uint64_t) {}
    template <typename Enum, typename Table>
    void choice(const char*, Enum, const Table&)
    {
    }
    const std::string& wrong() const { return m_wrong; }

private:
    std::string m_wrong;
};

/// Takes the fields out of an object; what is left is unknown.
class Reader {
public:
    explicit Reader(json object) : m_object(std::move(object)) {}

    template <typename Number>
    void number(const char* key, Number& value, Number, Number)
    {
        const bool mayBeFraction = std::is_floating_point_v<Number>;
        if (const auto found = take(key)) {
            const double given = found->is_number() ? found->template get<double>() : std::nan("");
            // Out of an int's range, or no whole number where one is wanted.
            if (!(std::abs(given) <= 1e15) || (!mayBeFraction && (given != std::floor(given) || std::abs(given) > 2e9)))
                noteWrong(key);
            else
                value = static_cast<Number>(given);
        }
    }
    void seed(const char* key, std::uint64_t& value)
    {
        if (const auto found = take(key)) {
            if (found->is_number_unsigned())
                value = found->get<std::uint64_t>();
            else
                noteWrong(key);
        }
    }
    template <typename Enum, typename Table>
    void choice(const char* key, Enum& value, const Table& table)
    {
        if (const auto given = take(key)) {
            const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return *given == row.key; });
            if (found == table.end())
                noteWrong(key);
            else
                value = found->value;
        }
    }
    /// The first key with a value that is none, else the first unknown one, else empty.
    std::string wrong() const
    {
        if (!m_wrong.empty())
            return m_wrong;
        return m_object.empty() ? std::string() : m_object.begin().key();
    }

private:
    std::optional<json> take(const char* key)
    {
        const auto found = m_object.find(key);
        if (found == m_object.end())
            return std::nullopt;
        json value = std::move(*found);
        m_object.erase(found);
        return value;
    }
    void noteWrong(const char* key)
    {
        if (m_wrong.empty())
            m_wrong = key;
    }

    json m_object;
    std::string m_wrong;
};

}

std::span<const StainGanName<StainGanSchedule>> stainGanSchedules()
{
    return kSchedules;
}

std::span<const StainGanName<StainGanPreset>> stainGanPresets()
{
    return kPresets;
}

std::span<const StainGanName<StainGanDevice>> stainGanDevices()
{
    return kDevices;
}

std::span<const StainGanName<StainGanPrecision>> stainGanPrecisions()
{
    return kPrecisions;
}

std::span<const StainGanName<StainGanStart>> stainGanStarts()
{
    return kStarts;
}

StainGanConfig stainGanPreset(StainGanPreset preset)
{
    StainGanConfig config;
    switch (preset) {
    case StainGanPreset::Quick:
        config.width = 16;
        config.blocks = 2;
        config.discriminatorWidth = 16;
        config.discriminatorHalvings = 2;
        config.crop = 64;
        config.batch = 4;
        config.schedule = StainGanSchedule::PublishedCode;
        config.epochs = 15;
        config.decayEpochs = 16;
        config.stepsPerEpoch = 40;
        config.start = StainGanStart::Copying;
        config.warmupSteps = 100;
        break;
    case StainGanPreset::Standard:
        config.width = 32;
        config.blocks = 6;
        config.discriminatorWidth = 32;
        config.schedule = StainGanSchedule::PublishedCode;
        config.epochs = 25;
        config.decayEpochs = 25;
        break;
    case StainGanPreset::Paper:
        break;
    }
    return config;
}

Result<void> checkStainGanConfig(const StainGanConfig& config)
{
    Checker checker;
    visitFields(config, checker);
    std::string wrong = checker.wrong();
    if (wrong.empty() && config.crop % 4 != 0)
        wrong = "crop";
    // Each halving takes at least half a crop away, and the last two convolutions two pixels.
    if (wrong.empty() && (config.crop >> config.discriminatorHalvings) < 4)
        wrong = "discriminator-halvings";
    constexpr int kLeastCopyingWidth = 12;
    if (wrong.empty() && config.start == StainGanStart::Copying && config.width < kLeastCopyingWidth)
        wrong = "start";
    if (!wrong.empty())
        return fail(ErrorCode::InvalidArgument, "The setting '" + wrong + "' of the training");
    return {};
}

int epochCount(const StainGanConfig& config)
{
    if (config.schedule == StainGanSchedule::Paper)
        return config.epochs;
    return std::max(1, config.epochs + config.decayEpochs - 1);
}

double learningRateOfEpoch(const StainGanConfig& config, int epoch)
{
    if (config.schedule == StainGanSchedule::Paper)
        return config.learningRate;
    const double past = std::max(0, epoch + 1 - config.epochs);
    return config.learningRate * (1 - past / (config.decayEpochs + 1));
}

std::string toJson(const StainGanConfig& config)
{
    Writer writer;
    visitFields(config, writer);
    return writer.text();
}

Result<StainGanConfig> stainGanConfigFromJson(std::string_view text, const StainGanConfig& base, const std::string& subject)
{
    json object = json::parse(text, nullptr, false);
    if (!object.is_object())
        return fail(ErrorCode::InvalidArgument, subject, "it is no JSON object");
    StainGanConfig config = base;
    Reader reader(std::move(object));
    visitFields(config, reader);
    if (const std::string wrong = reader.wrong(); !wrong.empty())
        return fail(ErrorCode::InvalidArgument, subject, "'" + wrong + "'");
    if (const auto checked = checkStainGanConfig(config); !checked)
        return tl::unexpected(checked.error());
    return config;
}

}
