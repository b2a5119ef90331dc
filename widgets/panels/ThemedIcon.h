#pragma once

#include <QIcon>
#include <QString>

namespace isostain {

/// One of the icons of resources/icons by its name ("open"), drawn in the text color of the application's palette and at the
/// resolution of the screen: it follows a change between light and dark by itself. GUI thread only.
QIcon themedIcon(const QString& name);

}
