#include <QTemporaryDir>
#include <QTest>

#include "ExportTesting.h"
#include "export/PyramidCheck.h"
#include "export/PyramidPipeline.h"
#include "export/PyramidTiff.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

/// Passes everything on to a TIFF and does one thing wrong.
class FaultyWriter : public PyramidWriter {
public:
    enum class Fault { None, SwappedTiles, WrongLowerTile, OtherPixelSize, OtherObjective, TileCutOff };

    FaultyWriter(std::unique_ptr<PyramidWriter> inner, Fault fault) : m_inner(std::move(inner)), m_fault(fault) {}

    JpegStreams jpegStreams() const override { return m_inner->jpegStreams(); }
    Result<void> beginLevel(std::size_t level) override
    {
        m_level = level;
        return m_inner->beginLevel(level);
    }
    Result<void> putTile(std::size_t index, std::span<const std::byte> tile) override
    {
        if (m_fault == Fault::SwappedTiles && m_level == 0 && index == 0)
            m_first.assign(tile.begin(), tile.end());
        if (m_fault == Fault::SwappedTiles && m_level == 0)
            return m_inner->putTile(index, m_first);
        if (m_fault == Fault::WrongLowerTile && m_level == 1 && index == 0)
            m_first.assign(tile.begin(), tile.end());
        if (m_fault == Fault::WrongLowerTile && m_level == 1)
            return m_inner->putTile(index, m_first);
        return m_inner->putTile(index, m_fault == Fault::TileCutOff && m_level == 0 ? tile.first(tile.size() / 3) : tile);
    }
    Result<void> endLevel() override { return m_inner->endLevel(); }
    Result<void> finish() override { return m_inner->finish(); }
    const fs::path& writtenPath() const override { return m_inner->writtenPath(); }
    const fs::path& finalPath() const override { return m_inner->finalPath(); }
    StatedScale statedScale() const override
    {
        StatedScale stated = m_inner->statedScale();
        if (m_fault == Fault::OtherPixelSize)
            stated.mppX = 0.26;
        if (m_fault == Fault::OtherObjective)
            stated.objectivePower = 20;
        return stated;
    }
    Result<void> verifyStructure() const override { return m_inner->verifyStructure(); }
    std::optional<BgrxImage> decodedTile(std::size_t level, int column, int row) const override
    {
        return m_inner->decodedTile(level, column, row);
    }
    Result<void> commit() override { return m_inner->commit(); }

private:
    std::unique_ptr<PyramidWriter> m_inner;
    Fault m_fault;
    std::size_t m_level = 0;
    std::vector<std::byte> m_first;
};

using Fault = FaultyWriter::Fault;

}

Q_DECLARE_METATYPE(FaultyWriter::Fault)
Q_DECLARE_METATYPE(isostain::TiffCompression)

class TestPyramidCheck : public QObject {
    Q_OBJECT

private slots:
    void aFileThatIsNotWhatWasWrittenGetsNoName_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<TiffCompression>("compression");
        QTest::newRow("nothing, JPEG") << Fault::None << TiffCompression::Jpeg;
        QTest::newRow("nothing, LZW") << Fault::None << TiffCompression::Lzw;
        QTest::newRow("tiles in the wrong place, JPEG") << Fault::SwappedTiles << TiffCompression::Jpeg;
        QTest::newRow("tiles in the wrong place, LZW") << Fault::SwappedTiles << TiffCompression::Lzw;
        QTest::newRow("lower tiles in the wrong place") << Fault::WrongLowerTile << TiffCompression::Jpeg;
        QTest::newRow("lower tiles in the wrong place, plain") << Fault::WrongLowerTile << TiffCompression::None;
        QTest::newRow("tiles cut off") << Fault::TileCutOff << TiffCompression::Jpeg;
        QTest::newRow("another pixel size") << Fault::OtherPixelSize << TiffCompression::Jpeg;
        QTest::newRow("another objective") << Fault::OtherObjective << TiffCompression::Jpeg;
    }
    void aFileThatIsNotWhatWasWrittenGetsNoName()
    {
        QFETCH(const Fault, fault);
        QFETCH(const TiffCompression, compression);
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "slide.tif";
        const BgrxImage image = paintedImage(700, 600);
        PyramidTiffOptions options;
        options.compression = compression;
        options.mppX = options.mppY = 0.25;
        options.objectivePower = 40;
        options.description = "isostain.objective-power=40";
        const auto layout = PyramidLayout::create(700, 600, options);
        QVERIFY(layout);
        const TileSource source = [&](int column, int row, const std::stop_token&) -> Result<BgrxImage> {
            return cutOut(image, column, row, options.tileSize);
        };
        {
            FaultyWriter writer(std::move(*makePyramidTiff(path, *layout, options)), fault);
            const auto written = writePyramid(writer, *layout, source, {});
            QCOMPARE(written.has_value(), fault == Fault::None);
            if (!written) {
                QCOMPARE(written.error().code, ErrorCode::VerificationFailed);
                QCOMPARE(written.error().subject, path.string());
            }
        }
        QCOMPARE(fs::exists(path), fault == Fault::None);
        QCOMPARE(std::distance(fs::directory_iterator(path.parent_path()), {}), fault == Fault::None ? 1 : 0);
    }

    void theSameTilesAreChosenEveryTime()
    {
        const auto layout = PyramidLayout::create(100000, 70000, {});
        QVERIFY(layout);
        const TileSample a(*layout);
        const TileSample b(*layout);
        QVERIFY(a.tiles().size() > 16 && a.tiles().size() < 64);
        QVERIFY(std::equal(a.tiles().begin(), a.tiles().end(), b.tiles().begin(), b.tiles().end(),
                           [](const auto& x, const auto& y) { return x.first == y.first; }));
        QVERIFY(a.tiles().contains({0, 0, 0}));
        QVERIFY(a.tiles().contains({0, 390, 273}));
        const auto large = PyramidLayout::create(100000, 70000, {TiffCompression::Jpeg, 85, ChromaSubsampling::S420, 4096});
        QCOMPARE(TileSample(*large).tiles().size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestPyramidCheck)
#include "tst_pyramidcheck.moc"
