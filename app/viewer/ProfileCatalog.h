#pragma once

#include <optional>
#include <vector>

#include "normalize/StainProfile.h"
#include "panels/ProfilePicker.h"
#include "slide/Slide.h"

namespace isostain {

class ProfileLibrary;
class RecentFiles;

/// Which stain profiles a slide can be offered. On a real slide, methods fitted to the published H&E reference come first:
/// they need no model and no image. Profiles trained on generated tissue are offered for generated slides alone, and only
/// there is one preselected: on a real slide the first thing to see is the slide itself. GUI thread only.
///
/// A profile is named by an id: "builtin:macenko" for the published H&E reference of a method, ":/..." for a resource of the
/// program, else the path of a file.
class ProfileCatalog {
public:
    /// `bundled` are resource paths; read when first needed. Without a library none is offered.
    ProfileCatalog(QStringList bundled, const RecentFiles& recent, const ProfileLibrary* library = nullptr);

    /// For the picker; no slide: as for a real one.
    std::vector<ProfileEntry> entriesFor(const SlideInfo* slide) const;
    /// The profile to start with on a slide; empty: the source alone.
    QString preselectedFor(const SlideInfo& slide) const;
    /// The first profile that a slide is offered and that is not among `shown`; empty: there is no other.
    QString nextOffer(const SlideInfo* slide, const QStringList& shown) const;
    /// Reads what an id names. Errors: those of readStainProfile() and publishedReferenceProfile(). Any thread.
    static Result<StainProfile> read(const QString& id);
    /// Whether the id is the path of a file, not something that the program brings.
    static bool isFile(const QString& id);
    static QString referenceId(NormalizationMethod method);
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
