#pragma once

#include <optional>
#include <vector>

#include <QImage>
#include <QRectF>

#include "plots/Figure.h"

namespace isostain {

/// One picture of a figure.
struct FigureCell {
    QString title; ///< "Source", "StainNet"
    QImage image;  ///< null: there is none, and the cell says so
};

/// Images by method beside each other, each with a part enlarged below, as Figures 4 and 5 of the paper (Kang et al. 2021).
struct ComparisonData {
    QString title;
    QString caption;
    struct Row {
        std::vector<FigureCell> cells;
        QRectF inset{0.3, 0.3, 0.3, 0.3}; ///< enlarged; shares of the image
    };
    std::vector<Row> rows;     ///< of as many cells each
    std::optional<double> mpp; ///< micrometers per pixel of the images, for a scale bar
};
FigurePtr comparisonFigure(ComparisonData data);

/// Whole slides by method, each with a region at full resolution below, as Figures 6 and 7.
struct SlideFigureData {
    QString title;
    QString caption;
    std::vector<FigureCell> overviews;
    std::vector<QImage> details; ///< one an overview
    QRectF detail;               ///< where it is, shares of the overview
};
FigurePtr slideFigure(SlideFigureData data);

/// Images by method with a line across, an enlarged part, and the gray values along the line of all of them, as Figures 2, 3
/// and
/// 8. Gray is 0.299 R + 0.587 G + 0.114 B as OpenCV rounds it, of the pixels that the line meets.
struct GrayProfileData {
    QString title;
    QString caption;
    std::vector<FigureCell> cells; ///< the source first; all images of one size
    QLineF line;                   ///< pixels of the images
    QRectF inset{0.3, 0.3, 0.3, 0.3};
    std::optional<double> mpp;
};
FigurePtr grayProfileFigure(GrayProfileData data);

/// The gray values that such a figure plots: one a pixel of the line's length.
std::vector<int> grayAlong(const QImage& image, const QLineF& line);

/// A line that crosses structure: horizontal, at the row of the middle half whose gray values vary most, over the middle 80 %.
QLineF lineAcross(const QImage& image);
/// The square (a share of the shorter side) whose gray values vary most: something to enlarge. Shares of the image.
QRectF busiestPart(const QImage& image, double share = 0.3);

}
