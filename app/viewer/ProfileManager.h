#pragma once

#include <vector>

#include <QObject>
#include <QPointer>
#include <QStringList>

#include "panels/ProfileManagerDialog.h"

namespace isostain {

class Background;
class ProfileLibrary;
class RecentFiles;

/// Opens the profile manager and does what is asked of it: reads profiles, changes the library. GUI thread only.
class ProfileManager : public QObject {
    Q_OBJECT

public:
    /// `bundled` are resource paths, read in the background when the dialog is first opened.
    ProfileManager(QStringList bundled, ProfileLibrary& library, RecentFiles& recent, Background& background, QWidget* window);

    /// One dialog, which stays open beside the window.
    void show();
    /// Null while it is closed.
    ProfileManagerDialog* dialog() const { return m_dialog; }

signals:
    void useRequested(const QString& id);

private:
    void connectDialog();
    void readBundled();
    void showProfiles();
    void inspect(const QString& id);
    void chooseFiles();

    QStringList m_bundledIds;
    ProfileLibrary& m_library;
    RecentFiles& m_recent;
    Background& m_background;
    QWidget* m_window;
    std::vector<ManagedProfile> m_bundled;
    QString m_folder; ///< where files were last chosen
    QPointer<ProfileManagerDialog> m_dialog;
};

}
