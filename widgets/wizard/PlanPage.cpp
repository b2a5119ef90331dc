#include "wizard/PlanPage.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "export/ExportTexts.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"
#include "plots/MethodText.h"
#include "wizard/ParameterForm.h"
#include "wizard/Section.h"
#include "wizard/StepChoice.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

constexpr int kSettleMilliseconds = 600;

QString costText(const StepForecast& cost)
{
    const QString time = PlanPage::tr("about %1").arg(timeText(std::chrono::seconds(std::int64_t(std::ceil(cost.seconds)))));
    return cost.bytes == 0 ? time : PlanPage::tr("%1, %2").arg(time, sizeText(cost.bytes));
}

}

PlanPage::PlanPage(const StudyBackend& backend, Background& background, QWidget* parent)
    : WizardPage(parent),
      m_backend(backend),
      m_job(background),
      m_steps(new StepChoice),
      m_total(new QLabel),
      m_totalIcon(new QLabel)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    m_total->setObjectName(QStringLiteral("forecast"));
    m_total->setWordWrap(true);
    m_total->setTextFormat(Qt::PlainText);
    auto* total = new QHBoxLayout;
    total->addWidget(m_totalIcon, 0, Qt::AlignTop);
    total->addWidget(m_total, 1);
    setSmallIcon(*m_totalIcon, QStringLiteral("warning"));
    m_totalIcon->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makePreset());
    column->addWidget(m_steps);
    column->addLayout(total);
    column->addWidget(new Section(tr("&Methods to compare"), makeBaselines(), Section::State::Closed));
    column->addWidget(new Section(tr("Stain&GAN"), makeStainGan(), Section::State::Closed));
    column->addWidget(new Section(tr("Stain&Net"), makeStainNet(), Section::State::Closed));
    column->addWidget(new Section(tr("&Classifier"), makeClassifier(), Section::State::Closed));
    column->addStretch();
    connect(m_steps, &StepChoice::changed, this, &PlanPage::changeParameter);
    connect(&m_settle, &QTimer::timeout, this, &PlanPage::beginForecast);
    for (ParameterForm* form : m_forms)
        connect(form, &ParameterForm::changed, this, &PlanPage::changeParameter);
}

QString PlanPage::title() const
{
    return tr("Plan");
}

QString PlanPage::explanation() const
{
    return tr("What is trained and compared, and what that takes on this computer.");
}

QWidget* PlanPage::makePreset()
{
    m_preset = new QComboBox;
    m_preset->setObjectName(QStringLiteral("preset"));
    m_preset->setAccessibleName(tr("Preset"));
    for (const StudyPreset preset : {StudyPreset::Quick, StudyPreset::Standard, StudyPreset::Paper})
        m_preset->addItem(presetText(preset), int(preset));
    m_presetHint = new QLabel;
    m_presetHint->setForegroundRole(QPalette::PlaceholderText);
    m_presetHint->setWordWrap(true);
    m_reset = new QPushButton(tr("&Reset parameters"));
    m_reset->setObjectName(QStringLiteral("resetParameters"));
    m_reset->setAutoDefault(false);
    m_reset->setToolTip(tr("Takes the preset's values again"));
    auto* label = new QLabel(tr("&Preset:"));
    label->setBuddy(m_preset);
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_preset);
    row->addWidget(m_presetHint, 1);
    row->addWidget(m_reset);
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isShowing)
            resetToPreset();
    });
    connect(m_reset, &QPushButton::clicked, this, &PlanPage::resetToPreset);
    return widget;
}

QWidget* PlanPage::makeBaselines()
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    for (const char* key : {"source", "reinhard", "macenko", "vahadane", "khan"}) {
        auto* box = new QCheckBox(std::string_view(key) == "source" ? tr("Source, untouched") : methodText(key));
        box->setObjectName(QStringLiteral("baseline-") + QLatin1String(key));
        row->addWidget(box);
        m_baselines.emplace_back(key, box);
        connect(box, &QCheckBox::toggled, this, [this] {
            if (!m_isShowing)
                changeParameter();
        });
    }
    row->addStretch();
    return widget;
}

ParameterForm* PlanPage::makeStainGan()
{
    auto* form = new ParameterForm;
    m_forms.push_back(form);
    const auto number = [form](const char* name, const QString& label, int least, int most, int StainGanConfig::*field,
                               const QString& hint = {}) {
        form->addNumber(
            QStringLiteral("gan-") + QLatin1String(name), label, least, most,
            [field](StudyConfig& config) -> int& { return config.stainGan.*field; }, hint);
    };
    const auto real = [form](const char* name, const QString& label, double least, double most, int decimals,
                             double StainGanConfig::*field, const QString& hint = {}) {
        form->addReal(
            QStringLiteral("gan-") + QLatin1String(name), label, least, most, decimals,
            [field](StudyConfig& config) -> double& { return config.stainGan.*field; }, hint);
    };
    number("width", tr("Width of the generators:"), 1, 256, &StainGanConfig::width,
           tr("Channels of the first layer; the paper has 64"));
    number("blocks", tr("Residual blocks:"), 1, 32, &StainGanConfig::blocks);
    number("discriminatorWidth", tr("Width of the discriminators:"), 1, 256, &StainGanConfig::discriminatorWidth);
    number("discriminatorHalvings", tr("Halvings of the discriminators:"), 1, 5, &StainGanConfig::discriminatorHalvings,
           tr("3 look at patches of 70×70 pixels, as published"));
    number("crop", tr("Crop, pixels:"), 16, 2048, &StainGanConfig::crop,
           tr("Side of the squares cut from each image; a multiple of 4"));
    number("batch", tr("Images per step:"), 1, 256, &StainGanConfig::batch);
    number("epochs", tr("Epochs of constant rate:"), 1, 100'000, &StainGanConfig::epochs);
    number("decayEpochs", tr("Epochs of falling rate:"), 0, 100'000, &StainGanConfig::decayEpochs,
           tr("With the schedule of the published code alone"));
    number("stepsPerEpoch", tr("Steps per epoch:"), 0, 1'000'000, &StainGanConfig::stepsPerEpoch,
           tr("0: as many as show every image once"));
    form->addChoice(
        QStringLiteral("gan-schedule"), tr("Schedule:"),
        {{tr("As in the paper: constant, then stop"), int(StainGanSchedule::Paper)},
         {tr("As in the published code: constant, then falling"), int(StainGanSchedule::PublishedCode)}},
        [](const StudyConfig& config) { return int(config.stainGan.schedule); },
        [](StudyConfig& config, int value) { config.stainGan.schedule = StainGanSchedule(value); });
    form->addChoice(
        QStringLiteral("gan-start"), tr("Generators begin:"),
        {{tr("Random, as published"), int(StainGanStart::Random)}, {tr("Copying the image"), int(StainGanStart::Copying)}},
        [](const StudyConfig& config) { return int(config.stainGan.start); },
        [](StudyConfig& config, int value) { config.stainGan.start = StainGanStart(value); },
        tr("Copying needs a width of 12 or more"));
    number("warmupSteps", tr("Warm-up steps:"), 0, 1'000'000, &StainGanConfig::warmupSteps,
           tr("First steps with the identity loss alone"));
    real("learningRate", tr("Learning rate:"), 1e-7, 1, 7, &StainGanConfig::learningRate);
    real("beta1", tr("Adam, beta 1:"), 0, 0.9999, 4, &StainGanConfig::beta1);
    real("beta2", tr("Adam, beta 2:"), 0, 0.9999, 4, &StainGanConfig::beta2);
    real("cycleWeight", tr("Weight of the cycle loss:"), 0, 1000, 2, &StainGanConfig::cycleWeight);
    real("identityWeight", tr("Weight of the identity loss:"), 0, 1000, 2, &StainGanConfig::identityWeight);
    number("poolSize", tr("Past results shown again:"), 0, 10'000, &StainGanConfig::poolSize);
    number("logSteps", tr("Steps per point of the curves:"), 1, 1'000'000, &StainGanConfig::logSteps);
    real("checkpointMinutes", tr("Minutes between saves, at most:"), 0.1, 1440, 1, &StainGanConfig::checkpointMinutes);
    form->addChoice(
        QStringLiteral("gan-device"), tr("Device:"),
        {{tr("Graphics card where there is one"), int(StainGanDevice::Automatic)}, {tr("Processor"), int(StainGanDevice::Cpu)}},
        [](const StudyConfig& config) { return int(config.stainGan.device); },
        [](StudyConfig& config, int value) { config.stainGan.device = StainGanDevice(value); });
    form->addChoice(
        QStringLiteral("gan-precision"), tr("Precision on a graphics card:"),
        {{tr("bfloat16 where it has it"), int(StainGanPrecision::Automatic)}, {tr("float32"), int(StainGanPrecision::Float32)}},
        [](const StudyConfig& config) { return int(config.stainGan.precision); },
        [](StudyConfig& config, int value) { config.stainGan.precision = StainGanPrecision(value); });
    form->addSeed(
        QStringLiteral("gan-seed"), tr("Seed:"), +[](StudyConfig& config) -> std::uint64_t& { return config.stainGan.seed; });
    return form;
}

ParameterForm* PlanPage::makeStainNet()
{
    auto* form = new ParameterForm;
    m_forms.push_back(form);
    const auto number = [form](const char* name, const QString& label, int least, int most, int DistillationConfig::*field,
                               const QString& hint = {}) {
        form->addNumber(
            QStringLiteral("net-") + QLatin1String(name), label, least, most,
            [field](StudyConfig& config) -> int& { return config.distillation.*field; }, hint);
    };
    const auto real = [form](const char* name, const QString& label, double least, double most, int decimals,
                             double DistillationConfig::*field, const QString& hint = {}) {
        form->addReal(
            QStringLiteral("net-") + QLatin1String(name), label, least, most, decimals,
            [field](StudyConfig& config) -> double& { return config.distillation.*field; }, hint);
    };
    form->addChoice(
        QStringLiteral("net-recipe"), tr("Recipe:"),
        {{tr("Fast: shuffled pixels, Adam"), int(DistillationRecipe::Fast)},
         {tr("As published: crops, SGD"), int(DistillationRecipe::Paper)}},
        [](const StudyConfig& config) { return int(config.recipe); },
        [](StudyConfig& config, int value) { config.recipe = DistillationRecipe(value); });
    form->addNumber(
        QStringLiteral("net-channels"), tr("Channels:"), 1, 512,
        [](StudyConfig& config) -> int& { return config.distillation.shape.channels; },
        tr("Between the layers; the paper has 32"));
    real("keepWhite", tr("Weight of keeping white:"), 0, 1000, 2, &DistillationConfig::keepWhite);
    number("steps", tr("Steps (fast):"), 1, 10'000'000, &DistillationConfig::steps);
    number("pixelsPerStep", tr("Pixels per step (fast):"), 256, 1 << 24, &DistillationConfig::pixelsPerStep);
    real("learningRate", tr("Learning rate (fast):"), 1e-7, 1, 7, &DistillationConfig::learningRate);
    number("epochs", tr("Epochs (published):"), 1, 1'000'000, &DistillationConfig::epochs);
    real("sgdRate", tr("Learning rate (published):"), 1e-7, 1, 7, &DistillationConfig::sgdRate);
    number("batchSize", tr("Images per step (published):"), 1, 10'000, &DistillationConfig::batchSize);
    number("cropSize", tr("Crop, pixels (published):"), 1, 4096, &DistillationConfig::cropSize);
    number("testEvery", tr("Epochs between tests (published):"), 1, 1'000'000, &DistillationConfig::testEvery);
    form->addSeed(
        QStringLiteral("net-seed"), tr("Seed:"),
        +[](StudyConfig& config) -> std::uint32_t& { return config.distillation.seed; });
    form->addNumber(
        QStringLiteral("patch"), tr("Squares measured, pixels:"), 0, 4096,
        [](StudyConfig& config) -> int& { return config.data.patch; },
        tr("Test images are measured in squares of this side; 0: whole images"));
    return form;
}

ParameterForm* PlanPage::makeClassifier()
{
    auto* form = new ParameterForm;
    m_forms.push_back(form);
    const auto number = [form](const char* name, const QString& label, int least, int most, int ClassifierConfig::*field,
                               const QString& hint = {}) {
        form->addNumber(
            QStringLiteral("classifier-") + QLatin1String(name), label, least, most,
            [field](StudyConfig& config) -> int& { return config.classifier.*field; }, hint);
    };
    const auto real = [form](const char* name, const QString& label, double least, double most, int decimals,
                             double ClassifierConfig::*field, const QString& hint = {}) {
        form->addReal(
            QStringLiteral("classifier-") + QLatin1String(name), label, least, most, decimals,
            [field](StudyConfig& config) -> double& { return config.classifier.*field; }, hint);
    };
    number("epochs", tr("Epochs:"), 1, 100'000, &ClassifierConfig::epochs);
    number("batchSize", tr("Images per step:"), 1, 65'536, &ClassifierConfig::batchSize);
    real("learningRate", tr("Learning rate:"), 1e-7, 1, 7, &ClassifierConfig::learningRate);
    real("weightDecay", tr("Weight decay:"), 0, 1, 7, &ClassifierConfig::weightDecay);
    form->addChoice(
        QStringLiteral("classifier-schedule"), tr("Schedule:"),
        {{tr("As in the published code: two steps"), int(ClassifierSchedule::PublishedCode)},
         {tr("As in the paper: cosine"), int(ClassifierSchedule::Paper)}},
        [](const StudyConfig& config) { return int(config.classifier.schedule); },
        [](StudyConfig& config, int value) { config.classifier.schedule = ClassifierSchedule(value); });
    form->addChoice(
        QStringLiteral("classifier-layers"), tr("Layers trained:"),
        {{tr("All"), int(TrainedLayers::All)}, {tr("The last one"), int(TrainedLayers::Head)}},
        [](const StudyConfig& config) { return int(config.classifier.layers); },
        [](StudyConfig& config, int value) { config.classifier.layers = TrainedLayers(value); });
    number("side", tr("Images resampled to, pixels:"), 0, 4096, &ClassifierConfig::side,
           tr("0: taken as they are; else at least 17"));
    real("width", tr("Width of an untrained network:"), 0.01, 4, 2, &ClassifierConfig::width);
    number("repeats", tr("Repeats:"), 1, 1000, &ClassifierConfig::repeats);
    form->addSeed(
        QStringLiteral("classifier-seed"), tr("Seed:"),
        +[](StudyConfig& config) -> std::uint32_t& { return config.classifier.seed; });
    return form;
}

void PlanPage::showDraft(const StudyDraft& draft)
{
    m_isShowing = true;
    m_draft = draft;
    m_preset->setCurrentIndex(m_preset->findData(int(draft.config.preset)));
    m_steps->showConfig(draft.config);
    for (const auto& [key, box] : m_baselines) {
        const auto& methods = draft.config.baselines;
        box->setChecked(std::find(methods.begin(), methods.end(), key) != methods.end());
    }
    for (ParameterForm* form : m_forms)
        form->showConfig(draft.config);
    m_isShowing = false;
    write(m_draft);
    showPreset();
}

void PlanPage::write(StudyDraft& draft) const
{
    draft.config.preset = StudyPreset(m_preset->currentData().toInt());
    draft.config.steps = m_steps->steps();
    for (const ParameterForm* form : m_forms)
        form->write(draft.config);
    // Methods that are no boxes here, such as networks from files, stay.
    auto& methods = draft.config.baselines;
    for (const auto& [key, box] : m_baselines) {
        const auto found = std::find(methods.begin(), methods.end(), key);
        if (box->isChecked() && found == methods.end())
            methods.push_back(key);
        else if (!box->isChecked() && found != methods.end())
            methods.erase(found);
    }
}

QString PlanPage::problem() const
{
    StudyDraft draft = m_draft;
    write(draft);
    if (draft.config.steps.size() < 2)
        return tr("Choose what the study does.");
    if (const auto checked = checkStudyConfig(draft.config); !checked)
        return errorText(checked.error()) +
               (checked.error().detail.empty() ? QString() : QLatin1Char(' ') + errorDetail(checked.error()));
    if (m_cost && m_cost->forecast && m_cost->freeBytes && m_cost->forecast->bytes() > *m_cost->freeBytes)
        return tr("There is not enough space where the study is kept. Free some, or choose another folder on the first page.");
    return {};
}

void PlanPage::enter(const StudyDraft& draft)
{
    showDraft(draft);
    askForCost();
}

void PlanPage::leave()
{
    m_settle.stop();
    m_job.stop();
}

void PlanPage::resetToPreset()
{
    StudyDraft draft = m_draft;
    write(draft);
    applyPreset(StudyPreset(m_preset->currentData().toInt()), draft.config);
    showDraft(draft);
    changeParameter();
}

void PlanPage::showPreset()
{
    m_presetHint->setText(presetExplanation(m_draft.config.preset));
    StudyConfig preset = m_draft.config;
    applyPreset(preset.preset, preset);
    m_reset->setEnabled(toJson(preset) != toJson(m_draft.config));
}

void PlanPage::changeParameter()
{
    write(m_draft);
    showPreset();
    askForCost();
    emit changed();
}

void PlanPage::askForCost()
{
    m_cost.reset();
    m_job.stop();
    m_steps->clearCosts();
    m_totalIcon->hide();
    m_total->setText(tr("Measuring how long it takes on this computer…"));
    m_settle.start();
}

void PlanPage::beginForecast()
{
    if (!m_check || !checkStudyConfig(m_draft.config)) {
        m_total->clear();
        return;
    }
    m_job.start(
        [backend = m_backend, config = m_draft.config, check = *m_check,
         folder = toPath(m_draft.folder)](const JobControl& control) {
            Cost cost;
            cost.freeBytes = backend.freeBytes(folder);
            const auto forecast = backend.forecast(config, check, control);
            if (forecast)
                cost.forecast = *forecast;
            else
                cost.error = forecast.error();
            return cost;
        },
        [this](const Cost& cost) { showCost(cost); });
}

void PlanPage::showCost(const Cost& cost)
{
    m_cost = cost;
    if (cost.forecast) {
        for (const auto& [step, forecast] : cost.forecast->steps)
            m_steps->setCost(step, costText(forecast));
        const QString device =
            cost.forecast->device == "cpu" ? tr("the processor") : QString::fromStdString(cost.forecast->device);
        QString text = tr("In all about %1 on %2, and %3 on the disk.")
                           .arg(timeText(std::chrono::seconds(std::int64_t(std::ceil(cost.forecast->seconds())))), device,
                                sizeText(cost.forecast->bytes()));
        if (cost.freeBytes)
            text += QLatin1Char(' ') + tr("%1 are free.").arg(sizeText(*cost.freeBytes));
        m_total->setText(text);
    } else if (cost.error) {
        m_total->setText(tr("How long it takes is not known. %1").arg(errorText(*cost.error)));
    }
    m_totalIcon->setVisible(cost.error || !problem().isEmpty());
    emit changed();
}

}
