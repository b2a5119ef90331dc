#include "evaluation/SpeedTest.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>

#include <opencv2/core.hpp>

#include "base/Parallel.h"
#include "dataset/PatchGrid.h"
#include "evaluation/MethodRun.h"
#include "image/Guarded.h"
#include "image/ImageFile.h"
#include "nn/StainNetMap.h"

namespace isostain {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Side by side and one below the other until there is enough.
RgbImage repeatedTo(const RgbImage& image, int side)
{
    const int columns = (side + image.width() - 1) / image.width();
    const int rows = (side + image.height() - 1) / image.height();
    const cv::Mat many = cv::repeat(image.pixels, rows, columns);
    return {many(cv::Rect(0, 0, side, side)).clone()};
}

void take(SpeedImages& images, const RgbImage& image, std::size_t most)
{
    const auto patches = patchGrid(image.width(), image.height(), SpeedImages::kSide);
    for (const PixelRect& patch : patches) {
        if (images.images.size() == most)
            return;
        images.images.push_back({patchOf(image, patch).pixels.clone()});
        ++images.cut;
    }
    if (patches.empty()) {
        images.images.push_back(repeatedTo(image, SpeedImages::kSide));
        ++images.repeated;
    }
}

/// Does something with the image of this index; an error ends the measurement.
using Work = std::function<Result<void>(std::size_t image)>;

/// Measures one rate after another.
class RateMeter {
public:
    RateMeter(std::size_t images, double seconds, unsigned threads, const std::stop_token& stop)
        : m_images(images),
          m_seconds(seconds),
          m_threads(threads),
          m_stop(stop)
    {
    }

    /// Results per second: a warm-up, then rounds that are long enough not to measure the start of threads.
    Result<double> rate(const Work& work) const
    {
        if (auto warm = round(work, m_images); !warm)
            return tl::unexpected(warm.error());
        std::size_t count = m_images;
        std::size_t done = 0;
        const auto start = Clock::now();
        do {
            if (auto ran = round(work, count); !ran)
                return tl::unexpected(ran.error());
            done += count;
            if (secondsSince(start) < m_seconds / 10)
                count *= 2;
        } while (secondsSince(start) < m_seconds);
        return static_cast<double>(done) / secondsSince(start);
    }

private:
    Result<void> round(const Work& work, std::size_t count) const
    {
        std::mutex mutex;
        Result<void> first;
        const bool all = parallelFor(
            count,
            [&](std::size_t i) {
                if (auto worked = work(i % m_images); !worked) {
                    const std::lock_guard lock(mutex);
                    if (first)
                        first = worked;
                }
            },
            m_threads, m_stop);
        if (!all)
            return fail(ErrorCode::Cancelled, "The measurement");
        return first;
    }

    std::size_t m_images;
    double m_seconds;
    unsigned m_threads;
    const std::stop_token& m_stop;
};

/// The images of a measurement in the forms that methods take.
struct Material {
    std::vector<LoadedPair> pairs; ///< both sides the source
    std::vector<BgrxImage> words;
    ColorSample sample; ///< of the first image
};

Material materialOf(const SpeedImages& images)
{
    Material material;
    for (const RgbImage& image : images.images) {
        material.pairs.push_back({image, image});
        material.words.push_back(toBgrx(image));
    }
    material.sample = sampleImage(images.images.front());
    return material;
}

/// Everything about one method. `method` is its run, `complete` the same with a complete table.
class MethodMeter {
public:
    MethodMeter(const EvaluationMethod& method, const MethodRun& run, const Material& material,
                const EvaluationRequest& request, double seconds, const JobControl& control)
        : m_method(method),
          m_run(run),
          m_material(material),
          m_request(request),
          m_seconds(seconds),
          m_control(control)
    {
    }

    Result<MethodSpeed> measure(const std::optional<ReferenceSample>& reference) const
    {
        MethodSpeed speed{m_method.name, {}, {}, {}, "CPU", threadCount(m_control.threads)};
        if (m_method.kind == EvaluationMethod::Kind::Source)
            return speed;
        if (m_run.network())
            return ofNetwork(std::move(speed));
        auto direct = ofPixels();
        if (!direct)
            return tl::unexpected(direct.error());
        speed.direct = *direct;
        return withTable(std::move(speed), reference);
    }

private:
    RateMeter meter(unsigned threads) const { return {m_material.pairs.size(), m_seconds, threads, m_control.stop}; }

    Result<void> runWhole(std::size_t image) const
    {
        const LoadedPair& pair = m_material.pairs[image];
        // Only fitted methods look at the sample: theirs is part of what is measured.
        const bool isFitted = m_method.kind == EvaluationMethod::Kind::Fitted;
        const auto output = m_run.run(pair, isFitted ? sampleImage(pair.source) : m_material.sample, m_control.stop);
        return output ? Result<void>() : tl::unexpected(output.error());
    }

    /// One image at a time: the device, or all threads, work on it together.
    Result<MethodSpeed> ofNetwork(MethodSpeed speed) const
    {
        const auto rate = meter(1).rate([&](std::size_t image) { return runWhole(image); });
        if (!rate)
            return tl::unexpected(rate.error());
        speed.direct = *rate;
        speed.device = m_run.network()->deviceName();
        return speed;
    }

    Result<double> ofPixels() const
    {
        const StainProfile& profile = m_method.profile;
        if (m_method.kind != EvaluationMethod::Kind::Profile || profile.method != NormalizationMethod::StainNet)
            return meter(m_control.threads).rate([&](std::size_t image) { return runWhole(image); });
        const auto map = StainNetMap::create(profile.weights, m_method.name);
        if (!map)
            return tl::unexpected(map.error());
        return meter(m_control.threads).rate([&](std::size_t image) -> Result<void> {
            const BgrxImage& words = m_material.words[image];
            BgrxImage result = makeBgrxImage(words.width(), words.height());
            (*map)->map(words.row(0), result.row(0), words.pixels.total());
            return {};
        });
    }

    Result<MethodSpeed> withTable(MethodSpeed speed, const std::optional<ReferenceSample>& reference) const
    {
        const auto start = Clock::now();
        auto profile = m_method.kind == EvaluationMethod::Kind::Profile
                           ? Result<StainProfile>(m_method.profile)
                           : profileFittedTo(reference ? reference->sample : m_material.sample, "The reference",
                                             m_method.fitted, m_request.form);
        if (!profile)
            return tl::unexpected(profile.error());
        const auto normalizer = makeNormalizer(*std::move(profile), m_material.sample, m_request.form,
                                               JobControl{m_control.stop, {}, m_control.threads});
        if (!normalizer)
            return tl::unexpected(normalizer.error());
        speed.tableBuildSeconds = secondsSince(start);
        const ColorTable& table = *(*normalizer)->table;
        const auto rate = meter(m_control.threads).rate([&](std::size_t image) -> Result<void> {
            const BgrxImage& words = m_material.words[image];
            BgrxImage result = makeBgrxImage(words.width(), words.height());
            table.apply(words.row(0), result.row(0), words.pixels.total());
            return {};
        });
        if (!rate)
            return tl::unexpected(rate.error());
        speed.table = *rate;
        return speed;
    }

    const EvaluationMethod& m_method;
    const MethodRun& m_run;
    const Material& m_material;
    const EvaluationRequest& m_request;
    double m_seconds;
    const JobControl& m_control;
};

Result<SpeedReport> measureAll(const EvaluationRequest& request, double seconds, const JobControl& control)
{
    auto images = speedImages(request.pairs);
    if (!images)
        return tl::unexpected(images.error());
    const Material material = materialOf(*images);
    const auto reference = readReference(request);
    if (!reference)
        return tl::unexpected(reference.error());
    SpeedReport report;
    report.imageCount = images->images.size();
    report.images = {{}, images->cut, images->repeated};
    report.secondsPerRate = seconds;
    for (const EvaluationMethod& method : request.methods) {
        const auto run = MethodRun::prepare(method, request, *reference);
        if (!run)
            return tl::unexpected(run.error());
        auto speed = MethodMeter(method, **run, material, request, seconds, control).measure(*reference);
        if (!speed)
            return tl::unexpected(speed.error());
        report.methods.push_back(*std::move(speed));
        control.report(report.methods.size(), request.methods.size());
    }
    return report;
}

}

Result<SpeedImages> speedImages(const std::vector<ImagePair>& pairs, std::size_t most)
{
    SpeedImages images;
    std::optional<Error> first;
    for (const ImagePair& pair : pairs) {
        if (images.images.size() >= most)
            break;
        const auto image = readImage(pair.source);
        if (image)
            take(images, *image, most);
        else if (!first)
            first = image.error();
    }
    if (images.images.empty())
        return fail(ErrorCode::TrainingDataInvalid, "The set of pairs", first ? describe(*first) : "there is none");
    return images;
}

Result<SpeedReport> measureSpeed(const EvaluationRequest& request, double secondsPerRate, const JobControl& control)
{
    if (!(secondsPerRate >= 0 && secondsPerRate <= 3600))
        return fail(ErrorCode::InvalidArgument, "The duration of a measurement");
    return guarded("The measurement", [&] { return measureAll(request, secondsPerRate, control); });
}

}
