#pragma once

#include <functional>

#include <QMenu>

namespace isostain {

/// A menu whose entries change only while it is closed, so that none moves from under the mouse. GUI thread only.
class SteadyMenu : public QMenu {
    Q_OBJECT

public:
    explicit SteadyMenu(QWidget* parent = nullptr);

protected:
    /// Calls `rebuild` at once or, while the menu is open, after it has been closed and the click that closed it is over; of
    /// several only the last.
    void whenClosed(std::function<void()> rebuild);

private:
    void catchUp();

    std::function<void()> m_awaited;
};

}
