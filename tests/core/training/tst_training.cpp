#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "demo/DemoSet.h"
#include "image/ImageFile.h"
#include "support/TestData.h"
#include "training/ImagePairs.h"
#include "training/TrainingModule.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

fs::path pathOf(const QTemporaryDir& folder)
{
    return folder.path().toStdString();
}

void writeGray(const fs::path& path, int width, int height, int gray)
{
    fs::create_directories(path.parent_path());
    RgbImage image = makeRgbImage(width, height);
    image.pixels.setTo(cv::Scalar::all(gray));
    QVERIFY(writePng(image, path, Overwrite::No));
}

bool sameWeights(const StainNetWeights& a, const StainNetWeights& b)
{
    bool same = a.layers.size() == b.layers.size();
    for (std::size_t i = 0; same && i < a.layers.size(); ++i)
        same = a.layers[i].weight == b.layers[i].weight && a.layers[i].bias == b.layers[i].bias;
    return same;
}

}

/// The module under test, or a skip where this build has none.
#define TRAINING_MODULE(name)                                                                                                  \
    const auto name##Loaded = loadTrainingModule();                                                                            \
    if (!name##Loaded)                                                                                                         \
        QSKIP("this build has no LibTorch");                                                                                   \
    const TrainingModule& name = **name##Loaded

class TestTraining : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_tiles = std::make_unique<QTemporaryDir>();
        demo::DemoSetOptions options;
        options.tissue = {Stain::HematoxylinEosin, 1536, 1536, 11};
        options.slides.clear();
        options.tiles = 6;
        QVERIFY(demo::writeDemoSet(pathOf(*m_tiles), options, {}));
        auto found = pairImages(pathOf(*m_tiles) / "tiles" / "a", pathOf(*m_tiles) / "tiles" / "b");
        QVERIFY(found);
        m_pairs = found->pairs;
        QCOMPARE(m_pairs.size(), std::size_t(6));
    }

    void pairsOfTwoSizesAreNamed()
    {
        QTemporaryDir folder;
        writeGray(pathOf(folder) / "a" / "1.png", 4, 4, 100);
        writeGray(pathOf(folder) / "c" / "1.png", 5, 4, 100);
        const auto differing = pairImages(pathOf(folder) / "a", pathOf(folder) / "c");
        QVERIFY(differing);
        const auto pixels = readPixels(differing->pairs, 100, 1, {});
        QVERIFY(!pixels);
        QCOMPARE(pixels.error().code, ErrorCode::TrainingDataInvalid);
        QVERIFY(pixels.error().subject.ends_with("c/1.png"));
    }

    void pixelsKeepTheirPartners()
    {
        QTemporaryDir folder;
        writeGray(pathOf(folder) / "a" / "1.png", 20, 10, 10);
        writeGray(pathOf(folder) / "b" / "1.png", 20, 10, 110);
        writeGray(pathOf(folder) / "a" / "2.png", 30, 10, 20);
        writeGray(pathOf(folder) / "b" / "2.png", 30, 10, 120);
        const auto found = pairImages(pathOf(folder) / "a", pathOf(folder) / "b");
        for (const std::size_t most : {std::size_t(10'000), std::size_t(80)}) {
            const auto pixels = readPixels(found->pairs, most, 1, {});
            QVERIFY(pixels);
            QCOMPARE(pixels->count(), most == 80 ? std::size_t(80) : std::size_t(500));
            QCOMPARE(pixels->teacher.size(), pixels->source.size());
            for (std::size_t i = 0; i < pixels->source.size(); ++i)
                QCOMPARE(int(pixels->teacher[i]), pixels->source[i] + 100);
        }
    }

    void identicalImagesAreLeftOutOfTheMeanPsnr()
    {
        QTemporaryDir folder;
        for (const char* name : {"a/same.png", "b/same.png", "a/other.png"})
            writeGray(pathOf(folder) / name, 12, 12, 100);
        writeGray(pathOf(folder) / "b" / "other.png", 12, 12, 101);
        const auto found = pairImages(pathOf(folder) / "a", pathOf(folder) / "b");
        QVERIFY(found);
        // Answers 100 for every color, the truncated half of a level above it.
        const float bias = (100.5f / 255 - 0.5f) * 2;
        const StainNetWeights constant{{ConvLayer{3, 3, 1, std::vector<float>(9), {bias, bias, bias}}}};
        const auto quality = measureQuality(constant, found->pairs, {});
        QVERIFY(quality);
        QCOMPARE(quality->images, std::size_t(2));
        QCOMPARE(quality->psnr, 20 * std::log10(255.0));
        QCOMPARE(quality->psnrUntouched, 20 * std::log10(255.0));
        const auto identical = measureQuality(constant, std::span(found->pairs).last(1), {});
        QVERIFY(std::isinf(identical->psnr));
        QCOMPARE(measureQuality(constant, {}, {})->images, std::size_t(0));
    }

    void aStainNetLearnsTheOtherScanner()
    {
        TRAINING_MODULE(module);
        const std::span<const ImagePair> all(m_pairs);
        const auto pixels = readPixels(all.first(5), 1 << 20, 1, {});
        QVERIFY(pixels);
        DistillationConfig config;
        config.pixelsPerStep = 4096;
        config.steps = 5;
        const auto brief = module.distill(*pixels, config, {});
        QVERIFY(brief);
        config.steps = 250;
        std::uint64_t lastStep = 0;
        const auto trained =
            module.distill(*pixels, config, JobControl{{}, [&](const Progress& progress) { lastStep = progress.done; }, 1});
        QVERIFY(trained);
        QCOMPARE(lastStep, std::uint64_t(250));
        QCOMPARE(trained->weights.parameterCount(), std::size_t(1283));
        QVERIFY2(trained->trainingLoss < 0.4 * brief->trainingLoss, qPrintable(QString::number(trained->trainingLoss)));
        const auto quality = measureQuality(trained->weights, all.last(1), {});
        QVERIFY(quality);
        QVERIFY2(quality->psnr > quality->psnrUntouched + 6,
                 qPrintable(QString("%1 from %2").arg(quality->psnr).arg(quality->psnrUntouched)));
    }

    void theSameSeedGivesTheSameWeights()
    {
        TRAINING_MODULE(module);
        const auto pixels = readPixels(m_pairs, 20'000, 1, {});
        QVERIFY(pixels);
        DistillationConfig config;
        config.pixelsPerStep = 1024;
        config.steps = 20;
        config.layers = 4;
        config.channels = 8;
        const JobControl control{{}, {}, 1};
        const auto first = module.distill(*pixels, config, control);
        const auto again = module.distill(*pixels, config, control);
        config.seed = 2;
        const auto other = module.distill(*pixels, config, control);
        QVERIFY(first && again && other);
        QCOMPARE(first->weights.layers.size(), std::size_t(4));
        QVERIFY(sameWeights(first->weights, again->weights));
        QVERIFY(!sameWeights(first->weights, other->weights));
    }

    void whatCannotBeTrainedIsAnError()
    {
        TRAINING_MODULE(module);
        QCOMPARE(module.distill({}, {}, {}).error().code, ErrorCode::TrainingDataInvalid);
        const PixelPairs pixels{{1, 2, 3}, {4, 5, 6}};
        DistillationConfig config;
        config.layers = 1;
        QCOMPARE(module.distill(pixels, config, {}).error().code, ErrorCode::InvalidArgument);
        for (const double rate : {0.0, -1e-3, std::nan("")}) {
            config = {};
            config.learningRate = rate;
            QCOMPARE(module.distill(pixels, config, {}).error().code, ErrorCode::InvalidArgument);
        }
        config = {};
        config.learningRate = 1e30;
        config.pixelsPerStep = 8;
        QCOMPARE(module.distill(pixels, config, {}).error().code, ErrorCode::TrainingDiverged);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(module.distill(pixels, {}, JobControl{stop.get_token(), {}, 1}).error().code, ErrorCode::Cancelled);
    }

    void withoutTheModuleACommandSaysSo()
    {
        // A copy of the program where no module lies beside it.
        QTemporaryDir folder;
        fs::create_directories(pathOf(folder) / "bin");
        const fs::path program = pathOf(folder) / "bin" / "isostain-cli";
        std::error_code error;
        if (!fs::copy_file(test::cliPath(), program, error))
            QSKIP("isostain-cli is not built");
        QProcess process;
        process.start(QString::fromStdString(program.string()), {"train", "stainnet", "--source", "a", "--teacher", "b", "-o",
                                                                 QString::fromStdString((pathOf(folder) / "run").string())});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("Training is not part of this installation."));
    }

private:
    std::unique_ptr<QTemporaryDir> m_tiles;
    std::vector<ImagePair> m_pairs;
};

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
