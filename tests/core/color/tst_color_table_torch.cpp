#include <algorithm>
#include <cstdlib>

#include <QTest>

#include "TorchNetwork.h"
#include "color/ColorTable.h"
#include "nn/Checkpoint.h"
#include "nn/StainNetEvaluate.h"
#include "nn/StainNetMap.h"
#include "support/ReferenceNetwork.h"
#include "support/TestData.h"

using namespace isostain;
using namespace isostain::test;

namespace {

struct Difference {
    std::size_t colors = 0;   ///< that are not identical
    int largest = 0;          ///< levels, over all channels

    void add(std::uint32_t a, std::uint32_t b)
    {
        colors += a != b;
        for (const int shift : {16, 8, 0})
            largest = std::max(largest, std::abs(int(a >> shift & 0xFF) - int(b >> shift & 0xFF)));
    }
};

/// Colors through the network at once: their activations stay in the processor's caches.
constexpr std::uint32_t kChunk = 1u << 14;

}

/// Every color of the table against the network in LibTorch float32.
class TestColorTableTorch : public QObject {
    Q_OBJECT

private slots:
    void tableIsTheNetwork_data()
    {
        QTest::addColumn<QString>("checkpoint");
        QTest::addColumn<std::vector<int>>("widths");
        QTest::newRow("generated, default size") << QString() << std::vector{3, 32, 32, 3};
        QTest::newRow("generated, odd widths") << QString() << std::vector{3, 13, 7, 6, 3};
        for (const char* name : {"StainNet-3x0_best_psnr_layer3_ch32.pth", "StainNet-Public-centerUni_layer3_ch32.pth",
                                 "StainNet-Public_layer3_ch32.pth"})
            QTest::newRow(name) << QString("data/weights/stainnet/") + name << std::vector<int>();
    }

    void tableIsTheNetwork()
    {
        QFETCH(QString, checkpoint);
        QFETCH(std::vector<int>, widths);
        StainNetWeights weights;
        if (checkpoint.isEmpty()) {
            weights = generatedStainNet(widths, 20211);
        } else {
            ISOSTAIN_SHARED_FILE(path, checkpoint.toStdString());
            weights = readStainNet(path).value();
        }
        const ColorTablePtr table = ColorTable::compile(*StainNetMap::create(weights, "test").value()).value();

        Difference difference;
        std::size_t distinct = 0;
        for (std::uint32_t first = 0; first < ColorTable::kEntryCount; first += kChunk) {
            const auto expected = torchAnswers(weights, first, kChunk);
            for (std::uint32_t i = 0; i < kChunk; ++i) {
                difference.add(expected[i], table->entry(first + i));
                distinct += i > 0 && expected[i] != expected[i - 1];
            }
        }
        qInfo("%zu of %zu colors differ, by at most %d", difference.colors, ColorTable::kEntryCount, difference.largest);
        QVERIFY2(distinct > ColorTable::kEntryCount / 100, "a network that answers everything alike proves nothing");
        QVERIFY(difference.largest <= 1);
        QVERIFY(difference.colors <= ColorTable::kEntryCount / 1000);
    }

    void portableFormIsTheNetwork()
    {
        const StainNetWeights weights = generatedStainNet({3, 32, 32, 3}, 20211);
        Difference difference;
        std::size_t compared = 0;
        std::vector<std::uint32_t> colors(kChunk);
        for (std::uint32_t first = 0; first < ColorTable::kEntryCount; first += 16 * kChunk) {
            const auto expected = torchAnswers(weights, first, kChunk);
            std::generate(colors.begin(), colors.end(), [next = first]() mutable { return next++; });
            evaluateStainNet(weights, colors.data(), colors.data(), kChunk, SimdLevel::Portable);
            for (std::uint32_t i = 0; i < kChunk; ++i)
                difference.add(expected[i], colors[i]);
            compared += kChunk;
        }
        QVERIFY(difference.largest <= 1);
        QVERIFY(difference.colors <= compared / 1000);
    }
};

QTEST_GUILESS_MAIN(TestColorTableTorch)
#include "tst_color_table_torch.moc"
