#pragma once

#include <QStringList>

namespace isostain {

/// Resource paths of the stain profiles that are built into the program (models/*.json); may be empty.
QStringList bundledProfiles();

}
