#pragma once

#include <string>
#include <vector>

#include <QImage>

#include "plots/Figure.h"
#include "study/ColorLook.h"
#include "study/StudyResults.h"

namespace isostain {

/// The pictures of a study, read from its folder.
struct StudyImages {
    struct Pair {
        QString name;
        QImage source;
        QImage target;
        std::vector<QImage> methods; ///< one a method; null where it could not
    };
    struct Slide {
        QString name;
        std::vector<QImage> overviews;
        std::vector<QImage> details;
    };
    /// The colors of all images of one kind: "source", "target" or a method.
    struct Colors {
        std::string method;
        ColorSummary summary;
    };
    std::vector<Pair> pairs;
    std::vector<Colors> colors;
    std::vector<Pair> ablation;
    std::vector<Slide> slides;
};

/// Blocks; any thread. What cannot be read is null.
StudyImages loadStudyImages(const StudyResults& results);

/// Everything that a study can show, in the order of the paper: gray value profiles (Figures 2, 3), comparisons (4, 5), whole
/// slides (6, 7), the ablation (8), then colors, losses, how the metrics are spread, and ROC curves. GUI thread only.
std::vector<FigurePtr> studyFigures(const StudyResults& results, const StudyImages& images);

}
