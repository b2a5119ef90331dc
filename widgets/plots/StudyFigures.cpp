#include "plots/StudyFigures.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <QCoreApplication>

#include "image/ImageFile.h"
#include "plots/ChartFigures.h"
#include "plots/ImageFigures.h"
#include "plots/MethodText.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyFigures)
};

constexpr std::size_t kGridRows = 3;
constexpr std::size_t kScatterColors = 600;
/// Brighter is glass, which would leave no room for the tissue.
constexpr std::size_t kGlass = 240;

QImage load(const std::filesystem::path& path)
{
    if (path.empty())
        return {};
    const auto image = readImage(path);
    if (!image)
        return {};
    const cv::Mat& pixels = image->pixels;
    return QImage(pixels.data, pixels.cols, pixels.rows, qsizetype(pixels.step), QImage::Format_RGB888)
        .convertToFormat(QImage::Format_RGB32);
}

std::vector<StudyImages::Pair> loadPairs(const StudyPictures& pictures)
{
    std::vector<StudyImages::Pair> pairs;
    for (const StudyPicture& picture : pictures.images) {
        StudyImages::Pair pair{QString::fromStdString(picture.name), load(picture.source), load(picture.target), {}};
        for (const std::filesystem::path& file : picture.files)
            pair.methods.push_back(load(file));
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

/// Of source, target and every method on the same images.
std::vector<StudyImages::Colors> lookAtColors(const StudyPictures& pictures)
{
    const auto look = [&](const std::string& method, const auto& fileOf) {
        ColorLook colors(pictures.images.size(), kScatterColors);
        bool isAny = false;
        for (const StudyPicture& picture : pictures.images)
            if (const auto image = readImage(fileOf(picture))) {
                colors.add(*image);
                isAny = true;
            }
        return isAny ? StudyImages::Colors{method, colors.summary()} : StudyImages::Colors{};
    };
    std::vector<StudyImages::Colors> all;
    all.push_back(look("source", [](const StudyPicture& picture) { return picture.source; }));
    all.push_back(look("target", [](const StudyPicture& picture) { return picture.target; }));
    for (std::size_t i = 0; i < pictures.methods.size(); ++i)
        if (pictures.methods[i] != "source")
            all.push_back(look(pictures.methods[i], [i](const StudyPicture& picture) { return picture.files[i]; }));
    std::erase_if(all, [](const StudyImages::Colors& each) { return each.method.empty(); });
    return all;
}

/// Names of methods as figures have them: "source" is what is shown anyway.
bool isSource(const std::string& method)
{
    return method == "source";
}

std::vector<FigureCell> cellsOf(const StudyImages::Pair& pair, const std::vector<std::string>& methods)
{
    std::vector<FigureCell> cells{{Texts::tr("Source"), pair.source}, {Texts::tr("Target"), pair.target}};
    for (std::size_t i = 0; i < methods.size(); ++i)
        if (!isSource(methods[i]))
            cells.push_back({methodText(methods[i]), i < pair.methods.size() ? pair.methods[i] : QImage()});
    return cells;
}

void addProfiles(std::vector<FigurePtr>& figures, const StudyResults& results, const StudyImages& images)
{
    // Source, target and what was trained, as the paper's figures; every method where nothing was.
    for (const StudyImages::Pair& pair : images.pairs) {
        if (pair.source.isNull())
            continue;
        GrayProfileData data;
        data.title = Texts::tr("Gray value profile, %1").arg(pair.name);
        data.caption =
            Texts::tr("Gray values along the line, in the source, the target and the normalized images of %1; the dashed "
                      "part is enlarged below.")
                .arg(pair.name);
        data.cells = {{Texts::tr("Source"), pair.source}, {Texts::tr("Target"), pair.target}};
        for (std::size_t i = 0; i < results.pictures.methods.size(); ++i) {
            const std::string& method = results.pictures.methods[i];
            const bool isTrained = method.starts_with("staingan") || method.starts_with("stainnet");
            const bool hasTrained =
                std::any_of(results.pictures.methods.begin(), results.pictures.methods.end(), [](const std::string& each) {
                    return each.starts_with("staingan") || each.starts_with("stainnet");
                });
            if (!isSource(method) && (isTrained || !hasTrained))
                data.cells.push_back({methodText(method), pair.methods[i]});
        }
        data.line = lineAcross(pair.source);
        data.inset = busiestPart(pair.source);
        data.mpp = results.mpp;
        figures.push_back(grayProfileFigure(std::move(data)));
        if (figures.size() == 2)
            break;
    }
}

void addComparison(std::vector<FigurePtr>& figures, const StudyResults& results, const StudyImages& images)
{
    ComparisonData data;
    data.title = Texts::tr("Comparison of methods");
    data.caption = Texts::tr(
        "Test images as scanned, their targets, and what each method makes of them; the dashed part is enlarged below.");
    data.mpp = results.mpp;
    for (const StudyImages::Pair& pair : images.pairs)
        if (!pair.source.isNull() && data.rows.size() < kGridRows)
            data.rows.push_back({cellsOf(pair, results.pictures.methods), busiestPart(pair.source)});
    if (!data.rows.empty())
        figures.push_back(comparisonFigure(std::move(data)));
}

void addSlides(std::vector<FigurePtr>& figures, const StudyResults& results, const StudyImages& images)
{
    for (std::size_t i = 0; i < images.slides.size(); ++i) {
        SlideFigureData data;
        data.title = Texts::tr("Whole slide %1").arg(images.slides[i].name);
        data.caption =
            Texts::tr("The whole slide %1 as scanned and by each method; the dashed part is below at full resolution.")
                .arg(images.slides[i].name);
        for (std::size_t method = 0; method < results.slidePictures.methods.size(); ++method) {
            const std::string& name = results.slidePictures.methods[method];
            data.overviews.push_back(
                {methodText(name), images.slides[i].overviews[method]});
            data.details.push_back(images.slides[i].details[method]);
        }
        const auto& detail = results.slidePictures.slides[i].detail;
        data.detail = {detail[0], detail[1], detail[2], detail[3]};
        figures.push_back(slideFigure(std::move(data)));
    }
}

void addAblation(std::vector<FigurePtr>& figures, const StudyResults& results, const StudyImages& images)
{
    if (images.ablation.empty() || images.ablation.front().source.isNull())
        return;
    const StudyImages::Pair& pair = images.ablation.front();
    GrayProfileData data;
    data.title = Texts::tr("Layers of 1x1 and 3x3");
    data.caption =
        Texts::tr("Networks of layers of 1x1 + layers of 3x3 on %1, and the gray values along the line.").arg(pair.name);
    data.cells = {{Texts::tr("Source"), pair.source}, {Texts::tr("Target"), pair.target}};
    for (std::size_t i = 0; i < results.ablationPictures.methods.size(); ++i)
        data.cells.push_back({QString::fromStdString(results.ablationPictures.methods[i]), pair.methods[i]});
    data.line = lineAcross(pair.source);
    data.inset = busiestPart(pair.source);
    data.mpp = results.mpp;
    figures.push_back(grayProfileFigure(std::move(data)));
}

void addColors(std::vector<FigurePtr>& figures, const StudyImages& images)
{
    if (images.colors.empty())
        return;
    const QString channels[] = {Texts::tr("red"), Texts::tr("green"), Texts::tr("blue")};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        std::vector<FigureCurve> curves;
        for (const StudyImages::Colors& colors : images.colors) {
            FigureCurve curve{methodText(colors.method), {}, {}};
            for (std::size_t value = 0; value < kGlass; ++value) {
                curve.x.push_back(double(value));
                curve.y.push_back(100 * colors.summary.histogram[channel][value]);
            }
            curves.push_back(std::move(curve));
        }
        figures.push_back(curvesFigure(Texts::tr("Color histogram, %1").arg(channels[channel]),
                                       Texts::tr("How often values of the channel occur in the test images, glass (%1 and more) left out.")
                                           .arg(kGlass),
                                       Texts::tr("Value of the channel, 0 to 255"), Texts::tr("Share of the pixels, %"),
                                       std::move(curves)));
    }
    std::vector<FigureCurve> clouds;
    for (const StudyImages::Colors& colors : images.colors) {
        FigureCurve cloud{methodText(colors.method), {}, {}};
        for (const auto& [a, b] : colors.summary.ab) {
            cloud.x.push_back(double(a));
            cloud.y.push_back(double(b));
        }
        clouds.push_back(std::move(cloud));
    }
    figures.push_back(scatterFigure(Texts::tr("Colors in CIE a*b*"),
                                    Texts::tr("Hue and chroma of pixels of the test images, the same places in each."),
                                    Texts::tr("a* (green to magenta)"), Texts::tr("b* (blue to yellow)"), std::move(clouds)));
}

FigureCurve curveOf(const MetricsTable& metrics, const std::string& column, const QString& name)
{
    FigureCurve curve{name, {}, {}};
    if (const auto* values = metrics.column(column)) {
        curve.x.assign(metrics.steps.begin(), metrics.steps.end());
        curve.y = *values;
    }
    return curve;
}

void addCurves(std::vector<FigurePtr>& figures, const MetricsTable& metrics, const QString& title, const QString& caption,
               const QString& axis, const std::vector<std::pair<const char*, QString>>& columns)
{
    std::vector<FigureCurve> curves;
    for (const auto& [column, name] : columns) {
        FigureCurve curve = curveOf(metrics, column, name);
        if (std::any_of(curve.y.begin(), curve.y.end(), [](double value) { return std::isfinite(value); }))
            curves.push_back(std::move(curve));
    }
    if (!curves.empty())
        figures.push_back(curvesFigure(title, caption, Texts::tr("Step"), axis, std::move(curves)));
}

void addTraining(std::vector<FigurePtr>& figures, const StudyResults& results)
{
    if (const auto found = results.metrics.find(StudyStep::StainGan); found != results.metrics.end()) {
        const QString caption = Texts::tr("Means of the losses between two measurements, before they are weighted.");
        addCurves(figures, found->second, Texts::tr("StainGAN: losses"), caption, Texts::tr("Loss"),
                  {{"adversarial_to_target", Texts::tr("adversarial, to target")},
                   {"discriminator_target", Texts::tr("discriminator of the target")},
                   {"cycle_source", Texts::tr("cycle of the source")},
                   {"cycle_target", Texts::tr("cycle of the target")},
                   {"identity_source", Texts::tr("identity of the source")},
                   {"identity_target", Texts::tr("identity of the target")}});
        addCurves(figures, found->second, Texts::tr("StainGAN: learning rate"), Texts::tr("Adam's learning rate."),
                  Texts::tr("Learning rate"), {{"learning_rate", Texts::tr("learning rate")}});
        addCurves(figures, found->second, Texts::tr("StainGAN: test images"),
                  Texts::tr("PSNR Target on test pairs at the end of each epoch; it decides nothing."),
                  Texts::tr("PSNR Target (dB)"), {{"psnr_target", Texts::tr("PSNR Target")}});
    }
    if (const auto found = results.metrics.find(StudyStep::StainNet); found != results.metrics.end())
        addCurves(figures, found->second, Texts::tr("StainNet: loss"), Texts::tr("L1 in the [-1, 1] scale."), Texts::tr("L1"),
                  {{"training_l1", Texts::tr("training")}, {"test_l1", Texts::tr("test")}});
}

void addDistributions(std::vector<FigurePtr>& figures, const StudyResults& results)
{
    struct Metric {
        QString title;
        QString axis;
        double EvaluationRow::*value;
    };
    for (const Metric& metric : {Metric{Texts::tr("SSIM Target"), Texts::tr("SSIM Target"), &EvaluationRow::ssimTarget},
                                 Metric{Texts::tr("PSNR Target"), Texts::tr("PSNR Target (dB)"), &EvaluationRow::psnrTarget},
                                 Metric{Texts::tr("SSIM Source"), Texts::tr("SSIM Source"), &EvaluationRow::ssimSource}}) {
        std::vector<DistributionGroup> groups;
        for (const EvaluationRow& row : results.evaluation) {
            const QString name = methodText(row.method);
            auto found =
                std::find_if(groups.begin(), groups.end(), [&](const DistributionGroup& group) { return group.name == name; });
            if (found == groups.end())
                found = groups.insert(groups.end(), {name, {}});
            found->values.push_back(row.*metric.value);
        }
        if (!groups.empty())
            figures.push_back(distributionFigure(
                metric.title,
                Texts::tr("%1 of all test images: quartiles, whiskers within 1.5 of their distance, the rest as points.")
                    .arg(metric.title),
                metric.axis, std::move(groups)));
    }
}

/// The curve of one repeat stands for a test set: that of the median AUC.
void addRoc(std::vector<FigurePtr>& figures, const StudyResults& results)
{
    std::vector<RocFigureCurve> curves;
    for (const ClassifierTestSummary& test : results.classifier) {
        if (test.auc.empty())
            continue;
        std::vector<std::size_t> order(test.auc.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return test.auc[a] < test.auc[b]; });
        const std::size_t repeat = order[order.size() / 2];
        for (const ClassifierCurve& curve : results.rocCurves)
            if (curve.testSet == test.name && curve.repeat == int(repeat) + 1)
                curves.push_back(
                    {QString::fromStdString(test.name), curve.falsePositiveRate, curve.truePositiveRate, test.auc[repeat]});
    }
    if (!curves.empty())
        figures.push_back(rocFigure(Texts::tr("ROC curves"),
                                    Texts::tr("Of the classifier with the median AUC of each test set."), std::move(curves)));
}

}

StudyImages loadStudyImages(const StudyResults& results)
{
    StudyImages images;
    images.pairs = loadPairs(results.pictures);
    images.ablation = loadPairs(results.ablationPictures);
    images.colors = lookAtColors(results.pictures);
    for (const StudySlidePicture& slide : results.slidePictures.slides) {
        StudyImages::Slide loaded{QString::fromStdString(slide.slide), {}, {}};
        for (const std::filesystem::path& file : slide.overviews)
            loaded.overviews.push_back(load(file));
        for (const std::filesystem::path& file : slide.details)
            loaded.details.push_back(load(file));
        images.slides.push_back(std::move(loaded));
    }
    return images;
}

std::vector<FigurePtr> studyFigures(const StudyResults& results, const StudyImages& images)
{
    std::vector<FigurePtr> figures;
    addProfiles(figures, results, images);
    addComparison(figures, results, images);
    addSlides(figures, results, images);
    addAblation(figures, results, images);
    addColors(figures, images);
    addTraining(figures, results);
    addDistributions(figures, results);
    addRoc(figures, results);
    return figures;
}

}
