#include "export/ExportButtons.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace isostain {

ExportButtons::ExportButtons(QWidget* parent)
    : QWidget(parent),
      m_folder(new QPushButton(tr("Open Fol&der"))),
      m_report(new QPushButton(tr("Sho&w Report"))),
      m_retry(new QPushButton(tr("&Retry Failed"))),
      m_export(new QPushButton(tr("E&xport"))),
      m_pause(new QPushButton(tr("Pau&se"))),
      m_stop(new QPushButton(tr("&Stop"))),
      m_close(new QPushButton(tr("Close")))
{
    m_report->setObjectName(QStringLiteral("reportButton"));
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_pause->setObjectName(QStringLiteral("pauseButton"));
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_report->setToolTip(tr("What became of every slide, with thumbnails before and after"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_folder, m_report, m_retry, m_export, m_pause, m_stop, m_close}) {
        button->setAutoDefault(false);
        if (button == m_retry)
            row->addStretch();
        row->addWidget(button);
    }
    m_export->setDefault(true);
    connect(m_folder, &QPushButton::clicked, this, &ExportButtons::folderClicked);
    connect(m_report, &QPushButton::clicked, this, &ExportButtons::reportClicked);
    connect(m_retry, &QPushButton::clicked, this, &ExportButtons::retryClicked);
    connect(m_export, &QPushButton::clicked, this, &ExportButtons::exportClicked);
    connect(m_pause, &QPushButton::clicked, this, &ExportButtons::pauseClicked);
    connect(m_stop, &QPushButton::clicked, this, &ExportButtons::stopClicked);
    connect(m_close, &QPushButton::clicked, this, &ExportButtons::closeClicked);
}

void ExportButtons::setState(const State& state)
{
    m_folder->setEnabled(state.hasOutputs);
    m_report->setEnabled(state.hasReport && !state.isRunning);
    m_retry->setVisible(!state.isRunning);
    m_retry->setEnabled(state.canRetry);
    m_export->setVisible(!state.isRunning);
    m_export->setEnabled(state.canExport);
    m_pause->setVisible(state.isRunning);
    m_pause->setEnabled(!state.isStopping);
    m_pause->setText(state.isPaused ? tr("Re&sume") : tr("Pau&se"));
    m_stop->setVisible(state.isRunning);
    m_stop->setEnabled(!state.isStopping);
}

}
