#include "ProfileLibrary.h"

#include <algorithm>

#include <QCollator>
#include <QFile>

#include "handover/Background.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

constexpr int kSettleMilliseconds = 100;

}

bool moveToTrash(const QString& file)
{
    return QFile::moveToTrash(file) || !QFile::exists(file);
}

bool removeFile(const QString& file)
{
    return QFile::remove(file) || !QFile::exists(file);
}

ProfileLibrary::ProfileLibrary(QString folder, Background& background, ProfileFileWork files)
    : m_folder(std::move(folder)),
      m_background(background),
      m_files(std::make_shared<const ProfileFileWork>(std::move(files))),
      m_watch(m_folder)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    connect(&m_watch, &FolderWatch::changed, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &ProfileLibrary::refresh);
}

ProfileLibrary::~ProfileLibrary() = default;

bool ProfileLibrary::contains(const QString& path) const
{
    return std::any_of(m_profiles.begin(), m_profiles.end(),
                       [file = toPath(path)](const ListedProfile& each) { return each.path == file; });
}

template <typename Work, typename Done>
void ProfileLibrary::change(Work work, Done done)
{
    m_background.run(
        this,
        [files = m_files, oneByOne = m_oneByOne, work] {
            const std::lock_guard lock(*oneByOne);
            return work(*files);
        },
        [this, done](const auto& result) {
            done(result);
            refresh();
        });
}

void ProfileLibrary::refresh()
{
    // Before reading: what changes in between is then told.
    m_watch.watch();
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_isReading = true;
    m_isStale = false;
    m_background.run(
        this, [files = m_files, folder = toPath(m_folder)] { return files->list(folder); },
        [this](Result<std::vector<ListedProfile>> profiles) { showList(std::move(profiles)); });
}

void ProfileLibrary::showList(Result<std::vector<ListedProfile>> profiles)
{
    m_isReading = false;
    if (m_isStale) {
        refresh();
        return;
    }
    m_isRead = true;
    if (profiles) {
        m_profiles = std::move(*profiles);
        QCollator collator;
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        collator.setNumericMode(true);
        std::stable_sort(m_profiles.begin(), m_profiles.end(), [&](const ListedProfile& a, const ListedProfile& b) {
            return collator.compare(QString::fromStdString(a.name), QString::fromStdString(b.name)) < 0;
        });
    } else {
        m_profiles.clear();
        emit failed(profiles.error());
    }
    emit changed();
}

void ProfileLibrary::import(const QStringList& paths)
{
    for (const QString& path : paths)
        change([file = toPath(path), folder = toPath(m_folder)](const ProfileFileWork& files) { return files.import(file, folder); },
               [this](const Result<std::filesystem::path>& added) { reportAdded(added); });
}

void ProfileLibrary::add(const StainProfile& profile, Added done)
{
    change([profile, folder = toPath(m_folder)](const ProfileFileWork& files) { return files.add(profile, folder); },
           [this, done = std::move(done)](const Result<std::filesystem::path>& added) {
               if (done)
                   done(added.map(toFileName));
               if (added || !done)
                   reportAdded(added);
           });
}

bool ProfileLibrary::hasName(const QString& name) const
{
    return std::any_of(m_profiles.begin(), m_profiles.end(), [text = name.toStdString()](const ListedProfile& each) {
        return !each.error && each.name == text;
    });
}

void ProfileLibrary::reportAdded(const Result<std::filesystem::path>& written)
{
    if (written)
        emit added(toFileName(*written));
    else
        emit failed(written.error());
}

void ProfileLibrary::rename(const QString& path, const QString& name)
{
    if (!contains(path))
        return;
    change([file = toPath(path), text = name.toStdString()](const ProfileFileWork& files) { return files.rename(file, text); },
           [this](const Result<void>& renamed) {
               if (!renamed)
                   emit failed(renamed.error());
           });
}

void ProfileLibrary::remove(const QString& path)
{
    if (!contains(path))
        return;
    change([path](const ProfileFileWork& files) { return files.trash(path); },
           [this, path](bool isGone) {
               if (!isGone)
                   emit trashRefused(path);
           });
}

void ProfileLibrary::removeForGood(const QString& path)
{
    if (!contains(path))
        return;
    change([path](const ProfileFileWork& files) { return files.remove(path); },
           [this, path](bool isGone) {
               if (!isGone)
                   emit failed({ErrorCode::DeletionFailed, path.toStdString(), {}});
           });
}

}
