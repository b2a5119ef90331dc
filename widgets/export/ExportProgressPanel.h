#pragma once

#include <chrono>

#include <QTimer>
#include <QWidget>

#include "base/Progress.h"

class QLabel;
class QProgressBar;

namespace isostain {

/// How far an export is: a bar, throughput and the time left; time spent paused does not count. GUI thread only.
class ExportProgressPanel : public QWidget {
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    explicit ExportProgressPanel(QWidget* parent = nullptr);

    void begin(int slides);
    void setPaused(Clock::time_point now = Clock::now());
    void setResumed(Clock::time_point now = Clock::now());
    /// `done` slides are over; progress in pixels.
    void showProgress(int done, const Progress& progress, Clock::time_point now = Clock::now());
    /// In place of the progress.
    void showText(const QString& text);
    QString text() const;

private:
    QProgressBar* m_bar;
    QLabel* m_text;
    int m_slides = 0;
    bool m_isPaused = false;
    Clock::time_point m_start;
    Clock::time_point m_pausedAt;
};

}
