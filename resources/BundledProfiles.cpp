#include "BundledProfiles.h"

#include <QDir>

namespace isostain {

QStringList bundledProfiles()
{
    const QDir folder(QStringLiteral(":/models"));
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        paths << folder.filePath(name);
    return paths;
}

}
