#include "wizard/StudyDraft.h"

#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

namespace isostain {

namespace {

const QString kConfigKey = QStringLiteral("training/study");
const QString kFolderKey = QStringLiteral("training/folder");

}

QString StudyDraft::path() const
{
    return QDir(folder).filePath(folderNameOf(QString::fromStdString(config.name)));
}

QString folderNameOf(const QString& study)
{
    static const QRegularExpression refused(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]"));
    QString name = study.trimmed();
    name.replace(refused, QStringLiteral("-"));
    // Hidden, or not a name of its own.
    if (name.startsWith(QLatin1Char('.')))
        name.prepend(QLatin1Char('_'));
    return name;
}

QString defaultStudyFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("Isostain studies"));
}

StudyDraft rememberedDraft(const QSettings& store)
{
    StudyDraft draft;
    draft.folder = store.value(kFolderKey).toString();
    if (draft.folder.isEmpty())
        draft.folder = defaultStudyFolder();
    applyPreset(StudyPreset::Quick, draft.config);
    draft.config.data.source = StudySource::Generated;
    const std::string text = store.value(kConfigKey).toString().toStdString();
    // Settings of another version may make no sense to this one.
    if (const auto config = studyConfigFromJson(text, "settings"); config && !text.empty())
        draft.config = *config;
    draft.config.name.clear();
    return draft;
}

void remember(const StudyDraft& draft, QSettings& store)
{
    store.setValue(kFolderKey, draft.folder);
    store.setValue(kConfigKey, QString::fromStdString(toJson(draft.config)));
    store.sync();
}

}
