#include "wizard/StepChoice.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

#include "panels/Mnemonics.h"
#include "wizard/StudyTexts.h"

namespace isostain {

QString stepHindrance(StudyStep step, const StudyConfig& config)
{
    const StudyData& data = config.data;
    const bool isGenerated = data.source == StudySource::Generated;
    const bool hasPairs = hasOwnTestPairs(data.source) || !data.testSourcePath.empty();
    switch (step) {
    case StudyStep::Evaluation:
    case StudyStep::Pictures:
    case StudyStep::Ablation:
        return hasPairs ? QString() : StepChoice::tr("Needs test pairs: choose them on the first page.");
    case StudyStep::Slides:
        return isGenerated || !data.slides.empty()
                   ? QString()
                   : StepChoice::tr("Needs whole slides: choose them on the first page, under More.");
    case StudyStep::Classifier:
        return isGenerated || !data.classifierTrain.empty()
                   ? QString()
                   : StepChoice::tr("Needs labelled images: choose them on the first page, under More.");
    case StudyStep::Data:
    case StudyStep::StainGan:
    case StudyStep::StainNet:
        return {};
    }
    return {};
}

StepChoice::StepChoice(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    for (const StudyStepRow& row : studySteps()) {
        auto* box = new QCheckBox(withEscapedMnemonics(stepText(row.step)));
        box->setObjectName(QStringLiteral("step-") + QLatin1String(row.key));
        auto* explanation = new QLabel;
        explanation->setWordWrap(true);
        explanation->setForegroundRole(QPalette::PlaceholderText);
        explanation->setIndent(24);
        auto* cost = new QLabel;
        cost->setObjectName(QStringLiteral("cost-") + QLatin1String(row.key));
        cost->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const int line = grid->rowCount();
        grid->addWidget(box, line, 0);
        grid->addWidget(cost, line, 1);
        grid->addWidget(explanation, line + 1, 0, 1, 2);
        m_rows.emplace(row.step, Row{box, explanation, cost});
        connect(box, &QCheckBox::toggled, this, [this, step = row.step] { toggle(step); });
    }
}

void StepChoice::showConfig(const StudyConfig& config)
{
    m_isShowing = true;
    m_needsStainGan = !hasOwnTestPairs(config.data.source);
    for (const auto& [step, row] : m_rows) {
        const QString hindrance = stepHindrance(step, config);
        row.box->setEnabled(hindrance.isEmpty() && step != StudyStep::Data);
        row.box->setChecked(step == StudyStep::Data || (hindrance.isEmpty() && config.steps.contains(step)));
        row.explanation->setText(hindrance.isEmpty() ? stepExplanation(step) : hindrance);
        row.box->setAccessibleDescription(row.explanation->text());
    }
    m_isShowing = false;
}

std::set<StudyStep> StepChoice::steps() const
{
    std::set<StudyStep> steps;
    for (const auto& [step, row] : m_rows)
        if (row.box->isChecked())
            steps.insert(step);
    return steps;
}

void StepChoice::setCost(StudyStep step, const QString& text)
{
    m_rows.at(step).cost->setText(text);
}

void StepChoice::clearCosts()
{
    for (const auto& [step, row] : m_rows)
        row.cost->clear();
}

void StepChoice::toggle(StudyStep step)
{
    if (m_isShowing)
        return;
    m_isShowing = true;
    const bool isOn = m_rows.at(step).box->isChecked();
    const bool isNetwork = step == StudyStep::StainNet || step == StudyStep::Ablation;
    if (m_needsStainGan && isNetwork && isOn)
        m_rows.at(StudyStep::StainGan).box->setChecked(true);
    if (m_needsStainGan && step == StudyStep::StainGan && !isOn)
        for (const StudyStep network : {StudyStep::StainNet, StudyStep::Ablation})
            m_rows.at(network).box->setChecked(false);
    m_isShowing = false;
    emit changed();
}

}
