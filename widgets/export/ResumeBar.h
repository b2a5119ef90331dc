#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace isostain {

/// A quiet line above the view: an export of an earlier run was interrupted. Stays until it is answered. GUI thread only.
class ResumeBar : public QFrame {
    Q_OBJECT

public:
    explicit ResumeBar(QWidget* parent = nullptr);

    /// `left` of `total` slides; `detail` is shown as a tool tip.
    void showInterrupted(int left, int total, const QString& detail);
    /// It cannot be gone on with; `reason` says why.
    void showUnusable(const QString& reason);
    QString text() const;

signals:
    void resumeRequested();
    void discardRequested();

private:
    QLabel* m_text;
    QPushButton* m_resume;
};

}
