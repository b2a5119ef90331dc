#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "base/Parallel.h"
#include "base/Sha256.h"
#include "demo/DemoSet.h"
#include "demo/PairedTiles.h"
#include "demo/Tissue.h"
#include "image/ImageFile.h"
#include "slide/Slide.h"
#include "support/Images.h"

Q_DECLARE_METATYPE(isostain::Stain)

using namespace isostain;
using namespace isostain::demo;
using isostain::test::isSame;
namespace fs = std::filesystem;

namespace {

TissueOptions small(Stain stain)
{
    return {stain, 3072, 2304, 5};
}

BgrxImage part(const BgrxImage& image, int x, int y, int width, int height)
{
    return {image.pixels(cv::Rect(x, y, width, height)).clone()};
}

/// Correlation of the green channels: what is dark on one scanner is dark on the other.
double correlation(const BgrxImage& a, const BgrxImage& b)
{
    double sumA = 0, sumB = 0, sumAA = 0, sumBB = 0, sumAB = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const double va = a.row(y)[x] >> 8 & 0xFF;
            const double vb = b.row(y)[x] >> 8 & 0xFF;
            sumA += va, sumB += vb, sumAA += va * va, sumBB += vb * vb, sumAB += va * vb;
        }
    }
    const double n = a.width() * a.height();
    return (n * sumAB - sumA * sumB) / std::sqrt((n * sumAA - sumA * sumA) * (n * sumBB - sumB * sumB));
}

double share(const BgrxImage& image, const std::function<bool(int r, int g, int b)>& isOne)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const std::uint32_t pixel = image.row(y)[x];
            count += isOne(pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF) ? 1 : 0;
        }
    return static_cast<double>(count) / (image.width() * image.height());
}

std::map<std::string, std::string> digests(const fs::path& folder)
{
    std::map<std::string, std::string> result;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            result[fs::relative(entry.path(), folder).string()] = *sha256OfFile(entry.path());
    return result;
}

DemoSetOptions smallSet(Stain stain)
{
    DemoSetOptions options;
    options.tissue = {stain, 700, 520, 3};
    options.tiles = 3;
    return options;
}

}

class TestDemo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<Stain>(); }

    void aPixelDependsOnItsPlaceAlone_data()
    {
        QTest::addColumn<Stain>("stain");
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::newRow("section, inside") << Stain::HematoxylinEosin << 900 << 800;
        QTest::newRow("section, border of the slide") << Stain::HematoxylinEosin << -40 << -33;
        QTest::newRow("section, fold") << Stain::HematoxylinEosin << 1730 << 900;
        QTest::newRow("section, pen") << Stain::HematoxylinEosin << 2460 << 1790;
        QTest::newRow("smear") << Stain::Papanicolaou << 700 << 700;
        QTest::newRow("smear, elsewhere") << Stain::Papanicolaou << 1900 << 1207;
    }
    void aPixelDependsOnItsPlaceAlone()
    {
        QFETCH(Stain, stain);
        QFETCH(int, x);
        QFETCH(int, y);
        const TissueGenerator generator(small(stain));
        const auto whole = generator.renderBoth({x, y, 300, 220});
        const Area inner{x + 101, y + 67, 150, 97};
        const TissueGenerator another(small(stain));
        for (const ScannerId scanner : {ScannerId::A, ScannerId::B})
            QVERIFY(isSame(another.render(inner, scanner), part(whole[static_cast<std::size_t>(scanner)], 101, 67, 150, 97)));
    }

    void anotherSeedIsOtherTissue()
    {
        TissueOptions options = small(Stain::HematoxylinEosin);
        const BgrxImage first = TissueGenerator(options).render({900, 800, 200, 200}, ScannerId::A);
        options.seed += 1;
        const BgrxImage second = TissueGenerator(options).render({900, 800, 200, 200}, ScannerId::A);
        QVERIFY(correlation(first, second) < 0.5);
    }

    void bothScannersSeeTheSameTissueInOtherColors_data()
    {
        QTest::addColumn<Stain>("stain");
        QTest::newRow("section") << Stain::HematoxylinEosin;
        QTest::newRow("smear") << Stain::Papanicolaou;
    }
    void bothScannersSeeTheSameTissueInOtherColors()
    {
        QFETCH(Stain, stain);
        const auto images = TissueGenerator(small(stain)).renderBoth({1024, 768, 512, 512});
        QVERIFY(correlation(images[0], images[1]) > 0.93);
        QVERIFY(cv::norm(images[0].pixels, images[1].pixels, cv::NORM_L1) / (3.0 * 512 * 512) > 5);
        // Shifted by a few pixels they fit worse: they are aligned.
        QVERIFY(correlation(part(images[0], 0, 0, 508, 508), part(images[1], 3, 3, 508, 508)) <
                correlation(images[0], images[1]) - 0.02);
    }

    void aSectionHoldsEveryKindOfTissue()
    {
        const BgrxImage whole =
            TissueGenerator({Stain::HematoxylinEosin, 1280, 960, 1}).render({0, 0, 1280, 960}, ScannerId::B);
        const double glass = share(whole, [](int r, int g, int b) { return r > 225 && g > 220 && b > 225; });
        const double ink = share(whole, [](int r, int g, int b) { return b > 150 && r < 110 && g > 100; });
        const BgrxImage tissue =
            TissueGenerator({Stain::HematoxylinEosin, 8192, 6144, 1}).render({1250, 2200, 800, 800}, ScannerId::B);
        const double nuclei = share(tissue, [](int r, int g, int b) { return r < 130 && g < 110 && b < 170 && b > r; });
        const double collagen = share(tissue, [](int r, int g, int b) { return r > 200 && g > 90 && g < 200 && b < r; });
        const double blood = share(tissue, [](int r, int g, int b) { return r > 215 && g < 170 && b < g + 30; });
        QVERIFY2(glass > 0.15 && glass < 0.65, qPrintable(QString::number(glass)));
        QVERIFY2(nuclei > 0.03 && nuclei < 0.4, qPrintable(QString::number(nuclei)));
        QVERIFY2(collagen > 0.1, qPrintable(QString::number(collagen)));
        QVERIFY2(blood > 0.002, qPrintable(QString::number(blood)));
        QVERIFY2(ink > 0.005, qPrintable(QString::number(ink)));
    }

    void aSmearIsMostlyBlankAndHasItsColors()
    {
        const TissueGenerator generator(TissueOptions{Stain::Papanicolaou, 8192, 6144, 1});
        const BgrxImage image = generator.render({2500, 2300, 1600, 1200}, ScannerId::A);
        const double blank = share(image, [](int r, int g, int b) { return r > 222 && g > 222 && b > 222; });
        const double green = share(image, [](int r, int g, int b) { return b > r + 20 && g > r + 5; });
        const double pink = share(image, [](int r, int g, int b) { return r > b + 8 && r > g + 25; });
        const double nuclei = share(image, [](int r, int g, int b) { return r < 110 && g < 110 && b < 160; });
        QVERIFY2(blank > 0.55 && blank < 0.95, qPrintable(QString::number(blank)));
        QVERIFY2(green > 0.02, qPrintable(QString::number(green)));
        QVERIFY2(pink > 0.01, qPrintable(QString::number(pink)));
        QVERIFY2(nuclei > 0.001 && nuclei < 0.1, qPrintable(QString::number(nuclei)));
    }

    void pairedTilesAreWhatTheGeneratorGives()
    {
        const TissueGenerator generator(TissueOptions{Stain::Papanicolaou, 600, 400, 2});
        PairedTiles tiles(generator, 256);
        constexpr int kColumns = 3;
        constexpr int kRows = 2;
        // Two writers that visit the tiles in opposite orders, on several threads each.
        std::atomic<int> wrong = 0;
        parallelFor(
            2 * kColumns * kRows,
            [&](std::size_t i) {
                const ScannerId scanner = i % 2 == 0 ? ScannerId::A : ScannerId::B;
                const int place =
                    scanner == ScannerId::A ? static_cast<int>(i / 2) : kColumns * kRows - 1 - static_cast<int>(i / 2);
                const int column = place % kColumns;
                const int row = place / kColumns;
                const Area area{column * 256, row * 256, std::min(256, 600 - column * 256), std::min(256, 400 - row * 256)};
                wrong += isSame(tiles.tile(column, row, scanner), generator.render(area, scanner)) ? 0 : 1;
            },
            4);
        QCOMPARE(wrong.load(), 0);
    }

    void aSetIsTheSameOnAnyNumberOfThreads_data()
    {
        QTest::addColumn<Stain>("stain");
        QTest::newRow("section") << Stain::HematoxylinEosin;
        QTest::newRow("smear") << Stain::Papanicolaou;
    }
    void aSetIsTheSameOnAnyNumberOfThreads()
    {
        QFETCH(Stain, stain);
        QTemporaryDir one, four;
        std::atomic<std::uint64_t> done = 0;
        JobControl control;
        control.threads = 1;
        control.onProgress = [&](const Progress& progress) {
            done = progress.done;
        };
        QVERIFY(writeDemoSet(one.path().toStdString(), smallSet(stain), control));
        QCOMPARE(done.load(), std::uint64_t(2 * 3 * 3 + 3));
        QVERIFY(writeDemoSet(four.path().toStdString(), smallSet(stain), JobControl{{}, {}, 4}));
        const auto files = digests(one.path().toStdString());
        QCOMPARE(files.size(), std::size_t(2 + 2 * 3));
        QVERIFY(files == digests(four.path().toStdString()));
    }

    void progressRisesToTheTotalOnManyThreads()
    {
        QTemporaryDir folder;
        DemoSetOptions options = smallSet(Stain::Papanicolaou);
        options.slides.clear();
        options.tiles = 64;
        std::vector<std::uint64_t> done;
        const JobControl control{{}, [&](const Progress& progress) { done.push_back(progress.done); }, 8};
        QVERIFY(writeDemoSet(folder.path().toStdString(), options, control));
        QCOMPARE(done.size(), std::size_t(64));
        QVERIFY(std::is_sorted(done.begin(), done.end()));
        QCOMPARE(done.back(), std::uint64_t(64));
    }

    void slidesOpenAndSayWhatTheyAre()
    {
        QTemporaryDir folder;
        DemoSetOptions options = smallSet(Stain::Papanicolaou);
        options.slides = {ScannerId::B};
        options.tiles = 1;
        const auto slides = writeDemoSet(folder.path().toStdString(), options, {});
        QVERIFY(slides);
        QCOMPARE(slides->size(), std::size_t(1));
        QCOMPARE(slides->front().filename().string(), std::string("demo-pap-scanner-b.tif"));
        const auto info = readImageFileInfo(slides->front());
        QVERIFY(info);
        for (const char* line : {"isostain.demo.stain=pap\n", "isostain.demo.scanner=B\n", "isostain.objective-power=40\n",
                                 "isostain.mpp-x=0.25\n"})
            QVERIFY2(info->description.find(line) != std::string::npos, line);
        const auto slide = openSlide(slides->front());
        QVERIFY(slide);
        QCOMPARE((*slide)->geometry().level(0).width, std::int64_t(700));
        const auto tile = readImage(fs::path(folder.path().toStdString()) / "tiles" / "b" / "0001.png");
        QVERIFY(tile);
        QCOMPARE(tile->width(), 256);
    }

    void misalignedTilesAreShiftedALittle()
    {
        QTemporaryDir aligned, shifted;
        DemoSetOptions options = smallSet(Stain::HematoxylinEosin);
        options.tissue.width = options.tissue.height = 1536;
        options.slides.clear();
        options.tiles = 1;
        QVERIFY(writeDemoSet(aligned.path().toStdString(), options, {}));
        options.misalign = 6;
        QVERIFY(writeDemoSet(shifted.path().toStdString(), options, {}));
        const auto read = [](const QTemporaryDir& folder, const char* name) {
            return toBgrx(*readImage(fs::path(folder.path().toStdString()) / "tiles" / name / "0001.png"));
        };
        QVERIFY(isSame(read(aligned, "a"), read(shifted, "a")));
        QVERIFY(correlation(read(shifted, "a"), read(shifted, "b")) < correlation(read(aligned, "a"), read(aligned, "b")));
    }

    void badRequestsAreRefused_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("tiles");
        QTest::addColumn<double>("misalign");
        QTest::newRow("too small for a tile") << 255 << 1 << 0.0;
        QTest::newRow("too large") << 200001 << 1 << 0.0;
        QTest::newRow("negative number of tiles") << 512 << -1 << 0.0;
        QTest::newRow("misaligned by more than a halo") << 512 << 1 << 65.0;
        QTest::newRow("not a number") << 512 << 1 << std::nan("");
    }
    void badRequestsAreRefused()
    {
        QFETCH(int, width);
        QFETCH(int, tiles);
        QFETCH(double, misalign);
        QTemporaryDir folder;
        DemoSetOptions options = smallSet(Stain::HematoxylinEosin);
        options.tissue.width = width;
        options.tiles = tiles;
        options.misalign = misalign;
        const auto slides = writeDemoSet(folder.path().toStdString(), options, {});
        QVERIFY(!slides);
        QCOMPARE(slides.error().code, ErrorCode::InvalidArgument);
        QVERIFY(fs::is_empty(folder.path().toStdString()));
    }

    void existingFilesAreKeptAndAStopIsObeyed()
    {
        QTemporaryDir folder;
        const DemoSetOptions options = smallSet(Stain::HematoxylinEosin);
        QVERIFY(writeDemoSet(folder.path().toStdString(), options, {}));
        const auto before = digests(folder.path().toStdString());
        const auto again = writeDemoSet(folder.path().toStdString(), options, {});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::OutputExists);
        QVERIFY(before == digests(folder.path().toStdString()));

        QTemporaryDir stopped;
        std::stop_source stop;
        JobControl control{stop.get_token(), [&](const Progress&) { stop.request_stop(); }, 2};
        const auto result = writeDemoSet(stopped.path().toStdString(), options, control);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(!fs::exists(fs::path(stopped.path().toStdString()) / "demo-he-scanner-a.tif"));
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
