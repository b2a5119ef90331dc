#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "export/ExportPlan.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& path)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path) << "x";
}

}

class TestExportPlan : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void namesOutputs_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("slides");
        QTest::addColumn<QStringList>("names");
        const QString plain = "{name}";
        QTest::newRow("plain") << plain << QStringList{"/a/one.svs", "/b/two.ndpi"} << QStringList{"one.tif", "two.tif"};
        QTest::newRow("dots and spaces") << plain << QStringList{"/a/S 1.2.svs"} << QStringList{"S 1.2.tif"};
        QTest::newRow("same names") << plain << QStringList{"/a/x.svs", "/b/x.svs", "/c/x.tif"}
                                    << QStringList{"x.tif", "x-2.tif", "x-3.tif"};
        QTest::newRow("a suffix that another slide has")
            << plain << QStringList{"/a/x.svs", "/b/x.svs", "/c/x-2.svs"} << QStringList{"x.tif", "x-3.tif", "x-2.tif"};
        QTest::newRow("OME-TIFF") << plain << QStringList{"/a/x.ome.tif", "/a/y.ome.tiff"} << QStringList{"x.tif", "y.tif"};
        QTest::newRow("a folder of DICOM files") << plain << QStringList{"/a/case/"} << QStringList{"case.tif"};
        QTest::newRow("with the profile") << QString("{profile} {name} n") << QStringList{"/a/x.svs"} << QStringList{"H&E-A x n.tif"};
        QTest::newRow("without the name") << QString("slide") << QStringList{"/a/x.svs", "/a/y.svs"}
                                          << QStringList{"slide.tif", "slide-2.tif"};
        QTest::newRow("a slide called like a token") << plain << QStringList{"/a/{profile}.svs"} << QStringList{"{profile}.tif"};
    }
    void namesOutputs()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QStringList, slides);
        QFETCH(const QStringList, names);
        std::vector<fs::path> paths;
        for (const QString& slide : slides)
            paths.emplace_back(slide.toStdString());
        const ExportNaming naming{pattern.toStdString(), "H&E/A", ".tif"};
        QVERIFY(checkNaming(naming));
        QStringList found;
        for (const ExportItem& item : exportItems(paths, "/out", naming)) {
            QCOMPARE(item.output.parent_path(), fs::path("/out"));
            QCOMPARE(item.number, static_cast<std::size_t>(found.size()) + 1);
            found << QString::fromStdString(item.output.filename().string());
        }
        QCOMPARE(found, names);
    }

    void refusesPatterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("empty") << "";
        QTest::newRow("another folder") << "../{name}";
        QTest::newRow("hidden") << ".{name}";
        QTest::newRow("unknown token") << "{name}-{date}";
        QTest::newRow("open token") << "{name";
    }
    void refusesPatterns()
    {
        QFETCH(const QString, pattern);
        QCOMPARE(checkNaming({pattern.toStdString(), "p", ".tif"}).error().code, ErrorCode::InvalidArgument);
    }

    void findsSlidesInFolders()
    {
        for (const char* name : {"b.svs", "a/2.NDPI", "a/1.tif", "a/deep/er/x.mrxs", "a/picture.png", "a/notes.txt",
                                 ".hidden/y.svs", "a/.x.partial-0123abcd.tif"})
            touch(m_folder / name);
        const fs::path missing = m_folder / "missing.xyz";
        const auto slides = findSlides({m_folder / "b.svs", m_folder, missing, m_folder / "a/../b.svs"});
        QVERIFY(slides);
        const std::vector<fs::path> expected = {m_folder / "b.svs", m_folder / "a/1.tif", m_folder / "a/2.NDPI",
                                                m_folder / "a/deep/er/x.mrxs", missing};
        QCOMPARE(*slides, expected);
    }

    void readsLists()
    {
        std::ofstream(m_folder / "list") << "# slides of May\n/a/x.svs\r\n\n/b/with space ä.svs\n/c/last.tif";
        const std::vector<fs::path> expected = {"/a/x.svs", "/b/with space ä.svs", "/c/last.tif"};
        const auto slides = readSlideList(m_folder / "list");
        QVERIFY(slides);
        QCOMPARE(*slides, expected);
        QCOMPARE(readSlideList(m_folder / "none").error().code, ErrorCode::FileNotFound);
        QVERIFY(!readSlideList(m_folder));
    }

    void everyItemIsInOneShard()
    {
        std::vector<fs::path> slides;
        for (int i = 0; i < 11; ++i)
            slides.emplace_back("/a/" + std::to_string(i) + ".svs");
        const auto all = exportItems(slides, "/out");
        std::vector<int> seen(all.size());
        for (std::size_t number = 1; number <= 4; ++number)
            for (const ExportItem& item : itemsOf({number, 4}, all)) {
                QCOMPARE((item.number - 1) % 4, number - 1);
                ++seen[item.number - 1];
            }
        QCOMPARE(seen, std::vector<int>(all.size(), 1));
        QVERIFY(itemsOf({12, 12}, all).empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestExportPlan)
#include "tst_exportplan.moc"
