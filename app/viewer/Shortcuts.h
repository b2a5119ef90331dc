#pragma once

#include <vector>

#include <QKeySequence>
#include <QObject>

class QAction;
class QSettings;

namespace isostain {

class ViewerActions;

/// The keys of all commands: those they come with, and those that the user has chosen instead. GUI thread only.
class Shortcuts : public QObject {
    Q_OBJECT

public:
    /// Takes the user's keys over at once. Everything outlives the object.
    Shortcuts(const ViewerActions& actions, QSettings& store, QObject* parent = nullptr);

    const std::vector<QAction*>& actions() const { return m_actions; }
    bool isChanged(const QAction& action) const;
    /// The other command that has these keys; null: they are free.
    const QAction* ownerOf(const QKeySequence& keys, const QAction& except) const;
    /// Kept for the next time. Empty: none.
    void assign(QAction& action, const QKeySequence& keys);
    void reset(QAction& action);
    void resetAll();

private:
    QList<QKeySequence> defaultsOf(const QAction& action) const;

    std::vector<QAction*> m_actions;
    std::vector<QList<QKeySequence>> m_defaults; ///< of the actions, in their order
    QSettings& m_store;
};

}
