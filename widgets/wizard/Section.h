#pragma once

#include <QWidget>

class QToolButton;

namespace isostain {

/// A heading that shows and hides what is below it. GUI thread only.
class Section : public QWidget {
    Q_OBJECT

public:
    enum class State { Open, Closed };

    Section(const QString& title, QWidget* content, State state, QWidget* parent = nullptr);

    bool isOpen() const;
    void setOpen(State state);
    /// A widget beside the heading.
    void addToHeading(QWidget* widget);

private:
    void showContent();

    QToolButton* m_heading;
    QWidget* m_content;
};

}
