#include "wizard/StepProgressList.h"

#include <cmath>

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>

#include "export/ExportTexts.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

constexpr int kBarSteps = 1000;

}

StepProgressList::StepProgressList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setColumnStretch(3, 1);
}

void StepProgressList::setSteps(const std::set<StudyStep>& steps)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
    for (const StudyStep step : steps) {
        Row row{new QLabel, new QLabel(stepText(step)), new QProgressBar, new QLabel};
        row.bar->setRange(0, kBarSteps);
        row.bar->setTextVisible(false);
        row.bar->setAccessibleName(stepText(step));
        row.bar->setMaximumHeight(fontMetrics().height());
        row.bar->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
        row.remark->setWordWrap(true);
        row.remark->setTextFormat(Qt::PlainText);
        const int line = m_grid->rowCount();
        m_grid->addWidget(row.icon, line, 0);
        m_grid->addWidget(row.name, line, 1);
        m_grid->addWidget(row.bar, line, 2);
        m_grid->addWidget(row.remark, line, 3);
        m_rows.emplace(step, row);
        setStatus(step, {});
    }
}

void StepProgressList::setStatus(StudyStep step, const StudyStepStatus& status)
{
    const auto found = m_rows.find(step);
    if (found == m_rows.end())
        return;
    Row& row = found->second;
    row.state = status.state;
    setSmallIcon(*row.icon, stateIcon(status.state));
    row.icon->setToolTip(stateText(status.state));
    row.icon->setAccessibleName(stateText(status.state));
    if (status.state != StepState::Running)
        row.bar->setRange(0, kBarSteps);
    row.bar->setValue(status.state == StepState::Done ? kBarSteps : status.state == StepState::Waiting ? 0 : row.bar->value());
    QFont font = row.name->font();
    font.setBold(status.state == StepState::Running);
    row.name->setFont(font);
    row.remark->setText(status.state == StepState::Failed ? QString::fromStdString(status.reason)
                        : status.state == StepState::Done && status.seconds >= 1
                            ? tr("Done in %1").arg(timeText(std::chrono::seconds(std::int64_t(std::round(status.seconds)))))
                        : status.state == StepState::Waiting ? QString()
                                                             : stateText(status.state));
}

void StepProgressList::setProgress(StudyStep step, const Progress& progress, const QString& timeLeft)
{
    const auto found = m_rows.find(step);
    if (found == m_rows.end() || found->second.state != StepState::Running)
        return;
    Row& row = found->second;
    // Nothing is known of the total before the images are read.
    row.bar->setRange(0, progress.total == 0 ? 0 : kBarSteps);
    row.bar->setValue(int(progress.fraction() * kBarSteps));
    const QString percent = tr("%1 %").arg(int(progress.fraction() * 100));
    row.remark->setText(progress.total == 0  ? tr("Beginning…")
                        : timeLeft.isEmpty() ? percent
                                             : tr("%1, %2 left").arg(percent, timeLeft));
}

QString StepProgressList::text(StudyStep step) const
{
    const auto found = m_rows.find(step);
    if (found == m_rows.end())
        return {};
    return QStringLiteral("%1: %2 %3")
        .arg(found->second.name->text(), stateText(found->second.state), found->second.remark->text());
}

}
