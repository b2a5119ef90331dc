#pragma once

#include <vector>

#include "plots/Figure.h"

namespace isostain {

/// Values of one method.
struct DistributionGroup {
    QString name;
    std::vector<double> values;
};

/// How values are spread, a box for each group (Tukey 1977: quartiles, whiskers to the last value within 1.5 of their distance,
/// values beyond as points), behind Tables 1 and 2.
FigurePtr distributionFigure(const QString& title, const QString& caption, const QString& axis,
                             std::vector<DistributionGroup> groups);

/// One ROC curve.
struct RocFigureCurve {
    QString name;
    std::vector<double> falsePositiveRate; ///< rising
    std::vector<double> truePositiveRate;
    double auc = 0;
};
FigurePtr rocFigure(const QString& title, const QString& caption, std::vector<RocFigureCurve> curves);

/// One line of a chart; NaN: not measured there.
struct FigureCurve {
    QString name;
    std::vector<double> x;
    std::vector<double> y;
};
/// Lines over one axis, e.g. losses over steps. Where there are more points than the figure has pixels, each pixel keeps the
/// lowest and the highest.
FigurePtr curvesFigure(const QString& title, const QString& caption, const QString& xAxis, const QString& yAxis,
                       std::vector<FigureCurve> curves);

/// Points without lines, a cloud for each name.
FigurePtr scatterFigure(const QString& title, const QString& caption, const QString& xAxis, const QString& yAxis,
                        std::vector<FigureCurve> clouds);

/// What a box is drawn from.
struct BoxStatistics {
    double lowWhisker = 0;
    double lowQuartile = 0;
    double median = 0;
    double highQuartile = 0;
    double highWhisker = 0;
    std::vector<double> outliers;
};
/// Quartiles by linear interpolation (Hyndman and Fan 1996, type 7). `values`: finite ones, at least one.
BoxStatistics boxStatistics(std::vector<double> values);

}
