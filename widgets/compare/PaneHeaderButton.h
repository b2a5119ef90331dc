#pragma once

#include <QToolButton>

namespace isostain {

/// A button on a dark pill: light text, or a cross, without the style's frame.
class PaneHeaderButton : public QToolButton {
    Q_OBJECT

public:
    enum class Kind { Name, Close };
    explicit PaneHeaderButton(Kind kind, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintName(QPainter& painter);
    void paintCross(QPainter& painter);

    Kind m_kind;
};

}
