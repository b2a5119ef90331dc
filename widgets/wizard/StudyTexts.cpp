#include "wizard/StudyTexts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QStyle>

#include "panels/ThemedIcon.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyTexts)
};

}

QString stepText(StudyStep step)
{
    return QCoreApplication::translate("StudyStep", studySteps()[std::size_t(step)].name);
}

QString stepExplanation(StudyStep step)
{
    switch (step) {
    case StudyStep::Data:
        return Texts::tr("Reads the images, or makes them, and puts some aside for the test.");
    case StudyStep::StainGan:
        return Texts::tr("Learns the target's colors from images that need not show the same. Takes the most time.");
    case StudyStep::StainNet:
        return Texts::tr("Makes a small, fast network of it: the stain profile that you keep.");
    case StudyStep::Evaluation:
        return Texts::tr("Measures SSIM and PSNR of every method on the test pairs: Tables 1 and 2.");
    case StudyStep::Pictures:
        return Texts::tr("Normalizes some test images by every method, for the figures.");
    case StudyStep::Slides:
        return Texts::tr("Measures how much structure whole slides keep: Table 3.");
    case StudyStep::Ablation:
        return Texts::tr("Trains StainNets with more and more 3×3 layers: Table 4 and Figure 8.");
    case StudyStep::Classifier:
        return Texts::tr("Tells whether normalization helps a classifier: ROC curves.");
    }
    return {};
}

QString stateText(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return Texts::tr("Waiting");
    case StepState::Running:
        return Texts::tr("Running");
    case StepState::Done:
        return Texts::tr("Done");
    case StepState::Stopped:
        return Texts::tr("Stopped");
    case StepState::Failed:
        return Texts::tr("Failed");
    case StepState::Interrupted:
        return Texts::tr("Interrupted");
    }
    return {};
}

QString stateIcon(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return QStringLiteral("step-waiting");
    case StepState::Running:
        return QStringLiteral("step-running");
    case StepState::Done:
        return QStringLiteral("step-done");
    case StepState::Stopped:
    case StepState::Interrupted:
        return QStringLiteral("step-stopped");
    case StepState::Failed:
        return QStringLiteral("warning");
    }
    return {};
}

QString presetText(StudyPreset preset)
{
    switch (preset) {
    case StudyPreset::Quick:
        return Texts::tr("Quick");
    case StudyPreset::Standard:
        return Texts::tr("Standard");
    case StudyPreset::Paper:
        return Texts::tr("Paper");
    }
    return {};
}

QString presetExplanation(StudyPreset preset)
{
    switch (preset) {
    case StudyPreset::Quick:
        return Texts::tr("Small networks: a first result in minutes, also without a graphics card.");
    case StudyPreset::Standard:
        return Texts::tr("Networks of half the paper's width: hours on a graphics card.");
    case StudyPreset::Paper:
        return Texts::tr("Networks, losses and rates as published: for a graphics card.");
    }
    return {};
}

QString dateText(const std::string& utc)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString::fromStdString(utc);
}

QString studyStateText(const StudyEntry& entry)
{
    if (entry.isBusy)
        return Texts::tr("Running");
    if (entry.isFinished())
        return Texts::tr("Finished");
    for (const StepState state : {StepState::Failed, StepState::Interrupted, StepState::Running, StepState::Stopped})
        for (const auto& [step, status] : entry.steps)
            if (status.state == state)
                return Texts::tr("%1: %2").arg(stateText(state == StepState::Running ? StepState::Interrupted : state),
                                               stepText(step));
    return Texts::tr("Not finished");
}

void setSmallIcon(QLabel& label, const QString& icon)
{
    const int size = label.style()->pixelMetric(QStyle::PM_SmallIconSize);
    label.setPixmap(themedIcon(icon).pixmap(QSize(size, size), label.devicePixelRatioF()));
}

}
