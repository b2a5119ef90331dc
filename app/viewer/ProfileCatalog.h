#pragma once

#include <optional>
#include <vector>

#include "normalize/StainProfile.h"
#include "panels/ProfilePicker.h"
#include "slide/Slide.h"

namespace isostain {

class ProfileLibrary;
class RecentFiles;

/// Which stain profiles a slide can be offered. Profiles trained on generated tissue are offered for generated slides alone,
/// and only there is one preselected: on a real slide the first thing to see is the slide itself. GUI thread only.
class ProfileCatalog {
public:
    /// `bundled` are resource paths; read when first needed. Without a library none is offered.
    ProfileCatalog(QStringList bundled, const RecentFiles& recent, const ProfileLibrary* library = nullptr);

    /// For the picker; no slide: as for a real one.
    std::vector<ProfileEntry> entriesFor(const SlideInfo* slide) const;
    /// The profile to start with on a slide; empty: the source alone.
    QString preselectedFor(const SlideInfo& slide) const;
    /// Reads what an id names: a resource of the program, or a file. Any thread.
    static Result<StainProfile> read(const QString& id);
    /// Whether the profile has any meaning on the slide.
    static bool suits(const StainProfile& profile, const SlideInfo& slide);

private:
    struct Bundled {
        QString id;
        QString name;
        QString description;
        Stain stain;
        bool demoSlidesOnly;
    };
    const std::vector<Bundled>& bundled() const;

    QStringList m_bundledPaths;
    const RecentFiles& m_recent;
    const ProfileLibrary* m_library;
    mutable std::optional<std::vector<Bundled>> m_bundled;
};

}
