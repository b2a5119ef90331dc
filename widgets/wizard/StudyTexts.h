#pragma once

#include <string>

#include <QIcon>
#include <QString>

#include "study/StudyCheck.h"
#include "study/StudyConfig.h"
#include "study/StudyFolder.h"

class QLabel;

namespace isostain {

// What studies are called in the user's language. GUI thread only.

QString stepText(StudyStep step);
/// What it does and what it is for, in one line.
QString stepExplanation(StudyStep step);
QString stateText(StepState state);
/// Name of an icon for themedIcon().
QString stateIcon(StepState state);
QString presetText(StudyPreset preset);
QString presetExplanation(StudyPreset preset);
/// "2026-11-25 08:10" of UTC in ISO 8601, in local time and the user's form; the text itself where it is no date.
QString dateText(const std::string& utc);
/// "finished", "stopped at: Train the StainGAN", ...
QString studyStateText(const StudyEntry& entry);

/// Shows an icon as large as small text.
void setSmallIcon(QLabel& label, const QString& icon);

}
