#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <thread>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "image/ImageFile.h"
#include "inference/InferenceModule.h"
#include "inference/TorchModule.h"
#include "normalize/NetworkTiles.h"
#include "support/GeneratedNetworks.h"
#include "support/TestData.h"

using namespace isostain;
using test::NetworkMaker;
namespace fs = std::filesystem;

namespace {

/// Colors that change slowly and quickly: what instance norms and borders are sensitive to.
RgbImage texturedImage(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    RgbImage image = makeRgbImage(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) {
                const double wave = std::sin(x * 0.05 + c) + std::sin(y * 0.031 * (c + 1)) + (x > width / 2 ? 0.7 : 0);
                const double noise = static_cast<double>(random() % 64) - 32;
                image.pixels.at<cv::Vec3b>(y, x)[c] = cv::saturate_cast<std::uint8_t>(140 + 40 * wave + noise);
            }
    return image;
}

int largestDifference(const RgbImage& a, const RgbImage& b)
{
    if (a.pixels.size() != b.pixels.size())
        return 256;
    return static_cast<int>(cv::norm(a.pixels, b.pixels, cv::NORM_INF));
}

double meanDifference(const RgbImage& a, const RgbImage& b)
{
    return cv::norm(a.pixels, b.pixels, cv::NORM_L1) / static_cast<double>(3 * a.pixels.total());
}

std::vector<float> readFloats(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::vector<float> values(fs::file_size(path) / sizeof(float));
    file.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(float)));
    return values;
}

bool isTorchLoaded()
{
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find("libtorch") != std::string::npos || line.find("libc10") != std::string::npos)
            return true;
    return false;
}

Result<SpatialNetworkPtr> prepared(const NetworkBackend& backend, const Network& network, NetworkOptions options = {})
{
    return backend.create(network, options, "net.pth");
}

}

/// The module under test, or a skip where this build has none.
#define INFERENCE_MODULE(name)                                                                                                 \
    const auto name##Loaded = loadInferenceModule();                                                                           \
    if (!name##Loaded)                                                                                                         \
        QSKIP("this build has no LibTorch");                                                                                   \
    const InferenceModule& name = **name##Loaded

class TestInference : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLoadedBeforeItIsAskedFor();
    void reproducesTheReferenceOutputs_data();
    void reproducesTheReferenceOutputs();
    void publishedFormIsTheTruncatedOutput();
    void tilesAreTheWholeImage_data();
    void tilesAreTheWholeImage();
    void theHaloIsAsLargeAsItMustBe();
    void referenceGeneratorInTiles();
    void frozenOnOneImageIsAsPublished();
    void statisticsArePooledOverSamples();
    void statisticsDoNotDependOnMemory();
    void anySizeHasAResult();
    void batchesGiveWhatSingleImagesGive();
    void stopsAreHonoured();
    void whatCannotRunIsAnError();
    void memoryIsCapped();
    void oneNetworkServesManyThreads();
};

void TestInference::nothingIsLoadedBeforeItIsAskedFor()
{
    QVERIFY(!isTorchLoaded());
    INFERENCE_MODULE(module);
    QVERIFY(module.backend);
    QVERIFY(isTorchLoaded());
}

void TestInference::reproducesTheReferenceOutputs_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"generator-ngf16-blocks9", "generator-ngf8-blocks6-legacy", "stainnet-3x3-ch32", "discriminator-ndf16"})
        QTest::newRow(name) << name;
}

void TestInference::reproducesTheReferenceOutputs()
{
    QFETCH(QString, name);
    ISOSTAIN_SHARED_FILE(image, "reference/golden/a03.png");
    INFERENCE_MODULE(module);
    const fs::path folder = image.parent_path();
    const fs::path checkpoint = folder / (name.toStdString() + ".pth");
    AnyNetwork network;
    if (name.startsWith("discriminator")) {
        network = readDiscriminator(checkpoint).value();
    } else {
        const Network read = readNetwork(checkpoint).value();
        std::visit([&](const auto& weights) { network = weights; }, read);
    }
    const RgbImage source = readImage(image).value();
    const auto output = module.evaluate(network, {source.pixels(cv::Rect(0, 0, 128, 128))});
    QVERIFY(output);
    const std::vector<float> expected = readFloats(folder / (name.toStdString() + ".output.f32"));
    QCOMPARE(output->values.size(), expected.size());
    double worst = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double difference = std::abs(double(output->values[i]) - expected[i]);
        QVERIFY2(difference < 1e-4, qPrintable(QString("value %1 differs by %2").arg(i).arg(difference)));
        worst = std::max(worst, difference);
    }
    qInfo("largest difference %.2g", worst);
}

void TestInference::publishedFormIsTheTruncatedOutput()
{
    INFERENCE_MODULE(module);
    for (const Network& network : {Network(NetworkMaker(3).generator(4, 2)), Network(NetworkMaker(3).stainNet(8, 3, 3))}) {
        const RgbImage image = texturedImage(64, 48, 1);
        const auto spatial = prepared(*module.backend, network);
        QVERIFY(spatial);
        QCOMPARE((*spatial)->shape().normChannels, shapeOf(network).normChannels);
        const auto published = normalizeAsPublished(**spatial, image);
        QVERIFY(published);
        AnyNetwork any;
        std::visit([&](const auto& weights) { any = weights; }, network);
        const auto output = module.evaluate(any, image);
        QVERIFY(output);
        QCOMPARE(output->height, 48);
        int wrong = 0;
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 64; ++x)
                for (int c = 0; c < 3; ++c) {
                    const float y01 = output->values[std::size_t((c * 48 + y) * 64 + x)] * 0.5f + 0.5f;
                    const int level = static_cast<int>(std::clamp(y01, 0.0f, 1.0f) * 255);
                    wrong += level != published->pixels.at<cv::Vec3b>(y, x)[c];
                }
        QCOMPARE(wrong, 0);
    }
}

void TestInference::tilesAreTheWholeImage_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("blocks"); // -1: a StainNet with 3x3 layers
    QTest::newRow("generator") << 640 << 384 << 3;
    QTest::newRow("generator, odd size") << 531 << 302 << 3;
    QTest::newRow("generator, one pixel over a tile") << 513 << 257 << 1;
    QTest::newRow("StainNet 3x3") << 531 << 302 << -1;
}

void TestInference::tilesAreTheWholeImage()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, blocks);
    INFERENCE_MODULE(module);
    const Network network = blocks < 0 ? Network(NetworkMaker(5).stainNet(16, 3, 3)) : NetworkMaker(5).generator(4, blocks);
    const auto spatial = prepared(*module.backend, network);
    QVERIFY(spatial);
    const RgbImage image = texturedImage(width, height, 2);
    const RgbImage sample{texturedImage(128, 128, 3)};
    const auto statistics = (*spatial)->freeze({&sample, 1});
    QVERIFY(statistics);
    const auto frozen = (*spatial)->withStatistics(*statistics);
    QVERIFY(frozen);
    const auto whole = normalizeWhole(**frozen, image);
    QVERIFY(whole);
    QCOMPARE(whole->width(), width);
    QCOMPARE(whole->height(), height);
    // Something to compare: not one color.
    QVERIFY(meanDifference(*whole, {cv::Mat(whole->pixels.size(), CV_8UC3, cv::mean(whole->pixels))}) > 5);
    for (const int tileSize : {64, 100, 256, 512, 1024}) {
        std::uint64_t tiles = 0;
        const auto tiled = normalizeInTiles(**frozen, image, tileSize,
                                            JobControl{{}, [&](const Progress& progress) { tiles = progress.done; }, 0});
        QVERIFY(tiled);
        QCOMPARE(tiles, std::uint64_t((width + tileSize - 1) / tileSize * ((height + tileSize - 1) / tileSize)));
        QVERIFY2(largestDifference(*whole, *tiled) <= 1, qPrintable(QString::number(largestDifference(*whole, *tiled))));
    }
}

void TestInference::theHaloIsAsLargeAsItMustBe()
{
    // A changed pixel changes results as far away as the receptive radius says, and no further.
    INFERENCE_MODULE(module);
    const Network network = NetworkMaker(5).generator(4, 1);
    const NetworkShape shape = shapeOf(network);
    const auto spatial = prepared(*module.backend, network);
    QVERIFY(spatial);
    const RgbImage image = texturedImage(96, 96, 2);
    const auto frozen = (*spatial)->withStatistics((*spatial)->freeze({&image, 1}).value());
    QVERIFY(frozen);
    const RgbImage before = normalizeWhole(**frozen, image).value();
    int furthest = 0;
    for (int place = 44; place < 48; ++place) {
        const RgbImage changed{image.pixels.clone()};
        changed.pixels(cv::Rect(place, 0, 1, 96)).setTo(cv::Scalar(255, 0, 255));
        const RgbImage after = normalizeWhole(**frozen, changed).value();
        for (int x = 0; x < 96; ++x)
            if (cv::norm(before.pixels.col(x), after.pixels.col(x), cv::NORM_INF) > 0)
                furthest = std::max(furthest, std::abs(x - place));
    }
    QVERIFY2(furthest <= shape.receptiveRadius, qPrintable(QString::number(furthest)));
    QVERIFY2(furthest > shape.receptiveRadius - 4, qPrintable(QString::number(furthest)));
}

void TestInference::referenceGeneratorInTiles()
{
    ISOSTAIN_SHARED_FILE(path, "reference/golden/generator-ngf8-blocks6-legacy.pth");
    INFERENCE_MODULE(module);
    const auto spatial = prepared(*module.backend, readNetwork(path).value());
    QVERIFY(spatial);
    ISOSTAIN_SHARED_FILE(frame, "data/pairs/mitos-atypia-x40/A03_1216x960.png");
    const RgbImage image = readImage(frame).value();
    const RgbImage samples[] = {{image.pixels(cv::Rect(0, 0, 256, 256))}, {image.pixels(cv::Rect(256, 128, 256, 256))}};
    const auto frozen = (*spatial)->withStatistics((*spatial)->freeze(samples).value());
    QVERIFY(frozen);
    const auto whole = normalizeWhole(**frozen, image);
    QVERIFY(whole);
    for (const int tileSize : {256, 512, 1024})
        QVERIFY(largestDifference(*whole, normalizeInTiles(**frozen, image, tileSize).value()) <= 1);
}

void TestInference::frozenOnOneImageIsAsPublished()
{
    INFERENCE_MODULE(module);
    const auto spatial = prepared(*module.backend, NetworkMaker(9).generator(6, 3));
    QVERIFY(spatial);
    const RgbImage image = texturedImage(128, 96, 4);
    std::uint64_t layers = 0;
    const auto statistics =
        (*spatial)->freeze({&image, 1}, JobControl{{}, [&](const Progress& progress) { layers = progress.done; }, 0});
    QVERIFY(statistics);
    QCOMPARE(layers, std::uint64_t(11));
    QVERIFY(fits(*statistics, (*spatial)->shape()));
    QCOMPARE(statistics->samples, 1);
    const RgbImage frozen = normalizeWhole(**(*spatial)->withStatistics(*statistics), image).value();
    const RgbImage published = normalizeAsPublished(**spatial, image).value();
    QVERIFY(largestDifference(frozen, published) <= 1);
    // And statistics matter: those of another image give another result.
    const RgbImage other = texturedImage(128, 96, 5);
    RgbImage bright{other.pixels / 4 + cv::Scalar::all(190)};
    const auto foreign = (*spatial)->freeze({&bright, 1});
    QVERIFY(foreign);
    QVERIFY(meanDifference(normalizeWhole(**(*spatial)->withStatistics(*foreign), image).value(), published) > 5);
}

void TestInference::statisticsArePooledOverSamples()
{
    // The first norm sees what the first convolution makes: its pooled statistics can be counted from the single images'.
    INFERENCE_MODULE(module);
    const auto spatial = prepared(*module.backend, NetworkMaker(9).generator(3, 1));
    QVERIFY(spatial);
    const RgbImage samples[] = {texturedImage(64, 64, 1), {texturedImage(32, 64, 2).pixels / 2}};
    const NormStatistics pooled = (*spatial)->freeze(samples)->layers.front();
    const NormStatistics first = (*spatial)->freeze({&samples[0], 1})->layers.front();
    const NormStatistics second = (*spatial)->freeze({&samples[1], 1})->layers.front();
    for (std::size_t c = 0; c < 3; ++c) {
        const double mean = (2.0 * first.mean[c] + second.mean[c]) / 3;
        const double squares =
            (2 * (first.variance[c] + std::pow(first.mean[c], 2)) + second.variance[c] + std::pow(second.mean[c], 2)) / 3;
        QVERIFY(std::abs(pooled.mean[c] - mean) < 1e-5);
        QVERIFY(std::abs(pooled.variance[c] - (squares - mean * mean)) < 1e-5);
        QVERIFY(first.mean[c] != second.mean[c]);
    }
}

void TestInference::statisticsDoNotDependOnMemory()
{
    INFERENCE_MODULE(module);
    const Network network = NetworkMaker(9).generator(4, 2);
    std::vector<RgbImage> samples;
    for (unsigned i = 0; i < 4; ++i)
        samples.push_back(texturedImage(64, 64, i));
    const auto plenty = prepared(*module.backend, network).value()->freeze(samples);
    NetworkOptions little;
    little.memoryBytes = shapeOf(network).bytesPerPixel * 64 * 64; // the activations of one sample
    const auto scarce = prepared(*module.backend, network, little).value()->freeze(samples);
    QVERIFY(plenty && scarce);
    for (std::size_t layer = 0; layer < plenty->layers.size(); ++layer)
        for (std::size_t c = 0; c < plenty->layers[layer].mean.size(); ++c) {
            const NormStatistics &a = plenty->layers[layer], &b = scarce->layers[layer];
            QVERIFY(std::abs(a.mean[c] - b.mean[c]) < 1e-4 * (1 + std::sqrt(a.variance[c])));
            QVERIFY(std::abs(a.variance[c] - b.variance[c]) < 1e-3 * (1e-3f + a.variance[c]));
        }
}

void TestInference::anySizeHasAResult()
{
    INFERENCE_MODULE(module);
    for (const Network& network : {Network(NetworkMaker(3).generator(2, 2)), Network(NetworkMaker(3).stainNet(4, 3, 5))}) {
        const auto spatial = prepared(*module.backend, network);
        QVERIFY(spatial);
        for (const cv::Size size : {cv::Size(1, 1), cv::Size(1, 9), cv::Size(5, 3), cv::Size(8, 8), cv::Size(10, 33)}) {
            const RgbImage image = texturedImage(size.width, size.height, 1);
            const auto published = normalizeAsPublished(**spatial, image);
            QVERIFY(published);
            QCOMPARE(published->pixels.size(), size);
        }
        // One color: a variance of zero is no division by zero.
        const RgbImage blank{cv::Mat(40, 40, CV_8UC3, cv::Scalar::all(255))};
        QVERIFY(normalizeAsPublished(**spatial, blank));
        const auto statistics = (*spatial)->freeze({&blank, 1});
        QVERIFY(statistics);
        const auto frozen = (*spatial)->withStatistics(*statistics);
        QVERIFY(frozen);
        QVERIFY(normalizeWhole(**frozen, texturedImage(9, 9, 1)));
        QCOMPARE(normalizeWhole(**frozen, RgbImage()).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(normalizeAsPublished(**spatial, RgbImage()).error().code, ErrorCode::InvalidArgument);
    }
}

void TestInference::batchesGiveWhatSingleImagesGive()
{
    INFERENCE_MODULE(module);
    const Network network = NetworkMaker(3).generator(4, 2);
    NetworkOptions options;
    options.memoryBytes = 2 * shapeOf(network).bytesPerPixel * 64 * 64; // two at a time
    const auto spatial = prepared(*module.backend, network, options);
    QVERIFY(spatial);
    std::vector<RgbImage> images;
    for (unsigned i = 0; i < 5; ++i)
        images.push_back(texturedImage(64, 64, i));
    images.push_back(texturedImage(32, 48, 9));
    const auto frozen = (*spatial)->withStatistics(*(*spatial)->freeze(images));
    QVERIFY(frozen);
    const auto together = (*frozen)->run(images);
    QVERIFY(together);
    QCOMPARE(together->size(), images.size());
    for (std::size_t i = 0; i < images.size(); ++i)
        QVERIFY(largestDifference((*together)[i], (*frozen)->run({&images[i], 1})->front()) <= 1);
    QVERIFY((*frozen)->run({})->empty());
}

void TestInference::stopsAreHonoured()
{
    INFERENCE_MODULE(module);
    const auto spatial = prepared(*module.backend, NetworkMaker(3).generator(2, 1));
    QVERIFY(spatial);
    const RgbImage image = texturedImage(32, 32, 1);
    const auto frozen = (*spatial)->withStatistics(*(*spatial)->freeze({&image, 1}));
    QVERIFY(frozen);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(normalizeWhole(**frozen, image, stop.get_token()).error().code, ErrorCode::Cancelled);
    QCOMPARE(normalizeAsPublished(**spatial, image, stop.get_token()).error().code, ErrorCode::Cancelled);
    QCOMPARE((*spatial)->freeze({&image, 1}, JobControl{stop.get_token(), {}, 0}).error().code, ErrorCode::Cancelled);
    // In the middle: at the third layer that is reported.
    std::stop_source later;
    std::uint64_t layers = 0;
    const JobControl control{later.get_token(),
                             [&](const Progress& progress) {
                                 layers = progress.done;
                                 if (layers == 3)
                                     later.request_stop();
                             },
                             0};
    QCOMPARE((*spatial)->freeze({&image, 1}, control).error().code, ErrorCode::Cancelled);
    QCOMPARE(layers, std::uint64_t(3));
    // And afterwards everything works as before.
    QVERIFY(normalizeWhole(**frozen, image));
}

void TestInference::whatCannotRunIsAnError()
{
    INFERENCE_MODULE(module);
    ResnetGeneratorWeights broken = NetworkMaker(3).generator(2, 1);
    broken.blocks.front().second.weight.pop_back();
    QCOMPARE(prepared(*module.backend, broken).error().code, ErrorCode::CheckpointMismatch);
    QCOMPARE(prepared(*module.backend, ResnetGeneratorWeights()).error().code, ErrorCode::CheckpointMismatch);
    QCOMPARE(prepared(*module.backend, StainNetWeights()).error().code, ErrorCode::CheckpointMismatch);

    const auto spatial = prepared(*module.backend, NetworkMaker(3).generator(2, 1));
    QVERIFY(spatial);
    const RgbImage image = texturedImage(32, 32, 1);
    const FrozenStatistics good = (*spatial)->freeze({&image, 1}).value();
    FrozenStatistics bad = good;
    bad.layers.pop_back();
    QCOMPARE((*spatial)->withStatistics(bad).error().code, ErrorCode::InvalidArgument);
    bad = good;
    bad.layers[1].variance[0] = -1;
    QCOMPARE((*spatial)->withStatistics(bad).error().code, ErrorCode::InvalidArgument);
    bad.layers[1].variance[0] = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE((*spatial)->withStatistics(bad).error().code, ErrorCode::InvalidArgument);

    const RgbImage odd = texturedImage(33, 32, 1);
    const auto frozen = (*spatial)->withStatistics(good);
    QVERIFY(frozen);
    QCOMPARE((*frozen)->run({&odd, 1}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE((*spatial)->freeze({}).error().code, ErrorCode::InvalidArgument);

    // Weights that are finite, but whose products are not.
    ResnetGeneratorWeights huge = NetworkMaker(3).generator(2, 1);
    for (float& weight : huge.stem.weight)
        weight = 1e38f;
    const auto overflowing = prepared(*module.backend, huge);
    QVERIFY(overflowing);
    QCOMPARE((*overflowing)->freeze({&image, 1}).error().code, ErrorCode::CheckpointNotFinite);
    QVERIFY(normalizeAsPublished(**overflowing, image));
}

void TestInference::memoryIsCapped()
{
    INFERENCE_MODULE(module);
    const Network network = NetworkMaker(3).generator(8, 1);
    NetworkOptions options;
    options.memoryBytes = shapeOf(network).bytesPerPixel * 256 * 256;
    const auto spatial = prepared(*module.backend, network, options);
    QVERIFY(spatial);
    const auto whole = normalizeAsPublished(**spatial, texturedImage(512, 512, 1));
    QVERIFY(!whole);
    QCOMPARE(whole.error().code, ErrorCode::OutOfMemory);
    QCOMPARE(whole.error().subject, std::string("net.pth"));
    const RgbImage sample = texturedImage(64, 64, 2);
    const auto frozen = (*spatial)->withStatistics(*(*spatial)->freeze({&sample, 1}));
    QVERIFY(normalizeInTiles(**frozen, texturedImage(512, 512, 1), 128));
}

void TestInference::oneNetworkServesManyThreads()
{
    INFERENCE_MODULE(module);
    NetworkOptions options;
    options.threads = 1;
    const auto spatial = prepared(*module.backend, NetworkMaker(3).generator(2, 1), options);
    QVERIFY(spatial);
    const RgbImage image = texturedImage(48, 48, 1);
    const auto frozen = (*spatial)->withStatistics(*(*spatial)->freeze({&image, 1}));
    QVERIFY(frozen);
    const RgbImage expected = normalizeWhole(**frozen, image).value();
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 5; ++round)
                    if (const auto result = normalizeWhole(**frozen, image);
                        result && largestDifference(*result, expected) == 0)
                        ++right;
            });
    }
    QCOMPARE(right.load(), 20);
}

QTEST_GUILESS_MAIN(TestInference)
#include "tst_inference.moc"
