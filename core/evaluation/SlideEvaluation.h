#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "base/Progress.h"
#include "dataset/ImageFolder.h"
#include "evaluation/Evaluation.h"
#include "evaluation/EvaluationMethod.h"
#include "evaluation/SlideSimilarity.h"

namespace isostain {

/// Table 3 of the paper: how much of whole slides' structure methods keep.
struct SlideEvaluationRequest {
    std::vector<std::filesystem::path> slides;
    std::vector<EvaluationMethod> methods;
    std::filesystem::path reference; ///< image or slide that fitted methods normalize to
    NormalizerForm form = NormalizerForm::Published;
    int level = 0;          ///< of every slide's pyramid, virtual levels included
    NetworkLoader networks; ///< empty: spatial networks are SpatialUnsupported
};

/// What each method of a request fits slides with, in their order; null: nothing is done. Blocks; any thread. Errors: as
/// evaluateSlides(), of preparing.
Result<std::vector<std::unique_ptr<const NormalizerFactory>>> slideFactories(const SlideEvaluationRequest& request,
                                                                              TableForm table, const JobControl& control);

/// One slide through one method.
struct SlideEvaluationRow {
    std::string slide; ///< file name
    std::string method;
    SlideSimilarity similarity;
};

struct SlideEvaluation {
    SlideEvaluationRequest request;
    std::string reference;                ///< file name; empty: no method was fitted
    std::vector<SlideEvaluationRow> rows; ///< by slide, then by method
    std::vector<SkippedImage> skipped;    ///< slides that could not be opened
    std::vector<EvaluationRemark> failed;
    std::vector<EvaluationRemark> warnings;
};

/// Takes each row as it is computed; an error ends the evaluation.
using SlideEvaluationSink = std::function<Result<void>(const SlideEvaluationRow& row)>;

/// Fits each method to each slide and compares both; slide after slide, each on all threads. Slides that fail are listed.
/// Progress in thousandths of a slide and method. Blocks; any thread. Errors: InvalidArgument (no methods, no slides, a fitted
/// method without reference), those of fitProfile(), TrainingDataInvalid (no slide could be evaluated), Cancelled, those of the
/// sink.
Result<SlideEvaluation> evaluateSlides(SlideEvaluationRequest request, const SlideEvaluationSink& sink,
                                       const JobControl& control);

/// Header and lines of slides.csv: numbers read back as they were; what is not known is empty.
std::string slideCsvHeader();
std::string csvLine(const SlideEvaluationRow& row);

/// Mean ± standard deviation of the population over slides, over all pixels and over tissue.
std::string summaryJson(const SlideEvaluation& evaluation);
std::string summaryMarkdown(const SlideEvaluation& evaluation);

}
