#include <QTemporaryDir>
#include <QTest>

#include "CliTesting.h"
#include "image/ImageFile.h"
#include "slide/Slide.h"
#include "tiles/AlignmentFile.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

constexpr double kShift = 7; ///< level-0 pixels by which the demo shifts scanner B at most

QString text(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

}

/// `align` on two scans of one generated glass.
class TestAlign : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        m_folder = m_temporary.path().toStdString();
        const Outcome demo = runCli({"demo", text(m_folder / "demo"), "--size", "1024x1024", "--tiles", "1", "--misalign",
                                     QString::number(kShift), "--seed", "5"});
        QVERIFY2(demo.exitCode == 0, demo.text());
        m_a = m_folder / "demo/demo-he-scanner-a.tif";
        m_b = m_folder / "demo/demo-he-scanner-b.tif";
        std::ofstream(m_folder / "file") << "a file";
        QVERIFY(writePng(makeRgbImage(100, 100), m_folder / "small.png", Overwrite::No));
        RgbImage black = makeRgbImage(700, 700);
        black.pixels.setTo(0);
        QVERIFY(writePng(black, m_folder / "black.png", Overwrite::No));
    }

    void slidesBecomePairsAndAnAlignmentThatTheViewerLoads()
    {
        const Outcome outcome = runCli({"align", text(m_a), text(m_b), "-o", text(m_folder / "pairs")});
        QVERIFY2(outcome.exitCode == 0, outcome.text());
        int pairs = 0;
        for (const auto& entry : fs::directory_iterator(m_folder / "pairs/source")) {
            const fs::path target = m_folder / "pairs/target" / entry.path().filename();
            const auto image = readImage(target);
            QVERIFY2(image, target.c_str());
            QCOMPARE(image->width(), 256);
            ++pairs;
        }
        QVERIFY(pairs >= 4);

        const auto saved = readAlignment(m_folder / "pairs/alignment.json");
        QVERIFY2(saved, saved ? "" : describe(saved.error()).c_str());
        const SlidePtr target = openSlide(m_b).value();
        const SlidePtr source = openSlide(m_a).value();
        const auto placement = placementFor(*saved, describeScan(*target), describeScan(*source), "alignment.json");
        QVERIFY2(placement, placement ? "" : describe(placement.error()).c_str());
        const cv::Point2d moved = placement->alignment.map({500, 500}) - cv::Point2d(500, 500);
        QVERIFY2(cv::norm(moved) > 1 && cv::norm(moved) < kShift + 0.1, qPrintable(QString("%1 %2").arg(moved.x).arg(moved.y)));
    }

    void pairsCanHaveLargerPixels()
    {
        const Outcome outcome =
            runCli({"align", text(m_a), text(m_b), "-o", text(m_folder / "coarse"), "--mpp", "0.5", "--patch", "128"});
        QVERIFY2(outcome.exitCode == 0, outcome.text());
        const auto first = fs::directory_iterator(m_folder / "coarse/source");
        QVERIFY(first != fs::directory_iterator());
        QCOMPARE(readImage(first->path())->width(), 128);
    }

    void whatCannotBeDoneIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const QString a = text(m_a), b = text(m_b), out = text(m_folder / "new");
        QTest::newRow("no target") << QStringList{a, "-o", out} << 2 << "target";
        QTest::newRow("a scan that is not there")
            << QStringList{a, "nowhere.svs", "-o", out} << 1 << "nowhere.svs was not found";
        QTest::newRow("no slide") << QStringList{a, text(m_folder / "file"), "-o", out} << 1 << "file";
        QTest::newRow("a target smaller than a patch")
            << QStringList{a, text(m_folder / "small.png"), "-o", out} << 2 << "small.png";
        QTest::newRow("nothing to be seen") << QStringList{a, text(m_folder / "black.png"), "-o", out} << 1 << "black.png";
        QTest::newRow("finer than the target") << QStringList{a, b, "-o", out, "--mpp", "0.1"} << 2 << "--mpp";
        QTest::newRow("an existing folder") << QStringList{a, b, "-o", text(m_folder / "demo")} << 1 << "exists already";
        QTest::newRow("a folder below a file")
            << QStringList{a, b, "-o", text(m_folder / "file" / "pairs")} << 1 << "could not be written";
    }
    void whatCannotBeDoneIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QString, words);
        const Outcome outcome = runCli(QStringList{"align"} + arguments);
        QVERIFY2(outcome.exitCode == exitCode && outcome.err.contains(words), outcome.text());
        QVERIFY(!fs::exists(m_folder / "new"));
    }

private:
    QTemporaryDir m_temporary;
    fs::path m_folder;
    fs::path m_a;
    fs::path m_b;
};

QTEST_GUILESS_MAIN(TestAlign)
#include "tst_align.moc"
