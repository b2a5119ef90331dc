#pragma once

#include <QColor>
#include <QPen>

namespace isostain {

/// The ground that curves are drawn on.
enum class ChartTheme { Light, Dark };

/// Colors of a chart but for its curves.
struct ChartColors {
    QColor ground;
    QColor text;
    QColor axis;
    QColor grid;
};
ChartColors chartColors(ChartTheme theme);

/// Curves with colors of their own, the source included; more repeat the colors in other line styles.
inline constexpr int kCurveColors = 7;

/// The pen of a curve: 0 is the source, in the color of text and thicker. The colors started from Okabe and Ito (Color
/// Universal Design, 2008) and were moved until any two of a theme differ by 27 (CIE 1976 Lab) for people with normal color
/// vision, protanopia, deuteranopia and tritanopia (simulated after Machado et al., 2009), with a contrast of at least 3:1
/// against the ground. Lines differ in style as well.
QPen curvePen(int curve, ChartTheme theme);

}
