#pragma once

#include <QObject>

#include "base/Error.h"

namespace isostain {

class PaneSet;
class ProfileCatalog;
class ProfileMenu;
class ProfilePicker;
class RecentFiles;
class SlideSession;

/// Keeps the profile menu and picker of the main pane true, and decides which profile a newly opened slide starts with. GUI thread only.
class ProfileController : public QObject {
    Q_OBJECT

public:
    ProfileController(SlideSession& slides, PaneSet& panes, const ProfileCatalog& catalog, RecentFiles& recent, QWidget* window);

    ProfileMenu& menu() { return *m_menu; }
    ProfilePicker& picker() { return *m_picker; }

    /// Offers what the catalog has by now.
    void showEntries();

signals:
    /// A profile is in use: what was said of others is over.
    void succeeded();
    /// Something to tell the user about a profile; `detail` is technical.
    void noticed(const QString& text, const QString& detail);

private:
    void startSlide();
    void reportFailure(const Error& error);

    SlideSession& m_slides;
    PaneSet& m_panes;
    const ProfileCatalog& m_catalog;
    RecentFiles& m_recent;
    ProfileMenu* m_menu;
    ProfilePicker* m_picker;
    QString m_preselected; ///< the profile last picked for a slide, not by the user
};

}
