#include "study/StudyForecast.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <system_error>

#include <unistd.h>

#include <opencv2/core.hpp>

#include "base/Parallel.h"
#include "demo/Tissue.h"
#include "evaluation/Evaluation.h"
#include "image/ImageFile.h"
#include "inference/InferenceModule.h"
#include "training/ClassifierNetwork.h"
#include "training/StainGanModel.h"
#include "training/StainGanTraining.h"
#include "training/StainNetTraining.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr int kTile = 256;
constexpr double kTilePixels = double(kTile) * kTile;
constexpr int kTrialSteps = 2;
constexpr std::size_t kTrialImages = 2;
/// Of a PNG of tissue, rounded up.
constexpr double kBytesPerPixel = 2;

double secondsOf(const std::function<void()>& task)
{
    const auto begin = std::chrono::steady_clock::now();
    task();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// A folder of some noisy tiles, gone with the object.
class TrialFolder {
public:
    TrialFolder()
    {
        std::string name = (fs::temp_directory_path() / "isostain-trial-XXXXXX").string();
        if (::mkdtemp(name.data()))
            m_path = name;
    }
    ~TrialFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }
    TrialFolder(const TrialFolder&) = delete;
    TrialFolder& operator=(const TrialFolder&) = delete;

    Result<std::vector<ImagePair>> write() const
    {
        std::vector<ImagePair> pairs;
        cv::RNG random(1);
        for (std::size_t i = 0; i < kTrialImages; ++i) {
            ImagePair pair{m_path / ("a" + std::to_string(i) + ".png"), m_path / ("b" + std::to_string(i) + ".png"),
                           std::to_string(i) + ".png"};
            for (const fs::path* file : {&pair.source, &pair.target}) {
                RgbImage image = makeRgbImage(kTile, kTile);
                random.fill(image.pixels, cv::RNG::UNIFORM, cv::Scalar(120, 60, 110), cv::Scalar(240, 200, 240));
                if (auto written = writePng(image, *file, Overwrite::Yes); !written)
                    return tl::unexpected(written.error());
            }
            pairs.push_back(std::move(pair));
        }
        return pairs;
    }
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

/// Numbers that a study's length follows from.
struct Sizes {
    double trainImages = 1;
    double sourcePixels = kTilePixels; ///< of one
    double testPairs = 0;

    explicit Sizes(const StudyConfig& config, const StudyCheck& check)
    {
        const bool isScan = check.source.isSlides;
        const auto pixelsOf = [](const StudySideCheck& side) {
            double pixels = 0, images = 0;
            for (const auto& [size, count] : side.summary.sizes) {
                pixels += double(size.first) * double(size.second) * double(count);
                images += double(count);
            }
            return images > 0 ? pixels / images : kTilePixels;
        };
        sourcePixels = isScan ? kTilePixels : pixelsOf(check.source);
        trainImages = double(std::max(check.source.summary.images, check.target.summary.images));
        testPairs = double(check.testPairs);
        if (isScan) {
            // How many pairs fit is known only afterwards: about half of what there is room for.
            const double room = pixelsOf(check.target) / kTilePixels / 2;
            testPairs = room * config.data.holdOut;
            trainImages = room - testPairs;
        }
    }
};

class Trial {
public:
    Trial(const StudyConfig& config, const StudyCheck& check, const JobControl& control)
        : m_config(config),
          m_sizes(config, check),
          m_check(check),
          m_control(control)
    {
    }

    Result<StudyForecast> run()
    {
        Result<std::vector<ImagePair>> pairs;
        m_secondsPerTile = secondsOf([&] { pairs = m_folder.write(); }) / (2 * kTrialImages);
        if (!pairs)
            return tl::unexpected(pairs.error());
        m_pairs = std::move(*pairs);
        std::uint64_t done = 0;
        for (const StudyStep step : m_config.steps) {
            if (m_control.stopRequested())
                return fail(ErrorCode::Cancelled, "The trial");
            if (auto measured = measure(step); !measured)
                return tl::unexpected(measured.error());
            m_control.report(++done, m_config.steps.size());
        }
        return std::move(m_forecast);
    }

private:
    Result<void> measure(StudyStep step)
    {
        switch (step) {
        case StudyStep::Data:
            return data();
        case StudyStep::StainGan:
            return stainGan();
        case StudyStep::StainNet:
            return stainNet();
        case StudyStep::Evaluation:
            return evaluation();
        case StudyStep::Pictures:
            // As the comparison, of a handful of images.
            set(step, m_secondsPerPixel * m_sizes.sourcePixels * std::min(6.0, m_sizes.testPairs) * methods(),
                kBytesPerPixel * m_sizes.sourcePixels * std::min(6.0, m_sizes.testPairs) * (methods() + 2));
            return {};
        case StudyStep::Slides:
            return slides();
        case StudyStep::Ablation:
            set(step, m_distillation * 12 + m_sizes.testPairs, 1e6);
            return {};
        case StudyStep::Classifier:
            return classifier();
        }
        return {};
    }

    void set(StudyStep step, double seconds, double bytes)
    {
        m_forecast.steps[step] = {seconds, static_cast<std::uint64_t>(std::max(0.0, bytes))};
    }

    double methods() const
    {
        return double(m_config.baselines.size()) + m_config.has(StudyStep::StainGan) + m_config.has(StudyStep::StainNet);
    }

    Result<void> data()
    {
        if (m_config.data.source == StudySource::Generated)
            generated();
        else if (m_config.data.source == StudySource::Slides)
            // To be read and to be written.
            set(StudyStep::Data, m_config.data.tiles * 2 * 2 * m_secondsPerTile, m_config.data.tiles * 2 * kTilePixels * kBytesPerPixel);
        else if (m_check.source.isSlides)
            set(StudyStep::Data, 1e-6 * pixelsOfScan(), pixelsOfScan() * kBytesPerPixel);
        else
            set(StudyStep::Data, 0.1, 0);
        return {};
    }

    /// Sources, targets and tests, as both scanners see them.
    void generated()
    {
        demo::TissueOptions options;
        options.stain = m_config.data.stain;
        const demo::TissueGenerator generator(options);
        const double seconds = secondsOf([&] { generator.renderBoth({3000, 3000, kTile, kTile}); });
        const double tiles = m_config.data.tiles * 2.25;
        // Places are looked at before they are taken: about twice as many as are wanted.
        set(StudyStep::Data, tiles * seconds * 3 / double(threadCount(m_control.threads)),
            tiles * 2 * kTilePixels * kBytesPerPixel);
    }

    double pixelsOfScan() const
    {
        const auto& [width, height] = m_check.target.summary.sizes.begin()->first;
        return double(width) * double(height);
    }

    Result<void> stainGan()
    {
        const auto module = loadStainGanModule();
        if (!module)
            return tl::unexpected(module.error());
        const StainGanConfig& config = m_config.stainGan;
        auto model = (*module)->create(config, m_control.threads);
        if (!model)
            return tl::unexpected(model.error());
        m_forecast.device = (*model)->deviceName();
        const UnpairedBatch batch = noise(config);
        Result<StainGanMeasures> trained;
        // The first step is slower than those to come.
        trained = (*model)->train(batch, {});
        const double seconds = secondsOf([&] {
            for (int i = 0; trained && i < kTrialSteps; ++i)
                trained = (*model)->train(batch, {});
        });
        if (!trained)
            return tl::unexpected(trained.error());
        const double perEpoch = config.stepsPerEpoch > 0 ? config.stepsPerEpoch : std::ceil(m_sizes.trainImages / config.batch);
        const double steps = perEpoch * epochCount(config);
        Result<RgbImage> made = makeRgbImage(kTile, kTile);
        // Here, too, the first image is slower.
        made = (*model)->translate(StainGanDirection::ToTarget, *made);
        if (made)
            m_teacher = secondsOf([&] { made = (*model)->translate(StainGanDirection::ToTarget, *made); }) / kTilePixels;
        if (!made)
            return tl::unexpected(made.error());
        const double testing = std::min(16.0, m_sizes.testPairs) * m_teacher * m_sizes.sourcePixels * epochCount(config);
        const double weights = 4.0 * (double((*model)->generator(StainGanDirection::ToTarget)->parameterCount()));
        // Both generators, as results and with their optimizers in two checkpoints; discriminators are about as large.
        set(StudyStep::StainGan, steps * seconds / kTrialSteps + testing, weights * (2 + 2 * 3 * 4));
        return {};
    }

    static UnpairedBatch noise(const StainGanConfig& config)
    {
        UnpairedBatch batch;
        cv::RNG random(1);
        for (PatchBatch* side : {&batch.source, &batch.target}) {
            side->count = config.batch;
            side->size = config.crop;
            side->pixels.resize(static_cast<std::size_t>(config.batch) * static_cast<std::size_t>(config.crop) *
                                static_cast<std::size_t>(config.crop) * 3);
            for (std::uint8_t& value : side->pixels)
                value = static_cast<std::uint8_t>(random.uniform(60, 240));
        }
        return batch;
    }

    Result<void> stainNet()
    {
        DistillationConfig config = m_config.distillation;
        const double wanted = m_config.recipe == DistillationRecipe::Paper ? config.epochs : config.steps;
        config.steps = config.epochs = 5;
        const TrainingImages images(m_pairs, std::size_t(1) << 26);
        Result<DistilledStainNet> trained;
        const double seconds = secondsOf([&] {
            const JobControl quiet{m_control.stop, {}, m_control.threads};
            trained = m_config.recipe == DistillationRecipe::Paper
                          ? distillAsPublished(
                                images, images, config, {}, [](const auto&, const auto&) { return Result<void>(); }, quiet)
                          : distillFast(images, config, {}, quiet);
        });
        if (!trained)
            return tl::unexpected(trained.error());
        // Epochs of the published recipe pass over all images.
        const double scale = m_config.recipe == DistillationRecipe::Paper ? m_sizes.trainImages / double(kTrialImages) : 1;
        m_distillation = seconds / 5 * wanted * scale + 1;
        const double teacher = m_config.has(StudyStep::StainGan) ? m_teacher * m_sizes.sourcePixels * m_sizes.trainImages : 0;
        set(StudyStep::StainNet, teacher + m_distillation,
            m_config.has(StudyStep::StainGan) ? kBytesPerPixel * m_sizes.sourcePixels * m_sizes.trainImages : 1e5);
        return {};
    }

    /// The methods without networks on the noise, the networks as measured before.
    Result<void> evaluation()
    {
        std::vector<std::string> plain;
        for (const std::string& method : m_config.baselines)
            if (method.find('=') == std::string::npos)
                plain.push_back(method);
        if (plain.empty())
            plain = {"source"};
        auto methods = readEvaluationMethods(plain);
        if (!methods)
            return tl::unexpected(methods.error());
        EvaluationRequest request;
        request.pairs = m_pairs;
        request.methods = std::move(*methods);
        Result<Evaluation> evaluated;
        const double seconds = secondsOf([&] {
            evaluated = evaluate(request, {}, JobControl{m_control.stop, {}, m_control.threads});
        });
        // Noise may be no tissue to a method; how long that takes is known all the same.
        if (!evaluated && evaluated.error().code == ErrorCode::Cancelled)
            return tl::unexpected(evaluated.error());
        m_secondsPerPixel = seconds / (double(kTrialImages) * kTilePixels * double(plain.size()));
        const double networks = m_config.has(StudyStep::StainGan) ? m_teacher : 0;
        const double pixels = m_sizes.testPairs * m_sizes.sourcePixels;
        set(StudyStep::Evaluation, pixels * (m_secondsPerPixel * this->methods() + networks),
            200 * m_sizes.testPairs * this->methods());
        return {};
    }

    Result<void> slides()
    {
        double pixels = 2048.0 * 1536;
        if (m_config.data.source != StudySource::Generated) {
            pixels = 0;
            for (const fs::path& path : m_config.data.slides)
                if (const auto slide = openSlide(path))
                    pixels += double((*slide)->geometry().width()) * double((*slide)->geometry().height());
        }
        const double networks = m_config.has(StudyStep::StainGan) ? m_teacher : 0;
        set(StudyStep::Slides, pixels * (m_secondsPerPixel * methods() + networks), 1e6 * methods());
        return {};
    }

    Result<void> classifier()
    {
        const auto module = loadClassifierModule();
        if (!module)
            return tl::unexpected(module.error());
        const ClassifierConfig& config = m_config.classifier;
        const int side = config.side > 0 ? config.side : 224;
        ImageBatch batch;
        batch.width = batch.height = side;
        batch.pixels.assign(static_cast<std::size_t>(config.batchSize) * static_cast<std::size_t>(side) *
                                static_cast<std::size_t>(side) * 3,
                            128);
        batch.labels.resize(static_cast<std::size_t>(config.batchSize));
        for (std::size_t i = 0; i < batch.labels.size(); ++i)
            batch.labels[i] = i % 2;
        auto network = (*module)->create(untrainedSqueezeNet(2, config.width, config.seed), m_control.threads);
        if (!network)
            return tl::unexpected(network.error());
        Result<ClassifierStepResult> trained;
        const double seconds = secondsOf([&] {
            trained = (*network)->train(batch, {config.learningRate, 0, 1, config.layers});
        });
        if (!trained)
            return tl::unexpected(trained.error());
        const double images =
            m_config.data.source == StudySource::Generated ? std::max(4, m_config.data.tiles / 2) * 2.0 : 1000.0;
        set(StudyStep::Classifier, seconds / config.batchSize * images * (config.epochs + 2) * config.repeats,
            3e6 * (config.repeats + 4));
        return {};
    }

    const StudyConfig& m_config;
    Sizes m_sizes;
    const StudyCheck& m_check;
    const JobControl& m_control;
    TrialFolder m_folder;
    std::vector<ImagePair> m_pairs;
    StudyForecast m_forecast{{}, "cpu"};
    double m_secondsPerTile = 0;  ///< written as PNG
    double m_teacher = 0;      ///< seconds per pixel through the generator
    double m_distillation = 0; ///< seconds
    double m_secondsPerPixel = 0;
};

}

double StudyForecast::seconds() const
{
    double sum = 0;
    for (const auto& [step, forecast] : steps)
        sum += forecast.seconds;
    return sum;
}

std::uint64_t StudyForecast::bytes() const
{
    std::uint64_t sum = 0;
    for (const auto& [step, forecast] : steps)
        sum += forecast.bytes;
    return sum;
}

Result<StudyForecast> forecastStudy(const StudyConfig& config, const StudyCheck& check, const JobControl& control)
{
    if (auto checked = checkStudyConfig(config); !checked)
        return tl::unexpected(checked.error());
    return Trial(config, check, control).run();
}

}
