#pragma once

#include <QObject>

#include "base/Error.h"

namespace isostain {

class NormalizerSession;
class ProfileCatalog;
class ProfileMenu;
class ProfilePicker;
class RecentFiles;
class SlideSession;

/// Keeps the profile menu and picker true, and decides which profile a newly opened slide starts with. GUI thread only.
class ProfileController : public QObject {
    Q_OBJECT

public:
    ProfileController(SlideSession& slides, NormalizerSession& normalizers, const ProfileCatalog& catalog, RecentFiles& recent,
                      QWidget* window);

    ProfileMenu& menu() { return *m_menu; }
    ProfilePicker& picker() { return *m_picker; }

    /// Offers what the catalog has by now.
    void showEntries();

signals:
    /// Something to tell the user about a profile; `detail` is technical.
    void noticed(const QString& text, const QString& detail);

private:
    void startSlide();
    void reportLoaded();
    void reportFailure(const Error& error);

    SlideSession& m_slides;
    NormalizerSession& m_normalizers;
    const ProfileCatalog& m_catalog;
    RecentFiles& m_recent;
    ProfileMenu* m_menu;
    ProfilePicker* m_picker;
    QString m_preselected; ///< the profile last picked for a slide, not by the user
};

}
