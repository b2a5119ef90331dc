#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

#include <ATen/ATen.h>
#include <unistd.h>

#include "inference/BatchPolicy.h"
#include "inference/InferenceModule.h"
#include "inference/TorchBorder.h"
#include "inference/TorchFreeze.h"
#include "inference/TorchStages.h"
#include "inference/TorchThreads.h"

namespace isostain::torch_module {

namespace {

/// More at a time makes no device faster, and leaves less for others.
constexpr std::size_t kBatchBytes = std::size_t(512) << 20;

std::size_t memoryFor(const NetworkOptions& options)
{
    if (options.memoryBytes > 0)
        return options.memoryBytes;
    const long pages = sysconf(_SC_PHYS_PAGES), pageBytes = sysconf(_SC_PAGESIZE);
    constexpr std::size_t kUnknown = std::size_t(2) << 30;
    return pages > 0 && pageBytes > 0 ? static_cast<std::size_t>(pages) * static_cast<std::size_t>(pageBytes) / 3 : kUnknown;
}

/// Where a network runs, one caller at a time. What it learns (less memory than hoped for, a GPU that failed) stays.
class Runner {
public:
    Runner(NetworkOptions options, NetworkShape shape, std::string subject)
        : m_options(std::move(options)),
          m_memoryBytes(memoryFor(m_options)),
          m_shape(std::move(shape)),
          m_subject(std::move(subject)),
          m_device(m_options.device == NetworkOptions::Device::Automatic && at::hasCUDA() ? at::kCUDA : at::kCPU)
    {
    }

    const NetworkShape& shape() const { return m_shape; }
    const std::string& subject() const { return m_subject; }
    std::size_t batchBytes() const { return std::min(m_memoryBytes, kBatchBytes); }

    at::Device device() const
    {
        const std::lock_guard lock(m_mutex);
        return m_device;
    }

    std::string deviceName() const { return device().is_cuda() ? "GPU" : "CPU"; }

    /// Does `count` items of one size in batches: `attempt(device, begin, count)` may throw.
    template <typename Attempt>
    Result<void> run(std::size_t count, const RgbImage& like, const std::stop_token& stop, const Attempt& attempt)
    {
        std::size_t limit = 0;
        if (auto checked = checkSize(like, limit); !checked)
            return checked;
        const Turn turn(*this, stop);
        if (!turn.isMine)
            return fail(ErrorCode::Cancelled);
        BatchWork work;
        work.attempt = [&](std::size_t begin, std::size_t size) {
            return withoutExceptions(m_subject, [&]() -> Result<void> {
                throwIfStopped(stop);
                useTorchThreads(m_options.threads);
                attempt(device(), begin, size);
                return {};
            });
        };
        work.moveToCpu = [this] {
            return moveToCpu();
        };
        work.notice = [this](NetworkNotice notice) {
            if (m_options.onNotice)
                m_options.onNotice(notice);
        };
        limit = std::min(limit, m_batchLimit);
        const std::size_t planned = limit;
        const auto done = runInBatches(count, limit, work);
        if (limit < planned)
            m_batchLimit = limit;
        return done;
    }

private:
    /// Waits until nobody else runs, or a stop is requested.
    struct Turn {
        Turn(Runner& waiting, const std::stop_token& stop) : runner(waiting)
        {
            std::unique_lock lock(runner.m_mutex);
            isMine = runner.m_free.wait(lock, stop, [&] { return !runner.m_isBusy; });
            if (isMine)
                runner.m_isBusy = true;
        }
        ~Turn()
        {
            if (!isMine)
                return;
            {
                const std::lock_guard lock(runner.m_mutex);
                runner.m_isBusy = false;
            }
            runner.m_free.notify_one();
        }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

        Runner& runner;
        bool isMine = false;
    };

    /// How many images of this size fit into memory at once.
    Result<void> checkSize(const RgbImage& image, std::size_t& limit) const
    {
        const int width = image.width(), height = image.height();
        if (width < m_shape.minimumSize || height < m_shape.minimumSize || width % m_shape.alignment != 0 ||
            height % m_shape.alignment != 0)
            return fail(ErrorCode::InvalidArgument, "An image of " + std::to_string(width) + " x " + std::to_string(height),
                        "the network takes multiples of " + std::to_string(m_shape.alignment));
        const std::size_t bytes = m_shape.bytesPerPixel * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        limit = std::max<std::size_t>(1, batchBytes() / bytes);
        if (bytes > m_memoryBytes)
            return fail(ErrorCode::OutOfMemory, m_subject,
                        std::to_string(width) + " x " + std::to_string(height) + " pixels at once");
        return {};
    }

    bool moveToCpu()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_device, at::Device(at::kCPU)).is_cuda();
    }

    const NetworkOptions m_options;
    const std::size_t m_memoryBytes;
    const NetworkShape m_shape;
    const std::string m_subject;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_free;
    bool m_isBusy = false;
    at::Device m_device;
    std::size_t m_batchLimit = 64; // of use to no device beyond that; touched by the caller whose turn it is
};

/// The stages on the device that the runner uses now. Touched by the caller whose turn it is.
class PlacedStages {
public:
    explicit PlacedStages(Stages stages) : m_onCpu(std::move(stages)), m_placed(m_onCpu) {}

    const Stages& onCpu() const { return m_onCpu; }
    const Stages& on(const at::Device& device)
    {
        if (m_device != device) {
            m_placed = movedTo(device, m_onCpu);
            m_device = device;
        }
        return m_placed;
    }

private:
    Stages m_onCpu;
    Stages m_placed;
    at::Device m_device = at::kCPU;
};

/// Images of one size in batches, each through all the stages.
Result<std::vector<RgbImage>> runStages(Runner& runner, PlacedStages& stages, std::span<const RgbImage> images,
                                        const std::stop_token& stop)
{
    std::vector<RgbImage> results(images.size());
    const auto done =
        runner.run(images.size(), images.front(), stop, [&](const at::Device& device, std::size_t begin, std::size_t count) {
            const at::Tensor input = inputOf(images.subspan(begin, count), device);
            std::vector<RgbImage> part = imagesOf(forward(stages.on(device), input, stop));
            std::move(part.begin(), part.end(), results.begin() + static_cast<std::ptrdiff_t>(begin));
        });
    if (!done)
        return tl::unexpected(done.error());
    return results;
}

class TorchFrozenNetwork : public FrozenNetwork {
public:
    TorchFrozenNetwork(std::shared_ptr<Runner> runner, Stages stages) : m_runner(std::move(runner)), m_stages(std::move(stages))
    {
    }

    const NetworkShape& shape() const override { return m_runner->shape(); }
    std::string deviceName() const override { return m_runner->deviceName(); }

    Result<std::vector<RgbImage>> run(std::span<const RgbImage> images, const std::stop_token& stop) const override
    {
        std::vector<RgbImage> results;
        while (results.size() < images.size()) {
            const auto rest = images.subspan(results.size());
            const auto other = std::find_if(rest.begin(), rest.end(), [&](const RgbImage& image) {
                return image.pixels.size() != rest.front().pixels.size();
            });
            const auto alike = rest.first(static_cast<std::size_t>(other - rest.begin()));
            auto part = runStages(*m_runner, m_stages, alike, stop);
            if (!part)
                return part;
            std::move(part->begin(), part->end(), std::back_inserter(results));
        }
        return results;
    }

private:
    std::shared_ptr<Runner> m_runner;
    mutable PlacedStages m_stages;
};

class TorchSpatialNetwork : public SpatialNetwork {
public:
    TorchSpatialNetwork(std::shared_ptr<Runner> runner, Stages stages)
        : m_runner(std::move(runner)),
          m_stages(std::move(stages))
    {
    }

    const NetworkShape& shape() const override { return m_runner->shape(); }
    std::string deviceName() const override { return m_runner->deviceName(); }

    Result<FrozenNetworkPtr> withStatistics(const FrozenStatistics& statistics) const override
    {
        if (!fits(statistics, shape()))
            return fail(ErrorCode::InvalidArgument, "The frozen statistics of " + m_runner->subject(),
                        "they belong to another network");
        return withoutExceptions(m_runner->subject(), [&]() -> Result<FrozenNetworkPtr> {
            Stages frozen = m_stages.onCpu();
            std::size_t layer = 0;
            for (Stage& stage : frozen)
                if (stage.norm == Stage::Norm::PerImage)
                    stage = frozenStage(stage, statistics.layers[layer++]);
            return std::make_shared<const TorchFrozenNetwork>(m_runner, std::move(frozen));
        });
    }

    Result<RgbImage> runAsPublished(const RgbImage& image, const std::stop_token& stop) const override
    {
        auto results = runStages(*m_runner, m_stages, {&image, 1}, stop);
        if (!results)
            return tl::unexpected(results.error());
        return std::move(results->front());
    }

    Result<FrozenStatistics> freeze(std::span<const RgbImage> samples, const JobControl& control) const override
    {
        FrozenStatistics statistics;
        statistics.samples = static_cast<int>(samples.size());
        if (!shape().hasNorms())
            return statistics;
        if (samples.empty())
            return fail(ErrorCode::InvalidArgument, "An empty sample");
        const auto largest = std::max_element(samples.begin(), samples.end(), [](const RgbImage& a, const RgbImage& b) {
            return a.pixels.total() < b.pixels.total();
        });
        const FreezeLimits limits{m_runner->batchBytes(), control.stop, [&](std::size_t done) {
                                      control.report(done, shape().normChannels.size());
                                  }};
        const auto done = m_runner->run(1, *largest, control.stop, [&](const at::Device& device, std::size_t, std::size_t) {
            statistics.layers = measuredStatistics(m_stages.on(device), samples, device, limits);
        });
        if (!done)
            return tl::unexpected(done.error());
        if (!fits(statistics, shape()))
            return fail(ErrorCode::CheckpointNotFinite, m_runner->subject(), "its activations grow beyond all numbers");
        return statistics;
    }

private:
    std::shared_ptr<Runner> m_runner;
    mutable PlacedStages m_stages;
};

class TorchBackend : public NetworkBackend {
public:
    Result<SpatialNetworkPtr> create(const Network& network, const NetworkOptions& options,
                                     const std::string& subject) const override
    {
        // A network is what a checkpoint could hold: the same checks for those that come from elsewhere.
        if (const auto checked = networkFromStateDict(toStateDict(network), subject); !checked)
            return tl::unexpected(checked.error());
        return withoutExceptions(subject, [&]() -> Result<SpatialNetworkPtr> {
            auto runner = std::make_shared<Runner>(options, shapeOf(network), subject);
            Stages stages = std::visit([](const auto& weights) { return stagesOf(weights); }, network);
            return std::make_shared<const TorchSpatialNetwork>(std::move(runner), std::move(stages));
        });
    }
};

Result<NetworkOutput> evaluate(const AnyNetwork& network, const RgbImage& image)
{
    if (image.isEmpty())
        return fail(ErrorCode::InvalidArgument, "An empty image");
    return withoutExceptions("the network", [&]() -> Result<NetworkOutput> {
        useTorchThreads(0);
        const Stages stages = std::visit([](const auto& weights) { return stagesOf(weights); }, network);
        const at::Tensor output = forward(stages, inputOf({&image, 1}, at::kCPU), {}).contiguous();
        NetworkOutput result{
            static_cast<int>(output.size(1)), static_cast<int>(output.size(2)), static_cast<int>(output.size(3)), {}};
        result.values.assign(output.data_ptr<float>(), output.data_ptr<float>() + output.numel());
        return result;
    });
}

}

}

extern "C" const isostain::InferenceModule* isostainInferenceModule(int interfaceVersion)
{
    static const isostain::torch_module::TorchBackend backend;
    static const isostain::InferenceModule module{&backend, &isostain::torch_module::evaluate};
    return interfaceVersion == isostain::InferenceModule::kInterfaceVersion ? &module : nullptr;
}
