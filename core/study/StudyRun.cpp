#include "study/StudyRun.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <system_error>

#include "dataset/ImageFolder.h"
#include "dataset/ImagePairs.h"
#include "demo/Tissue.h"
#include "evaluation/EvaluationFiles.h"
#include "inference/InferenceModule.h"
#include "runs/RunFolder.h"
#include "study/StudyDataFolders.h"
#include "study/StudyPictures.h"
#include "training/AblationFiles.h"
#include "training/ClassifierRun.h"
#include "training/StainGanTraining.h"
#include "training/StainNetTraining.h"
#include "training/TeacherOutputs.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostPictures = 6;
/// Every so manyth pair tests where a study has no test pairs of its own.
constexpr std::size_t kHoldOutEvery = 10;

/// Whether a run folder holds a training that can be gone on with.
bool canResume(const fs::path& run)
{
    const auto status = readRunStatus(run);
    return status && readRunInfo(run) && status->state != RunState::Finished;
}

bool isFinished(const fs::path& run)
{
    const auto status = readRunStatus(run);
    return status && status->state == RunState::Finished;
}

/// The steps, each as if nobody had done it before or a kill had ended it.
class Steps {
public:
    Steps(const StudyFolder& folder, const StudyObserver& observer, const JobControl& control)
        : m_folder(folder),
          m_config(folder.config()),
          m_data(studyDataFolders(folder.config(), folder.path())),
          m_observer(observer),
          m_control(control)
    {
    }

    /// Stopped trainings are Cancelled.
    Result<void> run(StudyStep step) const
    {
        switch (step) {
        case StudyStep::Data:
            return prepareStudyData(m_config, m_folder.path(), logOf(step), controlOf(step));
        case StudyStep::StainGan:
            return trainGan();
        case StudyStep::StainNet:
            return trainNet();
        case StudyStep::Evaluation:
            return compare();
        case StudyStep::Pictures:
            return requestOf().and_then([&](const EvaluationRequest& request) {
                return writeStudyPictures(request, kMostPictures, m_folder.stepPath(step), logOf(step), controlOf(step));
            });
        case StudyStep::Slides:
            return compareSlides();
        case StudyStep::Ablation:
            return ablation();
        case StudyStep::Classifier:
            return classify();
        }
        return fail(ErrorCode::Internal, "The study");
    }

private:
    std::function<void(const std::string&)> logOf(StudyStep step) const
    {
        return [this, step](const std::string& sentence) {
            if (m_observer.onLog)
                m_observer.onLog(step, sentence);
        };
    }
    std::function<void(const Error&)> leftOutOf(StudyStep step) const
    {
        return [log = logOf(step)](const Error& error) {
            log("Left out: " + describe(error));
        };
    }
    JobControl controlOf(StudyStep step) const
    {
        JobControl control = m_control;
        control.onProgress = [this, step](const Progress& progress) {
            if (m_observer.onProgress)
                m_observer.onProgress(step, progress);
        };
        return control;
    }
    fs::path generator() const { return m_folder.stepPath(StudyStep::StainGan) / "generator.pth"; }
    fs::path stainNet() const { return m_folder.stepPath(StudyStep::StainNet) / "stainnet.pth"; }
    fs::path teacher() const { return m_folder.stepPath(StudyStep::StainNet) / "teacher"; }

    Result<void> trainGan() const
    {
        const fs::path run = m_folder.stepPath(StudyStep::StainGan);
        if (isFinished(run))
            return {};
        const auto module = loadStainGanModule();
        if (!module)
            return tl::unexpected(module.error());
        const StainGanFolders folders{m_data.trainSource, m_data.trainTarget, m_data.pairsFile.empty() ? m_data.testSource : "",
                                      m_data.pairsFile.empty() ? m_data.testTarget : ""};
        const StainGanObserver observer{leftOutOf(StudyStep::StainGan), m_observer.onRow};
        const JobControl control = controlOf(StudyStep::StainGan);
        const auto outcome = canResume(run)
                                 ? resumeStainGan(run, folders, **module, observer, control)
                                 : trainStainGan(folders, m_config.stainGan, run, Overwrite::Yes, **module, observer, control);
        if (!outcome)
            return tl::unexpected(outcome.error());
        if (outcome->end == StainGanOutcome::End::Stopped)
            return fail(ErrorCode::Cancelled, "The training");
        return {};
    }

    /// Images that StainNets learn from, and what the training is measured on.
    Result<StainNetTrainingPlan> netPlan(StudyStep step) const
    {
        const JobControl quiet{m_control.stop, {}, m_control.threads, m_control.pause};
        fs::path target = m_data.pairedTarget;
        if (m_config.has(StudyStep::StainGan)) {
            if (auto made = makeTeacherOutputs(generator(), m_data.trainSource, teacher(), loadNetworkBackend, leftOutOf(step),
                                               controlOf(step));
                !made)
                return tl::unexpected(made.error());
            target = teacher();
        }
        auto train = usablePairs(m_data.trainSource, target, quiet);
        if (!train)
            return tl::unexpected(train.error());
        for (const Error& error : train->unreadable)
            leftOutOf(step)(error);
        StainNetTrainingPlan plan;
        plan.recipe = m_config.recipe;
        plan.config = m_config.distillation;
        plan.train = std::move(train->pairs);
        plan.overwrite = Overwrite::Yes;
        if (!m_data.testSource.empty()) {
            auto test = pairImages(m_data.testSource, m_data.testTarget, m_data.pairsFile);
            if (!test)
                return tl::unexpected(test.error());
            plan.test = std::move(test->pairs);
        } else {
            holdOut(plan);
        }
        return plan;
    }

    static void holdOut(StainNetTrainingPlan& plan)
    {
        std::vector<ImagePair> all = std::exchange(plan.train, {});
        for (std::size_t i = 0; i < all.size(); ++i)
            (i % kHoldOutEvery == kHoldOutEvery - 1 ? plan.test : plan.train).push_back(std::move(all[i]));
    }

    Result<void> trainNet() const
    {
        if (isFinished(m_folder.stepPath(StudyStep::StainNet)))
            return {};
        auto plan = netPlan(StudyStep::StainNet);
        if (!plan)
            return tl::unexpected(plan.error());
        plan->run = m_folder.stepPath(StudyStep::StainNet);
        // A published training goes on where it was stopped; the fast one begins anew.
        if (plan->recipe == DistillationRecipe::Paper && canResume(plan->run))
            plan->overwrite = Overwrite::No;
        plan->profile.name = m_config.name;
        plan->profile.provenance = "Study of Isostain: " + m_config.name;
        if (m_config.data.source == StudySource::Generated) {
            plan->profile.stain = m_config.data.stain;
            plan->profile.demoSlidesOnly = true;
            plan->profile.mpp = demo::kDemoMpp;
        }
        const auto trained = trainStainNet(*plan, controlOf(StudyStep::StainNet));
        if (!trained)
            return tl::unexpected(trained.error());
        return {};
    }

    Result<std::vector<EvaluationMethod>> methods() const
    {
        std::vector<std::string> texts = m_config.baselines;
        if (m_config.has(StudyStep::StainGan))
            texts.push_back("staingan=" + generator().string());
        if (m_config.has(StudyStep::StainNet))
            texts.push_back("stainnet=" + stainNet().string());
        return readEvaluationMethods(texts);
    }

    Result<EvaluationRequest> requestOf() const
    {
        auto wanted = methods();
        if (!wanted)
            return tl::unexpected(wanted.error());
        auto pairs = pairImages(m_data.testSource, m_data.testTarget, m_data.pairsFile);
        if (!pairs)
            return tl::unexpected(pairs.error());
        EvaluationRequest request;
        request.pairs = std::move(pairs->pairs);
        request.methods = *std::move(wanted);
        request.patchSize = m_config.data.patch;
        request.networks = loadNetworkBackend;
        return request;
    }

    Result<void> compare() const
    {
        const fs::path folder = m_folder.stepPath(StudyStep::Evaluation);
        auto request = requestOf();
        if (!request)
            return tl::unexpected(request.error());
        if (auto made = makeFolder(folder); !made)
            return made;
        auto csv = CsvFile::create(folder / "metrics.csv", metricsCsvHeader(), Overwrite::Yes);
        if (!csv)
            return tl::unexpected(csv.error());
        const auto append = [&](std::span<const EvaluationRow> rows) {
            return csv->append(metricsCsvLines(rows));
        };
        EvaluationReport report;
        report.request = *std::move(request);
        auto result = evaluate(report.request, append, controlOf(StudyStep::Evaluation));
        if (!result)
            return tl::unexpected(result.error());
        report.result = *std::move(result);
        report.source = m_data.testSource.filename().string();
        report.target = m_data.testTarget.filename().string();
        for (const EvaluationRemark& remark : report.result.failed)
            logOf(StudyStep::Evaluation)(remark.image + ", " + remark.method + ": " + remark.text);
        for (const SkippedImage& image : report.result.skipped)
            leftOutOf(StudyStep::Evaluation)(image.reason);
        return writeSummaries(summaryJson(report), summaryMarkdown(report), folder, Overwrite::Yes);
    }

    /// Fitted methods bring slides to the first image of the target's look.
    Result<SlideEvaluationRequest> slideRequest() const
    {
        auto wanted = methods();
        if (!wanted)
            return tl::unexpected(wanted.error());
        const auto targets = imagesIn(m_data.testTarget.empty() ? m_data.trainTarget : m_data.testTarget);
        if (!targets)
            return tl::unexpected(targets.error());
        if (targets->empty())
            return fail(ErrorCode::TrainingDataInvalid, m_data.trainTarget.string());
        SlideEvaluationRequest request;
        request.slides = m_data.slides;
        request.methods = *std::move(wanted);
        request.reference = targets->front();
        request.networks = loadNetworkBackend;
        return request;
    }

    Result<void> compareSlides() const
    {
        const fs::path folder = m_folder.stepPath(StudyStep::Slides);
        const auto request = slideRequest();
        if (!request)
            return tl::unexpected(request.error());
        if (auto made = makeFolder(folder); !made)
            return made;
        auto csv = CsvFile::create(folder / "slides.csv", slideCsvHeader(), Overwrite::Yes);
        if (!csv)
            return tl::unexpected(csv.error());
        const auto evaluation = evaluateSlides(
            *request, [&](const SlideEvaluationRow& row) { return csv->append(csvLine(row)); }, controlOf(StudyStep::Slides));
        if (!evaluation)
            return tl::unexpected(evaluation.error());
        for (const EvaluationRemark& remark : evaluation->failed)
            logOf(StudyStep::Slides)(remark.image + ", " + remark.method + ": " + remark.text);
        const JobControl quiet{m_control.stop, {}, m_control.threads, m_control.pause};
        return writeSlidePictures(*request, folder, logOf(StudyStep::Slides), quiet).and_then([&] {
            return writeSummaries(summaryJson(*evaluation), summaryMarkdown(*evaluation), folder, Overwrite::Yes);
        });
    }

    Result<void> ablation() const
    {
        auto plan = netPlan(StudyStep::Ablation);
        if (!plan)
            return tl::unexpected(plan.error());
        const auto written = writeAblation(*plan, m_folder.stepPath(StudyStep::Ablation), controlOf(StudyStep::Ablation));
        if (!written)
            return tl::unexpected(written.error());
        return ablationPictures();
    }

    /// What each network of the ablation makes of the test images, for figures as the paper's Figure 8.
    Result<void> ablationPictures() const
    {
        const fs::path folder = m_folder.stepPath(StudyStep::Ablation);
        EvaluationRequest request;
        request.networks = loadNetworkBackend;
        std::vector<std::string> texts;
        for (const AblationRow& row : ablationRows(m_config.distillation.shape.channels))
            texts.push_back("stainnet=" + ablationNetworkPath(folder, row.name).string());
        auto read = readEvaluationMethods(texts);
        auto pairs = pairImages(m_data.testSource, m_data.testTarget, m_data.pairsFile);
        if (!read)
            return tl::unexpected(read.error());
        if (!pairs)
            return tl::unexpected(pairs.error());
        request.methods = *std::move(read);
        const std::vector<AblationRow> rows = ablationRows(m_config.distillation.shape.channels);
        for (std::size_t i = 0; i < rows.size(); ++i)
            request.methods[i].name = rows[i].name;
        request.pairs = std::move(pairs->pairs);
        const JobControl quiet{m_control.stop, {}, m_control.threads, m_control.pause};
        return writeStudyPictures(request, kMostPictures, folder / "pictures", logOf(StudyStep::Ablation), quiet);
    }

    Result<void> classify() const
    {
        const fs::path run = m_folder.stepPath(StudyStep::Classifier);
        if (isFinished(run))
            return {};
        const auto module = loadClassifierModule();
        if (!module)
            return tl::unexpected(module.error());
        const ClassifierObserver observer{leftOutOf(StudyStep::Classifier)};
        const JobControl control = controlOf(StudyStep::Classifier);
        const auto outcome = canResume(run) ? resumeClassifier(run, **module, observer, control)
                                            : runClassifier(classifierInputs(), m_config.classifier, run, Overwrite::Yes,
                                                            **module, observer, control);
        if (!outcome)
            return tl::unexpected(outcome.error());
        if (outcome->end == ClassifierOutcome::End::Stopped)
            return fail(ErrorCode::Cancelled, "The training");
        return {};
    }

    ClassifierInputs classifierInputs() const
    {
        ClassifierInputs inputs;
        inputs.train = m_data.classifierTrain;
        inputs.test = m_data.classifierTest;
        inputs.sameScanner = m_data.classifierSame;
        inputs.weights = m_config.data.classifierWeights;
        if (m_config.has(StudyStep::StainGan))
            inputs.normalizers.push_back({"StainGAN", generator()});
        if (m_config.has(StudyStep::StainNet))
            inputs.normalizers.push_back({"StainNet", stainNet()});
        return inputs;
    }

    static Result<void> makeFolder(const fs::path& folder)
    {
        std::error_code error;
        fs::create_directories(folder, error);
        if (error)
            return tl::unexpected(writeError(folder, error.value()));
        return {};
    }

    const StudyFolder& m_folder;
    const StudyConfig& m_config;
    StudyDataFolders m_data;
    const StudyObserver& m_observer;
    const JobControl& m_control;
};

/// Keeps the state of a step, on disk and for whoever watches.
class StepKeeper {
public:
    StepKeeper(StudyFolder& folder, const StudyObserver& observer, StudyStep step)
        : m_folder(folder),
          m_observer(observer),
          m_step(step),
          m_before(folder.status(step).seconds),
          m_begin(std::chrono::steady_clock::now())
    {
    }

    Result<void> set(StepState state, const std::string& reason = {})
    {
        const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
        const StudyStepStatus status{state, reason, m_before + spent};
        if (m_observer.onStatus)
            m_observer.onStatus(m_step, status);
        return m_folder.setStatus(m_step, status);
    }

private:
    StudyFolder& m_folder;
    const StudyObserver& m_observer;
    StudyStep m_step;
    double m_before;
    std::chrono::steady_clock::time_point m_begin;
};

}

std::set<StudyStep> stepsNeededBy(StudyStep step)
{
    switch (step) {
    case StudyStep::Data:
        return {};
    case StudyStep::StainGan:
        return {StudyStep::Data};
    case StudyStep::StainNet:
    case StudyStep::Ablation:
        return {StudyStep::Data, StudyStep::StainGan};
    case StudyStep::Evaluation:
    case StudyStep::Pictures:
    case StudyStep::Slides:
    case StudyStep::Classifier:
        break;
    }
    return {StudyStep::Data, StudyStep::StainGan, StudyStep::StainNet};
}

Result<StudyEnd> runStudy(StudyFolder& folder, const StudyObserver& observer, const JobControl& control)
{
    const Steps steps(folder, observer, control);
    std::optional<Error> first;
    for (const StudyStep step : folder.config().steps) {
        if (folder.status(step).state == StepState::Done)
            continue;
        const std::set<StudyStep> needed = stepsNeededBy(step);
        const bool isReady = std::all_of(needed.begin(), needed.end(), [&](StudyStep each) {
            return !folder.config().has(each) || folder.status(each).state == StepState::Done;
        });
        if (!isReady)
            continue;
        control.waitWhilePaused();
        if (control.stopRequested())
            return StudyEnd::Stopped;
        StepKeeper keeper(folder, observer, step);
        if (auto kept = keeper.set(StepState::Running); !kept)
            return tl::unexpected(kept.error());
        const auto done = steps.run(step);
        const bool isStopped = !done && done.error().code == ErrorCode::Cancelled;
        const StepState state = done ? StepState::Done : isStopped ? StepState::Stopped : StepState::Failed;
        const auto kept = keeper.set(state, state == StepState::Failed ? describe(done.error()) : std::string());
        if (isStopped)
            return StudyEnd::Stopped;
        if (!done && !first)
            first = done.error();
        if (!kept)
            return tl::unexpected(first.value_or(kept.error()));
    }
    if (first)
        return tl::unexpected(*first);
    return StudyEnd::Finished;
}

}
