#include "wizard/RemarkList.h"

#include <QGridLayout>
#include <QLabel>

#include "wizard/StudyTexts.h"

namespace isostain {

RemarkList::RemarkList(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
}

void RemarkList::showRemarks(const std::vector<StudyRemark>& remarks)
{
    m_texts.clear();
    while (QLayoutItem* item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const StudyRemark& remark : remarks) {
        if (remark.blocks)
            add(QStringLiteral("step-failed"), tr("Error"), QString::fromStdString(remark.text));
        else
            add(QStringLiteral("warning"), tr("Warning"), QString::fromStdString(remark.text));
    }
    if (remarks.empty())
        add(QStringLiteral("step-done"), tr("All right"), tr("The data looks all right."));
}

void RemarkList::add(const QString& icon, const QString& severity, const QString& text)
{
    auto* grid = static_cast<QGridLayout*>(layout());
    const int row = grid->rowCount();
    auto* mark = new QLabel;
    setSmallIcon(*mark, icon);
    mark->setAccessibleName(severity);
    mark->setToolTip(severity);
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(severity + QLatin1String(": ") + text);
    grid->addWidget(mark, row, 0, Qt::AlignTop);
    grid->addWidget(label, row, 1);
    m_texts << text;
}

}
