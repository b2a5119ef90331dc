#pragma once

#include <vector>

#include <QToolButton>

#include "panels/SteadyMenu.h"

class QActionGroup;

namespace isostain {

/// One line of the profile menu.
struct ProfileEntry {
    enum class Kind { SourceOnly, Reference, Bundled, Library, Recent };

    Kind kind = Kind::SourceOnly;
    QString id; ///< names the profile; empty for SourceOnly
    QString name;
    QString hint; ///< more about it, e.g. the whole path
    bool isAvailable = true;
};

/// What the slide can be normalized with: the source alone, profiles that the program brings, profiles used lately, or a file.
class ProfileMenu : public SteadyMenu {
    Q_OBJECT

public:
    explicit ProfileMenu(QWidget* parent = nullptr);

    /// Each kind is a section; sections stand in the order of their first entries. `current` is the id of the entry in use.
    /// An open menu shows them the next time.
    void setEntries(const std::vector<ProfileEntry>& entries, const QString& current);

signals:
    void picked(const QString& id);
    void browseRequested();

private:
    static QString titleOf(ProfileEntry::Kind kind);
    void rebuild(const std::vector<ProfileEntry>& entries, const QString& current);
    void addEntry(const ProfileEntry& entry, const QString& current);

    QActionGroup* m_group = nullptr;
};

/// The tool button that names the profile in use and opens the menu.
class ProfilePicker : public QToolButton {
    Q_OBJECT

public:
    explicit ProfilePicker(ProfileMenu* menu, QWidget* parent = nullptr);

    /// Empty: the source alone.
    void setCurrentName(const QString& name);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}
