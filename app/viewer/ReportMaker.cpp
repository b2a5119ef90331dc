#include "ReportMaker.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include "panels/PathText.h"
#include "plots/ChartFigure.h"
#include "plots/StudyFigures.h"

namespace isostain {

namespace {

constexpr int kDotsPerInch = 150;
constexpr qreal kMarginMillimeters = 18;
constexpr qreal kPointSize = 9;
constexpr double kFigureScale = 2;
constexpr int kJpegQuality = 92;

/// A page for QTextDocument: what it does not know it would take for part of a line, and it reads no images of data: addresses,
/// which become resources, none larger than `room` (in 96ths of an inch, as documents count).
QString documentText(const std::string& html, const QSizeF& room, QTextDocument& document)
{
    static constexpr QLatin1String kBegin("src=\"data:image/");
    QString text = QString::fromStdString(html);
    for (const auto& [from, to] : {std::pair("<figure>", "<div>"), std::pair("</figure>", "</div>"), std::pair("<figcaption>", "<p>"),
                                   std::pair("</figcaption>", "</p>"), std::pair("<details>", "<div>"),
                                   std::pair("</details>", "</div>"), std::pair("<summary>", "<p>"), std::pair("</summary>", "</p>"),
                                   std::pair("<table>", "<table cellpadding=\"3\">"), std::pair("<th>", "<th align=\"left\">")})
        text.replace(QLatin1String(from), QLatin1String(to));
    QString result;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(kBegin); at >= 0; at = text.indexOf(kBegin, done)) {
        const qsizetype end = text.indexOf(QLatin1Char('"'), at + kBegin.size());
        const qsizetype comma = text.indexOf(QLatin1Char(','), at);
        if (end < 0 || comma < 0 || comma > end)
            break;
        const QImage image = QImage::fromData(QByteArray::fromBase64(QStringView(text).sliced(comma + 1, end - comma - 1).toLatin1()));
        const QString name = QStringLiteral("image:%1").arg(at);
        document.addResource(QTextDocument::ImageResource, QUrl(name), image);
        QSizeF size = QSizeF(image.size()) / kFigureScale;
        size.scale(std::min(room.width(), size.width()), std::min(room.height(), size.height()), Qt::KeepAspectRatio);
        result += QStringView(text).sliced(done, at - done);
        result += QStringLiteral("src=\"%1\" width=\"%2\" height=\"%3\"").arg(name).arg(int(size.width())).arg(int(size.height()));
        done = end + 1;
    }
    result += QStringView(text).sliced(done);
    return result;
}

void drawPages(QTextDocument& document, QPdfWriter& writer)
{
    QPainter painter(&writer);
    const QSizeF page = document.pageSize();
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -number * page.height());
        document.drawContents(&painter, QRectF(0, number * page.height(), page.width(), page.height()));
        painter.restore();
        QFont font = document.defaultFont();
        painter.setFont(font);
        painter.drawText(QRectF(0, page.height(), page.width(), QFontMetricsF(font, &writer).height() * 1.5),
                         Qt::AlignHCenter | Qt::AlignBottom, QStringLiteral("%1 / %2").arg(number + 1).arg(document.pageCount()));
    }
}

}

Result<void> writeReportPdf(const std::string& html, const std::filesystem::path& file)
{
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                         QMarginsF(kMarginMillimeters, kMarginMillimeters, kMarginMillimeters, kMarginMillimeters),
                                         QPageLayout::Millimeter));
        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        QFont font = document.defaultFont();
        font.setPointSizeF(kPointSize);
        document.setDefaultFont(font);
        document.setDocumentMargin(0);
        const qreal footer = QFontMetricsF(font, &writer).height() * 2;
        const QSizeF page(writer.width(), writer.height() - footer);
        document.setPageSize(page);
        // A figure and its caption on one page.
        document.setHtml(documentText(html, QSizeF(page.width(), page.height() * 0.7) * 96.0 / kDotsPerInch, document));
        drawPages(document, writer);
    }
    return writeFileAtomically(file, std::string_view(bytes.constData(), std::size_t(bytes.size())), Overwrite::Yes);
}

DrawnFigure drawForReport(const Figure& figure)
{
    const bool isChart = dynamic_cast<const ChartFigure*>(&figure);
    return {figure.caption(), figureImage(figure, kFigureScale),
            isChart ? DrawnFigure::Kind::Chart : DrawnFigure::Kind::Photographs};
}

ReportFigure reportFigure(const DrawnFigure& figure)
{
    const bool isChart = figure.kind == DrawnFigure::Kind::Chart;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    figure.image.save(&buffer, isChart ? "PNG" : "JPEG", isChart ? -1 : kJpegQuality);
    return {figure.caption.toStdString(), isChart ? "image/png" : "image/jpeg", bytes.toStdString()};
}

Result<void> writeReport(const StudyResults& results, const std::vector<ReportFigure>& figures, const std::filesystem::path& folder,
                         Overwrite overwrite)
{
    return writeStudyReport(results, figures, folder, overwrite).and_then([&] {
        return writeReportPdf(studyReportHtml(results, figures), folder / "report.pdf");
    });
}

Result<void> makeStudyReport(const std::filesystem::path& study, const std::filesystem::path& folder, Overwrite overwrite)
{
    const auto results = readStudyResults(study);
    if (!results)
        return tl::unexpected(results.error());
    std::vector<ReportFigure> figures;
    for (const FigurePtr& figure : studyFigures(*results, loadStudyImages(*results)))
        figures.push_back(reportFigure(drawForReport(*figure)));
    return writeReport(*results, figures, folder, overwrite);
}

}
