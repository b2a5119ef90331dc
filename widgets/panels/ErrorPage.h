#pragma once

#include "base/Error.h"
#include "panels/CenteredPage.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace isostain {

/// A failure in the place where the slide would be: the sentence, the technical detail on demand, and a way on.
class ErrorPage : public CenteredPage {
    Q_OBJECT

public:
    explicit ErrorPage(QWidget* parent = nullptr);

    /// `previousSlide` names a slide that is still open and can be returned to; empty where there is none.
    void setError(const Error& error, const QString& previousSlide);

signals:
    void openRequested();
    void backRequested();

private:
    QLabel* m_sentence;
    QToolButton* m_detailToggle;
    QLabel* m_detail;
    QPushButton* m_back;
};

}
