#pragma once

#include <QRegularExpression>
#include <QString>

namespace isostain {

/// A name for the text of a button or a menu entry, where a single '&' would underline what follows instead of being shown:
/// "H&E.svs" is written "H&&E.svs".
inline QString withEscapedMnemonics(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// The text of a menu entry where no letter of it is underlined: "&Open…" and "打开(&O)…" are "Open…" and "打开…".
inline QString withoutMnemonic(QString text)
{
    static const QRegularExpression ofOtherScripts(QStringLiteral("\\(&[^\\s&]\\)"));
    static const QRegularExpression mnemonic(QStringLiteral("&(?=[^\\s&])"));
    return text.remove(ofOtherScripts).remove(mnemonic).replace(QLatin1String("&&"), QLatin1String("&"));
}

}
