#pragma once

#include <QPushButton>

namespace isostain {

/// A flat button for a line of text of any length: what does not fit is cut in the middle, where paths matter least.
class ElidedButton : public QPushButton {
    Q_OBJECT

public:
    explicit ElidedButton(const QString& text, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}
