#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <QTemporaryDir>
#include <QTest>

#include "demo/LabelledTiles.h"
#include "image/ImageFile.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

/// Every file under a folder by its name there.
std::map<std::string, std::string> contentsOf(const fs::path& folder)
{
    std::map<std::string, std::string> contents;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) {
            std::ifstream stream(entry.path(), std::ios::binary);
            contents[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(stream), {}};
        }
    return contents;
}

}

class TestLabelledTiles : public QObject {
    Q_OBJECT

private slots:
    void tilesAreSortedByScannerSplitAndClass()
    {
        QTemporaryDir one, two;
        const fs::path a = one.path().toStdString(), b = two.path().toStdString();
        const demo::LabelledTilesOptions options{3, 2, 7, Overwrite::No};
        QVERIFY(demo::writeLabelledTiles(a, options, JobControl{{}, {}, 1}));
        QVERIFY(demo::writeLabelledTiles(b, options, JobControl{{}, {}, 2}));
        const auto files = contentsOf(a);
        QCOMPARE(files.size(), std::size_t(2 * 2 * 2 * 3));
        QVERIFY(files == contentsOf(b));
        for (const char* split : {"train", "test"})
            for (const char* name : {"normal", "tumor"}) {
                const std::string tile = std::string(split) + "/" + name + "/0003.png";
                QVERIFY(files.at("a/" + tile) != files.at("b/" + tile));
                QCOMPARE(readImage(a / "a" / tile)->width(), demo::kLabelledTileSize);
            }
        QVERIFY(files.at("a/train/tumor/0001.png") != files.at("a/test/tumor/0001.png"));
        const auto again = demo::writeLabelledTiles(a, options, {});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::OutputExists);
    }

    void whatCannotBeMadeIsRefused()
    {
        QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        for (const demo::LabelledTilesOptions& options :
             {demo::LabelledTilesOptions{0, 1, 1, Overwrite::No}, demo::LabelledTilesOptions{1, 0, 1, Overwrite::No},
              demo::LabelledTilesOptions{5000, 1, 1, Overwrite::No}}) {
            const auto written = demo::writeLabelledTiles(path, options, {});
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
        }
        QVERIFY(contentsOf(path).empty());
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = demo::writeLabelledTiles(path, {1, 1, 1, Overwrite::No}, JobControl{stop.get_token(), {}, 1});
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestLabelledTiles)
#include "tst_labelledtiles.moc"
