#pragma once

#include <QString>

namespace isostain {

/// A name for the text of a button or a menu entry, where a single '&' would underline what follows instead of being shown:
/// "H&E.svs" is written "H&&E.svs".
inline QString withEscapedMnemonics(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

}
