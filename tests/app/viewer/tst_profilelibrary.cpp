#include <atomic>
#include <thread>

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "handover/Background.h"
#include "ProfileCatalog.h"
#include "ProfileLibrary.h"
#include "RecentFiles.h"
#include "Settings.h"
#include "normalize/ProfileFit.h"
#include "panels/PathText.h"

using namespace isostain;

namespace {

StainProfile named(const QString& name)
{
    StainProfile profile = *publishedReferenceProfile(NormalizationMethod::Macenko);
    profile.name = name.toStdString();
    return profile;
}

/// How often work on files ran, and whether any of it ran on the GUI thread.
struct Watched {
    std::atomic<int> calls = 0;
    std::atomic<int> callsOnGuiThread = 0;
};

/// Wraps a function so that its thread is taken note of.
template <typename Result, typename... Arguments>
std::function<Result(Arguments...)> watched(Watched& log, std::function<Result(Arguments...)> work)
{
    return [&log, work, gui = std::this_thread::get_id()](Arguments... arguments) {
        ++log.calls;
        log.callsOnGuiThread += std::this_thread::get_id() == gui ? 1 : 0;
        return work(arguments...);
    };
}

/// A library in a folder of its own; what it deletes never reaches the trash of whoever runs the tests.
struct LibraryFixture {
    explicit LibraryFixture(bool hasTrash = true)
    {
        QObject::connect(&library, &ProfileLibrary::failed, &library, [this](const Error& error) { errors.push_back(error.code); });
        trashed = hasTrash;
    }

    ProfileFileWork fileWork()
    {
        ProfileFileWork work;
        work.trash = [this](const QString& file) { return trashed && QFile::remove(file); };
        work.list = watched(log, work.list);
        work.import = watched(log, work.import);
        work.add = watched(log, work.add);
        work.rename = watched(log, work.rename);
        work.trash = watched(log, work.trash);
        work.remove = watched(log, work.remove);
        return work;
    }

    QString write(const QString& file, const QString& name) const
    {
        const QString path = folder.filePath(file);
        return writeStainProfile(named(name), toPath(path), Overwrite::Yes) ? path : QString();
    }
    QStringList names() const
    {
        QStringList names;
        for (const ListedProfile& each : library.profiles())
            names << QString::fromStdString(each.name);
        return names;
    }
    QString pathOf(const QString& name) const
    {
        for (const ListedProfile& each : library.profiles())
            if (each.name == name.toStdString())
                return toFileName(each.path);
        return {};
    }
    bool add(const QString& name)
    {
        library.add(named(name));
        return QTest::qWaitFor([&] { return names().contains(name); }, 30000);
    }

    QTemporaryDir folder;
    Watched log;
    bool trashed = true;
    std::vector<ErrorCode> errors;
    Background background;
    ProfileLibrary library{folder.filePath("app/profiles"), background, fileWork()};
};

}

class TestProfileLibrary : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void startsEmptyAndMakesItsFolderWhenNeeded()
    {
        LibraryFixture fixture;
        QVERIFY(!fixture.library.isRead());
        fixture.library.refresh();
        QTRY_VERIFY(fixture.library.isRead());
        QVERIFY(fixture.library.profiles().empty());
        QVERIFY(!QDir(fixture.library.folder()).exists());
        QSignalSpy added(&fixture.library, &ProfileLibrary::added);
        QVERIFY(fixture.add("Lab"));
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().first().toString(), fixture.library.folder() + "/Lab.json");
    }

    void sortsByNameAsPeopleDo()
    {
        LibraryFixture fixture;
        for (const char* name : {"lab 10", "Lab 2", "anna", "Zoe"})
            QVERIFY(fixture.add(name));
        QCOMPARE(fixture.names(), QStringList({"anna", "Lab 2", "lab 10", "Zoe"}));
    }

    void importsGoodFilesBesideBadOnes()
    {
        LibraryFixture fixture;
        QFile bad(fixture.folder.filePath("bad.json"));
        QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("{") == 1);
        bad.close();
        const QString good = fixture.write("good.json", "Good");
        fixture.library.import({good, bad.fileName(), good});
        QTRY_COMPARE(fixture.names(), QStringList({"Good", "Good (2)"}));
        QCOMPARE(fixture.errors, std::vector<ErrorCode>{ErrorCode::ProfileInvalid});
        QVERIFY(QFile::exists(good));
    }

    void listsBrokenFilesWithTheirError()
    {
        LibraryFixture fixture;
        QVERIFY(fixture.add("Good"));
        QFile broken(fixture.library.folder() + "/broken.json");
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.close();
        fixture.library.refresh();
        QTRY_COMPARE(fixture.names(), QStringList({"broken.json", "Good"}));
        QVERIFY(fixture.library.profiles()[0].error.has_value());
        QVERIFY(!fixture.library.profiles()[1].error.has_value());
    }

    void renames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("error"); // -1: none
        QTest::newRow("a new name") << "Charlie" << QStringList({"Bravo", "Charlie"}) << -1;
        QTest::newRow("an existing name") << "Bravo" << QStringList({"Alpha", "Bravo"}) << int(ErrorCode::ProfileNameTaken);
        QTest::newRow("no name") << "" << QStringList({"Alpha", "Bravo"}) << int(ErrorCode::InvalidArgument);
    }

    void renames()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, names);
        QFETCH(int, error);
        LibraryFixture fixture;
        QVERIFY(fixture.add("Alpha") && fixture.add("Bravo"));
        const QString path = fixture.pathOf("Alpha");
        fixture.library.rename(path, name);
        if (error >= 0)
            QTRY_COMPARE(fixture.errors, std::vector<ErrorCode>{ErrorCode(error)});
        QTRY_COMPARE(fixture.names(), names);
        QVERIFY(fixture.library.contains(path));
    }

    void renamingTwoToOneNameLetsOnlyOneHaveIt()
    {
        LibraryFixture fixture;
        QVERIFY(fixture.add("Alpha") && fixture.add("Bravo"));
        fixture.library.rename(fixture.pathOf("Alpha"), "Same");
        fixture.library.rename(fixture.pathOf("Bravo"), "Same");
        QTRY_COMPARE(fixture.errors, std::vector<ErrorCode>{ErrorCode::ProfileNameTaken});
        QTRY_COMPARE(fixture.names().filter("Same").size(), 1);
        QCOMPARE(fixture.names().size(), 2);
    }

    void deletesToTheTrash()
    {
        LibraryFixture fixture;
        QVERIFY(fixture.add("Alpha") && fixture.add("Bravo"));
        QSignalSpy refused(&fixture.library, &ProfileLibrary::trashRefused);
        fixture.library.remove(fixture.pathOf("Alpha"));
        QTRY_COMPARE(fixture.names(), QStringList("Bravo"));
        QCOMPARE(refused.size(), 0);
    }

    void asksWhereThereIsNoTrash()
    {
        LibraryFixture fixture(false);
        QVERIFY(fixture.add("Alpha"));
        const QString path = fixture.pathOf("Alpha");
        QSignalSpy refused(&fixture.library, &ProfileLibrary::trashRefused);
        fixture.library.remove(path);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(QFile::exists(path));
        fixture.library.removeForGood(path);
        QTRY_VERIFY(fixture.names().isEmpty());
        QVERIFY(!QFile::exists(path) && fixture.errors.empty());
    }

    void touchesNothingOutsideItsFolder()
    {
        LibraryFixture fixture;
        QVERIFY(fixture.add("Alpha"));
        const QString outside = fixture.write("outside.json", "Outside");
        const int before = fixture.log.calls;
        fixture.library.remove(outside);
        fixture.library.removeForGood(outside);
        fixture.library.rename(outside, "Stolen");
        QTest::qWait(50);
        QCOMPARE(fixture.log.calls.load(), before);
        QVERIFY(QFile::exists(outside));
    }

    void saysThatItsFolderCannotBeWritten()
    {
        LibraryFixture fixture;
        // A file where the folder would have to be: refused for everybody, also for root.
        QFile file(fixture.folder.filePath("app"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        fixture.library.import({fixture.write("good.json", "Good")});
        QTRY_VERIFY(!fixture.errors.empty());
        QCOMPARE(fixture.errors.front(), ErrorCode::OutputUnwritable);
        QTRY_VERIFY(fixture.library.isRead());
        QVERIFY(fixture.library.profiles().empty());
    }

    void seesWhatAnotherWindowDoes()
    {
        LibraryFixture fixture;
        QVERIFY(fixture.add("Alpha"));
        Background otherBackground;
        ProfileLibrary other(fixture.library.folder(), otherBackground);
        other.add(named("Bravo"));
        QTRY_COMPARE(fixture.names(), QStringList({"Alpha", "Bravo"}));
        QTRY_COMPARE(other.profiles().size(), std::size_t(2));
        other.rename(fixture.pathOf("Alpha"), "Zulu");
        QTRY_COMPARE(fixture.names(), QStringList({"Bravo", "Zulu"}));
        QVERIFY(QFile::remove(fixture.pathOf("Bravo")));
        QTRY_COMPARE(fixture.names(), QStringList("Zulu"));
    }

    void worksOnFilesOnOtherThreadsOnly()
    {
        LibraryFixture fixture;
        QVERIFY(fixture.add("Alpha"));
        fixture.library.import({fixture.write("b.json", "Bravo")});
        QTRY_VERIFY(!fixture.pathOf("Bravo").isEmpty());
        fixture.library.rename(fixture.pathOf("Bravo"), "Charlie");
        QTRY_VERIFY(!fixture.pathOf("Charlie").isEmpty());
        fixture.library.remove(fixture.pathOf("Charlie"));
        fixture.library.removeForGood(fixture.pathOf("Alpha"));
        QTRY_VERIFY(fixture.names().isEmpty());
        QVERIFY(fixture.log.calls >= 6);
        QCOMPARE(fixture.log.callsOnGuiThread.load(), 0);
    }

    void isOfferedAfterWhatIsBundled()
    {
        LibraryFixture fixture;
        QVERIFY(fixture.add("Alpha"));
        Settings settings(fixture.folder.filePath("settings.ini"));
        RecentFiles recent(settings.store(), "recent/profiles", fixture.background);
        recent.add(fixture.pathOf("Alpha"));
        recent.add(fixture.folder.filePath("other.json"));
        const ProfileCatalog catalog({fixture.write("bundled.json", "Bundled")}, recent, &fixture.library);
        // What lies in the library is not offered a second time as used lately.
        std::vector<ProfileEntry::Kind> kinds;
        QStringList ids;
        for (const ProfileEntry& entry : catalog.entriesFor(nullptr)) {
            kinds.push_back(entry.kind);
            ids << entry.id;
        }
        QCOMPARE(ids.count(fixture.pathOf("Alpha")), 1);
        const auto library = std::find(kinds.begin(), kinds.end(), ProfileEntry::Kind::Library);
        QVERIFY(library != kinds.end() && library > std::find(kinds.begin(), kinds.end(), ProfileEntry::Kind::Bundled));
        QCOMPARE(kinds.back(), ProfileEntry::Kind::Recent);
    }
};

QTEST_GUILESS_MAIN(TestProfileLibrary)
#include "tst_profilelibrary.moc"
