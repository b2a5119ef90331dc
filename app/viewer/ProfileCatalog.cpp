#include "ProfileCatalog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "ProfileLibrary.h"
#include "RecentFiles.h"
#include "normalize/ProfileFit.h"
#include "normalize/ProfileNames.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProfileCatalog)
};

const QLatin1String kReferencePrefix("builtin:");

/// Methods fitted to the published H&E reference.
void addReferences(std::vector<ProfileEntry>& entries, const QString& hint)
{
    for (const NormalizationMethod method : methodsOfPublishedReference())
        entries.push_back({ProfileEntry::Kind::Reference, ProfileCatalog::referenceId(method),
                           QCoreApplication::translate("ProfileName", named(method).displayName), hint, true});
}

void addLibrary(std::vector<ProfileEntry>& entries, const ProfileLibrary& library)
{
    for (const ListedProfile& each : library.profiles()) {
        const QString path = toFileName(each.path);
        entries.push_back({ProfileEntry::Kind::Library, path, QString::fromStdString(each.name), QDir::toNativeSeparators(path),
                           !each.error});
    }
}

bool isOfStain(const SlideInfo::Demo& demo, Stain stain)
{
    return (demo.stain == "he" && stain == Stain::HematoxylinEosin) || (demo.stain == "pap" && stain == Stain::Papanicolaou);
}

}

ProfileCatalog::ProfileCatalog(QStringList bundled, const RecentFiles& recent, const ProfileLibrary* library)
    : m_bundledPaths(std::move(bundled)),
      m_recent(recent),
      m_library(library)
{
}

const std::vector<ProfileCatalog::Bundled>& ProfileCatalog::bundled() const
{
    if (m_bundled)
        return *m_bundled;
    m_bundled.emplace();
    for (const QString& path : m_bundledPaths) {
        const auto profile = read(path);
        if (!profile) {
            qWarning("bundled profile %s: %s", qPrintable(path), describe(profile.error()).c_str());
            continue;
        }
        m_bundled->push_back({path, QString::fromStdString(profile->name), QString::fromStdString(profile->description),
                              profile->stain, profile->demoSlidesOnly});
    }
    return *m_bundled;
}

std::vector<ProfileEntry> ProfileCatalog::entriesFor(const SlideInfo* slide) const
{
    std::vector<ProfileEntry> entries;
    const bool isDemo = slide && slide->demo;
    const bool isPap = isDemo && isOfStain(*slide->demo, Stain::Papanicolaou);
    if (!isPap)
        addReferences(entries, Texts::tr("Fits the method to this slide and brings it to published H&E colors; needs no image of yours"));
    for (const Bundled& each : bundled()) {
        if (each.demoSlidesOnly && !isDemo)
            continue;
        const QString name = each.demoSlidesOnly ? Texts::tr("%1 (demo slides only)").arg(each.name) : each.name;
        entries.push_back({ProfileEntry::Kind::Bundled, each.id, name, each.description, true});
    }
    if (m_library)
        addLibrary(entries, *m_library);
    for (const QString& path : m_recent.paths()) {
        if (m_library && m_library->contains(path))
            continue;
        const QString name = QFileInfo(path).fileName();
        const bool isMissing = m_recent.isMissing(path);
        entries.push_back({ProfileEntry::Kind::Recent, path, isMissing ? Texts::tr("%1 (not found)").arg(name) : name,
                           QDir::toNativeSeparators(path), !isMissing});
    }
    if (isPap)
        addReferences(entries, Texts::tr("Made for H&E: this slide is stained after Papanicolaou"));
    return entries;
}

QString ProfileCatalog::nextOffer(const SlideInfo* slide, const QStringList& shown) const
{
    for (const ProfileEntry& entry : entriesFor(slide))
        if (entry.isAvailable && !shown.contains(entry.id))
            return entry.id;
    return {};
}

QString ProfileCatalog::preselectedFor(const SlideInfo& slide) const
{
    // The demo profiles map scanner A to scanner B: on a slide of B they would correct what is not wrong.
    if (!slide.demo || slide.demo->scanner != "A")
        return {};
    for (const Bundled& each : bundled())
        if (each.demoSlidesOnly && isOfStain(*slide.demo, each.stain))
            return each.id;
    return {};
}

Result<StainProfile> ProfileCatalog::read(const QString& id)
{
    if (id.startsWith(kReferencePrefix)) {
        const auto method = valueOf(normalizationMethods(), id.mid(kReferencePrefix.size()).toStdString());
        if (!method)
            return fail(ErrorCode::FileNotFound, id.toStdString());
        return publishedReferenceProfile(*method);
    }
    if (isFile(id))
        return readStainProfile(toPath(id));
    QFile resource(id);
    if (!resource.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotFound, id.toStdString());
    return parseStainProfile(resource.readAll().toStdString(), id.toStdString());
}

bool ProfileCatalog::isFile(const QString& id)
{
    return !id.isEmpty() && !id.startsWith(QLatin1String(":/")) && !id.startsWith(kReferencePrefix);
}

QString ProfileCatalog::referenceId(NormalizationMethod method)
{
    const std::string_view key = named(method).key;
    return kReferencePrefix + QString::fromUtf8(key.data(), qsizetype(key.size()));
}

bool ProfileCatalog::suits(const StainProfile& profile, const SlideInfo& slide)
{
    return !profile.demoSlidesOnly || slide.demo;
}

}
