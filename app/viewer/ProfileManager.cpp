#include "ProfileManager.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "handover/Background.h"
#include "ProfileCatalog.h"
#include "ProfileLibrary.h"
#include "RecentFiles.h"
#include "normalize/ProfileFit.h"
#include "normalize/ProfileNames.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

using Section = ManagedProfile::Section;

QString methodName(NormalizationMethod method)
{
    return QCoreApplication::translate("ProfileName", named(method).displayName);
}

ManagedProfile bundledEntry(const QString& id)
{
    ManagedProfile entry{Section::Bundled, id, id, {}, {}, {}};
    const auto profile = ProfileCatalog::read(id);
    if (!profile) {
        entry.problem = errorText(profile.error());
        return entry;
    }
    entry.name = QString::fromStdString(profile->name);
    entry.summary = methodName(profile->method);
    entry.hint = QString::fromStdString(profile->description);
    return entry;
}

void addReferences(std::vector<ManagedProfile>& entries)
{
    for (const NormalizationMethod method : methodsOfPublishedReference())
        entries.push_back({Section::Reference, ProfileCatalog::referenceId(method),
                           methodName(method), {}, ProfileManager::tr("Published H&E colors; needs no image of yours"), {}});
}

void addLibrary(std::vector<ManagedProfile>& entries, const ProfileLibrary& library)
{
    for (const ListedProfile& each : library.profiles()) {
        const QString path = toFileName(each.path);
        entries.push_back({Section::Library, path, QString::fromStdString(each.name),
                           each.error ? ProfileManager::tr("not usable") : methodName(each.method), QDir::toNativeSeparators(path),
                           each.error ? errorText(*each.error) : QString()});
    }
}

void addRecent(std::vector<ManagedProfile>& entries, const RecentFiles& recent, const ProfileLibrary& library)
{
    for (const QString& path : recent.paths()) {
        if (library.contains(path))
            continue;
        const bool isMissing = recent.isMissing(path);
        const QString native = QDir::toNativeSeparators(path);
        entries.push_back({Section::Recent, path, QFileInfo(path).fileName(), isMissing ? ProfileManager::tr("not found") : QString(),
                           native, isMissing ? errorText({ErrorCode::FileNotFound, path.toStdString(), {}}) : QString()});
    }
}

}

ProfileManager::ProfileManager(QStringList bundled, ProfileLibrary& library, RecentFiles& recent, Background& background,
                               QWidget* window)
    : QObject(window),
      m_bundledIds(std::move(bundled)),
      m_library(library),
      m_recent(recent),
      m_background(background),
      m_window(window)
{
    connect(&m_library, &ProfileLibrary::changed, this, &ProfileManager::showProfiles);
    connect(&m_recent, &RecentFiles::changed, this, &ProfileManager::showProfiles);
    connect(&m_library, &ProfileLibrary::failed, this, [this](const Error& error) {
        if (m_dialog)
            m_dialog->showError(error);
    });
    connect(&m_library, &ProfileLibrary::trashRefused, this, [this](const QString& path) {
        if (m_dialog)
            m_dialog->askToDeleteForGood(path);
    });
}

void ProfileManager::show()
{
    if (!m_dialog) {
        m_dialog = new ProfileManagerDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connectDialog();
        showProfiles();
        if (m_bundled.empty())
            readBundled();
        m_recent.refresh();
        m_library.refresh();
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ProfileManager::connectDialog()
{
    connect(m_dialog, &ProfileManagerDialog::inspectRequested, this, &ProfileManager::inspect);
    connect(m_dialog, &ProfileManagerDialog::useRequested, this, &ProfileManager::useRequested);
    connect(m_dialog, &ProfileManagerDialog::importRequested, this, &ProfileManager::chooseFiles);
    connect(m_dialog, &ProfileManagerDialog::renameRequested, &m_library, &ProfileLibrary::rename);
    connect(m_dialog, &ProfileManagerDialog::deleteRequested, &m_library, &ProfileLibrary::remove);
    connect(m_dialog, &ProfileManagerDialog::deleteForGoodRequested, &m_library, &ProfileLibrary::removeForGood);
    // A new profile is in the list one reading of the folder after it was added.
    connect(&m_library, &ProfileLibrary::added, m_dialog, [this](const QString& path) {
        connect(
            &m_library, &ProfileLibrary::changed, m_dialog, [this, path] { m_dialog->select(path); },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    });
}

void ProfileManager::readBundled()
{
    const auto read = [ids = m_bundledIds] {
        std::vector<ManagedProfile> entries;
        for (const QString& id : ids)
            entries.push_back(bundledEntry(id));
        return entries;
    };
    m_background.run(this, read, [this](std::vector<ManagedProfile> entries) {
        m_bundled = std::move(entries);
        showProfiles();
    });
}

void ProfileManager::showProfiles()
{
    if (!m_dialog)
        return;
    std::vector<ManagedProfile> entries = m_bundled;
    addReferences(entries);
    addLibrary(entries, m_library);
    addRecent(entries, m_recent, m_library);
    m_dialog->setProfiles(entries);
}

void ProfileManager::inspect(const QString& id)
{
    m_background.run(
        m_dialog.data(), [id] { return ProfileCatalog::read(id); },
        [dialog = m_dialog, id](const Result<StainProfile>& profile) {
            if (profile)
                dialog->setProfile(id, *profile);
            else
                dialog->setProfileError(id, profile.error());
        });
}

void ProfileManager::chooseFiles()
{
    auto* files = new QFileDialog(m_dialog, tr("Import Stain Profiles"), m_folder);
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFiles);
    files->setNameFilters(
        {tr("Stain profiles and checkpoints (%1)").arg(QStringLiteral("*.json *.pth *.pt")), tr("All files (*)")});
    connect(files, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        if (paths.isEmpty())
            return;
        m_folder = QFileInfo(paths.first()).path();
        m_library.import(paths);
    });
    files->open();
}

}
