#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "image/ImageFile.h"
#include "slide/Slide.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

/// Every damaged or hostile file at hand, opened and read to the last tile: an error or pixels, never anything else.
class TestBrokenFiles : public QObject {
    Q_OBJECT

private slots:
    void open_data()
    {
        QTest::addColumn<QString>("path");
        const auto folder = sharedFile("data/broken");
        if (!folder)
            QSKIP("the shared test data is not there (set ISOSTAIN_TEST_DATA)");
        for (const auto& entry : fs::recursive_directory_iterator(*folder)) {
            if (entry.is_regular_file())
                QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
        }
    }
    void open()
    {
        QFETCH(QString, path);
        const auto slide = openSlide(path.toStdString());
        // These are odd, but a picture comes out: other programs show them too.
        static const QStringList readable = {
            "crash-0da013a13571cc8eb457a39fee8db18f8a3c7127.tif", "crash-74d2a78403a5a59db1fb0a2b8735ac068a75f6e3.tif",
            "hopper_bigtiff.tif", "multipage_out_of_order.tiff", "old-style-jpeg-compression.tif",
            "tiff_wrong_bits_per_sample.tiff", "tiff_wrong_bits_per_sample_2.tiff", "tiff_wrong_bits_per_sample_3.tiff",
            "total-pages-zero.tif", "unreadable.svs"};
        const bool expected = readable.contains(QString::fromStdString(fs::path(path.toStdString()).filename().string()));
        QVERIFY2(slide.has_value() == expected, slide ? "opened" : describe(slide.error()).c_str());
        if (!slide) {
            QVERIFY(!describe(slide.error()).empty());
            QCOMPARE(slide.error().subject, path.toStdString());
            return;
        }
        const PyramidGeometry& geometry = (*slide)->geometry();
        for (int level = geometry.coarsestLevel(); level >= 0; --level) {
            for (int row = 0; row < geometry.rows(level); ++row) {
                for (int column = 0; column < geometry.columns(level); ++column) {
                    const auto tile = (*slide)->read({level, column, row});
                    QVERIFY(tile || tile.error().code == ErrorCode::TileUnreadable);
                }
            }
        }
    }

    void everyPrefixOfASlide_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("aperio") << "data/slides/aperio/openslide-python-small.svs";
        QTest::newRow("generic-tiff") << "data/slides/generic-tiff/openslide-python-boxes.tiff";
    }
    void everyPrefixOfASlide()
    {
        QFETCH(QString, name);
        ISOSTAIN_SHARED_FILE(path, name.toStdString());
        std::ifstream stream(path, std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(stream), {}};
        QTemporaryDir folder;
        const fs::path prefix = fs::path(folder.path().toStdString()) / "prefix.tif";
        for (std::size_t size = 0; size < content.size(); size += 1 + size / 20) {
            std::ofstream(prefix, std::ios::binary | std::ios::trunc) << content.substr(0, size);
            const auto slide = openSlide(prefix);
            if (!slide) {
                QCOMPARE(slide.error().subject, prefix.string());
                continue;
            }
            const auto tile = (*slide)->read({0, 0, 0});
            QVERIFY(tile || tile.error().code == ErrorCode::TileUnreadable);
        }
    }
};

QTEST_GUILESS_MAIN(TestBrokenFiles)
#include "tst_brokenfiles.moc"
