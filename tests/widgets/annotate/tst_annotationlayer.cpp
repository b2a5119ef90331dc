#include <cmath>

#include <QTest>

#include "../compare/ViewFixture.h"
#include "annotate/AnnotationLayer.h"
#include "annotation/AnnotationMeasures.h"

using namespace isostain;
using namespace isostain::test;

namespace {

struct LayerFixture : ViewFixture {
    LayerFixture() : ViewFixture({900, 500}), layer(view, store)
    {
        view.setSlide(PaintedSlide::create(4000, 3000));
        view.setTool(ViewTool::Layer);
        show();
        Viewport viewport = view.viewport();
        viewport.zoom = 1;
        viewport.center = {1000, 1000};
        view.setViewport(viewport);
    }

    /// Where a level-0 place is in a pane, logical pixels of the view.
    QPoint at(double x, double y, int pane = 0) const
    {
        const cv::Point2d device = view.viewport().toDevice({x, y});
        const QPoint corner = view.paneLayout().places[std::size_t(pane)].viewportCorner();
        return ((QPointF(device.x, device.y) + QPointF(corner)) / view.devicePixelRatioF()).toPoint();
    }
    void drag(const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        QTest::mouseMove(&view, (from + to) / 2);
        QTest::mouseMove(&view, to);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
    }

    AnnotationStore store;
    AnnotationLayer layer;
};

Annotation square(double x, double y, double side)
{
    Annotation annotation;
    annotation.parts = {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}}};
    annotation.color = 0x00FF01;
    return annotation;
}

int countOf(const QImage& image, const QRect& area, QRgb color)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += (image.pixel(x, y) & 0xFFFFFF) == color;
    return count;
}

}

class TestAnnotationLayer : public QObject {
    Q_OBJECT

private slots:
    void drawsWhereTheMouseIsInEveryPane()
    {
        for (const int pane : {0, 1}) {
            LayerFixture fixture;
            fixture.layer.setTool(DrawingTool::Rectangle);
            fixture.drag(fixture.at(900, 950, pane), fixture.at(1000, 1010, pane));
            QCOMPARE(fixture.store.annotations().size(), std::size_t(1));
            const cv::Rect2d bounds = boundsOf(*fixture.store.annotations()[0]);
            QVERIFY2(std::abs(bounds.x - 900) < 1.5 && std::abs(bounds.y - 950) < 1.5 && std::abs(bounds.width - 100) < 1.5 &&
                         std::abs(bounds.height - 60) < 1.5,
                     qPrintable(QString("%1 %2 %3 %4").arg(bounds.x).arg(bounds.y).arg(bounds.width).arg(bounds.height)));
            QCOMPARE(fixture.store.current(), 0);
        }
    }

    void showsThemInEveryPaneAndInPictures()
    {
        LayerFixture fixture;
        fixture.store.reset({square(900, 950, 100)});
        QImage frame = fixture.settledFrame();
        for (const PanePlace& place : fixture.view.paneLayout().places) {
            const int green = countOf(frame, place.rect, 0x00FF01);
            QVERIFY2(green > 4 * 90 && green < 4 * 220, qPrintable(QString::number(green)));
        }
        fixture.layer.setAnnotationsShown(false);
        frame = fixture.settledFrame();
        QCOMPARE(countOf(frame, frame.rect(), 0x00FF01), 0);
    }

    void movesWithThePicture()
    {
        LayerFixture fixture;
        fixture.store.reset({square(950, 950, 64)});
        const auto firstGreen = [](const QImage& image) {
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if ((image.pixel(x, y) & 0xFFFFFF) == 0x00FF01)
                        return QPoint(x, y);
            return QPoint(-1, -1);
        };
        const QPoint before = firstGreen(fixture.settledFrame());
        QVERIFY(before.x() > 0);
        fixture.view.setViewport(pannedBy(fixture.view.viewport(), 30, -20));
        QCOMPARE(firstGreen(fixture.settledFrame()) - before, QPoint(30, -20));
        fixture.view.setViewport(pannedBy(fixture.view.viewport(), -2000, 0));
        QCOMPARE(firstGreen(fixture.settledFrame()), QPoint(-1, -1));
        fixture.view.setViewport(pannedBy(fixture.view.viewport(), 1970, 20));
        QCOMPARE(firstGreen(fixture.settledFrame()), before);
    }

    void panningPaintsNothingAnew()
    {
        AnnotationPainter painter;
        AnnotationPainter::Scene scene;
        for (int i = 0; i < 50; ++i)
            scene.annotations.push_back(std::make_shared<const Annotation>(square(i * 20, i * 20, 10)));
        painter.setScene(scene);
        Viewport viewport{{500, 500}, 1, 400, 400};
        QVERIFY(!painter.paint(viewport, 1).empty());
        for (int i = 0; i < 10; ++i)
            painter.paint(pannedBy(viewport, i * 10, -i * 10), 1);
        QCOMPARE(painter.pictureCount(), 1);
        painter.paint(pannedBy(viewport, 150, 0), 1);
        QCOMPARE(painter.pictureCount(), 2);
        viewport.zoom = 2;
        painter.paint(viewport, 1);
        QCOMPARE(painter.pictureCount(), 3);
        painter.setScene(scene);
        painter.paint(viewport, 1);
        QCOMPARE(painter.pictureCount(), 3);
        // Zooming keeps no margin, which the first move after it makes up for.
        for (int i = 0; i < 10; ++i)
            painter.paint(pannedBy(viewport, i * 10, -i * 10), 1);
        QCOMPARE(painter.pictureCount(), 4);
    }

    void selectsMovesReshapesAndDeletes()
    {
        LayerFixture fixture;
        fixture.store.reset({square(850, 850, 300), square(950, 950, 64)});
        QTest::mouseClick(&fixture.view, Qt::LeftButton, {}, fixture.at(980, 980));
        QCOMPARE(fixture.store.current(), 1); // the smaller one is on top
        QTest::mouseClick(&fixture.view, Qt::LeftButton, {}, fixture.at(880, 880));
        QCOMPARE(fixture.store.current(), 0);
        QVERIFY(!fixture.store.isModified());
        QTest::mouseClick(&fixture.view, Qt::LeftButton, Qt::ShiftModifier, fixture.at(980, 980));
        QCOMPARE(fixture.store.selection(), (std::set<int>{0, 1}));
        QTest::mouseClick(&fixture.view, Qt::LeftButton, {}, fixture.at(1190, 1190));
        QVERIFY(fixture.store.selection().empty());

        fixture.drag(fixture.at(980, 980), fixture.at(1010, 960));
        cv::Rect2d bounds = boundsOf(*fixture.store.annotations()[1]);
        QVERIFY(std::abs(bounds.x - 980) < 1.5 && std::abs(bounds.y - 930) < 1.5 && bounds.width == 64);
        fixture.drag(fixture.at(bounds.x, bounds.y), fixture.at(bounds.x - 20, bounds.y - 20));
        bounds = boundsOf(*fixture.store.annotations()[1]);
        QVERIFY(std::abs(bounds.width - 84) < 1.5);
        fixture.store.undoStack().undo();
        fixture.store.undoStack().undo();
        QCOMPARE(boundsOf(*fixture.store.annotations()[1]), cv::Rect2d(950, 950, 64, 64));
        QTest::keyClick(&fixture.view, Qt::Key_Delete);
        QCOMPARE(fixture.store.annotations().size(), std::size_t(1));
    }

    void lockedOnesAreSelectedOnly()
    {
        LayerFixture fixture;
        Annotation locked = square(950, 950, 64);
        locked.isLocked = true;
        fixture.store.reset({locked});
        fixture.drag(fixture.at(980, 980), fixture.at(1010, 960));
        QCOMPARE(fixture.store.current(), 0);
        QCOMPARE(boundsOf(*fixture.store.annotations()[0]), cv::Rect2d(950, 950, 64, 64));
    }

    void keysFinishAndDropPolygons()
    {
        LayerFixture fixture;
        fixture.layer.setTool(DrawingTool::Polygon);
        const auto corners = [&] {
            for (const QPoint& corner : {fixture.at(900, 900), fixture.at(960, 900), fixture.at(960, 960)})
                QTest::mouseClick(&fixture.view, Qt::LeftButton, {}, corner);
        };
        corners();
        QTest::keyClick(&fixture.view, Qt::Key_Escape);
        QTest::keyClick(&fixture.view, Qt::Key_Return);
        QVERIFY(fixture.store.annotations().empty());
        corners();
        QTest::keyClick(&fixture.view, Qt::Key_Backspace);
        QTest::mouseClick(&fixture.view, Qt::LeftButton, {}, fixture.at(1000, 1000));
        QTest::keyClick(&fixture.view, Qt::Key_Return);
        QCOMPARE(fixture.store.annotations().size(), std::size_t(1));
        QCOMPARE(fixture.store.annotations()[0]->parts[0][0].size(), std::size_t(3));
        QVERIFY(cv::norm(fixture.store.annotations()[0]->parts[0][0][2] - cv::Point2d(1000, 1000)) < 2);
    }

    void otherToolsKeepTheirMouse()
    {
        LayerFixture fixture;
        fixture.layer.setTool(DrawingTool::Rectangle);
        fixture.view.setTool(ViewTool::Pan);
        const cv::Point2d before = fixture.view.viewport().center;
        fixture.drag(fixture.at(900, 950), fixture.at(1000, 1010));
        QVERIFY(fixture.store.annotations().empty());
        QVERIFY(fixture.view.viewport().center != before);
    }
};

QTEST_MAIN(TestAnnotationLayer)
#include "tst_annotationlayer.moc"
