#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include "ExportTesting.h"
#include "export/ExportEstimate.h"
#include "export/ExportJob.h"
#include "export/PyramidTiff.h"
#include "image/ImageFile.h"
#include "support/ImageSlide.h"
#include "support/SlideDecorators.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(isostain::TiffCompression)
Q_DECLARE_METATYPE(isostain::ExportArea)
Q_DECLARE_METATYPE(isostain::ExportScale)
Q_DECLARE_METATYPE(isostain::NamesInExport)

namespace {

NormalizerPtr unchanged()
{
    static const NormalizerPtr normalizer = std::make_shared<const Normalizer>();
    return normalizer;
}

/// Glass with a square of noise in the middle, a third of each side.
RgbImage halfEmptyImage(int side)
{
    RgbImage image{cv::Mat(side, side, CV_8UC3, cv::Scalar(240, 240, 240))};
    const cv::Rect middle(side / 3, side / 3, side / 3, side / 3);
    noiseImage(middle.width, middle.height, 7).pixels.copyTo(image.pixels(middle));
    return image;
}

}

class TestExportEstimate : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void isNearTheTruth_data()
    {
        QTest::addColumn<TiffCompression>("compression");
        QTest::addColumn<ExportArea>("area");
        QTest::addColumn<ExportScale>("scale");
        QTest::addColumn<double>("tolerance");
        const ExportArea region{ExportArea::Kind::Region, {1000, 1000, 1024, 1024}};
        QTest::newRow("JPEG") << TiffCompression::Jpeg << ExportArea() << ExportScale() << 0.25;
        QTest::newRow("deflate") << TiffCompression::Deflate << ExportArea() << ExportScale() << 0.25;
        QTest::newRow("nothing compressed") << TiffCompression::None << ExportArea() << ExportScale() << 0.05;
        QTest::newRow("a region") << TiffCompression::Deflate << region << ExportScale() << 0.15;
        QTest::newRow("tissue") << TiffCompression::None << ExportArea{ExportArea::Kind::Tissue, {}} << ExportScale() << 0.05;
        QTest::newRow("half") << TiffCompression::None << ExportArea() << ExportScale{{}, {}, 1} << 0.05;
        QTest::newRow("by pixel size") << TiffCompression::None << ExportArea() << ExportScale{{}, 8.0, 0} << 0.1;
    }
    void isNearTheTruth()
    {
        QFETCH(const TiffCompression, compression);
        QFETCH(const ExportArea, area);
        QFETCH(const ExportScale, scale);
        QFETCH(const double, tolerance);
        const auto slide = std::make_shared<ImageSlide>(halfEmptyImage(3000), 2.0);
        ExportOptions options;
        options.compression = compression;
        options.area = area;
        options.scale = scale;
        const auto estimated = estimateOutputBytes(*slide, options);
        QVERIFY2(estimated, estimated ? "" : describe(estimated.error()).c_str());
        QCOMPARE(*estimateOutputBytes(*slide, options), *estimated);

        const auto halvings = halvingsFor(slide->info(), scale);
        const auto rect = exportRect(*slide, area, options.tileSize);
        PyramidTiffOptions tiff;
        tiff.compression = compression;
        BgrxImage pixels = *readRegion(*slide, 0, *rect);
        for (int i = 0; i < *halvings; ++i)
            pixels = halved(pixels);
        const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            return cutOut(pixels, column, row, tiff.tileSize);
        };
        QVERIFY(writePyramidTiff(m_folder / "out.tif", pixels.width(), pixels.height(), source, tiff, {}));
        const auto truth = static_cast<double>(fs::file_size(m_folder / "out.tif"));
        const double ratio = static_cast<double>(*estimated) / truth;
        QVERIFY2(std::abs(ratio - 1) <= tolerance, qPrintable(QString("%1 of %2").arg(ratio).arg(truth)));
    }

    void isNearTheTruthOnRealSlides()
    {
        ISOSTAIN_SHARED_FILE(path, "data/slides/aperio/CMU-1-Small-Region.svs");
        const auto results = runExport({exportItems({path}, m_folder / "out"), sameForEach(unchanged()), {}}, {});
        QVERIFY2(!results[0].error, results[0].error ? describe(*results[0].error).c_str() : "");
        const auto estimated = estimateOutputBytes(**openSlide(path), {});
        QVERIFY(estimated);
        const double ratio = static_cast<double>(*estimated) / static_cast<double>(results[0].outputBytes);
        QVERIFY2(ratio > 0.8 && ratio < 1.25, qPrintable(QString::number(ratio)));
    }

    void passesOverTilesThatCannotBeRead()
    {
        const auto inner = std::make_shared<ImageSlide>(halfEmptyImage(2000), 2.0);
        ExportOptions options;
        options.compression = TiffCompression::None;
        const FailingSlide some(inner, [](const TileKey& key) { return key.column == 1; });
        const auto whole = estimateOutputBytes(*inner, options);
        QVERIFY(whole);
        QCOMPARE(estimateOutputBytes(some, options).value(), *whole);
        const FailingSlide none(inner, [](const TileKey&) { return true; });
        QCOMPARE(estimateOutputBytes(none, options).error().code, ErrorCode::TileUnreadable);
    }

    void saysWhyItCannotTell()
    {
        const ImageSlide slide(halfEmptyImage(600), 2.0);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(estimateOutputBytes(slide, {}, stop.get_token()).error().code, ErrorCode::Cancelled);
        ExportOptions outside;
        outside.area = {ExportArea::Kind::Region, {600, 0, 10, 10}};
        QCOMPARE(estimateOutputBytes(slide, outside).error().code, ErrorCode::InvalidArgument);
        for (const int halvings : {-1, 17}) {
            ExportOptions options;
            options.scale.halvings = halvings;
            QCOMPARE(estimateOutputBytes(slide, options).error().code, ErrorCode::InvalidArgument);
        }
    }

    void asksTheNearestFolderThatIsThere()
    {
        const auto here = freeBytes(m_folder);
        QVERIFY(here && *here > 0);
        const auto later = freeBytes(m_folder / "not" / "yet" / "there");
        QVERIFY(later);
        QVERIFY(std::abs(static_cast<double>(*later) - static_cast<double>(*here)) < 1e9);
        QVERIFY(freeBytes("relative"));
        QVERIFY(freeBytes("/"));
    }

    void knowsWhenThereIsTooLittle()
    {
        const ImageSlide slide(noiseImage(1000, 1000, 3), 2.0);
        ExportOptions options;
        options.compression = TiffCompression::None;
        const std::uint64_t needed = estimateOutputBytes(slide, options).value();
        QVERIFY(!spaceShortage(slide, needed, options));
        QVERIFY2(!spaceShortage(slide, needed * 8 / 10, options), "the estimate may be wrong by that much");
        const auto shortage = spaceShortage(slide, needed / 2, options);
        QVERIFY(shortage);
        QCOMPARE(shortage->neededBytes, needed);
        QCOMPARE(shortage->freeBytes, needed / 2);

        const CountingSlide counted(std::make_shared<ImageSlide>(noiseImage(1000, 1000, 3), 2.0));
        QVERIFY(!spaceShortage(counted, 1u << 30, options));
        QCOMPARE(counted.readCount(), 0);
    }

    void refusesAtOnceWhatCannotFit_data()
    {
        QTest::addColumn<NamesInExport>("names");
        QTest::newRow("named") << NamesInExport::Kept;
        QTest::newRow("anonymous") << NamesInExport::Anonymous;
    }
    void refusesAtOnceWhatCannotFit()
    {
        QFETCH(const NamesInExport, names);
        const fs::path slide = m_folder / "Jane Doe.png";
        QVERIFY(writePng(noiseImage(1000, 1000, 3), slide, Overwrite::No));
        ExportJob job{exportItems({slide}, m_folder / "out"), sameForEach(unchanged()), {}};
        job.options.compression = TiffCompression::None;
        job.names = names;
        job.freeSpace = [](const fs::path&) -> Result<std::uint64_t> { return 1234567; };
        const auto results = runExport(job, {});
        QVERIFY(results[0].error);
        QVERIFY2(results[0].error->code == ErrorCode::DiskFull, describe(*results[0].error).c_str());
        QVERIFY(results[0].shortage);
        const std::string sentence = describe(*results[0].error);
        QVERIFY2(sentence.find("(about 4.1 MB needed, 1.2 MB free)") != std::string::npos, sentence.c_str());
        QCOMPARE(sentence.find("Jane") == std::string::npos, names == NamesInExport::Anonymous);
        QVERIFY2(!fs::exists(m_folder / "out"), "nothing is left of it");
    }

    void writesSizesAsPeopleDo_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << quint64(0) << "0.0 kB";
        QTest::newRow("small") << quint64(1234) << "1.2 kB";
        QTest::newRow("no decimals from ten on") << quint64(12340000) << "12 MB";
        QTest::newRow("never 1000") << quint64(999700000) << "1.0 GB";
        QTest::newRow("large") << quint64(74000000000) << "74 GB";
    }
    void writesSizesAsPeopleDo()
    {
        QFETCH(const quint64, bytes);
        QFETCH(const QString, text);
        QCOMPARE(QString::fromStdString(byteText(bytes)), text);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestExportEstimate)
#include "tst_exportestimate.moc"
