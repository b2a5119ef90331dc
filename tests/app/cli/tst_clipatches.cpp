#include <fstream>

#include <QTest>

#include "CliTesting.h"
#include "image/ImageFile.h"
#include "support/FileFixture.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

/// Tissue in the lower half; `shade` makes slides differ.
void writeTissue(const fs::path& path, int shade)
{
    RgbImage image{cv::Mat(512, 512, CV_8UC3, cv::Scalar::all(245))};
    for (int y = 256; y < 512; ++y)
        for (int x = 0; x < 512; ++x)
            image.pixels.at<cv::Vec3b>(y, x) = {static_cast<std::uint8_t>(120 + shade + x % 16),
                                                static_cast<std::uint8_t>(40 + y % 16), 150};
    fs::create_directories(path.parent_path());
    QVERIFY(writePng(image, path, Overwrite::No));
}

/// A square of 128 pixels at the left of the tissue.
void writeTumor(const fs::path& path)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path)
        << R"(<ASAP_Annotations><Annotations><Annotation Type="Polygon" PartOfGroup="_0"><Coordinates>)"
        << R"(<Coordinate X="0" Y="256"/><Coordinate X="128" Y="256"/><Coordinate X="128" Y="384"/><Coordinate X="0" Y="384"/>)"
        << "</Coordinates></Annotation></Annotations></ASAP_Annotations>";
}

}

class TestCliPatches : public QObject, FileFixture {
    Q_OBJECT

    QString text(std::string_view name) const { return QString::fromStdString(file(name).string()); }
    QStringList small() const { return {"--size", "64", "--mpp", "0.5", "--source-mpp", "0.5"}; }

private slots:
    void slidesBecomeASet()
    {
        writeTissue(file("slides/t.png"), 0);
        writeTissue(file("slides/n.png"), 1);
        writeTumor(file("marks/t.xml"));
        const QStringList arguments = QStringList{"patches",     text("slides/t.png"), text("slides/n.png"), "--annotations",
                                                  text("marks"), "--balance",          "--unlabelled",       "3",
                                                  "-o",          text("set")} +
                                      small();
        const Outcome first = runCli(arguments);
        QVERIFY2(first.exitCode == 0, first.text());
        QVERIFY2(
            first.out.contains("train: 2 slides (1 without annotations, taken as normal), 4 tumor, 4 normal, 3 unlabelled"),
            first.text());
        const auto files = filesBelow(file("set"));
        QCOMPARE(files.size(), std::size_t(4 + 4 + 3 + 2));
        QVERIFY(files.contains("train/tumor/t_0_256.png"));
        const Outcome again = runCli(arguments);
        QVERIFY2(again.exitCode == 0 && again.out.contains("0 patches written, 11 were there"), again.text());
        QVERIFY(filesBelow(file("set")) == files);
        const Outcome other = runCli(arguments + QStringList{"--seed", "2"});
        QVERIFY2(other.exitCode == 1 && other.sentences() == 1, other.text());
        QVERIFY(filesBelow(file("set")) == files);
    }

    void camelyon16GoesByCenter()
    {
        for (const char* name : {"tumor_001", "tumor_071"}) {
            writeTissue(file("c16") / "training/tumor" / (std::string(name) + ".tif"), name[7] - '0');
            writeTumor(file("c16") / "training/lesion_annotations" / (std::string(name) + ".xml"));
        }
        const Outcome outcome =
            runCli(QStringList{"patches", text("c16"), "--layout", "camelyon16", "--balance", "-o", text("c16set")} + small());
        QVERIFY2(outcome.exitCode == 0, outcome.text());
        QVERIFY(fs::exists(file("c16set") / "train/tumor/tumor_001_0_256.png"));
        QVERIFY(fs::exists(file("c16set") / "test/tumor/tumor_071_0_256.png"));
    }

    void mitosBecomesListsOfPairs()
    {
        for (int i = 1; i <= 16; ++i)
            for (const char* scanner : {"A", "H"}) {
                const std::string slide = scanner + std::to_string(10 + i);
                const fs::path path = file("mitos") / slide / "frames/x40" / (slide + "_00Aa.tiff");
                fs::create_directories(path.parent_path());
                std::ofstream(path) << "x";
            }
        const Outcome outcome = runCli({"patches", text("mitos"), "--layout", "mitos-atypia", "-o", text("lists")});
        QVERIFY2(outcome.exitCode == 0, outcome.text());
        const auto lists = filesBelow(file("lists"));
        const auto lines = [&](const char* name) {
            return std::count(lists.at(name).begin(), lists.at(name).end(), '\n') - 1;
        };
        QCOMPARE(lines("train-pairs.tsv"), std::ptrdiff_t(11));
        QCOMPARE(lines("test-pairs.tsv"), std::ptrdiff_t(5));
    }

    void badInputs_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no slides") << QStringList{"-o", "@refused"} << 2;
        QTest::newRow("no pixel size") << QStringList{"@slide.png", "--annotations", "@slide.xml", "-o", "@refused"} << 1;
        QTest::newRow("no such slide") << QStringList{"@none.png", "--annotations", "@slide.xml", "-o", "@refused"} << 1;
        QTest::newRow("no such annotations") << QStringList{"@slide.png", "--annotations", "@none.xml", "-o", "@refused"} << 1;
        QTest::newRow("broken annotations")
            << QStringList{"@slide.png", "--source-mpp", "0.5", "--annotations", "@broken.xml", "-o", "@refused"} << 1;
        QTest::newRow("no annotations, nothing asked")
            << QStringList{"@slide.png", "--source-mpp", "0.5", "-o", "@refused"} << 1;
        QTest::newRow("split") << QStringList{"@slide.png", "--split", "train=2,train=1", "-o", "@refused"} << 1;
        QTest::newRow("layout elsewhere") << QStringList{"@", "--layout", "camelyon16", "-o", "@refused"} << 1;
        QTest::newRow("two folders of a layout") << QStringList{"@", "@", "--layout", "camelyon16", "-o", "@refused"} << 2;
        QTest::newRow("size") << QStringList{"@slide.png", "--annotations", "@slide.xml", "--size", "0", "-o", "@refused"} << 1;
        QTest::newRow("seed") << QStringList{"@slide.png", "--annotations", "@slide.xml", "--seed", "x", "-o", "@refused"} << 2;
        QTest::newRow("names before slides") << QStringList{"--tumor", "a", "--tumor", "b", "@none.png", "-o", "@refused"} << 1;
        QTest::newRow("unwritable") << QStringList{"@slide.png", "--source-mpp",  "0.5",        "--size", "64",       "--mpp",
                                                   "0.5",        "--annotations", "@slide.xml", "-o",     "/proc/set"}
                                    << 1;
    }
    void badInputs()
    {
        QFETCH(QStringList, arguments);
        QFETCH(const int, exitCode);
        if (!fs::exists(file("slide.png")))
            writeTissue(file("slide.png"), 2);
        writeTumor(file("slide.xml"));
        std::ofstream(file("broken.xml")) << "<ASAP_Annotations";
        for (QString& argument : arguments)
            if (argument.startsWith('@'))
                argument = text(argument.mid(1).toStdString());
        const Outcome outcome = runCli(QStringList{"patches"} + arguments);
        QVERIFY2(outcome.exitCode == exitCode, outcome.text());
        QVERIFY2(exitCode == 2 || outcome.sentences() == 1, outcome.text());
        QVERIFY(!fs::exists(file("refused")));
    }
};

QTEST_APPLESS_MAIN(TestCliPatches)
#include "tst_clipatches.moc"
