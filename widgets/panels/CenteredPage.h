#pragma once

#include <initializer_list>

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace isostain {

/// A page of the view area: one readable column in the middle, scrollable where the window is smaller than the text.
class CenteredPage : public QScrollArea {
    Q_OBJECT

public:
    explicit CenteredPage(QWidget* parent = nullptr);

protected:
    QVBoxLayout* column() const { return m_column; }
    /// Adds one of our icons, `size` logical pixels large.
    void addIcon(const QString& name, int size);
    /// Adds large buttons beside each other, in the middle.
    void addButtons(std::initializer_list<QPushButton*> buttons);

private:
    QVBoxLayout* m_column;
};

}
