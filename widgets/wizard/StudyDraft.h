#pragma once

#include <QString>

#include "study/StudyConfig.h"

class QSettings;

namespace isostain {

/// What the pages of the wizard fill in.
struct StudyDraft {
    StudyConfig config;
    QString folder; ///< that studies are kept in

    /// Where the study goes: a folder of its name.
    QString path() const;
};

/// The name of a folder for a study: what file systems refuse is replaced.
QString folderNameOf(const QString& study);

/// "Isostain studies" among the user's documents.
QString defaultStudyFolder();

/// What was filled in last time; a draft for the first time where there is nothing. The name is empty.
StudyDraft rememberedDraft(const QSettings& store);
/// Kept on disk when this returns.
void remember(const StudyDraft& draft, QSettings& store);

}
