#include <fstream>
#include <iterator>

#include <QTemporaryDir>
#include <QTest>

#include "image/ImageFile.h"
#include "registration/PairCutting.h"

#include "MisalignedScans.h"
#include "registration/ScanAlignment.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;

Q_DECLARE_METATYPE(isostain::test::Misalignment)

class TestRegistration : public QObject {
    Q_OBJECT

private slots:
    void findsAKnownMisalignment_data()
    {
        QTest::addColumn<Misalignment>("how");
        QTest::addColumn<double>("tail"); // pixels that 95 % of the spots are within
        const auto he = Stain::HematoxylinEosin, pap = Stain::Papanicolaou;
        QTest::newRow("none") << Misalignment{.seed = 2} << 2.0;
        QTest::newRow("shift") << Misalignment{.seed = 3, .shift = {41.3, -27.6}} << 2.0;
        QTest::newRow("rotation") << Misalignment{.seed = 4, .degrees = 7.3, .shift = {5, 9}} << 2.0;
        QTest::newRow("quarter turn") << Misalignment{.seed = 5, .degrees = 90} << 2.0;
        QTest::newRow("half turn, Pap") << Misalignment{.stain = pap, .seed = 6, .degrees = 181} << 2.0;
        QTest::newRow("mirrored") << Misalignment{.seed = 7, .degrees = 3, .isMirrored = true} << 2.0;
        QTest::newRow("source finer by 1.6") << Misalignment{.seed = 8, .targetUnit = 1.6, .degrees = 1, .shift = {8.2, 3.1}} << 2.0;
        QTest::newRow("source coarser by 1.6, Pap") << Misalignment{.stain = pap, .seed = 9, .sourceUnit = 1.6, .degrees = -2} << 2.0;
        QTest::newRow("scale to be found") << Misalignment{.seed = 10, .sourceUnit = 1.6, .shift = {12, 5}, .knowsPixelSizes = false} << 2.0;
        QTest::newRow("warp") << Misalignment{.seed = 11, .warp = 3} << 2.0;
        // The weakest case: few cells on much glass. Half of them are within 0.5 px, the farthest are not.
        QTest::newRow("warp, Pap") << Misalignment{.stain = pap, .seed = 12, .shift = {-20.5, 14}, .warp = 3} << 5.0;
        QTest::newRow("all of it") << Misalignment{.stain = he, .seed = 13, .targetUnit = 1.6, .degrees = 4, .shift = {-9.7, 13.2}, .warp = 4} << 2.0;
    }

    void findsAKnownMisalignment()
    {
        QFETCH(Misalignment, how);
        QFETCH(double, tail);
        const MisalignedScans scans(how);
        const auto alignment = alignScans(scans.source(), scans.target(), 0, {});
        QVERIFY2(alignment, alignment ? "" : describe(alignment.error()).c_str());
        const auto residuals = scans.residuals(alignment->fine.transform);
        QVERIFY(residuals.size() > 100);
        const double median = residuals[residuals.size() / 2], most = residuals[residuals.size() * 95 / 100];
        qInfo("%zu spots, %d matches, correlation %.2f; residual: median %.3f px, 95 %% %.3f px", residuals.size(), alignment->matches, alignment->correlation, median, most);
        QVERIFY2(median < 0.5, qPrintable(QString::number(median)));
        QVERIFY2(most < tail, qPrintable(QString::number(most)));
    }

    void refusesWhatDoesNotBelongTogether_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        for (const char* kind : {"unrelated", "blank", "one color", "noise", "one pixel"})
            QTest::newRow(kind) << kind << int(ErrorCode::AlignmentNotFound);
    }

    void refusesWhatDoesNotBelongTogether()
    {
        QFETCH(QString, kind);
        QFETCH(int, code);
        const MisalignedScans scans({.seed = 21});
        const RgbImage other = kind == "unrelated"   ? MisalignedScans({.seed = 22}).sourceImage()
                               : kind == "noise"     ? noiseImage(500, 400, 1)
                               : kind == "one pixel" ? RgbImage{cv::Mat(1, 1, CV_8UC3, cv::Scalar(120, 40, 90))}
                               : kind == "blank"     ? RgbImage{cv::Mat(300, 400, CV_8UC3, cv::Scalar(255, 255, 255))}
                                                     : RgbImage{cv::Mat(300, 400, CV_8UC3, cv::Scalar(120, 40, 90))};
        const auto asSource = alignScans(ImageSlide(other, 0.25), scans.target(), 0, {});
        QVERIFY(!asSource);
        QCOMPARE(int(asSource.error().code), code);
        const auto asTarget = alignScans(scans.source(), ImageSlide(other, 0.25), 0, {});
        QVERIFY(!asTarget);
        QCOMPARE(int(asTarget.error().code), code);
    }

    void cutsPairs()
    {
        const MisalignedScans scans({.seed = 23, .degrees = 2, .shift = {30, 11}, .warp = 2});
        QTemporaryDir folder;
        const std::filesystem::path first = folder.filePath("first").toStdString(), second = folder.filePath("second").toStdString();
        JobControl oneThread;
        oneThread.threads = 1;
        const auto pairs = cutPairs(scans.source(), scans.target(), first, {}, {});
        QVERIFY2(pairs, pairs ? "" : describe(pairs.error()).c_str());
        QVERIFY(cutPairs(scans.source(), scans.target(), second, {}, oneThread));
        QCOMPARE(pairs->patches.size(), std::size_t(6));
        QVERIFY(pairs->kept() >= 1);
        QVERIFY(pairs->kept() < 6); // the source does not reach the left border
        for (const CutPatch& patch : pairs->patches) {
            QCOMPARE(std::filesystem::exists(first / "source" / patch.name), patch.reason.empty());
            QCOMPARE(std::filesystem::exists(first / "target" / patch.name), patch.reason.empty());
            if (!patch.reason.empty())
                continue;
            QVERIFY(patch.quality.residual < 0.5);
            const auto target = readImage(first / "target" / patch.name);
            QVERIFY(target);
            const cv::Rect place(int(patch.rect.x), int(patch.rect.y), 256, 256);
            QCOMPARE(largestDifference(*target, {scans.targetImage().pixels(place)}), 0);
            QCOMPARE(textOf(first / "source" / patch.name), textOf(second / "source" / patch.name));
        }
        for (const char* name : {"patches.tsv", "alignment.json", "summary.json"}) {
            QVERIFY(!textOf(first / name).empty());
            QCOMPARE(textOf(first / name), textOf(second / name));
        }
        const auto saved = readAlignment(first / "alignment.json");
        QVERIFY(saved);
        QVERIFY(placementFor(*saved, describeScan(scans.target()), describeScan(scans.source()), "alignment.json"));
        QCOMPARE(int(cutPairs(scans.source(), scans.target(), first, {}, {}).error().code), int(ErrorCode::OutputExists));
    }

    void stopsAndRefusesWithoutTraces()
    {
        const MisalignedScans scans({.seed = 24});
        QTemporaryDir folder;
        const std::filesystem::path output = folder.filePath("out").toStdString();
        std::stop_source stop;
        JobControl control;
        control.stop = stop.get_token();
        control.onProgress = [&](const Progress&) { stop.request_stop(); };
        QCOMPARE(int(cutPairs(scans.source(), scans.target(), output, {}, control).error().code), int(ErrorCode::Cancelled));
        PairOptions large;
        large.patch = 2000;
        QCOMPARE(int(cutPairs(scans.source(), scans.target(), output, large, {}).error().code), int(ErrorCode::InvalidArgument));
        QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
    }

    void dropsWhatIsBlurred()
    {
        const MisalignedScans scans({.seed = 25});
        RgbImage blurred = scans.sourceImage();
        cv::GaussianBlur(scans.sourceImage().pixels, blurred.pixels, cv::Size(), 5);
        QTemporaryDir folder;
        const auto pairs = cutPairs(ImageSlide(blurred, 0.25), scans.target(), folder.filePath("out").toStdString(), {}, {});
        QVERIFY(!pairs);
        QCOMPARE(int(pairs.error().code), int(ErrorCode::AlignmentNotFound));
    }

    void agreesWithRealPairs_data()
    {
        QTest::addColumn<QString>("slide");
        for (const char* slide : {"03", "04"})
            QTest::newRow(slide) << slide;
    }

    /// Registered by others to about a pixel, so that the transform is near the identity.
    void agreesWithRealPairs()
    {
        QFETCH(QString, slide);
        const std::string name = slide.toStdString() + "_1216x960.png";
        ISOSTAIN_SHARED_FILE(source, "data/pairs/mitos-atypia-x40/A" + name);
        ISOSTAIN_SHARED_FILE(target, "data/pairs/mitos-atypia-x40/H" + name);
        const auto a = openSlide(source), h = openSlide(target);
        QVERIFY(a && h);
        QTemporaryDir folder;
        PairOptions options;
        options.limits.sharpness = 0;
        const auto pairs = cutPairs(**a, **h, folder.filePath("out").toStdString(), options, {});
        QVERIFY2(pairs, pairs ? "" : describe(pairs.error()).c_str());
        std::vector<double> offsets, sharpness;
        for (int y = 16; y < 960; y += 32)
            for (int x = 16; x < 1216; x += 32) {
                const cv::Point2d off = pairs->alignment.fine.transform.map(cv::Point2d(x, y)) - cv::Point2d(x, y);
                offsets.push_back(std::hypot(off.x, off.y));
            }
        for (const CutPatch& patch : pairs->patches)
            sharpness.push_back(patch.quality.sharpness);
        std::sort(offsets.begin(), offsets.end());
        std::sort(sharpness.begin(), sharpness.end());
        qInfo("%zu of %zu kept; offset from identity: median %.2f px, 95 %% %.2f px; median sharpness %.2f", pairs->kept(), pairs->patches.size(),
              offsets[offsets.size() / 2], offsets[offsets.size() * 95 / 100], sharpness[sharpness.size() / 2]);
        QVERIFY(offsets[offsets.size() / 2] < 2);
    }

private:
    static std::string textOf(const std::filesystem::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }
};

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"
