#pragma once

#include <QFrame>

class QLabel;

namespace isostain {

/// A quiet line above the view: a training of before was interrupted. Stays until it is answered. GUI thread only.
class InterruptedBar : public QFrame {
    Q_OBJECT

public:
    explicit InterruptedBar(QWidget* parent = nullptr);

    /// `count` studies can be gone on with, the newest of which is called `name`.
    void showInterrupted(const QString& name, int count);
    QString text() const;

signals:
    void resumeRequested();

private:
    QLabel* m_text;
};

}
