#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "panels/AlignmentPanel.h"

using namespace isostain;

namespace {

struct PanelFixture {
    PanelFixture()
    {
        QObject::connect(&panel, &AlignmentPanel::markersChanged, &panel,
                         [this](const std::vector<PaneMarker>& shown) { markers = shown; });
        QObject::connect(&panel, &AlignmentPanel::applied, &panel,
                         [this](const ScanPlacement& placement) { applied = placement.alignment; });
        // Panes 0 and 2 show the first scan, pane 3 the second.
        panel.begin({"A.svs", "B.svs", {0, 2}, 3, 0.5});
    }

    QPushButton& button(const char* name) { return *panel.findChild<QPushButton*>(name); }
    QString text(const char* name) { return panel.findChild<QLabel*>(name)->text(); }

    AlignmentPanel panel;
    std::vector<PaneMarker> markers;
    std::optional<SlideAlignment> applied;
};

}

class TestAlignmentPanel : public QObject {
    Q_OBJECT

private slots:
    void scansTakeTurnsInAnyOrder()
    {
        PanelFixture fixture;
        QVERIFY(!fixture.button("apply").isEnabled() && !fixture.button("undo").isEnabled());
        fixture.panel.addPoint(0, {100, 100});
        QVERIFY(fixture.text("instruction").contains("B.svs"));
        fixture.panel.addPoint(2, {110, 100}); // corrects the first
        QVERIFY(fixture.panel.pairs().empty());
        fixture.panel.addPoint(1, {5, 5}); // neither scan
        fixture.panel.addPoint(3, {220, 200});
        QCOMPARE(fixture.panel.pairs(), (std::vector<PointPair>{{{110, 100}, {220, 200}}}));
        fixture.panel.addPoint(3, {2020, 200});
        QVERIFY(fixture.text("instruction").contains("A.svs"));
        QVERIFY(!fixture.button("apply").isEnabled());
        fixture.panel.addPoint(0, {1010, 100});
        QCOMPARE(fixture.panel.pairs()[1], (PointPair{{1010, 100}, {2020, 200}}));
        QCOMPARE(fixture.markers,
                 (std::vector<PaneMarker>{{2, {110, 100}, 1}, {3, {220, 200}, 1}, {3, {2020, 200}, 2}, {0, {1010, 100}, 2}}));
        QVERIFY(fixture.button("apply").isEnabled());
        QTest::mouseClick(&fixture.button("apply"), Qt::LeftButton);
        QVERIFY(fixture.applied.has_value());
        QCOMPARE(fixture.applied->scale(), 2.0);
        QVERIFY(cv::norm(fixture.applied->map({0, 0}) - cv::Point2d(0, 0)) < 1e-9);
    }

    void undoTakesBackPointByPoint()
    {
        PanelFixture fixture;
        fixture.panel.addPoint(0, {0, 0});
        fixture.panel.addPoint(3, {10, 0});
        fixture.panel.addPoint(0, {1000, 0});
        fixture.panel.addPoint(3, {1010, 0});
        QVERIFY(fixture.button("apply").isEnabled());
        QTest::mouseClick(&fixture.button("undo"), Qt::LeftButton);
        QVERIFY(!fixture.button("apply").isEnabled());
        QCOMPARE(fixture.markers.size(), std::size_t(3));
        for (int i = 0; i < 3; ++i)
            fixture.panel.undoLastPoint();
        QVERIFY(fixture.markers.empty() && !fixture.button("undo").isEnabled());
        fixture.panel.undoLastPoint();
    }

    void threeSpotsTellHowWellTheyAgree()
    {
        PanelFixture fixture;
        const cv::Point2d spots[] = {{0, 0}, {1000, 0}, {0, 1000}, {500, 500}};
        for (const cv::Point2d& spot : spots) {
            fixture.panel.addPoint(0, spot);
            fixture.panel.addPoint(3, spot + cv::Point2d(spot.y == 1000 ? 90 : 0, 0));
        }
        QCOMPARE(fixture.panel.pairs().size(), std::size_t(3)); // the fourth is left out
        const double residual = similarityResidual(fixture.panel.pairs());
        QVERIFY(residual > 10);
        QVERIFY(fixture.text("result").contains(fixture.panel.locale().toString(residual, 'f', 1)));
        QVERIFY(fixture.text("result").contains(fixture.panel.locale().toString(residual / 2, 'f', 1)));
    }

    void unusableSpotsSayWhyAndCannotBeApplied()
    {
        PanelFixture fixture;
        for (int i = 0; i < 2; ++i) {
            fixture.panel.addPoint(0, {50, 50});
            fixture.panel.addPoint(3, {100.0 * i, 50});
        }
        QVERIFY(!fixture.button("apply").isEnabled());
        QVERIFY(!fixture.text("result").isEmpty());
    }

    void escapeCancels()
    {
        PanelFixture fixture;
        int cancelled = 0;
        connect(&fixture.panel, &AlignmentPanel::cancelled, this, [&] { ++cancelled; });
        QTest::keyClick(&fixture.panel, Qt::Key_Escape);
        QTest::mouseClick(&fixture.button("cancel"), Qt::LeftButton);
        QCOMPARE(cancelled, 2);
    }
};

QTEST_MAIN(TestAlignmentPanel)
#include "tst_alignmentpanel.moc"
