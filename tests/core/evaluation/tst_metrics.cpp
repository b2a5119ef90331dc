#include <cmath>
#include <fstream>

#include <QTest>

#include <nlohmann/json.hpp>

#include "evaluation/Metrics.h"
#include "image/ImageFile.h"
#include "support/TestData.h"

using namespace isostain;

namespace {

RgbImage flat(int width, int height, int r, int g, int b)
{
    RgbImage image = makeRgbImage(width, height);
    image.pixels.setTo(cv::Scalar(r, g, b));
    return image;
}

/// A deterministic picture with structure.
RgbImage waves(int width, int height, double phase)
{
    RgbImage image = makeRgbImage(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                image.pixels.at<cv::Vec3b>(y, x)[c] = static_cast<uchar>(127 + 100 * std::sin(0.3 * x + 0.2 * (c + 1) * y + phase));
    return image;
}

/// SSIM by its definition, one window at a time, with explicit weights: an independent check of the filtered form.
double ssimByDefinition(const RgbImage& a, const RgbImage& b)
{
    double weights[11][11];
    double total = 0;
    for (int i = 0; i < 11; ++i)
        for (int j = 0; j < 11; ++j)
            total += weights[i][j] = std::exp(-((i - 5) * (i - 5) + (j - 5) * (j - 5)) / (2 * 1.5 * 1.5));
    double sum = 0;
    int count = 0;
    for (int c = 0; c < 3; ++c)
        for (int y = 5; y < a.height() - 5; ++y)
            for (int x = 5; x < a.width() - 5; ++x) {
                double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
                for (int i = 0; i < 11; ++i)
                    for (int j = 0; j < 11; ++j) {
                        const double w = weights[i][j] / total;
                        const double p = a.pixels.at<cv::Vec3b>(y + i - 5, x + j - 5)[c];
                        const double q = b.pixels.at<cv::Vec3b>(y + i - 5, x + j - 5)[c];
                        ma += w * p, mb += w * q, aa += w * p * p, bb += w * q * q, ab += w * p * q;
                    }
                const double n = 121.0 / 120.0, c1 = 6.5025, c2 = 58.5225;
                const double va = n * (aa - ma * ma), vb = n * (bb - mb * mb), vab = n * (ab - ma * mb);
                sum += (2 * ma * mb + c1) * (2 * vab + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
                ++count;
            }
    return sum / count;
}

}

class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void ssimFollowsItsDefinition()
    {
        const RgbImage a = waves(40, 31, 0), b = waves(40, 31, 0.4);
        QVERIFY(std::abs(ssimTarget(a, b).value() - ssimByDefinition(a, b)) < 1e-9);
        QCOMPARE(ssimTarget(a, a).value(), 1.0);
    }

    /// Images are gone through in bands of 256 rows, which must not show: neither at their borders nor where few rows are left.
    void tallImagesFollowTheDefinitionToo_data()
    {
        QTest::addColumn<int>("height");
        for (const int height : {255, 256, 257, 266, 267, 277, 522, 523})
            QTest::addRow("%d", height) << height;
    }
    void tallImagesFollowTheDefinitionToo()
    {
        QFETCH(int, height);
        const RgbImage a = waves(13, height, 0), b = waves(13, height, 0.4);
        QVERIFY(std::abs(ssimTarget(a, b).value() - ssimByDefinition(a, b)) < 1e-9);
    }

    void psnrOfAKnownError()
    {
        const RgbImage a = flat(20, 20, 100, 100, 100);
        QVERIFY(std::abs(psnrTarget(a, flat(20, 20, 110, 100, 100)).value() - 10 * std::log10(255 * 255 / (100 / 3.0))) < 1e-9);
        QVERIFY(std::isinf(psnrTarget(a, a).value()));
    }

    void flatAndTinyImages()
    {
        const RgbImage gray = flat(16, 16, 90, 90, 90), white = flat(16, 16, 255, 255, 255);
        QCOMPARE(ssimSource(gray, white).value(), 1.0);
        QCOMPARE(ssimSource(gray, gray).value(), 1.0);
        QVERIFY(ssimSource(gray, waves(16, 16, 0)).value() < 0.5);

        const RgbImage tiny = flat(10, 16, 1, 2, 3);
        QCOMPARE(ssimTarget(tiny, tiny).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(ssimSource(tiny, tiny).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(ssimTarget(gray, flat(16, 17, 0, 0, 0)).error().code, ErrorCode::InvalidArgument);
        QVERIFY(std::isinf(psnrTarget(tiny, tiny).value()));
        QCOMPARE(psnrTarget(RgbImage(), RgbImage()).error().code, ErrorCode::InvalidArgument);
    }

    void ssimSourceIgnoresBrightnessAndContrast()
    {
        const RgbImage a = waves(64, 48, 0);
        RgbImage dimmed{a.pixels * 0.5 + cv::Scalar::all(20)};
        QVERIFY(ssimSource(dimmed, a).value() > 0.99);
        QVERIFY(ssimTarget(dimmed, a).value() < 0.9);
    }

    void matchesTheReferenceValues_data()
    {
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        for (const char* image : {"a03", "cyto"}) {
            QTest::addRow("identity-%s", image) << "" << image << "metrics" << QString("identity-%1").arg(image);
            for (const char* method : {"reinhard", "macenko", "vahadane"}) {
                const QString name = QString("%1-%2").arg(method, image);
                QTest::addRow("%s", qPrintable(name)) << name + ".png" << image << "classical" << name;
            }
            for (const char* checkpoint : {"StainNet-3x0_best_psnr_layer3_ch32", "StainNet-Public-centerUni_layer3_ch32", "StainNet-Public_layer3_ch32"}) {
                const QString name = QString("stainnet-%1-%2.png").arg(checkpoint, image);
                QTest::addRow("%s", qPrintable(name)) << name << image << "stainnet" << name;
            }
        }
    }

    void matchesTheReferenceValues()
    {
        QFETCH(QString, result);
        QFETCH(QString, image);
        QFETCH(QString, group);
        QFETCH(QString, key);
        const bool histology = image == "a03";
        ISOSTAIN_SHARED_FILE(json, "reference/golden/golden.json");
        ISOSTAIN_SHARED_FILE(sourcePath, histology ? "reference/golden/a03.png" : "data/pairs/stainnet-cytology/neg23570_ori.png");
        ISOSTAIN_SHARED_FILE(targetPath, histology ? "reference/golden/h03.png" : "data/pairs/stainnet-cytology/neg23570_target.png");
        ISOSTAIN_SHARED_FILE(resultPath, result.isEmpty() ? "reference/golden/a03.png" : "reference/golden/" + result.toStdString());
        const nlohmann::json expected = nlohmann::json::parse(std::ifstream(json))[group.toStdString()][key.toStdString()];
        const RgbImage source = readImage(sourcePath).value();
        const RgbImage target = readImage(targetPath).value();
        const RgbImage output = result.isEmpty() ? source : readImage(resultPath).value();

        QVERIFY(std::abs(ssimTarget(output, target).value() - expected["ssim_target"].get<double>()) < 1e-6);
        QVERIFY(std::abs(ssimSource(output, source).value() - expected["ssim_source"].get<double>()) < 1e-6);
        QVERIFY(std::abs(psnrTarget(output, target).value() - expected["psnr_target"].get<double>()) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
