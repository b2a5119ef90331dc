#include <fstream>
#include <iterator>

#include <QFile>
#include <QTest>

#include "nn/Checkpoint.h"
#include "normalize/ProfileFit.h"
#include "normalize/ProfileFolder.h"
#include "support/FileFixture.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

StainNetWeights identity(int kernelSize)
{
    ConvLayer layer{3, 3, kernelSize, std::vector<float>(std::size_t(9 * kernelSize * kernelSize)), {0, 0, 0}};
    const int center = kernelSize * kernelSize / 2;
    for (int i = 0; i < 3; ++i)
        layer.weight[std::size_t((i * 3 + i) * kernelSize * kernelSize + center)] = 1;
    return {{layer, layer}};
}

StainProfile macenko(const std::string& name)
{
    StainProfile profile = *publishedReferenceProfile(NormalizationMethod::Macenko);
    profile.name = name;
    profile.targetScanner = "T";
    return profile;
}

std::string textOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void writeText(const fs::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

/// A library with the profile "Lab A" in a.json, and files beside it to be imported.
struct FolderFixture : FileFixture {
    using FileFixture::file;
    FolderFixture()
    {
        fs::create_directories(library);
        fs::create_directories(file("in"));
        [[maybe_unused]] const bool written = writeStainProfile(macenko("Lab A"), library / "a.json").has_value();
    }

    fs::path write(const StainProfile& profile, const std::string& name)
    {
        const fs::path path = file("in") / name;
        return writeStainProfile(profile, path, Overwrite::Yes) ? path : fs::path();
    }

    fs::path library = file("library");
};

}

class TestProfileFolder : public QObject {
    Q_OBJECT

private slots:
    void listsBrokenFilesAmongGoodOnes()
    {
        FolderFixture fixture;
        writeText(fixture.library / "broken.json", "{\"format\": ");
        writeText(fixture.library / "empty.JSON", "");
        writeText(fixture.library / ".a.partial-1.json", "{");
        writeText(fixture.library / "notes.txt", "hello");
        fs::create_directories(fixture.library / "folder.json");
        const auto profiles = listProfiles(fixture.library);
        QVERIFY(profiles);
        QCOMPARE(profiles->size(), std::size_t(4));
        QCOMPARE((*profiles)[0].name, std::string("Lab A"));
        QVERIFY(!(*profiles)[0].error);
        QCOMPARE((*profiles)[0].method, NormalizationMethod::Macenko);
        QCOMPARE((*profiles)[0].stain, Stain::HematoxylinEosin);
        QCOMPARE((*profiles)[0].targetScanner, std::string("T"));
        QCOMPARE((*profiles)[1].name, std::string("broken.json"));
        QCOMPARE((*profiles)[1].error->code, ErrorCode::ProfileInvalid);
        QVERIFY((*profiles)[2].error && (*profiles)[3].error);
    }

    void aMissingFolderIsEmptyAndIsMade()
    {
        FolderFixture fixture;
        const fs::path folder = fixture.file("not") / "there";
        QCOMPARE(listProfiles(folder)->size(), std::size_t(0));
        QVERIFY(!fs::exists(folder));
        QCOMPARE(*addProfile(macenko("First"), folder), folder / "First.json");
        QCOMPARE(listProfiles(folder)->size(), std::size_t(1));
    }

    void aFolderThatIsAFileIsAnError()
    {
        FolderFixture fixture;
        const fs::path folder = fixture.file("file");
        writeText(folder, "x");
        QCOMPARE(listProfiles(folder).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(addProfile(macenko("First"), folder).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(importProfile(fixture.write(macenko("B"), "b.json"), folder).error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(textOf(folder), std::string("x"));
    }

    void imports_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("error"); // -1: none
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        const auto bad = [](ErrorCode code) { return static_cast<int>(code); };
        QTest::newRow("another name") << "b.json" << -1 << "b.json" << "Lab B";
        QTest::newRow("the same file name") << "a.json" << -1 << "a-2.json" << "Lab C";
        QTest::newRow("the same name") << "same.json" << -1 << "same.json" << "Lab A (2)";
        QTest::newRow("no name") << "nameless.json" << -1 << "nameless.json" << "nameless";
        QTest::newRow("a checkpoint") << "net.pth" << -1 << "net.json" << "net";
        QTest::newRow("a checkpoint that looks around") << "wide.pth" << bad(ErrorCode::SpatialUnsupported) << "" << "";
        QTest::newRow("not a profile") << "other.json" << bad(ErrorCode::ProfileInvalid) << "" << "";
        QTest::newRow("a later version") << "newer.json" << bad(ErrorCode::ProfileTooNew) << "" << "";
        QTest::newRow("text") << "text.pth" << bad(ErrorCode::CheckpointUnrecognized) << "" << "";
        QTest::newRow("nothing there") << "missing.json" << bad(ErrorCode::FileNotFound) << "" << "";
    }

    void imports()
    {
        QFETCH(QString, file);
        QFETCH(int, error);
        QFETCH(QString, path);
        QFETCH(QString, name);
        FolderFixture fixture;
        const fs::path in = fixture.file("in");
        fixture.write(macenko("Lab B"), "b.json");
        fixture.write(macenko("Lab C"), "a.json");
        fixture.write(macenko("Lab A"), "same.json");
        fixture.write(macenko(""), "nameless.json");
        QVERIFY(writeCheckpoint(toStateDict(identity(1)), in / "net.pth", Overwrite::No));
        QVERIFY(writeCheckpoint(toStateDict(identity(3)), in / "wide.pth", Overwrite::No));
        writeText(in / "other.json", "{\"name\": \"x\"}");
        writeText(in / "newer.json", "{\"format\": \"isostain-stain-profile\", \"version\": 99}");
        writeText(in / "text.pth", "some words");

        const std::string before = textOf(fixture.library / "a.json");
        const auto imported = importProfile(in / file.toStdString(), fixture.library);
        QCOMPARE(textOf(fixture.library / "a.json"), before);
        QCOMPARE(imported ? -1 : static_cast<int>(imported.error().code), error);
        QCOMPARE(listProfiles(fixture.library)->size(), std::size_t(imported ? 2 : 1));
        if (!imported)
            return;
        QCOMPARE(*imported, fixture.library / path.toStdString());
        QCOMPARE(readStainProfile(*imported)->name, name.toStdString());
    }

    void keepsWhatItDoesNotKnow()
    {
        FolderFixture fixture;
        std::string text = toJson(macenko("Lab B"));
        text.insert(1, "\"laterField\": 7,");
        writeText(fixture.file("in") / "b.json", text);
        const auto imported = importProfile(fixture.file("in") / "b.json", fixture.library);
        QVERIFY(imported);
        QCOMPARE(textOf(*imported), text);
    }

    void aWrappedCheckpointKeepsItsWeights()
    {
        FolderFixture fixture;
        const fs::path file = fixture.file("in") / "net.pth";
        QVERIFY(writeCheckpoint(toStateDict(identity(1)), file, Overwrite::No));
        const auto original = readStainProfile(file);
        const auto wrapped = readStainProfile(*importProfile(file, fixture.library));
        QVERIFY(original && wrapped);
        QCOMPARE(wrapped->weights.layers.size(), std::size_t(2));
        QCOMPARE(wrapped->weights.layers[1].weight, original->weights.layers[1].weight);
        QVERIFY(wrapped->provenance.find("net.pth") != std::string::npos);
        QVERIFY(wrapped->provenance.find(original->weightsSha256) != std::string::npos);
    }

    void importingAgainCountsOn()
    {
        FolderFixture fixture;
        const fs::path file = fixture.write(macenko("Lab A"), "a.json");
        QCOMPARE(*importProfile(file, fixture.library), fixture.library / "a-2.json");
        QCOMPARE(*importProfile(file, fixture.library), fixture.library / "a-3.json");
        QCOMPARE(readStainProfile(fixture.library / "a-3.json")->name, std::string("Lab A (3)"));
        // What lies in the library is there already.
        QCOMPARE(*importProfile(fixture.library / "a.json", fixture.library), fixture.library / "a.json");
        QCOMPARE(listProfiles(fixture.library)->size(), std::size_t(3));
    }

    void namesFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << "H&E to T" << "H&E to T.json";
        QTest::newRow("a way out") << "../../etc" << "-..-etc.json";
        QTest::newRow("hidden") << ".x" << "x.json";
        QTest::newRow("only dots") << "..." << "profile.json";
        QTest::newRow("nothing") << "" << "profile.json";
        QTest::newRow("lines") << "a\nb" << "a-b.json";
        QTest::newRow("long") << QString(150, 'a') << QString(100, 'a') + ".json";
        QTest::newRow("long, of two-byte letters") << "x" + QString(120, QChar(0xE4)) << "x" + QString(49, QChar(0xE4)) + ".json";
    }

    void namesFiles()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        FolderFixture fixture;
        const auto added = addProfile(macenko(name.toStdString()), fixture.library);
        QVERIFY(added);
        QCOMPARE(QString::fromStdString(added->filename().string()), file);
        QCOMPARE(added->parent_path(), fixture.library);
    }

    void renames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("error"); // -1: none
        QTest::addColumn<QString>("result");
        QTest::newRow("another name") << "  Lab Z " << -1 << "Lab Z";
        QTest::newRow("the same name") << "Lab A" << -1 << "Lab A";
        QTest::newRow("an existing name") << "Lab B" << int(ErrorCode::ProfileNameTaken) << "Lab A";
        QTest::newRow("the name of a broken file") << "broken.json" << -1 << "broken.json";
        QTest::newRow("nothing") << " " << int(ErrorCode::InvalidArgument) << "Lab A";
        QTest::newRow("two lines") << "a\nb" << int(ErrorCode::InvalidArgument) << "Lab A";
        QTest::newRow("very long") << QString(201, 'a') << int(ErrorCode::InvalidArgument) << "Lab A";
    }

    void renames()
    {
        QFETCH(QString, name);
        QFETCH(int, error);
        QFETCH(QString, result);
        FolderFixture fixture;
        QVERIFY(addProfile(macenko("Lab B"), fixture.library));
        writeText(fixture.library / "broken.json", "{");
        const fs::path file = fixture.library / "a.json";
        const std::string recipe = recipeSha256(*readStainProfile(file));
        const auto renamed = renameProfile(file, name.toStdString());
        QCOMPARE(renamed ? -1 : static_cast<int>(renamed.error().code), error);
        QCOMPARE(readStainProfile(file)->name, result.toStdString());
        QCOMPARE(recipeSha256(*readStainProfile(file)), recipe);
        QCOMPARE(listProfiles(fixture.library)->size(), std::size_t(3));
    }

    void renamingWhatIsGoneOrBrokenIsAnError()
    {
        FolderFixture fixture;
        writeText(fixture.library / "broken.json", "{");
        QCOMPARE(renameProfile(fixture.library / "gone.json", "x").error().code, ErrorCode::FileNotFound);
        QCOMPARE(renameProfile(fixture.library / "broken.json", "x").error().code, ErrorCode::ProfileInvalid);
        QCOMPARE(textOf(fixture.library / "broken.json"), std::string("{"));
    }
};

QTEST_GUILESS_MAIN(TestProfileFolder)
#include "tst_profile_folder.moc"
