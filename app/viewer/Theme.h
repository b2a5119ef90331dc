#pragma once

#include <span>

#include <QPalette>
#include <QString>

namespace isostain {

enum class ThemeChoice { System, Light, Dark };

/// One row per choice: combo box and settings file derive from it.
struct ThemeRow {
    ThemeChoice choice;
    const char* key;
    const char* name; ///< to be translated in the context "Theme"
};
std::span<const ThemeRow> themeRows();
QString themeKey(ThemeChoice choice);
/// System for what is not a key.
ThemeChoice themeFromKey(const QString& key);

/// The application's looks: Qt's Fusion style with our own light or dark palette, since the colors of a desktop theme are not
/// neutral enough to judge stains against. GUI thread only.
class Theme {
public:
    /// Takes note of whether the desktop is dark; before anything else touches the palette.
    Theme();

    void apply(ThemeChoice choice) const;

    enum class Shade { Light, Dark };
    static QPalette palette(Shade shade);

private:
    bool m_isSystemDark;
};

}
