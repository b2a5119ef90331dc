#include <fstream>
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include "support/ImageSlide.h"
#include "tiles/AlignmentFile.h"

using namespace isostain;
using namespace isostain::test;

namespace {

const std::vector<PointPair> kPairs = {{{10, 20}, {110.125, 95}}, {{900, 40}, {1001, 130.1}}, {{500, 700}, {590, 791}}};

SavedAlignment example()
{
    return {{"first \xC3\xA9.svs", 2220, 2967, 0.499, 0.4985},
            {"second.ndpi", 120000, 90000, {}, {}},
            *placementThrough(kPairs),
            "0.2"};
}

/// The example with one text put in place of another.
QString changed(const char* from, const char* to)
{
    const QString text = QString::fromStdString(toJson(example()));
    return text.contains(from) ? QString(text).replace(from, to) : QStringLiteral("the example has changed");
}

Result<SavedAlignment> parse(const QString& text)
{
    return parseAlignment(text.toStdString(), "x.json");
}

}

class TestAlignmentFile : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<int>("pairs");
        QTest::newRow("none") << 0;
        QTest::newRow("two") << 2;
        QTest::newRow("three") << 3;
    }

    void comesBackAsItWas()
    {
        QFETCH(int, pairs);
        SavedAlignment saved = example();
        if (pairs == 0)
            saved.placement = {*SlideAlignment::fromMatrix({1.0 / 3, 0.1, -7e9, -0.1, 1.0 / 7, 1e-12})};
        else
            saved.placement = *placementThrough({kPairs.begin(), kPairs.begin() + pairs});
        QCOMPARE(saved.placement.residual.has_value(), pairs == 3);
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "a.json";
        QVERIFY(writeAlignment(saved, path));
        const auto read = readAlignment(path);
        QVERIFY(read);
        QVERIFY(*read == saved);
        QCOMPARE(toJson(*read), toJson(saved));
        QCOMPARE(int(writeAlignment(saved, path).error().code), int(ErrorCode::OutputExists));
        QVERIFY(writeAlignment(saved, path, Overwrite::Yes));
    }

    void ignoresWhatLaterVersionsAdd()
    {
        const auto read = parse(changed("\"version\": 1,", "\"version\": 1, \"elastic\": {\"grid\": [[1, 2], [3]]},"));
        QVERIFY(read);
        QVERIFY(*read == example());
    }

    void brokenFilesAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const int invalid = int(ErrorCode::AlignmentInvalid);
        const QString whole = QString::fromStdString(toJson(example()));
        QTest::newRow("empty") << QString() << invalid;
        QTest::newRow("cut") << whole.left(whole.size() / 2) << invalid;
        QTest::newRow("other JSON") << "{\"format\": \"isostain-stain-profile\", \"version\": 1}" << invalid;
        QTest::newRow("format of another type") << "{\"format\": 1, \"version\": 1}" << invalid;
        QTest::newRow("a list") << "[1, 2]" << invalid;
        QTest::newRow("no version") << changed("\"version\": 1,", "") << invalid;
        QTest::newRow("version 0") << changed("\"version\": 1", "\"version\": 0") << invalid;
        QTest::newRow("version in words") << changed("\"version\": 1", "\"version\": \"one\"") << invalid;
        QTest::newRow("newer") << changed("\"version\": 1", "\"version\": 2") << int(ErrorCode::AlignmentTooNew);
        QTest::newRow("no second scan") << changed("\"second\": {\n    \"file\"", "\"third\": {\n    \"file\"") << invalid;
        QTest::newRow("no width") << changed("\"width\": 2220,", "") << invalid;
        QTest::newRow("width 0") << changed("\"width\": 2220", "\"width\": 0") << invalid;
        QTest::newRow("negative width") << changed("\"width\": 2220", "\"width\": -2220") << invalid;
        QTest::newRow("broken width") << changed("\"width\": 2220", "\"width\": 2220.5") << invalid;
        QTest::newRow("vast width") << changed("\"width\": 2220", "\"width\": 18446744073709551615") << invalid;
        QTest::newRow("name of another type") << changed("\"second.ndpi\"", "7") << invalid;
        QTest::newRow("pixel size 0") << changed("0.4985", "0") << invalid;
        QTest::newRow("half a pixel size") << changed("0.499,", "") << invalid;
        QTest::newRow("no transform") << changed("\"affine\"", "\"elastic\"") << invalid;
        QTest::newRow("transform of one row") << changed("\"affine\": [", "\"affine\": [[1, 0, 0]], \"other\": [") << invalid;
        QTest::newRow("row of two") << changed("\"affine\": [", "\"affine\": [[1, 0], [0, 1]], \"other\": [") << invalid;
        QTest::newRow("words in it") << changed("\"affine\": [", "\"affine\": [[1, 0, \"a\"], [0, 1, 0]], \"other\": [") << invalid;
        QTest::newRow("truth in it") << changed("\"affine\": [", "\"affine\": [[true, 0, 0], [0, 1, 0]], \"other\": [") << invalid;
        QTest::newRow("cannot be inverted") << changed("\"affine\": [", "\"affine\": [[1, 1, 0], [1, 1, 0]], \"other\": [") << invalid;
        QTest::newRow("beyond a double") << changed("\"affine\": [", "\"affine\": [[1, 0, 1e999], [0, 1, 0]], \"other\": [") << invalid;
        QTest::newRow("far away") << changed("\"affine\": [", "\"affine\": [[1, 0, 1e200], [0, 1, 0]], \"other\": [") << invalid;
        QTest::newRow("pairs of another type") << changed("\"pairs\": [", "\"pairs\": 3, \"other\": [") << invalid;
        QTest::newRow("half a pair") << changed("\"pairs\": [", "\"pairs\": [{\"first\": [1, 2]}], \"other\": [") << invalid;
        QTest::newRow("negative residual") << changed("\"residual\": ", "\"residual\": -") << invalid;
        QTest::newRow("deep") << QString(100'000, '[') << invalid;
        QTest::newRow("large") << QString(5 << 20, ' ') << invalid;
    }

    void brokenFilesAreRefused()
    {
        QFETCH(QString, text);
        QFETCH(int, code);
        QVERIFY2(text != "the example has changed", "the row replaces something that is not there");
        const auto parsed = parse(text);
        QVERIFY(!parsed);
        QCOMPARE(int(parsed.error().code), code);
        QCOMPARE(parsed.error().subject, std::string("x.json"));
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "a.json";
        std::ofstream(path) << text.toStdString();
        QCOMPARE(int(readAlignment(path).error().code), code);
    }

    void filesThatAreNoneAreRefused()
    {
        QTemporaryDir folder;
        const std::filesystem::path path(folder.path().toStdString());
        QCOMPARE(int(readAlignment(path / "none.json").error().code), int(ErrorCode::FileNotFound));
        QCOMPARE(int(readAlignment(path).error().code), int(ErrorCode::FileUnreadable));
        QCOMPARE(int(writeAlignment(example(), path / "none" / "a.json").error().code), int(ErrorCode::OutputUnwritable));
    }

    void whatCouldNotBeReadIsNotWritten()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "a.json";
        SavedAlignment broken = example();
        broken.placement.residual = std::numeric_limits<double>::infinity();
        QCOMPARE(int(writeAlignment(broken, path).error().code), int(ErrorCode::AlignmentInvalid));
        broken = example();
        broken.first.width = 0;
        QCOMPARE(int(writeAlignment(broken, path).error().code), int(ErrorCode::AlignmentInvalid));
        QVERIFY(!std::filesystem::exists(path));
    }

    void belongsToScansOfTheirSizes_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QSize>("firstSize");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QSize>("secondSize");
        QTest::addColumn<int>("fits"); // 1: as it is, -1: the other way round, 0: not
        const QSize a(2220, 2967), b(120000, 90000);
        QTest::newRow("the same") << "first \u00e9.svs" << a << "second.ndpi" << b << 1;
        QTest::newRow("renamed") << "x.svs" << a << "y.ndpi" << b << 1;
        QTest::newRow("swapped") << "second.ndpi" << b << "first \u00e9.svs" << a << -1;
        QTest::newRow("swapped and renamed") << "x" << b << "y" << a << -1;
        QTest::newRow("another first scan") << "first \u00e9.svs" << QSize(2221, 2967) << "second.ndpi" << b << 0;
        QTest::newRow("another second scan") << "first \u00e9.svs" << a << "second.ndpi" << QSize(120000, 90001) << 0;
        QTest::newRow("one scan twice") << "first \u00e9.svs" << a << "first \u00e9.svs" << a << 0;
    }

    void belongsToScansOfTheirSizes()
    {
        QFETCH(QString, first);
        QFETCH(QSize, firstSize);
        QFETCH(QString, second);
        QFETCH(QSize, secondSize);
        QFETCH(int, fits);
        const SavedAlignment saved = example();
        const auto placement = placementFor(saved, {first.toStdString(), firstSize.width(), firstSize.height(), {}, {}},
                                            {second.toStdString(), secondSize.width(), secondSize.height(), {}, {}}, "a.json");
        QCOMPARE(placement.has_value(), fits != 0);
        if (fits == 0) {
            QCOMPARE(int(placement.error().code), int(ErrorCode::AlignmentMismatch));
            QVERIFY(placement.error().detail.find("2220 x 2967") != std::string::npos);
            QVERIFY(placement.error().detail.find(std::to_string(secondSize.height())) != std::string::npos);
        } else if (fits == 1) {
            QVERIFY(*placement == saved.placement);
        } else {
            const cv::Point2d there = placement->alignment.map(saved.placement.alignment.map({300, 400}));
            QVERIFY(std::hypot(there.x - 300, there.y - 400) < 1e-6);
            QCOMPARE(placement->pairs[1].first, kPairs[1].second);
        }
    }

    void namesTellEqualSizesApart()
    {
        SavedAlignment saved = example();
        saved.second.width = saved.first.width;
        saved.second.height = saved.first.height;
        QVERIFY(*placementFor(saved, saved.first, saved.second, {}) == saved.placement);
        QVERIFY(*placementFor(saved, saved.second, saved.first, {}) == inverse(saved.placement));
        ScanDescription renamed = saved.first;
        renamed.fileName = "copy.svs";
        QVERIFY(*placementFor(saved, renamed, saved.second, {}) == saved.placement);
    }

    void describesASlide()
    {
        const ImageSlide slide(makeRgbImage(30, 20), 0.25);
        const ScanDescription scan = describeScan(slide);
        QCOMPARE(scan.width, 30);
        QCOMPARE(scan.height, 20);
        QCOMPARE(scan.mppX, std::optional(0.25));
        QCOMPARE(scan.fileName, slide.info().path.filename().string());
    }
};

QTEST_GUILESS_MAIN(TestAlignmentFile)
#include "tst_alignmentfile.moc"
