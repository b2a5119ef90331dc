#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

#include "dataset/ImageFolder.h"
#include "dataset/ImagePairs.h"
#include "dataset/NaturalOrder.h"
#include "dataset/PatchGrid.h"
#include "image/ImageFile.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

/// Two folders, "a" and "b", whose images may hold anything.
class TwoFolders {
public:
    TwoFolders()
    {
        fs::create_directories(a());
        fs::create_directories(b());
    }

    fs::path root() const { return m_folder.path().toStdString(); }
    fs::path a() const { return root() / "a"; }
    fs::path b() const { return root() / "b"; }

    void touch(const std::vector<std::string>& names) const
    {
        for (const std::string& name : names)
            std::ofstream(root() / name) << "x";
    }
    fs::path list(const std::string& content) const
    {
        std::ofstream(root() / "pairs.tsv", std::ios::binary) << content;
        return root() / "pairs.tsv";
    }

private:
    QTemporaryDir m_folder;
};

/// "source=target source=target ..."
std::string textOf(const std::vector<ImagePair>& pairs)
{
    std::string text;
    for (const ImagePair& pair : pairs)
        text += (text.empty() ? "" : " ") + pair.source.filename().string() + "=" + pair.target.filename().string();
    return text;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : " ") + name;
    return text;
}

void writeGray(const fs::path& path, int width, int height)
{
    RgbImage image = makeRgbImage(width, height);
    image.pixels.setTo(cv::Scalar::all(100));
    QVERIFY(writePng(image, path, Overwrite::No));
}

}

class TestImagePairs : public QObject {
    Q_OBJECT

private slots:
    void namesAreOrderedAsPeopleCount_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("numbers") << "tile2.png"
                                 << "tile10.png";
        QTest::newRow("letters") << "A10.png"
                                 << "B2.png";
        QTest::newRow("the shorter") << "a"
                                     << "a1";
        QTest::newRow("a second number") << "1_9_x"
                                         << "1_10_x";
        QTest::newRow("zeros in front") << "01_2"
                                        << "1_3";
        QTest::newRow("zeros alone") << "a01"
                                     << "a1";
        QTest::newRow("longer than any integer") << "99999999999999999999998"
                                                 << "99999999999999999999999";
        QTest::newRow("beyond ASCII") << "z" << QString::fromUtf8("\xc3\xa4");
        QTest::newRow("empty") << ""
                               << "0";
    }
    void namesAreOrderedAsPeopleCount()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QVERIFY(comesBefore(first.toStdString(), second.toStdString()));
        QVERIFY(!comesBefore(second.toStdString(), first.toStdString()));
        QVERIFY(!comesBefore(first.toStdString(), first.toStdString()));
    }

    void imagesArePairedByName_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("pairs");
        QTest::addColumn<QString>("sourceOrphans");
        QTest::addColumn<QString>("targetOrphans");

        QTest::newRow("same names") << QStringList{"a/2.png", "a/1.png", "b/1.png", "b/2.png"} << "1.png=1.png 2.png=2.png"
                                    << ""
                                    << "";
        QTest::newRow("as people count") << QStringList{"a/10.png", "a/9.png", "b/9.png", "b/10.png", "b/8.png", "b/11.png"}
                                         << "9.png=9.png 10.png=10.png"
                                         << ""
                                         << "8.png 11.png";
        QTest::newRow("orphans do not shift the others")
            << QStringList{"a/1.png", "a/2.png", "a/3.png", "b/0.png", "b/1.png", "b/3.png"} << "1.png=1.png 3.png=3.png"
            << "2.png"
            << "0.png";
        QTest::newRow("other extension") << QStringList{"a/1.png", "a/2.TIF", "b/1.jpg", "b/2.tif"} << "1.png=1.jpg 2.TIF=2.tif"
                                         << ""
                                         << "";
        QTest::newRow("the same name wins") << QStringList{"a/1.png", "b/1.jpg", "b/1.png"} << "1.png=1.png"
                                            << ""
                                            << "1.jpg";
        QTest::newRow("an ambiguous name has no partner")
            << QStringList{"a/1.png", "a/2.png", "b/1.jpg", "b/1.tif", "b/2.png"} << "2.png=2.png"
            << "1.png"
            << "1.jpg 1.tif";
        QTest::newRow("what is left of an ambiguous name")
            << QStringList{"a/1.png", "a/1.tif", "b/1.png", "b/1.jpg"} << "1.png=1.png"
            << "1.tif"
            << "1.jpg";
        QTest::newRow("no images") << QStringList{"a/1.png", "b/1.png", "a/notes.txt", "b/._1.png"} << "1.png=1.png"
                                   << ""
                                   << "";
    }
    void imagesArePairedByName()
    {
        QFETCH(QStringList, files);
        const TwoFolders folders;
        for (const QString& file : files)
            folders.touch({file.toStdString()});
        const auto found = pairImages(folders.a(), folders.b());
        QVERIFY(found);
        QTEST(QString::fromStdString(textOf(found->pairs)), "pairs");
        QTEST(QString::fromStdString(joined(found->sourceOrphans)), "sourceOrphans");
        QTEST(QString::fromStdString(joined(found->targetOrphans)), "targetOrphans");
        QCOMPARE(found->pairs.front().name, found->pairs.front().source.filename().string());
    }

    void aFolderNamedLikeAnImageIsNone()
    {
        const TwoFolders folders;
        folders.touch({"a/1.png", "b/1.png"});
        fs::create_directories(folders.a() / "2.png");
        const auto found = pairImages(folders.a(), folders.b());
        QVERIFY(found);
        QVERIFY(found->sourceOrphans.empty());
    }

    void foldersWithoutPairsAreErrors()
    {
        const TwoFolders folders;
        QCOMPARE(pairImages(folders.a(), folders.b()).error().code, ErrorCode::TrainingDataInvalid);
        folders.touch({"a/1.png", "b/2.png"});
        const auto none = pairImages(folders.a(), folders.b());
        QCOMPARE(none.error().code, ErrorCode::TrainingDataInvalid);
        QVERIFY(none.error().detail.ends_with("/b"));
        const auto missing = pairImages(folders.a(), folders.root() / "nowhere");
        QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
        QVERIFY(missing.error().subject.ends_with("nowhere"));
        QCOMPARE(pairImages(folders.a() / "1.png", folders.b()).error().code, ErrorCode::FileUnreadable);
    }

    void aListPairsWhatItSays()
    {
        const TwoFolders folders;
        folders.touch({"a/A 1.png", "a/A2.png", "a/A3.png", "b/H1.png", "b/H2.png", "b/H3.png"});
        const auto found =
            pairImages(folders.a(), folders.b(),
                       folders.list("\xEF\xBB\xBF# source\ttarget\r\nA2.png\tH2.png\r\n\n  \nA 1.png\t./H1.png"));
        QVERIFY2(found, found ? "" : describe(found.error()).c_str());
        QCOMPARE(textOf(found->pairs), std::string("A2.png=H2.png A 1.png=H1.png"));
        QCOMPARE(found->pairs[1].name, std::string("A 1.png"));
        QCOMPARE(joined(found->sourceOrphans), std::string("A3.png"));
        QCOMPARE(joined(found->targetOrphans), std::string("H3.png"));
    }

    void wrongListsNameTheLine_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("detail");
        QTest::newRow("one column") << QByteArray("#\n1.png 1.png\n") << "line 2: not a source and a target";
        QTest::newRow("three columns") << QByteArray("1.png\t1.png\tx\n") << "line 1: not a source and a target";
        QTest::newRow("no target") << QByteArray("1.png\t\n") << "line 1: not a source and a target";
        QTest::newRow("no source") << QByteArray("\t1.png\n") << "line 1: not a source and a target";
        QTest::newRow("twice") << QByteArray("1.png\t1.png\n./1.png\t2.png\n") << "line 2: ./1.png is named twice";
        QTest::newRow("nothing") << QByteArray("# none\n") << "it names no pair";
        QTest::newRow("no text") << QByteArray("\0\xff\x01", 3) << "line 1: not a source and a target";
    }
    void wrongListsNameTheLine()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, detail);
        const TwoFolders folders;
        folders.touch({"a/1.png", "a/2.png", "b/1.png", "b/2.png"});
        const auto found = pairImages(folders.a(), folders.b(), folders.list(content.toStdString()));
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::TrainingDataInvalid);
        QVERIFY(found.error().subject.ends_with("pairs.tsv"));
        QVERIFY2(QString::fromStdString(found.error().detail).contains(detail), found.error().detail.c_str());
    }

    void aListThatIsNoFileIsAnError()
    {
        const TwoFolders folders;
        QCOMPARE(pairImages(folders.a(), folders.b(), folders.root() / "none.tsv").error().code, ErrorCode::FileNotFound);
        QCOMPARE(pairImages(folders.a(), folders.b(), folders.a()).error().code, ErrorCode::FileUnreadable);
    }

    void aPairIsReadOnlyWhole()
    {
        const TwoFolders folders;
        writeGray(folders.a() / "1.png", 20, 10);
        writeGray(folders.b() / "1.png", 20, 10);
        writeGray(folders.b() / "2.png", 10, 20);
        folders.touch({"b/3.png"});
        const auto read = [&](const char* target) {
            return readPair({folders.a() / "1.png", folders.b() / target, "1.png"});
        };
        QVERIFY(read("1.png"));
        QCOMPARE(read("1.png")->target.width(), 20);
        QCOMPARE(read("2.png").error().code, ErrorCode::TrainingDataInvalid);
        QVERIFY(read("2.png").error().subject.ends_with("2.png"));
        QCOMPARE(read("3.png").error().code, ErrorCode::UnsupportedFormat);
    }

    void thePatchGridHoldsWholeSquares_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::newRow("with a rest") << 1216 << 960 << 256 << 4 << 3;
        QTest::newRow("exact") << 512 << 256 << 256 << 2 << 1;
        QTest::newRow("too narrow") << 255 << 1000 << 256 << 0 << 0;
        QTest::newRow("nothing") << 0 << 0 << 256 << 0 << 0;
        QTest::newRow("size 0") << 100 << 100 << 0 << 0 << 0;
        QTest::newRow("negative size") << 100 << 100 << -5 << 0 << 0;
    }
    void thePatchGridHoldsWholeSquares()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, size);
        QFETCH(int, columns);
        QFETCH(int, rows);
        const auto patches = patchGrid(width, height, size);
        QCOMPARE(patches.size(), std::size_t(columns * rows));
        for (std::size_t i = 0; i < patches.size(); ++i) {
            const int index = static_cast<int>(i);
            QVERIFY((patches[i] == PixelRect{(index % columns) * size, (index / columns) * size, size, size}));
        }
    }

    void aPatchShowsItsPartOfTheImage()
    {
        RgbImage image = makeRgbImage(30, 20);
        image.pixels.setTo(cv::Scalar::all(0));
        image.pixels.at<cv::Vec3b>(10, 20) = {1, 2, 3};
        const RgbImage patch = patchOf(image, patchGrid(30, 20, 10).back());
        QCOMPARE(patch.width(), 10);
        QVERIFY((patch.pixels.at<cv::Vec3b>(0, 0) == cv::Vec3b(1, 2, 3)));
    }
};

QTEST_GUILESS_MAIN(TestImagePairs)
#include "tst_imagepairs.moc"
