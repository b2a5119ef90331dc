#include "wizard/RunPage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTime>
#include <QVBoxLayout>

#include "export/ExportTexts.h"
#include "panels/ErrorText.h"
#include "wizard/LossCharts.h"
#include "wizard/PreviewPanel.h"
#include "wizard/Section.h"
#include "wizard/StepProgressList.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

constexpr int kMillisecondsBetweenLooks = 2000;
constexpr int kMostLogLines = 2000;

}

RunPage::RunPage(const StudyBackend& backend, StudyRunner& runner, Background& background, QWidget* parent)
    : WizardPage(parent),
      m_backend(backend),
      m_runner(runner),
      m_background(background),
      m_steps(new StepProgressList),
      m_charts(new LossCharts),
      m_previews(new PreviewPanel),
      m_status(new QLabel),
      m_statusIcon(new QLabel),
      m_log(new QPlainTextEdit)
{
    m_status->setObjectName(QStringLiteral("runStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    setSmallIcon(*m_statusIcon, QStringLiteral("warning"));
    m_log->setObjectName(QStringLiteral("runLog"));
    m_log->setAccessibleName(tr("Log"));
    m_log->setReadOnly(true);
    m_log->setMaximumBlockCount(kMostLogLines);
    m_log->setTabChangesFocus(true);
    m_log->setMinimumHeight(fontMetrics().height() * 6);
    auto* statusRow = new QHBoxLayout;
    statusRow->addWidget(m_statusIcon, 0, Qt::AlignTop);
    statusRow->addWidget(m_status, 1);
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(12);
    pictures->addWidget(m_charts, 3);
    pictures->addWidget(m_previews, 2);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_steps);
    column->addLayout(statusRow);
    column->addWidget(makeButtons());
    column->addLayout(pictures, 1);
    column->addWidget(new Section(tr("&Log"), m_log, Section::State::Closed));
    connect(&m_runner, &StudyRunner::started, this, [this] {
        ++m_study;
        m_hasEnded = false;
        m_endText.clear();
        m_glimpse = {};
        m_charts->clear();
        m_previews->showGlimpse(m_glimpse);
        addLog(tr("The study began."));
        showState();
    });
    connect(&m_runner, &StudyRunner::statusChanged, this, [this](StudyStep step) {
        const StudyStepStatus status = m_runner.status(step);
        m_steps->setStatus(step, status);
        addLog(QStringLiteral("%1: %2 %3").arg(stepText(step), stateText(status.state), QString::fromStdString(status.reason)));
        look();
        showState();
    });
    connect(&m_runner, &StudyRunner::progressed, this, &RunPage::showProgress);
    connect(&m_runner, &StudyRunner::pausedChanged, this, &RunPage::showState);
    connect(&m_runner, &StudyRunner::logged, this, [this](StudyStep step, const QString& sentence) {
        addLog(QStringLiteral("%1: %2").arg(stepText(step), sentence));
    });
    connect(&m_runner, &StudyRunner::finished, this, &RunPage::showEnd);
    showState();
}

QWidget* RunPage::makeButtons()
{
    m_pause = new QPushButton(tr("&Pause"));
    m_pause->setObjectName(QStringLiteral("pauseStudy"));
    m_cancel = new QPushButton(tr("&Stop"));
    m_cancel->setObjectName(QStringLiteral("stopStudy"));
    m_cancel->setToolTip(tr("Saves what is learned. The study can be gone on with later."));
    m_hide = new QPushButton(tr("Continue in bac&kground"));
    m_hide->setObjectName(QStringLiteral("hideStudy"));
    m_hide->setToolTip(tr("Closes this window; the main window shows how far the training is."));
    m_resume = new QPushButton(tr("&Resume training"));
    m_resume->setObjectName(QStringLiteral("resumeStudy"));
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_pause, m_cancel, m_hide, m_resume}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_runner.isPaused())
            m_runner.resume();
        else
            m_runner.pause();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_runner.cancel();
        showState();
    });
    connect(m_hide, &QPushButton::clicked, this, &RunPage::hideRequested);
    connect(m_resume, &QPushButton::clicked, this, &RunPage::resumeRequested);
    return widget;
}

QString RunPage::title() const
{
    return tr("Run");
}

QString RunPage::explanation() const
{
    return tr("The study runs step by step. It can be paused, or stopped and gone on with later, also after a crash.");
}

QString RunPage::problem() const
{
    if (m_runner.isRunning())
        return tr("The study is running.");
    return m_hasEnded ? QString() : tr("The study has not finished.");
}

void RunPage::enter(const StudyDraft&)
{
    showProgress();
    showState();
}

void RunPage::setSteps(const std::set<StudyStep>& steps)
{
    m_stepSet = steps;
    m_steps->setSteps(steps);
}

void RunPage::showEntry(const StudyEntry& entry)
{
    std::set<StudyStep> steps;
    for (const auto& [step, status] : entry.steps)
        steps.insert(step);
    setSteps(steps);
    for (const auto& [step, status] : entry.steps)
        m_steps->setStatus(step, status);
    m_hasEnded = entry.isFinished();
    m_endText = entry.isFinished() ? tr("The study is finished.") : QString();
    ++m_study;
    showState();
    emit changed();
}

QString RunPage::log() const
{
    return m_log->toPlainText();
}

void RunPage::showState()
{
    const bool isRunning = m_runner.isRunning();
    m_pause->setVisible(isRunning);
    m_pause->setEnabled(!m_runner.isStopping());
    m_pause->setText(m_runner.isPaused() ? tr("&Go on") : tr("&Pause"));
    m_cancel->setVisible(isRunning);
    m_cancel->setEnabled(!m_runner.isStopping());
    m_hide->setVisible(isRunning);
    m_resume->setVisible(!isRunning && !m_hasEnded && !m_stepSet.empty());
    if (m_runner.isStopping())
        m_status->setText(tr("Stopping: what is learned is being saved…"));
    else if (m_runner.isPaused())
        m_status->setText(tr("Paused."));
    else if (isRunning)
        m_status->setText(tr("Running."));
    else
        m_status->setText(m_endText);
    m_status->setVisible(!m_status->text().isEmpty());
    if (isRunning)
        m_statusIcon->hide();
}

void RunPage::showProgress()
{
    if (!m_runner.isRunning())
        return;
    if (const auto step = m_runner.current()) {
        const auto left = m_runner.timeLeft(*step);
        m_steps->setProgress(*step, m_runner.progress(*step), left ? timeText(*left) : QString());
    }
    if (isVisible() && (!m_lastLook.isValid() || m_lastLook.hasExpired(kMillisecondsBetweenLooks)))
        look();
}

/// Reads what there is to see, one time after the other.
void RunPage::look()
{
    if (m_isLooking) {
        m_looksAgain = true;
        return;
    }
    m_isLooking = true;
    m_looksAgain = false;
    m_lastLook.start();
    m_background.run(
        this, [glimpse = m_backend.glimpse, folder = m_runner.folder(), last = m_glimpse] { return glimpse(folder, last); },
        [this, study = m_study](const StudyGlimpse& glimpse) {
            m_isLooking = false;
            m_lastLook.start();
            if (m_looksAgain)
                look();
            if (study != m_study)
                return;
            m_glimpse = glimpse;
            m_charts->showMetrics(glimpse.metrics);
            m_previews->showGlimpse(glimpse);
        });
}

void RunPage::showEnd(const StudyOutcome& outcome)
{
    m_hasEnded = outcome.isFinished();
    if (outcome.error)
        m_endText = errorText(*outcome.error);
    else if (m_hasEnded)
        m_endText = tr("The study is finished.");
    else
        m_endText = tr("Stopped. Everything is saved: “Resume training” goes on where it was.");
    addLog(m_endText);
    m_statusIcon->setVisible(outcome.error.has_value());
    m_status->setToolTip(outcome.error ? errorDetail(*outcome.error) : QString());
    look();
    showState();
    emit changed();
}

void RunPage::addLog(const QString& text)
{
    m_log->appendPlainText(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss ")) + text.trimmed());
}

}
