#include "wizard/CheckPage.h"

#include <algorithm>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "panels/ErrorText.h"
#include "wizard/ColorCharts.h"
#include "wizard/RemarkList.h"
#include "wizard/SidePanel.h"

namespace isostain {

namespace {

/// Whether a check of one says what a check of the other would.
bool looksAtTheSame(const StudyConfig& a, const StudyConfig& b)
{
    return a.data == b.data && a.seed == b.seed && a.stainGan.crop == b.stainGan.crop && a.steps == b.steps;
}

}

CheckPage::CheckPage(const StudyBackend& backend, Background& background, QWidget* parent)
    : WizardPage(parent),
      m_backend(backend),
      m_job(background),
      m_status(new QLabel),
      m_bar(new QProgressBar),
      m_again(new QPushButton(tr("Check a&gain"))),
      m_found(new QWidget),
      m_remarks(new RemarkList),
      m_source(new SidePanel(tr("Source"))),
      m_target(new SidePanel(tr("Target"))),
      m_charts(new ColorCharts),
      m_pairs(new QLabel)
{
    m_status->setObjectName(QStringLiteral("checkStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    m_bar->setAccessibleName(tr("Progress of the check"));
    m_bar->setRange(0, 100);
    m_again->setObjectName(QStringLiteral("checkAgain"));
    m_again->setAutoDefault(false);
    m_pairs->setWordWrap(true);

    auto* sides = new QHBoxLayout;
    sides->addWidget(m_source, 1);
    sides->addWidget(m_target, 1);
    auto* found = new QVBoxLayout(m_found);
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(12);
    found->addWidget(m_remarks);
    found->addLayout(sides);
    found->addWidget(m_pairs);
    found->addWidget(m_charts);

    auto* top = new QHBoxLayout;
    top->addWidget(m_status, 1);
    top->addWidget(m_again, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(m_bar);
    column->addWidget(m_found);
    column->addStretch();
    connect(m_again, &QPushButton::clicked, this, &CheckPage::begin);
    connect(&m_job, &StoppableJob::progressed, m_bar, &QProgressBar::setValue);
    showState();
}

QString CheckPage::title() const
{
    return tr("Check");
}

QString CheckPage::explanation() const
{
    return tr("What is there, and whether a training can learn from it.");
}

QString CheckPage::problem() const
{
    if (m_error)
        return errorText(*m_error);
    if (!m_check)
        return tr("The data is being checked.");
    const auto& remarks = m_check->remarks;
    const auto blocking = std::find_if(remarks.begin(), remarks.end(), [](const StudyRemark& remark) { return remark.blocks; });
    return blocking == remarks.end() ? QString() : QString::fromStdString(blocking->text);
}

void CheckPage::enter(const StudyDraft& draft)
{
    const bool isSame = m_config && looksAtTheSame(*m_config, draft.config);
    m_config = draft.config;
    if (!isSame || (!m_check && !m_job.isRunning()))
        begin();
}

void CheckPage::leave()
{
    m_job.stop();
}

void CheckPage::begin()
{
    m_check.reset();
    m_error.reset();
    m_bar->setValue(0);
    m_job.start([check = m_backend.check, config = *m_config](const JobControl& control) { return check(config, control); },
                [this](const Result<StudyCheck>& check) { take(check); });
    showState();
    emit changed();
}

void CheckPage::take(const Result<StudyCheck>& check)
{
    if (check)
        m_check = *check;
    else
        m_error = check.error();
    if (m_check) {
        m_remarks->showRemarks(m_check->remarks);
        m_source->showSide(m_check->source);
        m_target->showSide(m_check->target);
        m_charts->showCheck(*m_check);
        m_pairs->setText(m_check->testPairs > 0 ? tr("%n pair(s) to test on.", nullptr, int(m_check->testPairs))
                                                : tr("There are no test pairs: methods cannot be measured or compared."));
    }
    showState();
    emit changed();
}

void CheckPage::showState()
{
    m_bar->setVisible(m_job.isRunning());
    m_found->setVisible(m_check.has_value());
    m_again->setVisible(!m_job.isRunning());
    if (m_job.isRunning())
        m_status->setText(tr("Looking at the images…"));
    else if (m_error)
        m_status->setText(errorText(*m_error));
    else
        m_status->clear();
    m_status->setToolTip(m_error ? errorDetail(*m_error) : QString());
}

}
