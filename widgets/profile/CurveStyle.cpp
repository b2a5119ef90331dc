#include "profile/CurveStyle.h"

#include <array>

namespace isostain {

namespace {

constexpr std::array<QRgb, kCurveColors> kOnLight = {0xFF000000, 0xFFDA7C00, 0xFF6C3EBF, 0xFF004C04,
                                                     0xFFFF135E, 0xFF7197CC, 0xFF821862};
constexpr std::array<QRgb, kCurveColors> kOnDark = {0xFFFFFFFF, 0xFFD98E15, 0xFF50B7EC, 0xFF8EB281,
                                                    0xFFB73D1F, 0xFFFFD900, 0xFF066BB1};
constexpr double kSourceWidth = 2.2;
constexpr double kWidth = 1.5;

/// Dashes and gaps in pen widths; gaps are short, so that narrow peaks do not fall into them.
QList<qreal> dashPattern(int style)
{
    switch (style) {
    case 0:
        return {};
    case 1:
        return {8, 2};
    case 2:
        return {4, 2};
    case 3:
        return {8, 2, 1.5, 2};
    case 4:
        return {2, 1.5};
    default:
        return {8, 2, 1.5, 2, 1.5, 2};
    }
}

constexpr int kStyles = 6;

}

ChartColors chartColors(ChartTheme theme)
{
    if (theme == ChartTheme::Dark)
        return {QColor(28, 28, 28), QColor(226, 226, 226), QColor(150, 150, 150), QColor(62, 62, 62)};
    return {QColor(255, 255, 255), QColor(28, 28, 28), QColor(100, 100, 100), QColor(224, 224, 224)};
}

QPen curvePen(int curve, ChartTheme theme)
{
    const auto& colors = theme == ChartTheme::Dark ? kOnDark : kOnLight;
    QPen pen(QColor(colors[std::size_t(curve) % colors.size()]));
    pen.setWidthF(curve == 0 ? kSourceWidth : kWidth);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::BevelJoin);
    if (const QList<qreal> pattern = dashPattern(curve % kStyles); curve > 0 && !pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

}
