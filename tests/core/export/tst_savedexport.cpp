#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "export/ExportJournal.h"
#include "export/ExportRecipe.h"
#include "export/SavedExport.h"
#include "image/ImageFile.h"
#include "support/ImageSlide.h"
#include "support/ReferenceNetwork.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

StainProfile someProfile()
{
    StainProfile profile;
    profile.name = "To scanner B";
    profile.weights = generatedStainNet({3, 4, 3}, 1);
    return profile;
}

std::string contentOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}

class TestSavedExport : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = fs::path(m_temporary->path().toStdString()) / fs::path(u8"Schnitte ä 1");
        fs::create_directory(m_folder);
    }

    void comesBackAsItWas()
    {
        SavedExport saved = someExport();
        saved.pattern = "{name} {profile}";
        saved.names = NamesInExport::Anonymous;
        saved.form = NormalizerForm::Published;
        saved.profileFile = m_folder / "p.json";
        saved.options.format = ExportFormat::SvsLike;
        saved.options.compression = TiffCompression::Deflate;
        saved.options.quality = 61;
        saved.options.subsampling = SubsamplingChoice::AsSource;
        saved.options.tileSize = 512;
        saved.options.area = {ExportArea::Kind::Region, {1, 2, 3, 4}};
        saved.options.scale = {20.0, {}, 0};
        saved.options.overwrite = Overwrite::Yes;
        QVERIFY(writeSavedExport(saved, file()));
        const auto found = readSavedExport(file());
        QVERIFY2(found, found ? "" : describe(found.error()).c_str());
        QCOMPARE(found->slides, saved.slides);
        QCOMPARE(found->folder, saved.folder);
        QCOMPARE(found->pattern, saved.pattern);
        QCOMPARE(found->names, saved.names);
        QCOMPARE(found->profileFile, saved.profileFile);
        QCOMPARE(found->options.area.region, saved.options.area.region);
        QCOMPARE(found->options.overwrite, Overwrite::Yes);
        // Profile, form and all options that decide the output.
        QCOMPARE(exportRecipe(found->profile, found->form, found->options), exportRecipe(saved.profile, saved.form, saved.options));
        for (const int halvings : {0, 2}) {
            saved.options.scale = {{}, {}, halvings};
            QVERIFY(writeSavedExport(saved, file()));
            QCOMPARE(readSavedExport(file())->options.scale.halvings, halvings);
        }
    }

    void isForTheUserAlone()
    {
        QVERIFY(writeSavedExport(someExport(), file()));
        std::ofstream(file(), std::ios::app) << ' ';
        fs::permissions(file(), fs::perms::others_read, fs::perm_options::add);
        QVERIFY(writeSavedExport(someExport(), file()));
        QCOMPARE(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
        QCOMPARE(std::distance(fs::directory_iterator(file().parent_path()), {}), 1);
    }

    void saysWhereItCannotBeWritten()
    {
        std::ofstream(m_folder / "state") << "a file where the folder should be";
        QCOMPARE(writeSavedExport(someExport(), file()).error().code, ErrorCode::OutputUnwritable);
        SavedExport odd = someExport();
        odd.slides = {std::string("/not/utf-8/\xE4.svs")};
        fs::remove(m_folder / "state");
        QCOMPARE(writeSavedExport(odd, file()).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!fs::exists(file()));
    }

    void refusesBrokenFiles_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no JSON") << "{" << "";
        QTest::newRow("a later version") << "\"isostain-export\": 1" << "\"isostain-export\": 2";
        QTest::newRow("no slides") << "\"slides\": [" << "\"slides\": [], \"were\": [";
        QTest::newRow("a slide that is a number") << "\"slides\": [" << "\"slides\": [7,";
        QTest::newRow("no folder") << "\"folder\"" << "\"holder\"";
        QTest::newRow("an unknown format") << "\"format\": \"tiff\"" << "\"format\": \"gif\"";
        QTest::newRow("no such quality") << "\"quality\": 85" << "\"quality\": 1000";
        QTest::newRow("no such tile size") << "\"tile-size\": 256" << "\"tile-size\": 0";
        QTest::newRow("a huge number") << "\"halvings\": 0" << "\"halvings\": 1e300";
        QTest::newRow("no such area") << "\"kind\": \"whole\"" << "\"kind\": \"best\"";
        QTest::newRow("half a region") << "\"kind\": \"whole\"" << "\"kind\": \"region\", \"region\": [1, 2]";
        QTest::newRow("a region before the slide") << "\"kind\": \"whole\"" << "\"kind\": \"region\", \"region\": [-1, 2, 3, 4]";
        QTest::newRow("a region of fractions") << "\"kind\": \"whole\"" << "\"kind\": \"region\", \"region\": [1, 2, 1e300, 4]";
        QTest::newRow("overwrite is no word") << "\"overwrite\": false" << "\"overwrite\": \"no\"";
        QTest::newRow("no profile") << "\"profile\": \"{" << "\"profile\": \"";
        QTest::newRow("an unknown form") << "\"form\": \"profile\"" << "\"form\": \"\"";
    }
    void refusesBrokenFiles()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QVERIFY(writeSavedExport(someExport(), file()));
        QString text = QString::fromStdString(contentOf(file()));
        QVERIFY2(text.contains(from), qPrintable(text));
        text.replace(text.indexOf(from), from.size(), to);
        std::ofstream(file(), std::ios::binary) << text.toStdString();
        const auto found = readSavedExport(file());
        QVERIFY(!found);
        QVERIFY2(found.error().code == ErrorCode::CorruptFile || found.error().code == ErrorCode::ProfileInvalid,
                 describe(found.error()).c_str());
    }

    void refusesWhatIsNoFile()
    {
        QCOMPARE(readSavedExport(file()).error().code, ErrorCode::FileNotFound);
        fs::create_directories(file());
        QCOMPARE(readSavedExport(file()).error().code, ErrorCode::FileUnreadable);
        fs::remove(file());
        std::ofstream(file()).close();
        QVERIFY(!readSavedExport(file()));
        // Cut off anywhere.
        QVERIFY(writeSavedExport(someExport(), file()));
        const std::string whole = contentOf(file());
        for (std::size_t size = 1; size < whole.size() - 1; size += 97) {
            std::ofstream(file(), std::ios::binary) << whole.substr(0, size);
            QCOMPARE(readSavedExport(file()).error().code, ErrorCode::CorruptFile);
        }
    }

    void knowsWhatIsLeft_data()
    {
        QTest::addColumn<bool>("isAnonymous");
        QTest::newRow("named") << false;
        QTest::newRow("anonymous") << true;
    }
    void knowsWhatIsLeft()
    {
        QFETCH(const bool, isAnonymous);
        SavedExport saved = someExport();
        saved.names = isAnonymous ? NamesInExport::Anonymous : NamesInExport::Kept;
        saved.slides.clear();
        for (const unsigned seed : {1u, 2u, 3u}) {
            saved.slides.push_back(m_folder / (std::to_string(seed) + ".png"));
            QVERIFY(writePng(noiseImage(100, 100 + int(seed), seed), saved.slides.back(), Overwrite::No));
        }
        saved.slides.push_back(m_folder / "gone.png");
        QCOMPARE(slidesLeft(saved).size(), 4u);

        ExportJob job{itemsOf(saved), fittedToEach(saved.profile, saved.form), saved.options};
        job.recipe = exportRecipe(saved.profile, saved.form, saved.options);
        job.journal = journalPath(saved.folder);
        job.names = saved.names;
        job.items.resize(2);
        for (const ExportResult& result : runExport(job, {}))
            QVERIFY2(!result.error, describe(*result.error).c_str());
        QCOMPARE(slidesLeft(saved).size(), 2u);

        QVERIFY(!isRunning(saved));
        {
            const auto journal = ExportJournal::open(journalPath(saved.folder));
            QVERIFY(journal);
            QVERIFY(isRunning(saved));
        }
        SavedExport other = saved;
        other.options.quality = 10;
        QCOMPARE(slidesLeft(other).size(), 4u);
        for (const auto& entry : fs::directory_iterator(saved.folder))
            if (entry.path().extension() == ".tif") {
                fs::remove(entry.path());
                break;
            }
        QCOMPARE(slidesLeft(saved).size(), 3u);
    }

private:
    fs::path file() const { return m_folder / "state" / "export.json"; }
    SavedExport someExport() const
    {
        SavedExport saved;
        saved.slides = {m_folder / "a b.svs", m_folder / fs::path(u8"Präparat.svs")};
        saved.folder = m_folder / "out";
        saved.profile = someProfile();
        return saved;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestSavedExport)
#include "tst_savedexport.moc"
