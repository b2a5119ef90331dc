#pragma once

#include <QObject>
#include <QPointer>

#include "annotate/AnnotationDrawing.h"
#include "annotate/AnnotationPainter.h"
#include "annotate/AnnotationStore.h"
#include "compare/PaneLayer.h"

namespace isostain {

class CompareView;

/// The annotations over a view, and the mouse that draws, selects, moves and reshapes them. With DrawingTool::Select a click
/// selects what is on top (Shift or Ctrl: one more), a drag moves it or the corner that it began at, and Delete removes it.
/// A polygon is closed by a double click, Enter or a click on its first corner; Backspace takes a corner back; Escape drops
/// what is being drawn. GUI thread only.
class AnnotationLayer : public QObject, public PaneLayer {
    Q_OBJECT

public:
    /// `store` outlives the layer, the view need not. It sets itself as the view's layer.
    AnnotationLayer(CompareView& view, AnnotationStore& store, QObject* parent = nullptr);
    ~AnnotationLayer() override;

    void setTool(DrawingTool tool);
    DrawingTool tool() const { return m_drawing.tool(); }
    void setAnnotationsShown(bool shown);

    std::vector<Decoration> paint(const Viewport& viewport, double devicePixelRatio) override;
    void press(const LayerPointer& pointer) override;
    void drag(const LayerPointer& pointer) override;
    void hover(const LayerPointer& pointer) override;
    void release(const LayerPointer& pointer) override;
    void doubleClick(const LayerPointer& pointer) override;
    Qt::CursorShape cursorAt(const LayerPointer& pointer) const override;
    bool takesKey(const QKeyEvent& event) const override;
    void key(const QKeyEvent& event) override;

private:
    /// A corner of the selected annotation.
    struct Corner {
        std::size_t part = 0;
        std::size_t ring = 0;
        std::size_t point = 0;
    };

    /// The index of what a click takes hold of: what is nearest within reach, else the smallest area around it; -1: nothing.
    int hit(const LayerPointer& pointer) const;
    std::optional<Corner> cornerAt(const LayerPointer& pointer) const;
    void keep(std::optional<Annotation> finished);
    Annotation moved(const cv::Point2d& to) const;
    void show();

    QPointer<CompareView> m_view;
    AnnotationStore& m_store;
    AnnotationDrawing m_drawing;
    AnnotationPainter m_painter;
    bool m_isShown = true;
    int m_moving = -1;              ///< being dragged
    std::optional<Corner> m_corner; ///< of it alone
    cv::Point2d m_pressed;
    std::optional<Annotation> m_movedTo;
};

}
