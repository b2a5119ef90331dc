#include <atomic>

#include <QTest>

#include "core/slide/JpegTiff.h"
#include "slide/VerifiedTiles.h"
#include "support/FileFixture.h"
#include "support/Images.h"

using namespace isostain;
using namespace isostain::test;

namespace {

constexpr std::uint32_t kBackground = 0xF0F1F2;
const PixelRect kTile{256, 256, 256, 256};
const PixelRect kGap{512, 0, 256, 256};

}

/// Against a library that the test plays: by default it reads the same as TiffTiles.
class TestVerifiedTiles : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void init()
    {
        writeJpegTiff(file("slide.tif"), {.levels = {{1024, 768}, {512, 384}}, .isGap = [](int level, std::uint32_t tile) {
                                              return level == 0 && tile == 2;
                                          }});
        m_truth = openTiles();
        m_reads = 0;
    }

    void agreement()
    {
        const VerifiedTiles tiles(openTiles(), 2, kBackground, honest());
        QVERIFY(isSame(tiles.read(0, kTile, {}).value(), m_truth->read(0, kTile, kBackground).value()));
        QVERIFY(m_reads > 1);
        QVERIFY(m_reads <= 4);
        const int reads = m_reads;
        for (int i = 0; i < 5; ++i)
            QVERIFY(tiles.read(0, kTile, {}));
        QCOMPARE(tiles.read(0, kGap, {}).value().row(0)[0], 0xFF000000 | kBackground);
        QCOMPARE(m_reads.load(), reads);
    }

    void levelsAreCheckedOnTheirOwn()
    {
        LibraryReading library = honest();
        library.read = [this](int level, const PixelRect& rect, const std::stop_token&) -> Result<BgrxImage> {
            auto image = m_truth->read(level, rect, kBackground);
            if (level == 0)
                image->row(0)[0] ^= 1;
            return image;
        };
        const VerifiedTiles tiles(openTiles(), 2, kBackground, library);
        QVERIFY(!tiles.read(0, kTile, {}));
        QVERIFY(tiles.read(1, {0, 0, 256, 256}, {}));
    }

    void oneDifferentByteInASampleIsEnough_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::newRow("the first tile") << 0 << 0;
        QTest::newRow("the corner") << 768 << 512;
    }
    void oneDifferentByteInASampleIsEnough()
    {
        QFETCH(const int, x);
        QFETCH(const int, y);
        LibraryReading library = honest();
        library.read = [this, x, y](int level, const PixelRect& rect, const std::stop_token&) -> Result<BgrxImage> {
            ++m_reads;
            auto image = m_truth->read(level, rect, kBackground);
            if (rect.x == x && rect.y == y)
                image->row(image->height() - 1)[image->width() - 1] ^= 0x10000;
            return image;
        };
        const VerifiedTiles tiles(openTiles(), 2, kBackground, library);
        QVERIFY(!tiles.read(0, kTile, {}));
        const int reads = m_reads;
        QVERIFY(!tiles.read(0, kTile, {}));
        QCOMPARE(m_reads.load(), reads);
    }

    void otherGapsLeaveOnlyGapsToTheLibrary()
    {
        LibraryReading library = honest();
        library.read = [this](int level, const PixelRect& rect, const std::stop_token&) -> Result<BgrxImage> {
            return m_truth->read(level, rect, 0x000000);
        };
        const VerifiedTiles tiles(openTiles(), 2, kBackground, library);
        QVERIFY(tiles.read(0, kTile, {}));
        QVERIFY(!tiles.read(0, kGap, {}));
    }

    void tilesThatTheLibraryCannotReadAreNotShown()
    {
        LibraryReading library = honest();
        library.read = [](int, const PixelRect&, const std::stop_token&) -> Result<BgrxImage> {
            return fail(ErrorCode::TileUnreadable);
        };
        const VerifiedTiles tiles(openTiles(), 2, kBackground, library);
        QVERIFY(!tiles.read(0, kTile, {}));
    }

    void gapsThatTheLibraryCannotReadAreBackground()
    {
        LibraryReading library = honest();
        library.read = [this](int level, const PixelRect& rect, const std::stop_token&) -> Result<BgrxImage> {
            if (m_truth->hasGaps(level, rect))
                return fail(ErrorCode::TileUnreadable);
            return m_truth->read(level, rect, kBackground);
        };
        const VerifiedTiles tiles(openTiles(), 2, kBackground, library);
        QCOMPARE(tiles.read(0, kGap, {}).value().row(0)[0], 0xFF000000 | kBackground);
    }

    void resampledPositionsAreLeftToTheLibrary()
    {
        LibraryReading library = honest();
        library.isExact = [](int, const PixelRect& rect) {
            return rect.x < 512;
        };
        const VerifiedTiles tiles(openTiles(), 2, kBackground, library);
        QVERIFY(tiles.read(0, kTile, {}));
        QVERIFY(!tiles.read(0, {768, 256, 256, 256}, {}));
    }

    void cancelledChecksAreMadeLater()
    {
        std::stop_source source;
        source.request_stop();
        const VerifiedTiles tiles(openTiles(), 2, kBackground, honest());
        QVERIFY(!tiles.read(0, kTile, source.get_token()));
        QVERIFY(tiles.read(0, kTile, {}));
    }

    void nobodyWaitsForACheck()
    {
        const VerifiedTiles* self = nullptr;
        bool isServedMeanwhile = true;
        LibraryReading library = honest();
        library.read = [&](int level, const PixelRect& rect, const std::stop_token&) -> Result<BgrxImage> {
            isServedMeanwhile = self->read(0, kTile, {}).has_value();
            return m_truth->read(level, rect, kBackground);
        };
        const VerifiedTiles tiles(openTiles(), 2, kBackground, library);
        self = &tiles;
        QVERIFY(tiles.read(0, kTile, {}));
        QVERIFY(!isServedMeanwhile);
    }

    void levelsThatAreNotThere()
    {
        const VerifiedTiles tiles(openTiles(), 3, kBackground, honest());
        QVERIFY(!tiles.read(2, {0, 0, 16, 16}, {}));
        QVERIFY(!tiles.read(7, {0, 0, 16, 16}, {}));
        QCOMPARE(m_reads.load(), 0);
    }

private:
    std::unique_ptr<const TiffTiles> openTiles() const
    {
        const std::vector<TiledLevel> levels = {{1024, 768, 256, 256}, {512, 384, 256, 256}};
        return TiffTiles::open(file("slide.tif"), TiffKind::Generic, levels, 256);
    }

    LibraryReading honest()
    {
        return {[](int, const PixelRect&) { return true; },
                [this](int level, const PixelRect& rect, const std::stop_token&) -> Result<BgrxImage> {
                    ++m_reads;
                    return m_truth->read(level, rect, kBackground);
                }};
    }

    std::unique_ptr<const TiffTiles> m_truth;
    std::atomic<int> m_reads = 0;
};

QTEST_GUILESS_MAIN(TestVerifiedTiles)
#include "tst_verifiedtiles.moc"
