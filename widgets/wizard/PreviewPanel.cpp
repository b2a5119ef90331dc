#include "wizard/PreviewPanel.h"

#include <algorithm>

#include <QPainter>

#include "plots/MethodText.h"
#include "wizard/StudyTexts.h"
#include "wizard/Thumbnails.h"

namespace isostain {

namespace {

constexpr int kGap = 4;
constexpr int kSmallest = 48;
constexpr int kUsual = 96;

}

PreviewPanel::PreviewPanel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Previews"));
}

void PreviewPanel::showGlimpse(const StudyGlimpse& glimpse)
{
    m_rows.clear();
    QStringList names;
    for (const StudyGlimpse::Row& each : glimpse.previews) {
        Row row{methodText(each.method), {}};
        for (const RgbImage& image : each.images)
            row.images.push_back(toQImage(image));
        names << row.name;
        m_rows.push_back(std::move(row));
    }
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize PreviewPanel::sizeHint() const
{
    const int rows = std::max(2, this->rows());
    return {4 * (kUsual + kGap) + fontMetrics().averageCharWidth() * 12, rows * (kUsual + kGap)};
}

QSize PreviewPanel::minimumSizeHint() const
{
    const int rows = std::max(2, this->rows());
    return {4 * (kSmallest + kGap) + fontMetrics().averageCharWidth() * 12, rows * (kSmallest + kGap)};
}

void PreviewPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_rows.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Previews appear when the networks have learned a while."));
        return;
    }
    int columns = 1;
    int labelWidth = 0;
    for (const Row& row : m_rows) {
        columns = std::max(columns, int(row.images.size()));
        labelWidth = std::max(labelWidth, fontMetrics().horizontalAdvance(row.name) + 10);
    }
    const int side = std::max(8, std::min((width() - labelWidth) / columns, height() / rows()) - kGap);
    painter.setPen(palette().color(QPalette::WindowText));
    for (int r = 0; r < rows(); ++r) {
        const int y = r * (side + kGap);
        painter.drawText(QRect(0, y, labelWidth, side), Qt::AlignLeft | Qt::AlignVCenter, m_rows[std::size_t(r)].name);
        for (int c = 0; c < int(m_rows[std::size_t(r)].images.size()); ++c)
            painter.drawImage(QRect(labelWidth + c * (side + kGap), y, side, side),
                              m_rows[std::size_t(r)].images[std::size_t(c)]);
    }
}

}
