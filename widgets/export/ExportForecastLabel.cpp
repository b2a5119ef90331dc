#include "export/ExportForecastLabel.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QStyle>

#include "export/ExportTexts.h"
#include "panels/ThemedIcon.h"

namespace isostain {

ExportForecastLabel::ExportForecastLabel(QWidget* parent) : QWidget(parent), m_icon(new QLabel), m_text(new QLabel)
{
    m_text->setObjectName(QStringLiteral("exportForecast"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    clear();
}

void ExportForecastLabel::showBusy()
{
    show(tr("Working out how much space is needed…"), {});
}

void ExportForecastLabel::showForecast(const std::optional<ExportForecast>& forecast)
{
    if (!forecast) {
        clear();
    } else if (forecast->neededBytes == 0) {
        show(tr("Everything in the list was exported before."), {});
    } else if (!forecast->freeBytes) {
        show(tr("About %1 will be written.").arg(sizeText(forecast->neededBytes)), {});
    } else if (forecast->fits()) {
        show(tr("About %1 will be written; %2 are free.").arg(sizeText(forecast->neededBytes), sizeText(*forecast->freeBytes)),
             {});
    } else {
        showProblem(tr("About %1 are needed, but only %2 are free. Free some space, choose another folder, or export less.")
                        .arg(sizeText(forecast->neededBytes), sizeText(*forecast->freeBytes)));
    }
}

void ExportForecastLabel::showProblem(const QString& text)
{
    show(text, themedIcon(QStringLiteral("warning")));
}

void ExportForecastLabel::clear()
{
    m_text->clear();
    hide();
}

void ExportForecastLabel::show(const QString& text, const QIcon& icon)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setVisible(!icon.isNull());
    m_icon->setPixmap(icon.pixmap(QSize(size, size), devicePixelRatioF()));
    m_text->setText(text);
    setVisible(true);
}

}
