#pragma once

#include <QPalette>

#include "profile/CurveStyle.h"

class QCustomPlot;

namespace isostain {

/// Dark on a dark palette.
ChartTheme chartThemeOf(const QPalette& palette);

/// Puts the legend above the curves, in lines of `columns`: it hides none of them. Once for a plot.
void setLegendAbove(QCustomPlot& plot, int columns);

/// Colors, fonts and labels of a chart; `x` and `y` are what the axes show, with their units.
void styleChart(QCustomPlot& plot, ChartTheme theme, const QString& x, const QString& y);

/// Lets the axes show everything, with some room; also where all values are the same.
void showAll(QCustomPlot& plot);

}
