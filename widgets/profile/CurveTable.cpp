#include "profile/CurveTable.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QPainter>
#include <QPixmap>

#include "profile/ProfileText.h"

namespace isostain {

namespace {

const QSize kSwatch(30, 12);

QIcon swatch(const QPen& pen, double ratio)
{
    QPixmap pixmap(kSwatch * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen thicker = pen;
    thicker.setWidthF(pen.widthF() + 0.5);
    painter.setPen(thicker);
    painter.drawLine(QPointF(0, kSwatch.height() / 2.0), QPointF(kSwatch.width(), kSwatch.height() / 2.0));
    painter.end();
    return QIcon(pixmap);
}

}

CurveTable::CurveTable(QWidget* parent) : QTableWidget(0, ColumnCount, parent)
{
    setHorizontalHeaderLabels({tr("Curve"), tr("Gray"), tr("r")});
    horizontalHeaderItem(Name)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeaderItem(Gray)->setToolTip(tr("Gray value under the cursor, 0 to 255"));
    horizontalHeaderItem(Correlation)->setToolTip(tr("Pearson's correlation with the source along the line"));
    setAccessibleName(tr("Curves: gray value under the cursor and correlation with the source"));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (const int column : {Gray, Correlation}) {
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        setColumnWidth(column, fontMetrics().horizontalAdvance(QStringLiteral("-0.000")) + 20);
    }
    setShowGrid(false);
    setIconSize(kSwatch);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
}

QSize CurveTable::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 42, verticalHeader()->defaultSectionSize() * 7};
}

void CurveTable::setCurves(const ProfileCurves& curves, std::optional<int> cursorSample)
{
    const int rows = int(curves.curves.size());
    if (rows != rowCount()) {
        setRowCount(rows);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < ColumnCount; ++column)
                if (!item(row, column)) {
                    auto* cell = new QTableWidgetItem;
                    cell->setTextAlignment(Qt::AlignVCenter | (column == Name ? Qt::AlignLeft : Qt::AlignRight));
                    setItem(row, column, cell);
                }
        paintSwatches();
    }
    for (int row = 0; row < rows; ++row) {
        const ProfileCurve& curve = curves.curves[std::size_t(row)];
        setCell(row, Name, curve.name);
        item(row, Name)->setToolTip(curve.name);
        setCell(row, Correlation, correlationText(curve.correlation));
    }
    showValues(curves, cursorSample);
}

void CurveTable::showValues(const ProfileCurves& curves, std::optional<int> cursorSample)
{
    for (int row = 0; row < std::min(rowCount(), int(curves.curves.size())); ++row) {
        const auto& gray = curves.curves[std::size_t(row)].profile.gray;
        const bool isThere = cursorSample && *cursorSample >= 0 && std::size_t(*cursorSample) < gray.size();
        setCell(row, Gray, grayText(isThere ? gray[std::size_t(*cursorSample)] : std::nullopt));
    }
}

void CurveTable::setTheme(ChartTheme theme)
{
    m_theme = theme;
    paintSwatches();
}

void CurveTable::paintSwatches()
{
    for (int row = 0; row < rowCount(); ++row)
        item(row, Name)->setIcon(swatch(curvePen(row, m_theme), devicePixelRatioF()));
}

/// Setting a text that is there already would still paint it anew.
void CurveTable::setCell(int row, int column, const QString& text)
{
    if (item(row, column)->text() != text)
        item(row, column)->setText(text);
}

}
