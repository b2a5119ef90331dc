#include "ProfileCatalog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "ProfileLibrary.h"
#include "RecentFiles.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProfileCatalog)
};

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
    return entries;
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
    if (!id.startsWith(QLatin1String(":/")))
        return readStainProfile(toPath(id));
    QFile resource(id);
    if (!resource.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotFound, id.toStdString());
    return parseStainProfile(resource.readAll().toStdString(), id.toStdString());
}

bool ProfileCatalog::suits(const StainProfile& profile, const SlideInfo& slide)
{
    return !profile.demoSlidesOnly || slide.demo;
}

}
