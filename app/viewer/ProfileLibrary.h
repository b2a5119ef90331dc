#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QTimer>

#include "FolderWatch.h"
#include "normalize/ProfileFolder.h"

namespace isostain {

class Background;

/// To the desktop's trash. Whether it is there, or was gone already; false where the desktop has no trash for the file.
/// Blocks; any thread.
bool moveToTrash(const QString& file);
/// For good. Whether the file is gone. Blocks; any thread.
bool removeFile(const QString& file);

/// What a library does with files, on other threads; tests put their own in place.
struct ProfileFileWork {
    using Path = std::filesystem::path;
    std::function<Result<std::vector<ListedProfile>>(const Path& folder)> list = listProfiles;
    std::function<Result<Path>(const Path& file, const Path& folder)> import = importProfile;
    std::function<Result<Path>(const StainProfile& profile, const Path& folder)> add = addProfile;
    std::function<Result<void>(const Path& file, const std::string& name)> rename = renameProfile;
    std::function<bool(const QString& file)> trash = moveToTrash;
    std::function<bool(const QString& file)> remove = removeFile;
};

/// The user's own stain profiles: a folder that several windows may share. All work on files happens in the background, one
/// thing after the other; changes by other programs are noticed. A profile is named by the path of its file. GUI thread only.
class ProfileLibrary : public QObject {
    Q_OBJECT

public:
    /// The folder is created when the first profile comes. Nothing is read before refresh().
    ProfileLibrary(QString folder, Background& background, ProfileFileWork files = {});
    ~ProfileLibrary() override;

    const QString& folder() const { return m_folder; }
    /// By name; those that cannot be read with their error.
    const std::vector<ListedProfile>& profiles() const { return m_profiles; }
    bool contains(const QString& path) const;
    /// The folder has been read at least once.
    bool isRead() const { return m_isRead; }

    /// Reads the folder; changed() follows.
    void refresh();
    /// Each as importProfile(); added() or failed() follows for each.
    void import(const QStringList& files);
    using Added = std::function<void(const Result<QString>& path)>;
    /// As addProfile(), in the background. `done` is called, in place of failed() where it is given, and added() follows.
    void add(const StainProfile& profile, Added done = {});
    /// Of a profile that can be used.
    bool hasName(const QString& name) const;
    /// These take only profiles of the library.
    void rename(const QString& path, const QString& name);
    /// To the desktop's trash; trashRefused() follows where there is none.
    void remove(const QString& path);
    void removeForGood(const QString& path);

signals:
    /// profiles() is new.
    void changed();
    void added(const QString& path);
    void trashRefused(const QString& path);
    void failed(const isostain::Error& error);

private:
    /// Runs work(files) in the background, alone; then done(its result) here, and reads the folder anew.
    template <typename Work, typename Done>
    void change(Work work, Done done);
    void showList(Result<std::vector<ListedProfile>> profiles);
    void reportAdded(const Result<std::filesystem::path>& added);

    QString m_folder;
    Background& m_background;
    std::shared_ptr<const ProfileFileWork> m_files;
    std::shared_ptr<std::mutex> m_oneByOne = std::make_shared<std::mutex>();
    FolderWatch m_watch;
    QTimer m_settle; ///< a file written is several changes of its folder
    std::vector<ListedProfile> m_profiles;
    bool m_isRead = false;
    bool m_isReading = false;
    bool m_isStale = false; ///< asked for while reading
};

}
