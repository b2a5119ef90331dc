#include "panels/SteadyMenu.h"

#include <utility>

namespace isostain {

SteadyMenu::SteadyMenu(QWidget* parent) : QMenu(parent)
{
    // Queued: the entry that was clicked is triggered after its menu was hidden.
    connect(this, &QMenu::aboutToHide, this, &SteadyMenu::catchUp, Qt::QueuedConnection);
    connect(this, &QMenu::aboutToShow, this, &SteadyMenu::catchUp);
}

void SteadyMenu::whenClosed(std::function<void()> rebuild)
{
    m_awaited = std::move(rebuild);
    catchUp();
}

void SteadyMenu::catchUp()
{
    if (isVisible())
        return;
    if (const auto rebuild = std::exchange(m_awaited, nullptr))
        rebuild();
}

}
