#pragma once

#include <filesystem>

#include <QFile>
#include <QString>

namespace isostain {

/// Between Qt's file names and core's, both ways without loss for every name the system can write.
inline std::filesystem::path toPath(const QString& name)
{
    return std::filesystem::path(QFile::encodeName(name).toStdString());
}

inline QString toFileName(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

}
