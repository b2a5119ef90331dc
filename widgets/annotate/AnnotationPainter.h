#pragma once

#include <set>
#include <vector>

#include <QFont>
#include <QImage>

#include "annotate/AnnotationStore.h"
#include "compare/Frame.h"
#include "slide/Slide.h"
#include "tiles/Viewport.h"

namespace isostain {

/// Paints annotations over a pane. What was painted is kept with a margin, so that moving the picture only cuts another part
/// out of it; outlines are drawn with no more corners than the screen can tell. GUI thread only.
class AnnotationPainter {
public:
    /// What is shown; anything that differs from before forgets the picture.
    struct Scene {
        AnnotationList annotations;
        std::set<int> selection;
        std::optional<Annotation> drawing; ///< not finished yet
        SlidePtr slide;                    ///< for its pixel size
        QFont font;
    };
    void setScene(Scene scene);
    const Scene& scene() const { return m_scene; }

    /// Device pixels from the pane's top left corner.
    std::vector<Decoration> paint(const Viewport& viewport, double devicePixelRatio);
    /// How often the kept picture was painted; for tests.
    int pictureCount() const { return m_pictureCount; }

private:
    struct Shape {
        AnnotationPtr annotation;
        cv::Rect2d bounds; ///< level-0 pixels
        QColor color;
    };

    void paintPicture(const Viewport& viewport, double ratio);
    std::vector<Decoration> paintAbove(const Viewport& viewport, double ratio) const;

    Scene m_scene;
    std::vector<Shape> m_shapes;
    QImage m_picture;   ///< of all but the selected ones
    cv::Point2d m_zero; ///< where level-0 (0, 0) lies on it
    double m_zoom = 0;
    ViewOrientation m_orientation;
    double m_ratio = 0;
    int m_pictureCount = 0;
};

}
