#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "dataset/ImageFolder.h"
#include "dataset/ImagePairs.h"
#include "evaluation/EvaluationMethod.h"
#include "normalize/FittedStatistics.h"
#include "normalize/Normalizer.h"

namespace isostain {

/// What fitted methods bring the images to.
struct EvaluationReference {
    enum class Kind {
        FirstTarget, ///< the first target by its file name that can be read
        File,        ///< one image
        Matched,     ///< each image's own target: an oracle, which shows what the best choice of a reference could give
    };
    Kind kind = Kind::FirstTarget;
    std::filesystem::path file; ///< File only
};

/// What is evaluated, and how.
struct EvaluationRequest {
    std::vector<ImagePair> pairs;
    std::vector<EvaluationMethod> methods;
    EvaluationReference reference;
    /// Of pointwise methods; networks that look at neighboring pixels run as published, with the statistics of the image.
    NormalizerForm form = NormalizerForm::Published;
    int patchSize = 0;      ///< 0: whole images; else metrics are taken on the patches of patchGrid()
    NetworkLoader networks; ///< empty: spatial networks are SpatialUnsupported
};

/// What a method is called in tables: its name, " (oracle)" behind that of one fitted to each image's own target.
std::string tableName(const EvaluationMethod& method, const EvaluationReference& reference);

/// One line of metrics.csv.
struct EvaluationRow {
    std::size_t pair = 0; ///< its index
    std::string image;    ///< name of the pair; of a patch NAME#x,y
    std::string method; ///< tableName()
    double ssimTarget = 0;
    double psnrTarget = 0; ///< dB; infinity where result and target are identical
    double ssimSource = 0;
};

/// What could not be done, or is doubtful, for one image and method.
struct EvaluationRemark {
    std::string image;
    std::string method;
    std::string text; ///< a sentence

    bool operator==(const EvaluationRemark&) const = default;
};

/// What an evaluation found.
struct Evaluation {
    std::vector<EvaluationRow> rows;      ///< by image, in the order of the pairs, then by method, then by patch
    std::size_t images = 0;               ///< that gave rows
    std::string reference;                ///< file name; empty: matched, or no method was fitted
    std::vector<SkippedImage> skipped;    ///< pairs that could not be used at all, and why
    std::vector<EvaluationRemark> failed; ///< rows that are missing
    std::vector<EvaluationRemark> warnings;
};

/// Takes rows as they are computed, in their order; an error ends the evaluation.
using EvaluationSink = std::function<Result<void>(std::span<const EvaluationRow> rows)>;

/// Normalizes the source of each pair by each method and compares it with target and source. Whatever is fitted is fitted to
/// the whole image, which is then cut into patches. As many pairs at once as there are threads; the result does not depend on
/// it. A pair that cannot be read, whose sizes differ, or that is too small is skipped; the others are not shifted. Progress in
/// pairs. Blocks; any thread. Errors: InvalidArgument (no methods, a patch under 11 pixels), TrainingDataInvalid (no pair could
/// be used), TargetUnusable and those of readImage() for the reference, ModuleMissing and SpatialUnsupported, Cancelled, and
/// those of the sink.
Result<Evaluation> evaluate(const EvaluationRequest& request, const EvaluationSink& sink, const JobControl& control);

}
