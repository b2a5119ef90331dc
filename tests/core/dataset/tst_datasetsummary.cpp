#include <fstream>

#include <QTest>

#include "dataset/DatasetSummary.h"
#include "image/ImageFile.h"
#include "support/FileFixture.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

void writeImage(const fs::path& path, int width, int height)
{
    fs::create_directories(path.parent_path());
    QVERIFY(writePng({cv::Mat(height, width, CV_8UC3, cv::Scalar(200, 100, 150))}, path, Overwrite::No));
}

}

class TestDatasetSummary : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void countsSizesAndUnreadableFiles()
    {
        const fs::path root = file("set");
        writeImage(root / "train/tumor/a.png", 64, 64);
        writeImage(root / "train/normal/b.png", 64, 64);
        writeImage(root / "c.png", 32, 48);
        writeImage(root / ".hidden/d.png", 8, 8);
        std::ofstream(root / "broken.png") << "no picture";
        std::ofstream(root / "empty.jpg");
        std::ofstream(root / "notes.txt") << "text";
        const auto summary = datasetSummary(root);
        QVERIFY2(summary, summary ? "" : describe(summary.error()).c_str());
        QCOMPARE(summary->images, std::size_t(3));
        QCOMPARE(summary->folders.at("train/tumor"), std::size_t(1));
        QCOMPARE(summary->folders.at(""), std::size_t(1));
        QVERIFY(summary->hasMixedSizes());
        QCOMPARE(summary->sizes.at({64, 64}), std::size_t(2));
        QCOMPARE(summary->sizes.at({32, 48}), std::size_t(1));
        QCOMPARE(summary->unreadable.size(), std::size_t(2));
        QCOMPARE(summary->unreadable[0].name, std::string("broken.png"));
        QCOMPARE(summary->unreadable[1].name, std::string("empty.jpg"));
    }

    void whatIsDamagedInsideIsFoundByDecoding()
    {
        const fs::path root = file("damaged");
        writeImage(root / "a.png", 300, 300);
        fs::resize_file(root / "a.png", fs::file_size(root / "a.png") / 2);
        QCOMPARE(datasetSummary(root)->images, std::size_t(1));
        const auto decoded = datasetSummary(root, SummaryDepth::Pixels);
        QCOMPARE(decoded->images, std::size_t(0));
        QCOMPARE(decoded->unreadable.size(), std::size_t(1));
    }

    void foldersThatHoldNothing()
    {
        fs::create_directories(file("empty"));
        QCOMPARE(datasetSummary(file("empty"))->images, std::size_t(0));
        QVERIFY(datasetSummary(file("missing")).error().code == ErrorCode::FileNotFound);
    }

    void stops()
    {
        writeImage(file("stopped") / "a.png", 8, 8);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(datasetSummary(file("stopped"), SummaryDepth::Headers, {stop.get_token(), {}}).error().code ==
                ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestDatasetSummary)
#include "tst_datasetsummary.moc"
