#include "Shortcuts.h"

#include <algorithm>

#include <QAction>
#include <QSettings>

#include "ViewerActions.h"

namespace isostain {

namespace {

QString keyOf(const QAction& action)
{
    return QStringLiteral("shortcuts/") + action.objectName();
}

}

Shortcuts::Shortcuts(const ViewerActions& actions, QSettings& store, QObject* parent)
    : QObject(parent),
      m_actions(actions.all()),
      m_store(store)
{
    for (QAction* action : m_actions) {
        m_defaults.push_back(action->shortcuts());
        if (store.contains(keyOf(*action)))
            action->setShortcuts(QKeySequence::listFromString(store.value(keyOf(*action)).toString(), QKeySequence::PortableText));
    }
}

QList<QKeySequence> Shortcuts::defaultsOf(const QAction& action) const
{
    const auto found = std::find(m_actions.begin(), m_actions.end(), &action);
    return found == m_actions.end() ? QList<QKeySequence>() : m_defaults[std::size_t(found - m_actions.begin())];
}

bool Shortcuts::isChanged(const QAction& action) const
{
    return action.shortcuts() != defaultsOf(action);
}

const QAction* Shortcuts::ownerOf(const QKeySequence& keys, const QAction& except) const
{
    const auto found = std::find_if(m_actions.begin(), m_actions.end(), [&](const QAction* action) {
        return action != &except && !keys.isEmpty() && action->shortcuts().contains(keys);
    });
    return found == m_actions.end() ? nullptr : *found;
}

void Shortcuts::assign(QAction& action, const QKeySequence& keys)
{
    action.setShortcuts(keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    m_store.setValue(keyOf(action), QKeySequence::listToString(action.shortcuts(), QKeySequence::PortableText));
}

void Shortcuts::reset(QAction& action)
{
    action.setShortcuts(defaultsOf(action));
    m_store.remove(keyOf(action));
}

void Shortcuts::resetAll()
{
    for (QAction* action : m_actions)
        reset(*action);
}

}
