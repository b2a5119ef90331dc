#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/Error.h"
#include "base/Progress.h"
#include "evaluation/Evaluation.h"
#include "evaluation/SlideEvaluation.h"

namespace isostain {

/// The images that figures are made of: at most `most` of the pairs, evenly over them, by each method of the request.
/// FOLDER/IMAGE/N.png, N counted as in the "methods" of FOLDER/pictures.json, which is written last: {"methods": [names],
/// "images": [{"name", "source", "target", "files": [path or ""]}]}, paths relative to the folder. What a method cannot do is
/// left out and told. Progress in pictures. Blocks. Errors: those of evaluate() but for the sink's, of writing, Cancelled.
Result<void> writeStudyPictures(const EvaluationRequest& request, std::size_t most, const std::filesystem::path& folder,
                                const std::function<void(const std::string&)>& onLog, const JobControl& control);

/// Whole slides by each method of the request: FOLDER/SLIDE/N-overview.png and N-detail.png (a part of the tissue at up to full
/// resolution), and FOLDER/pictures.json: {"methods", "slides": [{"name", "detail": [x, y, width, height as shares of the
/// overview], "overviews": [paths], "details": [paths]}]}. Errors: as above, and those of openSlide().
Result<void> writeSlidePictures(const SlideEvaluationRequest& request, const std::filesystem::path& folder,
                                const std::function<void(const std::string&)>& onLog, const JobControl& control);

}
