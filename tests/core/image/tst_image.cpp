#include <QTest>

#include "image/Image.h"

using namespace isostain;

class TestImage : public QObject {
    Q_OBJECT

private slots:
    void aPixelIsTheIndexOfItsColor()
    {
        RgbImage rgb = makeRgbImage(3, 1);
        rgb.pixels.at<cv::Vec3b>(0, 0) = {0x12, 0x34, 0x56};
        rgb.pixels.at<cv::Vec3b>(0, 1) = {255, 0, 1};
        rgb.pixels.at<cv::Vec3b>(0, 2) = {0, 0, 0};
        const BgrxImage bgrx = toBgrx(rgb);
        QCOMPARE(bgrx.row(0)[0], 0xFF123456u);
        QCOMPARE(bgrx.row(0)[1], 0xFFFF0001u);
        QCOMPARE(bgrx.row(0)[2], 0xFF000000u);
        QVERIFY(cv::norm(toRgb(bgrx).pixels, rgb.pixels, cv::NORM_INF) == 0);
        QCOMPARE(makeBgrxImage(2, 2, 0xABCDEF).row(1)[1], 0xFFABCDEFu);
        QCOMPARE(makeBgrxImage(5, 3).sizeBytes(), std::size_t(60));
        QVERIFY(toBgrx({}).isEmpty() && toRgb({}).isEmpty());
    }

    void halving_data()
    {
        QTest::addColumn<QVector<quint32>>("row");
        QTest::addColumn<QVector<quint32>>("expected");
        QTest::newRow("two rounded up") << QVector<quint32>{0x000000, 0x010203} << QVector<quint32>{0xFF010102};
        QTest::newRow("white stays white") << QVector<quint32>{0xFFFFFF, 0xFFFFFF} << QVector<quint32>{0xFFFFFFFF};
        QTest::newRow("channels do not mix") << QVector<quint32>{0xFF00FF, 0xFE00FF} << QVector<quint32>{0xFFFF00FF};
        QTest::newRow("odd") << QVector<quint32>{0x101010, 0x202020, 0x336699} << QVector<quint32>{0xFF181818, 0xFF336699};
        QTest::newRow("one") << QVector<quint32>{0x336699} << QVector<quint32>{0xFF336699};
    }
    void halving()
    {
        QFETCH(QVector<quint32>, row);
        QFETCH(QVector<quint32>, expected);
        for (const int height : {1, 2}) {
            BgrxImage image = makeBgrxImage(static_cast<int>(row.size()), height);
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < row.size(); ++x)
                    image.row(y)[x] = 0xFF000000 | row[x];
            }
            const BgrxImage half = halved(image);
            QCOMPARE(half.height(), 1);
            QCOMPARE(QVector<quint32>(half.row(0), half.row(0) + half.width()), expected);
        }
    }

    void halvingRoundsTheSumOfFourOnce()
    {
        for (int sum = 0; sum <= 1020; ++sum) {
            BgrxImage image = makeBgrxImage(2, 2);
            int left = sum;
            for (int i = 0; i < 4; ++i) {
                const int value = std::min(left, 255);
                left -= value;
                image.row(i / 2)[i % 2] = 0xFF000000u | static_cast<std::uint32_t>(value) * 0x010101u;
            }
            const auto mean = static_cast<std::uint32_t>((sum + 2) / 4);
            QCOMPARE(halved(image).row(0)[0], 0xFF000000u | mean * 0x010101u);
        }
    }
};

QTEST_GUILESS_MAIN(TestImage)
#include "tst_image.moc"
