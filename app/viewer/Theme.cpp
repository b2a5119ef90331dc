#include "Theme.h"

#include <array>

#include <QApplication>
#include <QProxyStyle>
#include <QStyleHints>

namespace isostain {

namespace {

constexpr std::array kRows = {
    ThemeRow{ThemeChoice::System, "system", QT_TRANSLATE_NOOP("Theme", "Like the desktop")},
    ThemeRow{ThemeChoice::Light, "light", QT_TRANSLATE_NOOP("Theme", "Light")},
    ThemeRow{ThemeChoice::Dark, "dark", QT_TRANSLATE_NOOP("Theme", "Dark")},
};

/// Fusion without the desktop's own icons on dialog buttons, which follow neither our palettes nor our drawing.
class QuietStyle : public QProxyStyle {
public:
    QuietStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

constexpr QRgb gray(unsigned value)
{
    return value << 16 | value << 8 | value;
}

struct ColorRow {
    QPalette::ColorGroup group;
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

/// Neutral grays, so that nothing around the slide tints it; only what is selected and links have a color.
constexpr std::array kColors = {
    ColorRow{QPalette::All, QPalette::Window, gray(238), gray(46)},
    ColorRow{QPalette::All, QPalette::WindowText, gray(28), gray(226)},
    ColorRow{QPalette::All, QPalette::Base, gray(255), gray(28)},
    ColorRow{QPalette::All, QPalette::AlternateBase, gray(245), gray(34)},
    ColorRow{QPalette::All, QPalette::Text, gray(28), gray(226)},
    ColorRow{QPalette::All, QPalette::Button, gray(238), gray(58)},
    ColorRow{QPalette::All, QPalette::ButtonText, gray(28), gray(226)},
    ColorRow{QPalette::All, QPalette::BrightText, gray(255), gray(255)},
    ColorRow{QPalette::All, QPalette::Light, gray(255), gray(78)},
    ColorRow{QPalette::All, QPalette::Midlight, gray(246), gray(68)},
    ColorRow{QPalette::All, QPalette::Mid, gray(190), gray(36)},
    ColorRow{QPalette::All, QPalette::Dark, gray(160), gray(28)},
    ColorRow{QPalette::All, QPalette::Shadow, gray(80), gray(14)},
    ColorRow{QPalette::All, QPalette::Highlight, 0x1F5FA8, 0x2F6DB5},
    ColorRow{QPalette::All, QPalette::HighlightedText, gray(255), gray(255)},
    ColorRow{QPalette::All, QPalette::Link, 0x1F5FA8, 0x7FB4EE},
    ColorRow{QPalette::All, QPalette::LinkVisited, 0x1F5FA8, 0x7FB4EE},
    ColorRow{QPalette::All, QPalette::ToolTipBase, gray(255), gray(28)},
    ColorRow{QPalette::All, QPalette::ToolTipText, gray(28), gray(226)},
    ColorRow{QPalette::Disabled, QPalette::WindowText, gray(140), gray(128)},
    ColorRow{QPalette::Disabled, QPalette::Text, gray(140), gray(128)},
    ColorRow{QPalette::Disabled, QPalette::ButtonText, gray(140), gray(128)},
    ColorRow{QPalette::Disabled, QPalette::Highlight, gray(190), gray(36)},
};

bool isDesktopDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const auto scheme = QGuiApplication::styleHints()->colorScheme(); scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

}

std::span<const ThemeRow> themeRows()
{
    return kRows;
}

QString themeKey(ThemeChoice choice)
{
    for (const ThemeRow& row : kRows)
        if (row.choice == choice)
            return QLatin1String(row.key);
    return {};
}

ThemeChoice themeFromKey(const QString& key)
{
    for (const ThemeRow& row : kRows)
        if (key == QLatin1String(row.key))
            return row.choice;
    return ThemeChoice::System;
}

Theme::Theme() : m_isSystemDark(isDesktopDark())
{
    QApplication::setStyle(new QuietStyle);
}

void Theme::apply(ThemeChoice choice) const
{
    const bool isDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_isSystemDark);
    QApplication::setPalette(palette(isDark ? Shade::Dark : Shade::Light));
}

QPalette Theme::palette(Shade shade)
{
    QPalette palette;
    for (const ColorRow& row : kColors)
        palette.setColor(row.group, row.role, QColor(shade == Shade::Dark ? row.dark : row.light));
    QColor placeholder = palette.color(QPalette::Text);
    placeholder.setAlphaF(0.65F);
    palette.setColor(QPalette::PlaceholderText, placeholder);
    return palette;
}

}
