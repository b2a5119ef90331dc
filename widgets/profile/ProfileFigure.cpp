#include "profile/ProfileFigure.h"

#include <array>

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "compare/ClippedLine.h"
#include "profile/ProfileChart.h"
#include "profile/ProfileText.h"

namespace isostain {

namespace {

constexpr std::array kFormats = {
    ProfileFormatRow{ProfileFormat::Png, "png", QT_TRANSLATE_NOOP("ProfileFormat", "PNG picture")},
    ProfileFormatRow{ProfileFormat::Svg, "svg", QT_TRANSLATE_NOOP("ProfileFormat", "SVG drawing")},
    ProfileFormatRow{ProfileFormat::Pdf, "pdf", QT_TRANSLATE_NOOP("ProfileFormat", "PDF document")},
    ProfileFormatRow{ProfileFormat::Csv, "csv", QT_TRANSLATE_NOOP("ProfileFormat", "CSV table")},
};

constexpr double kPictureScale = 3;      ///< device pixels per logical pixel: 288 dpi
constexpr double kPointsPerPixel = 0.75; ///< a logical pixel is 1/96 inch
constexpr int kLogicalDpi = 96;

/// The curve cut at the borders of what is visible: QSvgGenerator does not clip.
void clip(QCPGraph& graph, const QRectF& visible)
{
    QVector<QCPGraphData> cut;
    const auto& points = *graph.data();
    for (int i = 0; i + 1 < points.size(); ++i) {
        const QLineF whole(points.at(i)->key, points.at(i)->value, points.at(i + 1)->key, points.at(i + 1)->value);
        if (qIsNaN(whole.y1()) || qIsNaN(whole.y2()))
            continue;
        const std::optional<QLineF> part = clipped(whole, visible);
        if (!part)
            continue;
        if (!cut.empty() && cut.back().mainKey() == part->x1() && cut.back().mainValue() == part->y1()) {
            cut.append({part->x2(), part->y2()});
            continue;
        }
        if (!cut.empty())
            cut.append({part->x1(), qQNaN()});
        cut.append({part->x1(), part->y1()});
        cut.append({part->x2(), part->y2()});
    }
    graph.data()->set(cut, true);
}

/// Given the size that it will have, since the layout follows it.
void prepare(ProfileChart& chart, const ProfileCurves& curves, const ProfileRanges& ranges, QSize size)
{
    chart.resize(size);
    chart.setCurves(curves);
    chart.setRanges({ranges.firstDistance, ranges.lastDistance}, {ranges.lowestGray, ranges.highestGray});
    chart.showLegend();
    const QCPRange distance = chart.distanceRange();
    const QCPRange gray = chart.grayRange();
    const QRectF visible(distance.lower, gray.lower, distance.size(), gray.size());
    for (int i = 1; i < chart.graphCount(); ++i)
        clip(*chart.graph(i), visible);
}

bool drawOn(QPaintDevice& device, ProfileChart& chart, QSize size)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    chart.toPainter(&painter, size.width(), size.height());
    return painter.end();
}

QByteArray drawSvg(ProfileChart& chart, QSize size)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(kLogicalDpi);
    generator.setTitle(QCoreApplication::translate("ProfileFormat", "Gray value profile"));
    return drawOn(generator, chart, size) ? buffer.data() : QByteArray();
}

QByteArray drawPdf(ProfileChart& chart, QSize size)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QSizeF(size) * kPointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(kLogicalDpi);
        writer.setTitle(QCoreApplication::translate("ProfileFormat", "Gray value profile"));
        if (!drawOn(writer, chart, size))
            return {};
    }
    return buffer.data();
}

QByteArray encodePng(const QImage& image)
{
    QBuffer buffer;
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

}

std::span<const ProfileFormatRow> profileFormats()
{
    return kFormats;
}

Result<ProfileFormat> profileFormatOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const ProfileFormatRow& row : kFormats)
        if (suffix == QLatin1String(row.suffix))
            return row.format;
    return fail(ErrorCode::InvalidArgument, path.toStdString(), "a name that ends in .png, .svg, .pdf or .csv is expected");
}

QImage profileImage(const ProfileCurves& curves, const ProfileRanges& ranges, QSize logicalSize)
{
    ProfileChart chart;
    prepare(chart, curves, ranges, logicalSize);
    QImage image = chart.toPixmap(logicalSize.width(), logicalSize.height(), kPictureScale).toImage();
    image.setDevicePixelRatio(1);
    const int dotsPerMeter = int(kPictureScale * kLogicalDpi / 0.0254);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    return image;
}

std::function<QByteArray()> profileFile(const ProfileCurves& curves, const ProfileRanges& ranges, QSize logicalSize,
                                        ProfileFormat format)
{
    switch (format) {
    case ProfileFormat::Csv:
        return [curves] {
            return QByteArray::fromStdString(profileTable(curves, ','));
        };
    case ProfileFormat::Png:
        return [image = profileImage(curves, ranges, logicalSize)] {
            return encodePng(image);
        };
    case ProfileFormat::Svg:
    case ProfileFormat::Pdf:
        break;
    }
    ProfileChart chart;
    prepare(chart, curves, ranges, logicalSize);
    return [content = format == ProfileFormat::Svg ? drawSvg(chart, logicalSize) : drawPdf(chart, logicalSize)] {
        return content;
    };
}

}
