#include <QTest>

#include "annotate/AnnotationDrawing.h"
#include "annotation/AnnotationMeasures.h"

using namespace isostain;
using Constraint = AnnotationDrawing::Constraint;

namespace {

constexpr double kReach = 8;

std::optional<Annotation> dragged(DrawingTool tool, const Ring& way, Constraint constraint = Constraint::Free)
{
    AnnotationDrawing drawing;
    drawing.setTool(tool);
    if (auto done = drawing.press(way.front(), kReach, constraint))
        return done;
    for (const cv::Point2d& point : way)
        drawing.moveTo(point, constraint);
    return drawing.release(way.back(), kReach, constraint);
}

}

class TestAnnotationDrawing : public QObject {
    Q_OBJECT

private slots:
    void dragsBecomeShapes()
    {
        const auto point = dragged(DrawingTool::Point, {{5, 6}, {50, 60}});
        QVERIFY(point && point->kind == AnnotationKind::Points);
        QVERIFY(point->parts == (std::vector<Annotation::Part>{{{{5, 6}}}}));

        const auto line = dragged(DrawingTool::Line, {{0, 0}, {50, 10}, {30, 40}});
        QVERIFY(line && line->kind == AnnotationKind::Lines);
        QVERIFY(line->parts == (std::vector<Annotation::Part>{{{{0, 0}, {30, 40}}}}));

        const auto level = dragged(DrawingTool::Line, {{0, 0}, {50, 3}}, Constraint::Regular);
        QVERIFY(level && std::abs(level->parts[0][0][1].y) < 1e-9 && std::abs(level->parts[0][0][1].x - 50) < 1e-9);

        const auto rectangle = dragged(DrawingTool::Rectangle, {{30, 40}, {10, 100}});
        QVERIFY(rectangle && rectangle->kind == AnnotationKind::Areas);
        QVERIFY(rectangle->parts == (std::vector<Annotation::Part>{{{{10, 40}, {30, 40}, {30, 100}, {10, 100}}}}));

        const auto square = dragged(DrawingTool::Rectangle, {{30, 40}, {10, 100}}, Constraint::Regular);
        QCOMPARE(boundsOf(*square), cv::Rect2d(-30, 40, 60, 60));

        const auto freehand = dragged(DrawingTool::Freehand, {{0, 0}, {50, 0.1}, {100, 0}, {100, 100}, {0, 100}});
        QVERIFY(freehand && freehand->kind == AnnotationKind::Areas);
        QCOMPARE(freehand->parts[0][0].size(), std::size_t(4)); // trembling is gone
        QCOMPARE(measured(*freehand, {}, {}).area, 10000.0);
    }

    void clicksThatMoveNothingDrawNothing_data()
    {
        QTest::addColumn<DrawingTool>("tool");
        for (const DrawingTool tool : {DrawingTool::Select, DrawingTool::Line, DrawingTool::Rectangle, DrawingTool::Freehand})
            QTest::addRow("%d", int(tool)) << tool;
    }
    void clicksThatMoveNothingDrawNothing()
    {
        QFETCH(const DrawingTool, tool);
        QVERIFY(!dragged(tool, {{5, 5}, {6, 6}}));
    }

    void polygonsGrowCornerByCorner()
    {
        AnnotationDrawing drawing;
        drawing.setTool(DrawingTool::Polygon);
        const auto click = [&](double x, double y) {
            auto done = drawing.press({x, y}, kReach, Constraint::Free);
            return done ? done : drawing.release({x, y}, kReach, Constraint::Free);
        };
        QVERIFY(!drawing.preview());
        QVERIFY(!click(0, 0) && !click(100, 0));
        QVERIFY(!drawing.finish()); // two corners are no area
        drawing.moveTo({120, 30}, Constraint::Free);
        QVERIFY(drawing.preview()->parts[0][0].back() == cv::Point2d(120, 30));
        QVERIFY(!click(500, 500));
        drawing.takeBack();
        QVERIFY(!click(100, 100) && !click(100, 100)); // twice at one place counts once
        const auto area = click(3, 3);                 // the first corner
        QVERIFY(area && !drawing.isDrawing());
        QVERIFY(area->parts == (std::vector<Annotation::Part>{{{{0, 0}, {100, 0}, {100, 100}}}}));

        click(0, 0);
        drawing.cancel();
        QVERIFY(!drawing.isDrawing() && !drawing.preview());
        click(0, 0);
        drawing.setTool(DrawingTool::Line);
        QVERIFY(!drawing.isDrawing());
    }

    void numbersThatAreNoneDrawNothing()
    {
        AnnotationDrawing drawing;
        drawing.setTool(DrawingTool::Point);
        QVERIFY(!drawing.press({std::nan(""), 1}, kReach, Constraint::Free));
        drawing.setTool(DrawingTool::Freehand);
        drawing.press({1, 1}, kReach, Constraint::Free);
        drawing.moveTo({std::nan(""), 1}, Constraint::Free);
        QCOMPARE(drawing.preview()->parts[0][0].size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestAnnotationDrawing)
#include "tst_annotationdrawing.moc"
