#pragma once

#include "panels/CenteredPage.h"

class QLabel;

namespace isostain {

/// Shown while a slide is being opened in the background, once that takes longer than a moment.
class OpeningPage : public CenteredPage {
    Q_OBJECT

public:
    explicit OpeningPage(QWidget* parent = nullptr);

    void setText(const QString& text);

signals:
    void cancelRequested();

private:
    QLabel* m_text;
};

}
