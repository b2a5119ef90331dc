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

/// Neutral grays: equal red, green and blue, so that nothing around the slide tints it.
struct Grays {
    int window, base, alternate, button, text, disabled, mid, light, dark;
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

QColor gray(int value)
{
    return {value, value, value};
}

QPalette makePalette(const Grays& grays, const QColor& accent, const QColor& link)
{
    QPalette palette;
    palette.setColor(QPalette::Window, gray(grays.window));
    palette.setColor(QPalette::WindowText, gray(grays.text));
    palette.setColor(QPalette::Base, gray(grays.base));
    palette.setColor(QPalette::AlternateBase, gray(grays.alternate));
    palette.setColor(QPalette::Text, gray(grays.text));
    palette.setColor(QPalette::Button, gray(grays.button));
    palette.setColor(QPalette::ButtonText, gray(grays.text));
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Light, gray(grays.light));
    palette.setColor(QPalette::Midlight, gray((grays.light + grays.button) / 2));
    palette.setColor(QPalette::Mid, gray(grays.mid));
    palette.setColor(QPalette::Dark, gray(grays.dark));
    palette.setColor(QPalette::Shadow, gray(grays.dark / 2));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    palette.setColor(QPalette::ToolTipBase, gray(grays.base));
    palette.setColor(QPalette::ToolTipText, gray(grays.text));
    QColor placeholder = gray(grays.text);
    placeholder.setAlphaF(0.65F);
    palette.setColor(QPalette::PlaceholderText, placeholder);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, gray(grays.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, gray(grays.mid));
    return palette;
}

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
    QApplication::setPalette(isDark ? darkPalette() : lightPalette());
}

QPalette Theme::lightPalette()
{
    return makePalette({.window = 238,
                        .base = 255,
                        .alternate = 245,
                        .button = 238,
                        .text = 28,
                        .disabled = 140,
                        .mid = 190,
                        .light = 255,
                        .dark = 160},
                       QColor(0x1f, 0x5f, 0xa8), QColor(0x1f, 0x5f, 0xa8));
}

QPalette Theme::darkPalette()
{
    return makePalette({.window = 46,
                        .base = 28,
                        .alternate = 34,
                        .button = 58,
                        .text = 226,
                        .disabled = 128,
                        .mid = 36,
                        .light = 78,
                        .dark = 28},
                       QColor(0x2f, 0x6d, 0xb5), QColor(0x7f, 0xb4, 0xee));
}

}
