#include "study/StudyPictures.h"

#include <algorithm>
#include <cmath>
#include <system_error>

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include "base/AtomicFile.h"
#include "evaluation/MethodRun.h"
#include "image/ImageFile.h"
#include "normalize/NormalizedSlide.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using LogFunction = std::function<void(const std::string&)>;

constexpr const char* kIndexFile = "pictures.json";
constexpr int kOverviewSide = 900; ///< pixels at most
constexpr int kDetailSide = 400;

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return tl::unexpected(writeError(folder, error.value()));
    return {};
}

Result<void> writeIndex(const json& index, const fs::path& folder)
{
    return writeFileAtomically(folder / kIndexFile, index.dump(2, ' ', false, json::error_handler_t::replace) + "\n",
                               Overwrite::Yes);
}

std::vector<std::size_t> evenly(std::size_t count, std::size_t most)
{
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < std::min(count, most); ++i)
        chosen.push_back(i * count / std::min(count, most));
    return chosen;
}

/// The images of one pair.
class PairPictures {
public:
    PairPictures(const std::vector<std::unique_ptr<const MethodRun>>& methods, const fs::path& folder, const LogFunction& onLog)
        : m_methods(methods),
          m_folder(folder),
          m_onLog(onLog)
    {
    }

    Result<json> write(const ImagePair& pair, const std::stop_token& stop) const
    {
        const auto loaded = readPair(pair);
        if (!loaded)
            return tl::unexpected(loaded.error());
        const fs::path name = fs::path(pair.name).filename().replace_extension();
        if (auto made = makeFolder(m_folder / name); !made)
            return tl::unexpected(made.error());
        json files = json::array();
        for (std::size_t i = 0; i < m_methods.size(); ++i) {
            auto file = writeMethod(*m_methods[i], *loaded, name / (std::to_string(i) + ".png"), stop);
            if (!file)
                return tl::unexpected(file.error());
            files.push_back(*file);
        }
        for (const auto& [image, side] : {std::pair(&loaded->source, "source"), std::pair(&loaded->target, "target")})
            if (auto written = writePng(*image, m_folder / name / (std::string(side) + ".png"), Overwrite::Yes); !written)
                return tl::unexpected(written.error());
        return json{{"name", pair.name},
                    {"source", (name / "source.png").string()},
                    {"target", (name / "target.png").string()},
                    {"files", files}};
    }

private:
    Result<std::string> writeMethod(const MethodRun& method, const LoadedPair& loaded, const fs::path& file,
                                    const std::stop_token& stop) const
    {
        const auto output = method.run(loaded, sampleImage(loaded.source), stop);
        if (!output && output.error().code == ErrorCode::Cancelled)
            return tl::unexpected(output.error());
        if (!output) {
            if (m_onLog)
                m_onLog(method.name() + ": " + describe(output.error()));
            return std::string();
        }
        return writePng(output->image, m_folder / file, Overwrite::Yes).map([&] { return file.string(); });
    }

    const std::vector<std::unique_ptr<const MethodRun>>& m_methods;
    const fs::path& m_folder;
    const LogFunction& m_onLog;
};

/// The coarsest level that is at least as long as `size`, or level 0.
int levelFor(const PyramidGeometry& geometry, int size)
{
    int level = geometry.coarsestLevel();
    while (level > 0 && std::max(geometry.level(level).width, geometry.level(level).height) < size)
        --level;
    return level;
}

RgbImage scaledTo(RgbImage image, int side)
{
    const double scale = static_cast<double>(side) / std::max(image.width(), image.height());
    if (scale >= 1)
        return image;
    RgbImage small;
    cv::resize(image.pixels, small.pixels,
               cv::Size(std::max(1, static_cast<int>(std::lround(image.width() * scale))),
                        std::max(1, static_cast<int>(std::lround(image.height() * scale)))),
               0, 0, cv::INTER_AREA);
    return small;
}

/// The square of an overview that has the most ink: dark and colored tissue.
cv::Rect densestSquare(const RgbImage& overview, int side)
{
    cv::Mat gray;
    cv::cvtColor(overview.pixels, gray, cv::COLOR_RGB2GRAY);
    cv::Mat sums;
    cv::integral(255 - gray, sums, CV_64F);
    const int square = std::max(1, std::min({side, overview.width(), overview.height()}));
    const int step = std::max(1, square / 4);
    cv::Rect best(0, 0, square, square);
    double most = -1;
    for (int y = 0; y + square <= overview.height(); y += step)
        for (int x = 0; x + square <= overview.width(); x += step) {
            const double sum = sums.at<double>(y + square, x + square) - sums.at<double>(y, x + square) -
                               sums.at<double>(y + square, x) + sums.at<double>(y, x);
            if (sum > most) {
                most = sum;
                best = {x, y, square, square};
            }
        }
    return best;
}

/// One slide through every method.
class SlidePictures {
public:
    SlidePictures(SlidePtr slide, const fs::path& folder, const LogFunction& onLog, const JobControl& control)
        : m_slide(std::move(slide)),
          m_folder(folder),
          m_onLog(onLog),
          m_control(control),
          m_name(m_slide->info().path.filename()),
          m_overviewLevel(levelFor(m_slide->geometry(), kOverviewSide))
    {
    }

    Result<json> write(const std::vector<std::unique_ptr<const NormalizerFactory>>& factories,
                       const std::vector<EvaluationMethod>& methods)
    {
        if (auto made = makeFolder(m_folder / m_name); !made)
            return tl::unexpected(made.error());
        if (auto placed = placeDetail(); !placed)
            return tl::unexpected(placed.error());
        json overviews = json::array();
        json details = json::array();
        for (std::size_t i = 0; i < factories.size(); ++i) {
            const auto written = writeMethod(factories[i].get(), methods[i].name, std::to_string(i));
            if (!written)
                return tl::unexpected(written.error());
            overviews.push_back(*written ? (m_name / (std::to_string(i) + "-overview.png")).string() : "");
            details.push_back(*written ? (m_name / (std::to_string(i) + "-detail.png")).string() : "");
        }
        return json{{"name", m_name.string()},
                    {"detail", {m_shares.x, m_shares.y, m_shares.width, m_shares.height}},
                    {"overviews", overviews},
                    {"details", details}};
    }

private:
    PixelRect whole(int level) const
    {
        return {0, 0, m_slide->geometry().level(level).width, m_slide->geometry().level(level).height};
    }

    /// At full resolution, in the middle of the densest part.
    Result<void> placeDetail()
    {
        const auto overview = readRegion(*m_slide, m_overviewLevel, whole(m_overviewLevel), m_control.stop);
        if (!overview)
            return tl::unexpected(overview.error());
        const PyramidLevel& level = m_slide->geometry().level(m_overviewLevel);
        const int side = static_cast<int>(std::ceil(kDetailSide / std::max(level.downsampleX, level.downsampleY)));
        const cv::Rect square = densestSquare(toRgb(*overview), side);
        const auto at = [](double start, double length, std::int64_t size, double downsample) {
            const auto center = static_cast<std::int64_t>((start + length / 2) * downsample);
            return std::clamp<std::int64_t>(center - kDetailSide / 2, 0, std::max<std::int64_t>(0, size - kDetailSide));
        };
        const PixelRect all = whole(0);
        m_detail = intersection({at(square.x, square.width, all.width, level.downsampleX),
                                 at(square.y, square.height, all.height, level.downsampleY), kDetailSide, kDetailSide},
                                all);
        m_shares = {static_cast<double>(m_detail.x) / static_cast<double>(all.width),
                    static_cast<double>(m_detail.y) / static_cast<double>(all.height),
                    static_cast<double>(m_detail.width) / static_cast<double>(all.width),
                    static_cast<double>(m_detail.height) / static_cast<double>(all.height)};
        return {};
    }

    /// Whether there is a picture: what a method cannot do is told.
    Result<bool> writeMethod(const NormalizerFactory* factory, const std::string& method, const std::string& prefix)
    {
        NormalizerPtr normalizer;
        if (factory) {
            auto fitted = factory->forSlide(*m_slide, JobControl{m_control.stop, {}, m_control.threads});
            if (!fitted && fitted.error().code == ErrorCode::Cancelled)
                return tl::unexpected(fitted.error());
            if (!fitted) {
                if (m_onLog)
                    m_onLog(method + ": " + describe(fitted.error()));
                return false;
            }
            normalizer = *std::move(fitted);
        }
        const fs::path overview = m_folder / m_name / (prefix + "-overview.png");
        const fs::path detail = m_folder / m_name / (prefix + "-detail.png");
        return region(normalizer, m_overviewLevel, whole(m_overviewLevel))
            .and_then(
                [&](RgbImage image) { return writePng(scaledTo(std::move(image), kOverviewSide), overview, Overwrite::Yes); })
            .and_then([&] { return region(normalizer, 0, m_detail); })
            .and_then([&](const RgbImage& image) { return writePng(image, detail, Overwrite::Yes); })
            .map([] { return true; });
    }

    Result<RgbImage> region(const NormalizerPtr& normalizer, int level, const PixelRect& rect) const
    {
        const SlidePtr shown = normalizer && normalizer->network ? throughNetwork(m_slide, *normalizer) : m_slide;
        const auto read = readRegion(*shown, level, rect, m_control.stop);
        if (!read)
            return tl::unexpected(read.error());
        return toRgb(normalizer && normalizer->table ? normalizer->table->apply(*read) : *read);
    }

    SlidePtr m_slide;
    const fs::path& m_folder;
    const LogFunction& m_onLog;
    const JobControl& m_control;
    fs::path m_name;
    int m_overviewLevel = 0;
    PixelRect m_detail;
    cv::Rect2d m_shares;
};

}

Result<void> writeStudyPictures(const EvaluationRequest& request, std::size_t most, const fs::path& folder,
                                const LogFunction& onLog, const JobControl& control)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    const auto reference = readReference(request);
    if (!reference)
        return tl::unexpected(reference.error());
    std::vector<std::unique_ptr<const MethodRun>> methods;
    json names = json::array();
    for (const EvaluationMethod& method : request.methods) {
        auto run = MethodRun::prepare(method, request, *reference);
        if (!run)
            return tl::unexpected(run.error());
        names.push_back((*run)->name());
        methods.push_back(*std::move(run));
    }
    const PairPictures pictures(methods, folder, onLog);
    const std::vector<std::size_t> chosen = evenly(request.pairs.size(), most);
    json images = json::array();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        control.waitWhilePaused();
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled, "The pictures");
        auto written = pictures.write(request.pairs[chosen[i]], control.stop);
        if (written)
            images.push_back(*std::move(written));
        else if (written.error().code == ErrorCode::Cancelled || written.error().code == ErrorCode::DiskFull ||
                 written.error().code == ErrorCode::OutputUnwritable)
            return tl::unexpected(written.error());
        else if (onLog)
            onLog(describe(written.error()));
        control.report(i + 1, chosen.size());
    }
    return writeIndex({{"methods", names}, {"images", images}}, folder);
}

Result<void> writeSlidePictures(const SlideEvaluationRequest& request, const fs::path& folder, const LogFunction& onLog,
                                const JobControl& control)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    const auto factories = slideFactories(request, TableForm::Complete, control);
    if (!factories)
        return tl::unexpected(factories.error());
    json names = json::array();
    for (const EvaluationMethod& method : request.methods)
        names.push_back(method.name);
    json slides = json::array();
    for (std::size_t i = 0; i < request.slides.size(); ++i) {
        const auto slide = openSlide(request.slides[i]);
        if (!slide) {
            if (onLog)
                onLog(describe(slide.error()));
            continue;
        }
        auto written = SlidePictures(*slide, folder, onLog, control).write(*factories, request.methods);
        if (!written)
            return tl::unexpected(written.error());
        slides.push_back(*std::move(written));
        control.report(i + 1, request.slides.size());
    }
    return writeIndex({{"methods", names}, {"slides", slides}}, folder);
}

}
