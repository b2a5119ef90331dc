#pragma once

#include <optional>
#include <vector>

#include <QDialog>
#include <QPointer>

#include "normalize/StainProfile.h"

class QLabel;
class QMessageBox;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace isostain {

class NoticeBar;
class ProfileInspector;

/// One line of the profile manager.
struct ManagedProfile {
    enum class Section { Bundled, Reference, Library, Recent };

    Section section = Section::Library;
    QString id;      ///< names the profile, unique in the list
    QString name;
    QString summary; ///< short, e.g. the method; empty where it is not known before the profile is read
    QString hint;    ///< more about it, e.g. the whole path
    QString problem; ///< why it cannot be used; empty where it can

    bool operator==(const ManagedProfile&) const = default;
};

/// All stain profiles that there are, and everything that is in them. It knows no files: it is given the list, asks for the
/// profile that is looked at, and says what the user wants done. GUI thread only.
class ProfileManagerDialog : public QDialog {
    Q_OBJECT

public:
    explicit ProfileManagerDialog(QWidget* parent = nullptr);
    ~ProfileManagerDialog() override;

    /// In the order in which they are shown within their sections. What is selected stays so where it is still there.
    void setProfiles(const std::vector<ManagedProfile>& profiles);
    void select(const QString& id);
    /// Empty: none.
    QString selectedId() const;
    /// The answers to inspectRequested(); ignored where another profile is selected by now.
    void setProfile(const QString& id, const StainProfile& profile);
    void setProfileError(const QString& id, const Error& error);

    /// What went wrong, above the list until the next command; a further error is put below.
    void showError(const Error& error);
    /// The desktop has no trash for the file: deletedForGood() follows where the user wants that.
    void askToDeleteForGood(const QString& id);

signals:
    void inspectRequested(const QString& id);
    void useRequested(const QString& id);
    void importRequested();
    void renameRequested(const QString& id, const QString& name);
    void deleteRequested(const QString& id);
    void deleteForGoodRequested(const QString& id);

private:
    QWidget* makeList();
    QWidget* makeDetails();
    void fill(const std::vector<ManagedProfile>& profiles);
    QTreeWidgetItem* addSection(ManagedProfile::Section section, const std::vector<ManagedProfile>& profiles);
    QTreeWidgetItem* itemOf(const QString& id) const;
    const ManagedProfile* selected() const;

    /// Section headings are no place to be: the keyboard goes on over them.
    enum class Direction { Up, Down };
    void leaveHeading(Direction direction);
    void inspectSelected();
    void updateButtons();
    void use();
    void editName();
    void finishEditing(QTreeWidgetItem* item);
    void deleteSelected();
    void copyText();
    void forgetErrors();

    std::vector<ManagedProfile> m_profiles;
    std::optional<StainProfile> m_shown; ///< the selected one, once it has been read
    NoticeBar* m_notice;
    QTreeWidget* m_tree = nullptr;
    ProfileInspector* m_inspector = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_delete = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_use = nullptr;
    QPointer<QMessageBox> m_question;
    bool m_isFilling = false;
};

}
