#include <QTest>

#include "image/ImageFile.h"
#include "normalize/Normalizer.h"
#include "support/ReferenceNetwork.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;

namespace {

StainProfile profileOf(StainNetWeights weights)
{
    StainProfile profile;
    profile.name = "generated";
    profile.weights = std::move(weights);
    return profile;
}

}

class TestNormalizer : public QObject {
    Q_OBJECT

private slots:
    void compilesTheProfilesNetwork()
    {
        const StainNetWeights weights = generatedStainNet({3, 16, 3}, 3);
        const NormalizerPtr normalizer = makeNormalizer(profileOf(weights)).value();
        QCOMPARE(normalizer->profile.name, std::string("generated"));
        for (std::uint32_t color = 0; color < ColorTable::kEntryCount; color += 54321) {
            const auto exact = exactAnswer(weights, color);
            for (unsigned channel = 0; channel < 3; ++channel) {
                const double level = normalizer->table->entry(color) >> (16 - 8 * channel) & 0xFFu;
                QVERIFY2(level <= exact[channel] + 1e-3 && level > exact[channel] - 1.001, "truncated, within float rounding");
            }
        }
    }

    void networksThatLookAroundAreRefused()
    {
        StainNetWeights weights = generatedStainNet({3, 16, 3}, 3);
        weights.layers[0].kernelSize = 3;
        weights.layers[0].weight.resize(3 * 16 * 9);
        QCOMPARE(makeNormalizer(profileOf(weights)).error().code, ErrorCode::SpatialUnsupported);
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto normalizer = makeNormalizer(profileOf(generatedStainNet({3, 16, 3}, 3)), {stop.get_token(), {}, 1});
        QCOMPARE(normalizer.error().code, ErrorCode::Cancelled);
    }

    void officialCheckpointsGiveTheReferenceImages_data()
    {
        QTest::addColumn<std::string>("checkpoint");
        for (const char* checkpoint :
             {"StainNet-3x0_best_psnr_layer3_ch32", "StainNet-Public-centerUni_layer3_ch32", "StainNet-Public_layer3_ch32"})
            QTest::newRow(checkpoint) << std::string(checkpoint);
    }

    /// At least 99.9 % of the values identical to PyTorch's, none off by more than 1.
    void officialCheckpointsGiveTheReferenceImages()
    {
        QFETCH(std::string, checkpoint);
        ISOSTAIN_SHARED_FILE(profilePath, "data/weights/stainnet/" + checkpoint + ".pth");
        const NormalizerPtr normalizer = makeNormalizer(readStainProfile(profilePath).value()).value();
        const std::pair<const char*, const char*> images[] = {
            {"reference/golden/a03.png", "a03"},
            {"data/pairs/stainnet-cytology/neg23570_ori.png", "cyto"},
        };
        for (const auto& [image, name] : images) {
            ISOSTAIN_SHARED_FILE(sourcePath, image);
            ISOSTAIN_SHARED_FILE(expectedPath, "reference/golden/stainnet-" + checkpoint + "-" + name + ".png");
            const RgbImage result = normalizer->table->apply(readImage(sourcePath).value());
            const RgbImage expected = readImage(expectedPath).value();
            QCOMPARE(result.pixels.size(), expected.pixels.size());
            cv::Mat difference;
            cv::absdiff(result.pixels, expected.pixels, difference);
            const cv::Mat values = difference.reshape(1);
            double largest = 0;
            cv::minMaxLoc(values, nullptr, &largest);
            const int different = cv::countNonZero(values);
            qInfo("%s: %d of %zu values differ, by at most %.0f", name, different, values.total(), largest);
            QVERIFY(largest <= 1);
            QVERIFY(different <= static_cast<int>(values.total() / 1000));
        }
    }
};

QTEST_GUILESS_MAIN(TestNormalizer)
#include "tst_normalizer.moc"
