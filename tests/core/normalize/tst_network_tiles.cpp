#include <QTest>

#include "normalize/NetworkTiles.h"
#include "support/FakeNetwork.h"
#include "support/ImageSlide.h"

using namespace isostain;
using namespace isostain::test;

class TestNetworkTiles : public QObject {
    Q_OBJECT

private slots:
    void inputsReachAsFarAsTheNetworkSees()
    {
        const FakeNetwork network(5); // halo 8
        const NetworkTile inside = networkTile(network.shape(), 1000, 1000, {256, 512, 256, 256});
        QCOMPARE(inside.input, (PixelRect{248, 504, 272, 272}));
        const NetworkTile corner = networkTile(network.shape(), 1000, 1000, {0, 0, 256, 256});
        QCOMPARE(corner.input, (PixelRect{0, 0, 264, 264}));
        const NetworkTile last = networkTile(network.shape(), 999, 1000, {768, 768, 256, 256});
        QCOMPARE(last.core, (PixelRect{768, 768, 231, 232}));
        QCOMPARE(last.input, (PixelRect{760, 760, 240, 240}));
        QCOMPARE(realPart(last, 999, 1000), (PixelRect{760, 760, 239, 240}));
        const NetworkTile tiny = networkTile(network.shape(), 1, 3, {0, 0, 256, 256});
        QCOMPARE(tiny.core, (PixelRect{0, 0, 1, 3}));
        QCOMPARE(tiny.input, (PixelRect{0, 0, 8, 8}));
    }

    void fillingReflects()
    {
        RgbImage image = makeRgbImage(3, 1);
        for (int x = 0; x < 3; ++x)
            image.pixels.at<cv::Vec3b>(0, x) = cv::Vec3b::all(static_cast<std::uint8_t>(10 * x));
        const RgbImage filled = reflectedTo(image, 8, 2);
        const int expected[] = {0, 10, 20, 10, 0, 10, 20, 10};
        for (int x = 0; x < 8; ++x)
            QCOMPARE(int(filled.pixels.at<cv::Vec3b>(1, x)[0]), expected[x]);
        QCOMPARE(largestDifference(reflectedTo(image, 2, 1), image), 0);
    }

    void tilesAreTheWholeImage_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("multiple of 4") << 256 << 128;
        QTest::newRow("odd") << 203 << 129;
        QTest::newRow("a pixel over the tile") << 129 << 65;
        QTest::newRow("a row") << 150 << 1;
        QTest::newRow("a pixel") << 1 << 1;
    }

    void tilesAreTheWholeImage()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        const FakeNetwork network(5);
        const RgbImage image = noiseImage(width, height, 1);
        const auto whole = normalizeWhole(network, image);
        QVERIFY(whole);
        QCOMPARE(whole->pixels.size(), image.pixels.size());
        for (const int tileSize : {-5, 1, 30, 64, 128, 1000})
            QCOMPARE(largestDifference(normalizeInTiles(network, image, tileSize).value(), *whole), 0);
        QCOMPARE(largestDifference(normalizeAsPublished(FakeSpatialNetwork(), image).value(), *whole), 0);
    }

    void stopsBetweenTiles()
    {
        FakeNetwork network;
        std::stop_source stop;
        network.onRun = [&] {
            if (network.runCount() == 3)
                stop.request_stop();
        };
        const auto result = normalizeInTiles(network, noiseImage(128, 128, 1), 32, JobControl{stop.get_token(), {}, 1});
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(network.runCount(), 3);
    }
};

QTEST_GUILESS_MAIN(TestNetworkTiles)
#include "tst_network_tiles.moc"
