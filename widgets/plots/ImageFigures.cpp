#include "plots/ImageFigures.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include <qcustomplot.h>

#include "plots/ChartFigure.h"
#include "plots/ChartFigures.h"
#include "profile/CurveStyle.h"

namespace isostain {

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr int kTitle = 20;
constexpr int kCell = 190;
constexpr int kChartHeight = 260;
const QColor kFrameColor(217, 95, 2);
const QColor kText(28, 28, 28);

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ImageFigures)
};

QFont titleFont()
{
    QFont font;
    font.setPixelSize(13);
    return font;
}

void paintTitle(QPainter& painter, const QRectF& place, const QString& text)
{
    painter.setPen(kText);
    painter.setFont(titleFont());
    painter.drawText(place, Qt::AlignHCenter | Qt::AlignVCenter,
                     QFontMetricsF(titleFont()).elidedText(text, Qt::ElideMiddle, place.width()));
}

/// The largest rectangle of the image's shape in the middle of a place.
QRectF fitted(const QImage& image, const QRectF& place)
{
    QRectF fit(QPointF(), QSizeF(image.size()).scaled(place.size(), Qt::KeepAspectRatio));
    fit.moveCenter(place.center());
    return fit;
}

void paintMissing(QPainter& painter, const QRectF& place)
{
    painter.fillRect(place, QColor(236, 236, 236));
    painter.setPen(QColor(90, 90, 90));
    painter.setFont(titleFont());
    painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, Texts::tr("not available"));
}

void paintImage(QPainter& painter, const QRectF& place, const QImage& image)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, image);
}

/// Pixels as squares: an enlarged part shows what is there, not what a filter makes of it.
void paintEnlarged(QPainter& painter, const QRectF& place, const QImage& image, const QRectF& part)
{
    const QRectF source(part.x() * image.width(), part.y() * image.height(), part.width() * image.width(),
                        part.height() * image.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(place, image, source.toRect());
    painter.setBrush(Qt::NoBrush);
    QPen pen(kFrameColor, 1.5);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawRect(place);
}

void paintInsetFrame(QPainter& painter, const QRectF& place, const QRectF& part)
{
    painter.setBrush(Qt::NoBrush);
    QPen pen(kFrameColor, 1.5);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawRect(QRectF(place.x() + part.x() * place.width(), place.y() + part.y() * place.height(),
                            part.width() * place.width(), part.height() * place.height()));
}

void paintScaleBar(QPainter& painter, const QRectF& place, double micrometersPerUnit)
{
    const double most = place.width() * 0.35 * micrometersPerUnit;
    if (!(most > 0))
        return;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    double length = power;
    for (const double factor : {2.0, 5.0})
        if (factor * power <= most)
            length = factor * power;
    const double width = length / micrometersPerUnit;
    const QRectF bar(place.right() - width - 6, place.bottom() - 9, width, 3);
    painter.fillRect(bar.adjusted(-1, -1, 1, 1), Qt::white);
    painter.fillRect(bar, Qt::black);
    QFont font = titleFont();
    font.setPixelSize(10);
    painter.setFont(font);
    const QRectF label(bar.center().x() - 40, bar.top() - 15, 80, 13);
    painter.setPen(Qt::white);
    for (const QPointF& offset : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawText(label.translated(offset), Qt::AlignCenter, Texts::tr("%1 µm").arg(length));
    painter.setPen(Qt::black);
    painter.drawText(label, Qt::AlignCenter, Texts::tr("%1 µm").arg(length));
}

class ComparisonFigure : public Figure {
public:
    explicit ComparisonFigure(ComparisonData data) : m_data(std::move(data)) {}

    QString title() const override { return m_data.title; }
    QString caption() const override { return m_data.caption; }
    QSize size() const override
    {
        const int columns = m_data.rows.empty() ? 1 : int(m_data.rows.front().cells.size());
        return {2 * kMargin + columns * kCell + (columns - 1) * kGap, 2 * kMargin + kTitle +
                                                                          int(m_data.rows.size()) * (2 * kCell + kGap) +
                                                                          std::max(0, int(m_data.rows.size()) - 1) * 2 * kGap};
    }
    void paint(QCPPainter& painter) const override
    {
        painter.fillRect(QRect(QPoint(), size()), Qt::white);
        for (std::size_t row = 0; row < m_data.rows.size(); ++row)
            for (std::size_t column = 0; column < m_data.rows[row].cells.size(); ++column)
                paintCell(painter, int(row), int(column));
    }

private:
    void paintCell(QPainter& painter, int row, int column) const
    {
        const FigureCell& cell = m_data.rows[std::size_t(row)].cells[std::size_t(column)];
        const QRectF& inset = m_data.rows[std::size_t(row)].inset;
        const double x = kMargin + column * (kCell + kGap);
        const double y = kMargin + kTitle + row * (2 * kCell + 3 * kGap);
        if (row == 0)
            paintTitle(painter, QRectF(x, kMargin - 2, kCell, kTitle), cell.title);
        const QRectF upper(x, y, kCell, kCell), lower(x, y + kCell + kGap, kCell, kCell);
        if (cell.image.isNull()) {
            paintMissing(painter, upper);
            return;
        }
        const QRectF place = fitted(cell.image, upper);
        paintImage(painter, place, cell.image);
        paintInsetFrame(painter, place, inset);
        if (m_data.mpp && column == 0)
            paintScaleBar(painter, place, *m_data.mpp * cell.image.width() / place.width());
        paintEnlarged(painter, lower, cell.image, inset);
    }

    ComparisonData m_data;
};

class SlideFigure : public Figure {
public:
    explicit SlideFigure(SlideFigureData data) : m_data(std::move(data)) {}

    QString title() const override { return m_data.title; }
    QString caption() const override { return m_data.caption; }
    QSize size() const override
    {
        const int columns = std::max(1, int(m_data.overviews.size()));
        return {2 * kMargin + columns * kWide + (columns - 1) * kGap, 2 * kMargin + kTitle + 2 * kWide + kGap};
    }
    void paint(QCPPainter& painter) const override
    {
        painter.fillRect(QRect(QPoint(), size()), Qt::white);
        for (std::size_t i = 0; i < m_data.overviews.size(); ++i) {
            const double x = kMargin + double(i) * (kWide + kGap);
            const double y = kMargin + kTitle;
            paintTitle(painter, QRectF(x, kMargin - 2, kWide, kTitle), m_data.overviews[i].title);
            const QRectF upper(x, y, kWide, kWide), lower(x, y + kWide + kGap, kWide, kWide);
            if (m_data.overviews[i].image.isNull() || i >= m_data.details.size() || m_data.details[i].isNull()) {
                paintMissing(painter, upper);
                continue;
            }
            const QRectF place = fitted(m_data.overviews[i].image, upper);
            paintImage(painter, place, m_data.overviews[i].image);
            paintInsetFrame(painter, place, m_data.detail);
            paintEnlarged(painter, fitted(m_data.details[i], lower), m_data.details[i], {0, 0, 1, 1});
        }
    }

private:
    static constexpr int kWide = 240;

    SlideFigureData m_data;
};

class GrayProfileFigure : public Figure {
public:
    explicit GrayProfileFigure(GrayProfileData data) : m_data(std::move(data))
    {
        for (const FigureCell& cell : m_data.cells)
            m_curves.push_back(cell.image.isNull() ? std::vector<int>() : grayAlong(cell.image, m_data.line));
        m_chart = makeChart();
    }

    QString title() const override { return m_data.title; }
    QString caption() const override { return m_data.caption; }
    QSize size() const override
    {
        const int columns = std::max(3, int(m_data.cells.size()));
        return {2 * kMargin + columns * kCell + (columns - 1) * kGap,
                2 * kMargin + kTitle + 2 * kCell + 2 * kGap + kChartHeight};
    }
    void paint(QCPPainter& painter) const override
    {
        painter.fillRect(QRect(QPoint(), size()), Qt::white);
        for (std::size_t i = 0; i < m_data.cells.size(); ++i)
            paintCell(painter, int(i));
        painter.save();
        painter.translate(kMargin, kMargin + kTitle + 2 * kCell + 2 * kGap);
        paintChart(painter, size().width() - 2 * kMargin, kChartHeight);
        painter.restore();
    }
    QByteArray csv() const override
    {
        QByteArray text = m_data.mpp ? "distance_um" : "distance_px";
        std::size_t samples = 0;
        for (std::size_t i = 0; i < m_data.cells.size(); ++i) {
            text += ",\"" + m_data.cells[i].title.toUtf8().replace('"', "\"\"") + "\"";
            samples = std::max(samples, m_curves[i].size());
        }
        text += '\n';
        for (std::size_t sample = 0; sample < samples; ++sample) {
            text += QByteArray::number(double(sample) * unit(), 'g', 10);
            for (const std::vector<int>& curve : m_curves)
                text += "," + (sample < curve.size() ? QByteArray::number(curve[sample]) : QByteArray());
            text += '\n';
        }
        return text;
    }

    FigurePtr chart() const override { return m_chart; }

private:
    double unit() const { return m_data.mpp.value_or(1); }

    void paintCell(QPainter& painter, int column) const
    {
        const FigureCell& cell = m_data.cells[std::size_t(column)];
        const double x = kMargin + column * (kCell + kGap);
        const double y = kMargin + kTitle;
        paintTitle(painter, QRectF(x, kMargin - 2, kCell, kTitle), cell.title);
        const QRectF upper(x, y, kCell, kCell), lower(x, y + kCell + kGap, kCell, kCell);
        if (cell.image.isNull()) {
            paintMissing(painter, upper);
            return;
        }
        const QRectF place = fitted(cell.image, upper);
        paintImage(painter, place, cell.image);
        const double scale = place.width() / cell.image.width();
        const QLineF line(place.topLeft() + m_data.line.p1() * scale, place.topLeft() + m_data.line.p2() * scale);
        painter.setPen(QPen(QColor(255, 255, 255, 200), 3));
        painter.drawLine(line);
        QPen pen = curvePen(column, ChartTheme::Light);
        pen.setDashPattern({});
        pen.setStyle(Qt::SolidLine);
        painter.setPen(pen);
        painter.drawLine(line);
        paintInsetFrame(painter, place, m_data.inset);
        if (m_data.mpp && column == 0)
            paintScaleBar(painter, place, *m_data.mpp / scale);
        paintEnlarged(painter, lower, cell.image, m_data.inset);
    }

    void paintChart(QCPPainter& painter, int width, int height) const
    {
        QCustomPlot plot;
        static_cast<const ChartFigure&>(*m_chart).fill(plot, ChartTheme::Light);
        plot.yAxis->setRange(0, 255);
        plot.toPainter(&painter, width, height);
    }

    FigurePtr makeChart() const
    {
        std::vector<FigureCurve> curves;
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            FigureCurve curve{m_data.cells[i].title, {}, {}};
            for (std::size_t sample = 0; sample < m_curves[i].size(); ++sample) {
                curve.x.push_back(double(sample) * unit());
                curve.y.push_back(m_curves[i][sample]);
            }
            curves.push_back(std::move(curve));
        }
        return curvesFigure(m_data.title, m_data.caption,
                            m_data.mpp ? Texts::tr("Distance along the line (µm)") : Texts::tr("Distance along the line (pixels)"),
                            Texts::tr("Gray value"), std::move(curves));
    }

    GrayProfileData m_data;
    std::vector<std::vector<int>> m_curves;
    FigurePtr m_chart;
};

/// As OpenCV's 8-bit RGB2GRAY.
int grayOf(QRgb color)
{
    return (qRed(color) * 4899 + qGreen(color) * 9617 + qBlue(color) * 1868 + 8192) >> 14;
}

double varianceOf(double sum, double squares, double count)
{
    return count > 0 ? squares / count - (sum / count) * (sum / count) : 0;
}

}

std::vector<int> grayAlong(const QImage& image, const QLineF& line)
{
    std::vector<int> values;
    const int count = int(std::floor(line.length())) + 1;
    for (int i = 0; i < count; ++i) {
        const QPointF point = line.length() > 0 ? line.pointAt(double(i) / line.length()) : line.p1();
        const int x = std::clamp(int(std::floor(point.x())), 0, image.width() - 1);
        const int y = std::clamp(int(std::floor(point.y())), 0, image.height() - 1);
        values.push_back(grayOf(image.pixel(x, y)));
    }
    return values;
}

QLineF lineAcross(const QImage& image)
{
    double most = -1;
    int best = image.height() / 2;
    for (int y = image.height() / 4; y < image.height() * 3 / 4; ++y) {
        double sum = 0, squares = 0;
        for (int x = 0; x < image.width(); ++x) {
            const double gray = grayOf(image.pixel(x, y));
            sum += gray;
            squares += gray * gray;
        }
        if (const double variance = varianceOf(sum, squares, image.width()); variance > most) {
            most = variance;
            best = y;
        }
    }
    return QLineF(image.width() * 0.1, best + 0.5, image.width() * 0.9, best + 0.5);
}

QRectF busiestPart(const QImage& image, double share)
{
    const int side = std::max(1, int(std::min(image.width(), image.height()) * share));
    const int step = std::max(1, side / 4);
    double most = -1;
    QRectF best(0, 0, share, share);
    for (int top = 0; top + side <= image.height(); top += step)
        for (int left = 0; left + side <= image.width(); left += step) {
            double sum = 0, squares = 0;
            for (int y = top; y < top + side; y += 2)
                for (int x = left; x < left + side; x += 2) {
                    const double gray = grayOf(image.pixel(x, y));
                    sum += gray;
                    squares += gray * gray;
                }
            const double count = std::ceil(side / 2.0) * std::ceil(side / 2.0);
            if (const double variance = varianceOf(sum, squares, count); variance > most) {
                most = variance;
                best = QRectF(double(left) / image.width(), double(top) / image.height(), double(side) / image.width(),
                              double(side) / image.height());
            }
        }
    return best;
}

FigurePtr comparisonFigure(ComparisonData data)
{
    return std::make_shared<ComparisonFigure>(std::move(data));
}

FigurePtr slideFigure(SlideFigureData data)
{
    return std::make_shared<SlideFigure>(std::move(data));
}

FigurePtr grayProfileFigure(GrayProfileData data)
{
    return std::make_shared<GrayProfileFigure>(std::move(data));
}

}
