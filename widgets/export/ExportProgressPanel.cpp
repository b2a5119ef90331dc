#include "export/ExportProgressPanel.h"

#include <algorithm>

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include "export/ExportTexts.h"

namespace isostain {

namespace {

constexpr int kBarSteps = 1000;

}

ExportProgressPanel::ExportProgressPanel(QWidget* parent) : QWidget(parent), m_bar(new QProgressBar), m_text(new QLabel)
{
    m_bar->setObjectName(QStringLiteral("exportBar"));
    m_bar->setRange(0, kBarSteps);
    m_bar->setFormat(tr("%p %"));
    m_text->setObjectName(QStringLiteral("exportProgress"));
    m_text->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    column->addWidget(m_text);
}

void ExportProgressPanel::begin(int slides)
{
    m_slides = slides;
    m_isPaused = false;
    m_start = Clock::now();
    m_bar->setValue(0);
    showProgress(0, {});
}

void ExportProgressPanel::setPaused(Clock::time_point now)
{
    m_isPaused = true;
    m_pausedAt = now;
}

void ExportProgressPanel::setResumed(Clock::time_point now)
{
    if (m_isPaused)
        m_start += now - m_pausedAt;
    m_isPaused = false;
}

void ExportProgressPanel::showProgress(int done, const Progress& progress, Clock::time_point now)
{
    m_bar->setValue(static_cast<int>(progress.fraction() * kBarSteps));
    QStringList parts = {tr("Slide %1 of %2").arg(std::min(done + 1, m_slides)).arg(m_slides)};
    const EtaMeter meter(m_start);
    if (m_isPaused) {
        parts.prepend(tr("Paused"));
    } else if (const auto left = meter.remaining(progress, now)) {
        const double rate = static_cast<double>(progress.done) / 1e6 / meter.elapsed(now).count();
        parts << tr("%1 megapixels per second").arg(QLocale().toString(rate, 'f', 0)) << tr("%1 left").arg(timeText(*left));
    }
    showText(parts.join(QStringLiteral(" · ")));
}

void ExportProgressPanel::showText(const QString& text)
{
    m_text->setText(text);
}

QString ExportProgressPanel::text() const
{
    return m_text->text();
}

}
